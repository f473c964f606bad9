//! The results of a search, with their filters.

mod afar;
mod card;
mod filters;
mod fit;
mod map;
mod order;
mod place;

use app::catalogue::{FoundService, Results, Sort};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::Response;

use crate::address::{Address, FeedAddress, SearchAddress};
use crate::face::Module;
use crate::fault::Fault;
use crate::found::preview::Preview;
use crate::frame::Frame;
use crate::kept_pages::may_be_kept;
use crate::language::Reader;
use crate::pages::search_box::SearchBox;
use crate::remembered_place::remember;
use crate::texts::Texts;
use crate::view::crisis::CrisisHelp;
use crate::view::leave::{Leave, unkept_if};
use crate::view::map::Map;
use crate::view::opening::end_of_day;
use crate::view::paging::{PAGE_SIZE, Paging};
use crate::{Site, render};
use afar::{Apart, no_own};
use card::Card;
use domain::reference::county;
use filters::{Chip, Filters, chips, hidden, without_chips};
use fit::{FitNote, Nothing};
use jiff::civil::DateTime;
use order::Order;

/// How many services are shown that are near to what was asked, where nothing fits it.
const NEAR_SHOWN: usize = 5;

/// The results.
#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage {
    frame: Frame,
    preview: Preview,
    /// The way out, where somebody may be in danger.
    leave: Option<Leave>,
    search_box: SearchBox,
    heading: String,
    /// The theme's own words, where one is chosen.
    theme_text: Option<&'static str>,
    total: usize,
    /// Which of the results these are.
    first: usize,
    last: usize,
    /// Emergency help, where somebody may be in danger.
    crisis: Vec<CrisisHelp>,
    /// How the results fit what was asked.
    fit: Option<FitNote>,
    /// Where nothing fits: the ways onward.
    nothing: Option<Nothing>,
    /// What is to be said of the place.
    place_notes: Vec<String>,
    chips: Vec<Chip>,
    /// The search without any of the chips, where there are several.
    without_chips: Option<String>,
    /// The results in one list; empty where they are parted by area.
    results: Vec<Numbered>,
    /// The results parted by area, where the municipality has few of its own.
    by_area: Vec<Apart>,
    /// That the municipality has none of its own.
    no_own: Option<String>,
    /// What there is further away.
    from_afar: Vec<Apart>,
    filters: Option<Filters>,
    /// What is chosen but has no box, for the search box's form.
    hidden: Vec<(&'static str, String)>,
    orders: Vec<Order>,
    /// From where distances are reckoned, where the results are ordered by them.
    reckoned: Option<String>,
    views: Vec<map::View>,
    map: Option<Map>,
    paging: Paging,
}

/// A result and its place in the list.
struct Numbered {
    card: Card,
    /// What links within the page call it.
    anchor: String,
    /// The number, where a map shows it too.
    mark: Option<String>,
}

/// `GET /fi/haku`.
pub(crate) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    headers: HeaderMap,
    Query(parameters): Query<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let read = SearchAddress::read(&parameters);
    let address = read.shown(read.is_map && site.has(Module::Map));
    let search = app::catalogue::Search {
        county: site.county_of(&address),
        with_reasons: true,
        ..address.query(language)
    };
    let results = app::catalogue::search_widened(&site.app, &search).await?;
    let search_box = SearchBox::new(&site, &address, language);
    let frame = site.frame(language).around(Address::Search(address.clone()));
    let is_discreet = results.is_crisis || are_mostly_discreet(&results.services);
    let leave = Leave::if_needed(is_discreet, &site.config.leave, language);
    let now = site.now();
    let page = SearchPage::new(frame, &address, search_box, &results, now);
    let holds_until = page.cards().map(|card| card.holds_until).min();
    let county = site.county_of(&address).and_then(county);
    let borders = site.app.borders();
    let ground = site.ground(&borders);
    let map = map::of_results(&address, &results, county, page.first, ground, page.frame.t);
    let place_notes = place::notes(&parameters, &address, &results, page.frame.t);
    let rendered = render(&SearchPage { leave, place_notes, map, ..page });
    // A search in vain is counted each time; one in danger leaves no trace.
    let mut response = match (is_discreet, results.fits()) {
        (true, _) => unkept_if(true, rendered),
        (false, true) => may_be_kept(rendered, holds_until.unwrap_or_else(|| end_of_day(now))),
        (false, false) => rendered,
    };
    remember(&mut response, &headers, &parameters, site.is_secure());
    Ok(response)
}

/// Whether a page of results is as discreet as its services: one that has a single one of them among
/// libraries and sports halls tells nobody anything.
fn are_mostly_discreet(services: &[FoundService]) -> bool {
    let discreet = services.iter().filter(|one| one.summary.is_discreet).count();
    discreet > 0 && discreet * 2 >= services.len()
}

impl SearchPage {
    /// All the services that it shows.
    fn cards(&self) -> impl Iterator<Item = &Card> {
        let in_one_list = self.results.iter().map(|one| &one.card);
        let apart = self.by_area.iter().chain(&self.from_afar).flat_map(|apart| &apart.cards);
        in_one_list.chain(apart)
    }

    fn new(
        frame: Frame,
        address: &SearchAddress,
        search_box: SearchBox,
        results: &Results,
        now: DateTime,
    ) -> Self {
        let (t, language) = (frame.t, frame.language);
        let offset = (address.page - 1) * PAGE_SIZE;
        let shown = if results.fits() { PAGE_SIZE } else { NEAR_SHOWN };
        let is_by_distance = order::effective(address, results) == Sort::Distance;
        // The map's numbers and an order by distance are those of one list.
        let by_area = if address.is_map || is_by_distance {
            Vec::new()
        } else {
            Apart::by_area(results, now, t)
        };
        let in_one_list = results.services.iter().take(shown).filter(|_| by_area.is_empty());
        let filters = Filters::of(address, results, t).filter(|_| results.fits());
        let heading = heading(address, t);
        Self {
            leave: None,
            preview: preview(&frame, address, &heading),
            heading,
            theme_text: address.theme.map(|theme| theme.description(language)),
            total: results.total,
            first: offset + 1,
            last: offset + results.services.len(),
            crisis: if results.is_crisis { frame.emergency_help() } else { Vec::new() },
            fit: FitNote::of(results, t),
            nothing: Nothing::of(address, results, t),
            place_notes: Vec::new(),
            chips: chips(address, t),
            without_chips: without_chips(address, language),
            results: in_one_list
                .zip(offset + 1..)
                .map(|(one, number)| Numbered {
                    card: Card {
                        distance: is_by_distance.then(|| order::distance(one, t)),
                        ..Card::new(one, now, t)
                    },
                    anchor: map::anchor(number, t),
                    mark: address.is_map.then(|| number.to_string()),
                })
                .collect(),
            no_own: no_own(results, t),
            from_afar: Apart::from_afar(address, results, now, t),
            by_area,
            hidden: hidden(address, filters.is_some(), language),
            filters,
            orders: order::orders(address, results, t),
            reckoned: order::reckoned(address, results, t),
            views: if frame.has(Module::Map) {
                map::views(address, results, t)
            } else {
                Vec::new()
            },
            map: None,
            paging: Paging::new(results.total, PAGE_SIZE, address.page, |page| {
                address.on_page(page).path(language)
            }),
            search_box,
            frame,
        }
    }
}

/// A search without words has a feed of its own.
fn preview(frame: &Frame, address: &SearchAddress, heading: &str) -> Preview {
    let preview = Preview::new(frame, heading);
    let preview = match address.theme {
        Some(theme) => preview.described(theme.description(frame.language)),
        None => preview.described(frame.t.get("home-description")),
    };
    let feed = FeedAddress { theme: address.theme, municipality: address.municipality };
    let is_whole = *address == SearchAddress { page: address.page, ..feed.search() };
    if is_whole { preview.with_feed(&feed, frame) } else { preview }
}

/// What the page is about: the words, or else the theme, or else everything.
fn heading(address: &SearchAddress, t: Texts) -> String {
    match address.theme {
        _ if !address.words.is_empty() => t.name("search-heading", &address.words).into_owned(),
        Some(theme) => theme.name(t.0).to_owned(),
        None => t.get("search-heading-all").into_owned(),
    }
}
