-- What the rules of quality found in the descriptions, kept up with the catalogue.

-- One row: the generation and the standards (settings and rules) that everything was checked by, on which day; and
-- which node checks now, until when unless it says so again.
CREATE TABLE quality_state (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    generation BIGINT NOT NULL,
    standards TEXT NOT NULL,
    day TEXT NOT NULL,
    holder TEXT NOT NULL,
    until BIGINT NOT NULL
);
INSERT INTO quality_state (id, generation, standards, day, holder, until) VALUES (1, -1, '', '', '', 0);

-- Each organisation, channel and service that was checked: a print of all that its check read, whose it is and where
-- they are at home ('' where that is not known), and its points over so many language versions.
CREATE TABLE quality_checked (
    kind ID_TEXT NOT NULL,
    id ID_TEXT NOT NULL,
    owner ID_TEXT NOT NULL,
    municipality ID_TEXT NOT NULL,
    county ID_TEXT NOT NULL,
    print BYTEA NOT NULL,
    points BIGINT NOT NULL,
    versions BIGINT NOT NULL,
    errors BIGINT NOT NULL,
    warnings BIGINT NOT NULL,
    checked BIGINT NOT NULL,
    PRIMARY KEY (kind, id)
);
CREATE INDEX quality_checked_by_owner ON quality_checked (owner);

-- The findings, also those that are mended. A service's connections are findings of the service (`subject`). The
-- language is empty where it is about the whole.
CREATE TABLE quality_finding (
    subject ID_TEXT NOT NULL,
    kind ID_TEXT NOT NULL,
    id ID_TEXT NOT NULL,
    rule ID_TEXT NOT NULL,
    language ID_TEXT NOT NULL,
    field ID_TEXT NOT NULL,
    severity ID_TEXT NOT NULL,
    owner ID_TEXT NOT NULL,
    county ID_TEXT NOT NULL,
    evidence TEXT NOT NULL,
    since BIGINT NOT NULL,
    gone BIGINT,
    PRIMARY KEY (subject, kind, id, rule, language, field)
);
CREATE INDEX quality_finding_by_owner ON quality_finding (owner, gone);
CREATE INDEX quality_finding_by_rule ON quality_finding (rule, gone);

-- The points of an organisation, a municipality, a county or of everything, whenever a check moved them.
CREATE TABLE quality_score_history (
    scope ID_TEXT NOT NULL,
    code ID_TEXT NOT NULL,
    at BIGINT NOT NULL,
    points BIGINT NOT NULL,
    versions BIGINT NOT NULL,
    descriptions BIGINT NOT NULL,
    errors BIGINT NOT NULL,
    warnings BIGINT NOT NULL,
    PRIMARY KEY (scope, code, at)
);
