//! The provider's own view, behind a key in the address: what is to be mended, the descriptions, and the digests.

mod descriptions;
mod unsubscribe;
mod view;

use std::collections::HashMap;

use app::provider::{Provider, ProviderAddresses, open};
use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::Response;
use axum::routing::{get, post};
use domain::Language;
use domain::provider_link::ProviderKey;

use crate::Site;
use crate::address::ProviderAddress;
use crate::config::WebConfig;
use crate::face::Face;
use crate::fault::Fault;
use crate::guard::ONLY_TO_US;

pub(crate) use view::{RhythmChoice, email_field, refusal_text, rhythms};

/// The pages of a language, whose forms come from our own pages.
pub(super) fn routes(language: Language) -> Router<Site> {
    let [view, descriptions, digest, _, _] = ProviderAddress::routes(language);
    Router::new()
        .route(&view, get(view::page))
        .route(&descriptions, get(descriptions::page).post(descriptions::take))
        .route(&digest, post(view::take_digest))
}

/// Where digests are ended: by a press on the page, and by the request that a mail program sends by itself, which comes
/// from no page of ours (RFC 8058). Whoever has the key can do nothing else with it.
pub(crate) fn one_press(face: &Face) -> Router<Site> {
    face.languages.iter().fold(Router::new(), |router, language| {
        let [_, _, _, path, _] = ProviderAddress::routes(*language);
        router.route(&path, get(unsubscribe::page).post(unsubscribe::take))
    })
}

/// A page whose address is a secret: no site is told it, nobody keeps it, and no search engine finds it.
pub(crate) fn secret(mut page: Response) -> Response {
    let headers = page.headers_mut();
    headers.insert(header::REFERRER_POLICY, ONLY_TO_US);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex"));
    page
}

/// Whoever came with the key of an address, and the key.
async fn let_in(site: &Site, key: &str) -> Result<(Provider, ProviderKey), Fault> {
    let key = ProviderKey::read(key).ok_or(Fault::NoProviderLink)?;
    let provider = open(&site.app, site.county(), &key).await?;
    Ok((provider.ok_or(Fault::NoProviderLink)?, key))
}

/// Where the pages of each county's site are, for the digests.
#[derive(Debug, Clone)]
pub struct ProviderPages {
    /// The sites' addresses and languages, the usual one first, by the county's code.
    sites: HashMap<Option<&'static str>, (String, Vec<Language>)>,
}

impl ProviderPages {
    /// Of the sites that are served.
    #[must_use]
    pub fn new(sites: &[WebConfig]) -> Self {
        let known = |site: &WebConfig| {
            let county = site.face.county.map(|county| county.code);
            Some((county, (site.site_address()?.to_owned(), site.face.languages.clone())))
        };
        Self { sites: sites.iter().rev().filter_map(known).collect() }
    }

    /// A page's whole address in a language, or in the site's usual one where it does not speak that.
    fn at(
        &self,
        county: Option<&str>,
        language: Language,
        page: &ProviderAddress,
    ) -> Option<String> {
        let (origin, languages) = self.sites.iter().find(|(own, _)| **own == county)?.1;
        let is_spoken = languages.contains(&language);
        let language = if is_spoken { language } else { *languages.first()? };
        Some(format!("{origin}{}", page.path(language)))
    }
}

impl ProviderAddresses for ProviderPages {
    fn view(&self, county: Option<&str>, language: Language, key: &ProviderKey) -> Option<String> {
        self.at(county, language, &ProviderAddress::View(key.clone(), 1))
    }

    fn unsubscribe(
        &self,
        county: Option<&str>,
        language: Language,
        key: &ProviderKey,
    ) -> Option<String> {
        self.at(county, language, &ProviderAddress::Unsubscribe(key.clone()))
    }
}
