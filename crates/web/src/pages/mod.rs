//! The pages: each module holds one page's handler, its view and its template's sample.

pub(crate) mod error;
pub(crate) mod home;

use axum::Router;
use axum::http::HeaderMap;
use axum::response::Redirect;
use axum::routing::get;
use domain::Language;

use crate::address::Address;
use crate::{Site, language};

/// Every page in every language.
pub(crate) fn routes() -> Router<Site> {
    let mut router = Router::new().route("/", get(choose_language));
    for language in Language::INTERFACE {
        router = router.route(&Address::Home.path(language), get(home::page));
    }
    router
}

/// `GET /`: to the home page in the browser's language.
async fn choose_language(headers: HeaderMap) -> Redirect {
    let language = language::preferred(&headers).unwrap_or(Language::Fi);
    Redirect::to(&Address::Home.path(language))
}
