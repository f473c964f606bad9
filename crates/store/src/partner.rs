//! Those with whom a county works so that services get described.

use std::collections::BTreeMap;

use domain::catalogue::EntityId;
use domain::partner::{Partner, PartnerName};

use crate::Error;
use crate::catalogue::id_of;
use crate::database::{Row, Transaction};

/// Partners, by what follows.
macro_rules! chosen {
    ($after:literal) => {
        concat!("SELECT id, county, name, organisation, created FROM partner ", $after)
    };
}

/// Keeps a partner, unless the county has one of its name; says whether it did.
pub async fn insert(transaction: &mut Transaction, partner: &Partner) -> Result<bool, Error> {
    let inserted = transaction
        .run(
            "INSERT INTO partner (id, county, name, name_key, organisation, created) \
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (county, name_key) DO NOTHING",
            vec![
                partner.id.as_str().into(),
                partner.county.as_deref().unwrap_or_default().into(),
                partner.name.as_str().into(),
                partner.name.key().into(),
                partner.organisation.as_ref().map(ToString::to_string).into(),
                partner.created.into(),
            ],
        )
        .await?;
    Ok(inserted == 1)
}

/// Changes a partner's name and the organisation that it is.
///
/// # Errors
/// [`Error::Conflict`] when the county has another one of that name.
pub async fn update(transaction: &mut Transaction, partner: &Partner) -> Result<(), Error> {
    transaction
        .run(
            "UPDATE partner SET name = $2, name_key = $3, organisation = $4 WHERE id = $1",
            vec![
                partner.id.as_str().into(),
                partner.name.as_str().into(),
                partner.name.key().into(),
                partner.organisation.as_ref().map(ToString::to_string).into(),
            ],
        )
        .await
        .map(drop)
}

/// Deletes a partner.
pub async fn delete(transaction: &mut Transaction, id: &str) -> Result<(), Error> {
    transaction.run("DELETE FROM partner WHERE id = $1", vec![id.into()]).await.map(drop)
}

/// A county's partner of an id.
pub async fn get(
    transaction: &mut Transaction,
    county: Option<&str>,
    id: &str,
) -> Result<Option<Partner>, Error> {
    let row = transaction
        .row(
            chosen!("WHERE id = $1 AND county = $2"),
            vec![id.into(), county.unwrap_or_default().into()],
        )
        .await?;
    row.as_ref().map(partner).transpose()
}

/// A county's partner of a name, however it is written.
pub async fn by_name(
    transaction: &mut Transaction,
    county: Option<&str>,
    key: &str,
) -> Result<Option<Partner>, Error> {
    let row = transaction
        .row(
            chosen!("WHERE county = $1 AND name_key = $2"),
            vec![county.unwrap_or_default().into(), key.into()],
        )
        .await?;
    row.as_ref().map(partner).transpose()
}

/// A county's partners, in order of name.
pub async fn list(
    transaction: &mut Transaction,
    county: Option<&str>,
) -> Result<Vec<Partner>, Error> {
    let rows = transaction
        .rows(
            chosen!("WHERE county = $1 ORDER BY name_key"),
            vec![county.unwrap_or_default().into()],
        )
        .await?;
    rows.iter().map(partner).collect()
}

/// How many services are offered by the organisations that a county's partners are, by organisation.
pub async fn descriptions(
    transaction: &mut Transaction,
    county: Option<&str>,
) -> Result<BTreeMap<EntityId, usize>, Error> {
    let rows = transaction
        .rows(
            "SELECT owner, COUNT(*) FROM entity WHERE kind = 'service' AND gone IS NULL \
             AND owner IN (SELECT organisation FROM partner WHERE county = $1) GROUP BY owner",
            vec![county.unwrap_or_default().into()],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((id_of(row.text(0)?)?, usize::try_from(row.integer(1)?).unwrap_or_default())))
        .collect()
}

fn partner(row: &Row) -> Result<Partner, Error> {
    let county = row.text(1)?;
    let organisation: Option<EntityId> = row.optional_text(3)?.map(id_of).transpose()?;
    Ok(Partner {
        id: row.text(0)?.to_owned(),
        county: (!county.is_empty()).then(|| county.to_owned()),
        name: PartnerName::kept(row.text(2)?),
        organisation,
        created: row.instant(4)?,
    })
}
