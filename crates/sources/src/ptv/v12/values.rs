//! What records of several kinds have in common: languages and the time of publishing.

use jiff::Timestamp;

use crate::clean;
use crate::reading::{Object, Reading};

/// The languages that a service is given in or a channel serves in.
pub fn languages(record: &mut Object, reading: &mut Reading) -> Vec<String> {
    let texts = record.texts("serviceLanguages", reading);
    let path = record.path().field("serviceLanguages");
    let codes = texts
        .iter()
        .enumerate()
        .map(|(position, text)| clean::spoken_language(text, &path.position(position), reading));
    clean::unique(codes.collect())
}

/// When the record was last published.
pub fn published_at(record: &mut Object, reading: &mut Reading) -> Option<Timestamp> {
    let text = record.text("publishedAt", reading)?;
    clean::timestamp(&text, &record.path().field("publishedAt"), reading)
}
