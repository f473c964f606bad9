//! The search index and the catalogue: built from it, saved in a file for the next start, and
//! following it while the program runs.
//!
//! The index of a node is its own: it looks at the catalogue's generation, and when that has moved,
//! builds a new index beside the old one and puts it in its place. The snapshot file is a
//! convenience that can be deleted at any time.

mod document;
mod snapshot;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use domain::catalogue::{EntityId, EntityKind};
use search::{Index, IndexBuilder};
use store::Transaction;
use store::catalogue::{Stored, channel_names, generation, list};

use self::document::Surroundings;
use crate::{App, Error};

/// How often a running program looks whether the catalogue has moved.
const LOOK: Duration = Duration::from_secs(2);
/// How many services are read at once.
const CHUNK: u32 = 512;

/// Gives readers an index as a program starts: the one in the file, or else one that is built now.
/// One in the file that is older than the catalogue serves until [`follow`] has built the next.
pub async fn open(app: &App, snapshot: &Path) -> Result<(), Error> {
    let path = snapshot.to_owned();
    match blocking(move || Index::load(&path)).await? {
        Ok(index) if snapshot::is_of(app, &index, snapshot).await? => {
            app.publish_index(index);
            Ok(())
        }
        Ok(_) => {
            tracing::info!("the search index in the file is of another database: built anew");
            renew(app, snapshot).await
        }
        Err(error) => {
            tracing::info!("the search index is built anew: {error}");
            renew(app, snapshot).await
        }
    }
}

/// Builds the index anew when the catalogue has moved on, for readers and into the file.
pub async fn refresh(app: &App, snapshot: &Path) -> Result<(), Error> {
    if current(app).await? == app.index().generation() {
        return Ok(());
    }
    renew(app, snapshot).await
}

/// Follows the catalogue for ever.
pub async fn follow(app: App, snapshot: impl AsRef<Path> + Send) {
    loop {
        if let Err(error) = refresh(&app, snapshot.as_ref()).await {
            tracing::warn!("the search index could not follow the catalogue: {error}");
        }
        tokio::time::sleep(LOOK).await;
    }
}

async fn renew(app: &App, snapshot: &Path) -> Result<(), Error> {
    app.publish_index(build(app).await?);
    if let Err(error) = snapshot::save(app, snapshot).await {
        tracing::warn!("the search index is not kept in a file: {error}");
    }
    Ok(())
}

async fn current(app: &App) -> Result<i64, Error> {
    Ok(generation(&mut app.database().begin().await?).await?)
}

/// Builds the index of the catalogue as it is.
pub async fn build(app: &App) -> Result<Index, Error> {
    // One transaction: all that is read is of one generation.
    let mut reading = app.database().begin().await?;
    let generation = generation(&mut reading).await?;
    let surroundings = Arc::new(Surroundings::load(&mut reading).await?);
    let mut builder = IndexBuilder::new();
    let mut after: Option<EntityId> = None;
    while let Some(chunk) = Chunk::read(&mut reading, after.as_ref()).await? {
        after = chunk.last();
        let surroundings = surroundings.clone();
        // Words take time: not on a thread that answers requests.
        builder = blocking(move || chunk.add_to(builder, &surroundings)).await??;
    }
    drop(reading);
    drop(surroundings);
    blocking(move || builder.finish(generation)).await
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Error> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| Error::Internal(format!("the search index: {error}")))
}

/// Some services with the names of their channels.
struct Chunk {
    services: Vec<Stored>,
    channels: Vec<(EntityId, domain::Localized)>,
}

impl Chunk {
    async fn read(
        reading: &mut Transaction,
        after: Option<&EntityId>,
    ) -> Result<Option<Self>, Error> {
        let services = list(reading, EntityKind::Service, after, CHUNK).await?;
        if services.is_empty() {
            return Ok(None);
        }
        let ids: Vec<EntityId> = services.iter().map(|service| service.id.clone()).collect();
        let channels = channel_names(reading, &ids).await?;
        Ok(Some(Self { services, channels }))
    }

    fn last(&self) -> Option<EntityId> {
        self.services.last().map(|service| service.id.clone())
    }

    fn add_to(
        self,
        mut builder: IndexBuilder,
        surroundings: &Surroundings,
    ) -> Result<IndexBuilder, Error> {
        for stored in &self.services {
            let start = self.channels.partition_point(|(service, _)| *service < stored.id);
            let channels = self.channels[start..]
                .iter()
                .take_while(|(service, _)| *service == stored.id)
                .map(|(_, names)| names);
            builder.add(&surroundings.document(stored, channels)?);
        }
        Ok(builder)
    }
}
