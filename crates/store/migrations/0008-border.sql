-- The municipalities' borders, as the operator loaded them.

-- One row: the revision rises with every file that brings something new, so that every node can follow. The
-- source is named below each map.
CREATE TABLE border_state (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    revision BIGINT NOT NULL,
    print TEXT NOT NULL,
    source TEXT NOT NULL
);
INSERT INTO border_state (id, revision, print, source) VALUES (1, 0, '', '');

-- By municipality: rings of points in metres (ETRS-TM35FIN).
CREATE TABLE border (
    code ID_TEXT NOT NULL PRIMARY KEY,
    shape BYTEA NOT NULL
);
