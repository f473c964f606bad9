//! Word vectors learnt from the texts of a catalogue: latent semantic analysis.
//!
//! The matrix is that of the index, terms by services, with its impacts; so the fields' weights,
//! compounds and all three languages are in it. Beside the services stand the program's own texts
//! (see [`texts`](super::texts)). What people say for a need, in three languages, then lies near to
//! what services that answer it are called.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::decomposition::decompose;
use super::matrix::Sparse;
use super::texts::{reference_texts, saturated};
use super::words::WordVectors;
use crate::IndexBuilder;
use crate::document::Document;
use crate::index::Index;
use crate::lexicon::Lexicon;
use crate::terms::is_stem;
use crate::weights;

/// How many dimensions the vectors have.
const DIMENSIONS: usize = 64;
/// The most services that are read: of more, every second, third … is.
const SERVICES: usize = 20_000;
/// The most terms of services that get a vector: the most frequent ones.
const TERMS: usize = 40_000;
/// In how many services that are read a term must be.
const LEAST: usize = 2;
/// A term that a larger share of the documents has says nothing.
const COMMON: f32 = 0.2;

/// By term: the documents that have it, with how much.
type ByTerm<'a> = BTreeMap<&'a [u8], Vec<(u32, f32)>>;

impl WordVectors {
    /// Learns the vectors of the words of texts. The same texts in the same order give the same
    /// vectors, byte by byte.
    pub fn learn(lexicon: Arc<Lexicon>, documents: impl IntoIterator<Item = Document>) -> Self {
        let mut builder = IndexBuilder::new(lexicon).with_vectors(Arc::default());
        for document in documents {
            builder.add(&document);
        }
        Self::of_index(&builder.finish(0))
    }

    /// Learns the vectors of an index's terms.
    pub(crate) fn of_index(index: &Index) -> Self {
        let step = index.len().div_ceil(SERVICES).max(1);
        let read = index.len().div_ceil(step);
        let texts = reference_texts(&index.lexicon);
        let mut by_term = ByTerm::new();
        for (column, text) in (number(read)..).zip(&texts) {
            for (key, frequency) in text {
                by_term.entry(key).or_default().push((column, saturated(*frequency)));
            }
        }
        add_services(index, step, &mut by_term);
        decomposed(&by_term, read + texts.len(), index.lexicon.has_dictionary())
    }
}

/// Adds the postings of the index's terms in every `step`th service.
fn add_services<'a>(index: &'a Index, step: usize, by_term: &mut ByTerm<'a>) {
    let least = least_count(index).max(LEAST * step);
    for (term, key) in stems(index) {
        if (index.terms.counts[term] as usize) < least {
            continue;
        }
        let step = number(step);
        let read = index
            .postings_of(term)
            .documents()
            .filter(|(document, _)| document.is_multiple_of(step));
        let entries =
            read.map(|(document, impact)| (document / step, weights::share_of_impact(impact)));
        by_term.entry(key).or_default().extend(entries);
    }
}

/// In how many services a term must be to be among the most frequent.
fn least_count(index: &Index) -> usize {
    let mut counts: Vec<u32> = stems(index).map(|(term, _)| index.terms.counts[term]).collect();
    if counts.len() <= TERMS {
        return 0;
    }
    let (_, least, _) = counts.select_nth_unstable_by(TERMS, |a, b| b.cmp(a));
    *least as usize + 1
}

/// The terms that are base forms or stems.
fn stems(index: &Index) -> impl Iterator<Item = (usize, &[u8])> {
    let all = (0..index.terms.len()).map(|term| (term, index.terms.key(term)));
    all.filter(|(_, key)| is_stem(key))
}

fn decomposed(by_term: &ByTerm<'_>, columns: usize, has_dictionary: bool) -> WordVectors {
    #[expect(clippy::cast_precision_loss, reason = "fewer than 2^24 columns")]
    let is_telling = |entries: &[(u32, f32)]| {
        !entries.is_empty() && entries.len() as f32 <= (COMMON * columns as f32).max(2.0)
    };
    let terms = || by_term.iter().filter(|(_, entries)| is_telling(entries));
    let weight = |entries: &[(u32, f32)]| weights::rarity(entries.len(), columns);
    let mut squares = vec![0.0_f32; columns];
    for (_, entries) in terms() {
        for (column, value) in entries {
            squares[*column as usize] += (value * weight(entries)).powi(2);
        }
    }
    // Long texts count less a word, but more in all: divided by the root of their length.
    let lengths: Vec<f32> = squares.iter().map(|square| square.powf(0.25).max(0.1)).collect();
    let mut matrix = Sparse::new(columns);
    for (_, entries) in terms() {
        let weight = weight(entries);
        let values = entries.iter().map(|(column, value)| (*column, value * weight));
        matrix.push_row(values.map(|(column, value)| (column, value / lengths[column as usize])));
    }
    let (left, values) = decompose(&matrix, DIMENSIONS);
    // Between the bare singular vectors and those that the matrix stretches.
    let factors: Vec<f32> = values.iter().map(|value| value.sqrt()).collect();
    let mut vectors = WordVectors::new(left.width(), has_dictionary);
    for ((key, entries), row) in terms().zip(left.iter()) {
        let row: Vec<f32> =
            row.iter().zip(&factors).map(|(value, factor)| value * factor).collect();
        vectors.push(key, weight(entries), &row);
    }
    vectors
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
