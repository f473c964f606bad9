//! Atom feeds (RFC 4287) of new and changed services: of everything, of a theme, of a municipality, of
//! both. Written here: of Atom's vocabulary a feed needs a dozen elements, and the libraries bring a
//! second clock with them.
//!
//! Ids hang on what is meant and on nothing else: not on the site's address, not on its name.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use app::catalogue::{RecentService, Search, lately_changed};
use askama::Template;
use axum::body::Body;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::Language;
use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::tag;
use super::xml::escape;
use crate::Site;
use crate::address::{Address, FeedAddress};
use crate::fault::Fault;
use crate::language::Reader;
use crate::texts::Texts;
use crate::view::text::Text;

/// How many services a feed has.
const ENTRIES: usize = 50;
/// How many answers are kept; each holds whole services, some hundred kilobytes. When there are more, all
/// are forgotten: what is asked for often is soon back.
const KEPT: usize = 64;
const ATOM: &str = "application/atom+xml; charset=utf-8";

type Services = Arc<Vec<RecentService>>;
type OfGeneration = (i64, BTreeMap<(Option<&'static str>, Option<&'static str>), Services>);

/// What was found for the feeds of the last generation. Cheap to clone; clones share it.
#[derive(Clone, Default)]
pub(crate) struct KeptFeeds(Arc<Mutex<OfGeneration>>);

impl KeptFeeds {
    /// What changed last of what a feed is about, and the generation in which.
    async fn get(&self, site: &Site, feed: &FeedAddress) -> Result<(i64, Services), Fault> {
        let generation = site.app.index().generation();
        let key = (feed.theme.map(|theme| theme.id), feed.municipality.map(|place| place.code));
        {
            let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            if kept.0 != generation || kept.1.len() >= KEPT {
                *kept = (generation, BTreeMap::new());
            }
            if let Some(services) = kept.1.get(&key) {
                return Ok((generation, Arc::clone(services)));
            }
        }
        let search = Search {
            theme: feed.theme,
            municipality: feed.municipality.map(|place| place.code),
            county: site.county(),
            ..Search::default()
        };
        let fresh = lately_changed(&site.app, &search, ENTRIES).await?;
        let fresh = Arc::new(fresh);
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.0 == generation {
            kept.1.insert(key, Arc::clone(&fresh));
        }
        Ok((generation, fresh))
    }
}

/// A feed, with everything escaped for XML.
#[derive(Template)]
#[template(path = "feed.xml", escape = "none")]
struct Feed<'a> {
    language: &'static str,
    id: String,
    title: String,
    subtitle: String,
    site_name: String,
    own_address: String,
    /// The page with the same services.
    page: String,
    icon: String,
    updated: Timestamp,
    entries: Vec<Entry<'a>>,
}

/// A service.
struct Entry<'a> {
    id: String,
    title: Escaped,
    page: String,
    published: &'a Timestamp,
    updated: &'a Timestamp,
    author: Option<Escaped>,
    summary: Option<Escaped>,
}

/// A text, escaped, with its language where it is not the feed's.
struct Escaped {
    lang: Option<&'static str>,
    value: String,
}

/// `GET /fi/syotteet/uudet`.
pub(super) async fn feed(
    State(site): State<Site>,
    Reader(language): Reader,
    Query(parameters): Query<Vec<(String, String)>>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    let address = FeedAddress::read(&parameters);
    let (generation, services) = site.kept_feeds.get(&site, &address).await?;
    let tag = tag::of_generation(&site.config, generation);
    if tag::is_known(&headers, &tag) {
        return Ok(tag::unchanged(&tag));
    }
    let written = Feed::new(&site, &address, &services, language)
        .render()
        .map_err(|error| Fault::Internal(error.to_string()))?;
    Ok(tag::marked(Body::from(written), ATOM, &tag))
}

impl<'a> Feed<'a> {
    fn new(
        site: &Site,
        address: &FeedAddress,
        services: &'a [RecentService],
        language: Language,
    ) -> Self {
        let t = Texts(language);
        let base = site.config.site_address().unwrap_or_default();
        let absolute = |path: String| escape(&format!("{base}{path}")).into_owned();
        let entries = services.iter().map(|one| {
            let page = absolute(Address::Service(one.service.id.clone()).path(language));
            Entry::new(one, page, t)
        });
        // Of a feed without services nothing was ever changed.
        let updated = services.first().map_or(Timestamp::UNIX_EPOCH, |newest| newest.changed);
        Self {
            language: language.code(),
            id: id(&[
                "feed",
                language.code(),
                address.theme_id(),
                address.municipality_code(),
                site.county().unwrap_or_default(),
            ]),
            title: escape(&title(address, t)).into_owned(),
            subtitle: escape(&t.get("feed-subtitle")).into_owned(),
            site_name: escape(site.config.face.name(language)).into_owned(),
            own_address: absolute(address.path(language)),
            page: absolute(Address::Search(address.search()).path(language)),
            icon: absolute(crate::assets::path("icon.svg").to_owned()),
            updated,
            entries: entries.collect(),
        }
    }
}

/// What a feed is called.
pub(crate) fn title(address: &FeedAddress, t: Texts) -> String {
    match (address.theme, address.municipality) {
        (None, None) => t.get("feed-title").into_owned(),
        (Some(theme), None) => t.name("feed-title-of", theme.name(t.0)).into_owned(),
        (None, Some(place)) => t.name("feed-title-of", place.name(t.0)).into_owned(),
        (Some(theme), Some(place)) => {
            let both = format!("{}, {}", theme.name(t.0), place.name(t.0));
            t.name("feed-title-of", both).into_owned()
        }
    }
}

impl<'a> Entry<'a> {
    fn new(one: &'a RecentService, page: String, t: Texts) -> Self {
        let service = &one.service;
        Self {
            id: id(&["service", t.0.code(), service.id.as_str()]),
            title: Escaped::new(&Text::best_or(&service.names(), t, "name-missing")),
            page,
            published: &one.first_seen,
            updated: &one.changed,
            author: Text::best(&one.organisation, t.0).as_ref().map(Escaped::new),
            summary: Text::best(&service.text(|texts| texts.summary.as_ref()), t.0)
                .as_ref()
                .map(Escaped::new),
        }
    }
}

impl Escaped {
    fn new(text: &Text) -> Self {
        Self { lang: text.lang, value: escape(&text.value).into_owned() }
    }
}

/// A lasting id: a UUID of version 8 (RFC 9562), made of a hash of what is meant.
fn id(parts: &[&str]) -> String {
    let mut hash = Sha256::new_with_prefix("tarjotin feeds");
    for part in parts {
        hash.update([0]);
        hash.update(part);
    }
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash.finalize()[..16]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex = format!("{:032x}", u128::from_be_bytes(bytes));
    let pieces = [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]];
    format!("urn:uuid:{}", pieces.join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_a_uuid_that_hangs_on_every_part_and_stays() {
        let one = id(&["service", "fi", "a"]);
        assert_eq!(one, id(&["service", "fi", "a"]));
        assert_ne!(one, id(&["service", "sv", "a"]));
        assert_ne!(one, id(&["service", "fia", ""]));
        let uuid = one.strip_prefix("urn:uuid:").unwrap();
        let lengths: Vec<usize> = uuid.split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12]);
        assert!(uuid.split('-').nth(2).unwrap().starts_with('8'), "version 8");
        // Readers of feeds know entries by this: another result would bring all of them anew.
        assert_eq!(one, "urn:uuid:d0bd2f7d-3e1b-8e5d-9185-7f8543826aff");
    }
}
