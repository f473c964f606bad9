//! What the coordinator sees first: the points now and a week ago, what changed in the week, the mendings that are worth
//! most, and whose descriptions are stale.

use jiff::SignedDuration;
use store::quality::{self as rows, Changes};

use super::seen::{HISTORY, each_kept, scope};
use super::stale::{StaleOwner, stale_owners};
use super::{Point, Score};
use crate::coordinator::Coordinator;
use crate::reach::Mending;
use crate::{App, Error};

/// How long a week is.
const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);

/// What the coordinator sees first.
#[derive(Debug, Clone)]
pub struct Dashboard {
    /// Whether anything was counted yet; where not, the counts say nothing.
    pub is_counted: bool,
    /// The points as they are.
    pub score: Score,
    /// As they were a week ago; none where nothing had been checked by then.
    pub before: Option<Score>,
    /// What changed since.
    pub week: Changes,
    /// The mendings worth most.
    pub mendings: Vec<Mending>,
    /// How many of them are kept.
    pub mendings_total: usize,
    /// The organisations with stale descriptions, the oldest first.
    pub stale: Vec<StaleOwner>,
    /// How many there are.
    pub stale_total: usize,
}

/// What the coordinator of a county, by its code, or of all sees first, so many of each.
///
/// # Errors
/// When the database is not there.
pub async fn dashboard(
    app: &App,
    coordinator: &Coordinator,
    county: Option<&str>,
    most: usize,
) -> Result<Dashboard, Error> {
    let standing = app.standing();
    let (mendings, mendings_total) = mendings(app, coordinator, county, (0, most)).await?;
    let (stale, stale_total) = stale_owners(app, coordinator, county, (0, most)).await?;
    let history =
        rows::history(&mut app.database().begin().await?, &scope(county), HISTORY).await?;
    let week_ago = app.now().checked_sub(WEEK).unwrap_or_default();
    let before = history.iter().rev().find(|point: &&Point| point.at <= week_ago);
    let sum = standing.of(county);
    Ok(Dashboard {
        is_counted: standing.is_counted(),
        score: sum.score,
        before: before.map(|point| point.score),
        week: sum.week,
        mendings,
        mendings_total,
        stale,
        stale_total,
    })
}

/// How many findings there are in the descriptions of a county, or of all: the mendings worth most are of some of them.
#[must_use]
pub fn findings_total(app: &App, _: &Coordinator, county: Option<&str>) -> usize {
    let standing = app.standing();
    let findings: i64 = standing.of(county).rules.iter().map(|rule| rule.findings).sum();
    usize::try_from(findings).unwrap_or(0)
}

/// A page of the mendings worth most, of a county or of all, and how many are kept.
///
/// # Errors
/// When the database is not there.
pub async fn mendings(
    app: &App,
    _: &Coordinator,
    county: Option<&str>,
    (offset, limit): (usize, usize),
) -> Result<(Vec<Mending>, usize), Error> {
    let standing = app.standing();
    let all = &standing.of(county).mendings;
    let page = all.iter().skip(offset).take(limit);
    let (found, reaches): (Vec<_>, Vec<u64>) = page.cloned().unzip();
    let mut on = app.database().begin().await?;
    let found = each_kept(&mut on, found).await?.into_iter().zip(reaches);
    let mending = |(finding, reach)| Some(Mending { finding: finding?, reach });
    Ok((found.filter_map(mending).collect(), all.len()))
}
