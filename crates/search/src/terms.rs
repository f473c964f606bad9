//! The dictionary: every term in order, with where its postings begin and how many they are.

use std::hash::BuildHasher;
use std::ops::Range;

use hashbrown::hash_table::Entry;
use hashbrown::{DefaultHashBuilder, HashTable};

use crate::words::{Form, Stemming};

/// The terms, by number. A key is the form's byte and the word.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// The keys, one after another, ascending.
    pub keys: Vec<u8>,
    /// Where each key ends.
    pub ends: Vec<u32>,
    /// Where each term's postings begin.
    pub starts: Vec<u32>,
    /// How many documents each term has.
    pub counts: Vec<u32>,
    /// The terms by key.
    numbers: Numbers,
}

/// Numbers by a key that lies elsewhere.
#[derive(Debug, Clone, Default)]
pub struct Numbers {
    table: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl Numbers {
    /// The numbers of keys that lie one after another.
    pub fn of_keys(keys: &[u8], ends: &[u32]) -> Self {
        let mut all = Self::default();
        all.table.reserve(ends.len(), |_| 0);
        for number in 0..ends.len() {
            all.note(keys, ends, number);
        }
        all
    }

    /// Makes a number known by its key.
    pub fn note(&mut self, keys: &[u8], ends: &[u32], number: usize) {
        let Self { table, hasher } = self;
        let hash = |number: &u32| hasher.hash_one(nth(keys, ends, *number as usize));
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        table.insert_unique(hash(&number), number, hash);
    }

    /// The number of a key.
    pub fn find(&self, keys: &[u8], ends: &[u32], key: &[u8]) -> Option<usize> {
        let is_it = |number: &u32| nth(keys, ends, *number as usize) == key;
        self.table.find(self.hasher.hash_one(key), is_it).map(|number| *number as usize)
    }

    /// What they hold in memory, in bytes.
    pub fn memory_bytes(&self) -> usize {
        self.table.allocation_size()
    }
}

impl PartialEq for Numbers {
    /// The keys say it all.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Numbers {}

/// Whether a key is that of a base form or stem.
pub fn is_stem(key: &[u8]) -> bool {
    let stems = Stemming::ALL.map(|way| Form::Stem(way).byte());
    key.first().is_some_and(|form| stems.contains(form))
}

impl Form {
    /// The byte that keys of this form begin with.
    pub const fn byte(self) -> u8 {
        match self {
            Self::Surface => 0,
            Self::Stem(Stemming::Finnish) => 1,
            Self::Stem(Stemming::Swedish) => 2,
            Self::Stem(Stemming::English) => 3,
            Self::Stem(Stemming::Unstemmed) => 4,
            Self::Start => 5,
            Self::Need => 6,
        }
    }
}

/// A need's number as its term is written: in the order of numbers.
pub fn need_text(number: u32) -> String {
    format!("{number:06}")
}

/// Writes the key of a word over what is in `key`.
pub fn write_key(key: &mut Vec<u8>, form: Form, word: &str) {
    key.clear();
    key.push(form.byte());
    key.extend_from_slice(word.as_bytes());
}

/// The terms while documents are added: numbered in order of their coming, each key kept once.
#[derive(Debug, Default)]
pub struct Vocabulary {
    keys: Vec<u8>,
    ends: Vec<u32>,
    numbers: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl Vocabulary {
    /// The number of a key, and whether it is new.
    pub fn number(&mut self, key: &[u8]) -> (u32, bool) {
        let (keys, ends, hasher) = (&self.keys, &self.ends, &self.hasher);
        let same = |number: &u32| nth(keys, ends, *number as usize) == key;
        let hash = |number: &u32| hasher.hash_one(nth(keys, ends, *number as usize));
        match self.numbers.entry(hasher.hash_one(key), same, hash) {
            Entry::Occupied(number) => (*number.get(), false),
            Entry::Vacant(entry) => {
                let number = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
                entry.insert(number);
                self.keys.extend_from_slice(key);
                self.ends.push(u32::try_from(self.keys.len()).unwrap_or(u32::MAX));
                (number, true)
            }
        }
    }

    /// The keys with their numbers, ascending by key.
    pub fn in_order(&self) -> Vec<(&[u8], u32)> {
        let all = (0..).zip(&self.ends).map(|(number, _)| number);
        let mut order: Vec<(&[u8], u32)> =
            all.map(|number: u32| (nth(&self.keys, &self.ends, number as usize), number)).collect();
        order.sort_unstable();
        order
    }
}

/// The key of a number among keys that lie one after another.
fn nth<'a>(keys: &'a [u8], ends: &[u32], number: usize) -> &'a [u8] {
    let start = number.checked_sub(1).map_or(0, |before| ends[before]);
    keys.get(start as usize..ends[number] as usize).unwrap_or_default()
}

impl Terms {
    /// The terms of these columns.
    pub fn of_columns(keys: Vec<u8>, ends: Vec<u32>, starts: Vec<u32>, counts: Vec<u32>) -> Self {
        let numbers = Numbers::of_keys(&keys, &ends);
        Self { keys, ends, starts, counts, numbers }
    }

    /// The term of a key.
    pub fn find_key(&self, key: &[u8]) -> Option<usize> {
        self.numbers.find(&self.keys, &self.ends, key)
    }

    /// Adds a term whose key is higher than the last.
    pub fn push(&mut self, key: &[u8], start: u32, count: u32) {
        self.keys.extend_from_slice(key);
        self.ends.push(u32::try_from(self.keys.len()).unwrap_or(u32::MAX));
        self.starts.push(start);
        self.counts.push(count);
        self.numbers.note(&self.keys, &self.ends, self.ends.len() - 1);
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// A term's key.
    pub fn key(&self, term: usize) -> &[u8] {
        nth(&self.keys, &self.ends, term)
    }

    /// The term of a word in a form.
    pub fn find(&self, form: Form, word: &str) -> Option<usize> {
        let mut key = Vec::with_capacity(word.len() + 1);
        write_key(&mut key, form, word);
        self.find_key(&key)
    }

    /// What they hold in memory, in bytes.
    pub fn memory_bytes(&self) -> usize {
        let columns = [&self.ends, &self.starts, &self.counts].map(Vec::capacity);
        let columns = size_of::<u32>() * columns.iter().sum::<usize>();
        self.keys.capacity() + columns + self.numbers.memory_bytes()
    }

    /// Gives back what room was left over.
    pub fn shrink(&mut self) {
        self.keys.shrink_to_fit();
        self.ends.shrink_to_fit();
        self.starts.shrink_to_fit();
        self.counts.shrink_to_fit();
    }

    /// The term of a need of the vocabulary.
    pub fn find_need(&self, number: u32) -> Option<usize> {
        self.find(Form::Need, &need_text(number))
    }

    /// The terms of a form that begin with a word.
    pub fn beginning_with(&self, form: Form, word: &str) -> Range<usize> {
        let mut key = Vec::with_capacity(word.len() + 1);
        write_key(&mut key, form, word);
        let first = self.first_from(|other| other < key.as_slice());
        let end = self.first_from(|other| other < key.as_slice() || other.starts_with(&key));
        first..end
    }

    /// The first term that is not before.
    fn first_from(&self, is_before: impl Fn(&[u8]) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if is_before(self.key(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}
