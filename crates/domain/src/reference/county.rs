//! Wellbeing services counties (*hyvinvointialue*) and regions (*maakunta*).

use std::sync::LazyLock;

use super::{municipalities, table};
use crate::language::Language;

/// The county code of Åland, which is no wellbeing services county.
pub const ALAND_COUNTY: &str = "91";

/// A wellbeing services county; also Helsinki (90), which has a county's duties, and Åland (91).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct County {
    /// The code, two digits.
    pub code: &'static str,
    /// The name in Finnish.
    pub name_fi: &'static str,
    /// The name in Swedish.
    pub name_sv: &'static str,
    /// The name in English.
    pub name_en: &'static str,
    /// What the county calls itself for short ("Varha").
    pub short_name: &'static str,
    /// The codes of its municipalities, in order.
    pub municipalities: Vec<&'static str>,
    /// The codes of the counties that it touches, in order.
    pub neighbours: Vec<&'static str>,
}

impl County {
    /// The name in a language; English where the language has none.
    #[must_use]
    pub const fn name(&self, language: Language) -> &'static str {
        pick(language, [self.name_fi, self.name_sv, self.name_en])
    }
}

/// A region (*maakunta*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// The code, two digits.
    pub code: &'static str,
    /// The name in Finnish.
    pub name_fi: &'static str,
    /// The name in Swedish.
    pub name_sv: &'static str,
    /// The name in English.
    pub name_en: &'static str,
    /// The codes of its municipalities, in order.
    pub municipalities: Vec<&'static str>,
}

impl Region {
    /// The name in a language; English where the language has none.
    #[must_use]
    pub const fn name(&self, language: Language) -> &'static str {
        pick(language, [self.name_fi, self.name_sv, self.name_en])
    }
}

/// Which of the names in Finnish, Swedish and English a language gets.
pub(super) const fn pick(language: Language, [fi, sv, en]: [&'static str; 3]) -> &'static str {
    match language {
        Language::Fi => fi,
        Language::Sv => sv,
        Language::En | Language::Se | Language::Smn | Language::Sms => en,
    }
}

const COUNTIES: &str = include_str!("tables/counties.tsv");
const REGIONS: &str = include_str!("tables/regions.tsv");

static COUNTY_TABLE: LazyLock<Vec<County>> = LazyLock::new(|| {
    table::rows(COUNTIES, |[code, name_fi, name_sv, name_en, short_name, neighbours]| {
        let municipalities =
            municipalities().iter().filter(|one| one.county == code).map(|one| one.code).collect();
        let neighbours = table::words(neighbours);
        Some(County { code, name_fi, name_sv, name_en, short_name, municipalities, neighbours })
    })
});

static REGION_TABLE: LazyLock<Vec<Region>> = LazyLock::new(|| {
    table::rows(REGIONS, |[code, name_fi, name_sv, name_en]| {
        let municipalities =
            municipalities().iter().filter(|one| one.region == code).map(|one| one.code).collect();
        Some(Region { code, name_fi, name_sv, name_en, municipalities })
    })
});

/// The 21 wellbeing services counties, Helsinki and Åland, by code.
#[must_use]
pub fn counties() -> &'static [County] {
    &COUNTY_TABLE
}

/// A county by its code; "5" is read as "05".
#[must_use]
pub fn county(code: &str) -> Option<&'static County> {
    let code = format!("{:02}", table::number(code, 2)?);
    let position = COUNTY_TABLE.binary_search_by(|county| county.code.cmp(&code)).ok()?;
    COUNTY_TABLE.get(position)
}

/// The regions, by code.
#[must_use]
pub fn regions() -> &'static [Region] {
    &REGION_TABLE
}

/// A region by its code; "1" is read as "01".
#[must_use]
pub fn region(code: &str) -> Option<&'static Region> {
    let code = format!("{:02}", table::number(code, 2)?);
    let position = REGION_TABLE.binary_search_by(|region| region.code.cmp(&code)).ok()?;
    REGION_TABLE.get(position)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::reference::{municipality, neighbours};

    #[test]
    fn every_row_is_read_in_order_of_code() {
        assert_eq!(counties().len(), table::lines(COUNTIES).count());
        assert_eq!(regions().len(), table::lines(REGIONS).count());
        assert!(counties().is_sorted_by_key(|county| county.code));
        assert!(regions().is_sorted_by_key(|region| region.code));
    }

    #[test]
    fn there_are_21_counties_and_helsinki_and_aland_and_19_regions() {
        assert_eq!(counties().len(), 23);
        assert_eq!(regions().len(), 19);
        assert_eq!(county("90").map(|county| county.name_fi), Some("Helsingin kaupunki"));
        assert_eq!(county(ALAND_COUNTY).map(|county| county.municipalities.len()), Some(16));
        assert_eq!(region("21").map(|region| region.name_sv), Some("Åland"));
        assert_eq!(county("5").map(|county| county.short_name), Some("Varha"));
        assert!(county("22").is_none() && county("").is_none() && county("005").is_none());
        assert!(region("03").is_none() && region("20").is_none());
    }

    #[test]
    fn every_municipality_is_in_exactly_one_county_and_one_region() {
        let in_counties: Vec<_> = counties().iter().flat_map(|one| &one.municipalities).collect();
        let in_regions: Vec<_> = regions().iter().flat_map(|one| &one.municipalities).collect();
        assert_eq!(in_counties.len(), 308);
        assert_eq!(in_regions.len(), 308);
        assert_eq!(in_counties.iter().collect::<BTreeSet<_>>().len(), 308);
        assert_eq!(in_regions.iter().collect::<BTreeSet<_>>().len(), 308);
        for (code, expected) in [("05", 27), ("14", 13), ("16", 18), ("90", 1)] {
            assert_eq!(county(code).map(|one| one.municipalities.len()), Some(expected), "{code}");
        }
    }

    #[test]
    fn names_are_there_in_three_languages() {
        for county in counties() {
            for language in Language::INTERFACE {
                assert!(!county.name(language).is_empty(), "{county:?}");
            }
            assert!(!county.short_name.is_empty(), "{county:?}");
        }
        assert_eq!(
            county("05").map(|county| county.name(Language::Sv)),
            Some("Egentliga Finlands välfärdsområde")
        );
        assert!(regions().iter().all(|region| !region.name(Language::En).is_empty()));
    }

    #[test]
    fn counties_are_neighbours_exactly_where_their_municipalities_are() {
        for here in counties() {
            let mut touched: BTreeSet<&str> = here
                .municipalities
                .iter()
                .flat_map(|code| neighbours(code))
                .filter_map(|code| municipality(code))
                .map(|one| one.county)
                .collect();
            touched.remove(here.code);
            assert_eq!(here.neighbours, touched.into_iter().collect::<Vec<_>>(), "{}", here.code);
        }
    }
}
