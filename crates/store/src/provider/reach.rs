//! Whom descriptions reach: where services are offered today, and which channels they have.

use domain::catalogue::EntityId;
use domain::coverage::ThemeSet;
use jiff::Timestamp;

use crate::Error;
use crate::catalogue::id_of;
use crate::database::Transaction;

/// A place where a service is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// The service.
    pub service: EntityId,
    /// How far it reaches: the code of [`domain::coverage::Reach`].
    pub reach: String,
    /// The county; empty of what is national or nowhere.
    pub county: String,
    /// The municipality; empty of what is wider.
    pub municipality: String,
    /// The themes of wellbeing that it belongs to.
    pub themes: ThemeSet,
}

/// Where the services of an organisation are offered today.
pub async fn offered(
    transaction: &mut Transaction,
    owner: &EntityId,
) -> Result<Vec<Offered>, Error> {
    let rows = transaction
        .rows(
            "SELECT p.service, p.reach, p.county, p.municipality, p.themes FROM coverage_place p \
             WHERE p.ended IS NULL AND p.service IN \
             (SELECT id FROM entity WHERE kind = 'service' AND owner = $1)",
            vec![owner.as_str().into()],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Offered {
                service: id_of(row.text(0)?)?,
                reach: row.text(1)?.to_owned(),
                county: row.text(2)?.to_owned(),
                municipality: row.text(3)?.to_owned(),
                themes: ThemeSet::from_text(row.text(4)?),
            })
        })
        .collect()
}

/// A place where a service is offered today, as one of all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenPlace {
    /// The service.
    pub service: EntityId,
    /// Since when.
    pub since: Timestamp,
    /// The county; empty of what is national or nowhere.
    pub county: String,
    /// The municipality; empty of what is wider.
    pub municipality: String,
    /// How far it reaches: the code of [`domain::coverage::Reach`].
    pub reach: String,
}

/// Where all services are offered today, in the order of their ids, so many after one.
pub async fn open_places(
    transaction: &mut Transaction,
    after: Option<&OpenPlace>,
    limit: u32,
) -> Result<Vec<OpenPlace>, Error> {
    let after = match after {
        None => vec!["".into(), i64::MIN.into(), "".into(), "".into()],
        Some(one) => vec![
            one.service.as_str().into(),
            one.since.into(),
            one.county.clone().into(),
            one.municipality.clone().into(),
        ],
    };
    let values = after.into_iter().chain([i64::from(limit).into()]).collect();
    let rows = transaction
        .rows(
            "SELECT service, since, county, municipality, reach FROM coverage_place \
             WHERE ended IS NULL AND (service, since, county, municipality) > ($1, $2, $3, $4) \
             ORDER BY service, since, county, municipality LIMIT CAST($5 AS BIGINT)",
            values,
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(OpenPlace {
                service: id_of(row.text(0)?)?,
                since: row.instant(1)?,
                county: row.text(2)?.to_owned(),
                municipality: row.text(3)?.to_owned(),
                reach: row.text(4)?.to_owned(),
            })
        })
        .collect()
}

/// What the services of an organisation are described with: the id of each with that of its organisation, and with that
/// of each of its channels.
pub async fn beside(
    transaction: &mut Transaction,
    owner: &EntityId,
) -> Result<Vec<(EntityId, EntityId)>, Error> {
    let mut pairs = Vec::new();
    for sql in [
        "SELECT s.id, s.owner FROM entity s WHERE s.kind = 'service' AND s.gone IS NULL AND s.owner = $1",
        // In this order, and by what hangs on the service: SQLite, which knows nothing of how many there are, takes the
        // targets that are none for few, and would go through every connection.
        "SELECT c.owner, c.target FROM entity s CROSS JOIN entity c \
         WHERE s.kind = 'service' AND s.owner = $1 AND c.kind = 'connection' AND c.owner = s.id \
         AND c.gone IS NULL AND COALESCE(c.target, '') <> ''",
    ] {
        for row in transaction.rows(sql, vec![owner.as_str().into()]).await? {
            pairs.push((id_of(row.text(0)?)?, id_of(row.text(1)?)?));
        }
    }
    Ok(pairs)
}

/// What a service is described with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// The id of the row that says so: of the service itself, or of a connection.
    pub row: EntityId,
    /// The service.
    pub service: EntityId,
    /// Its organisation or one of its channels.
    pub other: EntityId,
}

/// Every service with its organisation, in order of id, so many after one.
pub async fn organisations_beside(
    transaction: &mut Transaction,
    after: Option<&EntityId>,
    limit: u32,
) -> Result<Vec<Beside>, Error> {
    let sql = "SELECT id, id, owner FROM entity WHERE kind = 'service' AND gone IS NULL \
               AND owner IS NOT NULL AND id > $1 ORDER BY id LIMIT CAST($2 AS BIGINT)";
    read_beside(transaction, sql, after, limit).await
}

/// Every service with each of its channels, in order of the connection's id, so many after one.
pub async fn channels_beside(
    transaction: &mut Transaction,
    after: Option<&EntityId>,
    limit: u32,
) -> Result<Vec<Beside>, Error> {
    let sql = "SELECT id, owner, target FROM entity WHERE kind = 'connection' AND gone IS NULL \
               AND owner IS NOT NULL AND target IS NOT NULL AND id > $1 ORDER BY id LIMIT CAST($2 AS BIGINT)";
    read_beside(transaction, sql, after, limit).await
}

async fn read_beside(
    transaction: &mut Transaction,
    sql: &'static str,
    after: Option<&EntityId>,
    limit: u32,
) -> Result<Vec<Beside>, Error> {
    let after = after.map_or("", EntityId::as_str);
    let rows = transaction.rows(sql, vec![after.into(), i64::from(limit).into()]).await?;
    rows.iter()
        .map(|row| {
            Ok(Beside {
                row: id_of(row.text(0)?)?,
                service: id_of(row.text(1)?)?,
                other: id_of(row.text(2)?)?,
            })
        })
        .collect()
}
