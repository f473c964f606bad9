//! The index that follows an import: made of the last one and of the services that the import touched.

use std::collections::HashSet;
use std::sync::Arc;

use domain::catalogue::{EntityKind, Service};
use store::catalogue::{generation, has_moved, many, moved_services};

use super::{CHUNK, Chunk, FEW, Surroundings, read};
use crate::context::Published;
use crate::{App, Error, background};

/// When more than one in so many services are touched, all are read anew.
pub(super) const SHARE: usize = 10;

/// Who waits for an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Awaited {
    /// Readers of this program.
    #[default]
    ByReaders,
    /// Nobody: a program that serves beside it makes its own.
    ByNobody,
}

impl Awaited {
    /// Does work for it: not on a thread that answers readers, and where they wait not on one that gives way either.
    async fn work<T: Send + 'static>(
        self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Error> {
        match self {
            Self::ByReaders => tokio::task::spawn_blocking(work)
                .await
                .map_err(|error| Error::Internal(format!("the search index: {error}"))),
            Self::ByNobody => background::run(work).await,
        }
    }
}

/// An index that was updated.
pub(super) struct Updated {
    /// The index, with what is kept of the services that were not touched.
    pub(super) published: Published,
    /// How many services were touched.
    pub(super) touched: usize,
    /// Whether something moved that services name in their documents only: an organisation that
    /// produces them, a term. Which services those are nothing but reading all tells.
    pub(super) reaches_further: bool,
}

/// The index of the catalogue as it is, made of the last one; none where it is better built whole.
pub(super) async fn updated(
    app: &App,
    before: Arc<Published>,
    awaited: Awaited,
) -> Result<Option<Updated>, Error> {
    let last = Arc::clone(&before.index);
    if last.len() < FEW {
        return Ok(None);
    }
    // One transaction: all that is read is of one generation.
    let mut reading = app.database().begin().await?;
    let (since, generation) = (last.generation(), generation(&mut reading).await?);
    if generation < since {
        // The database was brought back to an earlier day.
        return Ok(None);
    }
    let touched = moved_services(&mut reading, since).await?;
    if touched.len() > last.len() / SHARE {
        return Ok(None);
    }
    let reaches_further = has_moved(&mut reading, EntityKind::Organisation, since).await?
        || has_moved(&mut reading, EntityKind::OntologyTerm, since).await?;
    let mut documents = Vec::with_capacity(touched.len());
    for ids in touched.chunks(CHUNK as usize) {
        let mut stored = many(&mut reading, EntityKind::Service, ids).await?;
        stored.retain(|service| service.gone.is_none());
        let (stored, services) = awaited
            .work(move || {
                let services = stored.iter().map(read).collect::<Result<Vec<Service>, Error>>();
                services.map(|services| (stored, services))
            })
            .await??;
        let surroundings = Surroundings::of(&mut reading, &services).await?;
        let chunk = Chunk::of(&mut reading, stored).await?;
        let made = move || chunk.documents(&surroundings).collect::<Result<Vec<_>, Error>>();
        documents.extend(awaited.work(made).await??);
    }
    drop(reading);
    let count = touched.len();
    let touched: HashSet<String> = touched.into_iter().map(String::from).collect();
    let published = awaited.work(move || Published {
        index: last.updated(&touched, documents, generation).into(),
        kept: before.kept.without(&touched),
    });
    Ok(Some(Updated { published: published.await?, touched: count, reaches_further }))
}
