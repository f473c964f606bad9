//! Demand (*kysyntä*): what people asked for, to stand beside what there is.

use super::sets::ThemeSet;
use crate::language::Language;
use crate::search_gap::GapKind;

/// How demand became known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DemandKind {
    /// By a search in vain, or by a report that a service is missing.
    Search(GapKind),
}

impl DemandKind {
    /// Its code in tables.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Search(kind) => kind.name(),
        }
    }
}

/// Something that people asked for. It is of enough people to be nobody's secret: whoever gives demand holds to
/// the threshold ([`crate::search_gap::KNOWN_FROM`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demand {
    /// How it became known.
    pub kind: DemandKind,
    /// What they asked for, in their words.
    pub text: String,
    /// The language in which the site was read.
    pub language: Language,
    /// The code of the municipality where they asked for it; none for anywhere.
    pub municipality: Option<String>,
    /// The themes that it speaks of; empty when it is not understood, or not of wellbeing.
    pub themes: ThemeSet,
    /// How often.
    pub count: u64,
}
