//! Phones, e-mail addresses, web pages and files. v11 lists them with a language on each; we keep
//! them by language, in the owner's order.

use std::collections::BTreeMap;

use domain::Language;
use domain::catalogue::{Charge, Contact, Email, Link, Phone, PhoneKind};
use serde_json::Value;

use domain::import::ProblemCode;

use super::shapes::{language, objects, text, url, word};
use crate::clean;
use crate::reading::{Object, Reading};

/// Takes the phones of a list. Those without a number are left out; what one says all the
/// same is reported.
pub fn phones(
    object: &mut Object<'_>,
    name: &str,
    reading: &mut Reading,
) -> Vec<(Language, Phone)> {
    let mut phones = Vec::new();
    objects(object, name, reading, |item, reading| {
        // Whether it is a service number shows in the missing prefix.
        item.leave_out("isFinnishServiceNumber");
        item.leave_out("orderNumber");
        let kind = word(item, "type", reading, PhoneKind::from_code, PhoneKind::is_known);
        let charge = word(item, "serviceChargeType", reading, phone_charge, Charge::is_known);
        let charge_description = text(item, "chargeDescription", reading);
        let additional_information = text(item, "additionalInformation", reading);
        let path = *item.path();
        let dial_code = text(item, "prefixNumber", reading)
            .and_then(|code| clean::dial_code(&code, &path.field("prefixNumber"), reading));
        let Some(number) = text(item, "number", reading) else {
            item.leave_out("language");
            if let Some(said) = additional_information.or(charge_description) {
                reading.warn(ProblemCode::FieldMissing, &path, &said);
            }
            return;
        };
        let number = clean::phone_number(&number, &path.field("number"), reading);
        let (Some(number), Some(language)) = (number, language(item, reading)) else { return };
        let phone = Phone {
            kind: kind.unwrap_or(PhoneKind::Phone),
            dial_code,
            number,
            charge,
            charge_description,
            additional_information,
        };
        push_new(&mut phones, language, phone);
    });
    phones
}

/// What a call costs: PTV's "other" is a price above an ordinary call.
fn phone_charge(word: &str) -> Charge {
    match word {
        "Other" => Charge::ExtraCharge,
        word => charge(word),
    }
}

/// What a service or a connection costs, in the words of v11 and of versions before it.
pub fn charge(word: &str) -> Charge {
    match word {
        "Chargeable" | "Charged" => Charge::Charged,
        "FreeOfCharge" | "Free" => Charge::Free,
        other => Charge::Other(other.to_owned()),
    }
}

/// Takes the e-mail addresses of a list.
pub fn emails(
    object: &mut Object<'_>,
    name: &str,
    reading: &mut Reading,
) -> Vec<(Language, Email)> {
    let mut emails = Vec::new();
    objects(object, name, reading, |item, reading| {
        item.leave_out("orderNumber");
        let description = text(item, "description", reading);
        let path = *item.path();
        let Some(address) = text(item, "value", reading) else {
            item.leave_out("language");
            if let Some(said) = description {
                reading.warn(ProblemCode::FieldMissing, &path, &said);
            }
            return;
        };
        let address = clean::email(&address, &path.field("value"), reading);
        let (Some(address), Some(language)) = (address, language(item, reading)) else { return };
        push_new(&mut emails, language, Email { address, description });
    });
    emails
}

/// Takes the web pages of a list, in the order of their numbers.
pub fn web_pages(
    object: &mut Object<'_>,
    name: &str,
    reading: &mut Reading,
) -> Vec<(Language, Link)> {
    links(object, name, reading, "value", "additionalInformation")
}

/// Takes the attachments of a list.
pub fn attachments(object: &mut Object<'_>, reading: &mut Reading) -> Vec<(Language, Link)> {
    links(object, "attachments", reading, "name", "description")
}

fn links(
    object: &mut Object<'_>,
    name: &str,
    reading: &mut Reading,
    link_name: &str,
    link_information: &str,
) -> Vec<(Language, Link)> {
    let mut numbered = Vec::new();
    objects(object, name, reading, |item, reading| {
        let order = item.value("orderNumber").as_ref().and_then(order_number);
        // Always `Attachment`.
        item.leave_out("type");
        let name = text(item, link_name, reading);
        let additional_information = text(item, link_information, reading);
        let Some(url) = url(item, "url", reading) else {
            item.leave_out("language");
            if let Some(said) = name.or(additional_information) {
                reading.warn(ProblemCode::FieldMissing, item.path(), &said);
            }
            return;
        };
        let Some(language) = language(item, reading) else { return };
        numbered.push((order, language, Link { url, name, additional_information }));
    });
    numbered.sort_by_key(|(order, ..)| *order);
    let mut links = Vec::new();
    for (_, language, link) in numbered {
        push_new(&mut links, language, link);
    }
    links
}

/// The place in a list: a number, or a text of one.
pub fn order_number(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.trim().parse().ok())
}

/// Adds what is not there yet in the language.
fn push_new<T: PartialEq>(list: &mut Vec<(Language, T)>, language: Language, item: T) {
    if !list.iter().any(|(other, listed)| *other == language && *listed == item) {
        list.push((language, item));
    }
}

/// How to reach somebody, by language.
pub fn contacts(
    phones: Vec<(Language, Phone)>,
    emails: Vec<(Language, Email)>,
    web_pages: Vec<(Language, Link)>,
) -> BTreeMap<Language, Contact> {
    let mut contacts: BTreeMap<Language, Contact> = BTreeMap::new();
    for (language, phone) in phones {
        contacts.entry(language).or_default().phones.push(phone);
    }
    for (language, email) in emails {
        let emails = &mut contacts.entry(language).or_default().emails;
        // A place's `emails` and `supportEmails` are two names of one list.
        if !emails.contains(&email) {
            emails.push(email);
        }
    }
    for (language, page) in web_pages {
        contacts.entry(language).or_default().web_pages.push(page);
    }
    contacts
}
