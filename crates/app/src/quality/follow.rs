//! Findings kept up with the catalogue: after each import, as a program starts, when settings or rules have changed and
//! as a day begins, what may say something else is looked at, and what does read something else is checked again.
//! One node does it at a time.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use domain::catalogue::{EntityId, EntityKind};
use jiff::{SignedDuration, Timestamp};
use store::catalogue::{Stored, generation, list, many};
use store::quality::{self as rows, Place, State};
use store::{Error as StoreError, Transaction};

use super::inputs::Head;
use super::{CHUNK, Finding, KINDS, Round, Severity, Standards, score, standing, today};
use crate::task::{Now, settle};
use crate::{App, Error};

/// How often a running program looks whether something is to be checked.
const LOOK: Duration = Duration::from_secs(1);
/// How long a node has its turn unless it says so again, which it does with each batch.
const TURN: SignedDuration = SignedDuration::from_mins(2);

/// What a round did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Refreshed {
    /// How many organisations, channels and services were looked at.
    pub looked_at: usize,
    /// How many of them were checked, since what their check reads had changed.
    pub checked: usize,
}

/// Keeps findings up with the catalogue for ever.
pub async fn follow(app: App, standards: Standards) {
    loop {
        match refresh(&app, &standards).await {
            Ok(Refreshed { looked_at: 0, .. }) => {}
            Ok(done) => tracing::info!(done.looked_at, done.checked, "descriptions were checked"),
            Err(error) => tracing::warn!("descriptions could not be checked: {error}"),
        }
        tokio::time::sleep(LOOK).await;
    }
}

/// Checks what has to be checked, unless another node does, and gives readers what is counted of the last check: after a
/// start also before the check, which may take long, and whatever the check says.
///
/// # Errors
/// When the database is not there, or a document cannot be read.
pub async fn refresh(app: &App, standards: &Standards) -> Result<Refreshed, Error> {
    if !standing::is_counted(app) {
        standing::refresh(app, standards).await?;
    }
    let done = check(app, standards).await;
    standing::refresh(app, standards).await?;
    done
}

async fn check(app: &App, standards: &Standards) -> Result<Refreshed, Error> {
    let wanted = |generation| State {
        generation,
        standards: standards.print(app),
        day: today(app).to_string(),
    };
    let mut reading = app.database().begin().await?;
    let before = rows::state(&mut reading).await?;
    if before == wanted(generation(&mut reading).await?) {
        return Ok(Refreshed::default());
    }
    drop(reading);
    let holder = app.new_id();
    if !take(app, &holder).await? {
        return Ok(Refreshed::default());
    }
    let done = work(app, standards, &holder, &wanted).await;
    write(app, move |on| Box::pin(async move { Ok(rows::release(on, &holder).await?) })).await?;
    done
}

async fn take(app: &App, holder: &str) -> Result<bool, Error> {
    let (holder, now) = (holder.to_owned(), app.now());
    let until = now.checked_add(TURN).unwrap_or(now);
    write(app, move |on| Box::pin(async move { Ok(rows::take(on, &holder, now, until).await?) }))
        .await
}

async fn work(
    app: &App,
    standards: &Standards,
    holder: &str,
    wanted: &impl Fn(i64) -> State,
) -> Result<Refreshed, Error> {
    // One transaction: all that is read is of one generation.
    let mut reading = app.database().begin().await?;
    let before = rows::state(&mut reading).await?;
    let after = wanted(generation(&mut reading).await?);
    let mut batches = Batches {
        app,
        holder,
        round: Round::begin(app, standards, &mut reading).await?,
        done: Refreshed::default(),
    };
    let is_whole = before.standards != after.standards || before.day != after.day;
    if is_whole {
        for kind in KINDS {
            let mut last = None;
            loop {
                let chunk = list(&mut reading, kind, last.as_ref(), CHUNK).await?;
                let Some(end) = chunk.last() else { break };
                last = Some(end.id.clone());
                batches.keep(&mut reading, chunk).await?;
            }
        }
    }
    if before.generation >= 0 {
        let mut of_kind: BTreeMap<EntityKind, Vec<EntityId>> = BTreeMap::new();
        for (kind, id) in rows::touched(&mut reading, before.generation).await? {
            of_kind.entry(kind).or_default().push(id);
        }
        for (kind, ids) in of_kind {
            for ids in ids.chunks(CHUNK as usize) {
                let mut chunk = many(&mut reading, kind, ids).await?;
                // What is offered was looked at above.
                chunk.retain(|stored| !is_whole || stored.gone.is_some());
                batches.keep(&mut reading, chunk).await?;
            }
        }
    }
    drop(reading);
    let (at, now) = (app.now(), Now::of(app));
    write(app, move |on| {
        Box::pin(async move {
            rows::keep_history(on, at).await?;
            settle(on, &now).await?;
            Ok(rows::set_state(on, &after).await?)
        })
    })
    .await?;
    Ok(batches.done)
}

/// A round under way.
struct Batches<'a> {
    app: &'a App,
    holder: &'a str,
    round: Round,
    done: Refreshed,
}

impl Batches<'_> {
    /// Checks what of a chunk reads something else than it did, and keeps what that says.
    async fn keep(&mut self, reading: &mut Transaction, chunk: Vec<Stored>) -> Result<(), Error> {
        self.done.looked_at += chunk.len();
        let (gone, offered): (Vec<Stored>, Vec<Stored>) =
            chunk.into_iter().partition(|stored| stored.gone.is_some());
        let prints = self.round.prints(reading, &offered).await?;
        let mut known: HashMap<EntityId, [u8; 16]> = HashMap::new();
        for kind in KINDS {
            let ids = ids(offered.iter().filter(|stored| stored.kind == kind));
            known.extend(rows::checked_prints(reading, kind, &ids).await?);
        }
        let (to_check, prints): (Vec<Stored>, Vec<[u8; 16]>) = offered
            .into_iter()
            .zip(prints)
            .filter(|(stored, print)| known.get(&stored.id) != Some(print))
            .unzip();
        if gone.is_empty() && to_check.is_empty() {
            return Ok(());
        }
        self.done.checked += to_check.len();
        let outcome = self.outcome(reading, &to_check, &prints).await?;
        let gone: Vec<_> = gone.into_iter().map(|stored| (stored.kind, stored.id)).collect();
        let (holder, now) = (self.holder.to_owned(), self.app.now());
        let until = now.checked_add(TURN).unwrap_or(now);
        write(self.app, move |on| {
            Box::pin(async move {
                if !rows::take(on, &holder, now, until).await? {
                    let why = "another node checks the descriptions by now";
                    return Err(Error::Conflict(why.to_owned()));
                }
                for (kind, id) in &gone {
                    rows::forget(on, *kind, id, now).await?;
                }
                Ok(outcome.keep(on, now).await?)
            })
        })
        .await
    }

    async fn outcome(
        &self,
        reading: &mut Transaction,
        entities: &[Stored],
        prints: &[[u8; 16]],
    ) -> Result<Outcome, Error> {
        let now = self.app.now();
        let mut own: HashMap<EntityId, Vec<Finding>> = HashMap::new();
        let mut of_connections: HashMap<EntityId, Vec<(EntityId, Finding)>> = HashMap::new();
        for checked in self.round.check(reading, entities).await? {
            if checked.kind == EntityKind::Connection {
                let Some(service) = service_of(&checked.id) else { continue };
                let found = checked.findings.into_iter().map(|one| (checked.id.clone(), one));
                of_connections.entry(service).or_default().extend(found);
            } else {
                own.insert(checked.id, checked.findings);
            }
        }
        let mut outcome = Outcome::default();
        for (stored, print) in entities.iter().zip(prints) {
            let head = Head::of(stored)?;
            let owner = head.owner(stored);
            let home = self.round.0.home(owner.as_ref());
            let own = own.remove(&stored.id).unwrap_or_default();
            let sum = head.languages().map(|language| i64::from(score(&own, language))).sum();
            let versions = i64::try_from(head.languages().count()).unwrap_or(0);
            let mut findings: BTreeMap<Place, rows::Finding> = BTreeMap::new();
            let own = own.into_iter().map(|one| (stored.kind, stored.id.clone(), one));
            let connections = of_connections.remove(&stored.id).unwrap_or_default().into_iter();
            let connections = connections.map(|(id, one)| (EntityKind::Connection, id, one));
            for (kind, id, one) in own.chain(connections) {
                let place = Place {
                    subject: stored.id.clone(),
                    kind,
                    id,
                    rule: one.rule.id.to_owned(),
                    language: one.language,
                    field: one.field.code().to_owned(),
                };
                let evidence = serde_json::to_string(&one.evidence)
                    .map_err(|error| Error::Internal(format!("evidence: {error}")))?;
                findings.entry(place.clone()).or_insert(rows::Finding {
                    place,
                    severity: one.rule.severity.code().to_owned(),
                    owner: owner.clone(),
                    county: home.map(|home| home.county.to_owned()),
                    evidence,
                    since: now,
                    gone: None,
                });
            }
            let of_severity = |severity: Severity| {
                let of_it = findings.values().filter(|one| one.severity == severity.code());
                i64::try_from(of_it.count()).unwrap_or(0)
            };
            outcome.checked.push(rows::Checked {
                kind: stored.kind,
                id: stored.id.clone(),
                owner,
                municipality: home.map(|home| home.code.to_owned()),
                county: home.map(|home| home.county.to_owned()),
                print: *print,
                points: sum,
                versions,
                errors: of_severity(Severity::Error),
                warnings: of_severity(Severity::Warning),
                checked: now,
            });
            outcome.findings.extend(findings);
        }
        Ok(outcome)
    }
}

/// The service of a connection.
fn service_of(connection: &EntityId) -> Option<EntityId> {
    EntityId::new(connection.as_str().split('~').next()?).ok()
}

fn ids<'a>(stored: impl Iterator<Item = &'a Stored>) -> Vec<EntityId> {
    stored.map(|stored| stored.id.clone()).collect()
}

/// What the checks of a batch said.
#[derive(Default)]
struct Outcome {
    checked: Vec<rows::Checked>,
    findings: BTreeMap<Place, rows::Finding>,
}

impl Outcome {
    async fn keep(mut self, on: &mut Transaction, now: Timestamp) -> Result<(), StoreError> {
        let subjects: Vec<EntityId> = self.checked.iter().map(|one| one.id.clone()).collect();
        for known in rows::open_findings(on, &subjects).await? {
            match self.findings.remove(&known.place) {
                None => rows::mark_gone(on, &known.place, now).await?,
                Some(found) if rows::Finding { since: known.since, ..found.clone() } != known => {
                    rows::update_finding(on, &found).await?;
                }
                Some(_) => {}
            }
        }
        let new: Vec<rows::Finding> = self.findings.into_values().collect();
        rows::insert_findings(on, &new).await?;
        for one in &self.checked {
            rows::put_checked(on, one).await?;
        }
        Ok(())
    }
}

async fn write<T, F>(app: &App, work: F) -> Result<T, Error>
where
    T: Send + 'static,
    F: for<'a> FnOnce(&'a mut Transaction) -> store::database::Work<'a, T, Error> + Send + 'static,
{
    app.database().write(work).await
}
