//! Tests with Voikko's own dictionary, where it is installed.

#![expect(clippy::unwrap_used, reason = "a test ends where it cannot go on")]

mod agreement;
mod damaged;
mod forms;
mod golden;
mod words;

use std::path::PathBuf;
use std::sync::OnceLock;

use finnish::Dictionary;

/// The installed dictionary. Without one the test that asks says so and has nothing to test.
fn dictionary() -> Option<&'static Dictionary> {
    static DICTIONARY: OnceLock<Option<Dictionary>> = OnceLock::new();
    let dictionary = DICTIONARY.get_or_init(|| {
        let path = Dictionary::installed()?;
        Some(Dictionary::open(path).expect("the installed dictionary is readable"))
    });
    if dictionary.is_none() {
        println!("skipped: Voikko's dictionary is not installed (voikko-fi)");
    }
    dictionary.as_ref()
}

/// A file or folder of the shared sample data, if it is there.
fn shared(path: &str) -> Option<PathBuf> {
    let shared = std::env::var_os("TARJOTIN_SHARED").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")),
        PathBuf::from,
    );
    let path = shared.join(path);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: {} is not there", path.display());
    None
}
