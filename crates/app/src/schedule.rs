//! When `serve` imports by itself: what changed once a day, everything once a week.
//!
//! [`Schedule::due`] decides without a clock: the caller says what the time is and when the feed was
//! last read.

use domain::catalogue::Weekday;
use domain::import::{Mode, Report};
use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};

use crate::{App, Error};

/// When one feed is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// The time of day.
    pub time: Time,
    /// The day on which everything is read instead of the changes.
    pub full_on: Weekday,
}

/// What a feed's good runs tell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LastRuns {
    /// When the last good full run began.
    pub full: Option<Timestamp>,
    /// When the last good run of either kind began.
    pub any: Option<Timestamp>,
}

impl Schedule {
    /// What is due now: a full read when there was none since the last full time (or ever), else
    /// the changes when there was no run since the last daily time, else nothing.
    #[must_use]
    pub fn due(&self, last: LastRuns, now: &Zoned) -> Option<Mode> {
        let Some(last_full) = last.full else { return Some(Mode::Full) };
        if self.last_time(now, true).is_some_and(|time| last_full < time) {
            return Some(Mode::Full);
        }
        let last_any = last.any.unwrap_or(last_full);
        self.last_time(now, false).is_some_and(|time| last_any < time).then_some(Mode::Incremental)
    }

    /// The latest time at or before now at which a read was due.
    fn last_time(&self, now: &Zoned, full: bool) -> Option<Timestamp> {
        (0..=7)
            .filter_map(|days| now.date().checked_sub(days.days()).ok())
            .filter(|date| !full || Weekday::of(*date) == self.full_on)
            .filter_map(|date| date.to_datetime(self.time).to_zoned(now.time_zone().clone()).ok())
            .map(|time| time.timestamp())
            .find(|time| *time <= now.timestamp())
    }
}

/// When the feed's last good runs began.
///
/// # Errors
/// When the database is not there.
pub async fn last_runs(app: &App, feed: &str) -> Result<LastRuns, Error> {
    let mut reading = app.database().begin().await?;
    let full = store::import::last_complete(&mut reading, feed, Some(Mode::Full)).await?;
    let any = store::import::last_complete(&mut reading, feed, None).await?;
    let began = |report: Option<Report>| report.map(|report| report.started);
    Ok(LastRuns { full: began(full), any: began(any) })
}

/// Finnish time, in which schedules are written.
#[must_use]
pub fn finnish_time(now: Timestamp) -> Zoned {
    now.to_zoned(TimeZone::get("Europe/Helsinki").unwrap_or(TimeZone::UTC))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    const SCHEDULE: Schedule = Schedule { time: time(4, 0, 0, 0), full_on: Weekday::Sunday };

    fn at(day: i8, hour: i8) -> Zoned {
        let zone = TimeZone::get("Europe/Helsinki").unwrap();
        date(2026, 11, day).at(hour, 0, 0, 0).to_zoned(zone).unwrap()
    }

    fn runs(full: &Zoned, any: &Zoned) -> LastRuns {
        LastRuns { full: Some(full.timestamp()), any: Some(any.timestamp()) }
    }

    #[test]
    fn a_feed_that_was_never_read_is_read_in_full_at_once() {
        assert_eq!(SCHEDULE.due(LastRuns::default(), &at(25, 12)), Some(Mode::Full));
    }

    #[test]
    fn changes_are_due_from_the_daily_time_until_they_are_read() {
        let last = runs(&at(22, 5), &at(24, 4));
        assert_eq!(SCHEDULE.due(last, &at(24, 23)), None);
        assert_eq!(SCHEDULE.due(last, &at(25, 3)), None);
        assert_eq!(SCHEDULE.due(last, &at(25, 4)), Some(Mode::Incremental));
        assert_eq!(SCHEDULE.due(runs(&at(22, 5), &at(25, 4)), &at(25, 5)), None);
    }

    #[test]
    fn everything_is_due_on_the_weekly_day_even_when_the_day_was_missed() {
        let last = runs(&at(15, 4), &at(21, 4));
        assert_eq!(SCHEDULE.due(last, &at(21, 5)), None);
        assert_eq!(SCHEDULE.due(last, &at(22, 4)), Some(Mode::Full));
        assert_eq!(
            SCHEDULE.due(last, &at(24, 12)),
            Some(Mode::Full),
            "the machine was off on Sunday"
        );
    }
}
