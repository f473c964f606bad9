-- Imports: each run with its report, who imports now, and what is staged for publishing.

CREATE TABLE import_run (
    id ID_TEXT NOT NULL PRIMARY KEY,
    feed ID_TEXT NOT NULL,
    mode TEXT NOT NULL,
    source TEXT NOT NULL,
    outcome TEXT NOT NULL,
    started BIGINT NOT NULL,
    ended BIGINT,
    generation BIGINT,
    report TEXT NOT NULL
);
CREATE INDEX import_run_by_feed ON import_run (feed, started);

-- At most one row: one importer at a time. It holds until the instant, unless renewed.
CREATE TABLE import_lease (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    holder TEXT NOT NULL,
    until BIGINT NOT NULL
);

-- What publishing will make of `entity_version` and `entity`: the rows of one run, or of one that was
-- killed. Each has the number of its row of `content`.
CREATE TABLE import_staged (
    number BIGINT NOT NULL PRIMARY KEY,
    kind ID_TEXT NOT NULL,
    id ID_TEXT NOT NULL,
    version BIGINT NOT NULL,
    run ID_TEXT NOT NULL,
    feed ID_TEXT NOT NULL,
    change TEXT NOT NULL,
    seen BIGINT NOT NULL,
    source TEXT NOT NULL,
    owner ID_TEXT,
    target ID_TEXT,
    names TEXT NOT NULL,
    modified BIGINT,
    raw_print BYTEA NOT NULL,
    document_print BYTEA NOT NULL,
    feeds TEXT NOT NULL
);
