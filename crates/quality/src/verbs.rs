//! Who does what: passives, non-finite clauses, and instructions that speak to nobody.

use std::ops::Range;

use domain::Language;
use finnish::{Case as WordCase, Form, Memory, Mood, Person, VerbForm};

use crate::finding::Found;
use crate::rule::rules;
use crate::subject::Case;
use crate::text::Text;
use crate::{Field, Rule, Settings};

pub(crate) static RULES: &[Rule] = rules![
    "T3" Warning [Service] "PTV text check 3" passives;
    "T4" Warning [Service] "PTV text check 4" clauses;
    "T16" Warning [Service] "DVV, Suomidigi" speaks_to_nobody;
];

/// The words of a Finnish text that can be nothing but what is asked.
fn words_that(text: &Text<'_>, memory: &Memory, is: impl Fn(&Form) -> bool) -> Vec<Range<usize>> {
    let words = text.words().iter().zip(text.forms(memory));
    words
        .filter(|(_, forms)| !forms.is_empty() && forms.iter().all(&is))
        .map(|(place, _)| place.clone())
        .collect()
}

fn passives(case: &Case<'_>, settings: &Settings, found: &mut Found<'_>) {
    let Some(memory) = case.subject.words else { return };
    let is_passive = |form: &Form| matches!(form.verb, Some(VerbForm::Finite(_, Person::Passive)));
    for text in case.running_texts().filter(|text| text.language == Language::Fi) {
        let places = words_that(text, memory, is_passive);
        if places.len() > settings.passives {
            found.places(text, places);
        }
    }
}

fn clauses(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let Some(memory) = case.subject.words else { return };
    for text in case.running_texts().filter(|text| text.language == Language::Fi) {
        let places = words_that(text, memory, is_clause).into_iter();
        found.places(text, places.filter(|at| !is_set_phrase(&text.text[at.clone()])).collect());
    }
}

/// "saapuessasi", "hakemuksen tullessa", "tultuaan", "saadakseen": a verb that stands for a clause.
fn is_clause(form: &Form) -> bool {
    match form.verb {
        Some(VerbForm::SecondInfinitive) => form.case != Some(WordCase::Other),
        Some(VerbForm::PastPassiveParticiple) => {
            form.has_possessive && form.case == Some(WordCase::Partitive)
        }
        Some(VerbForm::FirstInfinitive) => form.has_possessive,
        _ => false,
    }
}

/// Forms that have become words of their own: nobody reads a clause in them.
fn is_set_phrase(word: &str) -> bool {
    const WORDS: [&str; 11] = [
        "tarvittaessa",
        "halutessaan",
        "halutessasi",
        "haluttaessa",
        "ollessa",
        "ollen",
        "mennessä",
        "lähtien",
        "kuluessa",
        "vaatiessa",
        "sovittaessa",
    ];
    let word = word.to_lowercase();
    // "lukien", "ottaen": the instructive tells how, and is short.
    WORDS.contains(&word.as_str()) || word.ends_with("en")
}

fn speaks_to_nobody(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    for text in case.field(Field::UserInstructions) {
        let verbs = match (text.language, case.subject.words) {
            (Language::Fi, Some(memory)) => verbs_of_others(text, memory),
            (Language::Sv, _) => first_sentence(text, &SWEDISH),
            (Language::En, _) => first_sentence(text, &ENGLISH),
            _ => None,
        };
        found.places(text, verbs.unwrap_or_default());
    }
}

/// The finite verbs of a Finnish text of which none is said to the reader; none when one is, or when there is no verb.
fn verbs_of_others(text: &Text<'_>, memory: &Memory) -> Option<Vec<Range<usize>>> {
    let starts: Vec<usize> = text.sentences().iter().map(|sentence| sentence.start).collect();
    let mut verbs = Vec::new();
    for (place, forms) in text.words().iter().zip(text.forms(memory)) {
        let word = &text.text[place.clone()];
        // "Varaa aika": of verbs in -ata the imperative is the form of the third person; at the beginning of a sentence
        // there is nobody else who could do it.
        let begins = starts.iter().any(|start| {
            *start <= place.start && !text.text[*start..place.start].contains(char::is_alphanumeric)
        });
        let is_said_to_reader = |form: &Form| match form.verb {
            Some(VerbForm::Finite(Mood::Imperative, _) | VerbForm::Finite(_, Person::Second)) => {
                true
            }
            Some(VerbForm::Finite(Mood::Indicative, Person::Third)) => begins && !form.is_plural,
            _ => false,
        };
        let is_negated = forms.iter().any(|form| form.base_form == "olla");
        if is_reader(word) || (forms.iter().any(is_said_to_reader) && !is_negated) {
            return None;
        }
        let is_finite = |form: &Form| matches!(form.verb, Some(VerbForm::Finite(..)));
        if !forms.is_empty() && forms.iter().all(is_finite) {
            verbs.push(place.clone());
        }
    }
    Some(verbs)
}

/// "sinä", "sinulle", "itsesi"; "voit" is known by its form.
fn is_reader(word: &str) -> bool {
    let word = word.to_lowercase();
    word.starts_with("sinu")
        || word == "sinä"
        || word == "itsesi"
        || word == "olet"
        || word == "teidän"
        || word == "te"
        || word == "teille"
}

/// What in a language without forms tells that a text speaks to the reader: its words for "you", and verbs with which a
/// sentence begins.
struct Address {
    you: &'static [&'static str],
    verbs: &'static [&'static str],
}

static SWEDISH: Address = Address {
    you: &["du", "dig", "din", "ditt", "dina", "ni", "er", "ert", "era"],
    verbs: &[
        "anmäl",
        "ansök",
        "använd",
        "be",
        "beställ",
        "besök",
        "betala",
        "boka",
        "bekanta",
        "fråga",
        "fyll",
        "följ",
        "ge",
        "gå",
        "hämta",
        "håll",
        "kolla",
        "kom",
        "kontakta",
        "kontrollera",
        "logga",
        "lämna",
        "läs",
        "meddela",
        "mejla",
        "observera",
        "ordna",
        "reservera",
        "ring",
        "se",
        "skaffa",
        "skicka",
        "skriv",
        "sök",
        "ta",
        "tag",
        "titta",
        "uppge",
        "vänd",
        "välj",
        "börja",
        "gör",
        "leverera",
        "fyll",
        "anmäla",
        "sänd",
    ],
};

static ENGLISH: Address = Address {
    you: &["you", "your", "yourself"],
    verbs: &[
        "apply", "arrange", "ask", "book", "bring", "browse", "call", "check", "choose", "come",
        "complete", "contact", "download", "fill", "find", "follow", "get", "give", "go", "join",
        "let", "log", "look", "make", "order", "pay", "please", "print", "read", "register",
        "report", "request", "reserve", "return", "see", "select", "send", "sign", "start",
        "submit", "take", "talk", "tell", "turn", "use", "visit", "write", "inform", "note",
        "notify",
    ],
};

/// The first sentence of a text that speaks to nobody; none when it speaks to the reader.
fn first_sentence(text: &Text<'_>, address: &Address) -> Option<Vec<Range<usize>>> {
    /// Words after which a verb is no order: "kan boka", "to apply".
    const HELPERS: [&str; 20] = [
        "att", "kan", "ska", "skall", "bör", "får", "måste", "vill", "kunna", "to", "can", "may",
        "must", "should", "will", "or", "eller", "not", "och", "and",
    ];
    let mut before = String::new();
    for place in text.words() {
        let word = text.text[place.clone()].to_lowercase();
        let is_order =
            address.verbs.contains(&word.as_str()) && !HELPERS.contains(&before.as_str());
        if is_order || address.you.contains(&word.as_str()) {
            return None;
        }
        before = word;
    }
    Some(text.sentences().first().cloned().into_iter().collect())
}
