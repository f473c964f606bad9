//! Bad input of the kinds that a record can bring: syntax, identity, references, values, and hostile
//! content. Each case says what is reported, and that what is sound stays in.

use domain::Language;
use domain::catalogue::{Entity, EntityKind};
use domain::import::{ProblemCode, Severity};
use serde_json::{Value, json};

use super::rules::{channel_value, service_value};
use super::support::{codes, entity, items, problems, records};
use crate::record::Item;

/// The code for which a raw record is refused.
pub fn refused(kind: EntityKind, raw: &str) -> ProblemCode {
    let items = items(kind, raw);
    let [Item::Refused(of, problem)] = &items[..] else { panic!("{raw}: {items:?}") };
    assert_eq!((*of, problem.severity), (kind, Severity::Refused));
    assert_eq!(problem.location.as_deref(), Some("here.json"));
    problem.code
}

#[test]
fn what_is_no_record_is_refused() {
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let deep_within = format!(r#"{{"id":"x","a":{deep}}}"#);
    for raw in [
        "",
        "  ",
        "null",
        "[]",
        "\"x\"",
        "{",
        "{'id': 1}",
        r#"{"id": "x",}"#,
        r#"{"id": NaN}"#,
        r#"{"a": 1e400}"#,
        r#"{"a": "\ud800"}"#,
        r#"{"a": 1} // x"#,
        &deep,
        &deep_within,
    ] {
        let code = refused(EntityKind::Service, raw);
        assert_eq!(code, ProblemCode::NotAnObject, "{}", &raw[..raw.len().min(30)]);
    }
}

#[test]
fn a_record_without_an_id_or_a_name_is_refused() {
    for (raw, code) in [
        (r#"{"serviceNames": []}"#, ProblemCode::IdMissing),
        (r#"{"id": null}"#, ProblemCode::IdMissing),
        (r#"{"id": 7}"#, ProblemCode::IdMissing),
        (r#"{"id": "529"}"#, ProblemCode::IdInvalid),
        (r#"{"id": "00000000-0000-0000-0000-000000000000"}"#, ProblemCode::IdInvalid),
        (r#"{"id": "0a1b2c3d-0000-4000-8000-00000000000f"}"#, ProblemCode::NameMissing),
    ] {
        for kind in super::support::KINDS {
            assert_eq!(refused(kind, raw), code, "{kind} {raw}");
        }
    }
}

#[test]
fn an_id_in_capitals_or_braces_is_the_same_id() {
    let mut value = service_value(&json!({}));
    value["id"] = json!("{0A1B2C3D-0000-4000-8000-00000000000F}");
    let id = entity(EntityKind::Service, &value).id();
    assert_eq!(id.as_str(), "0a1b2c3d-0000-4000-8000-00000000000f");
}

/// A case: what is added to a sound service, and what is reported of it.
type Case = (&'static str, Value, &'static [ProblemCode]);

fn service_cases() -> Vec<Case> {
    use ProblemCode as P;
    let phrase = |kind: &str, value: Value| json!({"serviceDescriptions": [{"language": "fi", "type": kind, "value": value}]});
    let keyword = |language: Value| json!({"keywords": [{"language": language, "value": "uinti"}]});
    vec![
        ("a number where a text should be", phrase("Summary", json!(5)), &[P::FieldTypeUnexpected]),
        (
            "an object where a text should be",
            phrase("Summary", json!({})),
            &[P::FieldTypeUnexpected],
        ),
        ("an unknown type of text", phrase("Slogan", json!("x")), &[P::ValueUnknown]),
        ("a list where an object should be", json!({"keywords": [[]]}), &[P::FieldTypeUnexpected]),
        ("an object where a list should be", json!({"areas": {}}), &[P::FieldTypeUnexpected]),
        ("a text where a list should be", json!({"languages": "fi"}), &[P::FieldTypeUnexpected]),
        ("a null in a list", json!({"keywords": [null]}), &[]),
        ("a Boolean in words", json!({"serviceVouchersInUse": "true"}), &[P::FieldTypeUnexpected]),
        ("an unknown field", json!({"novelty": 1}), &[P::FieldUnknown]),
        ("an unknown field, null", json!({"novelty": null}), &[P::FieldUnknown]),
        ("a NUL", phrase("Summary", json!("a\u{0}b")), &[P::CharactersRemoved]),
        (
            "a mark that turns writing over",
            phrase("Summary", json!("a\u{202e}b")),
            &[P::CharactersRemoved],
        ),
        (
            "a text of 110,000 characters",
            phrase("Summary", json!("x".repeat(110_000))),
            &[P::TextCut],
        ),
        ("another language", keyword(json!("xx")), &[P::LanguageUnknown]),
        ("no language", keyword(Value::Null), &[P::LanguageUnknown]),
        ("a language in capitals", keyword(json!("FI")), &[]),
        ("a Sámi language without a name", keyword(json!("smn")), &[P::NameMissing]),
        ("an unknown language to be served in", json!({"languages": ["xx"]}), &[P::CodeUnknown]),
        ("a word of v12", json!({"type": "PermitOrOtherObligation"}), &[]),
        ("a word in another case", json!({"type": "service"}), &[P::ValueUnknown]),
        ("an empty word", json!({"type": ""}), &[P::FieldMissing]),
        ("an unknown charge", json!({"serviceChargeType": "Cheap"}), &[P::ValueUnknown]),
        ("an unknown class", json!({"serviceClasses": [{"code": "P999"}]}), &[P::CodeUnknown]),
        ("a class without a code", json!({"serviceClasses": [{}]}), &[P::CodeUnknown]),
        ("a term without a URI", json!({"ontologyTerms": [{"uri": "p1"}]}), &[P::CodeUnknown]),
        ("an instant that is none", json!({"modified": "2025-02-30T00:00:00"}), &[P::TimeInvalid]),
        (
            "an instant with a decimal comma",
            json!({"modified": "2025-02-03T00:00:00,1"}),
            &[P::TimeInvalid],
        ),
        ("the year 1", json!({"modified": "0001-01-01T00:00:00"}), &[P::TimeInvalid]),
        (
            "a general description that is no id",
            json!({"generalDescriptionId": "x"}),
            &[P::IdInvalid],
        ),
        (
            "an unknown municipality",
            json!({"areaType": "LimitedType", "areas": [
                {"type": "Municipality", "municipalities": [{"code": "000"}]}]}),
            &[P::CodeUnknown],
        ),
        (
            "free, and yet so many euros",
            json!({"serviceChargeType": "FreeOfCharge", "serviceDescriptions": [
                {"language": "fi", "type": "ChargeTypeAdditionalInfo", "value": "Maksu 20 €"}]}),
            &[P::ChargeContradictory],
        ),
        (
            "two texts of one language and type",
            json!({"serviceDescriptions": [
                {"language": "fi", "type": "Summary", "value": "b"},
                {"language": "fi", "type": "Summary", "value": "a"}]}),
            &[P::ConflictingCopies],
        ),
        (
            "an unknown role",
            json!({"organizations": [{"roleType": "Boss", "organization": null}]}),
            &[P::ValueUnknown, P::ReferenceMissing],
        ),
    ]
}

fn channel_cases() -> Vec<Case> {
    use ProblemCode as P;
    let phone = |number: &str| json!({"phoneNumbers": [{"language": "fi", "number": number}]});
    let email = |address: &str| json!({"emails": [{"language": "fi", "value": address}]});
    let page = |url: &str| json!({"webPages": [{"language": "fi", "url": url}]});
    let postal = |code: &str| {
        json!({"addresses": [{"type": "Location", "subType": "Single",
            "streetAddress": {"postalCode": code}}]})
    };
    let point = |north: Value, east: Value| {
        json!({"addresses": [{"type": "Location", "subType": "Single", "streetAddress":
            {"coordinateState": "Ok", "latitude": north, "longitude": east}}]})
    };
    let hours = |more: Value| json!({"serviceHours": [more]});
    let week = |from: &str, to: &str| {
        hours(json!({"serviceHourType": "DaysOfTheWeek", "openingHour": [
            {"dayFrom": "Monday", "dayTo": "", "from": from, "to": to}]}))
    };
    vec![
        ("a phone in words", phone("soita"), &[P::PhoneInvalid]),
        ("a phone with an extension", phone("02 123 4567 ext. 5"), &[P::PhoneInvalid]),
        ("a phone of 60 digits", phone(&"1".repeat(60)), &[P::PhoneInvalid]),
        ("an e-mail with a blank", email("a b@c.fi"), &[P::EmailInvalid]),
        ("an e-mail with its scheme", email("mailto:a@b.fi"), &[]),
        ("a link that runs", page("javascript:alert(1)"), &[P::LinkRefused]),
        ("a link to another scheme's host", page("//evil.example"), &[P::LinkRefused]),
        ("a link with a password", page("https://user:pass@a.fi"), &[P::LinkRefused]),
        ("a link without a scheme", page("www.a.fi"), &[]),
        ("a short postal code", postal("2010"), &[P::PostalCodeInvalid]),
        ("a postal code of zeros", postal("00000"), &[P::PostalCodeInvalid]),
        ("no point", point(Value::Null, Value::Null), &[]),
        ("a point of zeros", point(json!("0"), json!("0")), &[P::CoordinateInvalid]),
        ("degrees for metres", point(json!("60.45"), json!("22.26")), &[P::CoordinateInvalid]),
        ("no number", point(json!("NaN"), json!("227927")), &[P::CoordinateInvalid]),
        ("a decimal comma", point(json!("6716302,8"), json!("227927")), &[P::CoordinateInvalid]),
        ("the wrong way round", point(json!("227927"), json!("6716302")), &[P::CoordinateInvalid]),
        ("a channel of another kind", json!({"serviceChannelType": "Chat"}), &[P::ValueUnknown]),
        (
            "an address with nothing in it",
            json!({"addresses": [{"type": "Postal"}]}),
            &[P::FieldMissing],
        ),
        ("an end before the start", week("22:00:00", "04:00:00"), &[]),
        ("midnight as 24", week("08:00:00", "24:00:00"), &[]),
        ("the same start and end", week("08:00:00", "08:00:00"), &[P::HoursInvalid]),
        ("a time that is none", week("25:61", "26:00"), &[P::TimeInvalid, P::TimeInvalid]),
        ("no time", week("", "16:00:00"), &[P::FieldMissing]),
        (
            "dates the wrong way round",
            hours(json!({"serviceHourType": "Exceptional", "isClosed": true,
                "validFrom": "2026-02-01T00:00:00", "validTo": "2026-01-01T00:00:00"})),
            &[P::HoursInvalid],
        ),
        (
            "an exception without dates",
            hours(json!({"serviceHourType": "Exceptional", "isClosed": true})),
            &[P::HoursInvalid],
        ),
        ("hours of another kind", hours(json!({"serviceHourType": "Lunar"})), &[P::ValueUnknown]),
    ]
}

/// Reads the case and asserts what is reported; the name and the record stay.
fn check(kind: EntityKind, value: &Value, (case, _, expected): &Case) {
    let items = items(kind, &value.to_string());
    assert_eq!(codes(&items), *expected, "{case}: {:#?}", problems(&items));
    for problem in problems(&items) {
        assert_eq!(problem.id.as_deref(), value["id"].as_str(), "{case}: names the record");
        assert!(problem.field.is_some(), "{case}: names the field");
    }
    let names = entity(kind, value).names();
    assert_eq!(names.get(Language::Fi), Some("Uimahalli"), "{case}");
}

#[test]
fn each_bad_value_is_reported_and_the_rest_of_the_service_stays() {
    for case in service_cases() {
        check(EntityKind::Service, &service_value(&case.1), &case);
    }
}

#[test]
fn each_bad_value_is_reported_and_the_rest_of_the_channel_stays() {
    for case in channel_cases() {
        check(EntityKind::Channel, &channel_value(&case.1), &case);
    }
}

#[test]
fn unknown_words_are_kept_as_they_came() {
    let service = entity(EntityKind::Service, &service_value(&json!({"type": "Gift"})));
    assert!(service.to_document().unwrap().contains("\"Gift\""));
    let channel = channel_value(&json!({
        "serviceChannelType": "Chat",
        "serviceHours": [{"serviceHourType": "Lunar"}],
        "phoneNumbers": [{"language": "fi", "number": "112", "type": "Pager"}],
    }));
    let document = entity(EntityKind::Channel, &channel).to_document().unwrap();
    for word in ["\"Chat\"", "\"Lunar\"", "\"Pager\""] {
        assert!(document.contains(word), "{word}");
    }
}

#[test]
fn hostile_texts_are_kept_as_text() {
    for text in [
        "<script>alert(1)</script>",
        "</title><script>",
        "{{7*7}}",
        "[x](javascript:alert(1))",
        "=cmd|'/c calc'!A1",
        "../../etc/passwd",
        "name:* OR 1",
        "a\r\nSet-Cookie: b",
        "a\u{2028}b",
    ] {
        let value = service_value(&json!({
            "serviceNames": [{"language": "fi", "type": "Name", "value": text}],
            "serviceDescriptions": [{"language": "fi", "type": "Description", "value": text}],
            "keywords": [{"language": "fi", "value": text}],
        }));
        let Entity::Service(service) = entity(EntityKind::Service, &value) else { panic!() };
        let texts = &service.texts[&Language::Fi];
        assert_eq!((texts.name.as_str(), texts.keywords[0].as_str()), (text, text));
        assert_eq!(texts.description.as_deref(), Some(text));
    }
    let escape = json!({"keywords": [{"language": "fi", "value": "\u{1b}[31mred"}]});
    let read = records(EntityKind::Service, &service_value(&escape));
    assert_eq!(read[0].problems[0].code, ProblemCode::CharactersRemoved);
}

#[test]
fn a_service_with_five_thousand_channels_keeps_them_and_one_more_is_cut() {
    let connections = |count: u32| {
        let list: Vec<Value> = (1..=count)
            .map(|number| {
                json!({"serviceChannel": {"id": format!("00000000-0000-4000-8000-{number:012}")}})
            })
            .collect();
        let value = service_value(&json!({"serviceChannels": list}));
        let items = items(EntityKind::Service, &value.to_string());
        (items.len() - 1, codes(&items))
    };
    assert_eq!(connections(5_000), (5_000, vec![]));
    assert_eq!(connections(5_001), (5_000, vec![ProblemCode::ListCut]));
}
