//! Streets, telephones, areas and dates, invented but well formed.

use serde_json::{Value, json};

use super::content::{District, Municipality};
use super::localized::{Language, Languages, Text};
use super::random::Dice;

/// The wellbeing services county of Varsinais-Suomi.
pub const COUNTY: &str = "05";

/// A street address.
#[derive(Debug, Clone, PartialEq)]
pub struct Street {
    name: Text,
    number: usize,
    postal_code: String,
    easting: f64,
    northing: f64,
    languages: Languages,
}

impl Street {
    /// A street in the middle of a municipality.
    pub fn town(dice: Dice, municipality: &Municipality, name: &Text) -> Self {
        Self::at(dice, municipality, &municipality.centre, name)
    }

    /// A street in a district.
    pub fn at(dice: Dice, municipality: &Municipality, place: &District, name: &Text) -> Self {
        let offset = |purpose: &str| {
            let metres = u32::try_from(dice.roll(purpose, 900)).unwrap_or(0);
            f64::from(metres) - 450.0
        };
        Self {
            name: name.clone(),
            number: 1 + dice.roll("street number", 48),
            postal_code: place.postal_code.clone(),
            easting: place.easting + offset("east"),
            northing: place.northing + offset("north"),
            languages: municipality.languages.clone(),
        }
    }

    /// As PTV gives it.
    pub fn address(&self) -> Value {
        json!({
            "addressSource": { "source": "Posti" },
            "streetName": self.languages.object(|language| self.name.get(language).into()),
            "addressDetail": self.number.to_string(),
            "postalCode": self.postal_code,
            "coordinates": [{
                "system": "EPSG:3067",
                "source": "NLS",
                "easting": self.easting,
                "northing": self.northing,
            }],
            "additionalInformation": {},
        })
    }

    /// As PTV gives the address of a place that people visit.
    pub fn visited(&self, dice: Dice) -> Value {
        let mut address = self.address();
        let register = dice.chance("accessibility", 12).then(|| dice.of("accessibility", 1).id());
        address["accessibilityRegisterServicePointId"] = json!(register);
        if dice.chance("way in", 30) {
            let text = dice.pick("way in", &WAYS_IN).copied().unwrap_or(WAYS_IN[0]);
            address["additionalInformation"] = self.languages.object(|language| match language {
                Language::Sv => text[1].into(),
                _ => text[0].into(),
            });
        }
        address
    }
}

const WAYS_IN: [[&str; 2]; 4] = [
    ["Käynti sisäpihan puolelta.", "Ingång från innergården."],
    ["Sisäänkäynti B, esteetön luiska.", "Ingång B, tillgänglig ramp."],
    ["2. kerros, hissi.", "Andra våningen, hiss."],
    ["Pysäköinti rakennuksen takana.", "Parkering bakom byggnaden."],
];

/// No addresses of any kind.
pub fn no_addresses() -> Value {
    json!({ "foreignAddresses": [], "postOfficeBoxAddresses": [], "streetAddresses": [] })
}

/// One number; the numbers do not exist.
pub fn phone(dice: Dice, information: Option<&str>) -> Value {
    let number = format!("2555{:04}", dice.roll("phone", 10_000));
    json!({
        "type": "InternationalPhone",
        "dialCode": "+358",
        "number": number,
        "chargeType": "Charged",
        "chargeDescription": null,
        "additionalInformation": information,
    })
}

/// A number for text messages, for who cannot call; no operator has the prefix.
pub fn text_messages(dice: Dice, language: Language) -> Value {
    let whom = Text::new(
        "Jos et voi soittaa, lähetä tekstiviesti.",
        "Om du inte kan ringa, skicka ett textmeddelande.",
        "If you cannot call, send a text message.",
    );
    json!({
        "type": "Sms",
        "dialCode": "+358",
        "number": format!("43555{:04}", dice.roll("text messages", 10_000)),
        "chargeType": "Charged",
        "chargeDescription": null,
        "additionalInformation": whom.get(language),
    })
}

/// The telefaxes of a place; most have none by now.
pub fn faxes(dice: Dice) -> Value {
    if !dice.chance("fax", 8) {
        return json!([]);
    }
    json!([{
        "type": "Fax",
        "dialCode": "+358",
        "number": format!("2555{:04}", dice.roll("fax number", 10_000)),
        "chargeType": "Charged",
        "chargeDescription": null,
        "additionalInformation": null,
    }])
}

/// Where an organisation gets its letters: a box at the post office, or an office abroad that opens
/// them; seldom anything else than its own door.
pub fn letters(dice: Dice, form: &str, postal_code: &str, languages: &Languages) -> Value {
    let mut addresses = no_addresses();
    if form == "Municipality" {
        let word = Text::new("PL", "PB", "PO Box");
        let number = 10 + dice.roll("box", 400);
        addresses["postOfficeBoxAddresses"] = json!([{
            "postalCode": postal_code,
            "postOfficeBox": languages.object(|language| format!("{} {number}", word.get(language)).into()),
            "additionalInformation": {},
        }]);
    } else if form == "Company" && dice.chance("letters abroad", 40) {
        let (address, country) = dice.pick("abroad", &ABROAD).copied().unwrap_or(ABROAD[0]);
        addresses["foreignAddresses"] = json!([{
            "address": languages.object(|_| address.into()),
            "countryCode": country,
        }]);
    }
    addresses
}

/// Streets that do not exist, in towns that do.
const ABROAD: [(&str, &str); 3] = [
    ("Påhittade gatan 4, 111 00 Stockholm", "SE"),
    ("Väljamõeldud tänav 12, 10100 Tallinn", "EE"),
    ("Ausgedachte Straße 7, 20000 Hamburg", "DE"),
];

/// The first part of an address of electronic mail.
pub const fn mailbox(language: Language) -> &'static str {
    match language {
        Language::Fi => "asiakaspalvelu",
        Language::Sv => "kundservice",
        Language::En => "info",
    }
}

/// The whole county.
pub fn county_area() -> Value {
    json!({
        "areaType": "LimitedArea",
        "municipalities": [],
        "regions": [],
        "wellbeingServicesCounties": [COUNTY],
    })
}

/// One municipality.
pub fn municipal_area(code: &str) -> Value {
    json!({
        "areaType": "LimitedArea",
        "municipalities": [code],
        "regions": [],
        "wellbeingServicesCounties": [],
    })
}

/// When a thing was published: mostly in the last two years, now and then long ago, seldom unknown.
pub fn published(dice: Dice) -> Value {
    if dice.chance("unpublished", 1) {
        return Value::Null;
    }
    let first = if dice.chance("stale", 4) {
        jiff::civil::date(2019, 2, 1)
    } else {
        jiff::civil::date(2025, 1, 2)
    };
    let days = i64::try_from(dice.roll("days", 660)).unwrap_or(0);
    let day = first.saturating_add(jiff::Span::new().days(days));
    let (hour, minute) = (7 + dice.roll("hour", 9), dice.roll("minute", 60));
    Value::from(format!("{day}T{hour:02}:{minute:02}:00Z"))
}
