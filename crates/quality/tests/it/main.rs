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
use quality::{
    About, AboutService, Field, Finding, Settings, Severity, Subject, check, explanation, rules,
    score,
};

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

fn about(about: About<'_>) -> Subject<'_> {
    Subject { about, organisation: None, names: None, today: date(2026, 11, 26), words: memory() }
}

fn subject(service: &Service) -> Subject<'_> {
    about(About::Service(AboutService { service, description: None, channels: Some(2) }))
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
        let texts = Language::INTERFACE
            .map(|language| [rule.name(language), rule.why(language), rule.mend(language)]);
        assert!(texts.iter().flatten().all(|text| text.len() > 7), "{}", rule.id);
        let sentences = texts.iter().flat_map(|texts| &texts[1..]);
        assert!(sentences.into_iter().all(|text| text.ends_with(['.', '?'])), "{}", rule.id);
        assert!(texts.iter().all(|texts| texts[0].chars().count() <= 60), "{}", rule.id);
        assert!(texts[0] != texts[1] && texts[1] != texts[2], "{}", rule.id);
        assert_eq!(rule.name(Language::Se), rule.name(Language::En));
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
    let settings = Settings { on: ["X8".to_owned()].into(), ..Settings::default() };
    assert_eq!(settings.checked().unwrap_err().to_string(), "there is no rule \"X8\"");
}

#[test]
fn a_rule_that_is_off_says_why_and_holds_where_a_county_switches_it_on() {
    for rule in rules() {
        let on = Settings { on: [rule.id.to_owned()].into(), ..Settings::default() };
        assert_eq!(Settings::default().has_on(rule), rule.off.is_none(), "{}", rule.id);
        assert!(on.has_on(rule), "{}", rule.id);
        assert!(rule.off.is_none_or(|why| why.len() > 20), "{}", rule.id);
        let both = Settings { off: [rule.id.to_owned()].into(), ..on };
        assert!(!both.has_on(rule), "{}: off is stronger", rule.id);
    }
}

#[test]
fn the_score_is_explained_with_the_points_that_rules_take() {
    for language in Language::INTERFACE {
        let words = explanation(language);
        let points = [
            "100".to_owned(),
            Severity::Error.cost().to_string(),
            Severity::Warning.cost().to_string(),
        ];
        assert!(points.iter().all(|points| words.contains(&format!(" {points} "))), "{language}");
    }
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
