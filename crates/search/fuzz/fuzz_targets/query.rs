//! Any bytes as a query, to an index of a few services with the real needs.
//!
//! `cargo +nightly fuzz run query` in `crates/search`; words are analysed with the dictionary where
//! voikko-fi is installed.

#![no_main]

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use domain::Language;
use finnish::{Dictionary, Memory};
use libfuzzer_sys::fuzz_target;
use search::{Coverage, Document, Field, Index, IndexBuilder, Lexicon, MatchKind, Query};

/// How long a query may take at most, with much to spare for the fuzzer's own instruments.
const LONGEST: Duration = Duration::from_secs(2);
/// How many words the dictionary remembers.
const REMEMBERED: usize = 50_000;

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let dictionary = Dictionary::installed()
        .map(|path| Dictionary::open(path).expect("the installed dictionary is readable"));
    let memory = dictionary.map(|dictionary| Memory::new(dictionary.into(), REMEMBERED).into());
    let mut builder = IndexBuilder::new(Lexicon::new(memory).into());
    let names = [
        (Language::Fi, "Uimahalli"),
        (Language::Fi, "Talous- ja velkaneuvonta"),
        (Language::Fi, "Lasten ja nuorten kuntosali Naantalissa"),
        (Language::Sv, "Bibliotek"),
        (Language::En, "Mental health services"),
        (Language::Se, "Girjerádju"),
    ];
    for (number, (language, name)) in names.into_iter().enumerate() {
        builder.add(&Document {
            id: number.to_string(),
            texts: vec![(Field::Name, language, name.to_owned())],
            coverage: Coverage::All,
            classes: vec!["P27.1".to_owned()],
            ..Document::default()
        });
    }
    builder.finish(1)
});

fuzz_target!(|bytes: &[u8]| {
    let index = &*INDEX;
    let query = Query { with_reasons: true, ..Query::new(String::from_utf8_lossy(bytes)) };
    let begun = Instant::now();
    let hits = index.search(&query);
    assert!(begun.elapsed() < LONGEST, "too slow");
    assert!(hits.total <= index.len());
    assert_eq!(hits.hits.len(), hits.total.min(query.limit));
    assert!(hits.hits.windows(2).all(|pair| pair[0].score >= pair[1].score));
    assert!(hits.hits.iter().all(|hit| hit.score.is_finite() && hit.score >= 0.0));
    assert!(hits.total > 0 || hits.match_kind == MatchKind::Nothing);
    assert!(!hits.confidence.is_nan());
});
