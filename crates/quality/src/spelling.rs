//! Words that are spelt wrong: ones that no dictionary knows and that are a slip away from a word of the same description.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::Range;

use domain::Language;
use finnish::Memory;

use crate::finding::Found;
use crate::rule::rules;
use crate::subject::Case;
use crate::text::Text;
use crate::{Rule, Settings};

pub(crate) static RULES: &[Rule] = rules![
    "T10" Warning [Service Channel Organisation] "PTV text check 10" misspelt;
];

/// A shorter word is too near to too many others.
const SHORTEST: usize = 6;

fn misspelt(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let Some(memory) = case.subject.words else { return };
    let finnish: Vec<&Text<'_>> =
        case.texts().filter(|text| text.language == Language::Fi).collect();
    let is_unknown = |text: &Text<'_>, at: usize| {
        text.analyses(memory)[at].is_empty() && is_whole_word(text, &text.words()[at])
    };
    let used = OnceCell::new();
    let used = || used.get_or_init(|| base_forms(&finnish, memory));
    for text in finnish.iter().filter(|text| text.is_running()) {
        let unknown = (0..text.words().len()).filter(|at| is_unknown(text, *at));
        let places = unknown.map(|at| text.words()[at].clone());
        found.places(
            text,
            places.filter(|at| is_slip(memory, &text.text[at.clone()], used())).collect(),
        );
    }
}

/// The base forms of the words of the texts.
fn base_forms(texts: &[&Text<'_>], memory: &Memory) -> HashSet<String> {
    let analyses = texts.iter().flat_map(|text| text.analyses(memory));
    analyses.flat_map(|word| word.iter().map(|analysis| analysis.base_form.clone())).collect()
}

/// Whether a word is one in small letters that stands for itself: "osallistumis-" and "-vuotiaat" are parts of words.
fn is_whole_word(text: &Text<'_>, place: &Range<usize>) -> bool {
    let word = &text.text[place.clone()];
    word.chars().all(|letter| letter.is_lowercase() || letter == '-')
        && word.chars().count() >= SHORTEST
        && !text.text[..place.start].ends_with(['-', '–'])
        && !text.text[place.end..].starts_with(['-', '–'])
}

/// Whether one letter more, less or in another place makes the word one that the texts have elsewhere, in whatever form.
/// That the dictionary has such a word is not enough: too many good words that it lacks ("geriatri") are a slip away from
/// some word.
fn is_slip(memory: &Memory, word: &str, used: &HashSet<String>) -> bool {
    let letters: Vec<char> = word.chars().collect();
    memory.suggest(word).iter().any(|known| {
        let others: Vec<char> = known.chars().collect();
        let is_used = || memory.analyse(known).iter().any(|it| used.contains(&it.base_form));
        // "geriatri" is who practises "geriatria".
        let is_who = known.strip_suffix('a') == Some(word);
        is_one_step(&letters, &others) && !is_who && is_used()
    })
}

fn is_one_step(one: &[char], other: &[char]) -> bool {
    let same = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    let (one, other) = (&one[same..], &other[same..]);
    match (one, other) {
        ([first, second, rest @ ..], [third, fourth, end @ ..])
            if first == fourth && second == third && rest == end =>
        {
            true
        }
        ([_, rest @ ..], end) if rest == end => true,
        (rest, [_, end @ ..]) if rest == end => true,
        _ => false,
    }
}
