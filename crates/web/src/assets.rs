//! The stylesheet, the script, the font and the icon: embedded, and named by their contents.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::Site;

/// A file that the build script made.
struct Asset {
    /// The name that templates use.
    name: &'static str,
    /// The address, with the content's hash in it.
    path: &'static str,
    plain: &'static [u8],
    gzip: Option<&'static [u8]>,
    brotli: Option<&'static [u8]>,
}

static ASSETS: &[Asset] = include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The address of an asset by its plain name; the name itself when there is none such, which a test
/// would show.
pub(crate) fn path(name: &'static str) -> &'static str {
    ASSETS.iter().find(|asset| asset.name == name).map_or(name, |asset| asset.path)
}

/// The content of an asset that is a text, by its plain name.
#[cfg(test)]
pub(crate) fn text(name: &str) -> &'static str {
    let asset = ASSETS.iter().find(|asset| asset.name == name);
    asset.and_then(|asset| std::str::from_utf8(asset.plain).ok()).unwrap_or_default()
}

/// `GET /assets/{name}`: good for a year, since another content has another name.
pub(crate) async fn serve(
    State(site): State<Site>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Response {
    let (face, whole) = (&site.config.face, format!("/assets/{name}"));
    if let Some(of_face) = face.asset(&whole).or_else(|| site.pwa.asset(&whole, face)) {
        return of_face;
    }
    let found = ASSETS.iter().find(|asset| asset.path.strip_prefix("/assets/") == Some(&name));
    let Some(asset) = found else { return StatusCode::NOT_FOUND.into_response() };
    let accepted =
        headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or("");
    let (bytes, encoding) = match (asset.brotli, asset.gzip) {
        (Some(brotli), _) if accepts(accepted, "br") => (brotli, Some("br")),
        (_, Some(gzip)) if accepts(accepted, "gzip") => (gzip, Some("gzip")),
        _ => (asset.plain, None),
    };
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type(&name)));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

/// Whether an `Accept-Encoding` names the coding and does not rule it out with `q=0`.
fn accepts(accepted: &str, coding: &str) -> bool {
    accepted.split(',').any(|part| {
        let mut pieces = part.split(';').map(str::trim);
        pieces.next() == Some(coding) && !pieces.any(|weight| matches!(weight, "q=0" | "q=0.0"))
    })
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_coding_is_accepted_only_where_it_is_named_and_not_ruled_out() {
        for (accepted, expected) in
            [("gzip, br", true), ("br;q=0.5", true), ("br;q=0, gzip", false), ("", false)]
        {
            assert_eq!(accepts(accepted, "br"), expected, "{accepted}");
        }
    }

    #[test]
    fn the_first_page_is_at_most_sixty_kilobytes() {
        let sent = |asset: &Asset| asset.brotli.unwrap_or(asset.plain).len();
        let first = [
            "site.css",
            "suggest.js",
            "shortcut.js",
            "list.js",
            "offline.js",
            "font-latin.woff2",
            "icon.svg",
        ];
        let sum: usize = ASSETS.iter().filter(|a| first.contains(&a.name)).map(sent).sum();
        assert!(sum < 48_000, "{sum} bytes leave no room for the page itself");
    }

    #[test]
    fn all_scripts_together_are_at_most_ten_kilobytes() {
        let scripts =
            ASSETS.iter().filter(|asset| content_type(asset.name).starts_with("text/java"));
        let sum: usize = scripts.map(|asset| asset.plain.len()).sum();
        assert!((1_000..10_000).contains(&sum), "{sum} bytes");
    }

    #[test]
    fn each_script_is_small() {
        for (name, most) in [("suggest.js", 4_000), ("live.js", 3_000), ("shortcut.js", 1_500)] {
            let script = ASSETS.iter().find(|asset| asset.name == name).unwrap();
            assert!(script.plain.len() < most, "{name}: {} bytes", script.plain.len());
        }
    }
}
