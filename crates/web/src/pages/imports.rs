//! The operators' pages: what the imports did and what they met.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::catalogue::EntityKind;
use domain::import::{Counts, Outcome, Problem, Report};

use crate::address::{Address, encoded, page_number};
use crate::fault::Fault;
use crate::frame::Frame;
use crate::language::Reader;
use crate::texts::Texts;
use crate::view::paging::Paging;
use crate::view::text::moment;
use crate::{Site, render};

/// How many runs the list shows.
const RUNS_SHOWN: u32 = 100;
/// How many problems a page shows.
const PROBLEMS_SHOWN: usize = 50;

/// The list of runs.
#[derive(Template)]
#[template(path = "imports.html")]
struct ImportsPage {
    frame: Frame,
    runs: Vec<RunLine>,
}

/// A run in the list.
pub(crate) struct RunLine {
    pub(crate) href: String,
    pub(crate) started: String,
    pub(crate) feed: String,
    pub(crate) outcome: String,
    pub(crate) is_good: bool,
    read: u64,
    changes: u64,
    refused: u64,
}

/// One run's report.
#[derive(Template)]
#[template(path = "import.html")]
struct ImportPage {
    frame: Frame,
    imports: String,
    run: RunLine,
    mode: String,
    source: String,
    ended: Option<String>,
    kinds: Vec<(String, Counts)>,
    codes: Vec<CodeFilter>,
    chosen: Option<CodeFilter>,
    problems: Vec<ProblemLine>,
    /// How many problems fit the filter.
    total: usize,
    everything: String,
    paging: Paging,
}

/// A kind of problem with its count.
#[derive(Debug, Clone)]
struct CodeFilter {
    code: String,
    name: String,
    count: u64,
    href: String,
}

/// A problem as a row.
struct ProblemLine {
    severity: String,
    name: String,
    kind: String,
    id: String,
    field: String,
    location: String,
    found: String,
}

/// `GET /fi/yllapito/tuonnit`.
pub(crate) async fn list(
    State(site): State<Site>,
    Reader(language): Reader,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    site.admin(&headers)?;
    let reports = app::report::reports(&site.app, None, RUNS_SHOWN).await?;
    let frame = site.frame(language).around(Address::Imports);
    let runs = reports.iter().map(|report| RunLine::new(report, frame.t)).collect();
    Ok(render(&ImportsPage { frame, runs }))
}

/// `GET /fi/yllapito/tuonnit/{run}`.
pub(crate) async fn one(
    State(site): State<Site>,
    Reader(language): Reader,
    Path(run): Path<String>,
    headers: HeaderMap,
    Query(parameters): Query<BTreeMap<String, String>>,
) -> Result<Response, Fault> {
    site.admin(&headers)?;
    let report = app::report::report(&site.app, &run).await?;
    let frame = site.frame(language).around(Address::Import(run));
    let page = page_number(parameters.get("page").map_or("1", String::as_str));
    let code = parameters.get("code").map(String::as_str);
    Ok(render(&ImportPage::new(frame, &report, code, page)))
}

impl RunLine {
    pub(crate) fn new(report: &Report, t: Texts) -> Self {
        let sum = |pick: fn(&Counts) -> u64| report.kinds.values().map(pick).sum();
        Self {
            href: Address::Import(report.run.clone()).path(t.0),
            started: moment(report.started, t.0),
            feed: report.feed.clone(),
            outcome: named("outcome", &word(&report.outcome), t),
            is_good: matches!(report.outcome, Outcome::Complete | Outcome::Running),
            read: sum(|counts| counts.read),
            changes: sum(|counts| counts.new + counts.changed + counts.gone),
            refused: sum(|counts| counts.refused),
        }
    }

    /// How many entities came, changed or went.
    pub(crate) fn changes_count(&self) -> usize {
        usize::try_from(self.changes).unwrap_or(usize::MAX)
    }
}

impl ImportPage {
    fn new(frame: Frame, report: &Report, code: Option<&str>, page: usize) -> Self {
        let t = frame.t;
        let everything = Address::Import(report.run.clone()).path(t.0);
        let codes: Vec<CodeFilter> = report
            .problem_counts
            .iter()
            .map(|(known, count)| CodeFilter::new(&word(known), *count, &everything, t))
            .collect();
        let chosen = codes.iter().find(|filter| Some(filter.code.as_str()) == code).cloned();
        let fits =
            |problem: &&Problem| chosen.as_ref().is_none_or(|one| one.code == word(&problem.code));
        let fitting: Vec<&Problem> = report.problems.iter().filter(fits).collect();
        let total = fitting.len();
        let shown = fitting.into_iter().skip((page - 1) * PROBLEMS_SHOWN).take(PROBLEMS_SHOWN);
        Self {
            imports: Address::Imports.path(t.0),
            run: RunLine::new(report, t),
            mode: named("mode", &word(&report.mode), t),
            source: report.source.clone(),
            ended: report.ended.map(|instant| moment(instant, t.0)),
            kinds: kinds(report, t),
            problems: shown.map(|problem| ProblemLine::new(problem, t)).collect(),
            total,
            paging: Paging::new(total, PROBLEMS_SHOWN, page, |page| match &chosen {
                Some(filter) => format!("{}&page={page}", filter.href),
                None => format!("{everything}?page={page}"),
            }),
            codes,
            chosen,
            everything,
            frame,
        }
    }
}

/// The counts in the order of reading, under the kinds' names.
fn kinds(report: &Report, t: Texts) -> Vec<(String, Counts)> {
    let known = EntityKind::ALL.into_iter().filter_map(|kind| {
        Some((named("kind", kind.plural(), t), *report.kinds.get(kind.plural())?))
    });
    known.collect()
}

impl CodeFilter {
    fn new(code: &str, count: u64, path: &str, t: Texts) -> Self {
        Self {
            code: code.to_owned(),
            name: named("problem", code, t),
            count,
            href: format!("{path}?code={}", encoded(code)),
        }
    }
}

impl ProblemLine {
    fn new(problem: &Problem, t: Texts) -> Self {
        let words = |text: &Option<String>| text.clone().unwrap_or_default();
        Self {
            severity: named("severity", &word(&problem.severity), t),
            name: named("problem", &word(&problem.code), t),
            kind: problem.kind.map(|kind| named("kind", kind.plural(), t)).unwrap_or_default(),
            id: words(&problem.id),
            field: words(&problem.field),
            location: words(&problem.location),
            found: words(&problem.found),
        }
    }
}

/// An enumeration's word in our own documents.
fn word(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

/// The name of a word of an enumeration; the word itself where there is no name for it.
fn named(prefix: &str, word: &str, t: Texts) -> String {
    t.find(prefix, &word.replace('_', "-"))
        .map_or_else(|| word.to_owned(), std::borrow::Cow::into_owned)
}
