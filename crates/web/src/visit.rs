//! What a request brings with it of the visitor: the list of their own, in a cookie, and the address
//! where they are.
//!
//! The layout of every page shows the list, whatever the page is about. So it travels beside the handlers,
//! in the request's task: [`carry`] reads the cookie before, [`name`] asks the catalogue for what the
//! page will say of the list, [`Frame`](crate::frame::Frame) asks [`current`], and a handler that changes
//! the list answers with [`cookie`].

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use app::my_list::{Change, Kept};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, Uri, header};
use axum::middleware::Next;
use axum::response::Response;
use domain::Localized;
use domain::catalogue::EntityId;

use crate::Site;
use crate::cookies::{self, Lasts};
use crate::guard::PAGE;
use crate::pages::widget;
use crate::tiles;

/// The cookie's name.
const NAME: &str = "tarjotin-list";
/// How long a list that is left alone is kept, in seconds: thirty days.
const AGE: u32 = 30 * 24 * 60 * 60;
/// The longest address that a form leads back to.
const LONGEST_ADDRESS: usize = 2_000;

tokio::task_local! {
    static VISIT: Arc<Visit>;
}

/// The visitor's part of a request.
#[derive(Debug, Default)]
pub(crate) struct Visit {
    /// What they keep.
    pub(crate) kept: Kept,
    /// The names of the services that the last change was about, once they are looked up.
    names: OnceLock<BTreeMap<EntityId, Localized>>,
    /// The address of the page, from the slash on.
    pub(crate) here: String,
}

/// The visit that is being answered; outside of one, that of somebody without a list.
pub(crate) fn current() -> Arc<Visit> {
    VISIT.try_with(Arc::clone).unwrap_or_default()
}

/// Whether a visitor keeps a list, or has told that they do.
pub(crate) fn has_list(headers: &HeaderMap) -> bool {
    cookies::sent(headers, NAME).is_some()
}

/// Runs around every page: reads the list before, and afterwards lets the visitor keep that they have
/// been told of its last change. It stands outside the limits of time and number, so that the pages of
/// what went wrong show the list too, and so it asks nothing of the database.
pub(crate) async fn carry(State(site): State<Site>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let is_for_all = ["/api/", "/assets/", tiles::FOLDER].iter().any(|one| path.starts_with(one));
    if is_for_all || widget::is_at(path) {
        return next.run(request).await;
    }
    let visit = Arc::new(Visit::of(&site, request.headers(), request.uri()));
    let is_read = request.method() == Method::GET;
    let mut response = VISIT.scope(Arc::clone(&visit), next.run(request)).await;
    let headers = response.headers_mut();
    headers.append(header::VARY, HeaderValue::from_static("cookie"));
    let is_only_checked = headers.get(header::CACHE_CONTROL).is_none_or(|kept| kept == "no-cache");
    if visit.kept != Kept::default() && is_only_checked {
        // The page is of one visitor: nothing between us may give it to another. What is not to be kept
        // at all stays so.
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    }
    let is_page = headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == PAGE);
    if is_read && is_page && visit.kept.change.is_some() {
        let told = Kept { change: None, ..visit.kept.clone() };
        headers.extend(cookie(&site, &told).map(|cookie| (header::SET_COOKIE, cookie)));
    }
    response
}

/// Runs around the handlers of pages, within the limits: looks up what the last change was about.
pub(crate) async fn name(State(site): State<Site>, request: Request, next: Next) -> Response {
    let visit = current();
    let changed = visit.changed();
    if !changed.is_empty() {
        // A notice without the name is better than no page.
        let names = app::catalogue::service_names(&site.app, changed).await.unwrap_or_default();
        visit.names.get_or_init(|| names);
    }
    next.run(request).await
}

impl Visit {
    fn of(site: &Site, headers: &HeaderMap, uri: &Uri) -> Self {
        let kept = match (site.app.list_key(), cookies::sent(headers, NAME)) {
            (Some(key), Some(line)) => Kept::opened(line, key),
            _ => Kept::default(),
        };
        let whole = uri.path_and_query().map(ToString::to_string);
        let whole = whole.filter(|address| address.len() <= LONGEST_ADDRESS);
        Self { kept, names: OnceLock::new(), here: whole.unwrap_or_default() }
    }

    /// The services that the last change was about, where the page names them.
    fn changed(&self) -> &[EntityId] {
        match &self.kept.change {
            Some(Change::Added(id)) => std::slice::from_ref(id),
            Some(Change::Removed(_, ids)) if ids.len() == 1 => ids,
            _ => &[],
        }
    }

    /// The name of such a service, where it is known.
    pub(crate) fn name_of(&self, id: &EntityId) -> Option<&Localized> {
        self.names.get()?.get(id)
    }
}

/// The cookie that keeps a list; of an empty one, the word that there is nothing to keep. Strictly
/// necessary: it is set only when a visitor puts something on a list.
pub(crate) fn cookie(site: &Site, kept: &Kept) -> Option<HeaderValue> {
    let key = site.app.list_key()?;
    let (value, lasts) = if *kept == Kept::default() {
        (String::new(), Lasts::Gone)
    } else {
        (kept.sealed(key), Lasts::Seconds(AGE))
    };
    cookies::kept(NAME, &value, lasts, site.is_secure())
}

/// The cookie that takes the list away.
pub(crate) fn forgotten(is_secure: bool) -> Option<HeaderValue> {
    cookies::kept(NAME, "", Lasts::Gone, is_secure)
}

/// The address that a form leads back to: one of ours, or else none. What another site could have put
/// there leads nowhere.
pub(crate) fn local(address: &str) -> Option<&str> {
    let is_plain = |byte: u8| byte.is_ascii_graphic() && !b"\\\"<>#".contains(&byte);
    let is_local = address.starts_with('/') && !address.starts_with("//");
    (is_local && address.len() <= LONGEST_ADDRESS && address.bytes().all(is_plain))
        .then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_address_of_ours_is_one_to_return_to() {
        for address in ["/", "/fi/haku?q=a+b&kunta=529", "/sv/tjanst/x"] {
            assert_eq!(local(address), Some(address));
        }
        for address in [
            "",
            "fi/haku",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https://evil.example/",
            "javascript:alert(1)",
            "/\t/evil.example",
            "/fi\r\nset-cookie: a=b",
            "/fi/ä",
            "/fi/#a",
        ] {
            assert_eq!(local(address), None, "{address:?}");
        }
        assert_eq!(local(&format!("/{}", "a".repeat(9_000))), None);
    }

    #[test]
    fn the_list_is_found_among_other_cookies() {
        let mut headers = HeaderMap::new();
        assert_eq!(cookies::sent(&headers, NAME), None);
        headers.append(header::COOKIE, HeaderValue::from_static("a=b; x"));
        headers.append(header::COOKIE, HeaderValue::from_static("c=d;tarjotin-list=1:a::0; e=f"));
        assert_eq!(cookies::sent(&headers, NAME), Some("1:a::0"));
    }
}
