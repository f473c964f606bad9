//! The end of a run: the edges between organisations, what goes, the counts, and publishing.

use std::collections::BTreeMap;

use domain::catalogue::{EntityId, EntityKind};
use domain::import::{Outcome, Problem, ProblemCode, Report, Severity, cut_rings};
use store::import::publish::Membership;
use store::import::staging::{Run, cut_owner, delete};

use super::absent::Leaving;
use super::memory::{Key, Memory, Met};
use super::taker::{Taken, Unsure};
use super::{Completeness, Options};
use crate::{App, Error};

/// Publishes what was taken, with everything that follows from it.
pub(super) async fn publish(
    app: &App,
    options: &Options,
    run: &Run,
    taken: Taken,
    completeness: &Completeness,
) -> Result<Report, Error> {
    let database = app.database();
    let Taken { mut memory, mut report, joined, unsure, new_parents } = taken;
    let cut = cut_edges(&mut memory, &new_parents, &mut report);
    let leaving = Leaving::find(database, &memory, options, completeness, &mut report).await?;
    let dangling = refuse_dangling(&mut memory, &leaving, unsure, &mut report);
    count(&memory, &mut report);
    report.outcome = if report.problems.iter().any(|problem| problem.severity == Severity::Failed) {
        Outcome::Partial
    } else {
        Outcome::Complete
    };
    report.ended = Some(app.now());
    let closing = Closing { membership: leaving.into_membership(joined), cut, dangling };
    let run = run.clone();
    database
        .write(move |transaction| {
            Box::pin(async move { closing.perform(transaction, &run, report).await })
        })
        .await
}

/// What is done in the publishing transaction.
struct Closing {
    membership: Membership,
    /// The staged rows of organisations whose edge closes a ring.
    cut: Vec<i64>,
    /// The staged rows of connections that lack a side.
    dangling: Vec<i64>,
}

impl Closing {
    async fn perform(
        self,
        transaction: &mut store::Transaction,
        run: &Run,
        mut report: Report,
    ) -> Result<Report, Error> {
        // First, since it tells whether this run may still publish, and keeps others out until it
        // has.
        if !store::import::release_lease(transaction, &run.id).await? {
            return Err(Error::Conflict("another import took this one's place".to_owned()));
        }
        for number in self.cut {
            cut_owner(transaction, number).await?;
        }
        for number in self.dangling {
            delete(transaction, number).await?;
        }
        report.generation =
            store::import::publish::publish(transaction, run, &self.membership).await?;
        store::import::update(transaction, &report).await?;
        Ok(report)
    }
}

/// Reports organisations whose parent is missing, and cuts the edges that close a ring.
fn cut_edges(
    memory: &mut Memory,
    new_parents: &BTreeMap<EntityId, EntityId>,
    report: &mut Report,
) -> Vec<i64> {
    let kind = EntityKind::Organisation;
    let mut warn = |code, organisation: &EntityId, parent: &EntityId| {
        report.add(
            Problem::new(Severity::Warning, code)
                .of(kind, organisation.as_str())
                .at("parent")
                .found(parent.as_str()),
        );
    };
    for (organisation, parent) in new_parents {
        if !memory.offers(kind, parent) {
            warn(ProblemCode::ReferenceMissing, organisation, parent);
        }
    }
    let changed: Vec<EntityId> = new_parents.keys().cloned().collect();
    let cut = cut_rings(&mut memory.parents, &changed);
    for organisation in &cut {
        if let Some(parent) = new_parents.get(organisation) {
            warn(ProblemCode::ReferenceCycle, organisation, parent);
        }
    }
    let staged = |id| memory.in_run.get(&Key::of(kind, id)).map(|in_run| in_run.number);
    cut.iter().filter_map(staged).collect()
}

/// A new connection whose service or channel goes in the same run is refused after all.
fn refuse_dangling(
    memory: &mut Memory,
    leaving: &Leaving,
    unsure: Vec<Unsure>,
    report: &mut Report,
) -> Vec<i64> {
    let kind = EntityKind::Connection;
    let mut dangling = Vec::new();
    for Unsure { id, service, channel } in unsure {
        let missing = if leaving.takes(EntityKind::Service, &service) {
            service
        } else if leaving.takes(EntityKind::Channel, &channel) {
            channel
        } else {
            continue;
        };
        // Of one that was in the catalogue, its going is counted and done there.
        if let Some(in_run) = memory.in_run.remove(&Key::of(kind, &id)) {
            dangling.push(in_run.number);
            let counts = report.counts(kind);
            counts.read += 1;
            counts.refused += 1;
            report.add(
                Problem::new(Severity::Refused, ProblemCode::ReferenceMissing)
                    .of(kind, id.as_str())
                    .found(missing.as_str()),
            );
        }
    }
    dangling
}

/// Counts what was read and what it was to the catalogue; a copy of a record counts once.
fn count(memory: &Memory, report: &mut Report) {
    for in_run in memory.in_run.values() {
        let counts = report.counts(in_run.kind);
        counts.read += 1;
        if in_run.new {
            counts.new += 1;
        } else {
            counts.changed += 1;
        }
    }
    for (key, published) in &memory.published {
        if published.met == Met::Read && !memory.in_run.contains_key(key) {
            let counts = report.counts(published.kind);
            counts.read += 1;
            counts.unchanged += 1;
        }
    }
}
