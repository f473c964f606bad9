quality-heading = Quality of descriptions
quality-of-hundred = / 100 points
quality-none = No description has been checked yet. Descriptions are checked after each import.
quality-descriptions = { $count ->
    [one] { $count } description
   *[other] { $count } descriptions
}
quality-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
quality-warnings = { $count ->
    [one] { $count } to check
   *[other] { $count } to check
}
quality-chart = The score was { $before } ({ $from }) and is now { $now } ({ $to }).
quality-history = How the score has changed
quality-day = Day
quality-points = Points
quality-count = Descriptions
quality-severity-e = Error
quality-severity-w = Check
quality-severity-h = For a person to judge
quality-severity = Severity
quality-rule = Rule
quality-rules = What the rules found
quality-finding = Finding
quality-findings = Findings
quality-all-findings = All findings
quality-organisation = Organisation
quality-organisations = Organisations
quality-organisations-count = { $count ->
    [one] { $count } organisation with descriptions.
   *[other] { $count } organisations with descriptions. Those with the fewest points come first.
}
quality-municipality = Municipality
quality-municipalities = Points by municipality
quality-nobody = No organisation is named
quality-how = How the score is calculated
quality-how-mean = The score of an organisation, a municipality and a county is the average over all language versions of their services, channels and organisation descriptions. Municipality and county are those where the responsible organisation is based.
quality-csv = Download CSV
quality-xlsx = Download Excel (XLSX)
quality-id = ID
quality-description = Description
quality-language = Language version
quality-field = Field
quality-evidence = Part of the text
quality-since = Since
quality-since-day = since { $name }
findings-heading = Findings
findings-count = { $count ->
    [0] No findings
    [one] { $count } finding
   *[other] { $count } findings
}
findings-none = The rules found nothing to correct.
findings-any = All
findings-choose = Show
findings-clear = Clear the choices
findings-why = Why, and how to correct it
description-page = As a resident sees it
description-texts = Texts
description-of-connection = Connection: { $name }
quality-field-name = Name
quality-field-alternative-name = Alternative name
quality-field-summary = Summary
quality-field-description = Description
quality-field-user-instructions = User instructions
quality-field-conditions = Conditions and criteria
quality-field-charge-information = More about the charge
quality-field-processing-time = Processing time
quality-field-deadline = Deadline
quality-field-validity-time = Validity
quality-field-keywords = Free keywords
quality-field-legislation = Legislation
quality-field-service-classes = Service classes
quality-field-ontology-terms = Ontology terms
quality-field-target-groups = Target groups
quality-field-channels = Channels
quality-field-services = Services
quality-field-area = Area
quality-field-languages = Languages of the service
quality-field-modified = Modified
quality-field-organisation = Organisation
quality-field-addresses = Addresses
quality-field-phones = Phone numbers
quality-field-emails = E-mail addresses
quality-field-web-addresses = Web addresses
quality-field-hours = Service hours
quality-field-accessibility = Accessibility
sheet-cut = The table has the first { $count } rows. There are { $most } in all.
sheet-narrow = Narrow your selection to get the rest.
quality-counting = The descriptions are being checked and counted. The results will be on this page when that is done.
