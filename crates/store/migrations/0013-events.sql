-- Those with whom a county works so that services get described, their way to it, and the events at which they are
-- helped. `county` is empty on a site of all counties. Days and times of day are civil, in Finland.

CREATE TABLE partner (
    id ID_TEXT NOT NULL PRIMARY KEY,
    county ID_TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key ID_TEXT NOT NULL,
    organisation ID_TEXT,
    created BIGINT NOT NULL,
    UNIQUE (county, name_key)
);

-- What was marked of a step of a partner's way, only ever added to.
CREATE TABLE journey_mark (
    id ID_TEXT NOT NULL PRIMARY KEY,
    partner ID_TEXT NOT NULL,
    step ID_TEXT NOT NULL,
    state TEXT NOT NULL,
    day TEXT,
    note TEXT NOT NULL,
    author TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX journey_mark_by_partner ON journey_mark (partner, at);

CREATE TABLE event (
    id ID_TEXT NOT NULL PRIMARY KEY,
    county ID_TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    day ID_TEXT NOT NULL,
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    place TEXT,
    remote TEXT,
    capacity BIGINT,
    closes ID_TEXT NOT NULL,
    cancelled BIGINT NOT NULL,
    attendance_marked BIGINT,
    author TEXT NOT NULL,
    changed BIGINT NOT NULL
);
CREATE INDEX event_by_day ON event (county, day);

-- A link, or a file where `link` is absent.
CREATE TABLE event_material (
    id ID_TEXT NOT NULL PRIMARY KEY,
    event ID_TEXT NOT NULL,
    name TEXT NOT NULL,
    link TEXT,
    ending TEXT NOT NULL,
    content BYTEA
);
CREATE INDEX event_material_by_event ON event_material (event, id);

-- Who registered: the only rows about persons. They go thirty days after the event, or when they withdraw.
CREATE TABLE event_registration (
    code ID_TEXT NOT NULL PRIMARY KEY,
    event ID_TEXT NOT NULL,
    name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    email TEXT NOT NULL,
    language TEXT NOT NULL,
    created BIGINT NOT NULL,
    came BIGINT NOT NULL
);
CREATE INDEX event_registration_by_event ON event_registration (event, created, code);

-- That a partner took part, and with how many: no person.
CREATE TABLE event_attendance (
    event ID_TEXT NOT NULL,
    partner ID_TEXT NOT NULL,
    participants BIGINT NOT NULL,
    PRIMARY KEY (event, partner)
);
CREATE INDEX event_attendance_by_partner ON event_attendance (partner);
