//! Checking descriptions: the whole catalogue, or an organisation's, in batches.
//!
//! A [`Round`] knows what descriptions point to, in one generation of the catalogue; it checks what it is given, however
//! that was chosen.

mod dashboard;
mod follow;
mod inputs;
mod seen;
mod stale;
mod standards;
mod standing;
mod table;

use std::collections::HashMap;
use std::sync::Arc;

use ::quality::{About, AboutChannel, AboutService, Bearer, NamesInUse, Subject, check};
use domain::catalogue::{
    Channel, Connection, EntityId, EntityKind, GeneralDescription, Organisation, Service,
};
use jiff::civil::Date;
use store::Transaction;
use store::catalogue::{Stored, by_owner, connections_of, list, named, services_of_channels};

pub use ::quality::{
    Evidence, Field, Finding, Piece, Rule, Settings, Severity, explanation, marked, rule, rules,
    score,
};
pub use dashboard::{Dashboard, dashboard, findings_total, mendings};
pub use follow::{Refreshed, follow, refresh};
pub(crate) use seen::kept;
pub use seen::{
    Choice, Described, FieldText, Kept, Listed, Overview, Scored, described, findings, is_own,
    overview,
};
pub use stale::{StaleDescription, StaleOwner, review_days, stale_descriptions, stale_owners};
pub use standards::Standards;
pub use standing::{Standing, is_counted};
pub use store::quality::{Changes, Counted, Point, Score};
pub use table::{Row, csv};

use crate::index::read;
use crate::schedule::finnish_time;
use crate::{App, Error, background};

/// How many entities are read and checked at once.
const CHUNK: u32 = 512;
/// How many rows are read at once where they are only counted.
const READ: u32 = 4096;

/// What is checked, in this order.
const KINDS: [EntityKind; 3] = [EntityKind::Organisation, EntityKind::Channel, EntityKind::Service];

/// An entity and what was found in it.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The kind.
    pub kind: EntityKind,
    /// The id.
    pub id: EntityId,
    /// What was found; nothing when all is well.
    pub findings: Vec<Finding>,
}

/// What descriptions point to, and by what they are checked.
#[derive(Clone)]
pub struct Round(Arc<Around>);

struct Around {
    app: App,
    standards: Standards,
    today: Date,
    organisations: HashMap<EntityId, Organisation>,
    descriptions: HashMap<EntityId, GeneralDescription>,
    names: NamesInUse,
}

impl Round {
    /// Reads what descriptions point to.
    ///
    /// # Errors
    /// When the database is not there, or a document cannot be read.
    pub async fn begin(
        app: &App,
        standards: &Standards,
        reading: &mut Transaction,
    ) -> Result<Self, Error> {
        Ok(Self(Arc::new(Around {
            app: app.clone(),
            standards: standards.clone(),
            today: today(app),
            organisations: all(reading, EntityKind::Organisation).await?,
            descriptions: all(reading, EntityKind::GeneralDescription).await?,
            names: names_in_use(reading).await?,
        })))
    }

    /// Checks organisations, channels or services, the services' connections with them; entities of other kinds are let
    /// pass. How many statements it takes is bounded by how many entities it is given.
    ///
    /// # Errors
    /// When the database is not there, or a document cannot be read.
    pub async fn check(
        &self,
        reading: &mut Transaction,
        entities: &[Stored],
    ) -> Result<Vec<Checked>, Error> {
        let mut work = Vec::new();
        for entity in entities {
            match entity.kind {
                EntityKind::Organisation => work.push(Work::Organisation(read(entity)?)),
                EntityKind::Channel => work.push(Work::Channel(read(entity)?, 0)),
                EntityKind::Service => work.push(Work::Service(read(entity)?, Vec::new())),
                _ => {}
            }
        }
        add_services(reading, &mut work).await?;
        add_connections(reading, &mut work).await?;
        let around = self.0.clone();
        // Words take time: not on a thread that answers requests.
        background::run(move || around.check(&work)).await
    }
}

/// The day on which is checked, as it is in Finland.
fn today(app: &App) -> Date {
    finnish_time(app.now()).date()
}

/// One of what is checked, with what stands around it and is not of the whole catalogue.
enum Work {
    Organisation(Organisation),
    /// With how many services it has.
    Channel(Channel, usize),
    Service(Service, Vec<Connection>),
}

async fn add_services(reading: &mut Transaction, work: &mut [Work]) -> Result<(), Error> {
    let ids: Vec<EntityId> = work
        .iter()
        .filter_map(|it| {
            if let Work::Channel(channel, _) = it { Some(channel.id.clone()) } else { None }
        })
        .collect();
    let counts = services_of_channels(reading, &ids).await?;
    for it in work {
        if let Work::Channel(channel, services) = it {
            *services = counts.get(&channel.id).copied().unwrap_or(0);
        }
    }
    Ok(())
}

async fn add_connections(reading: &mut Transaction, work: &mut [Work]) -> Result<(), Error> {
    let ids: Vec<EntityId> = work
        .iter()
        .filter_map(|it| {
            if let Work::Service(service, _) = it { Some(service.id.clone()) } else { None }
        })
        .collect();
    let mut found: HashMap<EntityId, Vec<Connection>> = HashMap::new();
    for document in connections_of(reading, &ids).await? {
        let connection: Connection = serde_json::from_str(&document)
            .map_err(|error| Error::Internal(format!("a connection's document: {error}")))?;
        found.entry(connection.service.clone()).or_default().push(connection);
    }
    for it in work {
        if let Work::Service(service, connections) = it {
            *connections = found.remove(&service.id).unwrap_or_default();
        }
    }
    Ok(())
}

impl Around {
    /// Checks on as many threads as the machine has cores.
    fn check(&self, work: &[Work]) -> Vec<Checked> {
        let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let share = work.len().div_ceil(threads).max(1);
        let all = |part: &[Work]| part.iter().flat_map(|it| self.check_one(it)).collect::<Vec<_>>();
        std::thread::scope(|scope| {
            let parts = work.chunks(share).map(|part| scope.spawn(move || all(part)));
            let parts: Vec<_> = parts.collect();
            parts.into_iter().flat_map(|part| part.join().unwrap_or_default()).collect()
        })
    }

    fn check_one(&self, work: &Work) -> Vec<Checked> {
        match work {
            Work::Organisation(organisation) => {
                let about = About::Organisation(organisation);
                vec![self.checked(about, &organisation.id, Some(&organisation.id))]
            }
            Work::Channel(channel, services) => {
                let about = About::Channel(AboutChannel { channel, services: Some(*services) });
                vec![self.checked(about, &channel.id, channel.organisation.as_ref())]
            }
            Work::Service(service, connections) => {
                let description = service.general_description.as_ref();
                let about = About::Service(AboutService {
                    service,
                    description: description.and_then(|id| self.descriptions.get(id)),
                    channels: Some(connections.len()),
                });
                let owner = service.organisation.as_ref();
                let mut checked = vec![self.checked(about, &service.id, owner)];
                checked.extend(connections.iter().map(|connection| {
                    self.checked(About::Connection(connection), &connection.id(), owner)
                }));
                checked
            }
        }
    }

    fn checked(&self, about: About<'_>, id: &EntityId, owner: Option<&EntityId>) -> Checked {
        let subject = Subject {
            about,
            organisation: owner.and_then(|id| self.organisations.get(id)),
            names: Some(&self.names),
            today: self.today,
            words: self.app.words().finnish().map(AsRef::as_ref),
        };
        let findings = check(&subject, self.standards.of(self.home(owner)));
        Checked { kind: about.kind(), id: id.clone(), findings }
    }
}

async fn all<T: serde::de::DeserializeOwned>(
    reading: &mut Transaction,
    kind: EntityKind,
) -> Result<HashMap<EntityId, T>, Error> {
    let (mut found, mut after) = (HashMap::new(), None);
    loop {
        let chunk = list(reading, kind, after.as_ref(), CHUNK).await?;
        let Some(last) = chunk.last() else { return Ok(found) };
        after = Some(last.id.clone());
        for stored in chunk {
            found.insert(stored.id.clone(), read(&stored)?);
        }
    }
}

async fn names_in_use(reading: &mut Transaction) -> Result<NamesInUse, Error> {
    let mut names = NamesInUse::default();
    for kind in [EntityKind::Service, EntityKind::Channel] {
        let mut after = None;
        loop {
            let chunk = named(reading, kind, after.as_ref(), CHUNK).await?;
            let Some(last) = chunk.last() else { break };
            after = Some(last.id.clone());
            for it in &chunk {
                let Some(owner) = &it.owner else { continue };
                let bearer = it.channel.as_ref().map_or(Bearer::Service, Bearer::Channel);
                for (language, name) in it.names.iter() {
                    names.add(owner, bearer, language, name);
                }
            }
        }
    }
    Ok(names)
}

/// How much was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Organisations.
    pub organisations: usize,
    /// Channels.
    pub channels: usize,
    /// Services.
    pub services: usize,
    /// Connections of the services.
    pub connections: usize,
}

impl Tally {
    fn add(&mut self, kind: EntityKind) {
        match kind {
            EntityKind::Organisation => self.organisations += 1,
            EntityKind::Channel => self.channels += 1,
            EntityKind::Service => self.services += 1,
            EntityKind::Connection => self.connections += 1,
            _ => {}
        }
    }
}

/// Checks the catalogue's organisations, channels and services with their connections, or those of one organisation, and
/// gives the rows of each batch in the order of the ids. Everything is of one generation of the catalogue.
///
/// # Errors
/// When the database is not there, when nobody knows the organisation, or when `take` fails.
pub async fn check_catalogue<E: From<Error>>(
    app: &App,
    settings: &Settings,
    organisation: Option<&EntityId>,
    mut take: impl FnMut(Vec<Row>) -> Result<(), E>,
) -> Result<Tally, E> {
    let mut reading = app.database().begin().await.map_err(Error::from)?;
    let standards = Standards::of_all(settings.clone());
    let round = Round::begin(app, &standards, &mut reading).await?;
    if organisation.is_some_and(|id| !round.0.organisations.contains_key(id)) {
        return Err(Error::NotFound.into());
    }
    let mut tally = Tally::default();
    for kind in KINDS {
        let mut after = None;
        loop {
            let chunk = chunk(&mut reading, kind, organisation, after.as_ref()).await?;
            let Some(last) = chunk.last() else { break };
            after = Some(last.id.clone());
            let mut rows = Vec::new();
            for checked in round.check(&mut reading, &chunk).await? {
                tally.add(checked.kind);
                let (kind, id) = (checked.kind, &checked.id);
                rows.extend(checked.findings.into_iter().map(|it| Row::new(kind, id, it)));
            }
            take(rows)?;
            // The organisation itself is one.
            if kind == EntityKind::Organisation && organisation.is_some() {
                break;
            }
        }
    }
    Ok(tally)
}

async fn chunk(
    reading: &mut Transaction,
    kind: EntityKind,
    organisation: Option<&EntityId>,
    after: Option<&EntityId>,
) -> Result<Vec<Stored>, Error> {
    Ok(match organisation {
        None => list(reading, kind, after, CHUNK).await?,
        Some(id) if kind == EntityKind::Organisation => {
            store::catalogue::many(reading, kind, std::slice::from_ref(id)).await?
        }
        Some(id) => by_owner(reading, kind, id, after, CHUNK).await?,
    })
}
