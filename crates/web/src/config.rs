//! What the operator decides about the pages.

use std::time::Duration;

use crate::face::Face;

/// The web's part of the configuration.
#[derive(Debug, Clone)]
pub struct WebConfig {
    /// The address by which the public reaches the site, e.g. `https://tarjotin.example`; without
    /// it canonical addresses and `hreflang` are relative.
    pub base_url: Option<String>,
    /// How the site looks and what it covers.
    pub face: Face,
    /// Whether the operators' pages are served. There is no sign-in yet: turn them on only where
    /// nobody else can reach them.
    pub admin_pages: bool,
    /// How long a request may take.
    pub time_limit: Duration,
    /// How many pages and answers of the API are made at once; who comes beyond that is told to
    /// come again. Each takes some hundred kilobytes while it is made.
    pub at_once: usize,
}

impl Default for WebConfig {
    fn default() -> Self {
        Self {
            base_url: None,
            face: Face::default(),
            admin_pages: false,
            time_limit: Duration::from_secs(10),
            at_once: 128,
        }
    }
}
