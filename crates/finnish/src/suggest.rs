//! Spelling suggestions: known word forms that are near to an unknown one.
//!
//! The automaton is walked with the letters of the word, and with mistakes that cost: so only forms that exist are
//! met, inflected and compound ones too. Mistakes that Finns make often (ä and a, one letter or two) cost less.

mod costs;
mod search;

use std::collections::HashMap;

use crate::letters::{capitalised, normalise};
use crate::{Dictionary, MAX_WORD_LENGTH};
use search::{Near, Search};

/// Words of more letters than this get no suggestions.
const LONGEST_WORD: usize = 60;

/// From so many letters on, two mistakes are looked for when one was not enough.
const TWO_MISTAKES: usize = 6;

/// The suggestions for a word, the likeliest first.
pub(crate) fn suggest(dictionary: &Dictionary, word: &str, limit: usize) -> Vec<String> {
    if limit == 0 || word.len() > 4 * MAX_WORD_LENGTH {
        return Vec::new();
    }
    let mut text = String::new();
    normalise(word, &mut text);
    let letters = text.chars().count();
    if letters == 0 || letters > LONGEST_WORD {
        return Vec::new();
    }
    let mut near = own_words(dictionary, &text);
    near.extend(Search::new(&dictionary.transducer, &text).run(costs::ONE_MISTAKE, STEPS_FOR_ONE));
    if near.is_empty() && letters >= TWO_MISTAKES {
        let search = Search::new(&dictionary.transducer, &text);
        near.extend(search.run(costs::TWO_MISTAKES, STEPS_FOR_TWO));
    }
    ranked(near, &text, word, limit)
}

/// How many steps a search may take; some ten million are done in a second.
const STEPS_FOR_ONE: usize = 40_000;
const STEPS_FOR_TWO: usize = 50_000;

/// A mistake in a word of one's own counts for less by this.
const OWN_WORDS_FIRST: u32 = 2;

/// The cheapest way to each word, in the order of what speaks against it.
fn ranked(near: Vec<Near>, text: &str, word: &str, limit: usize) -> Vec<String> {
    let mut best: HashMap<String, u32> = HashMap::new();
    let has_capital = word.chars().any(char::is_uppercase);
    for found in near {
        let mut against = found.cost * 2 + found.parts.saturating_sub(1) * 2;
        if !has_capital && found.word.chars().any(char::is_uppercase) {
            against += 2;
        }
        if found.word.to_lowercase().chars().next() != text.chars().next() {
            against += 3;
        }
        let end = same_end(&found.word, text).min(3);
        against += 3 - end;
        let place = best.entry(found.word).or_insert(against);
        *place = against.min(*place);
    }
    let mut words: Vec<_> = best.into_iter().map(|(word, against)| (against, word)).collect();
    words.sort();
    let mut suggestions: Vec<String> = Vec::new();
    for (_, suggestion) in words {
        let suggestion = as_written(&suggestion, word);
        if suggestions.len() < limit && suggestion != word && !suggestions.contains(&suggestion) {
            suggestions.push(suggestion);
        }
    }
    suggestions
}

/// How many letters at the end are the same: the same case, most likely.
fn same_end(one: &str, other: &str) -> u32 {
    let pairs = one.chars().rev().zip(other.chars().rev());
    u32::try_from(pairs.take_while(|(a, b)| a == b).count()).unwrap_or(u32::MAX)
}

/// The suggestion with the capitals of the word that it is for.
fn as_written(suggestion: &str, word: &str) -> String {
    let mut letters = word.chars().filter(|letter| letter.is_alphabetic());
    let begins = letters.next().is_some_and(char::is_uppercase);
    let mut rest = letters.peekable();
    if begins && rest.peek().is_some() && rest.all(char::is_uppercase) {
        suggestion.to_uppercase()
    } else if begins {
        capitalised(suggestion)
    } else {
        suggestion.to_owned()
    }
}

/// Forms of words of one's own: with one mistake in the beginning, or in what comes after it.
fn own_words(dictionary: &Dictionary, text: &str) -> Vec<Near> {
    let own = dictionary.own();
    let letters: Vec<char> = text.chars().collect();
    let mut near = Vec::new();
    for beginning in own.beginnings() {
        let beginning: Vec<char> = beginning.chars().collect();
        let longest = (beginning.len() + 1).min(letters.len());
        for length in beginning.len().saturating_sub(1).max(1)..=longest {
            let (typed, rest) = letters.split_at(length);
            if let Some(cost) = costs::of_one_mistake(typed, &beginning) {
                let word: String = beginning.iter().chain(rest).collect();
                near.extend(own_word(dictionary, &word, cost));
            }
        }
    }
    for (as_model, stem, model_stem) in own.as_models(text) {
        let search = Search::new(&dictionary.transducer, &as_model);
        for found in search.run(costs::ONE_MISTAKE, STEPS_FOR_ONE) {
            if let Some(rest) = found.word.to_lowercase().strip_prefix(model_stem) {
                near.extend(own_word(dictionary, &format!("{stem}{rest}"), found.cost));
            }
        }
    }
    near
}

/// The form, if it is one of a word of one's own.
fn own_word(dictionary: &Dictionary, word: &str, cost: u32) -> Option<Near> {
    let analysis = dictionary.own().analyse(dictionary, word).into_iter().next()?;
    let parts = u32::try_from(analysis.parts.len()).unwrap_or(u32::MAX);
    let mut base = analysis.base_form.chars();
    let mut same = true;
    let with_capitals = |letter: char| {
        let meant = base.next().filter(|meant| same && meant.to_lowercase().eq([letter]));
        same = meant.is_some();
        meant.unwrap_or(letter)
    };
    let word = word.chars().map(with_capitals).collect();
    Some(Near { word, cost: cost.saturating_sub(OWN_WORDS_FIRST), parts })
}
