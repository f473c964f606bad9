//! Coverage: which wellbeing services are offered where, by whom and in which languages, today and at any time
//! since the first import, beside the county's goals, the neighbours' offer and what people asked for.
//!
//! The rows that are counted are worked out from the catalogue's history ([`refresh`]) once for each generation,
//! by whichever node comes first. Each node keeps what it counted ([`Coverage`]) until the next generation, so that
//! a page adds up and asks nothing.

mod corners;
mod demand;
mod derive;
mod lines;
mod table;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use domain::catalogue::EntityId;
use domain::coverage::{Counts, Growth};
use jiff::Timestamp;
use store::coverage as rows;
use store::coverage::State;

pub use corners::{Corner, corners};
pub use demand::{DemandSource, demand};
pub use domain::coverage as values;
pub use lines::{Line, csv, lines};
pub use store::coverage::{Asked, Listed};
pub use table::{
    Cell, Compared, Extent, Neighbour, Row, Table, breakdown, by_month, cell, neighbours, table,
};

use crate::index::let_it_follow;
use crate::{App, Error, background};

/// How often a running program looks whether the catalogue has moved.
const LOOK: Duration = Duration::from_millis(500);
/// How often it is tried again when another node was quicker.
const TRIES: usize = 5;

/// What was counted of one generation of the catalogue.
#[derive(Debug, Default)]
pub struct Coverage {
    state: State,
    growth: Growth,
    now: Counts,
    /// Counts of other times that were asked for: the first import's and the baseline's of each county.
    earlier: Mutex<HashMap<Timestamp, Arc<Counts>>>,
}

impl Coverage {
    fn new(state: State, growth: Growth) -> Self {
        let now = growth.counts_at(Timestamp::MAX);
        Self { state, growth, now, earlier: Mutex::default() }
    }

    /// The generation of the catalogue that was counted; 0 when none was yet.
    #[must_use]
    pub const fn generation(&self) -> i64 {
        self.state.generation
    }

    /// The counts of today.
    #[must_use]
    pub const fn now(&self) -> &Counts {
        &self.now
    }

    /// How the counts grew.
    #[must_use]
    pub const fn growth(&self) -> &Growth {
        &self.growth
    }

    /// The counts as they were at a time.
    #[must_use]
    pub fn at(&self, time: Timestamp) -> Arc<Counts> {
        let mut earlier = self.earlier.lock().unwrap_or_else(PoisonError::into_inner);
        let counts = earlier.entry(time).or_insert_with(|| Arc::new(self.growth.counts_at(time)));
        Arc::clone(counts)
    }
}

/// Brings the rows up to the catalogue's generation, and gives readers what is counted of them.
///
/// # Errors
/// When the database is not there, or a document in it cannot be read.
pub async fn refresh(app: &App) -> Result<(), Error> {
    for _ in 0..TRIES {
        let mut reading = app.database().begin().await?;
        let state = rows::state(&mut reading).await?;
        let generation = store::catalogue::generation(&mut reading).await?;
        let known = app.coverage();
        if state.generation == generation && state == known.state {
            return Ok(());
        }
        let around = derive::Around::load(&mut reading).await?;
        let to = State { generation, print: around.print() };
        if state == to {
            return load(app, reading, to).await;
        }
        let work = derive::Work::new(&mut reading, &state, &to, &around).await?;
        let supplies = work.supplies(reading, around).await?;
        let is_ours: Result<bool, Error> = app
            .database()
            .write(move |on| {
                Box::pin(async move {
                    if !rows::advance(on, &state, &to).await? {
                        return Ok(false);
                    }
                    if work.is_all {
                        rows::clear(on).await?;
                    } else {
                        for (service, _) in &supplies {
                            rows::delete(on, service).await?;
                        }
                    }
                    rows::insert(on, &supplies).await?;
                    Ok(true)
                })
            })
            .await;
        is_ours?;
    }
    Err(Error::Unavailable("other nodes keep counting the coverage; try again".into()))
}

async fn load(app: &App, mut reading: store::Transaction, state: State) -> Result<(), Error> {
    let steps = rows::steps(&mut reading).await?;
    drop(reading);
    let counted = background::run(move || Coverage::new(state, Growth::new(steps))).await?;
    app.publish_coverage(counted);
    Ok(())
}

/// Follows the catalogue for ever.
pub async fn follow(app: App) {
    loop {
        let_it_follow(&app).await;
        if let Err(error) = refresh(&app).await {
            tracing::warn!("the coverage could not follow the catalogue: {error}");
        }
        tokio::time::sleep(LOOK).await;
    }
}

/// The services behind a count of today, in order of id, so many after one.
///
/// # Errors
/// When the database is not there.
pub async fn services(
    app: &App,
    asked: Asked<'_>,
    after: Option<&EntityId>,
    limit: u32,
) -> Result<Vec<Listed>, Error> {
    Ok(rows::services(&mut app.database().begin().await?, asked, after, limit).await?)
}
