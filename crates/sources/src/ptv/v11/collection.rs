//! A service collection.

use std::collections::BTreeMap;

use domain::Language;
use domain::catalogue::{CollectionItem, EntityId, ServiceCollection, ServiceCollectionTexts};
use domain::import::Problem;

use super::names::named;
use super::shapes::{id, localized, objects, report_unknown_types, take_type, timestamp, typed};
use crate::clean;
use crate::reading::{Object, Reading};

/// Reads a service collection: its members are the services and then the channels, in their order.
pub fn collection(
    object: &mut Object<'_>,
    id_: EntityId,
    reading: &mut Reading,
) -> Result<ServiceCollection, Problem> {
    let path = *object.path();
    // The owner's own number, null for everybody else; what only the logged-in see.
    for unused in ["sourceId", "versionId", "availableLanguages"] {
        object.leave_out(unused);
    }
    let mut texts: BTreeMap<Language, ServiceCollectionTexts> = BTreeMap::new();
    for (language, name) in localized(object, "serviceCollectionNames", reading).iter() {
        name.clone_into(&mut texts.entry(language).or_default().name);
    }
    let mut descriptions = typed(object, "serviceCollectionDescriptions", reading);
    for (language, text) in take_type(&mut descriptions, "Summary") {
        texts.entry(language).or_default().summary = Some(text);
    }
    for (language, text) in take_type(&mut descriptions, "Description") {
        texts.entry(language).or_default().description = Some(text);
    }
    report_unknown_types(descriptions, &path.field("serviceCollectionDescriptions"), reading);
    named(
        &mut texts,
        "serviceCollectionNames",
        |texts: &ServiceCollectionTexts| &texts.name,
        reading,
    )?;
    let mut items = members(object, "services", reading, CollectionItem::Service);
    items.extend(members(object, "serviceChannels", reading, CollectionItem::Channel));
    Ok(ServiceCollection {
        id: id_,
        organisation: id(object, "organizationId", reading),
        texts,
        items: clean::unique(items),
        modified: timestamp(object, "modified", reading),
    })
}

fn members(
    object: &mut Object<'_>,
    name: &str,
    reading: &mut Reading,
    item: fn(EntityId) -> CollectionItem,
) -> Vec<CollectionItem> {
    let mut members = Vec::new();
    objects(object, name, reading, |member, reading| {
        // The member has its own name, description and kind.
        for known in ["name", "description", "serviceChannelType", "orderNumber"] {
            member.leave_out(known);
        }
        members.extend(id(member, "id", reading).map(item));
    });
    members
}
