//! Where a source is, as an operator configures it.

use reqwest::Url;
use reqwest::header::HeaderValue;

use super::run::Place;

/// The configured address or key cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// It is no address of a web server.
    #[error("“{0}” is not an http or https address")]
    Base(String),
    /// The key cannot stand in a header.
    #[error("the API key has characters that a key cannot have, or is empty")]
    Key,
}

/// Reads the address of a host, e.g. `https://api-gw.palvelutietovaranto.suomi.fi`.
pub(super) fn place(base: &str, key: Option<&str>) -> Result<Place, AddressError> {
    let refused = || AddressError::Base(base.to_owned());
    let mut url = Url::parse(base.trim()).map_err(|_| refused())?;
    let plain = url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none() || !plain {
        return Err(refused());
    }
    if url.path().ends_with('/') {
        url.set_path(url.path().trim_end_matches('/').to_owned().as_str());
    }
    let key = key.map(|key| {
        let mut key = HeaderValue::from_str(key.trim()).ok().filter(|key| !key.is_empty())?;
        key.set_sensitive(true);
        Some(key)
    });
    match key {
        Some(None) => Err(AddressError::Key),
        key => Ok(Place { base: url, key: key.flatten() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_web_addresses_and_keys_that_fit_a_header_are_taken() {
        assert!(place("https://example.org/", Some("abc")).is_ok());
        for base in ["file:///etc/passwd", "example.org", "https://a:b@example.org", "ftp://x", ""]
        {
            assert!(matches!(place(base, None), Err(AddressError::Base(_))), "{base}");
        }
        for key in ["", " ", "a\nb"] {
            assert_eq!(place("https://example.org", Some(key)).err(), Some(AddressError::Key));
        }
    }
}
