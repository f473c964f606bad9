//! What the giver writes to a shared list: a few words that tell nothing of who anybody is.

use crate::personal_data::{self, PersonalData};
use crate::written::lines;

/// How long a note is at most.
pub const MOST_CHARACTERS: usize = 500;

/// A note that may be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note(String);

/// Why a note is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoteRefusal {
    /// It is longer than [`MOST_CHARACTERS`]; with its length.
    #[error("the note has {0} characters, more than {MOST_CHARACTERS}")]
    TooLong(usize),
    /// It seems to hold something that tells who a person is.
    #[error("the note seems to hold {0:?}")]
    Personal(PersonalData),
}

impl Note {
    /// Takes a note; none of a blank one.
    ///
    /// # Errors
    /// When it is too long or tells who a person is.
    pub fn take(text: &str) -> Result<Option<Self>, NoteRefusal> {
        let text = lines(text);
        let length = text.chars().count();
        if length > MOST_CHARACTERS {
            return Err(NoteRefusal::TooLong(length));
        }
        if let Some(found) = personal_data::find(&text) {
            return Err(NoteRefusal::Personal(found));
        }
        Ok((!text.is_empty()).then_some(Self(text)))
    }

    /// The words, of one or more lines.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A note that was taken before and kept since.
    #[must_use]
    pub fn kept(text: &str) -> Option<Self> {
        (!text.is_empty()).then(|| Self(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_kept_in_its_lines_and_a_blank_one_is_none() {
        let note = Note::take("  Mene ensin kirjastoon.\r\nÄlä pelkää!\0 ").unwrap().unwrap();
        assert_eq!(note.as_str(), "Mene ensin kirjastoon.\nÄlä pelkää!");
        assert_eq!(Note::take(" \r\n\t ").unwrap(), None);
    }

    #[test]
    fn what_is_too_long_or_tells_who_somebody_is_is_refused() {
        assert!(Note::take(&"ä".repeat(MOST_CHARACTERS)).is_ok());
        assert_eq!(Note::take(&"ä".repeat(501)), Err(NoteRefusal::TooLong(501)));
        let code = Note::take("Hän on 131052-308T");
        assert_eq!(code, Err(NoteRefusal::Personal(PersonalData::IdentityCode)));
        let phone = Note::take("Soita minulle 040 123 4567");
        assert_eq!(phone, Err(NoteRefusal::Personal(PersonalData::Phone)));
        let parted = Note::take("131052-\u{0}308T");
        assert_eq!(parted, Err(NoteRefusal::Personal(PersonalData::IdentityCode)));
    }

    #[test]
    fn a_form_full_of_digits_is_refused_for_its_length_at_once() {
        let began = std::time::Instant::now();
        let text = "1 ".repeat(32_000);
        assert_eq!(Note::take(&text), Err(NoteRefusal::TooLong(63_999)));
        // It is a matter of milliseconds; what is looked for first takes minutes.
        assert!(began.elapsed() < std::time::Duration::from_millis(500), "{:?}", began.elapsed());
    }
}
