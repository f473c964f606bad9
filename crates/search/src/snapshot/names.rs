//! The part of the snapshot that holds names for suggestions and what services have in common.

use std::io;

use super::{Reader, SnapshotError, Writer};
use crate::documents::Strings;
use crate::index::Index;
use crate::related::Relations;
use crate::suggestions::{KeptNames, Mending, Names, Table};

impl Index {
    /// Works out what the snapshot does not hold, of parts that are known to be sound; tells whether
    /// the names and relations are sound, too.
    pub(super) fn add_quick_parts(&mut self) -> bool {
        if !self.names.kept.is_sound(self) || !self.relations.is_sound(self) {
            return false;
        }
        let kept = std::mem::take(&mut self.names.kept);
        self.names = Names::new(self, kept);
        let relations = std::mem::take(&mut self.relations);
        self.relations = relations.with_needs(self);
        true
    }
}

impl Writer {
    pub(super) fn names(&mut self, names: &KeptNames) -> io::Result<()> {
        for (table, of_document) in names.services.iter().zip(&names.of_document) {
            self.texts(&table.texts)?;
            self.numbers(&table.starts)?;
            self.numbers(of_document)?;
        }
        for providers in &names.providers {
            self.texts(providers)?;
        }
        self.section(&names.mending.bytes)
    }

    pub(super) fn relations(&mut self, relations: &Relations) -> io::Result<()> {
        self.numbers(&relations.telling)?;
        self.numbers(&relations.lengths)?;
        self.numbers(&relations.groups)
    }

    fn texts(&mut self, texts: &Strings) -> io::Result<()> {
        self.section(texts.text.as_bytes())?;
        self.numbers(&texts.ends)
    }
}

impl Reader {
    pub(super) fn names(&mut self) -> Result<KeptNames, SnapshotError> {
        let mut names = KeptNames::default();
        for (table, of_document) in names.services.iter_mut().zip(&mut names.of_document) {
            *table = Table::of_parts(self.texts()?, self.numbers()?);
            *of_document = self.numbers()?;
        }
        for providers in &mut names.providers {
            *providers = self.texts()?;
        }
        names.mending = Mending { bytes: self.section()? };
        Ok(names)
    }

    pub(super) fn relations(&mut self) -> Result<Relations, SnapshotError> {
        let (telling, lengths, groups) = (self.numbers()?, self.numbers()?, self.numbers()?);
        Ok(Relations { telling, lengths, groups, ..Relations::default() })
    }

    /// Texts whose ends are where letters end.
    fn texts(&mut self) -> Result<Strings, SnapshotError> {
        let texts = self.strings()?;
        let length = texts.ends.last().map_or(0, |end| *end as usize);
        let is_sound = texts.ends.is_sorted()
            && length == texts.text.len()
            && texts.ends.iter().all(|end| texts.text.is_char_boundary(*end as usize));
        if is_sound { Ok(texts) } else { Err(SnapshotError::Damaged) }
    }
}
