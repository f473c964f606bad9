//! The three languages have the same texts with the same variables; every one is used, and every one
//! that is used is there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// The beginnings of keys that are put together at run time, with a code behind them.
const PREFIXES: [&str; 56] = [
    "about-",
    "accessibility-",
    "bad-request-",
    "busy-",
    "call-",
    "channel-",
    "charge-",
    "coverage-beside-",
    "coverage-demand-",
    "coverage-place-",
    "coverage-provider-",
    "coverage-show-",
    "crisis-name-",
    "crisis-when-",
    "dashboard-kind-",
    "described-in-",
    "digest-rhythm-",
    "digest-saved-",
    "digital-help-",
    "event-kind-",
    "example-",
    "feedback-kind-",
    "forbidden-",
    "foreign-form-",
    "give-validity-",
    "gone-",
    "guide-",
    "holiday-",
    "internal-",
    "journey-state-",
    "kind-",
    "long-list-",
    "many-lists-",
    "mode-",
    "no-list-",
    "no-provider-link-",
    "no-sign-in-",
    "not-found-",
    "only-",
    "organisation-",
    "outcome-",
    "privacy-",
    "problem-",
    "provider-",
    "provision-",
    "quality-field-",
    "quality-severity-",
    "service-kind-",
    "severity-",
    "signed-out-",
    "suggest-kind-",
    "task-state-",
    "task-watch-",
    "unavailable-",
    "way-",
    "why-missing-",
];

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every file under a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

/// The keys of a language with their variables.
fn texts(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut texts = BTreeMap::new();
    for file in files(&here("locales").join(language)) {
        let source = fs::read_to_string(&file).unwrap();
        let resource = fluent_syntax::parser::parse(source.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.display()));
        for entry in resource.body {
            if let Entry::Message(message) = entry {
                let mut variables = BTreeSet::new();
                collect(message.value.as_ref().unwrap(), &mut variables);
                let key = message.id.name.to_owned();
                assert!(texts.insert(key, variables).is_none(), "{} twice", message.id.name);
            }
        }
    }
    texts
}

fn collect(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let inline = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { selector, variants } => {
                for variant in variants {
                    collect(&variant.value, variables);
                }
                selector
            }
        };
        if let InlineExpression::VariableReference { id } = inline {
            variables.insert(id.name.to_owned());
        }
    }
}

/// The text of all templates and sources.
fn sources() -> String {
    let all = files(&here("templates")).into_iter().chain(files(&here("src")));
    all.map(|file| fs::read_to_string(file).unwrap()).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_languages_have_the_same_texts_with_the_same_variables() {
    let finnish = texts("fi");
    assert!(finnish.len() > 200);
    for language in ["sv", "en"] {
        assert_eq!(texts(language), finnish, "{language}");
    }
}

#[test]
fn every_text_is_used() {
    let sources = sources();
    for key in texts("fi").keys() {
        let is_named = sources.contains(&format!("\"{key}\""));
        let is_made = PREFIXES.iter().any(|prefix| key.starts_with(prefix));
        assert!(is_named || is_made || key.ends_with("-easy"), "{key} is not used");
    }
}

#[test]
fn every_easier_text_stands_for_an_ordinary_one_and_differs_from_it() {
    let finnish = texts("fi");
    let easier: Vec<&String> = finnish.keys().filter(|key| key.ends_with("-easy")).collect();
    assert!(easier.len() > 40);
    for key in easier {
        let ordinary = finnish.get(key.trim_end_matches("-easy"));
        assert_eq!(ordinary, finnish.get(key), "{key}: another text, or other variables");
    }
}

#[test]
fn every_text_that_is_used_is_there() {
    let (sources, finnish) = (sources(), texts("fi"));
    for call in ["t.get(\"", "t.count(\"", "t.name(\"", "t.with(\""] {
        for used in sources.split(call).skip(1) {
            let key = used.split('"').next().unwrap_or_default();
            assert!(finnish.contains_key(key), "{key} is missing");
        }
    }
}
