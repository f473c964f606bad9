//! Words, sentences and paragraphs of a text, each with its place in bytes.

use std::ops::Range;

/// The words between white space, without the punctuation around them.
pub(crate) fn words(text: &str) -> Vec<Range<usize>> {
    pieces(text, char::is_whitespace)
        .filter_map(|piece| {
            trimmed(text, piece, |letter| !letter.is_alphanumeric() && letter != '+')
        })
        .collect()
}

/// The pieces between characters of a kind.
pub(crate) fn pieces(
    text: &str,
    is_between: impl Fn(char) -> bool,
) -> impl Iterator<Item = Range<usize>> {
    let start = text.as_ptr() as usize;
    text.split(is_between).filter(|piece| !piece.is_empty()).map(move |piece| {
        let begin = piece.as_ptr() as usize - start;
        begin..begin + piece.len()
    })
}

fn trimmed(text: &str, piece: Range<usize>, is_off: impl Fn(char) -> bool) -> Option<Range<usize>> {
    let whole = &text[piece.clone()];
    let begin = whole.find(|letter| !is_off(letter))?;
    let inner = whole.trim_end_matches(&is_off);
    Some(piece.start + begin..piece.start + inner.len())
}

/// The paragraphs: lines that are not blank.
pub(crate) fn paragraphs(text: &str) -> impl Iterator<Item = Range<usize>> {
    pieces(text, |letter| matches!(letter, '\n' | '\r'))
}

/// Whether a full stop after what a sentence has so far may belong to its last word. After a number that does not begin the
/// sentence ("luokilla 3 - 6. Myös"), and after what it is counted in ("80 g. Isoja"), it ends the sentence.
fn is_within(sentence: &str) -> bool {
    let mut words = sentence.split_whitespace().rev();
    let (word, before) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let is_number = |word: &str| word.ends_with(|letter: char| letter.is_ascii_digit());
    let is_digit = word.chars().count() == 1 && is_number(word) && !before.is_empty();
    let is_unit = ["g", "m", "h", "l"].contains(&word) && is_number(before);
    !is_digit && !is_unit && (is_abbreviation(word) || is_day_and_month(word))
}

/// Whether a full stop after a word may belong to it.
fn is_abbreviation(word: &str) -> bool {
    const WORDS: [&str; 9] = ["mm", "ns", "nk", "ks", "os", "puh", "esim", "tel", "bl"];
    word.chars().count() <= 1 || WORDS.contains(&word.to_lowercase().as_str())
}

/// "30.6", "8.30": with digits at the end that are no year.
fn is_day_and_month(word: &str) -> bool {
    word.rsplit_once('.').is_some_and(|(_, end)| {
        (1..4).contains(&end.len()) && end.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// The sentences. One ends with a full stop, an exclamation or question mark before a capital letter, and with its line.
/// After the month of a date or a short abbreviation a full stop ends nothing ("30.6.", "mm.", "esim."); after a year it
/// does ("1.1.2016.").
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for paragraph in paragraphs(text) {
        let mut start = paragraph.start;
        let line = &text[paragraph.clone()];
        for (at, mark) in line.match_indices(['.', '!', '?']) {
            let after = &line[at + mark.len()..];
            let begins = after.starts_with(char::is_whitespace)
                && after.trim_start().starts_with(char::is_uppercase);
            let is_short = mark == "." && is_within(&text[start..paragraph.start + at]);
            if begins && !is_short {
                let end = paragraph.start + at + mark.len();
                found.push(start..end);
                start = end;
            }
        }
        found.push(start..paragraph.end);
    }
    found.retain(|place| text[place.clone()].chars().any(char::is_alphanumeric));
    found
        .into_iter()
        .map(|place| {
            let lead = text[place.clone()].len() - text[place.clone()].trim_start().len();
            place.start + lead..place.end
        })
        .collect()
}

/// The host of an address of the web.
pub(crate) fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#', ':']).next().unwrap_or_default()
}
