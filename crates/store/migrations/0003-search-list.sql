-- The staff's list: what the people of the installation teach its search. Language is empty for any.

-- One row: it rises with every change, so that every node can follow.
CREATE TABLE search_list_state (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    revision BIGINT NOT NULL
);
INSERT INTO search_list_state (id, revision) VALUES (1, 0);

-- The list as it is. One phrase does one thing with one target.
CREATE TABLE search_list_entry (
    language ID_TEXT NOT NULL,
    phrase ID_TEXT NOT NULL,
    target ID_TEXT NOT NULL,
    kind TEXT NOT NULL,
    note TEXT NOT NULL,
    author TEXT NOT NULL,
    added BIGINT NOT NULL,
    PRIMARY KEY (language, phrase, target)
);

-- Every change ever made, only ever added to: who changed what when.
CREATE TABLE search_list_change (
    revision BIGINT NOT NULL,
    place BIGINT NOT NULL,
    changed BIGINT NOT NULL,
    changer TEXT NOT NULL,
    change TEXT NOT NULL,
    language ID_TEXT NOT NULL,
    phrase ID_TEXT NOT NULL,
    target ID_TEXT NOT NULL,
    kind TEXT NOT NULL,
    note TEXT NOT NULL,
    author TEXT NOT NULL,
    added BIGINT NOT NULL,
    PRIMARY KEY (revision, place)
);
