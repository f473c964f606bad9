//! Reference data, built in as compact tables: each table's file names its source and year.

/// The county code of Åland, which is no wellbeing services county.
pub const ALAND_COUNTY: &str = "91";

/// A municipality of today (*kunta*).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Municipality {
    /// The code, three digits.
    pub code: &'static str,
    /// The region's code (*maakunta*).
    pub region: &'static str,
    /// The wellbeing services county's code.
    pub county: &'static str,
}

/// Every municipality.
#[must_use]
pub fn municipalities() -> &'static [Municipality] {
    &[]
}

/// A municipality by its code.
#[must_use]
pub fn municipality(code: &str) -> Option<&'static Municipality> {
    municipalities().iter().find(|municipality| municipality.code == code)
}
