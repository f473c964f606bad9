//! Whether a place is open now and until when, or when it opens next: across midnight, holidays and
//! exceptions.

use std::borrow::Cow;

use domain::catalogue::{DayHours, OpeningStatus, ServiceHours, Weekday};
use jiff::civil::{Date, DateTime, Time};
use jiff::{Span, ToSpan};

use super::hours::clock;
use super::text::day_and_month;
use crate::texts::Texts;

/// How many days ahead are looked at: what opens later than this is better asked.
const AHEAD: i32 = 14;
/// An end tomorrow is told by the clock alone when it is nearer than this, in hours.
const TONIGHT: i64 = 12;
/// What is open for so many hours on end is told without its end.
const LONG: i64 = 24;

/// How it is at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opening {
    /// Open, and no end of it in sight.
    Always,
    /// Open, until then.
    Until(Stretch),
    /// Closed; open again from its start.
    From(Stretch),
}

/// A time without a break, in Finnish civil time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stretch {
    start: DateTime,
    end: DateTime,
    is_by_appointment: bool,
}

impl Opening {
    /// How it is at a moment of Finnish civil time; none when nothing is said or it stays closed for
    /// the days looked at.
    pub(crate) fn at(hours: &ServiceHours, now: DateTime) -> Option<Self> {
        let mut known: Option<Stretch> = None;
        // What began yesterday may go on past midnight.
        for days in -1..=AHEAD {
            let date = now.date().checked_add(Span::new().days(days)).ok()?;
            for stretch in stretches(&hours.on(date), date) {
                match &mut known {
                    _ if stretch.end <= now => {}
                    None => known = Some(stretch),
                    Some(before) if before.goes_on_as(&stretch) => {
                        before.end = before.end.max(stretch.end);
                    }
                    Some(before) => return Some(before.at(now)),
                }
            }
            let next_day = date.checked_add(1.day()).ok()?.to_datetime(Time::midnight());
            if let Some(before) = known.filter(|before| before.end < next_day) {
                return Some(before.at(now));
            }
        }
        known.map(|stretch| if stretch.start <= now { Self::Always } else { Self::From(stretch) })
    }

    /// Until when what is said of it now stays true: it opens or closes, its end comes near enough to be told, or the
    /// day turns, by which days are named.
    pub(crate) fn holds_until(&self, now: DateTime) -> DateTime {
        let moments = match self {
            Self::Always => [None, None],
            Self::From(stretch) => [Some(stretch.start), None],
            Self::Until(stretch) => {
                [Some(stretch.end), stretch.end.checked_sub(TONIGHT.hours()).ok()]
            }
        };
        let to_come = moments.into_iter().flatten().filter(|moment| *moment > now);
        to_come.min().map_or(end_of_day(now), |moment| moment.min(end_of_day(now)))
    }

    /// It in words.
    pub(crate) fn sentence(&self, now: DateTime, t: Texts) -> String {
        let (words, stretch) = match self {
            Self::Always => return t.get("opening-always").into_owned(),
            Self::Until(stretch) => (until(stretch.end, now, t), stretch),
            Self::From(stretch) => (stretch.from(now, t), stretch),
        };
        if stretch.is_by_appointment {
            return t.name("opening-by-appointment", words).into_owned();
        }
        words.into_owned()
    }
}

impl Stretch {
    /// Whether another, which does not begin earlier, goes on where this ends, in the same way.
    fn goes_on_as(&self, other: &Self) -> bool {
        other.start <= self.end && other.is_by_appointment == self.is_by_appointment
    }

    /// When it begins, and when it ends unless that is far from its beginning.
    fn from(&self, now: DateTime, t: Texts) -> Cow<'static, str> {
        let begins = from(self.start, now, t);
        if self.start.checked_add(LONG.hours()).is_ok_and(|limit| self.end >= limit) {
            return begins;
        }
        let end = clock(self.end.time(), true, t.0);
        t.with("opening-hours", &[("begins", begins.as_ref()), ("end", &end)])
    }

    /// How it is at a moment that it has not passed.
    fn at(self, now: DateTime) -> Opening {
        if self.start <= now { Opening::Until(self) } else { Opening::From(self) }
    }
}

/// The midnight that ends the day of a moment; the moment itself at the end of all days.
pub(crate) fn end_of_day(now: DateTime) -> DateTime {
    let tomorrow = now.date().checked_add(1.day());
    tomorrow.map_or(now, |day| day.to_datetime(Time::midnight()))
}

/// The stretches that begin on a date.
fn stretches(hours: &DayHours, date: Date) -> Vec<Stretch> {
    let midnight = date.to_datetime(Time::midnight());
    let Ok(next_day) = midnight.checked_add(1.day()) else { return Vec::new() };
    match hours {
        DayHours::Unknown | DayHours::Closed => Vec::new(),
        DayHours::AllDay => {
            vec![Stretch { start: midnight, end: next_day, is_by_appointment: false }]
        }
        DayHours::Times(times) => times
            .iter()
            .map(|time| Stretch {
                start: date.to_datetime(time.start),
                end: if time.end > time.start { date } else { next_day.date() }
                    .to_datetime(time.end),
                is_by_appointment: time.status == OpeningStatus::OpenOnReservation,
            })
            .collect(),
    }
}

fn until(end: DateTime, now: DateTime, t: Texts) -> Cow<'static, str> {
    let tomorrow = now.date().checked_add(1.day()).ok();
    let is_tonight = tomorrow == Some(end.date())
        && now.checked_add(TONIGHT.hours()).is_ok_and(|limit| end <= limit);
    let is_midnight = tomorrow.is_some_and(|day| day.to_datetime(Time::midnight()) == end);
    if end.date() == now.date() || is_tonight || is_midnight {
        return t.with("opening-until", &[("time", &clock(end.time(), true, t.0))]);
    }
    t.get("opening-now")
}

fn from(start: DateTime, now: DateTime, t: Texts) -> Cow<'static, str> {
    let time = clock(start.time(), false, t.0);
    let days = now.date().until(start.date()).map_or(0, |span| span.get_days());
    let key = match (days, Weekday::of(start.date())) {
        (0, _) => "opening-today",
        (1, _) => "opening-tomorrow",
        (2..7, Weekday::Monday) => "opening-monday",
        (2..7, Weekday::Tuesday) => "opening-tuesday",
        (2..7, Weekday::Wednesday) => "opening-wednesday",
        (2..7, Weekday::Thursday) => "opening-thursday",
        (2..7, Weekday::Friday) => "opening-friday",
        (2..7, Weekday::Saturday) => "opening-saturday",
        (2..7, Weekday::Sunday) => "opening-sunday",
        _ => {
            let date = day_and_month(start.date(), t.0);
            return t.with("opening-date", &[("date", &date), ("time", &time)]);
        }
    };
    t.with(key, &[("time", &time)])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use domain::catalogue::{
        Holiday, HolidayRule, HoursPeriod, HoursRule, OpeningTime, Repetition,
    };
    use domain::{Language, Localized};
    use jiff::civil::{date, datetime, time};

    fn opening(start: i8, end: i8) -> OpeningTime {
        OpeningTime {
            start: time(start, 0, 0, 0),
            end: time(end, 0, 0, 0),
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

    fn weekly(days: &[(Weekday, Vec<OpeningTime>)]) -> ServiceHours {
        let days = days.iter().cloned().collect::<BTreeMap<_, _>>();
        ServiceHours { periods: vec![period(HoursRule::Weekly { days })], holidays: vec![] }
    }

    fn office() -> ServiceHours {
        let days: Vec<_> =
            Weekday::ALL[..5].iter().map(|day| (*day, vec![opening(9, 16)])).collect();
        weekly(&days)
    }

    /// What is said at a moment of November or December 2026; 24 November is a Tuesday.
    fn said(hours: &ServiceHours, month: i8, day: i8, hour: i8, language: Language) -> String {
        let now = datetime(2026, month, day, hour, 30, 0, 0);
        let opening = Opening::at(hours, now);
        opening.map_or_else(|| "–".to_owned(), |one| one.sentence(now, Texts(language)))
    }

    fn finnish(hours: &ServiceHours, month: i8, day: i8, hour: i8) -> String {
        said(hours, month, day, hour, Language::Fi)
    }

    #[test]
    fn an_office_is_open_opens_today_tomorrow_or_after_the_weekend() {
        let office = office();
        assert_eq!(finnish(&office, 11, 24, 10), "Auki nyt, klo 16 asti");
        assert_eq!(finnish(&office, 11, 24, 7), "Avautuu tänään klo 9–16");
        assert_eq!(finnish(&office, 11, 24, 16), "Avautuu huomenna klo 9–16");
        assert_eq!(finnish(&office, 11, 27, 17), "Avautuu maanantaina klo 9–16");
        assert_eq!(said(&office, 11, 24, 10, Language::Sv), "Öppet nu, till kl. 16");
        assert_eq!(
            said(&office, 11, 24, 16, Language::En),
            "Opens tomorrow at 9:00, closes at 16:00"
        );
    }

    #[test]
    fn the_moment_of_opening_is_open_and_that_of_closing_is_not() {
        let now = |hour| datetime(2026, 11, 24, hour, 0, 0, 0);
        assert!(matches!(Opening::at(&office(), now(9)), Some(Opening::Until(_))));
        assert!(matches!(Opening::at(&office(), now(16)), Some(Opening::From(_))));
    }

    #[test]
    fn a_night_goes_on_past_midnight_also_into_a_closed_day() {
        let mut bar = weekly(&[(Weekday::Tuesday, vec![opening(22, 2)])]);
        assert_eq!(finnish(&bar, 11, 24, 23), "Auki nyt, klo 2 asti");
        assert_eq!(finnish(&bar, 11, 25, 1), "Auki nyt, klo 2 asti");
        assert_eq!(finnish(&bar, 11, 25, 2), "Avautuu tiistaina klo 22–2");
        assert_eq!(finnish(&bar, 11, 24, 2), "Avautuu tänään klo 22–2");
        let mut closed = period(HoursRule::Closed);
        (closed.from, closed.to) = (Some(date(2026, 11, 25)), Some(date(2026, 12, 31)));
        bar.periods.push(closed);
        assert_eq!(finnish(&bar, 11, 25, 1), "Auki nyt, klo 2 asti");
        assert_eq!(finnish(&bar, 11, 25, 2), "–", "closed for longer than is looked at");
        bar.periods[1].to = Some(date(2026, 12, 1));
        assert_eq!(finnish(&bar, 11, 25, 2), "Avautuu 8.12. klo 22–2");
    }

    #[test]
    fn what_ends_at_midnight_and_goes_on_is_one_stretch() {
        let both = weekly(&[
            (Weekday::Tuesday, vec![opening(8, 0)]),
            (Weekday::Wednesday, vec![opening(0, 6), opening(8, 10)]),
        ]);
        assert_eq!(finnish(&both, 11, 24, 22), "Auki nyt, klo 6 asti");
        assert_eq!(finnish(&both, 11, 24, 9), "Auki nyt", "tomorrow is far from the morning");
        let day = weekly(&[(Weekday::Tuesday, vec![opening(8, 0)])]);
        assert_eq!(finnish(&day, 11, 24, 9), "Auki nyt, klo 24 asti");
    }

    #[test]
    fn a_holiday_and_an_exception_go_before_the_week() {
        let mut hours = office();
        hours.holidays.push(HolidayRule {
            holiday: Holiday::ChristmasEve,
            years: None,
            times: vec![opening(10, 12)],
        });
        assert_eq!(finnish(&hours, 12, 24, 10), "Auki nyt, klo 12 asti");
        assert_eq!(finnish(&hours, 12, 24, 12), "Avautuu huomenna klo 9–16");
        let mut closed = period(HoursRule::Closed);
        (closed.from, closed.to) = (Some(date(2026, 12, 25)), Some(date(2026, 12, 25)));
        hours.periods.push(closed);
        assert_eq!(finnish(&hours, 12, 24, 12), "Avautuu maanantaina klo 9–16");
    }

    #[test]
    fn always_open_says_so_until_an_exception_is_near() {
        let rule = HoursRule::AlwaysOpen { status: OpeningStatus::Open };
        let mut hours = ServiceHours { periods: vec![period(rule)], holidays: vec![] };
        assert_eq!(finnish(&hours, 11, 24, 3), "Auki aina");
        let mut closed = period(HoursRule::Closed);
        (closed.from, closed.to) = (Some(date(2026, 11, 25)), Some(date(2026, 11, 25)));
        hours.periods.push(closed);
        assert_eq!(finnish(&hours, 11, 24, 3), "Auki nyt, klo 24 asti");
        assert_eq!(finnish(&hours, 11, 25, 3), "Avautuu huomenna klo 0");
    }

    #[test]
    fn by_appointment_is_said_and_not_mixed_with_open_to_all() {
        let mut by_appointment = opening(16, 18);
        by_appointment.status = OpeningStatus::OpenOnReservation;
        let day = weekly(&[(Weekday::Tuesday, vec![opening(9, 16), by_appointment])]);
        assert_eq!(finnish(&day, 11, 24, 15), "Auki nyt, klo 16 asti");
        assert_eq!(finnish(&day, 11, 24, 17), "Auki nyt, klo 18 asti (ajanvarauksella)");
    }

    #[test]
    fn what_is_said_stays_true_for_as_long_as_it_holds() {
        let night = weekly(&[(Weekday::Tuesday, vec![opening(22, 2)])]);
        let both = weekly(&[
            (Weekday::Tuesday, vec![opening(8, 0)]),
            (Weekday::Wednesday, vec![opening(0, 6), opening(8, 10)]),
        ]);
        let rule = HoursRule::AlwaysOpen { status: OpeningStatus::Open };
        let always = ServiceHours { periods: vec![period(rule)], holidays: vec![] };
        let first = date(2026, 11, 23).to_datetime(Time::midnight());
        for hours in [office(), night, both, always] {
            let said = |now| {
                let opening = Opening::at(&hours, now)?;
                Some((opening.sentence(now, Texts(Language::Fi)), opening.holds_until(now)))
            };
            let minutes = (0..8 * 24 * 60).step_by(15);
            let mut held: Option<(String, DateTime)> = None;
            for now in minutes.map(|minutes| first.checked_add(minutes.minutes()).unwrap()) {
                let (sentence, until) = said(now).unwrap();
                assert!(until > now, "{now}");
                if let Some((before, _)) = held.filter(|(_, until)| now < *until) {
                    assert_eq!(sentence, before, "{now}");
                }
                held = Some((sentence, until));
            }
        }
    }

    #[test]
    fn where_nothing_is_said_nothing_is_claimed() {
        assert_eq!(finnish(&ServiceHours::default(), 11, 24, 10), "–");
    }
}
