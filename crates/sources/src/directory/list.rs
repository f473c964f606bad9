//! Reading the files of one list, and knowing whether that was all of it.

use std::collections::HashSet;
use std::fs::File;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Read;

use domain::catalogue::{EntityId, EntityKind};
use domain::import::{Problem, ProblemCode, Severity};

use super::array::Elements;
use super::files::ListFile;
use super::page::{PAGE_LIMIT, Page, PageFacts, incompleteness};
use crate::fetch::Manifest;
use crate::ptv::{Identity, Version, v11, v12};
use crate::record::{Fingerprint, Item, Sink, Stopped};

/// How a list ended.
#[derive(Debug, Clone, Copy)]
pub struct ListEnd {
    /// Whether all of it was read.
    pub complete: bool,
    /// Whether its records have connections within (v11's services).
    pub holds_connections: bool,
    /// Whether something may be missing that was there: a file or a record without an id.
    pub broken: bool,
}

/// A list that is being read.
pub struct List<'s> {
    kind: EntityKind,
    sink: &'s mut dyn Sink,
    pages: Vec<PageFacts>,
    /// Prints of the ids that came, to count the different ones and to know what is not gone.
    seen: HashSet<u64>,
    files: usize,
    /// Whether something may be missing that was there: a file or a record without an id.
    broken: bool,
    holds_connections: bool,
    /// The version of the last record that told it; others are taken for the same.
    version: Version,
}

/// What is in a file.
enum Content {
    /// The opening bracket of an array comes next.
    Array(Box<dyn Read>),
    /// An object.
    Object(String),
}

impl<'s> List<'s> {
    /// A list of which nothing was read yet.
    pub fn new(kind: EntityKind, sink: &'s mut dyn Sink) -> Self {
        Self {
            kind,
            sink,
            pages: Vec::new(),
            seen: HashSet::new(),
            files: 0,
            broken: false,
            holds_connections: false,
            version: Version::V12,
        }
    }

    /// Reads a file's records. A file that cannot be read is a problem.
    pub fn read(&mut self, file: &ListFile) -> Result<(), Stopped> {
        self.files += 1;
        let read = |list: &mut Self, raw: &str| list.record(raw, &file.location);
        if let Err(reason) = self.each(file, true, read)? {
            self.broken = true;
            self.unreadable(file, &reason)?;
        }
        Ok(())
    }

    /// Reads a file of removed records. Those that came among the records have been published again.
    /// The ids of removed connections are none that a connection has, and say nothing.
    pub fn read_archived(&mut self, file: &ListFile) -> Result<(), Stopped> {
        let kind = self.kind;
        if kind == EntityKind::Connection {
            return Ok(());
        }
        let read = |list: &mut Self, raw: &str| match Identity::of(kind, raw).id {
            Some(id) if !list.seen.contains(&print(id.as_str())) => {
                list.sink.take(Item::Gone { kind, id })
            }
            _ => Ok(()),
        };
        match self.each(file, false, read)? {
            Ok(()) => Ok(()),
            Err(reason) => self.unreadable(file, &reason),
        }
    }

    /// Says whether the list is complete: by the manifest of whoever fetched it, or else by what its
    /// pages say.
    pub fn end(self, manifest: Option<&Manifest>) -> Result<ListEnd, Stopped> {
        let incomplete = match manifest {
            Some(manifest) => self.lost_files(manifest),
            None => incompleteness(&self.pages, self.seen.len()),
        };
        let mut broken = self.broken;
        if let Some(reason) = incomplete {
            broken = true;
            let problem = Problem::new(Severity::Failed, ProblemCode::ListIncomplete);
            let problem = problem.read_from(self.kind.plural()).found(&reason);
            self.sink.take(Item::Problem(Problem { kind: Some(self.kind), ..problem }))?;
        }
        let fetched = manifest.map_or(self.files > 0, |manifest| manifest.is_complete(self.kind));
        let complete = fetched && !broken;
        Ok(ListEnd { complete, holds_connections: self.holds_connections, broken })
    }

    /// What is wrong when files are not there any more that the fetch wrote, as after half a copy.
    fn lost_files(&self, manifest: &Manifest) -> Option<String> {
        let written = manifest.lists.get(self.kind.plural())?.pages;
        let found = self.files as u64;
        (found < written).then(|| format!("{found} files of the {written} that were fetched"))
    }

    /// Gives each record of a file to `read`; the inner error is why the file cannot be read on.
    fn each(
        &mut self,
        file: &ListFile,
        counted: bool,
        mut read: impl FnMut(&mut Self, &str) -> Result<(), Stopped>,
    ) -> Result<Result<(), String>, Stopped> {
        let text = match content(file) {
            Err(reason) => return Ok(Err(reason)),
            Ok(Content::Array(reader)) => return self.each_element(reader, read),
            Ok(Content::Object(text)) => text,
        };
        match Page::read(&text) {
            Err(error) => return Ok(Err(error.to_string())),
            Ok(Some(page)) => {
                if counted {
                    self.pages.push(page.facts);
                }
                for raw in page.records {
                    read(self, raw.get())?;
                }
            }
            // One record by itself, as a read by its id gives it.
            Ok(None) if Identity::of(self.kind, &text).id.is_some() => read(self, text.trim())?,
            Ok(None) => return Ok(Err(format!("no page: {}", start_of(&text)))),
        }
        Ok(Ok(()))
    }

    fn each_element(
        &mut self,
        reader: Box<dyn Read>,
        mut read: impl FnMut(&mut Self, &str) -> Result<(), Stopped>,
    ) -> Result<Result<(), String>, Stopped> {
        let mut elements = Elements::new(reader);
        loop {
            match elements.next() {
                Ok(None) => return Ok(Ok(())),
                Err(fault) => return Ok(Err(fault.to_string())),
                Ok(Some(bytes)) => match str::from_utf8(bytes) {
                    Ok(raw) => read(self, raw)?,
                    Err(error) => return Ok(Err(format!("not UTF-8: {error}"))),
                },
            }
        }
    }

    /// One record: passed over when the importer has it, else read as its version wants.
    fn record(&mut self, raw: &str, location: &str) -> Result<(), Stopped> {
        let kind = self.kind;
        let identity = Identity::of(kind, raw);
        let own = identity.id.as_ref().map_or(raw, EntityId::as_str);
        self.seen.insert(print(own));
        // v11 has a service's connections within it. They must be met, each time, or they would count
        // as no longer there.
        let holds_others = kind == EntityKind::Service && identity.version == Some(Version::V11);
        if let Some(id) = identity.id
            && !holds_others
            && self.sink.has(kind, &id, Fingerprint::of_raw(raw))
        {
            return self.sink.take(Item::Unchanged { kind, id });
        }
        self.version = identity.version.unwrap_or(self.version);
        let (sink, broken) = (&mut *self.sink, &mut self.broken);
        let mut emit = |item: Item| {
            *broken |= matches!(&item, Item::Refused(_, problem) if is_anonymous(problem));
            sink.take(item)
        };
        match self.version {
            Version::V12 => v12::read_record(kind, raw, location, &mut emit),
            Version::V11 => {
                self.holds_connections |= kind == EntityKind::Service;
                v11::read_record(kind, raw, location, &mut emit)
            }
        }
    }

    fn unreadable(&mut self, file: &ListFile, reason: &str) -> Result<(), Stopped> {
        let problem = Problem::new(Severity::Failed, ProblemCode::PageUnreadable);
        let problem = problem.read_from(&file.location).found(reason);
        self.sink.take(Item::Problem(Problem { kind: Some(self.kind), ..problem }))
    }
}

/// Whether a refused record has no id by which the catalogue could know it.
fn is_anonymous(problem: &Problem) -> bool {
    matches!(problem.code, ProblemCode::IdMissing | ProblemCode::IdInvalid)
        || problem.id.as_deref().unwrap_or_default().is_empty()
}

fn print(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// Opens a file and looks at how it begins.
fn content(file: &ListFile) -> Result<Content, String> {
    let mut open = File::open(&file.path).map_err(|error| error.to_string())?;
    let mut head = Vec::new();
    let length = open.metadata().map_err(|error| error.to_string())?.len();
    let mut read = |limit: u64, head: &mut Vec<u8>| {
        (&mut open).take(limit).read_to_end(head).map_err(|error| error.to_string())
    };
    read(4 * 1024, &mut head)?;
    if head.starts_with(b"\xEF\xBB\xBF") {
        head.drain(..3);
    }
    if head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF") || head.contains(&0) {
        return Err("not UTF-8 but UTF-16".to_owned());
    }
    match head.trim_ascii_start().first() {
        None if length <= 4 * 1024 => Err("empty".to_owned()),
        Some(b'[') => Ok(Content::Array(Box::new(std::io::Cursor::new(head).chain(open)))),
        Some(b'{') if length > PAGE_LIMIT => Err(format!("a page of {length} bytes")),
        Some(b'{') => {
            read(PAGE_LIMIT, &mut head)?;
            let text = String::from_utf8(head).map_err(|error| format!("not UTF-8: {error}"))?;
            Ok(Content::Object(text))
        }
        _ => Err(format!("not JSON: {}", start_of(&String::from_utf8_lossy(&head)))),
    }
}

fn start_of(text: &str) -> String {
    text.trim().chars().take(80).collect()
}
