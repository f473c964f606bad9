//! The list of all addresses for search engines (sitemaps.org): an index, and parts that are written
//! while they are sent, some hundred services at a time.
//!
//! The protocol wants whole addresses; so there is no list where the site's own is not configured.

use std::fmt::Write as _;
use std::sync::{Arc, Mutex, PoisonError};

use app::App;
use app::catalogue::{Among, Dated, IdRange, Listing, dates, listing};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::Language;
use domain::catalogue::{EntityId, EntityKind};
use domain::reference::themes;
use futures_util::stream;
use tokio::sync::{Semaphore, SemaphorePermit};

use super::tag;
use super::xml::escape;
use crate::Site;
use crate::address::{Address, SearchAddress};
use crate::config::WebConfig;
use crate::fault::Fault;
use crate::view::text::finnish_date;

/// How many entities a part has: three addresses each, of which a part may have 50,000 and be 50 MB.
const PART: u32 = 10_000;
/// How many are read and written at a time.
const CHUNK: u32 = 500;
/// How many parts are written at once: who reads slowly keeps others from parts, and from nothing else.
static WRITERS: Semaphore = Semaphore::const_new(8);
const XML: &str = "application/xml; charset=utf-8";
const KINDS: [(EntityKind, &str); 2] =
    [(EntityKind::Service, "services"), (EntityKind::Organisation, "organisations")];
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset \
     xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
     xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
const END: &str = "</urlset>\n";

/// The catalogue as it was cut last. Cheap to clone; clones share it.
#[derive(Clone, Default)]
pub(crate) struct Cuts(Arc<Mutex<Option<Arc<Listing>>>>);

impl Cuts {
    /// The catalogue of a generation, cut.
    async fn get(&self, app: &App) -> Result<Arc<Listing>, Fault> {
        let generation = app.index().generation();
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(known) = known.filter(|known| known.generation == generation) {
            return Ok(known);
        }
        let kinds = KINDS.map(|(kind, _)| kind);
        let fresh = Arc::new(listing(app, &kinds, PART).await?);
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&fresh));
        Ok(fresh)
    }
}

/// `GET /sitemap.xml`: the parts.
pub(super) async fn index(State(site): State<Site>, headers: HeaderMap) -> Result<Response, Fault> {
    let base = site.config.site_address().ok_or(Fault::NotFound)?;
    let listing = site.cuts.get(&site.app).await?;
    let tag = tag::of_generation(&site.config, listing.generation);
    if tag::is_known(&headers, &tag) {
        return Ok(tag::unchanged(&tag));
    }
    let mut parts = vec!["pages".to_owned()];
    for (kind, stretches) in &listing.stretches {
        let name = KINDS.iter().find(|(one, _)| one == kind).map_or("", |(_, name)| name);
        parts.extend((1..=stretches.len()).map(|number| format!("{name}-{number}")));
    }
    let mut body = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex \
         xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for part in parts {
        // Writing to a String cannot fail.
        let _ = writeln!(body, "<sitemap><loc>{}/sitemap/{part}.xml</loc></sitemap>", escape(base));
    }
    body.push_str("</sitemapindex>\n");
    Ok(tag::marked(Body::from(body), XML, &tag))
}

/// `GET /sitemap/{part}`: `pages.xml`, `services-1.xml`, `organisations-1.xml` …
pub(super) async fn part(
    State(site): State<Site>,
    Path(part): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    let base = site.config.site_address().ok_or(Fault::NotFound)?.to_owned();
    let name = part.strip_suffix(".xml").ok_or(Fault::NotFound)?;
    let listing = site.cuts.get(&site.app).await?;
    let stretch = named(&listing, name);
    if stretch.is_none() && name != "pages" {
        return Err(Fault::NotFound);
    }
    let tag = tag::of_generation(&site.config, listing.generation);
    if tag::is_known(&headers, &tag) {
        return Ok(tag::unchanged(&tag));
    }
    let body = if let Some((kind, stretch)) = stretch {
        // It is written after the handler has given its turn back: it has one of its own to the end.
        let turn = WRITERS.try_acquire().map_err(|_| Fault::Busy)?;
        let writer = Writer {
            _turn: turn,
            app: site.app.clone(),
            languages: site.config.face.languages.clone(),
            base,
            kind,
            among: Among::new(&site.app, kind, site.county()),
            stretch,
            step: Step::Head,
        };
        Body::from_stream(stream::unfold(writer, Writer::next))
    } else {
        Body::from(pages(&base, &site.config))
    };
    Ok(tag::marked(body, XML, &tag))
}

/// The stretch that a part's name means.
fn named(listing: &Listing, name: &str) -> Option<(EntityKind, IdRange)> {
    let (kind, number) = name.rsplit_once('-')?;
    let (kind, _) = KINDS.iter().find(|(_, name)| *name == kind)?;
    let (_, stretches) = listing.stretches.iter().find(|(one, _)| one == kind)?;
    let place = number.parse::<usize>().ok()?.checked_sub(1)?;
    Some((*kind, stretches.get(place)?.clone()))
}

/// The pages that are there whatever the catalogue has.
fn pages(base: &str, config: &WebConfig) -> String {
    let theme = |theme| Address::Search(SearchAddress::default().with_theme(Some(theme)));
    let mut body = String::from(HEAD);
    let lasting = Address::LASTING.into_iter().filter(|address| config.serves(address));
    for address in lasting.chain(themes().iter().map(theme)) {
        write_page(&mut body, (base, &config.face.languages), &address, None);
    }
    body.push_str(END);
    body
}

/// One page in each language, each with the others beside it.
fn write_page(
    body: &mut String,
    (base, languages): (&str, &[Language]),
    address: &Address,
    changed: Option<&str>,
) {
    let mut alternates = String::new();
    let own = languages.iter().map(|language| (language.code(), address.path(*language)));
    let default = languages.first().map(|usual| ("x-default", address.default_path(*usual)));
    for (language, path) in own.chain(default) {
        // Writing to a String cannot fail.
        let _ = write!(
            alternates,
            "<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{}{}\"/>",
            escape(base),
            escape(&path)
        );
    }
    for language in languages.iter().copied() {
        let path = address.path(language);
        let _ = write!(body, "<url><loc>{}{}</loc>", escape(base), escape(&path));
        if let Some(changed) = changed {
            let _ = write!(body, "<lastmod>{changed}</lastmod>");
        }
        let _ = writeln!(body, "{alternates}</url>");
    }
}

/// What is written next.
enum Step {
    Head,
    After(Option<EntityId>),
    Done,
}

/// Writes a part piece by piece.
struct Writer {
    _turn: SemaphorePermit<'static>,
    app: App,
    base: String,
    languages: Vec<Language>,
    kind: EntityKind,
    among: Among,
    stretch: IdRange,
    step: Step,
}

impl Writer {
    /// The next piece, until there is none. Where the database fails, the answer is broken off: whoever
    /// reads it sees that it is not whole.
    async fn next(mut self) -> Option<(Result<String, std::io::Error>, Self)> {
        match std::mem::replace(&mut self.step, Step::Done) {
            Step::Head => {
                self.step = Step::After(self.stretch.after.clone());
                Some((Ok(HEAD.to_owned()), self))
            }
            Step::After(after) => match dates(&self.app, self.kind, after.as_ref(), CHUNK).await {
                Ok(page) => Some((Ok(self.page(&page)), self)),
                Err(error) => Some((Err(std::io::Error::other(error.to_string())), self)),
            },
            Step::Done => None,
        }
    }

    /// A page of entities, and the end after the last.
    fn page(&mut self, page: &[Dated]) -> String {
        let mut piece = String::with_capacity(page.len() * 2_048);
        let within: Vec<&Dated> =
            page.iter().take_while(|one| self.stretch.reaches(&one.id)).collect();
        for one in self.among.of(&self.app, &within) {
            let address = match self.kind {
                EntityKind::Organisation => Address::Organisation(one.id.clone(), 1),
                _ => Address::Service(one.id.clone()),
            };
            let changed = finnish_date(one.changed).to_string();
            let site = (self.base.as_str(), self.languages.as_slice());
            write_page(&mut piece, site, &address, Some(&changed));
        }
        if within.len() < CHUNK as usize {
            piece.push_str(END);
        } else {
            self.step = Step::After(page.last().map(|one| one.id.clone()));
        }
        piece
    }
}
