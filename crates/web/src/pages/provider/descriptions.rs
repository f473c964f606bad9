//! A provider's services as the public sees them, each with one press to say that it is right.

use app::catalogue::Found;
use app::provider::{Confirmed, Description, confirm, descriptions, take_back};
use askama::Template;
use axum::extract::{Form, Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::{let_in, secret};
use crate::address::{Address, ProviderAddress, SearchAddress};
use crate::fault::Fault;
use crate::frame::Frame;
use crate::language::Reader;
use crate::pages::entity_id;
use crate::pages::service::summary;
use crate::texts::Texts;
use crate::view::form::Sent;
use crate::view::paging::{PAGE_SIZE, Paging};
use crate::view::text::{Text, date, finnish_date};
use crate::{Site, render};

/// The parameter that says that a description changed while it was looked at.
const CHANGED: &str = "changed";

/// The page.
#[derive(Template)]
#[template(path = "provider/descriptions.html")]
struct DescriptionsPage {
    frame: Frame,
    name: Text,
    back: String,
    services: Vec<Card>,
    total: usize,
    paging: Paging,
    /// The generation of the catalogue that the page shows.
    generation: i64,
    /// Whether what was confirmed had changed meanwhile.
    has_changed: bool,
}

/// A service.
struct Card {
    id: String,
    name: Text,
    href: String,
    summary: Option<Text>,
    changed: Option<String>,
    findings: String,
    confirmed: Option<String>,
}

/// `GET /fi/toimija/{key}/kuvaukset`.
pub(super) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    Path(key): Path<String>,
    Query(parameters): Query<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let (provider, key) = let_in(&site, &key).await?;
    let page = SearchAddress::read(&parameters).page;
    let has_changed = parameters.iter().any(|(name, _)| name == CHANGED);
    let offset = (page - 1) * PAGE_SIZE;
    let found = match descriptions(&site.app, &provider, (offset, PAGE_SIZE)).await {
        Err(app::Error::NotFound) => return Err(Fault::NoProviderLink),
        found => found?,
    };
    let at = |page| ProviderAddress::Descriptions(key.clone(), page);
    let frame = site.frame(language).around(Address::Provider(at(page)));
    let t = frame.t;
    Ok(secret(render(&DescriptionsPage {
        name: Text::best_or(&found.names, t, "name-missing"),
        back: ProviderAddress::View(key.clone(), 1).path(language),
        services: found.services.iter().filter_map(|one| Card::new(one, t)).collect(),
        total: found.total,
        paging: Paging::new(found.total, PAGE_SIZE, page, |page| at(page).path(language)),
        generation: found.generation,
        has_changed,
        frame,
    })))
}

/// `POST /fi/toimija/{key}/kuvaukset`: confirms a service, or takes that back.
pub(super) async fn take(
    State(site): State<Site>,
    Reader(language): Reader,
    Path(key): Path<String>,
    Query(parameters): Query<Vec<(String, String)>>,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let (provider, key) = let_in(&site, &key).await?;
    let sent = Sent(sent);
    let page = SearchAddress::read(&parameters).page;
    let mut back = ProviderAddress::Descriptions(key, page).path(language);
    if sent.has("take-back") {
        let service = entity_id(sent.field("take-back"))?;
        take_back(&site.app, &provider, &service).await?;
        back = format!("{back}#s-{service}");
    } else {
        let service = entity_id(sent.field("confirm"))?;
        let seen = sent.field("generation").parse().unwrap_or(0);
        back = match confirm(&site.app, &provider, &service, seen).await? {
            Confirmed::Done => format!("{back}#s-{service}"),
            Confirmed::Changed => {
                let joint = if back.contains('?') { '&' } else { '?' };
                format!("{back}{joint}{CHANGED}=1")
            }
        };
    }
    Ok(secret(Redirect::to(&back).into_response()))
}

impl Card {
    fn new(one: &Description, t: Texts) -> Option<Self> {
        let Some(Found::Offered(details)) = &one.listed.found else { return None };
        let service = &details.service;
        Some(Self {
            id: service.id.to_string(),
            name: Text::best_or(&service.names(), t, "name-missing"),
            href: Address::Service(service.id.clone()).path(t.0),
            summary: summary(details, t),
            changed: service.modified.map(|at| date(finnish_date(at), t.0)),
            findings: t.count("findings-count", one.findings).into_owned(),
            confirmed: one.confirmed.map(|at| date(finnish_date(at), t.0)),
        })
    }
}
