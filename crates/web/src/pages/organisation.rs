//! An organisation: how to reach it, what it is, what it offers, what it is part of.

use app::catalogue::{Found, Named, OrganisationDetails};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::Localized;
use domain::catalogue::{EntityKind, OrganisationTexts};

use crate::address::{Address, SearchAddress};
use crate::fault::Fault;
use crate::found::preview::Preview;
use crate::found::structured;
use crate::frame::Frame;
use crate::language::Reader;
use crate::pages::entity_id;
use crate::view::address::AddressLines;
use crate::view::contact::Contacts;
use crate::view::leave::{Leave, unkept_if};
use crate::view::paging::{PAGE_SIZE, Paging};
use crate::view::text::{Rich, Text, date, finnish_date, version};
use crate::{Site, render};

/// A link to an entity by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EntityLink {
    pub(crate) name: Text,
    pub(crate) href: String,
}

/// An organisation's page.
#[derive(Template)]
#[template(path = "organisation.html")]
struct OrganisationPage {
    frame: Frame,
    /// The way out, where somebody may be in danger.
    leave: Option<Leave>,
    preview: Preview,
    /// The same as data, ready to stand in the page.
    structured: String,
    name: Text,
    kind: Option<String>,
    summary: Option<Text>,
    description: Option<Rich>,
    contacts: Option<Contacts>,
    addresses: Vec<AddressLines>,
    parent: Option<EntityLink>,
    sub_organisations: Vec<EntityLink>,
    services: Vec<EntityLink>,
    total: usize,
    paging: Paging,
    business_id: Option<String>,
    changed: Option<String>,
    id: String,
}

/// `GET /fi/organisaatio/{id}`.
pub(crate) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    Path(id): Path<String>,
    Query(parameters): Query<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let (id, page) = (entity_id(&id)?, SearchAddress::read(&parameters).page);
    let offset = (page - 1) * PAGE_SIZE;
    match app::catalogue::organisation(&site.app, &id, language, offset, PAGE_SIZE).await? {
        Found::Offered(details) => {
            let frame = site.frame(language).around(Address::Organisation(id, page));
            let is_needed = details.is_discreet;
            let leave = Leave::if_needed(is_needed, &site.config.leave, language);
            let page = OrganisationPage { leave, ..OrganisationPage::new(frame, &details, page) };
            Ok(unkept_if(is_needed, render(&page)))
        }
        Found::Gone(names) => Err(Fault::Gone(EntityKind::Organisation, names)),
    }
}

impl EntityLink {
    pub(crate) fn new(named: &Named, kind: EntityKind, frame: &Frame) -> Self {
        let id = named.id.clone();
        let address = match kind {
            EntityKind::Organisation => Address::Organisation(id, 1),
            EntityKind::Channel => Address::Channel(id),
            _ => Address::Service(id),
        };
        Self {
            name: Text::best_or(&named.names, frame.t, "name-missing"),
            href: address.path(frame.language),
        }
    }
}

impl OrganisationPage {
    fn new(frame: Frame, details: &OrganisationDetails, page: usize) -> Self {
        let (t, reader) = (frame.t, frame.language);
        let organisation = &details.organisation;
        let text = |pick: fn(&OrganisationTexts) -> &Option<String>| -> Localized {
            let picked = organisation.texts.iter();
            picked.filter_map(|(language, texts)| Some((*language, pick(texts).clone()?))).collect()
        };
        let contact = version(&organisation.texts, reader, |texts| !texts.contact.is_empty());
        let link = |one: &Named, kind| EntityLink::new(one, kind, &frame);
        let name = Text::best_or(&organisation.names(), t, "name-missing");
        let summary = Text::best(&text(|texts| &texts.summary), reader);
        Self {
            leave: None,
            preview: Preview::new(&frame, &name.value).summed_up(summary.as_ref()),
            structured: structured::block(&structured::organisation(details, &frame)),
            name,
            kind: t
                .find("organisation", organisation.kind.code())
                .map(std::borrow::Cow::into_owned),
            summary,
            description: Rich::best(&text(|texts| &texts.description), reader),
            contacts: contact.map(|(language, texts)| Contacts::new(&texts.contact, language, t)),
            addresses: organisation
                .addresses
                .iter()
                .filter_map(|address| AddressLines::new(address, t))
                .collect(),
            parent: details.parent.as_ref().map(|one| link(one, EntityKind::Organisation)),
            sub_organisations: details
                .parts
                .iter()
                .map(|one| link(one, EntityKind::Organisation))
                .collect(),
            services: details.services.iter().map(|one| link(one, EntityKind::Service)).collect(),
            total: details.total,
            paging: Paging::new(details.total, PAGE_SIZE, page, |page| {
                Address::Organisation(organisation.id.clone(), page).path(reader)
            }),
            business_id: organisation.business_id.clone(),
            changed: organisation.modified.map(|instant| date(finnish_date(instant), reader)),
            id: organisation.id.to_string(),
            frame,
        }
    }
}
