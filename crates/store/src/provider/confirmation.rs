//! What providers confirmed: it holds as long as nothing of the description has changed since.

use std::collections::HashMap;
use std::sync::LazyLock;

use domain::catalogue::EntityId;
use jiff::Timestamp;

use crate::Error;
use crate::catalogue::{MANY, id_of, places};
use crate::database::{Transaction, Value};

/// Keeps that a service is right as it is in a generation.
pub async fn put(
    transaction: &mut Transaction,
    service: &EntityId,
    at: Timestamp,
    generation: i64,
) -> Result<(), Error> {
    transaction
        .run(
            "INSERT INTO provider_confirmation (service, at, generation) VALUES ($1, $2, $3) \
             ON CONFLICT (service) DO UPDATE SET at = excluded.at, generation = excluded.generation",
            vec![service.as_str().into(), at.into(), generation.into()],
        )
        .await
        .map(drop)
}

/// When a service was confirmed, and as it was in which generation, whether it has changed since or not.
pub async fn get(
    transaction: &mut Transaction,
    service: &EntityId,
) -> Result<Option<(Timestamp, i64)>, Error> {
    let sql = "SELECT at, generation FROM provider_confirmation WHERE service = $1";
    let row = transaction.row(sql, vec![service.as_str().into()]).await?;
    row.map(|row| Ok((row.instant(0)?, row.integer(1)?))).transpose()
}

/// Takes back that a service is right.
pub async fn delete(transaction: &mut Transaction, service: &EntityId) -> Result<(), Error> {
    transaction
        .run("DELETE FROM provider_confirmation WHERE service = $1", vec![service.as_str().into()])
        .await
        .map(drop)
}

/// The services that were confirmed at an instant or after, whether they have changed since or not.
pub async fn confirmed_since(
    transaction: &mut Transaction,
    since: Timestamp,
) -> Result<Vec<EntityId>, Error> {
    let sql = "SELECT service FROM provider_confirmation WHERE at >= $1 ORDER BY service";
    let rows = transaction.rows(sql, vec![since.into()]).await?;
    rows.iter().map(|row| id_of(row.text(0)?)).collect()
}

/// How many confirmations there are, and when the last came: whether any came or went since somebody looked.
pub async fn stamp(transaction: &mut Transaction) -> Result<(i64, i64), Error> {
    let sql = "SELECT COUNT(*), COALESCE(MAX(at), 0) FROM provider_confirmation";
    let row = transaction.row(sql, vec![]).await?;
    row.map_or(Ok((0, 0)), |row| Ok((row.integer(0)?, row.integer(1)?)))
}

/// When these services were confirmed: those that are as they were then, with their general descriptions, connections and
/// channels.
pub async fn valid(
    transaction: &mut Transaction,
    services: &[EntityId],
) -> Result<HashMap<EntityId, Timestamp>, Error> {
    static SQL: LazyLock<String> = LazyLock::new(|| {
        format!(
            "SELECT p.service, p.at FROM provider_confirmation p \
             JOIN entity s ON s.kind = 'service' AND s.id = p.service AND s.gone IS NULL \
             AND s.generation <= p.generation \
             LEFT JOIN entity g ON g.kind = 'general_description' AND g.id = s.target \
             WHERE p.service IN ({}) AND (g.generation IS NULL OR g.generation <= p.generation) \
             AND NOT EXISTS (SELECT 1 FROM entity c \
             LEFT JOIN entity h ON h.kind = 'channel' AND h.id = c.target \
             WHERE c.kind = 'connection' AND c.owner = p.service AND (c.generation > p.generation \
             OR (c.gone IS NULL AND h.generation > p.generation)))",
            places(1)
        )
    });
    let mut found = HashMap::new();
    for chunk in services.chunks(MANY) {
        let mut values: Vec<Value> = chunk.iter().map(|id| id.as_str().into()).collect();
        values.resize(MANY, Value::Text(None));
        for row in transaction.rows(SQL.as_str(), values).await? {
            found.insert(id_of(row.text(0)?)?, row.instant(1)?);
        }
    }
    Ok(found)
}
