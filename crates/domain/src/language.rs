//! The languages that descriptions are written in, and texts that exist in several of them.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

/// A language that PTV content can be written in (*kieliversio*).
///
/// The order is the order of preference when a text is missing in the reader's own language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Finnish.
    Fi,
    /// Swedish.
    Sv,
    /// English.
    En,
    /// Northern Sámi.
    Se,
    /// Inari Sámi.
    Smn,
    /// Skolt Sámi.
    Sms,
}

impl Language {
    /// Every language, in order of preference.
    pub const ALL: [Self; 6] = [Self::Fi, Self::Sv, Self::En, Self::Se, Self::Smn, Self::Sms];

    /// The languages that the interface speaks.
    pub const INTERFACE: [Self; 3] = [Self::Fi, Self::Sv, Self::En];

    /// The language's BCP 47 code, as it stands in PTV and in `lang` attributes.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fi => "fi",
            Self::Sv => "sv",
            Self::En => "en",
            Self::Se => "se",
            Self::Smn => "smn",
            Self::Sms => "sms",
        }
    }

    /// Reads a code as PTV writes it; other cases ("FI") are accepted, other languages are not.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(code))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code())
    }
}

/// One text in the languages that it exists in. A blank text counts as absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Localized(BTreeMap<Language, String>);

impl Localized {
    /// A text in one language.
    pub fn new(language: Language, text: impl Into<String>) -> Self {
        let mut localized = Self::default();
        localized.insert(language, text);
        localized
    }

    /// Sets the text of a language; a blank text is not stored.
    pub fn insert(&mut self, language: Language, text: impl Into<String>) {
        let text = text.into();
        if !text.trim().is_empty() {
            self.0.insert(language, text);
        }
    }

    /// The text in exactly this language.
    #[must_use]
    pub fn get(&self, language: Language) -> Option<&str> {
        self.0.get(&language).map(String::as_str)
    }

    /// The text in the reader's language, or else in the first language that has it, with the
    /// language that it is in, so that the page can mark it.
    #[must_use]
    pub fn best(&self, reader: Language) -> Option<(Language, &str)> {
        self.get(reader).map(|text| (reader, text)).or_else(|| self.iter().next())
    }

    /// The texts in order of language.
    pub fn iter(&self) -> impl Iterator<Item = (Language, &str)> {
        self.0.iter().map(|(language, text)| (*language, text.as_str()))
    }

    /// Whether no language has a text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(Language, String)> for Localized {
    fn from_iter<I: IntoIterator<Item = (Language, String)>>(texts: I) -> Self {
        let mut localized = Self::default();
        for (language, text) in texts {
            localized.insert(language, text);
        }
        localized
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_text_is_absent() {
        assert!(Localized::new(Language::Fi, "  \n").is_empty());
    }

    #[test]
    fn the_best_text_is_the_readers_own_and_else_the_first_there_is() {
        let mut name = Localized::new(Language::Sv, "Bibliotek");
        assert_eq!(name.best(Language::Fi), Some((Language::Sv, "Bibliotek")));
        name.insert(Language::Fi, "Kirjasto");
        assert_eq!(name.best(Language::Fi), Some((Language::Fi, "Kirjasto")));
        assert_eq!(name.best(Language::En), Some((Language::Fi, "Kirjasto")));
    }

    #[test]
    fn a_code_is_read_in_any_case_and_an_unknown_language_is_not_guessed() {
        assert_eq!(Language::from_code("FI"), Some(Language::Fi));
        assert_eq!(Language::from_code("xx"), None);
        assert_eq!(Language::from_code(""), None);
    }
}
