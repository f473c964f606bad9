//! Addresses, and the settings that each database is opened with.

use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use sqlx::Connection;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

use super::Driver;
use super::writer::Writer;
use crate::Error;

/// How many read at once. Each reader of SQLite costs a thread and [`READER_CACHE`].
const READERS: u32 = 4;
/// SQLite's page cache of each reader; the negative of KiB, as its pragma wants it. The operating
/// system's own cache stands behind it, so a small one costs little.
const READER_CACHE: &str = "-2048";
/// SQLite's page cache of the writer: an import touches indexes all over.
const WRITER_CACHE: &str = "-32768";
/// What SQLite's journal is cut back to after a large import has gone through it.
const JOURNAL_LIMIT: &str = "67108864";
/// How long to wait for another program's lock, or for a free connection.
const PATIENCE: Duration = Duration::from_secs(10);
/// No statement of ours takes longer than this; publishing a large import is the longest.
const STATEMENT_TIMEOUT: &str = "300s";

/// Where a database lies that is gone with the last handle to it.
#[derive(Debug, Clone)]
pub(super) struct Place {
    _directory: Option<Arc<tempfile::TempDir>>,
}

/// Opens the driver for an address.
pub(super) async fn open(address: &str) -> Result<Driver, Error> {
    if address == "sqlite::memory:" {
        // SQLite's own database in memory has one connection or no snapshots. A file in the
        // temporary directory that is never flushed behaves as the real one does.
        let directory = tempfile::tempdir()
            .map_err(|error| Error::Unavailable(format!("no temporary directory: {error}")))?;
        let path = directory.path().join("catalogue.sqlite");
        let place = Place { _directory: Some(Arc::new(directory)) };
        sqlite(&path, SqliteSynchronous::Off, place).await
    } else if let Some(path) = address.strip_prefix("sqlite:") {
        let path = Path::new(path.strip_prefix("//").unwrap_or(path));
        if path.as_os_str().is_empty() {
            return Err(Error::Address("sqlite: needs a file's path after the colon".into()));
        }
        sqlite(path, SqliteSynchronous::Full, Place { _directory: None }).await
    } else if address.starts_with("postgres://") || address.starts_with("postgresql://") {
        postgres(address).await
    } else {
        // The address may hold a password: it is not repeated.
        Err(Error::Address(
            "a database's address begins with sqlite: or postgres://, e.g. sqlite:tarjotin.sqlite"
                .into(),
        ))
    }
}

async fn sqlite(
    path: &Path,
    synchronous: SqliteSynchronous,
    place: Place,
) -> Result<Driver, Error> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(synchronous)
        .busy_timeout(PATIENCE)
        .foreign_keys(true)
        .row_buffer_size(256);
    let write_options = options
        .clone()
        .pragma("cache_size", WRITER_CACHE)
        .pragma("journal_size_limit", JOURNAL_LIMIT);
    let read_options = options.pragma("cache_size", READER_CACHE).pragma("query_only", "on");

    let named = |error: sqlx::Error| in_words(error.into(), path);
    // The writer first: it makes the file, which a reader may not.
    let connection = pool()
        .max_connections(1)
        .acquire_timeout(PATIENCE)
        .connect_with(write_options)
        .await
        .map_err(named)?;
    let readers =
        pool().max_connections(READERS).acquire_timeout(PATIENCE).connect_lazy_with(read_options);
    Ok(Driver::Sqlite { readers, writer: Writer::start(connection), _place: place })
}

/// A pool that gives no connection back into use which believes to be in a transaction still. SQLite
/// ends a transaction by itself when the disk is full or fails; the driver does not notice, and its
/// own rollback then fails for ever.
fn pool() -> SqlitePoolOptions {
    SqlitePoolOptions::new().before_acquire(|connection, _| {
        Box::pin(async move { Ok(!connection.is_in_transaction()) })
    })
}

/// An error of opening, with the file that it is about.
fn in_words(error: Error, path: &Path) -> Error {
    let path = path.display();
    match error {
        Error::Unavailable(why) => Error::Unavailable(format!("{path}: {why}")),
        Error::Schema(why) => Error::Schema(format!("{path}: {why}")),
        Error::Corrupt(why) => Error::Corrupt(format!("{path}: {why}")),
        other => other,
    }
}

async fn postgres(address: &str) -> Result<Driver, Error> {
    let options = PgConnectOptions::from_str(address)
        .map_err(|_| Error::Address("the postgres:// address cannot be read".into()))?
        .application_name("tarjotin")
        .options([("statement_timeout", STATEMENT_TIMEOUT)]);
    let pool = PgPoolOptions::new()
        .max_connections(READERS * 2)
        .acquire_timeout(PATIENCE)
        .connect_with(options)
        .await?;
    Ok(Driver::Postgres(pool))
}
