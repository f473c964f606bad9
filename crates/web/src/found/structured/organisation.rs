//! An organisation: who it is and how to reach it.

use app::catalogue::OrganisationDetails;
use domain::catalogue::{OrganisationKind, OrganisationTexts};
use serde_json::Value;

use super::{Thing, contact};
use crate::address::Address as PageAddress;
use crate::frame::Frame;
use crate::view::text::version;

/// The type of an organisation of a kind.
pub(super) fn type_of(kind: Option<&OrganisationKind>) -> &'static str {
    match kind {
        Some(
            OrganisationKind::State | OrganisationKind::Municipality | OrganisationKind::Regional,
        ) => "GovernmentOrganization",
        _ => "Organization",
    }
}

/// An organisation's page as data.
pub(crate) fn organisation(details: &OrganisationDetails, frame: &Frame) -> Value {
    let (organisation, reader) = (&details.organisation, frame.language);
    let text = |pick: fn(&OrganisationTexts) -> Option<&String>| {
        let found = version(&organisation.texts, reader, |texts| pick(texts).is_some());
        found.and_then(|(_, texts)| pick(texts).cloned())
    };
    let reach = version(&organisation.texts, reader, |texts| !texts.contact.is_empty());
    let reach = reach.map(|(_, texts)| &texts.contact);
    let own_page = reach.and_then(|reach| contact::web(&reach.web_pages.first()?.url));
    let parent = details.parent.as_ref().and_then(|parent| {
        let (_, name) = parent.names.best(reader)?;
        let page = PageAddress::Organisation(parent.id.clone(), 1).path(reader);
        let thing = Thing::of("Organization").with("name", Some(name.to_owned()));
        Some(thing.with("url", Some(frame.absolute(&page))))
    });
    let business_id = organisation.business_id.as_ref().map(|id| {
        let kind = Thing::of("PropertyValue").with("propertyID", Some("Y-tunnus"));
        kind.with("value", Some(id.as_str()))
    });
    let names = organisation.names();
    Thing::of(type_of(Some(&organisation.kind)))
        .with("@id", Some(frame.absolute_address()))
        .with("mainEntityOfPage", Some(frame.absolute_address()))
        .with("url", own_page)
        .with("name", names.best(reader).map(|(_, name)| name))
        .with("alternateName", text(|texts| texts.alternative_name.as_ref()))
        .with("description", text(|texts| texts.summary.as_ref()))
        .with("identifier", business_id)
        .with("telephone", reach.and_then(contact::telephone))
        .with("email", reach.and_then(contact::email))
        .with_all(
            "address",
            organisation
                .addresses
                .iter()
                .filter_map(|address| contact::postal_address(address, reader)),
        )
        .with("parentOrganization", parent)
        .whole()
}
