//! What a search finds, and in which order.

mod any_text;
mod choices;
pub mod corpus;
mod distance;
mod filters;
mod finding;
mod needs;
mod oracle;
mod updates;
mod words;

use std::sync::{Arc, LazyLock};

use domain::Language::Fi;
use finnish::{Dictionary, Memory};

use crate::{Coverage, Document, Field, Hits, Index, IndexBuilder, Lexicon, Query};

/// How many words the dictionary remembers in tests.
const REMEMBERED: usize = 100_000;

/// The real needs, with words analysed by their endings alone.
pub fn plain() -> Arc<Lexicon> {
    static PLAIN: LazyLock<Arc<Lexicon>> = LazyLock::new(|| Arc::new(Lexicon::new(None)));
    PLAIN.clone()
}

/// The installed dictionary; without one the test that asks says so.
pub fn dictionary() -> Option<Arc<Memory>> {
    static DICTIONARY: LazyLock<Option<Arc<Memory>>> = LazyLock::new(|| {
        let dictionary = Dictionary::open(Dictionary::installed()?).unwrap();
        Some(Arc::new(Memory::new(Arc::new(dictionary), REMEMBERED)))
    });
    if DICTIONARY.is_none() {
        println!("skipped: Voikko's dictionary is not installed (voikko-fi)");
    }
    DICTIONARY.clone()
}

/// The real needs, with the dictionary where it is installed.
pub fn with_dictionary() -> Option<Arc<Lexicon>> {
    static WITH: LazyLock<Option<Arc<Lexicon>>> =
        LazyLock::new(|| dictionary().map(|memory| Arc::new(Lexicon::new(Some(memory)))));
    WITH.clone()
}

/// A nationwide service of a name in Finnish.
pub fn service(id: &str, name: &str) -> Document {
    Document { id: id.to_owned(), coverage: Coverage::All, ..Document::default() }.with(
        Field::Name,
        Fi,
        name,
    )
}

impl Document {
    fn with(mut self, field: Field, language: domain::Language, text: &str) -> Self {
        self.texts.push((field, language, text.to_owned()));
        self
    }

    fn in_municipalities(mut self, codes: &[&str]) -> Self {
        let codes = codes.iter().map(|code| (*code).to_owned());
        self.coverage = Coverage::Municipalities(codes.collect());
        self
    }
}

/// An index of these services, by their words alone: what vectors make of it is tested with them.
pub fn index(lexicon: Arc<Lexicon>, documents: &[Document]) -> Index {
    let mut builder = IndexBuilder::new(lexicon).with_vectors(Arc::default());
    for document in documents {
        builder.add(document);
    }
    builder.finish(7)
}

/// What a text finds.
pub fn found(index: &Index, text: &str) -> Vec<String> {
    ids(&index.search(&Query::new(text)))
}

/// The ids of hits, in order.
pub fn ids(hits: &Hits) -> Vec<String> {
    hits.hits.iter().map(|hit| hit.id.clone()).collect()
}
