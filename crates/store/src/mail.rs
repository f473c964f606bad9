//! Mail on its way out.

use jiff::Timestamp;

use crate::Error;
use crate::database::Transaction;

/// A letter.
#[derive(Clone, PartialEq, Eq)]
pub struct Mail {
    /// Its own id.
    pub id: String,
    /// To whom.
    pub recipient: String,
    /// What it is about.
    pub subject: String,
    /// What it says.
    pub body: String,
    /// Where its receiver ends more of its kind by one request; empty where there are no more.
    pub unsubscribe: String,
    /// When it was written.
    pub created: Timestamp,
    /// How often it was tried to send.
    pub attempts: i64,
}

impl std::fmt::Debug for Mail {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Mail({})", self.id)
    }
}

/// Keeps a letter until it has gone out.
pub async fn insert(transaction: &mut Transaction, mail: &Mail) -> Result<(), Error> {
    transaction
        .run(
            "INSERT INTO mail (id, recipient, subject, body, unsubscribe, created, attempts, due) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $6)",
            vec![
                mail.id.clone().into(),
                mail.recipient.clone().into(),
                mail.subject.clone().into(),
                mail.body.clone().into(),
                mail.unsubscribe.clone().into(),
                mail.created.into(),
                mail.attempts.into(),
            ],
        )
        .await
        .map(drop)
}

/// Takes the next letter that is due, and puts it off, so that no other node sends it meanwhile; it counts as tried.
pub async fn claim(
    transaction: &mut Transaction,
    now: Timestamp,
    until: Timestamp,
) -> Result<Option<Mail>, Error> {
    let row = transaction
        .row(
            "UPDATE mail SET due = $2, attempts = attempts + 1 WHERE due <= $1 AND id = \
             (SELECT id FROM mail WHERE due <= $1 ORDER BY due, id LIMIT 1) \
             RETURNING id, recipient, subject, body, unsubscribe, created, attempts",
            vec![now.into(), until.into()],
        )
        .await?;
    row.map(|row| {
        Ok(Mail {
            id: row.text(0)?.to_owned(),
            recipient: row.text(1)?.to_owned(),
            subject: row.text(2)?.to_owned(),
            body: row.text(3)?.to_owned(),
            unsubscribe: row.text(4)?.to_owned(),
            created: row.instant(5)?,
            attempts: row.integer(6)?,
        })
    })
    .transpose()
}

/// Puts a letter off that could not be sent.
pub async fn put_off(
    transaction: &mut Transaction,
    id: &str,
    until: Timestamp,
) -> Result<(), Error> {
    transaction
        .run("UPDATE mail SET due = $2 WHERE id = $1", vec![id.into(), until.into()])
        .await
        .map(drop)
}

/// Deletes a letter: it has gone out, or never will.
pub async fn delete(transaction: &mut Transaction, id: &str) -> Result<(), Error> {
    transaction.run("DELETE FROM mail WHERE id = $1", vec![id.into()]).await.map(drop)
}

/// Deletes the letters that were written until a time, and says how many.
pub async fn delete_until(transaction: &mut Transaction, until: Timestamp) -> Result<u64, Error> {
    transaction.run("DELETE FROM mail WHERE created <= $1", vec![until.into()]).await
}

/// How many letters wait.
pub async fn count(transaction: &mut Transaction) -> Result<i64, Error> {
    let row = transaction.row("SELECT COUNT(*) FROM mail", vec![]).await?;
    row.map_or(Ok(0), |row| row.integer(0))
}
