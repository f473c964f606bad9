-- The services that are counted to a county are listed page by page in order of service, however many there are.
CREATE INDEX coverage_place_by_county ON coverage_place (county, reach, service) WHERE ended IS NULL;
