//! Service channels of the five types.

use domain::catalogue::{
    AccessibilityLevel, Channel, ChannelKind, ChannelTexts, ConnectionPermission, Contact, Entity,
    EntityId, FormFile, Phone,
};
use domain::import::{Problem, ProblemCode};

use super::addresses::{addresses, delivery_addresses};
use super::areas::area;
use super::contacts::{emails, link, links, phones, web_address};
use super::hours::service_hours;
use super::ids::id_in;
use super::texts::{named, versions};
use super::values::{languages, published_at};
use crate::clean;
use crate::reading::{Object, Reading};

/// Reads a channel. The types differ in which fields they have, not in what a field means, so one
/// reader takes them all; a type that we do not know is read as far as its fields are known.
pub fn read(id: EntityId, record: &mut Object, reading: &mut Reading) -> Result<Entity, Problem> {
    let mut texts = versions(record, reading, channel_texts);
    named(&mut texts, |texts| &texts.name, reading)?;
    let mut addresses = addresses(record, reading);
    addresses.extend(delivery_addresses(record, reading));
    Ok(Entity::Channel(Box::new(Channel {
        id,
        kind: kind(record, reading),
        organisation: id_in(record, "organizationContentId", reading),
        permission: permission(record, reading),
        texts,
        area: area(record, reading),
        languages: languages(record, reading),
        hours: service_hours(record, reading),
        addresses,
        requires_identification: requires_identification(record, reading),
        required_signatures: record
            .child("electronicSignature", reading, required_signatures)
            .flatten(),
        ontology_terms: Vec::new(),
        oid: None,
        modified: published_at(record, reading),
    })))
}

fn kind(record: &mut Object, reading: &mut Reading) -> ChannelKind {
    let here = *record.path();
    let path = here.field("serviceChannelType");
    let Some(word) = record.text("serviceChannelType", reading) else {
        reading.warn(ProblemCode::FieldMissing, &path, "");
        return ChannelKind::Other(String::new());
    };
    let read = |word: &str| match word {
        "TelephoneService" => ChannelKind::Telephone,
        other => ChannelKind::from_code(other),
    };
    clean::coded(&word, read, ChannelKind::is_known, &path, reading)
}

fn permission(record: &mut Object, reading: &mut Reading) -> Option<ConnectionPermission> {
    let word = record.text("allowedConnectionType", reading)?;
    let path = record.path().field("allowedConnectionType");
    let read = |word: &str| match word {
        "AllOrganizations" => ConnectionPermission::AllOrganisations,
        "OwnOrganizations" => ConnectionPermission::OwnOrganisation,
        other => ConnectionPermission::Other(other.to_owned()),
    };
    Some(clean::coded(&word, read, ConnectionPermission::is_known, &path, reading))
}

fn channel_texts(version: &mut Object, reading: &mut Reading) -> ChannelTexts {
    ChannelTexts {
        name: version.text("name", reading).unwrap_or_default(),
        alternative_name: version.text("alternativeName", reading),
        alternative_name_is_primary: version
            .boolean("isAlternativeNamePrimary", reading)
            .unwrap_or_default(),
        summary: version.text("summary", reading),
        description: version.text("description", reading),
        web_addresses: web_address(version, "webAddress", reading).into_iter().collect(),
        contact: Contact {
            phones: all_phones(version, reading),
            emails: clean::unique(
                ["supportEmails", "contactEmails"]
                    .into_iter()
                    .flat_map(|name| emails(version, name, reading))
                    .collect(),
            ),
            web_pages: links(version, "contactWebPages", reading),
        },
        attachments: links(version, "attachmentLinks", reading),
        form_files: clean::unique(version.children("formFiles", reading, form_file)),
        form_identifier: version.text("formIdentifier", reading),
        accessibility: accessibility(version, reading),
        wcag_level: None,
        accessibility_statement: None,
    }
}

/// Each type of channel has its numbers under a name of its own.
fn all_phones(version: &mut Object, reading: &mut Reading) -> Vec<Phone> {
    let names = ["phoneNumbers", "supportPhoneNumbers", "contactPhoneNumbers", "contactFaxNumbers"];
    clean::unique(names.into_iter().flat_map(|name| phones(version, name, reading)).collect())
}

fn accessibility(version: &mut Object, reading: &mut Reading) -> Option<AccessibilityLevel> {
    let word = version.text("accessibilityClassificationLevel", reading)?;
    let path = version.path().field("accessibilityClassificationLevel");
    let read = AccessibilityLevel::from_code;
    Some(clean::coded(&word, read, AccessibilityLevel::is_known, &path, reading))
}

fn form_file(object: &mut Object, reading: &mut Reading) -> Option<FormFile> {
    let format = object.text("type", reading).unwrap_or_default().to_lowercase();
    let path = object.path().field("type");
    if !["pdf", "doc", "excel", "rtf", "odt"].contains(&format.as_str()) {
        reading.warn(ProblemCode::ValueUnknown, &path, &format);
    }
    Some(FormFile { format, link: link(object, reading)? })
}

fn requires_identification(record: &mut Object, reading: &mut Reading) -> Option<bool> {
    let word = record.text("electronicIdentification", reading)?;
    match word.as_str() {
        "Required" => Some(true),
        "NotRequired" => Some(false),
        other => {
            let path = record.path().field("electronicIdentification");
            reading.warn(ProblemCode::ValueUnknown, &path, other);
            None
        }
    }
}

/// How many signatures; 0 when none is needed, 1 when it is not said how many.
fn required_signatures(object: &mut Object, reading: &mut Reading) -> Option<u32> {
    let kind = object.text("type", reading).unwrap_or_default();
    let number = object.value("numberOfRequiredSignatures");
    match kind.as_str() {
        "NotRequired" => Some(0),
        "Required" => {
            let read = number.as_ref().and_then(serde_json::Value::as_u64);
            let read = read.and_then(|number| u32::try_from(number).ok());
            if let (Some(number), None) = (&number, read) {
                let path = object.path().field("numberOfRequiredSignatures");
                reading.warn(ProblemCode::FieldTypeUnexpected, &path, &number.to_string());
            }
            Some(read.unwrap_or(1))
        }
        other => {
            reading.warn(ProblemCode::ValueUnknown, &object.path().field("type"), other);
            None
        }
    }
}
