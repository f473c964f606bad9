//! Forms are taken only from our own pages: a page of another site must not make its readers send ours.

use axum::extract::Request;
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::fault::Fault;

/// Runs around every page: what changes something must come from our own pages.
pub(crate) async fn only_own_forms(request: Request, next: Next) -> Result<Response, Fault> {
    let is_safe = request.method().is_safe();
    if is_safe || is_own(request.headers()) {
        Ok(next.run(request).await)
    } else {
        Err(Fault::ForeignForm)
    }
}

/// Whether the browser says that the request comes from our own pages. Every browser of today says it
/// in `Sec-Fetch-Site`, earlier ones in `Origin`; what says neither is not taken.
fn is_own(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return site == "same-origin";
    }
    let origin = text(header::ORIGIN.as_str()).and_then(|origin| origin.split_once("://"));
    match (origin, text(header::HOST.as_str())) {
        (Some((_, origin)), Some(host)) => origin.eq_ignore_ascii_case(host),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderName, HeaderValue};

    use super::*;

    #[test]
    fn a_request_is_our_own_only_when_the_browser_says_so() {
        let own = "http://tarjotin.example";
        for (headers, expected) in [
            (vec![("sec-fetch-site", "same-origin")], true),
            (vec![("sec-fetch-site", "cross-site"), ("origin", own)], false),
            (vec![("sec-fetch-site", "same-site")], false),
            (vec![("sec-fetch-site", "none")], false),
            (vec![("origin", own)], true),
            (vec![("origin", "https://evil.example")], false),
            (vec![("origin", "null")], false),
            (vec![], false),
        ] {
            let mut map = HeaderMap::new();
            map.insert(header::HOST, HeaderValue::from_static("tarjotin.example"));
            for (name, value) in &headers {
                map.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
            }
            assert_eq!(is_own(&map), expected, "{headers:?}");
        }
    }
}
