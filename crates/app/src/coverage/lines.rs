//! The whole coverage of a county as lines: one for each place, theme, kind of provider and language.

use domain::coverage::{CoverageSettings, ProviderKind, SupplyLanguage, ThemeChoice, Verdict};
use domain::reference::{County, themes};
use jiff::civil::Date;
use serde::Serialize;

use super::Coverage;
use super::table::{Cell, Extent, breakdown, columns, places};
use crate::Error;

/// What stands for every theme, kind of provider or language: services are counted once, however many they have.
const ALL: &str = "all";

/// A line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    /// The county's code.
    pub county: &'static str,
    /// The municipality's code; none of what is counted for the county.
    pub municipality: Option<&'static str>,
    /// The municipality's name in Finnish.
    pub name: Option<&'static str>,
    /// How far the services reach.
    pub reach: &'static str,
    /// The theme's id; "all" for services of any, "none" for those without one.
    pub theme: &'static str,
    /// The kind of provider; "all" for any.
    pub provider: &'static str,
    /// The language that they are given in; "all" for any, and for services that name none.
    pub language: &'static str,
    /// How many there are.
    pub services: u64,
    /// How many for every thousand inhabitants.
    pub per_thousand: Option<f64>,
    /// How many the county wants.
    pub goal: Option<u64>,
    /// How many are missing.
    pub missing: Option<u64>,
    /// How many there were at the first import.
    pub first: Option<u64>,
    /// How many there were on the evening of the baseline.
    pub baseline: Option<u64>,
    /// The day of the number of inhabitants, where there is one.
    pub population_day: Option<Date>,
}

/// The lines of a county. For each place and theme there is a line of all kinds and languages; others where there
/// are or were services, or where a goal is set.
#[must_use]
pub fn lines(
    coverage: &Coverage,
    settings: &CoverageSettings,
    county: &'static County,
) -> Vec<Line> {
    let (mut lines, day) = (Vec::new(), settings.inhabitants_day());
    for of in places(county) {
        for theme in columns() {
            for (provider, cells) in breakdown(coverage, settings, county, of, theme) {
                for (language, cell) in cells {
                    if (provider.is_none() && language.is_none()) || says_something(&cell) {
                        let kind = (provider, language);
                        let mut line = line(county, of, theme, kind, &cell);
                        line.population_day = line.per_thousand.map(|_| day);
                        lines.push(line);
                    }
                }
            }
        }
    }
    lines
}

fn says_something(cell: &Cell) -> bool {
    let was = |count: Option<u64>| count.is_some_and(|count| count > 0);
    cell.count > 0 || cell.verdict != Verdict::NoGoal || was(cell.first) || was(cell.baseline)
}

fn line(
    county: &'static County,
    of: Extent,
    theme: ThemeChoice,
    (provider, language): (Option<ProviderKind>, Option<SupplyLanguage>),
    cell: &Cell,
) -> Line {
    let municipality = match of {
        Extent::Municipality(municipality) => Some(municipality),
        _ => None,
    };
    let (goal, missing) = match cell.verdict {
        Verdict::NoGoal => (None, None),
        Verdict::Met { goal } => (Some(goal), Some(0)),
        Verdict::Missed { goal, missing } => (Some(goal), Some(missing)),
    };
    Line {
        county: county.code,
        municipality: municipality.map(|one| one.code),
        name: municipality.map(|one| one.name_fi),
        reach: of.reach().code(),
        theme: match theme {
            ThemeChoice::One(place) => themes().get(place).map_or(ALL, |theme| theme.id),
            ThemeChoice::None => "none",
            ThemeChoice::Some | ThemeChoice::Any => ALL,
        },
        provider: provider.map_or(ALL, ProviderKind::code),
        language: language.map_or(ALL, SupplyLanguage::code),
        services: cell.count,
        per_thousand: cell.per_thousand.map(|number| (number * 100.0).round() / 100.0),
        goal,
        missing,
        first: cell.first,
        baseline: cell.baseline,
        population_day: None,
    }
}

/// Lines as CSV, with a line of names.
///
/// # Errors
/// Never in practice: it is written to memory.
pub fn csv(lines: &[Line]) -> Result<String, Error> {
    let fault = |error: &dyn std::fmt::Display| Error::Internal(format!("a CSV table: {error}"));
    let mut table = csv::Writer::from_writer(Vec::new());
    for line in lines {
        table.serialize(line).map_err(|error| fault(&error))?;
    }
    let bytes = table.into_inner().map_err(|error| fault(&error))?;
    String::from_utf8(bytes).map_err(|error| fault(&error))
}
