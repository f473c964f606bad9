//! The rules of texts.

use domain::Language;
use domain::catalogue::{Classification, EntityId};
use domain::catalogue::{GeneralDescription, GeneralDescriptionTexts, ServiceKind, ServiceTexts};

use quality::{About, AboutService, Evidence, Settings};

use crate::{about, memory, of, of_with, service, subject};

/// What a rule finds in a description.
fn found(rule: &str, language: Language, text: &str) -> Vec<String> {
    let texts = ServiceTexts { description: Some(text.to_owned()), ..ServiceTexts::default() };
    let service = service(language, texts);
    // One passive is a finding here; how many a text may have is a test of its own.
    let settings = Settings { passives: 0, ..Settings::default() };
    let findings = of_with(&settings, rule, &subject(&service));
    for finding in &findings {
        let is_in_place = |it: &Evidence| {
            let place = it.place.clone().unwrap();
            let words: String = text.chars().skip(place.start).take(place.len()).collect();
            words == it.words
        };
        assert!(finding.evidence.iter().all(is_in_place), "the places are those of the words");
    }
    findings.into_iter().flat_map(|finding| finding.evidence).map(|it| it.words).collect()
}

pub fn finds(rule: &str, language: Language, cases: &[(&str, &str)]) {
    for (text, evidence) in cases {
        let words = found(rule, language, text);
        assert_eq!(words.first().map(String::as_str), Some(*evidence), "{rule}: {text}");
    }
}

pub fn passes(rule: &str, language: Language, cases: &[&str]) {
    for text in cases {
        assert_eq!(found(rule, language, text), Vec::<String>::new(), "{rule}: {text}");
    }
}

use Language::{En, Fi, Sv};

#[test]
fn long_sentences_and_paragraphs() {
    let long = format!("{}.", ["sana"; 26].join(" "));
    let fits = format!("{}.", ["sana"; 25].join(" "));
    finds(
        "T7",
        Fi,
        &[
            (&long, &long),
            (
                &format!("Laki tuli voimaan 1.1.2016. {}", long.replacen('s', "S", 1)),
                &long.replacen('s', "S", 1),
            ),
            (&format!("Alku. {}", long.replacen('s', "S", 1)), &long.replacen('s', "S", 1)),
        ],
    );
    passes(
        "T7",
        Fi,
        &[
            &fits,
            &format!("{fits} {}", fits.replacen('s', "S", 1)),
            &format!("{}\n{fits}", ["sana"; 20].join(" ")),
        ],
    );
    finds("T17", Fi, &[("A on. B on. C on. D on. E on.", "A on. B on. C on. D on. E on.")]);
    passes(
        "T17",
        Fi,
        &[
            "Aa on. Bb on. Cc on. Dd on.",
            "Aa on. Bb on.\nCc on. Dd on. Ee on.",
            "Esim. 1.2. Maanantaina.",
        ],
    );
}

#[test]
fn sections_of_law() {
    finds(
        "T8",
        Fi,
        &[
            ("Lain 27 §:n mukaan", "§"),
            ("Pykälän mukaan", "Pykälän"),
            ("2 momentti", "momentti"),
            ("Sosiaalihuoltolaki 14§", "§"),
            ("Toisen momentin", "momentin"),
            ("Enligt paragraf 2", "paragraf"),
        ],
    );
    passes(
        "T8",
        Fi,
        &[
            "Laki lukiolaista.",
            "Momenttiavain",
            "Kohdassa 2",
            "Artikkeli",
            "Lain mukaan",
            "Pykälät",
        ],
    );
}

#[test]
fn marketing() {
    finds(
        "T19",
        Fi,
        &[
            ("Tervetuloa mukaan.", "Tervetuloa"),
            ("Tule nauttimaan.", "nauttimaan"),
            ("Monipuolinen valikoima", "Monipuolinen"),
            ("Kattavat ja laadukkaat palvelut", "laadukkaat"),
            ("Ainutlaatuinen paikka", "Ainutlaatuinen"),
            ("Tule mukaan!", "!"),
        ],
    );
    finds("T19", Sv, &[("Varmt välkommen.", "välkommen")]);
    finds("T19", En, &[("Welcome to the clinic.", "Welcome")]);
    passes(
        "T19",
        Fi,
        &[
            "Maksut kattavat kulut.",
            "Ohjausta arkisin.",
            "Laatu",
            "Nautakarja",
            "Kattaus",
            "Monta puolta",
            "Isät ovat tervetulleita.",
            "Huom! Varaa aika ajoissa.",
            "Opisto on YA! ja se on Vaasassa.",
            "Tavoitteena on lapsen monipuolinen kehitys.",
            "Korjaaminen pitää verkoston kattavana.",
        ],
    );
    passes(
        "T19",
        Sv,
        &["Papporna är välkomna.", "Obs! Boka tid.", "Barnets mångsidiga utveckling."],
    );
    passes("T19", En, &["The Welcome Office helps you.", "Siblings are welcome."]);
}

#[test]
fn pointing_about_on_the_page() {
    finds(
        "T20",
        Fi,
        &[
            ("Katso alta lisää.", "Katso alta"),
            ("Lomake on tällä sivulla.", "tällä sivulla"),
            ("Yllä mainittu tuki", "Yllä mainit"),
            ("Lue alla oleva ohje", "alla olev"),
            ("Löydät tältä sivulta", "tältä sivulta"),
            ("Kuten yllä olevassa", "yllä olev"),
        ],
    );
    finds("T20", Sv, &[("Se nedan.", "Se nedan")]);
    passes(
        "T20",
        Fi,
        &["Sillalla olevat", "Sivulla on ohje.", "Alla", "Katso ohje.", "Hoidon alta", "Se nedan"],
    );
}

#[test]
fn summaries_that_do_not_end_as_sentences() {
    let ends = |summary: &str| {
        let texts = ServiceTexts { summary: Some(summary.to_owned()), ..ServiceTexts::default() };
        of("T21", &subject(&service(Fi, texts))).is_empty()
    };
    for bad in
        ["Ohjaus, neuvonta, tuki", "Apua", "Tukea perheille,", "Apua ja", "Kotiin –", "Neuvola;"]
    {
        assert!(!ends(bad), "{bad}");
    }
    for good in [
        "Saat apua.",
        "Tarvitsetko apua?",
        "Apua!",
        "Saat apua (myös kotiin).",
        "Saat ”apua.”",
        "Apua… ",
    ] {
        assert!(ends(good), "{good}");
    }
}

#[test]
fn passives_and_non_finite_clauses() {
    if memory().is_none() {
        println!("skipped: Voikko's dictionary is not installed (voikko-fi)");
        return;
    }
    finds(
        "T3",
        Fi,
        &[
            ("Perhettä autetaan.", "autetaan"),
            ("Palvelu järjestetään kotona.", "järjestetään"),
            ("Lapsi tavataan kotona.", "tavataan"),
            ("Asia tehdään yhdessä.", "tehdään"),
            ("Hakemus lähetetään.", "lähetetään"),
            ("Tuki myönnettiin.", "myönnettiin"),
        ],
    );
    passes(
        "T3",
        Fi,
        &[
            "Hae kotiaan etsivälle.",
            "Asiakas vie lapsensa hoitoon.",
            "Saat apua asumiseen.",
            "Mene tapaamaan.",
            "Lapsi ja hänen kuntaan muuttonsa.",
            "Taan ja laan",
            "Asukas maksaa asumisestaan.",
        ],
    );
    finds(
        "T4",
        Fi,
        &[
            ("Saapuessasi ilmoittaudu.", "Saapuessasi"),
            ("Hakiessasi tukea", "Hakiessasi"),
            ("Asiakkaan tullessaan", "tullessaan"),
            ("Odottaessasi vuoroa", "Odottaessasi"),
            ("Ollessaan kotona", "Ollessaan"),
            ("Muuttaessaan kuntaan", "Muuttaessaan"),
        ],
    );
    passes(
        "T4",
        Fi,
        &[
            "Kun saavut, ilmoittaudu.",
            "Talossasi asuu.",
            "Kunnassamme on.",
            "Lapsesi tuasi",
            "Elämässäsi muuttuu.",
            "Kodissaan asuva",
            "Oppilas tarvitsee tukea oppimisessaan.",
        ],
    );
}

#[test]
fn a_text_may_have_a_few_passives() {
    if memory().is_none() {
        println!("skipped: Voikko's dictionary is not installed (voikko-fi)");
        return;
    }
    let count = |text: &str| {
        let texts = ServiceTexts { description: Some(text.to_owned()), ..ServiceTexts::default() };
        of("T3", &subject(&service(Fi, texts))).iter().map(|it| it.evidence.len()).sum::<usize>()
    };
    assert_eq!(count("Perhettä autetaan. Asia tehdään yhdessä."), 0);
    assert_eq!(count("Perhettä autetaan. Asia tehdään yhdessä. Tuki myönnettiin."), 3);
}

#[test]
fn municipalities_in_names() {
    let named = |name: &str| {
        let texts = ServiceTexts { name: name.to_owned(), ..ServiceTexts::default() };
        !of("T18", &subject(&service(Fi, texts))).is_empty()
    };
    if memory().is_none() {
        println!("skipped: Voikko's dictionary is not installed (voikko-fi)");
        return;
    }
    for bad in [
        "Naantalin neuvola",
        "Kirjasto Espoossa",
        "Helsingin perhetyö",
        "Liikunta, Tampere",
        "Raision kotihoito",
        "Rovaniemen uimahalli",
    ] {
        assert!(named(bad), "{bad}");
    }
    for good in ["Neuvola", "Salon tanssi", "Perhetyö", "Suomen kieli", "Aura ja latu", "Kotihoito"]
    {
        assert!(!named(good), "{good}");
    }
}

#[test]
fn copies_of_the_general_description_and_unequal_versions() {
    let shared =
        "Neuvola seuraa lapsen kasvua ja tukee koko perhettä arjen pulmissa joka vaiheessa.";
    let common = ServiceTexts { description: Some(shared.to_owned()), ..ServiceTexts::default() };
    let description = GeneralDescription {
        id: EntityId::new("g").unwrap(),
        kind: ServiceKind::Service,
        general_description_kinds: vec![],
        organisation: None,
        texts: [(Fi, GeneralDescriptionTexts { common, ..GeneralDescriptionTexts::default() })]
            .into(),
        classification: Classification::default(),
        charge: None,
        modified: None,
    };
    let copies = |language: Language, text: &str| {
        let texts = ServiceTexts { description: Some(text.to_owned()), ..ServiceTexts::default() };
        let service = service(language, texts);
        let with =
            AboutService { service: &service, description: Some(&description), channels: None };
        let found = of("T6", &about(About::Service(with))).pop();
        found.map(|finding| finding.evidence.into_iter().map(|it| it.words).collect::<String>())
    };
    assert_eq!(copies(Fi, shared).as_deref(), Some(shared.trim_end_matches('.')));
    let part = "Meillä neuvola seuraa lapsen kasvua ja tukee koko perhettä arjen tuella.";
    assert_eq!(
        copies(Fi, part).as_deref(),
        Some("neuvola seuraa lapsen kasvua ja tukee koko perhettä arjen")
    );
    let eight = "Meillä neuvola seuraa lapsen kasvua ja tukee koko perhettä, kun aika on.";
    assert_eq!(copies(Fi, eight), None, "eight words in a row may be a phrase of the law");
    assert_eq!(copies(Fi, "Neuvola seuraa lapsen kasvua ja tukee perhettä."), None);
    assert_eq!(copies(Sv, shared), None);

    let unequal = |fi: usize, sv: usize| {
        let text = |length| ServiceTexts {
            description: Some("a".repeat(length)),
            ..ServiceTexts::default()
        };
        let mut service = service(Fi, text(fi));
        service.texts.insert(Sv, text(sv));
        !of("T24", &subject(&service)).is_empty()
    };
    for (fi, sv) in [(400, 199), (199, 400), (1000, 10), (300, 601), (200, 99), (5000, 2000)] {
        assert!(unequal(fi, sv), "{fi} {sv}");
    }
    for (fi, sv) in [(400, 200), (200, 400), (100, 10), (199, 20), (300, 300), (5000, 2500)] {
        assert!(!unequal(fi, sv), "{fi} {sv}");
    }
}
