//! Opening hours (*palveluajat*): weekly, continuous, exceptional, and holidays as rules.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use super::calendar::{Holiday, Weekday};
use super::code::coded;
use crate::language::Localized;

coded! {
    /// How a place is open at a time.
    OpeningStatus {
        /// Open to all.
        Open = "Open",
        /// Open by appointment.
        OpenOnReservation = "OpenOnReservation",
        /// Closed.
        Closed = "Closed",
    }
}

coded! {
    /// In which weeks a weekly time repeats.
    Repetition {
        /// Every week.
        Weekly = "Weekly",
        /// Odd ISO weeks.
        OddWeeks = "OddWeeks",
        /// Even ISO weeks.
        EvenWeeks = "EvenWeeks",
    }
}

/// A stretch of time on a day. An end at or before the start is on the next day; an end of 00:00 is
/// midnight at the day's end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpeningTime {
    /// When it begins.
    pub start: Time,
    /// When it ends.
    pub end: Time,
    /// How it is open.
    pub status: OpeningStatus,
    /// In which weeks.
    pub repetition: Repetition,
    /// What else to know.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub additional_information: Localized,
}

/// What a period of hours says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum HoursRule {
    /// Open at all times.
    AlwaysOpen {
        /// Open to all or by appointment.
        status: OpeningStatus,
    },
    /// The same each week; a day that is not named is closed.
    Weekly {
        /// The times by day.
        days: BTreeMap<Weekday, Vec<OpeningTime>>,
    },
    /// Without a break from a day and time to a day and time of the week (*yön yli*).
    Continuous {
        /// The first day.
        from_day: Weekday,
        /// When it begins.
        from_time: Time,
        /// The last day.
        to_day: Weekday,
        /// When it ends.
        to_time: Time,
        /// Open to all or by appointment.
        status: OpeningStatus,
    },
    /// On the period's dates these hold in place of the others (*poikkeusaika*).
    Exception {
        /// The times by day; a day that is not named is as on other weeks.
        days: BTreeMap<Weekday, Vec<OpeningTime>>,
    },
    /// On the period's dates it is closed.
    Closed,
    /// A rule of a kind that we do not know, as the source named it.
    Other {
        /// The kind as it came.
        value: String,
    },
}

/// A period of hours: a rule and the dates within which it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoursPeriod {
    /// The first date (Finnish civil date); none for "from now on".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last date, itself included; none for "until further notice".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// The rule.
    pub rule: HoursRule,
    /// The period's heading.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub heading: Localized,
    /// What else to know.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub additional_information: Localized,
}

impl HoursPeriod {
    fn holds_on(&self, date: Date) -> bool {
        self.from.is_none_or(|from| from <= date) && self.to.is_none_or(|to| date <= to)
    }
}

/// What holds on a holiday, each year or in some years (*juhlapyhien palveluajat*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HolidayRule {
    /// The holiday.
    pub holiday: Holiday,
    /// The years in which it holds; none for every year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub years: Option<Vec<i16>>,
    /// The times; none means closed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub times: Vec<OpeningTime>,
}

/// When something is open.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceHours {
    /// The periods, in the source's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub periods: Vec<HoursPeriod>,
    /// The holidays.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holidays: Vec<HolidayRule>,
}

/// What is said of one date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayHours {
    /// Nothing is said.
    Unknown,
    /// Closed.
    Closed,
    /// Open at all times of the day.
    AllDay,
    /// Open at these times, in order of their start.
    Times(Vec<OpeningTime>),
}

impl ServiceHours {
    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.periods.is_empty() && self.holidays.is_empty()
    }

    /// What holds on a date: an exception before a holiday, a holiday before the ordinary week.
    #[must_use]
    pub fn on(&self, date: Date) -> DayHours {
        self.exception_on(date)
            .or_else(|| self.holiday_on(date))
            .unwrap_or_else(|| self.ordinary_on(date))
    }

    /// The holiday rule that holds on a date.
    #[must_use]
    pub fn holiday_rule_on(&self, date: Date) -> Option<&HolidayRule> {
        self.holidays.iter().find(|rule| {
            rule.years.as_ref().is_none_or(|years| years.contains(&date.year()))
                && rule.holiday.date(date.year()) == Some(date)
        })
    }

    fn holiday_on(&self, date: Date) -> Option<DayHours> {
        self.holiday_rule_on(date).map(|rule| times_of(&rule.times, date))
    }

    fn exception_on(&self, date: Date) -> Option<DayHours> {
        self.periods.iter().filter(|period| period.holds_on(date)).find_map(|period| match &period
            .rule
        {
            HoursRule::Closed => Some(DayHours::Closed),
            HoursRule::Exception { days } => {
                days.get(&Weekday::of(date)).map(|times| times_of(times, date))
            }
            _ => None,
        })
    }

    fn ordinary_on(&self, date: Date) -> DayHours {
        let mut times = Vec::new();
        let mut said = false;
        for period in self.periods.iter().filter(|period| period.holds_on(date)) {
            match &period.rule {
                HoursRule::AlwaysOpen { .. } => return DayHours::AllDay,
                HoursRule::Weekly { days } => {
                    said = true;
                    times.extend(days.get(&Weekday::of(date)).into_iter().flatten().cloned());
                }
                HoursRule::Continuous { from_day, from_time, to_day, to_time, status } => {
                    said = true;
                    match continuous_on(date, (*from_day, *from_time), (*to_day, *to_time), status)
                    {
                        Some(DayHours::AllDay) => return DayHours::AllDay,
                        Some(DayHours::Times(found)) => times.extend(found),
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        if said { times_of(&times, date) } else { DayHours::Unknown }
    }
}

/// The times that hold in the date's week, in order; closed where none does.
fn times_of(times: &[OpeningTime], date: Date) -> DayHours {
    let odd = date.iso_week_date().week() % 2 == 1;
    let mut held: Vec<OpeningTime> = times
        .iter()
        .filter(|time| match time.repetition {
            Repetition::OddWeeks => odd,
            Repetition::EvenWeeks => !odd,
            Repetition::Weekly | Repetition::Other(_) => true,
        })
        .filter(|time| time.status != OpeningStatus::Closed)
        .cloned()
        .collect();
    held.sort_by_key(|time| time.start);
    if held.is_empty() { DayHours::Closed } else { DayHours::Times(held) }
}

/// The part of a continuous stretch that begins on the date, or fills it.
fn continuous_on(
    date: Date,
    (from_day, from_time): (Weekday, Time),
    (to_day, to_time): (Weekday, Time),
    status: &OpeningStatus,
) -> Option<DayHours> {
    let days_after_start = |day: Weekday| (day as i32 - from_day as i32).rem_euclid(7);
    let mut length = days_after_start(to_day);
    if length == 0 && to_time <= from_time {
        length = 7;
    }
    let passed = days_after_start(Weekday::of(date));
    let time = |start, end| {
        Some(DayHours::Times(vec![OpeningTime {
            start,
            end,
            status: status.clone(),
            repetition: Repetition::Weekly,
            additional_information: Localized::default(),
        }]))
    };
    match passed {
        0 if length == 0 || (length == 1 && to_time <= from_time) => time(from_time, to_time),
        0 => time(from_time, Time::midnight()),
        _ if passed < length => Some(DayHours::AllDay),
        _ if passed == length
            && to_time > Time::midnight()
            && !(length == 1 && to_time <= from_time) =>
        {
            time(Time::midnight(), to_time)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    fn opening(start: Time, end: Time) -> OpeningTime {
        OpeningTime {
            start,
            end,
            status: OpeningStatus::Open,
            repetition: Repetition::Weekly,
            additional_information: Localized::default(),
        }
    }

    fn period(rule: HoursRule) -> HoursPeriod {
        HoursPeriod {
            from: None,
            to: None,
            rule,
            heading: Localized::default(),
            additional_information: Localized::default(),
        }
    }

    fn weekly(day: Weekday, times: Vec<OpeningTime>) -> ServiceHours {
        let days = BTreeMap::from([(day, times)]);
        ServiceHours { periods: vec![period(HoursRule::Weekly { days })], holidays: vec![] }
    }

    #[test]
    fn a_day_that_the_week_does_not_name_is_closed() {
        let hours = weekly(Weekday::Tuesday, vec![opening(time(9, 0, 0, 0), time(16, 0, 0, 0))]);
        assert_eq!(hours.on(date(2026, 11, 23)), DayHours::Closed);
        assert!(matches!(hours.on(date(2026, 11, 24)), DayHours::Times(_)));
    }

    #[test]
    fn a_holiday_goes_before_the_week_and_an_exception_before_the_holiday() {
        let mut hours = weekly(Weekday::Friday, vec![opening(time(9, 0, 0, 0), time(16, 0, 0, 0))]);
        let good_friday = date(2026, 4, 3);
        hours.holidays.push(HolidayRule {
            holiday: Holiday::GoodFriday,
            years: None,
            times: vec![],
        });
        assert_eq!(hours.on(good_friday), DayHours::Closed);
        let open = opening(time(12, 0, 0, 0), time(14, 0, 0, 0));
        let days = BTreeMap::from([(Weekday::Friday, vec![open.clone()])]);
        let exception = HoursPeriod {
            from: Some(good_friday),
            to: Some(good_friday),
            ..period(HoursRule::Exception { days })
        };
        hours.periods.push(exception);
        assert_eq!(hours.on(good_friday), DayHours::Times(vec![open]));
    }

    #[test]
    fn a_holiday_of_other_years_does_not_hold() {
        let hours = ServiceHours {
            periods: vec![],
            holidays: vec![HolidayRule {
                holiday: Holiday::IndependenceDay,
                years: Some(vec![2025]),
                times: vec![],
            }],
        };
        assert_eq!(hours.on(date(2025, 12, 6)), DayHours::Closed);
        assert_eq!(hours.on(date(2026, 12, 6)), DayHours::Unknown);
    }

    #[test]
    fn a_stretch_over_the_weekend_fills_the_day_between() {
        let rule = HoursRule::Continuous {
            from_day: Weekday::Friday,
            from_time: time(16, 0, 0, 0),
            to_day: Weekday::Monday,
            to_time: time(8, 0, 0, 0),
            status: OpeningStatus::Open,
        };
        let hours = ServiceHours { periods: vec![period(rule)], holidays: vec![] };
        assert!(matches!(hours.on(date(2026, 11, 27)), DayHours::Times(_)));
        assert_eq!(hours.on(date(2026, 11, 28)), DayHours::AllDay);
        assert!(matches!(hours.on(date(2026, 11, 30)), DayHours::Times(_)));
        assert_eq!(hours.on(date(2026, 11, 25)), DayHours::Closed);
    }

    #[test]
    fn odd_weeks_are_odd_iso_weeks() {
        let mut open = opening(time(9, 0, 0, 0), time(10, 0, 0, 0));
        open.repetition = Repetition::OddWeeks;
        let hours = weekly(Weekday::Monday, vec![open]);
        assert!(matches!(hours.on(date(2026, 11, 16)), DayHours::Times(_)), "week 47");
        assert_eq!(hours.on(date(2026, 11, 23)), DayHours::Closed, "week 48");
    }
}
