//! Following the catalogue while a program runs.
//!
//! What an import touched is in the index a moment later. Some changes reach services that the database
//! does not know of, and what words mean is learnt from all services only: the index is then built
//! whole afterwards, while the updated one serves.

use std::path::Path;
use std::time::Duration;

use tokio::sync::Notify;

use super::update::{SHARE, Updated, updated};
use super::{build, current, keep};
use crate::{App, Error};

/// How often a running program looks whether the catalogue has moved.
const LOOK: Duration = Duration::from_millis(100);

/// Brings the index up to the catalogue, for readers and into the file.
///
/// # Errors
/// When the database is not there, or a document cannot be read.
pub async fn refresh(app: &App, snapshot: &Path) -> Result<(), Error> {
    let mut following = Following::default();
    let mut has_moved = false;
    while following.step(app).await? {
        has_moved = true;
    }
    if has_moved {
        keep(app, snapshot).await;
    }
    Ok(())
}

/// Follows the catalogue for ever. The file is written beside that: no import waits for it.
pub async fn follow(app: App, snapshot: impl AsRef<Path> + Send) {
    let published = Notify::new();
    let following = async {
        let mut following = Following::default();
        loop {
            match following.step(&app).await {
                Ok(true) => published.notify_one(),
                Ok(false) => tokio::time::sleep(LOOK).await,
                Err(error) => {
                    tracing::warn!("the search index could not follow the catalogue: {error}");
                    tokio::time::sleep(LOOK).await;
                }
            }
        }
    };
    let keeping = async {
        loop {
            published.notified().await;
            keep(&app, snapshot.as_ref()).await;
        }
    };
    tokio::join!(following, keeping);
}

/// How far the index is from one that is built whole.
#[derive(Debug, Default)]
struct Following {
    /// How many services were touched by updates.
    touched: usize,
    /// Whether it is to be built whole when nothing is to be followed.
    is_owed: bool,
}

impl Following {
    /// Publishes the next index; tells whether there was one to publish.
    async fn step(&mut self, app: &App) -> Result<bool, Error> {
        let last = app.published();
        if current(app).await? != last.index.generation() {
            if let Some(update) = updated(app, last).await? {
                let Updated { published, touched, reaches_further } = update;
                self.touched += touched;
                let index = &published.index;
                self.is_owed |= reaches_further || self.touched > index.len() / SHARE;
                let generation = index.generation();
                app.publish(published);
                tracing::info!(generation, touched, "the search index follows the catalogue");
                return Ok(true);
            }
            self.is_owed = true;
        }
        if self.is_owed {
            app.publish_index(build(app).await?);
            *self = Self::default();
            return Ok(true);
        }
        Ok(false)
    }
}
