-- What changed last, first: feeds of new and changed services.
CREATE INDEX entity_by_changed ON entity (kind, changed, id);
