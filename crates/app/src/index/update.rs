//! The index that follows an import: made of the last one and of the services that the import touched.

use std::collections::HashSet;
use std::sync::Arc;

use domain::catalogue::{EntityKind, Service};
use search::Index;
use store::catalogue::{generation, has_moved, many, moved_services};

use super::{CHUNK, Chunk, FEW, Surroundings, blocking, read};
use crate::{App, Error};

/// When more than one in so many services are touched, all are read anew.
pub(super) const SHARE: usize = 10;

/// An index that was updated.
pub(super) struct Updated {
    /// The index.
    pub(super) index: Index,
    /// How many services were touched.
    pub(super) touched: usize,
    /// Whether something moved that services name in their documents only: an organisation that
    /// produces them, a term. Which services those are nothing but reading all tells.
    pub(super) reaches_further: bool,
}

/// The index of the catalogue as it is, made of the last one; none where it is better built whole.
pub(super) async fn updated(app: &App, last: Arc<Index>) -> Result<Option<Updated>, Error> {
    if last.len() < FEW {
        return Ok(None);
    }
    // One transaction: all that is read is of one generation.
    let mut reading = app.database().begin().await?;
    let (since, generation) = (last.generation(), generation(&mut reading).await?);
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
        let services = stored.iter().map(read).collect::<Result<Vec<Service>, Error>>()?;
        let surroundings = Surroundings::of(&mut reading, &services).await?;
        let chunk = Chunk::of(&mut reading, stored).await?;
        documents.extend(chunk.documents(&surroundings).collect::<Result<Vec<_>, _>>()?);
    }
    drop(reading);
    let count = touched.len();
    let touched: HashSet<String> = touched.into_iter().map(String::from).collect();
    let index = blocking(move || last.updated(&touched, documents, generation)).await?;
    Ok(Some(Updated { index, touched: count, reaches_further }))
}
