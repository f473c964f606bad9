//! How a reader wants the pages: in easier words, in larger letters. The choice lies in a cookie that is
//! strictly necessary for it, holds nothing else, and is not there before somebody chooses.
//!
//! It holds for everything that a request is answered with, down to the single text; so it is known by
//! the request's own task ([`Ease::here`]), and not handed through each view.

use std::future::Future;

use axum::http::{HeaderMap, HeaderValue};

use crate::cookies::{self, Lasts};

/// The cookie's name.
const COOKIE: &str = "ease";
/// How long it is kept: a year.
const KEPT: Lasts = Lasts::Seconds(365 * 24 * 60 * 60);

tokio::task_local! {
    static CHOSEN: Ease;
}

/// What a reader chose.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) struct Ease {
    /// Easier words (*selkokieli*, *lättläst*).
    pub(crate) is_easy: bool,
    /// Larger letters.
    pub(crate) is_large: bool,
}

impl Ease {
    /// What the reader of this request chose; outside of a request nothing.
    pub(crate) fn here() -> Self {
        CHOSEN.try_with(|chosen| *chosen).unwrap_or_default()
    }

    /// Answers a request for a reader who chose so.
    pub(crate) async fn around<F: Future>(self, answer: F) -> F::Output {
        CHOSEN.scope(self, answer).await
    }

    /// What the cookies say.
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        let value = cookies::sent(headers, COOKIE).unwrap_or_default();
        let has = |word| value.split('-').any(|one| one == word);
        Self { is_easy: has("easy"), is_large: has("large") }
    }

    /// The choice after a form's fields `easy` and `large`, each `on` or another word for off.
    pub(crate) fn changed_by(mut self, fields: &[(String, String)]) -> Self {
        for (name, value) in fields {
            match name.as_str() {
                "easy" => self.is_easy = value == "on",
                "large" => self.is_large = value == "on",
                _ => {}
            }
        }
        self
    }

    /// The cookie that keeps the choice, or takes it away where nothing is chosen.
    pub(crate) fn cookie(self, is_secure: bool) -> Option<HeaderValue> {
        let (value, lasts) = match (self.is_easy, self.is_large) {
            (false, false) => ("", Lasts::Gone),
            (true, false) => ("easy", KEPT),
            (false, true) => ("large", KEPT),
            (true, true) => ("easy-large", KEPT),
        };
        cookies::kept(COOKIE, value, lasts, is_secure)
    }
}

#[cfg(test)]
mod tests {
    use axum::http::header;

    use super::*;

    fn of(cookies: &'static str) -> Ease {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_static(cookies));
        Ease::of(&headers)
    }

    #[test]
    fn a_choice_comes_back_from_its_cookie_and_nothing_else_is_one() {
        for is_easy in [false, true] {
            for is_large in [false, true] {
                let chosen = Ease { is_easy, is_large };
                let cookie = chosen.cookie(false).unwrap();
                let pair = cookie.to_str().unwrap().split(';').next().unwrap().to_owned();
                let mut headers = HeaderMap::new();
                headers.insert(header::COOKIE, format!("a=b; {pair}").parse().unwrap());
                assert_eq!(Ease::of(&headers), chosen);
            }
        }
        for nonsense in ["", "ease", "ease=<b>", "other=easy", "xease=easy", "ease=easylarge"] {
            assert_eq!(of(nonsense), Ease::default(), "{nonsense}");
        }
    }

    #[test]
    fn going_back_to_the_ordinary_view_takes_the_cookie_away() {
        let cookie = Ease::default().cookie(true).unwrap();
        let cookie = cookie.to_str().unwrap();
        assert!(cookie.contains("Max-Age=0;") && cookie.ends_with("; Secure"), "{cookie}");
    }

    #[tokio::test]
    async fn the_choice_holds_within_its_request_only() {
        let chosen = Ease { is_easy: true, is_large: false };
        assert_eq!(chosen.around(async { Ease::here() }).await, chosen);
        assert_eq!(Ease::here(), Ease::default());
    }
}
