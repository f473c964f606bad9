//! The empty corners of the map: where a municipality has no local service of a theme.

use std::cmp::Reverse;

use domain::coverage::{CoverageSettings, Selection, ThemeChoice, Verdict};
use domain::reference::{County, Municipality, municipality_exact, themes};

use super::Coverage;
use super::table::{Extent, Neighbour, cell, neighbours};

/// A municipality without local services of a theme.
#[derive(Debug, Clone, PartialEq)]
pub struct Corner {
    /// The municipality.
    pub municipality: &'static Municipality,
    /// The place of the theme among all.
    pub theme: usize,
    /// How many live there; none when nobody says.
    pub inhabitants: Option<u32>,
    /// How many services the county's goal asks for; none where there is none.
    pub goal: Option<u64>,
    /// How many services of the theme cover the whole county.
    pub regional: u64,
    /// What the neighbours offer, those with the most first.
    pub near: Vec<Neighbour>,
}

/// The empty corners of a county, the worst first: where a goal is missed, the largest goal before the others; of those alike,
/// where nothing covers the whole county either; then where the most people live. None before anything was counted.
#[must_use]
pub fn corners(coverage: &Coverage, settings: &CoverageSettings, county: &County) -> Vec<Corner> {
    if coverage.generation() == 0 {
        return Vec::new();
    }
    let mut found = Vec::new();
    for theme in 0..themes().len() {
        let selection = Selection::default().of(ThemeChoice::One(theme));
        let count = |of| cell(coverage, settings, county, of, selection);
        let regional = count(Extent::Regional).count;
        for place in county.municipalities.iter().filter_map(|code| municipality_exact(code)) {
            let own = count(Extent::Municipality(place));
            if own.count > 0 {
                continue;
            }
            let goal = match own.verdict {
                Verdict::Missed { goal, .. } => Some(goal),
                Verdict::Met { .. } | Verdict::NoGoal => None,
            };
            let near = neighbours(coverage, place.code, selection);
            let inhabitants = settings.inhabitants(place);
            found.push(Corner { municipality: place, theme, inhabitants, goal, regional, near });
        }
    }
    found.sort_by_key(|one| {
        (Reverse(one.goal), one.regional > 0, Reverse(one.inhabitants), one.theme)
    });
    found
}
