//! How far a service reaches, county by county.

use std::collections::BTreeSet;

use crate::catalogue::Area;
use crate::reference::{County, counties};

/// How far a service reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    /// In some municipalities of a county (*paikallinen*).
    Local,
    /// In every municipality of a county that has more than one (*alueellinen*).
    Regional,
    /// In the whole country, with or without Åland (*valtakunnallinen*).
    National,
    /// Nobody says where.
    Unknown,
}

impl Reach {
    /// Every reach, the nearest first.
    pub const ALL: [Self; 4] = [Self::Local, Self::Regional, Self::National, Self::Unknown];

    /// Its code in the database, in tables and in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Local => "local",
            Self::Regional => "regional",
            Self::National => "national",
            Self::Unknown => "unknown",
        }
    }

    /// Reads [`Reach::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reach| reach.code() == code)
    }
}

/// One place to which a service is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spread {
    /// How far it reaches there.
    pub reach: Reach,
    /// The county's code; empty of what is national or nowhere.
    pub county: &'static str,
    /// The municipality's code; of what is local alone.
    pub municipality: &'static str,
}

/// The places to which a service of this area is counted, each once, in order. A county that it covers whole
/// counts it as regional, any other that it touches as local in each municipality.
#[must_use]
pub fn spread(area: Option<&Area>) -> Vec<Spread> {
    let whole = |reach| vec![Spread { reach, county: "", municipality: "" }];
    let Some(area) = area else { return whole(Reach::Unknown) };
    if area.is_nationwide() {
        return whole(Reach::National);
    }
    let covered = area.municipalities();
    if covered.is_empty() {
        return whole(Reach::Unknown);
    }
    counties().iter().flat_map(|county| within(county, &covered)).collect()
}

fn within(county: &County, covered: &BTreeSet<&'static str>) -> Vec<Spread> {
    let own = county.municipalities.iter().copied().filter(|code| covered.contains(code));
    let own: Vec<&'static str> = own.collect();
    let is_whole = own.len() > 1 && own.len() == county.municipalities.len();
    if is_whole {
        return vec![Spread { reach: Reach::Regional, county: county.code, municipality: "" }];
    }
    let local = |municipality| Spread { reach: Reach::Local, county: county.code, municipality };
    own.into_iter().map(local).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(municipalities: &[&str], counties: &[&str]) -> Area {
        let owned = |codes: &[&str]| codes.iter().map(|&code| code.to_owned()).collect();
        Area::Limited {
            municipalities: owned(municipalities),
            regions: Vec::new(),
            counties: owned(counties),
            others: Vec::new(),
        }
    }

    fn told(area: &Area) -> Vec<String> {
        let tell =
            |one: Spread| format!("{} {} {}", one.reach.code(), one.county, one.municipality);
        spread(Some(area)).into_iter().map(|one| tell(one).trim().to_owned()).collect()
    }

    #[test]
    fn some_municipalities_are_local_and_all_of_a_county_are_regional() {
        assert_eq!(told(&area(&["529", "853"], &[])), ["local 05 529", "local 05 853"]);
        assert_eq!(told(&area(&[], &["05"])), ["regional 05"]);
        let all: Vec<&str> = counties()
            .iter()
            .filter(|county| county.code == "05")
            .flat_map(|county| county.municipalities.iter().copied())
            .collect();
        assert_eq!(told(&area(&all, &[])), ["regional 05"], "named one by one");
        assert_eq!(told(&area(&all[1..], &[])).len(), all.len() - 1, "one is missing");
    }

    #[test]
    fn what_is_regional_in_one_county_may_be_local_in_another() {
        assert_eq!(told(&area(&["837"], &["05"])), ["regional 05", "local 08 837"]);
    }

    #[test]
    fn a_county_of_one_municipality_is_local() {
        assert_eq!(told(&area(&["091"], &[])), ["local 90 091"]);
    }

    #[test]
    fn the_whole_country_and_nowhere_are_apart() {
        assert_eq!(told(&Area::WholeCountry), ["national"]);
        assert_eq!(told(&Area::WholeCountryExceptAland), ["national"]);
        assert_eq!(told(&area(&["999"], &[])), ["unknown"]);
        assert_eq!(told(&Area::Other { value: "Moon".into() }), ["unknown"]);
        assert_eq!(spread(None)[0].reach, Reach::Unknown);
    }
}
