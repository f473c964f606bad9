//! What the instructions and the description of a sports service have to tell, by the guidance for places of LIPAS.

use domain::Language;

use crate::finding::Found;
use crate::rule::rules;
use crate::subject::Case;
use crate::text::Text;
use crate::{Field, Rule, Settings};

pub(crate) static RULES: &[Rule] = rules![
    "HYTE3" Human [Service] "LIPAS guidance" vague_instructions;
    "HYTE4" Human [Service] "LIPAS guidance" vague_description;
];

/// The classes of places and groups for sports and the outdoors.
const SPORTS: [&str; 3] = ["P27", "P27.1", "P27.2"];

/// The words of one language by which a text tells something.
struct Signs {
    /// Whole words.
    words: &'static [&'static str],
    /// Beginnings of words.
    beginnings: &'static [&'static str],
    /// Beginnings of words that begin alike and tell nothing of it.
    others: &'static [&'static str],
}

impl Signs {
    fn are_in(&self, text: &Text<'_>) -> bool {
        let begins = |word: &str, with: &[&str]| with.iter().any(|one| word.starts_with(one));
        text.words().iter().any(|place| {
            let word = text.text[place.clone()].to_lowercase();
            self.words.contains(&word.as_str())
                || (begins(&word, self.beginnings) && !begins(&word, self.others))
        })
    }
}

fn vague_instructions(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    silent(case, Field::UserInstructions, &GETTING_IN, found);
}

fn vague_description(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    silent(case, Field::Description, &FOR_WHOM, found);
}

/// The texts of a field that have none of the signs of their language.
fn silent(case: &Case<'_>, field: Field, signs: &[(Language, Signs)], found: &mut Found<'_>) {
    let Some(about) = case.service() else { return };
    let classes = about.service.classification_with(about.description).service_classes;
    if !classes.iter().any(|class| SPORTS.contains(&class.as_str())) {
        return;
    }
    for text in case.field(field).filter(|text| !text.text.trim().is_empty()) {
        let of_language = signs.iter().find(|(language, _)| *language == text.language);
        if of_language.is_some_and(|(_, signs)| !signs.are_in(text)) {
            found.field(field, Some(text.language), []);
        }
    }
}

/// How one gets in, how one books, where one looks first.
static GETTING_IN: [(Language, Signs); 3] = [
    (
        Language::Fi,
        Signs {
            words: &["hae", "haku"],
            beginnings: &[
                "aukiol",
                "aikataul",
                "vapaa",
                "avoin",
                "avoimia",
                "omatoim",
                "maksut",
                "ilmai",
                "vara",
                "ilmoittau",
                "lip",
                "osta",
                "maksa",
                "hakea",
                "hakem",
                "haetaan",
                "hakuai",
                "hakulo",
                "hakuoh",
                "tarkista",
                "katso",
                "tutustu",
                "kartta",
                "seuraa",
                "osallistu",
                "liity",
                "jäsen",
                "soit",
            ],
            others: &[
                "vapaa-ai", "vapaa-aj", "vapaaeht", "varasto", "katsomo", "katsoj", "seuraav",
                "soitin",
            ],
        },
    ),
    (
        Language::Sv,
        Signs {
            words: &["se", "ser", "fri", "fria", "fritt", "delta", "deltar", "sök", "söka", "söks"],
            beginnings: &[
                "öpp",
                "tidtabell",
                "avgift",
                "gratis",
                "bok",
                "reserv",
                "anmäl",
                "biljett",
                "köp",
                "betal",
                "ansök",
                "kontroll",
                "koll",
                "bekanta",
                "kart",
                "följ",
                "deltag",
                "medlem",
                "ring",
            ],
            others: &["bokstav", "kollektiv", "kolleg", "följande", "följd"],
        },
    ),
    (
        Language::En,
        Signs {
            words: &[
                "free", "freely", "see", "map", "maps", "sign", "signing", "call", "pay", "paid",
                "join", "joining",
            ],
            beginnings: &[
                "open",
                "timetable",
                "book",
                "reserv",
                "regist",
                "ticket",
                "buy",
                "apply",
                "applic",
                "check",
                "follow",
                "member",
                "payab",
                "paym",
                "phone",
            ],
            others: &["following", "bookl", "bookshelf"],
        },
    ),
];

/// For whom it is, or how one takes part in it: alone, in a group, with an instructor.
static FOR_WHOM: [(Language, Signs); 3] = [
    (
        Language::Fi,
        Signs {
            words: &["sopii", "sopivat", "kaikki", "kuka", "jokainen", "miehille", "naisille"],
            beginnings: &[
                "yleisö",
                "järjestäj",
                "kaikille",
                "kaikenik",
                "kaikkien",
                "jokaise",
                "ikäi",
                "ikäryhm",
                "eri-ikäi",
                "eritaso",
                "laps",
                "last",
                "nuor",
                "aikui",
                "perhe",
                "vanhem",
                "senior",
                "ikäih",
                "iäk",
                "eläke",
                "työik",
                "koulul",
                "oppila",
                "opiskel",
                "vauv",
                "harrast",
                "aloitt",
                "liikkuj",
                "kävij",
                "käyttäj",
                "osallistuj",
                "kuntalai",
                "asukka",
                "asuka",
                "yhdisty",
                "seur",
                "yhteisö",
                "järjestö",
                "henkilö",
                "ihmis",
                "vamma",
                "maahanm",
                "ryhm",
                "ohjat",
                "ohjaa",
                "omatoim",
                "vapaa",
                "soveltu",
                "tarkoitettu",
                "suunnattu",
                "urheilij",
                "pelaaj",
                "hiihtäj",
                "uimar",
                "luistel",
                "retkeilij",
                "koiranom",
                "kaupunkilai",
                "voit",
                "saat",
            ],
            others: &["vapaa-ai", "vapaa-aj", "lastau", "seuraav", "henkilöstö", "henkilökun"],
        },
    ),
    (
        Language::Sv,
        Signs {
            words: &["alla", "passar", "var", "män", "du", "man", "fri", "fria", "fritt", "unga"],
            beginnings: &[
                "barn",
                "allmänhet",
                "arrangör",
                "ungdom",
                "vuxn",
                "famil",
                "förälder",
                "föräldr",
                "senior",
                "äldre",
                "pension",
                "elev",
                "stud",
                "ålder",
                "åldr",
                "nybörj",
                "motionär",
                "besökar",
                "använd",
                "deltag",
                "invån",
                "kommuninvån",
                "förening",
                "klubb",
                "samman",
                "person",
                "människ",
                "handikapp",
                "grupp",
                "ledd",
                "ledar",
                "egen",
                "egna",
                "själv",
                "avsed",
                "riktad",
                "riktar",
                "lämp",
                "idrottare",
                "spelare",
                "kvinn",
                "hundäg",
                "arbetsför",
            ],
            others: &["personal"],
        },
    ),
    (
        Language::En,
        Signs {
            words: &["all", "everyone", "anyone", "you", "men", "women", "kids", "free", "suits"],
            beginnings: &[
                "child",
                "public",
                "organiser",
                "young",
                "youth",
                "adult",
                "famil",
                "parent",
                "senior",
                "older",
                "elder",
                "pension",
                "pupil",
                "student",
                "age",
                "beginner",
                "visitor",
                "user",
                "participa",
                "resident",
                "associat",
                "club",
                "people",
                "person",
                "group",
                "guided",
                "instruct",
                "suitable",
                "intended",
                "athlete",
                "player",
                "walker",
                "runner",
                "skier",
                "swimmer",
            ],
            others: &["personnel", "agenc", "agend"],
        },
    ),
];
