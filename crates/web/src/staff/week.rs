//! This week: what visitors told, and what the imports did.

use std::borrow::Cow;
use std::collections::BTreeMap;

use app::catalogue::service_names;
use app::task::of_reports;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::Localized;
use domain::catalogue::EntityId;
use domain::feedback::Feedback;
use domain::task::Watch;

use super::{SignedIn, StaffFrame, StaffPage};
use crate::address::{Address, Word};
use crate::fault::Fault;
use crate::frame::Frame;
use crate::language::Reader;
use crate::pages::imports::RunLine;
use crate::texts::Texts;
use crate::view::text::{Text, lang_of, moment};
use crate::{Site, render};

/// How many days a week has.
const DAYS: u16 = 7;
/// How many runs of the imports are shown.
const RUNS: u32 = 5;
/// How much feedback is shown.
const MOST: usize = 50;

/// The page.
#[derive(Template)]
#[template(path = "staff/week.html")]
struct WeekPage {
    frame: Frame,
    staff: StaffFrame,
    feedback: Vec<FeedbackCard>,
    /// How much came in the week.
    count: usize,
    runs: Vec<RunLine>,
    imports: String,
    /// Where a task is made.
    tasks: String,
}

/// What a visitor told.
struct FeedbackCard {
    kind: String,
    given: String,
    about: Option<(Text, String)>,
    words: Option<Text>,
    id: String,
    /// Its task, where there is one.
    task: Option<String>,
    /// What can be watched, of a service.
    watches: Vec<(&'static str, Cow<'static, str>)>,
}

/// `GET /fi/koordinaattori`.
pub(super) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
) -> Result<Response, Fault> {
    let (frame, staff) =
        StaffFrame::new(&site, language, &coordinator, StaffPage::Week, Address::Staff);
    let mut feedback = app::feedback::list(&site.app, DAYS).await?;
    feedback.retain(|one| site.county().is_none() || one.county.as_deref() == site.county());
    let count = feedback.len();
    feedback.truncate(MOST);
    let about: Vec<EntityId> = feedback.iter().filter_map(|one| one.about.clone()).collect();
    let names = service_names(&site.app, &about).await?;
    let tasks = of_reports(&site.app, &coordinator, &feedback).await?;
    let reports = app::report::reports(&site.app, None, RUNS).await?;
    Ok(render(&WeekPage {
        feedback: feedback
            .iter()
            .map(|one| FeedbackCard::new(one, &names, tasks.get(&one.id), frame.t))
            .collect(),
        count,
        runs: reports.iter().map(|report| RunLine::new(report, frame.t)).collect(),
        imports: Address::Imports.path(language),
        tasks: Word::Tasks.path(language),
        frame,
        staff,
    }))
}

impl FeedbackCard {
    fn new(
        feedback: &Feedback,
        names: &BTreeMap<EntityId, Localized>,
        task: Option<&String>,
        t: Texts,
    ) -> Self {
        let about = feedback.about.as_ref().map(|id| {
            let name = names.get(id).cloned().unwrap_or_default();
            (Text::best_or(&name, t, "name-missing"), Address::Service(id.clone()).path(t.0))
        });
        let words = feedback
            .told
            .words()
            .map(|words| Text { lang: lang_of(feedback.language, t.0), value: words.to_owned() });
        let kind = t.find("feedback-kind", feedback.told.kind.name()).unwrap_or_default();
        let watch =
            |watch: Watch| (watch.name(), t.find("task-watch", watch.name()).unwrap_or_default());
        Self {
            id: feedback.id.clone(),
            task: task.map(|id| Address::Task(id.clone()).path(t.0)),
            watches: feedback.about.iter().flat_map(|_| Watch::ALL.map(watch)).collect(),
            kind: kind.into_owned(),
            given: moment(feedback.created, t.0),
            about,
            words,
        }
    }
}
