//! The shapes that v11 repeats everywhere: lists of objects, localised texts, typed texts, words of
//! enumerations, references and instants.

use std::collections::BTreeMap;

use domain::catalogue::EntityId;
use domain::import::ProblemCode;
use domain::{Language, Localized};
use jiff::Timestamp;

use crate::clean;
use crate::reading::{Object, Path, Reading, whole};

/// Reads each object of a list; what the reader leaves in an object is reported as unknown.
pub fn objects(
    object: &mut Object<'_>,
    name: &str,
    reading: &mut Reading,
    mut read: impl FnMut(&mut Object<'_>, &mut Reading),
) {
    let items = object.list(name, reading);
    let parent = *object.path();
    let list = parent.field(name);
    for (position, item) in items.into_iter().enumerate() {
        whole(item, list.position(position), reading, &mut read);
    }
}

/// A text without the blanks around it.
pub fn text(object: &mut Object<'_>, name: &str, reading: &mut Reading) -> Option<String> {
    object.text(name, reading).map(|text| text.trim().to_owned())
}

/// The language that an item is in; another than a language of content is reported.
pub fn language(object: &mut Object<'_>, reading: &mut Reading) -> Option<Language> {
    let code = object.text("language", reading).unwrap_or_default();
    let language = Language::from_code(code.trim());
    if language.is_none() {
        let path = *object.path();
        reading.warn(ProblemCode::LanguageUnknown, &path.field("language"), &code);
    }
    language
}

/// Reads a list of `{language, value}`: a null or blank value is absent, whatever its language.
pub fn each_language(
    object: &mut Object<'_>,
    name: &str,
    reading: &mut Reading,
    mut take: impl FnMut(Language, String),
) {
    objects(object, name, reading, |item, reading| {
        let Some(value) = text(item, "value", reading) else {
            item.leave_out("language");
            return;
        };
        if let Some(language) = language(item, reading) {
            take(language, value);
        }
    });
}

/// A list of `{language, value}` as one text in several languages.
pub fn localized(object: &mut Object<'_>, name: &str, reading: &mut Reading) -> Localized {
    let mut texts = BTreeMap::new();
    let parent = *object.path();
    let mut conflicts = Vec::new();
    each_language(object, name, reading, |language, value| {
        conflicts.extend(keep_one(&mut texts, language, value));
    });
    for value in conflicts {
        reading.warn(ProblemCode::ConflictingCopies, &parent.field(name), &value);
    }
    texts.into_iter().collect()
}

/// Keeps one text of a key: of two that differ the first in the alphabet, since lists of texts come
/// in no order. Gives back the one that is dropped.
pub fn keep_one<K: Ord>(texts: &mut BTreeMap<K, String>, key: K, value: String) -> Option<String> {
    match texts.get_mut(&key) {
        None => {
            texts.insert(key, value);
            None
        }
        Some(kept) if *kept == value => None,
        Some(kept) if value < *kept => Some(std::mem::replace(kept, value)),
        Some(_) => Some(value),
    }
}

/// A list of `{language, type, value}`, by language and type; blank values are absent.
pub type TypedTexts = BTreeMap<(Language, String), String>;

/// Reads a list of `{language, type, value}`.
pub fn typed(object: &mut Object<'_>, name: &str, reading: &mut Reading) -> TypedTexts {
    let mut texts = BTreeMap::new();
    objects(object, name, reading, |item, reading| {
        // `inherited` marks a text that the general description lends; the merge is ours. One text
        // of a type needs no order.
        item.leave_out("inherited");
        item.leave_out("orderNumber");
        let Some(value) = text(item, "value", reading) else {
            item.leave_out("language");
            item.leave_out("type");
            return;
        };
        let kind = text(item, "type", reading).unwrap_or_default();
        let Some(language) = language(item, reading) else { return };
        if let Some(dropped) = keep_one(&mut texts, (language, kind), value) {
            reading.warn(ProblemCode::ConflictingCopies, item.path(), &dropped);
        }
    });
    texts
}

/// Takes a text of one type out in every language.
pub fn take_type(texts: &mut TypedTexts, kind: &str) -> Vec<(Language, String)> {
    Language::ALL
        .into_iter()
        .filter_map(|language| {
            texts.remove(&(language, kind.to_owned())).map(|text| (language, text))
        })
        .collect()
}

/// Reports what is left: texts of types that we do not know. The raw record keeps them.
pub fn report_unknown_types(texts: TypedTexts, path: &Path<'_>, reading: &mut Reading) {
    for (_, kind) in texts.into_keys() {
        reading.warn(ProblemCode::ValueUnknown, path, &kind);
    }
}

/// A word of an enumeration; an empty word is absent.
pub fn word<T>(
    object: &mut Object<'_>,
    name: &str,
    reading: &mut Reading,
    read: impl FnOnce(&str) -> T,
    known: impl FnOnce(&T) -> bool,
) -> Option<T> {
    let word = text(object, name, reading)?;
    let parent = *object.path();
    Some(clean::coded(&word, read, known, &parent.field(name), reading))
}

/// An id.
pub fn id(object: &mut Object<'_>, name: &str, reading: &mut Reading) -> Option<EntityId> {
    let id = text(object, name, reading)?;
    let parent = *object.path();
    clean::guid(&id, &parent.field(name), reading)
}

/// The id of a reference `{id, name}`. Its name is left out: the thing has it.
pub fn reference(object: &mut Object<'_>, name: &str, reading: &mut Reading) -> Option<EntityId> {
    object
        .child(name, reading, |item, reading| {
            item.leave_out("name");
            id(item, "id", reading)
        })
        .flatten()
}

/// An instant, in UTC as v11 writes it without saying so.
pub fn timestamp(object: &mut Object<'_>, name: &str, reading: &mut Reading) -> Option<Timestamp> {
    let instant = text(object, name, reading)?;
    let parent = *object.path();
    clean::timestamp(&instant, &parent.field(name), reading)
}

/// A link to a page.
pub fn url(object: &mut Object<'_>, name: &str, reading: &mut Reading) -> Option<String> {
    let link = text(object, name, reading)?;
    let parent = *object.path();
    clean::url(&link, &parent.field(name), reading)
}

/// The codes of the languages that something is given in, sorted: the source's order says nothing.
pub fn spoken_languages(object: &mut Object<'_>, name: &str, reading: &mut Reading) -> Vec<String> {
    let codes = object.texts(name, reading);
    let parent = *object.path();
    let list = parent.field(name);
    let codes = codes.iter().enumerate();
    sorted(
        codes.map(|(at, code)| clean::spoken_language(code, &list.position(at), reading)).collect(),
    )
}

/// Sorted, each once.
pub fn sorted<T: Ord>(mut values: Vec<T>) -> Vec<T> {
    values.sort();
    values.dedup();
    values
}
