//! The tables that the staff look at, added up from what was counted.

use std::sync::Arc;

use domain::coverage::{
    Counts, CoverageSettings, Place, ProviderKind, Reach, Selection, SupplyLanguage, ThemeChoice,
    Verdict, per_thousand,
};
use domain::reference::{County, Municipality, municipality_exact, neighbours as around, themes};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::Coverage;
use crate::schedule::finnish_time;

/// Which services a row of the table counts: those of a place, or those that reach further.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Extent {
    /// The local services of a municipality.
    Municipality(&'static Municipality),
    /// The local services of all municipalities together, each counted once.
    Local,
    /// The services that cover the whole county.
    Regional,
    /// Those of the whole country.
    National,
    /// Those of which nobody says where they are offered.
    Unknown,
}

impl Extent {
    /// How far its services reach.
    #[must_use]
    pub const fn reach(self) -> Reach {
        match self {
            Self::Municipality(_) | Self::Local => Reach::Local,
            Self::Regional => Reach::Regional,
            Self::National => Reach::National,
            Self::Unknown => Reach::Unknown,
        }
    }

    /// The row with this code: a municipality's of the county, or "local", "regional", "national", "unknown".
    #[must_use]
    pub fn from_code(code: &str, county: &County) -> Option<Self> {
        match Reach::from_code(code) {
            Some(Reach::Local) => Some(Self::Local),
            Some(Reach::Regional) => Some(Self::Regional),
            Some(Reach::National) => Some(Self::National),
            Some(Reach::Unknown) => Some(Self::Unknown),
            None => municipality_exact(code)
                .filter(|one| one.county == county.code)
                .map(Self::Municipality),
        }
    }

    /// Its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Municipality(municipality) => municipality.code,
            other => other.reach().code(),
        }
    }

    /// The county's code where its services are of the county, as [`super::Asked`] has it.
    #[must_use]
    pub const fn county(self, county: &County) -> &'static str {
        match self {
            Self::National | Self::Unknown => "",
            _ => county.code,
        }
    }

    fn count(self, known: &Counts, county: &County, selection: Selection) -> u64 {
        match self {
            Self::Municipality(one) => known.local(one.code, selection),
            Self::Local | Self::Regional => known.in_county(county.code, self.reach(), selection),
            Self::National | Self::Unknown => known.beyond(self.reach(), selection),
        }
    }

    /// Whom its services are for, where they are of a place.
    fn inhabitants(self, settings: &CoverageSettings, county: &County) -> Option<u32> {
        let of = |code: &&str| municipality_exact(code).and_then(|one| settings.inhabitants(one));
        match self {
            Self::Municipality(one) => settings.inhabitants(one),
            // Of all or of nobody: a sum that leaves some out would make everything look better.
            Self::Local => county.municipalities.iter().map(of).sum(),
            Self::Regional | Self::National | Self::Unknown => None,
        }
    }
}

/// A count, and what there is to say of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    /// How many services.
    pub count: u64,
    /// How many for every thousand inhabitants; of places alone.
    pub per_thousand: Option<f64>,
    /// Whether it is of a place of which nobody says how many live there.
    pub lacks_population: bool,
    /// Whether the goal is met.
    pub verdict: Verdict,
    /// How many there were when the county was first imported.
    pub first: Option<u64>,
    /// How many there were on the evening of the baseline; none where there is none, or it was before the import.
    pub baseline: Option<u64>,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it is about.
    pub of: Extent,
    /// Its cells, one for each column.
    pub cells: Vec<Cell>,
}

/// With when today is compared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Compared {
    /// When the county's first services were imported.
    pub first: Option<Timestamp>,
    /// The county's baseline, if it lies after that.
    pub baseline: Option<Date>,
}

/// The table of a county.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What the columns count: each theme, all of wellbeing each once, and what belongs to no theme.
    pub columns: Vec<ThemeChoice>,
    /// The municipalities in order of code, then the county.
    pub rows: Vec<Row>,
    /// With when it is compared.
    pub compared: Compared,
}

/// What a cell's count is worked out from.
struct Sight<'a> {
    coverage: &'a Coverage,
    settings: &'a CoverageSettings,
    county: &'a County,
    compared: Compared,
    first: Option<Arc<Counts>>,
    baseline: Option<Arc<Counts>>,
}

impl<'a> Sight<'a> {
    fn new(coverage: &'a Coverage, settings: &'a CoverageSettings, county: &'a County) -> Self {
        let first = coverage.growth().first(county.code);
        let evening = settings.baseline.and_then(evening_of);
        let baseline = evening.filter(|evening| first.is_some_and(|first| first <= *evening));
        Self {
            coverage,
            settings,
            county,
            compared: Compared {
                first,
                baseline: settings.baseline.filter(|_| baseline.is_some()),
            },
            first: first.map(|time| coverage.at(time)),
            baseline: baseline.map(|time| coverage.at(time)),
        }
    }

    fn cell(&self, of: Extent, selection: Selection) -> Cell {
        let count_in = |counts: &Counts| of.count(counts, self.county, selection);
        let count = count_in(self.coverage.now());
        let goal = match (of, selection.theme) {
            (Extent::Municipality(one), ThemeChoice::One(place)) => {
                themes().get(place).and_then(|theme| {
                    self.settings.goal(one.code, theme.id, selection.provider, selection.language)
                })
            }
            _ => None,
        };
        let inhabitants = of.inhabitants(self.settings, self.county);
        let is_place = matches!(of, Extent::Municipality(_) | Extent::Local);
        Cell {
            count,
            per_thousand: inhabitants.and_then(|many| per_thousand(count, many)),
            lacks_population: is_place && inhabitants.is_none(),
            verdict: Verdict::of(count, goal),
            first: self.first.as_deref().map(count_in),
            baseline: self.baseline.as_deref().map(count_in),
        }
    }
}

/// The end of a day in Finland.
fn evening_of(day: Date) -> Option<Timestamp> {
    let zone = finnish_time(Timestamp::UNIX_EPOCH).time_zone().clone();
    let next = day
        .checked_add(1.day())
        .ok()?
        .to_zoned(zone)
        .or_else(|_| day.to_zoned(TimeZone::UTC))
        .ok()?;
    next.timestamp().checked_sub(1.microsecond()).ok()
}

/// What the columns count.
pub(super) fn columns() -> Vec<ThemeChoice> {
    let themes = (0..themes().len()).map(ThemeChoice::One);
    themes.chain([ThemeChoice::Some, ThemeChoice::None]).collect()
}

/// What the rows are about.
pub(super) fn places(county: &County) -> Vec<Extent> {
    let own = county.municipalities.iter().filter_map(|code| municipality_exact(code));
    let whole = [Extent::Local, Extent::Regional, Extent::National, Extent::Unknown];
    own.map(Extent::Municipality).chain(whole).collect()
}

/// The table of a county, of services of one kind of provider and in one language or of any.
#[must_use]
pub fn table(
    coverage: &Coverage,
    settings: &CoverageSettings,
    county: &County,
    provider: Option<ProviderKind>,
    language: Option<SupplyLanguage>,
) -> Table {
    let sight = Sight::new(coverage, settings, county);
    let columns = columns();
    let selection = |theme: &ThemeChoice| Selection { theme: *theme, provider, language };
    let row = |of| Row {
        of,
        cells: columns.iter().map(|theme| sight.cell(of, selection(theme))).collect(),
    };
    let rows = places(county).into_iter().map(row).collect();
    Table { rows, compared: sight.compared, columns }
}

/// One cell of a county.
#[must_use]
pub fn cell(
    coverage: &Coverage,
    settings: &CoverageSettings,
    county: &County,
    of: Extent,
    selection: Selection,
) -> Cell {
    Sight::new(coverage, settings, county).cell(of, selection)
}

/// The cells of each language, and of any, last.
pub type CellsByLanguage = Vec<(Option<SupplyLanguage>, Cell)>;

/// What is behind a cell: of each kind of provider (and of any, last) the cells of each language (and of any, last).
#[must_use]
pub fn breakdown(
    coverage: &Coverage,
    settings: &CoverageSettings,
    county: &County,
    of: Extent,
    theme: ThemeChoice,
) -> Vec<(Option<ProviderKind>, CellsByLanguage)> {
    let sight = Sight::new(coverage, settings, county);
    let providers = ProviderKind::ALL.into_iter().map(Some).chain([None]);
    let languages = || SupplyLanguage::ALL.into_iter().map(Some).chain([None]);
    let cells = |provider| {
        let cell = |language| (language, sight.cell(of, Selection { theme, provider, language }));
        languages().map(cell).collect()
    };
    providers.map(|provider| (provider, cells(provider))).collect()
}

/// How many there were at the end of each month in which the number changed, the oldest first; of the month under
/// way, how many there are.
#[must_use]
pub fn by_month(
    coverage: &Coverage,
    county: &County,
    of: Extent,
    selection: Selection,
) -> Vec<(Date, u64)> {
    let place = match of {
        Extent::Municipality(one) => Place::Municipality(one.code.to_owned()),
        Extent::Local | Extent::Regional => Place::County(county.code.to_owned()),
        Extent::National | Extent::Unknown => Place::Beyond,
    };
    let mut months: Vec<(Date, u64)> = Vec::new();
    for (at, count) in coverage.growth().series(&place, of.reach(), selection) {
        let month = finnish_time(at).date().first_of_month();
        match months.last_mut() {
            Some(last) if last.0 == month => last.1 = count,
            _ => months.push((month, count)),
        }
    }
    months
}

/// What a neighbouring municipality offers of its own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Neighbour {
    /// The neighbour, of this county or another.
    pub municipality: &'static Municipality,
    /// How many local services.
    pub count: u64,
}

/// The neighbours of a municipality that have local services of a selection, those with the most first.
#[must_use]
pub fn neighbours(coverage: &Coverage, municipality: &str, selection: Selection) -> Vec<Neighbour> {
    let near = around(municipality).iter().filter_map(|code| municipality_exact(code));
    let count = |municipality: &'static Municipality| Neighbour {
        municipality,
        count: coverage.now().local(municipality.code, selection),
    };
    let mut found: Vec<Neighbour> = near.map(count).filter(|one| one.count > 0).collect();
    found.sort_by(|one, other| {
        other.count.cmp(&one.count).then(one.municipality.code.cmp(other.municipality.code))
    });
    found
}
