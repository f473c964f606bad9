//! An organisation.

use std::collections::BTreeMap;

use domain::Language;
use domain::catalogue::{
    EInvoiceAddress, EntityId, Organisation, OrganisationKind, OrganisationTexts,
};
use domain::import::{Problem, ProblemCode};

use super::address::addresses;
use super::area::{area, municipality};
use super::contact::{contacts, emails, phones, web_pages};
use super::names::{alternative_names, named, primary_alternatives};
use super::shapes::{
    id, localized, objects, reference, report_unknown_types, take_type, text, timestamp, typed,
    word,
};
use crate::reading::{Object, Reading};

type Texts = BTreeMap<Language, OrganisationTexts>;

/// Reads an organisation.
pub fn organisation(
    object: &mut Object<'_>,
    id_: EntityId,
    reading: &mut Reading,
) -> Result<Organisation, Problem> {
    leave_out(object);
    let kind = kind(object, reading);
    // Older data has the parent as a reference.
    let (own, old) = (
        id(object, "parentOrganizationId", reading),
        reference(object, "parentOrganization", reading),
    );
    let parent = own.or(old);
    let mut texts = names_and_descriptions(object, reading);
    let mut mail = emails(object, "emails", reading);
    // The name of the list in older data.
    mail.extend(emails(object, "emailAddresses", reading));
    let numbers = phones(object, "phoneNumbers", reading);
    let pages = web_pages(object, "webPages", reading);
    for (language, contact) in contacts(numbers, mail, pages) {
        texts.entry(language).or_default().contact = contact;
    }
    named(&mut texts, "organizationNames", |texts: &OrganisationTexts| &texts.name, reading)?;
    let (own, old) = (text(object, "businessCode", reading), text(object, "businessId", reading));
    Ok(Organisation {
        id: id_,
        kind,
        parent,
        business_id: own.or(old),
        oid: text(object, "oid", reading),
        municipality: object.child("municipality", reading, municipality).flatten(),
        texts,
        area: area(object, reading),
        addresses: addresses(object, reading),
        e_invoice_addresses: e_invoices(object, reading),
        modified: timestamp(object, "modified", reading),
    })
}

/// What an organisation says that is not kept, or is kept elsewhere.
fn leave_out(object: &mut Object<'_>) {
    // The owner's own number, null for everybody else; what only the logged-in see.
    for unused in ["sourceId", "versionId", "availableLanguages"] {
        object.leave_out(unused);
    }
    // The top of the tree and the branches below: both follow from the parents.
    object.leave_out("organizationRootId");
    object.leave_out("subOrganizations");
    // The trade register's short name of a business id; the names say more.
    object.leave_out("businessName");
    // Who does what for which service: the services say it themselves.
    for list in ["services", "responsibleOrganizationServices", "producerOrganizationServices"] {
        object.leave_out(list);
    }
}

fn kind(object: &mut Object<'_>, reading: &mut Reading) -> OrganisationKind {
    let read = |word: &str| match word {
        "State" => OrganisationKind::State,
        "Municipality" => OrganisationKind::Municipality,
        "RegionalOrganization" => OrganisationKind::Regional,
        "Organization" => OrganisationKind::Organisation,
        "Company" => OrganisationKind::Company,
        other => OrganisationKind::Other(other.to_owned()),
    };
    word(object, "organizationType", reading, read, OrganisationKind::is_known).unwrap_or_else(
        || {
            let path = *object.path();
            reading.warn(ProblemCode::FieldMissing, &path.field("organizationType"), "");
            OrganisationKind::Other(String::new())
        },
    )
}

fn names_and_descriptions(object: &mut Object<'_>, reading: &mut Reading) -> Texts {
    let path = *object.path();
    let mut texts = Texts::new();
    let mut names = typed(object, "organizationNames", reading);
    for (language, name) in take_type(&mut names, "Name") {
        texts.entry(language).or_default().name = name;
    }
    for (language, name) in alternative_names(&mut names) {
        texts.entry(language).or_default().alternative_name = Some(name);
    }
    report_unknown_types(names, &path.field("organizationNames"), reading);
    for language in primary_alternatives(object, reading) {
        texts.entry(language).or_default().alternative_name_is_primary = true;
    }
    let mut descriptions = typed(object, "organizationDescriptions", reading);
    for (language, text) in take_type(&mut descriptions, "Summary") {
        texts.entry(language).or_default().summary = Some(text);
    }
    for (language, text) in take_type(&mut descriptions, "Description") {
        texts.entry(language).or_default().description = Some(text);
    }
    report_unknown_types(descriptions, &path.field("organizationDescriptions"), reading);
    texts
}

fn e_invoices(object: &mut Object<'_>, reading: &mut Reading) -> Vec<EInvoiceAddress> {
    let mut found = Vec::new();
    objects(object, "electronicInvoicings", reading, |item, reading| {
        let operator = text(item, "operatorCode", reading);
        let address = text(item, "electronicInvoicingAddress", reading);
        let additional_information = localized(item, "additionalInformation", reading);
        match (operator, address) {
            (None, None) => {}
            (operator, address) => found.push(EInvoiceAddress {
                operator: operator.unwrap_or_default(),
                address: address.unwrap_or_default(),
                additional_information,
            }),
        }
    });
    found
}
