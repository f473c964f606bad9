//! Rules that need to know Finnish words: passives, non-finite clauses, places in names.

use std::ops::Range;

use domain::Language;
use domain::reference::{Municipality, municipality, municipality_by_name};
use finnish::{Memory, WordClass};

use crate::rule::Found;
use crate::structure::rules;
use crate::words::words;
use crate::{Field, Rule, Settings, Severity, Subject};

pub(crate) static RULES: &[Rule] = rules![
    "T3" Warning "PTV text check 3" passives
        ["Passiivi ei kerro, kuka tekee: lukija ei tiedä, pitääkö hänen itse toimia.",
         "Passiven säger inte vem som gör: läsaren vet inte om hen själv ska göra något.",
         "The passive does not say who acts: readers do not know whether they have to."]
        ["Sano, kuka tekee, tai puhuttele lukijaa: ”hae”, ”saat”.",
         "Säg vem som gör, eller tilltala läsaren: ”ansök”, ”du får”.",
         "Say who acts, or speak to the reader: \"apply\", \"you get\"."];
    "T4" Warning "PTV text check 4" clauses
        ["Lauseenvastike on vaikea lukea.", "En satsmotsvarighet är svår att läsa.",
         "A non-finite clause is hard to read."]
        ["Kirjoita ”kun saavut” eikä ”saapuessasi”.", "Skriv ”kun saavut” i stället för ”saapuessasi”.",
         "Write \"kun saavut\" instead of \"saapuessasi\"."];
    "T18" Error "DVV, field help" places_in_names
        ["Paikan nimi ei kuulu palvelun nimeen: alue ja organisaatio kerrotaan omissa kentissään.",
         "Ortnamnet hör inte till tjänstens namn: område och organisation har egna fält.",
         "A place's name does not belong in the service's name: area and organisation have fields of their own."]
        ["Poista paikan nimi palvelun nimestä.", "Ta bort ortnamnet ur tjänstens namn.",
         "Remove the place from the service's name."];
];

const PASSIVE: [&str; 11] =
    ["taan", "tään", "daan", "dään", "laan", "lään", "raan", "rään", "naan", "nään", "tiin"];

/// The second infinitive with who is meant.
const CLAUSES: [&str; 10] = [
    "essasi", "essäsi", "essaan", "essään", "essamme", "essämme", "essanne", "essänne", "essani",
    "essäni",
];

fn passives(subject: &Subject<'_>, settings: &Settings, found: &mut Found<'_>) {
    verbs(subject, &PASSIVE, settings.passives, found);
}

fn clauses(subject: &Subject<'_>, _: &Settings, found: &mut Found<'_>) {
    verbs(subject, &CLAUSES, 0, found);
}

/// "oppimisessaan", "asumisestaan": what one does as a noun, which the dictionary takes for a verb's form.
fn is_noun_of_doing(word: &str) -> bool {
    word.contains("mises")
}

/// Words of Finnish texts that end so and can be nothing but verbs, where a text has more than some.
fn verbs(subject: &Subject<'_>, ends: &[&str], allowed: usize, found: &mut Found<'_>) {
    let Some(memory) = subject.words else { return };
    for text in subject.running_texts().filter(|(_, language, _)| *language == Language::Fi) {
        let is_verb = |place: &Range<usize>| {
            let word = &text.2[place.clone()];
            ends.iter().any(|end| word.ends_with(end))
                && !is_noun_of_doing(word)
                && can_only_be_verb(memory, word)
        };
        let places: Vec<Range<usize>> = words(text.2).into_iter().filter(is_verb).collect();
        if places.len() > allowed {
            found.places(text, places);
        }
    }
}

fn can_only_be_verb(memory: &Memory, word: &str) -> bool {
    let analyses = memory.analyse(&word.to_lowercase());
    !analyses.is_empty() && analyses.iter().all(|analysis| analysis.class == WordClass::Verb)
}

fn places_in_names(subject: &Subject<'_>, _: &Settings, found: &mut Found<'_>) {
    let own = subject.organisation.and_then(|it| it.municipality.as_deref()).and_then(municipality);
    for text in subject.texts().filter(|(field, ..)| *field == Field::Name) {
        let is_place = |place: &Range<usize>| {
            let word = &text.2[place.clone()];
            word.starts_with(char::is_uppercase) && names_place(subject.words, text.1, word, own)
        };
        found.places(text, words(text.2).into_iter().filter(is_place).collect());
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
