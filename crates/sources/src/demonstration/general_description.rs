//! The general descriptions, on which municipalities build their own.

use serde_json::{Value, json};

use super::contact;
use super::kinds::Kind;
use super::localized::{Language, Languages};
use super::plan::{Plan, Planned};

/// The kinds that have one: those with `base: yes`.
fn kinds<'a>(plan: &'a Plan) -> impl Iterator<Item = &'a Kind> + Clone + 'a {
    plan.content.kinds.iter().filter(|kind| kind.field("base") == "yes")
}

fn id(plan: &Plan, kind: &Kind) -> String {
    plan.dice.of("general description", 0).of(&kind.id, 0).id()
}

/// The general description that a service builds on.
pub fn id_for(plan: &Plan, service: &Planned) -> Option<String> {
    (service.kind.field("base") == "yes").then(|| id(plan, service.kind))
}

/// All general descriptions.
pub fn all<'a>(plan: &'a Plan) -> impl Iterator<Item = impl FnOnce() -> Value + 'a> + Clone + 'a {
    kinds(plan).map(move |kind| move || record(plan, kind))
}

fn record(plan: &Plan, kind: &Kind) -> Value {
    let is_permit = kind.field("type") == "permit";
    let dice = plan.dice.of(&kind.id, 7);
    let state = plan.organisations.iter().find(|it| it.form == "state");
    let organisation = state.unwrap_or(&plan.organisations[0]);
    let by_county = kind.provider() != "municipality";
    let languages = Languages::new(&[Language::Fi, Language::Sv]).also_in(&kind.languages());
    let versions = languages.object(|language| {
        let name = kind.text(language, "name").unwrap_or_default();
        let name = name.split(" / ").next().unwrap_or_default();
        let background = match language {
            Language::Sv => "Tjänsten grundar sig på lag. Varje ordnare beskriver själv hur den ges på orten.",
            _ => "Palvelu perustuu lakiin. Jokainen järjestäjä kuvaa itse, miten sitä annetaan paikkakunnalla.",
        };
        let links = kind.laws.iter().map(|law| {
            let (number, year) = law.number.split_once('/').unwrap_or((&law.number, ""));
            json!({
                "name": law.name.get(language),
                "url": format!("https://www.finlex.fi/{}/lainsaadanto/{year}/{number}", language.code()),
            })
        });
        let mut version = json!({
            "name": name,
            "backgroundDescription": background,
            "description": kind.text(language, "base").unwrap_or(background),
            "conditions": null,
            "userInstructions": null,
            "chargeTypeAdditionalInformation": null,
            "freelyAssignedKeywords": [],
            "legislationLinks": links.collect::<Vec<_>>(),
        });
        if is_permit {
            version["processingTimeAdditionalInformation"] = Value::Null;
            version["deadlineAdditionalInformation"] = Value::Null;
            version["validityTimeAdditionalInformation"] = Value::Null;
        }
        version
    });
    json!({
        "contentId": id(plan, kind),
        "organizationContentId": organisation.id,
        "generalDescriptionTypes": [if by_county { "WellbeingServicesCounty" } else { "Municipality" }],
        "serviceType": if is_permit { "PermitOrOtherObligation" } else { "Service" },
        "chargeType": null,
        "industrialClasses": [],
        "lifeEvents": kind.words("events"),
        "ontologyTerms": kind.terms,
        "serviceClasses": kind.words("classes"),
        "targetGroups": kind.words("groups"),
        "publishedAt": contact::published(dice),
        "languageVersions": versions,
    })
}
