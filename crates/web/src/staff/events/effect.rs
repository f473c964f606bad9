//! What followed events: how many descriptions, and how good, before and after, beside those who did not come.

use app::coordinator::Coordinator;
use app::event::effect::{Followed, effect};
use app::sheet::{Sheet, Value};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use domain::Language;
use domain::event::{Effect, EffectRow, Group, LEAST, Point};

use super::super::quality::sheets::answer;
use super::super::{SignedIn, StaffFrame, StaffPage};
use crate::address::{Address, EventAddress};
use crate::fault::Fault;
use crate::frame::Frame;
use crate::language::Reader;
use crate::texts::Texts;
use crate::view::chart::Chart;
use crate::view::text::{Text, date, decimal, finnish_date};
use crate::{Site, render};

/// The page.
#[derive(Template)]
#[template(path = "staff/effect.html")]
struct EffectPage {
    frame: Frame,
    staff: StaffFrame,
    heading: String,
    /// What the figures show, in a sentence.
    sentence: String,
    /// Id, name and bars.
    charts: Vec<(&'static str, String, Chart)>,
    rows: Vec<Row>,
    files: Vec<(String, String)>,
    notes: Vec<String>,
}

struct Row {
    name: String,
    /// Organisations, descriptions and score of those who came, and of the others.
    cells: Vec<String>,
}

/// `GET /fi/koordinaattori/vaikutus`.
pub(super) async fn of_all(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
) -> Result<Response, Fault> {
    show(&site, language, &coordinator, None).await
}

/// `GET /fi/koordinaattori/tapahtumat/{id}/vaikutus`.
pub(super) async fn of_event(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    show(&site, language, &coordinator, Some(id)).await
}

/// `GET /fi/koordinaattori/vaikutus/{file}`.
pub(super) async fn table_of_all(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Path(file): Path<String>,
) -> Result<Response, Fault> {
    table(&site, Texts(language), &coordinator, None, &file).await
}

/// `GET /fi/koordinaattori/tapahtumat/{id}/vaikutus/{file}`.
pub(super) async fn table_of_event(
    State(site): State<Site>,
    Reader(language): Reader,
    SignedIn(coordinator): SignedIn,
    Path((id, file)): Path<(String, String)>,
) -> Result<Response, Fault> {
    table(&site, Texts(language), &coordinator, Some(&id), &file).await
}

async fn show(
    site: &Site,
    language: Language,
    coordinator: &Coordinator,
    id: Option<String>,
) -> Result<Response, Fault> {
    let followed = effect(&site.app, coordinator, site.county(), id.as_deref()).await?;
    let address = Address::Events(EventAddress::Effect(id.clone()));
    let (frame, staff) = StaffFrame::new(site, language, coordinator, StaffPage::Events, address);
    let t = frame.t;
    let title =
        followed.event.as_ref().map(|event| Text::best_or(&event.facts.title, t, "name-missing"));
    let heading = match title {
        Some(title) => t.name("effect-heading-of", title.value),
        None => t.get("effect-heading"),
    };
    Ok(render(&EffectPage {
        heading: heading.into_owned(),
        sentence: sentence(&followed.effect, t),
        charts: charts(&followed.effect, t),
        rows: followed.effect.rows.iter().map(|row| Row::new(row, t)).collect(),
        files: files(t, |form| EventAddress::EffectTable(id.clone(), format!("effect.{form}"))),
        notes: notes(&followed, t),
        frame,
        staff,
    }))
}

/// The figures with all that there is of each, as a file: empty where they are hidden or not known.
async fn table(
    site: &Site,
    t: Texts,
    coordinator: &Coordinator,
    id: Option<&str>,
    file: &str,
) -> Result<Response, Fault> {
    let form = file.strip_prefix("effect.").ok_or(Fault::NotFound)?;
    let followed = effect(&site.app, coordinator, site.county(), id).await?;
    let figures = [
        "effect-organisations",
        "effect-descriptions",
        "effect-more-descriptions",
        "effect-score",
        "effect-more-score",
    ];
    let of_group =
        |group: &'static str| figures.map(|figure| format!("{}: {}", t.get(group), t.get(figure)));
    let mut columns = vec![t.get("effect-point").into_owned()];
    columns.extend(of_group("effect-came"));
    columns.extend(of_group("effect-others"));
    let row = |row: &EffectRow| {
        let mut values = vec![Value::from(name_of(row.point, t))];
        values.extend(figures_of(row.came));
        values.extend(figures_of(row.others));
        values
    };
    let rows = followed.effect.rows.iter().map(row).collect();
    let name = t.get("effect-heading").into_owned();
    answer(Sheet { name, columns, rows, note: None }, "effect", form).await
}

fn figures_of(group: Group) -> [Value; 5] {
    let count = u64::try_from(group.organisations).ok().filter(|_| !group.is_hidden());
    [
        Value::count(count),
        Value::number(group.descriptions),
        Value::number(group.more_descriptions),
        Value::number(group.score),
        Value::number(group.more_score),
    ]
}

impl Row {
    fn new(row: &EffectRow, t: Texts) -> Self {
        let cells = [cells(row.came, t), cells(row.others, t)].concat();
        Self { name: name_of(row.point, t), cells }
    }
}

/// The addresses and names of a table's files.
pub(in crate::staff) fn files(
    t: Texts,
    address: impl Fn(&str) -> EventAddress,
) -> Vec<(String, String)> {
    let file = |(form, key): (&str, &str)| (address(form).path(t.0), t.get(key).into_owned());
    [("csv", "quality-csv"), ("xlsx", "quality-xlsx")].map(file).into()
}

/// How many, descriptions and score, each of the two with how it changed.
fn cells(group: Group, t: Texts) -> [String; 3] {
    let with_change = |figure: Option<f64>, more: Option<f64>| match (figure, more) {
        (Some(figure), Some(more)) => {
            format!("{} ({})", decimal(figure, t.0), signed(more, t))
        }
        (Some(figure), None) => decimal(figure, t.0),
        (None, _) => "–".to_owned(),
    };
    let count = if group.is_hidden() {
        t.count("effect-fewer", LEAST).into_owned()
    } else {
        group.organisations.to_string()
    };
    [
        count,
        with_change(group.descriptions, group.more_descriptions),
        with_change(group.score, group.more_score),
    ]
}

fn name_of(point: Point, t: Texts) -> String {
    match point {
        Point::Before => t.get("effect-before").into_owned(),
        Point::Months(months) => t.count("effect-months", usize::from(months)).into_owned(),
    }
}

fn charts(effect: &Effect, t: Texts) -> Vec<(&'static str, String, Chart)> {
    type Figure = fn(&Group) -> Option<f64>;
    let kinds: [(&'static str, &str, Figure); 2] = [
        ("descriptions", "effect-descriptions-chart", |group| group.descriptions),
        ("score", "effect-score-chart", |group| group.score),
    ];
    let chart = |(id, key, figure): (&'static str, &str, Figure)| {
        let point = |row: &EffectRow| {
            let told = |group: &Group| figure(group).map(|value| (value, decimal(value, t.0)));
            (short_name_of(row.point, t), [told(&row.came), told(&row.others)])
        };
        let chart = Chart::new(effect.rows.iter().map(point).collect())?;
        Some((id, t.get(key).into_owned(), chart))
    };
    kinds.into_iter().filter_map(chart).collect()
}

fn short_name_of(point: Point, t: Texts) -> String {
    match point {
        Point::Before => t.get("effect-before-short").into_owned(),
        Point::Months(months) => t.count("effect-months-short", usize::from(months)).into_owned(),
    }
}

/// What the last point that is reached shows.
fn sentence(effect: &Effect, t: Texts) -> String {
    let last = effect
        .rows
        .iter()
        .rev()
        .find(|row| row.point != Point::Before && row.came.more_descriptions.is_some());
    let Some(last) = last else {
        let key = if effect.has_figures() { "effect-too-early" } else { "effect-nothing" };
        return t.get(key).into_owned();
    };
    let more = |group: Group| {
        group.more_descriptions.map_or_else(|| "–".to_owned(), |more| signed(more, t))
    };
    t.with(
        "effect-sentence",
        &[
            ("point", &name_of(last.point, t).to_lowercase()),
            ("came", &more(last.came)),
            ("others", &more(last.others)),
        ],
    )
    .into_owned()
}

fn notes(followed: &Followed, t: Texts) -> Vec<String> {
    let mut notes = vec![t.count("effect-note-partners", followed.partners).into_owned()];
    if followed.unknown > 0 {
        notes.push(t.count("effect-note-unknown", followed.unknown).into_owned());
    }
    notes.push(t.count("effect-note-others", followed.others).into_owned());
    if followed.event.is_none() {
        notes.push(t.get("effect-note-first").into_owned());
    }
    notes.push(t.get("effect-note-points").into_owned());
    notes.push(t.get("effect-note-change").into_owned());
    notes.push(t.count("effect-note-hidden", LEAST).into_owned());
    if let Some(since) = followed.since {
        notes.push(t.name("effect-note-since", date(finnish_date(since), t.0)).into_owned());
    }
    notes
}

/// The same with its sign.
fn signed(value: f64, t: Texts) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    let sign = if rounded > 0.0 {
        "+"
    } else if rounded < 0.0 {
        "−"
    } else {
        "±"
    };
    format!("{sign}{}", decimal(rounded.abs(), t.0))
}
