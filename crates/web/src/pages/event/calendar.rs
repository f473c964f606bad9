//! Events for one's own calendar.

use app::event::{details, own as own_registration, span};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use domain::event::{Event, RegistrationCode};
use paper::{CalendarEntry, calendar};

use crate::Site;
use crate::address::EventAddress;
use crate::fault::Fault;
use crate::language::Reader;
use crate::pages::shared_list::private;
use crate::texts::Texts;
use crate::view::text::Text;

/// `GET /fi/tapahtumat/{id}/kalenteri.ics`.
pub(crate) async fn of_event(
    State(site): State<Site>,
    Reader(language): Reader,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    let event = details(&site.app, site.county(), &id).await?.event;
    let address = EventAddress::One(id).path(language);
    file(&event, format!("{}{address}", site.origin(&headers)), None, Texts(language))
}

/// `GET /fi/ilmoittautuminen/{code}/kalenteri.ics`: with the address of the meeting.
pub(crate) async fn own(
    State(site): State<Site>,
    Reader(language): Reader,
    Path(code): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    let code = RegistrationCode::read(&code).ok_or(Fault::NotFound)?;
    let event = own_registration(&site.app, site.county(), &code).await?.event;
    let address = EventAddress::own(&code).path(language);
    let remote = event.facts.remote.clone();
    let address = format!("{}{address}", site.origin(&headers));
    Ok(private(file(&event, address, remote, Texts(language))?))
}

fn file(
    event: &Event,
    address: String,
    remote: Option<String>,
    t: Texts,
) -> Result<Response, Fault> {
    let (starts, ends) = span(event)?;
    let text = |text: Option<Text>| text.map(|text| text.value).unwrap_or_default();
    let entry = CalendarEntry {
        id: format!("{}@tarjotin", event.id),
        title: text(Text::best(&event.facts.title, t.0)),
        description: text(Text::best(&event.facts.description, t.0)),
        place: event.facts.place.clone().or(remote.clone()),
        address: Some(remote.unwrap_or(address)),
        starts,
        ends,
        is_cancelled: event.is_cancelled,
        changed: event.changed,
    };
    let mut response = Response::new(Body::from(calendar(&entry)));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    let name = HeaderValue::from_static("attachment; filename=\"tapahtuma.ics\"");
    headers.insert(header::CONTENT_DISPOSITION, name);
    Ok(response)
}
