//! What was fetched, read: the same as what the source has.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use domain::catalogue::{EntityId, EntityKind};
use domain::import::{Problem, Scope, Severity};
use sources::directory::{Completeness, read_directory};
use sources::stub::{Content, Fault, Stub, When};
use sources::{Fingerprint, Item, Sink, Stopped, demonstration};

use super::{fetch, full, v11, v12};

/// What reading gave: each record with the print of its raw text.
#[derive(Default, PartialEq)]
struct Read {
    records: BTreeSet<(EntityKind, EntityId, Fingerprint)>,
    refused: Vec<Problem>,
}

impl Sink for Read {
    fn has(&self, kind: EntityKind, id: &EntityId, print: Fingerprint) -> bool {
        self.records.contains(&(kind, id.clone(), print))
    }

    fn take(&mut self, item: Item) -> Result<(), Stopped> {
        match item {
            Item::Record(record) => {
                let id = record.entity.id();
                self.records.insert((record.entity.kind(), id, record.fingerprint));
            }
            Item::Refused(_, problem) => self.refused.push(problem),
            Item::Problem(problem) if problem.severity == Severity::Failed => {
                self.refused.push(problem);
            }
            _ => {}
        }
        Ok(())
    }
}

impl Read {
    fn of(directory: &Path) -> (Self, Completeness) {
        let mut read = Self::default();
        let completeness = read_directory(directory, &mut read).unwrap();
        (read, completeness)
    }

    fn ids(&self, kind: EntityKind) -> BTreeSet<&EntityId> {
        self.records.iter().filter(|(of, ..)| *of == kind).map(|(_, id, _)| id).collect()
    }
}

#[tokio::test]
async fn the_demonstration_county_comes_through_v12_record_by_record_as_it_was_written() {
    let written = tempfile::tempdir().unwrap();
    let size = demonstration::Size { services: 300 };
    demonstration::write(written.path(), size, 7).unwrap();
    let stub = Stub::serve(Content::from_directory(written.path()).unwrap()).await.unwrap();
    stub.fault(When::Request(2), Fault::Status(504, None));
    stub.fault(When::Request(5), Fault::CutAt(1000));
    stub.fault(When::First(1, "channel/search?page=2".to_owned()), Fault::Moved(1));
    let place = tempfile::tempdir().unwrap();
    let fetched = fetch(&v12(&stub), &full(Scope::All), place.path()).await.unwrap();
    assert!(fetched.manifest.is_whole(), "{:?}", fetched.manifest.problems);

    let (expected, _) = Read::of(written.path());
    let (read, completeness) = Read::of(place.path());
    assert_eq!(read.refused, []);
    for kind in EntityKind::ALL {
        assert!(completeness.complete.contains(&kind), "{kind}");
        if kind != EntityKind::OntologyTerm {
            assert_eq!(read.ids(kind), expected.ids(kind), "{kind}");
        }
    }
    // Of the terms, those that something names.
    assert!(read.records.is_subset(&expected.records));
    assert!(read.ids(EntityKind::OntologyTerm).len() > 10);
}

#[tokio::test]
async fn the_real_records_come_through_v11_as_they_are_in_the_directory() {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared");
    let shared = std::env::var_os("TARJOTIN_SHARED").map_or_else(|| beside.into(), PathBuf::from);
    let directory = shared.join("ptv/data/derived-v11");
    let Ok(content) = Content::from_directory(&directory) else {
        println!("skipped: ptv/data/derived-v11 is not on this machine");
        return;
    };
    let stub = Stub::serve(content).await.unwrap();
    stub.fault(When::First(3, "/ServiceChannel/list?".to_owned()), Fault::Status(504, None));
    stub.fault(When::First(1, "/Organization?page=1".to_owned()), Fault::NullItems);
    let place = tempfile::tempdir().unwrap();
    let fetched = fetch(&v11(&stub), &full(Scope::All), place.path()).await.unwrap();
    let failed = |problem: &&Problem| problem.severity == Severity::Failed;
    assert_eq!(fetched.manifest.problems.iter().filter(failed).count(), 0);

    let (expected, _) = Read::of(&directory);
    let (read, completeness) = Read::of(place.path());
    for kind in EntityKind::ALL {
        assert_eq!(read.ids(kind).len(), expected.ids(kind).len(), "{kind}");
    }
    let kinds = [EntityKind::Service, EntityKind::Channel, EntityKind::Connection];
    assert!(kinds.iter().all(|kind| completeness.complete.contains(kind)), "{completeness:?}");
}
