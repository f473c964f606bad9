//! A few records in v12's form.

use serde_json::{Value, json};
use sources::stub::Content;

/// An id: a letter for the kind, and a number.
pub fn id(kind: char, number: usize) -> String {
    let kind = u32::from(kind) - u32::from('a');
    format!("{kind:08x}-0000-4000-8000-{:012x}", number + 1)
}

pub const TERM: &str = "http://www.yso.fi/onto/koko/p1";
pub const PUBLISHED: &str = "2026-11-01T08:00:00Z";

pub fn limited(municipality: &str) -> Value {
    json!({
        "areaType": "LimitedArea",
        "municipalities": [municipality],
        "regions": [],
        "wellbeingServicesCounties": [],
    })
}

pub fn service(number: usize, area: &Value) -> Value {
    json!({
        "contentId": id('s', number),
        "organizationContentId": id('o', 1),
        "generalDescriptionContentId": id('g', 0),
        "targetGroups": ["KR1"],
        "industrialClasses": [],
        "lifeEvents": [],
        "ontologyTerms": [TERM],
        "serviceClasses": ["P27.1"],
        "producers": {
            "selfProducedProducers": { "organizations": [id('o', 1)] },
            "procuredProducers": { "organizations": [id('o', 2)], "other": [] },
            "otherProducers": { "organizations": [], "other": [] },
        },
        "otherResponsibleOrganizations": [],
        "chargeType": null,
        "fundingType": "PubliclyFunded",
        "serviceLanguages": ["fi"],
        "area": area,
        "publishedAt": PUBLISHED,
        "serviceType": "Service",
        "languageVersions": { "fi": {
            "name": format!("Palvelu {number}"),
            "alternativeName": null,
            "summary": "Tiivistelmä",
            "description": "Kuvaus",
            "userInstructions": null,
            "conditions": null,
            "legislationLinks": [],
            "freelyAssignedKeywords": [],
            "voucher": { "voucherType": "NotUsed" },
            "chargeTypeAdditionalInformation": null,
        }},
    })
}

pub fn channel(number: usize) -> Value {
    json!({
        "contentId": id('c', number),
        "organizationContentId": id('o', 1),
        "allowedConnectionType": "AllOrganizations",
        "serviceLanguages": ["fi"],
        "area": { "areaType": "WholeCountry" },
        "publishedAt": PUBLISHED,
        "serviceChannelType": "WebPage",
        "languageVersions": { "fi": {
            "name": format!("Sivu {number}"),
            "summary": null,
            "description": null,
            "accessibilityClassificationLevel": "Unknown",
            "webAddress": { "url": "https://example.org/", "name": null },
            "supportEmails": [],
            "supportPhoneNumbers": [],
        }},
    })
}

pub fn connection(service: usize, channel: usize) -> Value {
    json!({
        "serviceContentId": id('s', service),
        "channelContentId": id('c', channel),
        "contactAddresses": {
            "foreignAddresses": [], "postOfficeBoxAddresses": [], "streetAddresses": [],
        },
        "chargeType": null,
        "serviceHours": { "hours": [], "holidayServiceHours": null },
        "languageVersions": {},
        "publishedAt": PUBLISHED,
    })
}

pub fn organisation(number: usize, parent: Option<usize>) -> Value {
    json!({
        "contentId": id('o', number),
        "parentOrganizationContentId": parent.map(|parent| id('o', parent)),
        "languageVersions": { "fi": {
            "name": format!("Kunta {number}"),
            "alternativeName": null,
            "isAlternativeNamePrimary": false,
            "description": null,
            "summary": null,
            "contactEmails": [],
            "contactWebPages": [],
            "contactPhoneNumbers": [],
        }},
        "businessId": "1234567-1",
        "oid": null,
        "eInvoiceAddresses": [],
        "publishedAt": PUBLISHED,
        "contactAddresses": {
            "foreignAddresses": [], "postOfficeBoxAddresses": [], "streetAddresses": [],
        },
        "location": { "foreignAddresses": [], "otherAddresses": [], "streetAddresses": [] },
        "organizationType": "Municipality",
        "area": { "areaType": "LimitedArea", "municipalities": ["529"] },
    })
}

fn general_description(number: usize) -> Value {
    json!({
        "chargeType": null,
        "contentId": id('g', number),
        "generalDescriptionTypes": ["Municipality"],
        "industrialClasses": [],
        "lifeEvents": [],
        "ontologyTerms": [],
        "organizationContentId": id('o', 0),
        "serviceClasses": ["P27.1"],
        "targetGroups": ["KR1"],
        "publishedAt": PUBLISHED,
        "serviceType": "Service",
        "languageVersions": { "fi": {
            "backgroundDescription": null,
            "chargeTypeAdditionalInformation": null,
            "conditions": null,
            "description": "Kuvaus",
            "freelyAssignedKeywords": [],
            "legislationLinks": [],
            "name": "Pohja",
            "userInstructions": null,
        }},
    })
}

fn collection(number: usize) -> Value {
    json!({
        "contentId": id('k', number),
        "organizationContentId": id('o', 1),
        "languageVersions": { "fi": { "name": "Kokonaisuus", "summary": null, "description": null }},
        "items": [{ "itemType": "Service", "contentId": id('s', 0) }],
    })
}

fn term() -> Value {
    json!({
        "uri": TERM, "type": "KOKO", "parentUris": [], "isValid": true, "name": { "fi": "uinti" },
    })
}

/// So many services of Naantali (529), each with a channel of its own, on pages of ten.
///
/// Organisation 1 is responsible, 2 produces, and 0 is the parent of 1; general description 1,
/// channel 9999 and organisation 9 belong to no service.
pub fn town(services: usize) -> Content {
    let numbers = 0..services;
    let mut content = Content::default()
        .with("services", numbers.clone().map(|number| service(number, &limited("529"))))
        .with("service_channels", numbers.clone().chain([9999]).map(channel))
        .with("connections", numbers.map(|number| connection(number, number)))
        .with(
            "organizations",
            [
                organisation(0, None),
                organisation(1, Some(0)),
                organisation(2, None),
                organisation(9, None),
            ],
        )
        .with("general_descriptions", [general_description(0), general_description(1)])
        .with("service_collections", [collection(0)])
        .with("ontology_terms", [term()]);
    content.page_size = Some(10);
    content
}
