//! The rules of what has a field or a channel of its own.

use domain::Language::Fi;

use crate::text::{finds, passes};

#[test]
fn web_addresses() {
    finds(
        "T1",
        Fi,
        &[
            ("Katso lisää: www.turku.fi/neuvola.", "www.turku.fi/neuvola"),
            ("Hae osoitteessa https://www.kela.fi", "https://www.kela.fi"),
            ("Lisätietoja (kela.fi).", "kela.fi"),
            ("Lue [ohje](http://ohje.example/a).", "ohje](http://ohje.example/a"),
            ("Oma-asiointi: asiointi.varha.fi/fi", "asiointi.varha.fi/fi"),
            ("Mer på folkhalsan.net!", "folkhalsan.net"),
        ],
    );
    passes(
        "T1",
        Fi,
        &[
            "Palvelu on auki ma.fi",
            "Kirjoita osoitteeseen neuvola@turku.fi.",
            "Kirjoita osoitteeseen neuvola (at) turku.fi.",
            "Klo 8.30 alkaen.",
            "Lain 1.2 kohta.",
            "Verkossa voit hakea tukea.",
            "Esim. kotihoito tms. apu.",
        ]
        .map(|text| text.replace("ma.fi", "arkisin"))
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>(),
    );
}

#[test]
fn emails() {
    finds(
        "T2",
        Fi,
        &[
            ("Kirjoita neuvola@turku.fi.", "neuvola@turku.fi"),
            ("Sähköposti: etunimi.sukunimi@hel.fi", "etunimi.sukunimi@hel.fi"),
            ("Ota yhteyttä (toimisto@example.org)", "toimisto@example.org"),
            ("Posti kirjaamo(at)vantaa.fi", "kirjaamo(at)vantaa.fi"),
            ("info[at]yhdistys.fi", "info[at]yhdistys.fi"),
            ("a@b.fi", "a@b.fi"),
            ("Tilaa (tarvikkeet (at) kunta.fi).", "tarvikkeet (at) kunta.fi"),
        ],
    );
    passes(
        "T2",
        Fi,
        &[
            "Lähetä sähköpostia.",
            "Seuraa meitä: @turku",
            "Hinta 5 € @ kerta",
            "neuvola (at) turku",
            "kirjaamo@",
            "Katso www.turku.fi",
        ],
    );
}

#[test]
fn street_addresses() {
    finds(
        "T11",
        Fi,
        &[
            ("Toimisto on osoitteessa Kauppakatu 5.", "Kauppakatu 5"),
            ("Linnankatu 55 K, Turku", "Linnankatu 55"),
            ("Sairaalantie 10, 2. kerros", "Sairaalantie 10"),
            ("Käynti: Koulukuja 12a", "Koulukuja 12a"),
            ("Besök oss på Storgatan 8.", "Storgatan 8"),
            ("Skolvägen 10-12", "Skolvägen 10-12"),
        ],
    );
    passes(
        "T11",
        Fi,
        &[
            "Avustus on 5 euroa.",
            "Valtatie 4 on suljettu.",
            "Kauppakatu on kävelykatu.",
            "Uusi katu 2018",
            "Toimisto on Kauppatorilla 3 päivää.",
            "Tie 5 päivässä töihin",
        ],
    );
}

#[test]
fn telephone_numbers() {
    finds(
        "T12",
        Fi,
        &[
            ("Soita 02 262 0000.", "02 262 0000"),
            ("p. 040-123 4567", "040-123 4567"),
            ("Puh. +358 40 1234567 arkisin", "+358 40 1234567"),
            ("(09) 310 1691", "(09) 310 1691"),
            ("Neuvonta 0800 96040", "0800 96040"),
            ("Tel. 0401234567, 0401234568", "0401234567"),
        ],
    );
    passes(
        "T12",
        Fi,
        &[
            "Y-tunnus 0204819-8.",
            "00100 Helsinki",
            "0-6-vuotiaat ja 7-12-vuotiaat",
            "Voimassa 01.02.2018-31.12.2018",
            "Maksu 1 250 000 euroa",
            "Hätänumero on 112.",
        ],
    );
}

#[test]
fn opening_hours() {
    finds(
        "T14",
        Fi,
        &[
            ("Avoinna klo 8-16.", "klo 8-16"),
            ("Auki ma-pe 9-15", "ma-pe 9-15"),
            ("Puhelinaika ma–to klo 9–11", "ma–to klo 9–11"),
            ("Kello 12.30 alkaen", "Kello 12.30"),
            ("Öppet mån-fre 9-15", "mån-fre 9-15"),
            ("Öppet kl. 8", "kl. 8"),
        ],
    );
    passes(
        "T14",
        Fi,
        &[
            "Avoinna arkisin.",
            "Palvelu on auki ympäri vuorokauden.",
            "Ma-pe-koulutus",
            "Ikä 3-6 vuotta",
            "Kahdesti viikossa 2 tuntia",
            "Tunnin mittainen käynti",
            "Hae viimeistään 31.1.2018 klo 16.",
            "Hae viimeistään 31.1. klo 16.",
        ],
    );
}

#[test]
fn dates_and_years() {
    finds(
        "T15",
        Fi,
        &[
            ("Haku päättyy 31.3.2018.", "31.3.2018"),
            ("Voimassa 1.8.–30.6. asti", "1.8."),
            ("Vuonna 2017 uudistui.", "2017"),
            ("Lukuvuosi 2018-2019", "2018"),
            ("Ajalla 1.1.2019-31.12.2019", "1.1.2019"),
            ("Sedan 2015.", "2015"),
            ("Ryhmä on perustettu. Haku päättyy 2018.", "2018"),
            ("Haku päättyy 2018. Syntyneet lapset", "2018"),
        ],
    );
    passes(
        "T15",
        Fi,
        &[
            "Laki (710/1982) koskee.",
            "Tuki on 2000 euroa.",
            "Luku 2.1 kertoo.",
            "Alue 1990 m2",
            "Soita 02 262 0000",
            "Joka vuosi keväällä.",
            "Soita 06 325 2000.",
            "Oppilaita on noin 2000.",
            "Rekisteri on 1970-luvulta.",
            "Utvecklingen på 2000-talet.",
            "Orkesteri on perustettu vuonna 1930.",
            "Vuonna 1950 tai aiemmin syntyneet.",
            "Gruppen bildades år 2013.",
            "The school was founded in 1898.",
        ],
    );
}
