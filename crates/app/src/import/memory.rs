//! What an import remembers of the catalogue while it reads: of each entity some sixty bytes, so
//! that a hundred thousand services with all that hangs on them fit beside the reading.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::catalogue::{EntityId, EntityKind};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use store::Database;
use store::catalogue::names;
use store::import::staging::{Known, known, leftovers, next_number};

use super::feeds::Feeds;

/// A kind and an id, as the first 16 bytes of their SHA-256.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Key([u8; 16]);

impl Key {
    pub(super) fn of(kind: EntityKind, id: &EntityId) -> Self {
        let mut hash = Sha256::new();
        hash.update(kind.name());
        hash.update([0]);
        hash.update(id.as_str());
        let mut key = [0; 16];
        key.copy_from_slice(&hash.finalize()[..16]);
        Self(key)
    }
}

/// An instant that may be missing, in half the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment(i64);

impl From<Option<Timestamp>> for Moment {
    fn from(instant: Option<Timestamp>) -> Self {
        Self(instant.map_or(i64::MIN, Timestamp::as_microsecond))
    }
}

impl From<Moment> for Option<Timestamp> {
    fn from(moment: Moment) -> Self {
        Timestamp::from_microsecond(moment.0).ok()
    }
}

/// What a run met of an entity that was once published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Met {
    /// Nothing.
    Not,
    /// The record; whatever else it met of it counts no more.
    Read,
    /// The record, in a form that was refused: the entity stays as it is.
    Refused,
    /// The word that it is no longer published.
    Withdrawn,
}

/// An entity that was once published.
#[derive(Debug, Clone, Copy)]
pub(super) struct Published {
    pub(super) raw: [u8; 16],
    pub(super) document: [u8; 16],
    pub(super) modified: Moment,
    pub(super) version: u32,
    /// The place of its feeds in [`Memory::feeds`].
    pub(super) feeds: u16,
    pub(super) kind: EntityKind,
    pub(super) gone: bool,
    /// What this run met of it.
    pub(super) met: Met,
}

/// An entity that this run staged.
#[derive(Debug, Clone, Copy)]
pub(super) struct InRun {
    /// The number of its staged rows.
    pub(super) number: i64,
    pub(super) raw: [u8; 16],
    pub(super) document: [u8; 16],
    pub(super) modified: Moment,
    pub(super) kind: EntityKind,
    /// Whether it was not in the catalogue, or gone from it.
    pub(super) new: bool,
}

/// A version that a killed run staged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) number: i64,
    pub(super) raw: [u8; 16],
    pub(super) document: [u8; 16],
    pub(super) version: u32,
}

/// Everything remembered.
#[derive(Debug)]
pub(super) struct Memory {
    pub(super) published: HashMap<Key, Published>,
    pub(super) in_run: HashMap<Key, InRun>,
    pub(super) candidates: HashMap<Key, Candidate>,
    pub(super) feeds: Feeds,
    /// Each organisation's parent.
    pub(super) parents: BTreeMap<EntityId, EntityId>,
    /// Services of which a connection was refused that does not say to which channel.
    pub(super) doubtful: HashSet<EntityId>,
    /// In how many languages each ontology term has a name.
    pub(super) term_names: HashMap<Key, usize>,
    /// The number of the next rows to be staged.
    pub(super) next_number: i64,
}

/// How many rows are loaded at once.
const CHUNK: u32 = 5_000;

impl Memory {
    /// Loads what the catalogue has and what a killed run left.
    pub(super) async fn load(database: &Database, feed: &str) -> Result<Self, store::Error> {
        let mut memory = Self {
            published: HashMap::new(),
            in_run: HashMap::new(),
            candidates: HashMap::new(),
            feeds: Feeds::new(feed),
            parents: BTreeMap::new(),
            doubtful: HashSet::new(),
            term_names: HashMap::new(),
            next_number: next_number(&mut database.begin().await?).await?,
        };
        for kind in EntityKind::ALL {
            let mut after = None;
            while let Some(last) = memory.load_chunk(database, kind, after.as_ref()).await? {
                after = Some(last);
            }
        }
        memory.load_term_names(database).await?;
        let mut after = 0;
        while let Some(last) = memory.load_leftovers(database, after).await? {
            after = last;
        }
        Ok(memory)
    }

    async fn load_chunk(
        &mut self,
        database: &Database,
        kind: EntityKind,
        after: Option<&EntityId>,
    ) -> Result<Option<EntityId>, store::Error> {
        let mut reading = database.begin().await?;
        let rows = known(&mut reading, kind, after, CHUNK).await?;
        let last = rows.last().map(|row| row.id.clone());
        for row in rows {
            self.remember(row);
        }
        Ok(last)
    }

    fn remember(&mut self, row: Known) {
        let published = Published {
            raw: row.raw_print,
            document: row.document_print,
            modified: row.modified.into(),
            version: u32::try_from(row.version).unwrap_or(u32::MAX),
            feeds: self.feeds.intern(&row.feeds),
            kind: row.kind,
            gone: row.gone,
            met: Met::Not,
        };
        self.published.insert(Key::of(row.kind, &row.id), published);
        if let (EntityKind::Organisation, Some(parent)) = (row.kind, row.owner) {
            self.parents.insert(row.id, parent);
        }
    }

    async fn load_term_names(&mut self, database: &Database) -> Result<(), store::Error> {
        let kind = EntityKind::OntologyTerm;
        let mut after = None;
        loop {
            let mut reading = database.begin().await?;
            let rows = names(&mut reading, kind, after.as_ref(), CHUNK).await?;
            let Some((last, _)) = rows.last() else { return Ok(()) };
            after = Some(last.clone());
            let counts = rows.iter().map(|(id, names)| (Key::of(kind, id), names.iter().count()));
            self.term_names.extend(counts);
        }
    }

    async fn load_leftovers(
        &mut self,
        database: &Database,
        after: i64,
    ) -> Result<Option<i64>, store::Error> {
        let mut reading = database.begin().await?;
        let rows = leftovers(&mut reading, after, CHUNK).await?;
        let last = rows.last().map(|row| row.number);
        for row in rows {
            let candidate = Candidate {
                number: row.number,
                raw: row.raw_print,
                document: row.document_print,
                version: u32::try_from(row.version).unwrap_or(u32::MAX),
            };
            self.candidates.insert(Key::of(row.kind, &row.id), candidate);
        }
        Ok(last)
    }

    /// Whether the entity is offered: published and not gone, or found in this run.
    pub(super) fn offers(&self, kind: EntityKind, id: &EntityId) -> bool {
        let key = Key::of(kind, id);
        self.in_run.contains_key(&key)
            || self.published.get(&key).is_some_and(|published| !published.gone)
    }

    /// Whether this run met the entity.
    pub(super) fn has_met(&self, kind: EntityKind, id: &EntityId) -> bool {
        let key = Key::of(kind, id);
        self.in_run.contains_key(&key)
            || self.published.get(&key).is_some_and(|published| published.met == Met::Read)
    }
}
