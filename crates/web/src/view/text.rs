//! Texts with the language that they are in, dates, and labels of codes.

use std::borrow::Cow;
use std::collections::BTreeMap;

use app::schedule::finnish_time;
use domain::catalogue::Charge;
use domain::{Language, Localized};
use jiff::Timestamp;
use jiff::civil::Date;

use super::markdown;
use crate::texts::Texts;

/// A plain text: templates escape it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Text {
    /// The language, where it is not the page's.
    pub(crate) lang: Option<&'static str>,
    pub(crate) value: String,
}

/// A provider's longer text, made into safe HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rich {
    /// The language, where it is not the page's.
    pub(crate) lang: Option<&'static str>,
    pub(crate) html: String,
}

/// The `lang` attribute that a text needs on a page in the reader's language.
pub(crate) fn lang_of(language: Language, reader: Language) -> Option<&'static str> {
    (language != reader).then(|| language.code())
}

impl Text {
    pub(crate) fn new(language: Language, value: &str, reader: Language) -> Self {
        Self { lang: lang_of(language, reader), value: value.to_owned() }
    }

    /// A text of the interface, or a name that has no language.
    pub(crate) fn own(value: impl Into<String>) -> Self {
        Self { lang: None, value: value.into() }
    }

    /// The best text there is for the reader.
    pub(crate) fn best(localized: &Localized, reader: Language) -> Option<Self> {
        localized.best(reader).map(|(language, value)| Self::new(language, value, reader))
    }

    /// The best text there is, or else a text of the interface.
    pub(crate) fn best_or(localized: &Localized, t: Texts, key: &str) -> Self {
        Self::best(localized, t.0).unwrap_or_else(|| Self::own(t.get(key)))
    }
}

impl Rich {
    pub(crate) fn new(language: Language, markdown: &str, reader: Language) -> Self {
        Self { lang: lang_of(language, reader), html: markdown::html(markdown) }
    }

    pub(crate) fn best(localized: &Localized, reader: Language) -> Option<Self> {
        localized.best(reader).map(|(language, value)| Self::new(language, value, reader))
    }
}

/// The version of something in the reader's language, or else in the first that fits.
pub(crate) fn version<T>(
    versions: &BTreeMap<Language, T>,
    reader: Language,
    fits: impl Fn(&T) -> bool,
) -> Option<(Language, &T)> {
    let own = versions.get(&reader).map(|version| (reader, version));
    own.into_iter()
        .chain(versions.iter().map(|(language, version)| (*language, version)))
        .find(|(_, version)| fits(version))
}

/// The language that a description, whose names these are, falls back to, where it has none of the reader's.
pub(crate) fn other_language(names: &Localized, reader: Language) -> Option<Language> {
    let (language, _) = names.best(reader)?;
    (language != reader).then_some(language)
}

/// What something costs, in a word.
pub(crate) fn charge(charge: &Charge, t: Texts) -> Cow<'static, str> {
    t.find("charge", charge.code()).unwrap_or_else(|| Cow::Owned(charge.code().to_owned()))
}

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date with its year: 24.12.2026, 24 December 2026.
pub(crate) fn date(date: Date, language: Language) -> String {
    match language {
        Language::En => format!("{} {}", day_and_month(date, language), date.year()),
        _ => format!("{}{}", day_and_month(date, language), date.year()),
    }
}

/// A date of this year: 24.12., 24 December.
pub(crate) fn day_and_month(date: Date, language: Language) -> String {
    match language {
        Language::En => {
            let month = usize::from(date.month().unsigned_abs()).saturating_sub(1);
            format!("{} {}", date.day(), ENGLISH_MONTHS.get(month).unwrap_or(&""))
        }
        _ => format!("{}.{}.", date.day(), date.month()),
    }
}

/// The letters in the order of the Finnish and Swedish alphabets, where å, ä and ö come last.
pub(crate) fn alphabetical(name: &str) -> Vec<u32> {
    let place = |letter| match letter {
        'å' => u32::MAX - 2,
        'ä' => u32::MAX - 1,
        'ö' => u32::MAX,
        other => u32::from(other),
    };
    name.chars().flat_map(char::to_lowercase).map(place).collect()
}

/// A number with one decimal, as the language writes it: 88,4 or 88.4.
pub(crate) fn decimal(number: f64, language: Language) -> String {
    let written = format!("{number:.1}");
    if language == Language::En { written } else { written.replace('.', ",") }
}

/// The same of a number of tenths.
pub(crate) fn tenths(tenths: i64, language: Language) -> String {
    let mark = if language == Language::En { '.' } else { ',' };
    format!("{}{mark}{}", tenths / 10, tenths % 10)
}

/// The civil date of an instant in Finland.
pub(crate) fn finnish_date(instant: Timestamp) -> Date {
    finnish_time(instant).date()
}

/// An instant in Finland to the minute: 24.12.2026 9.05.
pub(crate) fn moment(instant: Timestamp, language: Language) -> String {
    let zoned = finnish_time(instant);
    let separator = if language == Language::En { ':' } else { '.' };
    format!("{} {}{separator}{:02}", date(zoned.date(), language), zoned.hour(), zoned.minute())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil;

    #[test]
    fn a_date_is_written_as_each_language_writes_it() {
        let eve = civil::date(2026, 12, 24);
        assert_eq!(date(eve, Language::Fi), "24.12.2026");
        assert_eq!(date(eve, Language::Sv), "24.12.2026");
        assert_eq!(date(eve, Language::En), "24 December 2026");
        assert_eq!(day_and_month(eve, Language::Fi), "24.12.");
    }

    #[test]
    fn a_text_in_the_readers_language_has_no_mark_and_another_has() {
        let name = Localized::new(Language::Sv, "Bibliotek");
        assert_eq!(Text::best(&name, Language::Sv).and_then(|text| text.lang), None);
        assert_eq!(Text::best(&name, Language::Fi).and_then(|text| text.lang), Some("sv"));
    }

    #[test]
    fn the_alphabet_ends_in_a_ring_a_umlaut_and_o_umlaut() {
        let mut names = ["Ähtäri", "Åbo", "Turku", "Öja", "Aura"];
        names.sort_by_key(|name| alphabetical(name));
        assert_eq!(names, ["Aura", "Turku", "Åbo", "Ähtäri", "Öja"]);
    }
}
