//! What the search knows of a service: its own texts, and the names of what is around it.

use std::collections::{BTreeSet, HashMap};

use domain::catalogue::{
    ChannelKind, Charge, Classification, EntityId, EntityKind, GeneralDescription, Organisation,
    Service, ServiceTexts,
};
use domain::reference::{
    CodeItem, life_event, service_class, target_group, themes, themes_with_terms,
};
use domain::{Language, Localized};
use search::{Coverage, Document, Field, Themes};
use store::Transaction;
use store::catalogue::{ChannelHead, Stored, heads, list, many, names};

use crate::Error;

/// How many rows are read at once.
const CHUNK: u32 = 2_000;
/// The most channels whose names a service is found by: one with thousands would outweigh all else.
const CHANNELS: usize = 100;

/// An organisation, as far as its services are found by it.
pub(crate) struct Provider {
    /// Its names.
    pub(crate) names: Localized,
    /// The code of its kind, where that is known.
    pub(crate) kind: Option<String>,
    /// Where it works.
    pub(crate) coverage: Option<Coverage>,
}

/// What services point to.
#[derive(Default)]
pub(crate) struct Surroundings {
    /// The organisations.
    pub(crate) providers: HashMap<EntityId, Provider>,
    /// The general descriptions.
    pub(crate) descriptions: HashMap<EntityId, GeneralDescription>,
    /// The labels of ontology terms.
    pub(crate) terms: HashMap<EntityId, Localized>,
}

impl Surroundings {
    /// Loads it all: some thousands of organisations and general descriptions, and terms by name.
    pub(super) async fn load(reading: &mut Transaction) -> Result<Self, Error> {
        let mut surroundings = Self::default();
        surroundings.add_providers(all(reading, EntityKind::Organisation).await?)?;
        surroundings.add_descriptions(all(reading, EntityKind::GeneralDescription).await?)?;
        let mut after = None;
        loop {
            let named = names(reading, EntityKind::OntologyTerm, after.as_ref(), CHUNK).await?;
            let Some((last, _)) = named.last() else { break };
            after = Some(last.clone());
            surroundings.terms.extend(named);
        }
        Ok(surroundings)
    }

    /// Loads what these services point to.
    pub(super) async fn of(reading: &mut Transaction, services: &[Service]) -> Result<Self, Error> {
        let mut surroundings = Self::default();
        let organisations = distinct(services.iter().flat_map(organisations));
        let organisations = many(reading, EntityKind::Organisation, &organisations).await?;
        surroundings.add_providers(organisations)?;
        let descriptions =
            distinct(services.iter().filter_map(|it| it.general_description.as_ref()));
        let descriptions = many(reading, EntityKind::GeneralDescription, &descriptions).await?;
        surroundings.add_descriptions(descriptions)?;
        let mut terms = Vec::new();
        for service in services {
            let classification = service.classification_with(surroundings.description_of(service));
            terms.extend(classification.ontology_terms.iter().filter_map(|uri| term_id(uri)));
        }
        let terms = heads(reading, EntityKind::OntologyTerm, &distinct(terms.iter())).await?;
        surroundings.terms = terms.into_iter().map(|term| (term.id, term.names)).collect();
        Ok(surroundings)
    }

    fn add_providers(&mut self, organisations: Vec<Stored>) -> Result<(), Error> {
        for stored in organisations.into_iter().filter(|stored| stored.gone.is_none()) {
            let organisation: Organisation = read(&stored)?;
            let coverage = organisation.area.as_ref().map(Coverage::from);
            let kind = Some(organisation.kind.code().to_owned());
            self.providers.insert(stored.id, Provider { names: stored.names, kind, coverage });
        }
        Ok(())
    }

    fn add_descriptions(&mut self, descriptions: Vec<Stored>) -> Result<(), Error> {
        for stored in descriptions.into_iter().filter(|stored| stored.gone.is_none()) {
            let description = read(&stored)?;
            self.descriptions.insert(stored.id, description);
        }
        Ok(())
    }

    fn description_of(&self, service: &Service) -> Option<&GeneralDescription> {
        service.general_description.as_ref().and_then(|id| self.descriptions.get(id))
    }

    /// What the search knows of a service.
    pub(crate) fn document(&self, service: Service, channels: &[ChannelHead]) -> Document {
        let description = self.description_of(&service);
        let classification = service.classification_with(description);
        let mut texts = Texts::default();
        texts.add_service(&service, description);
        for name in self.organisation_names(&service) {
            texts.add_all(Field::Organisation, name);
        }
        for channel in channels.iter().take(CHANNELS) {
            texts.add_all(Field::ChannelName, &channel.names);
        }
        self.add_classification(&classification, &mut texts);
        let themes = themes_of(&classification, &texts);
        for theme in
            themes.iter().filter_map(|number| domain::reference::themes().get(usize::from(number)))
        {
            for language in Language::INTERFACE {
                texts.add(Field::Class, language, theme.name(language));
            }
        }
        let provider = service.organisation.as_ref().and_then(|id| self.providers.get(id));
        let is_free = service.charge_with(description) == Some(Charge::Free);
        let coverage = service
            .area
            .as_ref()
            .map(Coverage::from)
            // A service that does not say where is offered where its organisation works.
            .or_else(|| provider.and_then(|provider| provider.coverage.clone()))
            .unwrap_or_default();
        Document {
            id: String::from(service.id),
            organisation: service.organisation.map(String::from),
            texts: texts.0,
            coverage,
            themes,
            is_free,
            classes: classification.service_classes,
            target_groups: classification.target_groups,
            life_events: classification.life_events,
            languages: service.languages,
            is_remote: channels.iter().filter_map(|head| head.kind.as_ref()).any(is_remote),
            channel_kinds: channels
                .iter()
                .filter_map(|head| head.kind.as_ref())
                .filter(|kind| kind.is_known())
                .map(|kind| kind.code().to_owned())
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect(),
            provider_kind: provider.and_then(|provider| provider.kind.clone()),
            places: Vec::new(),
        }
    }

    fn organisation_names<'a>(&'a self, service: &'a Service) -> Vec<&'a Localized> {
        let mut ids: Vec<&EntityId> = organisations(service).collect();
        ids.sort_unstable();
        ids.dedup();
        let known = ids.into_iter().filter_map(|id| self.providers.get(id)).map(|it| &it.names);
        known.chain(service.producers.iter().map(|producer| &producer.name)).collect()
    }

    fn add_classification(&self, classification: &Classification, texts: &mut Texts) {
        for uri in &classification.ontology_terms {
            if let Some(names) = term_id(uri).and_then(|id| self.terms.get(&id)) {
                texts.add_all(Field::Term, names);
            }
        }
        let classes = classification.service_classes.iter().filter_map(|code| service_class(code));
        texts.add_codes(Field::Class, classes);
        let groups = classification.target_groups.iter().filter_map(|code| target_group(code));
        let events = classification.life_events.iter().filter_map(|code| life_event(code));
        texts.add_codes(Field::TargetGroup, groups.chain(events));
    }
}

/// The organisations that are responsible for a service or produce it.
fn organisations(service: &Service) -> impl Iterator<Item = &EntityId> {
    let producers = service.producers.iter().filter_map(|producer| producer.organisation.as_ref());
    service.organisation.iter().chain(&service.other_organisations).chain(producers)
}

/// The id of an ontology term.
fn term_id(uri: &str) -> Option<EntityId> {
    EntityId::new(uri).ok()
}

/// These ids, each once.
fn distinct<'a>(ids: impl Iterator<Item = &'a EntityId>) -> Vec<EntityId> {
    ids.collect::<BTreeSet<_>>().into_iter().cloned().collect()
}

/// Whether one gets a service through such a channel without going anywhere.
const fn is_remote(kind: &ChannelKind) -> bool {
    matches!(kind, ChannelKind::EService | ChannelKind::Telephone)
}

fn themes_of(classification: &Classification, texts: &Texts) -> Themes {
    let labels = texts.0.iter().filter(|(field, ..)| matches!(field, Field::Term | Field::Keyword));
    let found = themes_with_terms(
        &classification.service_classes,
        &classification.target_groups,
        labels.map(|(.., label)| label.as_str()),
    );
    let number = |id: &str| themes().iter().position(|theme| theme.id == id);
    found
        .into_iter()
        .filter_map(|theme| number(theme.id).and_then(|number| u8::try_from(number).ok()))
        .collect()
}

async fn all(reading: &mut Transaction, kind: EntityKind) -> Result<Vec<Stored>, Error> {
    let mut found: Vec<Stored> = Vec::new();
    loop {
        let after = found.last().map(|stored| stored.id.clone());
        let chunk = list(reading, kind, after.as_ref(), CHUNK).await?;
        if chunk.is_empty() {
            return Ok(found);
        }
        found.extend(chunk);
    }
}

/// Reads an entity from its document.
pub(crate) fn read<T: serde::de::DeserializeOwned>(stored: &Stored) -> Result<T, Error> {
    serde_json::from_str(&stored.document)
        .map_err(|error| Error::Internal(format!("{} {}: {error}", stored.kind, stored.id)))
}

/// The texts of a document as they gather.
#[derive(Default)]
struct Texts(Vec<(Field, Language, String)>);

impl Texts {
    fn add(&mut self, field: Field, language: Language, text: &str) {
        if !text.is_empty() {
            self.0.push((field, language, text.to_owned()));
        }
    }

    fn add_one(&mut self, field: Field, language: Language, text: Option<&String>) {
        if let Some(text) = text {
            self.add(field, language, text);
        }
    }

    fn add_all(&mut self, field: Field, texts: &Localized) {
        for (language, text) in texts.iter() {
            self.add(field, language, text);
        }
    }

    fn add_codes<'a>(&mut self, field: Field, codes: impl Iterator<Item = &'a CodeItem>) {
        for code in codes {
            for language in Language::INTERFACE {
                self.add(field, language, code.name(language));
            }
        }
    }

    /// A service's texts in every language in which it or its general description has any. The general
    /// description's name is another name of it.
    fn add_service(&mut self, service: &Service, description: Option<&GeneralDescription>) {
        let none = ServiceTexts::default();
        let shared_texts = description.map(|description| &description.texts);
        let languages = service.texts.keys().chain(shared_texts.iter().flat_map(|it| it.keys()));
        for language in languages.collect::<BTreeSet<_>>() {
            let own = service.texts.get(language).unwrap_or(&none);
            let shared = shared_texts.and_then(|texts| texts.get(language));
            self.add_texts(*language, own, shared.map(|shared| &shared.common));
            if let Some(shared) = shared {
                if shared.common.name != own.name {
                    self.add(Field::AlternativeName, *language, &shared.common.name);
                }
                self.add_one(Field::Description, *language, shared.background_description.as_ref());
            }
        }
    }

    /// A service's own texts and, where they say nothing of a matter, its general description's.
    fn add_texts(&mut self, language: Language, own: &ServiceTexts, shared: Option<&ServiceTexts>) {
        self.add(Field::Name, language, &own.name);
        for texts in [Some(own), shared].into_iter().flatten() {
            self.add_one(Field::AlternativeName, language, texts.alternative_name.as_ref());
            for keyword in &texts.keywords {
                self.add(Field::Keyword, language, keyword);
            }
            self.add_one(Field::Description, language, texts.description.as_ref());
        }
        let matters: [(Field, Matter); 5] = [
            (Field::Summary, |texts| texts.summary.as_ref()),
            (Field::Instructions, |texts| texts.user_instructions.as_ref()),
            (Field::Instructions, |texts| texts.conditions.as_ref()),
            (Field::Instructions, |texts| texts.charge_information.as_ref()),
            (Field::Instructions, |texts| texts.processing_time.as_ref()),
        ];
        for (field, matter) in matters {
            self.add_one(field, language, matter(own).or_else(|| shared.and_then(matter)));
        }
    }
}

/// One of a service's texts.
type Matter = fn(&ServiceTexts) -> Option<&String>;
