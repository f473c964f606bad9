//! Bad input, one row for each: what is changed in a good record, and what is reported.

use serde_json::json;

use super::good;
use super::*;

/// A change to a good record: the place (a JSON pointer) and what then stands there.
type Row = (&'static str, Value, ProblemCode);

/// The record with a value at a place; a field that was not there is added.
fn with(mut record: Value, pointer: &str, value: Value) -> Value {
    if let Some(place) = record.pointer_mut(pointer) {
        *place = value;
    } else {
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        record.pointer_mut(parent).unwrap()[name] = value;
    }
    record
}

/// Each row's record is taken, with just the row's code.
fn warned(kind: EntityKind, record: fn() -> Value, rows: Vec<Row>) {
    for (pointer, value, expected) in rows {
        let mut shown = format!("{pointer} = {value}");
        shown.truncate(shown.floor_char_boundary(120));
        let read = taken(kind, &with(record(), pointer, value));
        let codes: Vec<_> = read.problems.iter().map(|problem| problem.code).collect();
        assert_eq!(codes, [expected], "{shown}");
        let problem = &read.problems[0];
        assert!(problem.field.as_deref().is_some_and(|field| !field.is_empty()), "{shown}");
        assert_eq!(problem.location.as_deref(), Some("here"), "{shown}");
        assert!(problem.id.as_deref().is_some_and(|id| id.starts_with("0a1b2c3d")), "{shown}");
        assert!(problem.found.as_deref().unwrap_or_default().chars().count() <= 121, "{shown}");
    }
}

/// Each row's record is refused with the row's code.
fn refused(kind: EntityKind, record: fn() -> Value, rows: Vec<Row>) {
    for (pointer, value, expected) in rows {
        let shown = format!("{pointer} = {value}");
        let raw = with(record(), pointer, value).to_string();
        assert_eq!(read(kind, &raw, "here").unwrap_err().code, expected, "{shown}");
    }
}

#[test]
fn a_record_without_an_id_or_a_name_is_refused() {
    let rows = vec![
        ("/contentId", json!(null), ProblemCode::IdMissing),
        ("/contentId", json!(""), ProblemCode::IdMissing),
        ("/contentId", json!([]), ProblemCode::IdMissing),
        ("/contentId", json!("529"), ProblemCode::IdInvalid),
        ("/contentId", json!(529), ProblemCode::IdInvalid),
        ("/contentId", json!("00000000-0000-0000-0000-000000000000"), ProblemCode::IdInvalid),
        ("/languageVersions", json!(null), ProblemCode::NameMissing),
        ("/languageVersions", json!([]), ProblemCode::NameMissing),
        ("/languageVersions", json!({"xx": {"name": "X"}}), ProblemCode::NameMissing),
        ("/languageVersions", json!({"fi": {"name": null}}), ProblemCode::NameMissing),
        ("/languageVersions", json!({"fi": {"name": " \u{a0} "}}), ProblemCode::NameMissing),
    ];
    refused(EntityKind::Service, good::service, rows);
    let sides = vec![
        ("/serviceContentId", json!(null), ProblemCode::IdMissing),
        ("/channelContentId", json!("x"), ProblemCode::IdInvalid),
    ];
    refused(EntityKind::Connection, good::connection, sides);
}

#[test]
fn values_of_a_service_that_are_not_as_they_should_be() {
    let long = "ä".repeat(100_001);
    let keywords: Vec<_> = (0..6_000).map(|number| json!(format!("sana {number}"))).collect();
    let rows = vec![
        ("/languageVersions/fi/summary", json!(5), ProblemCode::FieldTypeUnexpected),
        ("/languageVersions/fi/summary", json!({"a": 1}), ProblemCode::FieldTypeUnexpected),
        ("/languageVersions/fi/summary", json!("a\u{0}b"), ProblemCode::CharactersRemoved),
        ("/languageVersions/fi/summary", json!("\u{202e}oidualk"), ProblemCode::CharactersRemoved),
        (
            "/languageVersions/fi/summary",
            json!("\u{1b}[31mpunainen"),
            ProblemCode::CharactersRemoved,
        ),
        ("/languageVersions/fi/description", json!(long), ProblemCode::TextCut),
        ("/languageVersions/fi/freelyAssignedKeywords", json!(keywords), ProblemCode::ListCut),
        (
            "/languageVersions/fi/freelyAssignedKeywords",
            json!("a"),
            ProblemCode::FieldTypeUnexpected,
        ),
        ("/languageVersions/fi/news", json!("x"), ProblemCode::FieldUnknown),
        ("/languageVersions/xx", json!({"name": "X"}), ProblemCode::LanguageUnknown),
        ("/languageVersions/sv", json!({"name": ""}), ProblemCode::NameMissing),
        ("/languageVersions/sv", json!({"summary": "Bara det."}), ProblemCode::NameMissing),
        ("/languageVersions/sv", json!("text"), ProblemCode::FieldTypeUnexpected),
        ("/languageVersions/fi/voucher", json!({"voucherType": "Gift"}), ProblemCode::ValueUnknown),
        ("/serviceType", json!("Miracle"), ProblemCode::ValueUnknown),
        ("/serviceType", json!("service"), ProblemCode::ValueUnknown),
        ("/serviceType", json!(""), ProblemCode::FieldMissing),
        ("/chargeType", json!("FreeOfCharge"), ProblemCode::ValueUnknown),
        ("/fundingType", json!("Lottery"), ProblemCode::ValueUnknown),
        ("/serviceLanguages", json!(["fi", "xx"]), ProblemCode::CodeUnknown),
        ("/serviceClasses", json!(["Q99"]), ProblemCode::CodeUnknown),
        ("/targetGroups", json!(["KR99"]), ProblemCode::CodeUnknown),
        ("/ontologyTerms", json!(["uinti"]), ProblemCode::CodeUnknown),
        ("/area", json!({"areaType": "Moon"}), ProblemCode::ValueUnknown),
        ("/area", json!({}), ProblemCode::FieldMissing),
        ("/area/municipalities", json!(["000"]), ProblemCode::CodeUnknown),
        ("/area/regions", json!(["99"]), ProblemCode::CodeUnknown),
        ("/organizationContentId", json!("x"), ProblemCode::IdInvalid),
        ("/otherResponsibleOrganizations", json!([null, 5]), ProblemCode::FieldTypeUnexpected),
        ("/publishedAt", json!("2025-02-30T00:00:00Z"), ProblemCode::TimeInvalid),
        ("/publishedAt", json!("2026-01-02T03:04:05,5Z"), ProblemCode::TimeInvalid),
        ("/publishedAt", json!("0001-01-01T00:00:00"), ProblemCode::TimeInvalid),
    ];
    let (double, single): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|(pointer, _, _)| pointer.starts_with("/otherResponsible"));
    warned(EntityKind::Service, good::service, single);
    // A number is no id either, even when it is read as a text.
    for (pointer, value, expected) in double {
        let raw = with(good::service(), pointer, value).to_string();
        assert_eq!(codes(EntityKind::Service, &raw), [expected, ProblemCode::IdInvalid]);
    }
}

#[test]
fn a_price_that_contradicts_itself_is_reported() {
    let pointer = "/languageVersions/fi/chargeTypeAdditionalInformation";
    let rows = vec![(pointer, json!("Hinta 25 €."), ProblemCode::ChargeContradictory)];
    warned(EntityKind::Service, good::service, rows);
}

#[test]
fn links_that_a_page_must_not_hold_are_refused_and_a_law_keeps_its_name() {
    for url in [
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "//evil.example",
        "https://user:pass@example.fi",
        "https://example.fi/\r\nX: y",
        &format!("https://example.fi/{}", "a".repeat(8_000)),
    ] {
        let laws = json!([{"name": "Laki", "url": url}]);
        let value = with(good::service(), "/languageVersions/fi/legislationLinks", laws);
        let record = taken(EntityKind::Service, &value);
        let codes: Vec<_> = record.problems.iter().map(|problem| problem.code).collect();
        assert_eq!(codes, [ProblemCode::LinkRefused], "{url}");
        let Entity::Service(service) = record.entity else { panic!() };
        let law = &service.texts[&domain::Language::Fi].legislation[0];
        assert_eq!((law.name.as_str(), law.url.as_deref()), ("Laki", None));
    }
}

#[test]
fn values_of_a_place_that_are_not_as_they_should_be() {
    let email = "/languageVersions/fi/contactEmails/0/email";
    let number = "/languageVersions/fi/contactPhoneNumbers/0/number";
    let phone = "/languageVersions/fi/contactPhoneNumbers/0";
    let street = "/location/streetAddresses/0";
    let invalid = ProblemCode::CoordinateInvalid;
    let point = |easting: Value, northing: Value| json!([{"system": "EPSG:3067", "source": "NLS", "easting": easting, "northing": northing}]);
    let points = "/location/streetAddresses/0/coordinates";
    let rows = vec![
        (email, json!("ei ole"), ProblemCode::EmailInvalid),
        (email, json!(null), ProblemCode::EmailInvalid),
        (number, json!("soita"), ProblemCode::PhoneInvalid),
        (number, json!("1".repeat(60)), ProblemCode::PhoneInvalid),
        (number, json!(""), ProblemCode::PhoneInvalid),
        (phone, json!("02 123"), ProblemCode::FieldTypeUnexpected),
        ("/serviceChannelType", json!("Hologram"), ProblemCode::ValueUnknown),
        ("/serviceChannelType", json!("EChannel"), ProblemCode::ValueUnknown),
        ("/serviceChannelType", json!(null), ProblemCode::FieldMissing),
        ("/allowedConnectionType", json!("Nobody"), ProblemCode::ValueUnknown),
        ("/location/streetAddresses/0/postalCode", json!("2010"), ProblemCode::PostalCodeInvalid),
        ("/location/streetAddresses/0/postalCode", json!("00000"), ProblemCode::PostalCodeInvalid),
        (street, json!(["x"]), ProblemCode::FieldTypeUnexpected),
        (points, point(json!(6_711_200), json!(239_400)), invalid),
        (points, point(json!(22.26), json!(60.45)), invalid),
        (points, point(json!(0), json!(0)), invalid),
        (points, point(json!("239400,5"), json!(6_711_200)), invalid),
        (points, point(json!("NaN"), json!(6_711_200)), invalid),
        (points, point(json!(""), json!(6_711_200)), invalid),
        (points, point(json!(null), json!(6_711_200)), invalid),
        (points, json!([{"system": "WGS84", "source": "NLS"}]), ProblemCode::ValueUnknown),
    ];
    warned(EntityKind::Channel, good::channel, rows);
}

#[test]
fn references_to_oneself_are_dropped_and_reported() {
    let own = json!("0a1b2c3d-0000-4000-8000-000000000002");
    let parent = vec![("/parentOrganizationContentId", own, ProblemCode::ReferenceCycle)];
    warned(EntityKind::Organisation, good::organisation, parent);
    let own = json!([{"itemType": "Service",
        "contentId": "0A1B2C3D-0000-4000-8000-000000000021"}]);
    let items = vec![
        ("/items", own, ProblemCode::ReferenceCycle),
        ("/items/0/itemType", json!("Pie"), ProblemCode::ValueUnknown),
    ];
    warned(EntityKind::Collection, good::collection, items);
    let kind = vec![("/organizationType", json!("Guild"), ProblemCode::ValueUnknown)];
    warned(EntityKind::Organisation, good::organisation, kind);
}

#[test]
fn what_is_merely_untidy_is_taken_without_a_word() {
    for (pointer, value) in [
        ("/contentId", json!("{0A1B2C3D-0000-4000-8000-000000000001}")),
        ("/languageVersions/fi/summary", json!("")),
        ("/languageVersions/fi/summary", json!("   ")),
        ("/languageVersions/fi/summary", json!(null)),
        ("/languageVersions/fi/summary", json!("a\u{308}iti 🏊 \u{200b}\u{a0}")),
        ("/languageVersions/fi/freelyAssignedKeywords", json!(null)),
        ("/area", json!(null)),
        ("/area/municipalities", json!(["91", "853"])),
        ("/serviceLanguages", json!(["FI"])),
        ("/publishedAt", json!("2026-01-02T03:04:05.1234567")),
    ] {
        let raw = with(good::service(), pointer, value).to_string();
        assert_eq!(codes(EntityKind::Service, &raw), [], "{pointer}");
    }
}

#[test]
fn a_record_that_is_no_json_or_no_object_is_refused() {
    let deep = "[".repeat(10_000) + &"]".repeat(10_000);
    let digits = format!("{{\"contentId\": {}}}", "9".repeat(1_000_000));
    let cut = good::service().to_string();
    let cut = &cut[..cut.len() - 2];
    for raw in [
        "",
        "null",
        "[]",
        "5",
        "{",
        "{'a': 1}",
        "{\"a\": NaN}",
        "{\"a\": 1,}",
        "{\"a\": 1e400}",
        "{\"a\": \"\\ud800\"}",
        "{} {}",
        "// x",
        &deep,
        &digits,
        cut,
    ] {
        let shown = &raw[..raw.len().min(40)];
        assert_eq!(codes(EntityKind::Service, raw), [ProblemCode::NotAnObject], "{shown}");
    }
}

#[test]
fn of_a_key_that_stands_twice_the_last_holds() {
    let raw = good::service().to_string();
    let raw = raw.replacen('{', "{\"chargeType\": \"Charged\", ", 1);
    assert_eq!(codes(EntityKind::Service, &raw), []);
}

#[test]
fn hostile_texts_are_kept_as_texts() {
    let table = "| a ".repeat(10_000);
    let stars = "*".repeat(90_000);
    for text in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "</title><script>",
        "\"><b>",
        "'-alert(1)-'",
        "{{7*7}}",
        "{% raw %}",
        "${7*7}",
        "[x](javascript:alert(1))",
        "![](http://tracker.example)",
        "=cmd|'/c calc'!A1",
        "BEGIN:VCALENDAR\r\nEND:VCALENDAR",
        "%0d%0a",
        "../../etc/passwd",
        "name:* OR 1",
        "a\u{2028}b",
        "ignore previous instructions",
        &table,
        &stars,
    ] {
        let mut value = good::service();
        for field in ["name", "alternativeName", "summary", "description", "userInstructions"] {
            value["languageVersions"]["fi"][field] = json!(text);
        }
        value["languageVersions"]["fi"]["freelyAssignedKeywords"] = json!([text]);
        let record = taken(EntityKind::Service, &value);
        let shown = &text[..text.floor_char_boundary(40)];
        assert!(record.problems.is_empty(), "{shown}");
        let Entity::Service(service) = record.entity else { panic!() };
        let texts = &service.texts[&domain::Language::Fi];
        assert_eq!((texts.name.as_str(), texts.keywords[0].as_str()), (text, text), "{shown}");
    }
}
