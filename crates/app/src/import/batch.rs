//! What goes from the reading thread to the writer: a few hundred entities at a time.

use domain::catalogue::{EntityId, EntityKind};
use jiff::Timestamp;
use store::Database;
use store::import::staging::{Run, Staged, confirm, delete, upsert};
use tokio::sync::mpsc;

use super::memory::Key;
use super::renew;
use crate::Error;

/// A group of changes to what is staged. No entity is in it twice.
#[derive(Debug, Default)]
pub(super) struct Batch {
    staged: Vec<Staged>,
    confirmed: Vec<(EntityKind, EntityId)>,
    deleted: Vec<(EntityKind, EntityId)>,
    keys: std::collections::HashSet<Key>,
    bytes: usize,
}

/// How many entities are sent at once …
const ROWS: usize = 200;
/// … unless they are large.
const BYTES: usize = 4 << 20;

impl Batch {
    fn is_full(&self) -> bool {
        self.keys.len() >= ROWS || self.bytes >= BYTES
    }

    /// Writes it and comes back when it is on disk.
    /// The import keeps its place until the instant, and must have it still.
    pub(super) async fn write(
        self,
        database: &Database,
        run: &Run,
        until: Timestamp,
    ) -> Result<(), Error> {
        let run = run.clone();
        database
            .write(move |transaction| {
                Box::pin(async move {
                    renew(transaction, &run.id, until).await?;
                    for (kind, id) in &self.deleted {
                        delete(transaction, *kind, id).await?;
                    }
                    confirm(transaction, &run, &self.confirmed).await?;
                    Ok(upsert(transaction, &run, self.staged).await?)
                })
            })
            .await
    }
}

/// The reading thread's end of the way to the writer.
#[derive(Debug)]
pub(super) struct Outbox {
    batch: Batch,
    sender: mpsc::Sender<Batch>,
}

/// The writer has gone away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Closed;

impl Outbox {
    pub(super) fn new(sender: mpsc::Sender<Batch>) -> Self {
        Self { batch: Batch::default(), sender }
    }

    /// Sends a new version, in place of one that was sent before.
    pub(super) fn stage(&mut self, key: Key, staged: Staged) -> Result<(), Closed> {
        self.make_room(key)?;
        self.batch.bytes += staged.document.len() + staged.raw.len();
        self.batch.staged.push(staged);
        self.send_if_full()
    }

    /// Says that what a killed run staged is right.
    pub(super) fn confirm(
        &mut self,
        key: Key,
        kind: EntityKind,
        id: EntityId,
    ) -> Result<(), Closed> {
        self.make_room(key)?;
        self.batch.confirmed.push((kind, id));
        self.send_if_full()
    }

    /// Takes a version back.
    pub(super) fn delete(
        &mut self,
        key: Key,
        kind: EntityKind,
        id: EntityId,
    ) -> Result<(), Closed> {
        self.make_room(key)?;
        self.batch.deleted.push((kind, id));
        self.send_if_full()
    }

    /// An entity that is in the batch already must be written before it comes again.
    fn make_room(&mut self, key: Key) -> Result<(), Closed> {
        if self.batch.keys.contains(&key) {
            self.send()?;
        }
        self.batch.keys.insert(key);
        Ok(())
    }

    fn send_if_full(&mut self) -> Result<(), Closed> {
        if self.batch.is_full() { self.send() } else { Ok(()) }
    }

    /// Sends what is there; waits while the writer is behind.
    pub(super) fn send(&mut self) -> Result<(), Closed> {
        let batch = std::mem::take(&mut self.batch);
        if batch.keys.is_empty() {
            return if self.sender.is_closed() { Err(Closed) } else { Ok(()) };
        }
        self.sender.blocking_send(batch).map_err(|_| Closed)
    }
}
