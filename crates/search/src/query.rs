//! What is asked of the index, and what it answers.

use domain::Language;

use crate::document::Themes;
use crate::plan::Way;

/// A search. Within a kind of filter any value fits; every kind that is given must fit.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "choices that have nothing to do with each other"
)]
pub struct Query {
    /// What the person wrote; it has no syntax. Blank finds everything, in order of name.
    pub text: String,
    /// The code of the municipality where the service must be had.
    pub municipality: Option<String>,
    /// How far from the municipality; without one it says nothing.
    pub reach: Reach,
    /// The themes of which the service must have one; empty for any.
    pub themes: Themes,
    /// The service classes of which the service must have one; empty for any.
    pub classes: Vec<String>,
    /// The code of the county in which the service must be had, somewhere at least.
    pub county: Option<String>,
    /// The target groups of which the service must have one; empty for any.
    pub target_groups: Vec<String>,
    /// The life events of which the service must have one; empty for any.
    pub life_events: Vec<String>,
    /// The languages in one of which the service must be given; empty for any.
    pub languages: Vec<String>,
    /// The kinds of channel of which the service must have one; empty for any.
    pub channel_kinds: Vec<String>,
    /// Whether it must cost nothing.
    pub is_free: bool,
    /// Whether one must be able to get it without going anywhere.
    pub is_remote: bool,
    /// The kinds of provider, as `OrganisationKind::code` writes them; empty for any.
    pub provider_kinds: Vec<String>,
    /// The id of the organisation that must be responsible.
    pub organisation: Option<String>,
    /// The reader's language: a bonus and the order of names, not a wall.
    pub language: Option<Language>,
    /// From where distances are reckoned, in metres east and north (ETRS-TM35FIN).
    pub from: Option<(u32, u32)>,
    /// The order of the hits.
    pub sort: Sort,
    /// Whether each hit shall say why it was found.
    pub with_reasons: bool,
    /// Whether the facets are left out: an answer that shows none is given sooner.
    pub without_facets: bool,
    /// How many hits to pass over.
    pub offset: usize,
    /// How many hits to give; more than [`Query::LIMIT`] gives that many, 0 gives only counts.
    pub limit: usize,
}

/// How far from a municipality a service may be had.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Reach {
    /// In the municipality itself, or in the whole country.
    #[default]
    Here,
    /// In a municipality that touches it, and not in it.
    Neighbours,
    /// Somewhere else: neither in it nor beside it, nor in the whole country.
    Elsewhere,
}

/// In which order hits are given. The order is total in any case.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// What fits best first; what fits alike goes by name.
    #[default]
    Fit,
    /// By name in the reader's language, however well each fits.
    Name,
    /// The nearest first, and what has no place last; as by fit where it is not known from where.
    Distance,
}

impl Query {
    /// The most hits in one answer.
    pub const LIMIT: usize = 100;

    /// A query for a text, with the first twenty hits and no filters.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), limit: 20, ..Self::default() }
    }
}

/// How the best hit fits the text; the others fit no better.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum MatchKind {
    /// Nothing was asked in words: everything that the filters let through.
    Everything,
    /// It has every word, in some form.
    AllWords,
    /// It has most of the words.
    MostWords,
    /// It answers the need that the words speak of.
    Need,
    /// It has some of the words or parts of them: it may be near in meaning.
    Near,
    /// Nothing fits. Hits, if there are any, have something in common with the text and are not what
    /// was asked.
    #[default]
    Nothing,
}

/// Why a service was found: what of it stands for a word of the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The word as it was written.
    pub word: String,
    /// How it came to be found.
    pub way: Way,
    /// What stands for it: a word of the service, or the Finnish name of a need.
    pub by: String,
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
    /// How far its nearest place is, in metres: when the query says from where, and it has one.
    pub distance: Option<u32>,
    /// Why it was found, when the query asks for reasons.
    pub reasons: Vec<Reason>,
    /// Its number in this index.
    pub(crate) document: u32,
}

/// The code of a municipality, a service class, a language …: a text that, short as these are, takes no
/// memory of its own.
pub type FacetCode = smol_str::SmolStr;

/// How many of all the hits (not only of the page given) there are of each kind. Each kind's counts
/// leave its own filter out of account, so that they say what another choice would give.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    /// Theme and count, in order of number; themes without hits are left out.
    pub themes: Vec<(u8, usize)>,
    /// Municipality code and the count of services with a limited area that covers it, in order of
    /// code. Nationwide services come on top: see `nationwide`.
    pub municipalities: Vec<(FacetCode, usize)>,
    /// How many are offered in the whole country (with or without Åland).
    pub nationwide: usize,
    /// County code and the count of services with a limited area that reaches into it, in order of
    /// code.
    pub counties: Vec<(FacetCode, usize)>,
    /// Kind of provider and count, in order of code.
    pub provider_kinds: Vec<(FacetCode, usize)>,
    /// Service class and count, in order of code.
    pub classes: Vec<(FacetCode, usize)>,
    /// Target group and count, in order of code.
    pub target_groups: Vec<(FacetCode, usize)>,
    /// Life event and count, in order of code.
    pub life_events: Vec<(FacetCode, usize)>,
    /// Language that services are given in and count, in order of code.
    pub languages: Vec<(FacetCode, usize)>,
    /// Kind of channel and count, in order of code.
    pub channel_kinds: Vec<(FacetCode, usize)>,
    /// How many cost nothing.
    pub free: usize,
    /// How many one gets without going anywhere.
    pub remote: usize,
}

/// The answer to a search.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hits {
    /// The hits asked for, in the order asked for: best first unless by name. It is total: equal scores
    /// go by name, then id.
    pub hits: Vec<Hit>,
    /// How many there are in all.
    pub total: usize,
    /// How they fit the text.
    pub match_kind: MatchKind,
    /// The municipality whose name was understood in the text, by its code.
    pub place: Option<String>,
    /// How surely the answer fits what was asked: below 0 nothing does. Of the best that the filters let
    /// through, or where that is nothing, of the best without them. Where other filters than that of
    /// place leave only what fits no more, the answer is near ([`MatchKind::Near`]) all the same.
    pub confidence: f32,
    /// The needs that the text speaks of, by their Finnish names, the surest first.
    pub needs: Vec<&'static str>,
    /// Whether somebody may be in danger now: emergency help comes first.
    pub is_crisis: bool,
    /// The counts.
    pub facets: Facets,
}
