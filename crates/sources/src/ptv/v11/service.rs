//! A service, as it is read with or without its general description's texts merged in.

use std::collections::BTreeMap;

use domain::Language;
use domain::catalogue::Charge;
use domain::catalogue::{
    EntityId, Funding, LegislationLink, Link, Service, ServiceKind, ServiceTexts, Voucher,
};
use domain::import::{Problem, ProblemCode};

use super::area::area;
use super::classes::{Term, classification};
use super::contact::{charge, order_number};
use super::names::{alternative_names, named};
use super::producers::organisations;
use super::shapes::{
    TypedTexts, each_language, id, language, localized, objects, report_unknown_types, sorted,
    spoken_languages, take_type, text, timestamp, typed, url, word,
};
use crate::clean;
use crate::reading::{Object, Reading};

/// The texts of a service or a general description, by language.
pub type Texts = BTreeMap<Language, ServiceTexts>;

/// Reads a service, without its connections.
pub fn service(
    object: &mut Object<'_>,
    id_: EntityId,
    reading: &mut Reading,
) -> Result<(Service, Vec<Term>), Problem> {
    leave_out(object);
    let kind = kind(object, reading);
    let general_description = id(object, "generalDescriptionId", reading);
    let mut texts = texts(object, general_description.is_some(), reading);
    vouchers(object, &mut texts, reading);
    named(&mut texts, "serviceNames", |texts: &ServiceTexts| &texts.name, reading)?;
    let organisations = organisations(object, reading);
    let (classification, terms) = classification(object, reading);
    let charge = word(object, "serviceChargeType", reading, charge, Charge::is_known);
    let path = *object.path();
    for texts in texts.values() {
        let words = texts.charge_information.as_deref();
        clean::charge_agrees(charge.as_ref(), words, &path.field("serviceDescriptions"), reading);
    }
    let service = Service {
        id: id_,
        kind,
        organisation: organisations.responsible,
        other_organisations: organisations.others,
        producers: organisations.producers,
        general_description,
        texts,
        area: area(object, reading),
        languages: spoken_languages(object, "languages", reading),
        classification,
        charge,
        funding: word(object, "fundingType", reading, Funding::from_code, Funding::is_known),
        modified: timestamp(object, "modified", reading),
    };
    Ok((service, terms))
}

/// What a service says that is not kept, or is kept elsewhere.
fn leave_out(object: &mut Object<'_>) {
    // The owner's own number, null for everybody else; old names of things that stand elsewhere in
    // the same record; what only the logged-in see.
    for unused in [
        "sourceId",
        "versionId",
        "mainOrganization",
        "serviceProducers",
        "security",
        "municipalities",
        "availableLanguages",
    ] {
        object.leave_out(unused);
    }
    // The kind of the general description: it has it itself.
    object.leave_out("subType");
    // A field of the social and health reform that no record fills.
    object.leave_out("responsibleSoteOrganization");
    // The collections list their members themselves.
    object.leave_out("serviceCollections");
}

/// The kind; a service that says none is a service.
pub fn kind(object: &mut Object<'_>, reading: &mut Reading) -> ServiceKind {
    let read = |word: &str| match word {
        "PermitOrObligation" | "PermissionAndObligation" => ServiceKind::PermitOrOtherObligation,
        "ProfessionalQualifications" => ServiceKind::ProfessionalQualification,
        other => ServiceKind::from_code(other),
    };
    word(object, "type", reading, read, ServiceKind::is_known).unwrap_or_else(|| {
        let path = *object.path();
        reading.warn(ProblemCode::FieldMissing, &path.field("type"), "");
        ServiceKind::Service
    })
}

fn texts(object: &mut Object<'_>, has_general_description: bool, reading: &mut Reading) -> Texts {
    let path = *object.path();
    let mut texts = Texts::new();
    let mut names = typed(object, "serviceNames", reading);
    for (language, name) in take_type(&mut names, "Name") {
        texts.entry(language).or_default().name = name;
    }
    for (language, name) in alternative_names(&mut names) {
        texts.entry(language).or_default().alternative_name = Some(name);
    }
    report_unknown_types(names, &path.field("serviceNames"), reading);
    let mut descriptions = typed(object, "serviceDescriptions", reading);
    if has_general_description {
        // The general description is an entity of its own and is merged when it is shown.
        descriptions.retain(|(_, kind), _| !kind.starts_with("GD_"));
    }
    fill_descriptions(&mut texts, &mut descriptions);
    report_unknown_types(descriptions, &path.field("serviceDescriptions"), reading);
    fill_conditions_and_laws(object, &mut texts, reading);
    each_language(object, "keywords", reading, |language, keyword| {
        texts.entry(language).or_default().keywords.push(keyword);
    });
    for texts in texts.values_mut() {
        texts.keywords = sorted(std::mem::take(&mut texts.keywords));
    }
    texts
}

/// A text of a service by the type that v11 gives it.
type Field = (&'static str, fn(&mut ServiceTexts) -> &mut Option<String>);

/// The types of text that a service and a general description share.
const DESCRIPTIONS: [Field; 8] = [
    ("Summary", |texts| &mut texts.summary),
    ("Description", |texts| &mut texts.description),
    ("UserInstruction", |texts| &mut texts.user_instructions),
    ("ValidityTime", |texts| &mut texts.validity_time),
    ("ProcessingTime", |texts| &mut texts.processing_time),
    ("DeadLine", |texts| &mut texts.deadline),
    ("ChargeTypeAdditionalInfo", |texts| &mut texts.charge_information),
    ("ServiceType", |texts| &mut texts.kind_information),
];

/// Takes the texts of the shared types out.
pub fn fill_descriptions(texts: &mut Texts, descriptions: &mut TypedTexts) {
    for (kind, field) in DESCRIPTIONS {
        for (language, text) in take_type(descriptions, kind) {
            *field(texts.entry(language).or_default()) = Some(text);
        }
    }
}

/// Takes `requirements` and `legislation`.
pub fn fill_conditions_and_laws(object: &mut Object<'_>, texts: &mut Texts, reading: &mut Reading) {
    for (language, conditions) in localized(object, "requirements", reading).iter() {
        texts.entry(language).or_default().conditions = Some(conditions.to_owned());
    }
    objects(object, "legislation", reading, |law, reading| {
        law.leave_out("orderNumber");
        let names = localized(law, "names", reading);
        let mut pages = Vec::new();
        objects(law, "webPages", reading, |page, reading| {
            let order = page.value("orderNumber").as_ref().and_then(order_number);
            let name = text(page, "value", reading);
            let Some(url) = url(page, "url", reading) else {
                page.leave_out("language");
                return;
            };
            if let Some(language) = language(page, reading) {
                pages.push((order, language, url, name));
            }
        });
        pages.sort_by(|one, other| (one.0, one.1, &one.2).cmp(&(other.0, other.1, &other.2)));
        for (language, name) in names.iter() {
            if !pages.iter().any(|(_, of, ..)| *of == language) {
                let link = LegislationLink { name: name.to_owned(), url: None };
                texts.entry(language).or_default().legislation.push(link);
            }
        }
        for (_, language, url, name) in pages {
            // The law's own name goes before the link's text; a page in a language in which the law
            // has no name gets the link's text, or the name in another language.
            let own = names.get(language).map(str::to_owned);
            let name =
                own.or(name).or_else(|| names.best(language).map(|(_, name)| name.to_owned()));
            let link =
                LegislationLink { name: name.unwrap_or_else(|| url.clone()), url: Some(url) };
            texts.entry(language).or_default().legislation.push(link);
        }
    });
}

/// Takes `serviceVouchersInUse` and `serviceVouchers`.
fn vouchers(object: &mut Object<'_>, texts: &mut Texts, reading: &mut Reading) {
    let in_use = object.boolean("serviceVouchersInUse", reading).unwrap_or_default();
    let mut vouchers = Vec::new();
    objects(object, "serviceVouchers", reading, |item, reading| {
        let order = item.value("orderNumber").as_ref().and_then(order_number);
        let name = text(item, "value", reading);
        let additional_information = text(item, "additionalInformation", reading);
        let url = url(item, "url", reading);
        if url.is_none() && additional_information.is_none() && name.is_none() {
            item.leave_out("language");
            return;
        }
        if let Some(language) = language(item, reading) {
            vouchers.push((order, language, url, name, additional_information));
        }
    });
    vouchers.sort();
    if in_use && vouchers.is_empty() {
        // A voucher can be used, and nothing more is said: in every language that there is.
        for texts in texts.values_mut() {
            texts.voucher = Some(Voucher::default());
        }
    }
    for (_, language, url, name, additional_information) in vouchers {
        let texts = texts.entry(language).or_default();
        let voucher = texts.voucher.get_or_insert_default();
        if let Some(url) = url {
            voucher.links.push(Link { url, name, additional_information });
            continue;
        }
        let before = voucher.additional_information.take();
        let said: Vec<String> =
            [before, name, additional_information].into_iter().flatten().collect();
        voucher.additional_information = Some(said.join("\n\n"));
    }
}
