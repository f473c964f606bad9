//! Who is responsible for a service and who produces it: the list `organizations`.

use domain::catalogue::{EntityId, Producer, ProvisionKind};
use domain::import::ProblemCode;

use super::shapes::{localized, objects, reference, sorted, text, word};
use crate::reading::{Object, Reading};

/// The organisations of a service.
#[derive(Default)]
pub struct Organisations {
    pub responsible: Option<EntityId>,
    pub others: Vec<EntityId>,
    pub producers: Vec<Producer>,
}

/// Takes the list. Its order says nothing, so what comes of it is sorted. There should be exactly one
/// responsible organisation: the source leaves an unpublished one out, which is reported; of several
/// the first by id is taken, the others are counted among the other responsible ones, and it is
/// reported.
pub fn organisations(object: &mut Object<'_>, reading: &mut Reading) -> Organisations {
    let mut read = Organisations::default();
    let mut responsible = Vec::new();
    objects(object, "organizations", reading, |item, reading| {
        let path = *item.path();
        item.leave_out("organizationId");
        let role = text(item, "roleType", reading).unwrap_or_default();
        let provision = word(item, "provisionType", reading, provision, ProvisionKind::is_known);
        let organisation = reference(item, "organization", reading);
        let name = localized(item, "additionalInformation", reading);
        match (role.as_str(), organisation) {
            ("Producer", organisation) if organisation.is_some() || !name.is_empty() => {
                let provision = provision.unwrap_or(ProvisionKind::OtherProvision);
                read.producers.push(Producer { provision, organisation, name });
            }
            ("Responsible", Some(organisation)) => responsible.push(organisation),
            ("OtherResponsible", Some(organisation)) => read.others.push(organisation),
            ("Producer" | "Responsible" | "OtherResponsible", _) => {
                reading.warn(ProblemCode::FieldMissing, &path, &role);
            }
            (other, _) => reading.warn(ProblemCode::ValueUnknown, &path.field("roleType"), other),
        }
    });
    let record = *object.path();
    let path = record.field("organizations");
    let mut responsible = sorted(responsible).into_iter();
    read.responsible = responsible.next();
    let more: Vec<EntityId> = responsible.collect();
    if read.responsible.is_none() {
        reading.warn(ProblemCode::ReferenceMissing, &path, "Responsible");
    }
    if !more.is_empty() {
        let found = format!("{} Responsible", more.len() + 1);
        reading.warn(ProblemCode::ConflictingCopies, &path, &found);
    }
    read.others.extend(more);
    read.others = sorted(read.others);
    read.producers.sort_by_cached_key(|producer| {
        let name = producer.name.iter().map(|(_, name)| name.to_owned()).collect::<Vec<_>>();
        (producer.provision.clone(), producer.organisation.clone(), name)
    });
    read.producers.dedup();
    read
}

fn provision(word: &str) -> ProvisionKind {
    match word {
        "SelfProducedServices" | "SelfProduced" => ProvisionKind::SelfProduced,
        "ProcuredServices" | "Procured" | "PurchaseServices" => ProvisionKind::Procured,
        "Other" => ProvisionKind::OtherProvision,
        other => ProvisionKind::Other(other.to_owned()),
    }
}
