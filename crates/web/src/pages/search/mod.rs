//! The results of a search, with their filters.

mod card;
mod fit;

use app::catalogue::Results;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use domain::Language;
use domain::reference::Municipality;

use crate::address::{Address, FeedAddress, SearchAddress};
use crate::fault::Fault;
use crate::found::preview::Preview;
use crate::frame::Frame;
use crate::language::Reader;
use crate::pages::search_box::SearchBox;
use crate::texts::Texts;
use crate::view::crisis::{self, CrisisHelp};
use crate::view::leave::{Leave, unkept};
use crate::view::paging::{PAGE_SIZE, Paging};
use crate::{Site, render};
use card::Card;
use fit::{FitNote, Nothing};

/// How many municipalities are shown before the rest is folded away.
const MUNICIPALITIES_SHOWN: usize = 8;
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
    /// The municipality that was understood from the words.
    place: Option<&'static str>,
    chips: Vec<Chip>,
    results: Vec<Card>,
    themes: Vec<Filter>,
    municipalities: Vec<Filter>,
    more_municipalities: Vec<Filter>,
    paging: Paging,
}

/// A chosen filter and the search without it.
struct Chip {
    name: String,
    href: String,
}

/// A filter that can be chosen.
struct Filter {
    name: &'static str,
    count: usize,
    href: String,
}

impl Filter {
    /// The search in a municipality.
    fn of_place(
        (place, count): &(&'static Municipality, usize),
        address: &SearchAddress,
        language: Language,
    ) -> Self {
        let href = address.with_municipality(Some(place)).path(language);
        Self { name: place.name(language), count: *count, href }
    }
}

/// `GET /fi/haku`.
pub(crate) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    Query(parameters): Query<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let address = SearchAddress::read(&parameters);
    let results = app::catalogue::search(&site.app, &query(&site, &address, language)).await?;
    let search_box = SearchBox::new(&site, &address, language);
    let frame = site.frame(language).around(Address::Search(address.clone()));
    let leave = Leave::if_needed(results.is_crisis, &site.config.leave, language);
    let page = SearchPage { leave, ..SearchPage::new(frame, &address, search_box, &results) };
    Ok(if results.is_crisis { unkept(render(&page)) } else { render(&page) })
}

fn query(site: &Site, address: &SearchAddress, language: Language) -> app::catalogue::Search {
    app::catalogue::Search {
        words: address.words.clone(),
        municipality: address.municipality.map(|place| place.code),
        theme: address.theme,
        county: site.county(),
        language: Some(language),
        with_reasons: true,
        offset: (address.page - 1) * PAGE_SIZE,
        limit: PAGE_SIZE,
        ..app::catalogue::Search::default()
    }
}

impl SearchPage {
    fn new(
        frame: Frame,
        address: &SearchAddress,
        search_box: SearchBox,
        results: &Results,
    ) -> Self {
        let (t, language) = (frame.t, frame.language);
        let offset = (address.page - 1) * PAGE_SIZE;
        let shown = if results.fits() { PAGE_SIZE } else { NEAR_SHOWN };
        let mut municipalities = municipality_filters(address, results, language);
        let more_municipalities =
            municipalities.split_off(MUNICIPALITIES_SHOWN.min(municipalities.len()));
        let heading = heading(address, t);
        Self {
            leave: None,
            preview: preview(&frame, address, &heading),
            heading,
            theme_text: address.theme.map(|theme| theme.description(language)),
            total: results.total,
            first: offset + 1,
            last: offset + results.services.len(),
            crisis: crisis::help(results.is_crisis, t),
            fit: FitNote::of(results, t),
            nothing: Nothing::of(address, results, language),
            place: results
                .place
                .filter(|_| address.municipality.is_none())
                .map(|place| place.name(language)),
            chips: chips(address, language),
            results: results.services.iter().take(shown).map(|one| Card::new(one, t)).collect(),
            themes: theme_filters(address, results, language),
            municipalities,
            more_municipalities,
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
    if address.words.is_empty() { preview.with_feed(&feed, frame) } else { preview }
}

/// What the page is about: the words, or else the theme, or else everything.
fn heading(address: &SearchAddress, t: Texts) -> String {
    match address.theme {
        _ if !address.words.is_empty() => t.name("search-heading", &address.words).into_owned(),
        Some(theme) => theme.name(t.0).to_owned(),
        None => t.get("search-heading-all").into_owned(),
    }
}

fn chips(address: &SearchAddress, language: Language) -> Vec<Chip> {
    let theme = address.theme.map(|theme| Chip {
        name: theme.name(language).to_owned(),
        href: address.with_theme(None).path(language),
    });
    let place = address.municipality.map(|place| Chip {
        name: place.name(language).to_owned(),
        href: address.with_municipality(None).path(language),
    });
    theme.into_iter().chain(place).collect()
}

fn theme_filters(address: &SearchAddress, results: &Results, language: Language) -> Vec<Filter> {
    let others = results.themes.iter().filter(|(theme, _)| Some(*theme) != address.theme);
    others
        .map(|(theme, count)| Filter {
            name: theme.name(language),
            count: *count,
            href: address.with_theme(Some(theme)).path(language),
        })
        .collect()
}

/// The municipalities with most results first.
fn municipality_filters(
    address: &SearchAddress,
    results: &Results,
    language: Language,
) -> Vec<Filter> {
    let others = results
        .municipalities
        .iter()
        .filter(|(place, _)| address.municipality.is_none_or(|chosen| chosen.code != place.code));
    let mut filters: Vec<Filter> =
        others.map(|counted| Filter::of_place(counted, address, language)).collect();
    filters.sort_by(|one, other| other.count.cmp(&one.count).then(one.name.cmp(other.name)));
    filters
}
