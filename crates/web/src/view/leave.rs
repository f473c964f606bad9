//! The way out of a page that somebody else must not see (*poistu sivulta nopeasti*).

use axum::http::{HeaderValue, header};
use axum::response::Response;
use domain::Language;

use crate::config::LeavePages;

/// Where the button leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Leave {
    pub(crate) href: String,
}

impl Leave {
    /// The button, where the page is one that needs it.
    pub(crate) fn if_needed(
        is_needed: bool,
        pages: &LeavePages,
        language: Language,
    ) -> Option<Self> {
        is_needed.then(|| Self { href: pages.of(language).to_owned() })
    }
}

/// A page that, where it needs the way out, no browser keeps: after leaving, going back does not show it.
pub(crate) fn unkept_if(is_needed: bool, mut page: Response) -> Response {
    if is_needed {
        let unkept = HeaderValue::from_static("no-store");
        page.headers_mut().insert(header::CACHE_CONTROL, unkept);
    }
    page
}

/// Whether a page is such a one.
pub(crate) fn is_unkept(page: &Response) -> bool {
    page.headers().get(header::CACHE_CONTROL).is_some_and(|kept| kept == "no-store")
}
