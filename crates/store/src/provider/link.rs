//! Private links, and the prints of the keys that open them.

use domain::Language;
use domain::catalogue::EntityId;
use domain::provider_link::{DigestRhythm, KeyPurpose, ProviderLink};
use jiff::Timestamp;

use crate::Error;
use crate::catalogue::id_of;
use crate::database::{Row, Transaction};

/// The columns of a link.
macro_rules! columns {
    () => {
        "l.id, l.organisation, l.county, l.language, l.author, l.created, l.expires, l.revoked, l.email, l.rhythm, \
         l.digest_sent"
    };
}

/// Keeps a new link.
pub async fn insert(transaction: &mut Transaction, link: &ProviderLink) -> Result<(), Error> {
    transaction
        .run(
            "INSERT INTO provider_link (id, organisation, county, language, author, created, expires, revoked, \
             email, rhythm, digest_sent) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            vec![
                link.id.clone().into(),
                link.organisation.as_str().into(),
                link.county.clone().unwrap_or_default().into(),
                link.language.code().into(),
                link.author.clone().into(),
                link.created.into(),
                link.expires.into(),
                link.revoked.into(),
                link.email.clone().into(),
                link.rhythm.name().into(),
                link.digest_sent.map_or(0, Timestamp::as_microsecond).into(),
            ],
        )
        .await
        .map(drop)
}

/// Lets one more key open a link.
pub async fn insert_key(
    transaction: &mut Transaction,
    print: [u8; 16],
    link: &str,
    purpose: KeyPurpose,
) -> Result<(), Error> {
    transaction
        .run(
            "INSERT INTO provider_key (print, link, purpose) VALUES ($1, $2, $3)",
            vec![print.into(), link.into(), purpose.name().into()],
        )
        .await
        .map(drop)
}

/// The link that a key opens, whether it still leads somewhere or not.
pub async fn of_key(
    transaction: &mut Transaction,
    print: [u8; 16],
    purpose: KeyPurpose,
) -> Result<Option<ProviderLink>, Error> {
    let sql = concat!(
        "SELECT ",
        columns!(),
        " FROM provider_key k JOIN provider_link l ON l.id = k.link WHERE k.print = $1 AND k.purpose = $2"
    );
    let row = transaction.row(sql, vec![print.into(), purpose.name().into()]).await?;
    row.as_ref().map(link).transpose()
}

/// The link of an id.
pub async fn get(transaction: &mut Transaction, id: &str) -> Result<Option<ProviderLink>, Error> {
    let sql = concat!("SELECT ", columns!(), " FROM provider_link l WHERE l.id = $1");
    let row = transaction.row(sql, vec![id.into()]).await?;
    row.as_ref().map(link).transpose()
}

/// An organisation's links, the newest first.
pub async fn of_organisation(
    transaction: &mut Transaction,
    organisation: &EntityId,
) -> Result<Vec<ProviderLink>, Error> {
    let sql = concat!(
        "SELECT ",
        columns!(),
        " FROM provider_link l WHERE l.organisation = $1 ORDER BY l.created DESC, l.id"
    );
    let rows = transaction.rows(sql, vec![organisation.as_str().into()]).await?;
    rows.iter().map(link).collect()
}

/// The links that lead somewhere, and to whose providers digests go.
pub async fn with_digest(
    transaction: &mut Transaction,
    now: Timestamp,
) -> Result<Vec<ProviderLink>, Error> {
    let sql = concat!(
        "SELECT ",
        columns!(),
        " FROM provider_link l WHERE l.revoked IS NULL AND l.expires > $1 AND l.email <> '' \
         AND l.rhythm <> 'never' ORDER BY l.id"
    );
    let rows = transaction.rows(sql, vec![now.into()]).await?;
    rows.iter().map(link).collect()
}

/// Lets a link lead somewhere until another time.
pub async fn set_end(
    transaction: &mut Transaction,
    id: &str,
    expires: Timestamp,
) -> Result<(), Error> {
    transaction
        .run(
            "UPDATE provider_link SET expires = $2 WHERE id = $1 AND revoked IS NULL",
            vec![id.into(), expires.into()],
        )
        .await
        .map(drop)
}

/// Ends a link at once: its address goes with it, and its keys but those that end digests, which letters promise.
pub async fn revoke(transaction: &mut Transaction, id: &str, now: Timestamp) -> Result<(), Error> {
    transaction
        .run(
            "UPDATE provider_link SET revoked = $2, email = '', rhythm = 'never' \
             WHERE id = $1 AND revoked IS NULL",
            vec![id.into(), now.into()],
        )
        .await?;
    transaction
        .run(
            "DELETE FROM provider_key WHERE link = $1 AND purpose = $2",
            vec![id.into(), KeyPurpose::View.name().into()],
        )
        .await
        .map(drop)
}

/// Sets where digests go, and how often.
pub async fn set_digest(
    transaction: &mut Transaction,
    id: &str,
    email: &str,
    rhythm: DigestRhythm,
) -> Result<(), Error> {
    transaction
        .run(
            "UPDATE provider_link SET email = $2, rhythm = $3 WHERE id = $1 AND revoked IS NULL",
            vec![id.into(), email.into(), rhythm.name().into()],
        )
        .await
        .map(drop)
}

/// Says that a digest goes now, unless another node was first, or the link has changed since it was read; whether it does.
pub async fn take_digest(
    transaction: &mut Transaction,
    link: &ProviderLink,
    now: Timestamp,
) -> Result<bool, Error> {
    let touched = transaction
        .run(
            "UPDATE provider_link SET digest_sent = $2 WHERE id = $1 AND digest_sent = $3 AND email = $4 \
             AND rhythm = $5 AND revoked IS NULL",
            vec![
                link.id.clone().into(),
                now.into(),
                link.digest_sent.map_or(0, Timestamp::as_microsecond).into(),
                link.email.clone().into(),
                link.rhythm.name().into(),
            ],
        )
        .await?;
    Ok(touched == 1)
}

/// Deletes the links that ended before a time, by themselves or revoked, with their keys; says how many.
pub async fn delete_ended(transaction: &mut Transaction, before: Timestamp) -> Result<u64, Error> {
    transaction
        .run(
            "DELETE FROM provider_key WHERE link IN (SELECT id FROM provider_link \
             WHERE expires < $1 OR revoked < $1)",
            vec![before.into()],
        )
        .await?;
    transaction
        .run("DELETE FROM provider_link WHERE expires < $1 OR revoked < $1", vec![before.into()])
        .await
}

fn link(row: &Row) -> Result<ProviderLink, Error> {
    let (language, rhythm) = (row.text(3)?, row.text(9)?);
    let county = row.text(2)?;
    let sent = row.integer(10)?;
    Ok(ProviderLink {
        id: row.text(0)?.to_owned(),
        organisation: id_of(row.text(1)?)?,
        county: (!county.is_empty()).then(|| county.to_owned()),
        language: Language::from_code(language)
            .ok_or_else(|| Error::corrupt("a language", language))?,
        author: row.text(4)?.to_owned(),
        created: row.instant(5)?,
        expires: row.instant(6)?,
        revoked: row.optional_instant(7)?,
        email: row.text(8)?.to_owned(),
        rhythm: DigestRhythm::from_name(rhythm)
            .ok_or_else(|| Error::corrupt("a rhythm", rhythm))?,
        digest_sent: (sent > 0).then(|| row.instant(10)).transpose()?,
    })
}
