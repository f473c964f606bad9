//! The home page: one box with the municipality, the eight themes, for whom, and life situations.

use app::catalogue::Overview;
use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use domain::reference::{CodeItem, Municipality};

use crate::address::{Address, Choice, ChoiceKind, FeedAddress, SearchAddress};
use crate::found::preview::Preview;
use crate::frame::Frame;
use crate::language::Reader;
use crate::pages::search_box::SearchBox;
use crate::remembered_place::{only_for_the_reader, remembered};
use crate::texts::Texts;
use crate::{Site, render};

/// The home page.
#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    frame: Frame,
    heading: String,
    lead: String,
    preview: Preview,
    search_box: SearchBox,
    /// How many services there are, here or in all.
    total: String,
    themes: Vec<ThemeTile>,
    /// For whom services are meant.
    groups: Vec<CountedChoice>,
    life_events: Vec<CountedChoice>,
}

/// A theme with its count.
struct ThemeTile {
    id: &'static str,
    name: &'static str,
    description: &'static str,
    count: usize,
    href: String,
}

/// A group of people or a life event, with its count.
struct CountedChoice {
    name: String,
    count: usize,
    href: String,
}

/// `GET /fi/`.
pub(crate) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    headers: HeaderMap,
) -> Response {
    let frame = site.frame(language).around(Address::Home);
    let place = remembered(&headers);
    let search = SearchAddress::default().with_municipality(place);
    let search_box = SearchBox::new(&site, &search, language);
    let overview = site.overview_in(place);
    let mut response = render(&HomePage::new(frame, search_box, &overview, place));
    only_for_the_reader(&mut response);
    response
}

impl HomePage {
    fn new(
        frame: Frame,
        search_box: SearchBox,
        overview: &Overview,
        place: Option<&'static Municipality>,
    ) -> Self {
        let t = frame.t;
        let search = SearchAddress::default().with_municipality(place);
        let themes = overview.themes.iter().map(|(theme, count)| ThemeTile {
            id: theme.id,
            name: theme.name(t.0),
            description: theme.description(t.0),
            count: *count,
            href: search.with_theme(Some(theme)).path(t.0),
        });
        let (heading, lead) = frame.greeting();
        let title = frame.t.name("home-title", &frame.site_name);
        let preview = Preview::new(&frame, title)
            .described(frame.t.get("home-description"))
            .with_feed(&FeedAddress::default(), &frame);
        let total = match place {
            Some(place) => t.count_of("home-place-total", overview.total, place.name(t.0)),
            None => t.count("home-total", overview.total),
        };
        let choices = |kind, counted| counted_choices(kind, counted, &search, t);
        Self {
            heading,
            lead,
            preview,
            themes: themes.collect(),
            groups: choices(ChoiceKind::TargetGroup, &overview.target_groups),
            life_events: choices(ChoiceKind::LifeEvent, &overview.life_events),
            total: total.into_owned(),
            search_box,
            frame,
        }
    }
}

/// What is counted, each with the search that it leads to.
fn counted_choices(
    kind: ChoiceKind,
    counted: &[(&'static CodeItem, usize)],
    search: &SearchAddress,
    t: Texts,
) -> Vec<CountedChoice> {
    let link = |(item, count): &(&'static CodeItem, usize)| {
        let choice = Choice::of_code(kind, item.code)?;
        let href = search.with(choice).path(t.0);
        Some(CountedChoice { name: choice.name(t).into_owned(), count: *count, href })
    };
    counted.iter().filter_map(link).collect()
}
