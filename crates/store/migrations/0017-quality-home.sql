-- Where organisations are at home ('' where that is not known), also those that are gone: what went with one is still of
-- its county's week.
CREATE TABLE quality_home (
    organisation ID_TEXT NOT NULL PRIMARY KEY,
    county ID_TEXT NOT NULL
);
INSERT INTO quality_home (organisation, county)
    SELECT id, county FROM quality_checked WHERE kind = 'organisation';
