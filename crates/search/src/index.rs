//! The finished index.

use domain::Language;

use crate::documents::Documents;
use crate::postings::Postings;
use crate::query::{Hits, Query};
use crate::terms::Terms;

/// The index of one generation of the catalogue. It never changes: many may search it at once.
#[derive(Debug)]
pub struct Index {
    pub(crate) generation: i64,
    pub(crate) documents: Documents,
    pub(crate) terms: Terms,
    pub(crate) postings: Vec<u8>,
}

impl Index {
    /// How many documents it has.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.documents.len()
    }

    /// Whether it has none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The generation of the catalogue that it was made of.
    #[must_use]
    pub const fn generation(&self) -> i64 {
        self.generation
    }

    /// What it holds in memory, in bytes: its own tables, without the allocator's share.
    #[must_use]
    pub const fn memory_bytes(&self) -> usize {
        let documents = &self.documents;
        let strings = documents.ids.text.capacity() + documents.organisations.text.capacity();
        let columns = documents.len() * (7 * 4 + 2 + 1 + 4);
        let sets = documents.areas.members.capacity() + documents.class_sets.members.capacity();
        let terms = self.terms.keys.capacity() + self.terms.len() * 3 * 4;
        strings + columns + 4 * sets + terms + self.postings.capacity()
    }

    /// An organisation's services in order of name.
    #[must_use]
    pub fn by_organisation(
        &self,
        organisation: &str,
        language: Option<Language>,
        offset: usize,
        limit: usize,
    ) -> Hits {
        let organisation = Some(organisation.to_owned());
        self.search(&Query { organisation, language, offset, limit, ..Query::default() })
    }

    /// A term's postings.
    pub(crate) fn postings_of(&self, term: usize) -> Postings<'_> {
        let (start, count) = (self.terms.starts[term], self.terms.counts[term]);
        Postings::new(&self.postings, start, count)
    }
}
