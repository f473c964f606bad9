//! A partner: its steps, the events in which it took part, and which organisation of the catalogue it is.

use app::coordinator::Coordinator;
use app::partner::{PartnerDetails, candidates, change, details, remove};
use askama::Template;
use axum::extract::{Form, Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::catalogue::EntityId;
use domain::event::day_of;
use domain::journey::{
    Journey, JourneyPlan, MOST_CHARACTERS, Mark, Marked, Step, StepNote, StepNoteRefusal, StepState,
};
use domain::partner::PartnerName;
use domain::{Language, Localized};

use super::told;
use crate::address::{Address, EventAddress};
use crate::fault::Fault;
use crate::frame::Frame;
use crate::language::Reader;
use crate::pages::event::card::EventCard;
use crate::staff::{SignedIn, StaffFrame, StaffPage};
use crate::texts::Texts;
use crate::view::form::{Choice, Field, Sent};
use crate::view::text::{Text, date, finnish_date};
use crate::{Site, render};

/// The page.
#[derive(Template)]
#[template(path = "staff/partner.html")]
struct PartnerPage {
    frame: Frame,
    staff: StaffFrame,
    heading: String,
    organisation: Option<(Text, String)>,
    descriptions: String,
    progress: String,
    steps: Vec<StepFields>,
    history: Vec<String>,
    events: Vec<EventCard>,
    search: Field,
    name: Field,
    /// Id, name, and whether it is the one.
    candidates: Vec<(EntityId, Text, bool)>,
    errors: Vec<(String, String)>,
}

/// A step with its fields.
struct StepFields {
    number: usize,
    code: String,
    name: Text,
    states: Vec<Choice>,
    day: Field,
    note: Field,
    /// By whom and when it was marked last.
    marked: Option<String>,
}

/// `GET /fi/koordinaattori/toimijat/{id}`, with `?q=` for organisations to choose from.
pub(super) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Path(id): Path<String>,
    Query(parameters): Query<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let asked = Sent(parameters).field("q").to_owned();
    show(&site, language, &coordinator, &id, &asked, None, vec![]).await
}

/// `POST /fi/koordinaattori/toimijat/{id}`.
pub(super) async fn take(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Path(id): Path<String>,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let (t, sent) = (Texts(language), Sent(sent));
    let errors = match sent.field("deed") {
        "journey" => steps(&site, &coordinator, &id, &sent, t).await?,
        "details" => rename(&site, &coordinator, &id, &sent, t).await?,
        "remove" => match remove(&site.app, &coordinator, site.county(), &id).await {
            Ok(()) => {
                return Ok(Redirect::to(&EventAddress::Partners.path(language)).into_response());
            }
            Err(app::Error::Refused(_)) => {
                vec![("events".to_owned(), t.get("partner-took-part").into_owned())]
            }
            Err(error) => return Err(error.into()),
        },
        _ => return Err(Fault::BadRequest("the form has no deed that is known")),
    };
    if errors.is_empty() {
        return Ok(Redirect::to(&EventAddress::Partner(id).path(language)).into_response());
    }
    show(&site, language, &coordinator, &id, "", Some(&sent), errors).await
}

/// Marks the steps that a form brings, unless something in it must be mended.
async fn steps(
    site: &Site,
    coordinator: &Coordinator,
    id: &str,
    sent: &Sent,
    t: Texts,
) -> Result<Vec<(String, String)>, Fault> {
    let plan = &site.config.face.journey;
    let (mut marks, mut errors) = (Vec::new(), Vec::new());
    for step in plan.steps() {
        match mark_of(step, sent, t) {
            Ok(mark) => marks.push((step.code.clone(), mark)),
            Err(mut found) => errors.append(&mut found),
        }
    }
    if errors.is_empty() {
        app::journey::mark(&site.app, coordinator, site.county(), plan, id, marks).await?;
    }
    Ok(errors)
}

fn mark_of(step: &Step, sent: &Sent, t: Texts) -> Result<Mark, Vec<(String, String)>> {
    let code = &step.code;
    let (day_field, note_field) = (format!("day-{code}"), format!("note-{code}"));
    let written = sent.field(&day_field).trim();
    let day = if written.is_empty() { Some(None) } else { day_of(written).map(Some) };
    let note = StepNote::take(sent.field(&note_field));
    let state = StepState::from_name(sent.field(&format!("state-{code}"))).unwrap_or_default();
    match (day, note) {
        (Some(day), Ok(note)) => Ok(Mark { state, day, note }),
        (day, note) => {
            let no_day = day.is_none().then(|| (day_field, t.get("form-no-day").into_owned()));
            let no_note = note.err().map(|why| {
                let text = match why {
                    StepNoteRefusal::TooLong(_) => t.count("form-too-long", MOST_CHARACTERS),
                    StepNoteRefusal::Personal(_) => t.get("form-personal"),
                };
                (note_field, text.into_owned())
            });
            Err(no_day.into_iter().chain(no_note).collect())
        }
    }
}

/// Changes name and organisation, unless something must be mended.
async fn rename(
    site: &Site,
    coordinator: &Coordinator,
    id: &str,
    sent: &Sent,
    t: Texts,
) -> Result<Vec<(String, String)>, Fault> {
    let at_name = |text: String| vec![("name".to_owned(), text)];
    let name = match PartnerName::take(sent.field("name")) {
        Ok(name) => name,
        Err(why) => return Ok(at_name(told(why, t))),
    };
    let organisation = match sent.field("organisation") {
        "" => None,
        id => Some(crate::pages::entity_id(id)?),
    };
    match change(&site.app, coordinator, site.county(), id, name, organisation).await {
        Ok(()) => Ok(vec![]),
        Err(app::Error::Conflict(_)) => Ok(at_name(t.get("partner-name-taken").into_owned())),
        Err(app::Error::Refused(_)) => {
            let text = t.get("partner-organisation-gone").into_owned();
            Ok(vec![("organisation-none".to_owned(), text)])
        }
        Err(error) => Err(error.into()),
    }
}

async fn show(
    site: &Site,
    language: Language,
    coordinator: &Coordinator,
    id: &str,
    asked: &str,
    sent: Option<&Sent>,
    errors: Vec<(String, String)>,
) -> Result<Response, Fault> {
    let shown = details(&site.app, coordinator, site.county(), id).await?;
    let asked =
        if asked.is_empty() { shown.partner.name.as_str().to_owned() } else { asked.to_owned() };
    let mut found = candidates(&site.app, &asked).await?;
    if let (Some(id), Some(names)) = (&shown.partner.organisation, &shown.organisation)
        && !found.iter().any(|(one, _)| one == id)
    {
        found.insert(0, (id.clone(), names.clone()));
    }
    let address = Address::Events(EventAddress::Partner(id.to_owned()));
    let frames = StaffFrame::new(site, language, coordinator, StaffPage::Partners, address);
    let plan = &site.config.face.journey;
    Ok(render(&PartnerPage::new(frames, plan, &shown, (&asked, found), sent, errors)))
}

impl PartnerPage {
    fn new(
        (frame, staff): (Frame, StaffFrame),
        plan: &JourneyPlan,
        shown: &PartnerDetails,
        (asked, found): (&str, Vec<(EntityId, Localized)>),
        sent: Option<&Sent>,
        errors: Vec<(String, String)>,
    ) -> Self {
        let (t, partner) = (frame.t, &shown.partner);
        let journey = Journey::of(plan, &shown.marks);
        let (done, all) = journey.progress();
        let name = partner.name.as_str();
        let written =
            sent.filter(|sent| sent.field("deed") == "details").map(|sent| sent.field("name"));
        let organisation = partner.organisation.as_ref().map(|id| {
            let names = shown.organisation.clone().unwrap_or_default();
            let address = Address::Organisation(id.clone(), 1).path(t.0);
            (Text::best_or(&names, t, "partner-gone"), address)
        });
        let candidate = |(id, names): (EntityId, Localized)| {
            let is_chosen = partner.organisation.as_ref() == Some(&id);
            (id, Text::best_or(&names, t, "name-missing"), is_chosen)
        };
        let steps = journey.steps.iter().enumerate().map(|(place, (step, marked))| {
            StepFields::new(place + 1, step, *marked, sent, &errors, t)
        });
        Self {
            heading: name.to_owned(),
            organisation,
            descriptions: t.count("partner-describes", shown.descriptions).into_owned(),
            progress: t.count_of_most("journey-progress", done, all).into_owned(),
            steps: steps.collect(),
            history: shown.marks.iter().rev().map(|one| history_line(plan, one, t)).collect(),
            events: shown.events.iter().map(|event| EventCard::new(event, t)).collect(),
            search: Field::new("q", t.get("partner-search-label"), asked),
            name: Field::new("name", t.get("partner-name"), written.unwrap_or(name))
                .with_error(&errors),
            candidates: found.into_iter().map(candidate).collect(),
            errors,
            frame,
            staff,
        }
    }
}

impl StepFields {
    fn new(
        number: usize,
        step: &Step,
        marked: Option<&Marked>,
        sent: Option<&Sent>,
        errors: &[(String, String)],
        t: Texts,
    ) -> Self {
        let code = &step.code;
        let mark = marked.map(|one| one.mark.clone()).unwrap_or_default();
        // A form that was refused is shown as it was sent.
        let sent = sent.filter(|sent| sent.field("deed") == "journey");
        let field = |part: &str, kept: String| {
            let id = format!("{part}-{code}");
            let value = sent.map_or(kept, |sent| sent.field(&id).to_owned());
            (id, value)
        };
        let (_, chosen) = field("state", mark.state.name().to_owned());
        let states = StepState::ALL.into_iter().map(|state| Choice {
            value: state.name(),
            name: t.find("journey-state", state.name()).unwrap_or_default(),
            is_chosen: chosen == state.name(),
        });
        let (day_id, day) = field("day", mark.day.map(|day| day.to_string()).unwrap_or_default());
        let (note_id, note) = field("note", mark.note.as_str().to_owned());
        Self {
            number,
            code: code.clone(),
            name: Text::best_or(&step.name, t, "name-missing"),
            states: states.collect(),
            day: Field::new(day_id, t.get("journey-day"), day).kind("date").with_error(errors),
            note: Field::new(note_id, t.get("journey-note"), note).rows(2).with_error(errors),
            marked: marked.map(|one| {
                let day = date(finnish_date(one.at), t.0);
                t.with("journey-marked", &[("name", &one.author), ("day", &day)]).into_owned()
            }),
        }
    }
}

/// A mark in words: when, by whom, of which step, what.
fn history_line(plan: &JourneyPlan, marked: &Marked, t: Texts) -> String {
    let name = plan.find(&marked.step).and_then(|step| step.name.best(t.0));
    let name = name.map_or(marked.step.as_str(), |(_, name)| name);
    let state = t.find("journey-state", marked.mark.state.name()).unwrap_or_default();
    let day = marked.mark.day.map_or_else(String::new, |day| format!(" {}", date(day, t.0)));
    let note = match marked.mark.note.as_str() {
        "" => String::new(),
        note => format!(". {note}"),
    };
    let at = date(finnish_date(marked.at), t.0);
    format!("{at} {}: {name}: {state}{day}{note}", marked.author)
}
