//! The feeds there are: one chooses a theme and a municipality, and gets the address to subscribe to.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use domain::reference::themes;

use crate::address::{Address, FeedAddress, ParameterNames};
use crate::found::feed::title;
use crate::found::preview::Preview;
use crate::frame::Frame;
use crate::language::Reader;
use crate::pages::search_box::SearchBox;
use crate::{Site, render};

/// The page of the feeds.
#[derive(Template)]
#[template(path = "feeds.html")]
struct FeedsPage {
    frame: Frame,
    preview: Preview,
    /// For the municipalities that one can choose from.
    search_box: SearchBox,
    action: String,
    names: ParameterNames,
    themes: Vec<ThemeChoice>,
    feed_title: String,
    feed_href: String,
    /// The feed's whole address to copy.
    feed_address: String,
}

/// A theme to choose.
struct ThemeChoice {
    slug: &'static str,
    name: &'static str,
    is_chosen: bool,
}

/// `GET /fi/syotteet`.
pub(crate) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    Query(parameters): Query<Vec<(String, String)>>,
) -> Response {
    let chosen = FeedAddress::read(&parameters);
    let frame = site.frame(language).around(Address::Feeds(chosen));
    let choices = themes().iter().map(|theme| ThemeChoice {
        slug: theme.slug(language),
        name: theme.name(language),
        is_chosen: Some(theme) == chosen.theme,
    });
    let (t, path) = (frame.t, chosen.path(language));
    render(&FeedsPage {
        preview: Preview::new(&frame, t.get("feeds-heading"))
            .described(t.get("feeds-lead"))
            .with_feed(&chosen, &frame),
        search_box: SearchBox::new(&site, &chosen.search(), language),
        action: Address::Feeds(FeedAddress::default()).path(language),
        names: ParameterNames::of(language),
        themes: choices.collect(),
        feed_title: title(&chosen, t),
        feed_address: frame.absolute(&path),
        feed_href: path,
        frame,
    })
}
