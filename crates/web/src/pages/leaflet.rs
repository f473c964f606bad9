//! A list on paper, as a PDF in large print: the visitor's own, or a shared one, in the language of its address.

mod content;

use std::sync::LazyLock;
use std::time::Duration;

use app::catalogue::ListedService;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::Language;
use domain::catalogue::EntityId;
use paper::{Fonts, Leaflet, LeafletError};
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::Site;
use crate::address::Word;
use crate::fault::Fault;
use crate::language::Reader;
use crate::pages::my_list::give::{there, to_list};
use crate::pages::shared_list::private;
use crate::view::leave::unkept_if;
use crate::visit;
use content::Source;

/// So many are made at once, by all sites of the process; the others wait.
const AT_ONCE: usize = 2;
static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);
/// How many may wait for that.
static PLACES: Semaphore = Semaphore::const_new(8);
/// How long they wait before they are told to come again.
const PATIENCE: Duration = Duration::from_secs(2);

static FONTS: LazyLock<Result<Fonts, LeafletError>> = LazyLock::new(|| {
    let (regular, bold): (&[u8], &[u8]) = include!(concat!(env!("OUT_DIR"), "/paper_fonts.rs"));
    Fonts::new(regular, bold)
});

/// `GET /fi/oma-lista/lista.pdf`. Of an empty list there is nothing to print: its page says how to begin.
pub(crate) async fn own(
    State(site): State<Site>,
    Reader(language): Reader,
) -> Result<Response, Fault> {
    let ids = visit::current().kept.list.ids().to_vec();
    if ids.is_empty() {
        return Ok(to_list(Reader(language)).await.into_response());
    }
    answer(&site, &ids, language, |_| None).await
}

/// `GET /sv/l/{code}/lista.pdf`.
pub(crate) async fn shared(
    State(site): State<Site>,
    Reader(language): Reader,
    Path(code): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    let list = there(&site, &code).await?;
    let ids = list.services.ids().to_vec();
    answer(&site, &ids, language, |site| Some((list, site.origin(&headers)))).await
}

async fn answer(
    site: &Site,
    ids: &[EntityId],
    language: Language,
    shared: impl FnOnce(&Site) -> Option<(domain::shared_list::SharedList, String)>,
) -> Result<Response, Fault> {
    let turn = turn(PATIENCE).await?;
    let services = app::catalogue::services(&site.app, ids).await?;
    let is_discreet = services.iter().any(ListedService::is_discreet);
    let frame = site.frame(language);
    let source = Source {
        site: frame.site_name.clone(),
        services: &services,
        shared: shared(site),
        today: site.today(),
    };
    let bytes = made(source.leaflet(frame.t), turn).await?;
    let page = file(bytes, language);
    Ok(unkept_if(is_discreet, page))
}

/// A turn to make one. Few wait for it: each keeps a turn of the site's, which others need meanwhile.
async fn turn(patience: Duration) -> Result<SemaphorePermit<'static>, Fault> {
    let _place = PLACES.try_acquire().map_err(|_| Fault::Busy)?;
    match tokio::time::timeout(patience, TURNS.acquire()).await {
        Ok(Ok(turn)) => Ok(turn),
        _ => Err(Fault::Busy),
    }
}

/// The PDF, made where no other request waits for it. The turn ends with the work, also when whoever asked has left.
async fn made(leaflet: Leaflet, turn: SemaphorePermit<'static>) -> Result<Vec<u8>, Fault> {
    let work = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        let fonts = FONTS.as_ref().map_err(|error| Fault::Internal(error.to_string()))?;
        paper::pdf(&leaflet, fonts).map_err(|error| match error {
            LeafletError::TooLong(_) => Fault::LongList,
            other => Fault::Internal(other.to_string()),
        })
    });
    work.await.map_err(|error| Fault::Internal(error.to_string()))?
}

fn file(bytes: Vec<u8>, language: Language) -> Response {
    let mut response = private(Response::new(Body::from(bytes)));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    let name = format!("attachment; filename=\"{}\"", Word::Leaflet.of(language));
    headers
        .extend(HeaderValue::from_str(&name).ok().map(|name| (header::CONTENT_DISPOSITION, name)));
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex"));
    response
}

#[cfg(test)]
mod tests;
