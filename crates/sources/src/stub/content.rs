//! The records that the stand-in serves.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use serde_json::Value;

/// Records by the name of the files that hold them (`services`, `service_channels` …), in the order
/// in which lists give them.
#[derive(Debug, Clone, Default)]
pub struct Content {
    /// The published records.
    pub records: BTreeMap<String, Vec<Value>>,
    /// What was archived: list name, id and when, as PTV writes times.
    pub archived: Vec<(String, String, String)>,
    /// v11: what was withdrawn, likewise.
    pub withdrawn: Vec<(String, String, String)>,
    /// v12: ids that are known but not published.
    pub not_published: BTreeSet<String>,
    /// v11: ids that spoil every batch that they are in.
    pub poison: BTreeSet<String>,
    /// v11: ids that batches leave out though lists name them.
    pub dropped: BTreeSet<String>,
    /// The most records of a page; the real ones are v12 100, v11 100 or 1,000 for ids.
    pub page_size: Option<usize>,
}

impl Content {
    /// Reads a directory of pages or plain arrays: `services.json`, `services-0001.json` …
    ///
    /// # Errors
    /// When a file cannot be read, or is neither an array nor a page.
    pub fn from_directory(directory: &Path) -> io::Result<Self> {
        let mut content = Self::default();
        let mut paths: Vec<_> =
            fs::read_dir(directory)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
        paths.sort();
        for path in paths {
            let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
            let name = stem.trim_end_matches(|it: char| it.is_ascii_digit()).trim_end_matches('-');
            if path.extension().is_none_or(|extension| extension != "json") || name == "manifest" {
                continue;
            }
            let page: Value = serde_json::from_slice(&fs::read(&path)?)?;
            let items = match page {
                Value::Array(items) => items,
                Value::Object(mut page) => match page.remove("items").or(page.remove("itemList")) {
                    Some(Value::Array(items)) => items,
                    _ => return Err(io::Error::other(format!("no page: {}", path.display()))),
                },
                _ => return Err(io::Error::other(format!("no page: {}", path.display()))),
            };
            content.records.entry(name.to_owned()).or_default().extend(items);
        }
        Ok(content)
    }

    /// Adds records to a list.
    #[must_use]
    pub fn with(mut self, name: &str, records: impl IntoIterator<Item = Value>) -> Self {
        self.records.entry(name.to_owned()).or_default().extend(records);
        self
    }

    /// The records of a list.
    #[must_use]
    pub fn list(&self, name: &str) -> &[Value] {
        self.records.get(name).map_or(&[], Vec::as_slice)
    }

    /// The record with an id, to be changed.
    pub fn record_mut(&mut self, name: &str, id: &str) -> Option<&mut Value> {
        let records = self.records.get_mut(name)?.iter_mut();
        records.into_iter().find(|record| id_of(record) == Some(id))
    }

    /// Takes a record out of a list.
    pub fn remove(&mut self, name: &str, id: &str) {
        if let Some(records) = self.records.get_mut(name) {
            records.retain(|record| id_of(record) != Some(id));
        }
    }

    pub(super) fn by_id(&self, name: &str, id: &str) -> Option<&Value> {
        self.list(name).iter().find(|record| id_of(record) == Some(id))
    }
}

/// The id of a record of either version.
pub(super) fn id_of(record: &Value) -> Option<&str> {
    record.get("contentId").or_else(|| record.get("id"))?.as_str()
}

/// A field of a record as text, or nothing.
pub(super) fn text<'a>(record: &'a Value, field: &str) -> &'a str {
    record.get(field).and_then(Value::as_str).unwrap_or_default()
}

/// A page of so many, from 1, and how many pages there are.
pub(super) fn page_of<T: Clone>(all: &[T], page: usize, size: usize) -> (Vec<T>, usize) {
    let size = size.max(1);
    let items = all.chunks(size).nth(page.saturating_sub(1)).unwrap_or_default().to_vec();
    (items, all.len().div_ceil(size))
}
