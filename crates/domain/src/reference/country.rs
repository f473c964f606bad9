//! Countries, and the languages that a service can be given in.

use std::sync::LazyLock;

use super::county::pick;
use super::table;
use crate::language::Language;

/// A country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Country {
    /// The code of ISO 3166-1, two letters.
    pub code: &'static str,
    /// The name in Finnish.
    pub name_fi: &'static str,
    /// The name in Swedish.
    pub name_sv: &'static str,
    /// The name in English.
    pub name_en: &'static str,
}

impl Country {
    /// The name in a language; English where the language has none.
    #[must_use]
    pub const fn name(&self, language: Language) -> &'static str {
        pick(language, [self.name_fi, self.name_sv, self.name_en])
    }
}

/// A language that a service can be given in. PTV content is written in only some of them: see
/// [`Language`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SpokenLanguage {
    /// The code as PTV writes it, e.g. "so" or "sgn-fi".
    pub code: &'static str,
    /// The name in Finnish.
    pub name_fi: &'static str,
    /// The name in Swedish.
    pub name_sv: &'static str,
    /// The name in English.
    pub name_en: &'static str,
    /// Whether PTV content is written in it too.
    pub describes: bool,
}

impl SpokenLanguage {
    /// The name in a language; English where the language has none.
    #[must_use]
    pub const fn name(&self, language: Language) -> &'static str {
        pick(language, [self.name_fi, self.name_sv, self.name_en])
    }
}

const COUNTRIES: &str = include_str!("tables/countries.tsv");
const LANGUAGES: &str = include_str!("tables/languages.tsv");

static COUNTRY_TABLE: LazyLock<Vec<Country>> = LazyLock::new(|| {
    table::rows(COUNTRIES, |[code, name_fi, name_sv, name_en]| {
        Some(Country { code, name_fi, name_sv, name_en })
    })
});

static LANGUAGE_TABLE: LazyLock<Vec<SpokenLanguage>> = LazyLock::new(|| {
    table::rows(LANGUAGES, |[code, name_fi, name_sv, name_en, describes]| {
        let describes = describes == "yes";
        Some(SpokenLanguage { code, name_fi, name_sv, name_en, describes })
    })
});

/// Every country, by code.
#[must_use]
pub fn countries() -> &'static [Country] {
    &COUNTRY_TABLE
}

/// A country by its code, in any case of letters.
#[must_use]
pub fn country(code: &str) -> Option<&'static Country> {
    let code = code.trim().to_ascii_uppercase();
    let position = COUNTRY_TABLE.binary_search_by(|country| country.code.cmp(&code)).ok()?;
    COUNTRY_TABLE.get(position)
}

/// Every language that a service can be given in, by code.
#[must_use]
pub fn spoken_languages() -> &'static [SpokenLanguage] {
    &LANGUAGE_TABLE
}

/// A language that a service can be given in, by its code in any case of letters.
#[must_use]
pub fn spoken_language(code: &str) -> Option<&'static SpokenLanguage> {
    let code = code.trim().to_ascii_lowercase();
    let position = LANGUAGE_TABLE.binary_search_by(|language| language.code.cmp(&code)).ok()?;
    LANGUAGE_TABLE.get(position)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_once_in_order_of_code() {
        assert_eq!(countries().len(), table::lines(COUNTRIES).count());
        assert_eq!(spoken_languages().len(), table::lines(LANGUAGES).count());
        assert_eq!((countries().len(), spoken_languages().len()), (233, 74));
        assert!(countries().is_sorted_by(|one, other| one.code < other.code));
        assert!(spoken_languages().is_sorted_by(|one, other| one.code < other.code));
    }

    #[test]
    fn names_are_there_in_three_languages() {
        for language in Language::INTERFACE {
            assert!(countries().iter().all(|country| !country.name(language).is_empty()));
            assert!(spoken_languages().iter().all(|spoken| !spoken.name(language).is_empty()));
        }
        assert_eq!(country("fi").map(|country| country.name(Language::Sv)), Some("Finland"));
        assert_eq!(country("XX"), None);
    }

    #[test]
    fn the_languages_that_describe_are_those_of_content() {
        for spoken in spoken_languages() {
            assert_eq!(spoken.describes, Language::from_code(spoken.code).is_some(), "{spoken:?}");
        }
        assert_eq!(spoken_language("SO").map(|spoken| spoken.name_fi), Some("somali"));
    }
}
