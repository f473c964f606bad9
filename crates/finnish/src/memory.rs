//! A memory of analyses: words come again and again in running text.

use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::sync::{Arc, Mutex, PoisonError};

use crate::{Analysis, Dictionary, MAX_WORD_LENGTH};

/// So many parts are locked one by one, that threads seldom wait for each other.
const SHARDS: usize = 16;

type Words = HashMap<Box<str>, Arc<[Analysis]>>;

/// A dictionary that remembers what it was asked, for any number of threads.
///
/// What was asked lately stays; when the memory is full, the older half is forgotten at once. A word that is
/// remembered costs one lock and no allocation.
pub struct Memory {
    dictionary: Arc<Dictionary>,
    shards: [Mutex<Shard>; SHARDS],
    hasher: RandomState,
    half: usize,
    nothing: Arc<[Analysis]>,
}

#[derive(Default)]
struct Shard {
    lately: Words,
    before: Words,
}

impl std::fmt::Debug for Memory {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Memory").finish_non_exhaustive()
    }
}

impl Memory {
    /// A memory of at most so many words.
    pub fn new(dictionary: Arc<Dictionary>, capacity: usize) -> Memory {
        Memory {
            dictionary,
            shards: std::array::from_fn(|_| Mutex::default()),
            hasher: RandomState::new(),
            half: capacity / (2 * SHARDS),
            nothing: Arc::from([]),
        }
    }

    /// The dictionary behind it.
    pub fn dictionary(&self) -> &Arc<Dictionary> {
        &self.dictionary
    }

    /// How many words are remembered.
    pub fn len(&self) -> usize {
        let shards = self.shards.iter();
        shards.map(|shard| shard.lock().unwrap_or_else(PoisonError::into_inner).len()).sum()
    }

    /// Whether nothing is remembered.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What [`Dictionary::analyse`] says of the word.
    pub fn analyse(&self, word: &str) -> Arc<[Analysis]> {
        if word.len() > 4 * MAX_WORD_LENGTH {
            return self.nothing.clone();
        }
        #[expect(clippy::cast_possible_truncation, reason = "only the lowest bits are wanted")]
        let shard = &self.shards[self.hasher.hash_one(word) as usize % SHARDS];
        if let Some(known) = shard.lock().unwrap_or_else(PoisonError::into_inner).recall(word) {
            return known;
        }
        let analyses = self.dictionary.analyse(word);
        let analyses: Arc<[Analysis]> =
            if analyses.is_empty() { self.nothing.clone() } else { analyses.into() };
        let mut shard = shard.lock().unwrap_or_else(PoisonError::into_inner);
        shard.remember(word.into(), analyses.clone(), self.half);
        analyses
    }
}

impl Shard {
    fn len(&self) -> usize {
        self.lately.len() + self.before.len()
    }

    fn recall(&mut self, word: &str) -> Option<Arc<[Analysis]>> {
        if let Some(known) = self.lately.get(word) {
            return Some(known.clone());
        }
        let (word, known) = self.before.remove_entry(word)?;
        self.lately.insert(word, known.clone());
        Some(known)
    }

    fn remember(&mut self, word: Box<str>, analyses: Arc<[Analysis]>, half: usize) {
        if half == 0 {
            return;
        }
        if self.lately.len() >= half {
            self.before = std::mem::take(&mut self.lately);
        }
        self.lately.insert(word, analyses);
    }
}
