//! A text beside other texts: the general description's, and the other language versions.

use std::collections::{BTreeSet, HashSet};
use std::hash::{DefaultHasher, Hasher};
use std::ops::Range;

use domain::Language;
use domain::catalogue::ServiceTexts;

use crate::finding::Found;
use crate::rule::rules;
use crate::subject::Case;
use crate::words::words;
use crate::{Field, Rule, Settings};

/// A shorter description says too little for its length to be compared.
const FEW: usize = 200;

pub(crate) static RULES: &[Rule] = rules![
    "T6" Error [Service] "PTV text check 6" copies;
    "T24" Warning [Service] "DVV" unequal_versions;
];

fn copies(case: &Case<'_>, settings: &Settings, found: &mut Found<'_>) {
    let length = settings.copied_words.max(2);
    let Some(description) = case.service().and_then(|about| about.description) else { return };
    for (language, texts) in &description.texts {
        let background = texts.background_description.as_deref();
        let shared = shared_texts(&texts.common).into_iter().chain([background]).flatten();
        let shared: Vec<Vec<u64>> = shared.map(|text| prints(text, &words(text))).collect();
        let runs: HashSet<&[u64]> = shared.iter().flat_map(|text| text.windows(length)).collect();
        for text in case.running_texts().filter(|text| text.language == *language) {
            let (words, own) = (text.words(), prints(text.text, text.words()));
            let mut places: Vec<Range<usize>> = Vec::new();
            for (at, _) in own.windows(length).enumerate().filter(|(_, run)| runs.contains(run)) {
                let (start, end) = (words[at].start, words[at + length - 1].end);
                match places.last_mut() {
                    Some(last) if start <= last.end => last.end = end,
                    _ => places.push(start..end),
                }
            }
            found.places(text, places);
        }
    }
}

fn shared_texts(texts: &ServiceTexts) -> [Option<&str>; 3] {
    [texts.description.as_deref(), texts.user_instructions.as_deref(), texts.conditions.as_deref()]
}

/// A number for each word, the same whatever its capitals.
fn prints(text: &str, words: &[Range<usize>]) -> Vec<u64> {
    let print = |place: &Range<usize>| {
        let mut hasher = DefaultHasher::new();
        for letter in text[place.clone()].chars().flat_map(char::to_lowercase) {
            hasher.write_u32(letter.into());
        }
        hasher.finish()
    };
    words.iter().map(print).collect()
}

fn unequal_versions(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let mut versions = case
        .field(Field::Description)
        .filter(|text| Language::INTERFACE.contains(&text.language))
        .map(|text| (text.language, text.text.chars().count()));
    let Some((first, full)) = versions.next() else { return };
    for (language, length) in versions {
        let is_unequal = full.max(length) >= FEW && (2 * length < full || length > 2 * full);
        let evidence = if is_unequal {
            vec![format!("{language} {length} / {first} {full}")]
        } else {
            let [own, others] = [language, first].map(|language| prices(case, language));
            let has_both = !own.is_empty() && !others.is_empty();
            own.symmetric_difference(&others).filter(|_| has_both).cloned().collect()
        };
        if !evidence.is_empty() {
            found.field(Field::Description, Some(language), evidence);
        }
    }
}

/// The amounts in euros in a language version, wherever they stand.
fn prices(case: &Case<'_>, language: Language) -> BTreeSet<String> {
    let is_amount = |letter: char| letter.is_ascii_digit() || matches!(letter, ',' | '.');
    let mut prices = BTreeSet::new();
    for text in case.texts().filter(|text| text.language == language) {
        for (at, _) in text.text.match_indices(['€', 'e']) {
            let rest = &text.text[at..];
            let before = text.text[..at].trim_end_matches([' ', '\u{a0}']);
            let amount = &before[before.trim_end_matches(is_amount).len()..];
            let is_euro = ["€", "euro"].iter().any(|euro| rest.starts_with(euro));
            if is_euro && amount.starts_with(|letter: char| letter.is_ascii_digit()) {
                // "10,00", "10.-" and "10" are the same.
                let whole = amount.replace('.', ",").trim_end_matches(',').to_owned();
                prices.insert(whole.strip_suffix(",00").map_or(whole.clone(), str::to_owned));
            }
        }
    }
    prices
}
