//! Quality: the points of the county and how they came about, its organisations by points, and the files of both.

pub(super) mod description;
pub(super) mod findings;
pub(super) mod sheets;

use std::borrow::Cow;

use app::quality::{Counted, Overview, Point, Score, explanation, is_counted, overview, rule};
use app::sheet::Sheet;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::Language;
use domain::catalogue::EntityId;
use jiff::Timestamp;

use super::{SignedIn, StaffFrame, StaffPage};
use crate::address::{Address, FindingsAddress, SearchAddress, Word};
use crate::fault::Fault;
use crate::frame::Frame;
use crate::language::Reader;
use crate::texts::Texts;
use crate::view::line_chart::LineChart;
use crate::view::paging::Paging;
use crate::view::text::{Text, date, finnish_date, tenths};
use crate::{Site, render};

/// How many organisations a page has.
const PAGE_SIZE: u32 = 50;
/// How many rows of a history the page itself has; the file has all.
const HISTORY_SHOWN: usize = 12;
/// The most rows of a file.
const FILE_ROWS: u32 = 50_000;

/// The page.
#[derive(Template)]
#[template(path = "staff/quality.html")]
struct QualityPage {
    frame: Frame,
    staff: StaffFrame,
    /// Whether nothing was counted yet.
    is_uncounted: bool,
    points: Points,
    rules: Vec<RuleRow>,
    organisations: Vec<ScoreRow>,
    municipalities: Vec<ScoreRow>,
    total: usize,
    paging: Paging,
    all_findings: String,
    explanation: &'static str,
    files: Vec<File>,
}

/// Points and how they changed.
struct Points {
    /// The points, or that there are none.
    score: Option<String>,
    facts: Vec<String>,
    chart: Option<LineChart>,
    history: Vec<[String; 4]>,
    files: Vec<File>,
}

/// A file to take along.
pub(super) struct File {
    pub(super) name: Cow<'static, str>,
    pub(super) href: String,
}

/// A rule, and how much it found.
struct RuleRow {
    id: &'static str,
    name: &'static str,
    severity: Cow<'static, str>,
    findings: i64,
    descriptions: i64,
    organisations: i64,
    href: String,
    is_chosen: bool,
}

/// The points of an organisation or a municipality.
struct ScoreRow {
    name: Text,
    href: Option<String>,
    score: String,
    descriptions: i64,
    errors: i64,
    warnings: i64,
}

/// `GET /fi/koordinaattori/laatu`.
pub(super) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Query(parameters): Query<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let page = SearchAddress::read(&parameters).page;
    let address = Address::Quality(page);
    let (frame, staff) =
        StaffFrame::new(&site, language, &coordinator, StaffPage::Quality, address);
    let offset = u32::try_from(page - 1).unwrap_or(0).saturating_mul(PAGE_SIZE);
    let is_uncounted = !is_counted(&site.app);
    let found = overview(&site.app, &coordinator, site.county(), (offset, PAGE_SIZE)).await?;
    let t = frame.t;
    let everything = FindingsAddress::default();
    Ok(render(&QualityPage {
        is_uncounted,
        points: Points::new(&found.score, &found.history, site.app.now(), t, |name| {
            format!("{}/{name}", Word::Quality.path(language))
        }),
        rules: rule_rows(&found.rules, &everything, t),
        organisations: organisation_rows(&found, t),
        municipalities: found
            .municipalities
            .iter()
            .map(|(place, score)| ScoreRow::new(Text::own(place.name(language)), None, score, t))
            .collect(),
        total: found.total,
        paging: Paging::new(found.total, PAGE_SIZE as usize, page, |page| {
            Address::Quality(page).path(language)
        }),
        all_findings: everything.path(language),
        explanation: explanation(language),
        files: files("organisations", t, |name| format!("{}/{name}", Word::Quality.path(language))),
        frame,
        staff,
    }))
}

/// `GET /fi/koordinaattori/laatu/organisations.csv`, and the other files.
pub(super) async fn file(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Path(file): Path<String>,
) -> Result<Response, Fault> {
    let t = Texts(language);
    let note = uncounted(&site, t);
    let all = overview(&site.app, &coordinator, site.county(), (0, FILE_ROWS)).await?;
    match file.rsplit_once('.') {
        Some(("organisations", form)) => {
            let sheet = sheets::organisations(&all, t);
            let note = note.or_else(|| sheet.note.clone());
            sheets::answer(Sheet { note, ..sheet }, "organisations", form).await
        }
        Some(("history", form)) => {
            sheets::answer(sheets::history(&all.history, t), "history", form).await
        }
        _ => Err(Fault::NotFound),
    }
}

impl Points {
    fn new(
        score: &Score,
        history: &[Point],
        now: Timestamp,
        t: Texts,
        file: impl Fn(&str) -> String,
    ) -> Self {
        let of = |point: &Point| Some((point.at, point.score.tenths()?));
        #[expect(clippy::cast_precision_loss, reason = "tenths of points, up to 1000")]
        let values: Vec<(Timestamp, f64)> =
            history.iter().filter_map(of).map(|(at, tenths)| (at, tenths as f64 / 10.0)).collect();
        let day = |at: Timestamp| date(finnish_date(at), t.0);
        let said = |point: Option<&Point>| {
            let (at, number) = point.and_then(of).unwrap_or((now, 0));
            (day(at), tenths(number, t.0))
        };
        let ((from, before), (_, last)) = (said(history.first()), said(history.last()));
        let to = day(now);
        let values_of = [
            ("from", from.as_str()),
            ("before", before.as_str()),
            ("to", to.as_str()),
            ("now", last.as_str()),
        ];
        let sentence = t.with("quality-chart", &values_of).into_owned();
        let row = |point: &Point| {
            let score = point.score.tenths().map_or_else(String::new, |number| tenths(number, t.0));
            [day(point.at), score, point.score.errors.to_string(), point.score.warnings.to_string()]
        };
        let number = |count: i64| usize::try_from(count).unwrap_or(0);
        Self {
            score: score.tenths().map(|number| tenths(number, t.0)),
            facts: vec![
                t.count("quality-descriptions", number(score.descriptions)).into_owned(),
                t.count("quality-errors", number(score.errors)).into_owned(),
                t.count("quality-warnings", number(score.warnings)).into_owned(),
            ],
            chart: LineChart::new(&values, now, 100.0, sentence, day),
            history: history.iter().rev().take(HISTORY_SHOWN).map(row).collect(),
            files: files("history", t, file),
        }
    }
}

impl ScoreRow {
    fn new(name: Text, href: Option<String>, score: &Score, t: Texts) -> Self {
        Self {
            name,
            href,
            score: score.tenths().map_or_else(|| "–".to_owned(), |number| tenths(number, t.0)),
            descriptions: score.descriptions,
            errors: score.errors,
            warnings: score.warnings,
        }
    }
}

fn organisation_rows(found: &Overview, t: Texts) -> Vec<ScoreRow> {
    let row = |one: &app::quality::Scored| {
        let of = |id: &EntityId| of_organisation(id, t.0);
        let name = Text::best_or(&one.names, t, "quality-nobody");
        ScoreRow::new(name, one.id.as_ref().map(of), &one.score, t)
    };
    found.organisations.iter().map(row).collect()
}

/// Where an organisation's findings are.
fn of_organisation(id: &EntityId, language: Language) -> String {
    let organisation = Some(id.clone());
    FindingsAddress { organisation, ..FindingsAddress::default() }.path(language)
}

/// The rules that found something, each with where its findings are.
fn rule_rows(counted: &[Counted], chosen: &FindingsAddress, t: Texts) -> Vec<RuleRow> {
    let row = |counted: &Counted| {
        let rule = rule(&counted.rule)?;
        let is_chosen = chosen.rule.as_deref() == Some(rule.id);
        let to = FindingsAddress { rule: Some(rule.id.to_owned()), page: 1, ..chosen.clone() };
        Some(RuleRow {
            id: rule.id,
            name: rule.name(t.0),
            severity: severity(&counted.severity, t),
            findings: counted.findings,
            descriptions: counted.descriptions,
            organisations: counted.organisations,
            href: to.path(t.0),
            is_chosen,
        })
    };
    counted.iter().filter_map(row).collect()
}

/// The name of a severity by its letter.
fn severity(letter: &str, t: Texts) -> Cow<'static, str> {
    t.find("quality-severity", &letter.to_lowercase()).unwrap_or_default()
}

/// What a table says that is made before anything was counted.
pub(super) fn uncounted(site: &Site, t: Texts) -> Option<String> {
    (!is_counted(&site.app)).then(|| t.get("quality-counting").into_owned())
}

/// The files of a table: CSV and XLSX.
pub(super) fn files(name: &str, t: Texts, href: impl Fn(&str) -> String) -> Vec<File> {
    let file =
        |form: &str, key: &str| File { name: t.get(key), href: href(&format!("{name}.{form}")) };
    vec![file("csv", "quality-csv"), file("xlsx", "quality-xlsx")]
}
