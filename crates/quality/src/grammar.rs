//! Slips of grammar and punctuation that are sure: a word twice, a space too many or too few, a comma that is missing.

use std::ops::Range;

use domain::Language;

use crate::finding::Found;
use crate::rule::rules;
use crate::subject::Case;
use crate::text::Text;
use crate::{Rule, Settings};

pub(crate) static RULES: &[Rule] = rules![
    "T9" Warning [Service Channel Organisation] "PTV text check 9" slips;
];

fn slips(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    for text in case.running_texts() {
        let mut places = twice(text);
        places.extend(spaces(text));
        places.extend(small_beginnings(text));
        if text.language == Language::Fi {
            places.extend(commas(text));
        }
        places.sort_by_key(|place| (place.start, place.end));
        places.dedup();
        found.places(text, places);
    }
}

/// "ja ja": the same word twice with nothing but a space between.
fn twice(text: &Text<'_>) -> Vec<Range<usize>> {
    // "Se se vasta", "he, som som", "had had": these may stand twice.
    const MAY: [&str; 7] = ["se", "ne", "niin", "som", "had", "that", "att"];
    let pairs = text.words().windows(2).filter(|pair| {
        let [one, other] = [&text.text[pair[0].clone()], &text.text[pair[1].clone()]];
        let lower = one.to_lowercase();
        &text.text[pair[0].end..pair[1].start] == " "
            && lower == other.to_lowercase()
            && one.chars().all(char::is_alphabetic)
            && one.chars().count() > 1
            && !MAY.contains(&lower.as_str())
    });
    pairs.map(|pair| pair[0].start..pair[1].end).collect()
}

/// A space before a comma or a full stop, or none after a comma or after the end of a sentence.
fn spaces(text: &Text<'_>) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    for (at, mark) in text.text.match_indices([',', '.', ';']) {
        let (before, after) = (&text.text[..at], &text.text[at + 1..]);
        let end = at + mark.len();
        let previous = before.chars().next_back();
        let next = after.chars().next();
        // " .pdf" and "..." are no ends of sentences.
        let is_dot_of_name =
            mark == "." && next.is_some_and(|letter| letter.is_alphanumeric() || letter == '.');
        let is_spaced = previous == Some(' ')
            && before.trim_end().ends_with(char::is_alphabetic)
            && !is_dot_of_name;
        if is_spaced {
            let word = before.trim_end();
            places.push(word.len() - word_before(word).len()..end);
            continue;
        }
        let is_between_words =
            previous.is_some_and(char::is_lowercase) && next.is_some_and(char::is_alphabetic);
        let is_joined = match mark {
            "," => is_between_words,
            // "apua.Ota": a sentence begins. "a.Fi", "esim.Turku" and addresses do not end one.
            "." => {
                is_between_words
                    && next.is_some_and(char::is_uppercase)
                    && word_before(before).chars().count() > 4
            }
            _ => false,
        };
        let is_address = word_around(text.text, at).contains(['@', '/'])
            || word_around(text.text, at).contains("www");
        if is_joined && !is_address {
            places.push(at - word_before(before).len()..end + word_after(after).len());
        }
    }
    places
}

fn word_before(text: &str) -> &str {
    let start = text
        .rfind(|letter: char| !letter.is_alphabetic())
        .map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    &text[start..]
}

fn word_after(text: &str) -> &str {
    &text[..text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len())]
}

fn word_around(text: &str, at: usize) -> &str {
    let start = text[..at].rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let end = text[at..].find(char::is_whitespace).map_or(text.len(), |end| at + end);
    text.get(start..end).unwrap_or_default()
}

/// A sentence that begins with a small letter after one that ended.
fn small_beginnings(text: &Text<'_>) -> Vec<Range<usize>> {
    let ends = text.text.match_indices(['.', '!', '?']);
    let small = ends.filter_map(|(at, mark)| {
        let (before, after) = (&text.text[..at], &text.text[at + mark.len()..]);
        let word = after.strip_prefix(' ').filter(|rest| rest.starts_with(char::is_lowercase))?;
        let ended = word_before(before);
        // "esim. kun", "mm. ne": short words may be abbreviations, and so may those of consonants.
        let is_word = ended.chars().count() > 5
            && ended.chars().all(char::is_lowercase)
            && ended.contains(['a', 'e', 'i', 'o', 'u', 'y', 'ä', 'ö', 'å'])
            && !before.ends_with(".");
        let first = word_after(word);
        let start = text.text.len() - word.len();
        // "iPad", "pdf.": names of things.
        (is_word && first.chars().count() > 1 && first.chars().all(char::is_lowercase))
            .then(|| start..start + first.len())
    });
    small.collect()
}

/// "palvelu jotka": a clause that begins without its comma.
fn commas(text: &Text<'_>) -> Vec<Range<usize>> {
    const CLAUSES: [&str; 16] = [
        "että", "jotta", "koska", "jotka", "joiden", "joilla", "joille", "joita", "joissa",
        "joista", "jonka", "jota", "jolla", "jolle", "jossa", "josta",
    ];
    /// Words after which no comma stands before those.
    const BEFORE: [&str; 32] = [
        "ja",
        "tai",
        "sekä",
        "eli",
        "mutta",
        "vai",
        "kuin",
        "sitten",
        "siksi",
        "niin",
        "siten",
        "sillä",
        "vain",
        "juuri",
        "silloin",
        "ennen",
        "sen",
        "siitä",
        "siihen",
        "myös",
        "esimerkiksi",
        "eikä",
        "etenkin",
        "erityisesti",
        "joko",
        "varsinkin",
        "ainoastaan",
        "siinä",
        "että",
        "paitsi",
        "lähinnä",
        "vaan",
    ];
    let mut places = Vec::new();
    for sentence in text.sentences() {
        let words = text.words_in(sentence);
        for (at, pair) in words.windows(2).enumerate() {
            let [before, word] = [&text.text[pair[0].clone()], &text.text[pair[1].clone()]];
            let is_missing = &text.text[pair[0].end..pair[1].start] == " "
                && CLAUSES.contains(&word)
                && before.chars().next().is_some_and(char::is_alphabetic)
                && !BEFORE.contains(&before.to_lowercase().as_str());
            if is_missing && !(word == "että" && is_second_of_two(text, &words[..at])) {
                places.push(pair[0].start..pair[1].end);
            }
        }
    }
    places
}

/// "sekä lapset että aikuiset", "niin arkena että pyhänä": the word joins two things, and no clause begins.
fn is_second_of_two(text: &Text<'_>, before: &[Range<usize>]) -> bool {
    before
        .iter()
        .any(|place| ["sekä", "niin"].contains(&text.text[place.clone()].to_lowercase().as_str()))
}
