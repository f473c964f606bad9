//! Phones, e-mail addresses and links.

use domain::catalogue::{Charge, Email, Link, Phone, PhoneKind};
use domain::import::ProblemCode;

use crate::clean;
use crate::reading::{Object, Reading};

/// The numbers in a field.
pub fn phones(object: &mut Object, name: &str, reading: &mut Reading) -> Vec<Phone> {
    clean::unique(object.children(name, reading, phone))
}

fn phone(object: &mut Object, reading: &mut Reading) -> Option<Phone> {
    let kind = match object.text("type", reading) {
        Some(word) => clean::coded(
            &word,
            phone_kind,
            PhoneKind::is_known,
            &object.path().field("type"),
            reading,
        ),
        None => PhoneKind::Phone,
    };
    let number = required(object, "number", ProblemCode::PhoneInvalid, reading);
    let number = number
        .and_then(|number| clean::phone_number(&number, &object.path().field("number"), reading));
    let dial_code = object
        .text("dialCode", reading)
        .and_then(|code| clean::dial_code(&code, &object.path().field("dialCode"), reading));
    let charge = object.text("chargeType", reading).map(|word| {
        let path = object.path().field("chargeType");
        clean::coded(&word, Charge::from_code, Charge::is_known, &path, reading)
    });
    let charge_description = object.text("chargeDescription", reading);
    let additional_information = object.text("additionalInformation", reading);
    Some(Phone {
        kind,
        dial_code,
        number: number?,
        charge,
        charge_description,
        additional_information,
    })
}

/// A number with a dial code is international by its `type`, one without domestic; both are phones.
fn phone_kind(word: &str) -> PhoneKind {
    match word {
        "DomesticPhone" | "InternationalPhone" => PhoneKind::Phone,
        other => PhoneKind::from_code(other),
    }
}

/// The e-mail addresses in a field.
pub fn emails(object: &mut Object, name: &str, reading: &mut Reading) -> Vec<Email> {
    let emails = object.children(name, reading, |object, reading| {
        let description = object.text("additionalInformation", reading);
        let address = required(object, "email", ProblemCode::EmailInvalid, reading)?;
        let address = clean::email(&address, &object.path().field("email"), reading)?;
        Some(Email { address, description })
    });
    clean::unique(emails)
}

/// The links in a field.
pub fn links(object: &mut Object, name: &str, reading: &mut Reading) -> Vec<Link> {
    clean::unique(object.children(name, reading, link))
}

/// A link: `url` and what is said of it.
pub fn link(object: &mut Object, reading: &mut Reading) -> Option<Link> {
    let name = object.text("name", reading);
    let additional_information = object.text("additionalInformation", reading);
    let url = required(object, "url", ProblemCode::LinkRefused, reading)?;
    let url = clean::url(&url, &object.path().field("url"), reading)?;
    Some(Link { url, name, additional_information })
}

/// A web address: a link whose `url` and `name` may both be missing.
pub fn web_address(object: &mut Object, name: &str, reading: &mut Reading) -> Option<Link> {
    let read = |object: &mut Object, reading: &mut Reading| {
        let name = object.text("name", reading);
        let Some(url) = object.text("url", reading) else {
            if let Some(name) = name {
                reading.warn(ProblemCode::FieldMissing, &object.path().field("url"), &name);
            }
            return None;
        };
        let url = clean::url(&url, &object.path().field("url"), reading)?;
        Some(Link { url, name, additional_information: None })
    };
    object.child(name, reading, read).flatten()
}

/// A text without which there is nothing to keep.
fn required(
    object: &mut Object,
    name: &str,
    code: ProblemCode,
    reading: &mut Reading,
) -> Option<String> {
    let text = object.text(name, reading);
    if text.is_none() {
        reading.warn(code, &object.path().field(name), "");
    }
    text
}
