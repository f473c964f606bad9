//! The dictionary: every term in order, with where its postings begin and how many they are.

use std::ops::Range;

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
        let start = term.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.keys.get(start as usize..self.ends[term] as usize).unwrap_or_default()
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
