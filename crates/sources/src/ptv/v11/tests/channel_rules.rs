//! The rules of the contract for channels, one by one: contacts, addresses and hours.

use domain::Language;
use domain::catalogue::{
    AddressKind, AddressUse, Channel, Charge, DayHours, Entity, EntityKind, Holiday, HoursRule,
    OpeningStatus,
};
use domain::import::ProblemCode;
use jiff::civil::date;
use serde_json::{Value, json};

use super::rules::channel_value;
use super::support::{codes, entity, items};

fn channel(more: &Value) -> Channel {
    match entity(EntityKind::Channel, &channel_value(more)) {
        Entity::Channel(channel) => *channel,
        other => panic!("{other:?}"),
    }
}

fn channel_codes(more: &Value) -> Vec<ProblemCode> {
    codes(&items(EntityKind::Channel, &channel_value(more).to_string()))
}

fn hours(hours: &Value) -> Channel {
    channel(&json!({"serviceHours": [hours]}))
}

#[test]
fn hours_of_each_kind_hold_when_they_should() {
    let weekly = hours(&json!({"serviceHourType": "DaysOfTheWeek", "validForNow": true,
        "isReservation": true,
        "openingHour": [{"dayFrom": "Tuesday", "dayTo": "", "from": "08:00:00", "to": "16:00:00"}]}));
    let DayHours::Times(times) = weekly.hours.on(date(2026, 11, 24)) else { panic!("{weekly:?}") };
    assert_eq!(times[0].status, OpeningStatus::OpenOnReservation);
    assert_eq!(weekly.hours.on(date(2026, 11, 25)), DayHours::Closed);

    let always = hours(&json!({"serviceHourType": "DaysOfTheWeek", "isAlwaysOpen": true}));
    assert_eq!(always.hours.on(date(2026, 11, 24)), DayHours::AllDay);
    let old = hours(&json!({"serviceHourType": "DaysOfTheWeek", "openingHour": []}));
    assert_eq!(old.hours.on(date(2026, 11, 24)), DayHours::AllDay, "old data has no isAlwaysOpen");

    let closed = hours(&json!({"serviceHourType": "Exceptional", "isClosed": true,
        "validFrom": "2018-06-01T00:00:00", "validTo": "2018-08-31T00:00:00"}));
    assert_eq!(closed.hours.on(date(2018, 8, 31)), DayHours::Closed, "kept though it is past");

    let one_day = hours(
        &json!({"serviceHourType": "Exceptional", "validFrom": "2026-11-24T00:00:00",
        "additionalInformation": [{"language": "fi", "value": "Inventaario"}],
        "openingHour": [{"dayFrom": "Monday", "dayTo": "Sunday", "from": "10:00:00", "to": "12:00:00"}]}),
    );
    assert!(matches!(one_day.hours.on(date(2026, 11, 24)), DayHours::Times(_)));
    assert_eq!(one_day.hours.on(date(2026, 11, 25)), DayHours::Unknown);

    let night = hours(&json!({"serviceHourType": "OverMidnight",
        "openingHour": [{"dayFrom": "Friday", "dayTo": "Saturday", "from": "22:00:00", "to": "04:00:00"}]}));
    assert!(matches!(night.hours.periods[0].rule, HoursRule::Continuous { .. }));
}

#[test]
fn a_holiday_is_known_by_its_name_in_each_language_and_only_then() {
    let row = |fi: &str, sv: &str| {
        hours(&json!({"serviceHourType": "Exceptional", "validFrom": "2027-04-05T00:00:00",
            "isClosed": true, "additionalInformation": [
                {"language": "fi", "value": fi}, {"language": "sv", "value": sv}]}))
    };
    let holidays = row("2. pääsiäispäivä", "annandag påsk").hours;
    assert_eq!(holidays.holidays[0].holiday, Holiday::EasterMonday);
    assert_eq!(holidays.on(date(2026, 4, 6)), DayHours::Closed, "by the rule, not the row's date");
    for (fi, sv) in [("Kesätauko", "annandag påsk"), ("vappu", "julafton")] {
        let other = row(fi, sv).hours;
        assert!(other.holidays.is_empty() && other.periods.len() == 1, "{fi}");
    }
}

#[test]
fn phones_are_dealt_out_by_language_and_repeated_ones_taken_once() {
    let read = channel(&json!({"phoneNumbers": [
        {"language": "fi", "type": "Phone", "prefixNumber": "+358", "number": "24362634",
         "serviceChargeType": "Other"},
        {"language": "sv", "type": "Phone", "prefixNumber": "+358", "number": "24362634"},
        {"language": "fi", "type": "Fax", "prefixNumber": null, "number": "029500",
         "isFinnishServiceNumber": true, "serviceChargeType": "FreeOfCharge"},
        {"language": "sv", "type": "Phone", "prefixNumber": "+358", "number": "24362634"},
        {"language": "fi", "type": "Phone", "number": ""},
    ], "emails": [{"language": "fi", "value": "a@b.fi"}],
       "supportEmails": [{"language": "fi", "value": "a@b.fi"}]}));
    let contact = &read.texts[&Language::Fi].contact;
    assert_eq!(contact.phones.len(), 2);
    assert_eq!(contact.phones[0].charge, Some(Charge::ExtraCharge));
    assert_eq!(contact.phones[1].dialled().as_deref(), Some("029500"));
    assert_eq!(contact.emails.len(), 1);
    assert_eq!(read.texts[&Language::Sv].contact.phones.len(), 1);
}

#[test]
fn web_pages_come_in_the_order_of_their_numbers() {
    let read = channel(&json!({"serviceChannelType": "WebPage", "webPages": [
        {"language": "fi", "orderNumber": "10", "url": "https://c.fi"},
        {"language": "fi", "orderNumber": "2", "url": "www.b.fi", "value": "B"},
        {"language": "fi", "orderNumber": "0", "url": "https://a.fi"},
    ]}));
    let links = &read.texts[&Language::Fi].web_addresses;
    let urls: Vec<_> = links.iter().map(|link| link.url.as_str()).collect();
    assert_eq!(urls, ["https://a.fi", "https://www.b.fi", "https://c.fi"]);
}

#[test]
fn only_a_point_that_was_found_or_entered_is_one() {
    let with = |state: &str| {
        channel(&json!({"addresses": [{"type": "Location", "subType": "Single", "country": "FI",
            "streetAddress": {"street": [{"language": "fi", "value": "Katu"}], "postalCode": "21100",
                "latitude": "6716302.838", "longitude": "227927.119", "coordinateState": state}}]}))
    };
    let found = with("Ok").addresses.remove(0);
    let point = found.coordinate.unwrap();
    assert!((60.0..61.0).contains(&point.latitude) && (21.0..23.0).contains(&point.longitude));
    assert_eq!((found.purpose, found.kind), (AddressUse::Visiting, AddressKind::Street));
    assert_eq!(found.country, None);
    for state in ["NotReceived", "Failed", "Loading", "Galaxy"] {
        assert_eq!(with(state).addresses[0].coordinate, None, "{state}");
    }
}

#[test]
fn addresses_of_other_forms_keep_their_words() {
    let read = channel(&json!({
        "serviceChannelType": "PrintableForm",
        "addresses": [
            {"type": "Location", "subType": "Abroad", "country": "se",
             "locationAbroad": [{"language": "fi", "value": "Tukholma"}]},
            {"type": "Location", "subType": "Other", "otherAddress": {"postalCode": "20100",
             "latitude": "6716302.838", "longitude": "227927.119",
             "additionalInformation": [{"language": "fi", "value": "Uimaranta"}]}},
        ],
        "deliveryAddresses": [
            {"subType": "NoAddress", "deliveryAddressInText": [{"language": "fi", "value": "Päiväkotiin"}]},
            {"subType": "NoAddress", "deliveryAddressInText": [], "receiver": []},
            {"subType": "PostOfficeBox", "receiver": [{"language": "fi", "value": "Kirjaamo"}],
             "postOfficeBoxAddress": {"postOfficeBox": [{"language": "fi", "value": "PL 2"}]}},
        ],
    }));
    let kinds: Vec<_> = read.addresses.iter().map(|address| &address.kind).collect();
    let expected = [
        &AddressKind::Foreign,
        &AddressKind::Place,
        &AddressKind::Directions,
        &AddressKind::PostOfficeBox,
    ];
    assert_eq!(kinds, expected);
    assert_eq!(read.addresses[0].country.as_deref(), Some("SE"));
    assert!(read.addresses[1].coordinate.is_some());
    assert_eq!(read.addresses[3].recipient.get(Language::Fi), Some("Kirjaamo"));
}

#[test]
fn signatures_are_counted_and_identification_kept() {
    let with = |more| channel(&more).required_signatures;
    assert_eq!(with(json!({"requiresSignature": false, "signatureQuantity": "0"})), Some(0));
    assert_eq!(with(json!({"requiresSignature": true, "signatureQuantity": 2})), Some(2));
    assert_eq!(with(json!({"requiresSignature": true})), Some(1));
    assert_eq!(with(json!({})), None);
    assert_eq!(channel_codes(&json!({"signatureQuantity": "many"})), [ProblemCode::ValueUnknown]);
}
