//! A memory of analyses: words come again and again in running text.

use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::sync::{Arc, Mutex, PoisonError};

use crate::{Analysis, Dictionary, Form, MAX_WORD_LENGTH};

/// So many parts are locked one by one, that threads seldom wait for each other.
const SHARDS: usize = 16;

/// So many suggestions are remembered of a word.
const SUGGESTIONS: usize = 3;

type Words<T> = HashMap<Box<str>, Arc<[T]>>;

/// A dictionary that remembers what it was asked, for any number of threads.
///
/// What was asked lately stays; when the memory is full, the older half is forgotten at once. A word that is
/// remembered costs one lock and no allocation.
pub struct Memory {
    dictionary: Arc<Dictionary>,
    analyses: Kept<Analysis>,
    forms: Kept<Form>,
    suggestions: Kept<String>,
}

/// What was said of words, in parts.
struct Kept<T> {
    shards: [Mutex<Shard<T>>; SHARDS],
    hasher: RandomState,
    half: usize,
    nothing: Arc<[T]>,
}

struct Shard<T> {
    lately: Words<T>,
    before: Words<T>,
}

impl std::fmt::Debug for Memory {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Memory").finish_non_exhaustive()
    }
}

impl Memory {
    /// A memory of at most so many words, of the forms of as many, and of suggestions for an eighth of that.
    pub fn new(dictionary: Arc<Dictionary>, capacity: usize) -> Memory {
        Memory {
            dictionary,
            analyses: Kept::new(capacity),
            forms: Kept::new(capacity),
            suggestions: Kept::new(capacity / 8),
        }
    }

    /// The dictionary behind it.
    pub fn dictionary(&self) -> &Arc<Dictionary> {
        &self.dictionary
    }

    /// How many words' analyses are remembered.
    pub fn len(&self) -> usize {
        self.analyses.len()
    }

    /// Whether no word's analyses are remembered.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What [`Dictionary::analyse`] says of the word.
    pub fn analyse(&self, word: &str) -> Arc<[Analysis]> {
        self.analyses.get(word, || self.dictionary.analyse(word))
    }

    /// What [`Dictionary::forms`] says of the word.
    pub fn forms(&self, word: &str) -> Arc<[Form]> {
        self.forms.get(word, || self.dictionary.forms(word))
    }

    /// The first few that [`Dictionary::suggest`] says of the word. They are dear to find: thousands of times an analysis.
    pub fn suggest(&self, word: &str) -> Arc<[String]> {
        self.suggestions.get(word, || self.dictionary.suggest(word, SUGGESTIONS))
    }
}

impl<T> Kept<T> {
    fn new(capacity: usize) -> Kept<T> {
        Kept {
            shards: std::array::from_fn(|_| Mutex::new(Shard::new())),
            hasher: RandomState::new(),
            half: capacity / (2 * SHARDS),
            nothing: Arc::from([]),
        }
    }

    fn len(&self) -> usize {
        let shards = self.shards.iter();
        shards.map(|shard| shard.lock().unwrap_or_else(PoisonError::into_inner).len()).sum()
    }

    fn get(&self, word: &str, look_up: impl FnOnce() -> Vec<T>) -> Arc<[T]> {
        if word.len() > 4 * MAX_WORD_LENGTH {
            return self.nothing.clone();
        }
        #[expect(clippy::cast_possible_truncation, reason = "only the lowest bits are wanted")]
        let shard = &self.shards[self.hasher.hash_one(word) as usize % SHARDS];
        if let Some(known) = shard.lock().unwrap_or_else(PoisonError::into_inner).recall(word) {
            return known;
        }
        let said = look_up();
        let said: Arc<[T]> = if said.is_empty() { self.nothing.clone() } else { said.into() };
        let mut shard = shard.lock().unwrap_or_else(PoisonError::into_inner);
        shard.remember(word.into(), said.clone(), self.half);
        said
    }
}

impl<T> Shard<T> {
    fn new() -> Shard<T> {
        Shard { lately: Words::new(), before: Words::new() }
    }

    fn len(&self) -> usize {
        self.lately.len() + self.before.len()
    }

    fn recall(&mut self, word: &str) -> Option<Arc<[T]>> {
        if let Some(known) = self.lately.get(word) {
            return Some(known.clone());
        }
        let (word, known) = self.before.remove_entry(word)?;
        self.lately.insert(word, known.clone());
        Some(known)
    }

    fn remember(&mut self, word: Box<str>, said: Arc<[T]>, half: usize) {
        if half == 0 {
            return;
        }
        if self.lately.len() >= half {
            self.before = std::mem::take(&mut self.lately);
        }
        self.lately.insert(word, said);
    }
}
