//! Importing: what was read becomes the catalogue's next generation, or nothing does.
//!
//! Reading and judging go on in a thread of their own ([`taker`]); what must be written comes over
//! in batches and is staged, where no reader sees it. At the end it is decided what goes
//! ([`absent`]), and one transaction publishes. A run that is killed leaves staged rows, which the
//! next run of the feed finds again by their prints.

mod absent;
mod batch;
mod feeds;
mod finish;
mod memory;
mod place;
mod references;
mod source;
mod taker;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::convert::Infallible;

use domain::catalogue::{EntityId, EntityKind};
use domain::import::{Mode, Outcome, Problem, ProblemCode, Report, Severity};
use jiff::{SignedDuration, Timestamp};
use sources::{Sink, Stopped};
use store::import::staging::{Run, discard_other_feeds};
use store::{Database, Transaction};
use tokio::sync::mpsc;

use self::batch::{Batch, Outbox};
use self::memory::Memory;
pub use self::place::wait_for_place;
pub use self::source::{Order, from_source};
use self::taker::Taker;
use crate::{App, Error, background};

/// What is imported, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The feed ([`domain::import::Scope::feed`]), e.g. `ptv:county:02`.
    pub feed: String,
    /// How much of it was asked for.
    pub mode: Mode,
    /// Where it was read: a directory's or a host's name.
    pub source: String,
    /// When the source was first asked, where that was before now: the next incremental read looks
    /// from here, so that nothing that changed during a long fetch is missed.
    pub started: Option<Timestamp>,
    /// Why more may go at once than the guard allows, where somebody decided so.
    pub accept_drop: Option<String>,
    /// What was wrong before the reading began. A record that is refused by kind and id was named
    /// by the source and not given: what the catalogue has of it stays.
    pub problems: Vec<Problem>,
}

/// How whole a reading was.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Completeness {
    /// The kinds of which all was read: what a full reading did not meet is gone from the feed.
    pub kinds: BTreeSet<EntityKind>,
    /// The services whose connections were all read, in a full or an incremental reading: a
    /// connection of theirs that was not met is gone from the feed.
    pub connections_read: HashSet<EntityId>,
}

/// Why nothing more was read.
#[derive(Debug, Clone, PartialEq)]
pub enum Unread {
    /// The import wanted no more.
    Stopped,
    /// The source cannot be read at all: nothing is published.
    Failed(Box<Problem>),
}

impl From<Stopped> for Unread {
    fn from(_: Stopped) -> Self {
        Self::Stopped
    }
}

/// How long the lease holds when nobody renews it: so long nobody else can import after a kill.
const LEASE: SignedDuration = SignedDuration::from_secs(10);
/// How often it is renewed.
const RENEWAL: std::time::Duration = std::time::Duration::from_secs(3);
/// How many batches may wait for the writer.
const WAITING: usize = 4;

/// Imports what `read` gives. It runs on a thread of its own and may block.
///
/// The report tells how it ended, also where nothing was published. Dropping the future stops the
/// import; what readers see is then as it was.
///
/// # Errors
/// [`Error::Conflict`] while another import is under way; [`Error::Unavailable`] when the database
/// is.
pub async fn run<R>(app: &App, options: Options, read: R) -> Result<Report, Error>
where
    R: FnOnce(&mut dyn Sink) -> Result<Completeness, Unread> + Send + 'static,
{
    let report = new_report(app, &options);
    begin(app, &report).await.map_err(as_it_was)?;
    let run = Run {
        id: report.run.clone(),
        feed: report.feed.clone(),
        source: report.feed.split(':').next().unwrap_or_default().to_owned(),
        started: report.started,
    };
    let work = Box::pin(import(app, &options, &run, report.clone(), read));
    let ended = tokio::select! {
        ended = work => ended,
        never = keep_lease(app, &run.id) => match never {},
    };
    if ended.is_err() {
        // Best effort: when the database is away, the next run ends this one's row as failed.
        let failed = Report { outcome: Outcome::Failed, ended: Some(app.now()), ..report };
        let _unreachable = end(app.database(), failed).await;
    }
    ended.map_err(as_it_was)
}

/// Says of a database that cannot be written what has become of the catalogue.
fn as_it_was(error: Error) -> Error {
    match error {
        Error::Unavailable(why) => Error::Unavailable(format!(
            "the import did not come to its end, and the catalogue is as it was: {why}"
        )),
        other => other,
    }
}

fn new_report(app: &App, options: &Options) -> Report {
    Report {
        run: app.new_id(),
        feed: options.feed.clone(),
        source: options.source.clone(),
        mode: options.mode,
        outcome: Outcome::Running,
        started: options.started.unwrap_or_else(|| app.now()),
        ended: None,
        generation: None,
        accepted_drop: options.accept_drop.clone(),
        kinds: EntityKind::ALL
            .into_iter()
            .map(|kind| (kind.plural().to_owned(), domain::import::Counts::default()))
            .collect(),
        problem_counts: BTreeMap::new(),
        problems: Vec::new(),
    }
}

/// Takes the lease and adds the run.
async fn begin(app: &App, report: &Report) -> Result<(), Error> {
    let (now, report) = (app.now(), report.clone());
    app.database()
        .write(move |transaction| {
            Box::pin(async move {
                let until = after(now, LEASE);
                match store::import::take_lease(transaction, &report.run, now, until).await? {
                    Ok(()) => Ok(store::import::insert(transaction, &report).await?),
                    Err(lease) => Err(Error::Conflict(format!(
                        "another import is under way (run {}); when it was killed, its place is \
                         free again at {}",
                        lease.holder, lease.until
                    ))),
                }
            })
        })
        .await
}

fn after(now: Timestamp, duration: SignedDuration) -> Timestamp {
    now.checked_add(duration).unwrap_or(Timestamp::MAX)
}

/// Renews the lease while nothing is written. That it is lost is for the next write to find out,
/// which renews it in its own transaction: a word from here could come after the run's own end.
async fn keep_lease(app: &App, holder: &str) -> Infallible {
    loop {
        tokio::time::sleep(RENEWAL).await;
        let (run, until) = (holder.to_owned(), after(app.now(), LEASE));
        let renewed: Result<(), Error> = app
            .database()
            .write(move |transaction| {
                Box::pin(async move { renew(transaction, &run, until).await })
            })
            .await;
        if let Err(error) = renewed {
            tracing::warn!("the import's place could not be kept: {error}");
        }
    }
}

/// Renews the lease in a transaction that needs it.
async fn renew(transaction: &mut Transaction, holder: &str, until: Timestamp) -> Result<(), Error> {
    if store::import::renew_lease(transaction, holder, until).await? {
        Ok(())
    } else {
        Err(Error::Conflict("another import took this one's place".to_owned()))
    }
}

async fn import<R>(
    app: &App,
    options: &Options,
    run: &Run,
    report: Report,
    read: R,
) -> Result<Report, Error>
where
    R: FnOnce(&mut dyn Sink) -> Result<Completeness, Unread> + Send + 'static,
{
    let database = app.database();
    let feed = run.feed.clone();
    let discarded: Result<(), store::Error> = database
        .write(move |transaction| {
            Box::pin(async move { discard_other_feeds(transaction, &feed).await })
        })
        .await;
    discarded?;
    let memory = Memory::load(database, &run.feed).await?;
    let (sender, receiver) = mpsc::channel(WAITING);
    let mut taker = Taker::new(memory, report, Outbox::new(sender));
    options.problems.iter().cloned().for_each(|problem| taker.note(problem));
    let reading = tokio::spawn(background::run(move || {
        let mut read = read(&mut taker);
        if taker.outbox.send().is_err() {
            read = Err(Unread::Stopped);
        }
        (taker.into_taken(), read)
    }));
    write_batches(app, run, receiver).await?;
    let (all, read) = reading
        .await
        .map_err(|error| Error::Internal(format!("the reading ended of a fault: {error}")))??;
    match read {
        Ok(completeness) => finish::publish(app, options, run, all, &completeness).await,
        Err(unread) => {
            let mut report = all.report;
            report.add(match unread {
                Unread::Failed(problem) => *problem,
                Unread::Stopped => Problem::new(Severity::Failed, ProblemCode::SourceFailed)
                    .found("the reading was stopped"),
            });
            report.outcome = Outcome::Failed;
            report.ended = Some(app.now());
            end(database, report.clone()).await?;
            Ok(report)
        }
    }
}

async fn write_batches(
    app: &App,
    run: &Run,
    mut receiver: mpsc::Receiver<Batch>,
) -> Result<(), Error> {
    while let Some(batch) = receiver.recv().await {
        batch.write(app.database(), run, after(app.now(), LEASE)).await?;
    }
    Ok(())
}

/// Keeps the report of a run that published nothing, and gives the lease back.
async fn end(database: &Database, report: Report) -> Result<(), store::Error> {
    database
        .write(move |transaction| {
            Box::pin(async move {
                store::import::update(transaction, &report).await?;
                store::import::release_lease(transaction, &report.run).await?;
                Ok(())
            })
        })
        .await
}
