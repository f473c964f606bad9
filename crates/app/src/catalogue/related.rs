//! Services that go with a service, loaded.

use std::collections::BTreeSet;

use domain::Language;
use domain::catalogue::{EntityId, EntityKind};

use super::results::summaries;
use super::{Found, RelatedService, get, ids_of, offered, read_service};
use crate::{App, Error};

/// Services that go with a service, the best first, each with the reason; none when none fits.
///
/// # Errors
/// When there is no such service, or the database is not there.
pub async fn related(
    app: &App,
    id: &EntityId,
    language: Language,
    limit: usize,
) -> Result<Found<Vec<RelatedService>>, Error> {
    let mut transaction = app.database().begin().await?;
    let stored = get(&mut transaction, EntityKind::Service, id).await?.ok_or(Error::NotFound)?;
    if stored.gone.is_some() {
        return Ok(Found::Gone(stored.names));
    }
    let related = app.index().related(id.as_str(), language, limit);
    let ids = ids_of(related.iter().map(|one| one.id.as_str()));
    let mut services = Vec::with_capacity(ids.len());
    for stored in offered(&mut transaction, EntityKind::Service, &ids).await? {
        services.push(read_service(&stored)?);
    }
    let summaries = summaries(&mut transaction, services, &BTreeSet::new()).await?;
    let found = summaries.into_iter().filter_map(|summary| {
        let one = related.iter().find(|one| one.id == summary.service.id.as_str())?;
        Some(RelatedService { reason: one.reason.clone(), summary })
    });
    Ok(Found::Offered(found.collect()))
}
