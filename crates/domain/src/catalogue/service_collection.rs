//! A service collection (*palvelukokonaisuus*): services and channels that belong together.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::entity::EntityId;
use crate::language::{Language, Localized};

/// A member of a collection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum CollectionItem {
    /// A service.
    Service(EntityId),
    /// A channel.
    Channel(EntityId),
}

/// A collection's texts in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceCollectionTexts {
    /// The name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// One or two sentences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// The description.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

/// A service collection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceCollection {
    /// PTV's id.
    pub id: EntityId,
    /// Whose it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<EntityId>,
    /// The texts, by language.
    pub texts: BTreeMap<Language, ServiceCollectionTexts>,
    /// The members, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<CollectionItem>,
    /// When the source last changed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modified: Option<Timestamp>,
}

impl ServiceCollection {
    /// The name in every language.
    #[must_use]
    pub fn names(&self) -> Localized {
        self.texts.iter().map(|(language, texts)| (*language, texts.name.clone())).collect()
    }
}
