//! Checking descriptions: the whole catalogue, or an organisation's, in batches.
//!
//! A [`Round`] knows what descriptions point to, in one generation of the catalogue; it checks what it is given, however
//! that was chosen.

mod batch;
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
use store::catalogue::{Stored, by_owner, list, named};

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

use self::inputs::{Inputs, Pointed};
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
    organisations: HashMap<EntityId, Pointed<Organisation>>,
    descriptions: HashMap<EntityId, Pointed<GeneralDescription>>,
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
        entities: Vec<Stored>,
    ) -> Result<Vec<Checked>, Error> {
        let inputs = Inputs::read(reading, &entities).await?;
        let around = Arc::clone(&self.0);
        // Words take time: not on a thread that answers requests.
        let checked = background::run(move || {
            on_all_cores(&entities, |entity| around.check(entity, &inputs))
        });
        let checked: Result<Vec<Vec<Checked>>, Error> = checked.await?.into_iter().collect();
        Ok(checked?.into_iter().flatten().collect())
    }
}

/// The day on which is checked, as it is in Finland.
fn today(app: &App) -> Date {
    finnish_time(app.now()).date()
}

/// Does the same with each of these, on as many threads as the machine has cores; what comes of it is in their order.
fn on_all_cores<T: Sync, A: Send>(all: &[T], each: impl Fn(&T) -> A + Sync) -> Vec<A> {
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let share = all.len().div_ceil(threads).max(1);
    let each = &each;
    std::thread::scope(|scope| {
        let parts = all.chunks(share);
        let parts = parts.map(|part| scope.spawn(|| part.iter().map(each).collect::<Vec<A>>()));
        let parts: Vec<_> = parts.collect();
        let whole = |part: std::thread::ScopedJoinHandle<'_, Vec<A>>| {
            part.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        parts.into_iter().flat_map(whole).collect()
    })
}

impl Around {
    /// Checks an organisation, a channel, or a service with its connections.
    fn check(&self, entity: &Stored, inputs: &Inputs) -> Result<Vec<Checked>, Error> {
        Ok(match entity.kind {
            EntityKind::Organisation => {
                let organisation: Organisation = read(entity)?;
                let about = About::Organisation(&organisation);
                vec![self.checked(about, &organisation.id, Some(&organisation.id))]
            }
            EntityKind::Channel => {
                let channel: Channel = read(entity)?;
                let services = Some(inputs.services(&channel.id));
                let about = About::Channel(AboutChannel { channel: &channel, services });
                vec![self.checked(about, &channel.id, channel.organisation.as_ref())]
            }
            EntityKind::Service => self.check_service(&read(entity)?, inputs)?,
            _ => Vec::new(),
        })
    }

    fn check_service(&self, service: &Service, inputs: &Inputs) -> Result<Vec<Checked>, Error> {
        let connections = inputs.connections(&service.id).iter().map(|document| {
            serde_json::from_str::<Connection>(document)
                .map_err(|error| Error::Internal(format!("a connection's document: {error}")))
        });
        let connections: Vec<Connection> = connections.collect::<Result<_, Error>>()?;
        let description = service.general_description.as_ref();
        let about = About::Service(AboutService {
            service,
            description: description.and_then(|id| self.descriptions.get(id)).map(|one| &one.is),
            channels: Some(connections.len()),
        });
        let owner = service.organisation.as_ref();
        let mut checked = vec![self.checked(about, &service.id, owner)];
        checked.extend(connections.iter().map(|connection| {
            self.checked(About::Connection(connection), &connection.id(), owner)
        }));
        Ok(checked)
    }

    fn checked(&self, about: About<'_>, id: &EntityId, owner: Option<&EntityId>) -> Checked {
        let subject = Subject {
            about,
            organisation: owner.and_then(|id| self.organisations.get(id)).map(|one| &one.is),
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
) -> Result<HashMap<EntityId, Pointed<T>>, Error> {
    let (mut found, mut after) = (HashMap::new(), None);
    loop {
        let chunk = list(reading, kind, after.as_ref(), CHUNK).await?;
        let Some(last) = chunk.last() else { return Ok(found) };
        after = Some(last.id.clone());
        for stored in chunk {
            found.insert(stored.id.clone(), Pointed::read(&stored)?);
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
            for checked in round.check(&mut reading, chunk).await? {
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
