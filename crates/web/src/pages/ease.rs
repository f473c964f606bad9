//! The forms at the bottom of each page that make it easier to read, and lead back to it.

use axum::extract::{Form, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};

use crate::address::Address;
use crate::ease::Ease;
use crate::language::Reader;
use crate::{Site, visit};

/// `POST /fi/esitystapa`: keeps the choice, and leads back to where it was made.
pub(crate) async fn choose(
    State(site): State<Site>,
    Reader(language): Reader,
    Form(fields): Form<Vec<(String, String)>>,
) -> Response {
    let back = fields.iter().find(|(name, _)| name == "back").map(|(_, value)| value.as_str());
    let home = Address::Home.path(language);
    let back = back.and_then(visit::local).unwrap_or(&home);
    let mut response = Redirect::to(back).into_response();
    let cookie = Ease::here().changed_by(&fields).cookie(site.is_secure());
    response.headers_mut().extend(cookie.map(|cookie| (header::SET_COOKIE, cookie)));
    response
}
