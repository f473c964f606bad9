//! Names of people in a text.

use std::ops::Range;

use domain::Language;
use finnish::{Case as WordCase, Memory, WordClass};

use crate::finding::Found;
use crate::rule::rules;
use crate::subject::Case;
use crate::text::Text;
use crate::{Rule, Settings};

pub(crate) static RULES: &[Rule] = rules![
    "T13" Error [Service Channel Connection] "PTV text check 13" people;
];

fn people(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let Some(memory) = case.subject.words else { return };
    for text in case.texts() {
        let pairs = text.words().windows(2).enumerate();
        let named = pairs.filter(|(at, pair)| is_person(text, memory, pair, *at));
        found.places(text, named.map(|(_, pair)| pair[0].start..pair[1].end).collect());
    }
}

/// Whether two words beside each other are a first name and a family name, and not the name of a street, a school or a
/// foundation that has somebody's name.
fn is_person(text: &Text<'_>, memory: &Memory, pair: &[Range<usize>], at: usize) -> bool {
    let [first, family] = [&text.text[pair[0].clone()], &text.text[pair[1].clone()]];
    let is_name = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.clone().count() > 1
            && letters.all(|letter| letter.is_lowercase() || letter == '-')
    };
    if &text.text[pair[0].end..pair[1].start] != " "
        || !is_name(first) && !first.contains('-')
        || !is_name(family)
    {
        return false;
    }
    // Names that are words in English.
    const WORDS: [&str; 8] = ["Art", "May", "Will", "Mark", "Hope", "Grace", "Bill", "Grant"];
    if text.language == Language::En && WORDS.contains(&first) {
        return false;
    }
    let analyses = memory.analyse(first);
    let is_first = |class: WordClass| class == WordClass::FirstName;
    let named = analyses.iter().any(|it| is_first(it.class) && it.base_form == first);
    let is_only_name = analyses.iter().all(|it| it.class.is_name());
    let begins = text.sentences().iter().any(|sentence| sentence.start == pair[0].start);
    named
        && (is_only_name || !begins)
        && is_family(memory, text.language, family)
        && !is_thing(text, pair, at)
}

/// Whether a word may be a family name that is not in the genitive: that would be somebody's something.
fn is_family(memory: &Memory, language: Language, word: &str) -> bool {
    let forms = memory.forms(word);
    let is_genitive =
        !forms.is_empty() && forms.iter().all(|form| form.case == Some(WordCase::Genitive));
    let analyses = memory.analyse(word);
    let is_family = analyses.iter().any(|it| it.class == WordClass::FamilyName)
        || word.ends_with("nen")
        // An unknown word is a name in a Finnish text; in others it may be any word.
        || (analyses.is_empty() && language == Language::Fi);
    is_family && !is_genitive
}

/// Whether what follows makes the two the name of a thing: "Aino Ackté -sali", "Maria Jotunin tie".
fn is_thing(text: &Text<'_>, pair: &[Range<usize>], at: usize) -> bool {
    let rest = &text.text[pair[1].end..];
    let follows = text.words().get(at + 2).map_or("", |next| &text.text[next.clone()]);
    let is_in_quotes = text.text[..pair[0].start].ends_with(['"', '”', '“', '\'', '('])
        && rest.starts_with(['"', '”', '“', '\'']);
    let more = [" -", " –"].iter().any(|dash| rest.starts_with(dash));
    // "Jorma Panula Kapellmästartävlingen", "Jorma Panula-tävlingen"
    let goes_on = (rest.starts_with(' ') && rest[1..].starts_with(char::is_uppercase))
        || text.text[pair[1].clone()]
            .split_once('-')
            .is_some_and(|(_, end)| end.starts_with(char::is_lowercase));
    let is_company = matches!(
        follows,
        "Oy" | "Ab" | "Ky" | "Tmi" | "ry" | "rf" | "oy" | "Center" | "Akatemia" | "Institute"
    );
    more || is_in_quotes || is_company || goes_on
}
