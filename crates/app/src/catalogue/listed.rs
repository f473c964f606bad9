//! The services of somebody's list, loaded in their order.

use std::collections::BTreeMap;

use domain::Localized;
use domain::catalogue::{EntityId, EntityKind};
use store::catalogue::many;

use super::around::details_of;
use super::{Found, ServiceDetails};
use crate::{App, Error};

/// A service that somebody put on a list.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedService {
    /// Its id.
    pub id: EntityId,
    /// What has become of it; none where the catalogue never had it.
    pub found: Option<Found<ServiceDetails>>,
}

impl ListedService {
    /// Whether nobody else should see that it is on the list: offered, and a discreet service.
    #[must_use]
    pub fn is_discreet(&self) -> bool {
        match &self.found {
            Some(Found::Offered(details)) => details.is_discreet(),
            _ => false,
        }
    }
}

/// The services of these ids, in their order, all of one moment.
pub async fn services(app: &App, ids: &[EntityId]) -> Result<Vec<ListedService>, Error> {
    let mut transaction = app.database().begin().await?;
    let stored = many(&mut transaction, EntityKind::Service, ids).await?;
    let mut known: BTreeMap<EntityId, Found<ServiceDetails>> =
        details_of(&mut transaction, stored).await?.into_iter().collect();
    let listed = ids.iter().map(|id| ListedService { id: id.clone(), found: known.remove(id) });
    Ok(listed.collect())
}

/// The names of those of these services that the catalogue knows, gone or not.
pub async fn service_names(
    app: &App,
    ids: &[EntityId],
) -> Result<BTreeMap<EntityId, Localized>, Error> {
    let mut transaction = app.database().begin().await?;
    let stored = many(&mut transaction, EntityKind::Service, ids).await?;
    Ok(stored.into_iter().map(|one| (one.id, one.names)).collect())
}
