//! The worklist: what somebody has to mend, by organisation; and tasks made of findings and reports.

pub(super) mod one;

use std::borrow::Cow;

use app::task::{Listed, list, make_of_finding, make_of_report};
use askama::Template;
use axum::extract::{Form, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Localized;
use domain::catalogue::{EntityId, EntityKind};
use domain::task::{Task, TaskAbout, TaskState, Watch};
use jiff::civil::Date;

use super::{SignedIn, StaffFrame, StaffPage};
use crate::address::{Address, TasksAddress, task_names};
use crate::fault::Fault;
use crate::frame::Frame;
use crate::language::Reader;
use crate::texts::Texts;
use crate::view::paging::Paging;
use crate::view::text::{Text, date};
use crate::{Site, render};

/// How many tasks a page has.
const PAGE_SIZE: u32 = 50;

/// The page.
#[derive(Template)]
#[template(path = "staff/tasks.html")]
struct TasksPage {
    frame: Frame,
    staff: StaffFrame,
    action: String,
    names: [&'static str; 2],
    states: Vec<StateChoice>,
    /// The chosen organisation's id, for the form, and the list without it.
    organisation: Option<(String, String)>,
    groups: Vec<Group>,
    total: usize,
    paging: Paging,
}

/// A state to choose.
pub(super) struct StateChoice {
    pub(super) value: &'static str,
    pub(super) name: Cow<'static, str>,
    pub(super) is_chosen: bool,
}

/// The tasks of an organisation.
struct Group {
    name: Text,
    href: Option<String>,
    tasks: Vec<TaskRow>,
}

/// A task in the list.
struct TaskRow {
    href: String,
    what: String,
    of: Option<Text>,
    state: Cow<'static, str>,
    owner: String,
    due: Option<String>,
    is_late: bool,
}

/// `GET /fi/koordinaattori/tehtavat`.
pub(super) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Query(parameters): Query<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let chosen = TasksAddress::read(&parameters);
    let offset = u32::try_from(chosen.page - 1).unwrap_or(0).saturating_mul(PAGE_SIZE);
    let choice = chosen.choice(site.county());
    let listed = list(&site.app, &coordinator, &choice, (offset, PAGE_SIZE)).await?;
    let address = Address::Tasks(chosen.clone());
    let (frame, staff) = StaffFrame::new(&site, language, &coordinator, StaffPage::Tasks, address);
    let without = TasksAddress { organisation: None, page: 1, ..chosen.clone() };
    Ok(render(&TasksPage {
        action: TasksAddress::default().path(language),
        names: task_names(language),
        states: states(chosen.state, frame.t),
        organisation: chosen
            .organisation
            .as_ref()
            .map(|id| (id.to_string(), without.path(language))),
        groups: groups(&listed, &chosen, site.today(), frame.t),
        total: listed.total,
        paging: Paging::new(listed.total, PAGE_SIZE as usize, chosen.page, |page| {
            TasksAddress { page, ..chosen.clone() }.path(language)
        }),
        frame,
        staff,
    }))
}

/// `POST /fi/koordinaattori/tehtavat`: makes a task of a finding or of a report, and leads to it.
pub(super) async fn make(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let field = |wanted: &str| {
        sent.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value.as_str())
    };
    let id = match field("feedback") {
        "" => {
            let id = |name| EntityId::new(field(name)).map_err(|_| Fault::NotFound);
            let about = TaskAbout::Finding {
                kind: EntityKind::from_name(field("kind")).ok_or(Fault::NotFound)?,
                entity: id("entity")?,
                rule: field("rule").to_owned(),
                language: field("language").to_owned(),
                field: field("field").to_owned(),
            };
            make_of_finding(&site.app, &coordinator, site.county(), &id("subject")?, about).await?
        }
        feedback => {
            let watch = Watch::from_name(field("watch"));
            make_of_report(&site.app, &coordinator, site.county(), feedback, watch).await?
        }
    };
    Ok(Redirect::to(&Address::Task(id).path(language)).into_response())
}

/// The states to choose from.
pub(super) fn states(chosen: Option<TaskState>, t: Texts) -> Vec<StateChoice> {
    let choice = |state: TaskState| StateChoice {
        value: state.name(),
        name: state_name(state, t),
        is_chosen: chosen == Some(state),
    };
    TaskState::ALL.map(choice).into()
}

/// A state's name.
pub(super) fn state_name(state: TaskState, t: Texts) -> Cow<'static, str> {
    t.find("task-state", state.name()).unwrap_or_default()
}

/// What a task is about, in a few words.
pub(super) fn what(task: &Task, t: Texts) -> String {
    match &task.about {
        TaskAbout::Finding { rule, .. } => {
            app::quality::rule(rule).map_or(rule.clone(), |rule| rule.name(t.0).to_owned())
        }
        TaskAbout::Report { .. } => t.get("task-report").into_owned(),
    }
}

fn groups(listed: &Listed, chosen: &TasksAddress, today: Date, t: Texts) -> Vec<Group> {
    let name = |id: &EntityId| listed.names.get(id).cloned().unwrap_or_default();
    let mut groups: Vec<(Option<&EntityId>, Group)> = Vec::new();
    for task in &listed.tasks {
        let of = task.organisation.as_ref();
        if groups.last().is_none_or(|(last, _)| *last != of) {
            let names = of.map_or_else(Localized::default, name);
            let one = |id: &EntityId| TasksAddress {
                organisation: Some(id.clone()),
                page: 1,
                ..chosen.clone()
            };
            let group = Group {
                name: Text::best_or(&names, t, "quality-nobody"),
                href: of.map(|id| one(id).path(t.0)),
                tasks: Vec::new(),
            };
            groups.push((of, group));
        }
        let Some((_, group)) = groups.last_mut() else { continue };
        group.tasks.push(TaskRow {
            href: Address::Task(task.id.clone()).path(t.0),
            what: what(task, t),
            of: task.subject.as_ref().map(|(_, id)| Text::best_or(&name(id), t, "name-missing")),
            state: state_name(task.state, t),
            owner: task.owner.clone(),
            due: task.due.map(|due| date(due, t.0)),
            is_late: task.is_late(today),
        });
    }
    groups.into_iter().map(|(_, group)| group).collect()
}
