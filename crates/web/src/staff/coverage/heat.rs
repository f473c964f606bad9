//! The table of a county.

use app::coordinator::Coordinator;
use app::coverage::values::{Demand, ProviderKind, SupplyLanguage, ThemeChoice, Verdict};
use app::coverage::{Cell, Extent, Row, Table, by_month, table};
use askama::Template;
use domain::reference::{counties, themes};

use super::scene::{Scene, WEEKS};
use super::words;
use crate::Site;
use crate::address::{
    Address, Beside, ChoiceKind, CoverageAddress, CoverageTable, ParameterNames, TableForm,
};
use crate::fault::Fault;
use crate::frame::Frame;
use crate::staff::{StaffFrame, StaffPage};
use crate::texts::Texts;
use crate::view::text::alphabetical;

/// How many texts of demand stand beside a theme.
const TEXTS: usize = 3;
/// How many months of growth are shown; all of them can be taken along.
const MONTHS: usize = 24;

/// The page.
#[derive(Template)]
#[template(path = "staff/coverage.html")]
pub(super) struct CoveragePage {
    frame: Frame,
    staff: StaffFrame,
    county: String,
    /// Whether nothing was counted yet.
    is_empty: bool,
    action: String,
    choices: Choices,
    compared: Vec<String>,
    /// How many cells meet their goals, as a sentence; none where there are no goals.
    goals: Option<String>,
    unmet: Vec<(String, Vec<String>)>,
    columns: Vec<String>,
    municipalities: Vec<HeatRow>,
    wider: Vec<HeatRow>,
    /// What stands under the counts.
    note: String,
    downloads: Vec<Download>,
    everything: Vec<Download>,
    growth: Growth,
    demand: Vec<DemandRow>,
    demand_downloads: Vec<Download>,
    weeks: usize,
}

/// The fields by which the table is narrowed.
pub(in crate::staff) struct Choices {
    pub(in crate::staff) county_name: &'static str,
    pub(in crate::staff) counties: Vec<ChoiceOption>,
    pub(super) provider_name: &'static str,
    pub(super) providers: Vec<ChoiceOption>,
    pub(super) language_name: &'static str,
    pub(super) languages: Vec<ChoiceOption>,
    pub(super) beside_name: &'static str,
    pub(super) beside: Vec<ChoiceOption>,
}

/// An option of a field.
pub(in crate::staff) struct ChoiceOption {
    pub(in crate::staff) value: &'static str,
    pub(in crate::staff) name: String,
    pub(in crate::staff) is_chosen: bool,
}

/// A row with its cells.
struct HeatRow {
    name: String,
    cells: Vec<HeatCell>,
}

/// A count as it is shown: the colour says nothing that the note does not say too.
struct HeatCell {
    count: u64,
    href: String,
    note: String,
    colour: &'static str,
}

/// A file to take along.
pub(super) struct Download {
    pub(super) href: String,
    pub(super) form: &'static str,
}

/// How a count grew.
pub(super) struct Growth {
    pub(super) months: Vec<GrowthRow>,
    pub(super) downloads: Vec<Download>,
}

/// A month.
pub(super) struct GrowthRow {
    pub(super) month: String,
    pub(super) count: u64,
    pub(super) change: String,
    /// How long its bar is, of a hundred.
    pub(super) share: u64,
}

/// What was asked for of a theme, beside what there is.
struct DemandRow {
    theme: String,
    href: String,
    supply: u64,
    asked: u64,
    texts: String,
}

/// The forms of a table's file.
pub(super) fn downloads(scene: &Scene, table: CoverageTable) -> Vec<Download> {
    let of = |form: TableForm| Download {
        href: scene.address.file(scene.t.0, table, form),
        form: match form {
            TableForm::Csv => "CSV",
            TableForm::Xlsx => "XLSX",
        },
    };
    TableForm::ALL.map(of).into()
}

impl CoveragePage {
    pub(super) async fn new(
        site: &Site,
        coordinator: &Coordinator,
        scene: Scene,
    ) -> Result<Self, Fault> {
        let t = scene.t;
        let address = Address::Coverage(scene.address.clone());
        let (frame, staff) = StaffFrame::new(site, t.0, coordinator, StaffPage::Coverage, address);
        let (provider, language) = (scene.address.provider, scene.address.language);
        let table = table(&scene.coverage, &scene.settings, scene.county, provider, language);
        let demand = scene.demand(site).await?;
        let is_municipality = |row: &&Row| matches!(row.of, Extent::Municipality(_));
        let (mut own, wider): (Vec<&Row>, Vec<&Row>) = table.rows.iter().partition(is_municipality);
        own.sort_by_cached_key(|row| alphabetical(&words::place(row.of, t)));
        let most = most_of(&own, table.columns.len());
        let row = |row: &&Row| HeatRow::new(row, &table, &most, &scene);
        Ok(Self {
            county: scene.county.name(t.0).to_owned(),
            is_empty: scene.coverage.generation() == 0,
            action: CoverageAddress::default().path(t.0),
            choices: Choices::new(&scene),
            compared: words::compared(table.compared, t),
            goals: goals(&own, t),
            unmet: unmet(&own, t),
            columns: table.columns.iter().map(|theme| words::theme(*theme, t)).collect(),
            municipalities: own.iter().map(row).collect(),
            wider: wider.iter().map(row).collect(),
            note: words::note(&scene.settings, scene.address.beside, t),
            downloads: downloads(&scene, CoverageTable::Counts),
            everything: downloads(&scene, CoverageTable::Everything),
            growth: Growth::new(&scene),
            demand: demand_rows(&scene, &demand),
            demand_downloads: downloads(&scene, CoverageTable::Demand),
            weeks: usize::from(WEEKS),
            frame,
            staff,
        })
    }
}

impl Choices {
    pub(in crate::staff) fn new(scene: &Scene) -> Self {
        let t = scene.t;
        let county = |one: &'static domain::reference::County| ChoiceOption {
            value: one.code,
            name: one.name(t.0).to_owned(),
            is_chosen: one.code == scene.county.code,
        };
        let provider = |one: Option<ProviderKind>| ChoiceOption {
            value: one.map_or("", ProviderKind::code),
            name: words::provider(one, t),
            is_chosen: one == scene.address.provider,
        };
        let language = |one: Option<SupplyLanguage>| ChoiceOption {
            value: one.map_or("", SupplyLanguage::code),
            name: words::language(one, t),
            is_chosen: one == scene.address.language,
        };
        let beside = |one: Beside| ChoiceOption {
            value: one.code(),
            name: t.find("coverage-show", one.code()).unwrap_or_default().into_owned(),
            is_chosen: one == scene.address.beside,
        };
        let counties = counties().iter().filter(|_| scene.is_chosen);
        Self {
            county_name: ParameterNames::of(t.0).county,
            counties: counties.map(county).collect(),
            provider_name: ChoiceKind::Provider.parameter(t.0),
            providers: with_any(ProviderKind::ALL).map(provider).collect(),
            language_name: ChoiceKind::Language.parameter(t.0),
            languages: with_any(SupplyLanguage::ALL).map(language).collect(),
            beside_name: CoverageAddress::beside_name(t.0),
            beside: Beside::ALL.map(beside).into(),
        }
    }
}

fn with_any<T, const N: usize>(all: [T; N]) -> impl Iterator<Item = Option<T>> {
    [None].into_iter().chain(all.into_iter().map(Some))
}

/// The highest count of each column among municipalities.
fn most_of(rows: &[&Row], columns: usize) -> Vec<u64> {
    let most = |column: usize| {
        rows.iter().filter_map(|row| row.cells.get(column)).map(|cell| cell.count).max()
    };
    (0..columns).map(|column| most(column).unwrap_or(0)).collect()
}

impl HeatRow {
    fn new(row: &Row, table: &Table, most: &[u64], scene: &Scene) -> Self {
        let is_coloured = matches!(row.of, Extent::Municipality(_));
        let cell = |((theme, cell), most): ((&ThemeChoice, &Cell), &u64)| HeatCell {
            count: cell.count,
            href: scene.address.of_cell(row.of, *theme).path(scene.t.0),
            note: words::beside(cell, scene.address.beside, scene.t),
            colour: if is_coloured { colour(cell, *most) } else { "plain" },
        };
        let cells = table.columns.iter().zip(&row.cells).zip(most).map(cell).collect();
        Self { name: words::place(row.of, scene.t), cells }
    }
}

/// The colour of a cell: of its goal where there is one, or else of its share of the most in its column.
const fn colour(cell: &Cell, most: u64) -> &'static str {
    match cell.verdict {
        Verdict::Met { .. } => "met",
        Verdict::Missed { .. } => "missed",
        Verdict::NoGoal => match (cell.count * 4).div_ceil(if most == 0 { 1 } else { most }) {
            0 => "none",
            1 => "few",
            2 => "some",
            3 => "many",
            _ => "most",
        },
    }
}

/// How many goals are met.
fn goals(rows: &[&Row], t: Texts) -> Option<String> {
    let cells = || rows.iter().flat_map(|row| &row.cells);
    let set = cells().filter(|cell| cell.verdict != Verdict::NoGoal).count();
    let met = cells().filter(|cell| matches!(cell.verdict, Verdict::Met { .. })).count();
    (set > 0).then(|| t.count_of_most("coverage-goals", met, set).into_owned())
}

/// The themes whose goals a municipality misses.
fn unmet(rows: &[&Row], t: Texts) -> Vec<(String, Vec<String>)> {
    let missed = |row: &&Row| {
        let themes = themes().iter().zip(&row.cells);
        let told: Vec<String> = themes
            .filter_map(|(theme, cell)| match cell.verdict {
                Verdict::Missed { missing, .. } => {
                    Some(t.count_of("coverage-missing-of", words::size(missing), theme.name(t.0)))
                }
                _ => None,
            })
            .map(std::borrow::Cow::into_owned)
            .collect();
        (!told.is_empty()).then(|| (words::place(row.of, t), told))
    };
    rows.iter().filter_map(missed).collect()
}

impl Growth {
    pub(super) fn new(scene: &Scene) -> Self {
        let (of, theme) = scene.looked_at();
        let months = by_month(&scene.coverage, scene.county, of, scene.selection(theme));
        let most = months.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
        let before = [None].into_iter().chain(months.iter().map(|(_, count)| Some(*count)));
        let row = |((month, count), before): (&(_, u64), Option<u64>)| GrowthRow {
            month: words::month(*month),
            count: *count,
            change: words::change(*count, before),
            share: *count * 100 / most,
        };
        let mut months: Vec<GrowthRow> = months.iter().zip(before).map(row).collect();
        months.drain(..months.len().saturating_sub(MONTHS));
        Self { months, downloads: downloads(scene, CoverageTable::Growth) }
    }
}

/// What was asked for of each theme and of none, beside what there is.
fn demand_rows(scene: &Scene, demand: &[Demand]) -> Vec<DemandRow> {
    let choices = (0..themes().len()).map(ThemeChoice::One).chain([ThemeChoice::None]);
    let row = |theme: ThemeChoice| {
        let is_of = |one: &&Demand| match theme {
            ThemeChoice::One(place) => one.themes.contains(place),
            _ => one.themes.is_empty(),
        };
        let own: Vec<&Demand> = demand.iter().filter(is_of).collect();
        let mut texts: Vec<&str> = own.iter().map(|one| one.text.as_str()).collect();
        let mut seen = std::collections::BTreeSet::new();
        texts.retain(|text| seen.insert(*text));
        texts.truncate(TEXTS);
        DemandRow {
            theme: words::theme(theme, scene.t),
            href: scene.address.of_cell(Extent::Local, theme).path(scene.t.0),
            supply: scene.cell(Extent::Local, theme).count,
            asked: own.iter().map(|one| one.count).sum(),
            texts: texts.join(", "),
        }
    };
    if demand.is_empty() { Vec::new() } else { choices.map(row).collect() }
}
