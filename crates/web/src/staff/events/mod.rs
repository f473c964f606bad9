//! The coordinator's events: the list, the form, the page of each with its participants and materials, and what
//! followed.

pub(super) mod effect;
mod form;
mod manage;
mod materials;

use std::borrow::Cow;

use app::event::EventLine;
use askama::Template;
use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::response::Response;
use axum::routing::{get, post};
use domain::Language;

use super::{SignedIn, StaffFrame, StaffPage};
use crate::address::{Address, EventAddress};
use crate::fault::Fault;
use crate::frame::Frame;
use crate::language::Reader;
use crate::pages::event::card::EventCard;
use crate::texts::Texts;
use crate::{Site, render};

/// The pages of events in a language.
pub(super) fn routes(language: Language) -> Router<Site> {
    use EventAddress as At;
    let (id, other) = (EventAddress::id, EventAddress::other);
    let path = |address: EventAddress| address.path(language);
    let upload = post(materials::add).layer(DefaultBodyLimit::max(materials::BODY_LIMIT));
    let manage =
        get(manage::page).post(manage::take).layer(DefaultBodyLimit::max(manage::BODY_LIMIT));
    Router::new()
        .route(&path(At::Staff), get(list))
        .route(&path(At::New), get(form::new).post(form::make))
        .route(&path(At::StaffOne(id())), manage)
        .route(&path(At::Edit(id())), get(form::edit).post(form::change))
        .route(&path(At::Materials(id())), upload)
        .route(&path(At::Effect(None)), get(effect::of_all))
        .route(&path(At::EffectTable(None, other())), get(effect::table_of_all))
        .route(&path(At::Effect(Some(id()))), get(effect::of_event))
        .route(&path(At::EffectTable(Some(id()), other())), get(effect::table_of_event))
}

/// The list.
#[derive(Template)]
#[template(path = "staff/events.html")]
struct ListPage {
    frame: Frame,
    staff: StaffFrame,
    new: String,
    public: String,
    effect: String,
    /// Those to come and those that were: an id, a heading, the events.
    lists: [(&'static str, Cow<'static, str>, Vec<Line>); 2],
}

struct Line {
    card: EventCard,
    counts: String,
}

/// `GET /fi/koordinaattori/tapahtumat`.
async fn list(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
) -> Result<Response, Fault> {
    let address = Address::Events(EventAddress::Staff);
    let (frame, staff) = StaffFrame::new(&site, language, &coordinator, StaffPage::Events, address);
    let t = frame.t;
    let (coming, past) = app::event::list(&site.app, &coordinator, site.county()).await?;
    let lines = |lines: Vec<EventLine>| lines.iter().map(|line| Line::new(line, t)).collect();
    Ok(render(&ListPage {
        new: EventAddress::New.path(language),
        public: EventAddress::List.path(language),
        effect: EventAddress::Effect(None).path(language),
        lists: [
            ("coming", t.get("staff-events-coming"), lines(coming)),
            ("past", t.get("staff-events-past"), lines(past)),
        ],
        frame,
        staff,
    }))
}

impl Line {
    fn new(line: &EventLine, t: Texts) -> Self {
        let registered = registered(line.registered, line.event.facts.capacity, t);
        let counts = match line.partners {
            0 => registered,
            partners => format!("{registered} {}", t.count("staff-partners-came", partners)),
        };
        Self { card: EventCard::new(&line.event, t), counts }
    }
}

/// How many registered, in words.
fn registered(count: usize, capacity: Option<u32>, t: Texts) -> String {
    let text = match capacity.and_then(|most| usize::try_from(most).ok()) {
        Some(most) => t.count_of_most("staff-registered-of", count, most),
        None => t.count("staff-registered", count),
    };
    text.into_owned()
}
