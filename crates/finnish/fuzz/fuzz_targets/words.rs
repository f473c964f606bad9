//! Any word and any list of own words, asked of the installed dictionary.
//!
//! `cargo +nightly fuzz run words` in `crates/finnish`; voikko-fi has to be installed.

#![no_main]

use std::sync::OnceLock;

use finnish::{Dictionary, MAX_ANALYSES, WordList};
use libfuzzer_sys::fuzz_target;

static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
static PLAIN: OnceLock<Dictionary> = OnceLock::new();

fuzz_target!(|input: (&str, &str)| {
    let (word, list) = input;
    let bytes = BYTES.get_or_init(|| {
        let path = Dictionary::installed().expect("voikko-fi is installed");
        std::fs::read(path).expect("the dictionary is readable")
    });
    let plain = PLAIN.get_or_init(|| Dictionary::parse(bytes).expect("the dictionary is whole"));
    assert!(plain.analyse(word).len() <= MAX_ANALYSES);
    assert!(plain.suggest(word, 5).len() <= 5);
    if let Ok(list) = WordList::parse(list)
        && list != WordList::default()
    {
        let dictionary = Dictionary::parse(bytes).expect("the dictionary is whole").with_words(list);
        assert!(dictionary.analyse(word).len() <= MAX_ANALYSES);
        assert!(dictionary.suggest(word, 5).len() <= 5);
    }
});
