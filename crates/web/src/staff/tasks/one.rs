//! A task: what it is about, what is to become of it, and who did what.

use app::task::{TaskDetails, change, get};
use askama::Template;
use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::task::{
    Deed, LONGEST_NOTE, LONGEST_OWNER, TaskAbout, TaskChange, TaskEvent, TaskRefusal, TaskState,
};
use jiff::Timestamp;

use super::{StateChoice, state_name, states, what};
use crate::address::{Address, TasksAddress};
use crate::fault::Fault;
use crate::frame::Frame;
use crate::language::Reader;
use crate::staff::{SignedIn, StaffFrame, StaffPage};
use crate::texts::Texts;
use crate::view::text::{Text, date, lang_of, moment};
use crate::{Site, render};

/// The page.
#[derive(Template)]
#[template(path = "staff/task.html")]
struct TaskPage {
    frame: Frame,
    staff: StaffFrame,
    tasks: String,
    heading: String,
    of: Option<(Text, String)>,
    organisation: Option<(Text, String)>,
    /// What the visitor told.
    words: Option<Text>,
    /// Why the rule matters and how it is mended.
    mend: Option<(&'static str, &'static str)>,
    /// What has to change for the task to be closed by itself.
    closes: String,
    is_answer_awaited: bool,
    states: Vec<StateChoice>,
    fields: Fields,
    longest_owner: usize,
    error: Option<FormError>,
    history: Vec<HistoryRow>,
}

/// What the form shows.
#[derive(Default)]
struct Fields {
    /// When the task that it was made from had last changed.
    seen: String,
    owner: String,
    state: String,
    due: String,
    note: String,
    answer: String,
}

/// What is to be mended, and in which field.
struct FormError {
    field: &'static str,
    text: String,
}

/// What was done.
struct HistoryRow {
    at: String,
    who: String,
    what: String,
    words: Option<String>,
}

/// `GET /fi/koordinaattori/tehtavat/{id}`.
pub(in crate::staff) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    let details = get(&site.app, &coordinator, site.county(), &id).await?;
    let frames =
        StaffFrame::new(&site, language, &coordinator, StaffPage::Tasks, Address::Task(id));
    let fields = Fields {
        seen: details.task.changed.to_string(),
        owner: details.task.owner.clone(),
        state: details.task.state.name().to_owned(),
        due: details.task.due.map_or_else(String::new, |due| due.to_string()),
        ..Fields::default()
    };
    Ok(show(frames, &details, fields, None))
}

/// `POST /fi/koordinaattori/tehtavat/{id}`.
pub(in crate::staff) async fn take(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Path(id): Path<String>,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let field = |wanted: &str| {
        sent.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value.as_str())
    };
    let names = ["owner", "state", "due", "note", "answer"];
    // One who sends no sign of what was seen is told what there is now.
    let seen = field("seen").parse().unwrap_or(Timestamp::MIN);
    let why = match TaskChange::take(names.map(field)) {
        Ok(wanted) => {
            match change(&site.app, &coordinator, site.county(), &id, seen, wanted).await {
                Ok(()) => {
                    return Ok(Redirect::to(&Address::Task(id).path(language)).into_response());
                }
                Err(app::Error::Conflict(_)) => None,
                Err(error) => return Err(error.into()),
            }
        }
        Err(why) => Some(why),
    };
    let details = get(&site.app, &coordinator, site.county(), &id).await?;
    let frames =
        StaffFrame::new(&site, language, &coordinator, StaffPage::Tasks, Address::Task(id));
    let [owner, state, due, note, answer] = names.map(|name| field(name).to_owned());
    let seen = details.task.changed.to_string();
    let fields = Fields { seen, owner, state, due, note, answer };
    let error = FormError::new(why, frames.0.t);
    Ok(show(frames, &details, fields, Some(error)))
}

fn show(
    (frame, staff): (Frame, StaffFrame),
    details: &TaskDetails,
    fields: Fields,
    error: Option<FormError>,
) -> Response {
    let (t, task) = (frame.t, &details.task);
    let name =
        |id| Text::best_or(&details.names.get(id).cloned().unwrap_or_default(), t, "name-missing");
    let (rule, closes) = match &task.about {
        TaskAbout::Finding { rule, .. } => (app::quality::rule(rule), t.get("task-closes-finding")),
        TaskAbout::Report { watched: Some((watch, _)), .. } => {
            let watched = t.find("task-watch", watch.name()).unwrap_or_default();
            (None, t.name("task-closes-report", watched))
        }
        TaskAbout::Report { watched: None, .. } => (None, t.get("task-closes-hand")),
    };
    let words = details.report.as_ref().and_then(|report| {
        let words = report.told.words()?;
        Some(Text { lang: lang_of(report.language, t.0), value: words.to_owned() })
    });
    render(&TaskPage {
        tasks: TasksAddress::default().path(t.0),
        heading: what(task, t),
        of: task
            .subject
            .as_ref()
            .map(|(kind, id)| (name(id), Address::Described(*kind, id.clone()).path(t.0))),
        organisation: task.organisation.as_ref().map(|id| {
            let organisation = Some(id.clone());
            (name(id), TasksAddress { organisation, ..TasksAddress::default() }.path(t.0))
        }),
        words,
        mend: rule.map(|rule| (rule.why(t.0), rule.mend(t.0))),
        closes: closes.into_owned(),
        is_answer_awaited: details.is_answer_awaited,
        states: states(TaskState::from_name(&fields.state), t),
        fields,
        longest_owner: LONGEST_OWNER,
        error,
        history: details.history.iter().rev().map(|event| HistoryRow::new(event, t)).collect(),
        frame,
        staff,
    })
}

impl HistoryRow {
    fn new(event: &TaskEvent, t: Texts) -> Self {
        let (what, words) = match &event.deed {
            Deed::Made => (t.get("task-made"), None),
            Deed::Came(state) => (t.name("task-came", state_name(*state, t)), None),
            Deed::Given(owner) if owner.is_empty() => (t.get("task-given-nobody"), None),
            Deed::Given(owner) => (t.name("task-given", owner), None),
            Deed::Dated(None) => (t.get("task-dated-none"), None),
            Deed::Dated(Some(due)) => (t.name("task-dated", date(*due, t.0)), None),
            Deed::Noted(note) => (t.get("task-noted"), Some(note.clone())),
            Deed::Told(answer) => {
                (t.get("task-told"), Some(answer.clone()).filter(|answer| !answer.is_empty()))
            }
            Deed::Unreached => (t.get("task-unreached"), None),
        };
        let nobody = if event.deed == Deed::Unreached { "task-post" } else { "task-import" };
        let who = event.who.clone().unwrap_or_else(|| t.get(nobody).into_owned());
        Self { at: moment(event.at, t.0), who, what: what.into_owned(), words }
    }
}

impl FormError {
    /// Of what is refused, or of a task that somebody else has changed meanwhile.
    fn new(why: Option<TaskRefusal>, t: Texts) -> Self {
        let Some(why) = why else {
            return Self { field: "history", text: t.get("task-changed-meanwhile").into_owned() };
        };
        let (field, text) = match why {
            TaskRefusal::NoState => ("state", t.get("task-no-state")),
            TaskRefusal::NoDay => ("due", t.get("task-no-day")),
            TaskRefusal::LongOwner => ("owner", t.count("task-long-owner", LONGEST_OWNER)),
            TaskRefusal::LongNote => ("note", t.count("task-long-note", LONGEST_NOTE)),
            TaskRefusal::IdentityCode => ("note", t.get("task-identity-code")),
        };
        Self { field, text: text.into_owned() }
    }
}

impl TaskPage {
    /// What is wrong in a field.
    fn error_of(&self, field: &str) -> Option<&str> {
        self.error.as_ref().filter(|error| error.field == field).map(|error| error.text.as_str())
    }
}
