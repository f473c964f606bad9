//! Any bytes in the place of a snapshot's: an error, since the checksum does not fit.
//!
//! `cargo +nightly fuzz run snapshot` in `crates/search`. The first bytes say where a snapshot that was
//! saved is changed, so that the fuzzer need not find out its form.

#![no_main]

use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use domain::Language;
use libfuzzer_sys::fuzz_target;
use search::{Coverage, Document, Field, Index, IndexBuilder, Lexicon};

static LEXICON: LazyLock<Arc<Lexicon>> = LazyLock::new(|| Lexicon::new(None).into());

static SAVED: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut builder = IndexBuilder::new(LEXICON.clone());
    for (number, name) in ["Uimahalli", "Velkaneuvonta", "Kirjasto"].into_iter().enumerate() {
        builder.add(&Document {
            id: number.to_string(),
            texts: vec![(Field::Name, Language::Fi, name.to_owned())],
            coverage: Coverage::Municipalities(["529".to_owned()].into()),
            ..Document::default()
        });
    }
    builder.finish(1).save(&file()).expect("a snapshot can be saved");
    std::fs::read(file()).expect("what was saved can be read")
});

/// A file of this process in the folder for such.
fn file() -> PathBuf {
    std::env::temp_dir().join(format!("search-fuzz-{}", std::process::id()))
}

fuzz_target!(|input: (u16, &[u8])| {
    let (place, bytes) = input;
    let mut changed = SAVED.clone();
    let place = usize::from(place) % (changed.len() + 1);
    let end = (place + bytes.len()).min(changed.len());
    changed.splice(place..end, bytes.iter().copied());
    std::fs::write(file(), &changed).expect("the file can be written");
    let loaded = Index::load(&file(), LEXICON.clone());
    assert_eq!(loaded.is_ok(), changed == *SAVED);
});
