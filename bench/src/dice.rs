//! A small generator of numbers: the same services and queries on every machine.

/// Numbers that look drawn.
pub struct Dice(u64);

impl Dice {
    /// Dice that fall as they always do for this number.
    pub fn new(number: usize) -> Self {
        let mut dice = Self((number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(7));
        dice.below(1);
        dice
    }

    /// A number below the limit.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    /// One of these.
    pub fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// A place in a list where the n-th is drawn about 1/n as often as the first.
    pub fn zipf(&mut self, limit: usize) -> usize {
        let bits = usize::BITS - limit.leading_zeros();
        let size = 1_usize << self.below(bits as usize);
        (size + self.below(size) - 1).min(limit - 1)
    }

    /// Puts a list into an order of chance.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last + 1));
        }
    }
}
