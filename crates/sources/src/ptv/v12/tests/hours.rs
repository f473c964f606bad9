//! What becomes of opening hours.

use domain::catalogue::{
    DayHours, HolidayRule, HoursPeriod, HoursRule, OpeningStatus, ServiceHours, Weekday,
};
use jiff::civil::{date, time};
use serde_json::json;

use super::*;

/// The hours of a channel with these periods and holidays, and the codes of what is wrong.
fn read_hours(periods: Value, holidays: Value) -> (ServiceHours, Vec<ProblemCode>) {
    let mut channel = good::channel();
    channel["serviceHours"]["hours"] = periods;
    channel["serviceHours"]["holidayServiceHours"] = holidays;
    let record = taken(EntityKind::Channel, &channel);
    let codes = record.problems.iter().map(|problem| problem.code).collect();
    let Entity::Channel(channel) = record.entity else { panic!() };
    (channel.hours, codes)
}

fn opening(start: &str, end: &str) -> Value {
    json!({"start": start, "end": end, "openingStatus": "Open", "repetition": "Weekly",
        "additionalInformation": {}})
}

fn weekly(day: &str, hours: Value) -> Value {
    let mut period = json!({"type": "WeeklyUntilFurtherNoticeServiceHour", "heading": {},
        "additionalInformation": {}});
    period["weeklyHours"][day]["hours"] = hours;
    json!([period])
}

#[test]
fn an_end_before_the_start_is_over_midnight_and_24_is_midnight() {
    for (start, end, expected) in [
        ("22:00", "02:00", time(2, 0, 0, 0)),
        ("08:00", "24:00", time(0, 0, 0, 0)),
        ("00:00", "00:00", time(0, 0, 0, 0)),
    ] {
        let (hours, codes) =
            read_hours(weekly("monday", json!([opening(start, end)])), json!(null));
        let HoursRule::Weekly { days } = &hours.periods[0].rule else { panic!() };
        assert_eq!(days[&Weekday::Monday][0].end, expected, "{start}–{end}");
        assert!(codes.is_empty(), "{start}–{end}");
    }
}

#[test]
fn a_day_whose_times_cannot_be_read_is_unknown_and_not_closed() {
    let invalid = vec![ProblemCode::TimeInvalid, ProblemCode::HoursInvalid];
    let (hours, codes) =
        read_hours(weekly("monday", json!([opening("25:61", "16:00")])), json!(null));
    assert_eq!((hours.on(date(2026, 11, 23)), codes), (DayHours::Unknown, invalid));
}

#[test]
fn of_several_times_the_good_ones_stay() {
    let times =
        json!([opening("08:00", "10:00"), opening("12:00", "x"), opening("08:00", "10:00")]);
    let (hours, codes) = read_hours(weekly("monday", times), json!(null));
    assert!(matches!(hours.on(date(2026, 11, 23)), DayHours::Times(times) if times.len() == 1));
    assert_eq!(codes, [ProblemCode::TimeInvalid]);
}

#[test]
fn a_start_that_is_the_end_is_kept_and_reported() {
    let (hours, codes) =
        read_hours(weekly("monday", json!([opening("08:00", "08:00")])), json!(null));
    assert_eq!((hours.periods.len(), codes), (1, vec![ProblemCode::HoursInvalid]));
}

#[test]
fn every_type_of_period_is_read() {
    let days = json!({"fromDay": "Friday", "fromTime": "16:00", "toDay": "Monday", "toTime": "08:00",
        "openingStatus": "OpenOnReservation"});
    let dates = json!({"fromDate": "2026-01-01", "toDate": "2026-01-31"});
    let week = json!({"weeklyHours": {"monday": {"hours": [opening("08:00", "09:00")]}}});
    let with = |name: &str, parts: &[&Value]| {
        let mut period = json!({"type": format!("{name}ServiceHour")});
        for part in parts {
            period.as_object_mut().unwrap().extend(part.as_object().unwrap().clone());
        }
        period
    };
    let (hours, codes) = read_hours(
        json!([
            with("WeeklyUntilFurtherNotice", &[&week]),
            with("WeeklyDateRange", &[&week, &dates]),
            with("ContinuousAlwaysValid", &[&json!({"openingStatus": "Open"})]),
            with("ContinuousWeekdaysUntilFurtherNotice", &[&days]),
            with("ContinuousDateRange", &[&days, &dates]),
            with("ExceptionalDateRange", &[&week, &dates]),
        ]),
        json!(null),
    );
    assert!(codes.is_empty(), "{codes:?}");
    assert!(matches!(
        hours.periods.iter().map(|period| &period.rule).collect::<Vec<_>>().as_slice(),
        [
            HoursRule::Weekly { .. },
            HoursRule::Weekly { .. },
            HoursRule::AlwaysOpen { .. },
            HoursRule::Continuous { status: OpeningStatus::OpenOnReservation, .. },
            HoursRule::Continuous { .. },
            HoursRule::Exception { .. },
        ]
    ));
    let HoursPeriod { from, to, .. } = hours.periods[1];
    assert_eq!((from, to), (Some(date(2026, 1, 1)), Some(date(2026, 1, 31))));
}

#[test]
fn a_closed_day_of_an_exception_is_closed() {
    let closed = json!([{"type": "ExceptionalDateRangeServiceHour", "fromDate": "2026-11-23",
        "toDate": "2026-11-23", "weeklyHours": {"monday": {"hours": [{"start": "", "end": null,
        "openingStatus": "Closed", "repetition": "Weekly"}]}}}]);
    let (hours, codes) = read_hours(closed, json!(null));
    assert_eq!((hours.on(date(2026, 11, 23)), codes), (DayHours::Closed, vec![]));
}

#[test]
fn dates_that_run_backwards_or_are_missing_are_reported_and_say_nothing() {
    let week = json!({"monday": {"hours": []}});
    for (name, from, to) in [
        ("WeeklyDateRange", json!("2026-12-01"), json!("2026-11-01")),
        ("WeeklyDateRange", json!(null), json!(null)),
        ("ExceptionalDateRange", json!("2026-12-01"), json!(null)),
        ("ExceptionalDateRange", json!("2025-02-30"), json!("2025-03-01")),
    ] {
        let period = json!([{"type": format!("{name}ServiceHour"), "fromDate": from, "toDate": to,
            "weeklyHours": week}]);
        let (hours, codes) = read_hours(period, json!(null));
        assert!(hours.periods.is_empty(), "{name} {from} {to}");
        assert_eq!(codes.last(), Some(&ProblemCode::HoursInvalid), "{name} {from} {to}");
    }
}

#[test]
fn a_period_of_a_new_type_is_kept_by_its_name() {
    let (hours, codes) = read_hours(json!([{"type": "LunarServiceHour"}]), json!(null));
    let value = "LunarServiceHour".to_owned();
    assert_eq!(hours.periods[0].rule, HoursRule::Other { value });
    assert_eq!(codes, [ProblemCode::ValueUnknown]);
}

#[test]
fn four_hundred_exceptions_are_four_hundred_periods() {
    let periods: Vec<_> = (0..400)
        .map(|_| {
            json!({"type": "ExceptionalDateRangeServiceHour", "fromDate": "2026-01-01",
            "toDate": "2026-01-02", "weeklyHours": {}})
        })
        .collect();
    assert_eq!(read_hours(json!(periods), json!(null)).0.periods.len(), 400);
}

#[test]
fn holidays_are_kept_as_rules_for_every_year_or_for_some() {
    let holidays = json!([
        {"holidayName": "GoodFriday", "hours": []},
        {"holidayName": "MidsummerEve", "hours": [
            {"start": "08:00", "end": "12:00", "openingStatus": "Open"}]},
    ]);
    let every = json!({"repetition": {"type": "RepetitionEveryYear"}, "holidays": holidays});
    let (hours, codes) = read_hours(json!([]), every);
    assert_eq!((hours.holidays.len(), codes), (2, vec![]));
    assert_eq!(hours.on(date(2026, 4, 3)), DayHours::Closed);
    assert!(matches!(hours.on(date(2027, 6, 25)), DayHours::Times(_)));
    let some = json!({"repetition": {"type": "RepetitionInSelectedYears", "years": [2026, "x"]},
        "holidays": holidays});
    let (hours, codes) = read_hours(json!([]), some);
    assert!(
        matches!(&hours.holidays[0], HolidayRule { years: Some(years), .. } if years == &[2026])
    );
    assert_eq!(codes, [ProblemCode::TimeInvalid]);
}

#[test]
fn holidays_of_which_the_years_are_unknown_say_nothing() {
    let holidays = json!({"repetition": {"type": "RepetitionOnFullMoon"}, "holidays": [
        {"holidayName": "GoodFriday", "hours": []}]});
    let (hours, codes) = read_hours(json!([]), holidays);
    assert!(hours.holidays.is_empty());
    assert_eq!(codes, [ProblemCode::ValueUnknown, ProblemCode::HoursInvalid]);
}
