//! The dictionary: every term in order, with where its postings begin and how many they are.

use std::hash::{BuildHasher, RandomState};
use std::ops::Range;

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

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
        }
    }
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
    hasher: RandomState,
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
    /// Adds a term whose key is higher than the last.
    pub fn push(&mut self, key: &[u8], start: u32, count: u32) {
        self.keys.extend_from_slice(key);
        self.ends.push(u32::try_from(self.keys.len()).unwrap_or(u32::MAX));
        self.starts.push(start);
        self.counts.push(count);
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
        let term = self.first_from(|other| other < key.as_slice());
        (term < self.len() && self.key(term) == key).then_some(term)
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
