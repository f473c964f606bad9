//! The rules of what a service must have.

use domain::Language;
use domain::catalogue::{
    Area, AreaReference, Charge, EntityId, LegislationLink, Organisation, OrganisationKind,
    OrganisationTexts, Service, ServiceTexts,
};

use quality::{About, AboutService, Evidence};

use crate::{about, of, service, subject};

/// Whether a rule finds something in a service that was changed so.
fn is_found(rule: &str, change: impl FnOnce(&mut Service)) -> bool {
    let text = |text: &str| Some(text.to_owned());
    let texts = ServiceTexts {
        name: "Neuvola".to_owned(),
        summary: text("Saat apua."),
        description: text("Saat apua arkeen."),
        user_instructions: text("Varaa aika."),
        ..ServiceTexts::default()
    };
    let mut service = service(Language::Fi, texts);
    change(&mut service);
    !of(rule, &subject(&service)).is_empty()
}

fn texts(service: &mut Service) -> &mut ServiceTexts {
    service.texts.entry(Language::Fi).or_default()
}

pub fn codes(codes: &[&str]) -> Vec<String> {
    codes.iter().map(|code| (*code).to_owned()).collect()
}

#[test]
fn texts_that_are_missing() {
    assert!(!is_found("S2", |_| ()) && !is_found("S4", |_| ()));
    assert!(is_found("S2", |it| texts(it).summary = None));
    assert!(is_found("S2", |it| texts(it).description = Some(" ".to_owned())));
    assert!(is_found("S2", |it| texts(it).name.clear()));
    assert!(is_found("S2", |it| drop(it.texts.insert(Language::Sv, ServiceTexts::default()))));
    assert!(is_found("S4", |it| texts(it).user_instructions = None));
    for (summary, found) in [
        ("Neuvola", true),
        ("neuvola", true),
        (" NEUVOLA ", true),
        ("Neuvola.", true),
        ("Neuvolan apu", false),
        ("Neuvola auttaa.", false),
        ("Apua", false),
        ("", false),
    ] {
        assert_eq!(
            is_found("S3", |it| texts(it).summary = Some(summary.to_owned())),
            found,
            "{summary}"
        );
    }
}

#[test]
fn classes_terms_and_groups() {
    for (classes, found) in [
        (&[][..], true),
        (&["P1"], true),
        (&["P1", "P2"], true),
        (&["P1.1", "P1.2", "P1.3", "P1.4", "P1.5"], true),
        (&["P1.1"], false),
        (&["P1", "P2.1"], false),
        (&["P1.1", "P1.2", "P1.3", "P1.4"], false),
    ] {
        assert_eq!(
            is_found("S5", |it| it.classification.service_classes = codes(classes)),
            found,
            "{classes:?}"
        );
    }
    for (count, found) in [(0, true), (11, true), (30, true), (1, false), (5, false), (10, false)] {
        assert_eq!(
            is_found("S6", |it| it.classification.ontology_terms = vec!["a".to_owned(); count]),
            found,
            "{count}"
        );
    }
    for (groups, missing, many) in [
        (&[][..], true, false),
        (&["KR2"], true, false),
        (&["KR1", "KR2"], true, false),
        (&["KR1"], false, false),
        (&["KR2", "KR2.3"], false, false),
        (&["KR3"], false, false),
        (&["KR1", "KR1.1", "KR1.2"], false, false),
        (&["KR1.1", "KR1.2", "KR1.3"], false, true),
        (&["KR1.1", "KR1.2", "KR1.3", "KR1.4", "KR1.5", "KR1.6"], false, true),
    ] {
        assert_eq!(
            is_found("S7", |it| it.classification.target_groups = codes(groups)),
            missing,
            "{groups:?}"
        );
        assert_eq!(
            is_found("S8", |it| it.classification.target_groups = codes(groups)),
            many,
            "{groups:?}"
        );
    }
}

#[test]
fn languages_charges_age_and_laws() {
    assert!(is_found("S13", |it| it.languages.clear()) && !is_found("S13", |_| ()));
    assert!(is_found("S18", |it| it.charge = Some(Charge::Charged)));
    assert!(!is_found("S18", |it| it.charge = Some(Charge::Free)));
    assert!(!is_found("S18", |it| {
        it.charge = Some(Charge::Charged);
        texts(it).charge_information = Some("Käynti maksaa 10 euroa.".to_owned());
    }));
    for (modified, found) in [
        ("2018-01-01", true),
        ("2025-11-25", true),
        ("2024-11-26", true),
        ("2025-11-26", false),
        ("2026-01-01", false),
        ("2027-01-01", false),
    ] {
        let time = format!("{modified}T12:00:00Z").parse().unwrap();
        assert_eq!(is_found("S19", |it| it.modified = Some(time)), found, "{modified}");
    }
    for (url, found) in [
        ("https://www.finlex.fi/fi/laki", false),
        ("http://finlex.fi", false),
        ("https://finlex.fi/fi?a=b", false),
        ("https://notfinlex.fi/", true),
        ("https://www.edilex.fi/finlex.fi", true),
        ("https://finlex.fi.example/", true),
    ] {
        let law = LegislationLink { name: "Laki".to_owned(), url: Some(url.to_owned()) };
        assert_eq!(is_found("S21", |it| texts(it).legislation = vec![law]), found, "{url}");
    }
    let service = service(Language::Fi, ServiceTexts::default());
    let with = |channels| {
        about(About::Service(AboutService { service: &service, description: None, channels }))
    };
    assert_eq!(of("S9", &with(Some(0))).len(), 1);
    assert!(of("S9", &with(Some(1))).is_empty() && of("S9", &with(None)).is_empty());
}

pub fn organisation(kind: OrganisationKind, languages: &[Language]) -> Organisation {
    let texts = languages.iter().map(|language| (*language, OrganisationTexts::default()));
    Organisation {
        id: EntityId::new("o").unwrap(),
        kind,
        parent: None,
        business_id: None,
        oid: None,
        municipality: None,
        texts: texts.collect(),
        area: None,
        addresses: vec![],
        e_invoice_addresses: vec![],
        modified: None,
    }
}

#[test]
fn areas_that_are_wider_than_a_municipality() {
    let limited = |municipalities: &[&str]| Area::Limited {
        municipalities: codes(municipalities),
        regions: vec![],
        counties: vec![],
        others: vec![],
    };
    for (kind, area, found) in [
        (OrganisationKind::Municipality, Some(Area::WholeCountry), true),
        (OrganisationKind::Municipality, Some(Area::WholeCountryExceptAland), true),
        (OrganisationKind::Municipality, Some(limited(&["853"])), false),
        (OrganisationKind::Municipality, None, false),
        (OrganisationKind::State, Some(Area::WholeCountry), false),
        (OrganisationKind::Company, Some(Area::WholeCountry), false),
    ] {
        let mut service = service(Language::Fi, ServiceTexts::default());
        service.area.clone_from(&area);
        let organisation = organisation(kind, &[Language::Fi]);
        let subject = quality::Subject { organisation: Some(&organisation), ..subject(&service) };
        assert_eq!(!of("S10", &subject).is_empty(), found, "{area:?}");
    }
    let mut alone = service(Language::Fi, ServiceTexts::default());
    alone.area = Some(Area::WholeCountry);
    assert!(of("S10", &subject(&alone)).is_empty(), "nobody knows whose it is");
}

#[test]
fn areas_that_are_wider_than_the_organisations_own() {
    use OrganisationKind::{Company, Municipality, Organisation, Regional, State};

    let limited = |municipalities: &[&str], regions: &[&str], counties: &[&str]| Area::Limited {
        municipalities: codes(municipalities),
        regions: codes(regions),
        counties: codes(counties),
        others: vec![],
    };
    let unopened = Area::Limited {
        municipalities: codes(&["853"]),
        regions: vec![],
        counties: vec![],
        others: vec![AreaReference {
            kind: "HospitalDistrict".to_owned(),
            code: "3".to_owned(),
            municipalities: vec![],
        }],
    };
    let unknown = Area::Other { value: "x".to_owned() };
    let (whole, except) = (Area::WholeCountry, Area::WholeCountryExceptAland);
    let (turku, county) = (limited(&["853"], &[], &[]), limited(&[], &[], &["05"]));
    let outside = |area: &Area, own: Option<&Area>, kind: OrganisationKind| {
        let mut service = service(Language::Fi, ServiceTexts::default());
        service.area = Some(area.clone());
        let mut organisation = organisation(kind, &[Language::Fi]);
        organisation.area = own.cloned();
        let subject = quality::Subject { organisation: Some(&organisation), ..subject(&service) };
        let found = of("S10", &subject).into_iter().next();
        found.map(|it| it.evidence.into_iter().map(|it| it.words).collect::<Vec<_>>().join(" "))
    };
    for (area, own, kind, evidence) in [
        (&whole, &turku, Company, ""),
        (&except, &county, Regional, ""),
        (&whole, &except, State, ""),
        (&limited(&["091", "853"], &[], &[]), &turku, Organisation, "Helsinki"),
        (&limited(&["091"], &[], &[]), &county, Regional, "Helsinki"),
        (&limited(&["478"], &[], &[]), &except, State, "Maarianhamina"),
        (&limited(&["853"], &[], &["91"]), &except, State, "Brändö Eckerö Finström Föglö"),
    ] {
        let found = outside(area, Some(own), kind);
        let is_there = found.as_ref().is_some_and(|found| found.starts_with(evidence));
        assert!(is_there, "{area:?} {own:?}: {found:?}");
    }
    for (area, own, kind) in [
        (&turku, Some(&county), Company),
        (&limited(&["529", "853"], &[], &[]), Some(&turku), Municipality),
        (&limited(&["853", "529"], &[], &[]), Some(&county), Regional),
        (&limited(&[], &["02"], &[]), Some(&county), Regional),
        (&county, Some(&limited(&[], &["02"], &[])), Regional),
        (&county, Some(&whole), State),
        (&whole, Some(&whole), State),
        (&except, Some(&whole), State),
        (&turku, Some(&except), State),
        (&limited(&["091"], &[], &[]), Some(&unopened), Organisation),
        (&whole, Some(&unopened), Organisation),
        (&whole, Some(&unknown), Organisation),
        (&unknown, Some(&turku), Organisation),
        (&limited(&["091", "853"], &[], &[]), None, Municipality),
    ] {
        assert_eq!(outside(area, own, kind), None, "{area:?} {own:?}");
    }
}

#[test]
fn languages_in_which_the_organisation_is_not_published() {
    use Language::{En, Fi, Sv};
    for (of_service, of_organisation, missing) in [
        (&[Fi][..], &[Fi][..], &[][..]),
        (&[Fi], &[Fi, Sv, En], &[]),
        (&[Fi, Sv], &[Sv, Fi], &[]),
        (&[Fi, Sv], &[Fi], &[Sv]),
        (&[Fi, Sv, En], &[Sv], &[Fi, En]),
        (&[Fi], &[], &[Fi]),
        (&[Sv], &[Fi], &[Sv]),
        (&[En], &[Fi, Sv], &[En]),
        (&[Fi, Sv], &[], &[Fi, Sv]),
        (&[Sv], &[Sv], &[]),
        (&[En], &[Fi, En], &[]),
        (&[], &[Fi], &[]),
    ] {
        let mut service = service(Fi, ServiceTexts::default());
        service.texts =
            of_service.iter().map(|language| (*language, ServiceTexts::default())).collect();
        let organisation = organisation(OrganisationKind::Municipality, of_organisation);
        let with = quality::Subject { organisation: Some(&organisation), ..subject(&service) };
        let found: Vec<_> = of("S11", &with).iter().filter_map(|it| it.language).collect();
        assert_eq!(found, missing, "{of_service:?} {of_organisation:?}");
        assert!(of("S11", &subject(&service)).is_empty(), "nobody knows whose it is");
    }
}

#[test]
fn texts_that_are_longer_than_ptv_allows() {
    type Place = fn(&mut ServiceTexts, String);
    // Characters are counted, not bytes: a Finnish letter may be two.
    let fields: [(&str, usize, Place); 10] = [
        ("name", 100, |it, text| it.name = text),
        ("alternative_name", 100, |it, text| it.alternative_name = Some(text)),
        ("summary", 150, |it, text| it.summary = Some(text)),
        ("description", 5000, |it, text| it.description = Some(text)),
        ("user_instructions", 5000, |it, text| it.user_instructions = Some(text)),
        ("conditions", 5000, |it, text| it.conditions = Some(text)),
        ("charge_information", 500, |it, text| it.charge_information = Some(text)),
        ("processing_time", 500, |it, text| it.processing_time = Some(text)),
        ("validity_time", 500, |it, text| it.validity_time = Some(text)),
        ("keywords", 150, |it, text| it.keywords = vec!["apu".to_owned(), text]),
    ];
    for (field, limit, place) in fields {
        let with = |length: usize| {
            let mut texts = ServiceTexts::default();
            place(&mut texts, "ä".repeat(length));
            of("L1", &subject(&service(Language::Fi, texts)))
        };
        assert!(with(limit).is_empty(), "{field}");
        let found = with(limit + 1);
        assert_eq!(found.len(), 1, "{field}");
        assert_eq!(found[0].field.code(), field);
        if field == "keywords" {
            assert_eq!(found[0].evidence[0].words, "ä".repeat(151));
        } else {
            let beyond = Evidence { words: "ä".to_owned(), place: Some(limit..limit + 1) };
            assert_eq!(found[0].evidence, [beyond], "what is too much");
        }
    }
}
