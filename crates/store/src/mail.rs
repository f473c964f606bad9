//! Mail on its way out.

use jiff::Timestamp;

use crate::Error;
use crate::database::Transaction;

/// What a letter is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// What a provider has to mend: a digest of the link of this id.
    Digest(String),
    /// What became of a report: the task of this id.
    Answer(String),
}

impl About {
    fn link(&self) -> &str {
        if let Self::Digest(link) = self { link } else { "" }
    }

    fn task(&self) -> &str {
        if let Self::Answer(task) = self { task } else { "" }
    }
}

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
    /// What it is about; none where an earlier version wrote it.
    pub about: Option<About>,
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
            "INSERT INTO mail (id, recipient, subject, body, unsubscribe, link, task, created, attempts, due) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $8)",
            vec![
                mail.id.clone().into(),
                mail.recipient.clone().into(),
                mail.subject.clone().into(),
                mail.body.clone().into(),
                mail.unsubscribe.clone().into(),
                mail.about.as_ref().map_or("", About::link).into(),
                mail.about.as_ref().map_or("", About::task).into(),
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
             RETURNING id, recipient, subject, body, unsubscribe, link, task, created, attempts",
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
            about: match (row.text(5)?, row.text(6)?) {
                ("", "") => None,
                ("", task) => Some(About::Answer(task.to_owned())),
                (link, _) => Some(About::Digest(link.to_owned())),
            },
            created: row.instant(7)?,
            attempts: row.integer(8)?,
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

/// Deletes the letters that were written until a time; of each, the task whose reporter it would have told, or nothing.
pub async fn delete_until(
    transaction: &mut Transaction,
    until: Timestamp,
) -> Result<Vec<String>, Error> {
    let sql = "DELETE FROM mail WHERE created <= $1 RETURNING task";
    let rows = transaction.rows(sql, vec![until.into()]).await?;
    rows.iter().map(|row| Ok(row.text(0)?.to_owned())).collect()
}

/// How many letters wait.
pub async fn count(transaction: &mut Transaction) -> Result<i64, Error> {
    let row = transaction.row("SELECT COUNT(*) FROM mail", vec![]).await?;
    row.map_or(Ok(0), |row| row.integer(0))
}
