//! What lists show of services, read before anybody asks: as soon as readers have another index, and behind
//! all else that the machine does.

use std::sync::{Arc, Weak};
use std::time::Duration;

use domain::catalogue::{Entity, EntityId, EntityKind};
use store::Transaction;
use store::catalogue::{Stored, connected, dated, documents, list, names};

use super::read_document;
use super::summaries::{Around, CHANNELS_LISTED, services_of};
use crate::context::Published;
use crate::{App, Error, background};

/// How many services are read at once.
const CHUNK: u32 = 200;
/// How often it is looked whether readers have another index.
const LOOK: Duration = Duration::from_secs(1);

/// Follows the index for ever.
pub async fn follow(app: App) {
    let mut last: Weak<Published> = Weak::new();
    loop {
        let published = app.published();
        if !Weak::ptr_eq(&last, &Arc::downgrade(&published)) {
            last = Arc::downgrade(&published);
            if let Err(error) = keep_ahead(&app).await {
                tracing::warn!("what lists show could not be read ahead: {error}");
            }
        }
        drop(published);
        tokio::time::sleep(LOOK).await;
    }
}

/// Reads what lists show of the services of the index that readers have, until all are kept, no more can be, or
/// readers have another index.
///
/// # Errors
/// When the database is not there, or a document cannot be read.
pub async fn keep_ahead(app: &App) -> Result<(), Error> {
    let published = app.published();
    let mut reading = app.database().begin().await?;
    if store::catalogue::generation(&mut reading).await? != published.index.generation() {
        return Ok(());
    }
    let around = Arc::new(load(&mut reading).await?);
    let mut after: Option<EntityId> = None;
    loop {
        let page = dated(&mut reading, EntityKind::Service, after.as_ref(), CHUNK).await?;
        let Some(last) = page.last() else { return Ok(()) };
        after = Some(last.id.clone());
        let ids = page.into_iter().map(|service| service.id);
        // What an update of the index left as it was is there still.
        let ids: Vec<EntityId> = ids.filter(|id| !published.kept.has(id)).collect();
        if ids.is_empty() {
            continue;
        }
        let services = documents(&mut reading, EntityKind::Service, &ids).await?;
        let connected = connected(&mut reading, &ids, CHANNELS_LISTED, &[]).await?;
        let (around, holding) = (Arc::clone(&around), Arc::clone(&published));
        let is_full = background::run(move || {
            for summary in around.summaries(services_of(services)?, &connected)? {
                holding.kept.keep(&summary, None)?;
            }
            Ok::<_, Error>(holding.kept.is_full())
        });
        if is_full.await?? || !Arc::ptr_eq(&published, &app.published()) {
            return Ok(());
        }
    }
}

/// What services point to: all of it, since most will be asked for.
async fn load(reading: &mut Transaction) -> Result<Around, Error> {
    let mut around = Around::default();
    let mut after: Option<EntityId> = None;
    loop {
        let named = names(reading, EntityKind::Organisation, after.as_ref(), CHUNK).await?;
        let Some((last, _)) = named.last() else { break };
        after = Some(last.clone());
        around.organisations.extend(named);
    }
    let kind = EntityKind::GeneralDescription;
    let mut after: Option<EntityId> = None;
    loop {
        let found = list(reading, kind, after.as_ref(), CHUNK).await?;
        let Some(last) = found.last() else { return Ok(around) };
        after = Some(last.id.clone());
        for Stored { id, document, .. } in found {
            if let Entity::GeneralDescription(description) = read_document(kind, &id, &document)? {
                around.descriptions.insert(id, *description);
            }
        }
    }
}
