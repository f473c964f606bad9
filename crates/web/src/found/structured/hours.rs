//! Opening hours as schema.org writes them: weekly ones, and the days on which others hold.
//!
//! Only what the vocabulary can say: it knows no odd and even weeks and no appointments, so such times
//! are left out rather than said wrongly.

use domain::catalogue::{
    DayHours, HoursPeriod, HoursRule, OpeningStatus, OpeningTime, Repetition, ServiceHours, Weekday,
};
use jiff::ToSpan;
use jiff::civil::Date;

use super::Thing;

/// How many days ahead special days are told.
const AHEAD: i32 = 90;
/// How many special days are told.
const SPECIAL: usize = 40;

const WEEK: [(Weekday, &str); 7] = [
    (Weekday::Monday, "Monday"),
    (Weekday::Tuesday, "Tuesday"),
    (Weekday::Wednesday, "Wednesday"),
    (Weekday::Thursday, "Thursday"),
    (Weekday::Friday, "Friday"),
    (Weekday::Saturday, "Saturday"),
    (Weekday::Sunday, "Sunday"),
];

/// The hours of every week.
pub(super) fn weekly(hours: &ServiceHours) -> Vec<Thing> {
    hours.periods.iter().flat_map(of_period).collect()
}

fn of_period(period: &HoursPeriod) -> Vec<Thing> {
    let within = |thing: Thing| {
        thing
            .with("validFrom", period.from.map(|date| date.to_string()))
            .with("validThrough", period.to.map(|date| date.to_string()))
    };
    match &period.rule {
        HoursRule::AlwaysOpen { status: OpeningStatus::Open } => {
            let days = WEEK.map(|(_, name)| name.to_owned());
            let all_day = Thing::of("OpeningHoursSpecification").with_all("dayOfWeek", days);
            let all_day = all_day.with("opens", Some("00:00")).with("closes", Some("23:59"));
            vec![within(all_day)]
        }
        HoursRule::Weekly { days } => {
            let mut things = Vec::new();
            for (day, name) in WEEK {
                let times = days.get(&day).into_iter().flatten();
                let every_week = times.filter(|time| time.repetition == Repetition::Weekly);
                for time in every_week.filter(|time| time.status == OpeningStatus::Open) {
                    things.push(within(open(time).with("dayOfWeek", Some(name))));
                }
            }
            things
        }
        _ => Vec::new(),
    }
}

/// The days of the next months on which something else holds: exceptions and holidays.
pub(super) fn special(hours: &ServiceHours, today: Date) -> Vec<Thing> {
    let mut things = Vec::new();
    for ahead in 0..AHEAD {
        let Ok(date) = today.checked_add(ahead.days()) else { break };
        if !is_special(hours, date) || things.len() >= SPECIAL {
            continue;
        }
        let on = |thing: Thing| {
            let date = date.to_string();
            thing.with("validFrom", Some(date.clone())).with("validThrough", Some(date))
        };
        match hours.on(date) {
            // Opening and closing at one moment is how the vocabulary says "closed".
            DayHours::Closed => {
                let closed = Thing::of("OpeningHoursSpecification").with("opens", Some("00:00"));
                things.push(on(closed.with("closes", Some("00:00"))));
            }
            DayHours::Times(times) => {
                let for_all = times.iter().filter(|time| time.status == OpeningStatus::Open);
                things.extend(for_all.map(|time| on(open(time))));
            }
            DayHours::Unknown | DayHours::AllDay => {}
        }
    }
    things
}

fn is_special(hours: &ServiceHours, date: Date) -> bool {
    let holds = |period: &HoursPeriod| {
        matches!(period.rule, HoursRule::Exception { .. } | HoursRule::Closed)
            && period.from.is_none_or(|from| from <= date)
            && period.to.is_none_or(|to| date <= to)
    };
    hours.holiday_rule_on(date).is_some() || hours.periods.iter().any(holds)
}

fn open(time: &OpeningTime) -> Thing {
    let clock = |time: jiff::civil::Time| format!("{:02}:{:02}", time.hour(), time.minute());
    Thing::of("OpeningHoursSpecification")
        .with("opens", Some(clock(time.start)))
        .with("closes", Some(clock(time.end)))
}
