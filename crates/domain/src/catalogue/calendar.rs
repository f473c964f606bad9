//! Days of the week, and the holidays (*juhlapyhät*) with their dates in a year.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::code::coded;

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Weekday {
    /// *Maanantai.*
    Monday,
    /// *Tiistai.*
    Tuesday,
    /// *Keskiviikko.*
    Wednesday,
    /// *Torstai.*
    Thursday,
    /// *Perjantai.*
    Friday,
    /// *Lauantai.*
    Saturday,
    /// *Sunnuntai.*
    Sunday,
}

impl Weekday {
    /// The week from Monday.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// The weekday of a date.
    #[must_use]
    pub fn of(date: Date) -> Self {
        Self::ALL[usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0)]
    }

    /// Reads an English name in any case, as both PTV versions write it.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        const NAMES: [&str; 7] =
            ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        NAMES.iter().position(|known| known.eq_ignore_ascii_case(name)).map(|day| Self::ALL[day])
    }
}

coded! {
    /// The public holidays and eves that PTV knows (*juhlapyhät*).
    Holiday {
        /// 31 December.
        NewYearEve = "NewYearEve",
        /// 1 January.
        NewYearDay = "NewYearDay",
        /// 6 January.
        Epiphany = "Epiphany",
        /// Three days before Easter.
        MaundyThursday = "MaundyThursday",
        /// Two days before Easter.
        GoodFriday = "GoodFriday",
        /// Easter.
        EasterSunday = "EasterSunday",
        /// The day after Easter.
        EasterMonday = "EasterMonday",
        /// 30 April.
        MayDayEve = "MayDayEve",
        /// 1 May.
        MayDay = "MayDay",
        /// 39 days after Easter.
        AscensionDay = "AscensionDay",
        /// 49 days after Easter.
        WhitSunday = "WhitSunday",
        /// The Friday of 19–25 June.
        MidsummerEve = "MidsummerEve",
        /// The day after Midsummer Eve.
        MidsummerDay = "MidsummerDay",
        /// The Saturday of 31 October – 6 November.
        AllSaintsDay = "AllSaintsDay",
        /// 6 December.
        IndependenceDay = "IndependenceDay",
        /// 24 December.
        ChristmasEve = "ChristmasEve",
        /// 25 December.
        ChristmasDay = "ChristmasDay",
        /// 26 December.
        SecondDayOfChristmas = "SecondDayOfChristmas",
    }
}

/// Easter Sunday of a year in the Gregorian calendar (the anonymous algorithm of 1876).
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (golden, century) = (year % 19, year / 100);
    let leap_centuries = century - century / 4 - (8 * century + 13) / 25;
    let epact = (19 * golden + leap_centuries + 15) % 30;
    let epact =
        epact - (epact / 28) * (1 - (epact / 28) * (29 / (epact + 1)) * ((21 - golden) / 11));
    let weekday = (year + year / 4 + epact + 2 - century + century / 4) % 7;
    let offset = epact - weekday;
    let month = 3 + (offset + 40) / 44;
    let day = offset + 28 - 31 * (month / 4);
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

impl Holiday {
    /// The holiday's date in a year; none for one that we do not know.
    #[must_use]
    pub fn date(&self, year: i16) -> Option<Date> {
        let fixed = |month, day| Date::new(year, month, day).ok();
        let from_easter = |days: i64| easter(year)?.checked_add(days.days()).ok();
        let first = |weekday: Weekday, month, day| {
            let start = Date::new(year, month, day).ok()?;
            (0..7)
                .filter_map(|days: i64| start.checked_add(days.days()).ok())
                .find(|date| Weekday::of(*date) == weekday)
        };
        match self {
            Self::NewYearEve => fixed(12, 31),
            Self::NewYearDay => fixed(1, 1),
            Self::Epiphany => fixed(1, 6),
            Self::MaundyThursday => from_easter(-3),
            Self::GoodFriday => from_easter(-2),
            Self::EasterSunday => from_easter(0),
            Self::EasterMonday => from_easter(1),
            Self::MayDayEve => fixed(4, 30),
            Self::MayDay => fixed(5, 1),
            Self::AscensionDay => from_easter(39),
            Self::WhitSunday => from_easter(49),
            Self::MidsummerEve => first(Weekday::Friday, 6, 19),
            Self::MidsummerDay => first(Weekday::Saturday, 6, 20),
            Self::AllSaintsDay => first(Weekday::Saturday, 10, 31),
            Self::IndependenceDay => fixed(12, 6),
            Self::ChristmasEve => fixed(12, 24),
            Self::ChristmasDay => fixed(12, 25),
            Self::SecondDayOfChristmas => fixed(12, 26),
            Self::Other(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn easter_falls_where_the_almanac_says() {
        for (year, month, day) in [
            (2000, 4, 23),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2038, 4, 25),
        ] {
            assert_eq!(
                Holiday::EasterSunday.date(year),
                Date::new(year, month, day).ok(),
                "{year}"
            );
        }
    }

    #[test]
    fn moving_holidays_of_2026_fall_where_the_almanac_says() {
        for (holiday, day) in [
            (Holiday::MaundyThursday, date(2026, 4, 2)),
            (Holiday::GoodFriday, date(2026, 4, 3)),
            (Holiday::EasterMonday, date(2026, 4, 6)),
            (Holiday::AscensionDay, date(2026, 5, 14)),
            (Holiday::WhitSunday, date(2026, 5, 24)),
            (Holiday::MidsummerEve, date(2026, 6, 19)),
            (Holiday::MidsummerDay, date(2026, 6, 20)),
            (Holiday::AllSaintsDay, date(2026, 10, 31)),
        ] {
            assert_eq!(holiday.date(2026), Some(day), "{holiday:?}");
        }
    }
}
