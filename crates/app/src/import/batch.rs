//! What goes from the reading thread to the writer: a few thousand entities at a time.

use jiff::Timestamp;
use store::Database;
use store::import::staging::{Run, Staged, confirm, delete, insert};
use tokio::sync::mpsc;

use super::renew;
use crate::Error;

/// A group of changes to what is staged, in which no row comes twice.
#[derive(Debug, Default)]
pub(super) struct Batch {
    staged: Vec<Staged>,
    confirmed: Vec<i64>,
    deleted: Vec<i64>,
    bytes: usize,
}

/// How many changes are sent at once: each batch waits for the disk once …
const ROWS: usize = 2_000;
/// … unless they are large.
const BYTES: usize = 8 << 20;

impl Batch {
    fn len(&self) -> usize {
        self.staged.len() + self.confirmed.len() + self.deleted.len()
    }

    fn is_full(&self) -> bool {
        self.len() >= ROWS || self.bytes >= BYTES
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
                    for number in self.deleted {
                        delete(transaction, number).await?;
                    }
                    confirm(transaction, &run, &self.confirmed).await?;
                    Ok(insert(transaction, &run, self.staged).await?)
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

    /// Sends a new version.
    pub(super) fn stage(&mut self, staged: Staged) -> Result<(), Closed> {
        self.batch.bytes += staged.document.len() + staged.raw.len();
        self.batch.staged.push(staged);
        self.send_if_full()
    }

    /// Says that what a killed run staged is right.
    pub(super) fn confirm(&mut self, number: i64) -> Result<(), Closed> {
        self.batch.confirmed.push(number);
        self.send_if_full()
    }

    /// Takes a version back. What was staged or confirmed of it goes first.
    pub(super) fn delete(&mut self, number: i64) -> Result<(), Closed> {
        let waits = self.batch.staged.iter().any(|staged| staged.number == number)
            || self.batch.confirmed.contains(&number);
        if waits {
            self.send()?;
        }
        self.batch.deleted.push(number);
        self.send_if_full()
    }

    fn send_if_full(&mut self) -> Result<(), Closed> {
        if self.batch.is_full() { self.send() } else { Ok(()) }
    }

    /// Sends what is there; waits while the writer is behind.
    pub(super) fn send(&mut self) -> Result<(), Closed> {
        let batch = std::mem::take(&mut self.batch);
        if batch.len() == 0 {
            return if self.sender.is_closed() { Err(Closed) } else { Ok(()) };
        }
        self.sender.blocking_send(batch).map_err(|_| Closed)
    }
}
