//! What is looked for, and what is loaded for it: plain values, one struct for each page.

use std::collections::BTreeMap;

use domain::catalogue::{
    Channel, Connection, EntityId, GeneralDescription, OntologyTerm, Organisation,
    OrganisationKind, Service,
};
use domain::reference::{CodeItem, Municipality, Need, Theme};
use domain::{Language, Localized};
use search::{Facets, MatchKind, Reason, RelatedReason, Sort};

use super::{PostalWord, ServiceSummary};

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
    /// The kind of the responsible organisation, where the catalogue has it.
    pub provider_kind: Option<OrganisationKind>,
    /// Its ontology terms, its own and the general description's, as far as they are known.
    pub terms: Vec<OntologyTerm>,
}

impl ServiceDetails {
    /// Whether whoever reads of it may need to leave the page at once.
    #[must_use]
    pub fn is_discreet(&self) -> bool {
        self.service.is_discreet(self.description.as_ref())
    }
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
    /// Whether each service of the page is one whose reader may need to leave at once.
    pub is_discreet: bool,
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
    /// Whether each of them is one whose reader may need to leave at once.
    pub is_discreet: bool,
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
    /// The code of the county in which it must be had, somewhere at least.
    pub county: Option<&'static str>,
    /// Service classes by code, of which it must have one; empty for any.
    pub classes: Vec<String>,
    /// Target groups by code, of which it must have one; empty for any.
    pub target_groups: Vec<String>,
    /// Life events by code, of which it must have one; empty for any.
    pub life_events: Vec<String>,
    /// Languages by code, in one of which it must be given; empty for any.
    pub languages: Vec<String>,
    /// Kinds of channel by code, of which it must have one; empty for any.
    pub channel_kinds: Vec<String>,
    /// Kinds of provider by code; empty for any.
    pub provider_kinds: Vec<String>,
    /// Whether it must cost nothing.
    pub is_free: bool,
    /// Whether one must be able to get it without going anywhere.
    pub is_remote: bool,
    /// The responsible organisation.
    pub organisation: Option<EntityId>,
    /// The reader's language.
    pub language: Option<Language>,
    /// The order of the results.
    pub sort: Sort,
    /// Whether each result shall say why it was found.
    pub with_reasons: bool,
    /// How many to pass over.
    pub offset: usize,
    /// How many to give, at most 100.
    pub limit: usize,
}

impl Search {
    /// Whether it leaves out services by anything else than words and municipality.
    #[must_use]
    pub const fn is_filtered(&self) -> bool {
        self.theme.is_some()
            || self.organisation.is_some()
            || self.county.is_some()
            || self.is_free
            || self.is_remote
            || !self.classes.is_empty()
            || !self.target_groups.is_empty()
            || !self.life_events.is_empty()
            || !self.languages.is_empty()
            || !self.channel_kinds.is_empty()
            || !self.provider_kinds.is_empty()
    }
}

/// A service that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundService {
    /// What a list shows of it.
    pub summary: ServiceSummary,
    /// How far its nearest place is from where distances are reckoned, in metres.
    pub distance: Option<u32>,
    /// Why it was found, when the search asks for reasons.
    pub reasons: Vec<Reason>,
}

/// A service that goes with another.
#[derive(Debug, Clone, PartialEq)]
pub struct RelatedService {
    /// What a list shows of it.
    pub summary: ServiceSummary,
    /// Why it is offered.
    pub reason: RelatedReason,
}

/// A service that goes with another, to link to.
#[derive(Debug, Clone, PartialEq)]
pub struct RelatedLink {
    /// The service.
    pub service: Named,
    /// The responsible organisation's names.
    pub organisation: Localized,
    /// Why it is offered.
    pub reason: RelatedReason,
}

/// What there is further away, where the municipality that was asked for has few services of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Widened {
    /// The municipality.
    pub here: &'static Municipality,
    /// How many services of its own fit: few or none.
    pub own: usize,
    /// The best of the neighbouring municipalities.
    pub neighbours: Vec<FoundService>,
    /// How many they have in all.
    pub of_neighbours: usize,
    /// The best from elsewhere that one gets by phone or online alone.
    pub remote: Vec<FoundService>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Results {
    /// The services asked for.
    pub services: Vec<FoundService>,
    /// How many there are in all.
    pub total: usize,
    /// How they fit the words.
    pub match_kind: MatchKind,
    /// The needs that the words speak of, the surest first.
    pub needs: Vec<&'static Need>,
    /// Whether somebody may be in danger now: emergency help comes first.
    pub is_crisis: bool,
    /// The municipality whose name was understood among the words.
    pub place: Option<&'static Municipality>,
    /// The postal code among the words: where its municipality is known and no other is chosen, the search
    /// was made there.
    pub postal: Option<PostalWord>,
    /// From whose middle distances are reckoned: the municipality that the search names.
    pub from: Option<&'static Municipality>,
    /// Themes and how many of the results each has.
    pub themes: Vec<(&'static Theme, usize)>,
    /// Municipalities and how many of the results each has, nationwide ones left out.
    pub municipalities: Vec<(&'static Municipality, usize)>,
    /// Where nothing is found in a municipality: its neighbours that have some, and how many.
    pub neighbours: Vec<(&'static Municipality, usize)>,
    /// What there is further away, where a widened search finds little in its municipality.
    pub widened: Option<Widened>,
    /// How many of the results are offered in the whole country.
    pub nationwide: usize,
    /// How many of the results there are of each kind, by code.
    pub facets: Facets,
}

impl Results {
    /// Whether something fits what was asked; else the services are at most near to it.
    #[must_use]
    pub fn fits(&self) -> bool {
        self.match_kind != MatchKind::Nothing
    }
}

/// The catalogue as a whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// How many services are offered.
    pub total: usize,
    /// Every theme and how many services it has.
    pub themes: Vec<(&'static Theme, usize)>,
    /// The groups of residents that some service is for, and how many are.
    pub target_groups: Vec<(&'static CodeItem, usize)>,
    /// The life events that some service is for, and how many are.
    pub life_events: Vec<(&'static CodeItem, usize)>,
    /// The municipalities that some service names as its area.
    pub municipalities: Vec<&'static Municipality>,
}
