//! The server gives lists in no fixed order, and the next date of a holiday moves: neither makes a
//! new version of a document.

use domain::catalogue::{EntityId, EntityKind};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::super::{GatheredTerms, read_record};
use super::support::{Real, real_records, records};
use crate::record::{Fingerprint, Item, Record, Sink, Stopped};

/// The lists whose order is the owner's.
const ORDERED: [&str; 17] = [
    "serviceChannels",
    "phoneNumbers",
    "supportPhones",
    "emails",
    "supportEmails",
    "emailAddresses",
    "webPages",
    "serviceVouchers",
    "attachments",
    "channelUrls",
    "addresses",
    "deliveryAddresses",
    "legislation",
    "entrances",
    "accessibilitySentences",
    "sentences",
    "electronicInvoicings",
];

/// A small generator of the order, so that a case can be told from its seed.
struct Order(u64);

impl Order {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap()
    }

    fn shuffle(&mut self, value: &mut Value, name: &str) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    self.shuffle(value, name);
                }
            }
            Value::Array(items) => {
                for item in items.iter_mut() {
                    self.shuffle(item, "");
                }
                if !ORDERED.contains(&name) {
                    for last in (1..items.len()).rev() {
                        items.swap(last, self.below(last + 1));
                    }
                }
            }
            _ => {}
        }
    }
}

/// The documents of a record, by kind and id.
fn documents(kind: EntityKind, value: &Value) -> Vec<String> {
    let read = records(kind, value);
    let mut documents: Vec<String> = read
        .iter()
        .map(|record| format!("{} {}", record.entity.kind(), record.entity.to_document().unwrap()))
        .collect();
    documents.sort();
    documents
}

fn check(record: &Real, seed: u64) -> Result<(), TestCaseError> {
    let mut shuffled = record.value.clone();
    Order(seed | 1).shuffle(&mut shuffled, "");
    let (before, after) =
        (documents(record.kind, &record.value), documents(record.kind, &shuffled));
    prop_assert!(!before.is_empty());
    prop_assert_eq!(before, after, "{} of {}", &record.value["id"], &record.location);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    /// Each case shuffles a twentieth of the real records.
    #[test]
    fn a_real_record_gives_the_same_documents_in_any_order_of_its_lists(seed in any::<u64>()) {
        let Some(records) = real_records() else { return Ok(()) };
        let start = usize::try_from(seed % 20).unwrap();
        for record in records.iter().skip(start).step_by(20) {
            check(record, seed)?;
        }
    }

    #[test]
    fn hours_give_the_same_document_in_any_order(seed in any::<u64>()) {
        let value = channel_with_hours("2026-12-24T00:00:00");
        check(&Real { kind: EntityKind::Channel, location: String::new(), value }, seed)?;
    }
}

/// A place with hours of every kind; Christmas Eve comes next on the given date.
fn channel_with_hours(christmas_eve: &str) -> Value {
    let row = |from_day, to_day, from, to| json!({"dayFrom": from_day, "dayTo": to_day, "from": from, "to": to});
    json!({
        "id": "0a1b2c3d-0000-4000-8000-00000000000f",
        "serviceChannelType": "ServiceLocation",
        "serviceChannelNames": [{"language": "fi", "type": "Name", "value": "Kirjasto"}],
        "serviceHours": [
            {"serviceHourType": "Exceptional", "validFrom": christmas_eve, "validTo": null,
             "isClosed": true, "validForNow": false, "openingHour": [],
             "additionalInformation": [
                 {"language": "fi", "value": "jouluaatto"}, {"language": "sv", "value": "julafton"},
                 {"language": "en", "value": "Christmas Eve"}]},
            {"serviceHourType": "DaysOfTheWeek", "validForNow": true, "isAlwaysOpen": false,
             "openingHour": [row("Monday", "", "08:00:00", "12:00:00"),
                             row("Monday", "", "13:00:00", "16:00:00"),
                             row("Tuesday", "", "08:00:00", "16:00:00")]},
            {"serviceHourType": "OverMidnight", "validForNow": true,
             "openingHour": [row("Friday", "Saturday", "22:00:00", "04:00:00")]},
            {"serviceHourType": "Exceptional", "validFrom": "2026-07-01T00:00:00",
             "validTo": "2026-07-31T00:00:00", "isClosed": true, "openingHour": [],
             "additionalInformation": [{"language": "fi", "value": "Kesätauko"}]},
        ],
    })
}

#[test]
fn a_holiday_that_comes_next_on_another_date_gives_the_same_document() {
    let documents_of = |date| documents(EntityKind::Channel, &channel_with_hours(date));
    assert_eq!(documents_of("2026-12-24T00:00:00"), documents_of("2027-12-24T00:00:00"));
    assert!(documents_of("2026-12-24T00:00:00")[0].contains("ChristmasEve"));
}

/// Takes everything.
#[derive(Default)]
struct Taken(Vec<Record>);

impl Sink for Taken {
    fn has(&self, _: EntityKind, _: &EntityId, _: Fingerprint) -> bool {
        false
    }

    fn take(&mut self, item: Item) -> Result<(), Stopped> {
        let Item::Record(record) = item else { panic!("{item:?}") };
        self.0.push(*record);
        Ok(())
    }
}

/// A service with one ontology term.
fn service_with_term(term: &Value) -> Value {
    json!({
        "id": "0a1b2c3d-0000-4000-8000-00000000000f", "type": "Service",
        "serviceNames": [{"language": "fi", "type": "Name", "value": "Uimahalli"}],
        "ontologyTerms": [term],
    })
}

#[test]
fn a_term_that_several_records_name_is_one_record_with_all_its_names() {
    let uri = "http://www.yso.fi/onto/koko/p1";
    let full = service_with_term(&json!({"uri": uri, "ontologyType": "YSO", "name": [
        {"language": "fi", "value": "uinti"}, {"language": "sv", "value": "simning"}]}));
    let short =
        service_with_term(&json!({"uri": uri, "parentUri": "http://www.yso.fi/onto/koko/p2",
        "name": [{"language": "en", "value": "swimming"}]}));
    let other =
        service_with_term(&json!({"uri": uri, "name": [{"language": "fi", "value": "uiminen"}]}));
    let gathered = |values: [&Value; 3]| {
        let mut taken = Taken::default();
        let mut gathering = GatheredTerms::before(&mut taken);
        for value in values {
            let mut take = |item| gathering.take(item);
            read_record(EntityKind::Service, &value.to_string(), "here", &mut take).unwrap();
        }
        gathering.hand_over().unwrap();
        let is_term = |record: &&Record| record.entity.kind() == EntityKind::OntologyTerm;
        let terms = taken.0.iter().filter(is_term);
        terms.map(|record| record.entity.to_document().unwrap()).collect::<Vec<_>>()
    };
    let documents = gathered([&short, &full, &other]);
    assert_eq!(documents.len(), 1);
    for part in ["uinti", "simning", "swimming", "YSO", "koko/p2"] {
        assert!(documents[0].contains(part), "{part}: {}", documents[0]);
    }
    assert_eq!(gathered([&other, &full, &short]), documents, "in any order");
}
