//! The search index and the catalogue: built from it, saved in a file for the next start, and
//! following it while the program runs.
//!
//! The index of a node is its own: it looks at the catalogue's generation, and when that has moved,
//! makes a new index beside the old one and puts it in its place ([`follow`]). The snapshot file is a
//! convenience that can be deleted at any time.

mod document;
mod following;
mod places;
mod snapshot;
mod update;

use std::path::Path;
use std::sync::Arc;

use domain::catalogue::{EntityId, EntityKind};
use search::{Document, Index, IndexBuilder, SnapshotError, Spot};
use store::Transaction;
use store::catalogue::{ChannelHead, Stored, channel_heads, generation, list};

pub(crate) use self::document::read;
pub(crate) use self::document::{Provider, Surroundings};
pub use self::following::{bring_up, follow, let_it_follow, refresh};
use crate::{App, Error, background};

/// How many services are read at once.
const CHUNK: u32 = 512;
/// From fewer services than this nothing is learnt of what words mean.
const FEW: usize = 100;

/// Gives readers an index as a program starts: the one in the file, or else one that is built now.
/// One in the file that is older than the catalogue serves until [`follow`] has built the next.
pub async fn open(app: &App, snapshot: &Path) -> Result<(), Error> {
    let (path, lexicon) = (snapshot.to_owned(), Arc::clone(app.words().lexicon()));
    match background::run(move || Index::load(&path, lexicon)).await? {
        Ok(index) if snapshot::is_of(app, &index, snapshot).await? => {
            app.publish_index(index);
            Ok(())
        }
        Ok(_) => {
            tracing::info!(
                "the search index in the file is of another database or other words: built anew"
            );
            renew(app, snapshot).await
        }
        Err(error) => {
            tracing::info!("the search index is built anew: {error}");
            renew(app, snapshot).await
        }
    }
}

/// What is to be said of the index's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SnapshotState {
    /// There is none.
    Missing,
    /// It is an index of another version of the program, of other words or of another database.
    Foreign,
    /// It cannot be read or is damaged; the sentence says how.
    Unusable(String),
    /// It is of an earlier generation of the catalogue.
    Behind,
    /// It is the index of the catalogue as it is, with so many services.
    Fits(usize),
}

/// Looks at the index's file, and leaves it as it is.
pub async fn examine(app: &App, snapshot: &Path) -> Result<SnapshotState, Error> {
    let (path, lexicon) = (snapshot.to_owned(), Arc::clone(app.words().lexicon()));
    let index = match background::run(move || Index::load(&path, lexicon)).await? {
        Ok(index) => index,
        Err(SnapshotError::Io(error)) if error.kind() == std::io::ErrorKind::NotFound => {
            return Ok(SnapshotState::Missing);
        }
        Err(SnapshotError::OtherVersion | SnapshotError::OtherWords) => {
            return Ok(SnapshotState::Foreign);
        }
        Err(SnapshotError::Io(error)) => {
            return Ok(SnapshotState::Unusable(format!("it cannot be read: {error}")));
        }
        Err(error) => return Ok(SnapshotState::Unusable(error.to_string())),
    };
    if !snapshot::is_of(app, &index, snapshot).await? {
        return Ok(SnapshotState::Foreign);
    }
    let is_current = current(app).await? == index.generation();
    Ok(if is_current { SnapshotState::Fits(index.len()) } else { SnapshotState::Behind })
}

/// Builds the index anew, for readers and into the file, whatever that holds.
///
/// # Errors
/// When the database is not there, or the file cannot be written.
pub async fn rebuild(app: &App, snapshot: &Path) -> Result<(), Error> {
    app.publish_index(build(app).await?);
    snapshot::save(app, snapshot).await
}

async fn renew(app: &App, snapshot: &Path) -> Result<(), Error> {
    app.publish_index(build(app).await?);
    keep(app, snapshot).await;
    Ok(())
}

/// Keeps the app's index in the file, as far as that can be written.
async fn keep(app: &App, snapshot: &Path) {
    if let Err(error) = snapshot::save(app, snapshot).await {
        tracing::warn!("the search index is not kept in a file: {error}");
    }
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
    let mut builder = app.words().index_builder();
    let mut after: Option<EntityId> = None;
    while let Some(chunk) = Chunk::read(&mut reading, after.as_ref()).await? {
        if after.is_none() && chunk.services.len() < FEW {
            builder = builder.with_vectors(Arc::default());
        }
        after = chunk.last();
        let surroundings = surroundings.clone();
        // Words take time: not on a thread that answers requests.
        builder = background::run(move || chunk.add_to(builder, &surroundings)).await??;
    }
    drop(reading);
    drop(surroundings);
    background::run(move || builder.finish(generation)).await
}

/// Some services with what is known of their channels.
struct Chunk {
    services: Vec<Stored>,
    channels: Vec<ChannelHead>,
    places: Vec<(EntityId, Spot)>,
}

impl Chunk {
    /// The next services in order of id, after one of them.
    async fn read(
        reading: &mut Transaction,
        after: Option<&EntityId>,
    ) -> Result<Option<Self>, Error> {
        let services = list(reading, EntityKind::Service, after, CHUNK).await?;
        if services.is_empty() { Ok(None) } else { Self::of(reading, services).await.map(Some) }
    }

    /// These services, which are in order of id.
    async fn of(reading: &mut Transaction, services: Vec<Stored>) -> Result<Self, Error> {
        let ids: Vec<EntityId> = services.iter().map(|service| service.id.clone()).collect();
        let channels = channel_heads(reading, &ids).await?;
        let places = places::places(reading, &ids).await?;
        Ok(Self { services, channels, places })
    }

    fn last(&self) -> Option<EntityId> {
        self.services.last().map(|service| service.id.clone())
    }

    fn add_to(
        self,
        mut builder: IndexBuilder,
        surroundings: &Surroundings,
    ) -> Result<IndexBuilder, Error> {
        for document in self.documents(surroundings) {
            builder.add(&document?);
        }
        Ok(builder)
    }

    /// What the search knows of each.
    fn documents(
        &self,
        surroundings: &Surroundings,
    ) -> impl Iterator<Item = Result<Document, Error>> {
        self.services.iter().map(|stored| {
            let start = self.channels.partition_point(|head| head.service < stored.id);
            let end = self.channels.partition_point(|head| head.service <= stored.id);
            let mut document = surroundings.document(read(stored)?, &self.channels[start..end]);
            let start = self.places.partition_point(|place| place.0 < stored.id);
            let of_it = self.places[start..].iter().take_while(|place| place.0 == stored.id);
            document.places = of_it.map(|(_, point)| *point).collect();
            Ok(document)
        })
    }
}
