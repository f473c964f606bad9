//! A service channel. The wire carries the five kinds flat; fields of other kinds are simply absent.

use std::collections::BTreeMap;

use domain::Language;
use domain::catalogue::{
    AccessibilityLevel, Channel, ChannelKind, ChannelTexts, ConnectionPermission, EntityId,
    FormFile, Link,
};
use domain::import::{Problem, ProblemCode};

use super::address::{addresses, delivery_addresses};
use super::area::area;
use super::classes::ontology_terms;
use super::contact::{attachments, contacts, emails, phones, web_pages};
use super::hours::hours;
use super::names::{alternative_names, named, primary_alternatives};
use super::shapes::{
    id, language, localized, objects, report_unknown_types, spoken_languages, take_type, text,
    timestamp, typed, url, word,
};
use crate::reading::{Object, Reading};

type Texts = BTreeMap<Language, ChannelTexts>;

/// Reads a channel.
pub fn channel(
    object: &mut Object<'_>,
    id_: EntityId,
    reading: &mut Reading,
) -> Result<Channel, Problem> {
    leave_out(object);
    let kind = kind(object, reading);
    let mut texts = names_and_descriptions(object, reading);
    contact_texts(object, &kind, &mut texts, reading);
    form_texts(object, &mut texts, reading);
    accessibility(object, &mut texts, reading);
    named(&mut texts, "serviceChannelNames", |texts: &ChannelTexts| &texts.name, reading)?;
    let mut addresses = addresses(object, reading);
    addresses.extend(delivery_addresses(object, reading));
    // The names of the terms are with the services that they come from.
    let (ontology_terms, _) = ontology_terms(object, reading);
    let permission = object.boolean("isVisibleForAll", reading).map(|for_all| {
        if for_all {
            ConnectionPermission::AllOrganisations
        } else {
            ConnectionPermission::OwnOrganisation
        }
    });
    Ok(Channel {
        id: id_,
        kind,
        organisation: id(object, "organizationId", reading),
        permission,
        texts,
        area: area(object, reading),
        languages: spoken_languages(object, "languages", reading),
        hours: hours(object, reading),
        addresses,
        requires_identification: object.boolean("requiresAuthentication", reading),
        required_signatures: signatures(object, reading),
        ontology_terms,
        oid: text(object, "oid", reading),
        modified: timestamp(object, "modified", reading),
    })
}

/// What a channel says that is not kept, or is kept elsewhere.
fn leave_out(object: &mut Object<'_>) {
    // The owner's own number, null for everybody else; numbers of rows; what only the logged-in see.
    for unused in ["sourceId", "channelId", "versionId", "security", "availableLanguages"] {
        object.leave_out(unused);
    }
    // The connections: the service lists the same ones, in order.
    object.leave_out("services");
    // The collections list their members themselves.
    object.leave_out("serviceCollections");
    // A field of the social and health reform that no record fills.
    object.leave_out("responsibleSoteOrganization");
}

fn kind(object: &mut Object<'_>, reading: &mut Reading) -> ChannelKind {
    let read = |word: &str| match word {
        "EChannel" => ChannelKind::EService,
        "Phone" => ChannelKind::Telephone,
        "WebPage" => ChannelKind::WebPage,
        "PrintableForm" => ChannelKind::PrintableForm,
        "ServiceLocation" => ChannelKind::ServiceLocation,
        other => ChannelKind::Other(other.to_owned()),
    };
    word(object, "serviceChannelType", reading, read, ChannelKind::is_known).unwrap_or_else(|| {
        let path = *object.path();
        reading.warn(ProblemCode::FieldMissing, &path.field("serviceChannelType"), "");
        ChannelKind::Other(String::new())
    })
}

fn names_and_descriptions(object: &mut Object<'_>, reading: &mut Reading) -> Texts {
    let path = *object.path();
    let mut texts = Texts::new();
    let mut names = typed(object, "serviceChannelNames", reading);
    for (language, name) in take_type(&mut names, "Name") {
        texts.entry(language).or_default().name = name;
    }
    for (language, name) in alternative_names(&mut names) {
        texts.entry(language).or_default().alternative_name = Some(name);
    }
    report_unknown_types(names, &path.field("serviceChannelNames"), reading);
    for language in primary_alternatives(object, reading) {
        texts.entry(language).or_default().alternative_name_is_primary = true;
    }
    let mut descriptions = typed(object, "serviceChannelDescriptions", reading);
    for (language, text) in take_type(&mut descriptions, "Summary") {
        texts.entry(language).or_default().summary = Some(text);
    }
    for (language, text) in take_type(&mut descriptions, "Description") {
        texts.entry(language).or_default().description = Some(text);
    }
    report_unknown_types(descriptions, &path.field("serviceChannelDescriptions"), reading);
    texts
}

/// Contacts, or support, and the address of what is on the web.
fn contact_texts(
    object: &mut Object<'_>,
    kind: &ChannelKind,
    texts: &mut Texts,
    reading: &mut Reading,
) {
    let mut numbers = phones(object, "phoneNumbers", reading);
    numbers.extend(phones(object, "supportPhones", reading));
    let mut mail = emails(object, "emails", reading);
    mail.extend(emails(object, "supportEmails", reading));
    let mut pages = web_pages(object, "webPages", reading);
    // A place's pages are a way to reach it; elsewhere the page is the channel's address.
    if !matches!(kind, ChannelKind::ServiceLocation) {
        for (language, link) in std::mem::take(&mut pages) {
            texts.entry(language).or_default().web_addresses.push(link);
        }
    }
    for (language, contact) in contacts(numbers, mail, pages) {
        texts.entry(language).or_default().contact = contact;
    }
    for (language, link) in attachments(object, reading) {
        texts.entry(language).or_default().attachments.push(link);
    }
}

/// A form's identifier and files.
fn form_texts(object: &mut Object<'_>, texts: &mut Texts, reading: &mut Reading) {
    for (language, identifier) in localized(object, "formIdentifier", reading).iter() {
        texts.entry(language).or_default().form_identifier = Some(identifier.to_owned());
    }
    objects(object, "channelUrls", reading, |item, reading| {
        item.leave_out("orderNumber");
        item.leave_out("inherited");
        let format = text(item, "type", reading).unwrap_or_default().to_lowercase();
        let Some(url) = url(item, "value", reading) else {
            item.leave_out("language");
            return;
        };
        let Some(language) = language(item, reading) else { return };
        let link = Link { url, name: None, additional_information: None };
        let files = &mut texts.entry(language).or_default().form_files;
        let file = FormFile { format, link };
        if !files.contains(&file) {
            files.push(file);
        }
    });
}

/// How accessible it is, by language.
fn accessibility(object: &mut Object<'_>, texts: &mut Texts, reading: &mut Reading) {
    objects(object, "accessibilityClassification", reading, |item, reading| {
        let level = word(
            item,
            "accessibilityClassificationLevel",
            reading,
            AccessibilityLevel::from_code,
            AccessibilityLevel::is_known,
        );
        let wcag_level = text(item, "wcagLevel", reading);
        let name = text(item, "accessibilityStatementWebPageName", reading);
        let statement = url(item, "accessibilityStatementWebPage", reading);
        if level.is_none() && wcag_level.is_none() && statement.is_none() {
            item.leave_out("language");
            return;
        }
        let Some(language) = language(item, reading) else { return };
        let texts = texts.entry(language).or_default();
        texts.accessibility = level;
        texts.wcag_level = wcag_level;
        texts.accessibility_statement =
            statement.map(|url| Link { url, name, additional_information: None });
    });
}

/// How many signatures it asks for.
fn signatures(object: &mut Object<'_>, reading: &mut Reading) -> Option<u32> {
    let required = object.boolean("requiresSignature", reading);
    let path = *object.path();
    let quantity = text_or_number(object, reading).and_then(|text| {
        let read = text.parse::<u32>().ok();
        if read.is_none() {
            reading.warn(ProblemCode::ValueUnknown, &path.field("signatureQuantity"), &text);
        }
        read
    });
    match required {
        Some(false) => Some(0),
        Some(true) => Some(quantity.unwrap_or(1).max(1)),
        None => quantity,
    }
}

/// The number of signatures: a number in the schema, a text in what was seen.
fn text_or_number(object: &mut Object<'_>, reading: &mut Reading) -> Option<String> {
    match object.value("signatureQuantity")? {
        serde_json::Value::Number(number) => Some(number.to_string()),
        other => {
            let path = *object.path();
            crate::reading::text_of(other, &path.field("signatureQuantity"), reading)
        }
    }
}
