//! The staff's list (*henkilökunnan sanalista*): what the people of an installation teach its search.
//!
//! An entry says of a phrase that people write which other words are searched for, or which service is
//! shown first or never. A [`Draft`] is what somebody wrote; an [`Entry`] is what holds.

use std::fmt;

use jiff::Timestamp;

use crate::Language;
use crate::catalogue::EntityId;

/// The most characters of a phrase, and of the words that are searched for.
pub const MOST_OF_A_PHRASE: usize = 100;
/// The most characters of a note.
pub const MOST_OF_A_NOTE: usize = 500;
/// The most entries of a list: the search looks at each of them.
pub const MOST_ENTRIES: usize = 10_000;

/// What an entry does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKind {
    /// Its words are searched for beside the phrase.
    Synonym,
    /// Its words are searched for in the place of the phrase.
    Replacement,
    /// Its service is not shown to who writes the phrase.
    Exclusion,
    /// Its service is shown first to who writes the phrase.
    Promotion,
}

impl EntryKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Synonym, Self::Replacement, Self::Exclusion, Self::Promotion];

    /// The kind's name in files and in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Synonym => "synonym",
            Self::Replacement => "replacement",
            Self::Exclusion => "exclusion",
            Self::Promotion => "promotion",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name().eq_ignore_ascii_case(name))
    }

    /// Whether the target is a service, and not words.
    #[must_use]
    pub const fn is_of_a_service(self) -> bool {
        matches!(self, Self::Exclusion | Self::Promotion)
    }
}

impl fmt::Display for EntryKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// An entry as somebody wrote it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// The kind's name.
    pub kind: String,
    /// The phrase's language by its code; blank for any.
    pub language: String,
    /// What people write.
    pub phrase: String,
    /// The words that are searched for, or the id of the service.
    pub target: String,
    /// Why, for colleagues; may be blank.
    pub note: String,
    /// Who says so.
    pub author: String,
}

/// An entry that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it does.
    pub kind: EntryKind,
    /// The phrase's language; none for any.
    pub language: Option<Language>,
    /// What people write, in lower case and with single spaces.
    pub phrase: String,
    /// The words that are searched for, or the id of the service.
    pub target: String,
    /// Why, for colleagues.
    pub note: String,
    /// Who said so.
    pub author: String,
    /// When.
    pub added: Timestamp,
}

/// What was done to an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// It was added.
    Added,
    /// It took the place of one with the same phrase and target.
    Replaced,
    /// It was taken away.
    Removed,
}

impl ChangeKind {
    /// The change's name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Replaced => "replaced",
            Self::Removed => "removed",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Added, Self::Replaced, Self::Removed].into_iter().find(|kind| kind.name() == name)
    }
}

/// A change of the list, as its history keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The revision of the list that it made.
    pub revision: i64,
    /// When.
    pub changed: Timestamp,
    /// Who did it, which need not be the entry's author.
    pub changer: String,
    /// What was done.
    pub kind: ChangeKind,
    /// The entry that was added or taken away.
    pub entry: Entry,
}

/// What tells entries apart: one phrase does one thing with one target.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryKey {
    /// The phrase's language; none for any.
    pub language: Option<Language>,
    /// The phrase.
    pub phrase: String,
    /// The target.
    pub target: String,
}

/// Why an entry does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The kind is none.
    #[error("{0:?} is no kind of entry: write synonym, replacement, exclusion or promotion")]
    Kind(String),
    /// The language is none of the interface's.
    #[error("{0:?} is no language of the search: write fi, sv or en, or leave it empty for any")]
    Language(String),
    /// There is no word in it.
    #[error("the {0} has no letter or digit in it")]
    Blank(&'static str),
    /// It is longer than it may be.
    #[error("the {what} has more than {most} characters")]
    TooLong {
        /// What.
        what: &'static str,
        /// How many there may be.
        most: usize,
    },
    /// It has characters that nobody sees, such as a line's end.
    #[error("the {0} has control characters in it: write it on one line")]
    Control(&'static str),
    /// A spreadsheet would run it.
    #[error(
        "the {0} begins with =, +, - or @, which a spreadsheet takes for a formula: begin otherwise"
    )]
    Formula(&'static str),
    /// The words are the phrase.
    #[error("the target is the phrase itself: name other words")]
    Itself,
    /// The service's id is none.
    #[error("{0:?} is no service's id: it is the last part of the service page's address")]
    Service(String),
    /// Nobody is named.
    #[error("the author is missing: every entry has somebody whom colleagues can ask")]
    Author,
}

impl Draft {
    /// The entry, added at an instant, if it can hold.
    pub fn validate(&self, added: Timestamp) -> Result<Entry, Refusal> {
        let kind = EntryKind::from_name(self.kind.trim())
            .ok_or_else(|| Refusal::Kind(shown(&self.kind)))?;
        let phrase = words("phrase", &self.phrase)?;
        let target = if kind.is_of_a_service() {
            EntityId::new(line("target", &self.target, 300)?)
                .map_err(|_| Refusal::Service(shown(&self.target)))?
                .to_string()
        } else {
            words("target", &self.target)?
        };
        if target == phrase {
            return Err(Refusal::Itself);
        }
        let author = line("author", &self.author, MOST_OF_A_PHRASE)?;
        if author.is_empty() {
            return Err(Refusal::Author);
        }
        let note = line("note", &self.note, MOST_OF_A_NOTE)?;
        Ok(Entry { kind, language: self.language()?, phrase, target, note, author, added })
    }

    fn language(&self) -> Result<Option<Language>, Refusal> {
        let code = self.language.trim();
        if code.is_empty() {
            return Ok(None);
        }
        let language = Language::from_code(code).filter(|it| Language::INTERFACE.contains(it));
        language.map(Some).ok_or_else(|| Refusal::Language(shown(code)))
    }
}

impl Entry {
    /// What tells it from others.
    #[must_use]
    pub fn key(&self) -> EntryKey {
        EntryKey {
            language: self.language,
            phrase: self.phrase.clone(),
            target: self.target.clone(),
        }
    }
}

/// A value as an error repeats it.
fn shown(value: &str) -> String {
    value.trim().chars().take(40).collect()
}

/// Words in lower case with single spaces between them.
fn words(what: &'static str, text: &str) -> Result<String, Refusal> {
    let text = line(what, text, MOST_OF_A_PHRASE)?.to_lowercase();
    if text.chars().any(char::is_alphanumeric) { Ok(text) } else { Err(Refusal::Blank(what)) }
}

/// A text of one line that is safe in a spreadsheet.
fn line(what: &'static str, text: &str, most: usize) -> Result<String, Refusal> {
    let text = text.trim();
    if text.chars().any(char::is_control) {
        return Err(Refusal::Control(what));
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() > most {
        return Err(Refusal::TooLong { what, most });
    }
    if text.starts_with(['=', '+', '-', '@']) {
        return Err(Refusal::Formula(what));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(kind: &str, phrase: &str, target: &str) -> Draft {
        Draft {
            kind: kind.to_owned(),
            phrase: phrase.to_owned(),
            target: target.to_owned(),
            author: "Maija".to_owned(),
            ..Draft::default()
        }
    }

    fn refusal(draft: &Draft) -> Refusal {
        draft.validate(Timestamp::UNIX_EPOCH).unwrap_err()
    }

    #[test]
    fn what_was_written_loosely_holds_in_one_form() {
        let loose = Draft {
            language: " FI ".into(),
            ..draft("Synonym", " Hammas  LEKURI ", "Hammashoito")
        };
        let entry = loose.validate(Timestamp::UNIX_EPOCH).unwrap();
        assert_eq!((entry.kind, entry.language), (EntryKind::Synonym, Some(Language::Fi)));
        assert_eq!((&*entry.phrase, &*entry.target), ("hammas lekuri", "hammashoito"));
    }

    #[test]
    fn what_cannot_hold_is_refused_for_its_reason() {
        let long = "a".repeat(MOST_OF_A_PHRASE + 1);
        for (draft, reason) in [
            (draft("synonyymi", "a", "b"), Refusal::Kind("synonyymi".into())),
            (draft("synonym", " – ", "b"), Refusal::Blank("phrase")),
            (draft("synonym", "a", "!"), Refusal::Blank("target")),
            (draft("synonym", "a", " A "), Refusal::Itself),
            (draft("synonym", "a\u{0}b", "c"), Refusal::Control("phrase")),
            (draft("synonym", "a\nb", "c"), Refusal::Control("phrase")),
            (draft("synonym", "=a", "c"), Refusal::Formula("phrase")),
            (draft("replacement", "a", &long), Refusal::TooLong { what: "target", most: 100 }),
            (draft("promotion", "a", "no id"), Refusal::Service("no id".into())),
            (
                Draft { language: "se".into(), ..draft("synonym", "a", "b") },
                Refusal::Language("se".into()),
            ),
            (Draft { author: " ".into(), ..draft("synonym", "a", "b") }, Refusal::Author),
            (
                Draft { note: "@SUM(A1)".into(), ..draft("synonym", "a", "b") },
                Refusal::Formula("note"),
            ),
        ] {
            assert_eq!(refusal(&draft), reason, "{draft:?}");
        }
    }

    #[test]
    fn every_kind_is_read_from_its_name() {
        for kind in EntryKind::ALL {
            assert_eq!(EntryKind::from_name(kind.name()), Some(kind));
        }
    }
}
