//! Gaps of the search, counted: first by keyed hashes, then by texts that are known.

use domain::Language;
use domain::search_gap::GapKind;
use jiff::civil::Date;

use crate::Error;
use crate::database::{Row, Transaction};

/// What is counted together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The Monday of the week.
    pub week: Date,
    /// What happened.
    pub kind: GapKind,
    /// The language in which the site was read.
    pub language: Language,
    /// The municipality's code; none for all searches, wherever they were for.
    pub municipality: Option<String>,
    /// The text; none for all events, whatever their text was.
    pub text: Option<String>,
}

/// A row of the report: what is counted together over some weeks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Total {
    /// What happened.
    pub kind: GapKind,
    /// The language in which the site was read.
    pub language: Language,
    /// The municipality's code; none for all searches.
    pub municipality: Option<String>,
    /// The text; none for all events.
    pub text: Option<String>,
    /// How often.
    pub count: i64,
}

/// Counts a hash once more, and gives its count; of a new one only if fewer than `most` are new that
/// day, so that nobody fills the disk.
pub async fn see(
    transaction: &mut Transaction,
    print: [u8; 16],
    day: Date,
    most: i64,
) -> Result<Option<i64>, Error> {
    let row = transaction
        .row(
            "UPDATE search_gap_seen SET count = count + 1 WHERE print = $1 RETURNING count",
            vec![print.into()],
        )
        .await?;
    if let Some(row) = row {
        return Ok(Some(row.integer(0)?));
    }
    let row = transaction
        .row(
            "INSERT INTO search_gap_seen (print, count, since) \
             SELECT $1, 1, $2 WHERE (SELECT COUNT(*) FROM search_gap_seen WHERE since = $2) < $3 \
             ON CONFLICT (print) DO UPDATE SET count = search_gap_seen.count + 1 RETURNING count",
            vec![print.into(), day.to_string().into(), most.into()],
        )
        .await?;
    row.map(|row| row.integer(0)).transpose()
}

/// Adds to the count of what is known.
pub async fn add(transaction: &mut Transaction, cell: &Cell, count: i64) -> Result<(), Error> {
    transaction
        .run(
            "INSERT INTO search_gap (week, kind, language, municipality, text, count) \
             VALUES ($1, $2, $3, $4, $5, $6) \
             ON CONFLICT (week, kind, language, municipality, text) \
             DO UPDATE SET count = search_gap.count + excluded.count",
            vec![
                cell.week.to_string().into(),
                cell.kind.name().into(),
                cell.language.code().into(),
                cell.municipality.as_deref().unwrap_or_default().into(),
                cell.text.as_deref().unwrap_or_default().into(),
                count.into(),
            ],
        )
        .await?;
    Ok(())
}

/// Forgets the hashes that began before one day, and the counts of weeks before another; says how many
/// rows went.
pub async fn forget(
    transaction: &mut Transaction,
    hashes_before: Date,
    weeks_before: Date,
) -> Result<u64, Error> {
    let hashes = transaction
        .run("DELETE FROM search_gap_seen WHERE since < $1", vec![hashes_before.to_string().into()])
        .await?;
    let weeks = transaction
        .run("DELETE FROM search_gap WHERE week < $1", vec![weeks_before.to_string().into()])
        .await?;
    Ok(hashes + weeks)
}

/// What was counted in the weeks from one on, the most frequent first.
pub async fn totals(
    transaction: &mut Transaction,
    from: Date,
    limit: u32,
) -> Result<Vec<Total>, Error> {
    let rows = transaction
        .rows(
            "SELECT kind, language, municipality, text, CAST(SUM(count) AS BIGINT) AS total \
             FROM search_gap WHERE week >= $1 GROUP BY kind, language, municipality, text \
             ORDER BY total DESC, text, kind, language, municipality LIMIT CAST($2 AS BIGINT)",
            vec![from.to_string().into(), i64::from(limit).into()],
        )
        .await?;
    rows.iter().map(total).collect()
}

fn total(row: &Row) -> Result<Total, Error> {
    let unknown = |what, found: &str| Error::corrupt(what, format_args!("{found:?}"));
    let (kind, language) = (row.text(0)?, row.text(1)?);
    let unless_empty = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Ok(Total {
        kind: GapKind::from_name(kind).ok_or_else(|| unknown("a kind of gap", kind))?,
        language: Language::from_code(language).ok_or_else(|| unknown("a language", language))?,
        municipality: unless_empty(row.text(2)?),
        text: unless_empty(row.text(3)?),
        count: row.integer(4)?,
    })
}

/// Every text that lies in the tables of gaps, hashes as hexadecimal: what a thief of the database gets.
#[cfg(feature = "testing")]
pub async fn everything(transaction: &mut Transaction) -> Result<Vec<String>, Error> {
    let none: Vec<crate::database::Value> = Vec::new();
    let mut lines = Vec::new();
    for row in transaction.rows("SELECT print, count, since FROM search_gap_seen", none).await? {
        lines.push(format!("{:02x?} {} {}", row.bytes(0)?, row.integer(1)?, row.text(2)?));
    }
    let sql = "SELECT week, kind, language, municipality, text, count FROM search_gap";
    for row in transaction.rows(sql, vec![]).await? {
        let texts = [row.text(0)?, row.text(1)?, row.text(2)?, row.text(3)?, row.text(4)?];
        lines.push(format!("{} {}", texts.join(" "), row.integer(5)?));
    }
    Ok(lines)
}
