//! Stale descriptions: which organisations have them, and those of one.

use app::quality::{
    StaleDescription, StaleOwner, is_counted, review_days, stale_descriptions, stale_owners,
};
use app::sheet::Sheet;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::catalogue::EntityId;

use super::{PAGE_SIZE, range, sheets};
use crate::address::{Address, DashboardAddress, SearchAddress};
use crate::fault::Fault;
use crate::frame::Frame;
use crate::language::Reader;
use crate::staff::quality::sheets::answer;
use crate::staff::quality::{File, files, uncounted};
use crate::staff::{SignedIn, StaffFrame, StaffPage};
use crate::texts::Texts;
use crate::view::paging::{Paging, within};
use crate::view::text::{Text, date, finnish_date};
use crate::{Site, render};

type Parameters = Query<Vec<(String, String)>>;

/// The page of all organisations.
#[derive(Template)]
#[template(path = "staff/stale.html")]
struct StalePage {
    frame: Frame,
    staff: StaffFrame,
    /// Whether nothing was counted yet.
    is_uncounted: bool,
    lead: String,
    rows: Vec<OwnerRow>,
    total: usize,
    paging: Paging,
    files: Vec<File>,
}

/// The page of one.
#[derive(Template)]
#[template(path = "staff/stale-of.html")]
struct StaleOfPage {
    frame: Frame,
    staff: StaffFrame,
    up: String,
    heading: Text,
    lead: String,
    rows: Vec<DescriptionRow>,
    total: usize,
    paging: Paging,
    files: Vec<File>,
}

/// An organisation with stale descriptions.
pub(super) struct OwnerRow {
    pub(super) name: Text,
    pub(super) href: Option<String>,
    pub(super) stale: String,
    pub(super) descriptions: String,
    pub(super) oldest: String,
}

/// A stale description.
struct DescriptionRow {
    name: Text,
    href: String,
    kind: String,
    changed: String,
}

impl OwnerRow {
    pub(super) fn new(one: &StaleOwner, t: Texts) -> Self {
        let figure = |count: usize| t.count("dashboard-figure", count).into_owned();
        let of = |id: &EntityId| DashboardAddress::StaleOf(id.clone(), 1).path(t.0);
        Self {
            name: Text::best_or(&one.names, t, "quality-nobody"),
            href: one.id.as_ref().map(of),
            stale: figure(one.stale),
            descriptions: figure(usize::try_from(one.descriptions).unwrap_or(0)),
            oldest: date(finnish_date(one.oldest), t.0),
        }
    }
}

impl DescriptionRow {
    fn new(one: &StaleDescription, t: Texts) -> Self {
        Self {
            name: Text::best_or(&one.names, t, "name-missing"),
            href: Address::Described(one.kind, one.id.clone()).path(t.0),
            kind: sheets::kind(one.kind, t),
            changed: date(finnish_date(one.modified), t.0),
        }
    }
}

/// What is stale on this site.
pub(super) fn lead(site: &Site, t: Texts) -> String {
    let days = review_days(&site.app, site.county()).and_then(|days| usize::try_from(days).ok());
    let said = days.map(|days| t.count("dashboard-stale-lead", days));
    said.unwrap_or_else(|| t.get("dashboard-stale-lead-counties")).into_owned()
}

/// `GET /fi/koordinaattori/vanhentuneet`.
pub(super) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Query(parameters): Parameters,
) -> Result<Response, Fault> {
    let asked = SearchAddress::read(&parameters).page;
    let county = site.county();
    let (mut found, total) = stale_owners(&site.app, &coordinator, county, range(asked)).await?;
    let page = within(asked, total, PAGE_SIZE);
    if page != asked {
        (found, _) = stale_owners(&site.app, &coordinator, county, range(page)).await?;
    }
    let address = Address::Dashboard(DashboardAddress::Stale(page));
    let (frame, staff) =
        StaffFrame::new(&site, language, &coordinator, StaffPage::Dashboard, address);
    let t = frame.t;
    Ok(render(&StalePage {
        is_uncounted: !is_counted(&site.app),
        lead: lead(&site, t),
        rows: found.iter().map(|one| OwnerRow::new(one, t)).collect(),
        total,
        paging: Paging::new(total, PAGE_SIZE, page, |page| {
            DashboardAddress::Stale(page).path(language)
        }),
        files: files("stale", t, |file| DashboardAddress::Stale(1).file(file, language)),
        frame,
        staff,
    }))
}

/// `GET /fi/koordinaattori/vanhentuneet/taulukot/stale.csv`, and the other form.
pub(super) async fn file(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Path(file): Path<String>,
) -> Result<Response, Fault> {
    let Some(("stale", form)) = file.rsplit_once('.') else { return Err(Fault::NotFound) };
    let (all, t) = ((0, usize::MAX), Texts(language));
    let note = uncounted(&site, t);
    let (found, _) = stale_owners(&site.app, &coordinator, site.county(), all).await?;
    answer(Sheet { note, ..sheets::stale_owners(&found, t) }, "stale", form).await
}

/// `GET /fi/koordinaattori/vanhentuneet/{organisation}`.
pub(super) async fn page_of_organisation(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Path(id): Path<String>,
    Query(parameters): Parameters,
) -> Result<Response, Fault> {
    let id = EntityId::from_guid(&id).ok_or(Fault::NotFound)?;
    let asked = SearchAddress::read(&parameters).page;
    let (app, county) = (&site.app, site.county());
    let (names, mut found, total) =
        stale_descriptions(app, &coordinator, county, &id, range(asked)).await?;
    let page = within(asked, total, PAGE_SIZE);
    if page != asked {
        (_, found, _) = stale_descriptions(app, &coordinator, county, &id, range(page)).await?;
    }
    let at = |page| DashboardAddress::StaleOf(id.clone(), page);
    let (frame, staff) = StaffFrame::new(
        &site,
        language,
        &coordinator,
        StaffPage::Dashboard,
        Address::Dashboard(at(page)),
    );
    let t = frame.t;
    Ok(render(&StaleOfPage {
        up: DashboardAddress::Stale(1).path(language),
        heading: Text::best_or(&names, t, "name-missing"),
        lead: lead(&site, t),
        rows: found.iter().map(|one| DescriptionRow::new(one, t)).collect(),
        total,
        paging: Paging::new(total, PAGE_SIZE, page, |page| at(page).path(language)),
        files: files("stale", t, |file| at(1).file(file, language)),
        frame,
        staff,
    }))
}

/// `GET /fi/koordinaattori/vanhentuneet/{organisation}/taulukot/stale.csv`, and the other form.
pub(super) async fn file_of_organisation(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Path((id, file)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let Some(("stale", form)) = file.rsplit_once('.') else { return Err(Fault::NotFound) };
    let id = EntityId::from_guid(&id).ok_or(Fault::NotFound)?;
    let all = (0, usize::MAX);
    let county = site.county();
    let (_, found, _) = stale_descriptions(&site.app, &coordinator, county, &id, all).await?;
    answer(sheets::stale_descriptions(&found, Texts(language)), "stale", form).await
}
