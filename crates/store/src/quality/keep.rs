//! Keeping findings up with the catalogue: what has to be checked again, and what the checks said.

use std::collections::HashMap;
use std::sync::LazyLock;

use domain::catalogue::{EntityId, EntityKind};
use jiff::Timestamp;
use sqlx::AssertSqlSafe;

use super::{Finding, Place, finding, finding_columns};
use crate::Error;
use crate::catalogue::{MANY, id_of, kind_of, padded, places};
use crate::database::{Transaction, Value};
use crate::import::staging::insert_sql;

/// By what everything was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// The catalogue's generation; -1 before the first check.
    pub generation: i64,
    /// What the rules and their settings are recognised by.
    pub standards: String,
    /// The day, as in 2026-11-26.
    pub day: String,
}

/// What was checked, and its points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The kind.
    pub kind: EntityKind,
    /// The id.
    pub id: EntityId,
    /// The organisation that is responsible; of an organisation itself.
    pub owner: Option<EntityId>,
    /// The code of the municipality where that is at home.
    pub municipality: Option<String>,
    /// The code of the county where that is at home.
    pub county: Option<String>,
    /// A print of all that the check read.
    pub print: [u8; 16],
    /// The sum of the language versions' points.
    pub points: i64,
    /// How many language versions there are.
    pub versions: i64,
    /// How many errors were found.
    pub errors: i64,
    /// How many warnings.
    pub warnings: i64,
    /// When.
    pub checked: Timestamp,
}

/// By what everything was checked last.
pub async fn state(transaction: &mut Transaction) -> Result<State, Error> {
    let row = transaction
        .row("SELECT generation, standards, day FROM quality_state WHERE id = 1", vec![])
        .await?
        .ok_or_else(|| Error::Corrupt("the state of quality is missing".into()))?;
    Ok(State {
        generation: row.integer(0)?,
        standards: row.text(1)?.to_owned(),
        day: row.text(2)?.to_owned(),
    })
}

/// Keeps by what everything was checked.
pub async fn set_state(transaction: &mut Transaction, state: &State) -> Result<(), Error> {
    transaction
        .run(
            "UPDATE quality_state SET generation = $1, standards = $2, day = $3 WHERE id = 1",
            vec![state.generation.into(), state.standards.clone().into(), state.day.clone().into()],
        )
        .await
        .map(drop)
}

/// Takes the turn to check, or prolongs it; false while another node has it.
pub async fn take(
    transaction: &mut Transaction,
    holder: &str,
    now: Timestamp,
    until: Timestamp,
) -> Result<bool, Error> {
    let taken = transaction
        .run(
            "UPDATE quality_state SET holder = $1, until = $3 \
             WHERE id = 1 AND (holder = $1 OR until <= $2)",
            vec![holder.into(), now.into(), until.into()],
        )
        .await?;
    Ok(taken == 1)
}

/// Gives the turn back.
pub async fn release(transaction: &mut Transaction, holder: &str) -> Result<(), Error> {
    transaction
        .run(
            "UPDATE quality_state SET holder = '', until = 0 WHERE id = 1 AND holder = $1",
            vec![holder.into()],
        )
        .await
        .map(drop)
}

/// The organisations, channels and services whose check may say something else since a generation: what changed or is
/// gone, what points to it, and what may bear the same name.
pub async fn touched(
    transaction: &mut Transaction,
    since: i64,
) -> Result<Vec<(EntityKind, EntityId)>, Error> {
    // The order of a CROSS JOIN is SQLite's, which has no figures of its tables: from the few that moved to what
    // hangs on them.
    let rows = transaction
        .rows(
            "WITH moved AS (SELECT kind, id, owner, target FROM entity WHERE generation > $1) \
             SELECT kind, id FROM moved WHERE kind IN ('organisation', 'channel', 'service') \
             UNION SELECT 'service', owner FROM moved WHERE kind = 'connection' AND owner IS NOT NULL \
             UNION SELECT 'channel', target FROM moved WHERE kind = 'connection' AND target IS NOT NULL \
             UNION SELECT 'channel', c.target FROM moved m CROSS JOIN entity c \
             WHERE m.kind = 'service' AND c.kind = 'connection' AND c.owner = m.id AND c.target IS NOT NULL \
             UNION SELECT 'service', c.owner FROM moved m CROSS JOIN entity c \
             WHERE m.kind = 'channel' AND c.kind = 'connection' AND c.target = m.id AND c.owner IS NOT NULL \
             UNION SELECT e.kind, e.id FROM moved m CROSS JOIN entity e \
             WHERE m.kind = 'general_description' AND e.kind = 'service' AND e.target = m.id \
             UNION SELECT e.kind, e.id FROM moved m CROSS JOIN entity e \
             WHERE m.kind = 'organisation' AND e.kind IN ('service', 'channel', 'organisation') \
             AND e.owner = m.id \
             UNION SELECT e.kind, e.id FROM (SELECT DISTINCT kind, owner FROM moved \
             WHERE kind IN ('service', 'channel')) m CROSS JOIN entity e \
             WHERE e.kind = m.kind AND e.owner = m.owner \
             ORDER BY 1, 2",
            vec![since.into()],
        )
        .await?;
    rows.iter().map(|row| Ok((kind_of(row.text(0)?)?, id_of(row.text(1)?)?))).collect()
}

/// The prints of those of these ids that were checked.
pub async fn checked_prints(
    transaction: &mut Transaction,
    kind: EntityKind,
    ids: &[EntityId],
) -> Result<HashMap<EntityId, [u8; 16]>, Error> {
    static SQL: LazyLock<String> = LazyLock::new(|| {
        format!("SELECT id, print FROM quality_checked WHERE kind = $1 AND id IN ({})", places(2))
    });
    let mut found = HashMap::new();
    for chunk in ids.chunks(MANY) {
        let mut values: Vec<Value> = vec![kind.name().into()];
        values.extend(padded(chunk));
        for row in transaction.rows(SQL.as_str(), values).await? {
            found.insert(id_of(row.text(0)?)?, row.print(1)?);
        }
    }
    Ok(found)
}

/// The findings of these subjects that are not gone.
pub async fn open_findings(
    transaction: &mut Transaction,
    subjects: &[EntityId],
) -> Result<Vec<Finding>, Error> {
    static SQL: LazyLock<String> = LazyLock::new(|| {
        format!(
            "SELECT {} FROM quality_finding f WHERE f.gone IS NULL AND f.subject IN ({})",
            finding_columns!(),
            places(1)
        )
    });
    let mut found = Vec::new();
    for chunk in subjects.chunks(MANY) {
        for row in transaction.rows(SQL.as_str(), padded(chunk)).await? {
            found.push(finding(&row)?);
        }
    }
    Ok(found)
}

/// How many rows go into one statement.
const TOGETHER: usize = 32;
const FINDING: &str = "INSERT INTO quality_finding (subject, kind, id, rule, language, field, severity, owner, \
     county, evidence, since)";
const CHECKED: &str = "INSERT INTO quality_checked (kind, id, owner, municipality, county, print, points, \
     versions, errors, warnings, checked)";

/// Adds findings; one that was there before and gone is there again.
pub async fn insert_findings(
    transaction: &mut Transaction,
    findings: &[Finding],
) -> Result<(), Error> {
    for chunk in findings.chunks(TOGETHER) {
        let sql = format!(
            "{} ON CONFLICT (subject, kind, id, rule, language, field) DO UPDATE SET \
             severity = excluded.severity, owner = excluded.owner, county = excluded.county, \
             evidence = excluded.evidence, since = excluded.since, gone = NULL",
            insert_sql(FINDING, 11, chunk.len())
        );
        let mut values = Vec::with_capacity(chunk.len() * 11);
        for one in chunk {
            values.extend(place_values(&one.place));
            values.push(one.severity.clone().into());
            values.push(text(one.owner.as_ref().map(EntityId::as_str)));
            values.push(text(one.county.as_deref()));
            values.push(one.evidence.clone().into());
            values.push(one.since.into());
        }
        transaction.run(AssertSqlSafe(sql), values).await?;
    }
    Ok(())
}

/// Keeps what a finding says now, which was there before too.
pub async fn update_finding(transaction: &mut Transaction, one: &Finding) -> Result<(), Error> {
    let mut values = place_values(&one.place);
    values.extend([
        one.severity.clone().into(),
        text(one.owner.as_ref().map(EntityId::as_str)),
        text(one.county.as_deref()),
        one.evidence.clone().into(),
    ]);
    transaction
        .run(
            "UPDATE quality_finding SET severity = $7, owner = $8, county = $9, evidence = $10 \
             WHERE subject = $1 AND kind = $2 AND id = $3 AND rule = $4 AND language = $5 AND field = $6",
            values,
        )
        .await
        .map(drop)
}

/// Keeps that a finding is gone.
pub async fn mark_gone(
    transaction: &mut Transaction,
    place: &Place,
    now: Timestamp,
) -> Result<(), Error> {
    let mut values = place_values(place);
    values.push(now.into());
    transaction
        .run(
            "UPDATE quality_finding SET gone = $7 \
             WHERE subject = $1 AND kind = $2 AND id = $3 AND rule = $4 AND language = $5 AND field = $6",
            values,
        )
        .await
        .map(drop)
}

/// Keeps what was checked, each once.
pub async fn put_checked(transaction: &mut Transaction, all: &[Checked]) -> Result<(), Error> {
    for chunk in all.chunks(TOGETHER) {
        let sql = format!(
            "{} ON CONFLICT (kind, id) DO UPDATE SET owner = excluded.owner, \
             municipality = excluded.municipality, county = excluded.county, print = excluded.print, \
             points = excluded.points, versions = excluded.versions, errors = excluded.errors, \
             warnings = excluded.warnings, checked = excluded.checked",
            insert_sql(CHECKED, 11, chunk.len())
        );
        let mut values = Vec::with_capacity(chunk.len() * 11);
        for one in chunk {
            values.extend([
                one.kind.name().into(),
                one.id.as_str().into(),
                text(one.owner.as_ref().map(EntityId::as_str)),
                text(one.municipality.as_deref()),
                text(one.county.as_deref()),
                one.print.into(),
                one.points.into(),
                one.versions.into(),
                one.errors.into(),
                one.warnings.into(),
                one.checked.into(),
            ]);
        }
        transaction.run(AssertSqlSafe(sql), values).await?;
    }
    let organisations: Vec<&Checked> =
        all.iter().filter(|one| one.kind == EntityKind::Organisation).collect();
    for chunk in organisations.chunks(TOGETHER) {
        let sql = format!(
            "{} ON CONFLICT (organisation) DO UPDATE SET county = excluded.county",
            insert_sql("INSERT INTO quality_home (organisation, county)", 2, chunk.len())
        );
        let home = |one: &&Checked| [one.id.as_str().into(), text(one.county.as_deref())];
        transaction.run(AssertSqlSafe(sql), chunk.iter().flat_map(home).collect()).await?;
    }
    Ok(())
}

/// Forgets what was checked and is no longer offered; its findings are gone.
pub async fn forget(
    transaction: &mut Transaction,
    kind: EntityKind,
    id: &EntityId,
    now: Timestamp,
) -> Result<(), Error> {
    transaction
        .run(
            "DELETE FROM quality_checked WHERE kind = $1 AND id = $2",
            vec![kind.name().into(), id.as_str().into()],
        )
        .await?;
    transaction
        .run(
            "UPDATE quality_finding SET gone = $2 WHERE subject = $1 AND gone IS NULL",
            vec![id.as_str().into(), now.into()],
        )
        .await
        .map(drop)
}

fn place_values(place: &Place) -> Vec<Value> {
    vec![
        place.subject.as_str().into(),
        place.kind.name().into(),
        place.id.as_str().into(),
        place.rule.clone().into(),
        text(place.language.map(domain::Language::code)),
        place.field.clone().into(),
    ]
}

fn text(text: Option<&str>) -> Value {
    text.unwrap_or_default().into()
}
