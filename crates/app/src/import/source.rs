//! Importing from a source: its pages are fetched into a folder of the feed's own, read, and the
//! folder is thrown away when they are in the catalogue.

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use domain::catalogue::{EntityId, EntityKind};
use domain::import::{Mode, Outcome, Problem, ProblemCode, Report, Scope, Severity};
use jiff::{SignedDuration, Timestamp};
use sources::directory::{self, ReadError};
use sources::fetch::{self, FetchError, FetchRequest, Fetched, Format, Manifest, Source};
use sources::progress::Progress;

use super::{Completeness, Options, Unread, run};
use crate::{App, Error};

/// What to import, and what the operator decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Whose descriptions.
    pub scope: Scope,
    /// How much of them.
    pub mode: Mode,
    /// Why more may go at once than the guard allows, where somebody decided so.
    pub accept_drop: Option<String>,
    /// The folder in which each feed's pages have a folder while they are fetched.
    pub pages: PathBuf,
}

/// An incremental read looks back a little further than the last good run: clocks differ.
const OVERLAP: SignedDuration = SignedDuration::from_hours(1);
/// How many known entities are looked at together.
const CHUNK: u32 = 10_000;

/// Fetches what the order wants, and imports it.
///
/// A fetch that was stopped goes on where it was when the same order comes again within a day.
///
/// # Errors
/// [`Error::Conflict`] while another import is under way; [`Error::Unavailable`] when the database
/// or the disk is. A source that gives nothing is no error: the report of a failed run says why.
pub async fn from_source(
    app: &App,
    source: &dyn Source,
    order: &Order,
    progress: &dyn Progress,
) -> Result<Report, Error> {
    let feed = order.scope.feed();
    let folder = order.pages.join(feed.replace(':', "-"));
    let request = request(app, order, &feed).await?;
    let mut options = Options {
        feed,
        // Without a good run to look back to, an incremental read is a full one.
        mode: if request.since.is_some() { Mode::Incremental } else { Mode::Full },
        source: source.name(),
        started: None,
        accept_drop: order.accept_drop.clone(),
        problems: Vec::new(),
    };
    let fetched = match source.fetch(&request, &folder, progress).await {
        Ok(fetched) => fetched,
        Err(FetchError::Source { problem }) => {
            return run(app, options, move |_| Err(Unread::Failed(problem))).await;
        }
        Err(error @ FetchError::Directory { .. }) => {
            return Err(Error::Unavailable(error.to_string()));
        }
    };
    let Fetched { directory, manifest, .. } = fetched;
    options.started = Some(manifest.started);
    options.problems.clone_from(&manifest.problems);
    options.problems.extend(unfinished(&manifest));
    let connections_read = connections_read(&manifest);
    let pages = directory.clone();
    let report = run(app, options, move |sink| read(&pages, connections_read, sink)).await?;
    if directory == folder && report.outcome != Outcome::Failed {
        fetch::discard(&folder).map_err(|error| {
            Error::Unavailable(format!(
                "the import is done; its pages must be removed before the next one: {error}"
            ))
        })?;
    }
    Ok(report)
}

/// What is wrong with pages of a fetch that did not come to its end and does not say why, as of one
/// that was killed: the changes since must be asked for again.
fn unfinished(manifest: &Manifest) -> Option<Problem> {
    let says_why = manifest.problems.iter().any(|problem| problem.severity == Severity::Failed);
    if manifest.format == Format::Saved || manifest.is_whole() || says_why {
        return None;
    }
    let problem = Problem::new(Severity::Failed, ProblemCode::ListIncomplete);
    Some(problem.read_from(manifest.host.clone()).found("the fetch did not come to its end"))
}

/// Reads the pages into the importer.
fn read(
    pages: &Path,
    connections_read: HashSet<EntityId>,
    sink: &mut dyn sources::Sink,
) -> Result<Completeness, Unread> {
    match directory::read_directory(pages, sink) {
        Ok(read) => {
            // The fetch had them all, but here they are not.
            let within = [EntityKind::Service, EntityKind::Connection];
            let lost = within.iter().any(|kind| read.broken.contains(kind));
            let connections_read = if lost { HashSet::new() } else { connections_read };
            Ok(Completeness { kinds: read.complete, connections_read })
        }
        Err(ReadError::Stopped(_)) => Err(Unread::Stopped),
        Err(error) => {
            let problem = Problem::new(Severity::Failed, ProblemCode::PageUnreadable)
                .read_from(pages.display().to_string())
                .found(&error.to_string());
            Err(Unread::Failed(Box::new(problem)))
        }
    }
}

fn connections_read(manifest: &Manifest) -> HashSet<EntityId> {
    manifest.connections_read.iter().filter_map(|id| EntityId::from_guid(id)).collect()
}

/// What the source is asked for.
async fn request(app: &App, order: &Order, feed: &str) -> Result<FetchRequest, Error> {
    let since = match order.mode {
        Mode::Full => None,
        Mode::Incremental => {
            last_good(app, feed).await?.and_then(|time| time.checked_sub(OVERLAP).ok())
        }
    };
    let known = if since.is_some() { members(app, feed).await? } else { BTreeSet::new() };
    Ok(FetchRequest {
        scope: order.scope.clone(),
        mode: order.mode,
        since,
        started: app.now(),
        known,
    })
}

/// When the last run of the feed that read all it wanted began.
async fn last_good(app: &App, feed: &str) -> Result<Option<Timestamp>, Error> {
    let mut reading = app.database().begin().await?;
    let report = store::import::last_complete(&mut reading, feed, None).await?;
    Ok(report.map(|report| report.started))
}

/// All that the feed has.
async fn members(app: &App, feed: &str) -> Result<BTreeSet<(EntityKind, EntityId)>, Error> {
    let mut reading = app.database().begin().await?;
    let mut members = BTreeSet::new();
    for kind in EntityKind::ALL {
        let mut after: Option<EntityId> = None;
        loop {
            let known =
                store::import::staging::known(&mut reading, kind, after.as_ref(), CHUNK).await?;
            let Some(last) = known.last() else { break };
            after = Some(last.id.clone());
            let offered = known.into_iter().filter(|entity| !entity.gone);
            members.extend(
                offered
                    .filter(|entity| entity.feeds.split(' ').any(|one| one == feed))
                    .map(|entity| (kind, entity.id)),
            );
        }
    }
    Ok(members)
}
