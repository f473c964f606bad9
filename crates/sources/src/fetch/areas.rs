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
        // Helsinki (90) and Åland (91) are no wellbeing services counties: PTV has no such codes.
        areas.counties.retain(|code| code.as_str() < "90");
        Some(areas)
    }

    /// Whether there is any; of a code that no county has there is not.
    pub fn is_nowhere(&self) -> bool {
        self.municipalities.is_empty() && self.regions.is_empty() && self.counties.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(codes: &BTreeSet<String>) -> Vec<&str> {
        codes.iter().map(String::as_str).collect()
    }

    #[test]
    fn a_county_has_its_municipalities_and_the_regions_that_they_are_in() {
        let areas = Areas::of(&Scope::County("02".to_owned())).unwrap();
        assert_eq!(codes(&areas.counties), ["02"]);
        assert_eq!(codes(&areas.regions), ["01"]);
        assert_eq!(codes(&areas.municipalities), ["106", "186", "505", "543", "611", "858"]);
    }

    #[test]
    fn a_municipality_is_in_its_region_and_county_but_helsinki_in_no_county() {
        let naantali = Areas::of(&Scope::Municipality("529".to_owned())).unwrap();
        assert_eq!(codes(&naantali.municipalities), ["529"]);
        assert_eq!((naantali.regions.len(), naantali.counties.len()), (1, 1));
        let helsinki = Areas::of(&Scope::Municipality("091".to_owned())).unwrap();
        assert_eq!((helsinki.regions.len(), helsinki.counties.len()), (1, 0));
        assert_eq!(Areas::of(&Scope::All), None);
    }
}
