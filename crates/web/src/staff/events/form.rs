//! The form of an event, new or not.

use app::event::{add, details};
use askama::Template;
use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Language;
use domain::event::{EventDraft, EventFacts, EventField, EventKind, EventProblem};

use super::super::{SignedIn, StaffFrame, StaffPage};
use crate::address::{Address, EventAddress};
use crate::fault::Fault;
use crate::frame::{Frame, own_name};
use crate::language::Reader;
use crate::texts::Texts;
use crate::view::form::{Choice, Field, Sent};
use crate::{Site, render};

/// The form.
#[derive(Template)]
#[template(path = "staff/event-form.html")]
struct FormPage {
    frame: Frame,
    staff: StaffFrame,
    heading: String,
    kinds: Vec<Choice>,
    kind_error: Option<String>,
    fields: Vec<Field>,
    errors: Vec<(String, String)>,
    back: String,
}

/// `GET /fi/koordinaattori/tapahtumat/uusi`.
pub(super) async fn new(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
) -> Response {
    let draft = EventDraft {
        kind: EventKind::Workshop.name().to_owned(),
        title: languages(&site).map(|one| (one, String::new())).collect(),
        description: languages(&site).map(|one| (one, String::new())).collect(),
        ..EventDraft::default()
    };
    let address = EventAddress::New;
    let frames = frames(&site, language, &coordinator, address);
    show(frames, "staff-event-new", &EventAddress::Staff, &draft, vec![])
}

/// `POST /fi/koordinaattori/tapahtumat/uusi`.
pub(super) async fn make(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let draft = read(&site, &Sent(sent));
    match draft.validate() {
        Ok(facts) => {
            let id = add(&site.app, &coordinator, site.county(), facts).await?;
            let address = EventAddress::StaffOne(id).path(language);
            Ok(Redirect::to(&address).into_response())
        }
        Err(problems) => {
            let errors = told(problems, Texts(language));
            let frames = frames(&site, language, &coordinator, EventAddress::New);
            Ok(show(frames, "staff-event-new", &EventAddress::Staff, &draft, errors))
        }
    }
}

/// `GET /fi/koordinaattori/tapahtumat/{id}/muokkaa`.
pub(super) async fn edit(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    let event = details(&site.app, site.county(), &id).await?.event;
    let languages: Vec<Language> = languages(&site).collect();
    let draft = EventDraft::of(&event.facts, &languages);
    let frames = frames(&site, language, &coordinator, EventAddress::Edit(id.clone()));
    Ok(show(frames, "staff-event-edit", &EventAddress::StaffOne(id), &draft, vec![]))
}

/// `POST /fi/koordinaattori/tapahtumat/{id}/muokkaa`.
pub(super) async fn change(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Path(id): Path<String>,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let draft = read(&site, &Sent(sent));
    let changed = match draft.validate() {
        Ok(facts) => app::event::change(&site.app, &coordinator, site.county(), &id, facts)
            .await?
            .map_err(|problem| vec![(EventField::Day, problem)]),
        Err(problems) => Err(problems),
    };
    match changed {
        Ok(()) => Ok(Redirect::to(&EventAddress::StaffOne(id).path(language)).into_response()),
        Err(problems) => {
            let errors = told(problems, Texts(language));
            let frames = frames(&site, language, &coordinator, EventAddress::Edit(id.clone()));
            Ok(show(frames, "staff-event-edit", &EventAddress::StaffOne(id), &draft, errors))
        }
    }
}

/// The site's languages, the usual one first.
fn languages(site: &Site) -> impl Iterator<Item = Language> {
    site.config.face.languages.iter().copied()
}

fn frames(
    site: &Site,
    language: Language,
    coordinator: &app::coordinator::Coordinator,
    address: EventAddress,
) -> (Frame, StaffFrame) {
    StaffFrame::new(site, language, coordinator, StaffPage::Events, Address::Events(address))
}

fn read(site: &Site, sent: &Sent) -> EventDraft {
    let text = |field: &str| sent.field(field).to_owned();
    let in_each =
        |part: &str| languages(site).map(|one| (one, text(&format!("{part}-{one}")))).collect();
    EventDraft {
        kind: text("kind"),
        title: in_each("title"),
        description: in_each("description"),
        day: text("day"),
        starts: text("starts"),
        ends: text("ends"),
        place: text("place"),
        remote: text("remote"),
        capacity: text("capacity"),
        closes: text("closes"),
    }
}

/// What must be mended, with the fields' ids on the page.
fn told(problems: Vec<(EventField, EventProblem)>, t: Texts) -> Vec<(String, String)> {
    problems.into_iter().map(|(field, problem)| (name_of(field), words(problem, t))).collect()
}

/// A field's id on the page.
fn name_of(field: EventField) -> String {
    match field {
        EventField::Kind => "kind-workshop".to_owned(),
        EventField::Title(language) => format!("title-{language}"),
        EventField::Description(language) => format!("description-{language}"),
        EventField::Day => "day".to_owned(),
        EventField::Starts => "starts".to_owned(),
        EventField::Ends => "ends".to_owned(),
        EventField::Place => "place".to_owned(),
        EventField::Remote => "remote".to_owned(),
        EventField::Capacity => "capacity".to_owned(),
        EventField::Closes => "closes".to_owned(),
    }
}

fn words(problem: EventProblem, t: Texts) -> String {
    let text = match problem {
        EventProblem::NoKind => t.get("event-no-kind"),
        EventProblem::NoTitle => t.get("event-no-title"),
        EventProblem::TooLong(most) => t.count("form-too-long", most),
        EventProblem::NoDay => t.get("form-no-day"),
        EventProblem::NoTime => t.get("event-no-time"),
        EventProblem::EndsTooEarly => t.get("event-ends-too-early"),
        EventProblem::Nowhere => t.get("event-nowhere"),
        EventProblem::NoAddress => t.get("form-no-address"),
        EventProblem::NoNumber => t.get("event-no-number"),
        EventProblem::ClosesTooLate => t.get("event-closes-too-late"),
        EventProblem::DayOver => t.get("event-day-over"),
    };
    text.into_owned()
}

fn show(
    (frame, staff): (Frame, StaffFrame),
    heading: &str,
    back: &EventAddress,
    draft: &EventDraft,
    errors: Vec<(String, String)>,
) -> Response {
    let t = frame.t;
    let kinds = EventKind::ALL.into_iter().map(|kind| Choice {
        value: kind.name(),
        name: t.find("event-kind", kind.name()).unwrap_or_default(),
        is_chosen: draft.kind == kind.name(),
    });
    let kind_error = errors.iter().find(|(field, _)| field == "kind-workshop");
    render(&FormPage {
        heading: t.get(heading).into_owned(),
        kinds: kinds.collect(),
        kind_error: kind_error.map(|(_, text)| text.clone()),
        fields: fields(draft, &errors, t),
        back: back.path(t.0),
        errors,
        frame,
        staff,
    })
}

fn fields(draft: &EventDraft, errors: &[(String, String)], t: Texts) -> Vec<Field> {
    let input = |id: &str, key: &str, value: &str| Field::new(id, t.get(key), value);
    let in_each = |id: &str, key: &str, texts: &[(Language, String)]| {
        let field = |(language, text): &(Language, String)| {
            let label = t.name(key, own_name(*language));
            let id = format!("{id}-{language}");
            Field::new(id, label, text.as_str()).written_in(*language, t.0)
        };
        texts.iter().map(field).collect::<Vec<_>>()
    };
    let mut fields = in_each("title", "event-title-in", &draft.title);
    let descriptions = in_each("description", "event-description-in", &draft.description);
    fields.extend(descriptions.into_iter().map(|field| field.rows(5)));
    fields.extend([
        input("day", "event-day", &draft.day).kind("date").width(20),
        input("starts", "event-starts", &draft.starts).kind("time").width(10),
        input("ends", "event-ends", &draft.ends).kind("time").width(10),
        input("place", "event-place", &draft.place),
        input("remote", "event-remote-address", &draft.remote)
            .kind("url")
            .hint(t.get("event-remote-hint")),
        input("capacity", "event-capacity", &draft.capacity)
            .kind("number")
            .width(5)
            .hint(t.get("event-capacity-hint")),
        input("closes", "event-closes-label", &draft.closes)
            .kind("date")
            .width(20)
            .hint(t.get("event-closes-hint")),
    ]);
    fields.into_iter().map(|field| field.with_error(errors)).collect()
}
