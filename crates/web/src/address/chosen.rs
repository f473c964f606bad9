//! Addresses of what shows services by theme and municipality without words: feeds, and a lobby's screen.

use std::fmt::Write as _;

use domain::Language;
use domain::catalogue::EntityId;
use domain::reference::{Municipality, Theme};

use super::{SearchAddress, Word, encoded};

/// What a feed is about: everything, a theme, a municipality, or both.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct FeedAddress {
    pub(crate) theme: Option<&'static Theme>,
    pub(crate) municipality: Option<&'static Municipality>,
}

impl FeedAddress {
    /// The feed's address in a language.
    pub(crate) fn path(&self, language: Language) -> String {
        self.on(Word::Feed, language)
    }

    /// A page of a word with the feed's parameters.
    pub(super) fn on(&self, word: Word, language: Language) -> String {
        let (own, search) = (word.path(language), self.search().path(language));
        match search.split_once('?') {
            Some((_, query)) => format!("{own}?{query}"),
            None => own,
        }
    }

    /// Reads the parameters, in whichever language's words they are.
    pub(crate) fn read(parameters: &[(String, String)]) -> Self {
        let search = SearchAddress::read(parameters);
        Self { theme: search.theme, municipality: search.municipality }
    }

    /// The search for the same services.
    pub(crate) fn search(&self) -> SearchAddress {
        let search = SearchAddress::default().with_theme(self.theme);
        search.with_municipality(self.municipality)
    }

    /// The theme's lasting id; empty without one.
    pub(crate) fn theme_id(&self) -> &'static str {
        self.theme.map_or("", |theme| theme.id)
    }

    /// The municipality's code; empty without one.
    pub(crate) fn municipality_code(&self) -> &'static str {
        self.municipality.map_or("", |place| place.code)
    }
}

/// A lobby's screen: the services that go round on it, and whose turn it is.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct ScreenAddress {
    pub(crate) theme: Option<&'static Theme>,
    pub(crate) municipality: Option<&'static Municipality>,
    /// These services, in this order; empty for those of the theme and the municipality.
    pub(crate) ids: Vec<EntityId>,
    /// Whose turn it is, from 1; beyond the last one the first.
    pub(crate) number: usize,
    /// Whether it stands still.
    pub(crate) is_still: bool,
}

impl ScreenAddress {
    /// How many services can be named one by one.
    const IDS: usize = 50;

    /// The address in a language, with only the parameters that say something.
    pub(crate) fn path(&self, language: Language) -> String {
        let (services, number, still) = Self::names(language);
        let chosen = FeedAddress { theme: self.theme, municipality: self.municipality };
        let mut path = chosen.on(Word::Screen, language);
        let mut add = |name: &str, value: String| {
            let joint = if path.contains('?') { '&' } else { '?' };
            // Writing to a String cannot fail.
            let _ = write!(path, "{joint}{name}={value}");
        };
        if !self.ids.is_empty() {
            let ids: Vec<&str> = self.ids.iter().map(EntityId::as_str).collect();
            add(services, encoded(&ids.join(",")));
        }
        if self.number > 1 {
            add(number, self.number.to_string());
        }
        if self.is_still {
            add(still, "1".to_owned());
        }
        path
    }

    /// Reads the parameters, in whichever language's words they are.
    pub(crate) fn read(parameters: &[(String, String)]) -> Self {
        let chosen = FeedAddress::read(parameters);
        let (theme, municipality) = (chosen.theme, chosen.municipality);
        let mut screen = Self { theme, municipality, number: 1, ..Self::default() };
        for (name, value) in parameters {
            match name.as_str() {
                "palvelut" | "tjanster" | "services" => {
                    let ids = value.split(',').filter_map(|id| EntityId::new(id.trim()).ok());
                    screen.ids = ids.take(Self::IDS).collect();
                }
                "nro" | "nr" | "number" => {
                    screen.number = value.parse().unwrap_or(1).clamp(1, 9_999);
                }
                "seis" | "stilla" | "still" => screen.is_still = value == "1",
                _ => {}
            }
        }
        screen
    }

    /// The place, from 0, of the one whose turn it is among so many.
    pub(crate) fn place(&self, total: usize) -> usize {
        let place = self.number.saturating_sub(1);
        if place < total { place } else { 0 }
    }

    /// The names of its own parameters.
    const fn names(language: Language) -> (&'static str, &'static str, &'static str) {
        match language {
            Language::Sv => ("tjanster", "nr", "stilla"),
            Language::En => ("services", "number", "still"),
            _ => ("palvelut", "nro", "seis"),
        }
    }
}
