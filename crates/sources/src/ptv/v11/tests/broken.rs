//! Whatever is done to a sound record, reading it ends, and never without a word.

use domain::catalogue::{Entity, EntityKind};
use domain::import::ProblemCode;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::bad_inputs::refused;
use super::rules::{channel_value, service_value};
use super::support::items;
use crate::record::Item;

fn sound() -> Vec<(EntityKind, Value)> {
    let service = service_value(&json!({
        "areaType": "LimitedType",
        "areas": [{"type": "Municipality", "municipalities": [{"code": "853"}]}],
        "serviceDescriptions": [{"language": "fi", "type": "Summary", "value": "Ui"}],
        "serviceChannels": [{"serviceChannel": {"id": "11111111-0000-4000-8000-000000000001"}}],
    }));
    let channel = channel_value(&json!({
        "phoneNumbers": [{"language": "fi", "number": "02 123 456", "prefixNumber": "+358"}],
        "serviceHours": [{"serviceHourType": "DaysOfTheWeek", "openingHour": [
            {"dayFrom": "Monday", "dayTo": "", "from": "08:00:00", "to": "16:00:00"}]}],
        "addresses": [{"type": "Location", "subType": "Single", "streetAddress":
            {"coordinateState": "Ok", "latitude": "6716302.8", "longitude": "227927"}}],
    }));
    vec![(EntityKind::Service, service), (EntityKind::Channel, channel)]
}

/// Puts `with` in the place of the value that is met at the count, or takes it away.
fn mutate(value: &mut Value, count: &mut usize, with: Option<&Value>) {
    match value {
        Value::Object(fields) => {
            for name in fields.keys().cloned().collect::<Vec<_>>() {
                if *count == 0 {
                    match with {
                        Some(with) => fields.insert(name, with.clone()),
                        None => fields.remove(&name),
                    };
                    *count = usize::MAX;
                    return;
                }
                *count -= 1;
                if let Some(value) = fields.get_mut(&name) {
                    mutate(value, count, with);
                }
            }
        }
        Value::Array(items) => {
            for item in items {
                mutate(item, count, with);
            }
        }
        _ => {}
    }
}

fn replacement() -> impl Strategy<Value = Option<Value>> {
    prop_oneof![
        Just(None),
        prop::sample::select(vec![
            json!(null),
            json!(true),
            json!(-0.0),
            json!(1e300),
            json!(""),
            json!("x"),
            json!("\u{0}\u{202e}"),
            json!([]),
            json!({}),
            json!([[{}]]),
            json!([1, "2", null]),
            json!({"a": {"b": []}}),
        ])
        .prop_map(Some),
    ]
}

proptest! {
    #[test]
    fn a_broken_record_is_read_or_refused(
        place in 0_usize..60,
        with in replacement(),
        which in 0_usize..2,
    ) {
        let (kind, mut value) = sound().remove(which);
        let mut count = place;
        mutate(&mut value, &mut count, with.as_ref());
        let items = items(kind, &value.to_string());
        prop_assert!(!items.is_empty());
        for item in items {
            if let Item::Record(record) = item {
                let document = record.entity.to_document().unwrap();
                let again = Entity::from_document(record.entity.kind(), &document).unwrap();
                prop_assert_eq!(&again, &record.entity, "its document reads back");
            }
        }
    }

    #[test]
    fn a_truncated_record_is_refused(cut in 1_usize..400, which in 0_usize..2) {
        let (kind, value) = sound().remove(which);
        let text = value.to_string();
        let cut = text.len() - cut.min(text.len());
        prop_assert_eq!(refused(kind, &text[..cut]), ProblemCode::NotAnObject);
    }
}
