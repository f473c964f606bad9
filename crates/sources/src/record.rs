//! What reading hands over: one item at a time, to whoever imports.

use domain::catalogue::{Entity, EntityId, EntityKind};
use domain::import::Problem;
use sha2::{Digest, Sha256};

/// The first 16 bytes of the SHA-256 of a text: equal prints mean equal texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub [u8; 16]);

impl Fingerprint {
    /// The version of the reading code: raise it when the same raw record is read into another
    /// entity than before, and every record is read anew at the next import.
    pub const READING_VERSION: u8 = 1;

    /// The print of a raw record, as read by this version of the code.
    #[must_use]
    pub fn of_raw(raw: &str) -> Self {
        Self::of(&[&[Self::READING_VERSION], raw.as_bytes()])
    }

    /// The print of an entity's document.
    #[must_use]
    pub fn of_document(document: &str) -> Self {
        Self::of(&[document.as_bytes()])
    }

    fn of(parts: &[&[u8]]) -> Self {
        let mut hash = Sha256::new();
        for part in parts {
            hash.update(part);
        }
        let mut print = [0; 16];
        print.copy_from_slice(&hash.finalize()[..16]);
        Self(print)
    }
}

/// A record that was read into an entity.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// What it was read into.
    pub entity: Entity,
    /// The record as it came (for a part of a larger record, that part).
    pub raw: String,
    /// The print of `raw`.
    pub fingerprint: Fingerprint,
    /// Where it was read, e.g. `services-0003.json`.
    pub location: String,
    /// What is wrong with it (warnings; each names the record).
    pub problems: Vec<Problem>,
}

/// One thing that reading met.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A record, read.
    Record(Box<Record>),
    /// A record that the importer has with the very same raw text; it was not read again.
    Unchanged {
        /// Its kind.
        kind: EntityKind,
        /// Its id.
        id: EntityId,
    },
    /// The source says that it is no longer published.
    Gone {
        /// Its kind.
        kind: EntityKind,
        /// Its id.
        id: EntityId,
    },
    /// A record of the kind that cannot be taken, and why.
    Refused(EntityKind, Problem),
    /// Something that is wrong apart from any one record.
    Problem(Problem),
}

/// The importer wants no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the import was stopped")]
pub struct Stopped;

/// Whoever imports.
pub trait Sink {
    /// Whether this record is in the catalogue, or read in this run, with the very same raw text.
    fn has(&self, kind: EntityKind, id: &EntityId, fingerprint: Fingerprint) -> bool;

    /// Takes the next item.
    ///
    /// # Errors
    /// When nothing more is wanted.
    fn take(&mut self, item: Item) -> Result<(), Stopped>;
}
