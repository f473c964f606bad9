//! The service collections: what a resident in a situation may need, and what is in a municipality.

use serde_json::{Value, json};

use super::channel::{self, Channel};
use super::localized::{Language, Languages, Text};
use super::plan::{Plan, Planned};
use super::service;

/// The most services that a collection gathers.
const MOST: usize = 24;

/// A collection: its texts and the theme whose services it gathers.
const COLLECTIONS: [(&str, [&str; 3], [&str; 3]); 9] = [
    (
        "community",
        ["Seuraa ja yhdessäoloa", "Sällskap och samvaro", "Company and getting together"],
        [
            "Kohtaamispaikkoja ja ystävätoimintaa.",
            "Mötesplatser och vänverksamhet.",
            "Meeting places and befriending.",
        ],
    ),
    (
        "nature",
        ["Luontoon lähelläsi", "Ut i naturen nära dig", "Nature near you"],
        [
            "Polkuja, retkiä ja rantoja.",
            "Stigar, utfärder och stränder.",
            "Trails, outings and beaches.",
        ],
    ),
    (
        "movement",
        ["Liikkeelle", "Kom i rörelse", "Get moving"],
        ["Liikuntaa kaikenikäisille.", "Motion för alla åldrar.", "Exercise for all ages."],
    ),
    (
        "culture",
        ["Kulttuuria ja harrastuksia", "Kultur och hobbyer", "Arts and hobbies"],
        [
            "Lukemista, musiikkia ja tekemistä käsillä.",
            "Läsning, musik och skapande.",
            "Reading, music and making things.",
        ],
    ),
    (
        "livelihood",
        ["Työ, raha ja koti", "Arbete, pengar och hem", "Work, money and home"],
        [
            "Apua työnhakuun, talouteen ja asumiseen.",
            "Hjälp med arbete, ekonomi och boende.",
            "Help with work, money and housing.",
        ],
    ),
    (
        "guidance",
        ["Mistä apua?", "Var får jag hjälp?", "Where to find help"],
        [
            "Neuvontaa ja ohjausta palveluihin.",
            "Rådgivning och handledning till tjänster.",
            "Advice and guidance to services.",
        ],
    ),
    (
        "nutrition",
        ["Hyvää ruokaa ja unta", "God mat och sömn", "Good food and sleep"],
        [
            "Tukea syömiseen, uneen ja palautumiseen.",
            "Stöd för mat, sömn och återhämtning.",
            "Support for eating, sleep and recovery.",
        ],
    ),
    (
        "mind",
        ["Mieli ja päihteet", "Psykisk hälsa och rusmedel", "Mind and substances"],
        [
            "Keskusteluapua ja vertaistukea.",
            "Samtalshjälp och kamratstöd.",
            "Someone to talk to and peer support.",
        ],
    ),
    (
        "other",
        ["Kunnan arkipalvelut", "Kommunens vardagstjänster", "Everyday municipal services"],
        [
            "Koulut, varhaiskasvatus, rakentaminen ja jätteet.",
            "Skolor, småbarnspedagogik, byggande och avfall.",
            "Schools, day care, building and waste.",
        ],
    ),
];

/// All collections: one of each theme, and one of each of some municipalities.
pub fn all<'a>(plan: &'a Plan) -> impl Iterator<Item = impl FnOnce() -> Value + 'a> + Clone + 'a {
    let themes = COLLECTIONS.iter().enumerate().map(|(at, _)| (Some(at), None));
    let places = (0..plan.content.municipalities.len()).step_by(2).map(|at| (None, Some(at)));
    themes.chain(places).map(move |(theme, place)| move || record(plan, theme, place))
}

fn record(plan: &Plan, theme: Option<usize>, place: Option<usize>) -> Value {
    let number = theme.unwrap_or_else(|| 100 + place.unwrap_or_default());
    let dice = plan.dice.of("collection", number as u64);
    let town = place.map(|at| plan.municipality(at));
    let has = |service: &Planned| match theme {
        Some(theme) => service.kind.theme == COLLECTIONS[theme].0,
        None => service.municipality == place && service.kind.field("groups").contains("KR1.1"),
    };
    let gathered = plan.planned().take(2_000).filter(has).take(MOST).collect::<Vec<_>>();
    let mut items = gathered
        .iter()
        .map(|service| json!({ "itemType": "Service", "contentId": service::id(service) }))
        .collect::<Vec<_>>();
    let venue = gathered.iter().find_map(|service| {
        channel::of_service(plan, service).into_iter().find(|it| matches!(it, Channel::Venue(..)))
    });
    items.extend(venue.map(|it| json!({ "itemType": "Channel", "contentId": it.id(plan) })));
    let owner =
        plan.organisations.iter().find(|it| it.form == "municipality" && it.municipality == place);
    let owner = owner.unwrap_or(&plan.organisations[0]);
    let languages =
        town.map_or_else(|| Languages::new(&Language::ALL), |town| town.languages.clone());
    let versions = languages.object(|language| {
        let (name, summary) = match (theme, town) {
            (Some(theme), _) => {
                let (_, names, summaries) = COLLECTIONS[theme];
                let text = |texts: [&str; 3]| {
                    Text::new(texts[0], texts[1], texts[2]).get(language).to_owned()
                };
                (text(names), text(summaries))
            }
            (None, town) => {
                of_town(town.map_or("", |town| town.centre.name.within.get(language)), language)
            }
        };
        json!({ "name": name, "summary": summary, "description": summary })
    });
    json!({
        "contentId": dice.id(),
        "organizationContentId": owner.id,
        "languageVersions": versions,
        "items": items,
    })
}

fn of_town(within: &str, language: Language) -> (String, String) {
    match language {
        Language::Fi => (
            format!("Ikäihmisen palvelut {within}"),
            "Liikuntaa, seuraa ja apua arkeen eläkeikäisille.".to_owned(),
        ),
        Language::Sv => (
            format!("Tjänster för äldre {within}"),
            "Motion, sällskap och hjälp i vardagen för pensionärer.".to_owned(),
        ),
        Language::En => (
            format!("Services for older people {within}"),
            "Exercise, company and everyday help.".to_owned(),
        ),
    }
}
