//! Reading a directory of saved pages: fetched by [`crate::fetch`], or saved by hand.
//!
//! The files are found by name ([`EntityKind`] by kind), read in the order in which kinds point to
//! each other, and split into records; the records are read by [`crate::ptv`]. A file that cannot be
//! read is a problem and its kind is not complete; the other files go on. Which version a record
//! is of is seen from the record itself.
//!
//! No file is held in memory but a page, and a page has its limit; a plain array is read element by
//! element, however long it is.

mod array;
mod files;
mod list;
mod page;

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use domain::catalogue::EntityKind;
use domain::import::Mode;

use crate::fetch::{FetchError, Manifest};
use crate::ptv::v11::GatheredTerms;
use crate::record::{Sink, Stopped};
use files::Files;
use list::List;

/// Which lists were read to their end.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Completeness {
    /// The kinds of which all was read that the scope has: what was not there is gone. A kind is
    /// not here when a file could not be read, a page is missing, or a record was refused that has
    /// no id to know it by. A record that was refused and has one ([`crate::Item::Refused`]'s
    /// problem names it) is not gone either.
    pub complete: BTreeSet<EntityKind>,
    /// The kinds of which a file could not be read or is missing, or a record was refused that has
    /// no id: whatever else says that all of it was read, is wrong.
    pub broken: BTreeSet<EntityKind>,
}

/// Why reading ended early.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The directory cannot be listed.
    #[error("{}: {source}", path.display())]
    Directory {
        /// The directory.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// The manifest is there and cannot be read.
    #[error(transparent)]
    Manifest(#[from] FetchError),
    /// The importer wants no more.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}

/// Reads all of a directory's records into the sink.
///
/// # Errors
/// When the directory cannot be read at all, or the sink wants no more.
pub fn read_directory(directory: &Path, sink: &mut dyn Sink) -> Result<Completeness, ReadError> {
    let manifest = Manifest::load(directory)?;
    let files = Files::find(directory)
        .map_err(|source| ReadError::Directory { path: directory.to_owned(), source })?;
    let (mut complete, mut broken) = (BTreeSet::new(), BTreeSet::new());
    let mut connections_within = false;
    let mut gathering = GatheredTerms::before(sink);
    for kind in EntityKind::ALL {
        let sink: &mut dyn Sink = match kind {
            EntityKind::OntologyTerm => gathering.sink(),
            _ => &mut gathering,
        };
        let mut list = List::new(kind, sink);
        for file in files.lists(kind) {
            list.read(file)?;
        }
        for file in files.archived(kind) {
            list.read_archived(file)?;
        }
        let end = list.end(manifest.as_ref())?;
        connections_within |= end.complete && end.holds_connections;
        if end.broken {
            broken.insert(kind);
        }
        if end.complete {
            complete.insert(kind);
        }
    }
    gathering.hand_over()?;
    // v11 has its connections within its services.
    if connections_within && manifest.is_none() && files.lists(EntityKind::Connection).is_empty() {
        complete.insert(EntityKind::Connection);
    }
    if broken.contains(&EntityKind::Service) {
        // The connections of what was not read were within, or hang on it.
        complete.remove(&EntityKind::Connection);
    }
    if manifest.is_some_and(|manifest| manifest.mode == Mode::Incremental) {
        complete.clear();
    }
    Ok(Completeness { complete, broken })
}

/// Whether a directory has any list at all: one that has none is likely another directory than was
/// meant.
pub(crate) fn has_lists(directory: &Path) -> io::Result<bool> {
    let files = Files::find(directory)?;
    Ok(EntityKind::ALL
        .into_iter()
        .any(|kind| !files.lists(kind).is_empty() || !files.archived(kind).is_empty()))
}

#[cfg(test)]
mod tests;
