//! PTV's code lists with a hierarchy: service classes, target groups, life events, industrial classes.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::county::pick;
use super::table;
use crate::language::Language;

/// One code of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeItem {
    /// The code, e.g. "P27.1".
    pub code: &'static str,
    /// The code above it.
    pub parent: Option<&'static str>,
    /// The name in Finnish.
    pub name_fi: &'static str,
    /// The name in Swedish.
    pub name_sv: &'static str,
    /// The name in English.
    pub name_en: &'static str,
}

impl CodeItem {
    /// The name in a language; English where the language has none.
    #[must_use]
    pub const fn name(&self, language: Language) -> &'static str {
        pick(language, [self.name_fi, self.name_sv, self.name_en])
    }
}

/// A list of codes: what they are called, what lies under what, and which URI means which.
#[derive(Debug)]
pub struct CodeList {
    all: Vec<CodeItem>,
    by_code: HashMap<&'static str, usize>,
    by_old: HashMap<&'static str, usize>,
    /// What comes before the code in today's URIs.
    prefix: &'static str,
    /// What came before the item's own end in earlier URIs.
    old_prefix: &'static str,
}

impl CodeList {
    fn read(table: &'static str, prefix: &'static str, old_prefix: &'static str) -> Self {
        let rows = table::rows(table, |[code, parent, name_fi, name_sv, name_en, old]| {
            let parent = Some(parent).filter(|parent| !parent.is_empty());
            Some((CodeItem { code, parent, name_fi, name_sv, name_en }, old))
        });
        let by_code = (0..).zip(&rows).map(|(position, (item, _))| (item.code, position)).collect();
        let by_old = (0..)
            .zip(&rows)
            .filter(|(_, (_, old))| !old.is_empty())
            .map(|(position, (_, old))| (*old, position))
            .collect();
        let all = rows.iter().map(|(item, _)| *item).collect();
        Self { all, by_code, by_old, prefix, old_prefix }
    }

    /// Every item; a parent stands before its children, and 2 before 10.
    #[must_use]
    pub fn all(&self) -> &[CodeItem] {
        &self.all
    }

    /// An item by its code.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&CodeItem> {
        self.by_code.get(code.trim()).map(|position| &self.all[*position])
    }

    /// An item by its URI of today or by its earlier one, over `http` or `https`.
    #[must_use]
    pub fn by_uri(&self, uri: &str) -> Option<&CodeItem> {
        let uri = without_scheme(uri.trim());
        if let Some(code) = uri.strip_prefix(without_scheme(self.prefix)) {
            return self.get(code);
        }
        let old = uri.strip_prefix(without_scheme(self.old_prefix))?;
        match self.by_old.get(old) {
            Some(position) => Some(&self.all[*position]),
            None if self.by_old.is_empty() => self.get(old),
            None => None,
        }
    }

    /// The URI of a code.
    #[must_use]
    pub fn uri(&self, code: &str) -> Option<String> {
        self.get(code).map(|item| format!("{}{}", self.prefix, item.code))
    }

    /// The items at the top.
    pub fn roots(&self) -> impl Iterator<Item = &CodeItem> {
        self.all.iter().filter(|item| item.parent.is_none())
    }

    /// The items right under a code.
    pub fn children(&self, code: &str) -> impl Iterator<Item = &CodeItem> {
        self.all.iter().filter(move |item| item.parent == Some(code))
    }
}

fn without_scheme(uri: &str) -> &str {
    uri.strip_prefix("http://").or_else(|| uri.strip_prefix("https://")).unwrap_or(uri)
}

const OLD_PTV: &str = "http://urn.fi/URN:NBN:fi:au:ptvl:";

const SERVICE_CLASSES: &str = include_str!("tables/service-classes.tsv");
const TARGET_GROUPS: &str = include_str!("tables/target-groups.tsv");
const LIFE_EVENTS: &str = include_str!("tables/life-events.tsv");
const INDUSTRIAL_CLASSES: &str = include_str!("tables/industrial-classes.tsv");

/// Service classes (*palveluluokka*).
#[must_use]
pub fn service_classes() -> &'static CodeList {
    static LIST: LazyLock<CodeList> = LazyLock::new(|| {
        let prefix = "http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/";
        CodeList::read(SERVICE_CLASSES, prefix, OLD_PTV)
    });
    &LIST
}

/// Target groups (*kohderyhmä*).
#[must_use]
pub fn target_groups() -> &'static CodeList {
    static LIST: LazyLock<CodeList> = LazyLock::new(|| {
        let prefix = "http://uri.suomi.fi/codelist/ptv/ptvkohderyhmat/code/";
        CodeList::read(TARGET_GROUPS, prefix, OLD_PTV)
    });
    &LIST
}

/// Life events (*elämäntilanne*).
#[must_use]
pub fn life_events() -> &'static CodeList {
    static LIST: LazyLock<CodeList> = LazyLock::new(|| {
        let prefix = "http://uri.suomi.fi/codelist/ptv/ptvelti/code/";
        CodeList::read(LIFE_EVENTS, prefix, OLD_PTV)
    });
    &LIST
}

/// Industrial classes (*toimiala*, TOL 2008).
#[must_use]
pub fn industrial_classes() -> &'static CodeList {
    static LIST: LazyLock<CodeList> = LazyLock::new(|| {
        let prefix = "http://uri.suomi.fi/codelist/jhs/toimiala_1_20080101/code/";
        let old = "http://www.stat.fi/meta/luokitukset/toimiala/001-2008/";
        CodeList::read(INDUSTRIAL_CLASSES, prefix, old)
    });
    &LIST
}

/// A service class by its code.
#[must_use]
pub fn service_class(code: &str) -> Option<&'static CodeItem> {
    service_classes().get(code)
}

/// A service class by its URI, today's or the earlier one.
#[must_use]
pub fn service_class_by_uri(uri: &str) -> Option<&'static CodeItem> {
    service_classes().by_uri(uri)
}

/// A target group by its code.
#[must_use]
pub fn target_group(code: &str) -> Option<&'static CodeItem> {
    target_groups().get(code)
}

/// A target group by its URI, today's or the earlier one.
#[must_use]
pub fn target_group_by_uri(uri: &str) -> Option<&'static CodeItem> {
    target_groups().by_uri(uri)
}

/// A life event by its code.
#[must_use]
pub fn life_event(code: &str) -> Option<&'static CodeItem> {
    life_events().get(code)
}

/// A life event by its URI, today's or the earlier one.
#[must_use]
pub fn life_event_by_uri(uri: &str) -> Option<&'static CodeItem> {
    life_events().by_uri(uri)
}

/// An industrial class by its code.
#[must_use]
pub fn industrial_class(code: &str) -> Option<&'static CodeItem> {
    industrial_classes().get(code)
}

/// An industrial class by its URI, today's or the earlier one.
#[must_use]
pub fn industrial_class_by_uri(uri: &str) -> Option<&'static CodeItem> {
    industrial_classes().by_uri(uri)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lists() -> [(&'static CodeList, &'static str, usize); 4] {
        [
            (service_classes(), SERVICE_CLASSES, 228),
            (target_groups(), TARGET_GROUPS, 17),
            (life_events(), LIFE_EVENTS, 19),
            (industrial_classes(), INDUSTRIAL_CLASSES, 1805),
        ]
    }

    #[test]
    fn every_row_is_read_and_codes_are_unique() {
        for (list, table, expected) in lists() {
            assert_eq!(list.all().len(), expected);
            assert_eq!(table::lines(table).count(), expected);
            assert_eq!(list.by_code.len(), expected);
        }
    }

    #[test]
    fn every_item_has_names_and_a_parent_that_exists() {
        for (list, _, _) in lists() {
            for item in list.all() {
                for language in Language::INTERFACE {
                    assert!(!item.name(language).is_empty(), "{item:?}");
                }
                assert!(item.parent.is_none_or(|parent| list.get(parent).is_some()), "{item:?}");
            }
        }
    }

    #[test]
    fn every_item_is_found_by_its_uri_and_its_earlier_one() {
        for (list, table, _) in lists() {
            for item in list.all() {
                assert_eq!(list.by_uri(&list.uri(item.code).unwrap()), Some(item));
            }
            let old = table::rows(table, |[code, _, _, _, _, old]| Some((code, old)));
            let old: Vec<_> = old.into_iter().filter(|(_, old)| !old.is_empty()).collect();
            assert_eq!(list.by_old.len(), old.len(), "earlier URIs are unique");
            for (code, old) in old {
                let uri = format!("{}{old}", list.old_prefix);
                assert_eq!(list.by_uri(&uri).map(|item| item.code), Some(code));
            }
        }
    }

    #[test]
    fn facts_known_by_hand_hold() {
        let name = |uri| service_classes().by_uri(uri).map(|item| item.name(Language::Sv));
        assert_eq!(
            name("http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/P25.1"),
            Some("Bibliotek")
        );
        assert_eq!(
            name("https://uri.suomi.fi/codelist/ptv/ptvserclass2/code/P25.1"),
            Some("Bibliotek")
        );
        assert_eq!(name("http://urn.fi/URN:NBN:fi:au:ptvl:v1199"), Some("Bibliotek"));
        assert_eq!(name("http://urn.fi/URN:NBN:fi:au:ptvl:v9999"), None);
        assert_eq!(name("http://uri.suomi.fi/codelist/ptv/ptvkohderyhmat/code/KR1"), None);
        let industry = "http://www.stat.fi/meta/luokitukset/toimiala/001-2008/88999";
        assert_eq!(industrial_classes().by_uri(industry).map(|item| item.code), Some("88999"));
        assert_eq!(target_groups().get("KR1.1").map(|item| item.name_fi), Some("Ikäihmiset"));
        assert_eq!(life_events().get("KE8").map(|item| item.name_en), Some("Losing a job"));
    }

    #[test]
    fn children_stand_in_the_order_of_their_numbers() {
        let codes: Vec<_> = service_classes().children("P10").map(|item| item.code).collect();
        assert_eq!(codes.first(), Some(&"P10.1"));
        assert_eq!(codes.last(), Some(&"P10.8"));
        let codes: Vec<_> = service_classes().children("P5").map(|item| item.code).collect();
        assert_eq!(codes[8..10], ["P5.9", "P5.10"]);
        assert_eq!(service_classes().roots().count(), 28);
        assert_eq!(target_groups().roots().count(), 3);
    }
}
