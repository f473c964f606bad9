//! Services that go with a service, loaded.

use std::collections::{BTreeMap, BTreeSet};

use domain::catalogue::{EntityId, EntityKind};
use domain::{Language, Localized};
use search::{Index, Related, RelatedQuery};
use store::catalogue::heads;

use super::summaries::{Told, summaries};
use super::{Found, Named, RelatedLink, RelatedService, get, ids_of};
use crate::{App, Error};

/// Which services that go with a service are wanted.
#[derive(Debug, Clone, Copy)]
pub struct RelatedSearch<'a> {
    /// The service.
    pub id: &'a EntityId,
    /// The reader's language.
    pub language: Language,
    /// The code of the county where they must be had; any without.
    pub county: Option<&'a str>,
    /// How many are wanted.
    pub limit: usize,
}

impl RelatedSearch<'_> {
    fn among(&self, index: &Index) -> Vec<Related> {
        let (language, county, limit) = (Some(self.language), self.county, self.limit);
        let query = RelatedQuery { language, county, limit, ..RelatedQuery::default() };
        index.related_to(self.id.as_str(), &query)
    }
}

/// Services that go with a service, the best first, each with the reason; none when none fits.
///
/// # Errors
/// When there is no such service, or the database is not there.
pub async fn related(
    app: &App,
    search: &RelatedSearch<'_>,
) -> Result<Found<Vec<RelatedService>>, Error> {
    let mut transaction = app.database().begin().await?;
    let stored =
        get(&mut transaction, EntityKind::Service, search.id).await?.ok_or(Error::NotFound)?;
    if stored.gone.is_some() {
        return Ok(Found::Gone(stored.names));
    }
    let published = app.published();
    let related = search.among(&published.index);
    let ids = ids_of(related.iter().map(|one| one.id.as_str()));
    drop(transaction);
    let summaries = summaries(app, &published.kept, &ids, &Told::default()).await?;
    let found = summaries.into_iter().filter_map(|summary| {
        let one = related.iter().find(|one| one.id == summary.id.as_str())?;
        Some(RelatedService { reason: one.reason.clone(), summary })
    });
    Ok(Found::Offered(found.collect()))
}

/// Links to services that go with a service, as [`related`] but without what lists show of them: a
/// page of one service is asked for more than any other, and must not cost as much as five.
///
/// # Errors
/// When the database is not there.
pub async fn related_links(
    app: &App,
    search: &RelatedSearch<'_>,
) -> Result<Vec<RelatedLink>, Error> {
    let related = search.among(&app.index());
    if related.is_empty() {
        return Ok(Vec::new());
    }
    let mut transaction = app.database().begin().await?;
    let ids = ids_of(related.iter().map(|one| one.id.as_str()));
    let services = heads(&mut transaction, EntityKind::Service, &ids).await?;
    let owners: BTreeSet<&EntityId> =
        services.iter().filter_map(|service| service.owner.as_ref()).collect();
    let owners: Vec<EntityId> = owners.into_iter().cloned().collect();
    let owners = heads(&mut transaction, EntityKind::Organisation, &owners).await?;
    let owners: BTreeMap<EntityId, Localized> =
        owners.into_iter().map(|owner| (owner.id, owner.names)).collect();
    let found = services.into_iter().filter_map(|service| {
        let one = related.iter().find(|one| one.id == service.id.as_str())?;
        let organisation = service.owner.and_then(|owner| owners.get(&owner).cloned());
        Some(RelatedLink {
            service: Named { id: service.id, names: service.names },
            organisation: organisation.unwrap_or_default(),
            reason: one.reason.clone(),
        })
    });
    Ok(found.collect())
}
