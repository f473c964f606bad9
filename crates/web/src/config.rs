//! What the operator decides about the pages.

use std::time::Duration;

use app::campaign::Counter;
use app::coordinator::Access;
use app::coverage::values::CoverageSettings;
use app::quality::Settings;
use app::tiles::Layer;
use domain::{Language, Localized};

use crate::address::Address;
use crate::face::{Face, Module};

/// The web's part of the configuration.
#[derive(Debug, Clone)]
pub struct WebConfig {
    /// The address by which the public reaches the site, e.g. `https://tarjotin.example`; without
    /// it canonical addresses and `hreflang` are relative.
    pub base_url: Option<String>,
    /// How the site looks and what it covers.
    pub face: Face,
    /// Who answers for the site.
    pub contact: Option<Contact>,
    /// The pictures under maps; without them maps are drawn of borders alone.
    pub tiles: Option<MapTiles>,
    /// What the coverage is compared with.
    pub coverage: CoverageSettings,
    /// What descriptions that are being written are checked by.
    pub quality: Settings,
    /// Where one leaves discreet pages to.
    pub leave: LeavePages,
    /// What lets the coordinator of the site's county in; without it nobody is.
    pub access: Option<Access>,
    /// The campaigns' addresses, and their visits.
    pub campaigns: Counter,
    /// Whether the operators' pages are served to everybody and not to the coordinator alone: turn them on only where
    /// nobody else can reach them.
    pub admin_pages: bool,
    /// Whether visitors may ask to be told what became of their feedback: where mail can be sent.
    pub answers: bool,
    /// How long a request may take.
    pub time_limit: Duration,
    /// How many pages and answers of the API are made at once; who comes beyond that is told to
    /// come again. Each takes some hundred kilobytes while it is made.
    pub at_once: usize,
}

/// Who answers for the site: told where the law wants it told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    /// The organisation, and the unit in it.
    pub name: Localized,
    /// An e-mail address.
    pub email: Option<String>,
    /// A phone number, as people write it.
    pub phone: Option<String>,
}

/// A layer of pictures under the maps.
#[derive(Debug, Clone)]
pub struct MapTiles {
    /// The layer.
    pub layer: Layer,
    /// Whose they are: told under every map.
    pub attribution: Localized,
    /// Where there is more of them and their licence.
    pub attribution_link: String,
}

/// Where the button leads by which one leaves a page quickly: somewhere that tells nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeavePages {
    /// From Finnish pages.
    pub fi: String,
    /// From Swedish ones.
    pub sv: String,
    /// From English ones.
    pub en: String,
}

impl LeavePages {
    pub(crate) fn of(&self, language: Language) -> &str {
        match language {
            Language::Sv => &self.sv,
            Language::En => &self.en,
            _ => &self.fi,
        }
    }
}

impl Default for LeavePages {
    fn default() -> Self {
        Self {
            fi: "https://www.yle.fi".to_owned(),
            sv: "https://svenska.yle.fi".to_owned(),
            en: "https://www.yle.fi".to_owned(),
        }
    }
}

impl WebConfig {
    /// Whether a part of the site is told of: where it is there, and of events where somebody makes them.
    pub(crate) fn shows(&self, module: Module) -> bool {
        self.face.has(module) && (module != Module::Events || self.access.is_some())
    }

    /// Whether what is at an address is told of.
    pub(crate) fn serves(&self, address: &Address) -> bool {
        address.module().is_none_or(|module| self.shows(module))
    }

    /// The address by which the public reaches the site, without a slash at the end.
    pub(crate) fn site_address(&self) -> Option<&str> {
        self.base_url.as_deref().map(|url| url.trim_end_matches('/'))
    }
}

impl Default for WebConfig {
    fn default() -> Self {
        Self {
            base_url: None,
            face: Face::default(),
            contact: None,
            tiles: None,
            coverage: CoverageSettings::default(),
            quality: Settings::default(),
            leave: LeavePages::default(),
            access: None,
            campaigns: Counter::default(),
            admin_pages: false,
            answers: false,
            time_limit: Duration::from_secs(10),
            at_once: 128,
        }
    }
}
