//! What entities point to.

use domain::catalogue::{CollectionItem, Entity, EntityId, EntityKind};

/// What an entity points to and can do without. An organisation's parent is not among it: it may
/// come after the organisation.
pub(super) fn references(entity: &Entity) -> Vec<(EntityKind, &'static str, &EntityId)> {
    let mut references = Vec::new();
    if matches!(entity, Entity::Service(_) | Entity::Channel(_) | Entity::Collection(_))
        && let Some(organisation) = entity.owner()
    {
        references.push((EntityKind::Organisation, "organisation", organisation));
    }
    match entity {
        Entity::Service(service) => {
            if let Some(description) = &service.general_description {
                references.push((
                    EntityKind::GeneralDescription,
                    "generalDescription",
                    description,
                ));
            }
        }
        Entity::Collection(collection) => {
            references.extend(collection.items.iter().map(|item| match item {
                CollectionItem::Service(id) => (EntityKind::Service, "items", id),
                CollectionItem::Channel(id) => (EntityKind::Channel, "items", id),
            }));
        }
        _ => {}
    }
    references
}
