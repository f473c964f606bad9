//! What every use case needs from outside.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use arc_swap::ArcSwap;
use jiff::Timestamp;
use search::{Index, IndexBuilder, StaffList};
use store::Database;
use uuid::Uuid;

use crate::borders::Borders;
use crate::catalogue::Kept;
use crate::coverage::Coverage;
use crate::my_list::ListKey;
use crate::quality::Standing;
use crate::search_gap::GapKey;
use crate::words::Words;

/// The database, the words, the search index, the clock and the ids. Cheap to clone.
#[derive(Debug, Clone)]
pub struct App {
    database: Database,
    words: Words,
    published: Arc<ArcSwap<Published>>,
    publication: Arc<AtomicU64>,
    staff_list: Arc<ArcSwap<StaffList>>,
    borders: Arc<ArcSwap<Borders>>,
    coverage: Arc<ArcSwap<Coverage>>,
    standing: Arc<ArcSwap<Standing>>,
    gap_key: Option<GapKey>,
    list_key: Option<ListKey>,
    clock: Clock,
    ids: Ids,
}

/// The index that readers have, and what is kept of the services that it finds: the one goes with the other.
#[derive(Debug)]
pub(crate) struct Published {
    /// The index.
    pub(crate) index: Arc<Index>,
    /// What lists show of its services.
    pub(crate) kept: Kept,
}

/// Where the time comes from.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The system.
    System,
    /// It stands where it was set, in microseconds since 1970; for tests.
    Fixed(Arc<AtomicI64>),
}

/// Where new ids come from.
#[derive(Debug, Clone)]
pub enum Ids {
    /// Time and chance (UUID version 7).
    Random,
    /// One after the other; for tests.
    Counted(Arc<AtomicU64>),
}

impl App {
    /// The context of a running program.
    #[must_use]
    pub fn new(database: Database, words: Words) -> Self {
        let published = no_index(&words);
        Self {
            database,
            words,
            published,
            publication: Arc::default(),
            staff_list: Arc::default(),
            borders: Arc::default(),
            coverage: Arc::default(),
            standing: Arc::default(),
            gap_key: None,
            list_key: None,
            clock: Clock::System,
            ids: Ids::Random,
        }
    }

    /// A context in which nothing depends on when and where it runs: the clock stands until it is
    /// set, ids are counted, words are known by their endings.
    #[must_use]
    pub fn fixed(database: Database, now: Timestamp) -> Self {
        let words = Words::by_endings();
        Self {
            database,
            published: no_index(&words),
            publication: Arc::default(),
            words,
            staff_list: Arc::default(),
            borders: Arc::default(),
            coverage: Arc::default(),
            standing: Arc::default(),
            gap_key: Some(GapKey::new([7; 32])),
            list_key: Some(ListKey::new([8; 32])),
            clock: Clock::Fixed(Arc::new(AtomicI64::new(now.as_microsecond()))),
            ids: Ids::Counted(Arc::default()),
        }
    }

    /// The same context, which counts searches in vain under this key.
    #[must_use]
    pub fn with_gap_key(self, key: GapKey) -> Self {
        Self { gap_key: Some(key), ..self }
    }

    /// The key under which searches in vain are counted, if they are.
    #[must_use]
    pub const fn gap_key(&self) -> Option<&GapKey> {
        self.gap_key.as_ref()
    }

    /// The same context, whose visitors keep lists that are signed with this key.
    #[must_use]
    pub fn with_list_key(self, key: ListKey) -> Self {
        Self { list_key: Some(key), ..self }
    }

    /// The key with which visitors' lists are signed; without one nobody can keep a list.
    #[must_use]
    pub const fn list_key(&self) -> Option<&ListKey> {
        self.list_key.as_ref()
    }

    /// The database.
    #[must_use]
    pub const fn database(&self) -> &Database {
        &self.database
    }

    /// What is known of words.
    #[must_use]
    pub const fn words(&self) -> &Words {
        &self.words
    }

    /// The search index of the generation last published to readers; empty at first.
    #[must_use]
    pub fn index(&self) -> Arc<Index> {
        Arc::clone(&self.published.load().index)
    }

    /// The same index, with what is kept of its services.
    pub(crate) fn published(&self) -> Arc<Published> {
        self.published.load_full()
    }

    /// How many different indexes were published: what was made from another than the last one is out of date.
    #[must_use]
    pub fn publication(&self) -> u64 {
        self.publication.load(Ordering::Acquire)
    }

    /// Puts another index in the place of the one that readers have; searches under way finish on
    /// theirs. What was kept of services goes with it.
    pub fn publish_index(&self, index: impl Into<Arc<Index>>) {
        self.publish(Published { index: index.into(), kept: Kept::default() });
    }

    /// The same, with what is kept of services that are as they were.
    pub(crate) fn publish(&self, published: Published) {
        let index = Arc::clone(&published.index);
        let last = self.published.swap(Arc::new(published));
        if !Arc::ptr_eq(&last.index, &index) {
            self.publication.fetch_add(1, Ordering::AcqRel);
        }
    }

    /// The staff's list of the revision last published to readers; empty at first.
    #[must_use]
    pub fn staff_list(&self) -> StaffList {
        StaffList::clone(&self.staff_list.load())
    }

    /// Puts another staff's list in the place of the one that readers have.
    pub fn publish_staff_list(&self, list: StaffList) {
        self.staff_list.store(Arc::new(list));
    }

    /// The municipalities' borders of the revision last published to readers; none at first.
    #[must_use]
    pub fn borders(&self) -> Arc<Borders> {
        self.borders.load_full()
    }

    /// Puts other borders in the place of those that readers have.
    pub fn publish_borders(&self, borders: Borders) {
        self.borders.store(Arc::new(borders));
    }

    /// What was counted of the generation last published to readers; nothing at first.
    #[must_use]
    pub fn coverage(&self) -> Arc<Coverage> {
        self.coverage.load_full()
    }

    /// Puts other counts in the place of those that readers have.
    pub fn publish_coverage(&self, coverage: Coverage) {
        self.coverage.store(Arc::new(coverage));
    }

    /// What was counted of the last check of the descriptions; nothing at first.
    #[must_use]
    pub fn standing(&self) -> Arc<Standing> {
        self.standing.load_full()
    }

    /// Puts other counts in the place of those that readers have.
    pub(crate) fn publish_standing(&self, standing: Standing) {
        self.standing.store(Arc::new(standing));
    }

    /// The time, in whole microseconds as the database keeps it.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the system")]
    pub fn now(&self) -> Timestamp {
        let now = match &self.clock {
            Clock::System => Timestamp::now().as_microsecond(),
            Clock::Fixed(now) => now.load(Ordering::Relaxed),
        };
        Timestamp::from_microsecond(now).unwrap_or_default()
    }

    /// Sets a fixed clock; the system's goes its own way.
    pub fn set_clock(&self, now: Timestamp) {
        if let Clock::Fixed(clock) = &self.clock {
            clock.store(now.as_microsecond(), Ordering::Relaxed);
        }
    }

    /// A new id.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the one place that makes ids")]
    pub fn new_id(&self) -> String {
        match &self.ids {
            Ids::Random => Uuid::now_v7().hyphenated().to_string(),
            Ids::Counted(count) => {
                let number = count.fetch_add(1, Ordering::Relaxed) + 1;
                format!("00000000-0000-7000-8000-{number:012}")
            }
        }
    }
}

fn no_index(words: &Words) -> Arc<ArcSwap<Published>> {
    let index = IndexBuilder::new(Arc::clone(words.lexicon())).finish(0).into();
    Arc::new(ArcSwap::from_pointee(Published { index, kept: Kept::default() }))
}
