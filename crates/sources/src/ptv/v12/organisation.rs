//! Organisations of the five types.

use domain::catalogue::{
    Area, Contact, EInvoiceAddress, Entity, EntityId, Organisation, OrganisationKind,
    OrganisationTexts,
};
use domain::import::{Problem, ProblemCode};

use super::addresses::addresses;
use super::areas::area;
use super::contacts::{emails, links, phones};
use super::ids::id_in;
use super::texts::{localized, named, versions};
use super::values::published_at;
use crate::clean;
use crate::reading::{Object, Reading};

/// Reads an organisation.
pub fn read(id: EntityId, record: &mut Object, reading: &mut Reading) -> Result<Entity, Problem> {
    let mut texts = versions(record, reading, organisation_texts);
    named(&mut texts, |texts| &texts.name, reading)?;
    let kind = kind(record, reading);
    let area = area(record, reading);
    let parent = id_in(record, "parentOrganizationContentId", reading).filter(|parent| {
        let own = *parent == id;
        if own {
            let path = record.path().field("parentOrganizationContentId");
            reading.warn(ProblemCode::ReferenceCycle, &path, parent.as_str());
        }
        !own
    });
    Ok(Entity::Organisation(Box::new(Organisation {
        id,
        parent,
        business_id: record.text("businessId", reading),
        oid: record.text("oid", reading),
        municipality: own_municipality(&kind, area.as_ref()),
        kind,
        texts,
        area,
        addresses: addresses(record, reading),
        e_invoice_addresses: clean::unique(record.children(
            "eInvoiceAddresses",
            reading,
            e_invoice_address,
        )),
        modified: published_at(record, reading),
    })))
}

fn kind(record: &mut Object, reading: &mut Reading) -> OrganisationKind {
    let here = *record.path();
    let path = here.field("organizationType");
    let Some(word) = record.text("organizationType", reading) else {
        reading.warn(ProblemCode::FieldMissing, &path, "");
        return OrganisationKind::Other(String::new());
    };
    let read = |word: &str| match word {
        "RegionalOrganization" => OrganisationKind::Regional,
        "Organization" => OrganisationKind::Organisation,
        other => OrganisationKind::from_code(other),
    };
    clean::coded(&word, read, OrganisationKind::is_known, &path, reading)
}

/// A municipality's area is the municipality itself.
fn own_municipality(kind: &OrganisationKind, area: Option<&Area>) -> Option<String> {
    match (kind, area) {
        (OrganisationKind::Municipality, Some(Area::Limited { municipalities, .. })) => {
            municipalities.first().cloned()
        }
        _ => None,
    }
}

fn organisation_texts(version: &mut Object, reading: &mut Reading) -> OrganisationTexts {
    OrganisationTexts {
        name: version.text("name", reading).unwrap_or_default(),
        alternative_name: version.text("alternativeName", reading),
        alternative_name_is_primary: version
            .boolean("isAlternativeNamePrimary", reading)
            .unwrap_or_default(),
        summary: version.text("summary", reading),
        description: version.text("description", reading),
        contact: Contact {
            phones: phones(version, "contactPhoneNumbers", reading),
            emails: emails(version, "contactEmails", reading),
            web_pages: links(version, "contactWebPages", reading),
        },
    }
}

/// The operator may be missing; without an address there is nothing to keep.
fn e_invoice_address(object: &mut Object, reading: &mut Reading) -> Option<EInvoiceAddress> {
    let operator = object.text("intermediatorCode", reading).unwrap_or_default();
    let additional_information = localized(object, "additionalInformation", reading);
    let Some(address) = object.text("address", reading) else {
        reading.warn(ProblemCode::FieldMissing, &object.path().field("address"), "");
        return None;
    };
    Some(EInvoiceAddress { operator, address, additional_information })
}
