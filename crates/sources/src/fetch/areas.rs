//! Which areas a scope has: a service can be offered in a municipality by naming it, its region or
//! its county.

use std::collections::BTreeSet;

use domain::import::Scope;
use domain::reference;

/// The codes of the areas that a scope has.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Areas {
    pub municipalities: BTreeSet<String>,
    pub regions: BTreeSet<String>,
    pub counties: BTreeSet<String>,
}

impl Areas {
    /// The areas of a county or a municipality; none of other scopes. A code that is not in our
    /// tables is asked for as it is.
    pub fn of(scope: &Scope) -> Option<Self> {
        let mut areas = Self::default();
        let inside = |municipality: &reference::Municipality| match scope {
            Scope::County(code) => municipality.county == code,
            Scope::Municipality(code) => municipality.code == code,
            Scope::All | Scope::Organisation(_) => false,
        };
        match scope {
            Scope::County(code) => areas.counties.insert(code.clone()),
            Scope::Municipality(code) => areas.municipalities.insert(code.clone()),
            Scope::All | Scope::Organisation(_) => return None,
        };
        for municipality in reference::municipalities().iter().filter(|each| inside(each)) {
            areas.municipalities.insert(municipality.code.to_owned());
            areas.regions.insert(municipality.region.to_owned());
            areas.counties.insert(municipality.county.to_owned());
        }
        // Åland and Helsinki are no wellbeing services counties: nobody offers there by a county's
        // code.
        areas.counties.retain(|code| code.len() == 2 && !is_outside(code));
        Some(areas)
    }
}

fn is_outside(county: &str) -> bool {
    county == reference::ALAND_COUNTY
}
