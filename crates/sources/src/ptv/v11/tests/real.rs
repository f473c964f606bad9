//! The real files through the very reading that an import uses: how many of each kind, and what is
//! reported of them.

use std::collections::BTreeMap;

use domain::catalogue::{EntityId, EntityKind};
use domain::import::Problem;

use super::support::{items, problems, real_directory, real_records};
use crate::directory::read_directory;
use crate::record::{Fingerprint, Item, Record, Sink, Stopped};

/// Takes everything.
#[derive(Default)]
struct Collected {
    records: Vec<Record>,
    others: Vec<Item>,
}

impl Sink for Collected {
    fn has(&self, _: EntityKind, _: &EntityId, _: Fingerprint) -> bool {
        false
    }

    fn take(&mut self, item: Item) -> Result<(), Stopped> {
        match item {
            Item::Record(record) => self.records.push(*record),
            other => self.others.push(other),
        }
        Ok(())
    }
}

/// How often each problem occurs: kind, code, path without positions, and what was found.
fn counted(problems: &[Problem]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for problem in problems {
        let kind = problem.kind.map(EntityKind::name).unwrap_or_default();
        let field: String = problem
            .field
            .as_deref()
            .unwrap_or_default()
            .chars()
            .filter(|character| !character.is_ascii_digit())
            .collect();
        let found = problem.found.as_deref().unwrap_or_default();
        *counts.entry(format!("{kind} {:?} {field}: {found}", problem.code)).or_default() += 1;
    }
    counts
}

#[test]
fn the_real_directory_is_read_whole() {
    let Some(directory) = real_directory("derived-v11") else { return };
    let mut collected = Collected::default();
    let completeness = read_directory(&directory, &mut collected).unwrap();

    assert!(collected.others.is_empty(), "{:#?}", collected.others);
    let count = |kind| collected.records.iter().filter(|read| read.entity.kind() == kind).count();
    let different = |kind| {
        let of_kind = collected.records.iter().filter(|read| read.entity.kind() == kind);
        of_kind.map(|read| read.entity.id()).collect::<std::collections::BTreeSet<_>>().len()
    };
    for (kind, expected) in [
        (EntityKind::Service, 446),
        (EntityKind::Channel, 998),
        (EntityKind::Organisation, 6),
        (EntityKind::GeneralDescription, 458),
        (EntityKind::Connection, 2_015),
        (EntityKind::Collection, 0),
        (EntityKind::OntologyTerm, 536),
    ] {
        assert_eq!((count(kind), different(kind)), (expected, expected), "{kind}");
        let has_list = !matches!(kind, EntityKind::Collection | EntityKind::OntologyTerm);
        assert_eq!(completeness.complete.contains(&kind), has_list, "{kind}");
    }
    let problems: Vec<_> =
        collected.records.iter().flat_map(|record| record.problems.clone()).collect();
    insta::assert_json_snapshot!("problems_of_the_real_directory", counted(&problems));
}

#[test]
fn the_true_records_are_read_whole() {
    let Some(records) = real_records() else { return };
    let found: Vec<_> = records
        .iter()
        .filter(|record| record.location.starts_with("true-v11/"))
        .flat_map(|record| problems(&items(record.kind, &record.value.to_string())))
        .collect();
    insta::assert_json_snapshot!("problems_of_the_true_records", counted(&found));
}
