//! The language of a request: the address's first word, or else what the browser asks for.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use domain::Language;

/// The reader's language, from the address.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader(pub(crate) Language);

impl<S: Sync> FromRequestParts<S> for Reader {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(of_path(parts.uri.path()).unwrap_or(Language::Fi)))
    }
}

/// The language of an address that begins with one.
pub(crate) fn of_path(path: &str) -> Option<Language> {
    let first = path.trim_start_matches('/').split('/').next()?;
    Language::INTERFACE.into_iter().find(|language| language.code() == first)
}

/// The interface language that the browser likes best, if it likes one.
pub(crate) fn preferred(headers: &HeaderMap) -> Option<Language> {
    let accepted = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut best: Option<(f32, Language)> = None;
    for part in accepted.split(',').take(20) {
        let mut pieces = part.trim().split(';');
        let tag = pieces.next().unwrap_or("").split('-').next().unwrap_or("");
        let weight = pieces
            .find_map(|piece| piece.trim().strip_prefix("q=")?.parse::<f32>().ok())
            .unwrap_or(1.0);
        let language = Language::INTERFACE
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(tag));
        if let Some(language) = language
            && weight > 0.0
            && best.is_none_or(|(heaviest, _)| weight > heaviest)
        {
            best = Some((weight, language));
        }
    }
    best.map(|(_, language)| language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn the_browsers_heaviest_language_that_we_speak_is_chosen() {
        for (accepted, expected) in [
            ("sv-FI,sv;q=0.9,fi;q=0.8", Some(Language::Sv)),
            ("de,en;q=0.3,fi;q=0.5", Some(Language::Fi)),
            ("en-GB", Some(Language::En)),
            ("de-DE", None),
            ("fi;q=0", None),
            ("", None),
            (";;;,q=x", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static(accepted));
            assert_eq!(preferred(&headers), expected, "{accepted}");
        }
    }
}
