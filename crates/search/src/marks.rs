//! The documents of a window that are marked, taken in ascending order.

use crate::postings::WINDOW;

/// How many documents a word of bits holds.
const BITS: usize = u64::BITS as usize;

/// How many words of bits a window has: no more than a word has bits.
const WORDS: usize = WINDOW / BITS;

/// A bit a document, by its place in the window.
pub struct Marks {
    words: [u64; WORDS],
    /// A bit for each word in which something is marked.
    used: u64,
}

impl Default for Marks {
    fn default() -> Self {
        Self { words: [0; WORDS], used: 0 }
    }
}

impl Marks {
    /// Marks a place.
    pub const fn mark(&mut self, place: usize) {
        let word = place % WINDOW / BITS;
        self.words[word] |= 1 << (place % BITS);
        self.used |= 1 << word;
    }

    /// Marks what others mark.
    pub fn add(&mut self, others: &Self) {
        each(others.used, |word| self.words[word % WORDS] |= others.words[word % WORDS]);
        self.used |= others.used;
    }

    /// Nothing is marked any more.
    pub fn clear(&mut self) {
        each(std::mem::take(&mut self.used), |word| self.words[word % WORDS] = 0);
    }

    /// Takes the places that are marked, ascending; then none is.
    pub fn drain(&mut self, mut take: impl FnMut(usize)) {
        each(std::mem::take(&mut self.used), |word| {
            let bits = std::mem::take(&mut self.words[word % WORDS]);
            each(bits, |bit| take(word * BITS + bit));
        });
    }
}

/// The numbers of the bits that are set, ascending.
fn each(mut bits: u64, mut take: impl FnMut(usize)) {
    while bits != 0 {
        take(bits.trailing_zeros() as usize);
        bits &= bits - 1;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn marks(places: impl IntoIterator<Item = usize>) -> Marks {
        let mut marks = Marks::default();
        places.into_iter().for_each(|place| marks.mark(place));
        marks
    }

    proptest! {
        #[test]
        fn what_is_marked_here_or_there_is_taken_once_and_in_order(
            here in prop::collection::btree_set(0..WINDOW, 0..200),
            there in prop::collection::btree_set(0..WINDOW, 0..200),
        ) {
            let mut all = marks(here.iter().chain(&here).rev().copied());
            all.add(&marks(there.iter().copied()));
            for expected in [here.union(&there).copied().collect(), Vec::new()] {
                let mut taken = Vec::new();
                all.drain(|place| taken.push(place));
                prop_assert_eq!(taken, expected);
            }
        }

        #[test]
        fn what_is_cleared_is_not_taken(places in prop::collection::btree_set(0..WINDOW, 0..200)) {
            let mut all = marks(places);
            all.clear();
            all.drain(|place| panic!("{place}"));
        }
    }
}
