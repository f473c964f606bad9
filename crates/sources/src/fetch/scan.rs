//! Looking at pages only as far as fetching needs: how many there are, and which ids they name.

use std::borrow::Cow;
use std::collections::BTreeSet;

use domain::catalogue::EntityId;
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::client::without_mark;

/// A page of a list, or a plain array.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct ListPage {
    /// The records, each as it came; none where the page says `null`.
    pub items: Option<Vec<String>>,
    /// How many pages the list has.
    pub pages: Option<i64>,
    /// How many records the list has.
    pub total: Option<i64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Envelope<'a> {
    #[serde(default, alias = "pageCount")]
    total_pages: Option<i64>,
    #[serde(default)]
    total_items: Option<i64>,
    #[serde(default, borrow, alias = "itemList")]
    items: Option<Vec<&'a RawValue>>,
}

/// Reads a page; none when it is no list.
pub(super) fn list_page(body: &[u8]) -> Option<ListPage> {
    let text = String::from_utf8_lossy(without_mark(body));
    let owned = |items: Vec<&RawValue>| items.iter().map(|item| item.get().to_owned()).collect();
    if text.trim_start().starts_with('[') {
        let items = serde_json::from_str(&text).ok().map(owned)?;
        return Some(ListPage { items: Some(items), pages: None, total: None });
    }
    let page: Envelope = serde_json::from_str(&text).ok()?;
    Some(ListPage {
        items: page.items.map(owned),
        pages: page.total_pages,
        total: page.total_items,
    })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Ids<'a> {
    #[serde(default, borrow)]
    content_id: Option<Cow<'a, str>>,
    #[serde(default, borrow)]
    id: Option<Cow<'a, str>>,
    #[serde(default, borrow)]
    uri: Option<Cow<'a, str>>,
    #[serde(default, borrow)]
    service_content_id: Option<Cow<'a, str>>,
    #[serde(default, borrow)]
    channel_content_id: Option<Cow<'a, str>>,
}

/// What tells a record from the others of its list.
pub(super) fn key(item: &str) -> Option<String> {
    let ids: Ids = serde_json::from_str(item).ok()?;
    if let (Some(service), Some(channel)) = (&ids.service_content_id, &ids.channel_content_id) {
        return Some(format!("{service}~{channel}").to_ascii_lowercase());
    }
    ids.content_id.or(ids.id).or(ids.uri).map(|id| id.to_ascii_lowercase())
}

/// The record as a value; none when it is nested too deep or broken.
pub(super) fn value(item: &str) -> Option<Value> {
    serde_json::from_str(item).ok()
}

/// The GUID in a field.
pub(super) fn guid(record: &Value, field: &str) -> Option<String> {
    Some(EntityId::from_guid(record.get(field)?.as_str()?)?.as_str().to_owned())
}

/// The GUIDs in a list of texts.
pub(super) fn guids(list: Option<&Value>) -> impl Iterator<Item = String> {
    let texts = list.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    texts.filter_map(|text| Some(EntityId::from_guid(text)?.as_str().to_owned()))
}

/// The GUIDs at `item.<reference>.id` (or `item.id` where the reference is empty) of a list.
pub(super) fn referenced(record: &Value, list: &str, reference: &str) -> BTreeSet<String> {
    let items = record.get(list).and_then(Value::as_array).into_iter().flatten();
    let inner = |item| if reference.is_empty() { Some(item) } else { Value::get(item, reference) };
    items.filter_map(inner).filter_map(|item| guid(item, "id")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_both_versions_and_plain_arrays_are_lists() {
        let v12 = list_page(br#"{"page":1,"totalItems":2,"totalPages":1,"items":[{"a":1},2]}"#);
        let items = Some(vec!["{\"a\":1}".to_owned(), "2".to_owned()]);
        assert_eq!(v12, Some(ListPage { items, pages: Some(1), total: Some(2) }));
        let v11 = list_page(br#"{"pageNumber":9,"pageCount":3,"itemList":null}"#);
        assert_eq!(v11, Some(ListPage { items: None, pages: Some(3), total: None }));
        let array = list_page(b"\xEF\xBB\xBF [{}]").and_then(|page| page.items);
        assert_eq!(array, Some(vec!["{}".to_owned()]));
        assert_eq!(list_page(b"{\"items\":7}"), None);
    }

    #[test]
    fn a_deep_or_broken_record_does_not_cost_the_page() {
        let deep = format!("[{}{},{{\"id\":\"A\"}}]", "[".repeat(10_000), "]".repeat(10_000));
        let items = list_page(deep.as_bytes()).and_then(|page| page.items).unwrap();
        assert_eq!(items.len(), 2);
        assert_eq!((value(&items[0]), key(&items[1])), (None, Some("a".to_owned())));
        let latin = list_page(b"[{\"name\":\"\xE4\"},{\"id\":\"B\"}]").and_then(|page| page.items);
        assert_eq!(latin.unwrap().len(), 2);
    }
}
