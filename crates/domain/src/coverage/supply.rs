//! What a service covers at one time.

use super::provider::ProviderKind;
use super::reach::{Spread, spread};
use super::sets::{LanguageSet, ThemeSet};
use crate::catalogue::{Area, GeneralDescription, Service};
use crate::reference::themes_with_terms;

/// What a service covers: where, of which themes, by whom, in which languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supply {
    /// The kind of provider that is responsible.
    pub provider: ProviderKind,
    /// Its themes; empty when it is no wellbeing service.
    pub themes: ThemeSet,
    /// The languages that it is given in.
    pub languages: LanguageSet,
    /// The places to which it is counted.
    pub places: Vec<Spread>,
}

impl Supply {
    /// What a service covers with its general description. A service that does not say where is offered where
    /// its organisation works. `labels` are the names of its ontology terms, in any language.
    #[must_use]
    pub fn of<'a>(
        service: &'a Service,
        description: Option<&'a GeneralDescription>,
        (provider, provider_area): (ProviderKind, Option<&Area>),
        labels: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let classification = service.classification_with(description);
        let own = service.texts.values().flat_map(|texts| &texts.keywords);
        let shared = description.into_iter().flat_map(|description| {
            description.texts.values().flat_map(|texts| &texts.common.keywords)
        });
        let keywords = own.chain(shared).map(String::as_str);
        let themes = themes_with_terms(
            &classification.service_classes,
            &classification.target_groups,
            labels.into_iter().chain(keywords),
        );
        Self {
            provider,
            themes: ThemeSet::of(themes),
            languages: LanguageSet::of(service.languages.iter().map(String::as_str)),
            places: spread(service.area.as_ref().or(provider_area)),
        }
    }
}
