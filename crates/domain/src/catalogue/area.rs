//! Where a service or a channel is offered (*alue*).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::reference;

/// A kind of area that older data uses and that we keep by its code (PTV v11's `BusinessSubRegion`,
/// `HospitalDistrict`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AreaReference {
    /// The kind, as the source names it.
    pub kind: String,
    /// The code within the kind.
    pub code: String,
    /// The municipalities that the source says it consists of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub municipalities: Vec<String>,
}

/// Where something is offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Area {
    /// The whole country.
    WholeCountry,
    /// The whole country but Åland.
    WholeCountryExceptAland,
    /// The named areas together.
    Limited {
        /// Municipality codes, three digits.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        municipalities: Vec<String>,
        /// Region codes (*maakunta*), two digits.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        regions: Vec<String>,
        /// Codes of wellbeing services counties (*hyvinvointialue*), two digits.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        counties: Vec<String>,
        /// Areas of kinds that have been abolished.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        others: Vec<AreaReference>,
    },
    /// An area of a kind that we do not know, as the source named it.
    Other {
        /// The kind as it came.
        value: String,
    },
}

impl Area {
    /// Whether it reaches beyond any one county: shown apart from the local supply.
    #[must_use]
    pub const fn is_nationwide(&self) -> bool {
        matches!(self, Self::WholeCountry | Self::WholeCountryExceptAland)
    }

    /// The codes of the municipalities that it covers, with regions and counties opened to theirs and
    /// merged municipalities under the code of today. Empty for nationwide areas: ask
    /// [`Area::covers`].
    #[must_use]
    pub fn municipalities(&self) -> BTreeSet<&'static str> {
        let Self::Limited { municipalities, regions, counties, others } = self else {
            return BTreeSet::new();
        };
        let own = municipalities.iter().chain(others.iter().flat_map(|area| &area.municipalities));
        let mut covered: BTreeSet<&'static str> =
            own.filter_map(|code| reference::municipality(code)).map(|found| found.code).collect();
        for municipality in reference::municipalities() {
            if regions.iter().any(|code| is_code(code, municipality.region))
                || counties.iter().any(|code| is_code(code, municipality.county))
            {
                covered.insert(municipality.code);
            }
        }
        covered
    }

    /// Whether somebody in the municipality is within the area.
    #[must_use]
    pub fn covers(&self, municipality: &str) -> bool {
        let Some(municipality) = reference::municipality(municipality) else { return false };
        match self {
            Self::WholeCountry => true,
            Self::WholeCountryExceptAland => municipality.county != reference::ALAND_COUNTY,
            Self::Limited { municipalities, regions, counties, others } => {
                let own = municipalities
                    .iter()
                    .chain(others.iter().flat_map(|area| &area.municipalities));
                counties.iter().any(|code| is_code(code, municipality.county))
                    || regions.iter().any(|code| is_code(code, municipality.region))
                    || own
                        .filter_map(|code| reference::municipality(code))
                        .any(|named| named.code == municipality.code)
            }
            Self::Other { .. } => false,
        }
    }
}

/// Whether a code of a county or a region is the given one; a zero in front may be missing.
fn is_code(code: &str, expected: &str) -> bool {
    code == expected || (code.len() == 1 && expected.strip_prefix('0') == Some(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limited(municipalities: &[&str], regions: &[&str], counties: &[&str]) -> Area {
        let owned = |codes: &[&str]| codes.iter().map(|&code| code.to_owned()).collect();
        Area::Limited {
            municipalities: owned(municipalities),
            regions: owned(regions),
            counties: owned(counties),
            others: Vec::new(),
        }
    }

    #[test]
    fn a_county_and_a_region_cover_their_municipalities_and_no_others() {
        let county = limited(&[], &[], &["05"]);
        assert!(county.covers("853") && county.covers("529"));
        assert!(!county.covers("837"), "Tampere is in another county");
        assert_eq!(county.municipalities().len(), 27);
        assert_eq!(limited(&[], &[], &["5"]).municipalities().len(), 27);
        let region = limited(&[], &["02"], &[]);
        assert_eq!(region.municipalities(), county.municipalities());
        let uusimaa = limited(&[], &["01"], &[]);
        assert!(uusimaa.covers("091") && uusimaa.covers("049"), "four counties and Helsinki");
        assert_eq!(
            limited(&[], &[], &["90"]).municipalities().into_iter().collect::<Vec<_>>(),
            ["091"]
        );
    }

    #[test]
    fn a_merged_municipality_counts_as_the_one_of_today() {
        let area = limited(&["588", "911"], &[], &[]);
        assert!(area.covers("507") && area.covers("588") && area.covers("541"));
        assert_eq!(area.municipalities().into_iter().collect::<Vec<_>>(), ["507", "541"]);
    }

    #[test]
    fn an_area_that_is_abolished_covers_the_municipalities_that_the_source_gave() {
        let municipalities = vec!["091".to_owned(), "49".to_owned()];
        let others = vec![AreaReference {
            kind: "HospitalDistrict".into(),
            code: "25".into(),
            municipalities,
        }];
        let (municipalities, regions, counties) = (Vec::new(), Vec::new(), Vec::new());
        let area = Area::Limited { municipalities, regions, counties, others };
        assert!(area.covers("091") && area.covers("049") && !area.covers("092"));
        assert_eq!(area.municipalities().len(), 2);
    }

    #[test]
    fn the_whole_country_covers_aland_unless_it_is_left_out() {
        assert!(Area::WholeCountry.covers("478") && Area::WholeCountry.covers("91"));
        assert!(!Area::WholeCountryExceptAland.covers("478"), "Mariehamn");
        assert!(Area::WholeCountryExceptAland.covers("445"), "Pargas is no part of Aland");
        assert_eq!(limited(&[], &["21"], &[]).municipalities().len(), 16);
        assert_eq!(
            limited(&[], &["21"], &[]).municipalities(),
            limited(&[], &[], &[reference::ALAND_COUNTY]).municipalities()
        );
    }

    #[test]
    fn an_unknown_code_covers_nothing_and_is_nowhere() {
        let area = limited(&["999", "", "529"], &["99"], &["", "22"]);
        assert_eq!(area.municipalities().into_iter().collect::<Vec<_>>(), ["529"]);
        assert!(!area.covers("999") && !area.covers(""));
        assert!(!Area::WholeCountry.covers("999"));
        assert!(!Area::Other { value: "Moon".into() }.covers("529"));
    }

    #[test]
    fn covering_is_the_same_one_by_one_and_as_a_list() {
        let area = limited(&["588", "035"], &["18"], &["05", "12"]);
        let list = area.municipalities();
        for municipality in reference::municipalities() {
            assert_eq!(area.covers(municipality.code), list.contains(municipality.code));
        }
    }
}
