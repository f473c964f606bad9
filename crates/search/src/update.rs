//! The index of a later generation, made of the last one and of what has changed since: a few changes
//! among a hundred thousand services cost a fraction of a second.
//!
//! Services that have not changed are taken over as the last index has them; their texts are not read
//! again. What is worked out from all services together (which answer a need, what tells one from
//! others, the order of suggestions) is worked out anew, so that the index is the one that would have
//! been built of all of them with the same word vectors.

use std::cmp::Ordering;
use std::collections::HashSet;
use std::sync::Arc;
use std::thread;

use domain::Language;

use crate::builder::IndexBuilder;
use crate::document::{Document, Field};
use crate::documents::{Documents, DocumentsBuilder, NONE, order_key};
use crate::index::{Index, joined};
use crate::postings::write_postings;
use crate::related::{Relations, groups_of};
use crate::suggestions::NamesBuilder;
use crate::terms::Terms;
use crate::words::Form;

/// Where a service of the new index comes from, by its number there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The last index.
    Last(u32),
    /// Those that are new or have changed.
    New(u32),
}

impl Index {
    /// The index of a later generation: this one without the services of these ids, and with these
    /// documents. Where services are in the order of their ids, they stay in it.
    #[must_use]
    pub fn updated(
        &self,
        without: &HashSet<String>,
        mut with: Vec<Document>,
        generation: i64,
    ) -> Self {
        with.sort_by(|one, other| one.id.cmp(&other.id));
        let mut builder = IndexBuilder::new(Arc::clone(&self.lexicon));
        for document in &with {
            builder.add(document);
        }
        let new = builder.bare(generation).index;
        let update =
            Update { last: self, new: &new, with: &with, order: self.order(without, &with) };
        let ((terms, postings), documents) = thread::scope(|threads| {
            let words = threads.spawn(|| update.words());
            let documents = update.documents();
            (joined(words), documents)
        });
        let lexicon = Arc::clone(&self.lexicon);
        Self::of_parts(lexicon, generation, documents, terms, postings).completed(
            |index| update.names().finish(index, &self.names.kept.services[0].parts()),
            |index| Relations::new(index, update.groups()),
            |_| self.vectors.with_documents(&update.order, &new),
        )
    }

    /// Where each service of the new index comes from.
    fn order(&self, without: &HashSet<String>, with: &[Document]) -> Vec<Source> {
        let mut new = (0..).zip(with).peekable();
        let mut order = Vec::with_capacity(self.len() + with.len());
        for number in (0..).take(self.len()) {
            let id = self.documents.ids.get(number as usize);
            while let Some((place, _)) = new.next_if(|(_, document)| document.id.as_str() < id) {
                order.push(Source::New(place));
            }
            let is_new = with.binary_search_by(|document| document.id.as_str().cmp(id)).is_ok();
            if !is_new && !without.contains(id) {
                order.push(Source::Last(number));
            }
        }
        order.extend(new.map(|(place, _)| Source::New(place)));
        order
    }
}

/// An update under way.
struct Update<'a> {
    last: &'a Index,
    /// The words of the documents that are new or have changed.
    new: &'a Index,
    /// These documents, in the same order.
    with: &'a [Document],
    order: Vec<Source>,
}

/// For each service of the last index and each new one its number in the next; `NONE` for no more.
struct Numbers {
    of_last: Vec<u32>,
    of_new: Vec<u32>,
}

impl Update<'_> {
    fn numbers(&self) -> Numbers {
        let mut numbers =
            Numbers { of_last: vec![NONE; self.last.len()], of_new: vec![NONE; self.with.len()] };
        for (number, source) in (0..).zip(&self.order) {
            match *source {
                Source::Last(last) => numbers.of_last[last as usize] = number,
                Source::New(new) => numbers.of_new[new as usize] = number,
            }
        }
        numbers
    }

    /// The terms of both without the needs, each with the postings of both.
    fn words(&self) -> (Terms, Vec<u8>) {
        let (last, new, numbers) = (self.last, self.new, self.numbers());
        let (mut terms, mut bytes) = (Terms::default(), Vec::with_capacity(last.postings.len()));
        let mut lasts = (0..last.terms.beginning_with(Form::Need, "").start).peekable();
        let mut news = (0..new.terms.len()).peekable();
        let mut postings: Vec<(u32, u8)> = Vec::new();
        loop {
            let order = match (lasts.peek(), news.peek()) {
                (None, None) => break,
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some(one), Some(other)) => last.terms.key(*one).cmp(new.terms.key(*other)),
            };
            let of_last = lasts.next_if(|_| order.is_le());
            let of_new = news.next_if(|_| order.is_ge());
            let key = match (of_last, of_new) {
                (Some(term), _) => last.terms.key(term),
                (None, Some(term)) => new.terms.key(term),
                (None, None) => break,
            };
            postings.clear();
            if let Some(term) = of_last {
                add_postings(&mut postings, last, term, &numbers.of_last);
            }
            if let Some(term) = of_new {
                add_postings(&mut postings, new, term, &numbers.of_new);
                // Two runs, each ascending.
                postings.sort_by_key(|posting| posting.0);
            }
            if !postings.is_empty() {
                let count = u32::try_from(postings.len()).unwrap_or(NONE);
                terms.push(key, write_postings(&mut bytes, &postings), count);
            }
        }
        (terms, bytes)
    }

    fn documents(&self) -> Documents {
        let mut documents = DocumentsBuilder::default();
        for source in &self.order {
            match *source {
                Source::Last(number) => {
                    documents.take_over(&self.last.documents, number as usize);
                }
                Source::New(number) => {
                    documents.add(&self.with[number as usize]);
                }
            }
        }
        let numbers = self.numbers();
        documents.finish_in_order([0, 1, 2].map(|place| self.ranks(place, &numbers)))
    }

    fn names(&self) -> NamesBuilder {
        let mut names = NamesBuilder::default();
        for source in &self.order {
            match *source {
                Source::Last(number) => names.take_over(self.last, number as usize),
                Source::New(number) => names.add(&self.with[number as usize]),
            }
        }
        names
    }

    fn groups(&self) -> Vec<u32> {
        let groups = self.order.iter().map(|source| match *source {
            Source::Last(number) => self.last.relations.groups[number as usize],
            Source::New(number) => groups_of(&self.with[number as usize]),
        });
        groups.collect()
    }

    /// The places in the order of names of a language of the interface: the last index's order, with
    /// those that are new where they belong in it.
    fn ranks(&self, place: usize, numbers: &Numbers) -> Vec<u32> {
        let mut new: Vec<(OrderKey, u32)> = self
            .with
            .iter()
            .zip(&numbers.of_new)
            .map(|(document, number)| (new_key(document, place), *number))
            .collect();
        new.sort_unstable();
        let mut last = vec![0; self.last.len()];
        for (document, rank) in (0..).zip(&self.last.documents.ranks[place]) {
            last[*rank as usize] = document;
        }
        last.retain(|document: &u32| numbers.of_last[*document as usize] != NONE);
        let (mut ranks, mut next) = (vec![0; self.order.len()], 0..);
        let mut rank = |number: u32| ranks[number as usize] = next.next().unwrap_or(NONE);
        let mut left = last.as_slice();
        for (key, number) in new {
            let is_before = |document: &u32| last_key(self.last, *document, place) < key;
            let (before, after) = left.split_at(left.partition_point(is_before));
            for document in before {
                rank(numbers.of_last[*document as usize]);
            }
            rank(number);
            left = after;
        }
        for document in left {
            rank(numbers.of_last[*document as usize]);
        }
        ranks
    }
}

/// Adds a term's postings under the numbers that its documents have in the next index.
fn add_postings(postings: &mut Vec<(u32, u8)>, index: &Index, term: usize, numbers: &[u32]) {
    let renumbered = index
        .postings_of(term)
        .documents()
        .map(|(document, impact)| (numbers[document as usize], impact));
    postings.extend(renumbered.filter(|(document, _)| *document != NONE));
}

/// What a service is ordered by: whether it has no name, its name, its id.
type OrderKey = (bool, String, String);

/// The key of a service with these names, by language of the interface: the language's own goes first.
fn key<'a>(place: usize, name: impl Fn(usize) -> Option<&'a str>, id: &str) -> OrderKey {
    let places = [place].into_iter().chain(0..Language::INTERFACE.len());
    let name = places.filter_map(name).map(order_key).find(|key| !key.is_empty());
    (name.is_none(), name.unwrap_or_default(), id.to_owned())
}

fn last_key(index: &Index, document: u32, place: usize) -> OrderKey {
    let kept = &index.names.kept;
    let name = |place: usize| {
        let number = kept.of_document[place][document as usize];
        (number != NONE).then(|| kept.services[place].texts.get(number as usize))
    };
    key(place, name, index.documents.ids.get(document as usize))
}

fn new_key(document: &Document, place: usize) -> OrderKey {
    let name = |place: usize| {
        let is_name = |field: &Field, language: &Language| {
            *field == Field::Name && *language == Language::INTERFACE[place]
        };
        let mut names =
            document.texts.iter().filter(|(field, language, _)| is_name(field, language));
        names.find(|(.., text)| !order_key(text).is_empty()).map(|(.., text)| text.as_str())
    };
    key(place, name, &document.id)
}
