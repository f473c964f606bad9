//! The site as an application of the visitor's own device: what installing it takes, and what is there
//! without a network.
//!
//! The manifest says how it is installed, in each language ([`manifest`]), with icons in the county's looks
//! ([`icon`]). The worker (`/sw.js`, [`worker`]) keeps the page that shows when there is no network
//! ([`offline`]) and what it is made of, and the visitor's own list as it was last seen. What of the list
//! may be kept, the answer says: [`may_be_kept_offline`]. A lobby's screen and the widget have nothing of
//! all this.

mod icon;
mod manifest;
mod offline;
mod worker;

use std::sync::Arc;

use axum::Router;
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;
use axum::routing::get;

use crate::Site;
use crate::address::Word;
use crate::config::WebConfig;
use crate::face::{Face, served};
use icon::Icon;

pub(crate) use worker::serve as serve_worker;

/// What a site has for it. Cheap to clone; clones share it.
#[derive(Debug, Clone)]
pub(crate) struct Pwa {
    icons: Arc<[Icon]>,
    /// The worker's script.
    script: Arc<str>,
}

impl Pwa {
    pub(crate) fn new(config: &Arc<WebConfig>) -> Self {
        Self { icons: Icon::all(&config.face).into(), script: worker::script(config).into() }
    }

    /// The icon at an address under `/assets/`, if it is one.
    pub(crate) fn asset(&self, path: &str, face: &Face) -> Option<Response> {
        let icon = self.icons.iter().find(|icon| icon.path == path)?;
        Some(served(icon.png(face).to_vec(), "image/png"))
    }
}

/// What browsers ask for in each language.
pub(crate) fn routes(face: &Face) -> Router<Site> {
    let mut router = Router::new();
    for language in face.languages.iter().copied() {
        router = router
            .route(&Word::Manifest.path(language), get(manifest::manifest))
            .route(&Word::Offline.path(language), get(offline::page));
    }
    router
}

/// Says of a page with the visitor's own list that the worker may keep it, in place of the one before.
pub(crate) fn may_be_kept_offline(mut page: Response) -> Response {
    let name = HeaderName::from_static("x-keep-offline");
    page.headers_mut().insert(name, HeaderValue::from_static("list"));
    page
}
