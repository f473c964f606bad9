//! Which file holds which list.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use domain::catalogue::EntityKind;

/// The names that lists go by. A longer name goes before one that it begins with.
const NAMES: [(&str, EntityKind); 16] = [
    ("ontology_terms", EntityKind::OntologyTerm),
    ("ontology-terms", EntityKind::OntologyTerm),
    ("organizations", EntityKind::Organisation),
    ("organisations", EntityKind::Organisation),
    ("general_descriptions", EntityKind::GeneralDescription),
    ("general-descriptions", EntityKind::GeneralDescription),
    ("service_channels", EntityKind::Channel),
    ("service-channels", EntityKind::Channel),
    ("channels", EntityKind::Channel),
    ("service_collections", EntityKind::Collection),
    ("service-collections", EntityKind::Collection),
    ("collections", EntityKind::Collection),
    ("connections", EntityKind::Connection),
    ("services", EntityKind::Service),
    ("service", EntityKind::Service),
    ("organization", EntityKind::Organisation),
];

/// What a list of removed records has after its name.
const ARCHIVED: &str = "archived";

/// A file of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListFile {
    /// Where it is.
    pub path: PathBuf,
    /// Its name within the directory, for reports.
    pub location: String,
}

/// The files of a directory by kind, each in order of name.
#[derive(Debug, Default)]
pub struct Files {
    lists: BTreeMap<EntityKind, Vec<ListFile>>,
    archived: BTreeMap<EntityKind, Vec<ListFile>>,
}

impl Files {
    /// Finds the lists in a directory and in the directories that are named by them.
    pub fn find(directory: &Path) -> io::Result<Self> {
        let mut files = Self::default();
        for (name, path) in entries(directory)? {
            if path.is_dir() {
                let Some((kind, rest)) = kind_of(&name) else { continue };
                for (inner, path) in entries(&path)? {
                    if inner.strip_suffix(".json").is_some() && path.is_file() {
                        files.add(
                            kind,
                            rest,
                            ListFile { path, location: format!("{name}/{inner}") },
                        );
                    }
                }
            } else if let Some(stem) = name.strip_suffix(".json")
                && path.is_file()
                && let Some((kind, rest)) = kind_of(stem)
            {
                files.add(kind, rest, ListFile { path, location: name.clone() });
            }
        }
        Ok(files)
    }

    fn add(&mut self, kind: EntityKind, rest: &str, file: ListFile) {
        let is_archived = rest == ARCHIVED || rest.starts_with("archived-");
        let lists = if is_archived { &mut self.archived } else { &mut self.lists };
        lists.entry(kind).or_default().push(file);
    }

    /// The files of a kind's records.
    pub fn lists(&self, kind: EntityKind) -> &[ListFile] {
        self.lists.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// The files of what was removed of a kind.
    pub fn archived(&self, kind: EntityKind) -> &[ListFile] {
        self.archived.get(&kind).map_or(&[], Vec::as_slice)
    }
}

/// The names in a directory, in order. A name that is no UTF-8 is no list's.
fn entries(directory: &Path) -> io::Result<BTreeMap<String, PathBuf>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        if let Ok(name) = entry.file_name().into_string() {
            found.insert(name, entry.path());
        }
    }
    Ok(found)
}

/// The kind that a name is of, and what comes after the list's name and a hyphen.
fn kind_of(stem: &str) -> Option<(EntityKind, &str)> {
    NAMES.iter().find_map(|(name, kind)| {
        let rest = stem.strip_prefix(name)?;
        if rest.is_empty() { Some((*kind, "")) } else { Some((*kind, rest.strip_prefix('-')?)) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_name() {
        for (stem, expected) in [
            ("services", Some((EntityKind::Service, ""))),
            ("services-0001", Some((EntityKind::Service, "0001"))),
            ("services-archived", Some((EntityKind::Service, "archived"))),
            ("services-archived-0001", Some((EntityKind::Service, "archived-0001"))),
            ("service-channels", Some((EntityKind::Channel, ""))),
            ("service-channels-2", Some((EntityKind::Channel, "2"))),
            ("service_collections", Some((EntityKind::Collection, ""))),
            ("organizations", Some((EntityKind::Organisation, ""))),
            ("connections-0001", Some((EntityKind::Connection, "0001"))),
            ("servicesx", None),
            ("manifest", None),
        ] {
            assert_eq!(kind_of(stem), expected, "{stem}");
        }
    }
}
