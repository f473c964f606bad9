//! A law: whatever is done to a good record, reading it neither panics nor gives an entity that its
//! own document does not hold.

use proptest::prelude::*;
use serde_json::json;

use super::good;
use super::*;

/// What is done at one place of a record.
#[derive(Debug, Clone)]
enum Mutation {
    Drop,
    Put(Value),
    Double,
    Rename(String),
}

fn mutations() -> impl Strategy<Value = Mutation> {
    let hostile = prop::sample::select(vec![
        json!(null),
        json!(true),
        json!(-0.0),
        json!(1e300),
        json!(i64::MAX),
        json!(""),
        json!("  "),
        json!("true"),
        json!([]),
        json!({}),
        json!([[[]]]),
        json!([null, 5, "x", {}]),
        json!({"fi": 5, "xx": "y", "sv": null}),
        json!("\u{0}\u{202e}\u{feff}"),
        json!("24:00"),
        json!("25:61"),
        json!("2025-02-30"),
        json!("-9999-01-01T00:00:00Z"),
        json!("javascript:alert(1)"),
        json!("http://[::1]:99999/"),
        json!("www..fi"),
        json!("@"),
        json!("+(0)(0)"),
        json!("00000000-0000-0000-0000-000000000000"),
    ]);
    prop_oneof![
        Just(Mutation::Drop),
        Just(Mutation::Double),
        hostile.prop_map(Mutation::Put),
        any::<String>().prop_map(|text| Mutation::Put(json!(text))),
        any::<f64>().prop_map(|number| Mutation::Put(json!(number))),
        "[a-zA-Z]{1,8}".prop_map(Mutation::Rename),
    ]
}

/// How many places a value has, itself included.
fn places(value: &Value) -> usize {
    1 + match value {
        Value::Object(fields) => fields.values().map(places).sum(),
        Value::Array(items) => items.iter().map(places).sum(),
        _ => 0,
    }
}

/// Does it at the place of a number, counted from the record's own fields; the rest counts down.
fn mutate(value: &mut Value, at: &mut usize, mutation: &Mutation) {
    let names: Vec<String> = match value {
        Value::Object(fields) => fields.keys().cloned().collect(),
        Value::Array(items) => (0..items.len()).map(|position| position.to_string()).collect(),
        _ => return,
    };
    for name in names {
        if *at == 0 {
            *at = usize::MAX;
            return apply(value, &name, mutation);
        }
        *at -= 1;
        let child = match value {
            Value::Object(fields) => fields.get_mut(&name),
            Value::Array(items) => items.get_mut(name.parse::<usize>().unwrap()),
            _ => None,
        };
        mutate(child.unwrap(), at, mutation);
        if *at == usize::MAX {
            return;
        }
    }
}

fn apply(value: &mut Value, name: &str, mutation: &Mutation) {
    match value {
        Value::Object(fields) => {
            let old = fields.remove(name).unwrap();
            match mutation {
                Mutation::Drop => {}
                Mutation::Put(new) => _ = fields.insert(name.to_owned(), new.clone()),
                Mutation::Double => {
                    fields.insert(format!("{name}2"), old.clone());
                    fields.insert(name.to_owned(), json!([old.clone(), old]));
                }
                Mutation::Rename(new) => _ = fields.insert(new.clone(), old),
            }
        }
        Value::Array(items) => {
            let position = name.parse::<usize>().unwrap();
            match mutation {
                Mutation::Drop => _ = items.remove(position),
                Mutation::Put(new) => items[position] = new.clone(),
                Mutation::Double => items.push(items[position].clone()),
                Mutation::Rename(text) => items[position] = json!(text),
            }
        }
        _ => {}
    }
}

/// Whatever was read, its document gives it back, and its problems can be written.
fn holds(kind: EntityKind, raw: &str) -> Result<(), TestCaseError> {
    match read(kind, raw, "here") {
        Ok(record) => {
            let document = record.entity.to_document().unwrap();
            let back = Entity::from_document(kind, &document);
            prop_assert_eq!(&back.unwrap(), &record.entity);
            prop_assert!(serde_json::to_string(&record.problems).is_ok());
        }
        Err(problem) => {
            prop_assert_eq!(problem.severity, Severity::Refused);
            prop_assert_eq!(problem.kind, Some(kind));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, ..ProptestConfig::default() })]

    #[test]
    fn no_mutation_of_a_good_record_breaks_the_reading(
        which in 0..6_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), mutations()), 1..6),
    ) {
        let (kind, mut value) = good::all()[which].clone();
        for (place, mutation) in &changes {
            let below = places(&value) - 1;
            if below > 0 {
                mutate(&mut value, &mut place.index(below), mutation);
            }
        }
        holds(kind, &value.to_string())?;
    }

    #[test]
    fn no_cut_and_no_stray_byte_breaks_the_reading(
        which in 0..6_usize,
        place in any::<prop::sample::Index>(),
        byte in any::<u8>(),
        cut in any::<bool>(),
    ) {
        let (kind, value) = good::all()[which].clone();
        let mut bytes = value.to_string().into_bytes();
        let place = place.index(bytes.len());
        if cut { bytes.truncate(place) } else { bytes[place] = byte }
        holds(kind, &String::from_utf8_lossy(&bytes))?;
    }

    #[test]
    fn no_text_breaks_the_reading(raw in any::<String>()) {
        holds(EntityKind::Service, &raw)?;
    }
}
