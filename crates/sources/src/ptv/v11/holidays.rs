//! The names by which v11 gives away that a row of hours is a holiday's.
//!
//! Source of the names: PTV's own list of holidays (vrk-kpa/ptv-releases, MIT), in Finnish, Swedish
//! and English.

use domain::Localized;
use domain::catalogue::Holiday;

/// Each holiday with its names, in small letters without blanks and punctuation.
const NAMES: [(Holiday, [&str; 3]); 18] = [
    (Holiday::NewYearEve, ["uudenvuodenaatto", "nyårsafton", "newyearseve"]),
    (Holiday::NewYearDay, ["uudenvuodenpäivä", "nyårsdagen", "newyearsday"]),
    (Holiday::Epiphany, ["loppiainen", "trettondagen", "epiphany"]),
    (Holiday::MaundyThursday, ["kiirastorstai", "skärtorsdag", "maundythursday"]),
    (Holiday::GoodFriday, ["pitkäperjantai", "långfredagen", "goodfriday"]),
    (Holiday::EasterSunday, ["1pääsiäispäivä", "påskdagen", "eastersunday"]),
    (Holiday::EasterMonday, ["2pääsiäispäivä", "annandagpåsk", "eastermonday"]),
    (Holiday::MayDayEve, ["vappuaatto", "valborgsafton", "maydayeve"]),
    (Holiday::MayDay, ["vappu", "valborg", "mayday"]),
    (Holiday::AscensionDay, ["helatorstai", "kristihimmelsfärdsdag", "ascensionday"]),
    (Holiday::WhitSunday, ["helluntai", "pingst", "whitsunday"]),
    (Holiday::MidsummerEve, ["juhannusaatto", "midsommarafton", "midsummereve"]),
    (Holiday::MidsummerDay, ["juhannuspäivä", "midsommardagen", "midsummerday"]),
    (Holiday::AllSaintsDay, ["pyhäinpäivä", "allahelgonsdag", "allsaintsday"]),
    (Holiday::IndependenceDay, ["itsenäisyyspäivä", "självständighetsdagen", "independenceday"]),
    (Holiday::ChristmasEve, ["jouluaatto", "julafton", "christmaseve"]),
    (Holiday::ChristmasDay, ["joulupäivä", "juldagen", "christmasday"]),
    (Holiday::SecondDayOfChristmas, ["tapaninpäivä", "annandagjul", "2nddayofchristmas"]),
];

/// The holiday that a heading is the name of, in every language that it is in.
pub fn holiday_named(heading: &Localized) -> Option<Holiday> {
    let mut holidays = heading.iter().map(|(_, name)| holiday(name));
    let first = holidays.next()??;
    holidays.all(|other| other.as_ref() == Some(&first)).then_some(first)
}

fn holiday(name: &str) -> Option<Holiday> {
    let name: String = name
        .chars()
        .filter(|character| character.is_alphanumeric())
        .collect::<String>()
        .to_lowercase();
    let (holiday, _) = NAMES.iter().find(|(_, names)| names.contains(&name.as_str()))?;
    Some(holiday.clone())
}
