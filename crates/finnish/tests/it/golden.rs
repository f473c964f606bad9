use std::collections::BTreeSet;

use finnish::{Analysis, WordClass};
use serde_json::Value;

use crate::{dictionary, shared};

/// Base form, class and parts; no parts when there is one.
type Said = (String, WordClass, Vec<String>);

#[test]
fn the_golden_words_are_understood_as_libvoikko_does() {
    let (Some(dictionary), Some(path)) = (dictionary(), shared("lang/voikko-golden.json")) else {
        return;
    };
    let golden: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let words = golden["words"].as_array().unwrap();
    assert!(words.len() >= 70, "the golden file has {} words", words.len());
    for entry in words {
        let word = entry["word"].as_str().unwrap();
        let wanted: BTreeSet<Said> =
            entry["analyses"].as_array().unwrap().iter().map(said_by_golden).collect();
        let got: BTreeSet<Said> = dictionary.analyse(word).into_iter().map(said).collect();
        assert_eq!(got, wanted, "{word}");
    }
}

/// libvoikko's first suggestion is among ours.
#[test]
fn the_golden_words_that_are_unknown_get_suggestions() {
    let (Some(dictionary), Some(path)) = (dictionary(), shared("lang/voikko-golden.json")) else {
        return;
    };
    let golden: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let unknown =
        golden["words"].as_array().unwrap().iter().filter(|entry| entry["known"] == false);
    for entry in unknown {
        let word = entry["word"].as_str().unwrap();
        let ours = dictionary.suggest(word, 20);
        let mut theirs = entry["suggestions"].as_array().unwrap().iter();
        let theirs = theirs.find_map(|one| one.as_str().filter(|one| !one.contains(' ')));
        if let Some(theirs) = theirs {
            assert!(ours.iter().any(|one| one == theirs), "{word}: {theirs} is not in {ours:?}");
        }
    }
}

fn said_by_golden(analysis: &Value) -> Said {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let parts = analysis["parts"].as_array().unwrap().iter().map(text).collect();
    (text(&analysis["base"]), class(analysis["cls"].as_str().unwrap()), parts)
}

fn said(analysis: Analysis) -> Said {
    let parts = if analysis.parts.len() > 1 { analysis.parts } else { Vec::new() };
    (analysis.base_form, analysis.class, parts)
}

/// Our name for libvoikko's class.
pub(crate) fn class(voikko: &str) -> WordClass {
    match voikko {
        "nimisana" => WordClass::Noun,
        "laatusana" => WordClass::Adjective,
        "nimisana_laatusana" => WordClass::NounAdjective,
        "teonsana" => WordClass::Verb,
        "seikkasana" => WordClass::Adverb,
        "asemosana" => WordClass::Pronoun,
        "lukusana" => WordClass::Numeral,
        "suhdesana" => WordClass::Adposition,
        "sidesana" => WordClass::Conjunction,
        "huudahdussana" => WordClass::Interjection,
        "kieltosana" => WordClass::Negation,
        "lyhenne" => WordClass::Abbreviation,
        "etuliite" => WordClass::Prefix,
        "etunimi" => WordClass::FirstName,
        "sukunimi" => WordClass::FamilyName,
        "paikannimi" => WordClass::PlaceName,
        "nimi" => WordClass::Name,
        _ => WordClass::Other,
    }
}
