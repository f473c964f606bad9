//! Nearness in meaning: word vectors, and made of them vectors of services, needs and queries.
//!
//! [`WordVectors`] are learnt from texts and can be kept in a file; [`Vectors`] are what an index has
//! by them. A query's vector is made of its words' terms as the plan knows them, mended and joined.

mod decomposition;
mod file;
mod matrix;
mod rows;
mod texts;
mod train;
mod words;

use std::sync::Arc;

pub use file::VectorsError;
pub use rows::{Direction, Rows};
pub use words::WordVectors;

use crate::analysis::{Share, WordTerm};
use crate::index::Index;
use crate::phrases::Spoken;
use crate::terms::write_key;
use crate::update::Source;
use crate::weights::{self, W};
use texts::{need_text, saturated};

/// The most needs that a query is near to.
const NEEDS: usize = 4;

/// The vectors of an index.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Vectors {
    words: Arc<WordVectors>,
    documents: Rows,
    needs: Rows,
}

impl Vectors {
    /// The vectors of an index's services and of the needs of its lexicon.
    pub fn of_index(index: &Index, words: Arc<WordVectors>) -> Self {
        let documents = documents(index, &words);
        let mut needs = Rows::new(words.dimensions());
        for need in index.lexicon.needs {
            let text = need_text(need, &index.lexicon.analyser);
            let terms = text.iter().map(|(key, often)| (key.as_slice(), saturated(*often)));
            needs.push(&words.text(terms));
        }
        Self { words, documents, needs }
    }

    /// The same vectors of needs, of other services: each one's number here, or one of an index of
    /// services that are new.
    pub fn with_documents(&self, order: &[Source], new: &Index) -> Self {
        let new = documents(new, &self.words);
        let mut documents = Rows::new(self.words.dimensions());
        if self.words.dimensions() > 0 {
            for source in order {
                match source {
                    Source::Last(row) => documents.push_row(&self.documents, *row as usize),
                    Source::New(row) => documents.push_row(&new, *row as usize),
                }
            }
        }
        Self { words: Arc::clone(&self.words), documents, needs: self.needs.clone() }
    }

    /// The vectors of these parts; nothing when they do not belong together.
    pub fn of_parts(words: WordVectors, documents: Vec<i8>, needs: Vec<i8>) -> Option<Self> {
        let documents = Rows::of_values(words.dimensions(), documents)?;
        let needs = Rows::of_values(words.dimensions(), needs)?;
        Some(Self { words: Arc::new(words), documents, needs })
    }

    /// Whether they are of so many services and needs.
    pub fn fits(&self, documents: usize, needs: usize) -> bool {
        let is_empty = self.words.dimensions() == 0;
        is_empty || (self.documents.len() == documents && self.needs.len() == needs)
    }

    /// The words' vectors.
    pub const fn words(&self) -> &Arc<WordVectors> {
        &self.words
    }

    /// The services' vectors.
    pub const fn documents(&self) -> &Rows {
        &self.documents
    }

    /// The needs' vectors.
    pub const fn needs(&self) -> &Rows {
        &self.needs
    }

    /// Takes nearness to what is meant into scores of services, of which only so many of the first are
    /// looked at: the others are taken to be somewhat less near than is usual. Scores stay what they
    /// were when nothing is known of what is meant.
    pub fn rescore(&self, found: &mut [(f32, u32)], compared: usize, meant: &Direction) {
        if meant.is_nowhere() {
            return;
        }
        let (first, others) = found.split_at_mut(compared.min(found.len()));
        let documents = first.iter().map(|(_, document)| *document as usize);
        let cosines = self.documents.cosines(documents, meant);
        for ((score, _), cosine) in first.iter_mut().zip(cosines) {
            *score = rescored(*score, cosine);
        }
        for (score, _) in others {
            *score = rescored(*score, W.usual_cosine / 2.0);
        }
    }

    /// How near two services are: at most 1.
    pub fn document_cosine(&self, one: u32, other: u32) -> f32 {
        self.documents.cosine(one as usize, &self.documents.direction(other as usize))
    }

    /// What is meant by words, each with its terms and how much it says.
    pub fn meant<'a>(&self, words: impl Iterator<Item = (&'a [WordTerm], f32)>) -> Direction {
        let mut sum = vec![0.0; self.words.dimensions()];
        let mut key = Vec::new();
        for (terms, weight) in words {
            let terms: Vec<(Vec<u8>, f32)> = terms
                .iter()
                .map(|term| {
                    write_key(&mut key, term.form, &term.text);
                    let is_whole = term.share == Share::Whole;
                    let share =
                        weights::part(term.share) * if is_whole { 1.0 } else { W.meant_part };
                    (key.clone(), share)
                })
                .collect();
            self.words.add_word(&mut sum, &terms, weight);
        }
        Direction::of(&sum)
    }

    /// Adds the needs that are near to what is meant by so many words, or raises their strength.
    pub fn add_near_needs(&self, meant: &Direction, words: usize, needs: &mut Vec<Spoken>) {
        if meant.is_nowhere() {
            return;
        }
        for (need, cosine) in self.needs.nearest(meant, NEEDS, W.near_need_cosine) {
            let strength = W.near_need * cosine;
            let all = (0..words).map(|word| (word, strength));
            match needs.iter_mut().find(|known| known.need == need) {
                Some(known) => known.raise(strength, words),
                None => needs.push(Spoken { need, strength, words: all.collect(), phrase: "" }),
            }
        }
    }

    /// What they hold in memory, in bytes.
    pub fn memory_bytes(&self) -> usize {
        let rows = self.documents.memory_bytes() + self.needs.memory_bytes();
        self.words.memory_bytes() + rows
    }
}

/// A score with nearness in meaning taken into it; it stays what it was at the usual nearness of what
/// fits, so that scores mean the same with vectors and without.
fn rescored(score: f32, cosine: f32) -> f32 {
    score * (1.0 + W.meaning * cosine.max(0.0)) / (1.0 + W.meaning * W.usual_cosine)
}

/// The vectors of an index's services: of each the sum of its terms' vectors, each times its impact
/// and how telling the term is.
fn documents(index: &Index, words: &WordVectors) -> Rows {
    let width = words.dimensions();
    let mut documents = Rows::new(width);
    if width == 0 {
        return documents;
    }
    let mut sums = vec![0.0_f32; index.len() * width];
    let mut vector = vec![0.0; width];
    for term in 0..words.len() {
        let Some(number) = index.terms.find_key(words.key(term)) else { continue };
        words.write(&mut vector, term);
        for (document, impact) in index.postings_of(number).documents() {
            let start = document as usize * width;
            let sum = &mut sums[start..start + width];
            matrix::add(sum, weights::share_of_impact(impact), &vector);
        }
    }
    for sum in sums.chunks_exact(width) {
        documents.push(sum);
    }
    documents
}

#[cfg(test)]
mod tests;
