//! A list given to somebody else (*jaettu lista*): who has its code reads it until a day that the giver chose.
//!
//! Nothing in it tells who gave it or for whom it is: its code is chance, and its note may hold no personal
//! identity code and no telephone number.

mod code;
mod note;
mod validity;

use jiff::Timestamp;

use crate::Language;
use crate::my_list::ServiceList;

pub use code::{CODE_LENGTH, Code};
pub use note::{MOST_CHARACTERS, Note, NoteRefusal};
pub use validity::Validity;

/// A list as it was given; all that is kept of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedList {
    /// Who has it may read the list.
    pub code: Code,
    /// The services in their order.
    pub services: ServiceList,
    /// What the giver wrote to them.
    pub note: Option<Note>,
    /// The language in which it is read first.
    pub language: Language,
    /// When it was given.
    pub created: Timestamp,
    /// From when on it is no longer there.
    pub expires: Timestamp,
}

impl SharedList {
    /// Whether it may no longer be read.
    #[must_use]
    pub fn has_expired(&self, now: Timestamp) -> bool {
        self.expires <= now
    }
}
