//! Opening a database, reading from it and writing to it.
//!
//! Readers get a snapshot: what they see does not move while they look. Writers go through
//! [`Database::write`]: on SQLite one task does all writing and commits what waits as a group, so
//! that one flush to the disk serves many; on PostgreSQL each write is a transaction of the pool.
//! Either way a write is acknowledged only when it is on disk.

mod backup;
mod migrate;
mod open;
mod seam;
mod writer;

use futures_util::future::BoxFuture;
use sqlx::postgres::PgPool;
use sqlx::sqlite::SqlitePool;

pub use migrate::SCHEMA;
pub(crate) use seam::dialect;
pub use seam::{Dialect, Row, Transaction, Value};

use crate::Error;
use writer::Writer;

/// What a write does: everything in one transaction, which it does not commit itself.
pub type Work<'a, T, E> = BoxFuture<'a, Result<T, E>>;

/// A database, open and of this program's schema. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Database(Driver);

#[derive(Debug, Clone)]
enum Driver {
    Sqlite { readers: SqlitePool, writer: Writer, _place: open::Place },
    Postgres(PgPool),
}

impl Database {
    /// Opens the database at an address and brings its schema up to date:
    /// `sqlite:PATH` (made when missing), `sqlite::memory:` (private, gone with the value), or
    /// `postgres://…`.
    ///
    /// # Errors
    /// When the address is none of these, the database cannot be reached or written, or it is of a
    /// newer program. The error's text is meant for the operator.
    pub async fn open(address: &str) -> Result<Self, Error> {
        let database = Self(open::open(address).await?);
        database.migrate().await?;
        Ok(database)
    }

    /// Which database this is.
    #[must_use]
    pub const fn dialect(&self) -> Dialect {
        match &self.0 {
            Driver::Sqlite { .. } => Dialect::Sqlite,
            Driver::Postgres(_) => Dialect::Postgres,
        }
    }

    /// Begins reading: all that is read in the transaction is of one moment.
    pub fn begin(&self) -> BoxFuture<'_, Result<Transaction, Error>> {
        Box::pin(async move {
            Ok(match &self.0 {
                Driver::Sqlite { readers, .. } => Transaction::Sqlite(readers.begin().await?),
                Driver::Postgres(pool) => Transaction::Postgres(
                    pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?,
                ),
            })
        })
    }

    /// Does one piece of writing and comes back when it is on disk. When the work fails, nothing of
    /// it remains. The work goes on to its end even when nobody waits for it any more.
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: for<'a> FnOnce(&'a mut Transaction) -> Work<'a, T, E> + Send + 'static,
    {
        match &self.0 {
            Driver::Sqlite { writer, .. } => writer.write(work).await,
            Driver::Postgres(pool) => {
                let on = pool.begin().await.map_err(Error::from)?;
                let mut transaction = Transaction::Postgres(on);
                let done = work(&mut transaction).await?;
                transaction.commit().await?;
                Ok(done)
            }
        }
    }

    /// Closes all connections, after the writes under way.
    pub async fn close(&self) {
        match &self.0 {
            Driver::Sqlite { readers, writer, .. } => {
                readers.close().await;
                writer.close().await;
            }
            Driver::Postgres(pool) => pool.close().await,
        }
    }
}
