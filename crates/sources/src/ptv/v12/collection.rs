//! Service collections.

use domain::catalogue::{
    CollectionItem, Entity, EntityId, ServiceCollection, ServiceCollectionTexts,
};
use domain::import::{Problem, ProblemCode};

use super::ids::id_in;
use super::texts::{named, versions};
use super::values::published_at;
use crate::clean;
use crate::reading::{Object, Reading};

/// Reads a collection. A search's items have no members: only the one by its id does.
pub fn read(id: EntityId, record: &mut Object, reading: &mut Reading) -> Result<Entity, Problem> {
    let mut texts = versions(record, reading, |version, reading| ServiceCollectionTexts {
        name: version.text("name", reading).unwrap_or_default(),
        summary: version.text("summary", reading),
        description: version.text("description", reading),
    });
    named(&mut texts, |texts| &texts.name, reading)?;
    let items = record.children("items", reading, |object, reading| {
        let member = item(object, reading)?;
        let (CollectionItem::Service(member_id) | CollectionItem::Channel(member_id)) = &member;
        if *member_id == id {
            reading.warn(ProblemCode::ReferenceCycle, object.path(), id.as_str());
            return None;
        }
        Some(member)
    });
    Ok(Entity::Collection(ServiceCollection {
        organisation: id_in(record, "organizationContentId", reading),
        texts,
        items: clean::unique(items),
        modified: published_at(record, reading),
        id,
    }))
}

fn item(object: &mut Object, reading: &mut Reading) -> Option<CollectionItem> {
    let kind = object.text("itemType", reading).unwrap_or_default();
    let id = id_in(object, "contentId", reading);
    match kind.as_str() {
        "Service" => Some(CollectionItem::Service(id?)),
        "Channel" => Some(CollectionItem::Channel(id?)),
        other => {
            reading.warn(ProblemCode::ValueUnknown, &object.path().field("itemType"), other);
            None
        }
    }
}
