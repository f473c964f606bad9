-- What visitors told of a service, or of the site where `about` is empty. Nothing here tells who they are. `county` is
-- empty where the site was one of all counties, `words` where the kind says it all.
CREATE TABLE feedback (
    id ID_TEXT NOT NULL PRIMARY KEY,
    about ID_TEXT NOT NULL,
    county ID_TEXT NOT NULL,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    language TEXT NOT NULL,
    created BIGINT NOT NULL
);
CREATE INDEX feedback_by_creation ON feedback (created);
