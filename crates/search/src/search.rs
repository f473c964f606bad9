//! Finding and ranking.
//!
//! Each word of the query has alternatives: itself as written, its stem in each language, longer
//! words that begin with it. A document's value for a word is the best of them, times how telling
//! the word is; a document's score is the sum over words. Every word that says something must be
//! there; when no document has them all, those that have most of them are given, and marked so.

use std::collections::HashSet;
use std::sync::LazyLock;

use domain::reference;

use crate::documents::{LIMITED, interface_place};
use crate::index::Index;
use crate::places::Places;
use crate::postings::Postings;
use crate::query::{Hit, Hits, MatchKind, Query};
use crate::selection::Selection;
use crate::weights;
use crate::words::{Form, Stemming, Word, analyse};

/// The most characters of a query that are read.
const QUERY_LIMIT: usize = 1_000;
/// The most words of a query that are searched for.
const WORDS_LIMIT: usize = 24;

/// A word of the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The forms in which it is looked for: as written, and as a part of a hyphenated word.
    pub forms: Vec<String>,
    /// Whether it is the last: it may be unfinished.
    pub is_last: bool,
    /// Whether a document must have it (when it is to have all).
    pub is_required: bool,
    /// The municipality that it names.
    pub place: Option<String>,
}

/// The words of a query, each once.
pub fn asked_words(text: &str, places: &Places) -> Vec<Asked> {
    let text: String = text.chars().take(QUERY_LIMIT).collect();
    let mut seen = HashSet::new();
    let mut words = analyse(&text);
    words.retain(|word| seen.insert(word.clone()));
    words.truncate(WORDS_LIMIT);
    let is_common = |word: &Word| Stemming::ALL.iter().any(|way| way.is_common(&word.surface));
    let worth = |word: &Word| match (is_common(word), places.find(word)) {
        (true, _) => Worth::Common,
        (false, Some(_)) => Worth::Place,
        (false, None) => Worth::Telling,
    };
    let highest = words.iter().map(worth).max();
    let count = words.len();
    let asked = words.into_iter().enumerate().map(|(position, word)| Asked {
        is_last: position + 1 == count,
        is_required: Some(worth(&word)) == highest,
        place: places.find(&word).map(str::to_owned),
        forms: [Some(word.surface), word.whole].into_iter().flatten().collect(),
    });
    asked.collect()
}

/// What a word says of what is sought. The words of the highest worth in a query are required.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Worth {
    /// Next to nothing: "and".
    Common,
    /// Where.
    Place,
    /// What.
    Telling,
}

/// How many of `required` words a document must have, when the best has `best` of them.
pub const fn words_needed(best: usize, required: usize) -> usize {
    let most = required.div_ceil(2);
    if best >= required || best < most { best } else { most }
}

/// The documents' values while words are added up.
struct Board {
    best: Vec<f32>,
    touched: Vec<u32>,
    score: Vec<f32>,
    matched: Vec<u8>,
    found: Vec<u32>,
}

impl Board {
    fn new(documents: usize) -> Self {
        Self {
            best: vec![0.0; documents],
            touched: Vec::new(),
            score: vec![0.0; documents],
            matched: vec![0; documents],
            found: Vec::new(),
        }
    }

    /// Offers an alternative's value for the word at hand.
    fn offer(&mut self, document: u32, value: f32) {
        let best = &mut self.best[document as usize];
        if *best == 0.0 {
            self.touched.push(document);
        }
        *best = best.max(value);
    }

    /// Offers a term's postings.
    fn offer_all(&mut self, postings: Postings<'_>, factor: f32) {
        for (document, impact) in postings {
            self.offer(document, factor * f32::from(impact));
        }
    }

    /// Closes the word at hand.
    fn close(&mut self, is_required: bool) {
        let rarity = weights::rarity(self.touched.len(), self.best.len());
        for document in self.touched.drain(..) {
            let place = document as usize;
            self.score[place] += rarity * self.best[place] / 255.0;
            self.best[place] = 0.0;
            if is_required {
                if self.matched[place] == 0 {
                    self.found.push(document);
                }
                self.matched[place] += 1;
            }
        }
    }
}

impl Index {
    /// Searches. Total on any input: a text has no syntax that could be wrong.
    #[must_use]
    pub fn search(&self, query: &Query) -> Hits {
        static PLACES: LazyLock<Places> = LazyLock::new(Places::of_finland);
        self.search_with(query, &PLACES)
    }

    /// Searches with these names of places.
    pub(crate) fn search_with(&self, query: &Query, places: &Places) -> Hits {
        let words = asked_words(&query.text, places);
        let selection = Selection::new(self, query);
        if words.is_empty() {
            let all = (0..self.len()).filter_map(|place| u32::try_from(place).ok());
            let hits = selection.select(all, |document| selection.is_local(document).into());
            return finished(hits, MatchKind::Everything, None);
        }
        let mut board = Board::new(self.len());
        for word in &words {
            self.offer_word(&mut board, word);
            board.close(word.is_required);
        }
        let required = words.iter().filter(|word| word.is_required).count();
        let matched = |document: &u32| usize::from(board.matched[*document as usize]);
        let fitting = board.found.iter().filter(|document| selection.admits(**document));
        let best = fitting.map(matched).max().unwrap_or(0);
        let needed = words_needed(best, required).max(1);
        let found = board.found.iter().copied().filter(|document| matched(document) >= needed);
        let language = query.language.and_then(interface_place);
        let hits = selection.select(found, |document| {
            let place = document as usize;
            let mut score = board.score[place];
            score *= share(matched(&document), required);
            if language.is_some_and(|bit| self.documents.languages[place] & (1 << bit) != 0) {
                score *= weights::READERS_LANGUAGE;
            }
            if selection.is_local(document) { score * weights::LOCAL } else { score }
        });
        let kind = if best == required { MatchKind::AllWords } else { MatchKind::MostWords };
        finished(hits, kind, words.into_iter().find_map(|word| word.place))
    }

    /// Offers every alternative of a word.
    fn offer_word(&self, board: &mut Board, word: &Asked) {
        for form in &word.forms {
            if let Some(term) = self.terms.find(Form::Surface, form) {
                board.offer_all(self.postings_of(term), weights::EXACT);
            }
            for stemming in Stemming::ALL {
                let stem = stemming.stem(form);
                if let Some(term) = self.terms.find(Form::Stem(stemming), &stem) {
                    board.offer_all(self.postings_of(term), weights::STEM);
                }
            }
            if word.is_last || form.chars().count() >= weights::PREFIX_LETTERS {
                for term in self.longer_terms(form) {
                    board.offer_all(self.postings_of(term), weights::PREFIX);
                }
            }
        }
        if let Some(code) = &word.place {
            self.offer_place(board, code);
        }
    }

    /// The terms that begin with a word: those of most documents, when there are many.
    fn longer_terms(&self, word: &str) -> Vec<usize> {
        let stems = Stemming::ALL.map(Form::Stem);
        let forms = [Form::Surface].into_iter().chain(stems);
        let mut terms: Vec<usize> =
            forms.flat_map(|form| self.terms.beginning_with(form, word)).collect();
        terms.sort_by_key(|term| (std::cmp::Reverse(self.terms.counts[*term]), *term));
        terms.truncate(weights::PREFIX_TERMS);
        terms
    }

    /// Offers the documents whose own limited area covers the place.
    fn offer_place(&self, board: &mut Board, code: &str) {
        let covering = self.documents.areas.having(self.documents.municipalities.find(code));
        for (document, coverage) in (0..).zip(&self.documents.coverage) {
            let covers = coverage.checked_sub(LIMITED).is_some_and(|area| covering[area as usize]);
            if covers {
                board.offer(document, f32::from(weights::PLACE_IMPACT));
            }
        }
    }
}

/// The hits with how they came about.
fn finished(hits: Hits, kind: MatchKind, place: Option<String>) -> Hits {
    let match_kind = if hits.total == 0 { MatchKind::Nothing } else { kind };
    Hits { match_kind, place, ..hits }
}

/// The share of words that are there.
pub fn share(matched: usize, required: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "queries have few words")]
    let share = matched as f32 / required as f32;
    share
}

/// The code of today of a municipality, or the code itself when nobody knows it.
pub fn code_of_today(code: &str) -> &str {
    reference::municipality(code).map_or(code, |municipality| municipality.code)
}

/// Whether a municipality is of Åland.
pub fn is_of_aland(code: &str) -> bool {
    reference::municipality(code).is_some_and(|found| found.county == reference::ALAND_COUNTY)
}

/// A hit of the index's document.
pub fn hit(index: &Index, document: u32, score: f32) -> Hit {
    let place = document as usize;
    let id = index.documents.ids.get(place).to_owned();
    Hit { id, score, is_nationwide: index.documents.coverage[place] < LIMITED }
}
