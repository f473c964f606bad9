//! The taking side of the reading: judges each item as it comes, on the reading's own thread, and
//! sends on what must be written.

use std::collections::BTreeMap;

use domain::catalogue::{Entity, EntityId, EntityKind};
use domain::import::{Before, Problem, ProblemCode, Report, Severity, Verdict, is_newer_copy};
use sources::{Fingerprint, Item, Record, Sink, Stopped};
use store::catalogue::Change;
use store::import::staging::Staged;

use super::batch::{Closed, Outbox};
use super::memory::{InRun, Key, Memory, Met, Published};
use super::references::references;

impl From<Closed> for Stopped {
    fn from(_: Closed) -> Self {
        Self
    }
}

/// Takes what is read.
#[derive(Debug)]
pub(super) struct Taker {
    taken: Taken,
    pub(super) outbox: Outbox,
}

/// What is left when the reading has ended.
#[derive(Debug)]
pub(super) struct Taken {
    pub(super) memory: Memory,
    pub(super) report: Report,
    /// Entities that this feed has now too, by what their feeds then are.
    pub(super) joined: BTreeMap<String, Vec<(EntityKind, EntityId)>>,
    /// Connections that were staged while this run had not met a side of theirs: that side may go.
    pub(super) unsure: Vec<Unsure>,
    /// Organisations whose parent was read.
    pub(super) new_parents: BTreeMap<EntityId, EntityId>,
}

/// A staged connection, one of whose sides this run had not met.
#[derive(Debug)]
pub(super) struct Unsure {
    pub(super) id: EntityId,
    pub(super) service: EntityId,
    pub(super) channel: EntityId,
}

impl Sink for Taker {
    fn has(&self, kind: EntityKind, id: &EntityId, fingerprint: Fingerprint) -> bool {
        let key = Key::of(kind, id);
        match self.taken.memory.in_run.get(&key) {
            Some(in_run) => in_run.raw == fingerprint.0,
            None => self
                .taken
                .memory
                .published
                .get(&key)
                .is_some_and(|published| !published.gone && published.raw == fingerprint.0),
        }
    }

    fn take(&mut self, item: Item) -> Result<(), Stopped> {
        match item {
            Item::Record(record) => self.take_record(*record)?,
            Item::Unchanged { kind, id } => self.take_unchanged(kind, &id),
            Item::Gone { kind, id } => {
                if let Some(published) = self.taken.memory.published.get_mut(&Key::of(kind, &id))
                    && published.met != Met::Read
                {
                    published.met = Met::Withdrawn;
                }
            }
            Item::Refused(kind, problem) => self.refuse(kind, problem),
            Item::Problem(problem) => self.taken.report.add(problem),
        }
        Ok(())
    }
}

impl Taker {
    pub(super) fn new(memory: Memory, report: Report, outbox: Outbox) -> Self {
        let taken = Taken {
            memory,
            report,
            joined: BTreeMap::new(),
            unsure: Vec::new(),
            new_parents: BTreeMap::new(),
        };
        Self { taken, outbox }
    }

    /// Ends the taking: the way to the writer is closed.
    pub(super) fn into_taken(self) -> Taken {
        self.taken
    }

    /// Takes what was wrong before the reading began.
    pub(super) fn note(&mut self, problem: Problem) {
        match problem.kind {
            Some(kind) if problem.severity == Severity::Refused => self.refuse(kind, problem),
            _ => self.taken.report.add(problem),
        }
    }

    fn refuse(&mut self, kind: EntityKind, problem: Problem) {
        let counts = self.taken.report.counts(kind);
        counts.read += 1;
        counts.refused += 1;
        let id = problem
            .id
            .as_deref()
            .and_then(|id| EntityId::from_guid(id).or_else(|| EntityId::new(id).ok()));
        if let Some(id) = id
            && let Some(published) = self.taken.memory.published.get_mut(&Key::of(kind, &id))
            && published.met != Met::Read
        {
            published.met = Met::Refused;
        }
        // A connection is known by both its sides; with one, it may be any of the service's.
        if kind == EntityKind::Connection
            && let Some(service) = problem.id.as_deref().and_then(|id| id.strip_suffix('~'))
            && let Ok(service) = EntityId::new(service)
        {
            self.taken.memory.doubtful.insert(service);
        }
        self.taken.report.add(problem);
    }

    /// Marks an entity of the catalogue as met, the first time with what its feeds become.
    fn meet(&mut self, key: Key, kind: EntityKind, id: &EntityId) {
        let Some(published) = self.taken.memory.published.get_mut(&key) else { return };
        if published.met == Met::Read || published.gone {
            return;
        }
        published.met = Met::Read;
        if !self.taken.memory.feeds.has_own(published.feeds) {
            let feeds = self.taken.memory.feeds.with_own(published.feeds);
            self.taken.joined.entry(feeds).or_default().push((kind, id.clone()));
        }
    }

    fn take_unchanged(&mut self, kind: EntityKind, id: &EntityId) {
        let key = Key::of(kind, id);
        if !self.taken.memory.in_run.contains_key(&key) {
            self.meet(key, kind, id);
        }
    }

    fn take_record(&mut self, record: Record) -> Result<(), Stopped> {
        let Record { mut entity, raw, fingerprint, location, problems } = record;
        put_in_order(&mut entity);
        let (kind, id) = (entity.kind(), entity.id());
        for problem in problems {
            self.taken.report.add(problem);
        }
        if let Some(missing) = self.missing_side(&entity) {
            let problem = Problem::new(Severity::Refused, ProblemCode::ReferenceMissing)
                .of(kind, id.as_str())
                .at(missing.0)
                .read_from(location)
                .found(missing.1.as_str());
            self.refuse(kind, problem);
            return Ok(());
        }
        let document = match entity.to_document() {
            Ok(document) => document,
            Err(error) => {
                let problem = Problem::new(Severity::Refused, ProblemCode::FieldTypeUnexpected)
                    .of(kind, id.as_str())
                    .read_from(location)
                    .found(&error.to_string());
                self.refuse(kind, problem);
                return Ok(());
            }
        };
        let key = Key::of(kind, &id);
        if self.says_less(key, &entity) {
            self.meet(key, kind, &id);
            return Ok(());
        }
        let print = Fingerprint::of_document(&document).0;
        if !self.is_wanted(key, &entity, print, &location) {
            return Ok(());
        }
        self.warn_of_missing(&entity, &location);
        let found = Found { entity, id, key, raw, raw_print: fingerprint.0, document, print };
        Ok(self.judge(found)?)
    }

    /// Whether an ontology term has fewer names than the catalogue knows. Version 11 repeats a term in
    /// each record that it belongs to, and not all say as much: which of them were read this time must
    /// not decide in how many languages it is found.
    fn says_less(&self, key: Key, entity: &Entity) -> bool {
        let Entity::OntologyTerm(term) = entity else { return false };
        let known = self.taken.memory.term_names.get(&key);
        known.is_some_and(|known| term.names.iter().count() < *known)
    }

    /// Whether a record counts beside an earlier copy of it in this run.
    fn is_wanted(&mut self, key: Key, entity: &Entity, print: [u8; 16], location: &str) -> bool {
        let met =
            self.taken.memory.published.get(&key).filter(|published| published.met == Met::Read);
        let (document, modified) = match (self.taken.memory.in_run.get(&key), met) {
            (Some(in_run), _) => (in_run.document, in_run.modified),
            (None, Some(published)) => (published.document, published.modified),
            (None, None) => return true,
        };
        if document == print {
            return false;
        }
        let newer = is_newer_copy(modified.into(), entity.modified());
        let problem = Problem::new(Severity::Warning, ProblemCode::ConflictingCopies)
            .of(entity.kind(), entity.id().as_str())
            .read_from(location)
            .found(if newer { "the later copy counts" } else { "the earlier copy counts" });
        self.taken.report.add(problem);
        newer
    }

    fn judge(&mut self, found: Found) -> Result<(), Closed> {
        let published = self.taken.memory.published.get(&found.key).copied();
        let before = published
            .map(|published| Before { document: published.document, gone: published.gone });
        let kind = found.entity.kind();
        if let (EntityKind::Organisation, parent) = (kind, found.entity.owner().cloned()) {
            self.remember_parent(&found.id, parent);
        }
        let change = match Verdict::of(before.as_ref(), &found.print) {
            Verdict::Unchanged => {
                // An earlier copy in this run differed; this one, as the catalogue has it, counts.
                let replaced = self.taken.memory.in_run.remove(&found.key);
                if replaced.is_some()
                    && let Some(published) = self.taken.memory.published.get_mut(&found.key)
                {
                    published.met = Met::Not;
                }
                self.meet(found.key, kind, &found.id);
                return match replaced {
                    Some(earlier) => self.outbox.delete(earlier.number),
                    None => Ok(()),
                };
            }
            Verdict::New => Change::New,
            Verdict::Changed => Change::Changed,
            Verdict::Back => Change::Back,
        };
        self.stage(found, published, change)
    }

    fn stage(
        &mut self,
        found: Found,
        published: Option<Published>,
        change: Change,
    ) -> Result<(), Closed> {
        let kind = found.entity.kind();
        if let Entity::Connection(connection) = &found.entity
            && !(self.taken.memory.has_met(EntityKind::Service, &connection.service)
                && self.taken.memory.has_met(EntityKind::Channel, &connection.channel))
        {
            self.taken.unsure.push(Unsure {
                id: found.id.clone(),
                service: connection.service.clone(),
                channel: connection.channel.clone(),
            });
        }
        let version = published.map_or(1, |published| published.version + 1);
        let modified = found.entity.modified();
        let candidate = self.taken.memory.candidates.get(&found.key).copied();
        let confirmed = candidate.filter(|candidate| {
            candidate.raw == found.raw_print
                && candidate.document == found.print
                && candidate.version == version
        });
        let number = confirmed.map_or(self.taken.memory.next_number, |one| one.number);
        let in_run = InRun {
            number,
            raw: found.raw_print,
            document: found.print,
            modified: modified.into(),
            kind,
            new: change != Change::Changed,
        };
        if let Some(earlier) = self.taken.memory.in_run.insert(found.key, in_run) {
            self.outbox.delete(earlier.number)?;
        }
        if let Some(published) = self.taken.memory.published.get_mut(&found.key) {
            published.met = Met::Read;
        }
        if confirmed.is_some() {
            return self.outbox.confirm(number);
        }
        self.taken.memory.next_number += 1;
        let feeds = published.filter(|published| !published.gone).map_or_else(
            || self.taken.memory.feeds.own().to_owned(),
            |published| self.taken.memory.feeds.with_own(published.feeds),
        );
        self.outbox.stage(found.into_staged(number, version, change, feeds))
    }

    fn remember_parent(&mut self, id: &EntityId, parent: Option<EntityId>) {
        if let Some(parent) = parent {
            self.taken.memory.parents.insert(id.clone(), parent.clone());
            self.taken.new_parents.insert(id.clone(), parent);
        } else {
            self.taken.memory.parents.remove(id);
            self.taken.new_parents.remove(id);
        }
    }

    /// The side of a connection that the catalogue does not offer.
    fn missing_side(&self, entity: &Entity) -> Option<(&'static str, EntityId)> {
        let Entity::Connection(connection) = entity else { return None };
        if !self.taken.memory.offers(EntityKind::Service, &connection.service) {
            Some(("service", connection.service.clone()))
        } else if !self.taken.memory.offers(EntityKind::Channel, &connection.channel) {
            Some(("channel", connection.channel.clone()))
        } else {
            None
        }
    }

    /// Reports what an entity points to and the catalogue does not offer; the entity is kept.
    fn warn_of_missing(&mut self, entity: &Entity, location: &str) {
        for (kind, field, id) in references(entity) {
            if self.taken.memory.offers(kind, id) {
                continue;
            }
            let is_itself = *id == entity.id();
            let code =
                if is_itself { ProblemCode::ReferenceCycle } else { ProblemCode::ReferenceMissing };
            let problem = Problem::new(Severity::Warning, code)
                .of(entity.kind(), entity.id().as_str())
                .at(field)
                .read_from(location)
                .found(id.as_str());
            self.taken.report.add(problem);
        }
    }
}

/// Where only the order differs from source to source, there is one order.
fn put_in_order(entity: &mut Entity) {
    if let Entity::OntologyTerm(term) = entity {
        term.parents.sort_unstable();
        term.parents.dedup();
    }
}

/// A record with what was made of it.
struct Found {
    entity: Entity,
    id: EntityId,
    key: Key,
    raw: String,
    raw_print: [u8; 16],
    document: String,
    print: [u8; 16],
}

impl Found {
    fn into_staged(self, number: i64, version: u32, change: Change, feeds: String) -> Staged {
        Staged {
            number,
            kind: self.entity.kind(),
            version: i64::from(version),
            change,
            // An organisation that is its own parent hangs on nothing.
            owner: self.entity.owner().filter(|owner| **owner != self.id).cloned(),
            target: self.entity.target().cloned(),
            names: serde_json::to_string(&self.entity.names()).unwrap_or_else(|_| "{}".to_owned()),
            modified: self.entity.modified(),
            raw_print: self.raw_print,
            document_print: self.print,
            document: self.document,
            raw: lz4_flex::compress_prepend_size(self.raw.as_bytes()),
            feeds,
            id: self.id,
        }
    }
}
