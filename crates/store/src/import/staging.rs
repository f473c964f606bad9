//! What a run found and has not published: a row of `content` with the document and the raw record,
//! and one of `import_staged` with what publishing will write to `entity_version` and `entity`.
//! Readers see neither. Both rows have the same number, which only rises, so that staging writes to
//! the ends of two tables and touches no index; publishing sorts.
//!
//! The rows of a run that was killed are found again by the next run of the same feed: what is
//! still the same is confirmed instead of written once more.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use domain::catalogue::{EntityId, EntityKind};
use jiff::Timestamp;

use crate::Error;
use crate::catalogue::{Change, id_of, kind_of};
use crate::database::{Transaction, Value};

/// What an import must know of an entity to judge what it reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Its kind.
    pub kind: EntityKind,
    /// Its id.
    pub id: EntityId,
    /// Its version.
    pub version: i64,
    /// The print of the raw record.
    pub raw_print: [u8; 16],
    /// The print of the document.
    pub document_print: [u8; 16],
    /// When the source last changed it.
    pub modified: Option<Timestamp>,
    /// What it hangs on; an organisation's parent, a connection's service.
    pub owner: Option<EntityId>,
    /// What it points to; a connection's channel.
    pub target: Option<EntityId>,
    /// Whether no feed has it any more.
    pub gone: bool,
    /// The feeds that have it, in order, with a blank between them.
    pub feeds: String,
}

/// All entities of a kind ever published, so many at a time in order of id.
pub async fn known(
    transaction: &mut Transaction,
    kind: EntityKind,
    after: Option<&EntityId>,
    limit: u32,
) -> Result<Vec<Known>, Error> {
    let rows = transaction
        .rows(
            "SELECT kind, id, version, raw_print, document_print, modified, owner, target, gone, \
             feeds FROM entity WHERE kind = $1 AND id > $2 ORDER BY id LIMIT CAST($3 AS BIGINT)",
            vec![
                kind.name().into(),
                after.map_or("", EntityId::as_str).into(),
                i64::from(limit).into(),
            ],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Known {
                kind: kind_of(row.text(0)?)?,
                id: id_of(row.text(1)?)?,
                version: row.integer(2)?,
                raw_print: row.print(3)?,
                document_print: row.print(4)?,
                modified: row.optional_instant(5)?,
                owner: row.optional_text(6)?.map(id_of).transpose()?,
                target: row.optional_text(7)?.map(id_of).transpose()?,
                gone: row.optional_integer(8)?.is_some(),
                feeds: row.text(9)?.to_owned(),
            })
        })
        .collect()
}

/// A new version of an entity.
#[derive(Debug, Clone, PartialEq)]
pub struct Staged {
    /// The number of its rows, from [`next_number`] on.
    pub number: i64,
    /// Its kind.
    pub kind: EntityKind,
    /// Its id.
    pub id: EntityId,
    /// The number of the new version.
    pub version: i64,
    /// What became of it.
    pub change: Change,
    /// What it hangs on.
    pub owner: Option<EntityId>,
    /// What it points to.
    pub target: Option<EntityId>,
    /// Its names, as JSON.
    pub names: String,
    /// When the source last changed it.
    pub modified: Option<Timestamp>,
    /// The print of the raw record.
    pub raw_print: [u8; 16],
    /// The print of the document.
    pub document_print: [u8; 16],
    /// The document.
    pub document: String,
    /// The raw record, compressed.
    pub raw: Vec<u8>,
    /// The feeds that will have it, in order, with a blank between them.
    pub feeds: String,
}

/// How many rows go into one statement: what a statement costs apart from its rows (some 30 µs)
/// then hardly counts, and its values stay far below what either database takes.
const ROWS: usize = 40;

const CONTENT_COLUMNS: usize = 3;
const STAGED_COLUMNS: usize = 16;

/// A statement that inserts so many rows.
pub(crate) fn insert_sql(head: &str, columns: usize, rows: usize) -> String {
    let row = |row: usize| {
        let places: Vec<String> =
            (1..=columns).map(|column| format!("${}", row * columns + column)).collect();
        format!("({})", places.join(", "))
    };
    let rows: Vec<String> = (0..rows).map(row).collect();
    format!("{head} VALUES {}", rows.join(", "))
}

fn content_sql(rows: usize) -> String {
    insert_sql("INSERT INTO content (number, document, raw)", CONTENT_COLUMNS, rows)
}

fn staged_sql(rows: usize) -> String {
    insert_sql(
        "INSERT INTO import_staged (number, kind, id, version, run, feed, change, seen, source, \
         owner, target, names, modified, raw_print, document_print, feeds)",
        STAGED_COLUMNS,
        rows,
    )
}

static CONTENT_ROWS: LazyLock<String> = LazyLock::new(|| content_sql(ROWS));
static CONTENT_ROW: LazyLock<String> = LazyLock::new(|| content_sql(1));
static STAGED_ROWS: LazyLock<String> = LazyLock::new(|| staged_sql(ROWS));
static STAGED_ROW: LazyLock<String> = LazyLock::new(|| staged_sql(1));

/// The run that stages.
#[derive(Debug, Clone)]
pub struct Run {
    /// Its id.
    pub id: String,
    /// Its feed.
    pub feed: String,
    /// The kind of source: `ptv`.
    pub source: String,
    /// When it began.
    pub started: Timestamp,
}

/// The first number that no row has.
pub async fn next_number(transaction: &mut Transaction) -> Result<i64, Error> {
    let row = transaction.row("SELECT MAX(number) FROM content", vec![]).await?;
    let last = row.map_or(Ok(None), |row| row.optional_integer(0))?;
    Ok(last.unwrap_or_default() + 1)
}

/// Stages new versions.
pub async fn insert(
    transaction: &mut Transaction,
    run: &Run,
    staged: Vec<Staged>,
) -> Result<(), Error> {
    let mut staged = staged.into_iter().peekable();
    while staged.peek().is_some() {
        let chunk: Vec<Staged> = staged.by_ref().take(ROWS).collect();
        if chunk.len() == ROWS {
            insert_chunk(transaction, run, chunk, &CONTENT_ROWS, &STAGED_ROWS).await?;
        } else {
            for one in chunk {
                insert_chunk(transaction, run, vec![one], &CONTENT_ROW, &STAGED_ROW).await?;
            }
        }
    }
    Ok(())
}

async fn insert_chunk(
    transaction: &mut Transaction,
    run: &Run,
    chunk: Vec<Staged>,
    content_sql: &'static str,
    staged_sql: &'static str,
) -> Result<(), Error> {
    let mut contents = Vec::with_capacity(chunk.len() * CONTENT_COLUMNS);
    let mut rows = Vec::with_capacity(chunk.len() * STAGED_COLUMNS);
    for staged in chunk {
        rows.extend([
            staged.number.into(),
            staged.kind.name().into(),
            Value::Text(Some(String::from(staged.id))),
            staged.version.into(),
            run.id.clone().into(),
            run.feed.clone().into(),
            staged.change.name().into(),
            run.started.into(),
            run.source.clone().into(),
            Value::Text(staged.owner.map(String::from)),
            Value::Text(staged.target.map(String::from)),
            staged.names.into(),
            staged.modified.into(),
            staged.raw_print.into(),
            staged.document_print.into(),
            staged.feeds.into(),
        ]);
        contents.extend([staged.number.into(), staged.document.into(), staged.raw.into()]);
    }
    transaction.run(content_sql, contents).await?;
    transaction.run(staged_sql, rows).await?;
    Ok(())
}

/// A row that an earlier run staged and did not publish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leftover {
    /// The number of its rows.
    pub number: i64,
    /// Its kind.
    pub kind: EntityKind,
    /// Its id.
    pub id: EntityId,
    /// The number of the version.
    pub version: i64,
    /// The print of the raw record.
    pub raw_print: [u8; 16],
    /// The print of the document.
    pub document_print: [u8; 16],
}

/// What earlier runs staged, so many at a time after a number.
pub async fn leftovers(
    transaction: &mut Transaction,
    after: i64,
    limit: u32,
) -> Result<Vec<Leftover>, Error> {
    let rows = transaction
        .rows(
            "SELECT number, kind, id, version, raw_print, document_print FROM import_staged \
             WHERE number > $1 ORDER BY number LIMIT CAST($2 AS BIGINT)",
            vec![after.into(), i64::from(limit).into()],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Leftover {
                number: row.integer(0)?,
                kind: kind_of(row.text(1)?)?,
                id: id_of(row.text(2)?)?,
                version: row.integer(3)?,
                raw_print: row.print(4)?,
                document_print: row.print(5)?,
            })
        })
        .collect()
}

/// How many ids go into one statement; the rest of its places stay empty.
pub(super) const IDS: usize = 64;

/// `$first, $first+1, …`: a place for each of [`IDS`] ids.
pub(super) fn id_places(first: usize) -> String {
    let places: Vec<String> = (first..first + IDS).map(|place| format!("${place}")).collect();
    places.join(", ")
}

/// The ids of each kind in chunks of [`IDS`], each filled up with absent ones.
pub(super) fn id_chunks(ids: &[(EntityKind, EntityId)]) -> Vec<(EntityKind, Vec<Value>)> {
    let mut kinds: BTreeMap<EntityKind, Vec<&EntityId>> = BTreeMap::new();
    for (kind, id) in ids {
        kinds.entry(*kind).or_default().push(id);
    }
    let mut chunks = Vec::new();
    for (kind, ids) in kinds {
        for chunk in ids.chunks(IDS) {
            let mut values: Vec<Value> = chunk.iter().map(|id| Value::from(id.as_str())).collect();
            values.resize(IDS, Value::Text(None));
            chunks.push((kind, values));
        }
    }
    chunks
}

/// Makes leftovers the run's own, as they are.
pub async fn confirm(
    transaction: &mut Transaction,
    run: &Run,
    numbers: &[i64],
) -> Result<(), Error> {
    for number in numbers {
        transaction
            .run(
                "UPDATE import_staged SET run = $1 WHERE number = $2",
                vec![run.id.clone().into(), (*number).into()],
            )
            .await?;
    }
    Ok(())
}

/// Takes a staged version away again.
pub async fn delete(transaction: &mut Transaction, number: i64) -> Result<(), Error> {
    transaction.run("DELETE FROM content WHERE number = $1", vec![number.into()]).await?;
    transaction.run("DELETE FROM import_staged WHERE number = $1", vec![number.into()]).await?;
    Ok(())
}

/// Lets an organisation's staged version hang on nothing: its edge closes a ring.
pub async fn cut_owner(transaction: &mut Transaction, number: i64) -> Result<(), Error> {
    transaction
        .run("UPDATE import_staged SET owner = NULL WHERE number = $1", vec![number.into()])
        .await?;
    Ok(())
}

/// Takes away what other feeds' runs staged and never published.
pub async fn discard_other_feeds(transaction: &mut Transaction, feed: &str) -> Result<(), Error> {
    transaction
        .run(
            "DELETE FROM content WHERE number IN \
             (SELECT number FROM import_staged WHERE feed <> $1)",
            vec![feed.into()],
        )
        .await?;
    transaction.run("DELETE FROM import_staged WHERE feed <> $1", vec![feed.into()]).await?;
    Ok(())
}

/// Takes away what earlier runs staged and this one did not find again.
pub async fn discard_unconfirmed(transaction: &mut Transaction, run: &Run) -> Result<(), Error> {
    transaction
        .run(
            "DELETE FROM content WHERE number IN \
             (SELECT number FROM import_staged WHERE run <> $1)",
            vec![run.id.clone().into()],
        )
        .await?;
    transaction
        .run("DELETE FROM import_staged WHERE run <> $1", vec![run.id.clone().into()])
        .await?;
    Ok(())
}
