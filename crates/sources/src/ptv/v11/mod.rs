//! Records of PTV Open API v11.
//!
//! A service brings its connections to channels and the names of its ontology terms along; each of
//! them becomes a record of its own. Lists whose order says nothing are sorted, so that the same
//! content gives the same document however the server shuffles it. What is stored, derived or left
//! out, path by path, is in `tests/fields.tsv`, and a test holds it to the real data.

use domain::catalogue::{Entity, EntityId, EntityKind};
use domain::import::{Problem, ProblemCode, Severity};
use serde_json::Value;

use super::Emit;
use crate::reading::{Object, Path, Reading};
use crate::record::{Fingerprint, Item, Record, Stopped};

mod address;
mod area;
mod channel;
mod classes;
mod collection;
mod connection;
mod contact;
mod general_description;
mod holidays;
mod hours;
mod names;
mod organisation;
mod producers;
mod service;
mod shapes;
mod terms;
#[cfg(test)]
mod tests;

use classes::Term;
pub use terms::GatheredTerms;

/// Reads one record of v11 and hands over what came of it: first the ontology terms that it names,
/// then the record, then the connections within it; or a refusal.
///
/// # Errors
/// When the taker wants no more.
pub fn read_record(
    kind: EntityKind,
    raw: &str,
    location: &str,
    emit: &mut Emit<'_>,
) -> Result<(), Stopped> {
    let value = match serde_json::from_str::<Value>(raw) {
        Ok(value @ Value::Object(_)) => value,
        Ok(_) => return refuse(kind, ProblemCode::NotAnObject, raw, location, emit),
        Err(error) => {
            return refuse(kind, ProblemCode::NotAnObject, &error.to_string(), location, emit);
        }
    };
    let said = value.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    if said.trim().is_empty() {
        return refuse(kind, ProblemCode::IdMissing, raw, location, emit);
    }
    let Some(id) = EntityId::from_guid(&said) else {
        return refuse(kind, ProblemCode::IdInvalid, &said, location, emit);
    };
    let mut reading = Reading::new(kind, id.as_str(), location);
    if !is_published(&value, &mut reading) {
        return emit(Item::Gone { kind, id });
    }
    match entity(kind, value, &id, &mut reading) {
        Err(problem) => emit(Item::Refused(kind, problem)),
        Ok(read) => {
            for Term { term, raw } in read.terms {
                emit(record(Entity::OntologyTerm(term), raw, location, Vec::new()))?;
            }
            let problems = reading.into_problems();
            emit(record(read.entity, raw.to_owned(), location, problems))?;
            connections(read.connections, &id, location, emit)
        }
    }
}

/// What a record is read into, and what else is in it.
struct Read {
    entity: Entity,
    terms: Vec<Term>,
    connections: Vec<Value>,
}

fn entity(
    kind: EntityKind,
    value: Value,
    id: &EntityId,
    reading: &mut Reading,
) -> Result<Read, Problem> {
    let root = Path::root();
    let Some(mut object) = Object::read(value, root, reading) else {
        return Err(reading.refusal(ProblemCode::NotAnObject, &root, ""));
    };
    object.leave_out("id");
    object.leave_out("publishingStatus");
    let (mut terms, mut connections) = (Vec::new(), Vec::new());
    let entity = match kind {
        EntityKind::Service => {
            connections = object.list("serviceChannels", reading);
            let read = service::service(&mut object, id.clone(), reading)?;
            terms = read.1;
            Entity::Service(Box::new(read.0))
        }
        EntityKind::Channel => {
            Entity::Channel(Box::new(channel::channel(&mut object, id.clone(), reading)?))
        }
        EntityKind::Organisation => {
            let read = organisation::organisation(&mut object, id.clone(), reading)?;
            Entity::Organisation(Box::new(read))
        }
        EntityKind::GeneralDescription => {
            let read = general_description::general_description(&mut object, id.clone(), reading)?;
            terms = read.1;
            Entity::GeneralDescription(Box::new(read.0))
        }
        EntityKind::Collection => {
            Entity::Collection(collection::collection(&mut object, id.clone(), reading)?)
        }
        // They have no list of their own in v11.
        EntityKind::Connection | EntityKind::OntologyTerm => {
            return Err(reading.refusal(ProblemCode::ValueUnknown, &root, kind.name()));
        }
    };
    object.close(reading);
    Ok(Read { entity, terms, connections })
}

/// Hands over a service's connections, in the owner's order. Of two to the same channel the first is
/// taken.
fn connections(
    values: Vec<Value>,
    service: &EntityId,
    location: &str,
    emit: &mut Emit<'_>,
) -> Result<(), Stopped> {
    let root = Path::root();
    let list = root.field("serviceChannels");
    let mut seen = Vec::new();
    for (place, value) in values.into_iter().enumerate() {
        let path = list.position(place);
        let position = u32::try_from(place).unwrap_or(u32::MAX);
        let raw = value.to_string();
        let channel = value.pointer("/serviceChannel/id").and_then(Value::as_str);
        let id = format!("{service}~{}", channel.unwrap_or_default());
        let mut reading = Reading::new(EntityKind::Connection, id, location);
        match connection::connection(value, service, position, path, &mut reading) {
            Some(connection) if seen.contains(&connection.channel) => {
                let problem = reading.refusal(ProblemCode::ConflictingCopies, &path, "");
                emit(Item::Refused(EntityKind::Connection, problem))?;
            }
            Some(connection) => {
                seen.push(connection.channel.clone());
                let entity = Entity::Connection(Box::new(connection));
                emit(record(entity, raw, location, reading.into_problems()))?;
            }
            None => {
                let path = path.field("serviceChannel");
                let problem = reading.refusal(ProblemCode::ReferenceMissing, &path, &raw);
                emit(Item::Refused(EntityKind::Connection, problem))?;
            }
        }
    }
    Ok(())
}

fn record(entity: Entity, raw: String, location: &str, problems: Vec<Problem>) -> Item {
    let fingerprint = Fingerprint::of_raw(&raw);
    let location = location.to_owned();
    Item::Record(Box::new(Record { entity, raw, fingerprint, location, problems }))
}

/// Whether it is published: public reads hold nothing else, and a draft must not be shown.
fn is_published(value: &Value, reading: &mut Reading) -> bool {
    match value.get("publishingStatus").and_then(Value::as_str) {
        None | Some("Published" | "") => true,
        Some(
            "Draft" | "Modified" | "Deleted" | "Archived" | "Withdrawn" | "OldPublished"
            | "Removed",
        ) => false,
        Some(other) => {
            let root = Path::root();
            reading.warn(ProblemCode::ValueUnknown, &root.field("publishingStatus"), other);
            true
        }
    }
}

fn refuse(
    kind: EntityKind,
    code: ProblemCode,
    found: &str,
    location: &str,
    emit: &mut Emit<'_>,
) -> Result<(), Stopped> {
    let problem = Problem::new(Severity::Refused, code).read_from(location).found(found);
    emit(Item::Refused(kind, Problem { kind: Some(kind), ..problem }))
}
