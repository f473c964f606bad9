//! By what descriptions are checked, county by county.

use std::collections::BTreeMap;

use domain::reference::Municipality;
use sha2::{Digest, Sha256};

use super::{Settings, rules};
use crate::{App, hex};

/// The settings of each county, and those of descriptions that are of none of these. What holds for a description is
/// what the county has set where the organisation responsible is at home.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Standards {
    usual: Settings,
    counties: BTreeMap<&'static str, Settings>,
}

impl Standards {
    /// The same settings for everything.
    #[must_use]
    pub const fn of_all(settings: Settings) -> Self {
        Self { usual: settings, counties: BTreeMap::new() }
    }

    /// Each county's own settings, by its code.
    #[must_use]
    pub fn of_counties(counties: impl IntoIterator<Item = (&'static str, Settings)>) -> Self {
        Self { usual: Settings::default(), counties: counties.into_iter().collect() }
    }

    pub(super) fn of(&self, home: Option<&Municipality>) -> &Settings {
        self.of_county(home.map(|home| home.county))
    }

    /// What holds for the organisations that are at home in a county, or in none.
    #[must_use]
    pub fn of_county(&self, code: Option<&str>) -> &Settings {
        code.and_then(|code| self.counties.get(code)).unwrap_or(&self.usual)
    }

    /// All that hold somewhere.
    pub(super) fn all(&self) -> impl Iterator<Item = &Settings> {
        self.counties.values().chain([&self.usual])
    }

    /// What they and the rules of this program are recognised by: where it differs, everything is checked again.
    pub(super) fn print(&self, app: &App) -> String {
        let rules: Vec<String> =
            rules().map(|rule| format!("{} {}", rule.id, rule.severity.code())).collect();
        let has_words = app.words().finnish().is_some();
        let all = format!("{} {has_words} {rules:?} {self:?}", env!("CARGO_PKG_VERSION"));
        hex::written(&Sha256::digest(all.as_bytes())[..16])
    }
}
