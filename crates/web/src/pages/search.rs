//! The results of a search, with their filters.

use app::catalogue::{Fit, Results, ServiceSummary};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use domain::Language;
use domain::catalogue::{Area, ChannelKind};

use crate::address::{Address, SearchAddress};
use crate::fault::Fault;
use crate::frame::Frame;
use crate::language::Reader;
use crate::pages::search_box::SearchBox;
use crate::texts::Texts;
use crate::view::address::AddressLines;
use crate::view::area;
use crate::view::channel::is_visited;
use crate::view::contact::PhoneLink;
use crate::view::paging::{PAGE_SIZE, Paging};
use crate::view::text::{Text, charge, version};
use crate::{Site, render};

/// How many municipalities are shown before the rest is folded away.
const MUNICIPALITIES_SHOWN: usize = 8;

/// The results.
#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage {
    frame: Frame,
    search_box: SearchBox,
    heading: String,
    /// The theme's own words, where one is chosen.
    theme_text: Option<&'static str>,
    total: usize,
    /// Which of the results these are.
    first: usize,
    last: usize,
    is_widened: bool,
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

/// A service among the results.
pub(crate) struct Card {
    href: String,
    name: Text,
    organisation: Option<Text>,
    summary: Option<Text>,
    price: Option<String>,
    area: Option<String>,
    place: Option<String>,
    phone: Option<PhoneLink>,
}

/// `GET /fi/haku`.
pub(crate) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    Query(parameters): Query<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let address = SearchAddress::read(&parameters);
    let results = app::catalogue::search(&site.app, &query(&address, language)).await?;
    let search_box = SearchBox::new(&site, &address, language);
    let frame = site.frame(language).around(Address::Search(address.clone()));
    Ok(render(&SearchPage::new(frame, &address, search_box, &results)))
}

fn query(address: &SearchAddress, language: Language) -> app::catalogue::Search {
    app::catalogue::Search {
        words: address.words.clone(),
        municipality: address.municipality.map(|place| place.code),
        theme: address.theme,
        organisation: None,
        language: Some(language),
        offset: (address.page - 1) * PAGE_SIZE,
        limit: PAGE_SIZE,
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
        let mut municipalities = municipality_filters(address, results, language);
        let more_municipalities =
            municipalities.split_off(MUNICIPALITIES_SHOWN.min(municipalities.len()));
        Self {
            heading: heading(address, t),
            theme_text: address.theme.map(|theme| theme.description(language)),
            total: results.total,
            first: offset + 1,
            last: offset + results.services.len(),
            is_widened: results.fit == Fit::Widened && results.total > 0,
            place: results
                .place
                .filter(|_| address.municipality.is_none())
                .map(|place| place.name(language)),
            chips: chips(address, language),
            results: results.services.iter().map(|one| Card::new(one, t)).collect(),
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
    let mut filters: Vec<Filter> = others
        .map(|(place, count)| Filter {
            name: place.name(language),
            count: *count,
            href: address.with_municipality(Some(place)).path(language),
        })
        .collect();
    filters.sort_by(|one, other| other.count.cmp(&one.count).then(one.name.cmp(other.name)));
    filters
}

impl Card {
    pub(crate) fn new(one: &ServiceSummary, t: Texts) -> Self {
        let service = &one.service;
        let own = service.text(|texts| texts.summary.as_ref());
        let shared = one
            .description
            .as_ref()
            .map(|description| description.text(|texts| texts.common.summary.as_ref()));
        let summary = Text::best(&own, t.0)
            .or_else(|| shared.as_ref().and_then(|shared| Text::best(shared, t.0)));
        let price = service.charge_with(one.description.as_ref());
        Self {
            href: Address::Service(service.id.clone()).path(t.0),
            name: Text::best_or(&service.names(), t, "name-missing"),
            organisation: Text::best(&one.organisation, t.0),
            summary,
            price: price.map(|price| charge(&price, t).into_owned()),
            area: service.area.as_ref().and_then(|area: &Area| area::short(area, t)),
            place: place(one, t),
            phone: phone(one, t),
        }
    }
}

/// The first place to go to.
fn place(one: &ServiceSummary, t: Texts) -> Option<String> {
    let channels = one.channels.iter().map(|connected| &connected.channel);
    channels
        .filter(|channel| channel.kind == ChannelKind::ServiceLocation)
        .flat_map(|channel| &channel.addresses)
        .filter(|address| is_visited(address))
        .find_map(|address| AddressLines::new(address, t))
        .map(|lines| lines.one_line())
}

/// The first number to call: the connections' own before the channels'.
fn phone(one: &ServiceSummary, t: Texts) -> Option<PhoneLink> {
    let connected = one.channels.iter().filter_map(|one| {
        let (language, texts) =
            version(&one.connection.texts, t.0, |texts| !texts.contact.phones.is_empty())?;
        Some((language, texts.contact.phones.first()?))
    });
    let own = one.channels.iter().filter_map(|one| {
        let (language, texts) =
            version(&one.channel.texts, t.0, |texts| !texts.contact.phones.is_empty())?;
        Some((language, texts.contact.phones.first()?))
    });
    connected
        .chain(own)
        .map(|(language, phone)| PhoneLink::new(phone, language, t))
        .find(|phone| phone.href.is_some())
}
