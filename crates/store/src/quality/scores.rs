//! Points: as they are, and as they were after each check.

use domain::catalogue::EntityId;
use jiff::Timestamp;

use crate::Error;
use crate::database::{Row, Transaction, Value};

/// Whose points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// Everything's.
    All,
    /// A county's, by its code.
    County(String),
    /// A municipality's, by its code.
    Municipality(String),
    /// An organisation's.
    Organisation(EntityId),
}

impl Score {
    /// Adds another's.
    pub const fn add(&mut self, other: &Self) {
        self.points += other.points;
        self.versions += other.versions;
        self.descriptions += other.descriptions;
        self.errors += other.errors;
        self.warnings += other.warnings;
    }

    /// The mean of the language versions, in tenths of a point; none where nothing was checked.
    #[must_use]
    pub const fn tenths(&self) -> Option<i64> {
        if self.versions == 0 {
            None
        } else {
            Some((self.points * 10 + self.versions / 2) / self.versions)
        }
    }
}

impl Scope {
    fn values(&self) -> Vec<Value> {
        let (scope, code) = match self {
            Self::All => ("all", ""),
            Self::County(code) => ("county", code.as_str()),
            Self::Municipality(code) => ("municipality", code.as_str()),
            Self::Organisation(id) => ("organisation", id.as_str()),
        };
        vec![scope.into(), code.into()]
    }
}

/// Points, and of how much.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Score {
    /// The sum of the language versions' points.
    pub points: i64,
    /// How many language versions.
    pub versions: i64,
    /// How many descriptions.
    pub descriptions: i64,
    /// How many errors.
    pub errors: i64,
    /// How many warnings.
    pub warnings: i64,
}

/// Points at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// When.
    pub at: Timestamp,
    /// What they were from then on.
    pub score: Score,
}

/// The points as they are.
pub async fn now(transaction: &mut Transaction, scope: &Scope) -> Result<Score, Error> {
    // Each by itself: a condition that takes all of them would read every row for one organisation.
    macro_rules! sums {
        ($of:literal) => {
            concat!(
                "SELECT CAST(COALESCE(SUM(points), 0) AS BIGINT), \
                 CAST(COALESCE(SUM(versions), 0) AS BIGINT), COUNT(*), \
                 CAST(COALESCE(SUM(errors), 0) AS BIGINT), \
                 CAST(COALESCE(SUM(warnings), 0) AS BIGINT) FROM quality_checked ",
                $of
            )
        };
    }
    let row = match scope {
        Scope::All => transaction.row(sums!(""), vec![]),
        Scope::County(code) => {
            transaction.row(sums!("WHERE county = $1"), vec![code.as_str().into()])
        }
        Scope::Municipality(code) => {
            transaction.row(sums!("WHERE municipality = $1"), vec![code.as_str().into()])
        }
        Scope::Organisation(id) => {
            transaction.row(sums!("WHERE owner = $1"), vec![id.as_str().into()])
        }
    };
    row.await?.map_or(Ok(Score::default()), |row| score(&row, 0))
}

/// The municipalities by code, where descriptions were checked.
pub async fn municipalities(transaction: &mut Transaction) -> Result<Vec<(String, Score)>, Error> {
    let rows = transaction
        .rows(
            "SELECT municipality, CAST(SUM(points) AS BIGINT), CAST(SUM(versions) AS BIGINT), COUNT(*), \
             CAST(SUM(errors) AS BIGINT), CAST(SUM(warnings) AS BIGINT) FROM quality_checked \
             WHERE municipality <> '' GROUP BY municipality ORDER BY municipality",
            vec![],
        )
        .await?;
    rows.iter().map(|row| Ok((row.text(0)?.to_owned(), score(row, 1)?))).collect()
}

/// Keeps the points of every scope that are others than those kept last.
pub async fn keep_history(transaction: &mut Transaction, at: Timestamp) -> Result<(), Error> {
    for (scope, code) in [
        ("all", "''"),
        ("county", "county"),
        ("municipality", "municipality"),
        ("organisation", "owner"),
    ] {
        let sql = format!(
            "INSERT INTO quality_score_history \
             (scope, code, at, points, versions, descriptions, errors, warnings) \
             SELECT '{scope}', s.code, CAST($1 AS BIGINT), s.points, s.versions, s.descriptions, s.errors, \
             s.warnings FROM (SELECT {code} AS code, CAST(SUM(points) AS BIGINT) AS points, \
             CAST(SUM(versions) AS BIGINT) AS versions, COUNT(*) AS descriptions, \
             CAST(SUM(errors) AS BIGINT) AS errors, CAST(SUM(warnings) AS BIGINT) AS warnings \
             FROM quality_checked WHERE '{scope}' = 'all' OR {code} <> '' GROUP BY 1) s \
             WHERE NOT EXISTS (SELECT 1 FROM quality_score_history h WHERE h.scope = '{scope}' \
             AND h.code = s.code AND h.at = (SELECT MAX(l.at) FROM quality_score_history l \
             WHERE l.scope = '{scope}' AND l.code = s.code) AND h.points = s.points \
             AND h.versions = s.versions AND h.descriptions = s.descriptions AND h.errors = s.errors \
             AND h.warnings = s.warnings) \
             ON CONFLICT (scope, code, at) DO UPDATE SET points = excluded.points, \
             versions = excluded.versions, descriptions = excluded.descriptions, \
             errors = excluded.errors, warnings = excluded.warnings"
        );
        transaction.run(sqlx::AssertSqlSafe(sql), vec![at.into()]).await?;
    }
    Ok(())
}

/// The last so many points, the oldest first.
pub async fn history(
    transaction: &mut Transaction,
    scope: &Scope,
    limit: u32,
) -> Result<Vec<Point>, Error> {
    let mut values = scope.values();
    values.push(i64::from(limit).into());
    let rows = transaction
        .rows(
            "SELECT at, points, versions, descriptions, errors, warnings FROM quality_score_history \
             WHERE scope = $1 AND code = $2 ORDER BY at DESC LIMIT CAST($3 AS BIGINT)",
            values,
        )
        .await?;
    let mut points = rows
        .iter()
        .map(|row| Ok(Point { at: row.instant(0)?, score: score(row, 1)? }))
        .collect::<Result<Vec<_>, Error>>()?;
    points.reverse();
    Ok(points)
}

/// The points of every organisation over time, in tenths: in order of organisation and time, without the times at
/// which nothing of it was checked.
pub async fn organisation_history(
    transaction: &mut Transaction,
) -> Result<Vec<(EntityId, Timestamp, i32)>, Error> {
    let rows = transaction
        .rows(
            "SELECT code, at, (points * 10 + versions / 2) / versions FROM quality_score_history \
             WHERE scope = 'organisation' AND code <> '' AND versions > 0 ORDER BY code, at",
            vec![],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let tenths = i32::try_from(row.integer(2)?);
            let tenths = tenths.map_err(|error| Error::corrupt("points", error))?;
            Ok((crate::catalogue::id_of(row.text(0)?)?, row.instant(1)?, tenths))
        })
        .collect()
}

pub(super) fn score(row: &Row, first: usize) -> Result<Score, Error> {
    Ok(Score {
        points: row.integer(first)?,
        versions: row.integer(first + 1)?,
        descriptions: row.integer(first + 2)?,
        errors: row.integer(first + 3)?,
        warnings: row.integer(first + 4)?,
    })
}

/// Whether an organisation is at home in a county.
pub async fn is_of_county(
    transaction: &mut Transaction,
    organisation: &EntityId,
    county: &str,
) -> Result<bool, Error> {
    let row = transaction
        .row(
            "SELECT 1 FROM quality_checked WHERE kind = 'organisation' AND id = $1 AND county = $2",
            vec![organisation.as_str().into(), county.into()],
        )
        .await?;
    Ok(row.is_some())
}
