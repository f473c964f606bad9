//! What goes because a whole reading did not meet it, or because the source withdrew it.
//!
//! Absence removes an entity from this feed; it is gone when it is in no other. A connection goes
//! with either of its sides. When too much of a kind would go at once, nothing goes at all.

use std::collections::{BTreeMap, HashSet};

use domain::catalogue::{EntityId, EntityKind};
use domain::import::{Mode, Problem, ProblemCode, Report, Severity, is_guarded};
use store::Database;
use store::import::publish::Membership;
use store::import::staging::{Known, known};

use super::memory::{Key, Memory, Met, Published};
use super::{Completeness, Options};

/// How many rows are looked through at once.
const CHUNK: u32 = 5_000;

/// What a run is to remove.
#[derive(Debug, Default)]
pub(super) struct Leaving {
    /// What no feed has any more.
    pub(super) gone: Vec<(EntityKind, EntityId)>,
    /// What other feeds still have, by what its feeds then are.
    pub(super) left: BTreeMap<String, Vec<(EntityKind, EntityId)>>,
    keys: HashSet<Key>,
    /// How many connections go only because the source withdrew a side of theirs by name.
    follow_withdrawn: u64,
}

/// What stays of an entity after a run.
enum Fate {
    Stays,
    LeavesFeed(String),
    Goes,
}

impl Leaving {
    /// Looks through the catalogue for what goes; nothing does when the guard stops it, which the
    /// report then says.
    pub(super) async fn find(
        database: &Database,
        memory: &Memory,
        options: &Options,
        completeness: &Completeness,
        report: &mut Report,
    ) -> Result<Self, store::Error> {
        let mut leaving = Self::default();
        let judging = Judging { memory, options, completeness };
        // Connections are the last: they go with their sides.
        let kinds = EntityKind::ALL.into_iter().filter(|kind| *kind != EntityKind::Connection);
        for kind in kinds.chain([EntityKind::Connection]) {
            if judging.may_lose(kind, &leaving) {
                leaving.look_through(database, &judging, kind).await?;
            }
        }
        if options.accept_drop.is_none() && judging.is_guarded(&leaving, report) {
            return Ok(Self::default());
        }
        for (kind, _) in &leaving.gone {
            report.counts(*kind).gone += 1;
        }
        Ok(leaving)
    }

    async fn look_through(
        &mut self,
        database: &Database,
        judging: &Judging<'_>,
        kind: EntityKind,
    ) -> Result<(), store::Error> {
        let mut after = None;
        loop {
            let rows = known(&mut database.begin().await?, kind, after.as_ref(), CHUNK).await?;
            let Some(last) = rows.last() else { return Ok(()) };
            after = Some(last.id.clone());
            for row in rows {
                let key = Key::of(kind, &row.id);
                match judging.fate(key, &row, self) {
                    Fate::Stays => {}
                    Fate::LeavesFeed(feeds) => {
                        self.left.entry(feeds).or_default().push((kind, row.id));
                    }
                    Fate::Goes => {
                        self.follow_withdrawn += u64::from(judging.follows_withdrawn(&row));
                        self.keys.insert(key);
                        self.gone.push((kind, row.id));
                    }
                }
            }
        }
    }

    /// Whether an entity goes.
    pub(super) fn takes(&self, kind: EntityKind, id: &EntityId) -> bool {
        !self.keys.is_empty() && self.keys.contains(&Key::of(kind, id))
    }

    /// How many entities of a kind leave the feed, gone or not.
    fn count(&self, kind: EntityKind) -> u64 {
        let left = self.left.values().flatten();
        let count = self.gone.iter().chain(left).filter(|(of, _)| *of == kind).count();
        count as u64
    }

    /// What publishing does, with what joined this feed.
    pub(super) fn into_membership(
        self,
        joined: BTreeMap<String, Vec<(EntityKind, EntityId)>>,
    ) -> Membership {
        Membership { gone: self.gone, feeds: self.left.into_iter().chain(joined).collect() }
    }
}

/// What the judgement rests on.
struct Judging<'a> {
    memory: &'a Memory,
    options: &'a Options,
    completeness: &'a Completeness,
}

impl Judging<'_> {
    /// Whether anything of the kind can go: else nobody needs to look.
    fn may_lose(&self, kind: EntityKind, leaving: &Leaving) -> bool {
        let of_connections = kind == EntityKind::Connection
            && (!leaving.keys.is_empty() || !self.completeness.connections_read.is_empty());
        of_connections
            || self.memory.published.values().any(|published| {
                published.kind == kind
                    && !published.gone
                    && (published.met == Met::Withdrawn || self.is_absent(published))
            })
    }

    /// Whether a complete reading of the feed that has the entity did not meet it.
    fn is_absent(&self, published: &Published) -> bool {
        published.met == Met::Not
            && self.options.mode == Mode::Full
            && self.completeness.kinds.contains(&published.kind)
            && self.memory.feeds.has_own(published.feeds)
    }

    fn fate(&self, key: Key, row: &Known, leaving: &Leaving) -> Fate {
        let Some(published) = self.memory.published.get(&key) else { return Fate::Stays };
        if published.gone {
            return Fate::Stays;
        }
        if published.met == Met::Withdrawn || loses_a_side(row, leaving) {
            return Fate::Goes;
        }
        if !self.is_absent(published) && !self.is_left_out(published, row)
            || self.hangs_on_refused(row)
        {
            return Fate::Stays;
        }
        match self.memory.feeds.without_own(published.feeds) {
            none if none.is_empty() => Fate::Goes,
            others => Fate::LeavesFeed(others),
        }
    }

    /// Whether the connections of its service were all read, and this one was not among them.
    fn is_left_out(&self, published: &Published, row: &Known) -> bool {
        row.kind == EntityKind::Connection
            && published.met == Met::Not
            && self.memory.feeds.has_own(published.feeds)
            && row
                .owner
                .as_ref()
                .is_some_and(|service| self.completeness.connections_read.contains(service))
    }

    /// Whether it is a connection of which the source withdrew a side by name.
    fn follows_withdrawn(&self, row: &Known) -> bool {
        let withdrawn = |kind, id: &Option<EntityId>| {
            id.as_ref()
                .and_then(|id| self.memory.published.get(&Key::of(kind, id)))
                .is_some_and(|published| published.met == Met::Withdrawn)
        };
        row.kind == EntityKind::Connection
            && (withdrawn(EntityKind::Service, &row.owner)
                || withdrawn(EntityKind::Channel, &row.target))
    }

    /// Whether it is a connection whose service was refused, or had a connection within that does
    /// not say to what: it may have been within.
    fn hangs_on_refused(&self, row: &Known) -> bool {
        let service = row.owner.as_ref().filter(|_| row.kind == EntityKind::Connection);
        service.is_some_and(|service| {
            if self.memory.doubtful.contains(service) {
                return true;
            }
            let key = Key::of(EntityKind::Service, service);
            self.memory.published.get(&key).is_some_and(|published| published.met == Met::Refused)
        })
    }

    /// Whether too much would leave at once; each kind of which it would is reported.
    fn is_guarded(&self, leaving: &Leaving, report: &mut Report) -> bool {
        let mut guarded = false;
        for kind in EntityKind::ALL {
            let of_kind = |published: &&Published| published.kind == kind && !published.gone;
            let published = || self.memory.published.values().filter(of_kind);
            // What the source withdrew by name is not absence.
            let withdrawn =
                published().filter(|published| published.met == Met::Withdrawn).count() as u64;
            let followers =
                if kind == EntityKind::Connection { leaving.follow_withdrawn } else { 0 };
            let leaving = leaving.count(kind).saturating_sub(withdrawn + followers);
            let members =
                published().filter(|published| self.memory.feeds.has_own(published.feeds)).count();
            if is_guarded(members as u64, leaving) {
                guarded = true;
                let mut problem = Problem::new(Severity::Failed, ProblemCode::DropGuarded)
                    .found(&format!("{leaving} of {members}"));
                problem.kind = Some(kind);
                report.add(problem);
            }
        }
        guarded
    }
}

/// Whether a connection's service or channel goes.
fn loses_a_side(row: &Known, leaving: &Leaving) -> bool {
    row.kind == EntityKind::Connection
        && (row.owner.as_ref().is_some_and(|id| leaving.takes(EntityKind::Service, id))
            || row.target.as_ref().is_some_and(|id| leaving.takes(EntityKind::Channel, id)))
}
