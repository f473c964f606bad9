//! What is counted over the whole catalogue, once for each check and never for a page.

use domain::catalogue::{EntityId, EntityKind};
use jiff::Timestamp;

use super::scores::score;
use super::{Counted, Score, optional_id, unless_empty};
use crate::Error;
use crate::catalogue::{id_of, kind_of};
use crate::database::Transaction;

/// The rules that found something, each county's by itself; no county is what is at home in none.
pub async fn by_county_and_rule(
    transaction: &mut Transaction,
) -> Result<Vec<(Option<String>, Counted)>, Error> {
    let rows = transaction
        .rows(
            "SELECT county, rule, severity, COUNT(*), COUNT(DISTINCT subject), COUNT(DISTINCT owner) \
             FROM quality_finding WHERE gone IS NULL GROUP BY county, rule, severity \
             ORDER BY county, rule, severity",
            vec![],
        )
        .await?;
    rows.iter().map(|row| Ok((unless_empty(row.text(0)?), counted(row, 1)?))).collect()
}

/// What a rule found in the language versions of a county's descriptions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InLanguage {
    /// The county; none of what is at home in none.
    pub county: Option<String>,
    /// The code of the language version; empty of what is about the whole.
    pub language: String,
    /// How much it found.
    pub counted: Counted,
}

/// The same by language version.
pub async fn by_language(transaction: &mut Transaction) -> Result<Vec<InLanguage>, Error> {
    let rows = transaction
        .rows(
            "SELECT county, language, rule, severity, COUNT(*), COUNT(DISTINCT subject), \
             COUNT(DISTINCT owner) FROM quality_finding WHERE gone IS NULL \
             GROUP BY county, language, rule, severity ORDER BY 1, 2, 3, 4",
            vec![],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(InLanguage {
                county: unless_empty(row.text(0)?),
                language: row.text(1)?.to_owned(),
                counted: counted(row, 2)?,
            })
        })
        .collect()
}

/// A rule, its severity and what it found, from a column on.
fn counted(row: &crate::database::Row, first: usize) -> Result<Counted, Error> {
    Ok(Counted {
        rule: row.text(first)?.to_owned(),
        severity: row.text(first + 1)?.to_owned(),
        findings: row.integer(first + 2)?,
        descriptions: row.integer(first + 3)?,
        organisations: row.integer(first + 4)?,
    })
}

/// Every organisation that has descriptions, with its county and its points, the fewest points first.
pub async fn owners(
    transaction: &mut Transaction,
) -> Result<Vec<(Option<EntityId>, Option<String>, Score)>, Error> {
    let rows = transaction
        .rows(
            "SELECT owner, county, CAST(SUM(points) AS BIGINT), CAST(SUM(versions) AS BIGINT), COUNT(*), \
             CAST(SUM(errors) AS BIGINT), CAST(SUM(warnings) AS BIGINT) FROM quality_checked \
             GROUP BY owner, county \
             ORDER BY CAST(SUM(points) AS BIGINT) * 1000 / \
             CASE WHEN SUM(versions) = 0 THEN 1 ELSE CAST(SUM(versions) AS BIGINT) END, \
             COUNT(*) DESC, owner, county",
            vec![],
        )
        .await?;
    let read = |row: &crate::database::Row| {
        Ok((optional_id(row.text(0)?)?, unless_empty(row.text(1)?), score(row, 2)?))
    };
    rows.iter().map(read).collect()
}

/// A description in which there are findings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faulty {
    /// Its kind.
    pub kind: EntityKind,
    /// Its id.
    pub id: EntityId,
    /// The county where its organisation is at home.
    pub county: Option<String>,
    /// Whether one of the findings is an error.
    pub has_errors: bool,
}

/// The descriptions of a kind in which there are errors or warnings, in order of id, so many after one.
pub async fn faulty(
    transaction: &mut Transaction,
    kind: EntityKind,
    after: Option<&EntityId>,
    limit: u32,
) -> Result<Vec<Faulty>, Error> {
    let rows = transaction
        .rows(
            "SELECT kind, id, county, errors FROM quality_checked \
             WHERE kind = $1 AND id > $2 AND errors + warnings > 0 \
             ORDER BY id LIMIT CAST($3 AS BIGINT)",
            vec![kind.name().into(), cursor(after).into(), i64::from(limit).into()],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Faulty {
                kind: kind_of(row.text(0)?)?,
                id: id_of(row.text(1)?)?,
                county: unless_empty(row.text(2)?),
                has_errors: row.integer(3)? > 0,
            })
        })
        .collect()
}

/// A description that was last changed at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unchanged {
    /// Its kind.
    pub kind: EntityKind,
    /// Its id.
    pub id: EntityId,
    /// The organisation that is responsible.
    pub owner: Option<EntityId>,
    /// The county where that is at home.
    pub county: Option<String>,
    /// When it was last changed, as its source says.
    pub modified: Timestamp,
}

/// The columns and tables of [`Unchanged`].
macro_rules! unchanged {
    ($rest:literal) => {
        concat!(
            "SELECT q.kind, q.id, q.owner, q.county, e.modified FROM quality_checked q \
             JOIN entity e ON e.kind = q.kind AND e.id = q.id AND e.gone IS NULL AND e.modified < $2 ",
            $rest
        )
    };
}

/// The descriptions of a kind that have not changed since an instant, in order of id, so many after one.
pub async fn unchanged(
    transaction: &mut Transaction,
    kind: EntityKind,
    since: Timestamp,
    after: Option<&EntityId>,
    limit: u32,
) -> Result<Vec<Unchanged>, Error> {
    let rows = transaction
        .rows(
            unchanged!("WHERE q.kind = $1 AND q.id > $3 ORDER BY q.id LIMIT CAST($4 AS BIGINT)"),
            vec![kind.name().into(), since.into(), cursor(after).into(), i64::from(limit).into()],
        )
        .await?;
    rows.iter().map(read_unchanged).collect()
}

/// Those of an organisation, the oldest first.
pub async fn unchanged_of(
    transaction: &mut Transaction,
    owner: &EntityId,
    since: Timestamp,
) -> Result<Vec<Unchanged>, Error> {
    let rows = transaction
        .rows(
            unchanged!("WHERE q.owner = $1 ORDER BY e.modified, q.kind, q.id"),
            vec![owner.as_str().into(), since.into()],
        )
        .await?;
    rows.iter().map(read_unchanged).collect()
}

fn read_unchanged(row: &crate::database::Row) -> Result<Unchanged, Error> {
    Ok(Unchanged {
        kind: kind_of(row.text(0)?)?,
        id: id_of(row.text(1)?)?,
        owner: optional_id(row.text(2)?)?,
        county: unless_empty(row.text(3)?),
        modified: row.instant(4)?,
    })
}

/// What became of a county's services and findings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Changes {
    /// Services that are new.
    pub new: i64,
    /// Services that were changed.
    pub changed: i64,
    /// Services that are gone.
    pub gone: i64,
    /// Findings that came and are still there.
    pub found: i64,
    /// Findings that are gone: mended, or with their description.
    pub mended: i64,
}

impl Changes {
    /// Adds others.
    pub const fn add(&mut self, other: &Self) {
        self.new += other.new;
        self.changed += other.changed;
        self.gone += other.gone;
        self.found += other.found;
        self.mended += other.mended;
    }
}

/// What became of each county's services and findings since an instant; a county may be there twice.
pub async fn changes(
    transaction: &mut Transaction,
    since: Timestamp,
) -> Result<Vec<(Option<String>, Changes)>, Error> {
    let mut found = Vec::new();
    let services = transaction
        .rows(
            "SELECT COALESCE(h.county, ''), \
             CAST(SUM(CASE WHEN e.gone IS NULL AND e.first_seen >= $1 THEN 1 ELSE 0 END) AS BIGINT), \
             CAST(SUM(CASE WHEN e.gone IS NULL AND e.first_seen < $1 THEN 1 ELSE 0 END) AS BIGINT), \
             CAST(SUM(CASE WHEN e.gone IS NULL THEN 0 ELSE 1 END) AS BIGINT) \
             FROM entity e LEFT JOIN quality_home h ON h.organisation = e.owner \
             WHERE e.kind = 'service' AND (e.changed >= $1 OR e.gone >= $1) GROUP BY 1",
            vec![since.into()],
        )
        .await?;
    for row in &services {
        let (new, changed, gone) = (row.integer(1)?, row.integer(2)?, row.integer(3)?);
        found.push((
            unless_empty(row.text(0)?),
            Changes { new, changed, gone, ..Changes::default() },
        ));
    }
    let findings = transaction
        .rows(
            "SELECT county, CAST(SUM(CASE WHEN gone IS NULL THEN 1 ELSE 0 END) AS BIGINT), \
             CAST(SUM(CASE WHEN gone IS NULL THEN 0 ELSE 1 END) AS BIGINT) FROM quality_finding \
             WHERE (gone IS NULL AND since >= $1) OR gone >= $1 GROUP BY county",
            vec![since.into()],
        )
        .await?;
    for row in &findings {
        let (new, mended) = (row.integer(1)?, row.integer(2)?);
        let changes = Changes { found: new, mended, ..Changes::default() };
        found.push((unless_empty(row.text(0)?), changes));
    }
    Ok(found)
}

fn cursor(after: Option<&EntityId>) -> &str {
    after.map_or("", EntityId::as_str)
}
