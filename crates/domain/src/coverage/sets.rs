//! Sets of themes and of languages, as a supply has them.

use crate::language::Language;
use crate::reference::{Theme, themes};

/// A set of the wellbeing themes, by their places in [`themes`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ThemeSet(u16);

impl ThemeSet {
    /// The set of these themes.
    #[must_use]
    pub fn of<'a>(chosen: impl IntoIterator<Item = &'a Theme>) -> Self {
        Self::of_ids(chosen.into_iter().map(|theme| theme.id))
    }

    fn of_ids<'a>(ids: impl IntoIterator<Item = &'a str>) -> Self {
        let place = |id: &str| themes().iter().position(|theme| theme.id == id);
        Self(ids.into_iter().filter_map(place).fold(0, |set, place| set | (1 << place)))
    }

    /// Whether a theme is in it, by its place.
    #[must_use]
    pub const fn contains(self, place: usize) -> bool {
        place < u16::BITS as usize && self.0 & (1 << place) != 0
    }

    /// Whether both have a theme.
    #[must_use]
    pub const fn meets(self, other: &Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether there is none in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The themes' ids in their order, with a blank between them: how the database keeps it.
    #[must_use]
    pub fn to_text(self) -> String {
        let numbered = themes().iter().enumerate();
        let ids = numbered.filter(|(place, _)| self.contains(*place)).map(|(_, theme)| theme.id);
        ids.collect::<Vec<_>>().join(" ")
    }

    /// Reads [`ThemeSet::to_text`]; a theme that is no more counts as none.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        Self::of_ids(text.split_whitespace())
    }
}

/// A language in which services are given (*palvelukieli*): one that descriptions are written in, or another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SupplyLanguage {
    /// Finnish, Swedish, English or a Sámi language.
    Known(Language),
    /// Any other.
    Other,
}

impl SupplyLanguage {
    /// All that are told apart, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::Known(Language::Fi),
        Self::Known(Language::Sv),
        Self::Known(Language::En),
        Self::Known(Language::Se),
        Self::Known(Language::Smn),
        Self::Known(Language::Sms),
        Self::Other,
    ];

    /// Its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Known(language) => language.code(),
            Self::Other => "other",
        }
    }

    /// Reads [`SupplyLanguage::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }
}

/// A set of languages in which a service is given. An empty one: the source does not say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageSet(u8);

impl LanguageSet {
    /// The set of the languages with these codes (ISO 639), as a service names them.
    #[must_use]
    pub fn of<'a>(codes: impl IntoIterator<Item = &'a str>) -> Self {
        let place = |code: &str| {
            let known = SupplyLanguage::ALL.iter().position(|one| one.code() == code);
            known.unwrap_or(SupplyLanguage::ALL.len() - 1)
        };
        let codes = codes.into_iter().map(str::trim).filter(|code| !code.is_empty());
        Self(codes.fold(0, |set, code| set | (1 << place(&code.to_ascii_lowercase()))))
    }

    /// Whether a language is in it.
    #[must_use]
    pub fn contains(self, language: SupplyLanguage) -> bool {
        let place = SupplyLanguage::ALL.iter().position(|one| *one == language);
        place.is_some_and(|place| self.0 & (1 << place) != 0)
    }

    /// The codes in their order, with a blank between them: how the database keeps it.
    #[must_use]
    pub fn to_text(self) -> String {
        let all = SupplyLanguage::ALL.into_iter();
        let codes = all.filter(|language| self.contains(*language)).map(SupplyLanguage::code);
        codes.collect::<Vec<_>>().join(" ")
    }

    /// Reads [`LanguageSet::to_text`].
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        Self::of(text.split_whitespace())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::theme;

    #[test]
    fn themes_are_written_in_their_order_and_read_back() {
        let set = ThemeSet::of([theme("culture"), theme("exercise")].into_iter().flatten());
        assert_eq!(set, ThemeSet::from_text(&set.to_text()));
        assert_eq!(set.to_text().split(' ').count(), 2);
        assert_eq!(ThemeSet::from_text("gone exercise").to_text(), "exercise");
        assert!(ThemeSet::from_text("").is_empty() && !set.contains(99));
    }

    #[test]
    fn languages_are_told_apart_or_others() {
        let set = LanguageSet::of(["SV", "fi", "ru", "ar", ""]);
        assert_eq!(set.to_text(), "fi sv other");
        assert_eq!(LanguageSet::from_text("fi sv other"), set);
        assert!(set.contains(SupplyLanguage::Other));
        assert!(!set.contains(SupplyLanguage::Known(Language::En)));
        assert_eq!(LanguageSet::of([]).to_text(), "");
        for language in SupplyLanguage::ALL {
            assert_eq!(SupplyLanguage::from_code(language.code()), Some(language));
        }
    }
}
