//! Opening hours. Their order changes from one read to the next, so the periods are sorted; a
//! holiday's row carries the date on which the holiday falls next, so it becomes a rule without one.

use std::collections::BTreeMap;

use domain::Localized;
use domain::catalogue::{
    HolidayRule, HoursPeriod, HoursRule, OpeningStatus, OpeningTime, Repetition, ServiceHours,
    Weekday,
};
use domain::import::ProblemCode;
use jiff::civil::{Date, Time};

use super::holidays::holiday_named;
use super::shapes::{localized, objects, text};
use crate::clean;
use crate::reading::{Object, Path, Reading};

/// A row of `openingHour`.
struct Row {
    from_day: Option<Weekday>,
    to_day: Option<Weekday>,
    from: Time,
    to: Time,
}

/// An item of `serviceHours`.
struct Hours {
    kind: String,
    from: Option<Date>,
    to: Option<Date>,
    is_closed: bool,
    /// None where the key is missing, as in old data.
    is_always_open: Option<bool>,
    status: OpeningStatus,
    heading: Localized,
    rows: Vec<Row>,
}

/// Takes the opening hours.
pub fn hours(object: &mut Object<'_>, reading: &mut Reading) -> ServiceHours {
    let mut hours = ServiceHours::default();
    objects(object, "serviceHours", reading, |item, reading| {
        let path = *item.path();
        let item = read(item, reading);
        add(&item, &mut hours, &path, reading);
    });
    for period in &mut hours.periods {
        if let HoursRule::Weekly { days } | HoursRule::Exception { days } = &mut period.rule {
            for times in days.values_mut() {
                tidy(times);
            }
        }
    }
    hours.periods.sort_by_cached_key(|period| {
        let rule = serde_json::to_string(period).unwrap_or_default();
        (is_exception(&period.rule), period.from, period.to, rule)
    });
    hours.periods.dedup();
    for rule in &mut hours.holidays {
        tidy(&mut rule.times);
    }
    hours.holidays.sort_by(|one, other| one.holiday.cmp(&other.holiday));
    hours
}

fn tidy(times: &mut Vec<OpeningTime>) {
    times.sort_by_key(|time| (time.start, time.end));
    times.dedup();
}

const fn is_exception(rule: &HoursRule) -> bool {
    matches!(rule, HoursRule::Exception { .. } | HoursRule::Closed)
}

fn read(item: &mut Object<'_>, reading: &mut Reading) -> Hours {
    let path = *item.path();
    item.leave_out("orderNumber");
    let kind = text(item, "serviceHourType", reading).unwrap_or_default();
    // Finnish dates, though they are written as instants.
    let mut date = |name: &str, reading: &mut Reading| {
        let date = text(item, name, reading)?;
        clean::date(&date, &path.field(name), reading)
    };
    let (from, to) = (date("validFrom", reading), date("validTo", reading));
    let for_now = item.boolean("validForNow", reading).unwrap_or_default();
    let is_closed = item.boolean("isClosed", reading).unwrap_or_default();
    let is_always_open = item.boolean("isAlwaysOpen", reading);
    let by_appointment = item.boolean("isReservation", reading).unwrap_or_default();
    let heading = localized(item, "additionalInformation", reading);
    let mut rows = Vec::new();
    objects(item, "openingHour", reading, |row, reading| rows.extend(self::row(row, reading)));
    Hours {
        kind,
        from,
        to: to.filter(|_| !for_now),
        is_closed,
        is_always_open,
        status: if by_appointment { OpeningStatus::OpenOnReservation } else { OpeningStatus::Open },
        heading,
        rows,
    }
}

fn row(object: &mut Object<'_>, reading: &mut Reading) -> Option<Row> {
    let path = *object.path();
    object.leave_out("order");
    let mut day = |name: &str, reading: &mut Reading| {
        let day = text(object, name, reading)?;
        let read = Weekday::from_name(&day);
        if read.is_none() {
            reading.warn(ProblemCode::ValueUnknown, &path.field(name), &day);
        }
        read
    };
    let (from_day, to_day) = (day("dayFrom", reading), day("dayTo", reading));
    let mut time = |name: &str, reading: &mut Reading| {
        let Some(time) = text(object, name, reading) else {
            reading.warn(ProblemCode::FieldMissing, &path.field(name), "");
            return None;
        };
        clean::time(&time, &path.field(name), reading)
    };
    let (from, to) = (time("from", reading), time("to", reading));
    let (from, to) = (from?, to?);
    if from == to && from != Time::midnight() {
        reading.warn(ProblemCode::HoursInvalid, &path, &format!("{from}–{to}"));
    }
    Some(Row { from_day, to_day, from, to })
}

fn add(item: &Hours, hours: &mut ServiceHours, path: &Path<'_>, reading: &mut Reading) {
    if let (Some(from), Some(to)) = (item.from, item.to)
        && from > to
    {
        reading.warn(ProblemCode::HoursInvalid, path, &format!("{from}–{to}"));
    }
    match item.kind.as_str() {
        "DaysOfTheWeek" => hours.periods.push(weekly(item, path, reading)),
        "OverMidnight" => hours.periods.extend(over_midnight(item, path, reading)),
        "Exceptional" => exceptional(item, hours, path, reading),
        other => {
            reading.warn(ProblemCode::ValueUnknown, &path.field("serviceHourType"), other);
            hours.periods.push(item.period(HoursRule::Other { value: other.to_owned() }));
        }
    }
}

fn weekly(item: &Hours, path: &Path<'_>, reading: &mut Reading) -> HoursPeriod {
    let has_dates = item.from.is_some() || item.to.is_some();
    let rule = match (&item.rows[..], item.is_closed, item.is_always_open) {
        (_, true, _) if has_dates => HoursRule::Closed,
        // A week in which no day is named is a closed one, and gives way to exceptions.
        (_, true, _) => HoursRule::Weekly { days: BTreeMap::new() },
        (_, _, Some(true)) | ([], _, None) => HoursRule::AlwaysOpen { status: item.status.clone() },
        ([], ..) if item.status == OpeningStatus::OpenOnReservation => {
            HoursRule::AlwaysOpen { status: item.status.clone() }
        }
        ([], ..) => {
            reading.warn(ProblemCode::HoursInvalid, path, "neither times, closed nor always open");
            HoursRule::Other { value: item.kind.clone() }
        }
        (rows, ..) => HoursRule::Weekly { days: days_of(rows, &item.status, path, reading) },
    };
    item.period(rule)
}

fn days_of(
    rows: &[Row],
    status: &OpeningStatus,
    path: &Path<'_>,
    reading: &mut Reading,
) -> BTreeMap<Weekday, Vec<OpeningTime>> {
    let mut days: BTreeMap<Weekday, Vec<OpeningTime>> = BTreeMap::new();
    for row in rows {
        let Some(first) = row.from_day else {
            reading.warn(ProblemCode::FieldMissing, &path.field("openingHour"), "dayFrom");
            continue;
        };
        for day in days_between(first, row.to_day.unwrap_or(first)) {
            days.entry(day).or_default().push(row.opening(status));
        }
    }
    days
}

/// The days from the first to the last, over the turn of the week where the last comes before.
fn days_between(first: Weekday, last: Weekday) -> impl Iterator<Item = Weekday> {
    let length = (last as usize + 7 - first as usize) % 7;
    (0..=length).map(move |days| Weekday::ALL[(first as usize + days) % 7])
}

fn over_midnight(item: &Hours, path: &Path<'_>, reading: &mut Reading) -> Vec<HoursPeriod> {
    let mut periods = Vec::new();
    for row in &item.rows {
        let (Some(from_day), Some(to_day)) = (row.from_day, row.to_day) else {
            reading.warn(ProblemCode::FieldMissing, &path.field("openingHour"), "dayFrom, dayTo");
            continue;
        };
        let rule = HoursRule::Continuous {
            from_day,
            from_time: row.from,
            to_day,
            to_time: row.to,
            status: item.status.clone(),
        };
        periods.push(item.period(rule));
    }
    periods
}

fn exceptional(item: &Hours, hours: &mut ServiceHours, path: &Path<'_>, reading: &mut Reading) {
    let times: Vec<OpeningTime> = if item.is_closed {
        Vec::new()
    } else {
        item.rows.iter().map(|row| row.opening(&item.status)).collect()
    };
    if item.to.is_none()
        && let Some(holiday) = holiday_named(&item.heading)
    {
        match hours.holidays.iter_mut().find(|rule| rule.holiday == holiday) {
            Some(rule) => rule.times.extend(times),
            None => hours.holidays.push(HolidayRule { holiday, years: None, times }),
        }
        return;
    }
    let Some(from) = item.from else {
        // It would hold on every date or on none; what it says in words is kept.
        reading.warn(ProblemCode::HoursInvalid, path, "an exception without dates");
        hours.periods.push(item.period(HoursRule::Other { value: "Exceptional".to_owned() }));
        return;
    };
    let rule = if item.is_closed {
        HoursRule::Closed
    } else if times.is_empty() {
        if item.is_always_open != Some(true) {
            reading.warn(ProblemCode::HoursInvalid, path, "an exception without times");
        }
        HoursRule::Other { value: "Exceptional".to_owned() }
    } else {
        // The days of the rows say nothing: the database stores Monday to Sunday.
        let days = Weekday::ALL.into_iter().map(|day| (day, times.clone())).collect();
        HoursRule::Exception { days }
    };
    // An exception without an end is of one day.
    hours.periods.push(HoursPeriod { to: item.to.or(Some(from)), ..item.period(rule) });
}

impl Row {
    fn opening(&self, status: &OpeningStatus) -> OpeningTime {
        OpeningTime {
            start: self.from,
            end: self.to,
            status: status.clone(),
            repetition: Repetition::Weekly,
            additional_information: Localized::default(),
        }
    }
}

impl Hours {
    fn period(&self, rule: HoursRule) -> HoursPeriod {
        HoursPeriod {
            from: self.from,
            to: self.to,
            rule,
            heading: self.heading.clone(),
            additional_information: Localized::default(),
        }
    }
}
