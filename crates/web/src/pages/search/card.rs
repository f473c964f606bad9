//! A service among the results of a search.

use std::borrow::Cow;

use app::catalogue::{FoundService, ServiceSummary};
use domain::catalogue::{Area, ChannelKind};

use crate::address::Address;
use crate::texts::Texts;
use crate::view::address::AddressLines;
use crate::view::area;
use crate::view::channel::is_visited;
use crate::view::contact::PhoneLink;
use crate::view::reason::why_found;
use crate::view::text::{Text, charge, other_language, version};

/// A service among the results.
pub(super) struct Card {
    pub(super) id: String,
    pub(super) href: String,
    pub(super) name: Text,
    /// That it is not described in the reader's language, in words.
    pub(super) described_in: Option<Cow<'static, str>>,
    pub(super) organisation: Option<Text>,
    pub(super) summary: Option<Text>,
    pub(super) price: Option<String>,
    pub(super) area: Option<String>,
    pub(super) place: Option<String>,
    pub(super) phone: Option<PhoneLink>,
    /// Why it was found, in words.
    pub(super) reasons: Vec<String>,
}

impl Card {
    pub(super) fn new(found: &FoundService, t: Texts) -> Self {
        let one = &found.summary;
        let service = &one.service;
        let own = service.text(|texts| texts.summary.as_ref());
        let shared = one
            .description
            .as_ref()
            .map(|description| description.text(|texts| texts.common.summary.as_ref()));
        let summary = Text::best(&own, t.0)
            .or_else(|| shared.as_ref().and_then(|shared| Text::best(shared, t.0)));
        let price = service.charge_with(one.description.as_ref());
        Self {
            id: service.id.to_string(),
            href: Address::Service(service.id.clone()).path(t.0),
            name: Text::best_or(&service.names(), t, "name-missing"),
            described_in: other_language(service, t.0)
                .and_then(|language| t.find("described-in", language.code())),
            organisation: Text::best(&one.organisation, t.0),
            summary,
            price: price.map(|price| charge(&price, t).into_owned()),
            area: service.area.as_ref().and_then(|area: &Area| area::short(area, t)),
            place: place(one, t),
            phone: phone(one, t),
            reasons: why_found(&found.reasons, t),
        }
    }
}

/// The first place to go to.
fn place(one: &ServiceSummary, t: Texts) -> Option<String> {
    let channels = one.channels.iter().map(|connected| &connected.channel);
    channels
        .filter(|channel| channel.kind == ChannelKind::ServiceLocation)
        .flat_map(|channel| &channel.addresses)
        .filter(|address| is_visited(address))
        .find_map(|address| AddressLines::new(address, t))
        .map(|lines| lines.one_line())
}

/// The first number to call: the connections' own before the channels'.
fn phone(one: &ServiceSummary, t: Texts) -> Option<PhoneLink> {
    let connected = one.channels.iter().filter_map(|one| {
        let (language, texts) =
            version(&one.connection.texts, t.0, |texts| !texts.contact.phones.is_empty())?;
        Some((language, texts.contact.phones.first()?))
    });
    let own = one.channels.iter().filter_map(|one| {
        let (language, texts) =
            version(&one.channel.texts, t.0, |texts| !texts.contact.phones.is_empty())?;
        Some((language, texts.contact.phones.first()?))
    });
    connected
        .chain(own)
        .map(|(language, phone)| PhoneLink::new(phone, language, t))
        .find(|phone| phone.href.is_some())
}
