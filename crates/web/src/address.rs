//! The addresses of the pages: language first, the rest in that language's own words. This is the
//! one table of them; the routes and every link are made from it.

mod chosen;

use std::fmt::Write as _;

use domain::Language;
use domain::catalogue::EntityId;
use domain::reference::{Municipality, Theme};
use domain::shared_list::Code;

use crate::view::paging::LAST_PAGE;

pub(crate) use chosen::{FeedAddress, ScreenAddress};

/// The word or words of a kind of page in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    Search,
    Report,
    Service,
    Channel,
    Organisation,
    Imports,
    About,
    Accessibility,
    Privacy,
    WhyMissing,
    Guide,
    DigitalHelp,
    Feeds,
    Feed,
    Ease,
    Screen,
    MyList,
    Give,
    Given,
    Shared,
}

impl Word {
    pub(crate) const fn of(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Search, Language::Sv) => "sok",
            (Self::Search, Language::En) => "search",
            (Self::Search, _) => "haku",
            (Self::Report, Language::Sv) => "anmal-brist",
            (Self::Report, Language::En) => "report-gap",
            (Self::Report, _) => "ilmoita-puute",
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
            (Self::Privacy, Language::Sv) => "dataskydd",
            (Self::Privacy, Language::En) => "privacy",
            (Self::Privacy, _) => "tietosuoja",
            (Self::WhyMissing, Language::Sv) => "varfor-saknas-tjansten",
            (Self::WhyMissing, Language::En) => "why-a-service-is-missing",
            (Self::WhyMissing, _) => "miksi-palvelu-puuttuu",
            (Self::Guide, Language::Sv) => "anvandarguide",
            (Self::Guide, Language::En) => "guide",
            (Self::Guide, _) => "kayttoohje",
            (Self::DigitalHelp, Language::Sv) => "digitalt-stod",
            (Self::DigitalHelp, Language::En) => "digital-help",
            (Self::DigitalHelp, _) => "digituki",
            (Self::Feeds, Language::Sv) => "floden",
            (Self::Feeds, Language::En) => "feeds",
            (Self::Feeds, _) => "syotteet",
            (Self::Feed, Language::Sv) => "floden/nya",
            (Self::Feed, Language::En) => "feeds/new",
            (Self::Feed, _) => "syotteet/uudet",
            (Self::Ease, Language::Sv) => "visningssatt",
            (Self::Ease, Language::En) => "display",
            (Self::Ease, _) => "esitystapa",
            (Self::Screen, Language::Sv) => "skarm",
            (Self::Screen, Language::En) => "screen",
            (Self::Screen, _) => "naytto",
            (Self::MyList, Language::Sv) => "min-lista",
            (Self::MyList, Language::En) => "my-list",
            (Self::MyList, _) => "oma-lista",
            (Self::Give, Language::Sv) => "min-lista/dela",
            (Self::Give, Language::En) => "my-list/share",
            (Self::Give, _) => "oma-lista/jaa",
            (Self::Given, Language::Sv) => "min-lista/delad",
            (Self::Given, Language::En) => "my-list/shared",
            (Self::Given, _) => "oma-lista/jaettu",
            // As short as in the address without a language, which is read out and typed.
            (Self::Shared, _) => "l",
        }
    }

    /// The route's path in a language.
    pub(crate) fn path(self, language: Language) -> String {
        format!("/{language}/{}", self.of(language))
    }
}

/// The longest text that is searched for, in characters.
pub(crate) const WORDS_LIMIT: usize = 200;

/// What a search's address says, apart from the language.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct SearchAddress {
    pub(crate) words: String,
    pub(crate) municipality: Option<&'static Municipality>,
    pub(crate) theme: Option<&'static Theme>,
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
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Address {
    Home,
    Search(SearchAddress),
    /// Where a missing service is reported, and the thanks for it.
    Report,
    Service(EntityId),
    Channel(EntityId),
    Organisation(EntityId, usize),
    Imports,
    Import(String),
    About,
    Accessibility,
    Privacy,
    /// For providers: why a service is not here.
    WhyMissing,
    Guide,
    DigitalHelp,
    /// The feeds there are.
    Feeds(FeedAddress),
    /// A lobby's screen.
    Screen(ScreenAddress),
    /// The visitor's own list.
    MyList,
    /// Where the address of a list that was just shared is shown.
    Given(Code),
    /// A shared list.
    Shared(Code),
}

impl Address {
    /// The pages that are there whatever the catalogue has.
    pub(crate) const LASTING: [Self; 8] = [
        Self::Home,
        Self::About,
        Self::Guide,
        Self::DigitalHelp,
        Self::WhyMissing,
        Self::Privacy,
        Self::Accessibility,
        Self::Feeds(FeedAddress { theme: None, municipality: None }),
    ];

    /// The address in a language, from the slash on.
    pub(crate) fn path(&self, language: Language) -> String {
        let names = ParameterNames::of(language);
        match self {
            Self::Home => format!("/{language}/"),
            Self::Search(search) => search.path(language),
            Self::Report => Word::Report.path(language),
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
            Self::Privacy => Word::Privacy.path(language),
            Self::WhyMissing => Word::WhyMissing.path(language),
            Self::Guide => Word::Guide.path(language),
            Self::DigitalHelp => Word::DigitalHelp.path(language),
            Self::Screen(screen) => screen.path(language),
            Self::Feeds(chosen) => chosen.on(Word::Feeds, language),
            Self::MyList => Word::MyList.path(language),
            Self::Given(code) => format!("{}/{code}", Word::Given.path(language)),
            Self::Shared(code) => format!("{}/{code}", Word::Shared.path(language)),
        }
    }

    /// The shortest address of a shared list: it shows the list in the receiver's language.
    pub(crate) fn short(code: &Code) -> String {
        format!("/l/{code}")
    }

    /// Whether search engines may keep what is there.
    pub(crate) const fn is_public(&self) -> bool {
        !matches!(
            self,
            Self::Search(_)
                | Self::Report
                | Self::Screen(_)
                | Self::Imports
                | Self::Import(_)
                | Self::MyList
                | Self::Given(_)
                | Self::Shared(_)
        )
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
        if let Some(place) = self.municipality {
            query.push(format!("{}={}", names.municipality, place.code));
        }
        if let Some(theme) = self.theme {
            query.push(format!("{}={}", names.theme, encoded(theme.slug(language))));
        }
        if self.page > 1 {
            query.push(format!("{}={}", names.page, self.page));
        }
        let path = Word::Search.path(language);
        if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) }
    }

    /// Reads the parameters, in whichever language's words they are. What has no meaning is left
    /// out; the last of several is taken.
    pub(crate) fn read(parameters: &[(String, String)]) -> Self {
        let mut search = Self { page: 1, ..Self::default() };
        for (name, value) in parameters {
            match name.as_str() {
                "q" => search.words = words(value),
                "kunta" | "kommun" | "municipality" => {
                    search.municipality = domain::reference::municipality(value);
                }
                "teema" | "tema" | "theme" => search.theme = domain::reference::theme(value),
                "sivu" | "sida" | "page" => search.page = page_number(value),
                _ => {}
            }
        }
        search
    }

    /// Whether it is the page of a theme: everything of it, from the beginning.
    pub(crate) fn is_theme_page(&self) -> bool {
        let whole = Self { theme: self.theme, page: self.page, ..Self::default() };
        self.theme.is_some() && self.page <= 1 && *self == whole
    }

    /// The same search on another page.
    pub(crate) fn on_page(&self, page: usize) -> Self {
        Self { page, ..self.clone() }
    }

    /// The same search with another theme or none, from the first page.
    pub(crate) fn with_theme(&self, theme: Option<&'static Theme>) -> Self {
        Self { theme, page: 1, ..self.clone() }
    }

    /// The same search in another municipality or in none, from the first page.
    pub(crate) fn with_municipality(&self, place: Option<&'static Municipality>) -> Self {
        Self { municipality: place, page: 1, ..self.clone() }
    }
}

/// The words that are searched for: one line of text, not too long.
fn words(text: &str) -> String {
    let spaced = text.chars().map(|one| if one.is_control() { ' ' } else { one });
    spaced.collect::<String>().trim().chars().take(WORDS_LIMIT).collect()
}

/// A page's number, from 1 to the last that is served.
pub(crate) fn page_number(text: &str) -> usize {
    text.parse().unwrap_or(1).clamp(1, LAST_PAGE)
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

/// The text in an address of another kind than the web's, where a plus is no space.
pub(crate) fn percent_encoded(text: &str) -> String {
    encoded(text).replace('+', "%20")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_read_in_every_languages_words_and_nonsense_is_left_out() {
        let pair = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
        let swedish = [("q", " simma "), ("kommun", "529"), ("tema", "motion"), ("sida", "3")];
        let search = SearchAddress::read(&swedish.map(pair));
        assert_eq!(search.path(Language::Fi), "/fi/haku?q=simma&kunta=529&teema=liikunta&sivu=3");
        let nonsense = [("kunta", "x"), ("teema", "<b>"), ("sivu", "-1"), ("other", "1")];
        assert_eq!(SearchAddress::read(&nonsense.map(pair)).path(Language::Fi), "/fi/haku");
        let long = SearchAddress::read(&[pair(("q", "ä".repeat(300).as_str()))]);
        assert_eq!(long.words.chars().count(), WORDS_LIMIT);
        assert_eq!(SearchAddress::read(&[pair(("q", "\0a\nb"))]).words, "a b");
    }

    #[test]
    fn a_search_is_written_in_each_languages_own_words() {
        let search = SearchAddress {
            words: "äiti & lapsi".to_owned(),
            municipality: domain::reference::municipality("529"),
            theme: domain::reference::theme("exercise"),
            page: 2,
        };
        assert_eq!(
            search.path(Language::Fi),
            "/fi/haku?q=%C3%A4iti+%26+lapsi&kunta=529&teema=liikunta&sivu=2"
        );
        assert_eq!(
            search.on_page(1).path(Language::Sv),
            "/sv/sok?q=%C3%A4iti+%26+lapsi&kommun=529&tema=motion"
        );
        assert_eq!(SearchAddress::default().path(Language::En), "/en/search");
    }
}
