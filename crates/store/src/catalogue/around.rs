//! What the rules of quality ask of what stands around a description: the names in use, how many services a channel has,
//! a service's connections. Nothing here sorts what it can leave unsorted.

use std::collections::HashMap;
use std::sync::LazyLock;

use domain::Localized;
use domain::catalogue::{ChannelKind, EntityId, EntityKind};

use super::{MANY, cursor, id_of, kind_of_head, names_of, places};
use crate::Error;
use crate::database::{Transaction, Value};

/// Something that is offered and bears names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its id.
    pub id: EntityId,
    /// What it hangs on: its organisation.
    pub owner: Option<EntityId>,
    /// Its names.
    pub names: Localized,
    /// The kind of a channel; none of other entities.
    pub channel: Option<ChannelKind>,
}

/// The names of all of a kind that is offered, in order of id.
pub async fn named(
    transaction: &mut Transaction,
    kind: EntityKind,
    after: Option<&EntityId>,
    limit: u32,
) -> Result<Vec<Named>, Error> {
    // A channel's document begins with its id and its kind.
    let rows = transaction
        .rows(
            "SELECT e.id, e.owner, e.names, SUBSTR(c.document, 1, 160) FROM entity e \
             JOIN content c ON c.number = e.content \
             WHERE e.kind = $1 AND e.gone IS NULL AND e.id > $2 \
             ORDER BY e.id LIMIT CAST($3 AS BIGINT)",
            vec![kind.name().into(), cursor(after), i64::from(limit).into()],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let is_channel = kind == EntityKind::Channel;
            let channel = if is_channel { kind_of_head(row.text(3)?) } else { None };
            Ok(Named {
                id: id_of(row.text(0)?)?,
                owner: row.optional_text(1)?.map(id_of).transpose()?,
                names: names_of(row.text(2)?)?,
                channel,
            })
        })
        .collect()
}

/// How many services that are offered each of these channels has; one that has none is left out.
pub async fn services_of_channels(
    transaction: &mut Transaction,
    channels: &[EntityId],
) -> Result<HashMap<EntityId, usize>, Error> {
    static SQL: LazyLock<String> = LazyLock::new(|| {
        format!(
            "SELECT c.target, COUNT(*) FROM entity c \
             JOIN entity s ON s.kind = 'service' AND s.id = c.owner AND s.gone IS NULL \
             WHERE c.kind = 'connection' AND c.gone IS NULL AND c.target IN ({}) GROUP BY c.target",
            places(1)
        )
    });
    let mut counts = HashMap::new();
    for chunk in channels.chunks(MANY) {
        for row in transaction.rows(SQL.as_str(), padded(chunk)).await? {
            let count = usize::try_from(row.integer(1)?).unwrap_or(0);
            counts.insert(id_of(row.text(0)?)?, count);
        }
    }
    Ok(counts)
}

/// The documents of these services' connections that lead to a channel which is offered, each with its service.
pub async fn connections_of(
    transaction: &mut Transaction,
    services: &[EntityId],
) -> Result<Vec<(EntityId, String)>, Error> {
    static SQL: LazyLock<String> = LazyLock::new(|| {
        format!(
            "SELECT c.owner, d.document FROM entity c \
             JOIN entity e ON e.kind = 'channel' AND e.id = c.target AND e.gone IS NULL \
             JOIN content d ON d.number = c.content \
             WHERE c.kind = 'connection' AND c.gone IS NULL AND c.owner IN ({})",
            places(1)
        )
    });
    let mut documents = Vec::new();
    for chunk in services.chunks(MANY) {
        for row in transaction.rows(SQL.as_str(), padded(chunk)).await? {
            documents.push((id_of(row.text(0)?)?, row.text(1)?.to_owned()));
        }
    }
    Ok(documents)
}

/// The last chunk is filled up with absent ids, which match nothing.
pub(crate) fn padded(ids: &[EntityId]) -> Vec<Value> {
    let mut values: Vec<Value> = ids.iter().map(|id| Value::from(id.as_str())).collect();
    values.resize(MANY, Value::Text(None));
    values
}
