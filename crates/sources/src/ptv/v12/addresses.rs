//! Addresses of places, for letters and for forms.

use domain::catalogue::{Address, AddressKind, AddressUse, Coordinate, CoordinateSource};
use domain::import::ProblemCode;

use super::left_out;
use super::texts::localized;
use crate::clean;
use crate::reading::{Object, Reading};

/// The addresses in `location` and `contactAddresses`.
pub fn addresses(record: &mut Object, reading: &mut Reading) -> Vec<Address> {
    let mut found = Vec::new();
    for (name, purpose) in
        [("location", AddressUse::Visiting), ("contactAddresses", AddressUse::Postal)]
    {
        let read = record.child(name, reading, |object, reading| groups(object, &purpose, reading));
        found.extend(read.unwrap_or_default());
    }
    found
}

/// The addresses that stand in a list for each way to write them.
fn groups(object: &mut Object, purpose: &AddressUse, reading: &mut Reading) -> Vec<Address> {
    let mut found = Vec::new();
    for (name, kind) in [
        ("streetAddresses", AddressKind::Street),
        ("otherAddresses", AddressKind::Place),
        ("postOfficeBoxAddresses", AddressKind::PostOfficeBox),
        ("foreignAddresses", AddressKind::Foreign),
    ] {
        found.extend(object.children(name, reading, |object, reading| {
            Some(address(object, purpose.clone(), kind.clone(), reading))
        }));
    }
    found
}

/// Where a form is sent.
pub fn delivery_addresses(record: &mut Object, reading: &mut Reading) -> Vec<Address> {
    record.children("deliveryAddresses", reading, |object, reading| {
        let word = object.text("deliveryAddressType", reading).unwrap_or_default();
        let path = object.path().field("deliveryAddressType");
        let kind = clean::coded(&word, delivery_kind, AddressKind::is_known, &path, reading);
        Some(address(object, AddressUse::Delivery, kind, reading))
    })
}

fn delivery_kind(word: &str) -> AddressKind {
    match word {
        "StreetAddress" => AddressKind::Street,
        "PostOfficeBox" => AddressKind::PostOfficeBox,
        "DeliveryInformation" => AddressKind::Directions,
        other => AddressKind::Other(other.to_owned()),
    }
}

/// An address, however it is written: each way has fields of its own.
fn address(
    object: &mut Object,
    purpose: AddressUse,
    kind: AddressKind,
    reading: &mut Reading,
) -> Address {
    let mut address = Address::new(purpose, kind);
    left_out::ADDRESS_SOURCE.from(object);
    address.street = localized(object, "streetName", reading);
    address.number = object.text("addressDetail", reading);
    address.post_office_box = localized(object, "postOfficeBox", reading);
    address.additional_information = localized(object, "additionalInformation", reading);
    address.recipient = localized(object, "recipient", reading);
    address.text = match address.kind {
        AddressKind::Directions => localized(object, "deliveryInformation", reading),
        _ => localized(object, "address", reading),
    };
    address.country = object
        .text("countryCode", reading)
        .map(|code| clean::country(&code, &object.path().field("countryCode"), reading));
    address.accessibility_register_id = object.text("accessibilityRegisterServicePointId", reading);
    address.postal_code = object.text("postalCode", reading).and_then(|code| {
        let foreign = address.country.is_some();
        clean::postal_code(&code, foreign, &object.path().field("postalCode"), reading)
    });
    clean::place_by_postal_code(&mut address);
    address.coordinate = coordinate(object, reading);
    address
}

/// The best of the points: where a person put it, else the geocoder's, else the accessibility
/// register's.
fn coordinate(object: &mut Object, reading: &mut Reading) -> Option<Coordinate> {
    let rank = |coordinate: &Coordinate| match coordinate.source {
        CoordinateSource::User => 0,
        CoordinateSource::NationalLandSurvey => 1,
        CoordinateSource::AccessibilityRegister => 2,
        CoordinateSource::Other(_) => 3,
    };
    object.children("coordinates", reading, point).into_iter().min_by_key(rank)
}

fn point(object: &mut Object, reading: &mut Reading) -> Option<Coordinate> {
    let here = *object.path();
    let source = object.text("source", reading).unwrap_or_default();
    let source = clean::coded(
        &source,
        |word| match word {
            "NLS" => CoordinateSource::NationalLandSurvey,
            other => CoordinateSource::from_code(other),
        },
        CoordinateSource::is_known,
        &here.field("source"),
        reading,
    );
    let system = object.text("system", reading);
    let (easting, northing) = (object.value("easting"), object.value("northing"));
    match system.as_deref() {
        Some("EPSG:3067") => {}
        // PTV itself does not know in which system it is: no point can be made of it.
        Some("Unknown") => return None,
        other => {
            let found = other.unwrap_or_default();
            reading.warn(ProblemCode::ValueUnknown, &here.field("system"), found);
            return None;
        }
    }
    let mut metres = |value: Option<serde_json::Value>, name| {
        let value = value.unwrap_or_default();
        clean::number(&value, &here.field(name), reading)
    };
    let (easting, northing) = (metres(easting, "easting"), metres(northing, "northing"));
    clean::coordinate(easting?, northing?, source, &here, reading)
}
