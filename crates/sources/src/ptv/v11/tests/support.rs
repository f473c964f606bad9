//! The real records, and reading them.

use std::fs;
use std::path::PathBuf;

use domain::catalogue::{Entity, EntityKind};
use domain::import::{Problem, ProblemCode};
use serde_json::Value;

use crate::ptv::v11::read_record;
use crate::record::{Item, Record};

/// The kinds that v11 has lists of, with the names that `fields.tsv` has for them.
pub const KINDS: [EntityKind; 5] = [
    EntityKind::Service,
    EntityKind::Channel,
    EntityKind::Organisation,
    EntityKind::GeneralDescription,
    EntityKind::Collection,
];

/// A real record: its kind, where it stands and its text.
pub struct Real {
    pub kind: EntityKind,
    pub location: String,
    pub value: Value,
}

/// A folder of the project's real data; none, and a line that says so, where it is absent.
pub fn real_directory(name: &str) -> Option<PathBuf> {
    let shared = std::env::var_os("TARJOTIN_SHARED").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")),
        PathBuf::from,
    );
    let directory = shared.join("ptv/data").join(name);
    if !directory.is_dir() {
        println!("skipped: {} is absent", directory.display());
        return None;
    }
    Some(directory)
}

/// The real records, where they are.
pub fn real_records() -> Option<Vec<Real>> {
    let data = real_directory("")?;
    let mut records = Vec::new();
    for (file, kind) in [
        ("derived-v11/general_descriptions.json", EntityKind::GeneralDescription),
        ("derived-v11/organizations.json", EntityKind::Organisation),
        ("derived-v11/service_channels.json", EntityKind::Channel),
        ("derived-v11/services.json", EntityKind::Service),
        ("true-v11/channel-with-accessibility.json", EntityKind::Channel),
        ("true-v11/services-v11.json", EntityKind::Service),
    ] {
        let text = fs::read_to_string(data.join(file)).unwrap();
        let values = match serde_json::from_str(&text).unwrap() {
            Value::Array(values) => values,
            // One record, or records by their ids.
            Value::Object(record) if record.contains_key("id") => vec![Value::Object(record)],
            Value::Object(by_id) => by_id.into_iter().map(|(_, value)| value).collect(),
            other => panic!("{other}"),
        };
        let location = file.to_owned();
        records.extend(values.into_iter().map(|value| Real {
            kind,
            location: location.clone(),
            value,
        }));
    }
    Some(records)
}

/// What reading a record hands over.
pub fn items(kind: EntityKind, raw: &str) -> Vec<Item> {
    let mut items = Vec::new();
    read_record(kind, raw, "here.json", &mut |item| {
        items.push(item);
        Ok(())
    })
    .unwrap();
    items
}

/// The records among what reading a value hands over.
pub fn records(kind: EntityKind, value: &Value) -> Vec<Record> {
    items(kind, &value.to_string())
        .into_iter()
        .filter_map(|item| match item {
            Item::Record(record) => Some(*record),
            _ => None,
        })
        .collect()
}

/// The problems of what reading a value hands over, refusals among them.
pub fn problems(items: &[Item]) -> Vec<Problem> {
    items
        .iter()
        .flat_map(|item| match item {
            Item::Record(record) => record.problems.clone(),
            Item::Refused(_, problem) | Item::Problem(problem) => vec![problem.clone()],
            Item::Unchanged { .. } | Item::Gone { .. } => Vec::new(),
        })
        .collect()
}

/// The codes of the problems.
pub fn codes(items: &[Item]) -> Vec<ProblemCode> {
    problems(items).iter().map(|problem| problem.code).collect()
}

/// The entity of the record's own kind.
pub fn entity(kind: EntityKind, value: &Value) -> Entity {
    let found = records(kind, value).into_iter().map(|record| record.entity);
    found.into_iter().find(|entity| entity.kind() == kind).unwrap()
}
