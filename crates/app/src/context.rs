//! What every use case needs from outside.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use arc_swap::ArcSwap;
use jiff::Timestamp;
use search::{Index, IndexBuilder};
use store::Database;
use uuid::Uuid;

/// The database, the search index, the clock and the ids. Cheap to clone.
#[derive(Debug, Clone)]
pub struct App {
    database: Database,
    index: Arc<ArcSwap<Index>>,
    clock: Clock,
    ids: Ids,
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
    pub fn new(database: Database) -> Self {
        Self { database, index: no_index(), clock: Clock::System, ids: Ids::Random }
    }

    /// A context in which nothing depends on when and where it runs: the clock stands until it is
    /// set, ids are counted.
    #[must_use]
    pub fn fixed(database: Database, now: Timestamp) -> Self {
        Self {
            database,
            index: no_index(),
            clock: Clock::Fixed(Arc::new(AtomicI64::new(now.as_microsecond()))),
            ids: Ids::Counted(Arc::default()),
        }
    }

    /// The database.
    #[must_use]
    pub const fn database(&self) -> &Database {
        &self.database
    }

    /// The search index of the generation last published to readers; empty at first.
    #[must_use]
    pub fn index(&self) -> Arc<Index> {
        self.index.load_full()
    }

    /// Puts another index in the place of the one that readers have; searches under way finish on
    /// theirs.
    pub fn publish_index(&self, index: Index) {
        self.index.store(Arc::new(index));
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

fn no_index() -> Arc<ArcSwap<Index>> {
    Arc::new(ArcSwap::from_pointee(IndexBuilder::new().finish(0)))
}
