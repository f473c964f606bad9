//! Workshops and clinics: the list of those to come, and each with the form by which one registers without an account.

pub(crate) mod calendar;
pub(crate) mod card;
pub(crate) mod own;

use std::borrow::Cow;

use app::event::{EventDetails, Registering, coming, details};
use askama::Template;
use axum::body::Body;
use axum::extract::{Form, Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::event::{NotOpen, RegistrantDraft, RegistrantField, RegistrantProblem, Seat};

use self::card::{EventCard, MaterialLink, description, not_open, reason};
use crate::address::{Address, EventAddress, percent_encoded};
use crate::face::Module;
use crate::fault::{Fault, again_in_a_minute};
use crate::found::preview::Preview;
use crate::frame::Frame;
use crate::language::Reader;
use crate::texts::Texts;
use crate::view::form::{Field, Sent};
use crate::view::text::{Text, date};
use crate::{Site, render};

/// The events to come.
#[derive(Template)]
#[template(path = "events.html")]
struct EventsPage {
    frame: Frame,
    preview: Preview,
    events: Vec<EventCard>,
    why_missing: String,
}

/// `GET /fi/tapahtumat`.
pub(crate) async fn list(
    State(site): State<Site>,
    Reader(language): Reader,
) -> Result<Response, Fault> {
    let frame = site.frame(language).around(Address::Events(EventAddress::List));
    let events = coming(&site.app, site.county()).await?;
    Ok(render(&EventsPage {
        preview: Preview::new(&frame, frame.t.get("events-heading"))
            .described(frame.t.get("events-lead")),
        events: events.iter().map(|event| EventCard::new(event, frame.t)).collect(),
        why_missing: Address::WhyMissing.path(language),
        frame,
    }))
}

/// An event, with the form where one may register.
#[derive(Template)]
#[template(path = "event.html")]
struct EventPage {
    frame: Frame,
    preview: Preview,
    card: EventCard,
    description: Option<Text>,
    materials: Vec<MaterialLink>,
    calendar: String,
    /// How many places are left, or how many wait.
    seats: String,
    closes: String,
    /// Why one cannot register.
    not_open: Option<String>,
    fields: Vec<Field>,
    errors: Vec<(String, String)>,
    /// By when what is kept of participants is gone.
    forgotten: String,
    privacy: String,
}

/// `GET /fi/tapahtumat/{id}`.
pub(crate) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    let details = details(&site.app, site.county(), &id).await?;
    Ok(render(&EventPage::new(
        &site,
        Texts(language),
        &details,
        &RegistrantDraft::default(),
        vec![],
    )))
}

/// `POST /fi/tapahtumat/{id}`: registers, then leads to one's own page, so that going back and forth sends nothing
/// anew.
pub(crate) async fn register(
    State(site): State<Site>,
    Reader(language): Reader,
    Path(id): Path<String>,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let (t, sent) = (Texts(language), Sent(sent));
    if sent.has("homepage") {
        // A machine is led on like anybody, and learns nothing.
        return Ok(Redirect::to(&EventAddress::List.path(language)).into_response());
    }
    let draft = RegistrantDraft {
        name: sent.field("name").to_owned(),
        organisation: sent.field("organisation").to_owned(),
        email: sent.field("email").to_owned(),
    };
    let errors = match draft.validate() {
        _ if !takes_registrations(&site) => vec![closed(NotOpen::Closed, t)],
        Err(problems) => problems.iter().map(|problem| told(*problem, t)).collect(),
        Ok(registrant) => {
            let county = site.county();
            match app::event::register(&site.app, county, &id, registrant, language).await? {
                Registering::Done(code) => {
                    let own = EventAddress::own(&code).path(language);
                    return Ok(Redirect::to(&own).into_response());
                }
                Registering::NotOpen(why) => vec![closed(why, t)],
                Registering::TooMany => vec![in_no_field("event-full", t)],
                Registering::FullForAMinute => {
                    let details = details(&site.app, county, &id).await?;
                    let errors = vec![in_no_field("event-full-minute", t)];
                    let page = EventPage::new(&site, t, &details, &draft, errors);
                    return Ok(again_in_a_minute(render(&page)));
                }
            }
        }
    };
    let details = details(&site.app, site.county(), &id).await?;
    Ok(render(&EventPage::new(&site, t, &details, &draft, errors)))
}

/// Whether somebody is there who could see who registers.
fn takes_registrations(site: &Site) -> bool {
    site.config.shows(Module::Events)
}

/// Why one cannot register, where the page says it.
fn closed(why: NotOpen, t: Texts) -> (String, String) {
    ("register".to_owned(), reason(why, t).into_owned())
}

/// What is wrong in no field.
fn in_no_field(key: &str, t: Texts) -> (String, String) {
    (String::new(), t.get(key).into_owned())
}

/// `GET /fi/tapahtumat/{id}/aineisto/{file}`: to be kept, never to be shown as a page of ours.
pub(crate) async fn file(
    State(site): State<Site>,
    Path((id, file)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let (name, kind, bytes) = app::event::file(&site.app, site.county(), &id, &file).await?;
    let ending = format!(".{}", kind.ending);
    let name =
        if name.to_lowercase().ends_with(&ending) { name } else { format!("{name}{ending}") };
    let disposition = format!(
        "attachment; filename=\"file{ending}\"; filename*=UTF-8''{}",
        percent_encoded(&name)
    );
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind.media));
    headers.extend(
        HeaderValue::try_from(disposition).ok().map(|value| (header::CONTENT_DISPOSITION, value)),
    );
    Ok(response)
}

/// What is to be mended, at its field.
fn told((field, problem): (RegistrantField, RegistrantProblem), t: Texts) -> (String, String) {
    use RegistrantField as At;
    let field = match field {
        At::Name => "name",
        At::Organisation => "organisation",
        At::Email => "email",
    };
    let text = match problem {
        RegistrantProblem::Missing if field == "name" => t.get("register-no-name"),
        RegistrantProblem::Missing if field == "organisation" => t.get("register-no-organisation"),
        RegistrantProblem::Missing => t.get("register-no-email"),
        RegistrantProblem::TooLong(most) => t.count("form-too-long", most),
        RegistrantProblem::NoEmail => t.get("register-bad-email"),
        RegistrantProblem::Personal => t.get("form-personal"),
    };
    (field.to_owned(), text.into_owned())
}

impl EventPage {
    fn new(
        site: &Site,
        t: Texts,
        details: &EventDetails,
        draft: &RegistrantDraft,
        errors: Vec<(String, String)>,
    ) -> Self {
        let event = &details.event;
        let frame = site.frame(t.0).around(Address::Events(EventAddress::One(event.id.clone())));
        let card = EventCard::new(event, t);
        let input = |id: &str, key: &str, value: &str| {
            Field::new(id, t.get(key), value).with_error(&errors)
        };
        Self {
            preview: Preview::new(&frame, card.title.value.clone()).described(card.when.clone()),
            description: description(event, t),
            materials: MaterialLink::all(&event.id, &details.materials, t),
            calendar: EventAddress::Calendar(event.id.clone()).path(t.0),
            seats: seats(details, t),
            closes: t.name("event-closes", date(event.facts.closes, t.0)).into_owned(),
            not_open: not_open(event, site.now(), t)
                .or_else(|| (!takes_registrations(site)).then(|| reason(NotOpen::Closed, t)))
                .map(Cow::into_owned),
            fields: vec![
                input("name", "register-name", &draft.name).autocomplete("name"),
                input("organisation", "register-organisation", &draft.organisation)
                    .autocomplete("organization"),
                input("email", "register-email", &draft.email)
                    .kind("email")
                    .autocomplete("email")
                    .hint(t.get("register-email-hint")),
            ],
            forgotten: t.name("register-kept", date(event.forgotten_by(), t.0)).into_owned(),
            privacy: Address::Privacy.path(t.0),
            errors,
            card,
            frame,
        }
    }
}

/// How many places are left, in words.
fn seats(details: &EventDetails, t: Texts) -> String {
    let Some(capacity) = details.event.facts.capacity else {
        return t.get("event-seats-free").into_owned();
    };
    let capacity_count = usize::try_from(capacity).unwrap_or(usize::MAX);
    let text = match Seat::of(details.registered, Some(capacity)) {
        Seat::Taken => {
            t.count_of_most("event-seats-left", capacity_count - details.registered, capacity_count)
        }
        Seat::Waiting(place) => t.count("event-seats-none", place - 1),
    };
    text.into_owned()
}
