//! Connections of a service and a channel.

use domain::catalogue::{Charge, Connection, ConnectionTexts, Contact, Entity, EntityId, Phone};

use super::addresses::addresses;
use super::contacts::{emails, links, phones};
use super::hours::service_hours;
use super::texts::versions;
use super::values::published_at;
use crate::clean;
use crate::reading::{Object, Reading};

/// Reads the connection between a service and a channel.
pub fn read(
    (service, channel): (EntityId, EntityId),
    record: &mut Object,
    reading: &mut Reading,
) -> Entity {
    let mut texts = versions(record, reading, connection_texts);
    texts.retain(|_, version| *version != ConnectionTexts::default());
    Entity::Connection(Box::new(Connection {
        service,
        channel,
        position: 0,
        charge: charge(record, reading),
        hours: service_hours(record, reading),
        addresses: addresses(record, reading),
        texts,
        modified: published_at(record, reading),
    }))
}

/// What the service costs here. "Other" is one of v12's own words for it.
fn charge(record: &mut Object, reading: &mut Reading) -> Option<Charge> {
    let word = record.text("chargeType", reading)?;
    let path = record.path().field("chargeType");
    let known = |charge: &Charge| charge.is_known() || charge.code() == "Other";
    Some(clean::coded(&word, Charge::from_code, known, &path, reading))
}

fn connection_texts(version: &mut Object, reading: &mut Reading) -> ConnectionTexts {
    let mut numbers: Vec<Phone> = phones(version, "contactPhoneNumbers", reading);
    numbers.extend(phones(version, "contactFaxNumbers", reading));
    ConnectionTexts {
        description: version.text("description", reading),
        charge_information: version.text("chargeTypeAdditionalInformation", reading),
        contact: Contact {
            phones: clean::unique(numbers),
            emails: emails(version, "contactEmails", reading),
            web_pages: links(version, "contactWebPages", reading),
        },
    }
}
