//! Fetching: a PTV Open API is asked, politely, and its pages are saved as they came.
//!
//! The pages are files of the names that [`crate::directory`] reads (`services-0001.json` …).
//! Beside them lie `index/` (pages that only told which records there are), `requests.jsonl` (what
//! was asked and which file has the answer) and `manifest.json` (which lists are complete, and what
//! went wrong). A fetch that was killed goes on where it stopped: what is on disk is not asked again.
//!
//! Nothing here reads a record; it only looks at the ids by which the next pages are found.

mod address;
mod areas;
mod client;
mod list;
mod manifest;
mod pages;
mod run;
mod saved;
mod scan;
mod v11;
mod v12;
mod waiting;

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use domain::catalogue::{EntityId, EntityKind};
use domain::import::{Mode, Problem, Scope};
use futures_util::future::BoxFuture;
use jiff::Timestamp;

use crate::progress::Progress;

pub use address::AddressError;
pub use client::{Client, ClientError};
pub use manifest::{Format, List, Manifest};
pub use saved::SavedPages;
pub use v11::PtvV11;
pub use v12::PtvV12;
pub use waiting::{Limits, RealWaiting, Waiting};

/// Where descriptions are had from.
pub trait Source: Send + Sync {
    /// The source's name in reports: a host or a directory.
    fn name(&self) -> String;

    /// Sees to it that `directory` holds the pages that the request wants.
    ///
    /// What cannot be had is a problem in the manifest, and its list is not complete: the future
    /// gives an error only when there is nothing at all to read. Dropping the future stops the
    /// fetch; calling again with the same request and directory goes on from there. The caller
    /// discards the directory that it gave ([`discard`]) once its pages are in the catalogue.
    fn fetch<'a>(
        &'a self,
        request: &'a FetchRequest,
        directory: &'a Path,
        progress: &'a dyn Progress,
    ) -> BoxFuture<'a, Result<Fetched, FetchError>>;
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FetchRequest {
    /// Whose descriptions.
    pub scope: Scope,
    /// How much of them.
    pub mode: Mode,
    /// For [`Mode::Incremental`]: what changed at this time or later (the start of the last good
    /// run, less an hour). Without it an incremental fetch is a full one.
    pub since: Option<Timestamp>,
    /// Now.
    pub started: Timestamp,
    /// For [`Mode::Incremental`]: all that the scope's feed has. Sources tell what changed in all of
    /// Finland; of that only these, and what changed services point to, are fetched.
    pub known: BTreeSet<(EntityKind, EntityId)>,
}

impl FetchRequest {
    /// Since when changes are wanted; none when all is.
    #[must_use]
    pub fn changed_since(&self) -> Option<Timestamp> {
        self.since.filter(|_| self.mode == Mode::Incremental)
    }
}

/// What a fetch ended with.
#[derive(Debug, Clone, PartialEq)]
pub struct Fetched {
    /// Where the pages are: the directory of the call, or for [`SavedPages`] its own.
    pub directory: PathBuf,
    /// What the directory holds, and what is wrong. For pages that somebody else saved it has no
    /// lists: the files themselves say what there is.
    pub manifest: Manifest,
    /// How many requests were sent, tries included.
    pub requests: u64,
}

/// Nothing could be fetched.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// The directory cannot be read or written.
    #[error("{}: {source}", path.display())]
    Directory {
        /// The file or directory.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// The source gave nothing at all.
    #[error("{}", said(problem))]
    Source {
        /// Why.
        problem: Box<Problem>,
    },
}

impl FetchError {
    pub(crate) fn directory(path: &Path, source: io::Error) -> Self {
        Self::Directory { path: path.to_owned(), source }
    }
}

fn said(problem: &Problem) -> String {
    let location = problem.location.as_deref().unwrap_or("the source");
    format!("{location}: {}", problem.found.as_deref().unwrap_or("no answer"))
}

/// Removes a directory of fetched pages, so that the next fetch into it begins anew.
///
/// # Errors
/// When the directory is there and cannot be removed.
pub fn discard(directory: &Path) -> Result<(), FetchError> {
    match std::fs::remove_dir_all(directory) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(FetchError::directory(directory, error))
        }
        _ => Ok(()),
    }
}

/// The name of the files that hold a kind's records.
fn files(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Service => "services",
        EntityKind::Channel => "service_channels",
        EntityKind::Organisation => "organizations",
        EntityKind::GeneralDescription => "general_descriptions",
        EntityKind::Collection => "service_collections",
        EntityKind::Connection => "connections",
        EntityKind::OntologyTerm => "ontology_terms",
    }
}
