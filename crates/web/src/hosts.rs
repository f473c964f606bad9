//! Several sites by host name in one process.

use std::collections::HashMap;
use std::net::IpAddr;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, header};
use axum::response::Response;
use tower::ServiceExt;

/// The sites by host name, and the one for all other names.
#[derive(Clone)]
struct Sites {
    by_host: HashMap<String, Router>,
    first: Router,
}

/// One router of sites with their host names; the first site answers under every other name. With one
/// site it is that site.
pub(crate) fn by_host(sites: impl Iterator<Item = (Vec<String>, Router)>) -> Router {
    let mut sites: Vec<(Vec<String>, Router)> = sites.collect();
    if sites.len() == 1
        && let Some((_, only)) = sites.pop()
    {
        return only;
    }
    let Some(first) = sites.first().map(|(_, site)| site.clone()) else { return Router::new() };
    let named = sites.into_iter().flat_map(|(hosts, site)| {
        hosts.into_iter().map(move |host| (host.to_ascii_lowercase(), site.clone()))
    });
    let sites = Sites { by_host: named.collect(), first };
    Router::new().fallback(choose).with_state(sites)
}

async fn choose(State(sites): State<Sites>, request: Request) -> Response {
    let named = host(request.headers()).and_then(|host| sites.by_host.get(&host));
    let site = named.unwrap_or(&sites.first).clone();
    match site.oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    }
}

/// The host that a request names, in small letters, without the port.
pub(crate) fn host(headers: &HeaderMap) -> Option<String> {
    let host = headers.get(header::HOST)?.to_str().ok()?;
    let name = host.rsplit_once(':').map_or(host, |(name, port)| {
        if port.bytes().all(|digit| digit.is_ascii_digit()) { name } else { host }
    });
    Some(name.trim_end_matches('.').to_ascii_lowercase())
}

/// Whether a name is one by which only this machine reaches itself.
pub(crate) fn is_this_machine(name: &str) -> bool {
    let address = name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    name == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn this_machine_is_known_by_its_own_names_alone() {
        for name in ["localhost", "127.0.0.1", "127.8.0.1", "[::1]"] {
            assert!(is_this_machine(name), "{name}");
        }
        for name in ["", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.1", "[::2]"] {
            assert!(!is_this_machine(name), "{name}");
        }
    }

    #[test]
    fn a_host_is_read_without_port_case_or_closing_dot() {
        for (written, expected) in [
            ("Varha.Example:8080", "varha.example"),
            ("varha.example.", "varha.example"),
            ("[::1]:80", "[::1]"),
            ("[::1]", "[::1]"),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, HeaderValue::from_static(written));
            assert_eq!(host(&headers).as_deref(), Some(expected), "{written}");
        }
        assert_eq!(host(&HeaderMap::new()), None);
    }
}
