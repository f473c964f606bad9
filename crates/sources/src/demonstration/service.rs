//! The services, as PTV gives them.

use serde_json::{Value, json};

use super::contact;
use super::general_description;
use super::localized::Language;
use super::plan::{Plan, Planned};
use super::template::Facts;

/// All services.
pub fn all<'a>(plan: &'a Plan) -> impl Iterator<Item = impl FnOnce() -> Value + 'a> + Clone + 'a {
    plan.planned().map(move |service| move || record(plan, &service))
}

/// A service's id.
pub fn id(service: &Planned) -> String {
    service.dice.id()
}

fn record(plan: &Plan, service: &Planned) -> Value {
    let kind = service.kind;
    let service_type = match kind.field("type") {
        "permit" => "PermitOrOtherObligation",
        "qualification" => "ProfessionalQualification",
        _ => "Service",
    };
    let languages = plan.languages(service);
    let versions = languages.object(|language| version(plan, service, language));
    let charge = match kind.field("charge") {
        "free" => Some("Free"),
        "charged" => Some("Charged"),
        _ => None,
    };
    let is_company = service.organisation.form == "company";
    json!({
        "contentId": id(service),
        "organizationContentId": service.organisation.id,
        "generalDescriptionContentId": general_description::id_for(plan, service),
        "serviceType": service_type,
        "serviceClasses": kind.words("classes"),
        "targetGroups": kind.words("groups"),
        "lifeEvents": kind.words("events"),
        "industrialClasses": kind.words("industries").iter()
            .map(|code| format!("http://www.stat.fi/meta/luokitukset/toimiala/001-2008/{code}"))
            .collect::<Vec<_>>(),
        "ontologyTerms": kind.terms,
        "producers": producers(plan, service),
        "otherResponsibleOrganizations": others(plan, service),
        "chargeType": charge,
        "fundingType": if is_company { "MarketFunded" } else { "PubliclyFunded" },
        "serviceLanguages": languages.codes(),
        "area": area(plan, service),
        "publishedAt": contact::published(service.dice),
        "languageVersions": versions,
    })
}

/// Where a service is offered.
pub fn area(plan: &Plan, service: &Planned) -> Value {
    match service.municipality {
        None => contact::county_area(),
        Some(at) => contact::municipal_area(&plan.municipality(at).code),
    }
}

/// The region shares some services of the municipalities.
fn others(plan: &Plan, service: &Planned) -> Vec<String> {
    let shared = service.organisation.form == "municipality"
        && service.kind.field("venue") == "family"
        && service.dice.chance("shared", 60);
    plan.organisations.iter().take(usize::from(shared)).map(|it| it.id.clone()).collect()
}

fn producers(plan: &Plan, service: &Planned) -> Value {
    let subject = service.kind.field("bought");
    let sellers =
        plan.organisations.iter().filter(|it| it.subjects.iter().any(|own| own == subject));
    let sellers = sellers.collect::<Vec<_>>();
    let bought =
        service.dice.pick("seller", &sellers).filter(|_| service.dice.chance("bought", 70));
    json!({
        "selfProducedProducers": { "organizations": [service.organisation.id] },
        "procuredProducers": {
            "organizations": bought.iter().map(|seller| seller.id.as_str()).collect::<Vec<_>>(),
            "other": [],
        },
        "otherProducers": { "organizations": [], "other": [] },
    })
}

fn version(plan: &Plan, service: &Planned, language: Language) -> Value {
    let kind = service.kind;
    let name = plan.name(service, language);
    let facts = plan.facts(service, &name);
    let text = |field| kind.text(language, field).map(|text| facts.fill(text, language));
    let lost = language == Language::Fi && service.dice.chance("summary lost", 1);
    let mut version = json!({
        "name": name,
        "alternativeName": text("alternative"),
        "summary": text("summary").filter(|_| !lost),
        "description": description(plan, service, &facts, language),
        "userInstructions": text("instructions"),
        "conditions": text("conditions"),
        "chargeTypeAdditionalInformation": text("charge"),
        "freelyAssignedKeywords": keywords(kind.text(language, "keywords")),
        "legislationLinks": laws(service, language),
        "voucher": voucher(service, language),
    });
    if matches!(kind.field("type"), "permit" | "qualification") {
        version["processingTimeAdditionalInformation"] = json!(text("processing"));
        version["deadlineAdditionalInformation"] = json!(text("deadline"));
        version["validityTimeAdditionalInformation"] = json!(text("validity"));
    }
    version
}

fn keywords(text: Option<&str>) -> Vec<&str> {
    let words = text.unwrap_or_default().split(',').map(str::trim);
    words.filter(|word| !word.is_empty()).collect()
}

/// The kind's own text, then one to three paragraphs on how it is done here.
fn description(
    plan: &Plan,
    service: &Planned,
    facts: &Facts,
    language: Language,
) -> Option<String> {
    let own = facts.fill(service.kind.text(language, "description")?, language);
    let form = service.organisation.form.as_str();
    let local = plan.content.paragraphs.iter().filter(|paragraph| paragraph.provider == form);
    let local = local.collect::<Vec<_>>();
    let mut paragraphs = vec![own];
    let first = service.dice.roll("paragraph", local.len());
    let is_plain = service.kind.field("local") == "no";
    let count = if is_plain { 0 } else { 1 + service.dice.roll("paragraphs", 3) };
    for step in 0..count.min(local.len()) {
        let at = (first + step * 3 + step) % local.len();
        let paragraph = facts.fill(local[at].text.get(language), language);
        if !paragraphs.contains(&paragraph) {
            paragraphs.push(paragraph);
        }
    }
    Some(paragraphs.join("\n\n"))
}

fn laws(service: &Planned, language: Language) -> Value {
    let links = service.kind.laws.iter().map(|law| {
        let (folder, name) = match language {
            Language::Sv => ("sv", &law.name.sv),
            _ => ("fi", &law.name.fi),
        };
        let (number, year) = law.number.split_once('/').unwrap_or((&law.number, ""));
        let url = format!("https://www.finlex.fi/{folder}/lainsaadanto/{year}/{number}");
        json!({ "name": name, "url": url })
    });
    links.collect()
}

fn voucher(service: &Planned, language: Language) -> Value {
    let host = &service.organisation.host;
    match service.kind.field("voucher") {
        "" => json!({ "voucherType": "NotUsed" }),
        "url" => {
            let (name, path) = match language {
                Language::Fi => ("Palvelusetelituottajat", "palveluseteli"),
                Language::Sv => ("Producenter av servicesedlar", "servicesedel"),
                Language::En => ("Service voucher providers", "service-voucher"),
            };
            json!({ "voucherType": "WithUrl", "urls": [{
                "name": name,
                "url": format!("https://www.{host}.example/{path}"),
                "additionalInformation": null,
            }] })
        }
        _ => {
            let text = match language {
                Language::Fi => {
                    "Voit saada palvelun myös palvelusetelillä. Kysy seteliä asiakasohjauksesta."
                }
                Language::Sv => {
                    "Du kan få tjänsten också med servicesedel. Fråga kundhandledningen."
                }
                Language::En => {
                    "The service is also available with a service voucher. Ask customer guidance."
                }
            };
            json!({ "voucherType": "WithAdditionalInformation", "additionalInformation": text })
        }
    }
}
