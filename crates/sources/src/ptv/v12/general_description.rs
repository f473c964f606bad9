//! General descriptions.

use domain::catalogue::{Entity, EntityId, GeneralDescription, GeneralDescriptionTexts};
use domain::import::{Problem, ProblemCode};

use super::ids::id_in;
use super::service::{charge, classification, kind, shared_texts};
use super::texts::{named, versions};
use super::values::published_at;
use crate::clean;
use crate::reading::{Object, Reading};

/// For whom descriptions are meant, as v12 names them.
const KINDS: [&str; 5] =
    ["Church", "EmploymentArea", "Municipality", "Other", "WellbeingServicesCounty"];

/// Reads a general description of any of the three types.
pub fn read(id: EntityId, record: &mut Object, reading: &mut Reading) -> Result<Entity, Problem> {
    let mut texts = versions(record, reading, |version, reading| GeneralDescriptionTexts {
        background_description: version.text("backgroundDescription", reading),
        kind_information: None,
        common: shared_texts(version, reading),
    });
    named(&mut texts, |texts| &texts.common.name, reading)?;
    Ok(Entity::GeneralDescription(Box::new(GeneralDescription {
        id,
        kind: kind(record, reading),
        general_description_kinds: kinds(record, reading),
        organisation: id_in(record, "organizationContentId", reading),
        texts,
        classification: classification(record, reading),
        charge: charge(record, reading),
        modified: published_at(record, reading),
    })))
}

fn kinds(record: &mut Object, reading: &mut Reading) -> Vec<String> {
    let words = record.texts("generalDescriptionTypes", reading);
    let path = record.path().field("generalDescriptionTypes");
    for (position, word) in words.iter().enumerate() {
        if !KINDS.contains(&word.as_str()) {
            reading.warn(ProblemCode::ValueUnknown, &path.position(position), word);
        }
    }
    clean::unique(words)
}
