//! Services.

use domain::Localized;
use domain::catalogue::{
    Charge, Classification, Entity, EntityId, Funding, LegislationLink, Producer, ProvisionKind,
    Service, ServiceKind, ServiceTexts, Voucher,
};
use domain::import::{Problem, ProblemCode};

use super::areas::area;
use super::contacts::links;
use super::ids::{id_in, ids_in};
use super::texts::{localized, named, versions};
use super::values::{languages, published_at};
use crate::clean;
use crate::reading::{Object, Path, Reading};

/// Reads a service of any of the three types.
pub fn read(id: EntityId, record: &mut Object, reading: &mut Reading) -> Result<Entity, Problem> {
    let charge = charge(record, reading);
    let mut texts = versions(record, reading, |version, reading| {
        let mut texts = shared_texts(version, reading);
        texts.alternative_name = version.text("alternativeName", reading);
        texts.summary = version.text("summary", reading);
        texts.voucher = version.child("voucher", reading, voucher).flatten();
        clean::charge_agrees(
            charge.as_ref(),
            texts.charge_information.as_deref(),
            &version.path().field("chargeTypeAdditionalInformation"),
            reading,
        );
        texts
    });
    named(&mut texts, |texts| &texts.name, reading)?;
    Ok(Entity::Service(Box::new(Service {
        id,
        kind: kind(record, reading),
        organisation: id_in(record, "organizationContentId", reading),
        other_organisations: ids_in(record, "otherResponsibleOrganizations", reading),
        producers: record.child("producers", reading, producers).unwrap_or_default(),
        general_description: id_in(record, "generalDescriptionContentId", reading),
        texts,
        area: area(record, reading),
        languages: languages(record, reading),
        classification: classification(record, reading),
        charge,
        funding: record.text("fundingType", reading).map(|word| {
            let path = record.path().field("fundingType");
            clean::coded(&word, Funding::from_code, Funding::is_known, &path, reading)
        }),
        modified: published_at(record, reading),
    })))
}

/// The kind of a service or of what a general description describes.
pub fn kind(record: &mut Object, reading: &mut Reading) -> ServiceKind {
    let here = *record.path();
    let path = here.field("serviceType");
    let Some(word) = record.text("serviceType", reading) else {
        reading.warn(ProblemCode::FieldMissing, &path, "");
        return ServiceKind::Service;
    };
    clean::coded(&word, ServiceKind::from_code, ServiceKind::is_known, &path, reading)
}

/// What it costs.
pub fn charge(record: &mut Object, reading: &mut Reading) -> Option<Charge> {
    let word = record.text("chargeType", reading)?;
    let path = record.path().field("chargeType");
    Some(clean::coded(&word, Charge::from_code, Charge::is_known, &path, reading))
}

/// The classifications, which general descriptions have too.
pub fn classification(record: &mut Object, reading: &mut Reading) -> Classification {
    let mut codes = |name, clean: fn(&str, &Path, &mut Reading) -> String| {
        let texts = record.texts(name, reading);
        let path = record.path().field(name);
        let codes = texts
            .iter()
            .enumerate()
            .map(|(position, text)| clean(text, &path.position(position), reading));
        clean::unique(codes.collect())
    };
    Classification {
        service_classes: codes("serviceClasses", clean::service_class),
        ontology_terms: codes("ontologyTerms", clean::ontology_term),
        target_groups: codes("targetGroups", clean::target_group),
        life_events: codes("lifeEvents", clean::life_event),
        industrial_classes: codes("industrialClasses", clean::industrial_class),
    }
}

/// The texts that services and general descriptions have in common.
pub fn shared_texts(version: &mut Object, reading: &mut Reading) -> ServiceTexts {
    ServiceTexts {
        name: version.text("name", reading).unwrap_or_default(),
        description: version.text("description", reading),
        user_instructions: version.text("userInstructions", reading),
        conditions: version.text("conditions", reading),
        charge_information: version.text("chargeTypeAdditionalInformation", reading),
        processing_time: version.text("processingTimeAdditionalInformation", reading),
        deadline: version.text("deadlineAdditionalInformation", reading),
        validity_time: version.text("validityTimeAdditionalInformation", reading),
        keywords: clean::unique(version.texts("freelyAssignedKeywords", reading)),
        legislation: clean::unique(version.children("legislationLinks", reading, legislation)),
        ..ServiceTexts::default()
    }
}

/// A law keeps its name when its link is refused.
fn legislation(object: &mut Object, reading: &mut Reading) -> Option<LegislationLink> {
    let url = object.text("url", reading);
    let url = url.and_then(|url| clean::url(&url, &object.path().field("url"), reading));
    let name = object.text("name", reading);
    if name.is_none() {
        reading.warn(ProblemCode::FieldMissing, &object.path().field("name"), "");
    }
    Some(LegislationLink { name: name.or_else(|| url.clone())?, url })
}

fn voucher(object: &mut Object, reading: &mut Reading) -> Option<Voucher> {
    let kind = object.text("voucherType", reading).unwrap_or_default();
    let voucher = Voucher {
        additional_information: object.text("additionalInformation", reading),
        links: links(object, "urls", reading),
    };
    match kind.as_str() {
        "NotUsed" => None,
        "WithAdditionalInformation" | "WithUrl" => Some(voucher),
        other => {
            reading.warn(ProblemCode::ValueUnknown, &object.path().field("voucherType"), other);
            Some(voucher).filter(|voucher| *voucher != Voucher::default())
        }
    }
}

fn producers(object: &mut Object, reading: &mut Reading) -> Vec<Producer> {
    let mut found = Vec::new();
    for (name, provision) in [
        ("selfProducedProducers", ProvisionKind::SelfProduced),
        ("procuredProducers", ProvisionKind::Procured),
        ("otherProducers", ProvisionKind::OtherProvision),
    ] {
        let read = object.child(name, reading, |group, reading| {
            let organisations = ids_in(group, "organizations", reading);
            let names = group.children("other", reading, |other, reading| {
                Some(localized(other, "name", reading)).filter(|name| !name.is_empty())
            });
            (organisations, clean::unique(names))
        });
        let (organisations, names) = read.unwrap_or_default();
        let producer =
            |organisation, name| Producer { provision: provision.clone(), organisation, name };
        found.extend(organisations.into_iter().map(|id| producer(Some(id), Localized::default())));
        found.extend(names.into_iter().map(|name| producer(None, name)));
    }
    found
}
