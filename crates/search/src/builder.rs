//! Building an index, one document after another.

use crate::document::{Document, Field};
use crate::documents::DocumentsBuilder;
use crate::index::Index;
use crate::postings::PostingsBuilder;
use crate::terms::{Terms, Vocabulary, write_key};
use crate::weights;
use crate::words::{Form, Stemming, Word, analyse};

/// The most words whose stems are remembered, a language: stemming costs more than looking up.
const STEMS_REMEMBERED: usize = 150_000;

/// An index while documents are added. What it holds is close to what the index will hold.
#[derive(Debug, Default)]
pub struct IndexBuilder {
    documents: DocumentsBuilder,
    vocabulary: Vocabulary,
    postings: PostingsBuilder,
    /// What is remembered of each way of stemming.
    stems: [Stems; 4],
    key: Vec<u8>,
    /// The terms of the document at hand, each with what one occurrence adds.
    occurrences: Vec<(u32, f32)>,
}

/// Words with the terms of their stems; no term for a word that says nothing.
#[derive(Debug, Default)]
struct Stems {
    words: Vocabulary,
    terms: Vec<Option<u32>>,
}

impl IndexBuilder {
    /// A builder without documents.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a service.
    pub fn add(&mut self, document: &Document) {
        let place = self.documents.add(document);
        for (field, language, text) in &document.texts {
            let words = analyse(text);
            let weight = weights::occurrence(*field, words.len());
            for word in &words {
                self.add_word(*field, Stemming::of(*language), word, weight);
            }
        }
        self.write_postings(place);
    }

    /// The finished index of a generation of the catalogue.
    #[must_use]
    pub fn finish(self, generation: i64) -> Index {
        let Self { documents, vocabulary, postings, stems, .. } = self;
        drop(stems);
        let (postings, places) = postings.finish();
        let mut terms = Terms::default();
        for (key, number) in vocabulary.in_order() {
            let (start, count) = places[number as usize];
            terms.push(key, start, count);
        }
        drop((vocabulary, places));
        Index { generation, documents: documents.finish(), terms, postings }
    }

    fn add_word(&mut self, field: Field, stemming: Stemming, word: &Word, weight: f32) {
        let keeps_surface = field.weight().keeps_surface;
        for text in [Some(&word.surface), word.whole.as_ref()].into_iter().flatten() {
            if keeps_surface {
                let term = self.term(Form::Surface, text);
                self.occurrences.push((term, weight));
            }
            if let Some(term) = self.stem(stemming, text) {
                self.occurrences.push((term, weight));
            }
        }
    }

    fn stem(&mut self, stemming: Stemming, word: &str) -> Option<u32> {
        let remembered = &mut self.stems[stemming as usize];
        if remembered.terms.len() >= STEMS_REMEMBERED {
            *remembered = Stems::default();
        }
        let (number, is_new) = remembered.words.number(word.as_bytes());
        if !is_new {
            return remembered.terms[number as usize];
        }
        let term = (!stemming.is_common(word))
            .then(|| self.term(Form::Stem(stemming), &stemming.stem(word)));
        self.stems[stemming as usize].terms.push(term);
        term
    }

    fn term(&mut self, form: Form, word: &str) -> u32 {
        write_key(&mut self.key, form, word);
        let (term, is_new) = self.vocabulary.number(&self.key);
        if is_new {
            self.postings.begin();
        }
        term
    }

    /// Sums each term's occurrences, in order of their coming, and writes its posting.
    fn write_postings(&mut self, document: u32) {
        self.occurrences.sort_by_key(|(term, _)| *term);
        for same in self.occurrences.chunk_by(|a, b| a.0 == b.0) {
            let frequency = same.iter().map(|(_, weight)| weight).sum();
            self.postings.push(same[0].0, document, weights::impact(frequency));
        }
        self.postings.rest();
        self.occurrences.clear();
    }
}
