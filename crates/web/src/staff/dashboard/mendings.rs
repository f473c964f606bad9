//! The mendings that are worth most: what each costs in points, for as many inhabitants as its description reaches.

use app::coordinator::Coordinator;
use app::quality::{Kept, findings_total, is_counted, mendings};
use app::reach::Mending;
use app::sheet::Sheet;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;

use super::{PAGE_SIZE, TaskLink, range, sheets};
use crate::address::{Address, DashboardAddress, FindingsAddress, SearchAddress};
use crate::fault::Fault;
use crate::frame::Frame;
use crate::language::Reader;
use crate::staff::quality::findings::{self, FindingRow};
use crate::staff::quality::sheets::answer;
use crate::staff::quality::{File, files, uncounted};
use crate::staff::{SignedIn, StaffFrame, StaffPage};
use crate::texts::Texts;
use crate::view::paging::{Paging, within};
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
    /// The place of the first in the list, from 1.
    first: usize,
    all_findings: String,
    total: usize,
    paging: Paging,
    files: Vec<File>,
}

/// A finding, and whom its description reaches.
pub(super) struct MendingRow {
    /// Its place in the list, from 1.
    pub(super) rank: usize,
    pub(super) finding: FindingRow,
    /// In words.
    pub(super) reach: String,
}

/// The mendings as they are shown, from this place in the list on.
pub(super) async fn rows(
    site: &Site,
    coordinator: &Coordinator,
    found: &[Mending],
    first: usize,
    t: Texts,
) -> Result<Vec<MendingRow>, Fault> {
    let kept: Vec<Kept> = found.iter().map(|one| one.finding.clone()).collect();
    let shown = findings::rows(site, coordinator, &kept, t).await?.into_iter();
    let row = |(rank, (finding, one)): (usize, (FindingRow, &Mending))| {
        let reach = usize::try_from(one.reach).unwrap_or(usize::MAX);
        MendingRow { rank, finding, reach: t.count("mend-reach", reach).into_owned() }
    };
    Ok((first..).zip(shown.zip(found)).map(row).collect())
}

/// `GET /fi/koordinaattori/korjaukset`.
pub(super) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Query(parameters): Query<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let asked = SearchAddress::read(&parameters).page;
    let county = site.county();
    let (mut found, total) = mendings(&site.app, &coordinator, county, range(asked)).await?;
    let page = within(asked, total, PAGE_SIZE);
    if page != asked {
        (found, _) = mendings(&site.app, &coordinator, county, range(page)).await?;
    }
    let address = Address::Dashboard(DashboardAddress::Mendings(page));
    let (frame, staff) =
        StaffFrame::new(&site, language, &coordinator, StaffPage::Dashboard, address);
    let t = frame.t;
    let first = range(page).0 + 1;
    Ok(render(&MendingsPage {
        is_uncounted: !is_counted(&site.app),
        rows: rows(&site, &coordinator, &found, first, t).await?,
        first,
        all_findings: FindingsAddress::default().path(language),
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
    let findings = findings_total(&site.app, &coordinator, site.county());
    let sheet = sheets::mendings(&found, findings, t);
    let note = note.or_else(|| sheet.note.clone());
    answer(Sheet { note, ..sheet }, "fixes", form).await
}
