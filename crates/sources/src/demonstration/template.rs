//! Filling in the texts: `{in}` and its like by what is true of a service, `[this|that]` by chance.
//!
//! The n-th choice of a text falls alike in all languages, so write the choices in the same order.

use super::content::PlaceName;
use super::localized::{Language, Text};
use super::random::Dice;

/// What is true of a service, a channel or a connection.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The municipality; none for the whole county.
    pub municipality: Option<&'a PlaceName>,
    /// The district or village.
    pub district: Option<&'a PlaceName>,
    /// The organisation's name.
    pub organisation: &'a Text,
    /// The service's name, where a text speaks of it.
    pub service: &'a str,
    /// The dice of the thing.
    pub dice: Dice,
}

const DAYS: [[&str; 3]; 5] = [
    ["maanantaisin", "på måndagar", "on Mondays"],
    ["tiistaisin", "på tisdagar", "on Tuesdays"],
    ["keskiviikkoisin", "på onsdagar", "on Wednesdays"],
    ["torstaisin", "på torsdagar", "on Thursdays"],
    ["perjantaisin", "på fredagar", "on Fridays"],
];
const TIMES: [[&str; 3]; 8] = [
    ["klo 9.30–11", "kl. 9.30–11", "9.30–11.00"],
    ["klo 10–11.30", "kl. 10–11.30", "10.00–11.30"],
    ["klo 12–13.30", "kl. 12–13.30", "12.00–13.30"],
    ["klo 13–15", "kl. 13–15", "13.00–15.00"],
    ["klo 14–16", "kl. 14–16", "14.00–16.00"],
    ["klo 16.30–18", "kl. 16.30–18", "16.30–18.00"],
    ["klo 17–18.30", "kl. 17–18.30", "17.00–18.30"],
    ["klo 18–20", "kl. 18–20", "18.00–20.00"],
];
const SEASONS: [[&str; 3]; 4] = [
    ["syyskuusta toukokuuhun", "från september till maj", "from September to May"],
    [
        "elokuun lopusta huhtikuuhun",
        "från slutet av augusti till april",
        "from late August to April",
    ],
    ["ympäri vuoden", "året om", "all year round"],
    ["syys- ja kevätkaudella", "på hösten och våren", "in autumn and spring"],
];
const PRICES: [&str; 6] = ["2", "3", "4", "5", "6,50", "8"];
const FEES: [&str; 6] = ["18", "25", "32", "40", "55", "68"];
const SIZES: [&str; 5] = ["8", "10", "12", "15", "20"];
const FIRST_NAMES: [&str; 24] = [
    "Aino", "Eero", "Hilkka", "Jari", "Kaisa", "Leena", "Mika", "Niina", "Olli", "Pirjo", "Riku",
    "Sanna", "Tuomas", "Ulla", "Ville", "Anneli", "Bengt", "Camilla", "Elina", "Fredrik",
    "Gunilla", "Henna", "Ilkka", "Johanna",
];
const LAST_NAMES: [&str; 22] = [
    "Aallokas",
    "Haapasalmi",
    "Kivirinta",
    "Lehtokari",
    "Merilahti",
    "Niittyranta",
    "Ojalampi",
    "Peltokangas",
    "Rantakoivu",
    "Salmenoja",
    "Tuulikallio",
    "Vesikansa",
    "Ahonpelto",
    "Björkstrand",
    "Fagerudd",
    "Granberget",
    "Hongisto",
    "Karikoski",
    "Lundkvarn",
    "Mäntysaari",
    "Saarijoki",
    "Strandnäs",
];

const fn column(language: Language) -> usize {
    match language {
        Language::Fi => 0,
        Language::Sv => 1,
        Language::En => 2,
    }
}

impl Facts<'_> {
    /// A person who answers for it, invented.
    pub fn person(&self) -> String {
        let first = self.dice.pick("first name", &FIRST_NAMES).copied().unwrap_or_default();
        let last = self.dice.pick("last name", &LAST_NAMES).copied().unwrap_or_default();
        format!("{first} {last}")
    }

    /// Fills in a template. Its first letter becomes a capital.
    pub fn fill(&self, template: &str, language: Language) -> String {
        let chosen = self.choose(template);
        let mut filled = String::with_capacity(chosen.len() + 64);
        let mut rest = chosen.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let Some((name, tail)) = after.split_once('}') else { break };
            filled.push_str(&self.value(name, language));
            rest = tail;
        }
        filled.push_str(rest);
        capitalised(filled.trim())
    }

    /// Takes one of each `[this|that]`.
    fn choose(&self, template: &str) -> String {
        let mut chosen = String::with_capacity(template.len());
        let mut rest = template;
        let mut number = 0;
        while let Some((before, after)) = rest.split_once('[') {
            chosen.push_str(before);
            let Some((group, tail)) = after.split_once(']') else { break };
            let choices = group.split('|').collect::<Vec<_>>();
            let dice = self.dice.of("choice", number);
            chosen.push_str(dice.pick("one", &choices).copied().unwrap_or_default());
            number += 1;
            rest = tail;
        }
        chosen.push_str(rest);
        chosen
    }

    fn value(&self, name: &str, language: Language) -> String {
        let of_county = |texts: [&str; 3]| texts[column(language)].to_owned();
        let of_table = |purpose: &str, table: &[[&str; 3]]| {
            self.dice.pick(purpose, table).map_or("", |row| row[column(language)]).to_owned()
        };
        let number = |purpose: &str, table: &[&str]| {
            let number = self.dice.pick(purpose, table).copied().unwrap_or_default();
            if language == Language::En { number.replace(',', ".") } else { number.to_owned() }
        };
        let municipality = |part: fn(&PlaceName) -> &Text, county: [&str; 3]| {
            self.municipality
                .map_or_else(|| of_county(county), |place| part(place).get(language).to_owned())
        };
        let district = |part: fn(&PlaceName) -> &Text, county: [&str; 3]| {
            self.district
                .map_or_else(|| municipality(part, county), |it| part(it).get(language).to_owned())
        };
        match name {
            "municipality" => municipality(|it| &it.name, COUNTY),
            "of" => municipality(|it| &it.of, OF_COUNTY),
            "Of" => capitalised(&municipality(|it| &it.of, OF_COUNTY)),
            "in" => municipality(|it| &it.within, IN_COUNTY),
            "In" => capitalised(&municipality(|it| &it.within, IN_COUNTY)),
            "place" => district(|it| &it.name, COUNTY),
            "Of place" => capitalised(&district(|it| &it.of, OF_COUNTY)),
            "of place" => district(|it| &it.of, OF_COUNTY),
            "in place" => district(|it| &it.within, IN_COUNTY),
            "day" => of_table("day", &DAYS),
            "Day" => capitalised(&of_table("day", &DAYS)),
            "time" => of_table("time", &TIMES),
            "season" => of_table("season", &SEASONS),
            "price" => number("price", &PRICES),
            "fee" => number("fee", &FEES),
            "size" => number("size", &SIZES),
            "person" => self.person(),
            "organisation" => self.organisation.get(language).to_owned(),
            "service" => self.service.to_owned(),
            other => format!("{{{other}}}"),
        }
    }
}

const COUNTY: [&str; 3] = ["Aurarannikko", "Aurakusten", "Aurarannikko"];
const OF_COUNTY: [&str; 3] = ["Aurarannikon", "Aurakustens", "Aurarannikko"];
const IN_COUNTY: [&str; 3] = ["Aurarannikolla", "vid Aurakusten", "in Aurarannikko"];

/// With a capital at the beginning.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
