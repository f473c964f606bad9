//! What lists show of a service: all that was decided of it, and nothing of its long texts.

use std::collections::BTreeMap;

use domain::catalogue::{
    Address, Area, ChannelKind, Charge, Contact, Coordinate, EntityId, GeneralDescription,
    HoursPeriod, Phone, Service, ServiceHours,
};
use domain::{Language, Localized};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::ConnectedChannel;

/// A service in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ServiceSummary {
    /// Its id.
    pub id: EntityId,
    /// Its names.
    pub names: Localized,
    /// One or two sentences of its own.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub summary: Localized,
    /// Its general description's.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub shared_summary: Localized,
    /// The responsible organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<EntityId>,
    /// The responsible organisation's names.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub organisation_names: Localized,
    /// What it costs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub charge: Option<Charge>,
    /// Where it is offered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<Area>,
    /// Codes of the target groups that it is meant for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub target_groups: Vec<String>,
    /// Its first few channels; the nearest place first, where it is known from where.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<ChannelSummary>,
    /// When the source last changed or published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modified: Option<Timestamp>,
    /// Whether whoever reads of it may need to leave the page at once.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_discreet: bool,
    /// Whether it is offered in the whole country.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_nationwide: bool,
}

/// A channel of a service in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChannelSummary {
    /// Which of the service's connections leads to it, counted in order of their ids from one.
    pub place: u32,
    /// Its kind.
    pub kind: ChannelKind,
    /// The addresses that one goes to, of a place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<Address>,
    /// Where a place is on the map.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coordinate: Option<Coordinate>,
    /// When it is open: as the connection says, or else the channel.
    #[serde(default, skip_serializing_if = "is_unsaid")]
    pub hours: ServiceHours,
    /// The first number to call of the connection, by the language that it is told in.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub connection_phones: BTreeMap<Language, Phone>,
    /// The first number to call of the channel itself.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub phones: BTreeMap<Language, Phone>,
}

impl ServiceSummary {
    pub(super) fn new(
        service: Service,
        description: Option<&GeneralDescription>,
        organisation_names: Localized,
    ) -> Self {
        let shared = |description: &GeneralDescription| {
            description.text(|texts| texts.common.summary.as_ref())
        };
        Self {
            names: service.names(),
            summary: service.text(|texts| texts.summary.as_ref()),
            shared_summary: description.map(shared).unwrap_or_default(),
            organisation_names,
            charge: service.charge_with(description),
            target_groups: service.classification_with(description).target_groups,
            channels: Vec::new(),
            is_discreet: service.is_discreet(description),
            is_nationwide: false,
            modified: service.modified,
            id: service.id,
            organisation: service.organisation,
            area: service.area,
        }
    }

    /// The same with that channel first which this connection leads to, where it has it.
    pub(super) fn with_first(mut self, place: Option<u32>) -> Self {
        if let Some(found) = self.channels.iter().position(|one| Some(one.place) == place) {
            self.channels[..=found].rotate_right(1);
        }
        self
    }
}

impl ChannelSummary {
    pub(super) fn new(place: u32, connected: ConnectedChannel) -> Self {
        let coordinate = connected.visited().find_map(|address| address.coordinate.clone());
        let ConnectedChannel { connection, channel } = connected;
        let is_place = channel.kind == ChannelKind::ServiceLocation;
        let visited = channel.addresses.into_iter().filter(|it| is_place && it.is_visited());
        let hours = if is_unsaid(&connection.hours) { channel.hours } else { connection.hours };
        let told = |(language, contact): (Language, Contact)| Some((language, first(contact)?));
        let own = channel.texts.into_iter().map(|(language, texts)| (language, texts.contact));
        let its = connection.texts.into_iter().map(|(language, texts)| (language, texts.contact));
        Self {
            place,
            kind: channel.kind,
            addresses: visited.map(in_short).collect(),
            coordinate,
            hours: times_alone(hours),
            connection_phones: its.filter_map(told).collect(),
            phones: own.filter_map(told).collect(),
        }
    }
}

impl ConnectedChannel {
    /// The addresses to go to, of a place: as the connection says, then as the channel does.
    pub fn visited(&self) -> impl Iterator<Item = &Address> {
        let is_place = self.channel.kind == ChannelKind::ServiceLocation;
        let all = self.connection.addresses.iter().chain(&self.channel.addresses);
        all.filter(move |address| is_place && address.is_visited())
    }
}

fn is_unsaid(hours: &ServiceHours) -> bool {
    *hours == ServiceHours::default()
}

/// An address without what a line does not show.
fn in_short(address: Address) -> Address {
    Address {
        additional_information: Localized::default(),
        coordinate: None,
        entrances: Vec::new(),
        accessibility_register_id: None,
        ..address
    }
}

/// Hours without their words.
fn times_alone(hours: ServiceHours) -> ServiceHours {
    let without_words = |period| HoursPeriod {
        heading: Localized::default(),
        additional_information: Localized::default(),
        ..period
    };
    ServiceHours { periods: hours.periods.into_iter().map(without_words).collect(), ..hours }
}

/// The first number without what is said of it.
fn first(contact: Contact) -> Option<Phone> {
    let phone = contact.phones.into_iter().next()?;
    Some(Phone { charge: None, charge_description: None, additional_information: None, ..phone })
}

#[cfg(test)]
mod tests {
    use domain::catalogue::{Classification, ServiceKind};

    use super::*;

    fn summary(places: &[u32]) -> ServiceSummary {
        let service = Service {
            id: EntityId::new("a").unwrap(),
            kind: ServiceKind::Service,
            organisation: None,
            other_organisations: Vec::new(),
            producers: Vec::new(),
            general_description: None,
            texts: BTreeMap::new(),
            area: None,
            languages: Vec::new(),
            classification: Classification::default(),
            charge: None,
            funding: None,
            modified: None,
        };
        let channel = |place: &u32| ChannelSummary {
            place: *place,
            kind: ChannelKind::ServiceLocation,
            addresses: Vec::new(),
            coordinate: None,
            hours: ServiceHours::default(),
            connection_phones: BTreeMap::new(),
            phones: BTreeMap::new(),
        };
        let channels = places.iter().map(channel).collect();
        ServiceSummary { channels, ..ServiceSummary::new(service, None, Localized::default()) }
    }

    fn order(first: Option<u32>) -> Vec<u32> {
        let ordered = summary(&[3, 1, 4, 2]).with_first(first);
        ordered.channels.iter().map(|channel| channel.place).collect()
    }

    #[test]
    fn the_nearest_place_comes_first_and_the_others_stay_in_order() {
        assert_eq!(order(Some(4)), [4, 3, 1, 2]);
        assert_eq!(order(Some(3)), [3, 1, 4, 2]);
    }

    #[test]
    fn the_order_stays_where_no_place_is_nearest_or_it_is_not_there() {
        assert_eq!(order(None), [3, 1, 4, 2]);
        assert_eq!(order(Some(9)), [3, 1, 4, 2]);
    }

    #[test]
    fn what_is_packed_is_what_was_read() {
        let read = ServiceSummary { is_discreet: true, ..summary(&[1, 2]) };
        let packed = serde_json::to_string(&read).unwrap();
        assert_eq!(serde_json::from_str::<ServiceSummary>(&packed).unwrap(), read);
    }
}
