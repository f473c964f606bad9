//! The connections between services and channels, as PTV gives them.

use serde_json::{Value, json};

use super::channel::{self, Channel, Own};
use super::contact;
use super::hours;
use super::localized::Text;
use super::plan::{Plan, Planned};
use super::service;

/// All connections.
pub fn all<'a>(plan: &'a Plan) -> impl Iterator<Item = impl FnOnce() -> Value + 'a> + Clone + 'a {
    plan.planned().flat_map(move |service| {
        let channels = channel::of_service(plan, &service).into_iter();
        channels.map(move |channel| move || record(plan, &service, channel))
    })
}

fn record(plan: &Plan, service: &Planned, channel: Channel) -> Value {
    let dice = service.dice.of("connection", 0).of(&channel.id(plan), 0);
    let languages = plan.languages(service);
    let is_venue = matches!(channel, Channel::Venue(..));
    let own_hours = is_venue && dice.chance("own hours", 18);
    let described = is_venue && dice.chance("described", 45);
    // Who looks for the website does not look for a number there.
    let contacts = !matches!(channel, Channel::Own(_, Own::Page)) && dice.chance("contacts", 20);
    let versions = if described || contacts {
        let facts = plan.facts(service, "");
        let texts = DESCRIPTIONS[dice.roll("description", DESCRIPTIONS.len())];
        let text = Text::new(texts[0], texts[1], texts[2]);
        languages.object(|language| {
            let host = &service.organisation.host;
            let email = json!([{ "email": format!("{}@{host}.example", contact::mailbox(language)) }]);
            json!({
                "description": described.then(|| facts.fill(text.get(language), language)),
                "chargeTypeAdditionalInformation": null,
                "contactPhoneNumbers": if contacts { json!([contact::phone(dice, None)]) } else { json!([]) },
                "contactFaxNumbers": [],
                "contactEmails": if contacts { email } else { json!([]) },
                "contactWebPages": [],
            })
        })
    } else {
        json!({})
    };
    let charge = match service.kind.field("charge") {
        "free" if dice.chance("charge", 20) => Some("Free"),
        "charged" if dice.chance("charge", 20) => Some("Charged"),
        _ => None,
    };
    json!({
        "serviceContentId": service::id(service),
        "channelContentId": channel.id(plan),
        "contactAddresses": contact::no_addresses(),
        "chargeType": charge,
        "serviceHours": if own_hours { hours::of_pattern("family", &languages, dice) } else { hours::none() },
        "languageVersions": versions,
        "publishedAt": contact::published(dice),
    })
}

const DESCRIPTIONS: [[&str; 3]; 7] = [
    ["Toimintaa {day} {time}.", "Verksamhet {day} {time}.", "Open {day}, {time}."],
    [
        "Kokoonnumme alakerran salissa {day} {time}.",
        "Vi samlas i salen i nedre våningen {day} {time}.",
        "We meet in the downstairs hall {day}, {time}.",
    ],
    [
        "Ilmoittaudu neuvontatiskillä.",
        "Anmäl dig vid informationsdisken.",
        "Sign in at the information desk.",
    ],
    ["Palvelua vain ajanvarauksella.", "Betjäning endast med tidsbokning.", "By appointment only."],
    ["Lisätietoja antaa {person}.", "Närmare upplysningar ger {person}.", "Ask {person} for more."],
    [
        "Sisäänkäynti pihan puolelta, opasteet ovella.",
        "Ingång från gården, skyltar vid dörren.",
        "Enter from the courtyard; follow the signs.",
    ],
    [
        "Esteetön tila, induktiosilmukka käytettävissä.",
        "Tillgänglig lokal med hörselslinga.",
        "Step-free, with an induction loop.",
    ],
];
