//! The imports that `serve` does by itself.

use std::time::Duration;

use anyhow::bail;
use app::App;
use app::import::Order;
use app::schedule::{Schedule, finnish_time};
use domain::catalogue::Weekday;
use domain::import::{Mode, Outcome, Scope};
use jiff::{SignedDuration, Timestamp};

use crate::commands::import::{scope_of_county, scope_of_municipality, scope_of_organisation};
use crate::configuration::{Configuration, ScheduledImport};
use crate::wiring;

/// How often it is looked whether something is due.
const LOOK: Duration = Duration::from_mins(1);
/// How long a feed rests after a run that was not complete.
const REST: SignedDuration = SignedDuration::from_hours(1);

/// One feed that is read by itself.
pub struct Feed {
    scope: Scope,
    schedule: Schedule,
    rest_until: Timestamp,
}

impl TryFrom<&ScheduledImport> for Feed {
    type Error = anyhow::Error;

    fn try_from(import: &ScheduledImport) -> Result<Self, Self::Error> {
        let scope = match (&import.county, &import.municipality, &import.organisation, import.all) {
            (Some(code), None, None, false) => scope_of_county(code)?,
            (None, Some(code), None, false) => scope_of_municipality(code)?,
            (None, None, Some(id), false) => scope_of_organisation(id)?,
            (None, None, None, true) => Scope::All,
            _ => bail!(
                "each of [[imports]] names one of county, municipality, organisation, all = true"
            ),
        };
        let Some(full_on) = Weekday::from_name(&import.weekly) else {
            bail!(
                "weekly = {:?} under [[imports]] is no day: write sunday, monday …",
                import.weekly
            );
        };
        let schedule = Schedule { time: import.daily, full_on };
        Ok(Self { scope, schedule, rest_until: Timestamp::MIN })
    }
}

/// The feeds of the configuration.
///
/// # Errors
/// When one names nothing that exists, or PTV cannot be asked with what the configuration has.
pub fn feeds(configuration: &Configuration) -> anyhow::Result<Vec<Feed>> {
    if !configuration.imports.is_empty() {
        wiring::ptv(&configuration.ptv)?;
    }
    configuration.imports.iter().map(Feed::try_from).collect()
}

/// Imports what is due, for as long as the process lives.
pub async fn run(app: App, configuration: Configuration, mut feeds: Vec<Feed>) {
    while !feeds.is_empty() {
        for feed in &mut feeds {
            if let Err(error) = import_if_due(&app, &configuration, feed).await {
                tracing::error!(feed = feed.scope.feed(), "the import did not run: {error:#}");
                feed.rest_until = app.now().checked_add(REST).unwrap_or(Timestamp::MAX);
            }
        }
        tokio::time::sleep(LOOK).await;
    }
}

async fn import_if_due(
    app: &App,
    configuration: &Configuration,
    feed: &mut Feed,
) -> anyhow::Result<()> {
    let now = app.now();
    let last = app::schedule::last_runs(app, &feed.scope.feed()).await?;
    let due = feed.schedule.due(last, &finnish_time(now));
    let Some(mode) = due.filter(|_| feed.rest_until <= now) else { return Ok(()) };
    let order = order(configuration, feed, mode);
    let source = wiring::ptv(&configuration.ptv)?;
    app::import::wait_for_place(app, |_| tracing::info!("waiting for another import's place"))
        .await?;
    let silent = app::sources::Silent;
    let report = app::import::from_source(app, source.as_ref(), &order, &silent).await?;
    tracing::info!(feed = report.feed, outcome = ?report.outcome, run = report.run, "imported");
    if report.outcome != Outcome::Complete {
        feed.rest_until = app.now().checked_add(REST)?;
    }
    Ok(())
}

fn order(configuration: &Configuration, feed: &Feed, mode: Mode) -> Order {
    Order {
        scope: feed.scope.clone(),
        mode,
        accept_drop: None,
        pages: wiring::pages(configuration),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feeds_of(text: &str) -> anyhow::Result<Vec<Feed>> {
        let configuration: Configuration = toml::from_str(&format!("ptv.version = 'v11'\n{text}"))?;
        feeds(&configuration)
    }

    #[test]
    fn a_feed_names_exactly_one_place() {
        assert_eq!(feeds_of("[[imports]]\ncounty = '05'").unwrap().len(), 1);
        assert!(feeds_of("[[imports]]\ncounty = '05'\nall = true").is_err());
        assert!(feeds_of("[[imports]]\ndaily = '04:00:00'").is_err());
    }

    #[test]
    fn a_day_that_is_none_is_refused_by_its_name() {
        let refusal = feeds_of("[[imports]]\nall = true\nweekly = 'caturday'").err().unwrap();
        assert!(refusal.to_string().contains("caturday"), "{refusal}");
    }
}
