//! The narrow seam: the only place that knows that there are two drivers.
//!
//! Four calls return boxed futures, so that the drivers' own futures are compiled here and not in
//! every crate that awaits a query.

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use sqlx::{Row as _, SqlSafeStr, SqlStr};

use crate::Error;

/// A value on its way into a statement. An absent one keeps its type.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A whole number, `BIGINT`.
    Integer(Option<i64>),
    /// A text, `TEXT`.
    Text(Option<String>),
    /// Bytes, `BYTEA`.
    Bytes(Option<Vec<u8>>),
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Integer(Some(number))
    }
}

impl From<Option<Timestamp>> for Value {
    fn from(instant: Option<Timestamp>) -> Self {
        Self::Integer(instant.map(Timestamp::as_microsecond))
    }
}

impl From<Timestamp> for Value {
    fn from(instant: Timestamp) -> Self {
        Self::Integer(Some(instant.as_microsecond()))
    }
}

impl From<Option<i64>> for Value {
    fn from(number: Option<i64>) -> Self {
        Self::Integer(number)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(Some(text.to_owned()))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(Some(text))
    }
}

impl From<Option<String>> for Value {
    fn from(text: Option<String>) -> Self {
        Self::Text(text)
    }
}

impl From<[u8; 16]> for Value {
    fn from(print: [u8; 16]) -> Self {
        Self::Bytes(Some(print.to_vec()))
    }
}

impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(Some(bytes))
    }
}

/// A row that came back. Columns are read by their place in the statement.
pub struct Row(Inner);

enum Inner {
    Sqlite(sqlx::sqlite::SqliteRow),
    Postgres(sqlx::postgres::PgRow),
}

/// Reads one column of either driver's row.
macro_rules! column {
    ($row:expr, $place:expr) => {
        match &$row.0 {
            Inner::Sqlite(row) => row.try_get($place),
            Inner::Postgres(row) => row.try_get($place),
        }
        .map_err(Error::from)
    };
}

impl Row {
    /// A whole number.
    pub fn integer(&self, place: usize) -> Result<i64, Error> {
        column!(self, place)
    }

    /// A whole number, or none.
    pub fn optional_integer(&self, place: usize) -> Result<Option<i64>, Error> {
        column!(self, place)
    }

    /// A text.
    pub fn text(&self, place: usize) -> Result<&str, Error> {
        column!(self, place)
    }

    /// A text, or none.
    pub fn optional_text(&self, place: usize) -> Result<Option<&str>, Error> {
        column!(self, place)
    }

    /// Bytes.
    pub fn bytes(&self, place: usize) -> Result<&[u8], Error> {
        column!(self, place)
    }

    /// Bytes, or none.
    pub fn optional_bytes(&self, place: usize) -> Result<Option<&[u8]>, Error> {
        column!(self, place)
    }

    /// The 16 bytes of a print.
    pub fn print(&self, place: usize) -> Result<[u8; 16], Error> {
        self.bytes(place)?.try_into().map_err(|error| Error::corrupt("a print", error))
    }

    /// An instant.
    pub fn instant(&self, place: usize) -> Result<Timestamp, Error> {
        Timestamp::from_microsecond(self.integer(place)?)
            .map_err(|error| Error::corrupt("an instant", error))
    }

    /// An instant, or none.
    pub fn optional_instant(&self, place: usize) -> Result<Option<Timestamp>, Error> {
        self.optional_integer(place)?
            .map(Timestamp::from_microsecond)
            .transpose()
            .map_err(|error| Error::corrupt("an instant", error))
    }
}

/// Which database a transaction runs on; only `dialect!` asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// SQLite.
    Sqlite,
    /// PostgreSQL.
    Postgres,
}

/// The one of two statements that the transaction's database understands.
macro_rules! dialect {
    ($transaction:expr, sqlite: $sqlite:expr, postgres: $postgres:expr $(,)?) => {
        match $transaction.dialect() {
            $crate::database::Dialect::Sqlite => $sqlite,
            $crate::database::Dialect::Postgres => $postgres,
        }
    };
}
pub(crate) use dialect;

/// A transaction: all of it happens, or nothing. Dropped without [`Transaction::commit`], nothing.
#[derive(Debug)]
pub enum Transaction {
    /// On SQLite.
    Sqlite(sqlx::Transaction<'static, sqlx::Sqlite>),
    /// On PostgreSQL.
    Postgres(sqlx::Transaction<'static, sqlx::Postgres>),
}

/// A statement with its values, for the driver that the context asks for.
macro_rules! bound {
    ($sql:expr, $values:expr) => {{
        let mut query = sqlx::query($sql);
        for value in $values {
            query = match value {
                Value::Integer(number) => query.bind(number),
                Value::Text(text) => query.bind(text),
                Value::Bytes(bytes) => query.bind(bytes),
            };
        }
        query
    }};
}

impl Transaction {
    /// Which database this is.
    #[must_use]
    pub const fn dialect(&self) -> Dialect {
        match self {
            Self::Sqlite(_) => Dialect::Sqlite,
            Self::Postgres(_) => Dialect::Postgres,
        }
    }

    /// Runs a statement and gives the rows.
    pub fn rows(
        &mut self,
        sql: impl SqlSafeStr,
        values: Vec<Value>,
    ) -> BoxFuture<'_, Result<Vec<Row>, Error>> {
        self.boxed_rows(sql.into_sql_str(), values)
    }

    /// Runs a statement and says how many rows it touched.
    pub fn run(
        &mut self,
        sql: impl SqlSafeStr,
        values: Vec<Value>,
    ) -> BoxFuture<'_, Result<u64, Error>> {
        self.boxed_run(sql.into_sql_str(), values)
    }

    /// Runs a statement and gives the first row, if there is one.
    pub(crate) async fn row(
        &mut self,
        sql: impl SqlSafeStr,
        values: Vec<Value>,
    ) -> Result<Option<Row>, Error> {
        Ok(self.rows(sql, values).await?.into_iter().next())
    }

    fn boxed_rows(
        &mut self,
        sql: SqlStr,
        values: Vec<Value>,
    ) -> BoxFuture<'_, Result<Vec<Row>, Error>> {
        Box::pin(async move {
            storable(&values)?;
            Ok(match self {
                Self::Sqlite(on) => bound!(sql, values)
                    .fetch_all(&mut **on)
                    .await?
                    .into_iter()
                    .map(|row| Row(Inner::Sqlite(row)))
                    .collect(),
                Self::Postgres(on) => bound!(sql, values)
                    .fetch_all(&mut **on)
                    .await?
                    .into_iter()
                    .map(|row| Row(Inner::Postgres(row)))
                    .collect(),
            })
        })
    }

    fn boxed_run(&mut self, sql: SqlStr, values: Vec<Value>) -> BoxFuture<'_, Result<u64, Error>> {
        Box::pin(async move {
            storable(&values)?;
            Ok(match self {
                Self::Sqlite(on) => bound!(sql, values).execute(&mut **on).await?.rows_affected(),
                Self::Postgres(on) => bound!(sql, values).execute(&mut **on).await?.rows_affected(),
            })
        })
    }

    /// Runs several statements without values, as a migration has them.
    pub(crate) fn script(&mut self, sql: &'static str) -> BoxFuture<'_, Result<(), Error>> {
        Box::pin(async move {
            match self {
                Self::Sqlite(on) => sqlx::raw_sql(sql).execute(&mut **on).await.map(drop)?,
                Self::Postgres(on) => sqlx::raw_sql(sql).execute(&mut **on).await.map(drop)?,
            }
            Ok(())
        })
    }

    /// Makes all that happened in it last.
    pub fn commit(self) -> BoxFuture<'static, Result<(), Error>> {
        Box::pin(async move {
            match self {
                Self::Sqlite(on) => on.commit().await?,
                Self::Postgres(on) => on.commit().await?,
            }
            Ok(())
        })
    }
}

/// PostgreSQL refuses NUL in a text; so that both act the same, it is refused before either.
fn storable(values: &[Value]) -> Result<(), Error> {
    for value in values {
        if let Value::Text(Some(text)) = value
            && text.contains('\0')
        {
            return Err(Error::Unstorable("a text with the character NUL".into()));
        }
    }
    Ok(())
}
