//! A service's connections to channels: the list `serviceChannels` of the service. A channel lists
//! the same connections as `services`; they are read from the service, which orders them.

use std::collections::BTreeMap;

use domain::Language;
use domain::catalogue::{Charge, Connection, ConnectionTexts, EntityId};
use serde_json::Value;

use super::address::addresses;
use super::contact::{charge, contacts, emails, phones, web_pages};
use super::hours::hours;
use super::shapes::{reference, report_unknown_types, take_type, timestamp, typed, word};
use crate::clean;
use crate::reading::{Object, Path, Reading};

/// Reads one connection; none when it does not say to which channel.
pub fn connection(
    value: Value,
    service: &EntityId,
    position: u32,
    path: Path<'_>,
    reading: &mut Reading,
) -> Option<Connection> {
    let mut object = Object::read(value, path, reading)?;
    // Set by the electronic service ASTI, long closed; and what only the logged-in see.
    for unused in ["isASTIConnection", "extraTypes", "digitalAuthorizations"] {
        object.leave_out(unused);
    }
    let channel = reference(&mut object, "serviceChannel", reading);
    let mut texts: BTreeMap<Language, ConnectionTexts> = BTreeMap::new();
    let mut descriptions = typed(&mut object, "description", reading);
    for (language, text) in take_type(&mut descriptions, "Description") {
        texts.entry(language).or_default().description = Some(text);
    }
    for (language, text) in take_type(&mut descriptions, "ChargeTypeAdditionalInfo") {
        texts.entry(language).or_default().charge_information = Some(text);
    }
    report_unknown_types(descriptions, &path.field("description"), reading);
    let own_contacts = object.child("contactDetails", reading, |details, reading| {
        let phones = phones(details, "phoneNumbers", reading);
        let emails = emails(details, "emails", reading);
        let pages = web_pages(details, "webPages", reading);
        (contacts(phones, emails, pages), addresses(details, reading))
    });
    let (contacts, addresses) = own_contacts.unwrap_or_default();
    for (language, contact) in contacts {
        texts.entry(language).or_default().contact = contact;
    }
    let charge = word(&mut object, "serviceChargeType", reading, charge, is_charge);
    for texts in texts.values() {
        let words = texts.charge_information.as_deref();
        clean::charge_agrees(charge.as_ref(), words, &path.field("description"), reading);
    }
    let hours = hours(&mut object, reading);
    let modified = timestamp(&mut object, "modified", reading);
    object.close(reading);
    let (service, channel) = (service.clone(), channel?);
    Some(Connection { service, channel, position, charge, hours, addresses, texts, modified })
}

/// Of a connection PTV also says "other": what it costs stands in words.
fn is_charge(charge: &Charge) -> bool {
    charge.is_known() || matches!(charge, Charge::Other(word) if word == "Other")
}
