//! The organisations.

use serde_json::{Value, json};

use super::contact::{self, Street};
use super::content::{Content, NamedOrganisation, host};
use super::localized::{Language, Languages, Text};
use super::plan::Plan;
use super::random::Dice;
use super::template::Facts;

/// An organisation, before it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Its id.
    pub id: String,
    /// municipality, parish, region, unit, association, club, company, state.
    pub form: String,
    /// Its name.
    pub name: Text,
    /// The position of its municipality; none for the whole county.
    pub municipality: Option<usize>,
    /// The languages that it writes in.
    pub languages: Languages,
    /// What it works with.
    pub subjects: Vec<String>,
    /// What it does.
    pub summary: Text,
    /// The id of the organisation that it is a part of.
    pub parent: Option<String>,
    /// What stands for it in addresses of the web.
    pub host: String,
}

/// The organisations of a county of so many services.
pub fn plan(content: &Content, services: usize, dice: Dice) -> Vec<Organisation> {
    let mut all = Vec::new();
    for named in &content.organisations {
        let region = all.first().map(|region: &Organisation| region.id.clone());
        let parent = region.filter(|_| named.form == "unit");
        let home = named.home.as_deref();
        let municipality =
            content.municipalities.iter().position(|it| Some(it.code.as_str()) == home);
        all.push(organisation(dice, named, municipality, parent));
    }
    let municipal = content.municipalities.iter().enumerate();
    all.extend(municipal.clone().map(|(at, it)| {
        let (fi, sv) = if it.is_town { ("kaupunki", "stad") } else { ("kunta", "kommun") };
        let name = Text::new(
            &format!("{} {fi}", it.centre.name.of.fi),
            &format!("{} {sv}", it.centre.name.of.sv),
            &format!(
                "{} of {}",
                if it.is_town { "City" } else { "Municipality" },
                it.centre.name.name.fi
            ),
        );
        let named = made("municipality", name, &[], municipality_summary(&it.centre.name.name));
        Organisation {
            languages: it.languages.clone(),
            host: it.host(),
            ..organisation(dice, &named, Some(at), None)
        }
    }));
    all.extend(municipal.map(|(at, it)| {
        let name = Text::new(
            &format!("{} seurakunta", it.centre.name.of.fi),
            &format!("{} församling", it.centre.name.of.sv),
            &format!("Parish of {}", it.centre.name.name.fi),
        );
        let named = made("parish", name, &["church"], parish_summary());
        let parish = organisation(dice, &named, Some(at), None);
        Organisation {
            languages: it.languages.clone(),
            host: format!("seurakunta-{}", it.host()),
            ..parish
        }
    }));
    all.extend(more_associations(content, dice).take(services / 25));
    all
}

fn made(form: &str, name: Text, subjects: &[&str], summary: Text) -> NamedOrganisation {
    let subjects = subjects.iter().map(|subject| (*subject).to_owned()).collect();
    NamedOrganisation { form: form.to_owned(), name, home: None, subjects, summary }
}

fn municipality_summary(name: &Text) -> Text {
    Text::new(
        &format!(
            "{} järjestää asukkailleen kunnan peruspalvelut ja edistää hyvinvointia.",
            name.fi
        ),
        &format!(
            "{} ordnar kommunens basservice för sina invånare och främjar välfärden.",
            name.sv
        ),
        &format!("{} provides municipal services and promotes wellbeing.", name.fi),
    )
}

fn parish_summary() -> Text {
    Text::new(
        "Seurakunta on läsnä arjessa ja juhlassa, iloissa ja suruissa.",
        "Församlingen finns med i vardag och fest, i glädje och sorg.",
        "The parish is there on ordinary days and feasts, in joy and sorrow.",
    )
}

/// Associations of the villages, by the patterns of names.
fn more_associations(content: &Content, dice: Dice) -> impl Iterator<Item = Organisation> + '_ {
    let districts = content.municipalities.iter().enumerate().flat_map(|(at, municipality)| {
        municipality.districts.iter().map(move |district| (at, municipality, district))
    });
    content.patterns.iter().flat_map(move |pattern| {
        districts.clone().map(move |(at, municipality, district)| {
            let nobody = Text::default();
            let facts = Facts {
                municipality: Some(&municipality.centre.name),
                district: Some(&district.name),
                organisation: &nobody,
                service: "",
                dice,
            };
            let is_swedish = municipality.languages.iter().count() > 1 && at % 2 == 0;
            let name = if is_swedish {
                Text::new("-", &facts.fill(&pattern.name.sv, Language::Sv), "-")
            } else {
                Text::new(&facts.fill(&pattern.name.fi, Language::Fi), "-", "-")
            };
            let summary = Text::new(
                &format!("Asukkaiden yhteistä toimintaa {}.", district.name.within.fi),
                &format!("Invånarnas gemensamma verksamhet {}.", district.name.within.sv),
                "-",
            );
            let named = NamedOrganisation {
                form: "association".to_owned(),
                name,
                home: None,
                subjects: pattern.subjects.clone(),
                summary,
            };
            organisation(dice, &named, Some(at), None)
        })
    })
}

fn organisation(
    dice: Dice,
    named: &NamedOrganisation,
    municipality: Option<usize>,
    parent: Option<String>,
) -> Organisation {
    let written = [(Language::Fi, &named.name.fi), (Language::Sv, &named.name.sv)];
    let languages = written.iter().filter(|(_, name)| !name.is_empty()).map(|(it, _)| *it);
    let known = if named.name.fi.is_empty() { &named.name.sv } else { &named.name.fi };
    Organisation {
        id: dice.of("organisation", 0).of(known, 0).id(),
        form: named.form.clone(),
        municipality,
        languages: Languages::new(&languages.collect::<Vec<_>>()),
        subjects: named.subjects.clone(),
        summary: named.summary.clone(),
        parent,
        host: host(known),
        name: named.name.clone(),
    }
}

/// All organisations, as PTV gives them.
pub fn all<'a>(plan: &'a Plan) -> impl Iterator<Item = impl FnOnce() -> Value + 'a> + Clone + 'a {
    plan.organisations.iter().enumerate().map(move |(at, it)| move || record(plan, at, it))
}

fn record(plan: &Plan, number: usize, organisation: &Organisation) -> Value {
    let dice = plan.dice.of("organisation", number as u64);
    let at = organisation
        .municipality
        .unwrap_or_else(|| dice.roll("home", plan.content.municipalities.len()));
    let municipality = plan.municipality(at);
    let street = Street::town(dice, municipality, &Text::new("Keskuskatu", "Centralgatan", "-"));
    let form = match organisation.form.as_str() {
        "municipality" => "Municipality",
        "region" | "unit" => "RegionalOrganization",
        "company" => "Company",
        "state" => "State",
        _ => "Organization",
    };
    let area = match organisation.municipality {
        None => contact::county_area(),
        Some(_) if form == "Municipality" => {
            json!({ "areaType": "LimitedArea", "municipalities": [municipality.code] })
        }
        Some(_) => contact::municipal_area(&municipality.code),
    };
    let versions = plan.published[number].object(|language| {
        let name = organisation.name.get(language);
        json!({
            "name": name,
            "alternativeName": null,
            "isAlternativeNamePrimary": false,
            "summary": summary(organisation, language),
            "description": description(organisation, language),
            "contactEmails": [{
                "email": format!("{}@{}.example", contact::mailbox(language), organisation.host),
                "additionalInformation": null,
            }],
            "contactWebPages": [{ "name": name, "url": format!("https://www.{}.example/", organisation.host) }],
            "contactPhoneNumbers": [contact::phone(dice, None)],
        })
    });
    json!({
        "contentId": organisation.id,
        "parentOrganizationContentId": organisation.parent,
        "organizationType": form,
        "businessId": format!("{:07}-{}", 1_000_000 + dice.roll("business", 2_500_000), dice.roll("check", 10)),
        "oid": null,
        "eInvoiceAddresses": [],
        "publishedAt": contact::published(dice),
        "area": area,
        "location": {
            "foreignAddresses": [],
            "otherAddresses": [],
            "streetAddresses": [street.address()],
        },
        "contactAddresses": contact::letters(
            dice,
            form,
            &municipality.centre.postal_code,
            &organisation.languages,
        ),
        "languageVersions": versions,
    })
}

/// What it does; in a language that it does not write in itself, what all of its form do.
fn summary(organisation: &Organisation, language: Language) -> &str {
    let own = &organisation.summary;
    let written = match language {
        Language::Fi => &own.fi,
        Language::Sv => &own.sv,
        Language::En => &own.en,
    };
    match (language, organisation.form.as_str()) {
        _ if !written.is_empty() => written,
        (Language::Sv, "association" | "club") => {
            "Verksamhet som frivilliga ordnar för alla i trakten."
        }
        (Language::En, "association" | "club") => {
            "Activities that volunteers run for everybody nearby."
        }
        (Language::Sv, _) => "Tjänster för alla som bor i området.",
        (Language::En, _) => "Services for everybody who lives in the area.",
        (Language::Fi, "association" | "club") => {
            "Vapaaehtoisten järjestämää toimintaa kaikille lähellä asuville."
        }
        (Language::Fi, _) => "Palveluja kaikille alueella asuville.",
    }
}

fn description(organisation: &Organisation, language: Language) -> String {
    let summary = summary(organisation, language);
    let more = match (organisation.form.as_str(), language) {
        ("municipality", Language::Sv) => {
            "Uppgifter om tjänsterna finns på kommunens webbplats och vid servicepunkterna."
        }
        ("municipality", Language::En) => {
            "You find out about services on the municipality's website and at its service points."
        }
        ("municipality", _) => "Tietoa palveluista saa kunnan verkkosivuilta ja palvelupisteistä.",
        ("region" | "unit", Language::Sv) => {
            "Tjänsterna är öppna för alla som bor i området, på finska och svenska."
        }
        ("region" | "unit", Language::En) => {
            "The services are there for everybody who lives in the area, in Finnish and Swedish."
        }
        ("region" | "unit", _) => {
            "Palvelut ovat kaikkien alueella asuvien käytettävissä suomeksi ja ruotsiksi."
        }
        ("association" | "club", Language::Sv) => {
            "Verksamheten bygger på frivilliga, och nya medlemmar är alltid välkomna."
        }
        ("association" | "club", Language::En) => {
            "Volunteers keep it going, and new members can join at any time."
        }
        ("association" | "club", _) => {
            "Toimintaa pyörittävät vapaaehtoiset, ja uudet jäsenet ovat aina tervetulleita."
        }
        (_, Language::Sv) => "Närmare uppgifter får du per telefon och på webbplatsen.",
        (_, Language::En) => "You find out more by telephone and on the website.",
        _ => "Lisätietoja saa puhelimitse ja verkkosivuilta.",
    };
    format!("{summary}\n\n{more}")
}
