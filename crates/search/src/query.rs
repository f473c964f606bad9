//! What is asked of the index, and what it answers.

use domain::Language;

use crate::document::Themes;

/// A search. Within a kind of filter any value fits; every kind that is given must fit.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Query {
    /// What the person wrote; it has no syntax. Blank finds everything, in order of name.
    pub text: String,
    /// The code of the municipality where the service must be had.
    pub municipality: Option<String>,
    /// The themes of which the service must have one; empty for any.
    pub themes: Themes,
    /// The service classes of which the service must have one; empty for any.
    pub classes: Vec<String>,
    /// The kinds of provider, as `OrganisationKind::code` writes them; empty for any.
    pub provider_kinds: Vec<String>,
    /// The id of the organisation that must be responsible.
    pub organisation: Option<String>,
    /// The reader's language: a bonus and the order of names, not a wall.
    pub language: Option<Language>,
    /// How many hits to pass over.
    pub offset: usize,
    /// How many hits to give; more than [`Query::LIMIT`] gives that many, 0 gives only counts.
    pub limit: usize,
}

impl Query {
    /// The most hits in one answer.
    pub const LIMIT: usize = 100;

    /// A query for a text, with the first twenty hits and no filters.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), limit: 20, ..Self::default() }
    }
}

/// How the hits fit the text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum MatchKind {
    /// Nothing was asked in words: everything that the filters let through.
    Everything,
    /// Every hit has every word.
    AllWords,
    /// No service has every word; the hits have most of them.
    MostWords,
    /// There are no hits.
    #[default]
    Nothing,
}

/// A service that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The entity's id.
    pub id: String,
    /// How well it fits: comparable within one answer only.
    pub score: f32,
    /// Whether it is offered in the whole country (with or without Åland).
    pub is_nationwide: bool,
}

/// How many of all the hits (not only of the page given) there are of each kind. Each kind's counts
/// leave its own filter out of account, so that they say what another choice would give.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    /// Theme and count, in order of number; themes without hits are left out.
    pub themes: Vec<(u8, usize)>,
    /// Municipality code and the count of services with a limited area that covers it, in order of
    /// code. Nationwide services come on top: see `nationwide`.
    pub municipalities: Vec<(String, usize)>,
    /// How many are offered in the whole country (with or without Åland).
    pub nationwide: usize,
    /// Kind of provider and count, in order of code.
    pub provider_kinds: Vec<(String, usize)>,
}

/// The answer to a search.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hits {
    /// The hits asked for, best first. The order is total: equal scores go by name, then id.
    pub hits: Vec<Hit>,
    /// How many there are in all.
    pub total: usize,
    /// How they fit the text.
    pub match_kind: MatchKind,
    /// The municipality whose name was understood in the text, by its code.
    pub place: Option<String>,
    /// The counts.
    pub facets: Facets,
}
