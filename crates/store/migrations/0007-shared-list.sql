-- Lists that somebody gave to somebody, until they expire. Nothing here tells who either is. Services are
-- their ids in order, with a space between; the note is empty where there is none.
CREATE TABLE shared_list (
    code ID_TEXT NOT NULL PRIMARY KEY,
    services TEXT NOT NULL,
    note TEXT NOT NULL,
    language TEXT NOT NULL,
    created BIGINT NOT NULL,
    expires BIGINT NOT NULL
);
CREATE INDEX shared_list_by_expiry ON shared_list (expires);
CREATE INDEX shared_list_by_creation ON shared_list (created);
