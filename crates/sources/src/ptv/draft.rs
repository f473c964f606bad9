//! A service on its way into PTV: as v12 has it, and as v11 takes it. A draft to read and to carry over by hand or by
//! a program of one's own; nothing is sent from here.

use domain::catalogue::{Area, EntityId, Service, ServiceTexts};
use domain::reference::{service_classes, target_groups};
use serde_json::{Value, json};

/// The service as v12's answers have it. What v12 wants and a draft has not is empty.
#[must_use]
pub fn v12(service: &Service) -> Value {
    let producer = service.organisation.iter().map(EntityId::as_str).collect::<Vec<_>>();
    let nobody = json!({ "organizations": [], "other": [] });
    let versions =
        service.texts.iter().map(|(language, texts)| (language.code().to_owned(), version(texts)));
    json!({
        "contentId": service.id,
        "organizationContentId": service.organisation,
        "generalDescriptionContentId": service.general_description,
        "serviceType": "Service",
        "serviceClasses": service.classification.service_classes,
        "ontologyTerms": service.classification.ontology_terms,
        "targetGroups": service.classification.target_groups,
        "lifeEvents": service.classification.life_events,
        "industrialClasses": [],
        "producers": {
            "selfProducedProducers": { "organizations": producer },
            "procuredProducers": nobody,
            "otherProducers": nobody,
        },
        "otherResponsibleOrganizations": service.other_organisations,
        "chargeType": service.charge.as_ref().map(|charge| charge.code().to_owned()),
        "fundingType": service.funding.as_ref().map(|funding| funding.code().to_owned()),
        "serviceLanguages": service.languages,
        "area": area(service),
        "publishedAt": null,
        "languageVersions": versions.collect::<serde_json::Map<_, _>>(),
    })
}

fn version(texts: &ServiceTexts) -> Value {
    json!({
        "name": texts.name,
        "alternativeName": texts.alternative_name,
        "summary": texts.summary,
        "description": texts.description,
        "userInstructions": texts.user_instructions,
        "conditions": texts.conditions,
        "legislationLinks": [],
        "freelyAssignedKeywords": texts.keywords,
        "voucher": { "voucherType": "NotUsed" },
        "chargeTypeAdditionalInformation": texts.charge_information,
    })
}

fn area(service: &Service) -> Value {
    match &service.area {
        Some(Area::Limited { municipalities, regions, counties, .. }) => json!({
            "areaType": "LimitedArea",
            "municipalities": municipalities,
            "regions": regions,
            "wellbeingServicesCounties": counties,
        }),
        Some(Area::WholeCountryExceptAland) => json!({ "areaType": "WholeCountryExceptAland" }),
        _ => json!({ "areaType": "WholeCountry" }),
    }
}

/// The service as v11's interface for writing takes it: an unpublished draft.
#[must_use]
pub fn v11(service: &Service) -> Value {
    let item = |value: &str, kind: &str, language: &str| json!({ "value": value, "type": kind, "language": language });
    let (mut names, mut descriptions) = (Vec::new(), Vec::new());
    for (language, texts) in &service.texts {
        names.push(item(&texts.name, "Name", language.code()));
        for (kind, text) in [
            ("Summary", &texts.summary),
            ("Description", &texts.description),
            ("UserInstruction", &texts.user_instructions),
        ] {
            descriptions.extend(text.iter().map(|text| item(text, kind, language.code())));
        }
    }
    let uris = |codes: &[String], uri: fn(&str) -> Option<String>| -> Vec<String> {
        codes.iter().filter_map(|code| uri(code)).collect()
    };
    let classification = &service.classification;
    let (area_type, areas) = match &service.area {
        Some(Area::Limited { municipalities, .. }) => {
            ("LimitedType", json!([{ "type": "Municipality", "areaCodes": municipalities }]))
        }
        Some(Area::WholeCountryExceptAland) => ("NationwideExceptAlandIslands", json!([])),
        _ => ("Nationwide", json!([])),
    };
    json!({
        "type": "Service",
        "publishingStatus": "Draft",
        "mainResponsibleOrganization": service.organisation,
        "fundingType": service.funding.as_ref().map(|funding| funding.code().to_owned()),
        "serviceNames": names,
        "serviceDescriptions": descriptions,
        "languages": service.languages,
        "serviceClasses": uris(&classification.service_classes, |code| service_classes().uri(code)),
        "ontologyTerms": classification.ontology_terms,
        "targetGroups": uris(&classification.target_groups, |code| target_groups().uri(code)),
        "areaType": area_type,
        "areas": areas,
        "serviceProducers": [{
            "provisionType": "SelfProducedServices",
            "organizations": service.organisation.iter().collect::<Vec<_>>(),
        }],
    })
}
