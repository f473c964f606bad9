//! Names of places and organisations in the name of a service.

use std::ops::Range;

use domain::Language;
use domain::catalogue::Organisation;
use domain::reference::{Municipality, municipality, municipality_by_name};
use finnish::{Memory, WordClass};

use crate::finding::Found;
use crate::rule::rules;
use crate::subject::Case;
use crate::text::Text;
use crate::{Field, Rule, Settings};

pub(crate) static RULES: &[Rule] = rules![
    "T18" Error [Service] "DVV, field help" places_in_names;
];

fn places_in_names(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let organisation = case.subject.organisation;
    let own = organisation.and_then(|it| it.municipality.as_deref()).and_then(municipality);
    for text in case.field(Field::Name) {
        let is_place = |place: &&Range<usize>| {
            let word = &text.text[(*place).clone()];
            word.starts_with(char::is_uppercase)
                && names_place(case.subject.words, text.language, word, own)
        };
        let mut places: Vec<Range<usize>> = text.words().iter().filter(is_place).cloned().collect();
        let named = organisation.and_then(|it| names_organisation(text, it));
        if let Some(named) =
            named.filter(|named| !places.iter().any(|it| named.contains(&it.start)))
        {
            places.push(named);
            places.sort_by_key(|place| place.start);
        }
        found.places(text, places);
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

/// Where a service's name has the organisation's own name in it, as it is written.
fn names_organisation(text: &Text<'_>, organisation: &Organisation) -> Option<Range<usize>> {
    let name = organisation.texts.get(&text.language)?.name.trim();
    // A short name ("Apu ry" → "Apu") may be any word.
    let at = text.text.find(name).filter(|_| name.chars().count() >= 6)?;
    let end = at + name.len();
    let is_whole = !text.text[..at].ends_with(char::is_alphanumeric)
        && !text.text[end..].starts_with(char::is_alphanumeric);
    is_whole.then_some(at..end)
}
