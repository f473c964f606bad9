//! The municipality that a reader searched in last: a cookie that holds its code and nothing else, and
//! goes when the browser is closed. It is set, changed and cleared by searching alone, and read by the
//! home page.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use domain::reference::{Municipality, municipality};

use crate::address::place_named;
use crate::cookies::{self, Lasts};

/// The cookie's name.
const NAME: &str = "kunta";

/// The municipality that the reader's browser remembers. What names none is not believed.
pub(crate) fn remembered(headers: &HeaderMap) -> Option<&'static Municipality> {
    municipality(cookies::sent(headers, NAME)?)
}

/// What a search says of the municipality, where it says something.
#[derive(Clone, Copy)]
enum Said {
    /// That it is anywhere.
    Anywhere,
    /// Which it is.
    In(&'static Municipality),
}

/// What a search's parameters say of the municipality, where nobody knows what it means.
pub(crate) fn unknown(parameters: &[(String, String)]) -> Option<&str> {
    let value = parameters.iter().rev().find(|(name, _)| is_place(name))?.1.trim();
    (!value.is_empty() && place_named(value).is_none()).then_some(value)
}

fn is_place(name: &str) -> bool {
    matches!(name, "kunta" | "kommun" | "municipality")
}

/// What a search's parameters say of the municipality.
fn said(parameters: &[(String, String)]) -> Option<Said> {
    let (_, value) = parameters.iter().rev().find(|(name, _)| is_place(name))?;
    if value.is_empty() { Some(Said::Anywhere) } else { place_named(value).map(Said::In) }
}

/// Lets the browser remember what a search says of the municipality, where it says another than is
/// remembered.
pub(crate) fn remember(
    response: &mut Response,
    asked: &HeaderMap,
    parameters: &[(String, String)],
    is_secure: bool,
) {
    let (code, lasts) = match said(parameters) {
        None => return,
        Some(Said::Anywhere) => ("", Lasts::Gone),
        Some(Said::In(place)) => (place.code, Lasts::ForSession),
    };
    if remembered(asked).map_or("", |place| place.code) == code {
        return;
    }
    let cookie = cookies::kept(NAME, code, lasts, is_secure);
    response.headers_mut().extend(cookie.map(|cookie| (header::SET_COOKIE, cookie)));
}

/// Whether a cookie that is set is this one.
pub(crate) fn is_of_place(cookie: &HeaderValue) -> bool {
    cookie.to_str().is_ok_and(|cookie| cookie.split_once('=').is_some_and(|(name, _)| name == NAME))
}

/// The cookie that takes it away.
pub(crate) fn forgotten(is_secure: bool) -> Option<HeaderValue> {
    cookies::kept(NAME, "", Lasts::Gone, is_secure)
}

/// Keeps a page that shows what is remembered from being shown to others.
pub(crate) fn only_for_the_reader(response: &mut Response) {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_cookie(cookie: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(header::COOKIE, HeaderValue::from_static(cookie))])
    }

    #[test]
    fn only_a_municipalitys_code_is_believed() {
        for (cookie, expected) in [
            ("kunta=529", Some("529")),
            ("a=b; kunta=853; c=d", Some("853")),
            ("kunta=", None),
            ("kunta=<script>", None),
            ("kuntax=529", None),
            ("xkunta=529", None),
            ("", None),
        ] {
            let found = remembered(&with_cookie(cookie)).map(|place| place.code);
            assert_eq!(found, expected, "{cookie}");
        }
        assert!(remembered(&HeaderMap::new()).is_none());
    }

    #[test]
    fn a_cookie_is_known_by_its_whole_name() {
        let is = |cookie| is_of_place(&HeaderValue::from_static(cookie));
        assert!(is("kunta=529; Path=/") && is("kunta=; Max-Age=0"));
        assert!(!is("kunta2=529") && !is("tarjotin-list=kunta=529") && !is("kunta"));
    }

    #[test]
    fn the_cookie_is_set_changed_and_cleared_by_what_a_search_says() {
        let set = |asked: &HeaderMap, parameters: &[(&str, &str)]| {
            let pair = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
            let parameters: Vec<_> = parameters.iter().map(pair).collect();
            let mut response = Response::default();
            remember(&mut response, asked, &parameters, true);
            let cookie = response.headers().get(header::SET_COOKIE);
            cookie.map(|cookie| cookie.to_str().unwrap_or_default().to_owned())
        };
        let (none, naantali) = (HeaderMap::new(), with_cookie("kunta=529"));
        let first = set(&none, &[("q", "x"), ("kommun", "529")]).unwrap_or_default();
        assert_eq!(first, "kunta=529; Path=/; SameSite=Lax; HttpOnly; Secure");
        assert_eq!(set(&naantali, &[("kunta", "529")]), None, "it is remembered already");
        let changed = set(&naantali, &[("kunta", "853")]).unwrap_or_default();
        assert!(changed.starts_with("kunta=853;"), "{changed}");
        let cleared = set(&naantali, &[("kunta", "")]).unwrap_or_default();
        assert!(cleared.starts_with("kunta=; Path=/; Max-Age=0;"), "{cleared}");
        assert_eq!(set(&naantali, &[("q", "x")]), None, "a search that says nothing of it");
        assert_eq!(set(&naantali, &[("kunta", "x; Path=/evil")]), None, "nonsense");
        assert_eq!(set(&none, &[("kunta", "")]), None, "nothing to clear");
    }
}
