//! Phones, addresses and points as schema.org writes them.

use domain::Language;
use domain::catalogue::{Address, Contact, Coordinate, Phone, PhoneKind};
use domain::reference::municipality;

use super::Thing;

/// The number of the first phone that one can call.
pub(super) fn telephone(contact: &Contact) -> Option<String> {
    contact.phones.iter().filter(|phone| phone.kind == PhoneKind::Phone).find_map(Phone::dialled)
}

/// The first e-mail address.
pub(super) fn email(contact: &Contact) -> Option<String> {
    contact.emails.first().map(|email| email.address.clone())
}

/// Only web addresses are told, as only they become links.
pub(super) fn web(url: &str) -> Option<String> {
    (url.starts_with("https://") || url.starts_with("http://")).then(|| url.to_owned())
}

/// An address; none when nothing of it can be said in parts.
pub(super) fn postal_address(address: &Address, reader: Language) -> Option<Thing> {
    let best = |text: &domain::Localized| text.best(reader).map(|(_, value)| value.to_owned());
    let street = best(&address.street).map(|street| match &address.number {
        Some(number) => format!("{street} {number}"),
        None => street,
    });
    let place = best(&address.post_office).or_else(|| {
        let place = municipality(address.municipality.as_deref()?)?;
        Some(place.name(reader).to_owned())
    });
    let thing = Thing::of("PostalAddress")
        .with("streetAddress", street)
        .with("postOfficeBoxNumber", best(&address.post_office_box))
        .with("postalCode", address.postal_code.clone())
        .with("addressLocality", place);
    let country = address.country.clone().unwrap_or_else(|| "FI".to_owned());
    thing.says_something().then(|| thing.with("addressCountry", Some(country)))
}

/// A point.
pub(super) fn point(coordinate: &Coordinate) -> Thing {
    Thing::of("GeoCoordinates")
        .with("latitude", Some(coordinate.latitude))
        .with("longitude", Some(coordinate.longitude))
}
