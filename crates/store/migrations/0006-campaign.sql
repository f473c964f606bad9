-- Visits by a campaign's address, by day in Finland. Nothing of a visitor.
CREATE TABLE campaign_visit (
    code ID_TEXT NOT NULL,
    day ID_TEXT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (code, day)
);
