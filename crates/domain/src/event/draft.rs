//! An event as somebody wrote it into a form, and what of it must be mended.

use jiff::civil::{Date, Time};

use super::{EventFacts, EventKind};
use crate::partner::one_line;
use crate::written::lines;
use crate::{Language, Localized};

/// How long a title is at most.
const TITLE: usize = 120;
/// How long a description is at most.
const DESCRIPTION: usize = 4_000;
/// How long a place or an address is at most.
const PLACE: usize = 300;
/// How many may come to an event at most.
pub const MOST_PLACES: u32 = 10_000;

/// What was written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EventDraft {
    /// The kind's name.
    pub kind: String,
    /// The title in each language.
    pub title: Vec<(Language, String)>,
    /// The description in each language.
    pub description: Vec<(Language, String)>,
    /// The day: 2026-12-10 or 10.12.2026.
    pub day: String,
    /// When it begins: 9.00 or 09:00.
    pub starts: String,
    /// When it ends.
    pub ends: String,
    /// Where one comes to.
    pub place: String,
    /// By which address one takes part from afar.
    pub remote: String,
    /// How many may come; empty when there is no limit.
    pub capacity: String,
    /// The last day on which one may register; empty for the event's own.
    pub closes: String,
}

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventField {
    /// The kind.
    Kind,
    /// The title in a language.
    Title(Language),
    /// The description in a language.
    Description(Language),
    /// The day.
    Day,
    /// When it begins.
    Starts,
    /// When it ends.
    Ends,
    /// The place.
    Place,
    /// The address from afar.
    Remote,
    /// How many may come.
    Capacity,
    /// The last day of registering.
    Closes,
}

/// What must be mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EventProblem {
    /// No kind is chosen.
    #[error("no kind is chosen")]
    NoKind,
    /// No language has a title.
    #[error("there is no title")]
    NoTitle,
    /// A text is too long; with how long it may be.
    #[error("the text has more than {0} characters")]
    TooLong(usize),
    /// It is no day.
    #[error("it is no day")]
    NoDay,
    /// It is no time of day.
    #[error("it is no time of day")]
    NoTime,
    /// It ends before it begins.
    #[error("it ends before it begins")]
    EndsTooEarly,
    /// There is neither a place nor an address.
    #[error("there is neither a place nor an address")]
    Nowhere,
    /// The address does not begin with `https://`, or has blanks.
    #[error("it is no address")]
    NoAddress,
    /// It is no number of people.
    #[error("it is no number from 1 to {MOST_PLACES}")]
    NoNumber,
    /// Registration would close after the event.
    #[error("registration closes after the event")]
    ClosesTooLate,
    /// The day is over, and what is kept of those who registered would go too early.
    #[error("the day is over, and people have registered")]
    DayOver,
}

type Problems = Vec<(EventField, EventProblem)>;

impl EventDraft {
    /// What is written, as facts.
    ///
    /// # Errors
    /// With all that must be mended, in the order of the form.
    pub fn validate(&self) -> Result<EventFacts, Problems> {
        let mut problems = Problems::new();
        let kind = EventKind::from_name(&self.kind);
        if kind.is_none() {
            problems.push((EventField::Kind, EventProblem::NoKind));
        }
        let title = texts(&self.title, TITLE, EventField::Title, one_line, &mut problems);
        if let (Some((first, _)), true) = (self.title.first(), title.is_empty()) {
            problems.push((EventField::Title(*first), EventProblem::NoTitle));
        }
        let description =
            texts(&self.description, DESCRIPTION, EventField::Description, lines, &mut problems);
        let mut read = |field, problem, found: bool| {
            if !found {
                problems.push((field, problem));
            }
        };
        let day = day(&self.day);
        read(EventField::Day, EventProblem::NoDay, day.is_some());
        let (starts, ends) = (time(&self.starts), time(&self.ends));
        read(EventField::Starts, EventProblem::NoTime, starts.is_some());
        read(EventField::Ends, EventProblem::NoTime, ends.is_some());
        let is_in_order = starts.zip(ends).is_none_or(|(starts, ends)| starts < ends);
        read(EventField::Ends, EventProblem::EndsTooEarly, is_in_order);
        let (place, remote) = (one_line(&self.place), self.remote.trim().to_owned());
        let is_somewhere = !place.is_empty() || !remote.is_empty();
        read(EventField::Place, EventProblem::Nowhere, is_somewhere);
        read(EventField::Place, EventProblem::TooLong(PLACE), place.chars().count() <= PLACE);
        let is_address = remote.is_empty() || is_address(&remote);
        read(EventField::Remote, EventProblem::NoAddress, is_address);
        let capacity = capacity(&self.capacity);
        read(EventField::Capacity, EventProblem::NoNumber, capacity.is_some());
        let closes = if self.closes.trim().is_empty() { day } else { self::day(&self.closes) };
        read(EventField::Closes, EventProblem::NoDay, closes.is_some() || day.is_none());
        let is_in_time = closes.zip(day).is_none_or(|(closes, day)| closes <= day);
        read(EventField::Closes, EventProblem::ClosesTooLate, is_in_time);
        match (kind, day, starts, ends, closes, capacity) {
            (Some(kind), Some(day), Some(starts), Some(ends), Some(closes), Some(capacity))
                if problems.is_empty() =>
            {
                let unless_empty = |text: String| (!text.is_empty()).then_some(text);
                let (place, remote) = (unless_empty(place), unless_empty(remote));
                Ok(EventFacts {
                    kind,
                    title,
                    description,
                    day,
                    starts,
                    ends,
                    place,
                    remote,
                    capacity,
                    closes,
                })
            }
            _ => Err(problems),
        }
    }

    /// The draft that says what facts say, in these languages.
    #[must_use]
    pub fn of(facts: &EventFacts, languages: &[Language]) -> Self {
        let texts = |localized: &Localized| {
            let text = |language: &Language| {
                (*language, localized.get(*language).unwrap_or_default().to_owned())
            };
            languages.iter().map(text).collect()
        };
        let time = |time: Time| format!("{:02}:{:02}", time.hour(), time.minute());
        Self {
            kind: facts.kind.name().to_owned(),
            title: texts(&facts.title),
            description: texts(&facts.description),
            day: facts.day.to_string(),
            starts: time(facts.starts),
            ends: time(facts.ends),
            place: facts.place.clone().unwrap_or_default(),
            remote: facts.remote.clone().unwrap_or_default(),
            capacity: facts.capacity.map(|count| count.to_string()).unwrap_or_default(),
            closes: facts.closes.to_string(),
        }
    }
}

fn texts(
    written: &[(Language, String)],
    most: usize,
    field: impl Fn(Language) -> EventField,
    clean: impl Fn(&str) -> String,
    problems: &mut Problems,
) -> Localized {
    let mut localized = Localized::default();
    for (language, text) in written {
        let text = clean(text);
        if text.chars().count() > most {
            problems.push((field(*language), EventProblem::TooLong(most)));
        }
        localized.insert(*language, text);
    }
    localized
}

/// A day as a browser sends it or as people write it: 2026-12-10 or 10.12.2026.
#[must_use]
pub fn day(written: &str) -> Option<Date> {
    let written = written.trim();
    if let Ok(day) = written.parse() {
        return Some(day);
    }
    let mut parts = written.split('.').map(str::trim);
    let day = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let year = parts.next()?.parse().ok()?;
    parts.next().is_none_or(str::is_empty).then(|| Date::new(year, month, day).ok())?
}

/// A time of day to the minute, with a colon or a point.
fn time(written: &str) -> Option<Time> {
    let (hour, minute) = written.trim().split_once([':', '.']).unwrap_or((written.trim(), "0"));
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

/// How many; none within where there is no limit.
#[expect(clippy::option_option, reason = "what is unreadable is not what is unlimited")]
fn capacity(written: &str) -> Option<Option<u32>> {
    match written.trim() {
        "" => Some(None),
        number => number.parse().ok().filter(|count| (1..=MOST_PLACES).contains(count)).map(Some),
    }
}

/// Whether it is an address that a page may link to.
pub(super) fn is_address(text: &str) -> bool {
    text.strip_prefix("https://").is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'))
        && text.chars().count() <= PLACE
        && !text.contains(|letter: char| letter.is_whitespace() || letter.is_control())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn draft() -> EventDraft {
        EventDraft {
            kind: "workshop".into(),
            title: vec![(Language::Fi, " PTV-työpaja ".into()), (Language::Sv, String::new())],
            description: vec![(Language::Fi, "Kuvaamme\r\nyhdessä.".into())],
            day: "10.12.2026".into(),
            starts: "9.30".into(),
            ends: "11:00".into(),
            place: "Kaupungintalo".into(),
            capacity: "20".into(),
            ..EventDraft::default()
        }
    }

    #[test]
    fn what_is_written_as_people_write_is_facts_and_closes_on_its_own_day() {
        let facts = draft().validate().unwrap();
        assert_eq!((facts.day, facts.closes), (date(2026, 12, 10), date(2026, 12, 10)));
        assert_eq!((facts.starts.hour(), facts.starts.minute()), (9, 30));
        assert_eq!(facts.title, Localized::new(Language::Fi, "PTV-työpaja"));
        assert_eq!(facts.description.get(Language::Fi), Some("Kuvaamme\nyhdessä."));
        assert_eq!((facts.remote, facts.capacity), (None, Some(20)));
    }

    #[test]
    fn a_draft_of_facts_says_the_same() {
        let facts = draft().validate().unwrap();
        let draft = EventDraft::of(&facts, &[Language::Fi, Language::Sv]);
        assert_eq!((draft.starts.as_str(), draft.day.as_str()), ("09:30", "2026-12-10"));
        assert_eq!(draft.validate(), Ok(facts));
    }

    #[test]
    fn each_thing_that_must_be_mended_is_named_at_its_field() {
        use EventField as F;
        use EventProblem as P;
        type Change = fn(&mut EventDraft);
        let cases: [(Change, F, P); 15] = [
            (|draft| draft.kind = "party".into(), F::Kind, P::NoKind),
            (|draft| draft.title[0].1 = " ".into(), F::Title(Language::Fi), P::NoTitle),
            (|draft| draft.title[1].1 = "ä".repeat(121), F::Title(Language::Sv), P::TooLong(120)),
            (
                |draft| draft.description[0].1 = "ä".repeat(4_001),
                F::Description(Language::Fi),
                P::TooLong(4_000),
            ),
            (|draft| draft.day = "31.2.2026".into(), F::Day, P::NoDay),
            (|draft| draft.day = "10.12.".into(), F::Day, P::NoDay),
            (|draft| draft.starts = "25:00".into(), F::Starts, P::NoTime),
            (|draft| draft.ends = "noon".into(), F::Ends, P::NoTime),
            (|draft| draft.ends = "9.30".into(), F::Ends, P::EndsTooEarly),
            (|draft| draft.place = " ".into(), F::Place, P::Nowhere),
            (|draft| draft.remote = "http://a.example".into(), F::Remote, P::NoAddress),
            (|draft| draft.remote = "https:// a".into(), F::Remote, P::NoAddress),
            (|draft| draft.capacity = "0".into(), F::Capacity, P::NoNumber),
            (|draft| draft.closes = "huomenna".into(), F::Closes, P::NoDay),
            (|draft| draft.closes = "11.12.2026".into(), F::Closes, P::ClosesTooLate),
        ];
        for (change, field, problem) in cases {
            let mut bad = draft();
            change(&mut bad);
            assert_eq!(bad.validate(), Err(vec![(field, problem)]), "{bad:?}");
        }
    }

    #[test]
    fn an_address_from_afar_is_place_enough_and_no_limit_is_none() {
        let draft = EventDraft {
            place: String::new(),
            remote: "https://kokous.example/a?b=c".into(),
            capacity: String::new(),
            ..draft()
        };
        let facts = draft.validate().unwrap();
        assert_eq!((facts.place, facts.capacity), (None, None));
    }
}
