//! Names of records, and which of the names is the one to show.

use std::collections::BTreeMap;

use domain::Language;
use domain::import::{Problem, ProblemCode};

use super::shapes::{TypedTexts, language, objects, take_type, text};
use crate::reading::{Object, Path, Reading};

/// Takes the other names out; older data spells the type differently.
pub fn alternative_names(names: &mut TypedTexts) -> Vec<(Language, String)> {
    let mut taken = take_type(names, "AlternateName");
    taken.extend(take_type(names, "AlternativeName"));
    taken
}

/// The languages in which the other name is the one to show.
pub fn primary_alternatives(object: &mut Object<'_>, reading: &mut Reading) -> Vec<Language> {
    let mut primary = Vec::new();
    objects(object, "displayNameType", reading, |item, reading| {
        let path = *item.path();
        match text(item, "type", reading).as_deref() {
            Some("AlternativeName" | "AlternateName") => primary.extend(language(item, reading)),
            Some("Name") | None => item.leave_out("language"),
            Some(other) => {
                item.leave_out("language");
                reading.warn(ProblemCode::ValueUnknown, &path.field("type"), other);
            }
        }
    });
    primary
}

/// Sees to the names: a version without one is reported, and left out when it says nothing else; a
/// record without any is refused.
pub fn named<T: Default + PartialEq>(
    texts: &mut BTreeMap<Language, T>,
    field: &str,
    name: impl Fn(&T) -> &str,
    reading: &mut Reading,
) -> Result<(), Problem> {
    let root = Path::root();
    let path = root.field(field);
    if texts.values().all(|version| name(version).is_empty()) {
        return Err(reading.refusal(ProblemCode::NameMissing, &path, ""));
    }
    texts.retain(|language, version| {
        let is_named = !name(version).is_empty();
        if !is_named {
            reading.warn(ProblemCode::NameMissing, &path, language.code());
        }
        is_named || *version != T::default()
    });
    Ok(())
}
