//! Where the parts of compounds begin, as they are written.

use std::collections::HashSet;

use crate::analysis::{Analyser, Share};
use crate::words::Stemming;

/// The shortest Finnish part that is looked for.
const FINNISH_PART: usize = 3;
/// The shortest last part of a Swedish compound, in bytes.
const SWEDISH_PART: usize = 4;
/// The shortest first part of it.
const SWEDISH_FIRST: usize = 3;

/// Where the later parts of a Finnish word begin, in bytes.
pub fn finnish_parts(analyser: &Analyser, word: &str) -> Vec<usize> {
    let lower = word.to_lowercase();
    if lower.len() != word.len() {
        return Vec::new();
    }
    let terms = analyser.terms(Stemming::Finnish, &lower);
    let mut parts: Vec<(usize, &str)> = terms
        .iter()
        .filter(|term| matches!(term.share, Share::Head | Share::Modifier))
        .map(|term| (term.part, term.text.as_str()))
        .collect();
    parts.sort_unstable();
    parts.dedup_by_key(|part| part.0);
    let (mut starts, mut from) = (Vec::new(), 0);
    for (part, base_form) in parts {
        if part > 1
            && let Some(start) = find_part(&lower, from, base_form)
        {
            starts.push(start);
            from = start;
        }
        from += lower[from..].chars().take(FINNISH_PART).map(char::len_utf8).sum::<usize>();
    }
    starts
}

/// Where a part with this base form begins; its end may be another, so that ever fewer letters of it
/// are looked for.
fn find_part(word: &str, from: usize, base_form: &str) -> Option<usize> {
    let ends = base_form.char_indices().map(|(place, letter)| place + letter.len_utf8());
    let ends: Vec<usize> = ends.skip(FINNISH_PART - 1).collect();
    let mut lengths = ends.into_iter().rev().take(3);
    lengths.find_map(|end| Some(from + word.get(from..)?.find(&base_form[..end])?))
}

/// Where the last part of a Swedish word begins, when it is one of the words known.
pub fn swedish_parts(known: &HashSet<String>, word: &str) -> Vec<usize> {
    let lower = word.to_lowercase();
    if lower.len() != word.len() {
        return Vec::new();
    }
    let starts = lower.char_indices().map(|(start, _)| start);
    let found = starts
        .filter(|start| *start >= SWEDISH_FIRST && lower.len() - start >= SWEDISH_PART)
        .find(|start| known.contains(&lower[*start..]));
    found.into_iter().collect()
}
