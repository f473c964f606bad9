//! What changed in the week: in figures, in what visitors told, and in what the imports did.

use std::borrow::Cow;
use std::collections::BTreeMap;

use app::catalogue::service_names;
use app::coordinator::Coordinator;
use app::quality::{Dashboard, dashboard};
use app::sheet::Value;
use app::task::of_reports;
use axum::extract::{Path, State};
use axum::response::Response;
use domain::Localized;
use domain::catalogue::EntityId;
use domain::feedback::Feedback;
use domain::task::Watch;

use super::sheets;
use crate::Site;
use crate::address::Address;
use crate::fault::Fault;
use crate::language::Reader;
use crate::pages::imports::RunLine;
use crate::staff::SignedIn;
use crate::staff::quality::sheets::answer;
use crate::texts::Texts;
use crate::view::text::{Text, lang_of, moment, tenths};

/// How many days a week has.
const DAYS: u16 = 7;
/// How many runs of the imports are shown.
const RUNS: u32 = 5;
/// How much feedback is shown.
const MOST: usize = 50;

/// The week's figures: what each is of, and the figure.
pub(super) struct Figures(pub(super) Vec<(Cow<'static, str>, Figure)>);

/// A figure of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Figure {
    /// How many; none where it was not counted yet.
    Count(Option<usize>),
    /// Tenths of points; none where nothing was checked.
    Tenths(Option<i64>),
}

impl Figure {
    fn shown(self, t: Texts) -> String {
        match self {
            Self::Count(Some(count)) => t.count("dashboard-figure", count).into_owned(),
            Self::Count(None) | Self::Tenths(None) => "–".to_owned(),
            Self::Tenths(Some(number)) => tenths(number, t.0),
        }
    }

    /// As a table to take along has it: a number to calculate with.
    pub(super) fn value(self) -> Value {
        match self {
            Self::Count(count) => {
                Value::count(count.map(|count| u64::try_from(count).unwrap_or(u64::MAX)))
            }
            #[expect(clippy::cast_precision_loss, reason = "tenths of points, up to 1000")]
            Self::Tenths(number) => Value::number(number.map(|number| number as f64 / 10.0)),
        }
    }
}

impl Figures {
    pub(super) fn new(found: &Dashboard, feedback: usize, t: Texts) -> Self {
        let before = found.before.and_then(|score| score.tenths());
        let count = |count: i64| usize::try_from(count).unwrap_or(0);
        // What was not counted yet is no zero.
        let count = |number: i64| found.is_counted.then(|| count(number));
        let counts = [
            ("dashboard-new", count(found.week.new)),
            ("dashboard-changed", count(found.week.changed)),
            ("dashboard-gone", count(found.week.gone)),
            ("dashboard-found", count(found.week.found)),
            ("dashboard-mended", count(found.week.mended)),
            ("dashboard-feedback", Some(feedback)),
        ];
        let scores = [
            (t.get("dashboard-points"), Figure::Tenths(found.score.tenths())),
            (t.get("dashboard-points-before"), Figure::Tenths(before)),
        ];
        let counts = counts.map(|(key, count)| (t.get(key), Figure::Count(count)));
        Self(scores.into_iter().chain(counts).collect())
    }

    /// In words, for the page.
    pub(super) fn shown(self, t: Texts) -> Vec<(Cow<'static, str>, String)> {
        self.0.into_iter().map(|(what, figure)| (what, figure.shown(t))).collect()
    }
}

/// What a visitor told.
pub(super) struct FeedbackCard {
    pub(super) kind: String,
    pub(super) given: String,
    pub(super) about: Option<(Text, String)>,
    pub(super) words: Option<Text>,
    pub(super) id: String,
    /// Its task, where there is one.
    pub(super) task: Option<String>,
    /// What can be watched, of a service.
    pub(super) watches: Vec<(&'static str, Cow<'static, str>)>,
}

/// The week's feedback as far as it is shown, and how much there was.
pub(super) async fn feedback(
    site: &Site,
    coordinator: &Coordinator,
    t: Texts,
) -> Result<(Vec<FeedbackCard>, usize), Fault> {
    let mut feedback = of_week(site, coordinator).await?;
    let count = feedback.len();
    feedback.truncate(MOST);
    let about: Vec<EntityId> = feedback.iter().filter_map(|one| one.about.clone()).collect();
    let names = service_names(&site.app, &about).await?;
    let tasks = of_reports(&site.app, coordinator, &feedback).await?;
    let card = |one: &Feedback| FeedbackCard::new(one, &names, tasks.get(&one.id), t);
    Ok((feedback.iter().map(card).collect(), count))
}

async fn of_week(site: &Site, coordinator: &Coordinator) -> Result<Vec<Feedback>, Fault> {
    Ok(app::feedback::list(&site.app, coordinator, site.county(), DAYS).await?)
}

/// The last runs of the imports.
pub(super) async fn runs(site: &Site, t: Texts) -> Result<Vec<RunLine>, Fault> {
    let reports = app::report::reports(&site.app, None, RUNS).await?;
    Ok(reports.iter().map(|report| RunLine::new(report, t)).collect())
}

/// `GET /fi/koordinaattori/taulukot/week.csv`, and the other form.
pub(super) async fn file(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Path(file): Path<String>,
) -> Result<Response, Fault> {
    let Some(("week", form)) = file.rsplit_once('.') else { return Err(Fault::NotFound) };
    let found = dashboard(&site.app, &coordinator, site.county(), 0).await?;
    let feedback = of_week(&site, &coordinator).await?.len();
    answer(sheets::week(&found, feedback, Texts(language)), "week", form).await
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
