//! Rules that need to know Finnish words: passives, non-finite clauses, places in names.

use std::ops::Range;

use domain::Language;
use domain::reference::{Municipality, municipality, municipality_by_name};
use finnish::{Memory, WordClass};

use crate::finding::Found;
use crate::rule::rules;
use crate::subject::Case;
use crate::{Field, Rule, Settings};

pub(crate) static RULES: &[Rule] = rules![
    "T3" Warning [Service] "PTV text check 3" passives;
    "T4" Warning [Service] "PTV text check 4" clauses;
    "T18" Error [Service] "DVV, field help" places_in_names;
];

const PASSIVE: [&str; 11] =
    ["taan", "tään", "daan", "dään", "laan", "lään", "raan", "rään", "naan", "nään", "tiin"];

/// The second infinitive with who is meant.
const CLAUSES: [&str; 10] = [
    "essasi", "essäsi", "essaan", "essään", "essamme", "essämme", "essanne", "essänne", "essani",
    "essäni",
];

fn passives(case: &Case<'_>, settings: &Settings, found: &mut Found<'_>) {
    verbs(case, &PASSIVE, settings.passives, found);
}

fn clauses(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    verbs(case, &CLAUSES, 0, found);
}

/// "oppimisessaan", "asumisestaan": what one does as a noun, which the dictionary takes for a verb's form.
fn is_noun_of_doing(word: &str) -> bool {
    word.contains("mises")
}

/// Words of Finnish texts that end so and can be nothing but verbs, where a text has more than some.
fn verbs(case: &Case<'_>, ends: &[&str], allowed: usize, found: &mut Found<'_>) {
    let Some(memory) = case.subject.words else { return };
    for text in case.running_texts().filter(|text| text.language == Language::Fi) {
        let is_verb = |place: &Range<usize>| {
            let word = &text.text[place.clone()];
            ends.iter().any(|end| word.ends_with(end))
                && !is_noun_of_doing(word)
                && can_only_be_verb(memory, word)
        };
        let places: Vec<Range<usize>> =
            text.words().iter().filter(|place| is_verb(place)).cloned().collect();
        if places.len() > allowed {
            found.places(text, places);
        }
    }
}

fn can_only_be_verb(memory: &Memory, word: &str) -> bool {
    let analyses = memory.analyse(&word.to_lowercase());
    !analyses.is_empty() && analyses.iter().all(|analysis| analysis.class == WordClass::Verb)
}

fn places_in_names(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let own =
        case.subject.organisation.and_then(|it| it.municipality.as_deref()).and_then(municipality);
    for text in case.field(Field::Name) {
        let is_place = |place: &Range<usize>| {
            let word = &text.text[place.clone()];
            word.starts_with(char::is_uppercase)
                && names_place(case.subject.words, text.language, word, own)
        };
        found.places(text, text.words().iter().filter(|place| is_place(place)).cloned().collect());
    }
}

/// Whether a word with a capital is a municipality's name, in any case. A word that may be something else
/// ("Lahden", "Salon") counts only when the organisation is of that municipality.
fn names_place(
    words: Option<&Memory>,
    language: Language,
    word: &str,
    own: Option<&Municipality>,
) -> bool {
    let is_own = |named: &Municipality| own.is_some_and(|own| own.code == named.code);
    match (language, words) {
        (Language::Fi, Some(memory)) => {
            let analyses = memory.analyse(word);
            let is_sure = analyses.iter().all(|analysis| analysis.class == WordClass::PlaceName);
            analyses
                .iter()
                .filter(|analysis| analysis.class.is_name())
                .filter_map(|analysis| municipality_by_name(&analysis.base_form))
                .any(|named| is_sure || is_own(named))
        }
        (Language::Fi, None) => municipality_by_name(word).is_some_and(is_own),
        _ => {
            let stem = word.strip_suffix("'s").or_else(|| word.strip_suffix('s'));
            let named = [Some(word), stem].into_iter().flatten().find_map(municipality_by_name);
            named.is_some_and(is_own)
        }
    }
}
