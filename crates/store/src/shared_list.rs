//! Lists that somebody gave to somebody, by their codes.

use domain::Language;
use domain::catalogue::EntityId;
use domain::my_list::ServiceList;
use domain::shared_list::{Code, Note, SharedList};
use jiff::Timestamp;

use crate::Error;
use crate::database::{Row, Transaction};

/// Keeps a list, unless another one has its code; says whether it did.
pub async fn insert(transaction: &mut Transaction, list: &SharedList) -> Result<bool, Error> {
    let ids: Vec<&str> = list.services.ids().iter().map(EntityId::as_str).collect();
    let inserted = transaction
        .run(
            "INSERT INTO shared_list (code, services, note, language, created, expires) \
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (code) DO NOTHING",
            vec![
                list.code.as_str().into(),
                ids.join(" ").into(),
                list.note.as_ref().map_or("", Note::as_str).into(),
                list.language.code().into(),
                list.created.into(),
                list.expires.into(),
            ],
        )
        .await?;
    Ok(inserted == 1)
}

/// The list of a code, expired or not.
pub async fn get(transaction: &mut Transaction, code: &Code) -> Result<Option<SharedList>, Error> {
    let row = transaction
        .row(
            "SELECT code, services, note, language, created, expires FROM shared_list \
             WHERE code = $1",
            vec![code.as_str().into()],
        )
        .await?;
    row.as_ref().map(list).transpose()
}

/// How many were given since an instant and are still there.
pub async fn count_since(transaction: &mut Transaction, since: Timestamp) -> Result<i64, Error> {
    let row = transaction
        .row("SELECT COUNT(*) FROM shared_list WHERE created >= $1", vec![since.into()])
        .await?;
    row.map_or(Ok(0), |row| row.integer(0))
}

/// Deletes the list of a code; says how many there were.
pub async fn delete(transaction: &mut Transaction, code: &Code) -> Result<u64, Error> {
    transaction.run("DELETE FROM shared_list WHERE code = $1", vec![code.as_str().into()]).await
}

/// Deletes what has expired, and says how many.
pub async fn delete_expired(transaction: &mut Transaction, now: Timestamp) -> Result<u64, Error> {
    transaction.run("DELETE FROM shared_list WHERE expires <= $1", vec![now.into()]).await
}

fn list(row: &Row) -> Result<SharedList, Error> {
    let unreadable = |what, found: &str| Error::corrupt(what, format_args!("{found:?}"));
    let (code, services, language) = (row.text(0)?, row.text(1)?, row.text(3)?);
    let ids: Result<Vec<EntityId>, Error> = services
        .split_ascii_whitespace()
        .map(|id| EntityId::new(id).map_err(|error| Error::corrupt("a service's id", error)))
        .collect();
    Ok(SharedList {
        code: Code::read(code).ok_or_else(|| unreadable("a list's code", code))?,
        services: ServiceList::of(ids?),
        note: Note::kept(row.text(2)?),
        language: Language::from_code(language)
            .ok_or_else(|| unreadable("a language", language))?,
        created: row.instant(4)?,
        expires: row.instant(5)?,
    })
}

/// Every row with all its columns, as a thief of the database gets them.
#[cfg(feature = "testing")]
pub async fn everything(transaction: &mut Transaction) -> Result<Vec<String>, Error> {
    let rows = transaction.rows("SELECT * FROM shared_list ORDER BY code", vec![]).await?;
    rows.iter()
        .map(|row| {
            let texts = [row.text(0)?, row.text(1)?, row.text(2)?, row.text(3)?];
            Ok(format!("{} {} {}", texts.join("|"), row.integer(4)?, row.integer(5)?))
        })
        .collect()
}
