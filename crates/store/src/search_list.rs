//! The staff's list: its entries, its revision, and every change ever made.

use domain::Language;
use domain::search_list::{Change, ChangeKind, Entry, EntryKey, EntryKind};

use crate::Error;
use crate::database::{Row, Transaction, Value};

/// The revision of the list; 0 of one that was never changed.
pub async fn revision(transaction: &mut Transaction) -> Result<i64, Error> {
    one(transaction.row("SELECT revision FROM search_list_state WHERE id = 1", vec![]).await?)
}

/// Raises the revision, and gives the new one. Whoever raises it changes the list alone until the end
/// of the transaction.
pub async fn raise_revision(transaction: &mut Transaction) -> Result<i64, Error> {
    let row = transaction
        .row(
            "UPDATE search_list_state SET revision = revision + 1 WHERE id = 1 RETURNING revision",
            vec![],
        )
        .await?;
    one(row)
}

fn one(row: Option<Row>) -> Result<i64, Error> {
    row.ok_or_else(|| Error::Corrupt("the state of the staff's list is missing".into()))?.integer(0)
}

/// The whole list, in order of phrase.
pub async fn list(transaction: &mut Transaction) -> Result<Vec<Entry>, Error> {
    let rows = transaction
        .rows(
            "SELECT kind, language, phrase, target, note, author, added FROM search_list_entry \
             ORDER BY phrase, language, target",
            vec![],
        )
        .await?;
    rows.iter().map(|row| entry(row, 0)).collect()
}

/// How many entries there are.
pub async fn count(transaction: &mut Transaction) -> Result<i64, Error> {
    let row = transaction.row("SELECT COUNT(*) FROM search_list_entry", vec![]).await?;
    row.map_or(Ok(0), |row| row.integer(0))
}

/// An entry by what tells it from others.
pub async fn get(transaction: &mut Transaction, key: &EntryKey) -> Result<Option<Entry>, Error> {
    let row = transaction
        .row(
            "SELECT kind, language, phrase, target, note, author, added FROM search_list_entry \
             WHERE language = $1 AND phrase = $2 AND target = $3",
            key_values(key),
        )
        .await?;
    row.map(|row| entry(&row, 0)).transpose()
}

/// Adds an entry, or puts it in the place of one with the same key.
pub async fn upsert(transaction: &mut Transaction, entry: &Entry) -> Result<(), Error> {
    transaction
        .run(
            "INSERT INTO search_list_entry (kind, language, phrase, target, note, author, added) \
             VALUES ($1, $2, $3, $4, $5, $6, $7) \
             ON CONFLICT (language, phrase, target) DO UPDATE SET kind = excluded.kind, \
             note = excluded.note, author = excluded.author, added = excluded.added",
            entry_values(entry),
        )
        .await?;
    Ok(())
}

/// Takes an entry away; false when there is none.
pub async fn delete(transaction: &mut Transaction, key: &EntryKey) -> Result<bool, Error> {
    transaction
        .run(
            "DELETE FROM search_list_entry WHERE language = $1 AND phrase = $2 AND target = $3",
            key_values(key),
        )
        .await
        .map(|deleted| deleted == 1)
}

/// Keeps a change in the history, the `place`-th of its revision.
pub async fn insert_change(
    transaction: &mut Transaction,
    place: i64,
    change: &Change,
) -> Result<(), Error> {
    let mut values = entry_values(&change.entry);
    values.extend([
        change.revision.into(),
        place.into(),
        change.changed.into(),
        change.changer.as_str().into(),
        change.kind.name().into(),
    ]);
    transaction
        .run(
            "INSERT INTO search_list_change (kind, language, phrase, target, note, author, added, \
             revision, place, changed, changer, change) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            values,
        )
        .await?;
    Ok(())
}

/// The last changes, the last one first.
pub async fn history(transaction: &mut Transaction, limit: u32) -> Result<Vec<Change>, Error> {
    let rows = transaction
        .rows(
            "SELECT revision, changed, changer, change, kind, language, phrase, target, note, \
             author, added FROM search_list_change ORDER BY revision DESC, place DESC LIMIT CAST($1 AS BIGINT)",
            vec![i64::from(limit).into()],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let kind = ChangeKind::from_name(row.text(3)?)
                .ok_or_else(|| Error::corrupt("a change of the staff's list", "its kind"))?;
            Ok(Change {
                revision: row.integer(0)?,
                changed: row.instant(1)?,
                changer: row.text(2)?.to_owned(),
                kind,
                entry: entry(row, 4)?,
            })
        })
        .collect()
}

fn key_values(key: &EntryKey) -> Vec<Value> {
    vec![code(key.language).into(), key.phrase.as_str().into(), key.target.as_str().into()]
}

fn entry_values(entry: &Entry) -> Vec<Value> {
    vec![
        entry.kind.name().into(),
        code(entry.language).into(),
        entry.phrase.as_str().into(),
        entry.target.as_str().into(),
        entry.note.as_str().into(),
        entry.author.as_str().into(),
        entry.added.into(),
    ]
}

const fn code(language: Option<Language>) -> &'static str {
    match language {
        Some(language) => language.code(),
        None => "",
    }
}

/// Reads an entry whose columns begin at a place.
fn entry(row: &Row, first: usize) -> Result<Entry, Error> {
    let kind = row.text(first)?;
    let language = row.text(first + 1)?;
    let unknown = |what, found: &str| Error::corrupt(what, format_args!("{found:?}"));
    Ok(Entry {
        kind: EntryKind::from_name(kind).ok_or_else(|| unknown("a kind of entry", kind))?,
        language: match language {
            "" => None,
            code => Some(Language::from_code(code).ok_or_else(|| unknown("a language", code))?),
        },
        phrase: row.text(first + 2)?.to_owned(),
        target: row.text(first + 3)?.to_owned(),
        note: row.text(first + 4)?.to_owned(),
        author: row.text(first + 5)?.to_owned(),
        added: row.instant(first + 6)?,
    })
}
