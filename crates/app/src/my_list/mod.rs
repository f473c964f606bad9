//! A visitor's own list, which the visitor keeps: the installation holds nothing of it but the key with
//! which it knows its own handwriting.
//!
//! The list goes out as a line of text with a signature and comes back as one. What comes back otherwise
//! than it went, or was signed with another key, is an empty list.

mod deed;

use std::path::Path;

use domain::catalogue::EntityId;
use domain::my_list::{MOST_SERVICES, ServiceList};
use hmac::{Hmac, Mac};
use sha2::Sha256;

pub use deed::Deed;

use crate::{Error, hex, key_file};

/// The form of the line; another number is not read.
const FORM: &str = "1";
/// The longest line that is read, in bytes; a browser keeps no longer one.
const LONGEST: usize = 4096;

/// The key of the signatures. Nodes that serve the same visitors have the same one.
#[derive(Clone, PartialEq, Eq)]
pub struct ListKey([u8; key_file::LENGTH]);

impl std::fmt::Debug for ListKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("ListKey")
    }
}

/// What a visitor keeps.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept {
    /// The list.
    pub list: ServiceList,
    /// What was last done to it, until the visitor has been told.
    pub change: Option<Change>,
}

/// What was done to a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A service went in.
    Added(EntityId),
    /// Services of a shared list went in.
    Taken(Vec<EntityId>),
    /// Services went out, the first of them from this place.
    Removed(usize, Vec<EntityId>),
    /// Nothing went in, since the list is full.
    Full,
}

impl ListKey {
    /// A key of these bytes.
    #[must_use]
    pub const fn new(bytes: [u8; key_file::LENGTH]) -> Self {
        Self(bytes)
    }

    /// The key in a file, which is made with a new one when it is not there. Only its owner may read it.
    ///
    /// # Errors
    /// When it cannot be read or made, or holds something else.
    pub fn in_file(file: &Path) -> Result<Self, Error> {
        key_file::read_or_make("the key of visitors' lists", file).map(Self)
    }

    fn signature(&self, line: &str) -> Option<Hmac<Sha256>> {
        // HMAC takes a key of any length: there is always one.
        let mut signature = Hmac::<Sha256>::new_from_slice(&self.0).ok()?;
        signature.update(b"my-list\0");
        signature.update(line.as_bytes());
        Some(signature)
    }
}

impl Kept {
    /// The line with its signature: letters, digits and `-_.:`.
    #[must_use]
    pub fn sealed(&self, key: &ListKey) -> String {
        let mut line = format!("{FORM}:{}:{}:", joined(self.list.ids()), self.written_change());
        if let Some(signature) = key.signature(&line) {
            line.push_str(&hex::written(&signature.finalize().into_bytes()));
        }
        line
    }

    /// Reads a line; one that is not as it was sealed is an empty list.
    #[must_use]
    pub fn opened(line: &str, key: &ListKey) -> Self {
        Self::read(line, key).unwrap_or_default()
    }

    fn read(line: &str, key: &ListKey) -> Option<Self> {
        if line.len() > LONGEST {
            return None;
        }
        let (signed, signature) = line.split_at_checked(line.rfind(':')? + 1)?;
        key.signature(signed)?.verify_slice(&hex::read(signature)?).ok()?;
        let mut parts = signed.split(':');
        if parts.next()? != FORM {
            return None;
        }
        let list = ServiceList::of(ids(parts.next()?));
        let change = change(parts.next()?);
        Some(Self { list, change })
    }

    fn written_change(&self) -> String {
        match &self.change {
            None => String::new(),
            Some(Change::Full) => "full".to_owned(),
            Some(Change::Added(id)) => format!("added.{id}"),
            Some(Change::Taken(ids)) => format!("taken.{}", joined(ids)),
            Some(Change::Removed(place, ids)) => format!("removed.{place}.{}", joined(ids)),
        }
    }
}

/// Ids in a row, as a line, a form and a table hold them.
#[must_use]
pub fn joined(ids: &[EntityId]) -> String {
    ids.iter().map(EntityId::as_str).collect::<Vec<_>>().join(".")
}

/// Reads ids in a row; what is none is left out, and so is what is more than a list holds.
#[must_use]
pub fn ids(row: &str) -> Vec<EntityId> {
    row.split('.').filter_map(|id| EntityId::new(id).ok()).take(MOST_SERVICES).collect()
}

fn change(text: &str) -> Option<Change> {
    let (kind, rest) = text.split_once('.').unwrap_or((text, ""));
    match kind {
        "full" => Some(Change::Full),
        "added" => EntityId::new(rest).ok().map(Change::Added),
        "taken" => Some(Change::Taken(ids(rest))),
        "removed" => {
            let (place, rest) = rest.split_once('.')?;
            Some(Change::Removed(place.parse().ok()?, ids(rest)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: ListKey = ListKey::new([1; 32]);

    fn id(number: usize) -> EntityId {
        EntityId::new(format!("50000000-0000-4000-8000-{number:012}")).unwrap()
    }

    fn kept(services: usize, change: Option<Change>) -> Kept {
        Kept { list: ServiceList::of((0..services).map(id)), change }
    }

    #[test]
    fn a_list_comes_back_as_it_went() {
        for change in [
            None,
            Some(Change::Full),
            Some(Change::Added(id(2))),
            Some(Change::Taken(vec![id(1), id(2)])),
            Some(Change::Removed(7, vec![id(9)])),
        ] {
            for services in [0, 1, 3, 30] {
                let kept = kept(services, change.clone());
                assert_eq!(Kept::opened(&kept.sealed(&KEY), &KEY), kept);
            }
        }
    }

    #[test]
    fn what_was_changed_on_the_way_is_an_empty_list() {
        let line = kept(3, Some(Change::Added(id(2)))).sealed(&KEY);
        for place in 0..line.len() {
            for letter in ["0", "z", ":", ".", ""] {
                let mut other = line.clone();
                other.replace_range(place..=place, letter);
                if !other.eq_ignore_ascii_case(&line) {
                    assert_eq!(Kept::opened(&other, &KEY), Kept::default(), "{other}");
                }
            }
        }
    }

    #[test]
    fn anothers_signature_and_none_are_an_empty_list() {
        let line = kept(3, None).sealed(&KEY);
        assert_eq!(Kept::opened(&line, &ListKey::new([2; 32])), Kept::default());
        let unsigned = line.rsplit_once(':').unwrap().0;
        for odd in [
            unsigned,
            &format!("{unsigned}:"),
            "",
            ":",
            ":::",
            "1:::",
            "ä:ö:å:",
            &"a:".repeat(9_999),
        ] {
            assert_eq!(Kept::opened(odd, &KEY), Kept::default(), "{odd}");
        }
    }

    #[test]
    fn another_form_is_an_empty_list() {
        let mut line = format!("0:{}::", id(1));
        let signature = KEY.signature(&line).unwrap().finalize().into_bytes();
        line.push_str(&hex::written(&signature));
        assert_eq!(Kept::opened(&line, &KEY), Kept::default());
    }

    #[test]
    fn the_longest_list_fits_a_cookie() {
        let long = |number: usize| EntityId::new(format!("{number:048}")).unwrap();
        let list = ServiceList::of((0..30).map(long));
        assert_eq!(list.len(), 30);
        let removed = (30..60).map(long).collect();
        let line = Kept { list, change: Some(Change::Removed(0, removed)) }.sealed(&KEY);
        // With the cookie's name and attributes.
        assert!(line.len() < 4096 - 120, "{}", line.len());
        assert!(line.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte)));
    }

    #[test]
    fn a_key_is_made_once() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("lists.key");
        let key = ListKey::in_file(&file).unwrap();
        assert!(ListKey::in_file(&file).unwrap() == key && key != KEY);
        std::fs::write(&file, "short").unwrap();
        let refusal = ListKey::in_file(&file).unwrap_err().to_string();
        assert!(refusal.contains("visitors' lists") && refusal.contains("32 bytes"), "{refusal}");
    }
}
