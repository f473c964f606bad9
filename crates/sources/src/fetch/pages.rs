//! The directory that a fetch fills: pages whole or not at all, and a journal of what was asked.

use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{FetchError, Manifest};

/// The journal's name.
const JOURNAL: &str = "requests.jsonl";
/// The directory of pages that only told which records there are.
pub(super) const INDEX: &str = "index/";

/// One line of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Line {
    /// The answer is in the file.
    Saved { asked: String, file: String },
    /// The source has no such thing.
    Missing { asked: String, body: String },
    /// The answer is to be had again.
    Forgotten { asked: String },
}

/// What is known of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Known {
    /// The answer's file.
    Saved(String),
    /// There is no such thing; what the source said.
    Missing(String),
}

/// The directory.
pub(super) struct Pages {
    directory: PathBuf,
    journal: File,
    known: HashMap<String, Known>,
    next: BTreeMap<String, u64>,
}

impl Pages {
    /// Opens the directory for a fetch that begins with this manifest: goes on with what is there
    /// when it is of the same request, or else clears it. Gives the manifest that holds.
    pub fn open(directory: &Path, fresh: Manifest) -> Result<(Self, Manifest), FetchError> {
        fs::create_dir_all(directory.join(INDEX))
            .map_err(|error| FetchError::directory(directory, error))?;
        // What cannot be read of an earlier fetch is not gone on with.
        let manifest = match Manifest::load(directory) {
            Ok(Some(old)) if old.goes_on_as(&fresh) => Manifest { started: old.started, ..fresh },
            _ => {
                clear(directory)?;
                fresh
            }
        };
        let path = directory.join(JOURNAL);
        let known = read_journal(&path)?;
        let journal = OpenOptions::new()
            .create(true)
            .append(true)
            .open(&path)
            .map_err(|error| FetchError::directory(&path, error))?;
        let mut pages =
            Self { directory: directory.to_owned(), journal, known, next: BTreeMap::new() };
        // A line that was cut by a kill must not swallow the next one.
        pages.append("\n")?;
        pages.drop_lost_files();
        pages.number_on();
        pages.write_manifest(&manifest)?;
        Ok((pages, manifest))
    }

    /// What is known of a question.
    pub fn known(&self, asked: &str) -> Option<&Known> {
        self.known.get(asked)
    }

    /// Whether nothing is known yet.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Reads a page.
    pub fn read(&self, file: &str) -> Result<Vec<u8>, FetchError> {
        let path = self.directory.join(file);
        fs::read(&path).map_err(|error| FetchError::directory(&path, error))
    }

    /// Saves the answer to a question as the next file of a list.
    pub fn save(&mut self, list: &str, asked: &str, body: &[u8]) -> Result<(), FetchError> {
        let number = self.next.entry(list.to_owned()).or_insert(1);
        let file = format!("{list}-{number:04}.json");
        *number += 1;
        self.write_whole(&file, body)?;
        self.note(Line::Saved { asked: asked.to_owned(), file })
    }

    /// Notes that the source has no such thing.
    pub fn note_missing(&mut self, asked: &str, body: &[u8]) -> Result<(), FetchError> {
        let body = String::from_utf8_lossy(&body[..body.len().min(2000)]).into_owned();
        self.note(Line::Missing { asked: asked.to_owned(), body })
    }

    /// Forgets an answer and removes its file.
    pub fn forget(&mut self, asked: &str) -> Result<(), FetchError> {
        if let Some(Known::Saved(file)) = self.known.get(asked) {
            let path = self.directory.join(file);
            match fs::remove_file(&path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    return Err(FetchError::directory(&path, error));
                }
                _ => {}
            }
        }
        self.note(Line::Forgotten { asked: asked.to_owned() })
    }

    /// How many files of a list there are.
    pub fn count(&self, list: &str) -> u64 {
        let files = self.known.values().filter_map(|known| match known {
            Known::Saved(file) => Some(file),
            Known::Missing(_) => None,
        });
        let count = files.filter(|file| list_of(file).is_some_and(|(of, _)| of == list)).count();
        u64::try_from(count).unwrap_or(u64::MAX)
    }

    /// Writes the manifest.
    pub fn write_manifest(&self, manifest: &Manifest) -> Result<(), FetchError> {
        let text = serde_json::to_vec_pretty(manifest).map_err(io::Error::from);
        let text = text.map_err(|error| FetchError::directory(&self.directory, error))?;
        self.write_whole(Manifest::FILE, &text)
    }

    /// Writes a file beside its place, and moves it there once it is on disk.
    fn write_whole(&self, file: &str, body: &[u8]) -> Result<(), FetchError> {
        let path = self.directory.join(file);
        let beside = path.with_extension("part");
        let write = || -> io::Result<()> {
            let mut part = File::create(&beside)?;
            part.write_all(body)?;
            part.sync_all()?;
            fs::rename(&beside, &path)?;
            File::open(path.parent().unwrap_or(&self.directory))?.sync_all()
        };
        write().map_err(|error| FetchError::directory(&path, error))
    }

    fn note(&mut self, line: Line) -> Result<(), FetchError> {
        let text = serde_json::to_string(&line).map_err(io::Error::from);
        let text = text.map_err(|error| FetchError::directory(&self.directory, error))?;
        self.append(&format!("{text}\n"))?;
        apply(&mut self.known, line);
        Ok(())
    }

    fn append(&mut self, text: &str) -> Result<(), FetchError> {
        self.journal
            .write_all(text.as_bytes())
            .and_then(|()| self.journal.sync_data())
            .map_err(|error| FetchError::directory(&self.directory.join(JOURNAL), error))
    }

    fn drop_lost_files(&mut self) {
        let directory = &self.directory;
        self.known.retain(|_, known| match known {
            Known::Saved(file) => directory.join(file).is_file(),
            Known::Missing(_) => true,
        });
    }

    /// New files get numbers after those that are there.
    fn number_on(&mut self) {
        for known in self.known.values() {
            if let Known::Saved(file) = known
                && let Some((list, number)) = list_of(file)
            {
                let next = self.next.entry(list.to_owned()).or_insert(1);
                *next = (*next).max(number + 1);
            }
        }
    }
}

/// The list and the number in a page's file name.
fn list_of(file: &str) -> Option<(&str, u64)> {
    let (list, number) = file.strip_suffix(".json")?.rsplit_once('-')?;
    Some((list, number.parse().ok()?))
}

fn read_journal(path: &Path) -> Result<HashMap<String, Known>, FetchError> {
    let text = match fs::read(path) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(FetchError::directory(path, error)),
    };
    let mut known = HashMap::new();
    for line in text.lines().filter_map(|line| serde_json::from_str(line).ok()) {
        apply(&mut known, line);
    }
    Ok(known)
}

fn apply(known: &mut HashMap<String, Known>, line: Line) {
    match line {
        Line::Saved { asked, file } => known.insert(asked, Known::Saved(file)),
        Line::Missing { asked, body } => known.insert(asked, Known::Missing(body)),
        Line::Forgotten { asked } => known.remove(&asked),
    };
}

/// Removes what an earlier fetch wrote, and nothing else.
fn clear(directory: &Path) -> Result<(), FetchError> {
    for place in [directory.to_owned(), directory.join(INDEX)] {
        let entries = fs::read_dir(&place).map_err(|error| FetchError::directory(&place, error))?;
        for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            let ours = name == JOURNAL
                || name == Manifest::FILE
                || path.extension().is_some_and(|extension| extension == "part")
                || list_of(name).is_some();
            if ours {
                fs::remove_file(&path).map_err(|error| FetchError::directory(&path, error))?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::import::{Mode, Scope};
    use jiff::Timestamp;

    use super::super::{FetchRequest, Format};
    use super::*;

    fn manifest(started: &str, scope: Scope) -> Manifest {
        let started: Timestamp = started.parse().unwrap();
        let request =
            FetchRequest { scope, mode: Mode::Full, since: None, started, known: BTreeSet::new() };
        Manifest::new(Format::V12, "example.org".to_owned(), &request)
    }

    #[test]
    fn what_was_saved_is_known_after_a_kill_and_a_cut_line_is_not() {
        let place = tempfile::tempdir().unwrap();
        let first = manifest("2026-11-24T03:00:00Z", Scope::All);
        let (mut pages, _) = Pages::open(place.path(), first.clone()).unwrap();
        pages.save("services", "/a", b"[1]").unwrap();
        pages.note_missing("/b", b"{}").unwrap();
        drop(pages);
        let journal = place.path().join(JOURNAL);
        let mut file = OpenOptions::new().append(true).open(&journal).unwrap();
        file.write_all(b"{\"saved\":{\"asked\":\"/c\",\"fi").unwrap();

        let later = manifest("2026-11-24T05:00:00Z", Scope::All);
        let (mut pages, manifest) = Pages::open(place.path(), later).unwrap();
        assert_eq!(manifest.started, first.started);
        assert_eq!(pages.known("/a"), Some(&Known::Saved("services-0001.json".to_owned())));
        assert_eq!(pages.known("/b"), Some(&Known::Missing("{}".to_owned())));
        assert_eq!(pages.known("/c"), None);
        pages.save("services", "/c", b"[2]").unwrap();
        assert_eq!(pages.read("services-0002.json").unwrap(), b"[2]");
        assert_eq!(pages.count("services"), 2);
    }

    #[test]
    fn another_scope_or_a_day_later_begins_anew_and_leaves_foreign_files_alone() {
        let place = tempfile::tempdir().unwrap();
        let others = [
            manifest("2026-11-24T04:00:00Z", Scope::County("02".to_owned())),
            manifest("2026-11-25T04:00:01Z", Scope::All),
            manifest("2026-11-23T04:00:00Z", Scope::All),
        ];
        for other in others {
            clear(place.path()).ok();
            let first = manifest("2026-11-24T03:00:00Z", Scope::All);
            let (mut pages, _) = Pages::open(place.path(), first).unwrap();
            pages.save("services", "/a", b"[1]").unwrap();
            fs::write(place.path().join("notes.txt"), "mine").unwrap();
            let (pages, held) = Pages::open(place.path(), other.clone()).unwrap();
            assert_eq!(held, other);
            assert!(pages.is_empty());
            assert!(!place.path().join("services-0001.json").exists());
            assert!(place.path().join("notes.txt").exists());
        }
    }

    #[test]
    fn a_page_whose_file_is_lost_is_asked_again() {
        let place = tempfile::tempdir().unwrap();
        let first = manifest("2026-11-24T03:00:00Z", Scope::All);
        let (mut pages, _) = Pages::open(place.path(), first.clone()).unwrap();
        pages.save("services", "/a", b"[1]").unwrap();
        fs::remove_file(place.path().join("services-0001.json")).unwrap();
        let (pages, _) = Pages::open(place.path(), first).unwrap();
        assert!(pages.known("/a").is_none());
    }
}
