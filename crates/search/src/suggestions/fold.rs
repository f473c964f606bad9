//! Texts as suggestions compare them: lower case, å ä ö as a and o, hyphens and apostrophes left out,
//! and one space for everything else that is no letter or digit.

use std::cmp::Ordering;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

/// The letters of a text as they are compared, each with the byte where it comes from.
pub fn folded(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut is_after_space = true;
    text.char_indices()
        .flat_map(|(place, letter)| letter.to_lowercase().map(move |lower| (place, lower)))
        .filter_map(move |(place, letter)| {
            let letter = folded_letter(letter)?;
            let is_space = letter == ' ';
            let is_repeated = is_space && is_after_space;
            is_after_space = is_space;
            (!is_repeated).then_some((place, letter))
        })
}

fn folded_letter(letter: char) -> Option<char> {
    match letter {
        'a'..='z' | '0'..='9' => Some(letter),
        'ä' | 'å' | 'á' | 'à' | 'â' => Some('a'),
        'ö' | 'ø' | 'ó' | 'õ' => Some('o'),
        'é' | 'è' | 'ê' => Some('e'),
        'ü' => Some('u'),
        '-'
        | '‐'
        | '‑'
        | '\''
        | '’'
        | 'ʼ'
        | '\u{ad}'
        | '\u{200b}'..='\u{200d}'
        | '\u{2060}'
        | '\u{feff}'
        | '\u{300}'..='\u{36f}' => None,
        other if other.is_alphanumeric() => Some(other),
        _ => Some(' '),
    }
}

/// What somebody typed, ready to be compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// The letters as they are compared, without spaces around.
    pub letters: Vec<char>,
    /// The letters as written, for those who wrote å, ä or ö and mean it.
    exact: Vec<char>,
}

impl Typed {
    /// The first letters of a text.
    pub fn new(text: &str, limit: usize) -> Self {
        let composed: String = text.chars().take(limit).nfc().collect();
        let lower: String = composed.chars().flat_map(char::to_lowercase).collect();
        let mut typed = Self::default();
        for (place, letter) in folded(&lower) {
            typed.letters.push(letter);
            typed.exact.extend(lower[place..].chars().next());
        }
        if typed.letters.last() == Some(&' ') {
            typed.letters.pop();
            typed.exact.pop();
        }
        typed
    }

    /// Letters that somebody may have meant.
    pub fn meant(letters: &str) -> Self {
        let letters: Vec<char> = letters.chars().collect();
        Self { exact: letters.clone(), letters }
    }

    /// Words one after another.
    pub fn joined(words: &[&Self]) -> Self {
        let mut joined = Self::default();
        for word in words {
            if !joined.letters.is_empty() {
                joined.letters.push(' ');
                joined.exact.push(' ');
            }
            joined.letters.extend(&word.letters);
            joined.exact.extend(&word.exact);
        }
        joined
    }

    /// The words of it.
    pub fn words(&self) -> Vec<Self> {
        let words = self.letters.split(|letter| *letter == ' ');
        let mut start = 0;
        words
            .map(|word| {
                let range = start..start + word.len();
                start = range.end + 1;
                Self { letters: word.to_vec(), exact: self.exact[range].to_vec() }
            })
            .filter(|word| !word.letters.is_empty())
            .collect()
    }

    /// Whether a text begins with it; `Less` when the text comes before all that do.
    pub fn compare(&self, text: &str) -> Ordering {
        let mut letters = folded(text);
        for typed in &self.letters {
            match letters.next().map_or(Ordering::Less, |(_, letter)| letter.cmp(typed)) {
                Ordering::Equal => {}
                other => return other,
            }
        }
        Ordering::Equal
    }

    /// How far a text that begins with it agrees, in bytes; nothing when å, ä or ö were typed and
    /// are not there.
    pub fn end_in(&self, text: &str) -> Option<usize> {
        let mut letters = folded(text);
        let mut end = 0;
        for (typed, exact) in self.letters.iter().zip(&self.exact) {
            let (place, letter) = letters.next()?;
            let written = text[place..].chars().next()?;
            let is_meant = exact.is_ascii() || written.to_lowercase().eq([*exact]);
            if letter != *typed || !is_meant {
                return None;
            }
            end = place + written.len_utf8();
        }
        Some(end)
    }

    /// Whether a text that begins with it has the very letters, å, ä and ö among them.
    pub fn is_written_in(&self, text: &str) -> bool {
        let written = text.chars().flat_map(char::to_lowercase).filter(|l| l.is_alphanumeric());
        let exact = self.exact.iter().copied().filter(|letter| letter.is_alphanumeric());
        exact.zip(written).all(|(exact, written)| exact == written)
    }

    /// Where a text has it: at the beginning of a word, else within one when it is long enough.
    pub fn find_in(&self, text: &str) -> Option<Range<usize>> {
        const WITHIN: usize = 4;
        let at = |start: usize| Some(start..start + self.end_in(&text[start..])?);
        word_starts(text).find_map(at).or_else(|| {
            let inside = || text.char_indices().map(|(start, _)| start).find_map(at);
            (self.letters.len() >= WITHIN).then(inside).flatten()
        })
    }
}

/// Where the words of a text begin. A hyphen parts words, an apostrophe does not.
pub fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut is_within = false;
    text.char_indices().filter_map(move |(place, letter)| {
        let is_letter = letter.is_alphanumeric();
        let is_joint = is_within && folded_letter(letter).is_none() && !is_hyphen(letter);
        let begins = is_letter && !is_within;
        is_within = is_letter || is_joint;
        begins.then_some(place)
    })
}

const fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '‐' | '‑')
}

/// The word that begins a text, as it is written there.
pub fn first_word(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(text.len());
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_without_dots_begins_what_has_them() {
        assert_eq!(Typed::new("  AITI-   ja lap", 100).compare("Äiti- ja lapsi"), Ordering::Equal);
        assert_eq!(Typed::new("aitiys", 100).compare("Äiti- ja lapsi"), Ordering::Less);
        assert_eq!(Typed::new("aiti", 100).compare("Äkkiä"), Ordering::Greater);
        assert_eq!(Typed::new("aiti ja", 100).compare("Äiti- ja lapsi"), Ordering::Equal);
        assert_eq!(Typed::new("aiti ja", 100).end_in("Äiti- ja lapsi"), Some(9));
    }

    #[test]
    fn who_writes_the_dots_means_them() {
        assert_eq!(Typed::new("sää", 100).end_in("Saariston"), None);
        assert_eq!(Typed::new("sää", 100).end_in("Säästö"), Some(5));
        assert_eq!(Typed::new("a\u{308}iti", 100), Typed::new("äiti", 100));
    }

    #[test]
    fn words_begin_after_spaces_and_hyphens() {
        let starts: Vec<usize> = word_starts("Vaa'an e-resepti, (ja)").collect();
        assert_eq!(starts, [0, 7, 9, 19]);
        assert_eq!(Typed::new("res", 100).find_in("Vaa'an e-resepti"), Some(9..12));
        assert_eq!(Typed::new("halli", 100).find_in("Uimahalli"), Some(4..9));
        assert_eq!(Typed::new("hal", 100).find_in("Uimahalli"), None);
    }

    #[test]
    fn what_is_no_letter_is_nothing() {
        for text in ["", " ", "-", "'\u{301}\u{0}", "()", "\u{202e}"] {
            assert_eq!(Typed::new(text, 100).letters, [], "{text:?}");
        }
    }
}
