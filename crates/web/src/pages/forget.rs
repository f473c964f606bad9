//! Taking away all that the site has let a browser keep.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};

use crate::address::{Address, Word};
use crate::ease::Ease;
use crate::frame::Frame;
use crate::language::Reader;
use crate::{Site, remembered_place, render, staff, visit};

/// What a browser is to take away by itself: what it keeps of pages, and what the worker and scripts keep. Cookies are
/// taken away by name: the browser would take those of the county's other sites too.
const KEPT: HeaderValue = HeaderValue::from_static("\"cache\", \"storage\"");

/// `POST /fi/tietosuoja/poista`.
pub(crate) async fn forget(State(site): State<Site>, Reader(language): Reader) -> Response {
    let mut response = Redirect::to(&Word::Forgotten.path(language)).into_response();
    let is_secure = site.is_secure();
    let cookies = [
        visit::forgotten(is_secure),
        remembered_place::forgotten(is_secure),
        staff::forgotten(is_secure),
        Ease::default().cookie(is_secure),
    ];
    let headers = response.headers_mut();
    for cookie in cookies.into_iter().flatten() {
        headers.append(header::SET_COOKIE, cookie);
    }
    headers.insert(HeaderName::from_static("clear-site-data"), KEPT);
    response
}

/// The page that says that it is done.
#[derive(Template)]
#[template(path = "forgotten.html")]
struct ForgottenPage {
    frame: Frame,
    privacy: String,
}

/// `GET /fi/tietosuoja/poistettu`.
pub(crate) async fn forgotten(State(site): State<Site>, Reader(language): Reader) -> Response {
    render(&ForgottenPage {
        frame: site.frame(language).around(Address::Forgotten),
        privacy: Address::Privacy.path(language),
    })
}
