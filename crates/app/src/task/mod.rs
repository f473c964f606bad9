//! The worklist: tasks made of findings and of visitors' reports, given to somebody, followed through imports, and told to
//! whoever reported them.

mod settle;
mod told;

use std::collections::{BTreeMap, HashMap};

use domain::catalogue::{EntityId, EntityKind};
use domain::feedback::Feedback;
use domain::task::{Deed, Task, TaskAbout, TaskChange, TaskEvent, TaskState, Watch, deeds};
use domain::{Language, Localized};
use jiff::Timestamp;
use store::Transaction;
use store::catalogue::{get as entity, heads};
use store::task as rows;

pub(crate) use settle::settle;
pub use store::task::Choice;

use crate::coordinator::Coordinator;
use crate::quality::Kept;
use crate::{App, Error, mail};

/// When something is done, and the id that a letter about it would have.
pub(crate) struct Now {
    at: Timestamp,
    app: App,
}

impl Now {
    pub(crate) fn of(app: &App) -> Self {
        Self { at: app.now(), app: app.clone() }
    }
}

/// A page of the worklist.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The tasks, by organisation.
    pub tasks: Vec<Task>,
    /// How many fit.
    pub total: usize,
    /// The names of organisations and descriptions.
    pub names: BTreeMap<EntityId, Localized>,
}

/// A task with what it is about.
#[derive(Debug, Clone)]
pub struct TaskDetails {
    /// The task.
    pub task: Task,
    /// What was reported, if that is still kept.
    pub report: Option<Feedback>,
    /// Whether the visitor waits for an answer.
    pub is_answer_awaited: bool,
    /// The names of the organisation and the description.
    pub names: BTreeMap<EntityId, Localized>,
    /// What was done, the oldest first.
    pub history: Vec<TaskEvent>,
}

/// Makes a task of a finding that is there, or gives the one that there is. It gives the task's id.
///
/// # Errors
/// When there is no such finding on this county's site ([`Error::NotFound`]).
pub async fn make_of_finding(
    app: &App,
    coordinator: &Coordinator,
    county: Option<&str>,
    subject: &EntityId,
    place: TaskAbout,
) -> Result<String, Error> {
    let found = store::quality::of_subject(&mut app.database().begin().await?, subject).await?;
    let TaskAbout::Finding { kind, entity, rule, language, field } = &place else {
        return Err(Error::NotFound);
    };
    let found = found.into_iter().find(|one| {
        one.place.kind == *kind
            && one.place.id == *entity
            && one.place.rule == *rule
            && one.place.language.map_or("", Language::code) == language
            && one.place.field == *field
    });
    let found = found.filter(|one| is_of(county, one.county.as_deref())).ok_or(Error::NotFound)?;
    let subject_kind = match kind {
        EntityKind::Connection => EntityKind::Service,
        kind => *kind,
    };
    let task =
        new_task(app, place, Some((subject_kind, subject.clone())), found.owner, found.county);
    make(app, coordinator, task).await
}

/// Makes a task of a visitor's report, or gives the one that there is. Where it is about a service, `watch` says what has to
/// change for the fault to be gone. It gives the task's id.
///
/// # Errors
/// When there is no such report on this county's site ([`Error::NotFound`]).
pub async fn make_of_report(
    app: &App,
    coordinator: &Coordinator,
    county: Option<&str>,
    feedback: &str,
    watch: Option<Watch>,
) -> Result<String, Error> {
    let mut on = app.database().begin().await?;
    let report = store::feedback::get(&mut on, feedback).await?;
    let report =
        report.filter(|one| is_of(county, one.county.as_deref())).ok_or(Error::NotFound)?;
    let stored = match &report.about {
        Some(id) => entity(&mut on, EntityKind::Service, id).await?,
        None => None,
    };
    let watched = match (&stored, watch) {
        (Some(service), Some(watch)) => {
            Some((watch, settle::print(&mut on, &service.id, watch).await?))
        }
        _ => None,
    };
    drop(on);
    let about = TaskAbout::Report { feedback: report.id, watched };
    let (subject, owner) = match stored {
        Some(service) => (Some((EntityKind::Service, service.id)), service.owner),
        None => (None, None),
    };
    make(app, coordinator, new_task(app, about, subject, owner, report.county)).await
}

/// Whether something of a county is for the coordinator of a site: each of a county's own, or of all.
fn is_of(site: Option<&str>, county: Option<&str>) -> bool {
    site.is_none() || site == county
}

fn new_task(
    app: &App,
    about: TaskAbout,
    subject: Option<(EntityKind, EntityId)>,
    organisation: Option<EntityId>,
    county: Option<String>,
) -> Task {
    let now = app.now();
    Task {
        id: app.new_id(),
        about,
        subject,
        organisation,
        county,
        owner: String::new(),
        state: TaskState::Open,
        due: None,
        created: now,
        changed: now,
    }
}

async fn make(app: &App, coordinator: &Coordinator, task: Task) -> Result<String, Error> {
    let who = Some(coordinator.name().to_owned());
    app.database()
        .write(move |on| {
            Box::pin(async move {
                let id = rows::insert(on, &task).await?;
                if id == task.id {
                    let event = TaskEvent { at: task.created, who, deed: Deed::Made };
                    rows::insert_event(on, &id, &event).await?;
                }
                Ok(id)
            })
        })
        .await
}

/// A page of the tasks that fit a choice.
///
/// # Errors
/// When the database is not there.
pub async fn list(
    app: &App,
    _: &Coordinator,
    choice: &Choice,
    (offset, limit): (u32, u32),
) -> Result<Listed, Error> {
    let mut on = app.database().begin().await?;
    let tasks = rows::list(&mut on, choice, offset, limit).await?;
    let total = usize::try_from(rows::count(&mut on, choice).await?).unwrap_or(0);
    let names = names(&mut on, &tasks).await?;
    Ok(Listed { tasks, total, names })
}

/// A task with what it is about.
///
/// # Errors
/// When there is none of the id on this county's site ([`Error::NotFound`]).
pub async fn get(
    app: &App,
    _: &Coordinator,
    county: Option<&str>,
    id: &str,
) -> Result<TaskDetails, Error> {
    let mut on = app.database().begin().await?;
    let task = rows::get(&mut on, id).await?;
    let task = task.filter(|one| is_of(county, one.county.as_deref())).ok_or(Error::NotFound)?;
    let (report, is_answer_awaited) = match &task.about {
        TaskAbout::Report { feedback, .. } => (
            store::feedback::get(&mut on, feedback).await?,
            store::feedback::has_reply(&mut on, feedback).await?,
        ),
        TaskAbout::Finding { .. } => (None, false),
    };
    Ok(TaskDetails {
        history: rows::history(&mut on, id).await?,
        names: names(&mut on, std::slice::from_ref(&task)).await?,
        task,
        report,
        is_answer_awaited,
    })
}

/// Changes a task as it was seen when it had last changed at an instant. When it comes to an end, the visitor who
/// reported it is told.
///
/// # Errors
/// When there is none of the id on this county's site ([`Error::NotFound`]); when it has changed since it was seen
/// ([`Error::Conflict`]).
pub async fn change(
    app: &App,
    coordinator: &Coordinator,
    county: Option<&str>,
    id: &str,
    seen: Timestamp,
    change: TaskChange,
) -> Result<(), Error> {
    let (id, now, who) = (id.to_owned(), Now::of(app), coordinator.name().to_owned());
    let county = county.map(str::to_owned);
    app.database()
        .write(move |on| {
            Box::pin(async move {
                let task = rows::get_to_change(on, &id).await?;
                let task = task.filter(|one| is_of(county.as_deref(), one.county.as_deref()));
                let mut task = task.ok_or(Error::NotFound)?;
                if task.changed != seen {
                    return Err(Error::Conflict("the task has changed meanwhile".to_owned()));
                }
                let deeds = deeds(&task, &change);
                task.owner.clone_from(&change.owner);
                task.due = change.due;
                for deed in deeds {
                    if let Deed::Came(state) = deed {
                        come(on, &now, task.clone(), state, Some(&who), &change.answer).await?;
                        task.state = state;
                    } else {
                        let event = TaskEvent { at: now.at, who: Some(who.clone()), deed };
                        rows::insert_event(on, &id, &event).await?;
                    }
                }
                task.changed = now.at;
                Ok(rows::update(on, &task).await?)
            })
        })
        .await
}

/// Lets a task come to a state, and tells the visitor who waits to hear of it.
async fn come(
    on: &mut Transaction,
    now: &Now,
    task: Task,
    state: TaskState,
    who: Option<&str>,
    answer: &str,
) -> Result<(), store::Error> {
    let event = |deed| TaskEvent { at: now.at, who: who.map(str::to_owned), deed };
    rows::insert_event(on, &task.id, &event(Deed::Came(state))).await?;
    let id = task.id.clone();
    let (about, subject) = (task.about.clone(), task.subject.clone());
    rows::update(on, &Task { state, changed: now.at, ..task }).await?;
    let TaskAbout::Report { feedback, .. } = &about else { return Ok(()) };
    let Some(report) = store::feedback::get(on, feedback).await? else { return Ok(()) };
    let name = match &subject {
        Some((kind, subject)) => {
            let stored = entity(on, *kind, subject).await?;
            let named = stored
                .and_then(|it| it.names.best(report.language).map(|(_, name)| name.to_owned()));
            named.unwrap_or_default()
        }
        None => String::new(),
    };
    let Some(letter) = told::letter(report.language, state, &name, answer) else { return Ok(()) };
    if let Some(address) = store::feedback::take_reply(on, feedback).await? {
        mail::queue(on, &now.app, &id, address, letter).await?;
        rows::insert_event(on, &id, &event(Deed::Told(answer.to_owned()))).await?;
    }
    Ok(())
}

/// The tasks of these findings, where there are any: an id or none for each.
///
/// # Errors
/// When the database is not there.
pub async fn of_findings(
    app: &App,
    _: &Coordinator,
    findings: &[Kept],
) -> Result<Vec<Option<String>>, Error> {
    let source = |one: &Kept| {
        let language = one.language.map_or("", Language::code);
        format!("finding {} {} {} {language} {}", one.kind, one.id, one.rule.id, one.field.code())
    };
    let sources: Vec<String> = findings.iter().map(source).collect();
    let known = rows::by_sources(&mut app.database().begin().await?, &sources).await?;
    Ok(sources.iter().map(|source| known.get(source).cloned()).collect())
}

/// The tasks of these reports, by the feedback's id.
///
/// # Errors
/// When the database is not there.
pub async fn of_reports(
    app: &App,
    _: &Coordinator,
    feedback: &[Feedback],
) -> Result<HashMap<String, String>, Error> {
    let sources: Vec<String> = feedback.iter().map(|one| format!("report {}", one.id)).collect();
    let known = rows::by_sources(&mut app.database().begin().await?, &sources).await?;
    let id = |source: &str| source.strip_prefix("report ").unwrap_or_default().to_owned();
    Ok(known.into_iter().map(|(source, task)| (id(&source), task)).collect())
}

async fn names(
    on: &mut Transaction,
    tasks: &[Task],
) -> Result<BTreeMap<EntityId, Localized>, Error> {
    let mut wanted: BTreeMap<EntityKind, Vec<EntityId>> = BTreeMap::new();
    for task in tasks {
        if let Some(id) = &task.organisation {
            wanted.entry(EntityKind::Organisation).or_default().push(id.clone());
        }
        if let Some((kind, id)) = &task.subject {
            wanted.entry(*kind).or_default().push(id.clone());
        }
    }
    let mut found = BTreeMap::new();
    for (kind, mut ids) in wanted {
        ids.sort_unstable();
        ids.dedup();
        found.extend(heads(on, kind, &ids).await?.into_iter().map(|head| (head.id, head.names)));
    }
    Ok(found)
}
