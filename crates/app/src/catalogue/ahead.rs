//! What lists show of services, read before anybody asks: as soon as readers have another index. Reading it into the
//! form that lists need gives way to readers.

use std::sync::{Arc, Weak};
use std::time::Duration;

use domain::catalogue::{EntityId, EntityKind, GeneralDescription};
use store::catalogue::{connected, dated, documents, generation, list, names};

use super::kept::Packed;
use super::summaries::{Around, CHANNELS_LISTED, services_of};
use crate::context::Published;
use crate::index::read;
use crate::{App, Error, background};

/// How many services are read at once.
const CHUNK: u32 = 200;
/// How often it is looked whether readers have another index.
const LOOK: Duration = Duration::from_secs(1);
/// How long it waits after an error.
const AFTER_ERROR: Duration = Duration::from_secs(30);

/// Follows the index for ever.
pub async fn follow(app: App) {
    let mut last: Weak<Published> = Weak::new();
    loop {
        let published = Arc::downgrade(&app.published());
        if !Weak::ptr_eq(&last, &published) {
            if let Err(error) = keep_ahead(&app).await {
                tracing::warn!("what lists show could not be read ahead: {error}");
                tokio::time::sleep(AFTER_ERROR).await;
                continue;
            }
            last = published;
        }
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
    let around = Arc::new(load(app).await?);
    let mut after: Option<EntityId> = None;
    loop {
        // No transaction lasts for longer than some services take: databases put off their housekeeping for it.
        let mut reading = app.database().begin().await?;
        let is_same = generation(&mut reading).await? == published.index.generation();
        if !is_same || published.kept.is_full() || !Arc::ptr_eq(&published, &app.published()) {
            return Ok(());
        }
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
        drop(reading);
        let around = Arc::clone(&around);
        let pack = move || -> Result<Vec<(EntityId, Packed)>, Error> {
            let summaries = around.summaries(services_of(services)?, &connected)?;
            summaries.into_iter().map(|one| Ok((one.id.clone(), Packed::new(&one)?))).collect()
        };
        // A thread that gives way holds no lock that readers wait for.
        for (id, packed) in background::run(pack).await?? {
            published.kept.keep(id, None, packed);
        }
    }
}

/// What services point to: all of it, since most will be asked for.
async fn load(app: &App) -> Result<Around, Error> {
    let mut reading = app.database().begin().await?;
    let mut around = Around::default();
    let mut after: Option<EntityId> = None;
    loop {
        let named = names(&mut reading, EntityKind::Organisation, after.as_ref(), CHUNK).await?;
        let Some((last, _)) = named.last() else { break };
        after = Some(last.clone());
        around.organisations.extend(named);
    }
    let kind = EntityKind::GeneralDescription;
    let mut after: Option<EntityId> = None;
    loop {
        let found = list(&mut reading, kind, after.as_ref(), CHUNK).await?;
        let Some(last) = found.last() else { return Ok(around) };
        after = Some(last.id.clone());
        let parse = move || {
            let parsed = found.iter().map(|one| Ok((one.id.clone(), read(one)?)));
            parsed.collect::<Result<Vec<(EntityId, GeneralDescription)>, Error>>()
        };
        around.descriptions.extend(background::run(parse).await??);
    }
}
