//! The forms at the bottom of each page that make it easier to read, and lead back to it.

use axum::extract::{Form, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use domain::campaign::is_path_of_the_site;

use crate::Site;
use crate::address::Address;
use crate::ease::Ease;
use crate::language::Reader;

/// `POST /fi/esitystapa`: keeps the choice, and leads back to where it was made.
pub(crate) async fn choose(
    State(site): State<Site>,
    Reader(language): Reader,
    Form(fields): Form<Vec<(String, String)>>,
) -> Response {
    let is_secure = site.config.base_url.as_deref().is_some_and(|url| url.starts_with("https:"));
    let back = fields.iter().find(|(name, _)| name == "back").map(|(_, value)| value.as_str());
    let home = Address::Home.path(language);
    let back = back.filter(|path| is_path_of_the_site(path)).unwrap_or(&home);
    let mut response = Redirect::to(back).into_response();
    let cookie = Ease::here().changed_by(&fields).cookie(is_secure);
    response.headers_mut().insert(header::SET_COOKIE, cookie);
    response
}
