//! How long a text may be.

use domain::catalogue::{Contact, EntityKind};

use crate::finding::{Evidence, Found};
use crate::rule::rules;
use crate::subject::{About, Case};
use crate::{Field, Finding, Rule, Settings};

pub(crate) static RULES: &[Rule] = rules![
    "L1" Error [Service Channel Connection Organisation] "PTV Open API 2026, DVV" too_long;
];

/// The longest address of e-mail and of the web that PTV takes, and the longest additional information of a number.
const EMAIL: usize = 100;
const URL: usize = 500;
const PHONE_INFORMATION: usize = 300;

fn too_long(case: &Case<'_>, settings: &Settings, found: &mut Found<'_>) {
    let kind = case.subject.about.kind();
    for text in case.texts() {
        let limit = limit(kind, text.field, settings);
        if let Some((start, _)) = text.text.char_indices().nth(limit) {
            let length = text.text.chars().count();
            let words = text.text[start..].to_owned();
            let beyond = Evidence { words, place: Some(limit..length) };
            found.findings.push(Finding {
                rule: found.rule,
                field: text.field,
                language: Some(text.language),
                evidence: vec![beyond],
            });
        }
    }
    keywords(case, settings, found);
    match &case.subject.about {
        About::Channel(about) => contacts(&about.channel.texts, |texts| &texts.contact, found),
        About::Connection(connection) => {
            contacts(&connection.texts, |texts| &texts.contact, found);
        }
        About::Organisation(organisation) => {
            contacts(&organisation.texts, |texts| &texts.contact, found);
        }
        About::Service(_) => {}
    }
}

const fn limit(kind: EntityKind, field: Field, settings: &Settings) -> usize {
    match (kind, field) {
        (EntityKind::Connection, _) => settings.short_text_length,
        (EntityKind::Channel, Field::Name) => settings.channel_name_length,
        (_, Field::Name | Field::AlternativeName) => settings.name_length,
        (_, Field::Summary) => settings.summary_length,
        (_, Field::Description | Field::UserInstructions | Field::Conditions) => {
            settings.text_length
        }
        _ => settings.short_text_length,
    }
}

fn keywords(case: &Case<'_>, settings: &Settings, found: &mut Found<'_>) {
    let Some(about) = case.service() else { return };
    for (language, texts) in &about.service.texts {
        let long = texts.keywords.iter().filter(|it| it.chars().count() > settings.keyword_length);
        let long: Vec<String> = long.cloned().collect();
        if !long.is_empty() {
            found.field(Field::Keywords, Some(*language), long);
        }
    }
}

fn contacts<T>(
    versions: &std::collections::BTreeMap<domain::Language, T>,
    contact: fn(&T) -> &Contact,
    found: &mut Found<'_>,
) {
    for (language, version) in versions {
        let contact = contact(version);
        let emails = contact.emails.iter().map(|email| (email.address.as_str(), EMAIL));
        let pages = contact.web_pages.iter().map(|page| (page.url.as_str(), URL));
        let told = contact.phones.iter().flat_map(|phone| {
            [&phone.additional_information, &phone.charge_description].into_iter().flatten()
        });
        let told = told.map(|text| (text.as_str(), PHONE_INFORMATION));
        let mut of_field = |field, texts: &mut dyn Iterator<Item = (&str, usize)>| {
            let long = texts.filter(|(text, limit)| text.chars().count() > *limit);
            let long: Vec<String> = long.map(|(text, _)| text.to_owned()).collect();
            if !long.is_empty() {
                found.field(field, Some(*language), long);
            }
        };
        of_field(Field::Emails, &mut { emails });
        of_field(Field::WebAddresses, &mut { pages });
        of_field(Field::Phones, &mut { told });
    }
}
