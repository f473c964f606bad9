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
            if regions.iter().any(|code| code == municipality.region)
                || counties.iter().any(|code| code == municipality.county)
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
            Self::Limited { .. } => self.municipalities().contains(municipality.code),
            Self::Other { .. } => false,
        }
    }
}
