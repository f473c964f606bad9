quality-heading = Kuvausten laatu
quality-of-hundred = / 100 pistettä
quality-none = Yhtään kuvausta ei ole vielä tarkistettu. Kuvaukset tarkistetaan jokaisen tuonnin jälkeen.
quality-descriptions = { $count ->
    [one] { $count } kuvaus
   *[other] { $count } kuvausta
}
quality-errors = { $count ->
    [one] { $count } virhe
   *[other] { $count } virhettä
}
quality-warnings = { $count ->
    [one] { $count } tarkistettava
   *[other] { $count } tarkistettavaa
}
quality-chart = Pisteet olivat { $before } ({ $from }) ja ovat nyt { $now } ({ $to }).
quality-history = Pisteiden muutokset
quality-day = Päivä
quality-points = Pisteet
quality-count = Kuvauksia
quality-severity-e = Virhe
quality-severity-w = Tarkista
quality-severity-h = Vaatii ihmisen arvion
quality-severity = Vakavuus
quality-rule = Sääntö
quality-rules = Mitä säännöt löysivät
quality-finding = Havainto
quality-findings = Havaintoja
quality-all-findings = Kaikki havainnot
quality-organisation = Organisaatio
quality-organisations = Organisaatiot
quality-organisations-count = { $count ->
    [one] { $count } organisaatio, jolla on kuvauksia.
   *[other] { $count } organisaatiota, joilla on kuvauksia. Vähiten pisteitä saaneet ovat ensin.
}
quality-municipality = Kunta
quality-municipalities = Pisteet kunnittain
quality-nobody = Organisaatiota ei ole nimetty
quality-how = Näin pisteet lasketaan
quality-how-mean = Organisaation, kunnan ja hyvinvointialueen pisteet ovat niiden palvelujen, asiointikanavien ja organisaatiokuvausten kaikkien kieliversioiden keskiarvo. Kunta ja hyvinvointialue määräytyvät vastuuorganisaation kotipaikasta.
quality-csv = Lataa CSV
quality-xlsx = Lataa Excel (XLSX)
quality-id = Tunniste
quality-description = Kuvaus
quality-language = Kieliversio
quality-field = Kenttä
quality-evidence = Tekstin kohta
quality-since = Alkaen
quality-since-day = alkaen { $name }
findings-heading = Havainnot
findings-count = { $count ->
    [0] Ei havaintoja
    [one] { $count } havainto
   *[other] { $count } havaintoa
}
findings-none = Säännöt eivät löytäneet mitään korjattavaa.
findings-any = Kaikki
findings-choose = Näytä
findings-clear = Poista rajaukset
findings-why = Miksi ja miten korjataan
description-page = Näin asukas näkee sen
description-texts = Tekstit
description-of-connection = Liitos: { $name }
quality-field-name = Nimi
quality-field-alternative-name = Vaihtoehtoinen nimi
quality-field-summary = Tiivistelmä
quality-field-description = Kuvaus
quality-field-user-instructions = Toimintaohje
quality-field-conditions = Ehdot ja kriteerit
quality-field-charge-information = Maksullisuuden lisätieto
quality-field-processing-time = Käsittelyaika
quality-field-deadline = Määräaika
quality-field-validity-time = Voimassaoloaika
quality-field-keywords = Vapaat asiasanat
quality-field-legislation = Lainsäädäntö
quality-field-service-classes = Palveluluokat
quality-field-ontology-terms = Ontologiakäsitteet
quality-field-target-groups = Kohderyhmät
quality-field-channels = Asiointikanavat
quality-field-services = Palvelut
quality-field-area = Alue
quality-field-languages = Palvelun kielet
quality-field-modified = Muokattu
quality-field-organisation = Organisaatio
quality-field-addresses = Osoitteet
quality-field-phones = Puhelinnumerot
quality-field-emails = Sähköpostiosoitteet
quality-field-web-addresses = Verkko-osoitteet
quality-field-hours = Palveluajat
quality-field-accessibility = Saavutettavuus
sheet-cut = Taulukossa on { $count } ensimmäistä riviä. Rivejä on kaikkiaan { $most }.
sheet-narrow = Rajaa tuloksia, niin saat loput rivit.
quality-counting = Kuvauksia tarkistetaan ja lasketaan. Tulokset näkyvät tällä sivulla, kun laskenta on valmis.
