//! A general description (*pohjakuvaus*): a national text that many services stand on.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::code::Charge;
use super::entity::EntityId;
use super::service::{Classification, Service, ServiceKind, ServiceTexts};
use crate::language::{Language, Localized};

/// A general description's texts in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GeneralDescriptionTexts {
    /// What stands before the service's own description (*taustakuvaus*).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub background_description: Option<String>,
    /// What the kind of the description means, in words (v11 only).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind_information: Option<String>,
    /// The texts that it shares with services.
    #[serde(flatten)]
    pub common: ServiceTexts,
}

/// A general description.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GeneralDescription {
    /// PTV's id.
    pub id: EntityId,
    /// The kind of service that it describes.
    pub kind: ServiceKind,
    /// For whom it is meant, as the source names them: `Municipality`, `Church` …
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub general_description_kinds: Vec<String>,
    /// Who keeps it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<EntityId>,
    /// The texts, by language.
    pub texts: BTreeMap<Language, GeneralDescriptionTexts>,
    /// The classifications that its services share.
    #[serde(default)]
    pub classification: Classification,
    /// What its services cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub charge: Option<Charge>,
    /// When the source last changed or published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modified: Option<Timestamp>,
}

impl GeneralDescription {
    /// The name in every language.
    #[must_use]
    pub fn names(&self) -> Localized {
        self.texts.iter().map(|(language, texts)| (*language, texts.common.name.clone())).collect()
    }

    /// One text in every language.
    pub fn text(&self, pick: impl Fn(&GeneralDescriptionTexts) -> Option<&String>) -> Localized {
        self.texts
            .iter()
            .filter_map(|(language, texts)| Some((*language, pick(texts)?.clone())))
            .collect()
    }
}

/// Adds to `own` what it does not have yet, in the order of the description.
fn add_missing(own: &mut Vec<String>, shared: &[String]) {
    for code in shared {
        if !own.contains(code) {
            own.push(code.clone());
        }
    }
}

impl Service {
    /// The classifications with those of the general description.
    #[must_use]
    pub fn classification_with(&self, description: Option<&GeneralDescription>) -> Classification {
        let mut merged = self.classification.clone();
        if let Some(shared) = description.map(|description| &description.classification) {
            add_missing(&mut merged.service_classes, &shared.service_classes);
            add_missing(&mut merged.ontology_terms, &shared.ontology_terms);
            if merged.target_groups.is_empty() {
                merged.target_groups.clone_from(&shared.target_groups);
            }
            add_missing(&mut merged.life_events, &shared.life_events);
            add_missing(&mut merged.industrial_classes, &shared.industrial_classes);
        }
        merged
    }

    /// What it costs: its own word, or else the general description's.
    #[must_use]
    pub fn charge_with(&self, description: Option<&GeneralDescription>) -> Option<Charge> {
        self.charge
            .clone()
            .or_else(|| description.and_then(|description| description.charge.clone()))
    }
}
