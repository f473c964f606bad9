//! Ontology terms, as the code list gives them.

use domain::catalogue::{Entity, EntityId, OntologyTerm};
use domain::import::{Problem, ProblemCode};

use super::left_out;
use super::texts::localized;
use crate::reading::{Object, Path, Reading};

/// Reads a term.
pub fn read(id: EntityId, record: &mut Object, reading: &mut Reading) -> Result<Entity, Problem> {
    let names = localized(record, "name", reading);
    if names.is_empty() {
        let path = Path::root();
        return Err(reading.refusal(ProblemCode::NameMissing, &path.field("name"), ""));
    }
    left_out::IS_VALID.from(record);
    Ok(Entity::OntologyTerm(OntologyTerm {
        id,
        names,
        ontology: record.text("type", reading),
        parents: record.texts("parentUris", reading),
    }))
}
