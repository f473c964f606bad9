//! Whom descriptions reach: where services are offered today, and which channels they have.

use domain::catalogue::EntityId;
use domain::coverage::ThemeSet;

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

/// Where the services of an organisation, or all, are offered today.
pub async fn offered(
    transaction: &mut Transaction,
    owner: Option<&EntityId>,
) -> Result<Vec<Offered>, Error> {
    let rows = transaction
        .rows(
            "SELECT p.service, p.reach, p.county, p.municipality, p.themes FROM coverage_place p \
             WHERE p.ended IS NULL AND ($1 IS NULL OR p.service IN \
             (SELECT id FROM entity WHERE kind = 'service' AND owner = $1))",
            vec![owner.map(|id| id.as_str().to_owned()).into()],
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

/// What services are described with: of the services of an organisation, or of all, the id of each with that of its
/// organisation, and with that of each of its channels.
pub async fn beside(
    transaction: &mut Transaction,
    owner: Option<&EntityId>,
) -> Result<Vec<(EntityId, EntityId)>, Error> {
    let mut pairs = Vec::new();
    for sql in [
        "SELECT s.id, s.owner FROM entity s WHERE s.kind = 'service' AND s.gone IS NULL \
         AND s.owner IS NOT NULL AND ($1 IS NULL OR s.owner = $1)",
        "SELECT c.owner, c.target FROM entity c JOIN entity s ON s.kind = 'service' AND s.id = c.owner \
         WHERE c.kind = 'connection' AND c.gone IS NULL AND c.target IS NOT NULL \
         AND ($1 IS NULL OR s.owner = $1)",
    ] {
        let owner = owner.map(|id| id.as_str().to_owned());
        for row in transaction.rows(sql, vec![owner.into()]).await? {
            pairs.push((id_of(row.text(0)?)?, id_of(row.text(1)?)?));
        }
    }
    Ok(pairs)
}
