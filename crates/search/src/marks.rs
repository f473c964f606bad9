//! The documents of a window that are marked, taken in ascending order.

use crate::postings::WINDOW;

/// How many documents a word of bits holds.
const BITS: usize = u64::BITS as usize;

/// A bit a document, by its place in the window.
pub struct Marks([u64; WINDOW / BITS]);

impl Default for Marks {
    fn default() -> Self {
        Self([0; WINDOW / BITS])
    }
}

impl Marks {
    /// Marks a place.
    pub const fn mark(&mut self, place: usize) {
        self.0[place % WINDOW / BITS] |= 1 << (place % BITS);
    }

    /// Marks what others mark.
    pub fn add(&mut self, others: &Self) {
        for (bits, more) in self.0.iter_mut().zip(&others.0) {
            *bits |= more;
        }
    }

    /// Nothing is marked any more.
    pub fn clear(&mut self) {
        self.0.fill(0);
    }

    /// Takes the places that are marked, ascending; then none is.
    pub fn drain(&mut self, mut take: impl FnMut(usize)) {
        for (number, word) in self.0.iter_mut().enumerate() {
            let mut bits = std::mem::take(word);
            while bits != 0 {
                take(number * BITS + bits.trailing_zeros() as usize);
                bits &= bits - 1;
            }
        }
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
