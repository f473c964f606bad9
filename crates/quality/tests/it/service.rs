//! The rules of what a service must have, each on at least six cases of either kind.

use std::collections::BTreeMap;

use domain::Language::{self, En, Fi, Sv};
use domain::catalogue::{
    Area, AreaReference, Charge, EntityId, GeneralDescription, GeneralDescriptionTexts,
    OrganisationKind, Service, ServiceKind, ServiceTexts,
};
use quality::{About, AboutService, Subject};

use crate::structure::{codes, organisation};
use crate::{about, of, service};

/// A general description with these texts in Finnish.
pub fn description(common: ServiceTexts) -> GeneralDescription {
    let texts = GeneralDescriptionTexts { common, ..GeneralDescriptionTexts::default() };
    GeneralDescription {
        id: EntityId::new("g").unwrap(),
        kind: ServiceKind::Service,
        general_description_kinds: vec![],
        organisation: None,
        texts: [(Fi, texts)].into(),
        classification: domain::catalogue::Classification::default(),
        charge: None,
        modified: None,
    }
}

/// The texts of a version: n name, s summary, d description, u instructions, c charge; capitals are blank.
fn texts(fields: &str) -> ServiceTexts {
    let text = |letter: char| {
        let blank = letter.to_ascii_uppercase();
        fields
            .find(letter)
            .map(|_| "Teksti.".to_owned())
            .or_else(|| fields.find(blank).map(|_| " ".to_owned()))
    };
    ServiceTexts {
        name: text('n').unwrap_or_default(),
        summary: text('s'),
        description: text('d'),
        user_instructions: text('u'),
        charge_information: text('c'),
        ..ServiceTexts::default()
    }
}

/// The languages of a rule's findings ("-" for the whole) in a service with these versions, "fi:nsd sv:ns", on a general
/// description with these fields in Finnish.
fn found(rule: &str, versions: &str, shared: &str) -> String {
    let mut service = service(Fi, ServiceTexts::default());
    service.charge = Some(Charge::Charged);
    service.texts = versions
        .split_whitespace()
        .filter_map(|version| version.split_once(':'))
        .map(|(code, fields)| (Language::from_code(code).unwrap(), texts(fields)))
        .collect();
    let description = description(texts(shared));
    let with = AboutService {
        service: &service,
        description: Some(&description).filter(|_| !shared.is_empty()),
        channels: None,
    };
    let languages = of(rule, &about(About::Service(with)))
        .iter()
        .map(|finding| finding.language.map_or("-", Language::code))
        .collect::<Vec<_>>();
    languages.join(" ")
}

#[test]
fn whole_language_versions() {
    for (versions, shared, none_is_whole, unfinished) in [
        ("", "", "-", ""),
        ("fi:", "", "-", "fi fi fi"),
        ("fi:n", "", "-", "fi fi"),
        ("fi:ns", "", "-", "fi"),
        ("fi:nsD", "", "-", "fi"),
        ("fi:nd sv:ns", "", "-", "fi sv"),
        ("fi:Nsd", "", "-", "fi"),
        ("fi:nsd sv:nd", "", "", "sv"),
        ("fi:nsd sv:ns en:n", "", "", "sv en en"),
        ("sv:ns", "d", "-", "sv"),
        ("fi:nsd", "", "", ""),
        ("fi:nsd sv:nsd", "", "", ""),
        ("fi:ns", "d", "", ""),
        ("sv:nsd", "", "", ""),
        ("fi:nsdu", "", "", ""),
        ("fi:nsd sv:nsd en:nsd", "d", "", ""),
    ] {
        assert_eq!(found("S1", versions, shared), none_is_whole, "S1 {versions} {shared}");
        assert_eq!(found("S2", versions, shared), unfinished, "S2 {versions} {shared}");
    }
}

#[test]
fn instructions_and_words_about_the_price() {
    for (versions, shared, missing) in [
        ("fi:nsd", "", "fi"),
        ("fi:nsdU", "", "fi"),
        ("fi:nsdu sv:nsd", "", "sv"),
        ("fi:n sv:n en:n", "", "fi sv en"),
        ("fi:nsd sv:nsd", "u", "sv"),
        ("fi:nsd", "d", "fi"),
        ("fi:nsdu", "", ""),
        ("fi:nsd", "u", ""),
        ("fi:nsdU", "u", ""),
        ("fi:u sv:u", "", ""),
        ("fi:n sv:u", "u", ""),
        ("", "", ""),
    ] {
        assert_eq!(found("S4", versions, shared), missing, "S4 {versions} {shared}");
        let [versions, shared] =
            [versions, shared].map(|fields| fields.replace('u', "c").replace('U', "C"));
        assert_eq!(found("S18", &versions, &shared), missing, "S18 {versions} {shared}");
    }
    for charge in [None, Some(Charge::Free), Some(Charge::Other("x".to_owned()))] {
        let mut service = service(Fi, texts("nsd"));
        service.charge.clone_from(&charge);
        assert!(of("S18", &crate::subject(&service)).is_empty(), "{charge:?}");
    }
}

fn is_found(rule: &str, change: impl FnOnce(&mut Service)) -> bool {
    let mut service = service(Fi, texts("nsdu"));
    change(&mut service);
    !of(rule, &crate::subject(&service)).is_empty()
}

#[test]
fn how_many_terms_and_sub_groups() {
    for count in [0, 11, 12, 20, 30, 100] {
        let terms = vec!["a".to_owned(); count];
        assert!(is_found("S6", |it| it.classification.ontology_terms = terms), "{count}");
    }
    for count in [1, 2, 5, 8, 9, 10] {
        let terms = vec!["a".to_owned(); count];
        assert!(!is_found("S6", |it| it.classification.ontology_terms = terms), "{count}");
    }
    for groups in [
        &["KR1.1", "KR1.2", "KR1.3"][..],
        &["KR1", "KR1.1", "KR1.2", "KR1.3"],
        &["KR1.1", "KR1.2", "KR1.3", "KR1.4"],
        &["KR1.2", "KR1.4", "KR1.6", "KR2.1"],
        &["KR1.1", "KR1.2", "KR1.3", "KR1.4", "KR1.5"],
        &["KR1.1", "KR1.2", "KR1.3", "KR1.4", "KR1.5", "KR1.6"],
    ] {
        assert!(is_found("S8", |it| it.classification.target_groups = codes(groups)), "{groups:?}");
    }
    for groups in [
        &[][..],
        &["KR1"],
        &["KR1.1"],
        &["KR1.1", "KR1.2"],
        &["KR1", "KR1.1", "KR1.2"],
        &["KR2.1", "KR2.2", "KR2.3", "KR2.4"],
    ] {
        assert!(
            !is_found("S8", |it| it.classification.target_groups = codes(groups)),
            "{groups:?}"
        );
    }
}

#[test]
fn groups_that_are_at_odds_with_life_events_and_industries() {
    for (groups, events, industries, is_wrong) in [
        (&["KR1"][..], &["KE8"][..], &[][..], false),
        (&["KR1.2"], &["KE8"], &[], false),
        (&["KR2", "KR2.1"], &[], &["88999"], false),
        (&["KR1", "KR2", "KR2.1"], &["KE8"], &["88999"], false),
        (&["KR2", "KR2.1"], &["KE8"], &[], true),
        (&["KR3"], &["KE8"], &[], true),
        (&["KR1"], &[], &["88999"], true),
        (&["KR3"], &[], &["88999"], true),
    ] {
        let change = |it: &mut Service| {
            it.classification.target_groups = codes(groups);
            it.classification.life_events = codes(events);
            it.classification.industrial_classes = codes(industries);
        };
        assert_eq!(is_found("S7", change), is_wrong, "{groups:?} {events:?} {industries:?}");
    }
}

#[test]
fn channels_and_languages_of_the_service() {
    for kind in ServiceKind::KNOWN {
        for language in [Fi, Sv] {
            let mut service = service(language, texts("nsd"));
            service.kind = kind.clone();
            let with = |channels| {
                about(About::Service(AboutService {
                    service: &service,
                    description: None,
                    channels,
                }))
            };
            assert_eq!(of("S9", &with(Some(0))).len(), 1);
            for channels in [Some(1), Some(2), Some(500), None] {
                assert!(of("S9", &with(channels)).is_empty(), "{channels:?}");
            }
        }
    }
    for versions in ["", "fi:n", "sv:n", "fi:nsd", "fi:nsd sv:nsd", "en:nsdu"] {
        let change = |languages: &[&str]| {
            let languages = codes(languages);
            is_found("S13", |it| {
                it.languages = languages;
                it.texts = versions
                    .split_whitespace()
                    .filter_map(|version| version.split_once(':'))
                    .map(|(code, fields)| (Language::from_code(code).unwrap(), texts(fields)))
                    .collect();
            })
        };
        assert!(change(&[]), "{versions}");
        assert!(!change(&["fi"]) && !change(&["sv", "ar"]), "{versions}");
    }
}

fn limited(municipalities: &[&str], regions: &[&str], counties: &[&str]) -> Area {
    Area::Limited {
        municipalities: codes(municipalities),
        regions: codes(regions),
        counties: codes(counties),
        others: vec![],
    }
}

#[test]
fn areas_that_are_empty_or_too_wide() {
    use OrganisationKind::{Company, Municipality, Organisation, Regional, State};
    let region =
        AreaReference { kind: "x".to_owned(), code: "1".to_owned(), municipalities: vec![] };
    let other = Area::Limited {
        municipalities: vec![],
        regions: vec![],
        counties: vec![],
        others: vec![region],
    };
    let areas = [
        Area::WholeCountry,
        Area::WholeCountryExceptAland,
        limited(&["853"], &[], &[]),
        limited(&[], &["02"], &[]),
        limited(&[], &[], &["05"]),
        other,
        Area::Other { value: "x".to_owned() },
        limited(&[], &[], &[]),
    ];
    for kind in [Municipality, State, Company, Organisation, Regional] {
        let organisation = organisation(kind.clone(), &[Fi]);
        for (at, area) in areas.iter().enumerate() {
            let mut service = service(Fi, texts("nsd"));
            service.area = Some(area.clone());
            let with = Subject { organisation: Some(&organisation), ..crate::subject(&service) };
            let is_wide = kind == Municipality && at < 2;
            assert_eq!(!of("S10", &with).is_empty(), is_wide, "{kind:?} {area:?}");
            assert_eq!(!of("S10b", &with).is_empty(), at == 7, "{kind:?} {area:?}");
        }
    }
    for language in [Fi, Sv, En] {
        let organisation = organisation(Municipality, &[language]);
        let mut service = service(language, texts("n"));
        for (area, is_wide) in [(Area::WholeCountry, true), (limited(&["091"], &[], &[]), false)] {
            service.area = Some(area);
            let with = Subject { organisation: Some(&organisation), ..crate::subject(&service) };
            assert_eq!(!of("S10", &with).is_empty(), is_wide);
        }
    }
}

#[test]
fn prices_that_differ_between_language_versions() {
    let unequal = |fi: &str, sv: &str| {
        let text = |text: &str| ServiceTexts {
            description: Some(text.to_owned()),
            ..ServiceTexts::default()
        };
        let mut service = service(Fi, text(fi));
        service.texts = BTreeMap::from([(Fi, text(fi)), (Sv, text(sv))]);
        let found = of("T24", &crate::subject(&service));
        found.into_iter().flat_map(|it| it.evidence).map(|it| it.words).collect::<Vec<_>>()
    };
    for (fi, sv, evidence) in [
        ("Maksaa 10 euroa.", "Kostar 12 euro.", &["10", "12"][..]),
        ("Maksaa 10 €.", "Kostar 10,50 €.", &["10", "10,50"]),
        ("Lapset 5 € ja aikuiset 8 €.", "Barn 5 €.", &["8"]),
        ("Maksaa 20€", "Kostar 25€", &["20", "25"]),
        ("Lipun hinta on 7 euroa", "Biljetten kostar 70 euro", &["7", "70"]),
        ("10 euroa tai 15 euroa", "15 euro eller 100 euro", &["10", "100"]),
    ] {
        assert_eq!(unequal(fi, sv), evidence, "{fi} {sv}");
    }
    for (fi, sv) in [
        ("Maksaa 10 euroa.", "Kostar 10 euro."),
        ("Maksaa 10,00 €.", "Kostar 10 €."),
        ("Maksaa 10.50 euroa", "Kostar 10,50 euro"),
        ("Maksaa 10 euroa.", "Har ett pris."),
        ("Ikä 10 vuotta", "Ålder 12 år"),
        ("8 € ja 5 €", "5 € och 8 €"),
        ("Maksuton", "Avgiftsfri"),
    ] {
        assert!(unequal(fi, sv).is_empty(), "{fi} {sv}");
    }
}

#[test]
fn copies_of_the_general_description() {
    let shared =
        "Neuvola seuraa lapsen kasvua ja tukee koko perhettä arjen pulmissa joka vaiheessa.";
    let copied = |text: &str| {
        let own = ServiceTexts { description: Some(text.to_owned()), ..ServiceTexts::default() };
        let service = service(Fi, own);
        let common =
            ServiceTexts { description: Some(shared.to_owned()), ..ServiceTexts::default() };
        let description = description(common);
        let with =
            AboutService { service: &service, description: Some(&description), channels: None };
        let found = of("T6", &about(About::Service(with)));
        found.into_iter().flat_map(|it| it.evidence).map(|it| it.words).collect::<Vec<_>>()
    };
    let nine = "lapsen kasvua ja tukee koko perhettä arjen pulmissa joka";
    for (text, evidence) in [
        (shared, shared.trim_end_matches('.')),
        (&shared.to_uppercase(), shared.to_uppercase().trim_end_matches('.')),
        (&format!("Meillä {nine} viikko."), nine),
        (&format!("Alku. {}", &shared), shared.trim_end_matches('.')),
        (
            &shared.replace("koko perhettä", "koko  perhettä"),
            &shared.replace("koko perhettä", "koko  perhettä")[..shared.len()],
        ),
        (&format!("{nine}\nMuuta."), nine),
    ] {
        assert_eq!(copied(text), [evidence], "{text}");
    }
    for text in [
        "Meillä neuvola seuraa lapsen kasvua ja tukee koko perhettä, kun aika on.",
        "Neuvola seuraa lapsen kasvua ja tukee perhettä.",
        "Perhettä koko tukee ja kasvua lapsen seuraa neuvola arjen pulmissa joka vaiheessa.",
        "Varaa aika verkossa.",
        "",
        "Neuvola tukee. Neuvola seuraa lapsen kasvua. Neuvola on joka vaiheessa perheen tukena.",
    ] {
        assert!(copied(text).is_empty(), "{text}");
    }
}
