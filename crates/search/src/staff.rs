//! The staff's list as the search reads it: synonyms, exclusions and promotions, each by its phrase.
//!
//! This is the list only, as one revision of it holds; what a phrase in a query is, and what is made of
//! its entries, is decided where queries are understood.

use std::sync::Arc;

use domain::Language;
use domain::search_list::{Entry, EntryKind};

/// The staff's list of one revision. It never changes; cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct StaffList(Arc<Lists>);

#[derive(Debug, Default)]
struct Lists {
    revision: i64,
    synonyms: Vec<Synonym>,
    exclusions: Vec<ServiceRule>,
    promotions: Vec<ServiceRule>,
}

/// Words that are searched for when somebody writes a phrase.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Synonym {
    /// What people write, in lower case and with single spaces.
    pub phrase: String,
    /// The language of the phrase and the words; none for any.
    pub language: Option<Language>,
    /// The words, in lower case and with single spaces.
    pub words: String,
    /// Whether they take the phrase's place, and do not come beside it.
    pub is_instead: bool,
}

/// A service that is shown first, or not at all, when somebody writes a phrase.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ServiceRule {
    /// What people write, in lower case and with single spaces.
    pub phrase: String,
    /// The language of the phrase; none for any.
    pub language: Option<Language>,
    /// The service's id.
    pub service: String,
}

impl StaffList {
    /// The list of a revision, of entries in any order.
    #[must_use]
    pub fn new(revision: i64, entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut lists = Lists { revision, ..Lists::default() };
        for entry in entries {
            let Entry { kind, language, phrase, target, .. } = entry;
            match kind {
                EntryKind::Synonym | EntryKind::Replacement => lists.synonyms.push(Synonym {
                    phrase,
                    language,
                    words: target,
                    is_instead: kind == EntryKind::Replacement,
                }),
                EntryKind::Exclusion => {
                    lists.exclusions.push(ServiceRule { phrase, language, service: target });
                }
                EntryKind::Promotion => {
                    lists.promotions.push(ServiceRule { phrase, language, service: target });
                }
            }
        }
        lists.synonyms.sort_unstable();
        lists.exclusions.sort_unstable();
        lists.promotions.sort_unstable();
        Self(Arc::new(lists))
    }

    /// Whether both are the same list: not only alike, but one.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// The revision: it rises with every change of the list; 0 of one that was never changed.
    #[must_use]
    pub fn revision(&self) -> i64 {
        self.0.revision
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.synonyms.is_empty() && self.0.exclusions.is_empty() && self.0.promotions.is_empty()
    }

    /// Words to search for beside a phrase or in its place, in order of phrase.
    #[must_use]
    pub fn synonyms(&self) -> &[Synonym] {
        &self.0.synonyms
    }

    /// Services not to show, in order of phrase. They go before promotions.
    #[must_use]
    pub fn exclusions(&self) -> &[ServiceRule] {
        &self.0.exclusions
    }

    /// Services to show first, in order of phrase.
    #[must_use]
    pub fn promotions(&self) -> &[ServiceRule] {
        &self.0.promotions
    }
}

#[cfg(test)]
mod tests {
    use domain::search_list::Draft;

    use super::*;

    fn entry(kind: &str, phrase: &str, target: &str) -> Entry {
        let draft = Draft {
            kind: kind.to_owned(),
            language: "fi".to_owned(),
            phrase: phrase.to_owned(),
            target: target.to_owned(),
            author: "Maija".to_owned(),
            ..Draft::default()
        };
        draft.validate("2026-11-25T12:00:00Z".parse().unwrap()).unwrap()
    }

    #[test]
    fn entries_come_out_by_kind_and_in_order_of_phrase() {
        let list = StaffList::new(
            7,
            [
                entry("synonym", "lekuri", "lääkäri"),
                entry("promotion", "uinti", "s1"),
                entry("replacement", "hyppytunti", "nuorisotila"),
                entry("exclusion", "uinti", "s2"),
            ],
        );
        assert_eq!(list.revision(), 7);
        let synonyms: Vec<_> =
            list.synonyms().iter().map(|one| (&*one.phrase, &*one.words, one.is_instead)).collect();
        assert_eq!(synonyms, [("hyppytunti", "nuorisotila", true), ("lekuri", "lääkäri", false)]);
        assert_eq!(list.exclusions()[0].service, "s2");
        assert_eq!(list.promotions()[0].service, "s1");
        assert_eq!(list.promotions()[0].language, Some(Language::Fi));
    }

    #[test]
    fn a_list_without_entries_is_empty() {
        assert!(StaffList::default().is_empty());
        assert!(!StaffList::new(1, [entry("exclusion", "a", "s1")]).is_empty());
    }
}
