//! The empty corners of the map: where a municipality has no local service of a theme, with what its neighbours offer.

use app::coverage::values::ThemeChoice;
use app::coverage::{Corner, Extent, Neighbour, corners};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::Language;

use super::{PAGE_SIZE, range, sheets};
use crate::address::{Address, CoverageAddress, DashboardAddress, read_county_and_page};
use crate::fault::Fault;
use crate::frame::Frame;
use crate::language::Reader;
use crate::staff::coverage::heat::{ChoiceOption, Choices};
use crate::staff::coverage::scene::Scene;
use crate::staff::coverage::words;
use crate::staff::quality::sheets::answer;
use crate::staff::quality::{File, files};
use crate::staff::{SignedIn, StaffFrame, StaffPage};
use crate::view::paging::{Paging, within};
use crate::{Site, render};

/// How many neighbours a row names.
const NEIGHBOURS: usize = 3;

/// The page.
#[derive(Template)]
#[template(path = "staff/corners.html")]
struct CornersPage {
    frame: Frame,
    staff: StaffFrame,
    county: &'static str,
    /// The counties to choose from, where the site is of all, with the parameter's name.
    counties: Vec<ChoiceOption>,
    county_name: &'static str,
    action: String,
    /// Whether nothing was counted yet.
    is_uncounted: bool,
    /// The table of the whole map.
    map: String,
    rows: Vec<CornerRow>,
    total: usize,
    paging: Paging,
    files: Vec<File>,
}

/// A municipality without local services of a theme.
pub(super) struct CornerRow {
    pub(super) place: &'static str,
    pub(super) theme: String,
    /// What is behind the empty cell of the map.
    pub(super) href: String,
    pub(super) inhabitants: String,
    /// How many the county's goal asks for; a dash without one.
    pub(super) goal: String,
    pub(super) regional: String,
    pub(super) near: String,
}

/// The empty corners of the county that is looked at.
pub(super) fn found(scene: &Scene) -> Vec<Corner> {
    corners(&scene.coverage, &scene.settings, scene.county)
}

impl CornerRow {
    pub(super) fn new(one: &Corner, scene: &Scene) -> Self {
        let t = scene.t;
        let cell = (Extent::Municipality(one.municipality), ThemeChoice::One(one.theme));
        let figure = |count: u64| t.count("dashboard-figure", words::size(count)).into_owned();
        Self {
            place: one.municipality.name(t.0),
            theme: words::theme(cell.1, t),
            href: scene.address.of_cell(cell.0, cell.1).path(t.0),
            inhabitants: one
                .inhabitants
                .map_or_else(|| "–".to_owned(), |many| figure(u64::from(many))),
            goal: one.goal.map_or_else(|| "–".to_owned(), figure),
            regional: figure(one.regional),
            near: near(&one.near, NEIGHBOURS, t.0),
        }
    }
}

/// What neighbours offer: Turku 12, Kaarina 4; a dash where they have nothing either.
pub(super) fn near(all: &[Neighbour], most: usize, language: Language) -> String {
    let one = |one: &Neighbour| format!("{} {}", one.municipality.name(language), one.count);
    let named: Vec<String> = all.iter().take(most).map(one).collect();
    if named.is_empty() { "–".to_owned() } else { named.join(", ") }
}

fn scene(site: &Site, language: Language, parameters: &[(String, String)]) -> (Scene, usize) {
    let (county, page) = read_county_and_page(parameters);
    let address = CoverageAddress { county, ..CoverageAddress::default() };
    (Scene::new(site, language, address), page)
}

/// `GET /fi/koordinaattori/aukot`.
pub(super) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Query(parameters): Query<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let (scene, asked) = scene(&site, language, &parameters);
    let all = found(&scene);
    let page = within(asked, all.len(), PAGE_SIZE);
    let of_county = scene.address.county;
    let at = move |page| DashboardAddress::Corners(of_county, page);
    let (frame, staff) = StaffFrame::new(
        &site,
        language,
        &coordinator,
        StaffPage::Dashboard,
        Address::Dashboard(at(page)),
    );
    let shown = all.iter().skip(range(page).0).take(PAGE_SIZE);
    let choices = Choices::new(&scene);
    Ok(render(&CornersPage {
        county: scene.county.name(language),
        counties: choices.counties,
        county_name: choices.county_name,
        action: DashboardAddress::Corners(None, 1).path(language),
        is_uncounted: scene.coverage.generation() == 0,
        map: scene.address.path(language),
        rows: shown.map(|one| CornerRow::new(one, &scene)).collect(),
        total: all.len(),
        paging: Paging::new(all.len(), PAGE_SIZE, page, |page| at(page).path(language)),
        files: files("gaps", frame.t, |file| at(1).file(file, language)),
        frame,
        staff,
    }))
}

/// `GET /fi/koordinaattori/aukot/taulukot/gaps.csv`, and the other form.
pub(super) async fn file(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(_): SignedIn,
    Path(file): Path<String>,
    Query(parameters): Query<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let Some(("gaps", form)) = file.rsplit_once('.') else { return Err(Fault::NotFound) };
    let (scene, _) = scene(&site, language, &parameters);
    answer(sheets::corners(&found(&scene), scene.t), "gaps", form).await
}
