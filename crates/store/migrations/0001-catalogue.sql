-- The catalogue. Instants are microseconds since 1970 (UTC); ids and documents are text.
-- ID_TEXT is text in the order of its bytes, in both databases.

-- One row: the number of the last published state of the catalogue.
CREATE TABLE catalogue_state (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    generation BIGINT NOT NULL
);
INSERT INTO catalogue_state (id, generation) VALUES (1, 0);

-- Documents and raw records, in the order in which they came: large rows are only ever appended, so
-- that an import of any size writes to the end of one file.
CREATE TABLE content (
    number BIGINT NOT NULL PRIMARY KEY,
    document TEXT NOT NULL,
    raw BYTEA NOT NULL
);

-- Every published version of every entity, only ever added to.
CREATE TABLE entity_version (
    kind ID_TEXT NOT NULL,
    id ID_TEXT NOT NULL,
    version BIGINT NOT NULL,
    run ID_TEXT NOT NULL,
    seen BIGINT NOT NULL,
    change TEXT NOT NULL,
    raw_print BYTEA NOT NULL,
    document_print BYTEA NOT NULL,
    content BIGINT NOT NULL,
    PRIMARY KEY (kind, id, version)
);

-- The catalogue as it is: one row for each entity ever published, gone ones too.
CREATE TABLE entity (
    kind ID_TEXT NOT NULL,
    id ID_TEXT NOT NULL,
    version BIGINT NOT NULL,
    content BIGINT NOT NULL,
    source TEXT NOT NULL,
    owner ID_TEXT,
    target ID_TEXT,
    names TEXT NOT NULL,
    raw_print BYTEA NOT NULL,
    document_print BYTEA NOT NULL,
    first_seen BIGINT NOT NULL,
    changed BIGINT NOT NULL,
    modified BIGINT,
    gone BIGINT,
    feeds TEXT NOT NULL,
    generation BIGINT NOT NULL,
    PRIMARY KEY (kind, id)
);
CREATE INDEX entity_by_owner ON entity (kind, owner, id);
CREATE INDEX entity_by_target ON entity (kind, target, id);
CREATE INDEX entity_by_generation ON entity (generation);
