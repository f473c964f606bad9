//! What the API answers with. Documents of the catalogue are given as they are kept.

use std::collections::BTreeMap;

use app::catalogue::{Named, ServiceSummary};
use domain::catalogue::{Channel, Connection, GeneralDescription, Organisation, Service};
use domain::{Language, Localized};
use serde::Serialize;
use utoipa::ToSchema;

use super::search::{FacetAnswer, Match, ReasonAnswer};

/// A text by language (`fi`, `sv`, `en`, `se`, `smn`, `sms`).
pub(super) type Texts = BTreeMap<&'static str, String>;

/// A text in the languages that it has.
pub(super) fn texts(localized: &Localized) -> Texts {
    localized.iter().map(|(language, text)| (language.code(), text.to_owned())).collect()
}

/// A page of a list.
#[derive(Serialize, ToSchema)]
pub(super) struct ServicePage {
    /// How many there are in all.
    pub(super) total: usize,
    /// How many were passed over.
    pub(super) offset: usize,
    /// The most that a page has.
    pub(super) limit: usize,
    /// Whether no service has every word, so that these have most of them.
    pub(super) widened: bool,
    /// How the best of the services fits the words.
    #[serde(rename = "match")]
    pub(super) r#match: Match,
    /// Whether anything fits what was asked; else the services are at most near to it.
    pub(super) fits: bool,
    /// The needs that the words speak of, by their Finnish names, the surest first.
    pub(super) needs: Vec<&'static str>,
    /// Whether somebody may be in danger now: show emergency help first.
    pub(super) crisis: bool,
    /// The code of the municipality that was understood from the words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) place: Option<&'static str>,
    /// With `sort=distance`, the code of the municipality from whose middle distances are reckoned; none
    /// where the search names no place, and the order is that of `fit`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) from: Option<&'static str>,
    /// The services.
    pub(super) items: Vec<ServiceItem>,
    /// How many of all the results each theme has, by the theme's id.
    pub(super) themes: BTreeMap<&'static str, usize>,
    /// How many of all the results there are of each kind.
    pub(super) facets: FacetAnswer,
}

/// A service in a list.
#[derive(Serialize, ToSchema)]
pub(super) struct ServiceItem {
    /// PTV's id.
    id: String,
    /// The name.
    #[schema(value_type = BTreeMap<String, String>)]
    name: Texts,
    /// One or two sentences, the general description's where it has none of its own.
    #[schema(value_type = BTreeMap<String, String>)]
    summary: Texts,
    /// The responsible organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    organisation: Option<Reference>,
    /// What it costs: `Free`, `Charged` …
    #[serde(skip_serializing_if = "Option::is_none")]
    charge: Option<String>,
    /// Whether it is offered in the whole country.
    nationwide: bool,
    /// How far its nearest place is in a straight line, in metres, with `sort=distance`; none where it
    /// has no place.
    #[serde(skip_serializing_if = "Option::is_none")]
    distance: Option<u32>,
    /// When the source last changed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    modified: Option<String>,
    /// Why it was found, with `explain=true`.
    #[serde(skip_serializing_if = "Option::is_none")]
    reasons: Option<Vec<ReasonAnswer>>,
}

impl ServiceItem {
    /// The same, with how far it is.
    pub(super) fn at(self, distance: Option<u32>) -> Self {
        Self { distance, ..self }
    }

    /// The same, with the reasons why it was found.
    pub(super) fn found_by(self, reasons: Option<Vec<ReasonAnswer>>) -> Self {
        Self { reasons, ..self }
    }
}

impl From<&ServiceSummary> for ServiceItem {
    fn from(one: &ServiceSummary) -> Self {
        let mut summary = texts(&one.shared_summary);
        summary.extend(texts(&one.summary));
        let names = &one.organisation_names;
        let organisation = one.organisation.as_ref();
        Self {
            id: one.id.to_string(),
            name: texts(&one.names),
            summary,
            organisation: organisation
                .map(|id| Reference { id: id.to_string(), name: texts(names) }),
            charge: one.charge.as_ref().map(|charge| charge.code().to_owned()),
            nationwide: one.is_nationwide,
            distance: None,
            modified: one.modified.map(|instant| instant.to_string()),
            reasons: None,
        }
    }
}

/// An entity by its id and name.
#[derive(Serialize, ToSchema)]
pub(super) struct Reference {
    /// PTV's id.
    pub(super) id: String,
    /// The name.
    #[schema(value_type = BTreeMap<String, String>)]
    pub(super) name: Texts,
}

impl From<&Named> for Reference {
    fn from(named: &Named) -> Self {
        Self { id: named.id.to_string(), name: texts(&named.names) }
    }
}

/// A service with all that hangs on it.
#[derive(Serialize, ToSchema)]
pub(super) struct ServiceAnswer<'a> {
    /// The service's own document: texts by language, classifications by code, area, languages.
    #[schema(value_type = Object)]
    pub(super) service: &'a Service,
    /// The general description that it stands on: its texts go before the service's own.
    #[schema(value_type = Option<Object>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) general_description: Option<&'a GeneralDescription>,
    /// The organisations that it names.
    pub(super) organisations: Vec<Reference>,
    /// Where and how it is got, at most 60.
    pub(super) channels: Vec<ChannelAnswer<'a>>,
    /// Whether it has more channels than are given.
    pub(super) more_channels: bool,
}

/// A channel with what the connection says of it.
#[derive(Serialize, ToSchema)]
pub(super) struct ChannelAnswer<'a> {
    /// The channel's document.
    #[schema(value_type = Object)]
    pub(super) channel: &'a Channel,
    /// The connection's document: its hours and contacts go before the channel's.
    #[schema(value_type = Object)]
    pub(super) connection: &'a Connection,
}

/// An organisation with a page of its services.
#[derive(Serialize, ToSchema)]
pub(super) struct OrganisationAnswer<'a> {
    /// The organisation's document.
    #[schema(value_type = Object)]
    pub(super) organisation: &'a Organisation,
    /// The one that it is part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) parent: Option<Reference>,
    /// Its parts, at most 200.
    pub(super) parts: Vec<Reference>,
    /// How many services it is responsible for.
    pub(super) total: usize,
    /// How many services were passed over.
    pub(super) offset: usize,
    /// The most services that a page has.
    pub(super) limit: usize,
    /// Its services, in order of name.
    pub(super) services: Vec<Reference>,
}

/// A code with its names.
#[derive(Serialize, ToSchema)]
#[expect(clippy::struct_field_names, reason = "these are the field names of the API")]
pub(super) struct Code {
    /// The code; of a theme, its id.
    pub(super) code: &'static str,
    /// The code above it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) parent: Option<&'static str>,
    /// Its names by language.
    #[schema(value_type = BTreeMap<String, String>)]
    pub(super) name: BTreeMap<&'static str, &'static str>,
    /// Of a municipality: the wellbeing services county's code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) county: Option<&'static str>,
    /// Of a municipality: the region's code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) region: Option<&'static str>,
}

impl Code {
    /// A code with its names in the interface's languages.
    pub(super) fn new(code: &'static str, name: impl Fn(Language) -> &'static str) -> Self {
        let languages = Language::INTERFACE.into_iter();
        Self {
            code,
            parent: None,
            name: languages.map(|language| (language.code(), name(language))).collect(),
            county: None,
            region: None,
        }
    }
}

/// A code list.
#[derive(Serialize, ToSchema)]
pub(super) struct CodeAnswer {
    /// The codes.
    pub(super) items: Vec<Code>,
}
