//! Records to disk, a hundred to a page, one page in memory at a time.

use std::collections::BTreeMap;
use std::path::Path;

use domain::catalogue::EntityKind;
use serde_json::Value;

use super::DemonstrationError;
use crate::fetch::List;

/// The most records that PTV gives in one page.
const PAGE_SIZE: usize = 100;

/// Writes lists of records as the pages that PTV would have given.
#[derive(Debug)]
pub struct Pages<'a> {
    directory: &'a Path,
    lists: BTreeMap<String, List>,
    bytes: u64,
}

impl<'a> Pages<'a> {
    /// Writes into a directory that exists.
    pub fn new(directory: &'a Path) -> Self {
        Self { directory, lists: BTreeMap::new(), bytes: 0 }
    }

    /// Writes a list and says how many records it had. They are counted first, without
    /// being made, since every page names the total.
    pub fn write<I, T>(
        &mut self,
        kind: EntityKind,
        list: &str,
        records: I,
    ) -> Result<usize, DemonstrationError>
    where
        I: Iterator<Item = T> + Clone,
        T: FnOnce() -> Value,
    {
        let total = records.clone().count();
        let pages = total.div_ceil(PAGE_SIZE).max(1);
        let mut records = records;
        for page in 1..=pages {
            let mut text = format!(
                "{{\"page\":{page},\"pageSize\":{PAGE_SIZE},\"totalItems\":{total},\
                 \"totalPages\":{},\"items\":[",
                total.div_ceil(PAGE_SIZE)
            );
            for (position, record) in records.by_ref().take(PAGE_SIZE).enumerate() {
                text.push_str(if position == 0 { "\n" } else { ",\n" });
                text.push_str(&record().to_string());
            }
            text.push_str("\n]}\n");
            self.write_file(&format!("{list}-{page:04}.json"), text.as_bytes())?;
        }
        let entry = List { complete: true, pages: pages as u64, total: Some(total as u64) };
        self.lists.insert(kind.plural().to_owned(), entry);
        Ok(total)
    }

    /// Writes one file.
    pub fn write_file(&mut self, name: &str, content: &[u8]) -> Result<(), DemonstrationError> {
        let path = self.directory.join(name);
        self.bytes += content.len() as u64;
        std::fs::write(&path, content).map_err(|source| DemonstrationError::Write { path, source })
    }

    /// Gives the lists so far away, as the manifest names them.
    pub fn take_lists(&mut self) -> BTreeMap<String, List> {
        std::mem::take(&mut self.lists)
    }

    /// The size of the files so far.
    pub const fn bytes(&self) -> u64 {
        self.bytes
    }
}
