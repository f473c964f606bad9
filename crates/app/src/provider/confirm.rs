//! "Still right": a provider says of a service that its description is. It holds until an import changes something of it.

use domain::catalogue::{EntityId, EntityKind};
use jiff::Timestamp;
use store::catalogue::{generation, get};
use store::provider::confirmation as rows;

use super::Provider;
use crate::{App, Error};

/// How confirming ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirmed {
    /// It is kept.
    Done,
    /// The description has changed since they looked at it.
    Changed,
}

/// Confirms a service of the provider's as they saw it in a generation of the catalogue.
///
/// # Errors
/// When it is no service of theirs ([`Error::NotFound`]).
pub async fn confirm(
    app: &App,
    provider: &Provider,
    service: &EntityId,
    seen: i64,
) -> Result<Confirmed, Error> {
    let (at, owner, service) = (app.now(), provider.organisation().clone(), service.clone());
    app.database()
        .write(move |on| {
            Box::pin(async move {
                is_theirs(on, &owner, &service).await?;
                // Nobody has seen what is not there yet.
                let seen = seen.min(generation(on).await?);
                let before = rows::get(on, &service).await?;
                rows::put(on, &service, at, seen).await?;
                if rows::valid(on, std::slice::from_ref(&service)).await?.contains_key(&service) {
                    return Ok(Confirmed::Done);
                }
                // What a colleague has confirmed since, of what is there now, stays.
                match before {
                    Some((at, seen)) => rows::put(on, &service, at, seen).await?,
                    None => rows::delete(on, &service).await?,
                }
                Ok(Confirmed::Changed)
            })
        })
        .await
}

/// Takes back that a service is right.
///
/// # Errors
/// When it is no service of theirs ([`Error::NotFound`]).
pub async fn take_back(app: &App, provider: &Provider, service: &EntityId) -> Result<(), Error> {
    let (owner, service) = (provider.organisation().clone(), service.clone());
    app.database()
        .write(move |on| {
            Box::pin(async move {
                is_theirs(on, &owner, &service).await?;
                Ok(rows::delete(on, &service).await?)
            })
        })
        .await
}

/// When a service's provider confirmed it as it is now, if they did.
///
/// # Errors
/// When the database is not there.
pub async fn confirmed(app: &App, service: &EntityId) -> Result<Option<Timestamp>, Error> {
    let mut on = app.database().begin().await?;
    Ok(rows::valid(&mut on, std::slice::from_ref(service)).await?.remove(service))
}

async fn is_theirs(
    on: &mut store::Transaction,
    owner: &EntityId,
    service: &EntityId,
) -> Result<(), Error> {
    let stored = get(on, EntityKind::Service, service).await?;
    let is_theirs =
        stored.is_some_and(|one| one.gone.is_none() && one.owner.as_ref() == Some(owner));
    if is_theirs { Ok(()) } else { Err(Error::NotFound) }
}
