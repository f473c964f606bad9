-- Coverage: from when until when a service was counted to which place. Made from the history of the catalogue, and
-- made anew from it at any time.

-- One row: up to which generation it was made, and a print of what it was made by.
CREATE TABLE coverage_state (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    generation BIGINT NOT NULL,
    print TEXT NOT NULL
);
INSERT INTO coverage_state (id, generation, print) VALUES (1, 0, '');

-- A row for each place. What is regional has no municipality, what is national or nowhere no county either. Themes
-- and languages are their codes in order, with a blank between them. `ended` is empty of what holds today.
CREATE TABLE coverage_place (
    service ID_TEXT NOT NULL,
    since BIGINT NOT NULL,
    ended BIGINT,
    county ID_TEXT NOT NULL,
    municipality ID_TEXT NOT NULL,
    reach ID_TEXT NOT NULL,
    provider ID_TEXT NOT NULL,
    themes ID_TEXT NOT NULL,
    languages ID_TEXT NOT NULL,
    PRIMARY KEY (service, since, county, municipality)
);
CREATE INDEX coverage_place_by_place ON coverage_place (county, municipality, reach, service);
