-- A page of a rule's open findings is read in its order, however many there are.
DROP INDEX quality_finding_by_rule;
CREATE INDEX quality_finding_by_rule ON quality_finding (rule, owner, subject) WHERE gone IS NULL;
