//! Any bytes as a dictionary: refused, or able to answer.
//!
//! `cargo +nightly fuzz run dictionary` in `crates/finnish`, best with a cut-down dictionary as a seed.

#![no_main]

use finnish::{Dictionary, MAX_ANALYSES};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (&str, &[u8])| {
    let (word, bytes) = input;
    if let Ok(dictionary) = Dictionary::parse(bytes) {
        assert!(dictionary.analyse(word).len() <= MAX_ANALYSES);
        assert!(dictionary.suggest(word, 5).len() <= 5);
    }
});
