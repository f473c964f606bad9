-- Providers' private links: to an organisation's descriptions without an account, until an instant. `county` is empty on a
-- site of all counties; `email` where no digest goes; `digest_sent` is 0 where none ever went.
CREATE TABLE provider_link (
    id ID_TEXT NOT NULL PRIMARY KEY,
    organisation ID_TEXT NOT NULL,
    county ID_TEXT NOT NULL,
    language ID_TEXT NOT NULL,
    author TEXT NOT NULL,
    created BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    revoked BIGINT,
    email TEXT NOT NULL,
    rhythm ID_TEXT NOT NULL,
    digest_sent BIGINT NOT NULL
);
CREATE INDEX provider_link_by_organisation ON provider_link (organisation, created);

-- The keys that open a link, each by a print: who has the database has no key. Every letter brings keys of its own.
CREATE TABLE provider_key (
    print BYTEA NOT NULL PRIMARY KEY,
    link ID_TEXT NOT NULL,
    purpose ID_TEXT NOT NULL
);
CREATE INDEX provider_key_by_link ON provider_key (link);

-- That a provider says that a service's description is right as it was in a generation of the catalogue. What changes
-- later was not confirmed.
CREATE TABLE provider_confirmation (
    service ID_TEXT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    generation BIGINT NOT NULL
);

-- Where the receiver of a letter ends more of its kind by one request; empty where there are no more.
ALTER TABLE mail ADD COLUMN unsubscribe TEXT NOT NULL DEFAULT '';
