//! The description helper: what the rules of quality find in a description that somebody is writing, which classes,
//! terms and groups it may want, and the description in PTV's own forms. Nothing is kept.

use std::collections::HashMap;

use ::quality::{About, AboutService, Finding, Settings, Subject, check as check_by_rules};
use domain::catalogue::{EntityId, EntityKind, OntologyTerm, Service};
use domain::description::Description;
use domain::reference::{CodeItem, service_class, target_group};
use domain::{Language, Localized};
use jiff::tz::TimeZone;
use search::Query;
use serde_json::Value;
use store::catalogue::{documents, many};

use crate::{App, Error};

/// How many services that are like it are looked at.
const ALIKE: usize = 12;
/// How many of them must have a class or a group before it is suggested.
const SOME: usize = 3;
/// How many classes, terms and groups are suggested each.
const SUGGESTED: usize = 6;
/// How surely a text must speak of a need before the need's classes are suggested.
const SURE: f32 = 0.5;
/// The same for sentences of the description.
const SURER: f32 = 0.9;
/// What speaks for a suggestion must be at least so much of what speaks for the best.
const OF_BEST: f32 = 0.2;
/// The longest piece of text that is understood at once, in characters.
const PIECE: usize = 300;
/// How many pieces of a description are understood.
const PIECES: usize = 12;

/// What may be chosen, with what is chosen.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Choices {
    /// Service classes.
    pub classes: Vec<Choice<&'static CodeItem>>,
    /// Ontology terms: the URI with the names.
    pub terms: Vec<Choice<(EntityId, Localized)>>,
    /// Target groups.
    pub groups: Vec<Choice<&'static CodeItem>>,
}

/// Something to choose.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice<T> {
    /// What it is.
    pub of: T,
    /// Whether it is chosen; otherwise it is suggested.
    pub is_chosen: bool,
}

/// What the rules find in a description. Rules that need what only PTV knows (channels, dates) are left out.
#[must_use]
pub fn check(app: &App, settings: &Settings, description: &Description) -> Vec<Finding> {
    let service = description.service();
    let subject = Subject {
        about: About::Service(AboutService {
            service: &service,
            description: None,
            channels: None,
        }),
        organisation: None,
        names: None,
        today: app.now().to_zoned(TimeZone::UTC).date(),
        words: app.words().finnish().map(AsRef::as_ref),
    };
    check_by_rules(&subject, settings)
}

/// What is chosen and what may be: by the needs that the text speaks of, and by what the services have that the
/// search finds for it.
///
/// # Errors
/// When the database is not there.
pub async fn choices(app: &App, description: &Description) -> Result<Choices, Error> {
    let service = description.service();
    let chosen = &service.classification;
    let pieces = pieces(&service);
    let mut classes: Tally = Tally::default();
    let mut groups: Tally = Tally::default();
    for (place, piece) in pieces.iter().enumerate() {
        // The name and the summary say what it is; a sentence further on may speak of anything.
        let (sure, weight) = if place < 2 { (SURE, 2.0) } else { (SURER, 0.5) };
        let needs = app.index().needs_in(piece, &app.staff_list());
        for (need, strength) in needs.into_iter().filter(|(_, one)| *one >= sure).take(1) {
            let first = need.classes.first().map(|code| (*code).to_owned());
            classes.add(first, strength * weight);
            groups.add(need.groups.iter().map(|code| (*code).to_owned()), strength * weight);
        }
    }
    let mut terms: Tally = Tally::default();
    let alike = alike(app, &pieces).await?;
    let counted = |pick: fn(&Service) -> &Vec<String>| {
        let mut counts: HashMap<String, usize> = HashMap::new();
        for code in alike.iter().flat_map(pick) {
            *counts.entry(code.clone()).or_default() += 1;
        }
        counts.into_iter().filter(|(_, count)| *count >= SOME)
    };
    for (code, count) in counted(|service| &service.classification.service_classes) {
        classes.add([code], share(count));
    }
    for (code, count) in counted(|service| &service.classification.target_groups) {
        groups.add([code], share(count));
    }
    for service in &alike {
        terms.add(service.classification.ontology_terms.iter().cloned(), share(1));
    }
    let codes = |chosen: &[String], tally: Tally, item: fn(&str) -> Option<&'static CodeItem>| {
        tally
            .beside(chosen)
            .filter_map(|(code, is_chosen)| Some(Choice { of: item(&code)?, is_chosen }))
            .collect()
    };
    Ok(Choices {
        classes: codes(&chosen.service_classes, classes, service_class),
        terms: named(app, terms.beside(&chosen.ontology_terms).collect()).await?,
        groups: codes(&chosen.target_groups, groups, target_group),
    })
}

/// A description as PTV's Open API v12 has it.
#[must_use]
pub fn v12(description: &Description) -> Value {
    ::sources::ptv::draft::v12(&description.service())
}

/// A description as PTV's Open API v11 takes it.
#[must_use]
pub fn v11(description: &Description) -> Value {
    ::sources::ptv::draft::v11(&description.service())
}

#[expect(clippy::cast_precision_loss, reason = "a dozen services")]
fn share(count: usize) -> f32 {
    count as f32 / ALIKE as f32
}

/// The texts cut into pieces that are each about one thing: names, summaries, then sentences.
fn pieces(service: &Service) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for texts in service.texts.values() {
        pieces.push(texts.name.clone());
        pieces.extend(texts.summary.clone());
    }
    for text in service.texts.values().filter_map(|texts| texts.description.as_ref()) {
        pieces.extend(text.split(['.', '!', '?', '\n']).map(str::to_owned));
    }
    pieces.retain(|piece| piece.trim().chars().count() > 2);
    pieces.truncate(PIECES);
    pieces.iter().map(|piece| piece.chars().take(PIECE).collect()).collect()
}

/// The services that the search finds for the name and the summary.
async fn alike(app: &App, pieces: &[String]) -> Result<Vec<Service>, Error> {
    let text: Vec<&str> = pieces.iter().take(2).map(String::as_str).collect();
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let hits = app.index().search(&Query {
        text: text.join(" ").chars().take(PIECE).collect(),
        limit: ALIKE,
        without_facets: true,
        ..Query::default()
    });
    let ids = hits.hits.iter().filter_map(|hit| EntityId::new(hit.id.as_str()).ok());
    let ids: Vec<EntityId> = ids.collect();
    let mut reading = app.database().begin().await?;
    let found = documents(&mut reading, EntityKind::Service, &ids).await?;
    let read = found.into_iter().map(|(id, document)| {
        serde_json::from_str(&document)
            .map_err(|error| Error::Internal(format!("the document of service {id}: {error}")))
    });
    read.collect()
}

/// Terms with their names, as the catalogue has them; those that it does not have are left out unless they are
/// chosen.
async fn named(
    app: &App,
    terms: Vec<(String, bool)>,
) -> Result<Vec<Choice<(EntityId, Localized)>>, Error> {
    let ids: Vec<EntityId> =
        terms.iter().filter_map(|(uri, _)| EntityId::new(uri.as_str()).ok()).collect();
    let mut reading = app.database().begin().await?;
    let mut names: HashMap<EntityId, Localized> = HashMap::new();
    for stored in many(&mut reading, EntityKind::OntologyTerm, &ids).await? {
        let term: OntologyTerm = crate::index::read(&stored)?;
        names.insert(stored.id, term.names);
    }
    let choice = |(uri, is_chosen): (String, bool)| {
        let id = EntityId::new(uri.as_str()).ok()?;
        let known = names.remove(&id);
        let unnamed = || is_chosen.then(|| Localized::new(Language::Fi, uri));
        Some(Choice { of: (id, known.or_else(unnamed)?), is_chosen })
    };
    Ok(terms.into_iter().filter_map(choice).collect())
}

/// What speaks for each code.
#[derive(Default)]
struct Tally(HashMap<String, f32>);

impl Tally {
    fn add(&mut self, codes: impl IntoIterator<Item = String>, weight: f32) {
        for code in codes {
            *self.0.entry(code).or_default() += weight;
        }
    }

    /// What is chosen, then the best of what is not.
    fn beside(self, chosen: &[String]) -> impl Iterator<Item = (String, bool)> {
        let others = self.0.into_iter().filter(|(code, _)| !chosen.contains(code));
        let mut others: Vec<(String, f32)> = others.collect();
        others.sort_by(|one, other| other.1.total_cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        let least = others.first().map_or(0.0, |(_, best)| best * OF_BEST);
        let near = others.into_iter().filter(move |(_, weight)| *weight >= least);
        let suggested = near.take(SUGGESTED).map(|(code, _)| (code, false));
        let own: Vec<(String, bool)> = chosen.iter().map(|code| (code.clone(), true)).collect();
        own.into_iter().chain(suggested)
    }
}
