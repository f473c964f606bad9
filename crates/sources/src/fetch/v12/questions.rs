//! The questions that a scope needs. `…Match` says `any` every time: the default means all at once.

use domain::import::Scope;

use crate::fetch::areas::Areas;

/// The most ids, codes or URIs in a question.
pub(super) const AT_ONCE: usize = 20;

/// The filters whose answers together are the services of a scope.
pub(super) fn services(scope: &Scope) -> Vec<String> {
    let areas = match scope {
        Scope::All => return vec![String::new()],
        Scope::Organisation(id) => return vec![repeated("organizationContentIds", &[id.as_str()])],
        Scope::County(_) | Scope::Municipality(_) => Areas::of(scope).unwrap_or_default(),
    };
    let kinds = [
        ("wellbeingServicesCounties", &areas.counties),
        ("regions", &areas.regions),
        ("municipalities", &areas.municipalities),
    ];
    let mut filters = Vec::new();
    for (name, codes) in kinds {
        let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
        for codes in codes.chunks(AT_ONCE) {
            let codes = repeated(name, codes);
            filters.push(format!("&areaType=LimitedArea{codes}&{name}Match=any"));
        }
    }
    filters.push("&areaType=WholeCountry".to_owned());
    if !areas.regions.contains(ALAND_REGION) {
        filters.push("&areaType=WholeCountryExceptAland".to_owned());
    }
    filters
}

/// Åland's code among the regions.
const ALAND_REGION: &str = "21";

/// `&name=a&name=b…`, each value made fit for an address.
pub(super) fn repeated(name: &str, values: &[&str]) -> String {
    let mut filter = String::new();
    for value in values {
        filter.extend(["&", name, "=", &encoded(value)]);
    }
    filter
}

/// The value with all but letters, digits and `-._~` written as `%XX`.
fn encoded(value: &str) -> String {
    let mut encoded = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let [high, low] =
                [byte >> 4, byte & 15].map(|half| b"0123456789ABCDEF"[usize::from(half)]);
            encoded.extend(['%', char::from(high), char::from(low)]);
        }
    }
    encoded
}
