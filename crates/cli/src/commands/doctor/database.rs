//! The database and what it holds: its schema, the imports, and the search's index of it.

use std::collections::BTreeMap;

use app::index::SnapshotState;
use app::words::Words;
use app::{App, Database, SCHEMA};
use domain::import::{Outcome, Report};
use jiff::SignedDuration;

use super::Finding;
use crate::configuration::Configuration;
use crate::wiring;

/// A catalogue whose last good import is older than this is no longer what PTV says.
const STALE: SignedDuration = SignedDuration::from_hours(8 * 24);
/// How many reports are looked through.
const REPORTS: u32 = 200;

/// Looks at the database, as far as one comes.
pub(super) async fn examine(configuration: &Configuration, words: Option<Words>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Some(wrong) = schema(configuration).await {
        findings.push(wrong);
        return findings;
    }
    let database = match Database::open(&configuration.database).await {
        Ok(database) => database,
        Err(error) => {
            findings.push(unreachable(&error.to_string()));
            return findings;
        }
    };
    findings.push(match database.try_writing().await {
        Ok(()) => Finding::right(format!(
            "The database can be read and written; its schema is this program's, {SCHEMA}."
        )),
        Err(error) => Finding::wrong(
            format!("The database can be read, but not written: {error}."),
            "Give its file and folder to the user who runs the program; on PostgreSQL, the rights.",
        ),
    });
    if let Some(words) = words {
        let app = App::new(database.clone(), words);
        findings.extend(imports(&app).await);
        findings.push(snapshot(configuration, &app).await);
        findings.push(borders(&app).await);
    }
    database.close().await;
    findings
}

/// Whether maps have borders to draw.
async fn borders(app: &App) -> Finding {
    if let Err(error) = app::borders::refresh(app).await {
        return unreachable(&error.to_string());
    }
    match app.borders().len() {
        0 => Finding::note(
            "No borders of municipalities are loaded: maps are drawn of their centres.",
            "Take the division into municipalities from Statistics Finland or the National Land Survey, \
             and run tarjotin geo load FILE.",
        ),
        count => Finding::right(format!("Maps have the borders of {count} municipalities.")),
    }
}

fn unreachable(why: &str) -> Finding {
    Finding::wrong(
        format!("The database cannot be used: {why}."),
        "See that it runs and that the address in the configuration (database = …) is right.",
    )
}

/// What is wrong with the database's schema, if anything is.
async fn schema(configuration: &Configuration) -> Option<Finding> {
    if let Some(file) = wiring::database_file(configuration)
        && !file.exists()
    {
        return Some(Finding::wrong(
            format!("There is no database {} yet.", file.display()),
            "The first tarjotin import ptv or tarjotin serve makes it; or name the right file.",
        ));
    }
    match Database::look(&configuration.database).await {
        Ok(Some(schema)) if schema == SCHEMA => None,
        Ok(None) => Some(Finding::wrong(
            "The database is there, but empty.",
            "The first tarjotin import ptv or tarjotin serve makes its tables.",
        )),
        Ok(Some(schema)) if schema < SCHEMA => Some(Finding::wrong(
            format!("The database's schema is {schema}; this program's is {SCHEMA}."),
            "Back it up, then start serve: every start brings it up to date.",
        )),
        Ok(Some(schema)) => Some(Finding::wrong(
            format!("The database is of a newer program: its schema is {schema}, ours {SCHEMA}."),
            "Install that version of the program, or restore a backup from before it.",
        )),
        Err(error) => Some(unreachable(&error.to_string())),
    }
}

/// Of each feed, the last run and the last good one.
async fn imports(app: &App) -> Vec<Finding> {
    let reports = match app::report::reports(app, None, REPORTS).await {
        Ok(reports) => reports,
        Err(error) => return vec![unreachable(&error.to_string())],
    };
    if reports.is_empty() {
        return vec![Finding::wrong(
            "Nothing was ever imported: the tray is empty.",
            "Run tarjotin import ptv --county CODE, or name the county under [[imports]].",
        )];
    }
    let mut feeds: BTreeMap<&str, Vec<&Report>> = BTreeMap::new();
    for report in &reports {
        feeds.entry(&report.feed).or_default().push(report);
    }
    feeds.into_iter().map(|(feed, reports)| of_feed(app, feed, &reports)).collect()
}

/// What is to be said of a feed by its reports, the last first.
fn of_feed(app: &App, feed: &str, reports: &[&Report]) -> Finding {
    // The beginning of a run of saved pages is when they were saved.
    let at = |report: &Report| report.ended.unwrap_or(report.started);
    let time = |report: &Report| at(report).strftime("%Y-%m-%d %H:%M UTC").to_string();
    let good = reports.iter().find(|report| report.outcome == Outcome::Complete);
    let good_since = good.map_or("none in sight".to_owned(), |report| time(report));
    let last = reports[0];
    match last.outcome {
        Outcome::Failed => Finding::wrong(
            format!(
                "The last import of {feed} failed on {}; the last good one: {good_since}.",
                time(last)
            ),
            "See the report on the operators' pages, or run tarjotin import by hand.",
        ),
        Outcome::Partial => Finding::note(
            format!("The last import of {feed}, on {}, was partial.", time(last)),
            "What was read is in; the next run reads the rest. The report says what was missing.",
        ),
        Outcome::Running => Finding::note(
            format!("An import of {feed} is under way since {}.", time(last)),
            "If it was killed, the next import takes its place by itself.",
        ),
        Outcome::Complete if app.now().duration_since(at(last)) > STALE => Finding::wrong(
            format!("The last import of {feed} is old: {}.", time(last)),
            "Name the feed under [[imports]], or run tarjotin import by a timer.",
        ),
        Outcome::Complete => {
            Finding::right(format!("The last import of {feed} was complete: {}.", time(last)))
        }
    }
}

async fn snapshot(configuration: &Configuration, app: &App) -> Finding {
    let file = wiring::snapshot(configuration);
    let by_itself = "Nothing needs to be done: serve builds it anew as it starts.";
    match app::index::examine(app, &file).await {
        Ok(SnapshotState::Fits(services)) => Finding::right(format!(
            "The search's index {} fits the catalogue: {services} services.",
            file.display()
        )),
        Ok(SnapshotState::Missing) => Finding::note(
            format!("The search's index is not kept in {} yet.", file.display()),
            by_itself,
        ),
        Ok(SnapshotState::Foreign) => Finding::note(
            format!(
                "The search's index {} is of another program, dictionary or database.",
                file.display()
            ),
            by_itself,
        ),
        Ok(SnapshotState::Behind) => Finding::note(
            format!("The search's index {} is older than the catalogue.", file.display()),
            "Nothing needs to be done: serve follows the catalogue.",
        ),
        Ok(SnapshotState::Unusable(why)) => Finding::wrong(
            format!("The search's index {} cannot be used: {why}.", file.display()),
            "Delete the file, or give it to the user who runs the program; serve builds it anew.",
        ),
        Err(error) => unreachable(&error.to_string()),
    }
}
