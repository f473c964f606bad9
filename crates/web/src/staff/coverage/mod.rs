//! The coverage: what is offered where, by whom and in which languages, beside the county's goals; what is behind each
//! count; and each table to take along.

mod behind;
pub(super) mod heat;
pub(super) mod scene;
mod sheets;
pub(super) mod words;

use app::coverage::Extent;
use axum::extract::{Path, Query, State};
use axum::response::Response;

use self::behind::CellPage;
use self::heat::CoveragePage;
use self::scene::Scene;
use super::SignedIn;
use super::quality::sheets::answer;
use crate::address::{CoverageAddress, read_file, read_theme};
use crate::fault::Fault;
use crate::language::Reader;
use crate::{Site, render};

type Parameters = Query<Vec<(String, String)>>;

/// `GET /fi/koordinaattori/kattavuus`.
pub(super) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Query(parameters): Parameters,
) -> Result<Response, Fault> {
    let scene = Scene::new(&site, language, CoverageAddress::read(&parameters));
    Ok(render(&CoveragePage::new(&site, &coordinator, scene).await?))
}

/// `GET /fi/koordinaattori/kattavuus/{place}/{theme}`.
pub(super) async fn cell(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Path((place, theme)): Path<(String, String)>,
    Query(parameters): Parameters,
) -> Result<Response, Fault> {
    let scene = cell_scene(&site, language, &place, &theme, &parameters)?;
    Ok(render(&CellPage::new(&site, &coordinator, scene).await?))
}

/// `GET /fi/koordinaattori/kattavuus/{file}`.
pub(super) async fn file(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(_): SignedIn,
    Path(file): Path<String>,
    Query(parameters): Parameters,
) -> Result<Response, Fault> {
    let scene = Scene::new(&site, language, CoverageAddress::read(&parameters));
    taken_along(&site, &scene, &file).await
}

/// `GET /fi/koordinaattori/kattavuus/{place}/{theme}/{file}`.
pub(super) async fn cell_file(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(_): SignedIn,
    Path((place, theme, file)): Path<(String, String, String)>,
    Query(parameters): Parameters,
) -> Result<Response, Fault> {
    let scene = cell_scene(&site, language, &place, &theme, &parameters)?;
    taken_along(&site, &scene, &file).await
}

fn cell_scene(
    site: &Site,
    language: domain::Language,
    place: &str,
    theme: &str,
    parameters: &[(String, String)],
) -> Result<Scene, Fault> {
    let scene = Scene::new(site, language, CoverageAddress::read(parameters));
    let of = Extent::from_code(place, scene.county).ok_or(Fault::NotFound)?;
    let theme = read_theme(theme).ok_or(Fault::NotFound)?;
    Ok(scene.of_cell(of, theme))
}

async fn taken_along(site: &Site, scene: &Scene, name: &str) -> Result<Response, Fault> {
    let (table, form) = read_file(name).ok_or(Fault::NotFound)?;
    let sheet = sheets::sheet(site, scene, table).await?;
    answer(sheet, table.code(), form.extension()).await
}
