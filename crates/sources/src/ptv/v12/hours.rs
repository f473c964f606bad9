//! Opening hours.
//!
//! What is wrong in hours must not read as "closed": a period whose times cannot be read is left
//! out whole, so that the page says nothing of those days rather than something false.

use std::collections::BTreeMap;

use domain::catalogue::{
    HoursPeriod, HoursRule, OpeningStatus, OpeningTime, Repetition, ServiceHours, Weekday,
};
use domain::import::ProblemCode;
use jiff::civil::{Date, Time};

use super::holidays::holidays;
use super::texts::localized;
use crate::clean;
use crate::reading::{Object, Reading};

/// What the names of the types of period end in.
const TYPE_SUFFIX: &str = "ServiceHour";

/// The hours in a record's field `serviceHours`.
pub fn service_hours(record: &mut Object, reading: &mut Reading) -> ServiceHours {
    let read = |object: &mut Object, reading: &mut Reading| ServiceHours {
        periods: object.children("hours", reading, period),
        holidays: object.child("holidayServiceHours", reading, holidays).unwrap_or_default(),
    };
    record.child("serviceHours", reading, read).unwrap_or_default()
}

fn period(object: &mut Object, reading: &mut Reading) -> Option<HoursPeriod> {
    let word = object.text("type", reading).unwrap_or_default();
    let heading = localized(object, "heading", reading);
    let additional_information = localized(object, "additionalInformation", reading);
    let from = date(object, "fromDate", reading);
    let to = date(object, "toDate", reading);
    let dates = from.is_some() || to.is_some();
    let rule = match word.strip_suffix(TYPE_SUFFIX).unwrap_or(&word) {
        "WeeklyUntilFurtherNotice" => weekly(object, reading),
        "WeeklyDateRange" => weekly(object, reading).filter(|_| dates),
        "ContinuousAlwaysValid" => Some(HoursRule::AlwaysOpen { status: status(object, reading) }),
        "ContinuousWeekdaysUntilFurtherNotice" => continuous(object, reading),
        "ContinuousDateRange" => continuous(object, reading).filter(|_| dates),
        "ExceptionalDateRange" => {
            exception(object, reading).filter(|_| from.is_some() && to.is_some())
        }
        _ => {
            reading.warn(ProblemCode::ValueUnknown, &object.path().field("type"), &word);
            Some(HoursRule::Other { value: word.clone() })
        }
    };
    let backwards = from.zip(to).is_some_and(|(from, to)| to < from);
    let Some(rule) = rule.filter(|_| !backwards) else {
        reading.warn(ProblemCode::HoursInvalid, object.path(), &word);
        return None;
    };
    Some(HoursPeriod { from, to, rule, heading, additional_information })
}

fn weekly(object: &mut Object, reading: &mut Reading) -> Option<HoursRule> {
    let mut days = days(object, reading)?;
    days.retain(|_, times| !times.is_empty());
    Some(HoursRule::Weekly { days })
}

/// A day that is named and has no times is closed; one that is not named is as ever.
fn exception(object: &mut Object, reading: &mut Reading) -> Option<HoursRule> {
    Some(HoursRule::Exception { days: days(object, reading)? })
}

/// The times by day; none when a day's times were there and not one could be read.
fn days(object: &mut Object, reading: &mut Reading) -> Option<BTreeMap<Weekday, Vec<OpeningTime>>> {
    const NAMES: [&str; 7] =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let read = |week: &mut Object, reading: &mut Reading| {
        let mut days = BTreeMap::new();
        let mut sound = true;
        for (day, name) in Weekday::ALL.into_iter().zip(NAMES) {
            match week.child(name, reading, times) {
                Some(Some(times)) => {
                    days.insert(day, times);
                }
                Some(None) => sound = false,
                None => {}
            }
        }
        sound.then_some(days)
    };
    object.child("weeklyHours", reading, read).unwrap_or_else(|| Some(BTreeMap::new()))
}

/// The times in the field `hours`; none when there were some and not one could be read.
pub fn times(object: &mut Object, reading: &mut Reading) -> Option<Vec<OpeningTime>> {
    let mut given = 0;
    let times = object.children("hours", reading, |object, reading| {
        given += 1;
        opening_time(object, reading)
    });
    (given == 0 || !times.is_empty()).then(|| clean::unique(times))
}

fn opening_time(object: &mut Object, reading: &mut Reading) -> Option<OpeningTime> {
    let status = status(object, reading);
    let repetition = match object.text("repetition", reading) {
        None => Repetition::Weekly,
        Some(word) => {
            let path = object.path().field("repetition");
            clean::coded(&word, Repetition::from_code, Repetition::is_known, &path, reading)
        }
    };
    let additional_information = localized(object, "additionalInformation", reading);
    let (start, end) = if status == OpeningStatus::Closed {
        // A closed day's times say nothing; sources fill them in as they like.
        object.leave_out("start");
        object.leave_out("end");
        (Time::midnight(), Time::midnight())
    } else {
        let (start, end) = (time(object, "start", reading), time(object, "end", reading));
        (start?, end?)
    };
    if start == end && start != Time::midnight() {
        reading.warn(ProblemCode::HoursInvalid, object.path(), &start.to_string());
    }
    Some(OpeningTime { start, end, status, repetition, additional_information })
}

fn continuous(object: &mut Object, reading: &mut Reading) -> Option<HoursRule> {
    let status = status(object, reading);
    let (from_day, to_day) = (day(object, "fromDay", reading), day(object, "toDay", reading));
    let from_time = time(object, "fromTime", reading);
    let to_time = time(object, "toTime", reading);
    Some(HoursRule::Continuous {
        from_day: from_day?,
        from_time: from_time?,
        to_day: to_day?,
        to_time: to_time?,
        status,
    })
}

/// How it is open; not said means open.
fn status(object: &mut Object, reading: &mut Reading) -> OpeningStatus {
    match object.text("openingStatus", reading) {
        None => OpeningStatus::Open,
        Some(word) => {
            let path = object.path().field("openingStatus");
            clean::coded(&word, OpeningStatus::from_code, OpeningStatus::is_known, &path, reading)
        }
    }
}

fn day(object: &mut Object, name: &str, reading: &mut Reading) -> Option<Weekday> {
    let word = object.text(name, reading).unwrap_or_default();
    let day = Weekday::from_name(&word);
    if day.is_none() {
        reading.warn(ProblemCode::ValueUnknown, &object.path().field(name), &word);
    }
    day
}

fn time(object: &mut Object, name: &str, reading: &mut Reading) -> Option<Time> {
    let text = object.text(name, reading).unwrap_or_default();
    clean::time(&text, &object.path().field(name), reading)
}

fn date(object: &mut Object, name: &str, reading: &mut Reading) -> Option<Date> {
    let text = object.text(name, reading)?;
    clean::date(&text, &object.path().field(name), reading)
}
