-- A page of a rule's open findings is read in its order, however many there are: what comes before it and what is of another
-- county or language version is passed over in the index.
DROP INDEX quality_finding_by_rule;
CREATE INDEX quality_finding_by_rule ON quality_finding (rule, owner, subject, id, language, field, county)
    WHERE gone IS NULL;
