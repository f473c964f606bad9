//! Opening hours of this week, and what is otherwise in the next two months.

use std::borrow::Cow;

use domain::Language;
use domain::catalogue::{
    DayHours, HoursPeriod, HoursRule, OpeningStatus, OpeningTime, ServiceHours, Weekday,
};
use jiff::ToSpan;
use jiff::civil::{Date, Time};

use super::text::{Text, day_and_month};
use crate::texts::Texts;

/// How far ahead exceptions and holidays are shown, in days.
const AHEAD: i64 = 60;

/// Opening hours, ready to show.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Hours {
    /// Whether it is open at all times: then there is no table.
    pub(crate) is_always_open: bool,
    /// Whether it is open now, and until when, or when it opens; only where the page is for this moment.
    pub(crate) now: Option<String>,
    /// The week from Monday; empty when nothing is said of it.
    pub(crate) week: Vec<Day>,
    /// Days of the next two months that are otherwise.
    pub(crate) exceptions: Vec<Exception>,
    /// What the periods say in words.
    pub(crate) notes: Vec<Text>,
}

/// A day of this week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Day {
    pub(crate) name: Cow<'static, str>,
    pub(crate) date: String,
    pub(crate) is_today: bool,
    pub(crate) times: String,
}

/// Days that are otherwise than the ordinary week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Exception {
    /// The date or dates, with the holiday's name.
    pub(crate) when: String,
    pub(crate) times: String,
}

impl Hours {
    /// The hours around a date.
    pub(crate) fn new(hours: &ServiceHours, today: Date, t: Texts) -> Self {
        let monday = today
            .checked_sub(i64::from(today.weekday().to_monday_zero_offset()).days())
            .unwrap_or(today);
        let dates: Vec<Date> =
            (0..7).filter_map(|day| monday.checked_add(i64::from(day).days()).ok()).collect();
        let said: Vec<DayHours> = dates.iter().map(|date| hours.on(*date)).collect();
        let is_always_open = !said.is_empty() && said.iter().all(|day| *day == DayHours::AllDay);
        let is_unknown = said.iter().all(|day| *day == DayHours::Unknown);
        let week = if is_always_open || is_unknown {
            Vec::new()
        } else {
            dates.iter().zip(&said).map(|(date, day)| Day::new(*date, day, today, t)).collect()
        };
        Self {
            is_always_open,
            now: None,
            week,
            exceptions: exceptions(hours, today, t),
            notes: notes(hours, &dates, t.0),
        }
    }

    /// Whether there is nothing to show.
    pub(crate) const fn is_empty(&self) -> bool {
        !self.is_always_open
            && self.week.is_empty()
            && self.exceptions.is_empty()
            && self.notes.is_empty()
    }

    /// Today's hours, for one line.
    pub(crate) fn today(&self) -> Option<&str> {
        self.week.iter().find(|day| day.is_today).map(|day| day.times.as_str())
    }
}

impl Day {
    fn new(date: Date, hours: &DayHours, today: Date, t: Texts) -> Self {
        Self {
            name: weekday(date, t),
            date: day_and_month(date, t.0),
            is_today: date == today,
            times: times(hours, t),
        }
    }
}

fn weekday(date: Date, t: Texts) -> Cow<'static, str> {
    t.get(match Weekday::of(date) {
        Weekday::Monday => "weekday-monday",
        Weekday::Tuesday => "weekday-tuesday",
        Weekday::Wednesday => "weekday-wednesday",
        Weekday::Thursday => "weekday-thursday",
        Weekday::Friday => "weekday-friday",
        Weekday::Saturday => "weekday-saturday",
        Weekday::Sunday => "weekday-sunday",
    })
}

/// The times of a day in words.
fn times(hours: &DayHours, t: Texts) -> String {
    match hours {
        DayHours::Unknown => "–".to_owned(),
        DayHours::Closed => t.get("hours-closed").into_owned(),
        DayHours::AllDay => t.get("hours-all-day").into_owned(),
        DayHours::Times(times) => {
            times.iter().map(|time| stretch(time, t)).collect::<Vec<_>>().join(", ")
        }
    }
}

/// One stretch of time: 9–16.30, 22–2, 0–24.
fn stretch(time: &OpeningTime, t: Texts) -> String {
    let mut shown = format!("{}–{}", clock(time.start, false, t.0), clock(time.end, true, t.0));
    if time.status == OpeningStatus::OpenOnReservation {
        shown = format!("{shown} {}", t.get("hours-by-appointment"));
    }
    if let Some((_, note)) = time.additional_information.best(t.0) {
        shown = format!("{shown} ({note})");
    }
    shown
}

/// A time of the day as each language writes it: 9, 16.30, 9:00; midnight at a day's end is 24.
pub(crate) fn clock(time: Time, is_end: bool, language: Language) -> String {
    let hour = if is_end && time == Time::midnight() { 24 } else { i32::from(time.hour()) };
    match (language, time.minute()) {
        (Language::En, minute) => format!("{hour}:{minute:02}"),
        (_, 0) => hour.to_string(),
        (_, minute) => format!("{hour}.{minute:02}"),
    }
}

/// The days ahead on which a holiday's rule or an exception holds, with neighbours of equal hours
/// put together.
fn exceptions(hours: &ServiceHours, today: Date, t: Texts) -> Vec<Exception> {
    let mut found: Vec<(Date, Date, Option<String>, String)> = Vec::new();
    for date in (0..AHEAD).filter_map(|days| today.checked_add(days.days()).ok()) {
        let holiday = hours.holiday_rule_on(date).map(|rule| rule.holiday.code());
        if holiday.is_none() && !has_exception(hours, date) {
            continue;
        }
        let name = holiday.and_then(|code| t.find("holiday", code)).map(Cow::into_owned);
        let shown = times(&hours.on(date), t);
        let yesterday = date.checked_sub(1.day()).ok();
        match found.last_mut() {
            Some((_, last, None, before))
                if name.is_none() && Some(*last) == yesterday && *before == shown =>
            {
                *last = date;
            }
            _ => found.push((date, date, name, shown)),
        }
    }
    found
        .into_iter()
        .map(|(from, to, name, times)| Exception::new(from, to, name, times, t))
        .collect()
}

impl Exception {
    fn new(from: Date, to: Date, name: Option<String>, times: String, t: Texts) -> Self {
        let mut when = stretch_of_days(from, to, t.0);
        if let Some(name) = name {
            when = format!("{when} {name}");
        }
        Self { when, times }
    }
}

/// 1.–3.12., 30.12.–2.1., 1–3 December.
fn stretch_of_days(from: Date, to: Date, language: Language) -> String {
    let last = day_and_month(to, language);
    match language {
        _ if from == to => last,
        _ if from.month() != to.month() => format!("{}–{last}", day_and_month(from, language)),
        Language::En => format!("{}–{last}", from.day()),
        _ => format!("{}.–{last}", from.day()),
    }
}

fn has_exception(hours: &ServiceHours, date: Date) -> bool {
    hours.periods.iter().any(|period| {
        period.from.is_none_or(|from| from <= date)
            && period.to.is_none_or(|to| date <= to)
            && match &period.rule {
                HoursRule::Closed => true,
                HoursRule::Exception { days } => days.contains_key(&Weekday::of(date)),
                _ => false,
            }
    })
}

/// Headings and notes of the periods that hold in the week shown.
fn notes(hours: &ServiceHours, week: &[Date], reader: Language) -> Vec<Text> {
    let mut notes: Vec<Text> = Vec::new();
    let holds = |period: &&HoursPeriod| {
        week.iter().any(|date| {
            period.from.is_none_or(|from| from <= *date) && period.to.is_none_or(|to| *date <= to)
        })
    };
    for period in hours.periods.iter().filter(holds) {
        for text in [&period.heading, &period.additional_information] {
            if let Some(note) = Text::best(text, reader)
                && !notes.contains(&note)
            {
                notes.push(note);
            }
        }
    }
    notes
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use domain::Localized;
    use domain::catalogue::{Holiday, HolidayRule, Repetition};
    use jiff::civil::{date, time};

    const FINNISH: Texts = Texts(Language::Fi);

    fn period(rule: HoursRule) -> HoursPeriod {
        HoursPeriod {
            from: None,
            to: None,
            rule,
            heading: Localized::default(),
            additional_information: Localized::default(),
        }
    }

    fn opening(start: Time, end: Time) -> OpeningTime {
        OpeningTime {
            start,
            end,
            status: OpeningStatus::Open,
            repetition: Repetition::Weekly,
            additional_information: Localized::default(),
        }
    }

    fn office() -> ServiceHours {
        let day = vec![opening(time(9, 0, 0, 0), time(16, 30, 0, 0))];
        let days = Weekday::ALL[..5].iter().map(|weekday| (*weekday, day.clone())).collect();
        ServiceHours { periods: vec![period(HoursRule::Weekly { days })], holidays: vec![] }
    }

    #[test]
    fn this_week_is_shown_from_monday_with_today_marked() {
        let hours = Hours::new(&office(), date(2026, 11, 24), FINNISH);
        assert_eq!(hours.week.len(), 7);
        assert_eq!(
            (hours.week[0].date.as_str(), hours.week[0].times.as_str()),
            ("23.11.", "9–16.30")
        );
        assert!(hours.week[1].is_today);
        assert_eq!(hours.week[6].times, "suljettu");
        assert_eq!(hours.today(), Some("9–16.30"));
        let english = Hours::new(&office(), date(2026, 11, 24), Texts(Language::En));
        assert_eq!(english.today(), Some("9:00–16:30"));
    }

    #[test]
    fn a_holiday_and_a_closed_stretch_ahead_are_named() {
        let mut hours = office();
        hours.holidays.push(HolidayRule {
            holiday: Holiday::ChristmasEve,
            years: None,
            times: vec![],
        });
        let mut closed = period(HoursRule::Closed);
        closed.from = Some(date(2026, 12, 1));
        closed.to = Some(date(2026, 12, 3));
        hours.periods.push(closed);
        let shown = Hours::new(&hours, date(2026, 11, 24), FINNISH).exceptions;
        let lines: Vec<String> =
            shown.iter().map(|one| format!("{}: {}", one.when, one.times)).collect();
        assert_eq!(lines, ["1.–3.12.: suljettu", "24.12. jouluaatto: suljettu"]);
    }

    #[test]
    fn always_open_needs_no_table_and_nothing_said_shows_nothing() {
        let always = ServiceHours {
            periods: vec![period(HoursRule::AlwaysOpen { status: OpeningStatus::Open })],
            holidays: vec![],
        };
        let shown = Hours::new(&always, date(2026, 11, 24), FINNISH);
        assert!(shown.is_always_open && shown.week.is_empty());
        assert!(Hours::new(&ServiceHours::default(), date(2026, 11, 24), FINNISH).is_empty());
    }

    #[test]
    fn a_stretch_over_midnight_and_one_to_midnight_are_read_as_people_say_them() {
        let days = BTreeMap::from([(
            Weekday::Tuesday,
            vec![
                opening(time(22, 0, 0, 0), time(2, 0, 0, 0)),
                opening(time(8, 0, 0, 0), Time::midnight()),
            ],
        )]);
        let hours =
            ServiceHours { periods: vec![period(HoursRule::Weekly { days })], holidays: vec![] };
        let shown = Hours::new(&hours, date(2026, 11, 24), FINNISH);
        assert_eq!(shown.today(), Some("8–24, 22–2"));
    }
}
