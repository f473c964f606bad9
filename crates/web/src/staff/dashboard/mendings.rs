//! The mendings that are worth most: what each costs in points, for as many inhabitants as its description reaches.

use app::coordinator::Coordinator;
use app::quality::{Kept, is_counted, mendings};
use app::reach::Mending;
use app::sheet::Sheet;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;

use super::{PAGE_SIZE, TaskLink, sheets};
use crate::address::{Address, DashboardAddress, SearchAddress};
use crate::fault::Fault;
use crate::frame::Frame;
use crate::language::Reader;
use crate::staff::quality::findings::{self, FindingRow};
use crate::staff::quality::sheets::answer;
use crate::staff::quality::{File, files, uncounted};
use crate::staff::{SignedIn, StaffFrame, StaffPage};
use crate::texts::Texts;
use crate::view::paging::Paging;
use crate::{Site, render};

/// The page.
#[derive(Template)]
#[template(path = "staff/mendings.html")]
struct MendingsPage {
    frame: Frame,
    staff: StaffFrame,
    /// Whether nothing was counted yet.
    is_uncounted: bool,
    rows: Vec<MendingRow>,
    total: usize,
    paging: Paging,
    files: Vec<File>,
}

/// A finding, and whom its description reaches.
pub(super) struct MendingRow {
    pub(super) finding: FindingRow,
    /// In words.
    pub(super) reach: String,
}

/// The mendings as they are shown.
pub(super) async fn rows(
    site: &Site,
    coordinator: &Coordinator,
    found: &[Mending],
    t: Texts,
) -> Result<Vec<MendingRow>, Fault> {
    let kept: Vec<Kept> = found.iter().map(|one| one.finding.clone()).collect();
    let shown = findings::rows(site, coordinator, &kept, t).await?.into_iter();
    let row = |(finding, one): (FindingRow, &Mending)| {
        let reach = usize::try_from(one.reach).unwrap_or(usize::MAX);
        MendingRow { finding, reach: t.count("mend-reach", reach).into_owned() }
    };
    Ok(shown.zip(found).map(row).collect())
}

/// `GET /fi/koordinaattori/korjaukset`.
pub(super) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Query(parameters): Query<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let page = SearchAddress::read(&parameters).page;
    let address = Address::Dashboard(DashboardAddress::Mendings(page));
    let (frame, staff) =
        StaffFrame::new(&site, language, &coordinator, StaffPage::Dashboard, address);
    let t = frame.t;
    let range = ((page - 1).saturating_mul(PAGE_SIZE), PAGE_SIZE);
    let is_uncounted = !is_counted(&site.app);
    let (found, total) = mendings(&site.app, &coordinator, site.county(), range).await?;
    Ok(render(&MendingsPage {
        is_uncounted,
        rows: rows(&site, &coordinator, &found, t).await?,
        total,
        paging: Paging::new(total, PAGE_SIZE, page, |page| {
            DashboardAddress::Mendings(page).path(language)
        }),
        files: files("fixes", t, |file| DashboardAddress::Mendings(1).file(file, language)),
        frame,
        staff,
    }))
}

/// `GET /fi/koordinaattori/korjaukset/taulukot/fixes.csv`, and the other form.
pub(super) async fn file(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Path(file): Path<String>,
) -> Result<Response, Fault> {
    let Some(("fixes", form)) = file.rsplit_once('.') else { return Err(Fault::NotFound) };
    let (all, t) = ((0, usize::MAX), Texts(language));
    let note = uncounted(&site, t);
    let (found, _) = mendings(&site.app, &coordinator, site.county(), all).await?;
    answer(Sheet { note, ..sheets::mendings(&found, t) }, "fixes", form).await
}
