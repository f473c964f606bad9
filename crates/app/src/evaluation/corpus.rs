//! A corpus of services from its file.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use domain::catalogue::{
    Area, Classification, EntityId, GeneralDescription, GeneralDescriptionTexts, Producer, Service,
    ServiceKind, ServiceTexts,
};
use domain::{Language, Localized};
use search::evaluation::JudgedQuery;
use search::{Document, Index};
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::lines;
use crate::Error;
use crate::index::{Provider, Surroundings};
use crate::words::Words;

/// Texts by language.
type Texts = BTreeMap<Language, String>;
/// Lists of texts by language.
type Lists = BTreeMap<Language, Vec<String>>;

/// A line of the file: a full record, or a name and a summary only.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Line {
    id: EntityId,
    #[serde(default, rename = "source")]
    _source: IgnoredAny,
    scope: Scope,
    #[serde(default)]
    municipalities: Vec<String>,
    names: Texts,
    #[serde(default)]
    alternative_names: Lists,
    #[serde(default)]
    summaries: Texts,
    #[serde(default)]
    descriptions: Texts,
    #[serde(default)]
    user_instructions: Texts,
    #[serde(default)]
    keywords: Lists,
    #[serde(default)]
    ontology_terms: Vec<Term>,
    #[serde(default)]
    service_classes: Vec<String>,
    #[serde(default)]
    target_groups: Vec<String>,
    #[serde(default)]
    life_events: Vec<String>,
    #[serde(default, rename = "type")]
    _kind: IgnoredAny,
    #[serde(default)]
    organizations: Vec<String>,
    #[serde(default)]
    general_description: Option<Shared>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Scope {
    Municipal,
    National,
}

/// An ontology term. It may have labels in languages that are none of ours.
#[derive(Deserialize)]
struct Term {
    uri: EntityId,
    #[serde(flatten)]
    labels: BTreeMap<String, String>,
}

/// A general description.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shared {
    id: EntityId,
    names: Texts,
    #[serde(default)]
    summaries: Texts,
    #[serde(default)]
    descriptions: Texts,
}

/// Services that are in no database, with what they point to.
pub struct Corpus {
    services: Vec<Service>,
    /// The services' places in the list, by id.
    places: HashMap<EntityId, usize>,
    surroundings: Surroundings,
    organisations: HashMap<String, EntityId>,
}

impl Corpus {
    /// Reads the services of a file, an object on each line.
    pub fn read(file: &Path) -> Result<Self, Error> {
        let mut corpus = Self {
            services: Vec::new(),
            places: HashMap::new(),
            surroundings: Surroundings::default(),
            organisations: HashMap::new(),
        };
        lines::each(file, |line| corpus.add(line))?;
        if corpus.services.is_empty() {
            return Err(Error::Refused(format!("{} holds no services", file.display())));
        }
        Ok(corpus)
    }

    /// How many services there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.services.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.services.is_empty()
    }

    /// The name of a service: in the language if it has one, or else in another.
    #[must_use]
    pub fn name(&self, id: &str, language: Language) -> Option<String> {
        let place = self.places.get(&EntityId::new(id).ok()?)?;
        self.services[*place].names().best(language).map(|(_, name)| name.to_owned())
    }

    /// How many of the services that queries have graded are not in the corpus.
    #[must_use]
    pub fn missing(&self, queries: &[JudgedQuery]) -> usize {
        let graded = queries.iter().flat_map(|query| query.grades.keys());
        let ids: std::collections::BTreeSet<&String> = graded.collect();
        let is_missing =
            |id: &str| EntityId::new(id).map_or(true, |id| !self.places.contains_key(&id));
        ids.into_iter().filter(|id| is_missing(id)).count()
    }

    /// The index of the services, made as the catalogue's is.
    #[must_use]
    pub fn index(&self, words: &Words) -> Index {
        let mut builder = words.index_builder();
        for document in self.documents() {
            builder.add(&document);
        }
        builder.finish(0)
    }

    /// The services as the search sees them.
    pub fn documents(&self) -> impl Iterator<Item = Document> {
        let services = self.services.iter();
        services.map(|service| self.surroundings.document(service.clone(), &[]))
    }

    fn add(&mut self, mut line: Line) -> Result<(), String> {
        if line.names.values().all(|name| name.trim().is_empty()) {
            return Err(format!("service {} has no name", line.id));
        }
        if self.places.insert(line.id.clone(), self.services.len()).is_some() {
            return Err(format!("service {} is in the file twice", line.id));
        }
        for term in &line.ontology_terms {
            let labels = term.labels.iter();
            let labels = labels
                .filter_map(|(code, label)| Some((Language::from_code(code)?, label.clone())));
            self.surroundings.terms.insert(term.uri.clone(), labels.collect());
        }
        let organisations: Result<Vec<EntityId>, String> =
            line.organizations.iter().map(|name| self.organisation(name)).collect();
        let mut organisations = organisations?.into_iter();
        let description = line.general_description.take();
        let general_description = description.map(|shared| self.describe(shared));
        self.services.push(Service {
            id: line.id.clone(),
            kind: ServiceKind::Service,
            organisation: organisations.next(),
            other_organisations: organisations.collect(),
            producers: Vec::<Producer>::new(),
            general_description,
            area: Some(area(&line)),
            languages: Vec::new(),
            classification: Classification {
                service_classes: std::mem::take(&mut line.service_classes),
                ontology_terms: line.ontology_terms.iter().map(|it| it.uri.to_string()).collect(),
                target_groups: std::mem::take(&mut line.target_groups),
                life_events: std::mem::take(&mut line.life_events),
                industrial_classes: Vec::new(),
            },
            texts: texts(line)?,
            charge: None,
            funding: None,
            modified: None,
        });
        Ok(())
    }

    /// The id that stands for an organisation of which only the name is known.
    fn organisation(&mut self, name: &str) -> Result<EntityId, String> {
        if let Some(id) = self.organisations.get(name) {
            return Ok(id.clone());
        }
        let id = EntityId::new(format!("organisation-{}", self.organisations.len() + 1))
            .map_err(|error| error.to_string())?;
        self.organisations.insert(name.to_owned(), id.clone());
        let names = Localized::new(Language::Fi, name);
        let provider = Provider { names, kind: None, coverage: None };
        self.surroundings.providers.insert(id.clone(), provider);
        Ok(id)
    }

    fn describe(&mut self, shared: Shared) -> EntityId {
        let mut texts: BTreeMap<Language, GeneralDescriptionTexts> = BTreeMap::new();
        for (language, name) in shared.names {
            texts.entry(language).or_default().common.name = name;
        }
        for (language, summary) in shared.summaries {
            texts.entry(language).or_default().common.summary = Some(summary);
        }
        for (language, description) in shared.descriptions {
            texts.entry(language).or_default().common.description = Some(description);
        }
        let description = GeneralDescription {
            id: shared.id.clone(),
            kind: ServiceKind::Service,
            general_description_kinds: Vec::new(),
            organisation: None,
            texts,
            classification: Classification::default(),
            charge: None,
            modified: None,
        };
        self.surroundings.descriptions.insert(shared.id.clone(), description);
        shared.id
    }
}

fn area(line: &Line) -> Area {
    match line.scope {
        Scope::National => Area::WholeCountry,
        Scope::Municipal => Area::Limited {
            municipalities: line.municipalities.clone(),
            regions: Vec::new(),
            counties: Vec::new(),
            others: Vec::new(),
        },
    }
}

fn texts(line: Line) -> Result<BTreeMap<Language, ServiceTexts>, String> {
    let mut texts: BTreeMap<Language, ServiceTexts> = BTreeMap::new();
    for (language, name) in line.names {
        texts.entry(language).or_default().name = name;
    }
    for (language, names) in line.alternative_names {
        if names.len() > 1 {
            return Err(format!("{} alternative names in {language}: PTV has one", names.len()));
        }
        texts.entry(language).or_default().alternative_name = names.into_iter().next();
    }
    for (language, summary) in line.summaries {
        texts.entry(language).or_default().summary = Some(summary);
    }
    for (language, description) in line.descriptions {
        texts.entry(language).or_default().description = Some(description);
    }
    for (language, instructions) in line.user_instructions {
        texts.entry(language).or_default().user_instructions = Some(instructions);
    }
    for (language, keywords) in line.keywords {
        texts.entry(language).or_default().keywords = keywords;
    }
    Ok(texts)
}
