//! What visitors told of services and of the site.

use domain::Language;
use domain::catalogue::EntityId;
use domain::feedback::{Feedback, FeedbackKind, Told};
use jiff::Timestamp;

use crate::Error;
use crate::database::{Row, Transaction};

/// Keeps feedback.
pub async fn insert(transaction: &mut Transaction, feedback: &Feedback) -> Result<(), Error> {
    transaction
        .run(
            "INSERT INTO feedback (id, about, county, kind, words, language, created) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            vec![
                feedback.id.as_str().into(),
                feedback.about.as_ref().map_or("", EntityId::as_str).into(),
                feedback.county.as_deref().unwrap_or_default().into(),
                feedback.told.kind.name().into(),
                feedback.told.words().unwrap_or_default().into(),
                feedback.language.code().into(),
                feedback.created.into(),
            ],
        )
        .await?;
    Ok(())
}

/// The one of an id.
pub async fn get(transaction: &mut Transaction, id: &str) -> Result<Option<Feedback>, Error> {
    let row = transaction
        .row(
            "SELECT id, about, county, kind, words, language, created FROM feedback WHERE id = $1",
            vec![id.into()],
        )
        .await?;
    row.as_ref().map(feedback).transpose()
}

/// Keeps where a visitor wants the answer.
pub async fn insert_reply(
    transaction: &mut Transaction,
    feedback: &str,
    address: &str,
    until: Timestamp,
) -> Result<(), Error> {
    transaction
        .run(
            "INSERT INTO feedback_reply (feedback, address, until) VALUES ($1, $2, $3)",
            vec![feedback.into(), address.into(), until.into()],
        )
        .await
        .map(drop)
}

/// Takes out where a visitor wants the answer, if it is still kept.
pub async fn take_reply(
    transaction: &mut Transaction,
    feedback: &str,
) -> Result<Option<String>, Error> {
    let row = transaction
        .row(
            "DELETE FROM feedback_reply WHERE feedback = $1 RETURNING address",
            vec![feedback.into()],
        )
        .await?;
    row.map(|row| Ok(row.text(0)?.to_owned())).transpose()
}

/// Whether an answer is waited for.
pub async fn has_reply(transaction: &mut Transaction, feedback: &str) -> Result<bool, Error> {
    let row = transaction
        .row("SELECT COUNT(*) FROM feedback_reply WHERE feedback = $1", vec![feedback.into()])
        .await?;
    row.map_or(Ok(false), |row| Ok(row.integer(0)? > 0))
}

/// Deletes the addresses whose time is over or whose feedback is gone, and says how many.
pub async fn delete_old_replies(
    transaction: &mut Transaction,
    now: Timestamp,
) -> Result<u64, Error> {
    transaction
        .run(
            "DELETE FROM feedback_reply WHERE until <= $1 \
             OR NOT EXISTS (SELECT 1 FROM feedback f WHERE f.id = feedback_reply.feedback)",
            vec![now.into()],
        )
        .await
}

/// What was given since an instant, the newest first.
pub async fn since(
    transaction: &mut Transaction,
    since: Timestamp,
) -> Result<Vec<Feedback>, Error> {
    let rows = transaction
        .rows(
            "SELECT id, about, county, kind, words, language, created FROM feedback \
             WHERE created >= $1 ORDER BY created DESC, id DESC",
            vec![since.into()],
        )
        .await?;
    rows.iter().map(feedback).collect()
}

/// How much was given on a county's site and is still there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Given {
    /// Since the earlier instant.
    pub long: i64,
    /// Since the later one.
    pub short: i64,
    /// Since the later one of the same subject.
    pub of_subject: i64,
}

/// How much was given on a county's site since an instant, since a later one, and since that of the same
/// service, or of the site where there is none.
pub async fn given(
    transaction: &mut Transaction,
    county: Option<&str>,
    about: Option<&EntityId>,
    (long, short): (Timestamp, Timestamp),
) -> Result<Given, Error> {
    let row = transaction
        .row(
            "SELECT COUNT(*), COUNT(CASE WHEN created >= $3 THEN 1 END), \
             COUNT(CASE WHEN created >= $3 AND about = $4 THEN 1 END) \
             FROM feedback WHERE created >= $2 AND county = $1",
            vec![
                county.unwrap_or_default().into(),
                long.into(),
                short.into(),
                about.map_or("", EntityId::as_str).into(),
            ],
        )
        .await?;
    let Some(row) = row else { return Ok(Given::default()) };
    Ok(Given { long: row.integer(0)?, short: row.integer(1)?, of_subject: row.integer(2)? })
}

/// Deletes the one of an id; says how many there were.
pub async fn delete(transaction: &mut Transaction, id: &str) -> Result<u64, Error> {
    transaction.run("DELETE FROM feedback WHERE id = $1", vec![id.into()]).await
}

/// Deletes what was given before an instant, and says how many.
pub async fn delete_before(transaction: &mut Transaction, before: Timestamp) -> Result<u64, Error> {
    transaction.run("DELETE FROM feedback WHERE created < $1", vec![before.into()]).await
}

fn feedback(row: &Row) -> Result<Feedback, Error> {
    let unknown = |what, found: &str| Error::corrupt(what, format_args!("{found:?}"));
    let unless_empty = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let (about, kind, language) = (row.text(1)?, row.text(3)?, row.text(5)?);
    let id = |id: String| EntityId::new(id).map_err(|error| Error::corrupt("an id", error));
    let kind = FeedbackKind::from_name(kind).ok_or_else(|| unknown("a kind", kind))?;
    Ok(Feedback {
        id: row.text(0)?.to_owned(),
        about: unless_empty(about).map(id).transpose()?,
        county: unless_empty(row.text(2)?),
        told: Told::kept(kind, row.text(4)?),
        language: Language::from_code(language).ok_or_else(|| unknown("a language", language))?,
        created: row.instant(6)?,
    })
}
