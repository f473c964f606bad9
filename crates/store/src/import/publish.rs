//! Publishing: what a run staged, and what is gone, become the catalogue in one transaction.

use domain::catalogue::{EntityId, EntityKind};
use sqlx::AssertSqlSafe;

use super::staging::{Run, discard_unconfirmed, id_chunks, id_places};
use crate::Error;
use crate::catalogue::generation;
use crate::database::Transaction;

/// What changes besides the staged versions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Membership {
    /// Entities that no feed has any more.
    pub gone: Vec<(EntityKind, EntityId)>,
    /// Entities, as they are, whose feeds are now these (in order, with a blank between them).
    pub feeds: Vec<(String, Vec<(EntityKind, EntityId)>)>,
}

/// Publishes; gives the new generation, or none when there is nothing to publish: then nothing is
/// written.
pub async fn publish(
    transaction: &mut Transaction,
    run: &Run,
    membership: &Membership,
) -> Result<Option<i64>, Error> {
    discard_unconfirmed(transaction, run).await?;
    let staged = transaction.row("SELECT COUNT(*) FROM import_staged", vec![]).await?;
    let staged = staged.map_or(Ok(0), |row| row.integer(0))?;
    if staged == 0 && membership.gone.is_empty() && membership.feeds.is_empty() {
        return Ok(None);
    }
    let next = generation(transaction).await? + 1;
    publish_staged(transaction, next).await?;
    for (feeds, ids) in &membership.feeds {
        set_feeds(transaction, feeds, ids).await?;
    }
    mark_gone(transaction, run, next, &membership.gone).await?;
    transaction
        .run("UPDATE catalogue_state SET generation = $1 WHERE id = 1", vec![next.into()])
        .await?;
    Ok(Some(next))
}

/// The staged rows go in sorted as the tables are, so that each page of an index is met once.
async fn publish_staged(transaction: &mut Transaction, generation: i64) -> Result<(), Error> {
    transaction
        .run(
            "INSERT INTO entity_version (kind, id, version, run, seen, change, raw_print, \
             document_print, content) \
             SELECT kind, id, version, run, seen, change, raw_print, document_print, number \
             FROM import_staged ORDER BY kind, id, version",
            vec![],
        )
        .await?;
    transaction
        .run(
            "INSERT INTO entity (kind, id, version, content, source, owner, target, names, \
             raw_print, document_print, first_seen, changed, modified, gone, feeds, generation) \
             SELECT kind, id, version, number, source, owner, target, names, raw_print, \
             document_print, seen, seen, modified, NULL, feeds, CAST($1 AS BIGINT) \
             FROM import_staged WHERE TRUE ORDER BY kind, id \
             ON CONFLICT (kind, id) DO UPDATE SET version = excluded.version, \
             content = excluded.content, source = excluded.source, owner = excluded.owner, \
             target = excluded.target, names = excluded.names, raw_print = excluded.raw_print, \
             document_print = excluded.document_print, changed = excluded.changed, \
             modified = excluded.modified, gone = NULL, feeds = excluded.feeds, \
             generation = excluded.generation",
            vec![generation.into()],
        )
        .await?;
    transaction.run("DELETE FROM import_staged", vec![]).await?;
    Ok(())
}

async fn set_feeds(
    transaction: &mut Transaction,
    feeds: &str,
    ids: &[(EntityKind, EntityId)],
) -> Result<(), Error> {
    let sql = format!("UPDATE entity SET feeds = $1 WHERE kind = $2 AND id IN ({})", id_places(3));
    for (kind, values) in id_chunks(ids) {
        let mut all = vec![feeds.into(), kind.name().into()];
        all.extend(values);
        transaction.run(AssertSqlSafe(sql.clone()), all).await?;
    }
    Ok(())
}

/// A gone entity gets a version of its own with the last content, so that its page can still say
/// what it was, and its history since when it is not.
async fn mark_gone(
    transaction: &mut Transaction,
    run: &Run,
    generation: i64,
    ids: &[(EntityKind, EntityId)],
) -> Result<(), Error> {
    let version_sql = format!(
        "INSERT INTO entity_version (kind, id, version, run, seen, change, raw_print, \
         document_print, content) \
         SELECT kind, id, version + 1, $1, CAST($2 AS BIGINT), 'gone', raw_print, \
         document_print, content FROM entity \
         WHERE gone IS NULL AND kind = $3 AND id IN ({})",
        id_places(4)
    );
    let entity_sql = format!(
        "UPDATE entity SET version = version + 1, gone = $1, changed = $1, feeds = '', \
         generation = $2 WHERE gone IS NULL AND kind = $3 AND id IN ({})",
        id_places(4)
    );
    for (kind, values) in id_chunks(ids) {
        let mut of_version = vec![run.id.clone().into(), run.started.into(), kind.name().into()];
        of_version.extend(values.iter().cloned());
        transaction.run(AssertSqlSafe(version_sql.clone()), of_version).await?;
        let mut of_entity = vec![run.started.into(), generation.into(), kind.name().into()];
        of_entity.extend(values);
        transaction.run(AssertSqlSafe(entity_sql.clone()), of_entity).await?;
    }
    Ok(())
}
