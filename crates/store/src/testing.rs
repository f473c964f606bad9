//! Databases for tests: every test of rows runs on each of them.

mod recount;

use std::sync::atomic::{AtomicU32, Ordering};

use crate::{Database, Error};

pub use recount::{Key, recount};

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

/// Lets nobody keep that two services of one organisation were checked, so that a check fails in the middle; or lets them
/// again.
pub async fn refuse_checks_of_services(database: &Database, is_refused: bool) -> Result<(), Error> {
    let sql = if is_refused {
        "CREATE UNIQUE INDEX one_service ON quality_checked (owner) WHERE kind = 'service'"
    } else {
        "DROP INDEX one_service"
    };
    database.write(move |on| on.script(sql)).await
}

/// All that readers of the catalogue can come to see, and all that is staged, as sorted lines: what
/// two databases must have in common to be the same. Which run wrote a row is not among it.
pub async fn contents(database: &Database) -> Result<Vec<String>, Error> {
    let mut reading = database.begin().await?;
    let mut lines = Vec::new();
    let row = reading.row("SELECT generation FROM catalogue_state", vec![]).await?;
    lines.push(format!("generation {:?}", row.map(|row| row.integer(0)).transpose()?));
    let versions = reading
        .rows(
            "SELECT v.kind, v.id, v.version, v.seen, v.change, v.raw_print, v.document_print, \
             c.document, c.raw FROM entity_version v JOIN content c ON c.number = v.content \
             ORDER BY v.kind, v.id, v.version",
            vec![],
        )
        .await?;
    for row in versions {
        lines.push(format!(
            "version {} {} {} {} {} {:?} {:?} {} {:?}",
            row.text(0)?,
            row.text(1)?,
            row.integer(2)?,
            row.integer(3)?,
            row.text(4)?,
            row.bytes(5)?,
            row.bytes(6)?,
            row.text(7)?,
            row.optional_bytes(8)?,
        ));
    }
    for (table, sql) in [
        (
            "entity",
            "SELECT kind, id, version, names, owner, target, feeds, changed, first_seen, gone, \
             modified, generation, source FROM entity ORDER BY kind, id",
        ),
        (
            "staged",
            "SELECT kind, id, version, names, owner, target, feeds, seen, seen, modified, \
             modified, CAST(0 AS BIGINT), source FROM import_staged ORDER BY kind, id",
        ),
    ] {
        for row in reading.rows(sql, vec![]).await? {
            lines.push(format!(
                "{table} {} {} {} {} {:?} {:?} {} {} {} {:?} {:?} {} {}",
                row.text(0)?,
                row.text(1)?,
                row.integer(2)?,
                row.text(3)?,
                row.optional_text(4)?,
                row.optional_text(5)?,
                row.text(6)?,
                row.integer(7)?,
                row.integer(8)?,
                row.optional_integer(9)?,
                row.optional_integer(10)?,
                row.integer(11)?,
                row.text(12)?,
            ));
        }
    }
    Ok(lines)
}

/// [`contents`] as readers see them: without what is staged.
pub async fn published(database: &Database) -> Result<Vec<String>, Error> {
    let mut reading = database.begin().await?;
    let rows = reading
        .rows(
            "SELECT e.kind, e.id, v.version, v.change, v.seen, c.document, e.names, e.feeds, \
             e.generation, e.gone FROM entity e \
             JOIN entity_version v ON v.kind = e.kind AND v.id = e.id \
             JOIN content c ON c.number = v.content ORDER BY e.kind, e.id, v.version",
            vec![],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(format!(
                "{} {} {} {} {} {} {} {} {} {:?}",
                row.text(0)?,
                row.text(1)?,
                row.integer(2)?,
                row.text(3)?,
                row.integer(4)?,
                row.text(5)?,
                row.text(6)?,
                row.text(7)?,
                row.integer(8)?,
                row.optional_integer(9)?,
            ))
        })
        .collect()
}

/// Everything but when it was seen: two histories that differ only in time are the same here.
pub async fn timeless(database: &Database) -> Result<Vec<String>, Error> {
    let mut reading = database.begin().await?;
    let rows = reading
        .rows(
            "SELECT v.kind, v.id, v.version, v.change, v.raw_print, c.document, e.names, e.feeds, \
             e.generation, e.version, (SELECT COUNT(*) FROM import_staged) FROM entity_version v \
             JOIN content c ON c.number = v.content \
             LEFT JOIN entity e ON e.kind = v.kind AND e.id = v.id \
             ORDER BY v.kind, v.id, v.version",
            vec![],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(format!(
                "{} {} {} {} {:?} {} {:?} {:?} {:?} {:?} {}",
                row.text(0)?,
                row.text(1)?,
                row.integer(2)?,
                row.text(3)?,
                row.bytes(4)?,
                row.text(5)?,
                row.optional_text(6)?,
                row.optional_text(7)?,
                row.optional_integer(8)?,
                row.optional_integer(9)?,
                row.integer(10)?,
            ))
        })
        .collect()
}
