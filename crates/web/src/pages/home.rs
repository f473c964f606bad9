//! The home page: one box, the municipality, the eight themes.

use app::catalogue::Overview;
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::address::{Address, FeedAddress, SearchAddress};
use crate::found::preview::Preview;
use crate::frame::Frame;
use crate::language::Reader;
use crate::pages::search_box::SearchBox;
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
    total: usize,
    themes: Vec<ThemeTile>,
}

/// A theme with its count.
struct ThemeTile {
    id: &'static str,
    name: &'static str,
    description: &'static str,
    count: usize,
    href: String,
}

/// `GET /fi/`.
pub(crate) async fn page(State(site): State<Site>, Reader(language): Reader) -> Response {
    let frame = site.frame(language).around(Address::Home);
    let search_box = SearchBox::new(&site, &SearchAddress::default(), language);
    render(&HomePage::new(frame, search_box, &site.overview()))
}

impl HomePage {
    fn new(frame: Frame, search_box: SearchBox, overview: &Overview) -> Self {
        let language = frame.language;
        let themes = overview.themes.iter().map(|(theme, count)| ThemeTile {
            id: theme.id,
            name: theme.name(language),
            description: theme.description(language),
            count: *count,
            href: SearchAddress::default().with_theme(Some(theme)).path(language),
        });
        let (heading, lead) = frame.greeting();
        let title = frame.t.name("home-title", &frame.site_name);
        let preview = Preview::new(&frame, title)
            .described(frame.t.get("home-description"))
            .with_feed(&FeedAddress::default(), &frame);
        Self {
            themes: themes.collect(),
            total: overview.total,
            heading,
            lead,
            preview,
            search_box,
            frame,
        }
    }
}
