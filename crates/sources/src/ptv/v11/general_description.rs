//! A general description.

use std::collections::BTreeMap;

use domain::Language;
use domain::catalogue::{Charge, EntityId, GeneralDescription, GeneralDescriptionTexts};
use domain::import::Problem;

use super::classes::{Term, classification};
use super::contact::charge;
use super::names::{alternative_names, named};
use super::service::{Texts, fill_conditions_and_laws, fill_descriptions, kind};
use super::shapes::{report_unknown_types, take_type, text, timestamp, typed, word};
use crate::reading::{Object, Reading};

/// Reads a general description.
pub fn general_description(
    object: &mut Object<'_>,
    id: EntityId,
    reading: &mut Reading,
) -> Result<(GeneralDescription, Vec<Term>), Problem> {
    leave_out(object);
    let mut texts = texts(object, reading);
    named(&mut texts, "names", |texts: &GeneralDescriptionTexts| &texts.common.name, reading)?;
    let (classification, terms) = classification(object, reading);
    let general_description = GeneralDescription {
        id,
        kind: kind(object, reading),
        general_description_kinds: text(object, "generalDescriptionType", reading)
            .into_iter()
            .collect(),
        organisation: None,
        texts,
        classification,
        charge: word(object, "serviceChargeType", reading, charge, Charge::is_known),
        modified: timestamp(object, "modified", reading),
    };
    Ok((general_description, terms))
}

/// What a general description says that is not kept, or is kept elsewhere.
fn leave_out(object: &mut Object<'_>) {
    // The owner's own number, null for everybody else; numbers of rows; what only the logged-in see.
    for unused in ["sourceId", "versionId", "availableLanguages", "generalDescriptionTypeId"] {
        object.leave_out(unused);
    }
    // The keepers' own number for the description, in no version's contract.
    object.leave_out("referenceCode");
    // Channels that the keepers suggest to services; version 12 has dropped them.
    object.leave_out("serviceChannels");
}

fn texts(
    object: &mut Object<'_>,
    reading: &mut Reading,
) -> BTreeMap<Language, GeneralDescriptionTexts> {
    let path = *object.path();
    let mut common = Texts::new();
    let mut names = typed(object, "names", reading);
    for (language, name) in take_type(&mut names, "Name") {
        common.entry(language).or_default().name = name;
    }
    for (language, name) in alternative_names(&mut names) {
        common.entry(language).or_default().alternative_name = Some(name);
    }
    report_unknown_types(names, &path.field("names"), reading);
    let mut descriptions = typed(object, "descriptions", reading);
    let background = take_type(&mut descriptions, "BackgroundDescription");
    let kind_information =
        take_type(&mut descriptions, "GeneralDescriptionTypeAdditionalInformation");
    fill_descriptions(&mut common, &mut descriptions);
    report_unknown_types(descriptions, &path.field("descriptions"), reading);
    fill_conditions_and_laws(object, &mut common, reading);
    let mut texts: BTreeMap<Language, GeneralDescriptionTexts> = common
        .into_iter()
        .map(|(language, common)| {
            (language, GeneralDescriptionTexts { common, ..GeneralDescriptionTexts::default() })
        })
        .collect();
    for (language, text) in background {
        texts.entry(language).or_default().background_description = Some(text);
    }
    for (language, text) in kind_information {
        texts.entry(language).or_default().kind_information = Some(text);
    }
    texts
}
