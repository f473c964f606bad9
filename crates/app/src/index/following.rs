//! Following the catalogue while a program runs.
//!
//! What an import touched is in the index a moment later. Some changes reach services that the database
//! does not know of, and what words mean is learnt from all services only: the index is then built
//! whole, while the updated one serves and goes on following.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use search::Index;
use tokio::sync::Notify;
use tokio::task::{JoinError, JoinHandle};

use super::snapshot::is_current;
use super::update::{Awaited, SHARE, Updated, updated};
use super::{build, current, keep};
use crate::catalogue::Kept;
use crate::context::Published;
use crate::{App, Error};

/// How often a running program looks whether the catalogue has moved.
const LOOK: Duration = Duration::from_millis(100);
/// How long a program that serves beside an import has to bring the index's file up to it.
const LEAD: Duration = Duration::from_secs(4);
/// How long what counts the catalogue waits for the index.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long it waits after an error.
const AFTER_ERROR: Duration = Duration::from_secs(5);

/// Brings the index up to the catalogue and into the file, behind programs that have readers.
///
/// # Errors
/// When the database is not there, or a document cannot be read.
pub async fn refresh(app: &App, snapshot: &Path) -> Result<(), Error> {
    let mut following = Following { awaited: Awaited::ByNobody, ..Following::default() };
    let mut has_moved = false;
    while following.step(app).await? || following.end_building(app).await? {
        has_moved = true;
    }
    if has_moved {
        keep(app, snapshot).await;
    }
    Ok(())
}

/// Brings the index's file up to what was imported. Where there is a file, a program may be serving with it, which is to
/// have both processors then and keeps the file itself: only where none has done so in time it is done here.
///
/// # Errors
/// As [`refresh`] and [`open`](super::open).
pub async fn bring_up(app: &App, snapshot: &Path) -> Result<(), Error> {
    let until = Instant::now() + LEAD;
    while snapshot.exists() && Instant::now() < until {
        if is_current(app, snapshot).await? {
            return Ok(());
        }
        tokio::time::sleep(LOOK).await;
    }
    super::open(app, snapshot).await?;
    refresh(app, snapshot).await
}

/// Follows the catalogue for ever. The file is written beside that: no import waits for it.
pub async fn follow(app: App, snapshot: impl AsRef<Path> + Send) {
    let is_whole = Notify::new();
    let following = async {
        let mut following = Following::default();
        loop {
            match following.step(&app).await {
                // One that is to be built whole is not kept: a program that ends before would take it for
                // as good as it can be.
                Ok(true) if !following.is_owing() => is_whole.notify_one(),
                Ok(true) => {}
                Ok(false) => tokio::time::sleep(LOOK).await,
                Err(error) => {
                    tracing::warn!("the search index could not follow the catalogue: {error}");
                    tokio::time::sleep(AFTER_ERROR).await;
                }
            }
        }
    };
    let keeping = async {
        loop {
            is_whole.notified().await;
            keep(&app, snapshot.as_ref()).await;
        }
    };
    tokio::join!(following, keeping);
}

/// Waits while readers' index is behind the catalogue: what is counted of an import then does not take the processor from
/// what readers wait for. It ends in time also where the index stays behind.
pub async fn let_it_follow(app: &App) {
    let following = async {
        while current(app).await.is_ok_and(|generation| app.index().generation() < generation) {
            tokio::time::sleep(LOOK).await;
        }
    };
    if tokio::time::timeout(PATIENCE, following).await.is_err() {
        tracing::info!("the search index is still behind the catalogue: what counts it goes on");
    }
}

/// An index that is being built, or the error of that.
type Building = JoinHandle<Result<Index, Error>>;

/// How far the index is from one that is built whole.
#[derive(Debug, Default)]
struct Following {
    awaited: Awaited,
    /// How many services were touched by updates.
    touched: usize,
    /// Whether it is to be built whole.
    is_owed: bool,
    /// Whether no update leads to the catalogue as it is.
    is_behind: bool,
    building: Option<Building>,
}

impl Following {
    const fn is_owing(&self) -> bool {
        self.is_owed || self.is_behind || self.building.is_some()
    }

    /// Publishes the next index; tells whether there was one to publish.
    async fn step(&mut self, app: &App) -> Result<bool, Error> {
        if !self.is_behind && self.update(app).await? {
            return Ok(true);
        }
        if (self.is_owed || self.is_behind) && self.building.is_none() {
            (self.is_owed, self.touched) = (false, 0);
            let app = app.clone();
            self.building = Some(tokio::spawn(async move { build(&app).await }));
        }
        match self.building.take_if(|building| building.is_finished()) {
            Some(building) => self.take(app, building.await).await,
            None => Ok(false),
        }
    }

    /// Makes the next index of the last one, where that can be done.
    async fn update(&mut self, app: &App) -> Result<bool, Error> {
        let last = app.published();
        if current(app).await? == last.index.generation() {
            return Ok(false);
        }
        match updated(app, last, self.awaited).await {
            Ok(Some(Updated { published, touched, reaches_further })) => {
                let index = &published.index;
                self.touched += touched;
                self.is_owed |= reaches_further || self.touched > index.len() / SHARE;
                let generation = index.generation();
                app.publish(published);
                tracing::info!(generation, touched, "the search index follows the catalogue");
                return Ok(true);
            }
            Ok(None) => {}
            Err(error) => tracing::warn!("the search index is built whole: no update: {error}"),
        }
        self.is_behind = true;
        Ok(false)
    }

    /// Waits for the index that is being built, and publishes it; tells whether there was one.
    async fn end_building(&mut self, app: &App) -> Result<bool, Error> {
        match self.building.take() {
            Some(building) => self.take(app, building.await).await,
            None => Ok(false),
        }
    }

    /// Publishes an index that was built whole, brought up to what was imported meanwhile.
    async fn take(
        &mut self,
        app: &App,
        built: Result<Result<Index, Error>, JoinError>,
    ) -> Result<bool, Error> {
        // Until it is published it is owed.
        self.is_owed = true;
        let failed = |error: JoinError| Error::Internal(format!("building the index: {error}"));
        let built = Arc::new(built.map_err(failed)??);
        let readers = app.published();
        let built = Published { index: built, kept: Kept::default() };
        // What was imported while it was built may reach further than an update does: that is owed still.
        let (next, touched, is_owed) = if built.index.generation() < readers.index.generation() {
            match updated(app, Arc::new(built), self.awaited).await? {
                Some(update) => (update.published, update.touched, update.reaches_further),
                None => return Ok(false),
            }
        } else {
            (built, 0, false)
        };
        // What lists show is of the catalogue, however its index was made.
        let is_same = next.index.generation() == readers.index.generation();
        let kept = if is_same { readers.kept.clone() } else { next.kept };
        app.publish(Published { kept, ..next });
        (self.touched, self.is_owed, self.is_behind) = (touched, is_owed, false);
        Ok(true)
    }
}
