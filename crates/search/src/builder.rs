//! Building an index, one document after another.

use std::collections::HashMap;
use std::sync::Arc;

use crate::document::{Document, Field};
use crate::documents::DocumentsBuilder;
use crate::index::Index;
use crate::lexicon::Lexicon;
use crate::postings::PostingsBuilder;
use crate::related::{Relations, groups_of};
use crate::suggestions::NamesBuilder;
use crate::terms::{Terms, Vocabulary, write_key};
use crate::vectors::{Vectors, WordVectors};
use crate::weights;
use crate::words::{Form, Stemming, Word, analyse};

/// The most words whose terms are remembered, a language: analysis costs more than looking up.
const WORDS_REMEMBERED: usize = 150_000;

/// An index while documents are added. What it holds is close to what the index will hold.
#[derive(Debug)]
pub struct IndexBuilder {
    lexicon: Arc<Lexicon>,
    documents: DocumentsBuilder,
    names: NamesBuilder,
    /// The target groups of each document.
    groups: Vec<u32>,
    vocabulary: Vocabulary,
    postings: PostingsBuilder,
    /// What is remembered of each language.
    analysed: [Analysed; 4],
    key: Vec<u8>,
    /// Vectors learnt before; without them the index learns its own.
    vectors: Option<Arc<WordVectors>>,
    /// The terms of the document at hand, each with what one occurrence adds, and how much of a word
    /// the term is.
    occurrences: Vec<(u32, f32, f32)>,
}

/// Words with their terms, and how much of an occurrence goes to each.
#[derive(Debug, Default)]
struct Analysed {
    words: Vocabulary,
    ends: Vec<u32>,
    terms: Vec<(u32, f32)>,
}

impl Analysed {
    fn of(&self, word: u32) -> std::ops::Range<usize> {
        let word = word as usize;
        let start = word.checked_sub(1).map_or(0, |before| self.ends[before]);
        start as usize..self.ends[word] as usize
    }
}

/// Documents and their words, with what is still to be worked out from.
pub(crate) struct BareIndex {
    /// The index, with documents, terms and postings only.
    pub index: Index,
    /// The documents' names.
    names: NamesBuilder,
    /// The target groups of each document.
    groups: Vec<u32>,
    /// Vectors learnt before.
    vectors: Option<Arc<WordVectors>>,
}

impl IndexBuilder {
    /// A builder without documents.
    #[must_use]
    pub fn new(lexicon: Arc<Lexicon>) -> Self {
        Self {
            lexicon,
            documents: DocumentsBuilder::default(),
            names: NamesBuilder::default(),
            groups: Vec::new(),
            vocabulary: Vocabulary::default(),
            postings: PostingsBuilder::default(),
            analysed: Default::default(),
            key: Vec::new(),
            vectors: None,
            occurrences: Vec::new(),
        }
    }

    /// Uses these word vectors, and learns none from the documents; unless they were learnt with a
    /// dictionary and there is none, or the other way round.
    #[must_use]
    pub fn with_vectors(mut self, vectors: Arc<WordVectors>) -> Self {
        self.vectors = Some(vectors);
        self
    }

    /// Adds a service.
    pub fn add(&mut self, document: &Document) {
        let place = self.documents.add(document);
        self.names.add(document);
        self.groups.push(groups_of(document));
        for (field, language, text) in &document.texts {
            let words = analyse(text);
            if *field == Field::Name
                && let Some(first) = words.first()
            {
                let start = self.term(Form::Start, first.whole.as_ref().unwrap_or(&first.surface));
                self.occurrences.push((start, weights::occurrence(*field, words.len()), 1.0));
            }
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
        let BareIndex { index, names, groups, vectors } = self.bare(generation);
        let vectors = vectors.filter(|vectors| vectors.suits(&index.lexicon));
        index.completed(
            |index| names.finish(index, &HashMap::new()),
            |index| Relations::new(index, groups),
            |index| {
                let words = vectors.unwrap_or_else(|| Arc::new(WordVectors::of_index(index)));
                Vectors::of_index(index, words)
            },
        )
    }

    /// What the documents themselves give, before anything is worked out from all of them.
    pub(crate) fn bare(self, generation: i64) -> BareIndex {
        let Self {
            lexicon, documents, names, groups, vocabulary, postings, analysed, vectors, ..
        } = self;
        drop(analysed);
        let (postings, places) = postings.finish();
        let mut terms = Terms::default();
        for (key, number) in vocabulary.in_order() {
            let (start, count) = places[number as usize];
            terms.push(key, start, count);
        }
        drop((vocabulary, places));
        let index = Index::of_parts(lexicon, generation, documents.finish(), terms, postings);
        BareIndex { index, names, groups, vectors }
    }

    fn add_word(&mut self, field: Field, stemming: Stemming, word: &Word, weight: f32) {
        let keeps_surface = field.weight().keeps_surface;
        for text in [Some(&word.surface), word.whole.as_ref()].into_iter().flatten() {
            if keeps_surface {
                let term = self.term(Form::Surface, text);
                self.occurrences.push((term, weight, 1.0));
            }
            let number = self.analysed(stemming, text);
            let analysed = &self.analysed[stemming as usize];
            let terms = &analysed.terms[analysed.of(number)];
            self.occurrences.extend(terms.iter().map(|(term, part)| (*term, weight, *part)));
        }
    }

    /// The number of an analysed word.
    fn analysed(&mut self, stemming: Stemming, word: &str) -> u32 {
        let analysed = &mut self.analysed[stemming as usize];
        if analysed.ends.len() >= WORDS_REMEMBERED {
            *analysed = Analysed::default();
        }
        let (number, is_new) = analysed.words.number(word.as_bytes());
        if is_new {
            for term in self.lexicon.analyser.clone().terms(stemming, word) {
                let part = weights::part(term.share);
                let term = self.term(term.form, &term.text);
                self.analysed[stemming as usize].terms.push((term, part));
            }
            let analysed = &mut self.analysed[stemming as usize];
            analysed.ends.push(u32::try_from(analysed.terms.len()).unwrap_or(u32::MAX));
        }
        number
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
        self.occurrences.sort_by_key(|one| one.0);
        for same in self.occurrences.chunk_by(|a, b| a.0 == b.0) {
            let impact = weights::impact(same.iter().map(|one| (one.1, one.2)));
            self.postings.push(same[0].0, document, impact);
        }
        self.postings.rest();
        self.occurrences.clear();
    }
}
