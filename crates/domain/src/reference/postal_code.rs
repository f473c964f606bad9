//! Postal codes (*postinumero*): which post office and which municipality.

use std::sync::LazyLock;

use super::{municipality, table};
use crate::language::Language;

/// A postal code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PostalCode {
    /// The code, five digits.
    pub code: &'static str,
    /// The post office in Finnish, in capitals.
    pub post_office_fi: &'static str,
    /// The post office in Swedish, in capitals.
    pub post_office_sv: &'static str,
    /// The code of the municipality of today.
    pub municipality: &'static str,
}

impl PostalCode {
    /// The post office in a language; all but Swedish get the Finnish name.
    #[must_use]
    pub const fn post_office(&self, language: Language) -> &'static str {
        match language {
            Language::Sv => self.post_office_sv,
            _ => self.post_office_fi,
        }
    }
}

const POSTAL_CODES: &str = include_str!("tables/postal-codes.tsv");

static TABLE: LazyLock<Vec<PostalCode>> = LazyLock::new(|| {
    table::rows(POSTAL_CODES, |[code, post_office_fi, swedish, municipality_then]| {
        let post_office_sv = if swedish.is_empty() { post_office_fi } else { swedish };
        let municipality = municipality(municipality_then)?.code;
        Some(PostalCode { code, post_office_fi, post_office_sv, municipality })
    })
});

/// Every postal code, in order.
#[must_use]
pub fn postal_codes() -> &'static [PostalCode] {
    &TABLE
}

/// A postal code by its five digits.
#[must_use]
pub fn postal_code(code: &str) -> Option<&'static PostalCode> {
    let code = code.trim();
    let position = TABLE.binary_search_by(|postal| postal.code.cmp(code)).ok()?;
    TABLE.get(position)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::municipality_exact;

    #[test]
    fn every_row_is_read_once_in_order_of_code() {
        assert_eq!(postal_codes().len(), table::lines(POSTAL_CODES).count());
        assert_eq!(postal_codes().len(), 4157);
        assert!(postal_codes().is_sorted_by(|one, other| one.code < other.code));
    }

    #[test]
    fn every_code_has_five_digits_names_and_a_municipality_of_today() {
        for postal in postal_codes() {
            assert_eq!(postal.code.len(), 5, "{postal:?}");
            assert!(table::number(postal.code, 5).is_some(), "{postal:?}");
            assert!(!postal.post_office_fi.is_empty(), "{postal:?}");
            assert!(!postal.post_office_sv.is_empty(), "{postal:?}");
            assert!(municipality_exact(postal.municipality).is_some(), "{postal:?}");
        }
    }

    #[test]
    fn facts_known_by_hand_hold() {
        let municipality = |code| postal_code(code).map(|postal| postal.municipality);
        assert_eq!(municipality("79700"), Some("090"), "Heinävesi");
        assert_eq!(municipality("21100"), Some("529"), "Naantali");
        assert_eq!(municipality("19430"), Some("507"), "Pertunmaa is part of Mäntyharju");
        assert_eq!(municipality("75700"), Some("541"), "Valtimo is part of Nurmes");
        assert_eq!(municipality("2110"), None);
        assert_eq!(municipality(""), None);
        let turku = postal_code(" 20100 ").map(|postal| postal.post_office(Language::Sv));
        assert_eq!(turku, Some("ÅBO"));
    }
}
