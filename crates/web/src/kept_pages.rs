//! Pages that are the same for everybody, kept for as long as they are true: until something that they show opens or
//! closes, and no longer than the catalogue, the staff's list and the borders that they were made from.
//! Many ask for the same: a link in a newsletter, a theme, a word of the day.
//!
//! A handler says of its page until when it may be kept ([`may_be_kept`]). It is kept as it goes out, packed,
//! in memory only, and nothing of who asked.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use jiff::civil::DateTime;
use quick_cache::Weighter;
use quick_cache::sync::Cache;

use crate::ease::Ease;
use crate::fault::Fault;
use crate::remembered_place::{is_of_place, remembered};
use crate::{Site, visit};

/// The most that is kept of a site's pages, in bytes.
const MOST: u64 = 32 * 1024 * 1024;
/// About how many pages that is.
const PAGES: usize = 3_000;
/// The longest page that is kept, in bytes.
const LONGEST_PAGE: usize = 256 * 1024;
/// The longest address and header that a page is kept under, in bytes.
const LONGEST_KEY: usize = 1_000;

/// The mark of a page that may be kept.
#[derive(Debug, Clone, Copy)]
struct MayBeKept {
    until: DateTime,
}

/// Says of a page that it is the same for everybody who asks so until then, in Finnish civil time, and that making it
/// again does nothing else.
pub(crate) fn may_be_kept(mut page: Response, until: DateTime) -> Response {
    page.extensions_mut().insert(MayBeKept { until });
    page
}

/// The pages that are kept of one site. Cheap to clone; clones share them.
#[derive(Debug, Clone)]
pub(crate) struct KeptPages {
    pages: Arc<Cache<Asked, Page, ByBytes>>,
    /// When the pages there are from.
    moment: Arc<Mutex<Moment>>,
}

/// What all pages are made from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
struct Moment {
    publication: u64,
    staff_list: i64,
    borders: i64,
}

/// All that a page depends on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Asked {
    moment: Moment,
    address: String,
    host: Option<String>,
    encodings: Option<String>,
    ease: Ease,
    /// The code of the municipality that the browser remembers: an answer may ask it for another.
    place: Option<&'static str>,
}

/// A page as it went out, and until when it is true.
#[derive(Debug, Clone)]
struct Page {
    until: DateTime,
    headers: HeaderMap,
    body: Bytes,
}

/// Pages weigh what they hold, about.
#[derive(Debug, Clone)]
struct ByBytes;

impl Weighter<Asked, Page> for ByBytes {
    fn weight(&self, asked: &Asked, page: &Page) -> u64 {
        let headers: usize = page.headers.values().map(|value| 64 + value.len()).sum();
        let all = 512 + asked.address.len() + headers + page.body.len();
        u64::try_from(all).unwrap_or(u64::MAX)
    }
}

impl Default for KeptPages {
    fn default() -> Self {
        Self { pages: Arc::new(Cache::with_weighter(PAGES, MOST, ByBytes)), moment: Arc::default() }
    }
}

impl KeptPages {
    /// Forgets the pages of another moment than this.
    fn move_to(&self, moment: Moment) {
        let mut last = self.moment.lock().unwrap_or_else(PoisonError::into_inner);
        if *last != moment {
            *last = moment;
            self.pages.clear();
        }
    }
}

/// Runs around everything: answers with a kept page, or keeps the one that is made.
pub(crate) async fn answer(State(site): State<Site>, request: Request, next: Next) -> Response {
    let Some(asked) = Asked::of(&site, &request) else { return next.run(request).await };
    site.kept_pages.move_to(asked.moment);
    let started = Instant::now();
    let kept = site.kept_pages.pages.get(&asked);
    if let Some(page) = kept.filter(|page| site.now() < page.until) {
        let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str);
        tracing::info!(
            request_id = site.app.new_id(),
            method = %Method::GET,
            route,
            status = StatusCode::OK.as_u16(),
            milliseconds = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX),
            "answered from what is kept"
        );
        return page.into_response();
    }
    let mut response = next.run(request).await;
    let mark = response.extensions_mut().remove::<MayBeKept>();
    let Some(MayBeKept { until }) = mark.filter(|_| is_for_all(&response)) else {
        return response;
    };
    let (parts, body) = response.into_parts();
    let Ok(body) = to_bytes(body, usize::MAX).await else {
        return Fault::Internal("a page ended early".into()).into_response();
    };
    let page = Page { until, headers: parts.headers, body };
    if page.body.len() <= LONGEST_PAGE {
        site.kept_pages.pages.insert(asked, page.clone());
    }
    page.into_response()
}

/// Whether nothing in an answer is for its reader alone. Which municipality a browser shall remember follows
/// from the address and from the one that it remembers, by which the page is kept.
fn is_for_all(response: &Response) -> bool {
    let headers = response.headers();
    let is_checked = headers.get(header::CACHE_CONTROL).is_some_and(|kept| kept == "no-cache");
    let mut cookies = headers.get_all(header::SET_COOKIE).iter();
    response.status() == StatusCode::OK && is_checked && cookies.all(is_of_place)
}

impl Asked {
    /// What a request asks for; none of one whose answer is never kept: it changes something, or its
    /// reader keeps a list, which every page shows.
    fn of(site: &Site, request: &Request) -> Option<Self> {
        let headers = request.headers();
        let address = request.uri().path_and_query()?.as_str();
        let text = |name: HeaderName| match headers.get(name) {
            None => Some(None),
            Some(value) => Some(Some(value.to_str().ok()?.to_owned())),
        };
        let (host, encodings) = (text(header::HOST)?, text(header::ACCEPT_ENCODING)?);
        let length = |text: &Option<String>| text.as_ref().map_or(0, String::len);
        let is_long = address.len() + length(&host) + length(&encodings) > LONGEST_KEY;
        if request.method() != Method::GET || is_long || visit::has_list(headers) {
            return None;
        }
        Some(Self {
            moment: Moment {
                publication: site.app.publication(),
                staff_list: site.app.staff_list().revision(),
                borders: site.app.borders().revision(),
            },
            address: address.to_owned(),
            host,
            encodings,
            ease: Ease::of(headers),
            place: remembered(headers).map(|place| place.code),
        })
    }
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::from(self.body));
        *response.headers_mut() = self.headers;
        response
    }
}
