//! Gaps: what people search for in vain, told without telling on anybody.
//!
//! What a person writes into a search box may be about that person. So a text is first stripped of
//! everything that looks like a name's number ([`normalise`]), and then kept in clear only when it has
//! come up [`KNOWN_FROM`] times: what so many wrote is nobody's secret.

use jiff::civil::{Date, Weekday};

use crate::Language;
use crate::reference::Municipality;

/// A text is known from this time on.
pub const KNOWN_FROM: i64 = 5;
/// Longer texts are stories, not searches; nothing of them is kept.
pub const MOST_CHARACTERS: usize = 80;
/// As with [`MOST_CHARACTERS`].
pub const MOST_WORDS: usize = 8;

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GapKind {
    /// A search found nothing that fits.
    Empty,
    /// A search found something, and who searched opened none of it.
    Abandoned,
    /// A person pressed "report a missing service".
    Reported,
}

impl GapKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Empty, Self::Abandoned, Self::Reported];

    /// The kind's name in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Abandoned => "abandoned",
            Self::Reported => "reported",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A search in vain, as it happened. It lives no longer than the request.
#[derive(Debug, Clone)]
pub struct Gap<'a> {
    /// What happened.
    pub kind: GapKind,
    /// What was searched for, as it was written.
    pub text: &'a str,
    /// The language in which the site was read.
    pub language: Language,
    /// The municipality that was chosen, if one was.
    pub municipality: Option<&'static Municipality>,
}

/// The Monday of a day's week: counts are kept by it.
#[must_use]
pub fn week_of(day: Date) -> Date {
    let back = day.weekday().since(Weekday::Monday);
    day.checked_sub(jiff::Span::new().days(back)).unwrap_or(day)
}

/// What is counted of a text: its words in lower case, without everything that may be about a person:
/// words with a digit (telephone numbers, identity codes, dates, house numbers), e-mail addresses, links
/// and account names. None when nothing is left or it is too long to be a search.
#[must_use]
pub fn normalise(text: &str) -> Option<String> {
    if text.len() > 8 * MOST_CHARACTERS {
        return None;
    }
    let kept = text.split_whitespace().filter(|word| !may_be_personal(word));
    let lower = kept.collect::<Vec<_>>().join(" ").to_lowercase();
    let is_inside = |letter: char| letter.is_alphabetic() || "-'’".contains(letter);
    let words: Vec<&str> = lower
        .split(|letter: char| !is_inside(letter) && !is_mark(letter))
        .map(|word| word.trim_matches(|letter| !char::is_alphabetic(letter)))
        .filter(|word| !word.is_empty())
        .collect();
    let text = words.join(" ");
    let fits =
        !words.is_empty() && words.len() <= MOST_WORDS && text.chars().count() <= MOST_CHARACTERS;
    fits.then_some(text)
}

/// Whether a word as it was written may be about a person.
fn may_be_personal(word: &str) -> bool {
    word.chars().any(char::is_numeric)
        || word.contains(['@', '＠', '_', '\\'])
        || word.contains("://")
        || word.contains("www.")
        || is_name_with_dots(word)
}

/// "matti.meikalainen" and "site.fi": letters, a dot, and letters.
fn is_name_with_dots(word: &str) -> bool {
    let mut letters = word.trim_matches(|letter: char| !letter.is_alphanumeric()).chars();
    letters.any(|letter| letter == '.')
}

/// A mark that belongs to the letter before it.
const fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn words_are_kept_and_what_may_be_about_a_person_is_not() {
        for (text, kept) in [
            ("  Kunto  SALI? ", Some("kunto sali")),
            ("uimahalli 131052-308T", Some("uimahalli")),
            ("hammas 040 123 4567", Some("hammas")),
            ("+358-40-1234567 apua", Some("apua")),
            ("lääkäri matti.meikalainen@example.fi", Some("lääkäri")),
            ("matti.meikalainen terapia", Some("terapia")),
            ("www.example.fi", None),
            ("https://example.fi/x", None),
            ("matti＠example", None),
            ("@maija kerho", Some("kerho")),
            ("Kotikatu 5 b", Some("kotikatu b")),
            ("perheneuvola, Naantali.", Some("perheneuvola naantali")),
            ("e-reseptin uusiminen", Some("e-reseptin uusiminen")),
            ("٠٤٠١٢٣٤٥٦٧", None),
            ("12345", None),
            ("!?", None),
            ("", None),
        ] {
            assert_eq!(normalise(text).as_deref(), kept, "{text:?}");
        }
    }

    #[test]
    fn what_is_left_has_no_digit_and_no_capital_whatever_was_written() {
        let strange = "A1 ²x ½ Ⅷ ＡＢ ①a TÄMÄ\u{0} ON\n\"ok\";DROP";
        let kept = normalise(strange).unwrap();
        assert!(kept.chars().all(|letter| letter.is_alphabetic() || letter == ' '), "{kept}");
        assert_eq!(kept, kept.to_lowercase());
        assert!(kept.contains("tämä"), "{kept}");
    }

    #[test]
    fn a_story_is_no_search() {
        assert_eq!(normalise("minun naapurini on nyt jo kolmatta viikkoa kotona yksin"), None);
        assert_eq!(normalise(&"ä".repeat(MOST_CHARACTERS + 1)), None);
        assert_eq!(normalise(&"a ".repeat(100_000)), None);
    }

    #[test]
    fn normalising_twice_changes_nothing() {
        for text in ["Kunto SALI", "e-reseptin uusiminen!", "İstanbul", "ΌΣΟΣ"] {
            let once = normalise(text).unwrap();
            assert_eq!(normalise(&once).as_deref(), Some(&*once));
        }
    }

    #[test]
    fn a_week_begins_on_monday() {
        assert_eq!(week_of(date(2026, 11, 25)), date(2026, 11, 23));
        assert_eq!(week_of(date(2026, 11, 23)), date(2026, 11, 23));
        assert_eq!(week_of(date(2026, 11, 22)), date(2026, 11, 16));
    }

    #[test]
    fn every_kind_is_read_from_its_name() {
        for kind in GapKind::ALL {
            assert_eq!(GapKind::from_name(kind.name()), Some(kind));
        }
    }
}
