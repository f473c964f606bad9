-- The worklist: what somebody has to mend. `source` says what it came from, a finding or a visitor's report, and there is
-- one for each. The place of the finding is empty on a report, `feedback` on a finding; `watch` says what of a reported
-- description is looked at, and `print` what it was. Who is responsible is free text.
CREATE TABLE task (
    id ID_TEXT NOT NULL PRIMARY KEY,
    source ID_TEXT NOT NULL UNIQUE,
    subject_kind ID_TEXT NOT NULL,
    subject ID_TEXT NOT NULL,
    kind ID_TEXT NOT NULL,
    entity ID_TEXT NOT NULL,
    rule ID_TEXT NOT NULL,
    language ID_TEXT NOT NULL,
    field ID_TEXT NOT NULL,
    feedback ID_TEXT NOT NULL,
    watch ID_TEXT NOT NULL,
    print TEXT NOT NULL,
    organisation ID_TEXT NOT NULL,
    county ID_TEXT NOT NULL,
    owner TEXT NOT NULL,
    state ID_TEXT NOT NULL,
    due ID_TEXT NOT NULL,
    created BIGINT NOT NULL,
    changed BIGINT NOT NULL
);
CREATE INDEX task_by_state ON task (state, organisation);

-- Who did what to it, only ever added to. Nobody's name stands where an import did it.
CREATE TABLE task_event (
    task ID_TEXT NOT NULL,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    who TEXT NOT NULL,
    kind ID_TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (task, number)
);

-- Where a visitor wants to be told what became of their report: until they are told, or until the instant.
CREATE TABLE feedback_reply (
    feedback ID_TEXT NOT NULL PRIMARY KEY,
    address TEXT NOT NULL,
    until BIGINT NOT NULL
);

-- Mail that has not gone out. It goes as soon as the server takes it, or after the last attempt.
CREATE TABLE mail (
    id ID_TEXT NOT NULL PRIMARY KEY,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    created BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    due BIGINT NOT NULL
);
CREATE INDEX mail_by_due ON mail (due);
