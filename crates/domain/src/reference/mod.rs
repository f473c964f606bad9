//! Reference data, built in as compact tables: municipalities, counties, regions, postal codes, PTV's
//! code lists and the eight themes. Each file in `tables/` names its source, year and licence.
//!
//! The tables are read once, at the first question. A row that cannot be read is left out; the tests
//! see to it that there is none.

mod code_list;
mod country;
mod county;
mod municipality;
mod postal_code;
mod table;
mod theme;

pub use code_list::{
    CodeItem, CodeList, industrial_class, industrial_class_by_uri, industrial_classes, life_event,
    life_event_by_uri, life_events, service_class, service_class_by_uri, service_classes,
    target_group, target_group_by_uri, target_groups,
};
pub use country::{Country, SpokenLanguage, countries, country, spoken_language, spoken_languages};
pub use county::{ALAND_COUNTY, County, Region, counties, county, region, regions};
pub use municipality::{
    CodeForm, FormerMunicipality, Municipality, former_municipalities, municipalities,
    municipality, municipality_by_name, municipality_exact, neighbours, read_municipality_code,
};
pub use postal_code::{PostalCode, postal_code, postal_codes};
pub use theme::{Origin, Theme, ThemeClass, ThemeTerm, is_for_residents, theme, themes, themes_of};
