//! A service: what to do next, what it is, for whom, where, and where it is said.

mod facts;
mod texts;

use app::catalogue::{
    ConnectedChannel, Found, RelatedLink, RelatedSearch, ServiceDetails, related_links,
};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use domain::Language;
use domain::catalogue::{ChannelKind, EntityKind};
use jiff::civil::{Date, DateTime};

use crate::address::Address;
use crate::face::Module;
use crate::fault::Fault;
use crate::found::preview::Preview;
use crate::found::structured;
use crate::frame::{Frame, own_name};
use crate::language::Reader;
use crate::pages::entity_id;
use crate::texts::Texts;
use crate::view::channel::ChannelCard;
use crate::view::contact::{OutLink, PhoneLink};
use crate::view::leave::{Leave, unkept_if};
use crate::view::map::PlaceMap;
use crate::view::reason::why_related;
use crate::view::text::{Rich, Text, date, finnish_date, other_language};
use crate::{Site, render};
use facts::Fact;
use texts::{Section, ServiceText};

/// How many phones, links and places the next step names.
const WAYS_SHOWN: usize = 3;
/// How many related services are shown.
const RELATED_SHOWN: usize = 4;

/// A service's page.
#[derive(Template)]
#[template(path = "service.html")]
struct ServicePage {
    frame: Frame,
    preview: Preview,
    /// The same as data, ready to stand in the page.
    structured: String,
    /// The way out, where somebody may need one.
    leave: Option<Leave>,
    name: Text,
    alternative_name: Option<Text>,
    organisation: Option<(Text, String)>,
    /// The language that the description is in, where it is not the reader's.
    other_language: Option<&'static str>,
    summary: Option<Text>,
    next: NextStep,
    sections: Vec<Section>,
    places: Vec<ChannelCard>,
    /// Where the places are, numbered in their order.
    map: Option<PlaceMap>,
    ways: Vec<ChannelCard>,
    has_more_channels: bool,
    facts: Vec<Fact>,
    legislation: Vec<OutLink>,
    voucher: Option<Rich>,
    voucher_links: Vec<OutLink>,
    related: Vec<RelatedLine>,
    /// The other languages that it is described in.
    languages: Vec<&'static str>,
    changed: Option<String>,
    /// When the provider said that it is right as it is.
    confirmed: Option<String>,
    id: String,
    /// Where one tells of it.
    feedback: Option<String>,
}

/// What to do now.
pub(crate) struct NextStep {
    pub(crate) instructions: Option<Rich>,
    pub(crate) phones: Vec<(Text, PhoneLink)>,
    pub(crate) links: Vec<OutLink>,
    /// Places with the link to their card, address and today's hours.
    pub(crate) places: Vec<PlaceLine>,
}

/// A place on one line.
pub(crate) struct PlaceLine {
    pub(crate) name: Text,
    pub(crate) anchor: String,
    pub(crate) address: Option<String>,
    pub(crate) today: Option<String>,
    /// Whether it is open now, and until when, or when it opens.
    pub(crate) opening: Option<String>,
}

/// What a service is, in a sentence, for lists.
pub(crate) fn summary(details: &ServiceDetails, t: Texts) -> Option<Text> {
    ServiceText::new(details, t.0).plain(|texts| texts.summary.as_ref())
}

/// What to do, as the service says it, without marks.
pub(crate) fn instructions(details: &ServiceDetails, t: Texts) -> Option<Text> {
    ServiceText::new(details, t.0).plain(|texts| texts.user_instructions.as_ref())
}

/// A service that goes with this one, with the reason.
struct RelatedLine {
    href: String,
    name: Text,
    organisation: Option<Text>,
    reason: String,
}

/// `GET /fi/palvelu/{id}`.
pub(crate) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    let id = entity_id(&id)?;
    match app::catalogue::service(&site.app, &id).await? {
        Found::Offered(details) => {
            let (county, limit) = (site.county(), RELATED_SHOWN);
            let search = RelatedSearch { id: &id, language, county, limit };
            let related = related_links(&site.app, &search).await?;
            let frame = site.frame(language).around(Address::Service(id));
            let is_discreet = details.is_discreet();
            let leave = Leave::if_needed(is_discreet, &site.config.leave, language);
            let confirmed = app::provider::confirmed(&site.app, &details.service.id).await?;
            let confirmed = confirmed.map(|at| date(finnish_date(at), language));
            let borders = site.app.borders();
            let map = site
                .has(Module::Map)
                .then(|| PlaceMap::of_service(&details.channels, site.ground(&borders), frame.t))
                .flatten();
            let page = ServicePage::new(frame, &details, &related, site.now());
            let page = ServicePage { leave, map, confirmed, ..page };
            Ok(unkept_if(is_discreet, render(&page)))
        }
        Found::Gone(names) => Err(Fault::Gone(EntityKind::Service, names)),
    }
}

impl ServicePage {
    fn new(frame: Frame, details: &ServiceDetails, related: &[RelatedLink], now: DateTime) -> Self {
        let (t, reader, today) = (frame.t, frame.language, now.date());
        let service = &details.service;
        let texts = ServiceText::new(details, reader);
        let card = |one: &ConnectedChannel| {
            let ConnectedChannel { connection, channel } = one;
            ChannelCard::connected(one, today, t).at(channel, Some(connection), now, t)
        };
        let cards: Vec<ChannelCard> = details.channels.iter().map(card).collect();
        let next = NextStep::new(&texts, &cards);
        let (places, ways) = cards.into_iter().partition(ChannelCard::is_place);
        let (voucher, voucher_links) = texts.voucher();
        let name = Text::best_or(&service.names(), t, "name-missing");
        let summary = texts.plain(|texts| texts.summary.as_ref());
        Self {
            preview: Preview::new(&frame, &name.value).summed_up(summary.as_ref()),
            leave: None,
            structured: structured::block(&structured::service(details, &frame, today)),
            name,
            alternative_name: texts.plain(|texts| texts.alternative_name.as_ref()),
            organisation: service.organisation.as_ref().and_then(|id| {
                let name = Text::best(details.organisations.get(id)?, reader)?;
                Some((name, Address::Organisation(id.clone(), 1).path(reader)))
            }),
            other_language: other_language(&service.names(), reader).map(Language::code),
            summary,
            next,
            sections: texts.sections(t),
            places,
            map: None,
            ways,
            has_more_channels: details.has_more_channels,
            facts: facts::of(details, t),
            legislation: texts.legislation(),
            voucher,
            voucher_links,
            related: related.iter().map(|one| RelatedLine::new(one, t)).collect(),
            languages: described_in(details, reader),
            confirmed: None,
            changed: service.modified.map(|instant| date(finnish_date(instant), reader)),
            id: service.id.to_string(),
            feedback: frame
                .has(Module::Feedback)
                .then(|| Address::Feedback(Some(service.id.clone())).path(reader)),
            frame,
        }
    }
}

/// The languages that a description has, other than the reader's.
fn described_in(details: &ServiceDetails, reader: Language) -> Vec<&'static str> {
    let languages = details.service.texts.keys().copied();
    languages.filter(|language| *language != reader).map(own_name).collect()
}

impl NextStep {
    /// The next step of a service, for lists.
    pub(crate) fn of(details: &ServiceDetails, today: Date, t: Texts) -> Self {
        let channels = details.channels.iter();
        let cards: Vec<ChannelCard> =
            channels.map(|one| ChannelCard::connected(one, today, t)).collect();
        Self::new(&ServiceText::new(details, t.0), &cards)
    }

    fn new(texts: &ServiceText<'_>, cards: &[ChannelCard]) -> Self {
        let phones = cards.iter().flat_map(|card| {
            let numbers = card.contacts.iter().flat_map(|contacts| &contacts.phones);
            numbers
                .filter(|phone| phone.href.is_some())
                .map(|phone| (card.name.clone(), phone.clone()))
        });
        let mut calls: Vec<(Text, PhoneLink)> = Vec::new();
        for call in phones {
            if calls.iter().all(|(_, known)| known.href != call.1.href) {
                calls.push(call);
            }
        }
        calls.truncate(WAYS_SHOWN);
        let online = cards
            .iter()
            .filter(|card| matches!(card.kind, ChannelKind::EService | ChannelKind::PrintableForm));
        let places = cards.iter().filter(|card| card.is_place());
        Self {
            instructions: texts.rich(|texts| texts.user_instructions.as_ref()),
            phones: calls,
            links: online.flat_map(|card| card.targets.clone()).take(WAYS_SHOWN).collect(),
            places: places.take(WAYS_SHOWN).map(PlaceLine::new).collect(),
        }
    }

    fn is_empty(&self) -> bool {
        self.instructions.is_none()
            && self.phones.is_empty()
            && self.links.is_empty()
            && self.places.is_empty()
    }
}

impl PlaceLine {
    fn new(card: &ChannelCard) -> Self {
        Self {
            name: card.name.clone(),
            anchor: card.anchor.clone(),
            address: card.visiting_address(),
            today: card.hours.today().map(str::to_owned),
            opening: card.hours.now.clone(),
        }
    }
}

impl RelatedLine {
    fn new(one: &RelatedLink, t: Texts) -> Self {
        Self {
            href: Address::Service(one.service.id.clone()).path(t.0),
            name: Text::best_or(&one.service.names, t, "name-missing"),
            organisation: Text::best(&one.organisation, t.0),
            reason: why_related(&one.reason, t),
        }
    }
}
