//! One's own registration, behind a key of its own: whether there is a place, how to take part, and the way out.

use app::event::Own;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::event::{RegistrationCode, Seat};

use super::card::EventCard;
use crate::address::{Address, EventAddress};
use crate::fault::Fault;
use crate::frame::Frame;
use crate::language::Reader;
use crate::pages::information::ContactCard;
use crate::pages::shared_list::private;
use crate::view::text::date;
use crate::{Site, render};

/// One's own registration.
#[derive(Template)]
#[template(path = "registration.html")]
struct OwnPage {
    frame: Frame,
    card: EventCard,
    /// Whether there is a place.
    has_seat: bool,
    heading: String,
    /// How one stands on the waiting list.
    waiting: Option<String>,
    /// By which address one takes part.
    remote: Option<String>,
    address: String,
    calendar: String,
    name: String,
    organisation: String,
    email: String,
    forgotten: String,
    /// Whether the event is still to come.
    is_to_come: bool,
    contact: ContactCard,
}

/// `GET /fi/ilmoittautuminen/{code}`.
pub(crate) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    Path(code): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    let code = RegistrationCode::read(&code).ok_or(Fault::NotFound)?;
    let Own { event, registration, seat } =
        app::event::own(&site.app, site.county(), &code).await?;
    let address = EventAddress::own(&code);
    let frame = site.frame(language).around(Address::Events(address.clone()));
    let t = frame.t;
    let heading = match seat {
        _ if event.is_cancelled => t.get("event-cancelled"),
        Seat::Taken => t.get("own-seat"),
        Seat::Waiting(_) => t.get("own-waiting"),
    };
    let waiting = match seat {
        Seat::Waiting(place) => Some(t.count("own-waiting-place", place).into_owned()),
        Seat::Taken => None,
    };
    let page = render(&OwnPage {
        card: EventCard::new(&event, t),
        has_seat: seat == Seat::Taken,
        heading: heading.into_owned(),
        waiting,
        remote: event.facts.remote.clone().filter(|_| seat == Seat::Taken),
        address: format!("{}{}", site.origin(&headers), address.path(language)),
        calendar: EventAddress::OwnCalendar(code.to_string()).path(language),
        forgotten: t.name("register-kept", date(event.forgotten_by(), language)).into_owned(),
        is_to_come: !event.is_over(site.now()),
        name: registration.registrant.name,
        organisation: registration.registrant.organisation.as_str().to_owned(),
        email: registration.registrant.email,
        contact: ContactCard::of(&site),
        frame,
    });
    Ok(unkept(page))
}

/// `POST /fi/ilmoittautuminen/{code}`: withdraws.
pub(crate) async fn withdraw(
    State(site): State<Site>,
    Reader(language): Reader,
    Path(code): Path<String>,
) -> Result<Response, Fault> {
    let code = RegistrationCode::read(&code).ok_or(Fault::NotFound)?;
    app::event::withdraw(&site.app, site.county(), &code).await?;
    Ok(Redirect::to(&EventAddress::Withdrawn.path(language)).into_response())
}

/// That one has withdrawn.
#[derive(Template)]
#[template(path = "registration-withdrawn.html")]
struct WithdrawnPage {
    frame: Frame,
    /// Where events are, where there are such.
    events: Option<String>,
}

/// `GET /fi/ilmoittautuminen-peruttu`.
pub(crate) async fn withdrawn(State(site): State<Site>, Reader(language): Reader) -> Response {
    let frame = site.frame(language).around(Address::Events(EventAddress::Withdrawn));
    let events = Address::Events(EventAddress::List);
    let events = frame.serves(&events).then(|| events.path(language));
    render(&WithdrawnPage { frame, events })
}

/// Nobody keeps what is a person's, and no other site is told the key.
fn unkept(page: Response) -> Response {
    let mut page = private(page);
    page.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    page
}
