//! A believable bilingual demonstration county, written as saved pages of PTV's Open API v12, so
//! that a demonstration and a benchmark go through the very import that production uses.
//!
//! The municipalities and their villages are real; every organisation, person, text, number and
//! address is invented. The texts are in `content/`, one file for each theme, for an editor to
//! read and mend. The same seed gives the same bytes; no clock is read.

mod channel;
mod codes;
mod collection;
mod connection;
mod contact;
mod content;
mod general_description;
mod hours;
mod kinds;
mod localized;
mod organisation;
mod pages;
mod plan;
mod random;
mod service;
mod template;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use content::Content;
use domain::catalogue::EntityKind;
use domain::import::{Mode, Scope};
use jiff::{SignedDuration, Timestamp};
use pages::Pages;
use plan::Plan;

use crate::fetch::{Format, Manifest};

/// When the saved pages say that they were fetched. A fixed moment: no clock is read here.
const FETCHED: SignedDuration = SignedDuration::from_hours(498_554);
/// The host that they were fetched from, which does not exist.
const HOST: &str = "demonstration.example";

/// How much to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// The number of services; the rest follows from it.
    pub services: usize,
}

impl Default for Size {
    /// The county of the demonstration.
    fn default() -> Self {
        Self { services: 1_240 }
    }
}

/// What was written: the number of records of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Services.
    pub services: usize,
    /// Service channels.
    pub channels: usize,
    /// Organisations.
    pub organisations: usize,
    /// General descriptions.
    pub general_descriptions: usize,
    /// Connections between services and channels.
    pub connections: usize,
    /// Service collections.
    pub collections: usize,
    /// Ontology terms.
    pub ontology_terms: usize,
    /// The size of all files, in bytes.
    pub bytes: u64,
}

/// Why the county could not be written.
#[derive(Debug, thiserror::Error)]
pub enum DemonstrationError {
    /// A file or the directory could not be written.
    #[error("cannot write {}", path.display())]
    Write {
        /// What was being written.
        path: PathBuf,
        /// Why not.
        #[source]
        source: std::io::Error,
    },
    /// The built-in texts are at fault.
    #[error("the demonstration's {file} is at fault in line {line}: {fault}")]
    Content {
        /// The file of texts.
        file: &'static str,
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        fault: String,
    },
}

/// Writes the county into a directory, which is made when it is missing. Files of the same names
/// are written over.
pub fn write(directory: &Path, size: Size, seed: u64) -> Result<Summary, DemonstrationError> {
    let content = Content::read()?;
    let plan = Plan::new(&content, size.services, seed);
    std::fs::create_dir_all(directory)
        .map_err(|source| DemonstrationError::Write { path: directory.to_owned(), source })?;

    let mut pages = Pages::new(directory);
    let summary = Summary {
        organisations: pages.write(
            EntityKind::Organisation,
            "organizations",
            organisation::all(&plan),
        )?,
        general_descriptions: pages.write(
            EntityKind::GeneralDescription,
            "general_descriptions",
            general_description::all(&plan),
        )?,
        ontology_terms: pages.write(
            EntityKind::OntologyTerm,
            "ontology_terms",
            codes::ontology_terms(&plan),
        )?,
        services: pages.write(EntityKind::Service, "services", service::all(&plan))?,
        channels: pages.write(EntityKind::Channel, "service_channels", channel::all(&plan))?,
        connections: pages.write(EntityKind::Connection, "connections", connection::all(&plan))?,
        collections: pages.write(
            EntityKind::Collection,
            "service_collections",
            collection::all(&plan),
        )?,
        bytes: 0,
    };
    let manifest = Manifest {
        format: Format::V12,
        host: HOST.to_owned(),
        feed: Scope::All.feed(),
        mode: Mode::Full,
        since: None,
        started: Timestamp::UNIX_EPOCH.saturating_add(FETCHED).unwrap_or(Timestamp::UNIX_EPOCH),
        ended: true,
        lists: pages.take_lists(),
        connections_read: BTreeSet::new(),
        problems: Vec::new(),
    };
    let manifest = serde_json::to_vec_pretty(&manifest).map_err(|source| {
        let path = directory.join(Manifest::FILE);
        DemonstrationError::Write { path, source: source.into() }
    })?;
    pages.write_file(Manifest::FILE, &manifest)?;
    Ok(Summary { bytes: pages.bytes(), ..summary })
}
