quality-heading = Beskrivningarnas kvalitet
quality-of-hundred = / 100 poäng
quality-none = Inga beskrivningar har kontrollerats ännu. Beskrivningarna kontrolleras efter varje import.
quality-descriptions = { $count ->
    [one] { $count } beskrivning
   *[other] { $count } beskrivningar
}
quality-errors = { $count ->
    [one] { $count } fel
   *[other] { $count } fel
}
quality-warnings = { $count ->
    [one] { $count } att kontrollera
   *[other] { $count } att kontrollera
}
quality-chart = Poängen var { $before } ({ $from }) och är nu { $now } ({ $to }).
quality-history = Så har poängen ändrats
quality-day = Dag
quality-points = Poäng
quality-count = Beskrivningar
quality-severity-e = Fel
quality-severity-w = Kontrollera
quality-severity-h = Bedöms av en människa
quality-severity = Allvarlighetsgrad
quality-rule = Regel
quality-rules = Vad reglerna hittade
quality-finding = Iakttagelse
quality-findings = Antal iakttagelser
quality-all-findings = Alla iakttagelser
quality-organisation = Organisation
quality-organisations = Organisationer
quality-organisations-count = { $count ->
    [one] { $count } organisation med beskrivningar.
   *[other] { $count } organisationer med beskrivningar. De som har minst poäng kommer först.
}
quality-municipality = Kommun
quality-municipalities = Poäng per kommun
quality-nobody = Ingen organisation har angetts
quality-how = Så räknas poängen
quality-how-mean = Poängen för en organisation, en kommun och ett välfärdsområde är medelvärdet av alla språkversioner av deras tjänster, servicekanaler och organisationsbeskrivningar. Kommun och välfärdsområde bestäms av den ansvariga organisationens hemort.
quality-csv = Ladda ner CSV
quality-xlsx = Ladda ner Excel (XLSX)
quality-id = Id
quality-description = Beskrivning
quality-language = Språkversion
quality-field = Fält
quality-evidence = Ställe i texten
quality-since = Sedan
quality-since-day = sedan { $name }
findings-heading = Iakttagelser
findings-count = { $count ->
    [0] Inga iakttagelser
    [one] { $count } iakttagelse
   *[other] { $count } iakttagelser
}
findings-none = Reglerna hittade inget att rätta.
findings-any = Alla
findings-choose = Visa
findings-clear = Ta bort avgränsningarna
findings-why = Varför och hur det rättas
description-page = Så ser invånaren den
description-texts = Texter
description-of-connection = Koppling: { $name }
quality-field-name = Namn
quality-field-alternative-name = Alternativt namn
quality-field-summary = Sammandrag
quality-field-description = Beskrivning
quality-field-user-instructions = Handlingsinstruktioner
quality-field-conditions = Villkor och kriterier
quality-field-charge-information = Mer information om avgiften
quality-field-processing-time = Behandlingstid
quality-field-deadline = Tidsfrist
quality-field-validity-time = Giltighetstid
quality-field-keywords = Fria nyckelord
quality-field-legislation = Lagstiftning
quality-field-service-classes = Serviceklasser
quality-field-ontology-terms = Ontologibegrepp
quality-field-target-groups = Målgrupper
quality-field-channels = Servicekanaler
quality-field-services = Tjänster
quality-field-area = Område
quality-field-languages = Tjänstens språk
quality-field-modified = Ändrad
quality-field-organisation = Organisation
quality-field-addresses = Adresser
quality-field-phones = Telefonnummer
quality-field-emails = E-postadresser
quality-field-web-addresses = Webbadresser
quality-field-hours = Servicetider
quality-field-accessibility = Tillgänglighet
sheet-cut = Tabellen innehåller de { $count } första raderna. Det finns sammanlagt { $most } rader.
sheet-narrow = Avgränsa urvalet för att få resten.
quality-counting = Beskrivningarna kontrolleras och räknas. Resultaten visas på den här sidan när räkningen är klar.
