//! A connection (*liitos*) of a service and a channel. Its own hours and contacts go before the
//! channel's for that service.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::address::Address;
use super::code::Charge;
use super::contact::Contact;
use super::entity::EntityId;
use super::hours::ServiceHours;
use crate::language::Language;

/// A connection's texts and contacts in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConnectionTexts {
    /// What holds of the service in this channel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What it costs here, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub charge_information: Option<String>,
    /// Whom to reach about this service here.
    #[serde(default, skip_serializing_if = "Contact::is_empty")]
    pub contact: Contact,
}

/// A connection.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Connection {
    /// The service.
    pub service: EntityId,
    /// The channel.
    pub channel: EntityId,
    /// The place among the service's channels, where the source orders them (v11).
    #[serde(default)]
    pub position: u32,
    /// What the service costs in this channel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub charge: Option<Charge>,
    /// When the service is open in this channel.
    #[serde(default, skip_serializing_if = "ServiceHours::is_empty")]
    pub hours: ServiceHours,
    /// Addresses for this service in this channel.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<Address>,
    /// The texts, by language.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub texts: BTreeMap<Language, ConnectionTexts>,
    /// When the source last changed or published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modified: Option<Timestamp>,
}

impl Connection {
    /// The connection's own id.
    #[must_use]
    pub fn id(&self) -> EntityId {
        EntityId::of_connection(&self.service, &self.channel)
    }
}
