-- What a letter is about: the provider's link whose digest it is, or the task whose reporter it tells. Empty where neither.
ALTER TABLE mail ADD COLUMN link ID_TEXT NOT NULL DEFAULT '';
ALTER TABLE mail ADD COLUMN task ID_TEXT NOT NULL DEFAULT '';
