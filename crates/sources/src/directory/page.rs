//! A page: a list's records and what it says of the whole list.

use serde::{Deserialize, Deserializer};
use serde_json::Value;
use serde_json::value::RawValue;

/// The longest page that is read, in bytes; PTV's longest is some 1.4 MB.
pub const PAGE_LIMIT: u64 = 32 * 1024 * 1024;

/// The shape of both versions' pages.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Envelope<'a> {
    page: Option<Value>,
    total_items: Option<Value>,
    total_pages: Option<Value>,
    #[serde(borrow, default, deserialize_with = "listed")]
    items: Listed<'a>,
    page_number: Option<Value>,
    page_count: Option<Value>,
    #[serde(borrow, default, deserialize_with = "listed")]
    item_list: Listed<'a>,
}

/// The list within a page: `null` is an empty one, which is not the same as none.
#[derive(Default)]
enum Listed<'a> {
    #[default]
    Absent,
    Given(Vec<&'a RawValue>),
}

fn listed<'de: 'a, 'a, D: Deserializer<'de>>(deserializer: D) -> Result<Listed<'a>, D::Error> {
    let records: Option<Vec<&'a RawValue>> = Option::deserialize(deserializer)?;
    Ok(Listed::Given(records.unwrap_or_default()))
}

/// What a page says of its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageFacts {
    /// The page's number, from 1.
    pub number: i64,
    /// How many pages there are.
    pub pages: i64,
    /// How many records there are; v11 does not say.
    pub total: Option<i64>,
}

/// A page.
#[derive(Debug)]
pub struct Page<'a> {
    /// What it says of its list.
    pub facts: PageFacts,
    /// Its records.
    pub records: Vec<&'a RawValue>,
}

impl<'a> Page<'a> {
    /// Reads a page; an object that is no page gives none.
    pub fn read(text: &'a str) -> Result<Option<Self>, serde_json::Error> {
        let envelope: Envelope = serde_json::from_str(text)?;
        let number = |value: Option<Value>| value.as_ref().and_then(Value::as_i64);
        let (facts, records) = match (envelope.items, envelope.item_list) {
            (Listed::Given(items), _) => {
                let facts = PageFacts {
                    number: number(envelope.page).unwrap_or(-1),
                    pages: number(envelope.total_pages).unwrap_or(-1),
                    total: Some(number(envelope.total_items).unwrap_or(-1)),
                };
                (facts, items)
            }
            (Listed::Absent, Listed::Given(items)) => {
                let facts = PageFacts {
                    number: number(envelope.page_number).unwrap_or(-1),
                    pages: number(envelope.page_count).unwrap_or(-1),
                    total: None,
                };
                (facts, items)
            }
            (Listed::Absent, Listed::Absent) => return Ok(None),
        };
        Ok(Some(Self { facts, records }))
    }
}

/// What is wrong with a list that was read in pages: that its size moved, that pages are missing, or
/// that fewer or more different records came than it says it has.
pub fn incompleteness(pages: &[PageFacts], different_records: usize) -> Option<String> {
    let first = pages.first()?;
    let sizes = |facts: &PageFacts| (facts.pages, facts.total);
    if let Some(other) = pages.iter().find(|other| sizes(other) != sizes(first)) {
        return Some(format!("the size moved from {first} to {other}"));
    }
    // A list without records has no page, or an empty first one.
    let expected = first.pages.max(i64::from(different_records > 0));
    let missing = (1..=expected).find(|number| !pages.iter().any(|page| page.number == *number));
    if let Some(missing) = missing {
        return Some(format!("page {missing} is missing of {first}"));
    }
    if first.pages < 0 || (first.pages == 0 && different_records > 0) {
        return Some(format!("{first}, and yet there are records"));
    }
    let differs = first.total.is_some_and(|total| usize::try_from(total) != Ok(different_records));
    differs.then(|| format!("{different_records} different records of {first}"))
}

impl std::fmt::Display for PageFacts {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} pages", self.pages)?;
        self.total.map_or(Ok(()), |total| write!(formatter, " and {total} records"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(number: i64, pages: i64, total: Option<i64>) -> PageFacts {
        PageFacts { number, pages, total }
    }

    #[test]
    fn all_pages_and_all_records_are_a_complete_list() {
        assert_eq!(incompleteness(&[facts(2, 2, Some(3)), facts(1, 2, Some(3))], 3), None);
        assert_eq!(incompleteness(&[facts(1, 1, None)], 7), None);
        assert_eq!(incompleteness(&[facts(1, 0, Some(0))], 0), None);
        assert_eq!(incompleteness(&[], 7), None, "arrays have no pages");
    }

    #[test]
    fn a_list_that_moved_or_has_gaps_is_not_complete() {
        for (pages, records) in [
            (vec![facts(1, 2, Some(3)), facts(2, 2, Some(4))], 4),
            (vec![facts(1, 2, None), facts(2, 3, None)], 4),
            (vec![facts(1, 3, Some(3)), facts(3, 3, Some(3))], 3),
            (vec![facts(1, 1, Some(3))], 2),
            (vec![facts(1, 1, Some(3))], 4),
            (vec![facts(1, 0, Some(0))], 1),
            (vec![facts(1, -1, None)], 1),
            (vec![facts(1, 2_147_483_648, None)], 1),
            (vec![facts(-1, -1, Some(-1))], 0),
        ] {
            assert!(incompleteness(&pages, records).is_some(), "{pages:?} {records}");
        }
    }

    #[test]
    fn a_page_of_either_version_is_read_and_null_is_an_empty_list() {
        let page = r#"{"page":1,"pageSize":2,"totalItems":1,"totalPages":1,"items":[{"a":1}]}"#;
        let read = Page::read(page).unwrap().unwrap();
        assert_eq!((read.facts, read.records.len()), (facts(1, 1, Some(1)), 1));
        let page = r#"{"pageNumber":3,"pageSize":2,"pageCount":2,"itemList":null}"#;
        let read = Page::read(page).unwrap().unwrap();
        assert_eq!((read.facts, read.records.len()), (facts(3, 2, None), 0));
        assert!(Page::read(r#"{"title":"Not found","status":404}"#).unwrap().is_none());
        assert!(Page::read(r#"{"items":[{"a":1}"#).is_err());
    }
}
