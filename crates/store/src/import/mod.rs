//! Imports: the runs with their reports, and the lease that lets one importer work at a time.
//!
//! [`staging`] keeps what a run found until [`publish`] makes it the catalogue.

pub mod publish;
pub mod staging;

use domain::import::{Mode, Outcome, Report};
use jiff::Timestamp;

use crate::Error;
use crate::database::{Row, Transaction, Value};

/// Who imports now, and until when unless it says so again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lease {
    /// The run.
    pub holder: String,
    /// Until when.
    pub until: Timestamp,
}

/// Takes the lease, or says who has it. A lease whose time is over is anybody's.
pub async fn take_lease(
    transaction: &mut Transaction,
    holder: &str,
    now: Timestamp,
    until: Timestamp,
) -> Result<Result<(), Lease>, Error> {
    let taken = transaction
        .run(
            "INSERT INTO import_lease (id, holder, until) VALUES (1, $1, $2) \
             ON CONFLICT (id) DO UPDATE SET holder = excluded.holder, until = excluded.until \
             WHERE import_lease.until <= $3",
            vec![holder.into(), until.into(), now.into()],
        )
        .await?;
    if taken == 1 {
        return Ok(Ok(()));
    }
    match lease(transaction).await? {
        Some(lease) => Ok(Err(lease)),
        None => Err(Error::Conflict("the lease of the import moved while it was asked for".into())),
    }
}

/// Who has the lease, or had it last and never gave it back.
pub async fn lease(transaction: &mut Transaction) -> Result<Option<Lease>, Error> {
    let row =
        transaction.row("SELECT holder, until FROM import_lease WHERE id = 1", vec![]).await?;
    row.map(|row| Ok(Lease { holder: row.text(0)?.to_owned(), until: row.instant(1)? })).transpose()
}

/// Prolongs the lease; false when somebody else has it by now.
pub async fn renew_lease(
    transaction: &mut Transaction,
    holder: &str,
    until: Timestamp,
) -> Result<bool, Error> {
    transaction
        .run(
            "UPDATE import_lease SET until = $2 WHERE id = 1 AND holder = $1",
            vec![holder.into(), until.into()],
        )
        .await
        .map(|renewed| renewed == 1)
}

/// Gives the lease back; false when somebody else has it by now.
pub async fn release_lease(transaction: &mut Transaction, holder: &str) -> Result<bool, Error> {
    transaction
        .run("DELETE FROM import_lease WHERE id = 1 AND holder = $1", vec![holder.into()])
        .await
        .map(|released| released == 1)
}

/// Adds a run as it begins, and ends as failed those that were killed: whoever holds the lease is
/// the only one that runs.
pub async fn insert(transaction: &mut Transaction, report: &Report) -> Result<(), Error> {
    transaction
        .run(
            "UPDATE import_run SET outcome = $1, ended = $2 WHERE outcome = $3",
            vec![
                outcome_name(Outcome::Failed).into(),
                report.started.into(),
                outcome_name(Outcome::Running).into(),
            ],
        )
        .await?;
    transaction
        .run(
            "INSERT INTO import_run \
             (id, feed, mode, source, outcome, started, ended, generation, report) \
             VALUES ($1, $2, $3, $4, $5, $6, NULL, NULL, $7)",
            vec![
                report.run.clone().into(),
                report.feed.clone().into(),
                mode_name(report.mode).into(),
                report.source.clone().into(),
                outcome_name(report.outcome).into(),
                report.started.into(),
                written(report)?.into(),
            ],
        )
        .await?;
    Ok(())
}

/// Keeps a run's report as it stands.
pub async fn update(transaction: &mut Transaction, report: &Report) -> Result<(), Error> {
    transaction
        .run(
            "UPDATE import_run SET outcome = $2, ended = $3, generation = $4, report = $5 \
             WHERE id = $1",
            vec![
                report.run.clone().into(),
                outcome_name(report.outcome).into(),
                report.ended.into(),
                report.generation.into(),
                written(report)?.into(),
            ],
        )
        .await?;
    Ok(())
}

/// The columns of a report. Those of a run that was killed are right in the columns alone.
macro_rules! runs {
    ($rest:literal) => {
        concat!("SELECT report, outcome, ended, generation FROM import_run ", $rest)
    };
}

/// The report of a run.
pub async fn get(transaction: &mut Transaction, run: &str) -> Result<Option<Report>, Error> {
    let row = transaction.row(runs!("WHERE id = $1"), vec![run.into()]).await?;
    row.as_ref().map(report).transpose()
}

/// The reports of the runs that began before an instant (or all), the last one first.
pub async fn list(
    transaction: &mut Transaction,
    before: Option<Timestamp>,
    limit: u32,
) -> Result<Vec<Report>, Error> {
    let rows = transaction
        .rows(
            runs!(
                "WHERE (CAST($1 AS BIGINT) IS NULL OR started < $1) \
                 ORDER BY started DESC, id DESC LIMIT CAST($2 AS BIGINT)"
            ),
            vec![before.into(), i64::from(limit).into()],
        )
        .await?;
    rows.iter().map(report).collect()
}

/// The last run of a feed, of a mode or of any, that ended well: an incremental run looks from its
/// start.
pub async fn last_complete(
    transaction: &mut Transaction,
    feed: &str,
    mode: Option<Mode>,
) -> Result<Option<Report>, Error> {
    let row = transaction
        .row(
            runs!(
                "WHERE feed = $1 AND outcome = $2 AND (CAST($3 AS TEXT) IS NULL OR mode = $3) \
                 ORDER BY started DESC, id DESC LIMIT 1"
            ),
            vec![
                feed.into(),
                outcome_name(Outcome::Complete).into(),
                Value::Text(mode.map(|mode| mode_name(mode).to_owned())),
            ],
        )
        .await?;
    row.as_ref().map(report).transpose()
}

/// The run that published a generation of the catalogue.
pub async fn publisher(
    transaction: &mut Transaction,
    generation: i64,
) -> Result<Option<String>, Error> {
    let row = transaction
        .row("SELECT id FROM import_run WHERE generation = $1", vec![generation.into()])
        .await?;
    row.map_or(Ok(None), |row| Ok(Some(row.text(0)?.to_owned())))
}

fn report(row: &Row) -> Result<Report, Error> {
    let mut report: Report = serde_json::from_str(row.text(0)?)
        .map_err(|error| Error::corrupt("an import's report", error))?;
    report.outcome = outcome_of(row.text(1)?)?;
    report.ended = row.optional_instant(2)?;
    report.generation = row.optional_integer(3)?;
    Ok(report)
}

fn written(report: &Report) -> Result<String, Error> {
    serde_json::to_string(report).map_err(|error| Error::corrupt("an import's report", error))
}

const fn mode_name(mode: Mode) -> &'static str {
    match mode {
        Mode::Full => "full",
        Mode::Incremental => "incremental",
    }
}

const fn outcome_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Running => "running",
        Outcome::Complete => "complete",
        Outcome::Partial => "partial",
        Outcome::Failed => "failed",
    }
}

fn outcome_of(name: &str) -> Result<Outcome, Error> {
    [Outcome::Running, Outcome::Complete, Outcome::Partial, Outcome::Failed]
        .into_iter()
        .find(|outcome| outcome_name(*outcome) == name)
        .ok_or_else(|| Error::corrupt("an outcome", name))
}
