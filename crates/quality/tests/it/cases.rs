//! The rules of text on the cases of `cases.txt`, which are read by eye.

use std::collections::BTreeMap;

use domain::Language;
use domain::catalogue::ServiceTexts;
use quality::{Finding, Piece, Settings, marked};

use crate::{memory, of_with, service, subject};

/// A case: the rule, language and field of its heading, whether something is to be found, and its text.
struct Case {
    rule: &'static str,
    language: Language,
    field: &'static str,
    is_found: bool,
    text: &'static str,
}

fn cases() -> Vec<Case> {
    let (mut cases, mut heading) = (Vec::new(), None);
    for line in include_str!("cases.txt").lines() {
        if let Some(words) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            let words: Vec<&str> = words.split(' ').collect();
            heading = Some((words[0], Language::from_code(words[1]).unwrap(), words[2]));
        } else if let Some(text) = line.strip_prefix("+ ").or_else(|| line.strip_prefix("- ")) {
            let (rule, language, field) = heading.unwrap();
            cases.push(Case { rule, language, field, is_found: line.starts_with('+'), text });
        } else {
            assert!(line.is_empty() || line.starts_with('#'), "a line that is no case: {line}");
        }
    }
    cases
}

/// The text with what the rule finds between « and ».
fn checked(case: &Case) -> String {
    let text = case.text.replace(['«', '»'], "").replace('⏎', "\n");
    let (own, description) = match text.split_once(" ¦ ") {
        Some((own, description)) => (own.to_owned(), Some(description.to_owned())),
        None => (text.clone(), None),
    };
    let mut texts = ServiceTexts { description, ..ServiceTexts::default() };
    match case.field {
        "name" => texts.name.clone_from(&own),
        "summary" => texts.summary = Some(own.clone()),
        "description" => texts.description = Some(own.clone()),
        "user_instructions" => texts.user_instructions = Some(own.clone()),
        other => panic!("no field {other}"),
    }
    let service = service(case.language, texts);
    let on = [case.rule.to_owned()].into();
    let settings = Settings { passives: 0, on, ..Settings::default() };
    let found: Vec<Finding> = of_with(&settings, case.rule, &subject(&service));
    let evidence: Vec<_> = found.into_iter().flat_map(|finding| finding.evidence).collect();
    let shown = |piece: Piece<'_>| {
        if piece.is_marked { format!("«{}»", piece.text) } else { piece.text.to_owned() }
    };
    let whole: String = marked(&own, &evidence).into_iter().map(shown).collect();
    let rest = text.split_once(" ¦ ").map_or(String::new(), |(_, rest)| format!(" ¦ {rest}"));
    (whole + &rest).replace('\n', "⏎")
}

#[test]
fn each_rule_of_text_finds_what_is_marked_in_its_cases_and_nothing_else() {
    if memory().is_none() {
        println!("skipped: Voikko's dictionary is not installed (voikko-fi)");
        return;
    }
    let cases = cases();
    let wrong: Vec<String> = cases
        .iter()
        .filter(|case| checked(case) != case.text || case.is_found != case.text.contains('«'))
        .map(|case| {
            format!("{} {}: {}\n    found: {}", case.rule, case.language, case.text, checked(case))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn each_rule_in_the_cases_has_six_of_either_kind() {
    let mut counts: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    for case in cases() {
        counts.entry(case.rule).or_default()[usize::from(case.is_found)] += 1;
    }
    for (rule, [passed, found]) in counts {
        let is_of_others = rule == "T20";
        assert!(is_of_others || (passed >= 6 && found >= 6), "{rule}: {found} and {passed}");
    }
}
