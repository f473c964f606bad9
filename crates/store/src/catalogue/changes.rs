//! When things changed: the catalogue in order of id with the dates that search engines are told, and
//! what changed last.

use domain::catalogue::{EntityId, EntityKind};
use jiff::Timestamp;

use super::{cursor, id_of};
use crate::Error;
use crate::database::{Row, Transaction};

/// An entity that is offered, with its dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// Its id.
    pub id: EntityId,
    /// When an import first saw it.
    pub first_seen: Timestamp,
    /// When an import last saw it change.
    pub changed: Timestamp,
}

/// All of a kind that is offered, in order of id, without names and documents.
pub async fn dated(
    transaction: &mut Transaction,
    kind: EntityKind,
    after: Option<&EntityId>,
    limit: u32,
) -> Result<Vec<Dated>, Error> {
    let rows = transaction
        .rows(
            "SELECT id, first_seen, changed FROM entity \
             WHERE kind = $1 AND gone IS NULL AND id > $2 ORDER BY id LIMIT CAST($3 AS BIGINT)",
            vec![kind.name().into(), cursor(after), i64::from(limit).into()],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// The id that comes so many places after another, or after the beginning; from 1. None where there are
/// not so many.
pub async fn place_after(
    transaction: &mut Transaction,
    kind: EntityKind,
    after: Option<&EntityId>,
    places: u32,
) -> Result<Option<EntityId>, Error> {
    let row = transaction
        .row(
            "SELECT id FROM entity WHERE kind = $1 AND gone IS NULL AND id > $2 \
             ORDER BY id LIMIT 1 OFFSET $3",
            vec![kind.name().into(), cursor(after), i64::from(places.saturating_sub(1)).into()],
        )
        .await?;
    row.map(|row| id_of(row.text(0)?)).transpose()
}

/// What is offered of a kind, what changed last first; after the last one that was given.
pub async fn lately_changed(
    transaction: &mut Transaction,
    kind: EntityKind,
    after: Option<&Dated>,
    limit: u32,
) -> Result<Vec<Dated>, Error> {
    let (changed, id) = match after {
        Some(last) => (last.changed.as_microsecond(), last.id.as_str()),
        None => (i64::MAX, ""),
    };
    let rows = transaction
        .rows(
            "SELECT id, first_seen, changed FROM entity \
             WHERE kind = $1 AND gone IS NULL AND (changed, id) < ($2, $3) \
             ORDER BY changed DESC, id DESC LIMIT CAST($4 AS BIGINT)",
            vec![kind.name().into(), changed.into(), id.into(), i64::from(limit).into()],
        )
        .await?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Dated, Error> {
    Ok(Dated { id: id_of(row.text(0)?)?, first_seen: row.instant(1)?, changed: row.instant(2)? })
}
