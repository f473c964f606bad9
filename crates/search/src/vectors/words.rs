//! Word vectors by term, and vectors of texts made of them.

use super::rows::Rows;
use crate::lexicon::Lexicon;
use crate::terms::Numbers;

/// Word vectors, as they are learnt once and kept: for each term its vector, and how telling it is.
/// They are made by [`WordVectors::learn`] and kept in a file of their own.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WordVectors {
    /// Whether the terms are base forms of Voikko's dictionary, and not stems.
    pub(super) has_dictionary: bool,
    /// The terms' keys, one after another, ascending.
    pub(super) keys: Vec<u8>,
    /// Where each key ends.
    pub(super) ends: Vec<u32>,
    /// How telling each term is.
    pub(super) weights: Vec<f32>,
    pub(super) rows: Rows,
    /// The terms by key.
    pub(super) numbers: Numbers,
}

impl WordVectors {
    /// No vectors, of so many dimensions.
    pub(super) fn new(dimensions: usize, has_dictionary: bool) -> Self {
        Self { has_dictionary, rows: Rows::new(dimensions), ..Self::default() }
    }

    /// How many terms there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Whether their terms are what this lexicon makes of words.
    pub(crate) fn suits(&self, lexicon: &Lexicon) -> bool {
        self.is_empty() || self.has_dictionary == lexicon.has_dictionary()
    }

    /// How many dimensions the vectors have.
    #[must_use]
    pub const fn dimensions(&self) -> usize {
        self.rows.dimensions()
    }

    /// What they hold in memory, in bytes.
    #[must_use]
    pub fn memory_bytes(&self) -> usize {
        let columns = self.keys.capacity() + 8 * self.ends.capacity();
        columns + self.rows.memory_bytes() + self.numbers.memory_bytes()
    }

    /// A term's key.
    pub(super) fn key(&self, term: usize) -> &[u8] {
        let start = term.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.keys.get(start as usize..self.ends[term] as usize).unwrap_or_default()
    }

    /// Adds a term whose key is higher than the last.
    pub(super) fn push(&mut self, key: &[u8], weight: f32, vector: &[f32]) {
        self.keys.extend_from_slice(key);
        self.ends.push(u32::try_from(self.keys.len()).unwrap_or(u32::MAX));
        self.numbers.note(&self.keys, &self.ends, self.ends.len() - 1);
        self.weights.push(weight);
        self.rows.push(vector);
    }

    /// The number of the term of a key.
    fn find(&self, key: &[u8]) -> Option<usize> {
        self.numbers.find(&self.keys, &self.ends, key)
    }

    /// The vector of a text: the sum of its terms' vectors, each times its share and how telling the
    /// term is. Terms that are not known add nothing.
    pub(super) fn text<'a>(&self, terms: impl Iterator<Item = (&'a [u8], f32)>) -> Vec<f32> {
        let mut sum = vec![0.0; self.dimensions()];
        for (key, share) in terms {
            if let Some(term) = self.find(key) {
                self.rows.add_to(&mut sum, term, share * self.weights[term]);
            }
        }
        sum
    }

    /// Adds the vector of a word that may be any of these terms.
    pub(super) fn add_word(&self, sum: &mut [f32], terms: &[(Vec<u8>, f32)], weight: f32) {
        let known = terms.iter().filter_map(|(key, share)| Some((self.find(key)?, share)));
        let known: Vec<(usize, &f32)> = known.collect();
        let all: f32 = known.iter().map(|(_, share)| **share).sum();
        for (term, share) in known {
            self.rows.add_to(sum, term, weight * share / all * self.weights[term]);
        }
    }

    /// Writes a term's vector, times how telling the term is, over what is in `vector`.
    pub(super) fn write(&self, vector: &mut [f32], term: usize) {
        self.rows.write(vector, term, self.weights[term]);
    }
}
