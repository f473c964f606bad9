//! The page that the browser shows where there is no network: it says so, and whom to call.
//!
//! It is the same for everybody and holds nothing of who reads it, since the worker keeps it.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::Language;

use crate::address::Address;
use crate::config::WebConfig;
use crate::frame::Frame;
use crate::language::Reader;
use crate::{Site, render};

/// The page.
#[derive(Template)]
#[template(path = "offline.html")]
pub(super) struct OfflinePage {
    frame: Frame,
    /// The visitor's own list, which may be kept.
    list: String,
}

impl OfflinePage {
    pub(super) fn new(config: &Arc<WebConfig>, language: Language) -> Self {
        let frame = Frame::new(language, config).around(Address::Offline);
        Self { frame, list: Address::MyList.path(language) }
    }
}

/// `GET /fi/ei-yhteytta`.
pub(super) async fn page(State(site): State<Site>, Reader(language): Reader) -> Response {
    render(&OfflinePage::new(&site.config, language))
}
