//! What lists of services show: the documents of many entities at once, and nothing beside them. A list
//! is asked for oftener than anything else, and each column that is not read is time saved.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use domain::catalogue::{EntityId, EntityKind};

use super::{MANY, id_of, places};
use crate::Error;
use crate::database::{Transaction, Value};

/// The documents of those of these ids that are offered, each once, in the order asked.
pub async fn documents(
    transaction: &mut Transaction,
    kind: EntityKind,
    ids: &[EntityId],
) -> Result<Vec<(EntityId, String)>, Error> {
    static SQL: LazyLock<String> = LazyLock::new(|| {
        format!(
            "SELECT e.id, c.document FROM entity e JOIN content c ON c.number = e.content \
             WHERE e.kind = $1 AND e.gone IS NULL AND e.id IN ({})",
            places(2)
        )
    });
    let mut found: BTreeMap<EntityId, String> = BTreeMap::new();
    for chunk in ids.chunks(MANY) {
        let mut values: Vec<Value> = vec![kind.name().into()];
        values.extend(chunk.iter().map(|id| Value::from(id.as_str())));
        // The last chunk is filled up with absent ids, which match nothing.
        values.resize(MANY + 1, Value::Text(None));
        for row in transaction.rows(SQL.as_str(), values).await? {
            found.insert(id_of(row.text(0)?)?, row.text(1)?.to_owned());
        }
    }
    Ok(ids.iter().filter_map(|id| found.remove_entry(id)).collect())
}

/// A connection with the channel that it leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connected {
    /// The service that it hangs on.
    pub service: EntityId,
    /// Which of the service's connections it is, by id, from 1.
    pub place: u32,
    /// The connection's document.
    pub connection: String,
    /// The channel's document.
    pub channel: String,
}

/// Of each of these services the first few connections by id, and those that are asked for by their places
/// besides, one for a service at most; of these all that lead to a channel which is offered, in order of the
/// services' ids.
pub async fn connected(
    transaction: &mut Transaction,
    services: &[EntityId],
    of_each: u32,
    also: &[(EntityId, u32)],
) -> Result<Vec<Connected>, Error> {
    // A service may have thousands of connections: no document is read but of the first.
    static SQL: LazyLock<String> = LazyLock::new(|| {
        format!(
            "SELECT f.owner, own.document, led.document, f.place FROM \
             (SELECT owner, target, content, \
             ROW_NUMBER() OVER (PARTITION BY owner ORDER BY id) AS place FROM entity \
             WHERE kind = 'connection' AND gone IS NULL AND owner IN ({})) f \
             JOIN content own ON own.number = f.content \
             JOIN entity e ON e.kind = 'channel' AND e.id = f.target AND e.gone IS NULL \
             JOIN content led ON led.number = e.content \
             WHERE f.place <= $1 OR f.owner || ' ' || CAST(f.place AS TEXT) IN ({}) \
             ORDER BY f.owner, f.place",
            places(2),
            places(2 + MANY)
        )
    });
    let mut services = services.to_vec();
    services.sort_unstable();
    services.dedup();
    let mut found = Vec::new();
    for chunk in services.chunks(MANY) {
        let mut values: Vec<Value> = vec![i64::from(of_each).into()];
        values.extend(chunk.iter().map(|id| Value::from(id.as_str())));
        values.resize(MANY + 1, Value::Text(None));
        let of_chunk = also.iter().filter(|(service, _)| chunk.contains(service)).take(MANY);
        values.extend(of_chunk.map(|(service, place)| Value::from(format!("{service} {place}"))));
        values.resize(2 * MANY + 1, Value::Text(None));
        for row in transaction.rows(SQL.as_str(), values).await? {
            found.push(Connected {
                service: id_of(row.text(0)?)?,
                connection: row.text(1)?.to_owned(),
                channel: row.text(2)?.to_owned(),
                place: u32::try_from(row.integer(3)?).unwrap_or(u32::MAX),
            });
        }
    }
    Ok(found)
}
