-- What people searched for in vain, counted. A text is here in clear from its fifth time on.

-- How often a text came up before it may be known: a keyed hash, whose key is not in the database.
CREATE TABLE search_gap_seen (
    print BYTEA NOT NULL PRIMARY KEY,
    count BIGINT NOT NULL,
    since TEXT NOT NULL
);
CREATE INDEX search_gap_seen_by_day ON search_gap_seen (since);

-- Counts by week (of its Monday). Text is empty where only the event counts, municipality where all do.
CREATE TABLE search_gap (
    week ID_TEXT NOT NULL,
    kind ID_TEXT NOT NULL,
    language ID_TEXT NOT NULL,
    municipality ID_TEXT NOT NULL,
    text ID_TEXT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (week, kind, language, municipality, text)
);
