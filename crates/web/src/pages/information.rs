//! What the site is and how accessible it is.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::address::Address;
use crate::frame::Frame;
use crate::language::Reader;
use crate::{Site, render};

/// A page of the site's own words.
#[derive(Template)]
#[template(path = "information.html")]
struct InformationPage {
    frame: Frame,
    heading: String,
    lines: Vec<String>,
}

impl InformationPage {
    /// The page whose keys begin with a subject: its heading and so many paragraphs.
    fn new(frame: Frame, subject: &str, paragraphs: usize) -> Self {
        let text = |part: &str| frame.t.find(subject, part).unwrap_or_default().into_owned();
        let lines = (1..=paragraphs).map(|number| text(&number.to_string())).collect();
        Self { heading: text("heading"), lines, frame }
    }
}

/// `GET /fi/tietoa`.
pub(crate) async fn about(State(site): State<Site>, Reader(language): Reader) -> Response {
    let frame = site.frame(language).around(Address::About);
    render(&InformationPage::new(frame, "about", 4))
}

/// `GET /fi/saavutettavuus`.
pub(crate) async fn accessibility(State(site): State<Site>, Reader(language): Reader) -> Response {
    let frame = site.frame(language).around(Address::Accessibility);
    render(&InformationPage::new(frame, "accessible", 3))
}
