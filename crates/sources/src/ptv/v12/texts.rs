//! Language versions and localized texts.

use std::collections::BTreeMap;

use domain::import::{Problem, ProblemCode};
use domain::{Language, Localized};

use crate::reading::{Object, Path, Reading, text_of, whole};

/// The field with the language versions.
const LANGUAGE_VERSIONS: &str = "languageVersions";

/// A text in several languages, `{"fi": …, "sv": …}`.
pub fn localized(object: &mut Object, name: &str, reading: &mut Reading) -> Localized {
    let Some(value) = object.value(name) else { return Localized::default() };
    let path = object.path().field(name);
    let Some(texts) = Object::read(value, path, reading) else { return Localized::default() };
    texts
        .languages(reading)
        .into_iter()
        .filter_map(|(language, name, value)| {
            Some((language, text_of(value, &path.field(&name), reading)?))
        })
        .collect()
}

/// The language versions, each read whole.
pub fn versions<T>(
    record: &mut Object,
    reading: &mut Reading,
    mut read: impl FnMut(&mut Object, &mut Reading) -> T,
) -> BTreeMap<Language, T> {
    let Some(value) = record.value(LANGUAGE_VERSIONS) else { return BTreeMap::new() };
    let path = record.path().field(LANGUAGE_VERSIONS);
    let Some(versions) = Object::read(value, path, reading) else { return BTreeMap::new() };
    let mut texts = BTreeMap::new();
    for (language, name, value) in versions.languages(reading) {
        if let Some(version) = whole(value, path.field(&name), reading, &mut read) {
            texts.insert(language, version);
        }
    }
    texts
}

/// Sees to the names: a version without one is reported, and left out when it says nothing else; a
/// record without any is refused.
pub fn named<T: Default + PartialEq>(
    texts: &mut BTreeMap<Language, T>,
    name: impl Fn(&T) -> &str,
    reading: &mut Reading,
) -> Result<(), Problem> {
    let root = Path::root();
    let path = root.field(LANGUAGE_VERSIONS);
    if texts.values().all(|version| name(version).is_empty()) {
        return Err(reading.refusal(ProblemCode::NameMissing, &path, ""));
    }
    texts.retain(|language, version| {
        if !name(version).is_empty() {
            return true;
        }
        reading.warn(ProblemCode::NameMissing, &path.field(language.code()), "");
        *version != T::default()
    });
    Ok(())
}
