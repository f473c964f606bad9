//! A campaign's address: counted, and dropped by the way to its page.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, Method, header};
use axum::response::{IntoResponse, Redirect, Response};

use crate::Site;

/// `GET /k/{code}`: to the campaign's page; from a code that is none, to the front page. A look at the
/// address by a program that fetches pages before they are asked for is no visit.
pub(crate) async fn visit(
    State(site): State<Site>,
    Path(code): Path<String>,
    method: Method,
    headers: HeaderMap,
) -> Response {
    let campaigns = &site.config.campaigns;
    let is_ahead = ["purpose", "sec-purpose"].iter().any(|name| {
        let purpose = headers.get(*name).and_then(|value| value.to_str().ok());
        purpose.is_some_and(|purpose| purpose.contains("prefetch"))
    });
    if method == Method::GET && !is_ahead {
        campaigns.count(&site.app, &code);
    }
    let mut response = Redirect::to(campaigns.target(&code).unwrap_or("/")).into_response();
    // Each visit must come here to be counted.
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
