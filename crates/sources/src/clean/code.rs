//! Ids and words of enumerations.

use domain::catalogue::EntityId;
use domain::import::ProblemCode;

use crate::reading::{Path, Reading};

/// A PTV id: a GUID in any case, with or without braces. What is none is reported.
pub fn guid(text: &str, path: &Path, reading: &mut Reading) -> Option<EntityId> {
    let id = EntityId::from_guid(text);
    if id.is_none() {
        reading.warn(ProblemCode::IdInvalid, path, text);
    }
    id
}

/// A word of an enumeration: `read` turns the source's word into our value, which keeps a word that
/// it does not know; `known` says whether it did, and an unknown word is reported. For a word that is
/// ours too: `coded(&word, Charge::from_code, Charge::is_known, &path, reading)`.
pub fn coded<T>(
    word: &str,
    read: impl FnOnce(&str) -> T,
    known: impl FnOnce(&T) -> bool,
    path: &Path,
    reading: &mut Reading,
) -> T {
    let value = read(word);
    if !known(&value) {
        reading.warn(ProblemCode::ValueUnknown, path, word);
    }
    value
}

/// The values without those that stand there twice, in the order of their first.
#[must_use]
pub fn unique<T: PartialEq>(values: Vec<T>) -> Vec<T> {
    let mut kept: Vec<T> = Vec::with_capacity(values.len());
    for value in values {
        if !kept.contains(&value) {
            kept.push(value);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use domain::catalogue::Charge;

    use super::*;
    use crate::clean::testing::cleaned;

    #[test]
    fn a_guid_is_an_id_and_other_text_is_reported() {
        let (id, problems) =
            cleaned(|path, reading| guid("{0A1B2C3D-0000-4000-8000-00000000000F}", path, reading));
        assert_eq!(id.unwrap().as_str(), "0a1b2c3d-0000-4000-8000-00000000000f");
        assert!(problems.is_empty());
        let (id, problems) = cleaned(|path, reading| guid("529", path, reading));
        assert_eq!((id, problems), (None, vec![ProblemCode::IdInvalid]));
    }

    #[test]
    fn an_unknown_word_is_kept_and_reported() {
        let read = |word: &'static str| {
            cleaned(|path, reading| coded(word, Charge::from_code, Charge::is_known, path, reading))
        };
        assert_eq!(read("Free"), (Charge::Free, vec![]));
        let kept = Charge::Other("free".to_owned());
        assert_eq!(read("free"), (kept, vec![ProblemCode::ValueUnknown]));
    }

    #[test]
    fn what_stands_twice_is_kept_once_in_the_order_of_the_first() {
        assert_eq!(unique(vec!["b", "a", "b", "c", "a"]), ["b", "a", "c"]);
    }
}
