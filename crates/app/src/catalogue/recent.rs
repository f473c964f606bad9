//! The services that are new or changed last, of everything or of a theme and a municipality.

use std::collections::BTreeMap;

use domain::Localized;
use domain::catalogue::{EntityId, EntityKind, Service};
use jiff::Timestamp;
use store::catalogue::{Dated, heads};

use super::results::query_of;
use super::{Search, offered, read_service};
use crate::{App, Error};

/// How many are looked at in one go.
const CHUNK: u32 = 1_000;

/// A service with what a feed says of it.
#[derive(Debug, Clone, PartialEq)]
pub struct RecentService {
    /// The service.
    pub service: Service,
    /// The responsible organisation's names.
    pub organisation: Localized,
    /// When an import first saw it.
    pub first_seen: Timestamp,
    /// When an import last saw it change.
    pub changed: Timestamp,
}

/// What changed last, first, at most so many; of a theme, and in a municipality or county whose people
/// it is meant for in particular.
///
/// The database is asked for what changed last, and the index says which of it is meant; so the cost
/// hangs on how far back one must look, and a caller does well to keep the answer until the catalogue's
/// next generation.
pub async fn lately_changed(
    app: &App,
    search: &Search,
    limit: usize,
) -> Result<Vec<RecentService>, Error> {
    let (query, index) = (query_of(search), app.index());
    let is_everything = search.municipality.is_none() && !search.is_filtered();
    let mut transaction = app.database().begin().await?;
    let (mut found, mut last): (Vec<Dated>, Option<Dated>) = (Vec::new(), None);
    while found.len() < limit {
        let page = store::catalogue::lately_changed(
            &mut transaction,
            EntityKind::Service,
            last.as_ref(),
            CHUNK,
        );
        let page = page.await?;
        let ids: Vec<&str> = page.iter().map(|one| one.id.as_str()).collect();
        let fitting = if is_everything { ids } else { index.local_among(&query, &ids) };
        let mut fitting = fitting.into_iter().peekable();
        let is_meant = |one: &&Dated| fitting.next_if_eq(&one.id.as_str()).is_some();
        found.extend(page.iter().filter(is_meant).take(limit - found.len()).cloned());
        match page.into_iter().next_back() {
            Some(end) => last = Some(end),
            None => break,
        }
    }
    load(&mut transaction, &found).await
}

/// The services of these dates, as far as they are still offered.
async fn load(
    transaction: &mut store::Transaction,
    found: &[Dated],
) -> Result<Vec<RecentService>, Error> {
    let ids: Vec<EntityId> = found.iter().map(|one| one.id.clone()).collect();
    let stored = offered(transaction, EntityKind::Service, &ids).await?;
    let owners: Vec<EntityId> = stored.iter().filter_map(|one| one.owner.clone()).collect();
    let owners = heads(transaction, EntityKind::Organisation, &owners).await?;
    let names: BTreeMap<EntityId, Localized> =
        owners.into_iter().map(|head| (head.id, head.names)).collect();
    let mut services = Vec::with_capacity(stored.len());
    for one in stored {
        let organisation = one.owner.as_ref().and_then(|id| names.get(id));
        services.push(RecentService {
            service: read_service(&one)?,
            organisation: organisation.cloned().unwrap_or_default(),
            first_seen: one.first_seen,
            changed: one.changed,
        });
    }
    Ok(services)
}
