//! The worklist (*työlista*): something that somebody has to mend, until it is mended or left.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::catalogue::{EntityId, EntityKind};
use crate::personal_data::{self, PersonalData};
use crate::written::lines;

/// How long the name of who is responsible may be, in characters.
pub const LONGEST_OWNER: usize = 120;
/// How long a note may be, in characters.
pub const LONGEST_NOTE: usize = 2_000;

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TaskState {
    /// Nobody has been told.
    Open,
    /// Whoever can mend it has been told.
    Sent,
    /// They have promised to.
    Promised,
    /// It is mended.
    Fixed,
    /// It stays as it is.
    Left,
}

impl TaskState {
    /// Every state, in the order in which a task comes to them.
    pub const ALL: [Self; 5] = [Self::Open, Self::Sent, Self::Promised, Self::Fixed, Self::Left];

    /// The state's name in forms and rows.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Sent => "sent",
            Self::Promised => "promised",
            Self::Fixed => "fixed",
            Self::Left => "left",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    /// Whether nothing is left to be done.
    #[must_use]
    pub const fn is_done(self) -> bool {
        matches!(self, Self::Fixed | Self::Left)
    }

    /// What it becomes when an import shows whether the fault is there; none when it stays. What was left is left.
    #[must_use]
    pub const fn after_import(self, is_there: bool) -> Option<Self> {
        match (self, is_there) {
            (Self::Open | Self::Sent | Self::Promised, false) => Some(Self::Fixed),
            (Self::Fixed, true) => Some(Self::Open),
            _ => None,
        }
    }
}

/// What of a reported description has to change for the fault to be gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watch {
    /// The telephone numbers.
    Phones,
    /// The service hours.
    Hours,
    /// The addresses.
    Addresses,
    /// The texts.
    Texts,
    /// Anything.
    Anything,
}

impl Watch {
    /// Every choice, in the order in which they are offered.
    pub const ALL: [Self; 5] =
        [Self::Phones, Self::Hours, Self::Addresses, Self::Texts, Self::Anything];

    /// The name in forms and rows.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Phones => "phones",
            Self::Hours => "hours",
            Self::Addresses => "addresses",
            Self::Texts => "texts",
            Self::Anything => "anything",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|watch| watch.name() == name)
    }
}

/// What a task came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TaskAbout {
    /// Something that a rule of quality found.
    Finding {
        /// The kind of what it is in.
        kind: EntityKind,
        /// The id of what it is in.
        entity: EntityId,
        /// The rule's id.
        rule: String,
        /// The language version's code; empty where it is about the whole.
        language: String,
        /// The field's name in tables.
        field: String,
    },
    /// What a visitor told.
    Report {
        /// The feedback's id.
        feedback: String,
        /// What is looked at, and what it was, where it is about a service.
        watched: Option<(Watch, String)>,
    },
}

/// Something to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Its own id.
    pub id: String,
    /// What it came from.
    pub about: TaskAbout,
    /// The description that it is about; none for the site.
    pub subject: Option<(EntityKind, EntityId)>,
    /// The organisation that is responsible for the description.
    pub organisation: Option<EntityId>,
    /// The code of the county.
    pub county: Option<String>,
    /// Who mends it, in words; empty where nobody is named.
    pub owner: String,
    /// How far it has come.
    pub state: TaskState,
    /// By when it is to be mended.
    pub due: Option<Date>,
    /// When it was made.
    pub created: Timestamp,
    /// When something was last done to it.
    pub changed: Timestamp,
}

impl Task {
    /// Whether it should have been mended by a day.
    #[must_use]
    pub fn is_late(&self, today: Date) -> bool {
        !self.state.is_done() && self.due.is_some_and(|due| due < today)
    }
}

/// What is to become of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskChange {
    /// Who mends it.
    pub owner: String,
    /// How far it has come.
    pub state: TaskState,
    /// By when.
    pub due: Option<Date>,
    /// A note for the history; empty for none.
    pub note: String,
    /// What the visitor who reported it is told, if it comes to an end; empty for nothing of our own.
    pub answer: String,
}

/// Why a change is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TaskRefusal {
    /// There is no such state.
    #[error("there is no such state")]
    NoState,
    /// The day is none.
    #[error("the day is none")]
    NoDay,
    /// The name of who is responsible is longer than [`LONGEST_OWNER`].
    #[error("the name of who is responsible is too long")]
    LongOwner,
    /// The note is longer than [`LONGEST_NOTE`].
    #[error("the note is too long")]
    LongNote,
    /// One of them seems to hold a personal identity code.
    #[error("there seems to be a personal identity code")]
    IdentityCode,
}

impl TaskChange {
    /// Takes what a form says.
    ///
    /// # Errors
    /// With the first that cannot be.
    pub fn take([owner, state, due, note, answer]: [&str; 5]) -> Result<Self, TaskRefusal> {
        let owner = lines(owner).replace('\n', " ");
        let (note, answer) = (lines(note), lines(answer));
        if owner.chars().count() > LONGEST_OWNER {
            return Err(TaskRefusal::LongOwner);
        }
        if [&note, &answer].into_iter().any(|text| text.chars().count() > LONGEST_NOTE) {
            return Err(TaskRefusal::LongNote);
        }
        if [&owner, &note, &answer]
            .into_iter()
            .any(|text| personal_data::find(text) == Some(PersonalData::IdentityCode))
        {
            return Err(TaskRefusal::IdentityCode);
        }
        let due = match due.trim() {
            "" => None,
            day => Some(day.parse().map_err(|_| TaskRefusal::NoDay)?),
        };
        let state = TaskState::from_name(state).ok_or(TaskRefusal::NoState)?;
        Ok(Self { owner, state, due, note, answer })
    }
}

/// What was done to a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// It was made.
    Made,
    /// It came to a state.
    Came(TaskState),
    /// Somebody is responsible; nobody where it is empty.
    Given(String),
    /// It has another day, or none.
    Dated(Option<Date>),
    /// A note.
    Noted(String),
    /// The visitor who reported it was told, with these words of ours.
    Told(String),
    /// The visitor could not be told: the letter did not go out.
    Unreached,
}

/// What was done when, and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskEvent {
    /// When.
    pub at: Timestamp,
    /// The coordinator's name; none where an import showed it, or the post.
    pub who: Option<String>,
    /// What.
    pub deed: Deed,
}

/// What a change does to a task, in the order in which it is told; nothing when it says what is so already.
#[must_use]
pub fn deeds(task: &Task, change: &TaskChange) -> Vec<Deed> {
    let mut deeds = Vec::new();
    if change.owner != task.owner {
        deeds.push(Deed::Given(change.owner.clone()));
    }
    if change.due != task.due {
        deeds.push(Deed::Dated(change.due));
    }
    if change.state != task.state {
        deeds.push(Deed::Came(change.state));
    }
    if !change.note.is_empty() {
        deeds.push(Deed::Noted(change.note.clone()));
    }
    deeds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_import_closes_what_is_mended_and_opens_what_is_back_but_not_what_was_left() {
        use TaskState::{Fixed, Left, Open, Promised, Sent};
        for state in [Open, Sent, Promised] {
            assert_eq!(state.after_import(false), Some(Fixed));
            assert_eq!(state.after_import(true), None);
        }
        assert_eq!((Fixed.after_import(true), Fixed.after_import(false)), (Some(Open), None));
        assert_eq!((Left.after_import(true), Left.after_import(false)), (None, None));
    }

    #[test]
    fn what_a_form_says_is_taken_or_refused_with_the_reason() {
        let take =
            |owner: &str, state, due, note: &str| TaskChange::take([owner, state, due, note, ""]);
        let taken = take(" Turku\r\nkirjasto ", "sent", " 2026-12-24 ", " Soitettu. ").unwrap();
        assert_eq!((taken.owner.as_str(), taken.note.as_str()), ("Turku kirjasto", "Soitettu."));
        assert_eq!(taken.due.unwrap().to_string(), "2026-12-24");
        assert_eq!(take("", "open", "", "").unwrap().due, None);
        assert_eq!(take("", "gone", "", ""), Err(TaskRefusal::NoState));
        assert_eq!(take("", "open", "huomenna", ""), Err(TaskRefusal::NoDay));
        assert_eq!(take(&"a".repeat(121), "open", "", ""), Err(TaskRefusal::LongOwner));
        assert_eq!(take("", "open", "", &"a".repeat(2_001)), Err(TaskRefusal::LongNote));
        assert_eq!(take("", "open", "", "131052-308T"), Err(TaskRefusal::IdentityCode));
    }
}
