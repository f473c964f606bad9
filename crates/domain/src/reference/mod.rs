//! Reference data, built in as compact tables: municipalities, counties, regions, postal codes, PTV's
//! code lists and the eight themes. Each file in `tables/` names its source, year and licence.
//!
//! The tables are read once, at the first question. A row that cannot be read is left out; the tests
//! see to it that there is none.

mod code_list;
mod country;
mod county;
mod municipality;
mod need;
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
pub use need::{Need, needs};
pub use postal_code::{PostalCode, postal_code, postal_codes};
pub use theme::{
    Origin, Theme, ThemeClass, ThemeTerm, is_for_residents, theme, themes, themes_of,
    themes_with_terms,
};

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::PathBuf;

    use serde_json::Value;

    use super::*;

    /// Every object under a value that stands in a field of this name.
    fn collect<'a>(value: &'a Value, name: &str, found: &mut Vec<&'a Value>) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| collect(item, name, found)),
            Value::Object(fields) => {
                for (key, value) in fields {
                    if key == name {
                        match value {
                            Value::Array(items) => found.extend(items),
                            one => found.push(one),
                        }
                    }
                    collect(value, name, found);
                }
            }
            _ => {}
        }
    }

    /// The codes and URIs in fields of this name that a table does not know.
    fn unknown<'a>(
        records: &'a [Value],
        name: &str,
        part: &str,
        known: impl Fn(&str) -> bool,
    ) -> BTreeSet<&'a str> {
        let mut found = Vec::new();
        for record in records {
            collect(record, name, &mut found);
        }
        let codes: BTreeSet<&str> = found
            .into_iter()
            .filter_map(|value| value.as_str().or_else(|| value.get(part)?.as_str()))
            .collect();
        println!("{name}.{part}: {} different", codes.len());
        codes.into_iter().filter(|code| !known(code)).collect()
    }

    #[test]
    fn the_codes_of_real_records_are_known() {
        let shared = std::env::var_os("TARJOTIN_SHARED").map_or_else(
            || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")),
            PathBuf::from,
        );
        let directory = shared.join("ptv/data/derived-v11");
        if !directory.is_dir() {
            println!("skipped: no real records at {}", directory.display());
            return;
        }
        let read = |file: &str| -> Value {
            serde_json::from_slice(&std::fs::read(directory.join(file)).unwrap()).unwrap()
        };
        let records = ["services", "service_channels", "organizations", "general_descriptions"]
            .map(|kind| read(&format!("{kind}.json")));
        let none = BTreeSet::<&str>::new();
        for (name, list) in [
            ("serviceClasses", service_classes()),
            ("targetGroups", target_groups()),
            ("lifeEvents", life_events()),
            ("industrialClasses", industrial_classes()),
        ] {
            // The code that v11 gives for an industrial class is its level.
            if name != "industrialClasses" {
                let codes = unknown(&records, name, "code", |code| list.get(code).is_some());
                assert_eq!(codes, none, "codes of {name}");
            }
            let uris = unknown(&records, name, "uri", |uri| list.by_uri(uri).is_some());
            assert_eq!(uris, none, "URIs of {name}");
        }
        let codes = unknown(&records, "municipality", "code", |code| municipality(code).is_some());
        assert_eq!(codes, none, "municipalities");
        let codes =
            unknown(&records, "municipalities", "code", |code| municipality(code).is_some());
        assert_eq!(codes, none, "municipalities of areas");
        let codes = unknown(&records, "languages", "code", |code| spoken_language(code).is_some());
        assert_eq!(codes, none, "languages");
        let codes = unknown(&records, "postalCode", "", |code| postal_code(code).is_some());
        assert_eq!(codes, none, "postal codes");
    }
}
