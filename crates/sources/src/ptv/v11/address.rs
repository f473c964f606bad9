//! Addresses of places, organisations, connections and forms, with coordinates and entrances.

use domain::Localized;
use domain::catalogue::{
    Address, AddressKind, AddressUse, Contact, Coordinate, CoordinateSource, Email, Entrance, Link,
    Phone, PhoneKind,
};
use domain::import::ProblemCode;

use super::area::municipality;
use super::shapes::{localized, objects, text, url, word};
use crate::clean;
use crate::reading::{Object, Reading};

/// Takes the addresses of a place, an organisation or a connection, in the owner's order.
pub fn addresses(object: &mut Object<'_>, reading: &mut Reading) -> Vec<Address> {
    let mut addresses = Vec::new();
    objects(object, "addresses", reading, |item, reading| {
        let purpose = word(item, "type", reading, purpose, AddressUse::is_known);
        let purpose = purpose.unwrap_or(AddressUse::Visiting);
        addresses.extend(address(item, &purpose, reading));
    });
    addresses
}

fn purpose(word: &str) -> AddressUse {
    match word {
        "Location" | "Visiting" => AddressUse::Visiting,
        other => AddressUse::from_code(other),
    }
}

/// Takes the addresses that a form is sent to. One that is empty in every part is left out.
pub fn delivery_addresses(object: &mut Object<'_>, reading: &mut Reading) -> Vec<Address> {
    let mut addresses = Vec::new();
    objects(object, "deliveryAddresses", reading, |item, reading| {
        let directions = localized(item, "deliveryAddressInText", reading);
        let recipient = localized(item, "receiver", reading);
        let address = address(item, &AddressUse::Delivery, reading).or_else(|| {
            let said = !directions.is_empty() || !recipient.is_empty();
            said.then(|| Address::new(AddressUse::Delivery, AddressKind::Directions))
        });
        addresses.extend(address.map(|address| Address { text: directions, recipient, ..address }));
    });
    addresses
}

/// How an address of a sub-type is written.
fn kind_of(sub_type: &str) -> AddressKind {
    match sub_type {
        "Single" | "Street" => AddressKind::Street,
        "PostOfficeBox" => AddressKind::PostOfficeBox,
        "Other" | "Multipoint" => AddressKind::Place,
        "Abroad" | "Foreign" => AddressKind::Foreign,
        "NoAddress" => AddressKind::Directions,
        other => AddressKind::Other(other.to_owned()),
    }
}

/// An address: the part that is filled says how it is written, whatever the sub-type says.
fn address(
    object: &mut Object<'_>,
    purpose: &AddressUse,
    reading: &mut Reading,
) -> Option<Address> {
    let said = word(object, "subType", reading, kind_of, AddressKind::is_known);
    let path = *object.path();
    let country = text(object, "country", reading)
        .map(|code| clean::country(&code, &path.field("country"), reading))
        .filter(|code| code != "FI");
    let abroad = localized(object, "locationAbroad", reading);
    let foreign = localized(object, "foreignAddress", reading);
    let new = |kind| Address::new(purpose.clone(), kind);
    let street = object.child("streetAddress", reading, |part, reading| {
        fill(new(AddressKind::Street), part, reading)
    });
    let box_ = object.child("postOfficeBoxAddress", reading, |part, reading| {
        fill(new(AddressKind::PostOfficeBox), part, reading)
    });
    let place = object.child("otherAddress", reading, |part, reading| {
        fill(new(AddressKind::Place), part, reading)
    });
    let entrances = entrances(object, reading);
    let in_words = [abroad, foreign].into_iter().find(|text| !text.is_empty());
    let in_words = in_words.map(|text| Address { text, ..new(AddressKind::Foreign) });
    let address = street.or(box_).or(place).or(in_words).or_else(|| {
        let unknown = said.clone().filter(|kind| !kind.is_known());
        unknown.map(new)
    });
    if address.is_none() && said != Some(AddressKind::Directions) {
        reading.warn(ProblemCode::FieldMissing, object.path(), "");
    }
    address.map(|address| {
        let mut address = Address { country, entrances, ..address };
        clean::place_by_postal_code(&mut address);
        address
    })
}

/// Fills an address from the part of it that is written.
fn fill(mut address: Address, part: &mut Object<'_>, reading: &mut Reading) -> Address {
    let path = *part.path();
    address.street = localized(part, "street", reading);
    address.number = text(part, "streetNumber", reading);
    address.post_office_box = localized(part, "postOfficeBox", reading);
    address.postal_code = text(part, "postalCode", reading)
        .and_then(|code| clean::postal_code(&code, false, &path.field("postalCode"), reading));
    address.post_office = localized(part, "postOffice", reading);
    address.municipality = part.child("municipality", reading, municipality).flatten();
    address.additional_information = localized(part, "additionalInformation", reading);
    let source = match text(part, "coordinateState", reading).as_deref() {
        Some("Ok") => Some(CoordinateSource::NationalLandSurvey),
        Some("EnteredByUser") => Some(CoordinateSource::User),
        Some("EnteredByAR") => Some(CoordinateSource::AccessibilityRegister),
        // A place without a street has no state: a person put it on the map.
        None if address.kind == AddressKind::Place => Some(CoordinateSource::User),
        Some(
            "Loading"
            | "Failed"
            | "NotReceived"
            | "EmptyInputReceived"
            | "MultipleResultsReceived"
            | "WrongFormatReceived",
        )
        | None => None,
        Some(unknown) => {
            reading.warn(ProblemCode::ValueUnknown, &path.field("coordinateState"), unknown);
            None
        }
    };
    address.coordinate = coordinate(part, source, reading);
    address
}

/// The point: `latitude` is metres north and `longitude` metres east (EPSG:3067), and both are only
/// a guess or zero unless the state says otherwise.
fn coordinate(
    object: &mut Object<'_>,
    source: Option<CoordinateSource>,
    reading: &mut Reading,
) -> Option<Coordinate> {
    let path = *object.path();
    let (northing, easting) = (object.value("latitude"), object.value("longitude"));
    let (source, northing, easting) = (source?, northing?, easting?);
    let northing = clean::number(&northing, &path.field("latitude"), reading)?;
    let easting = clean::number(&easting, &path.field("longitude"), reading)?;
    clean::coordinate(easting, northing, source, &path, reading)
}

fn entrances(object: &mut Object<'_>, reading: &mut Reading) -> Vec<Entrance> {
    let mut entrances = Vec::new();
    objects(object, "entrances", reading, |item, reading| {
        let mut entrance = Entrance {
            name: localized(item, "name", reading),
            is_main: item.boolean("isMainEntrance", reading).unwrap_or_default(),
            ..Entrance::default()
        };
        entrance.coordinate = item
            .child("coordinates", reading, |point, reading| {
                coordinate(point, Some(CoordinateSource::AccessibilityRegister), reading)
            })
            .flatten();
        entrance.contact = item.child("contactInfo", reading, entrance_contact).unwrap_or_default();
        objects(item, "accessibilitySentences", reading, |group, reading| {
            let heading = localized(group, "sentenceGroup", reading);
            let sentences = sentences(group, reading);
            if !heading.is_empty() || !sentences.is_empty() {
                entrance.sentences.push((heading, sentences));
            }
        });
        entrances.push(entrance);
    });
    entrances
}

fn sentences(group: &mut Object<'_>, reading: &mut Reading) -> Vec<Localized> {
    let mut sentences = Vec::new();
    objects(group, "sentences", reading, |item, reading| {
        let sentence = localized(item, "sentence", reading);
        if !sentence.is_empty() {
            sentences.push(sentence);
        }
    });
    sentences
}

/// Whom to ask about getting in: one number, address and page, in no particular language.
fn entrance_contact(object: &mut Object<'_>, reading: &mut Reading) -> Contact {
    let path = *object.path();
    let number = text(object, "phone", reading)
        .and_then(|number| clean::phone_number(&number, &path.field("phone"), reading));
    let phone = number.map(|number| Phone {
        kind: PhoneKind::Phone,
        dial_code: None,
        number,
        charge: None,
        charge_description: None,
        additional_information: None,
    });
    let email = text(object, "email", reading)
        .and_then(|email| clean::email(&email, &path.field("email"), reading))
        .map(|address| Email { address, description: None });
    let page = url(object, "url", reading).map(|url| Link {
        url,
        name: None,
        additional_information: None,
    });
    Contact {
        phones: phone.into_iter().collect(),
        emails: email.into_iter().collect(),
        web_pages: page.into_iter().collect(),
    }
}
