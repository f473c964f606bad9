//! Queries with the services that somebody has graded for them.

use std::collections::{BTreeMap, BTreeSet};

use domain::Language;

/// How well a service answers a query: 3 exactly what is sought, 2 clearly useful, 1 marginal,
/// 0 not at all.
pub type Grade = u8;

/// The grade from which a service counts as found.
pub(super) const USEFUL: Grade = 2;

/// A query and what was judged of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedQuery {
    /// Its id, unique in a set.
    pub id: String,
    /// What a person writes.
    pub text: String,
    /// The language that it is written in.
    pub language: Language,
    /// The kind of query, e.g. `need` or `misspelling`: figures are given by kind.
    pub kind: String,
    /// The municipality that the words name, by its code. The search is not told: it must understand
    /// the place from the words.
    pub municipality: Option<String>,
    /// The grades by service; a service that is not here has grade 0.
    pub grades: BTreeMap<String, Grade>,
    /// The services that somebody looked at, those of grade 0 included; none when nobody wrote them
    /// down.
    pub judged: Option<BTreeSet<String>>,
}

impl JudgedQuery {
    /// The grade of a service.
    #[must_use]
    pub fn grade(&self, service: &str) -> Grade {
        self.grades.get(service).copied().unwrap_or_default()
    }

    /// Whether any service is useful for it. Where none is, the right answer is to say so.
    #[must_use]
    pub fn is_answerable(&self) -> bool {
        self.grades.values().any(|grade| *grade >= USEFUL)
    }

    /// Whether somebody has judged the service for this query; none when that is not known.
    #[must_use]
    pub fn is_judged(&self, service: &str) -> Option<bool> {
        let judged = self.judged.as_ref()?;
        Some(judged.contains(service) || self.grades.contains_key(service))
    }
}
