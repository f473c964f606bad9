//! The coordinator of a request: the only way by which a handler comes by the proof that use cases take.

use app::coordinator::Coordinator;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Redirect, Response};

use crate::address::{Word, encoded};
use crate::cookies::{self, Lasts};
use crate::fault::Fault;
use crate::language::Reader;
use crate::{Site, visit};

/// The cookie's name.
const NAME: &str = "tarjotin-coordinator";
/// How long a browser keeps it, in seconds: ninety days. The session in it ends long before; what is left tells
/// only that the browser is no stranger.
const AGE: u32 = 90 * 24 * 60 * 60;

/// Whoever asks has signed in.
pub(crate) struct SignedIn(pub(crate) Coordinator);

/// Whoever asks has not.
pub(crate) enum NotSignedIn {
    /// There is no sign-in on this site.
    SwitchedOff,
    /// They are led to it, and back from there.
    Led(String),
    /// What they sent is not done.
    Refused,
}

impl FromRequestParts<Site> for SignedIn {
    type Rejection = NotSignedIn;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, NotSignedIn> {
        if site.config.access.is_none() {
            return Err(NotSignedIn::SwitchedOff);
        }
        if let Some(coordinator) = coordinator(site, &parts.headers) {
            return Ok(Self(coordinator));
        }
        if !parts.method.is_safe() {
            return Err(NotSignedIn::Refused);
        }
        let Ok(Reader(language)) = Reader::from_request_parts(parts, site).await;
        let back = parts.uri.path_and_query().map_or("", |address| address.as_str());
        Err(NotSignedIn::Led(format!("{}?return={}", Word::SignIn.path(language), encoded(back))))
    }
}

impl IntoResponse for NotSignedIn {
    fn into_response(self) -> Response {
        match self {
            Self::SwitchedOff => Fault::NoSignIn.into_response(),
            Self::Led(address) => Redirect::to(&address).into_response(),
            Self::Refused => Fault::SignedOut(None).into_response(),
        }
    }
}

/// Who has signed in, if somebody has.
pub(crate) fn coordinator(site: &Site, headers: &HeaderMap) -> Option<Coordinator> {
    site.config.access.as_ref()?.session(line(headers)?, site.app.now())
}

/// The line that the browser keeps of a session, ended or not.
pub(super) fn line(headers: &HeaderMap) -> Option<&str> {
    cookies::sent(headers, NAME)
}

/// The header that asks the browser to keep a line.
pub(super) fn cookie(site: &Site, line: &str) -> Option<HeaderValue> {
    cookies::kept(NAME, line, Lasts::Seconds(AGE), site.is_secure())
}

/// The cookie that takes it away.
pub(crate) fn forgotten(is_secure: bool) -> Option<HeaderValue> {
    cookies::kept(NAME, "", Lasts::Gone, is_secure)
}

/// Where one who signed in is led: back to where they came from, if that is a page of ours.
pub(super) fn way_back<'a>(sent: &'a str, staff: &'a str) -> &'a str {
    visit::local(sent).unwrap_or(staff)
}
