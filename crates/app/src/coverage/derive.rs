//! From the catalogue's history to what each service covered when.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use domain::Localized;
use domain::catalogue::{
    Area, EntityId, EntityKind, GeneralDescription, Organisation, OrganisationKind, Service,
};
use domain::coverage::{ProviderKind, Span, Supply, Version, at, breaks, is_parish, spans};
use domain::reference::{municipalities, themes, themes_with_terms};
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use store::Transaction;
use store::catalogue::{Change, names};
use store::coverage::{State, Versioned, changed_since, services_around, versions};

use crate::{Error, background, hex};

/// Rises when the same history is to give other rows.
const EDITION: u8 = 1;
/// How many entities are read at once.
const CHUNK: u32 = 512;
/// How many organisations above one are looked at.
const GENERATIONS: usize = 6;

/// An organisation, as far as its services are counted by it.
struct Provider {
    kind: OrganisationKind,
    area: Option<Area>,
    parent: Option<EntityId>,
    is_parish: bool,
}

impl From<Organisation> for Provider {
    fn from(organisation: Organisation) -> Self {
        let is_parish = is_parish(&organisation.names());
        let Organisation { kind, area, parent, .. } = organisation;
        Self { kind, area, parent, is_parish }
    }
}

/// What services point to, with its history; of ontology terms the labels of today that tell a theme.
pub(super) struct Around {
    providers: HashMap<EntityId, Vec<Version<Provider>>>,
    descriptions: HashMap<EntityId, Vec<Version<GeneralDescription>>>,
    terms: HashMap<EntityId, Localized>,
}

impl Around {
    pub(super) async fn load(reading: &mut Transaction) -> Result<Self, Error> {
        let providers =
            histories::<Organisation, _>(reading, EntityKind::Organisation, Provider::from).await?;
        let descriptions = histories(reading, EntityKind::GeneralDescription, |it| it).await?;
        Ok(Self { providers, descriptions, terms: telling_terms(reading).await? })
    }

    /// A print of all that rows are made by beside the history: rows of another print are made anew.
    pub(super) fn print(&self) -> String {
        let mut hash = Sha256::new_with_prefix([EDITION]);
        for theme in themes() {
            hash.update(format!("{theme:?}"));
        }
        for one in municipalities() {
            hash.update(format!("{} {}", one.code, one.county));
        }
        let mut terms: Vec<_> = self.terms.iter().collect();
        terms.sort_unstable_by_key(|(id, _)| *id);
        hash.update(format!("{terms:?}"));
        hex::written(&hash.finalize()[..16])
    }

    /// The organisation and those above it, the nearest first, as they were.
    fn above<'a>(
        &'a self,
        id: &'a EntityId,
        time: Timestamp,
    ) -> impl Iterator<Item = &'a Provider> {
        let first = self.provider(id, time);
        let up = move |one: &&'a Provider| self.provider(one.parent.as_ref()?, time);
        std::iter::successors(first, up).take(GENERATIONS)
    }

    fn provider(&self, id: &EntityId, time: Timestamp) -> Option<&Provider> {
        at(self.providers.get(id)?, time)
    }

    /// The kind of provider, and where it works.
    fn responsible(&self, id: Option<&EntityId>, time: Timestamp) -> (ProviderKind, Option<&Area>) {
        let none = (ProviderKind::Unknown, None);
        let Some(id) = id else { return none };
        let Some(own) = self.provider(id, time) else { return none };
        let is_of_parish = self.above(id, time).any(|one| one.is_parish);
        (ProviderKind::of(&own.kind, is_of_parish), own.area.as_ref())
    }

    /// When an organisation or one above it changed.
    fn times_above(&self, id: &EntityId, depth: usize, times: &mut Vec<Timestamp>) {
        let Some(history) = self.providers.get(id).filter(|_| depth < GENERATIONS) else { return };
        times.extend(history.iter().map(|version| version.since));
        let parents = history.iter().filter_map(|version| version.value.as_ref()?.parent.as_ref());
        for parent in parents.collect::<BTreeSet<_>>() {
            self.times_above(parent, depth + 1, times);
        }
    }

    /// The organisations that are or ever were below one of these, and these.
    fn below(&self, changed: &[EntityId]) -> Vec<EntityId> {
        let mut found: BTreeSet<&EntityId> = changed.iter().collect();
        for _ in 0..GENERATIONS {
            let is_below = |history: &Vec<Version<Provider>>| {
                let mut parents =
                    history.iter().filter_map(|one| one.value.as_ref()?.parent.as_ref());
                parents.any(|parent| found.contains(parent))
            };
            let below = self.providers.iter().filter(|(_, history)| is_below(history));
            let new: Vec<&EntityId> =
                below.map(|(id, _)| id).filter(|id| !found.contains(*id)).collect();
            if new.is_empty() {
                break;
            }
            found.extend(new);
        }
        found.into_iter().cloned().collect()
    }

    /// What a service covered from when until when.
    fn spans(&self, history: &[Version<Service>]) -> Vec<Span<Supply>> {
        let Some(first) = history.first().map(|version| version.since) else { return Vec::new() };
        let mut times: Vec<Timestamp> = history.iter().map(|version| version.since).collect();
        let values = || history.iter().filter_map(|version| version.value.as_ref());
        let organisations: BTreeSet<&EntityId> =
            values().filter_map(|service| service.organisation.as_ref()).collect();
        for id in organisations {
            self.times_above(id, 0, &mut times);
        }
        let descriptions: BTreeSet<&EntityId> =
            values().filter_map(|service| service.general_description.as_ref()).collect();
        let described = descriptions.iter().filter_map(|id| self.descriptions.get(*id));
        times.extend(described.flatten().map(|version| version.since));
        times.retain(|time| *time >= first);
        spans(&breaks(times), |time| at(history, time).map(|service| self.supply(service, time)))
    }

    fn supply(&self, service: &Service, time: Timestamp) -> Supply {
        let shared = service.general_description.as_ref();
        let description = shared.and_then(|id| at(self.descriptions.get(id)?, time));
        let terms = service.classification_with(description).ontology_terms;
        let labels = terms
            .iter()
            .filter_map(|uri| self.terms.get(&EntityId::new(uri.as_str()).ok()?))
            .flat_map(|names| names.iter().map(|(_, name)| name));
        let responsible = self.responsible(service.organisation.as_ref(), time);
        Supply::of(service, description, responsible, labels)
    }
}

async fn histories<Read: DeserializeOwned, T>(
    reading: &mut Transaction,
    kind: EntityKind,
    make: impl Fn(Read) -> T,
) -> Result<HashMap<EntityId, Vec<Version<T>>>, Error> {
    let (mut found, mut after) = (HashMap::new(), None);
    loop {
        let ids = changed_since(reading, kind, 0, after.as_ref(), CHUNK).await?;
        let Some(last) = ids.last() else { return Ok(found) };
        after = Some(last.clone());
        for version in versions(reading, kind, &ids).await? {
            let (id, version) = read(kind, version, &make)?;
            found.entry(id).or_insert_with(Vec::new).push(version);
        }
    }
}

fn read<Read: DeserializeOwned, T>(
    kind: EntityKind,
    version: Versioned,
    make: impl Fn(Read) -> T,
) -> Result<(EntityId, Version<T>), Error> {
    let Versioned { id, seen: since, change, document } = version;
    if change == Change::Gone {
        return Ok((id, Version { since, value: None }));
    }
    let value = serde_json::from_str(&document)
        .map_err(|error| Error::Internal(format!("a version of {kind} {id}: {error}")))?;
    Ok((id, Version { since, value: Some(make(value)) }))
}

/// The labels of the ontology terms that tell a theme by one of them.
async fn telling_terms(reading: &mut Transaction) -> Result<HashMap<EntityId, Localized>, Error> {
    let (mut found, mut after) = (HashMap::new(), None);
    loop {
        let named = names(reading, EntityKind::OntologyTerm, after.as_ref(), CHUNK).await?;
        let Some((last, _)) = named.last() else { return Ok(found) };
        after = Some(last.clone());
        let tells = |names: &Localized| {
            !themes_with_terms(&[], &[], names.iter().map(|(_, name)| name)).is_empty()
        };
        found.extend(named.into_iter().filter(|(_, names)| tells(names)));
    }
}

/// Which services' rows are made.
pub(super) struct Work {
    /// Whether all are made anew.
    pub(super) is_all: bool,
    services: Vec<EntityId>,
}

impl Work {
    /// What must be made to come from one state to another: all where the rows were made otherwise, or else the
    /// services that changed or hang on something that did.
    pub(super) async fn new(
        reading: &mut Transaction,
        from: &State,
        to: &State,
        around: &Around,
    ) -> Result<Self, Error> {
        let is_all = from.print != to.print;
        let since = if is_all { 0 } else { from.generation };
        let mut services = all_changed(reading, EntityKind::Service, since).await?;
        if !is_all {
            let changed = all_changed(reading, EntityKind::Organisation, since).await?;
            let descriptions = all_changed(reading, EntityKind::GeneralDescription, since).await?;
            let organisations = around.below(&changed);
            services.extend(services_around(reading, &organisations, &descriptions).await?);
            services.sort_unstable();
            services.dedup();
        }
        Ok(Self { is_all, services })
    }

    /// The services with what they covered when.
    pub(super) async fn supplies(
        &self,
        mut reading: Transaction,
        around: Around,
    ) -> Result<Vec<(EntityId, Vec<Span<Supply>>)>, Error> {
        let around = Arc::new(around);
        let mut supplies = Vec::with_capacity(self.services.len());
        for ids in self.services.chunks(CHUNK as usize) {
            let found = versions(&mut reading, EntityKind::Service, ids).await?;
            let around = Arc::clone(&around);
            // Documents take time: not on a thread that answers requests.
            let made = background::run(move || of_versions(&around, found)).await;
            supplies.extend(made??);
        }
        Ok(supplies)
    }
}

/// A service with what it supplied when.
type Supplied = (EntityId, Vec<Span<Supply>>);

fn of_versions(around: &Around, found: Vec<Versioned>) -> Result<Vec<Supplied>, Error> {
    let mut services: Vec<(EntityId, Vec<Version<Service>>)> = Vec::new();
    for version in found {
        let (id, version) = read(EntityKind::Service, version, |service| service)?;
        match services.last_mut() {
            Some((last, history)) if *last == id => history.push(version),
            _ => services.push((id, vec![version])),
        }
    }
    Ok(services.into_iter().map(|(id, history)| (id, around.spans(&history))).collect())
}

async fn all_changed(
    reading: &mut Transaction,
    kind: EntityKind,
    since: i64,
) -> Result<Vec<EntityId>, Error> {
    let mut found: Vec<EntityId> = Vec::new();
    loop {
        let after = found.last().cloned();
        let ids = changed_since(reading, kind, since, after.as_ref(), CHUNK).await?;
        if ids.is_empty() {
            return Ok(found);
        }
        found.extend(ids);
    }
}
