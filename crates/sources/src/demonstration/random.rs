//! Chance that is always the same: numbers that depend on a seed and on what they are for, and on
//! nothing else, so that any record can be made alone and in any order.

/// A source of numbers for one thing (a service, a channel …).
#[derive(Debug, Clone, Copy)]
pub struct Dice(u64);

impl Dice {
    /// The dice of a whole county.
    pub const fn new(seed: u64) -> Self {
        Self(mixed(seed ^ 0x7461_726a_6f74_696e))
    }

    /// The dice of one thing in it.
    pub const fn of(self, what: &str, number: u64) -> Self {
        Self(mixed(self.0 ^ hash(what) ^ mixed(number.wrapping_add(0x51))))
    }

    /// A number for a purpose, from 0 to below `sides` (0 when there are none).
    pub fn roll(self, purpose: &str, sides: usize) -> usize {
        let sides = u64::try_from(sides).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.of(purpose, 0).0 % sides).unwrap_or(0)
    }

    /// True so many times in a hundred.
    pub fn chance(self, purpose: &str, percent: usize) -> bool {
        self.roll(purpose, 100) < percent
    }

    /// One of some things; none of nothing.
    pub fn pick<'a, T>(self, purpose: &str, things: &'a [T]) -> Option<&'a T> {
        things.get(self.roll(purpose, things.len()))
    }

    /// An identifier in the form of a random UUID.
    pub fn id(self) -> String {
        let high = self.of("high", 0).0;
        let low = self.of("low", 0).0;
        let bits = (u128::from(high) << 64) | u128::from(low);
        uuid::Builder::from_random_bytes(bits.to_be_bytes()).into_uuid().to_string()
    }
}

/// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
const fn mixed(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

/// FNV-1a, 64 bits.
const fn hash(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut position = 0;
    while position < bytes.len() {
        hash = (hash ^ bytes[position] as u64).wrapping_mul(0x0000_0100_0000_01b3);
        position += 1;
    }
    hash
}
