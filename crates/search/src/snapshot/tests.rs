//! A snapshot is what was saved, or an error.

use std::sync::LazyLock;

use domain::Language;
use proptest::prelude::*;
use tempfile::tempdir;

use super::*;
use crate::tests::plain;
use crate::{Coverage, Document, Field, IndexBuilder, Query};

fn index() -> Index {
    let mut builder = IndexBuilder::new(plain());
    for number in 0..300 {
        let codes = ["529", "905"].into_iter().take(number % 3).map(str::to_owned);
        let text = format!("Kirjasto {number} lainaa kirjoja, e-kirjoja ja pelejä");
        builder.add(&Document {
            id: format!("id-{number}"),
            organisation: (number % 2 == 0).then(|| format!("org-{}", number % 5)),
            texts: vec![(Field::Name, Language::ALL[number % 6], text)],
            coverage: if number % 7 == 0 {
                Coverage::All
            } else {
                Coverage::Municipalities(codes.collect())
            },
            classes: vec![format!("P25.{}", number % 4)],
            channel_kinds: vec!["Phone".to_owned()],
            languages: vec![["fi", "sv"][number % 2].to_owned()],
            is_free: number % 3 == 0,
            ..Document::default()
        });
    }
    builder.finish(42)
}

fn saved() -> Vec<u8> {
    static SAVED: LazyLock<Vec<u8>> = LazyLock::new(|| {
        let directory = tempdir().unwrap();
        let path = directory.path().join("index");
        index().save(&path).unwrap();
        std::fs::read(path).unwrap()
    });
    SAVED.clone()
}

fn loaded(bytes: &[u8]) -> Result<Index, SnapshotError> {
    let directory = tempdir().unwrap();
    let path = directory.path().join("index");
    std::fs::write(&path, bytes).unwrap();
    Index::load(&path, plain())
}

/// The bytes with a checksum that fits them.
fn sealed(mut bytes: Vec<u8>) -> Vec<u8> {
    let end = bytes.len() - CHECKSUM;
    let checksum = Sha256::digest(&bytes[..end]);
    bytes[end..].copy_from_slice(&checksum);
    bytes
}

#[test]
fn what_is_loaded_is_what_was_saved() {
    let (index, loaded) = (index(), loaded(&saved()).unwrap());
    assert_eq!(loaded.generation(), 42);
    assert_eq!(loaded.documents, index.documents);
    assert_eq!(loaded.terms, index.terms);
    assert_eq!(loaded.postings, index.postings);
    for text in ["kirjasto", "kirja 17", "kirjsto", "kir", "lainata kirja", "naantali", "velat", ""]
    {
        for municipality in [None, Some("529".to_owned())] {
            let query = Query { municipality, with_reasons: true, ..Query::new(text) };
            assert_eq!(loaded.search(&query), index.search(&query), "{text}");
        }
    }
}

#[test]
fn a_snapshot_made_with_other_words_is_not_believed() {
    let directory = tempdir().unwrap();
    let path = directory.path().join("index");
    index().save(&path).unwrap();
    let fewer = Lexicon::with_needs(None, crate::tests::corpus::needs());
    assert!(matches!(Index::load(&path, fewer.into()), Err(SnapshotError::OtherWords)));
    if let Some(with_dictionary) = crate::tests::with_dictionary() {
        assert!(matches!(Index::load(&path, with_dictionary), Err(SnapshotError::OtherWords)));
    }
}

#[test]
fn saving_again_replaces_the_file_and_leaves_nothing_beside_it() {
    let directory = tempdir().unwrap();
    let path = directory.path().join("index");
    index().save(&path).unwrap();
    Index::load(&path, plain()).unwrap().save(&path).unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), saved());
    assert_eq!(std::fs::read_dir(directory.path()).unwrap().count(), 1);
}

#[test]
fn an_empty_index_is_saved_and_loaded() {
    let directory = tempdir().unwrap();
    let path = directory.path().join("index");
    IndexBuilder::new(plain()).finish(0).save(&path).unwrap();
    assert!(Index::load(&path, plain()).unwrap().is_empty());
}

#[test]
fn another_version_and_a_missing_file_are_told_apart_from_damage() {
    let mut bytes = saved();
    bytes[8] += 1;
    assert!(matches!(loaded(&sealed(bytes)), Err(SnapshotError::OtherVersion)));
    assert!(matches!(loaded(&[b'x'; 100]), Err(SnapshotError::OtherVersion)));
    assert!(matches!(loaded(b""), Err(SnapshotError::Damaged)));
    let nowhere = Index::load(Path::new("/nowhere/at/all"), plain());
    assert!(matches!(nowhere, Err(SnapshotError::Io(_))));
}

proptest! {
    #[test]
    fn a_cut_file_is_an_error(share in 0.0..1.0_f64) {
        let bytes = saved();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share")]
        #[expect(clippy::cast_precision_loss, reason = "a short file")]
        let length = (bytes.len() as f64 * share) as usize;
        prop_assert!(loaded(&bytes[..length]).is_err());
        prop_assert!(loaded(&sealed_if_long(bytes[..length].to_vec())).is_err());
    }

    #[test]
    fn any_bytes_are_an_error(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(loaded(&bytes).is_err());
        let head = [&MAGIC[..], &VERSION.to_le_bytes(), plain().mark()].concat();
        prop_assert!(loaded(&[head, bytes].concat()).is_err());
    }

    #[test]
    fn a_changed_byte_is_an_error(at in any::<prop::sample::Index>(), change in 1_u8..) {
        let mut bytes = saved();
        let at = at.index(bytes.len());
        bytes[at] ^= change;
        prop_assert!(loaded(&bytes).is_err());
    }

    #[test]
    fn forged_bytes_are_an_error_or_an_index_that_answers(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = saved();
        for (at, byte) in changes {
            let at = at.index(bytes.len() - CHECKSUM);
            bytes[at] = byte;
        }
        if let Ok(index) = loaded(&sealed(bytes)) {
            for text in ["kirjasto", "k", "naantali 17", ""] {
                let municipality = Some("529".to_owned());
                let query = Query { municipality, ..Query::new(text) };
                prop_assert!(index.search(&query).total <= index.len());
            }
        }
    }
}

fn sealed_if_long(bytes: Vec<u8>) -> Vec<u8> {
    if bytes.len() < CHECKSUM { bytes } else { sealed(bytes) }
}
