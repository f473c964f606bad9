//! A service among the results of a search.

use std::borrow::Cow;

use app::catalogue::{ConnectedChannel, FoundService, ServiceSummary};
use domain::catalogue::{Area, ChannelKind, ServiceHours};
use domain::reference::target_group;
use jiff::civil::DateTime;

use crate::address::Address;
use crate::texts::Texts;
use crate::view::address::AddressLines;
use crate::view::area;
use crate::view::channel::is_visited;
use crate::view::contact::PhoneLink;
use crate::view::opening::Opening;
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
    /// For which groups of residents it is meant; none where it is for everybody.
    pub(super) groups: Option<String>,
    pub(super) price: Option<String>,
    pub(super) area: Option<String>,
    pub(super) place: Option<String>,
    /// How far its nearest place is, where the results are ordered by it.
    pub(super) distance: Option<String>,
    /// Whether the place, or else the phone, is open, or when it opens.
    pub(super) opening: Option<String>,
    pub(super) phone: Option<PhoneLink>,
    /// Why it was found, in words.
    pub(super) reasons: Vec<String>,
}

impl Card {
    pub(super) fn new(found: &FoundService, now: DateTime, t: Texts) -> Self {
        let one = &found.summary;
        let service = &one.service;
        let own = service.text(|texts| texts.summary.as_ref());
        let shared = one
            .description
            .as_ref()
            .map(|description| description.text(|texts| texts.common.summary.as_ref()));
        let summary = Text::best(&own, t.0)
            .or_else(|| shared.as_ref().and_then(|shared| Text::best(shared, t.0)));
        let price = service.charge_with(one.description.as_deref());
        Self {
            id: service.id.to_string(),
            href: Address::Service(service.id.clone()).path(t.0),
            name: Text::best_or(&service.names(), t, "name-missing"),
            described_in: other_language(service, t.0)
                .and_then(|language| t.find("described-in", language.code())),
            organisation: Text::best(&one.organisation, t.0),
            summary,
            groups: groups(one, t),
            price: price.map(|price| charge(&price, t).into_owned()),
            area: service.area.as_ref().and_then(|area: &Area| area::short(area, t)),
            place: place(one, t),
            distance: None,
            opening: opening(one, now, t),
            phone: phone(one, t),
            reasons: why_found(&found.reasons, t),
        }
    }
}

/// The groups of residents that it names, its own or its general description's.
fn groups(one: &ServiceSummary, t: Texts) -> Option<String> {
    let codes = one.service.classification_with(one.description.as_deref()).target_groups;
    let groups = codes.iter().filter_map(|code| target_group(code));
    let of_residents = groups.filter(|group| group.parent == Some("KR1"));
    let names: Vec<&str> = of_residents.map(|group| group.name(t.0)).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// The first place to go to, on one line.
fn place(one: &ServiceSummary, t: Texts) -> Option<String> {
    one.channels.iter().find_map(|channel| address_of(channel, t))
}

/// Where a channel that is a place is to be found.
fn address_of(one: &ConnectedChannel, t: Texts) -> Option<String> {
    let channel = Some(&one.channel).filter(|it| it.kind == ChannelKind::ServiceLocation)?;
    let visited = channel.addresses.iter().filter(|address| is_visited(address));
    let mut lines = visited.filter_map(|address| AddressLines::new(address, t));
    lines.next().map(|lines| lines.one_line())
}

/// Whether the place that is shown is open, or when it opens; of the phone where there is no place.
fn opening(one: &ServiceSummary, now: DateTime, t: Texts) -> Option<String> {
    let place = one.channels.iter().find(|channel| address_of(channel, t).is_some());
    let is_phone = |one: &&ConnectedChannel| one.channel.kind == ChannelKind::Telephone;
    let shown = place.or_else(|| one.channels.iter().find(is_phone))?;
    let connection = &shown.connection.hours;
    let own = *connection != ServiceHours::default();
    let hours = if own { connection } else { &shown.channel.hours };
    Opening::at(hours, now).map(|opening| opening.sentence(now, t))
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
