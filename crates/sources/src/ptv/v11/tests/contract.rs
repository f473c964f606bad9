//! Every field that the contract names is one that the reader knows: a record with all of them, made
//! from the table, is read without a field left over.

use domain::catalogue::EntityKind;
use domain::import::ProblemCode;
use serde_json::{Map, Value, json};

use super::fields::{Row, table};
use super::support::{KINDS, items, problems};

/// A value that fits the field.
fn value_of(row: &Row) -> Value {
    let name = row.path.rsplit('.').next().unwrap_or_default().trim_end_matches("[]");
    match (name, row.written) {
        ("language", _) => json!("fi"),
        ("publishingStatus", _) => json!("Published"),
        ("roleType", _) => json!("Producer"),
        ("serviceHourType", _) => json!("DaysOfTheWeek"),
        ("dayFrom" | "dayTo", _) => json!("Monday"),
        ("type", "-") => json!("Name"),
        (_, "guid") | ("id", _) => json!("0a1b2c3d-0000-4000-8000-00000000000f"),
        (_, "instant") => json!("2026-01-02T03:04:05"),
        (_, "date") => json!("2026-01-02"),
        (_, "time") => json!("08:00:00"),
        (_, "number") => json!("6700000"),
        (_, "url") => json!("https://esimerkki.fi/"),
        (_, "email") => json!("nimi@esimerkki.fi"),
        (_, "phone") => json!("02 123 4567"),
        (_, "bool") => json!(true),
        (_, "uris") => json!("http://www.yso.fi/onto/koko/p1"),
        _ if name.starts_with("is") || name.starts_with("requires") => json!(true),
        ("uri" | "newUri", _) => json!("http://www.yso.fi/onto/koko/p1"),
        _ => json!("Teksti"),
    }
}

/// Puts a value at a path, making objects and one-item lists on the way.
fn put(object: &mut Map<String, Value>, path: &str, value: Value) {
    let (segment, rest) =
        path.split_once('.').map_or((path, None), |(one, more)| (one, Some(more)));
    let (name, is_list) = segment.strip_suffix("[]").map_or((segment, false), |name| (name, true));
    let inner = match rest {
        None => value,
        Some(rest) => {
            let there = object.remove(name).map(|there| match there {
                Value::Array(mut items) => items.remove(0),
                other => other,
            });
            let mut fields = match there {
                Some(Value::Object(fields)) => fields,
                _ => Map::new(),
            };
            put(&mut fields, rest, value);
            Value::Object(fields)
        }
    };
    object.insert(name.to_owned(), if is_list { json!([inner]) } else { inner });
}

fn record_with_everything(kind: EntityKind) -> Value {
    let mut record = Map::new();
    for row in table().iter().filter(|row| row.kind == kind.name()) {
        put(&mut record, &row.path.replace('*', "anything"), value_of(row));
    }
    Value::Object(record)
}

#[test]
fn a_record_with_every_field_of_the_contract_has_no_unknown_field() {
    for kind in KINDS {
        let items = items(kind, &record_with_everything(kind).to_string());
        let unknown: Vec<_> = problems(&items)
            .into_iter()
            .filter(|problem| problem.code == ProblemCode::FieldUnknown)
            .filter_map(|problem| problem.field)
            .collect();
        assert!(unknown.is_empty(), "{kind}: {unknown:#?}");
        assert!(
            items.iter().any(|item| matches!(item, crate::Item::Record(_))),
            "{kind} is read: {items:#?}"
        );
    }
}

#[test]
fn a_field_that_the_contract_does_not_name_is_reported_wherever_it_stands() {
    for kind in KINDS {
        let mut record = record_with_everything(kind);
        record["novelty"] = json!("x");
        let fields: Vec<_> = problems(&items(kind, &record.to_string()))
            .into_iter()
            .filter(|problem| problem.code == ProblemCode::FieldUnknown)
            .filter_map(|problem| problem.field)
            .collect();
        assert_eq!(fields, ["novelty"], "{kind}");
    }
    let mut service = record_with_everything(EntityKind::Service);
    service["serviceChannels"][0]["serviceHours"][0]["novelty"] = json!(1);
    let problems = problems(&items(EntityKind::Service, &service.to_string()));
    let found = problems.iter().find(|problem| problem.code == ProblemCode::FieldUnknown);
    let field = found.and_then(|problem| problem.field.as_deref());
    assert_eq!(field, Some("serviceChannels[0].serviceHours[0].novelty"));
}
