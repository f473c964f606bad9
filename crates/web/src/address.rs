//! The addresses of the pages: language first, the rest in that language's own words. This is the
//! one table of them; the routes and every link are made from it.

use std::fmt::Write as _;

use domain::Language;
use domain::catalogue::EntityId;

/// The word or words of a kind of page in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    Search,
    Theme,
    Service,
    Channel,
    Organisation,
    Imports,
    About,
    Accessibility,
}

impl Word {
    pub(crate) const fn of(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Search, Language::Sv) => "sok",
            (Self::Search, Language::En) => "search",
            (Self::Search, _) => "haku",
            (Self::Theme, Language::Sv) => "tema",
            (Self::Theme, Language::En) => "theme",
            (Self::Theme, _) => "teema",
            (Self::Service, Language::Sv) => "tjanst",
            (Self::Service, Language::En) => "service",
            (Self::Service, _) => "palvelu",
            (Self::Channel, Language::Sv) => "kanal",
            (Self::Channel, Language::En) => "channel",
            (Self::Channel, _) => "kanava",
            (Self::Organisation, Language::Sv | Language::En) => "organisation",
            (Self::Organisation, _) => "organisaatio",
            (Self::Imports, Language::Sv) => "underhall/importer",
            (Self::Imports, Language::En) => "admin/imports",
            (Self::Imports, _) => "yllapito/tuonnit",
            (Self::About, Language::Sv) => "om",
            (Self::About, Language::En) => "about",
            (Self::About, _) => "tietoa",
            (Self::Accessibility, Language::Sv) => "tillganglighet",
            (Self::Accessibility, Language::En) => "accessibility",
            (Self::Accessibility, _) => "saavutettavuus",
        }
    }

    /// The route's path in a language.
    pub(crate) fn path(self, language: Language) -> String {
        format!("/{language}/{}", self.of(language))
    }
}

/// What a search's address says, apart from the language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct SearchAddress {
    pub(crate) words: String,
    pub(crate) municipality: Option<String>,
    pub(crate) theme: Option<String>,
    /// From 1.
    pub(crate) page: usize,
}

/// The names of a search's parameters in one language. A page understands those of all three.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ParameterNames {
    pub(crate) municipality: &'static str,
    pub(crate) theme: &'static str,
    pub(crate) page: &'static str,
}

impl ParameterNames {
    pub(crate) const fn of(language: Language) -> Self {
        match language {
            Language::Sv => Self { municipality: "kommun", theme: "tema", page: "sida" },
            Language::En => Self { municipality: "municipality", theme: "theme", page: "page" },
            _ => Self { municipality: "kunta", theme: "teema", page: "sivu" },
        }
    }
}

/// A page, in any language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Address {
    Home,
    Search(SearchAddress),
    Theme(String),
    Service(EntityId),
    Channel(EntityId),
    Organisation(EntityId, usize),
    Imports,
    Import(String),
    About,
    Accessibility,
}

impl Address {
    /// The address in a language, from the slash on.
    pub(crate) fn path(&self, language: Language) -> String {
        let names = ParameterNames::of(language);
        match self {
            Self::Home => format!("/{language}/"),
            Self::Search(search) => search.path(language),
            Self::Theme(slug) => format!("{}/{slug}", Word::Theme.path(language)),
            Self::Service(id) => format!("{}/{id}", Word::Service.path(language)),
            Self::Channel(id) => format!("{}/{id}", Word::Channel.path(language)),
            Self::Organisation(id, page) => {
                let path = format!("{}/{id}", Word::Organisation.path(language));
                if *page > 1 { format!("{path}?{}={page}", names.page) } else { path }
            }
            Self::Imports => Word::Imports.path(language),
            Self::Import(run) => format!("{}/{run}", Word::Imports.path(language)),
            Self::About => Word::About.path(language),
            Self::Accessibility => Word::Accessibility.path(language),
        }
    }
}

impl SearchAddress {
    /// The address in a language, with only the parameters that say something.
    pub(crate) fn path(&self, language: Language) -> String {
        let names = ParameterNames::of(language);
        let mut query = Vec::new();
        if !self.words.is_empty() {
            query.push(format!("q={}", encoded(&self.words)));
        }
        if let Some(code) = &self.municipality {
            query.push(format!("{}={}", names.municipality, encoded(code)));
        }
        if let Some(theme) = &self.theme {
            query.push(format!("{}={}", names.theme, encoded(theme)));
        }
        if self.page > 1 {
            query.push(format!("{}={}", names.page, self.page));
        }
        let path = Word::Search.path(language);
        if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) }
    }

    /// The same search on another page.
    pub(crate) fn on_page(&self, page: usize) -> Self {
        Self { page, ..self.clone() }
    }

    /// The same search with another theme or none, from the first page.
    pub(crate) fn with_theme(&self, theme: Option<&str>) -> Self {
        Self { theme: theme.map(str::to_owned), page: 1, ..self.clone() }
    }

    /// The same search in another municipality or in none, from the first page.
    pub(crate) fn with_municipality(&self, code: Option<&str>) -> Self {
        Self { municipality: code.map(str::to_owned), page: 1, ..self.clone() }
    }
}

/// The text in a query string: everything but letters, digits and `-._~` as percent signs.
pub(crate) fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                encoded.push(char::from(byte));
            }
            b' ' => encoded.push('+'),
            _ => {
                // Writing to a String cannot fail.
                let _ = write!(encoded, "%{byte:02X}");
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_is_written_in_each_languages_own_words() {
        let search = SearchAddress {
            words: "äiti & lapsi".to_owned(),
            municipality: Some("529".to_owned()),
            theme: Some("liikunta".to_owned()),
            page: 2,
        };
        assert_eq!(
            search.path(Language::Fi),
            "/fi/haku?q=%C3%A4iti+%26+lapsi&kunta=529&teema=liikunta&sivu=2"
        );
        assert_eq!(
            search.on_page(1).path(Language::Sv),
            "/sv/sok?q=%C3%A4iti+%26+lapsi&kommun=529&tema=liikunta"
        );
        assert_eq!(SearchAddress::default().path(Language::En), "/en/search");
    }
}
