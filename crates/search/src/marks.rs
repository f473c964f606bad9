//! Numbers marked, and taken in ascending order.

/// A bit a number.
#[derive(Default)]
pub struct Marks(Vec<u64>);

impl Marks {
    /// Makes room for numbers below a limit; what is marked stays so.
    pub fn open(&mut self, limit: usize) {
        let words = limit.div_ceil(u64::BITS as usize);
        self.0.resize(words.max(self.0.len()), 0);
    }

    /// Marks a number below the limit.
    pub fn mark(&mut self, number: u32) {
        self.0[(number / u64::BITS) as usize] |= 1 << (number % u64::BITS);
    }

    /// Takes the numbers that are marked, ascending; then none is.
    pub fn drain(&mut self, mut take: impl FnMut(u32)) {
        for (place, word) in (0..).zip(&mut self.0) {
            let mut bits = std::mem::take(word);
            while bits != 0 {
                take(place * u64::BITS + bits.trailing_zeros());
                bits &= bits - 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_marked_is_taken_once_and_in_order(
            numbers in prop::collection::btree_set(0_u32..1_000, 0..200),
        ) {
            let mut marks = Marks::default();
            marks.open(1_000);
            for number in numbers.iter().chain(&numbers).rev() {
                marks.mark(*number);
            }
            for expected in [numbers.into_iter().collect(), Vec::new()] {
                let mut taken = Vec::new();
                marks.drain(|number| taken.push(number));
                prop_assert_eq!(taken, expected);
            }
        }
    }
}
