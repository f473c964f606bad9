//! Hours: weekly ones, odd weeks, over midnight, seasons, closures and holidays by rule.

use serde_json::{Map, Value, json};

use super::localized::{Languages, Text};
use super::random::Dice;

const WEEK: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Opening on a day: its position in the week, from, to.
type Opening = (usize, &'static str, &'static str);

const LIBRARY: [Opening; 6] = [
    (0, "10:00", "19:00"),
    (1, "10:00", "19:00"),
    (2, "10:00", "19:00"),
    (3, "10:00", "19:00"),
    (4, "10:00", "17:00"),
    (5, "10:00", "14:00"),
];
const POOL: [Opening; 7] = [
    (0, "06:30", "20:30"),
    (1, "12:00", "20:30"),
    (2, "06:30", "20:30"),
    (3, "12:00", "20:30"),
    (4, "06:30", "20:00"),
    (5, "11:00", "17:00"),
    (6, "11:00", "17:00"),
];
const EVENING: [Opening; 6] = [
    (0, "15:00", "21:00"),
    (1, "15:00", "21:00"),
    (2, "15:00", "21:00"),
    (3, "15:00", "21:00"),
    (5, "10:00", "18:00"),
    (6, "12:00", "18:00"),
];
const YOUTH: [Opening; 4] =
    [(1, "14:00", "20:00"), (2, "14:00", "20:00"), (3, "14:00", "20:00"), (4, "17:00", "22:00")];
const SENIOR: [Opening; 5] = [
    (0, "09:00", "15:00"),
    (1, "09:00", "15:00"),
    (2, "09:00", "17:00"),
    (3, "09:00", "15:00"),
    (4, "09:00", "14:00"),
];
const FAMILY: [Opening; 4] =
    [(0, "09:00", "15:00"), (1, "09:00", "18:00"), (3, "09:00", "15:00"), (4, "09:00", "12:00")];
const WASTE: [Opening; 4] =
    [(0, "10:00", "18:00"), (2, "10:00", "18:00"), (3, "12:00", "20:00"), (5, "09:00", "14:00")];
const MUSEUM: [Opening; 4] =
    [(2, "11:00", "17:00"), (3, "11:00", "17:00"), (5, "11:00", "16:00"), (6, "11:00", "16:00")];

fn weekdays(from: &'static str, to: &'static str) -> Vec<Opening> {
    (0..5).map(|day| (day, from, to)).collect()
}

/// The hours of a venue by the name of their pattern; a pattern that is not known is an office's.
pub fn of_pattern(pattern: &str, languages: &Languages, dice: Dice) -> Value {
    let writer = Writer { languages, dice };
    let mut hours = match pattern {
        "always" => vec![Writer::always()],
        "library" => vec![writer.weekly(&LIBRARY), writer.summer("10:00", "16:00")],
        "pool" => {
            vec![writer.weekly(&POOL), writer.closed("2027-06-14", "2027-08-08", &SUMMER_BREAK)]
        }
        "evening" if dice.chance("night", 15) => vec![writer.weekly(&EVENING), writer.night()],
        "evening" => vec![writer.weekly(&EVENING)],
        "youth" => vec![writer.weekly(&YOUTH), writer.odd_sundays()],
        "senior" => vec![writer.weekly(&SENIOR)],
        "family" => vec![writer.weekly(&FAMILY)],
        "waste" => vec![writer.weekly(&WASTE)],
        "museum" => vec![
            writer.season(&MUSEUM, "2026-05-15", "2026-09-15"),
            writer.season(&MUSEUM, "2027-05-15", "2027-09-15"),
        ],
        "summer" => vec![
            writer.season(&summer_days(), "2026-06-01", "2026-08-31"),
            writer.season(&summer_days(), "2027-06-01", "2027-08-31"),
        ],
        "reservation" => vec![
            writer.reserved(&weekdays("08:00", "16:00")),
            writer.weekly(&[(1, "09:00", "11:00"), (3, "13:00", "15:00")]),
        ],
        "health" => vec![writer.weekly(&weekdays("08:00", "16:00"))],
        "workshop" | "school" => vec![writer.weekly(&weekdays("08:00", "15:00"))],
        "daycare" => vec![writer.weekly(&weekdays("06:30", "17:00"))],
        "college" => vec![writer.weekly(&weekdays("09:00", "20:00"))],
        "parish" => vec![writer.weekly(&[
            (0, "09:00", "15:00"),
            (2, "09:00", "18:00"),
            (6, "09:00", "13:00"),
        ])],
        _ => vec![writer.weekly(&weekdays("09:00", "15:00"))],
    };
    let never_closes = matches!(pattern, "always" | "summer" | "museum");
    if !never_closes && dice.chance("christmas closure", 35) {
        hours.push(writer.closed("2026-12-23", "2027-01-03", &CHRISTMAS_BREAK));
    }
    if !never_closes && dice.chance("works", 8) {
        hours.push(writer.closed("2027-02-15", "2027-02-21", &WORKS));
    }
    let holidays = if never_closes { Value::Null } else { writer.holidays() };
    json!({ "hours": hours, "holidayServiceHours": holidays })
}

/// Nothing said.
pub fn none() -> Value {
    json!({ "hours": [], "holidayServiceHours": null })
}

fn summer_days() -> Vec<Opening> {
    (0..7).map(|day| (day, "09:00", "20:00")).collect()
}

type Words = [&'static str; 3];
const SUMMER_BREAK: Words = ["Kesätauko", "Sommarpaus", "Summer break"];
const CHRISTMAS_BREAK: Words = ["Joulutauko", "Juluppehåll", "Christmas break"];
const WORKS: Words =
    ["Suljettu huoltotöiden vuoksi", "Stängt på grund av underhåll", "Closed for maintenance"];
const SUMMER_HOURS: Words = ["Kesäaikataulu", "Sommartid", "Summer hours"];
const NIGHT: Words = [
    "Perjantai-illan pitkä tapahtumailta",
    "Lång evenemangskväll på fredag",
    "Long Friday evening",
];
const ODD: Words =
    ["Parittomien viikkojen sunnuntaina", "Söndagar under udda veckor", "Sundays in odd weeks"];
const BOOKED: Words = ["Ajanvarauksella", "Med tidsbokning", "By appointment"];

struct Writer<'a> {
    languages: &'a Languages,
    dice: Dice,
}

impl Writer<'_> {
    fn words(&self, words: &Words) -> Value {
        let text = Text::new(words[0], words[1], words[2]);
        self.languages.object(|language| text.get(language).into())
    }

    fn week(&self, openings: &[Opening], status: &str, repetition: &str) -> Value {
        let mut week = Map::new();
        // Some places open and close half an hour from the usual.
        for (day, from, to) in openings {
            let from = if self.dice.chance("later", 25) {
                from.replace(":00", ":30")
            } else {
                (*from).to_owned()
            };
            let hour = json!({
                "start": from,
                "end": to,
                "openingStatus": status,
                "repetition": repetition,
                "additionalInformation": {},
            });
            week.insert(WEEK[day % 7].to_owned(), json!({ "hours": [hour] }));
        }
        Value::Object(week)
    }

    fn weekly(&self, openings: &[Opening]) -> Value {
        json!({
            "type": "WeeklyUntilFurtherNoticeServiceHour",
            "heading": {},
            "additionalInformation": {},
            "weeklyHours": self.week(openings, "Open", "Weekly"),
        })
    }

    fn reserved(&self, openings: &[Opening]) -> Value {
        json!({
            "type": "WeeklyUntilFurtherNoticeServiceHour",
            "heading": self.words(&BOOKED),
            "additionalInformation": {},
            "weeklyHours": self.week(openings, "OpenOnReservation", "Weekly"),
        })
    }

    fn odd_sundays(&self) -> Value {
        json!({
            "type": "WeeklyUntilFurtherNoticeServiceHour",
            "heading": self.words(&ODD),
            "additionalInformation": {},
            "weeklyHours": self.week(&[(6, "14:00", "18:00")], "Open", "OddWeeks"),
        })
    }

    fn season(&self, openings: &[Opening], from: &str, to: &str) -> Value {
        json!({
            "type": "WeeklyDateRangeServiceHour",
            "fromDate": from,
            "toDate": to,
            "heading": self.words(&SUMMER_HOURS),
            "additionalInformation": {},
            "weeklyHours": self.week(openings, "Open", "Weekly"),
        })
    }

    fn summer(&self, from: &'static str, to: &'static str) -> Value {
        self.season(&weekdays(from, to), "2027-06-07", "2027-08-15")
    }

    fn night(&self) -> Value {
        json!({
            "type": "ContinuousWeekdaysUntilFurtherNoticeServiceHour",
            "openingStatus": "Open",
            "heading": self.words(&NIGHT),
            "additionalInformation": {},
            "fromDay": "Friday",
            "fromTime": "18:00",
            "toDay": "Saturday",
            "toTime": "01:00",
        })
    }

    fn always() -> Value {
        json!({
            "type": "ContinuousAlwaysValidServiceHour",
            "openingStatus": "Open",
            "heading": {},
            "additionalInformation": {},
        })
    }

    fn closed(&self, from: &str, to: &str, why: &Words) -> Value {
        let hour = json!({
            "start": "00:00",
            "end": "23:59",
            "openingStatus": "Closed",
            "repetition": "Weekly",
            "additionalInformation": {},
        });
        let week = WEEK.map(|day| (day.to_owned(), json!({ "hours": [hour.clone()] })));
        json!({
            "type": "ExceptionalDateRangeServiceHour",
            "heading": self.words(why),
            "additionalInformation": {},
            "fromDate": from,
            "toDate": to,
            "weeklyHours": Map::from_iter(week),
        })
    }

    fn holidays(&self) -> Value {
        const CLOSED: [&str; 8] = [
            "NewYearDay",
            "Epiphany",
            "GoodFriday",
            "EasterMonday",
            "MayDay",
            "MidsummerEve",
            "IndependenceDay",
            "ChristmasDay",
        ];
        let hour = |from: &str, to: &str, status: &str| json!({ "start": from, "end": to, "openingStatus": status, "additionalInformation": {} });
        let mut holidays = CLOSED
            .map(|name| json!({ "holidayName": name, "hours": [hour("00:00", "23:59", "Closed")] }))
            .to_vec();
        if self.dice.chance("eve", 40) {
            let short = hour("09:00", "13:00", "Open");
            holidays.push(json!({ "holidayName": "NewYearEve", "hours": [short.clone()] }));
            holidays.push(json!({ "holidayName": "MaundyThursday", "hours": [short] }));
        }
        let repetition = if self.dice.chance("selected years", 20) {
            json!({ "type": "RepetitionInSelectedYears", "years": [2026, 2027] })
        } else {
            json!({ "type": "RepetitionEveryYear" })
        };
        json!({ "repetition": repetition, "holidays": holidays })
    }
}
