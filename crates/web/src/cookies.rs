//! Cookies: what a browser sent, and what it is asked to keep. Each is strictly necessary for what a
//! visitor did, is sent to this site only, and is out of scripts' reach.

use axum::http::{HeaderMap, HeaderValue, header};

/// How long a browser keeps a cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lasts {
    /// So many seconds.
    Seconds(u32),
    /// Until the browser is closed.
    ForSession,
    /// No longer: it goes at once.
    Gone,
}

/// The value of a cookie, as the browser sent it.
pub(crate) fn sent<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.split_once('='));
    pairs.find(|(known, _)| known.trim() == name).map(|(_, value)| value.trim())
}

/// The header that asks a browser to keep a cookie; none for a value that no header can have.
pub(crate) fn kept(name: &str, value: &str, lasts: Lasts, is_secure: bool) -> Option<HeaderValue> {
    let age = match lasts {
        Lasts::Seconds(seconds) => format!("; Max-Age={seconds}"),
        Lasts::ForSession => String::new(),
        Lasts::Gone => "; Max-Age=0".to_owned(),
    };
    let secure = if is_secure { "; Secure" } else { "" };
    let cookie = format!("{name}={value}; Path=/{age}; SameSite=Lax; HttpOnly{secure}");
    HeaderValue::try_from(cookie).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_by_its_whole_name_in_any_line() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, HeaderValue::from_static("xa=0; ab=1; nothing"));
        headers.append(header::COOKIE, HeaderValue::from_static("c=d; a=1=2 ; e="));
        for (name, expected) in [("a", Some("1=2")), ("e", Some("")), ("b", None), ("", None)] {
            assert_eq!(sent(&headers, name), expected, "{name}");
        }
    }

    #[test]
    fn a_cookie_is_the_sites_alone_and_never_a_scripts() {
        let kept = |lasts, is_secure| {
            let cookie = kept("a", "b", lasts, is_secure).unwrap();
            cookie.to_str().unwrap().to_owned()
        };
        assert_eq!(kept(Lasts::ForSession, true), "a=b; Path=/; SameSite=Lax; HttpOnly; Secure");
        assert_eq!(
            kept(Lasts::Seconds(7), false),
            "a=b; Path=/; Max-Age=7; SameSite=Lax; HttpOnly"
        );
        assert_eq!(kept(Lasts::Gone, false), "a=b; Path=/; Max-Age=0; SameSite=Lax; HttpOnly");
        assert_eq!(super::kept("a", "b\n", Lasts::Gone, false), None);
    }
}
