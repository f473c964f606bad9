//! What all entities of the catalogue have in common: a kind, an id and a document.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Channel, Connection, GeneralDescription, Organisation, Service, ServiceCollection};
use crate::language::Localized;

/// The kinds of entity that the catalogue keeps, each with a history of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntityKind {
    /// *Palvelu.*
    Service,
    /// *Asiointikanava.*
    Channel,
    /// *Organisaatio.*
    Organisation,
    /// *Pohjakuvaus.*
    GeneralDescription,
    /// *Palvelukokonaisuus.*
    Collection,
    /// *Liitos* of a service and a channel.
    Connection,
    /// *Ontologiakäsite.*
    OntologyTerm,
}

impl EntityKind {
    /// Every kind, in the order in which an import reads them.
    pub const ALL: [Self; 7] = [
        Self::OntologyTerm,
        Self::Organisation,
        Self::GeneralDescription,
        Self::Channel,
        Self::Service,
        Self::Connection,
        Self::Collection,
    ];

    /// The kind's name in the database and in paths.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Channel => "channel",
            Self::Organisation => "organisation",
            Self::GeneralDescription => "general_description",
            Self::Collection => "collection",
            Self::Connection => "connection",
            Self::OntologyTerm => "ontology_term",
        }
    }

    /// The kind's name in import reports.
    #[must_use]
    pub const fn plural(self) -> &'static str {
        match self {
            Self::Service => "services",
            Self::Channel => "channels",
            Self::Organisation => "organisations",
            Self::GeneralDescription => "general_descriptions",
            Self::Collection => "collections",
            Self::Connection => "connections",
            Self::OntologyTerm => "ontology_terms",
        }
    }

    /// Reads [`EntityKind::name`].
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

impl fmt::Display for EntityKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// The id of an entity: PTV's GUID in lower case, an ontology term's URI, or for a connection the
/// service's and the channel's ids with a tilde between them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EntityId(String);

/// The text cannot be an entity's id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an id must have 1 to 300 visible ASCII characters and no quote")]
pub struct InvalidEntityId;

impl EntityId {
    /// Accepts 1–300 visible ASCII characters without quotes or angle brackets.
    ///
    /// # Errors
    /// When the text is empty, too long, or has another character.
    pub fn new(id: impl Into<String>) -> Result<Self, InvalidEntityId> {
        let id = id.into();
        let fits = (1..=300).contains(&id.len())
            && id.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"'<>`\\".contains(&byte));
        if fits { Ok(Self(id)) } else { Err(InvalidEntityId) }
    }

    /// Reads a PTV GUID in any case, with or without braces; refuses the all-zero one.
    #[must_use]
    pub fn from_guid(text: &str) -> Option<Self> {
        let guid = uuid::Uuid::try_parse(text.trim()).ok().filter(|guid| !guid.is_nil())?;
        Some(Self(guid.hyphenated().to_string()))
    }

    /// The id of nothing, for what has no id yet. No source's record has it ([`EntityId::from_guid`]).
    #[must_use]
    pub fn nobody() -> Self {
        Self(uuid::Uuid::nil().hyphenated().to_string())
    }

    /// The id of the connection between a service and a channel.
    #[must_use]
    pub fn of_connection(service: &Self, channel: &Self) -> Self {
        Self(format!("{service}~{channel}"))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EntityId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl TryFrom<String> for EntityId {
    type Error = InvalidEntityId;
    fn try_from(id: String) -> Result<Self, Self::Error> {
        Self::new(id)
    }
}

impl From<EntityId> for String {
    fn from(id: EntityId) -> Self {
        id.0
    }
}

/// A concept of the general Finnish ontology, with its names (*ontologiakäsite*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OntologyTerm {
    /// The concept's URI, in KOKO's name space.
    pub id: EntityId,
    /// The concept's preferred names.
    pub names: Localized,
    /// The ontology it is from (YSO, JUPO, TERO …), where the source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ontology: Option<String>,
    /// The URIs of the wider concepts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parents: Vec<String>,
}

/// Any entity of the catalogue.
#[derive(Debug, Clone, PartialEq)]
pub enum Entity {
    /// A service.
    Service(Box<Service>),
    /// A service channel.
    Channel(Box<Channel>),
    /// An organisation.
    Organisation(Box<Organisation>),
    /// A general description.
    GeneralDescription(Box<GeneralDescription>),
    /// A service collection.
    Collection(ServiceCollection),
    /// A connection.
    Connection(Box<Connection>),
    /// An ontology term.
    OntologyTerm(OntologyTerm),
}

impl Entity {
    /// The entity's kind.
    #[must_use]
    pub const fn kind(&self) -> EntityKind {
        match self {
            Self::Service(_) => EntityKind::Service,
            Self::Channel(_) => EntityKind::Channel,
            Self::Organisation(_) => EntityKind::Organisation,
            Self::GeneralDescription(_) => EntityKind::GeneralDescription,
            Self::Collection(_) => EntityKind::Collection,
            Self::Connection(_) => EntityKind::Connection,
            Self::OntologyTerm(_) => EntityKind::OntologyTerm,
        }
    }

    /// The entity's id.
    #[must_use]
    pub fn id(&self) -> EntityId {
        match self {
            Self::Service(service) => service.id.clone(),
            Self::Channel(channel) => channel.id.clone(),
            Self::Organisation(organisation) => organisation.id.clone(),
            Self::GeneralDescription(description) => description.id.clone(),
            Self::Collection(collection) => collection.id.clone(),
            Self::Connection(connection) => connection.id(),
            Self::OntologyTerm(term) => term.id.clone(),
        }
    }

    /// The entity that this one hangs on: a service's and a channel's organisation, a connection's
    /// service, an organisation's parent, a collection's organisation.
    #[must_use]
    pub fn owner(&self) -> Option<&EntityId> {
        match self {
            Self::Service(service) => service.organisation.as_ref(),
            Self::Channel(channel) => channel.organisation.as_ref(),
            Self::Organisation(organisation) => organisation.parent.as_ref(),
            Self::GeneralDescription(_) | Self::OntologyTerm(_) => None,
            Self::Collection(collection) => collection.organisation.as_ref(),
            Self::Connection(connection) => Some(&connection.service),
        }
    }

    /// The other entity that this one points to: a service's general description, a connection's
    /// channel.
    #[must_use]
    pub fn target(&self) -> Option<&EntityId> {
        match self {
            Self::Service(service) => service.general_description.as_ref(),
            Self::Connection(connection) => Some(&connection.channel),
            _ => None,
        }
    }

    /// When the source last changed or published the entity, where it says so.
    #[must_use]
    pub fn modified(&self) -> Option<Timestamp> {
        match self {
            Self::Service(service) => service.modified,
            Self::Channel(channel) => channel.modified,
            Self::Organisation(organisation) => organisation.modified,
            Self::GeneralDescription(description) => description.modified,
            Self::Collection(collection) => collection.modified,
            Self::Connection(connection) => connection.modified,
            Self::OntologyTerm(_) => None,
        }
    }

    /// The names by which lists show the entity.
    #[must_use]
    pub fn names(&self) -> Localized {
        match self {
            Self::Service(service) => service.names(),
            Self::Channel(channel) => channel.names(),
            Self::Organisation(organisation) => organisation.names(),
            Self::GeneralDescription(description) => description.names(),
            Self::Collection(collection) => collection.names(),
            Self::Connection(_) => Localized::default(),
            Self::OntologyTerm(term) => term.names.clone(),
        }
    }

    /// The entity's document: the JSON that the store keeps. Two entities are the same version
    /// exactly when their documents are the same.
    ///
    /// # Errors
    /// Never for values that were read from JSON: their maps have text keys and their numbers are
    /// finite.
    pub fn to_document(&self) -> Result<String, serde_json::Error> {
        match self {
            Self::Service(service) => serde_json::to_string(service),
            Self::Channel(channel) => serde_json::to_string(channel),
            Self::Organisation(organisation) => serde_json::to_string(organisation),
            Self::GeneralDescription(description) => serde_json::to_string(description),
            Self::Collection(collection) => serde_json::to_string(collection),
            Self::Connection(connection) => serde_json::to_string(connection),
            Self::OntologyTerm(term) => serde_json::to_string(term),
        }
    }

    /// Reads a document of the given kind.
    ///
    /// # Errors
    /// When the document is not one that [`Entity::to_document`] wrote.
    pub fn from_document(kind: EntityKind, document: &str) -> Result<Self, serde_json::Error> {
        Ok(match kind {
            EntityKind::Service => Self::Service(serde_json::from_str(document)?),
            EntityKind::Channel => Self::Channel(serde_json::from_str(document)?),
            EntityKind::Organisation => Self::Organisation(serde_json::from_str(document)?),
            EntityKind::GeneralDescription => {
                Self::GeneralDescription(serde_json::from_str(document)?)
            }
            EntityKind::Collection => Self::Collection(serde_json::from_str(document)?),
            EntityKind::Connection => Self::Connection(serde_json::from_str(document)?),
            EntityKind::OntologyTerm => Self::OntologyTerm(serde_json::from_str(document)?),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guid_is_read_in_every_spelling_and_written_in_one() {
        let expected = Some("0a1b2c3d-0000-4000-8000-00000000000f");
        for spelling in [
            "0A1B2C3D-0000-4000-8000-00000000000F",
            "{0a1b2c3d-0000-4000-8000-00000000000f}",
            " 0a1b2c3d-0000-4000-8000-00000000000f ",
        ] {
            assert_eq!(EntityId::from_guid(spelling).as_ref().map(EntityId::as_str), expected);
        }
    }

    #[test]
    fn what_is_no_guid_is_no_id() {
        for text in ["", "529", "00000000-0000-0000-0000-000000000000", "not-a-guid"] {
            assert_eq!(EntityId::from_guid(text), None, "{text}");
        }
    }

    #[test]
    fn an_id_holds_no_blank_quote_or_bracket() {
        for text in ["", "a b", "a\"b", "<b>", "å", "a\nb"] {
            assert!(EntityId::new(text).is_err(), "{text:?}");
        }
    }
}
