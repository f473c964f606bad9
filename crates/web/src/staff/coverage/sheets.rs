//! The tables to take along.

use app::coverage::values::{ThemeChoice, Verdict};
use app::coverage::{Asked, Cell, Extent, Listed, breakdown, by_month, lines, neighbours, table};
use app::sheet::{Sheet, Value};
use domain::reference::themes;

use super::scene::Scene;
use super::words;
use crate::Site;
use crate::address::CoverageTable;
use crate::fault::Fault;
use crate::view::text::date;

/// The most services of a list that is taken along: what a workbook holds.
const SERVICES: u32 = 1_000_000;

/// A table of what is looked at.
pub(super) async fn sheet(site: &Site, scene: &Scene, of: CoverageTable) -> Result<Sheet, Fault> {
    let (columns, rows) = match of {
        CoverageTable::Counts if scene.address.cell.is_some() => kinds(scene),
        CoverageTable::Counts => counts(scene),
        CoverageTable::Everything => everything(scene),
        CoverageTable::Growth => growth(scene),
        CoverageTable::Demand => demand(site, scene).await?,
        CoverageTable::Neighbours => near(scene),
        CoverageTable::Services => services(site, scene).await?,
    };
    let (place, theme) = scene.looked_at();
    let name = format!("{} {}", words::place(place, scene.t), words::theme(theme, scene.t));
    Ok(Sheet { name, columns, rows, note: None })
}

type Parts = (Vec<String>, Vec<Vec<Value>>);

fn named(scene: &Scene, keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| scene.t.get(key).into_owned()).collect()
}

/// The figures of a cell, beside its place and theme.
fn figures(cell: &Cell) -> [Value; 6] {
    let (goal, missing) = match cell.verdict {
        Verdict::NoGoal => (None, None),
        Verdict::Met { goal } => (Some(goal), Some(0)),
        Verdict::Missed { goal, missing } => (Some(goal), Some(missing)),
    };
    [
        cell.count.into(),
        Value::number(cell.per_thousand),
        Value::count(goal),
        Value::count(missing),
        Value::count(cell.first),
        Value::count(cell.baseline),
    ]
}

const FIGURES: [&str; 6] = [
    "coverage-services",
    "coverage-column-per-thousand",
    "coverage-column-goal",
    "coverage-column-missing",
    "coverage-column-first",
    "coverage-column-baseline",
];

/// The names of a cell's figures, with the day of the numbers of inhabitants.
fn figure_names(scene: &Scene) -> Vec<String> {
    let mut names = named(scene, &FIGURES);
    if let Some(per_thousand) = names.get_mut(1) {
        let day = date(scene.settings.inhabitants_day(), scene.t.0);
        *per_thousand = format!("{per_thousand} ({day})");
    }
    names
}

fn counts(scene: &Scene) -> Parts {
    let (provider, language) = (scene.address.provider, scene.address.language);
    let table = table(&scene.coverage, &scene.settings, scene.county, provider, language);
    let mut columns =
        named(scene, &["coverage-column-place", "coverage-column-code", "filters-theme"]);
    columns.extend(figure_names(scene));
    let mut rows = Vec::new();
    for row in &table.rows {
        for (theme, cell) in table.columns.iter().zip(&row.cells) {
            let head = [
                words::place(row.of, scene.t).into(),
                row.of.code().into(),
                words::theme(*theme, scene.t).into(),
            ];
            rows.push(head.into_iter().chain(figures(cell)).collect());
        }
    }
    (columns, rows)
}

fn kinds(scene: &Scene) -> Parts {
    let (of, theme) = scene.looked_at();
    let mut columns = named(scene, &["coverage-column-kind", "coverage-column-language"]);
    columns.extend(figure_names(scene));
    let mut rows = Vec::new();
    for (provider, cells) in breakdown(&scene.coverage, &scene.settings, scene.county, of, theme) {
        for (language, cell) in cells {
            let head = [
                words::provider(provider, scene.t).into(),
                words::language(language, scene.t).into(),
            ];
            rows.push(head.into_iter().chain(figures(&cell)).collect());
        }
    }
    (columns, rows)
}

/// The lines of the command line, under the same names.
fn everything(scene: &Scene) -> Parts {
    let columns = [
        "county",
        "municipality",
        "name",
        "reach",
        "theme",
        "provider",
        "language",
        "services",
        "per_thousand",
        "goal",
        "missing",
        "first",
        "baseline",
        "population_day",
    ];
    let row = |line: app::coverage::Line| {
        vec![
            line.county.into(),
            Value::from(line.municipality),
            Value::from(line.name),
            line.reach.into(),
            line.theme.into(),
            line.provider.into(),
            line.language.into(),
            line.services.into(),
            Value::number(line.per_thousand),
            Value::count(line.goal),
            Value::count(line.missing),
            Value::count(line.first),
            Value::count(line.baseline),
            Value::from(line.population_day.map(|day| day.to_string())),
        ]
    };
    let lines = lines(&scene.coverage, &scene.settings, scene.county);
    (columns.map(str::to_owned).into(), lines.into_iter().map(row).collect())
}

fn growth(scene: &Scene) -> Parts {
    let (of, theme) = scene.looked_at();
    let months = by_month(&scene.coverage, scene.county, of, scene.selection(theme));
    let row =
        |(month, count): (jiff::civil::Date, u64)| vec![words::month(month).into(), count.into()];
    (
        named(scene, &["coverage-column-month", "coverage-services"]),
        months.into_iter().map(row).collect(),
    )
}

async fn demand(site: &Site, scene: &Scene) -> Result<Parts, Fault> {
    let mut rows = Vec::new();
    for one in scene.demand(site).await? {
        let of = themes().iter().enumerate().filter(|(place, _)| one.themes.contains(*place));
        let of: Vec<&str> = of.map(|(_, theme)| theme.name(scene.t.0)).collect();
        rows.push(vec![
            one.text.clone().into(),
            one.language.code().into(),
            words::demand_kind(&one, scene.t).into(),
            of.join(", ").into(),
            one.count.into(),
        ]);
    }
    let columns = named(
        scene,
        &[
            "coverage-column-text",
            "coverage-column-language",
            "coverage-column-how",
            "filters-theme",
            "coverage-column-times",
        ],
    );
    Ok((columns, rows))
}

fn near(scene: &Scene) -> Parts {
    let (of, theme) = scene.looked_at();
    let found = match of {
        Extent::Municipality(one) => neighbours(&scene.coverage, one.code, scene.selection(theme)),
        _ => Vec::new(),
    };
    let row = |one: app::coverage::Neighbour| {
        vec![
            one.municipality.name(scene.t.0).into(),
            one.municipality.code.into(),
            one.count.into(),
        ]
    };
    (
        named(scene, &["coverage-column-place", "coverage-column-code", "coverage-services"]),
        found.into_iter().map(row).collect(),
    )
}

/// What is asked for as the services of what is looked at.
pub(super) fn asked<'a>(scene: &Scene, of: Extent, theme: ThemeChoice) -> Asked<'a> {
    Asked {
        reach: of.reach(),
        county: of.county(scene.county),
        municipality: match of {
            Extent::Municipality(one) => Some(one.code),
            _ => None,
        },
        selection: scene.selection(theme),
    }
}

async fn services(site: &Site, scene: &Scene) -> Result<Parts, Fault> {
    let (of, theme) = scene.looked_at();
    let listed =
        app::coverage::services(&site.app, asked(scene, of, theme), None, SERVICES).await?;
    let t = scene.t;
    let row = |one: Listed| {
        let best = |names: &domain::Localized| names.best(t.0).map(|(_, name)| name.to_owned());
        let of = themes().iter().enumerate().filter(|(place, _)| one.themes.contains(*place));
        let of: Vec<&str> = of.map(|(_, theme)| theme.name(t.0)).collect();
        vec![
            Value::from(best(&one.names)),
            Value::from(best(&one.organisation)),
            words::provider(Some(one.provider), t).into(),
            of.join(", ").into(),
            one.languages.to_text().into(),
            one.id.as_str().into(),
        ]
    };
    let columns = named(
        scene,
        &[
            "coverage-column-name",
            "coverage-column-organisation",
            "coverage-column-kind",
            "filters-theme",
            "coverage-column-languages",
            "coverage-column-id",
        ],
    );
    Ok((columns, listed.into_iter().map(row).collect()))
}
