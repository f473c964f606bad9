//! The home page: one box, the municipality, the eight themes.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::address::Address;
use crate::frame::Frame;
use crate::language::Reader;
use crate::{Site, render};

/// The home page.
#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    frame: Frame,
}

/// `GET /fi/`.
pub(crate) async fn page(State(site): State<Site>, Reader(language): Reader) -> Response {
    render(&HomePage { frame: site.frame(language).around(Address::Home) })
}
