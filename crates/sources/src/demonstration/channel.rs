//! The channels of all five kinds, as PTV gives them.

use serde_json::{Value, json};

use super::contact::{self, Street};
use super::hours;
use super::localized::{Language, Languages, Text};
use super::organisation::Organisation;
use super::plan::{Plan, Planned};
use super::random::Dice;
use super::service;

/// A channel, before it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    /// A place of a municipality (by position) that many services share.
    Venue(usize, usize),
    /// The telephone of an organisation, by position.
    Switchboard(usize),
    /// A channel of one service.
    Own(usize, Own),
}

/// The kinds of channel that one service may have for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Own {
    /// A page of the web.
    Page,
    /// A service of the web.
    Electronic,
    /// A telephone.
    Telephone,
    /// A form to print.
    Form,
    /// The place where a group meets.
    Meeting,
}

impl Own {
    const fn word(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Electronic => "electronic",
            Self::Telephone => "telephone",
            Self::Form => "form",
            Self::Meeting => "meeting",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        [Self::Page, Self::Electronic, Self::Telephone, Self::Form]
            .into_iter()
            .find(|own| own.word() == word)
    }
}

impl Channel {
    /// The channel's id.
    pub fn id(self, plan: &Plan) -> String {
        self.dice(plan).id()
    }

    fn dice(self, plan: &Plan) -> Dice {
        match self {
            Self::Venue(municipality, venue) => {
                plan.dice.of("venue", venue as u64).of("in", municipality as u64)
            }
            Self::Switchboard(organisation) => plan.dice.of("switchboard", organisation as u64),
            Self::Own(service, own) => plan.dice.of(own.word(), service as u64),
        }
    }
}

/// The channels of a service, the most important first.
pub fn of_service(plan: &Plan, service: &Planned) -> Vec<Channel> {
    let mut channels = Vec::new();
    if let Some((municipality, venue)) = plan.venue_of(service) {
        channels.push(Channel::Venue(municipality, venue));
    }
    let forms = service.kind.words("also");
    let form = service.dice.pick("own channel", &forms).and_then(|word| Own::from_word(word));
    if channels.is_empty() || service.dice.chance("has own channel", 66) {
        channels.push(Channel::Own(service.number, form.unwrap_or(Own::Page)));
    }
    if service.district.is_some() && service.dice.chance("meets elsewhere", 42) {
        channels.push(Channel::Own(service.number, Own::Meeting));
    }
    if has_switchboard(service.organisation) && service.dice.chance("switchboard", 22) {
        channels.push(Channel::Switchboard(service.keeper));
    }
    channels
}

fn has_switchboard(organisation: &Organisation) -> bool {
    matches!(organisation.form.as_str(), "municipality" | "unit" | "state")
}

/// All channels.
pub fn all<'a>(plan: &'a Plan) -> impl Iterator<Item = impl FnOnce() -> Value + 'a> + Clone + 'a {
    let venues = plan.venues.iter().map(|(at, venue)| Channel::Venue(*at, *venue));
    let keepers = plan.organisations.iter().enumerate();
    let switchboards =
        keepers.filter(|(_, it)| has_switchboard(it)).map(|(at, _)| Channel::Switchboard(at));
    let own = plan.planned().flat_map(|service| {
        let channels = of_service(plan, &service).into_iter();
        channels.filter(|channel| matches!(channel, Channel::Own(..)))
    });
    venues.chain(switchboards).chain(own).map(move |channel| move || record(plan, channel))
}

fn record(plan: &Plan, channel: Channel) -> Value {
    match channel {
        Channel::Venue(municipality, venue) => venue_record(plan, channel, municipality, venue),
        Channel::Switchboard(organisation) => switchboard(plan, channel, organisation),
        Channel::Own(number, own) => own_record(plan, channel, &plan.service(number), own),
    }
}

/// What all kinds have.
fn base(channel: &str, id: &str, organisation: &str, languages: &Languages, dice: Dice) -> Value {
    json!({
        "contentId": id,
        "organizationContentId": organisation,
        "allowedConnectionType": if dice.chance("own only", 25) { "OwnOrganizations" } else { "AllOrganizations" },
        "serviceLanguages": languages.codes(),
        "publishedAt": contact::published(dice),
        "serviceChannelType": channel,
    })
}

fn venue_record(plan: &Plan, channel: Channel, at: usize, which: usize) -> Value {
    let dice = channel.dice(plan);
    let (municipality, venue) = (plan.municipality(at), plan.venue(which));
    let owner = owner(plan, &venue.owner, at);
    let mut spoken = municipality.languages.iter().collect::<Vec<_>>();
    if dice.chance("english", if spoken.len() > 1 { 40 } else { 8 }) {
        spoken.push(Language::En);
    }
    let languages = Languages::new(&spoken);
    let centre = &municipality.centre;
    let name = |language| {
        let facts = super::template::Facts {
            municipality: Some(&centre.name),
            district: None,
            organisation: &owner.name,
            service: "",
            dice,
        };
        facts.fill(venue.name.get(language), language)
    };
    let street = Street::town(dice, municipality, &venue.street);
    let mut record = base("ServiceLocation", &channel.id(plan), &owner.id, &languages, dice);
    record["area"] = contact::municipal_area(&municipality.code);
    record["serviceHours"] = hours::of_pattern(&venue.hours, &languages, dice);
    record["contactAddresses"] = contact::no_addresses();
    record["location"] = json!({
        "foreignAddresses": [],
        "otherAddresses": [],
        "streetAddresses": [street.visited(dice)],
    });
    record["languageVersions"] = languages.object(|language| {
        let name = name(language);
        let pages = json!([{ "name": name, "url": format!("https://www.{}.example/{}", owner.host, venue.id) }]);
        place_version(&name, venue.summary.get(language), &owner.host, &pages, language, dice)
    });
    record
}

fn place_version(
    name: &str,
    summary: &str,
    host: &str,
    pages: &Value,
    language: Language,
    dice: Dice,
) -> Value {
    let reach = Text::new(
        "Perille pääsee myös julkisilla kulkuneuvoilla ja polkupyörällä.",
        "Det går också att ta sig hit med kollektivtrafik och cykel.",
        "You can also get here by public transport and by bicycle.",
    );
    json!({
        "name": name,
        "summary": summary,
        "description": format!("{summary}\n\n{}", reach.get(language)),
        "alternativeName": null,
        "isAlternativeNamePrimary": false,
        "contactEmails": [{ "email": format!("{}@{host}.example", contact::mailbox(language)) }],
        "contactFaxNumbers": contact::faxes(dice),
        "contactWebPages": pages,
        "contactPhoneNumbers": [contact::phone(dice, None)],
    })
}

/// Who keeps a venue of a municipality.
fn owner<'a>(plan: &'a Plan, form: &str, at: usize) -> &'a Organisation {
    let owns = |it: &&Organisation| match form {
        "county" => it.form == "region",
        "association" => it.subjects.iter().any(|subject| subject == "volunteer"),
        form => it.form == form && it.municipality == Some(at),
    };
    plan.organisations.iter().find(owns).unwrap_or(&plan.organisations[0])
}

fn switchboard(plan: &Plan, channel: Channel, position: usize) -> Value {
    let dice = channel.dice(plan);
    let keeper = &plan.organisations[position];
    let languages = &keeper.languages;
    let is_always_open = keeper
        .subjects
        .iter()
        .any(|subject| matches!(subject.as_str(), "guidance" | "county-mind"));
    let pattern = if is_always_open { "always" } else { "office" };
    let mut record = base("TelephoneService", &channel.id(plan), &keeper.id, languages, dice);
    record["area"] = keeper.municipality.map_or_else(contact::county_area, |at| {
        contact::municipal_area(&plan.municipality(at).code)
    });
    record["serviceHours"] = hours::of_pattern(pattern, languages, dice);
    record["languageVersions"] = languages.object(|language| {
        let words = Text::new("neuvontapuhelin", "telefonrådgivning", "advice line");
        let summary = Text::new(
            "Neuvontaa palveluista ja yhteys oikeaan henkilöön.",
            "Råd om tjänsterna och kontakt med rätt person.",
            "Advice on services and contact with the right person.",
        );
        let callback = Text::new(
            "Jos linja on varattu, jätä soittopyyntö. Soitamme takaisin saman päivän aikana.",
            "Om linjen är upptagen kan du lämna en ringbegäran. Vi ringer upp samma dag.",
            "If the line is busy, leave a request and we will call you back the same day.",
        );
        let mut numbers = vec![contact::phone(dice, None)];
        if dice.chance("takes text messages", 50) {
            numbers.push(contact::text_messages(dice, language));
        }
        json!({
            "name": format!("{}, {}", keeper.name.get(language), words.get(language)),
            "summary": summary.get(language),
            "description": callback.get(language),
            "webAddress": { "url": null, "name": null },
            "supportEmails": [],
            "phoneNumbers": numbers,
        })
    });
    record
}

fn own_record(plan: &Plan, channel: Channel, service: &Planned, own: Own) -> Value {
    let dice = channel.dice(plan);
    let languages = plan.languages(service);
    let organisation = service.organisation;
    let form = match own {
        Own::Page => "WebPage",
        Own::Electronic => "EService",
        Own::Telephone => "TelephoneService",
        Own::Form => "PrintableForm",
        Own::Meeting => "ServiceLocation",
    };
    let mut record = base(form, &channel.id(plan), &organisation.id, &languages, dice);
    record["area"] = if own == Own::Page { Value::Null } else { service::area(plan, service) };
    match own {
        Own::Page => {}
        Own::Electronic => {
            let identified = dice.chance("identified", 55);
            record["electronicIdentification"] =
                json!(if identified { "Required" } else { "NotRequired" });
            record["electronicSignature"] = if identified && dice.chance("signed", 20) {
                json!({ "type": "Required", "numberOfRequiredSignatures": 1 })
            } else {
                json!({ "type": "NotRequired" })
            };
            record["serviceHours"] = hours::of_pattern("always", &languages, dice);
        }
        Own::Telephone => record["serviceHours"] = hours::of_pattern("office", &languages, dice),
        Own::Form => record["deliveryAddresses"] = json!([delivery(plan, service, dice)]),
        Own::Meeting => {
            let at = service.municipality.unwrap_or_default();
            let municipality = plan.municipality(at);
            let place = service.district.unwrap_or(&municipality.centre);
            let street = Text::new("Kylätie", "Byvägen", "-");
            let street = Street::at(dice, municipality, place, &street);
            record["serviceHours"] = hours::of_pattern("youth", &languages, dice);
            record["contactAddresses"] = contact::no_addresses();
            record["location"] = json!({
                "foreignAddresses": [],
                "otherAddresses": [],
                "streetAddresses": [street.visited(dice)],
            });
        }
    }
    record["languageVersions"] =
        languages.object(|language| own_version(plan, service, own, language, dice));
    record
}

fn delivery(plan: &Plan, service: &Planned, dice: Dice) -> Value {
    let languages = &service.organisation.languages;
    let at = service.municipality.unwrap_or_default();
    let recipient = languages.object(|language| service.organisation.name.get(language).into());
    if dice.chance("posted", 50) {
        let street = Text::new("Keskuskatu", "Centralgatan", "-");
        let mut address = Street::town(dice, plan.municipality(at), &street).address();
        address["recipient"] = recipient;
        address["deliveryAddressType"] = json!("StreetAddress");
        return address;
    }
    let word = Text::new("PL", "PB", "PO Box");
    let number = 10 + dice.roll("box", 400);
    json!({
        "postalCode": plan.municipality(at).centre.postal_code,
        "postOfficeBox": languages.object(|language| format!("{} {number}", word.get(language)).into()),
        "additionalInformation": {},
        "recipient": recipient,
        "deliveryAddressType": "PostOfficeBox",
    })
}

/// What a channel of its own is called and what it is for.
fn words(own: Own, service: &str, language: Language) -> (String, String) {
    let suffix = match own {
        Own::Page => Text::new("verkkosivut", "webbplats", "website"),
        Own::Electronic => {
            Text::new("sähköinen asiointi", "elektronisk ärendehantering", "online service")
        }
        Own::Telephone => {
            Text::new("neuvonta puhelimitse", "telefonrådgivning", "advice by telephone")
        }
        Own::Form => Text::new("hakulomake", "ansökningsblankett", "application form"),
        Own::Meeting => Text::new("kokoontumispaikka", "samlingsplats", "meeting place"),
    };
    let summary = match own {
        Own::Page => Text::new(
            "Ajankohtaiset tiedot, aikataulut ja yhteystiedot.",
            "Aktuella uppgifter, tidtabeller och kontaktuppgifter.",
            "Current information, timetables and contacts.",
        ),
        Own::Electronic => Text::new(
            "Ilmoittaudu, hae tai varaa aika verkossa milloin vain.",
            "Anmäl dig, ansök eller boka tid på webben när som helst.",
            "Sign up, apply or book online at any time.",
        ),
        Own::Telephone => Text::new(
            "Soita, niin kerromme lisää ja autamme eteenpäin.",
            "Ring så berättar vi mer och hjälper dig vidare.",
            "Call us to hear more and to get started.",
        ),
        Own::Form => Text::new(
            "Täytä, tulosta ja lähetä lomake postitse tai tuo se palvelupisteeseen.",
            "Fyll i, skriv ut och skicka blanketten per post eller lämna den på servicepunkten.",
            "Fill in, print and post the form or bring it to a service point.",
        ),
        Own::Meeting => Text::new(
            "Tila, jossa ryhmä kokoontuu.",
            "Lokalen där gruppen samlas.",
            "The room where the group meets.",
        ),
    };
    (format!("{service}: {}", suffix.get(language)), summary.get(language).to_owned())
}

fn own_version(plan: &Plan, service: &Planned, own: Own, language: Language, dice: Dice) -> Value {
    let title = plan.name(service, language);
    let (name, summary) = words(own, &title, language);
    let host = &service.organisation.host;
    let address = format!("https://www.{host}.example/{}/{}", service.kind.id, service.number);
    let email = json!([{ "email": format!("{}@{host}.example", contact::mailbox(language)) }]);
    let page = json!({ "url": address, "name": title });
    let level = ["FullyCompliant", "PartiallyCompliant", "Unknown", "NonCompliant"];
    let level = level[dice.roll("accessible", 40) / 12];
    match own {
        Own::Page => json!({
            "name": name, "summary": summary, "description": summary,
            "accessibilityClassificationLevel": level, "webAddress": page,
            "supportEmails": email, "supportPhoneNumbers": [],
        }),
        Own::Electronic => json!({
            "name": name, "summary": summary, "description": summary,
            "accessibilityClassificationLevel": level, "webAddress": page,
            "attachmentLinks": [], "supportEmails": email,
            "supportPhoneNumbers": [contact::phone(dice, None)],
        }),
        Own::Telephone => json!({
            "name": name, "summary": summary, "description": summary,
            "webAddress": { "url": null, "name": null }, "supportEmails": email,
            "phoneNumbers": [contact::phone(dice, None)],
        }),
        Own::Form => json!({
            "name": name, "summary": summary, "description": summary,
            "attachmentLinks": [], "supportEmails": email, "supportPhoneNumbers": [],
            "formIdentifier": format!("A-{:04}", 1000 + dice.roll("form", 8000)),
            "formFiles": [{ "name": title, "url": format!("{address}.pdf"), "type": "pdf" }],
        }),
        Own::Meeting => place_version(&name, &summary, host, &json!([]), language, dice),
    }
}
