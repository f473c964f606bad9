//! Bringing a database's schema up to date: forward only, each step once, numbers never reused.

use super::{Database, Dialect, Transaction, dialect};
use crate::Error;

/// A step of the schema: its number and what it runs, the same on both databases.
struct Migration {
    number: i64,
    sql: &'static str,
}

const MIGRATIONS: [Migration; 18] = [
    Migration { number: 1, sql: include_str!("../../migrations/0001-catalogue.sql") },
    Migration { number: 2, sql: include_str!("../../migrations/0002-import.sql") },
    Migration { number: 3, sql: include_str!("../../migrations/0003-search-list.sql") },
    Migration { number: 4, sql: include_str!("../../migrations/0004-search-gap.sql") },
    Migration { number: 5, sql: include_str!("../../migrations/0005-entity-by-changed.sql") },
    Migration { number: 6, sql: include_str!("../../migrations/0006-campaign.sql") },
    Migration { number: 7, sql: include_str!("../../migrations/0007-shared-list.sql") },
    Migration { number: 8, sql: include_str!("../../migrations/0008-border.sql") },
    Migration { number: 9, sql: include_str!("../../migrations/0009-feedback.sql") },
    Migration { number: 10, sql: include_str!("../../migrations/0010-coverage.sql") },
    Migration { number: 11, sql: include_str!("../../migrations/0011-quality.sql") },
    Migration { number: 12, sql: include_str!("../../migrations/0012-task.sql") },
    Migration { number: 13, sql: include_str!("../../migrations/0013-events.sql") },
    Migration { number: 14, sql: include_str!("../../migrations/0014-provider.sql") },
    Migration { number: 15, sql: include_str!("../../migrations/0015-mail-about.sql") },
    Migration { number: 16, sql: include_str!("../../migrations/0016-finding-by-rule.sql") },
    Migration { number: 17, sql: include_str!("../../migrations/0017-quality-home.sql") },
    Migration { number: 18, sql: include_str!("../../migrations/0018-coverage-by-county.sql") },
];

/// The number of the newest schema that this program knows.
pub const SCHEMA: i64 = MIGRATIONS[MIGRATIONS.len() - 1].number;

impl Database {
    /// Looks at the database at an address, an existing one, and gives the number of its schema; none
    /// when it is empty. No table is made or changed.
    ///
    /// # Errors
    /// When it cannot be reached, or it is another program's.
    pub async fn look(address: &str) -> Result<Option<i64>, Error> {
        let database = Self(super::open::open(address).await?);
        let schema = database.look_around().await;
        database.close().await;
        schema
    }

    async fn look_around(&self) -> Result<Option<i64>, Error> {
        let mut transaction = self.begin().await?;
        if !is_new(&mut transaction).await? {
            return current(&mut transaction).await;
        }
        is_nobodys(&mut transaction).await?;
        Ok(None)
    }

    /// Finds out whether something can be written, by writing what is there already.
    ///
    /// # Errors
    /// When it cannot.
    pub async fn try_writing(&self) -> Result<(), Error> {
        let written: Result<u64, Error> = self
            .write(|transaction| {
                let same = "UPDATE catalogue_state SET generation = generation WHERE id = 1";
                transaction.run(same, vec![])
            })
            .await;
        written.map(drop)
    }

    /// Runs the steps that the database has not had, all or none.
    pub(super) async fn migrate(&self) -> Result<(), Error> {
        if self.schema().await? == Some(SCHEMA) {
            return Ok(());
        }
        self.write(|transaction| Box::pin(migrate(transaction))).await
    }

    /// The number of the schema that the database has; none of a new one.
    async fn schema(&self) -> Result<Option<i64>, Error> {
        let mut transaction = self.begin().await?;
        if is_new(&mut transaction).await? { Ok(None) } else { current(&mut transaction).await }
    }
}

async fn migrate(transaction: &mut Transaction) -> Result<(), Error> {
    if transaction.dialect() == Dialect::Postgres {
        // Two nodes that start at once: the second waits, and then finds nothing to do.
        transaction.rows("SELECT pg_advisory_xact_lock(7461726)", vec![]).await?;
    }
    if is_new(transaction).await? {
        is_nobodys(transaction).await?;
        if transaction.dialect() == Dialect::Postgres {
            // SQLite takes a column's type by the words in its name; PostgreSQL must be told that
            // ids sort by their bytes and not as words of the server's language.
            transaction.script("CREATE DOMAIN id_text AS TEXT COLLATE \"C\"").await?;
        }
        transaction
            .script("CREATE TABLE schema_migration (number BIGINT NOT NULL PRIMARY KEY)")
            .await?;
    }
    let current = current(transaction).await?.unwrap_or(0);
    if current > SCHEMA {
        return Err(Error::Schema(format!(
            "the database is of a newer version of this program (its schema is {current}, this \
             program knows {SCHEMA}): install that version, or restore a backup from before it"
        )));
    }
    for migration in MIGRATIONS.iter().filter(|migration| migration.number > current) {
        transaction.script(migration.sql).await?;
        transaction
            .run("INSERT INTO schema_migration (number) VALUES ($1)", vec![migration.number.into()])
            .await?;
    }
    Ok(())
}

/// Whether no step was ever run.
async fn is_new(transaction: &mut Transaction) -> Result<bool, Error> {
    let sql = dialect!(
        transaction,
        sqlite: "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_migration'",
        postgres: "SELECT COUNT(*) FROM information_schema.tables
                   WHERE table_schema = current_schema() AND table_name = 'schema_migration'",
    );
    count(transaction, sql).await.map(|tables| tables == 0)
}

/// Refuses a database of another program. A PostgreSQL schema may hold others' tables beside ours.
async fn is_nobodys(transaction: &mut Transaction) -> Result<(), Error> {
    let tables = tables(transaction).await?;
    if transaction.dialect() == Dialect::Sqlite && tables > 0 {
        return Err(Error::Schema(
            "the database is another program's: it has tables, but not ours".into(),
        ));
    }
    Ok(())
}

/// How many tables there are, whose ever they are.
async fn tables(transaction: &mut Transaction) -> Result<i64, Error> {
    let sql = dialect!(
        transaction,
        sqlite: "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table'",
        postgres: "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema()",
    );
    count(transaction, sql).await
}

async fn count(transaction: &mut Transaction, sql: &'static str) -> Result<i64, Error> {
    transaction.row(sql, vec![]).await?.map_or(Ok(0), |row| row.integer(0))
}

async fn current(transaction: &mut Transaction) -> Result<Option<i64>, Error> {
    transaction
        .row("SELECT MAX(number) FROM schema_migration", vec![])
        .await?
        .map_or(Ok(None), |row| row.optional_integer(0))
}
