//! PTV Open API v12's records, read field by field.
//!
//! What every record has in common is here: its id, its raw text, and what becomes of what is wrong.
//! Each kind of record has its file, and so have the parts that several kinds share.

mod addresses;
mod areas;
mod channel;
mod collection;
mod connection;
mod contacts;
mod general_description;
mod holidays;
mod hours;
mod ids;
pub mod left_out;
mod ontology_term;
mod organisation;
mod service;
mod texts;
mod values;

use domain::catalogue::{Entity, EntityId, EntityKind};
use domain::import::{Problem, ProblemCode, Severity};
use serde_json::Value;

use super::Emit;
use super::identity::Identity;
use crate::reading::{Object, Path, Reading};
use crate::record::{Fingerprint, Item, Record, Stopped};

/// The field with a record's own id.
pub const ID: &str = "contentId";
/// The field with a connection's service.
pub const SERVICE_ID: &str = "serviceContentId";
/// The field with a connection's channel.
pub const CHANNEL_ID: &str = "channelContentId";
/// The field with an ontology term's id.
pub const URI: &str = "uri";

/// Reads one record of v12, and hands over the record or why it is refused.
///
/// # Errors
/// When the taker wants no more.
pub fn read_record(
    kind: EntityKind,
    raw: &str,
    location: &str,
    emit: &mut Emit,
) -> Result<(), Stopped> {
    match read(kind, raw, location) {
        Ok(record) => emit(Item::Record(Box::new(record))),
        Err(problem) => emit(Item::Refused(kind, problem)),
    }
}

fn read(kind: EntityKind, raw: &str, location: &str) -> Result<Record, Problem> {
    let value: Value = serde_json::from_str(raw)
        .map_err(|error| not_an_object(kind, raw, location).found(&error.to_string()))?;
    let Value::Object(_) = value else {
        return Err(not_an_object(kind, raw, location).found(raw));
    };
    let id_text = id_text(kind, &value);
    let mut reading = Reading::new(kind, id_text, location);
    let root = Path::root();
    let Some(mut object) = Object::read(value, root, &mut reading) else {
        return Err(not_an_object(kind, raw, location).found(raw));
    };
    let entity = entity(kind, &mut object, &mut reading)?;
    left_out::MIGRATED_AT.from(&mut object);
    object.close(&mut reading);
    Ok(Record {
        entity,
        raw: raw.to_owned(),
        fingerprint: Fingerprint::of_raw(raw),
        location: location.to_owned(),
        problems: reading.into_problems(),
    })
}

fn entity(kind: EntityKind, object: &mut Object, reading: &mut Reading) -> Result<Entity, Problem> {
    match kind {
        EntityKind::Connection => {
            let service = guid(object, SERVICE_ID, reading)?;
            let channel = guid(object, CHANNEL_ID, reading)?;
            Ok(connection::read((service, channel), object, reading))
        }
        EntityKind::OntologyTerm => ontology_term::read(uri(object, reading)?, object, reading),
        EntityKind::Service => service::read(guid(object, ID, reading)?, object, reading),
        EntityKind::Channel => channel::read(guid(object, ID, reading)?, object, reading),
        EntityKind::Organisation => organisation::read(guid(object, ID, reading)?, object, reading),
        EntityKind::GeneralDescription => {
            general_description::read(guid(object, ID, reading)?, object, reading)
        }
        EntityKind::Collection => collection::read(guid(object, ID, reading)?, object, reading),
    }
}

/// The id that a record cannot be without.
fn guid(object: &mut Object, name: &str, reading: &mut Reading) -> Result<EntityId, Problem> {
    required_id(object, name, reading, EntityId::from_guid)
}

fn uri(object: &mut Object, reading: &mut Reading) -> Result<EntityId, Problem> {
    let web = |text: &str| text.starts_with("http://") || text.starts_with("https://");
    required_id(object, URI, reading, |text| {
        EntityId::new(text.trim()).ok().filter(|id| web(id.as_str()))
    })
}

fn required_id(
    object: &mut Object,
    name: &str,
    reading: &mut Reading,
    read: impl FnOnce(&str) -> Option<EntityId>,
) -> Result<EntityId, Problem> {
    let text = object.text(name, reading);
    let path = object.path().field(name);
    let Some(text) = text else {
        return Err(reading.refusal(ProblemCode::IdMissing, &path, ""));
    };
    read(&text).ok_or_else(|| reading.refusal(ProblemCode::IdInvalid, &path, &text))
}

/// The id as the source writes it, for problems.
fn id_text(kind: EntityKind, value: &Value) -> String {
    let text = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default();
    match kind {
        EntityKind::Connection => match (text(SERVICE_ID), text(CHANNEL_ID)) {
            ("", "") => String::new(),
            (service, channel) => format!("{service}~{channel}"),
        },
        EntityKind::OntologyTerm => text(URI).to_owned(),
        _ => text(ID).to_owned(),
    }
}

/// A record that is not JSON or no object. Its id may still be found before the fault.
fn not_an_object(kind: EntityKind, raw: &str, location: &str) -> Problem {
    let problem = Problem::new(Severity::Refused, ProblemCode::NotAnObject).read_from(location);
    match Identity::of(kind, raw).id {
        Some(id) => problem.of(kind, id.as_str()),
        None => Problem { kind: Some(kind), ..problem },
    }
}

#[cfg(test)]
mod tests;
