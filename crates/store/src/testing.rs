//! Databases for tests: every test of rows runs on each of them.

use std::sync::atomic::{AtomicU32, Ordering};

use crate::{Database, Error};

/// The variable that names a PostgreSQL server for tests; `tools/with-postgres` sets it.
pub const POSTGRES: &str = "TARJOTIN_TEST_POSTGRES";

/// An empty database of each kind: SQLite, and PostgreSQL where [`POSTGRES`] names a server, in a
/// schema of its own.
pub async fn databases() -> Result<Vec<Database>, Error> {
    let mut databases = vec![Database::open("sqlite::memory:").await?];
    match postgres_address().await? {
        Some(address) => databases.push(Database::open(&address).await?),
        None => println!("skipped: the PostgreSQL half, since {POSTGRES} is not set"),
    }
    Ok(databases)
}

/// The address of a new, empty schema on the PostgreSQL server for tests, if there is one.
pub async fn postgres_address() -> Result<Option<String>, Error> {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let Ok(server) = std::env::var(POSTGRES) else { return Ok(None) };
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let schema = format!("test_{}_{number}", std::process::id());
    let pool = sqlx::PgPool::connect(&server).await?;
    // A process id may come again on the same server.
    let sql = format!("DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}");
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).execute(&pool).await?;
    pool.close().await;
    let joint = if server.contains('?') { '&' } else { '?' };
    Ok(Some(format!("{server}{joint}options[search_path]={schema}")))
}
