//! SQLite's one writer: a task that takes what waits, does it in one transaction with a savepoint
//! for each, and acknowledges all of it after one commit.

use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use sqlx::sqlite::SqlitePool;
use tokio::sync::{mpsc, oneshot};

use super::Work;
use super::seam::Transaction;
use crate::Error;

/// How many writes share a commit at most: a flush costs some milliseconds, and a group must not
/// keep its first member waiting for long.
const GROUP: usize = 64;
/// How many writes may wait before the callers themselves wait.
const QUEUE: usize = 256;

/// The way to the writing task.
#[derive(Debug, Clone)]
pub(super) struct Writer {
    queue: mpsc::Sender<Box<dyn Member>>,
    pool: SqlitePool,
}

/// A write that waits, is done, and is told how the commit went.
trait Member: Send {
    /// Does it; says whether it may be kept.
    fn perform<'a>(&'a mut self, transaction: &'a mut Transaction) -> BoxFuture<'a, bool>;
    /// Answers whoever waits.
    fn answer(self: Box<Self>, commit: Result<(), Error>);
}

/// A write of some type, before and after it is done.
struct Task<F, T, E> {
    work: Option<F>,
    result: Option<Result<T, E>>,
    reply: oneshot::Sender<Result<T, E>>,
}

impl<F, T, E> Member for Task<F, T, E>
where
    T: Send + 'static,
    E: From<Error> + Send + 'static,
    F: for<'a> FnOnce(&'a mut Transaction) -> Work<'a, T, E> + Send + 'static,
{
    fn perform<'a>(&'a mut self, transaction: &'a mut Transaction) -> BoxFuture<'a, bool> {
        Box::pin(async move {
            let Some(work) = self.work.take() else { return false };
            // A panic in one write must not end the task that all writes need.
            let done = AssertUnwindSafe(async { work(transaction).await }).catch_unwind().await;
            let result = done.unwrap_or_else(|_| {
                Err(E::from(Error::Unavailable("a write failed of a fault in the program".into())))
            });
            let keep = result.is_ok();
            self.result = Some(result);
            keep
        })
    }

    fn answer(self: Box<Self>, commit: Result<(), Error>) {
        let answer = match (self.result, commit) {
            (Some(Err(own)), _) => Err(own),
            (Some(Ok(_)) | None, Err(error)) => Err(E::from(error)),
            (Some(done), Ok(())) => done,
            (None, Ok(())) => Err(E::from(closed())),
        };
        // Whoever asked may have gone away meanwhile; the write stands all the same.
        drop(self.reply.send(answer));
    }
}

fn closed() -> Error {
    Error::Unavailable("it is closed".into())
}

fn taken_along() -> Error {
    Error::Unavailable("a write beside it failed so that none could be kept".into())
}

impl Writer {
    /// Starts the task on the current runtime. It ends when the last handle is dropped.
    pub(super) fn start(pool: SqlitePool) -> Self {
        let (queue, waiting) = mpsc::channel(QUEUE);
        tokio::spawn(write_groups(pool.clone(), waiting));
        Self { queue, pool }
    }

    /// Queues a write and waits until it is on disk.
    pub(super) async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: for<'a> FnOnce(&'a mut Transaction) -> Work<'a, T, E> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let task: Task<F, T, E> = Task { work: Some(work), result: None, reply };
        self.queue.send(Box::new(task)).await.map_err(|_| E::from(closed()))?;
        answer.await.map_err(|_| E::from(closed()))?
    }

    /// Closes the connection.
    pub(super) async fn close(&self) {
        self.pool.close().await;
    }
}

async fn write_groups(pool: SqlitePool, mut waiting: mpsc::Receiver<Box<dyn Member>>) {
    let mut group = Vec::with_capacity(GROUP);
    while waiting.recv_many(&mut group, GROUP).await > 0 {
        let commit = write_group(&pool, &mut group).await;
        for member in group.drain(..) {
            member.answer(commit.clone());
        }
    }
}

/// Does a group in one transaction. An error is one of the whole group: nothing of it remains.
async fn write_group(pool: &SqlitePool, group: &mut [Box<dyn Member>]) -> Result<(), Error> {
    let mut transaction = Transaction::Sqlite(pool.begin_with("BEGIN IMMEDIATE").await?);
    for member in group {
        transaction.script("SAVEPOINT member").await?;
        let keep = member.perform(&mut transaction).await;
        if !keep {
            // SQLite has ended the whole transaction when the disk is full or fails.
            transaction.script("ROLLBACK TO member").await.map_err(|_| taken_along())?;
        }
        transaction.script("RELEASE member").await?;
    }
    transaction.commit().await
}
