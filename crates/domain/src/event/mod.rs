//! Workshops (*työpaja*) and clinics (*klinikka*), at which those who describe services are helped: what an event is,
//! who may still register, and when what is kept of participants goes.
//!
//! Times are civil, in Finland: an event of a day in a place.

mod draft;
mod effect;
mod material;
mod registration;

use jiff::civil::{Date, DateTime, Time};
use jiff::{Timestamp, ToSpan};

use crate::Localized;

pub use draft::{EventDraft, EventField, EventProblem, MOST_PLACES, day as day_of};
pub use effect::{Attended, Effect, EffectRow, Group, History, LEAST, Point, Reached};
pub use material::{
    FileKind, LARGEST_FILE, MOST_MATERIALS, Material, MaterialContent, MaterialRefusal,
    material_file, material_link,
};
pub use registration::{
    Registrant, RegistrantDraft, RegistrantField, RegistrantProblem, Registration,
    RegistrationCode, Seat,
};

/// How many days after an event what is kept of its participants goes.
const KEPT_DAYS: i32 = 30;

/// What kind of event it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventKind {
    /// People describe services together, with help.
    Workshop,
    /// One comes with one's own question.
    Clinic,
}

impl EventKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Workshop, Self::Clinic];

    /// The kind's name in forms and rows.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Workshop => "workshop",
            Self::Clinic => "clinic",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// What is told of an event; had from an [`EventDraft`] only, or from what was kept of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventFacts {
    /// What kind it is.
    pub kind: EventKind,
    /// What it is called.
    pub title: Localized,
    /// What happens there, for whom, what to bring.
    pub description: Localized,
    /// Its day.
    pub day: Date,
    /// When it begins.
    pub starts: Time,
    /// When it ends, on the same day.
    pub ends: Time,
    /// Where one comes to.
    pub place: Option<String>,
    /// By which address one takes part from afar.
    pub remote: Option<String>,
    /// How many may come; none when there is no limit.
    pub capacity: Option<u32>,
    /// The last day on which one may register.
    pub closes: Date,
}

/// An event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its own id.
    pub id: String,
    /// The code of the county that holds it; none on a site of all.
    pub county: Option<String>,
    /// What is told of it.
    pub facts: EventFacts,
    /// Whether it does not take place after all.
    pub is_cancelled: bool,
    /// When it was marked who came; none before that.
    pub attendance_marked: Option<Timestamp>,
    /// The name of who changed it last.
    pub author: String,
    /// When that was.
    pub changed: Timestamp,
}

/// Why one cannot register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotOpen {
    /// It does not take place.
    #[error("the event is cancelled")]
    Cancelled,
    /// It has begun.
    #[error("the event has begun")]
    Begun,
    /// The last day of registering is over.
    #[error("registration has closed")]
    Closed,
}

impl Event {
    /// Whether one may register at a time, or why not.
    ///
    /// # Errors
    /// With the reason.
    pub fn may_register(&self, now: DateTime) -> Result<(), NotOpen> {
        if self.is_cancelled {
            Err(NotOpen::Cancelled)
        } else if now >= self.facts.day.to_datetime(self.facts.starts) {
            Err(NotOpen::Begun)
        } else if now.date() > self.facts.closes {
            Err(NotOpen::Closed)
        } else {
            Ok(())
        }
    }

    /// Whether it is over at a time.
    #[must_use]
    pub fn is_over(&self, now: DateTime) -> bool {
        now >= self.facts.day.to_datetime(self.facts.ends)
    }

    /// The day by which what is kept of its participants is gone.
    #[must_use]
    pub fn forgotten_by(&self) -> Date {
        self.facts.day.checked_add(KEPT_DAYS.days()).unwrap_or(Date::MAX)
    }

    /// The last day of an event of which, today, nothing may be kept of its participants any more.
    #[must_use]
    pub fn forgotten_until(today: Date) -> Date {
        today.checked_sub(KEPT_DAYS.days()).unwrap_or(Date::MIN)
    }
}

/// That a partner took part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendance {
    /// The partner's id.
    pub partner: String,
    /// How many came from it.
    pub participants: u32,
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;
    use crate::Language;

    fn event() -> Event {
        Event {
            id: "e".into(),
            county: None,
            facts: EventFacts {
                kind: EventKind::Clinic,
                title: Localized::new(Language::Fi, "PTV-klinikka"),
                description: Localized::default(),
                day: date(2026, 12, 10),
                starts: time(9, 0, 0, 0),
                ends: time(11, 0, 0, 0),
                place: None,
                remote: None,
                capacity: None,
                closes: date(2026, 12, 8),
            },
            is_cancelled: false,
            attendance_marked: None,
            author: "Aino".into(),
            changed: Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn one_registers_to_the_end_of_the_last_day_and_never_after_it_began() {
        let event = event();
        assert_eq!(event.may_register(date(2026, 12, 8).at(23, 59, 59, 0)), Ok(()));
        assert_eq!(event.may_register(date(2026, 12, 9).at(0, 0, 0, 0)), Err(NotOpen::Closed));
        let mut late = event.clone();
        late.facts.closes = late.facts.day;
        assert_eq!(late.may_register(date(2026, 12, 10).at(8, 59, 59, 0)), Ok(()));
        assert_eq!(late.may_register(date(2026, 12, 10).at(9, 0, 0, 0)), Err(NotOpen::Begun));
        let cancelled = Event { is_cancelled: true, ..event };
        assert_eq!(
            cancelled.may_register(date(2026, 12, 1).at(9, 0, 0, 0)),
            Err(NotOpen::Cancelled)
        );
    }

    #[test]
    fn it_is_over_when_it_ends() {
        assert!(!event().is_over(date(2026, 12, 10).at(10, 59, 59, 0)));
        assert!(event().is_over(date(2026, 12, 10).at(11, 0, 0, 0)));
    }

    #[test]
    fn what_is_kept_of_participants_goes_on_the_day_that_is_said() {
        let event = event();
        assert_eq!(event.forgotten_by(), date(2027, 1, 9));
        assert_eq!(Event::forgotten_until(event.forgotten_by()), event.facts.day);
    }

    #[test]
    fn every_kind_has_a_name() {
        for kind in EventKind::ALL {
            assert_eq!(EventKind::from_name(kind.name()), Some(kind));
        }
    }
}
