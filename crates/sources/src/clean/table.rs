//! Codes that stand in our reference tables. One that does not is reported and kept as it came.

use domain::Language;
use domain::catalogue::Address;
use domain::import::ProblemCode;
use domain::reference::{self, CodeList};

use crate::reading::{Path, Reading};

/// A service class's code, from the code or its URI.
pub fn service_class(text: &str, path: &Path, reading: &mut Reading) -> String {
    listed(reference::service_classes(), text, path, reading)
}

/// A target group's code, from the code or its URI.
pub fn target_group(text: &str, path: &Path, reading: &mut Reading) -> String {
    listed(reference::target_groups(), text, path, reading)
}

/// A life event's code, from the code or its URI.
pub fn life_event(text: &str, path: &Path, reading: &mut Reading) -> String {
    listed(reference::life_events(), text, path, reading)
}

/// An industrial class's code, from its URI or the code.
pub fn industrial_class(text: &str, path: &Path, reading: &mut Reading) -> String {
    listed(reference::industrial_classes(), text, path, reading)
}

fn listed(list: &CodeList, text: &str, path: &Path, reading: &mut Reading) -> String {
    let text = text.trim();
    match list.get(text).or_else(|| list.by_uri(text)) {
        Some(item) => item.code.to_owned(),
        None => unknown(text, path, reading),
    }
}

/// An ontology term's URI. The terms are too many for a table; the catalogue keeps those it meets.
pub fn ontology_term(text: &str, path: &Path, reading: &mut Reading) -> String {
    let text = text.trim();
    if text.starts_with("http://") || text.starts_with("https://") {
        return text.to_owned();
    }
    unknown(text, path, reading)
}

/// The code of a language that a service is given in, in lower case.
pub fn spoken_language(text: &str, path: &Path, reading: &mut Reading) -> String {
    match reference::spoken_language(text) {
        Some(language) => language.code.to_owned(),
        None => unknown(text.trim(), path, reading),
    }
}

/// A country's code, in capitals.
pub fn country(text: &str, path: &Path, reading: &mut Reading) -> String {
    match reference::country(text) {
        Some(country) => country.code.to_owned(),
        None => unknown(text.trim(), path, reading),
    }
}

/// A region's code, two digits.
pub fn region(text: &str, path: &Path, reading: &mut Reading) -> Option<String> {
    Some(match reference::region(text) {
        Some(region) => region.code.to_owned(),
        None => unknown(text.trim(), path, reading),
    })
}

/// A wellbeing services county's code, two digits.
pub fn county(text: &str, path: &Path, reading: &mut Reading) -> Option<String> {
    Some(match reference::county(text) {
        Some(county) => county.code.to_owned(),
        None => unknown(text.trim(), path, reading),
    })
}

/// Fills in the post office and the municipality of a Finnish address from its postal code, where
/// the source does not say them.
pub fn place_by_postal_code(address: &mut Address) {
    if address.country.as_deref().is_some_and(|country| country != "FI") {
        return;
    }
    let Some(found) = address.postal_code.as_deref().and_then(reference::postal_code) else {
        return;
    };
    if address.post_office.is_empty() {
        for language in [Language::Fi, Language::Sv] {
            address.post_office.insert(language, found.post_office(language));
        }
    }
    if address.municipality.is_none() {
        address.municipality = Some(found.municipality.to_owned());
    }
}

fn unknown(text: &str, path: &Path, reading: &mut Reading) -> String {
    reading.warn(ProblemCode::CodeUnknown, path, text);
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use domain::catalogue::{AddressKind, AddressUse};

    use super::*;
    use crate::clean::testing::cleaned;

    #[test]
    fn a_class_is_read_from_its_code_and_its_uri() {
        for text in ["P27.1", " P27.1 ", "http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/P27.1"]
        {
            let (code, problems) = cleaned(|path, reading| service_class(text, path, reading));
            assert_eq!((code.as_str(), problems), ("P27.1", vec![]), "{text}");
        }
        let uri = "http://uri.suomi.fi/codelist/jhs/toimiala_1_20080101/code/88999";
        let (code, problems) = cleaned(|path, reading| industrial_class(uri, path, reading));
        assert_eq!((code.as_str(), problems), ("88999", vec![]));
    }

    #[test]
    fn a_code_that_no_table_has_is_kept_and_reported() {
        let unknown = vec![ProblemCode::CodeUnknown];
        for clean in [service_class, target_group, life_event, industrial_class, ontology_term] {
            let (code, problems) = cleaned(|path, reading| clean("Q99", path, reading));
            assert_eq!((code.as_str(), problems), ("Q99", unknown.clone()));
        }
        let (code, problems) = cleaned(|path, reading| spoken_language("xx", path, reading));
        assert_eq!((code.as_str(), problems), ("xx", unknown.clone()));
        let (code, problems) = cleaned(|path, reading| country("QQ", path, reading));
        assert_eq!((code.as_str(), problems), ("QQ", unknown.clone()));
        let (code, problems) = cleaned(|path, reading| county("99", path, reading));
        assert_eq!((code.as_deref(), problems), (Some("99"), unknown));
    }

    #[test]
    fn a_postal_code_tells_the_post_office_and_the_municipality() {
        let mut address = Address::new(AddressUse::Visiting, AddressKind::Street);
        address.postal_code = Some("20100".to_owned());
        place_by_postal_code(&mut address);
        assert_eq!(address.post_office.get(Language::Fi), Some("TURKU"));
        assert_eq!(address.post_office.get(Language::Sv), Some("ÅBO"));
        assert_eq!(address.municipality.as_deref(), Some("853"));
    }

    #[test]
    fn what_the_source_says_of_the_place_stays() {
        let mut address = Address::new(AddressUse::Visiting, AddressKind::Street);
        address.postal_code = Some("20100".to_owned());
        address.municipality = Some("202".to_owned());
        address.post_office.insert(Language::Fi, "Turku");
        place_by_postal_code(&mut address);
        assert_eq!(address.post_office.get(Language::Fi), Some("Turku"));
        assert_eq!(address.municipality.as_deref(), Some("202"));
    }
}
