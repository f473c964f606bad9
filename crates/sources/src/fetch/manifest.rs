//! What a directory of pages holds.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use domain::catalogue::EntityKind;
use domain::import::{Mode, Problem, Severity};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{FetchError, FetchRequest};

/// The form of the records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// PTV Open API v11.
    V11,
    /// PTV Open API v12.
    V12,
    /// Saved by somebody else; the files say which.
    Saved,
}

/// How far a list is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    /// Whether all that the request wants of it is there.
    pub complete: bool,
    /// How many files of it there are.
    pub pages: u64,
    /// How many records the source says or turned out to have, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<u64>,
}

/// `manifest.json`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// The form of the records.
    pub format: Format,
    /// The source's host.
    pub host: String,
    /// The feed, e.g. `ptv:county:02`.
    pub feed: String,
    /// How much of it.
    pub mode: Mode,
    /// What changed since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
    /// When the fetch first began; a fetch that goes on after a kill keeps it. The next incremental
    /// fetch looks from here.
    pub started: Timestamp,
    /// Whether the fetch came to its end, with or without problems.
    pub ended: bool,
    /// The lists by [`EntityKind::plural`].
    pub lists: BTreeMap<String, List>,
    /// The services whose connections were all read. In an incremental import, a connection of one
    /// of these that was not read is gone.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub connections_read: BTreeSet<String>,
    /// What went wrong.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<Problem>,
}

impl Manifest {
    /// The file's name.
    pub const FILE: &str = "manifest.json";
    /// Pages older than this are not gone on with.
    const LIFE: SignedDuration = SignedDuration::from_hours(24);

    /// The manifest of a fetch that begins.
    #[must_use]
    pub fn new(format: Format, host: String, request: &FetchRequest) -> Self {
        let since = request.changed_since();
        Self {
            format,
            host,
            feed: request.scope.feed(),
            // Changes since no time at all are everything.
            mode: if since.is_some() { Mode::Incremental } else { Mode::Full },
            since,
            started: request.started,
            ended: false,
            lists: BTreeMap::new(),
            connections_read: BTreeSet::new(),
            problems: Vec::new(),
        }
    }

    /// Reads the manifest of a directory; none when it has none.
    ///
    /// # Errors
    /// When the file is there and cannot be read, or is no manifest: without it nobody knows whether
    /// the pages are all, or only what changed.
    pub fn load(directory: &Path) -> Result<Option<Self>, FetchError> {
        let path = directory.join(Self::FILE);
        match fs::read(&path) {
            Ok(bytes) => serde_json::from_slice(&bytes)
                .map(Some)
                .map_err(|error| FetchError::directory(&path, error.into())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(FetchError::directory(&path, error)),
        }
    }

    /// Whether all of a kind is there, so that what is not there is gone.
    #[must_use]
    pub fn is_complete(&self, kind: EntityKind) -> bool {
        self.lists.get(kind.plural()).is_some_and(|list| list.complete)
    }

    /// Whether all that the request wants is there: every list is complete and nothing failed.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.ended
            && self.lists.values().all(|list| list.complete)
            && self.problems.iter().all(|problem| problem.severity != Severity::Failed)
    }

    /// Whether a fetch that begins now as `fresh` may go on with the pages of this one.
    pub(crate) fn goes_on_as(&self, fresh: &Self) -> bool {
        let same = self.format == fresh.format
            && self.host == fresh.host
            && self.feed == fresh.feed
            && self.mode == fresh.mode
            && self.since == fresh.since;
        let age = fresh.started.duration_since(self.started);
        same && !age.is_negative() && age <= Self::LIFE
    }
}
