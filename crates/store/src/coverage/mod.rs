//! Coverage: to which places services were counted from when until when, and what comes of it.
//!
//! The rows are worked out from the catalogue's history, and are replaced service by service. Counting is done
//! here: [`steps`] gives by how much the count of each group changed when, from which every count follows.

mod listed;

use std::sync::LazyLock;

use domain::catalogue::{EntityId, EntityKind};
use domain::coverage::{
    Group, LanguageSet, Place, ProviderKind, Reach, Span, Step, Supply, ThemeSet,
};
use jiff::Timestamp;

pub use listed::{Asked, Listed, services};

use crate::Error;
use crate::catalogue::{Change, id_of};
use crate::database::{Row, Transaction, Value};
use crate::import::staging::insert_sql;

/// What the rows were made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// The generation of the catalogue; 0 when they were never made.
    pub generation: i64,
    /// A print of everything else that they were made by.
    pub print: String,
}

/// What the rows were made of.
pub async fn state(transaction: &mut Transaction) -> Result<State, Error> {
    let row = transaction
        .row("SELECT generation, print FROM coverage_state WHERE id = 1", vec![])
        .await?
        .ok_or_else(|| Error::Corrupt("the coverage's state is missing".into()))?;
    Ok(State { generation: row.integer(0)?, print: row.text(1)?.to_owned() })
}

/// Says that the rows are made of something newer; whether they were still made of what is said. Comes first in
/// the transaction: who comes second waits here, and then changes nothing.
pub async fn advance(
    transaction: &mut Transaction,
    from: &State,
    to: &State,
) -> Result<bool, Error> {
    let touched = transaction
        .run(
            "UPDATE coverage_state SET generation = $1, print = $2 \
             WHERE id = 1 AND generation = $3 AND print = $4",
            vec![
                to.generation.into(),
                to.print.clone().into(),
                from.generation.into(),
                from.print.clone().into(),
            ],
        )
        .await?;
    Ok(touched == 1)
}

/// Deletes all rows.
pub async fn clear(transaction: &mut Transaction) -> Result<(), Error> {
    transaction.run("DELETE FROM coverage_place", vec![]).await.map(drop)
}

/// Deletes a service's rows.
pub async fn delete(transaction: &mut Transaction, service: &EntityId) -> Result<(), Error> {
    let values = vec![service.as_str().into()];
    transaction.run("DELETE FROM coverage_place WHERE service = $1", values).await.map(drop)
}

/// How many rows go into one statement.
const ROWS: usize = 40;
const COLUMNS: usize = 9;
const INSERT: &str = "INSERT INTO coverage_place (service, since, ended, county, municipality, reach, \
     provider, themes, languages)";

/// Adds the rows of services, which must have none.
pub async fn insert(
    transaction: &mut Transaction,
    services: &[(EntityId, Vec<Span<Supply>>)],
) -> Result<(), Error> {
    static MANY: LazyLock<String> = LazyLock::new(|| insert_sql(INSERT, COLUMNS, ROWS));
    static ONE: LazyLock<String> = LazyLock::new(|| insert_sql(INSERT, COLUMNS, 1));
    let mut rows: Vec<Value> = Vec::with_capacity(ROWS * COLUMNS);
    for (service, spans) in services {
        for row in spans.iter().flat_map(|span| of_span(service, span)) {
            rows.extend(row);
            if rows.len() == ROWS * COLUMNS {
                transaction.run(MANY.as_str(), std::mem::take(&mut rows)).await?;
            }
        }
    }
    for row in rows.chunks(COLUMNS) {
        transaction.run(ONE.as_str(), row.to_vec()).await?;
    }
    Ok(())
}

fn of_span<'a>(
    service: &'a EntityId,
    span: &'a Span<Supply>,
) -> impl Iterator<Item = [Value; COLUMNS]> + 'a {
    let supply = &span.value;
    supply.places.iter().map(move |place| {
        [
            service.as_str().into(),
            span.since.into(),
            span.until.into(),
            place.county.into(),
            place.municipality.into(),
            place.reach.code().into(),
            supply.provider.code().into(),
            supply.themes.to_text().into(),
            supply.languages.to_text().into(),
        ]
    })
}

/// By how much the count of each group of services changed when: in each municipality, in each county (where a
/// service counts once, however many of its municipalities it serves) and beyond counties.
pub async fn steps(transaction: &mut Transaction) -> Result<Vec<Step>, Error> {
    const MUNICIPALITIES: &str = "SELECT at, municipality, reach, provider, themes, languages, \
         CAST(SUM(step) AS BIGINT) FROM \
         (SELECT since AS at, municipality, reach, provider, themes, languages, 1 AS step \
         FROM coverage_place WHERE municipality <> '' UNION ALL \
         SELECT ended, municipality, reach, provider, themes, languages, -1 \
         FROM coverage_place WHERE municipality <> '' AND ended IS NOT NULL) AS changes \
         GROUP BY at, municipality, reach, provider, themes, languages ORDER BY at";
    const COUNTIES: &str = "SELECT at, county, reach, provider, themes, languages, \
         CAST(SUM(step) AS BIGINT) FROM \
         (SELECT since AS at, county, reach, provider, themes, languages, 1 AS step FROM \
         (SELECT DISTINCT service, since, county, reach, provider, themes, languages \
         FROM coverage_place) AS begun UNION ALL \
         SELECT ended, county, reach, provider, themes, languages, -1 FROM \
         (SELECT DISTINCT service, ended, county, reach, provider, themes, languages \
         FROM coverage_place WHERE ended IS NOT NULL) AS over) AS changes \
         GROUP BY at, county, reach, provider, themes, languages ORDER BY at";
    let mut steps = Vec::new();
    for row in transaction.rows(MUNICIPALITIES, vec![]).await? {
        steps.push(step(&row, Place::Municipality(row.text(1)?.to_owned()))?);
    }
    for row in transaction.rows(COUNTIES, vec![]).await? {
        let place = match row.text(1)? {
            "" => Place::Beyond,
            code => Place::County(code.to_owned()),
        };
        steps.push(step(&row, place)?);
    }
    Ok(steps)
}

fn step(row: &Row, place: Place) -> Result<Step, Error> {
    let (reach, provider) = (row.text(2)?, row.text(3)?);
    let group = Group {
        reach: Reach::from_code(reach).ok_or_else(|| Error::corrupt("a reach", reach))?,
        provider: provider_of(provider)?,
        themes: ThemeSet::from_text(row.text(4)?),
        languages: LanguageSet::from_text(row.text(5)?),
        count: 0,
    };
    Ok(Step { at: row.instant(0)?, place, group, change: row.integer(6)? })
}

fn provider_of(code: &str) -> Result<ProviderKind, Error> {
    ProviderKind::from_code(code).ok_or_else(|| Error::corrupt("a kind of provider", code))
}

/// A version of an entity with its document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versioned {
    /// The entity's id.
    pub id: EntityId,
    /// When the run that saw it began.
    pub seen: Timestamp,
    /// What had become of the entity.
    pub change: Change,
    /// The document; of a gone one the last.
    pub document: String,
}

/// Every version of these entities, in order of id and of version.
pub async fn versions(
    transaction: &mut Transaction,
    kind: EntityKind,
    ids: &[EntityId],
) -> Result<Vec<Versioned>, Error> {
    static SQL: LazyLock<String> = LazyLock::new(|| {
        format!(
            "SELECT v.id, v.seen, v.change, c.document FROM entity_version v \
             JOIN content c ON c.number = v.content \
             WHERE v.kind = $1 AND v.id IN ({}) ORDER BY v.id, v.version",
            crate::catalogue::places(2)
        )
    });
    let mut found = Vec::new();
    for chunk in ids.chunks(crate::catalogue::MANY) {
        let mut values: Vec<Value> = vec![kind.name().into()];
        values.extend(chunk.iter().map(|id| Value::from(id.as_str())));
        values.resize(crate::catalogue::MANY + 1, Value::Text(None));
        for row in transaction.rows(SQL.as_str(), values).await? {
            found.push(Versioned {
                id: id_of(row.text(0)?)?,
                seen: row.instant(1)?,
                change: Change::from_name(row.text(2)?)?,
                document: row.text(3)?.to_owned(),
            });
        }
    }
    Ok(found)
}

/// The ids of all of a kind that changed or went after a generation, in order, so many after one.
pub async fn changed_since(
    transaction: &mut Transaction,
    kind: EntityKind,
    generation: i64,
    after: Option<&EntityId>,
    limit: u32,
) -> Result<Vec<EntityId>, Error> {
    let rows = transaction
        .rows(
            "SELECT id FROM entity WHERE kind = $1 AND generation > $2 AND id > $3 \
             ORDER BY id LIMIT CAST($4 AS BIGINT)",
            vec![
                kind.name().into(),
                generation.into(),
                crate::catalogue::cursor(after),
                i64::from(limit).into(),
            ],
        )
        .await?;
    rows.iter().map(|row| id_of(row.text(0)?)).collect()
}

/// The ids of the services that hang on one of these owners or point to one of these targets, gone or not.
pub async fn services_around(
    transaction: &mut Transaction,
    organisations: &[EntityId],
    descriptions: &[EntityId],
) -> Result<Vec<EntityId>, Error> {
    let mut found = Vec::new();
    for (sql, ids) in [
        ("SELECT id FROM entity WHERE kind = 'service' AND owner = $1", organisations),
        ("SELECT id FROM entity WHERE kind = 'service' AND target = $1", descriptions),
    ] {
        for id in ids {
            for row in transaction.rows(sql, vec![id.as_str().into()]).await? {
                found.push(id_of(row.text(0)?)?);
            }
        }
    }
    Ok(found)
}
