//! Each rule on tables of cases: wordings that it must find, and wordings that it must let pass.

#![expect(clippy::unwrap_used, reason = "a test ends where it cannot go on")]

mod patterns;
mod structure;
mod text;

use std::sync::{Arc, OnceLock};

use domain::Language;
use domain::catalogue::{EntityId, Service, ServiceKind, ServiceTexts};
use finnish::{Dictionary, Memory};
use jiff::civil::date;
use quality::{Field, Finding, Settings, Subject, check, rules, score};

/// The installed dictionary, where there is one.
fn memory() -> Option<&'static Memory> {
    static MEMORY: OnceLock<Option<Memory>> = OnceLock::new();
    let open = || {
        let dictionary = Dictionary::open(Dictionary::installed()?).unwrap();
        Some(Memory::new(Arc::new(dictionary), 1000))
    };
    MEMORY.get_or_init(open).as_ref()
}

fn service(language: Language, texts: ServiceTexts) -> Service {
    Service {
        id: EntityId::new("a").unwrap(),
        kind: ServiceKind::Service,
        organisation: None,
        other_organisations: vec![],
        producers: vec![],
        general_description: None,
        texts: [(language, texts)].into(),
        area: None,
        languages: vec!["fi".to_owned()],
        classification: domain::catalogue::Classification::default(),
        charge: None,
        funding: None,
        modified: None,
    }
}

fn subject(service: &Service) -> Subject<'_> {
    Subject {
        service,
        description: None,
        organisation: None,
        channels: Some(2),
        today: date(2026, 11, 26),
        words: memory(),
    }
}

/// What one rule finds with the settings that hold when a county sets none.
fn of(rule: &str, subject: &Subject<'_>) -> Vec<Finding> {
    of_with(&Settings::default(), rule, subject)
}

fn of_with(settings: &Settings, rule: &str, subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = check(subject, settings);
    found.retain(|finding| finding.rule.id == rule);
    found
}

#[test]
fn every_rule_has_an_id_of_its_own_and_its_texts_in_three_languages() {
    let mut ids: Vec<&str> = rules().map(|rule| rule.id).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
    for rule in rules() {
        let texts = Language::INTERFACE.map(|language| [rule.why(language), rule.mend(language)]);
        assert!(texts.iter().flatten().all(|text| text.len() > 10), "{}", rule.id);
        assert!(texts[0] != texts[1] && texts[1] != texts[2], "{}", rule.id);
    }
}

#[test]
fn a_county_switches_rules_off_and_sets_limits_and_names_only_rules_that_there_are() {
    let texts = ServiceTexts { name: "Nimi".repeat(10), ..ServiceTexts::default() };
    let service = service(Language::Fi, texts);
    let mut settings = Settings { name_length: 39, ..Settings::default() };
    let found = |settings: &Settings| {
        check(&subject(&service), settings).iter().any(|finding| finding.rule.id == "L1")
    };
    assert!(found(&settings) && !found(&Settings::default()));
    settings.off.insert("L1".to_owned());
    assert!(!found(&settings));
    settings.off.insert("X9".to_owned());
    assert_eq!(settings.checked().unwrap_err().to_string(), "there is no rule \"X9\"");
}

#[test]
fn the_score_takes_ten_for_an_error_and_three_for_a_warning_once_a_rule() {
    let texts = ServiceTexts {
        name: "Neuvola".to_owned(),
        summary: Some("Soita 02 123 4567 tai 02 123 4568! Tervetuloa!".to_owned()),
        user_instructions: Some("Soita 02 123 4567.".to_owned()),
        description: Some("Apua.".to_owned()),
        ..ServiceTexts::default()
    };
    let service = service(Language::Fi, texts);
    let found = check(&subject(&service), &Settings::default());
    let ids: std::collections::BTreeSet<&str> = found.iter().map(|it| it.rule.id).collect();
    assert_eq!(ids.into_iter().collect::<Vec<_>>(), ["S5", "S6", "S7", "T12", "T19"]);
    assert_eq!(score(&found, Language::Fi), 57);
    assert_eq!(score(&found, Language::Sv), 70);
    assert!(found.iter().all(|it| it.field != Field::Modified));
}
