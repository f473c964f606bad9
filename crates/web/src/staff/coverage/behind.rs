//! What is behind a count.

use app::coordinator::Coordinator;
use app::coverage::values::{Demand, ProviderKind, SupplyLanguage, Verdict};
use app::coverage::{Cell, Extent, Listed, breakdown, neighbours, services};
use askama::Template;
use domain::reference::{county, themes};

use super::heat::{Choices, Download, Growth, downloads};
use super::scene::{Scene, WEEKS};
use super::{sheets, words};
use crate::Site;
use crate::address::{Address, CoverageAddress, CoverageTable};
use crate::fault::Fault;
use crate::frame::Frame;
use crate::staff::{StaffFrame, StaffPage};
use crate::texts::Texts;
use crate::view::text::{Text, date, decimal, lang_of};

/// How many services a page lists.
const SERVICES: u32 = 100;

/// The page.
#[derive(Template)]
#[template(path = "staff/coverage-cell.html")]
pub(super) struct CellPage {
    frame: Frame,
    staff: StaffFrame,
    heading: String,
    /// Back to the table.
    table: String,
    action: String,
    choices: Choices,
    facts: Vec<String>,
    languages: Vec<String>,
    kinds: Vec<KindRow>,
    kinds_downloads: Vec<Download>,
    /// What the neighbours offer; none where what is looked at is no municipality.
    near: Option<Vec<NearRow>>,
    near_downloads: Vec<Download>,
    /// What reaches further: name, count and address.
    wider: Vec<(String, u64, String)>,
    listed: Vec<ListedRow>,
    services_downloads: Vec<Download>,
    /// Where the list goes on.
    next: Option<String>,
    /// Where it begins, when this is not its beginning.
    first: Option<String>,
    demand: Vec<AskedRow>,
    demand_downloads: Vec<Download>,
    weeks: usize,
    growth: Growth,
}

/// The counts of a kind of provider.
struct KindRow {
    name: String,
    /// Each with where its services are, unless there are none.
    counts: Vec<(u64, Option<String>)>,
}

/// What a neighbour offers.
struct NearRow {
    name: String,
    count: u64,
    /// Its cell, where it is of this county.
    href: Option<String>,
}

/// A service.
struct ListedRow {
    name: Text,
    href: String,
    organisation: Option<Text>,
    kind: String,
    themes: String,
    languages: String,
}

/// Something that people asked for.
struct AskedRow {
    text: Text,
    how: String,
    count: u64,
}

impl CellPage {
    pub(super) async fn new(
        site: &Site,
        coordinator: &Coordinator,
        scene: Scene,
    ) -> Result<Self, Fault> {
        let t = scene.t;
        let (of, theme) = scene.looked_at();
        let address = Address::Coverage(scene.address.clone());
        let (frame, staff) = StaffFrame::new(site, t.0, coordinator, StaffPage::Coverage, address);
        let after = scene.address.after.clone();
        let asked = sheets::asked(&scene, of, theme);
        let mut found = services(&site.app, asked, after.as_ref(), SERVICES + 1).await?;
        let has_more = found.len() > SERVICES as usize;
        found.truncate(SERVICES as usize);
        let goes_on = found.last().map(|last| last.id.clone()).filter(|_| has_more);
        let without_after = CoverageAddress { after: None, ..scene.address.clone() };
        let next =
            goes_on.map(|after| CoverageAddress { after: Some(after), ..without_after.clone() });
        let demand = scene.demand(site).await?;
        let (languages, kinds) = kinds(&scene);
        Ok(Self {
            heading: t
                .with(
                    "coverage-cell-heading",
                    &[("place", &words::place(of, t)), ("theme", &words::theme(theme, t))],
                )
                .into_owned(),
            table: CoverageAddress { cell: None, after: None, ..scene.address.clone() }.path(t.0),
            action: CoverageAddress::default().of_cell(of, theme).path(t.0),
            choices: Choices::new(&scene),
            facts: facts(&scene.cell(of, theme), &scene),
            languages,
            kinds,
            kinds_downloads: downloads(&scene, CoverageTable::Counts),
            near: near(&scene),
            near_downloads: downloads(&scene, CoverageTable::Neighbours),
            wider: wider(&scene),
            listed: listed(found, t),
            services_downloads: downloads(&scene, CoverageTable::Services),
            next: next.map(|next| next.path(t.0)),
            first: after.map(|_| without_after.path(t.0)),
            demand: demand.iter().map(|one| AskedRow::new(one, t)).collect(),
            demand_downloads: downloads(&scene, CoverageTable::Demand),
            weeks: usize::from(WEEKS),
            growth: Growth::new(&scene),
            frame,
            staff,
        })
    }
}

/// What the cell says, in sentences.
fn facts(cell: &Cell, scene: &Scene) -> Vec<String> {
    let t = scene.t;
    let mut facts = vec![t.count("coverage-count", words::size(cell.count)).into_owned()];
    facts.extend(match cell.verdict {
        Verdict::NoGoal => None,
        Verdict::Met { goal } => Some(t.count("coverage-goal-met", words::size(goal)).into_owned()),
        Verdict::Missed { goal, missing } => {
            let most = words::size(goal);
            Some(t.count_of_most("coverage-goal-missed", words::size(missing), most).into_owned())
        }
    });
    facts.extend(cell.per_thousand.map(|number| {
        let day = date(scene.settings.inhabitants_day(), t.0);
        let values = [("name", decimal(number, t.0)), ("day", day)];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        t.with("coverage-per-thousand-of", &values).into_owned()
    }));
    facts.extend(cell.lacks_population.then(|| t.get("coverage-no-population-of").into_owned()));
    for (key, before) in
        [("coverage-since-first", cell.first), ("coverage-since-baseline", cell.baseline)]
    {
        facts.extend(before.map(|before| {
            let changed = words::change(cell.count, Some(before));
            t.with(key, &[("change", &changed), ("before", &before.to_string())]).into_owned()
        }));
    }
    facts
}

/// The kinds of provider that there are, by language.
fn kinds(scene: &Scene) -> (Vec<String>, Vec<KindRow>) {
    let (of, theme) = scene.looked_at();
    let rows = breakdown(&scene.coverage, &scene.settings, scene.county, of, theme);
    let has_language = |language: Option<SupplyLanguage>| {
        let cells = rows.iter().flat_map(|(_, cells)| cells);
        cells.filter(|(one, _)| *one == language).any(|(_, cell)| cell.count > 0)
    };
    let is_shown =
        |language: &Option<SupplyLanguage>| language.is_none() || has_language(*language);
    let all = SupplyLanguage::ALL.into_iter().map(Some).chain([None]);
    let shown: Vec<Option<SupplyLanguage>> = all.filter(is_shown).collect();
    let link = |provider, language| {
        let address = CoverageAddress { provider, language, after: None, ..scene.address.clone() };
        address.path(scene.t.0)
    };
    let row = |(provider, cells): &(Option<ProviderKind>, Vec<(Option<SupplyLanguage>, Cell)>)| {
        let own = cells.iter().filter(|(language, _)| shown.contains(language));
        let count = |(language, cell): &(Option<SupplyLanguage>, Cell)| {
            (cell.count, (cell.count > 0).then(|| link(*provider, *language)))
        };
        KindRow { name: words::provider(*provider, scene.t), counts: own.map(count).collect() }
    };
    let languages = shown.iter().map(|language| words::language(*language, scene.t)).collect();
    (languages, rows.iter().map(row).collect())
}

fn near(scene: &Scene) -> Option<Vec<NearRow>> {
    let (Extent::Municipality(own), theme) = scene.looked_at() else { return None };
    let found = neighbours(&scene.coverage, own.code, scene.selection(theme));
    let row = |one: app::coverage::Neighbour| {
        let municipality = one.municipality;
        let is_own = municipality.county == scene.county.code;
        let name = match county(municipality.county).filter(|_| !is_own) {
            Some(county) => {
                format!("{} ({})", municipality.name(scene.t.0), county.name(scene.t.0))
            }
            None => municipality.name(scene.t.0).to_owned(),
        };
        let address = scene.address.of_cell(Extent::Municipality(municipality), theme);
        NearRow { name, count: one.count, href: is_own.then(|| address.path(scene.t.0)) }
    };
    Some(found.into_iter().map(row).collect())
}

fn wider(scene: &Scene) -> Vec<(String, u64, String)> {
    let (of, theme) = scene.looked_at();
    let others = [Extent::Regional, Extent::National].into_iter().filter(|one| *one != of);
    let row = |one: Extent| {
        let href = scene.address.of_cell(one, theme).path(scene.t.0);
        (words::place(one, scene.t), scene.cell(one, theme).count, href)
    };
    others.map(row).collect()
}

fn listed(found: Vec<Listed>, t: Texts) -> Vec<ListedRow> {
    let row = |one: Listed| {
        let of = themes().iter().enumerate().filter(|(place, _)| one.themes.contains(*place));
        let of: Vec<&str> = of.map(|(_, theme)| theme.name(t.0)).collect();
        let spoken =
            SupplyLanguage::ALL.into_iter().filter(|language| one.languages.contains(*language));
        let spoken: Vec<String> =
            spoken.map(|language| words::language(Some(language), t)).collect();
        ListedRow {
            name: Text::best_or(&one.names, t, "name-missing"),
            href: Address::Service(one.id).path(t.0),
            organisation: Text::best(&one.organisation, t.0),
            kind: words::provider(Some(one.provider), t),
            themes: of.join(", "),
            languages: spoken.join(", "),
        }
    };
    let mut rows: Vec<ListedRow> = found.into_iter().map(row).collect();
    rows.sort_by_cached_key(|row| row.name.value.to_lowercase());
    rows
}

impl AskedRow {
    fn new(demand: &Demand, t: Texts) -> Self {
        let text = Text { lang: lang_of(demand.language, t.0), value: demand.text.clone() };
        Self { text, how: words::demand_kind(demand, t), count: demand.count }
    }
}
