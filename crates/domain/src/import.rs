//! What an import reads, what it decides, and what it reports of what it read.

mod decision;

use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use decision::{
    Before, GUARD_FLOOR, GUARD_WHOLE, PARENT_LIMIT, Verdict, cut_rings, is_guarded, is_newer_copy,
};

use crate::catalogue::EntityKind;

/// Whose descriptions are read (*rajaus*). Each scope is a feed of its own: what one feed no longer
/// has is gone only when no other feed has it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Everything that the source has.
    All,
    /// A wellbeing services county's, by its code.
    County(String),
    /// A municipality's, by its code.
    Municipality(String),
    /// An organisation's, by its id.
    Organisation(String),
}

impl Scope {
    /// The feed's name in the database, e.g. `ptv:county:02`.
    #[must_use]
    pub fn feed(&self) -> String {
        match self {
            Self::All => "ptv:all".to_owned(),
            Self::County(code) => format!("ptv:county:{code}"),
            Self::Municipality(code) => format!("ptv:municipality:{code}"),
            Self::Organisation(id) => format!("ptv:organisation:{id}"),
        }
    }
}

/// How much of the scope is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// All of it: what is missing is gone.
    Full,
    /// What changed since the last good run: only what the source says is gone is gone.
    Incremental,
}

/// What is wrong with a record or a page, as a stable code. The texts are the pages'.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// A page or file could not be read at all.
    PageUnreadable,
    /// The network or the source failed.
    SourceFailed,
    /// The list's size moved while it was read, or pages are missing.
    ListIncomplete,
    /// The record is not JSON or not an object.
    NotAnObject,
    /// The id is missing.
    IdMissing,
    /// The id is not one.
    IdInvalid,
    /// The source named it in a list and does not give it.
    RecordMissing,
    /// The same id came twice with different contents.
    ConflictingCopies,
    /// A required field is missing.
    FieldMissing,
    /// A field has another type than expected.
    FieldTypeUnexpected,
    /// A field that we do not know; kept in the raw record.
    FieldUnknown,
    /// A value of an enumeration that we do not know; kept as it came.
    ValueUnknown,
    /// A code that our code list does not have; kept as it came.
    CodeUnknown,
    /// A language that content cannot be written in; kept in the raw record.
    LanguageUnknown,
    /// No language version has a name.
    NameMissing,
    /// A text had characters that cannot be stored or shown; they were taken out.
    CharactersRemoved,
    /// A text was longer than we keep; it was cut.
    TextCut,
    /// A list was longer than we keep; it was cut.
    ListCut,
    /// A date or a time is not one.
    TimeInvalid,
    /// The opening hours contradict themselves.
    HoursInvalid,
    /// The coordinates are not in Finland, or not numbers.
    CoordinateInvalid,
    /// A link is not http or https, or not a link.
    LinkRefused,
    /// An e-mail address is not one.
    EmailInvalid,
    /// A phone number is not one.
    PhoneInvalid,
    /// A postal code is not one.
    PostalCodeInvalid,
    /// It points to something that the catalogue does not have.
    ReferenceMissing,
    /// Organisations are each other's parents, or a collection contains itself.
    ReferenceCycle,
    /// The price contradicts itself.
    ChargeContradictory,
    /// Too much would have gone at once; nothing was removed.
    DropGuarded,
}

impl ProblemCode {
    /// Every code.
    pub const ALL: [Self; 29] = [
        Self::PageUnreadable,
        Self::SourceFailed,
        Self::ListIncomplete,
        Self::NotAnObject,
        Self::IdMissing,
        Self::IdInvalid,
        Self::RecordMissing,
        Self::ConflictingCopies,
        Self::FieldMissing,
        Self::FieldTypeUnexpected,
        Self::FieldUnknown,
        Self::ValueUnknown,
        Self::CodeUnknown,
        Self::LanguageUnknown,
        Self::NameMissing,
        Self::CharactersRemoved,
        Self::TextCut,
        Self::ListCut,
        Self::TimeInvalid,
        Self::HoursInvalid,
        Self::CoordinateInvalid,
        Self::LinkRefused,
        Self::EmailInvalid,
        Self::PhoneInvalid,
        Self::PostalCodeInvalid,
        Self::ReferenceMissing,
        Self::ReferenceCycle,
        Self::ChargeContradictory,
        Self::DropGuarded,
    ];
}

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The record is in; something in it is not as it should be.
    Warning,
    /// The record is not in.
    Refused,
    /// The run stopped, or removed nothing, because of it.
    Failed,
}

/// One thing that is wrong: what, where, and the little of the content that shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// What it is.
    pub code: ProblemCode,
    /// The kind of record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<EntityKind>,
    /// The record's id, as the source wrote it (at most 100 characters).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The field, as a path in the source's own names, e.g. `languageVersions.fi.summary`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Where it was read: a file or an address without its query's secrets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// What was found, shortened (at most 120 characters, control characters taken out).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
}

impl Problem {
    /// The most characters of content that a problem repeats.
    pub const FOUND_LIMIT: usize = 120;

    /// A problem of a code and a severity, with nothing more said yet.
    #[must_use]
    pub fn new(severity: Severity, code: ProblemCode) -> Self {
        Self { severity, code, kind: None, id: None, field: None, location: None, found: None }
    }

    /// Says which record it is of.
    #[must_use]
    pub fn of(mut self, kind: EntityKind, id: &str) -> Self {
        self.kind = Some(kind);
        self.id = Some(printable(id, 100));
        self
    }

    /// Says which field it is in.
    #[must_use]
    pub fn at(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }

    /// Says where it was read.
    #[must_use]
    pub fn read_from(mut self, location: impl Into<String>) -> Self {
        self.location = Some(location.into());
        self
    }

    /// Repeats a little of what was found, made printable.
    #[must_use]
    pub fn found(mut self, found: &str) -> Self {
        self.found = Some(printable(found, Self::FOUND_LIMIT));
        self
    }
}

impl fmt::Display for Problem {
    /// One line for the command line: how bad, what, where, and what was found.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?} {:?}", self.severity, self.code)?;
        if let (Some(kind), Some(id)) = (self.kind, &self.id) {
            write!(formatter, " {kind} {id}")?;
        }
        for (label, part) in
            [("field", &self.field), ("in", &self.location), ("found", &self.found)]
        {
            if let Some(part) = part {
                write!(formatter, ", {label} {part}")?;
            }
        }
        Ok(())
    }
}

/// The text on one line, without control characters, cut to so many characters.
fn printable(text: &str, limit: usize) -> String {
    let mut cut: String = text
        .chars()
        .map(|character| if character.is_control() { ' ' } else { character })
        .take(limit)
        .collect();
    if text.chars().nth(limit).is_some() {
        cut.push('…');
    }
    cut
}

/// What became of the records of one kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Read from the source.
    pub read: u64,
    /// Not in the catalogue before.
    pub new: u64,
    /// In another version before.
    pub changed: u64,
    /// As before.
    pub unchanged: u64,
    /// No longer in the source.
    pub gone: u64,
    /// Read but not taken, each with a problem.
    pub refused: u64,
}

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Under way, or killed.
    Running,
    /// All was read and published.
    Complete,
    /// What was read was published; nothing was removed, since not all could be read.
    Partial,
    /// Nothing was published.
    Failed,
}

/// The report of one import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The run's id.
    pub run: String,
    /// The feed, e.g. `ptv:county:02`.
    pub feed: String,
    /// Where it was read: a directory's or a host's name.
    pub source: String,
    /// How much was read.
    pub mode: Mode,
    /// How it ended.
    pub outcome: Outcome,
    /// When it began.
    pub started: Timestamp,
    /// When it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Timestamp>,
    /// The generation of the catalogue that it published, if it published one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub generation: Option<i64>,
    /// Why somebody let more go at once than the guard allows, if somebody did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted_drop: Option<String>,
    /// What became of the records, by [`EntityKind::plural`].
    #[serde(flatten)]
    pub kinds: BTreeMap<String, Counts>,
    /// How many problems there were of each code.
    pub problem_counts: BTreeMap<ProblemCode, u64>,
    /// The problems: all that fail, the first [`Report::REFUSALS_KEPT`] that refuse, and the first [`Report::WARNINGS_KEPT`] of each code
    /// that only warn.
    pub problems: Vec<Problem>,
}

impl Report {
    /// How many warnings of each code are kept in full.
    pub const WARNINGS_KEPT: u64 = 200;
    /// How many refusals of each code are kept in full.
    pub const REFUSALS_KEPT: u64 = 5_000;

    /// Counts a problem and keeps it while there is room for its code.
    pub fn add(&mut self, problem: Problem) {
        let count = self.problem_counts.entry(problem.code).or_default();
        *count += 1;
        let room = match problem.severity {
            Severity::Warning => Self::WARNINGS_KEPT,
            Severity::Refused => Self::REFUSALS_KEPT,
            // Few, and what the run's outcome rests on.
            Severity::Failed => u64::MAX,
        };
        if *count <= room {
            self.problems.push(problem);
        }
    }

    /// The counts of a kind.
    pub fn counts(&mut self, kind: EntityKind) -> &mut Counts {
        self.kinds.entry(kind.plural().to_owned()).or_default()
    }
}
