//! A service among the results of a search.

use std::borrow::Cow;

use app::catalogue::{ChannelSummary, FoundService, ServiceSummary};
use domain::catalogue::ChannelKind;
use domain::reference::target_group;
use jiff::civil::DateTime;

use crate::address::Address;
use crate::texts::Texts;
use crate::view::address::AddressLines;
use crate::view::area;
use crate::view::contact::PhoneLink;
use crate::view::opening::{Opening, end_of_day};
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
    /// Until when that stays true, in Finnish civil time.
    pub(super) holds_until: DateTime,
    pub(super) phone: Option<PhoneLink>,
    /// Why it was found, in words.
    pub(super) reasons: Vec<String>,
}

impl Card {
    pub(super) fn new(found: &FoundService, now: DateTime, t: Texts) -> Self {
        let one = &found.summary;
        let opening = opening(one, now, t);
        let summary =
            Text::best(&one.summary, t.0).or_else(|| Text::best(&one.shared_summary, t.0));
        Self {
            id: one.id.to_string(),
            href: Address::Service(one.id.clone()).path(t.0),
            name: Text::best_or(&one.names, t, "name-missing"),
            described_in: other_language(&one.names, t.0)
                .and_then(|language| t.find("described-in", language.code())),
            organisation: Text::best(&one.organisation_names, t.0),
            summary,
            groups: groups(one, t),
            price: one.charge.as_ref().map(|price| charge(price, t).into_owned()),
            area: one.area.as_ref().and_then(|area| area::short(area, t)),
            place: one.channels.iter().find_map(|channel| address_of(channel, t)),
            distance: None,
            opening: opening.map(|opening| opening.sentence(now, t)),
            holds_until: opening
                .map_or_else(|| end_of_day(now), |opening| opening.holds_until(now)),
            phone: phone(one, t),
            reasons: why_found(&found.reasons, t),
        }
    }
}

/// The groups of residents that it names.
fn groups(one: &ServiceSummary, t: Texts) -> Option<String> {
    let groups = one.target_groups.iter().filter_map(|code| target_group(code));
    let of_residents = groups.filter(|group| group.parent == Some("KR1"));
    let names: Vec<&str> = of_residents.map(|group| group.name(t.0)).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// Where a channel that is a place is to be found, on one line.
fn address_of(channel: &ChannelSummary, t: Texts) -> Option<String> {
    let mut lines = channel.addresses.iter().filter_map(|address| AddressLines::new(address, t));
    lines.next().map(|lines| lines.one_line())
}

/// Whether the place that is shown is open, or when it opens; of the phone where there is no place.
fn opening(one: &ServiceSummary, now: DateTime, t: Texts) -> Option<Opening> {
    let place = one.channels.iter().find(|channel| address_of(channel, t).is_some());
    let is_phone = |one: &&ChannelSummary| one.kind == ChannelKind::Telephone;
    let shown = place.or_else(|| one.channels.iter().find(is_phone))?;
    Opening::at(&shown.hours, now)
}

/// The first number to call: the connections' own before the channels'.
fn phone(one: &ServiceSummary, t: Texts) -> Option<PhoneLink> {
    let of_connections = one.channels.iter().map(|channel| &channel.connection_phones);
    let of_channels = one.channels.iter().map(|channel| &channel.phones);
    of_connections
        .chain(of_channels)
        .filter_map(|versions| version(versions, t.0, |_| true))
        .map(|(language, phone)| PhoneLink::new(phone, language, t))
        .find(|phone| phone.href.is_some())
}
