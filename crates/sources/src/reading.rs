//! Reading one JSON record field by field, forgivingly: every oddity becomes a problem that names
//! the record and the path, and the rest of the record goes on.
//!
//! An [`Object`] gives each field away once; what nobody took when it is closed is a field that we
//! do not know, and is reported as such.

use std::fmt;

use domain::Language;
use domain::catalogue::EntityKind;
use domain::import::{Problem, ProblemCode, Severity};
use serde_json::{Map, Value};

/// The most characters that a long text may have; PTV's own limit is 5,000.
pub const LONG_TEXT_LIMIT: usize = 100_000;
/// The most items that a list may have.
pub const LIST_LIMIT: usize = 5_000;
/// The most problems that are told of one record, so that a hostile one cannot fill the memory.
pub const PROBLEM_LIMIT: usize = 1_000;

/// Where in a record we are: a chain of names and positions, written out only for a problem.
#[derive(Debug, Clone, Copy)]
pub struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    segment: Segment<'a>,
}

#[derive(Debug, Clone, Copy)]
enum Segment<'a> {
    Root,
    Field(&'a str),
    Position(usize),
}

impl Path<'_> {
    /// The record itself.
    #[must_use]
    pub const fn root() -> Self {
        Self { parent: None, segment: Segment::Root }
    }

    /// A field of what is here.
    #[must_use]
    pub const fn field<'b>(&'b self, name: &'b str) -> Path<'b> {
        Path { parent: Some(self), segment: Segment::Field(name) }
    }

    /// An item of the list that is here.
    #[must_use]
    pub const fn position(&self, position: usize) -> Path<'_> {
        Path { parent: Some(self), segment: Segment::Position(position) }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            parent.fmt(formatter)?;
            match (parent.segment, self.segment) {
                (Segment::Root, Segment::Field(name)) => write!(formatter, "{name}"),
                (_, Segment::Field(name)) => write!(formatter, ".{name}"),
                (_, Segment::Position(position)) => write!(formatter, "[{position}]"),
                (_, Segment::Root) => Ok(()),
            }?;
        }
        Ok(())
    }
}

/// The record that is being read, and what is wrong with it so far.
#[derive(Debug)]
pub struct Reading {
    kind: EntityKind,
    id: String,
    location: String,
    problems: Vec<Problem>,
}

impl Reading {
    /// Starts reading a record.
    pub fn new(kind: EntityKind, id: impl Into<String>, location: impl Into<String>) -> Self {
        Self { kind, id: id.into(), location: location.into(), problems: Vec::new() }
    }

    /// Notes that something is not as it should be.
    pub fn warn(&mut self, code: ProblemCode, path: &Path, found: &str) {
        if self.problems.len() < PROBLEM_LIMIT {
            let problem = self.problem(Severity::Warning, code, path, found);
            self.problems.push(problem);
        }
    }

    /// The problem for which the record is refused.
    #[must_use]
    pub fn refusal(&self, code: ProblemCode, path: &Path, found: &str) -> Problem {
        self.problem(Severity::Refused, code, path, found)
    }

    fn problem(&self, severity: Severity, code: ProblemCode, path: &Path, found: &str) -> Problem {
        let problem = Problem::new(severity, code)
            .of(self.kind, &self.id)
            .at(path.to_string())
            .read_from(self.location.clone())
            .found(found);
        Problem { id: problem.id.filter(|id| !id.is_empty()), ..problem }
    }

    /// What is wrong with the record.
    #[must_use]
    pub fn into_problems(self) -> Vec<Problem> {
        self.problems
    }
}

/// A JSON object whose fields are taken one by one.
#[derive(Debug)]
pub struct Object<'a> {
    fields: Map<String, Value>,
    path: Path<'a>,
}

impl<'a> Object<'a> {
    /// The object at a path; anything else is reported and gives none. `null` gives none silently.
    pub fn read(value: Value, path: Path<'a>, reading: &mut Reading) -> Option<Self> {
        match value {
            Value::Object(fields) => Some(Self { fields, path }),
            Value::Null => None,
            other => {
                reading.warn(ProblemCode::FieldTypeUnexpected, &path, &other.to_string());
                None
            }
        }
    }

    /// Where the object is.
    #[must_use]
    pub const fn path(&self) -> &Path<'a> {
        &self.path
    }

    /// Takes a field as it is; `null` counts as absent.
    pub fn value(&mut self, name: &str) -> Option<Value> {
        self.fields.remove(name).filter(|value| !value.is_null())
    }

    /// Takes a field and says nothing of it: it is left out on purpose. Say why at the call.
    pub fn leave_out(&mut self, name: &str) {
        self.fields.remove(name);
    }

    /// Takes a text; blank counts as absent. Numbers and booleans where a text should stand are
    /// written out and reported.
    pub fn text(&mut self, name: &str, reading: &mut Reading) -> Option<String> {
        let value = self.value(name)?;
        text_of(value, &self.path.field(name), reading)
    }

    /// Takes a boolean; the texts "true" and "false" are read and reported.
    pub fn boolean(&mut self, name: &str, reading: &mut Reading) -> Option<bool> {
        let value = self.value(name)?;
        let read = match &value {
            Value::Bool(truth) => return Some(*truth),
            Value::String(text) if text.eq_ignore_ascii_case("true") => Some(true),
            Value::String(text) if text.eq_ignore_ascii_case("false") => Some(false),
            _ => None,
        };
        reading.warn(ProblemCode::FieldTypeUnexpected, &self.path.field(name), &value.to_string());
        read
    }

    /// Takes a list; `null` gives an empty one, and what is no list is reported.
    pub fn list(&mut self, name: &str, reading: &mut Reading) -> Vec<Value> {
        match self.value(name) {
            None => Vec::new(),
            Some(Value::Array(mut items)) => {
                if items.len() > LIST_LIMIT {
                    let found = items.len().to_string();
                    reading.warn(ProblemCode::ListCut, &self.path.field(name), &found);
                    items.truncate(LIST_LIMIT);
                }
                items
            }
            Some(other) => {
                let path = self.path.field(name);
                reading.warn(ProblemCode::FieldTypeUnexpected, &path, &other.to_string());
                Vec::new()
            }
        }
    }

    /// Takes a list of texts; blank ones are left out.
    pub fn texts(&mut self, name: &str, reading: &mut Reading) -> Vec<String> {
        let items = self.list(name, reading);
        let path = self.path.field(name);
        items
            .into_iter()
            .enumerate()
            .filter_map(|(position, item)| text_of(item, &path.position(position), reading))
            .collect()
    }

    /// Takes the object in a field and reads it whole: what `read` does not take is reported.
    pub fn child<T>(
        &mut self,
        name: &str,
        reading: &mut Reading,
        read: impl FnOnce(&mut Object, &mut Reading) -> T,
    ) -> Option<T> {
        let value = self.value(name)?;
        whole(value, self.path.field(name), reading, read)
    }

    /// Takes the list of objects in a field and reads each whole; those of which nothing can be
    /// made are left out.
    pub fn children<T>(
        &mut self,
        name: &str,
        reading: &mut Reading,
        mut read: impl FnMut(&mut Object, &mut Reading) -> Option<T>,
    ) -> Vec<T> {
        let items = self.list(name, reading);
        let path = self.path.field(name);
        items
            .into_iter()
            .enumerate()
            .filter_map(|(position, item)| {
                whole(item, path.position(position), reading, &mut read).flatten()
            })
            .collect()
    }

    /// Takes the fields that are named by languages (`{"fi": …, "sv": …}`), and reports the names
    /// that are no language of content.
    pub fn languages(self, reading: &mut Reading) -> Vec<(Language, String, Value)> {
        let mut known = Vec::new();
        for (name, value) in self.fields {
            match Language::from_code(&name) {
                Some(language) => known.push((language, name, value)),
                None => {
                    reading.warn(ProblemCode::LanguageUnknown, &self.path.field(&name), &name);
                }
            }
        }
        known
    }

    /// Ends the object: fields that nobody took are reported.
    pub fn close(self, reading: &mut Reading) {
        for (name, value) in &self.fields {
            let path = self.path.field(name);
            reading.warn(ProblemCode::FieldUnknown, &path, &value.to_string());
        }
    }
}

/// Reads an object and reports what `read` did not take of it.
pub fn whole<T>(
    value: Value,
    path: Path,
    reading: &mut Reading,
    read: impl FnOnce(&mut Object, &mut Reading) -> T,
) -> Option<T> {
    let mut object = Object::read(value, path, reading)?;
    let result = read(&mut object, reading);
    object.close(reading);
    Some(result)
}

/// A text from a value: cleaned, cut to what we keep, blank as absent.
pub fn text_of(value: Value, path: &Path, reading: &mut Reading) -> Option<String> {
    let text = match value {
        Value::Null => return None,
        Value::String(text) => text,
        other @ (Value::Number(_) | Value::Bool(_)) => {
            reading.warn(ProblemCode::FieldTypeUnexpected, path, &other.to_string());
            other.to_string()
        }
        other => {
            reading.warn(ProblemCode::FieldTypeUnexpected, path, &other.to_string());
            return None;
        }
    };
    let text = without_unstorable(text, path, reading);
    let text = cut(text, path, reading);
    if text.trim().is_empty() { None } else { Some(text) }
}

/// Takes out what PostgreSQL cannot store or a page must not show: NUL and other control characters
/// but line ends and tabs, and the marks that turn the direction of writing over.
fn without_unstorable(text: String, path: &Path, reading: &mut Reading) -> String {
    let unstorable = |character: char| {
        (character.is_control() && !matches!(character, '\n' | '\r' | '\t'))
            || matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
    };
    if !text.contains(unstorable) {
        return text;
    }
    let removed = text.chars().filter(|character| unstorable(*character)).count();
    reading.warn(ProblemCode::CharactersRemoved, path, &format!("{removed}"));
    text.chars().filter(|character| !unstorable(*character)).collect()
}

fn cut(mut text: String, path: &Path, reading: &mut Reading) -> String {
    if text.len() > LONG_TEXT_LIMIT
        && let Some((end, _)) = text.char_indices().nth(LONG_TEXT_LIMIT)
    {
        reading.warn(ProblemCode::TextCut, path, &format!("{} bytes", text.len()));
        text.truncate(end);
    }
    text
}
