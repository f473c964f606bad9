//! What moved since a generation, as far as services are found by it.

use domain::catalogue::{EntityId, EntityKind};

use super::id_of;
use crate::Error;
use crate::database::Transaction;

/// The services that may be found by something else than in a generation, in order of id, gone ones too:
/// those that moved since, and those whose connections, channels, organisation or general description
/// did.
pub async fn moved_services(
    transaction: &mut Transaction,
    since: i64,
) -> Result<Vec<EntityId>, Error> {
    // SQLite has no figures of its tables, and would rather begin with all services than with the few that
    // moved: it takes the tables of a CROSS JOIN in the order in which they stand.
    let rows = transaction
        .rows(
            "WITH moved AS (SELECT kind, id, owner FROM entity WHERE generation > $1) \
             SELECT id FROM moved WHERE kind = 'service' \
             UNION SELECT owner FROM moved WHERE kind = 'connection' AND owner IS NOT NULL \
             UNION SELECT c.owner FROM moved m CROSS JOIN entity c \
             WHERE m.kind = 'channel' AND c.kind = 'connection' AND c.target = m.id \
             AND c.owner IS NOT NULL \
             UNION SELECT s.id FROM moved m CROSS JOIN entity s \
             WHERE m.kind = 'general_description' AND s.kind = 'service' AND s.target = m.id \
             UNION SELECT s.id FROM moved m CROSS JOIN entity s \
             WHERE m.kind = 'organisation' AND s.kind = 'service' AND s.owner = m.id \
             ORDER BY 1",
            vec![since.into()],
        )
        .await?;
    rows.iter().map(|row| id_of(row.text(0)?)).collect()
}

/// Whether something of a kind moved since a generation.
pub async fn has_moved(
    transaction: &mut Transaction,
    kind: EntityKind,
    since: i64,
) -> Result<bool, Error> {
    let sql = "SELECT 1 FROM entity WHERE generation > $1 AND kind = $2 LIMIT 1";
    let row = transaction.row(sql, vec![since.into(), kind.name().into()]).await?;
    Ok(row.is_some())
}
