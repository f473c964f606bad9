//! What is looked for, and what is loaded for it: plain values, one struct for each page.

use std::collections::BTreeMap;

use domain::catalogue::{
    Channel, Connection, EntityId, GeneralDescription, OntologyTerm, Organisation, Service,
};
use domain::reference::{Municipality, Theme};
use domain::{Language, Localized};

/// An entity that was looked for by its id and is known.
#[derive(Debug, Clone, PartialEq)]
pub enum Found<T> {
    /// It is offered.
    Offered(T),
    /// It was, under these names.
    Gone(Localized),
}

/// An entity to link to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its id.
    pub id: EntityId,
    /// Its names.
    pub names: Localized,
}

/// A channel of a service, with what the connection says of it.
#[derive(Debug, Clone, PartialEq)]
pub struct ConnectedChannel {
    /// The connection.
    pub connection: Connection,
    /// The channel.
    pub channel: Channel,
}

/// All that a service's page shows.
#[derive(Debug, Clone, PartialEq)]
pub struct ServiceDetails {
    /// The service.
    pub service: Service,
    /// The general description that it stands on, where the catalogue has it.
    pub description: Option<GeneralDescription>,
    /// Its channels, in the source's order; at most [`CHANNELS_SHOWN`](super::CHANNELS_SHOWN).
    pub channels: Vec<ConnectedChannel>,
    /// Whether it has more channels than these.
    pub has_more_channels: bool,
    /// The names of the organisations that it names: responsible ones and producers.
    pub organisations: BTreeMap<EntityId, Localized>,
    /// Its ontology terms, its own and the general description's, as far as they are known.
    pub terms: Vec<OntologyTerm>,
}

/// A service in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct ServiceSummary {
    /// The service.
    pub service: Service,
    /// The general description that it stands on.
    pub description: Option<GeneralDescription>,
    /// The responsible organisation's names.
    pub organisation: Localized,
    /// Its first few channels.
    pub channels: Vec<ConnectedChannel>,
    /// Whether it is offered in the whole country.
    pub is_nationwide: bool,
}

/// All that an organisation's page shows.
#[derive(Debug, Clone, PartialEq)]
pub struct OrganisationDetails {
    /// The organisation.
    pub organisation: Organisation,
    /// The one that it is part of.
    pub parent: Option<Named>,
    /// Its parts; at most [`NAMES_SHOWN`](super::NAMES_SHOWN).
    pub parts: Vec<Named>,
    /// A page of its services, in order of name.
    pub services: Vec<Named>,
    /// How many services it has in all.
    pub total: usize,
}

/// All that a channel's page shows.
#[derive(Debug, Clone, PartialEq)]
pub struct ChannelDetails {
    /// The channel.
    pub channel: Channel,
    /// Whose it is.
    pub organisation: Option<Named>,
    /// The services that one gets through it; at most [`NAMES_SHOWN`](super::NAMES_SHOWN).
    pub services: Vec<Named>,
}

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Search {
    /// The words; blank finds everything.
    pub words: String,
    /// The municipality's code.
    pub municipality: Option<&'static str>,
    /// The theme.
    pub theme: Option<&'static Theme>,
    /// The responsible organisation.
    pub organisation: Option<EntityId>,
    /// The reader's language.
    pub language: Option<Language>,
    /// How many to pass over.
    pub offset: usize,
    /// How many to give, at most 100.
    pub limit: usize,
}

/// How the results fit the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// Every word is in every result, or there were no words.
    Exact,
    /// No service has every word: the results have most of them.
    Widened,
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Results {
    /// The services asked for.
    pub services: Vec<ServiceSummary>,
    /// How many there are in all.
    pub total: usize,
    /// How they fit.
    pub fit: Fit,
    /// The municipality whose name was understood among the words.
    pub place: Option<&'static Municipality>,
    /// Themes and how many of the results each has.
    pub themes: Vec<(&'static Theme, usize)>,
    /// Municipalities and how many of the results each has, nationwide ones left out.
    pub municipalities: Vec<(&'static Municipality, usize)>,
    /// How many of the results are offered in the whole country.
    pub nationwide: usize,
}

/// The catalogue as a whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// How many services are offered.
    pub total: usize,
    /// Every theme and how many services it has.
    pub themes: Vec<(&'static Theme, usize)>,
    /// The municipalities that some service names as its area.
    pub municipalities: Vec<&'static Municipality>,
}
