//! Ids within a record.

use domain::catalogue::EntityId;

use crate::clean;
use crate::reading::{Object, Reading};

/// The id in a field.
pub fn id_in(object: &mut Object, name: &str, reading: &mut Reading) -> Option<EntityId> {
    let text = object.text(name, reading)?;
    clean::guid(&text, &object.path().field(name), reading)
}

/// The ids in a list.
pub fn ids_in(object: &mut Object, name: &str, reading: &mut Reading) -> Vec<EntityId> {
    let texts = object.texts(name, reading);
    let path = object.path().field(name);
    let ids = texts
        .iter()
        .enumerate()
        .filter_map(|(position, text)| clean::guid(text, &path.position(position), reading));
    clean::unique(ids.collect())
}
