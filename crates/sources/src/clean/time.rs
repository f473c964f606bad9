//! Dates, times of day and instants.

use domain::import::ProblemCode;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

use crate::reading::{Path, Reading};

/// The years that a date of a service can be in; .NET's 0001 and 9999 stand for none.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;

/// A date, `2026-11-24`. A time of day after it (`T00:00:00`) is left out: v11 writes dates so.
pub fn date(text: &str, path: &Path, reading: &mut Reading) -> Option<Date> {
    let day = text.trim().split('T').next().filter(|day| day.len() == 10);
    let date = day.and_then(|day| day.parse::<Date>().ok());
    report(date.filter(|date| YEARS.contains(&date.year())), text, path, reading)
}

/// A time of day, `8:00`, `08:00` or `08:00:00`. `24:00` is midnight at the day's end, which
/// opening hours write as an end of `00:00`.
pub fn time(text: &str, path: &Path, reading: &mut Reading) -> Option<Time> {
    report(time_of_day(text.trim()), text, path, reading)
}

fn time_of_day(text: &str) -> Option<Time> {
    let part = |part: &str| {
        let fits = (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        if fits { part.parse::<i8>().ok() } else { None }
    };
    let mut parts = text.split(':');
    let (hour, minute) = (part(parts.next()?)?, part(parts.next()?)?);
    let second = parts.next().map_or(Some(0), part)?;
    match (parts.next(), hour, minute, second) {
        (Some(_), ..) => None,
        (None, 24, 0, 0) => Some(Time::midnight()),
        _ => Time::new(hour, minute, second, 0).ok(),
    }
}

/// An instant, with up to 9 decimals of a second. Without a zone it is in UTC, as v11 writes it.
pub fn timestamp(text: &str, path: &Path, reading: &mut Reading) -> Option<Timestamp> {
    let trimmed = text.trim();
    let instant = if trimmed.contains(',') || !trimmed.contains(['T', 't']) {
        None
    } else {
        trimmed.parse::<Timestamp>().ok().or_else(|| {
            let civil: DateTime = trimmed.parse().ok()?;
            civil.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
        })
    };
    let sensible =
        instant.filter(|instant| YEARS.contains(&TimeZone::UTC.to_datetime(*instant).year()));
    report(sensible, text, path, reading)
}

fn report<T>(value: Option<T>, text: &str, path: &Path, reading: &mut Reading) -> Option<T> {
    if value.is_none() {
        reading.warn(ProblemCode::TimeInvalid, path, text);
    }
    value
}

#[cfg(test)]
mod tests {
    use jiff::civil;

    use super::*;
    use crate::clean::testing::cleaned;

    #[test]
    fn a_date_is_read_and_what_is_none_is_reported() {
        let (read, problems) = cleaned(|path, reading| date("2024-02-29", path, reading));
        assert_eq!((read, problems), (Some(civil::date(2024, 2, 29)), vec![]));
        let (read, _) = cleaned(|path, reading| date("2024-02-29T00:00:00", path, reading));
        assert_eq!(read, Some(civil::date(2024, 2, 29)));
        for text in ["2025-02-30", "2025-02-29", "0001-01-01", "9999-12-31", "24.11.2026", ""] {
            let (read, problems) = cleaned(|path, reading| date(text, path, reading));
            assert_eq!((read, problems), (None, vec![ProblemCode::TimeInvalid]), "{text}");
        }
    }

    #[test]
    fn a_time_is_read_with_or_without_seconds_and_24_is_midnight() {
        for (text, expected) in [
            ("08:00", civil::time(8, 0, 0, 0)),
            ("8:00", civil::time(8, 0, 0, 0)),
            ("08:00:30", civil::time(8, 0, 30, 0)),
            ("24:00", civil::time(0, 0, 0, 0)),
            ("24:00:00", civil::time(0, 0, 0, 0)),
        ] {
            let (read, problems) = cleaned(|path, reading| time(text, path, reading));
            assert_eq!((read, problems), (Some(expected), vec![]), "{text}");
        }
        for text in ["25:61", "24:01", "8", "08.00", "-1:00", "08:00:00:00", "", "+8:00"] {
            let (read, problems) = cleaned(|path, reading| time(text, path, reading));
            assert_eq!((read, problems), (None, vec![ProblemCode::TimeInvalid]), "{text}");
        }
    }

    #[test]
    fn an_instant_is_read_in_its_zone_and_else_in_utc() {
        for (text, expected) in [
            ("2026-01-02T03:04:05Z", "2026-01-02T03:04:05Z"),
            ("2026-01-02T03:04:05.1234567+02:00", "2026-01-02T01:04:05.1234567Z"),
            ("2026-01-02T03:04:05", "2026-01-02T03:04:05Z"),
            ("2026-01-02T03:04:05.1234567", "2026-01-02T03:04:05.1234567Z"),
        ] {
            let (read, problems) = cleaned(|path, reading| timestamp(text, path, reading));
            assert_eq!(read, expected.parse().ok(), "{text}");
            assert!(problems.is_empty(), "{text}");
        }
        for text in
            ["2026-01-02T03:04:05,123", "2025-02-30T00:00:00Z", "0001-01-01T00:00:00", "x", ""]
        {
            let (read, problems) = cleaned(|path, reading| timestamp(text, path, reading));
            assert_eq!((read, problems), (None, vec![ProblemCode::TimeInvalid]), "{text}");
        }
    }
}
