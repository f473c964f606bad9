//! Counting visits by campaigns' addresses: in memory first, and on disk in groups, so that a campaign
//! that goes well costs one small write in a while and not one a visit.
//!
//! What is counted and not yet written is lost when the process is killed: at most [`PAUSE`] of visits.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use domain::campaign::Campaigns;
use jiff::ToSpan;
use jiff::civil::Date;
use store::campaign as rows;

pub use store::campaign::Visits;

use crate::schedule::finnish_time;
use crate::{App, Error};

/// How long visits wait to be written.
pub const PAUSE: Duration = Duration::from_secs(15);
/// How long they are kept, in days: two years, to compare one with the other.
const KEPT: i32 = 2 * 366;

/// The campaigns, and the visits that wait. Cheap to clone; clones share both.
#[derive(Debug, Clone, Default)]
pub struct Counter {
    campaigns: Arc<Campaigns>,
    waiting: Arc<Mutex<BTreeMap<(String, Date), i64>>>,
}

impl Counter {
    /// Counts for these campaigns.
    #[must_use]
    pub fn new(campaigns: Campaigns) -> Self {
        Self { campaigns: Arc::new(campaigns), waiting: Arc::default() }
    }

    /// Where a code leads, if it is one.
    #[must_use]
    pub fn target(&self, code: &str) -> Option<&str> {
        self.campaigns.find(code).map(|(_, target)| target)
    }

    /// Counts a visit of today; of codes that are none, nothing, so that nobody fills the table.
    pub fn count(&self, app: &App, code: &str) {
        let Some((code, _)) = self.campaigns.find(code) else { return };
        let today = finnish_time(app.now()).date();
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        *waiting.entry((code.to_owned(), today)).or_default() += 1;
    }

    /// Writes what waits. What could not be written waits on.
    pub async fn write(&self, app: &App) -> Result<(), Error> {
        let taken =
            std::mem::take(&mut *self.waiting.lock().unwrap_or_else(PoisonError::into_inner));
        if taken.is_empty() {
            return Ok(());
        }
        let visits: Vec<Visits> = taken
            .iter()
            .map(|((code, day), count)| Visits { code: code.clone(), day: *day, count: *count })
            .collect();
        let oldest = finnish_time(app.now()).date().checked_sub(KEPT.days()).unwrap_or(Date::MIN);
        let written: Result<(), Error> = app
            .database()
            .write(move |on| {
                Box::pin(async move {
                    rows::forget(on, oldest).await?;
                    for one in &visits {
                        rows::add(on, one).await?;
                    }
                    Ok(())
                })
            })
            .await;
        if written.is_err() {
            let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
            for (key, count) in taken {
                *waiting.entry(key).or_default() += count;
            }
        }
        written
    }

    /// Writes again and again, for as long as it is let.
    pub async fn follow(self, app: App) {
        loop {
            tokio::time::sleep(PAUSE).await;
            if let Err(error) = self.write(&app).await {
                tracing::warn!("visits of campaigns wait to be written: {error}");
            }
        }
    }
}

/// The visits of the last days, today included, by code and day.
pub async fn visits(app: &App, days: u16) -> Result<Vec<Visits>, Error> {
    let today = finnish_time(app.now()).date();
    let from = today.checked_sub((i32::from(days.max(1)) - 1).days()).unwrap_or(Date::MIN);
    Ok(rows::list(&mut app.database().begin().await?, from).await?)
}
