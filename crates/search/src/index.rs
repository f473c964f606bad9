//! The finished index.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::thread::{self, ScopedJoinHandle};

use domain::Language;
use domain::reference::{Need, themes};

use crate::answers::answers;
use crate::county::Counties;
use crate::distance::Distances;
use crate::documents::{Documents, NONE, interface_place};
use crate::labels::Kind;
use crate::lexicon::Lexicon;
use crate::plans::Plans;
use crate::postings::{Postings, write_postings};
use crate::query::{Hit, Hits, Query};
use crate::related::Relations;
use crate::selection::Selection;
use crate::spellings::Spellings;
use crate::suggestions::Names;
use crate::terms::{Terms, need_text, write_key};
use crate::vectors::{Vectors, WordVectors};
use crate::words::Form;

/// The index of one generation of the catalogue. It never changes: many may search it at once.
#[derive(Debug)]
pub struct Index {
    pub(crate) generation: i64,
    pub(crate) documents: Documents,
    pub(crate) terms: Terms,
    pub(crate) postings: Vec<u8>,
    pub(crate) lexicon: Arc<Lexicon>,
    pub(crate) spellings: Spellings,
    /// Nearness in meaning.
    pub(crate) vectors: Vectors,
    /// The names that are suggested.
    pub(crate) names: Names,
    /// The documents in order of id.
    by_id: Vec<u32>,
    /// What services have in common.
    pub(crate) relations: Relations,
    /// The texts last understood.
    pub(crate) plans: Plans,
    /// What may be had in the counties that were asked for.
    pub(crate) counties: Counties,
}

impl Index {
    /// An index of these parts, which still lacks what [`Index::prepare`] works out from them.
    pub(crate) fn of_parts(
        lexicon: Arc<Lexicon>,
        generation: i64,
        documents: Documents,
        terms: Terms,
        postings: Vec<u8>,
    ) -> Self {
        let spellings = Spellings::default();
        Self {
            generation,
            documents,
            terms,
            postings,
            lexicon,
            spellings,
            vectors: Vectors::default(),
            names: Names::default(),
            by_id: Vec::new(),
            relations: Relations::default(),
            plans: Plans::default(),
            counties: Counties::default(),
        }
    }

    /// The index with all that is worked out from its documents and words: parts that want nothing of
    /// each other at the same time.
    pub(crate) fn completed(
        mut self,
        names: impl FnOnce(&Self) -> Names + Send,
        relations: impl FnOnce(&Self) -> Relations,
        vectors: impl FnOnce(&Self) -> Vectors + Send,
    ) -> Self {
        self.add_needs();
        self.prepare();
        let index = &self;
        let (names, (vectors, spellings), relations) = thread::scope(|threads| {
            let names = threads.spawn(|| names(index));
            let vectors = threads.spawn(|| (vectors(index), index.new_spellings()));
            let relations = relations(index);
            (joined(names), joined(vectors), relations)
        });
        Self { spellings, vectors, names, relations, ..self }
    }

    /// Works out what is not kept in a file and wanted by what is.
    pub(crate) fn prepare(&mut self) {
        let ids = &self.documents.ids;
        self.by_id = (0..u32::try_from(self.len()).unwrap_or(u32::MAX)).collect();
        self.by_id.sort_by_key(|document| ids.get(*document as usize));
        self.weigh_wellbeing();
    }

    /// Adds the services of each need behind the words' postings.
    pub(crate) fn add_needs(&mut self) {
        for (number, answers) in (0_u32..).zip(answers(self)) {
            if answers.is_empty() {
                continue;
            }
            let mut key = Vec::new();
            write_key(&mut key, Form::Need, &need_text(number));
            let start = write_postings(&mut self.postings, &answers);
            let count = u32::try_from(answers.len()).unwrap_or(u32::MAX);
            self.terms.push(&key, start, count);
        }
        self.terms.shrink();
        self.postings.shrink_to_fit();
    }

    /// Notes of each service how well it answers a need of wellbeing.
    fn weigh_wellbeing(&mut self) {
        let mut wellbeing = vec![0_u8; self.len()];
        for (number, need) in (0_u32..).zip(self.lexicon.needs) {
            if let Some(term) = self.terms.find_need(number).filter(|_| is_of_wellbeing(need)) {
                for (document, impact) in self.postings_of(term).documents() {
                    let known = &mut wellbeing[document as usize];
                    *known = (*known).max(impact);
                }
            }
        }
        for (card, wellbeing) in self.documents.cards.iter_mut().zip(wellbeing) {
            card.wellbeing = wellbeing;
        }
    }

    /// The words that mistakes are mended to: those of names and terms.
    pub(crate) fn new_spellings(&self) -> Spellings {
        let surfaces = self.terms.beginning_with(Form::Surface, "");
        let text = |term| {
            String::from_utf8_lossy(self.terms.key(term).get(1..).unwrap_or_default()).into_owned()
        };
        let mut words: Vec<String> = surfaces.map(text).collect();
        words.extend(self.lexicon.phrases.written_words().map(str::to_owned));
        words.sort_unstable();
        words.dedup();
        Spellings::new(words)
    }

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

    /// What it holds in memory, in bytes: its own tables, without the allocator's share and without
    /// the lexicon, which every index has in common.
    #[must_use]
    pub fn memory_bytes(&self) -> usize {
        self.documents.memory_bytes()
            + self.terms.memory_bytes()
            + self.postings.capacity()
            + self.spellings.memory_bytes()
            + 4 * self.by_id.capacity()
            + self.names.memory_bytes()
            + self.relations.memory_bytes()
            + self.vectors.memory_bytes()
    }

    /// A service's name, in the reader's language or else another of the interface's.
    #[must_use]
    pub fn name(&self, id: &str, language: Language) -> Option<&str> {
        let document = self.number_of(id)? as usize;
        let own = interface_place(language);
        let kept = &self.names.kept;
        let name = |place: usize| {
            let number = *kept.of_document[place].get(document)?;
            (number != NONE).then(|| kept.services[place].texts.get(number as usize))
        };
        own.into_iter().chain(0..kept.services.len()).find_map(name)
    }

    /// Whether a service that was found here has a channel of a kind, by its code.
    #[must_use]
    pub fn has_channel(&self, hit: &Hit, kind: &str) -> bool {
        let documents = &self.documents;
        let set = documents.cards.get(hit.document as usize).map(|card| card.labels.manners);
        set.is_some_and(|set| documents.labels.has_manner(set, Kind::Channel, kind))
    }

    /// Which channel of a service its nearest place is, from a point in metres east and north; none where
    /// it has no place.
    #[must_use]
    pub fn nearest_channel(&self, service: &str, from: (u32, u32)) -> Option<u32> {
        Distances::new(&self.documents.places, from).channel(self.number_of(service)?)
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

    /// Those of these ids that a query's filters let through, whatever its words are; where it names a
    /// municipality, only services whose own area covers it, and not those of the whole country.
    #[must_use]
    pub fn local_among<'a>(&self, query: &Query, ids: &[&'a str]) -> Vec<&'a str> {
        let selection = Selection::new(self, query);
        let is_local = |document| query.municipality.is_none() || selection.is_local(document);
        let fits = |id: &&str| {
            self.number_of(id)
                .is_some_and(|document| selection.admits(document) && is_local(document))
        };
        ids.iter().copied().filter(fits).collect()
    }

    /// The organisations that are responsible for a service that a query's filters let through.
    #[must_use]
    pub fn organisations_among(&self, query: &Query) -> BTreeSet<&str> {
        let selection = Selection::new(self, query);
        let documents = &self.documents;
        let numbered = (0_u32..).zip(&documents.cards);
        let admitted = numbered.filter(|(document, _)| selection.admits(*document));
        let known = admitted.map(|(_, card)| card.organisation).filter(|one| *one != NONE);
        let known: BTreeSet<u32> = known.collect();
        known.into_iter().map(|one| documents.organisations.get(one as usize)).collect()
    }

    /// The word vectors that it uses: an index built after it may go on with them.
    #[must_use]
    pub fn word_vectors(&self) -> Arc<WordVectors> {
        Arc::clone(self.vectors.words())
    }

    /// The document of an id.
    pub(crate) fn number_of(&self, id: &str) -> Option<u32> {
        let ids = &self.documents.ids;
        let found = self.by_id.binary_search_by_key(&id, |document| ids.get(*document as usize));
        found.ok().map(|place| self.by_id[place])
    }

    /// A term's postings.
    pub(crate) fn postings_of(&self, term: usize) -> Postings<'_> {
        let (start, count) = (self.terms.starts[term], self.terms.counts[term]);
        Postings::new(&self.postings, start, count)
    }
}

/// What a thread gives; where it panicked, so does this one.
pub fn joined<T>(thread: ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// Whether a need is one of wellbeing: its first class belongs to a theme.
pub fn is_of_wellbeing(need: &Need) -> bool {
    let first = need.classes.first();
    first.is_some_and(|class| themes().iter().any(|theme| theme.has_class(class)))
}
