//! The coordinator's first page: what changed in the week, the mendings that are worth most, the empty corners of the map
//! and stale descriptions; and the whole lists of these, each with its table to take along.

mod corners;
mod mendings;
mod sheets;
mod stale;
mod week;

use std::borrow::Cow;

use app::quality::dashboard;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use domain::Language;

use self::corners::CornerRow;
use self::mendings::MendingRow;
use self::stale::OwnerRow;
use self::week::{FeedbackCard, Figures};
use super::coverage::scene::Scene;
use super::quality::{File, files, findings::TaskLink};
use super::{SignedIn, StaffFrame, StaffPage};
use crate::address::{Address, CoverageAddress, DashboardAddress, FindingsAddress, Word};
use crate::fault::Fault;
use crate::frame::Frame;
use crate::language::Reader;
use crate::pages::imports::RunLine;
use crate::{Site, render};

/// How many of each list the first page shows.
const SHOWN: usize = 10;
/// How many a page of a list has.
const PAGE_SIZE: usize = 50;

/// From where on a page of a list is, and how many it has.
const fn range(page: usize) -> (usize, usize) {
    ((page - 1).saturating_mul(PAGE_SIZE), PAGE_SIZE)
}

/// The first page and its lists in a language.
pub(super) fn routes(language: Language) -> Router<Site> {
    use DashboardAddress as At;
    let path = |address: At| address.path(language);
    let table = |address: At| address.file("{file}", language);
    Router::new()
        .route(&path(At::Week), get(page))
        .route(&table(At::Week), get(week::file))
        .route(&path(At::Mendings(1)), get(mendings::page))
        .route(&table(At::Mendings(1)), get(mendings::file))
        .route(&path(At::Corners(None, 1)), get(corners::page))
        .route(&table(At::Corners(None, 1)), get(corners::file))
        .route(&path(At::Stale(1)), get(stale::page))
        .route(&table(At::Stale(1)), get(stale::file))
        .route(&At::route_of_organisation(language), get(stale::page_of_organisation))
        .route(&At::route_of_its_tables(language), get(stale::file_of_organisation))
}

/// The first page.
#[derive(Template)]
#[template(path = "staff/dashboard.html")]
struct DashboardPage {
    frame: Frame,
    staff: StaffFrame,
    /// Whether nothing was counted yet of the descriptions.
    is_uncounted: bool,
    figures: Vec<(Cow<'static, str>, String)>,
    figures_files: Vec<File>,
    mendings: Part<MendingRow>,
    all_findings: String,
    corners: Part<CornerRow>,
    /// The county whose corners they are.
    county: &'static str,
    /// The table of the whole map.
    map: String,
    stale: Part<OwnerRow>,
    /// What is stale.
    stale_lead: String,
    feedback: Vec<FeedbackCard>,
    feedback_count: usize,
    runs: Vec<RunLine>,
    imports: String,
    /// Where a task is made.
    tasks: String,
}

/// The beginning of a list.
struct Part<Row> {
    rows: Vec<Row>,
    /// How many the whole list has.
    total: usize,
    /// Where it is.
    all: String,
    files: Vec<File>,
}

impl<Row> Part<Row> {
    fn new(
        rows: Vec<Row>,
        total: usize,
        address: &DashboardAddress,
        name: &str,
        t: crate::texts::Texts,
    ) -> Self {
        let all = address.path(t.0);
        Self { rows, total, all, files: files(name, t, |file| address.file(file, t.0)) }
    }
}

/// `GET /fi/koordinaattori`.
async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
) -> Result<Response, Fault> {
    let (frame, staff) =
        StaffFrame::new(&site, language, &coordinator, StaffPage::Dashboard, Address::Staff);
    let t = frame.t;
    let found = dashboard(&site.app, &coordinator, site.county(), SHOWN).await?;
    let scene = Scene::new(&site, language, CoverageAddress::default());
    let corners = corners::found(&scene);
    let (feedback, feedback_count) = week::feedback(&site, &coordinator, t).await?;
    let runs = week::runs(&site, t).await?;
    Ok(render(&DashboardPage {
        is_uncounted: !found.is_counted,
        figures: Figures::new(&found, feedback_count, t).shown(t),
        figures_files: files("week", t, |file| DashboardAddress::Week.file(file, language)),
        mendings: Part::new(
            mendings::rows(&site, &coordinator, &found.mendings, 1, t).await?,
            found.mendings_total,
            &DashboardAddress::Mendings(1),
            "fixes",
            t,
        ),
        all_findings: FindingsAddress::default().path(language),
        corners: Part::new(
            corners.iter().take(SHOWN).map(|one| CornerRow::new(one, &scene)).collect(),
            corners.len(),
            &DashboardAddress::Corners(scene.address.county, 1),
            "gaps",
            t,
        ),
        county: scene.county.name(language),
        map: scene.address.path(language),
        stale: Part::new(
            found.stale.iter().map(|one| OwnerRow::new(one, t)).collect(),
            found.stale_total,
            &DashboardAddress::Stale(1),
            "stale",
            t,
        ),
        stale_lead: stale::lead(&site, t),
        feedback,
        feedback_count,
        runs,
        imports: Address::Imports.path(language),
        tasks: Word::Tasks.path(language),
        frame,
        staff,
    }))
}
