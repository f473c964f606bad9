//! Answers that stay the same within a generation of the catalogue: asked for again, only that is said.

use std::hash::{DefaultHasher, Hash, Hasher};

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;

use crate::config::WebConfig;

/// The mark of what is made from a generation by this version of the program for a site of this name,
/// address, languages and parts. Weak: the same answer goes out packed in several ways.
pub(super) fn of_generation(config: &WebConfig, generation: i64) -> String {
    let face = &config.face;
    let county = face.county.map(|county| county.code);
    let mut hasher = DefaultHasher::new();
    let name = format!("{:?}", face.name);
    (&config.base_url, name, &face.languages, county, &face.off, config.access.is_some())
        .hash(&mut hasher);
    format!("W/\"{}-{generation}-{:x}\"", env!("CARGO_PKG_VERSION"), hasher.finish())
}

/// Whether whoever asks has it already.
pub(super) fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    let strong = tag.trim_start_matches("W/");
    let known = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|one| one.to_str().ok());
    known
        .flat_map(|list| list.split(','))
        .map(str::trim)
        .any(|one| one == "*" || one.trim_start_matches("W/") == strong)
}

/// "You have it already."
pub(super) fn unchanged(tag: &str) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::NOT_MODIFIED;
    mark(&mut response, tag);
    response
}

/// Content of a type, with the mark.
pub(super) fn marked(body: Body, kind: &'static str, tag: &str) -> Response {
    let mut response = Response::new(body);
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    mark(&mut response, tag);
    response
}

fn mark(response: &mut Response, tag: &str) {
    if let Ok(tag) = HeaderValue::from_str(tag) {
        response.headers_mut().insert(header::ETAG, tag);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_known_in_a_list_and_in_either_strength() {
        let config = WebConfig::default();
        let tag = of_generation(&config, 7);
        for (sent, expected) in [
            (tag.clone(), true),
            (format!("\"other\", {}", tag.trim_start_matches("W/")), true),
            ("*".to_owned(), true),
            (of_generation(&config, 8), false),
            (
                of_generation(&WebConfig { base_url: Some(String::new()), ..config.clone() }, 7),
                false,
            ),
            (String::new(), false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::IF_NONE_MATCH, sent.parse().unwrap());
            assert_eq!(is_known(&headers, &tag), expected, "{sent}");
        }
    }
}
