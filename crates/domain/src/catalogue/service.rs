//! A service (*palvelu*): something that is done for people, apart from where and how.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::area::Area;
use super::code::{Charge, Funding, coded};
use super::contact::Link;
use super::entity::EntityId;
use crate::language::{Language, Localized};

coded! {
    /// The kind of a service (*palvelutyyppi*).
    ServiceKind {
        /// A service.
        Service = "Service",
        /// A professional qualification (*ammattipätevyys*).
        ProfessionalQualification = "ProfessionalQualification",
        /// A permit or another obligation (*lupa tai muu velvoite*).
        PermitOrOtherObligation = "PermitOrOtherObligation",
    }
}

coded! {
    /// How a producer came to produce the service (*toteutustapa*).
    ProvisionKind {
        /// The responsible organisation itself.
        SelfProduced = "SelfProduced",
        /// Bought (*ostopalvelu*).
        Procured = "Procured",
        /// Otherwise, e.g. with a voucher or in cooperation.
        OtherProvision = "OtherProvision",
    }
}

/// Who produces a service: an organisation of the catalogue or a name in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Producer {
    /// How it came to produce it.
    pub provision: ProvisionKind,
    /// The organisation, where it is in the catalogue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<EntityId>,
    /// Its name in words, where it is not.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub name: Localized,
}

/// The classifications of a service, all by code or URI.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Classification {
    /// Codes of service classes (*palveluluokka*), e.g. "P27.1".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub service_classes: Vec<String>,
    /// URIs of ontology terms (*ontologiakäsite*).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ontology_terms: Vec<String>,
    /// Codes of target groups (*kohderyhmä*), e.g. "KR1.2".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub target_groups: Vec<String>,
    /// Codes of life events (*elämäntilanne*), e.g. "KE8".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub life_events: Vec<String>,
    /// Codes of industrial classes (*toimiala*, TOL 2008), e.g. "88999".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub industrial_classes: Vec<String>,
}

/// A law that the service rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegislationLink {
    /// The law's name.
    pub name: String,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// Whether a service voucher can be used (*palveluseteli*).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voucher {
    /// What it is, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub additional_information: Option<String>,
    /// Pages about it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
}

/// A service's texts in one language. Long texts are PTV's Markdown; names and summaries are plain.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceTexts {
    /// The name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Another name that people know it by (*vaihtoehtoinen nimi*).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alternative_name: Option<String>,
    /// One or two sentences (*tiivistelmä*).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// The description (*kuvaus*).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What to do to get it (*toimintaohje*).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_instructions: Option<String>,
    /// On what terms one gets it (*ehdot ja kriteerit*).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conditions: Option<String>,
    /// What it costs, in words (*maksullisuuden lisätieto*).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub charge_information: Option<String>,
    /// How long it takes (*käsittelyaika*).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub processing_time: Option<String>,
    /// Until when one must apply (*määräaika*).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<String>,
    /// How long it is valid (*voimassaoloaika*).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub validity_time: Option<String>,
    /// What kind it is, in words (v11's description type `ServiceType`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind_information: Option<String>,
    /// Free keywords (*vapaat asiasanat*).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    /// The laws that it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub legislation: Vec<LegislationLink>,
    /// The voucher, where one can be used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voucher: Option<Voucher>,
}

/// A service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    /// PTV's id.
    pub id: EntityId,
    /// The kind.
    pub kind: ServiceKind,
    /// Who is responsible; missing when the source does not publish that organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<EntityId>,
    /// Who else is responsible.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_organisations: Vec<EntityId>,
    /// Who produces it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub producers: Vec<Producer>,
    /// The general description that it stands on (*pohjakuvaus*).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub general_description: Option<EntityId>,
    /// The texts, by language.
    pub texts: BTreeMap<Language, ServiceTexts>,
    /// Where it is offered; none when the source does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<Area>,
    /// Codes of the languages that it is given in (ISO 639).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// The classifications.
    #[serde(default)]
    pub classification: Classification,
    /// What it costs; none when not said, or when the general description says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub charge: Option<Charge>,
    /// Who pays for its production.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funding: Option<Funding>,
    /// When the source last changed or published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modified: Option<Timestamp>,
}

impl Service {
    /// The name in every language.
    #[must_use]
    pub fn names(&self) -> Localized {
        self.texts.iter().map(|(language, texts)| (*language, texts.name.clone())).collect()
    }

    /// One text in every language.
    pub fn text(&self, pick: impl Fn(&ServiceTexts) -> Option<&String>) -> Localized {
        self.texts
            .iter()
            .filter_map(|(language, texts)| Some((*language, pick(texts)?.clone())))
            .collect()
    }
}
