//! The code of a shared list: short enough to be read out and typed, too many to be guessed.

use std::fmt;

use crate::chance::{is_of, written};

/// How many letters a code has: 32¹⁰ codes, fifty bits.
pub const CODE_LENGTH: usize = 10;

/// Digits and capitals without those that are taken for each other: no 0 and O, no 1 and I.
const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// A code, in its one form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(String);

impl Code {
    /// The code that these bytes of chance make: of each, five bits are a letter.
    #[must_use]
    pub fn of_chance(chance: [u8; CODE_LENGTH]) -> Self {
        Self(written(LETTERS, chance))
    }

    /// Reads a code as somebody typed it: in any case, with spaces or hyphens.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        // No text that is longer is a code, however it is spaced.
        if text.len() > 4 * CODE_LENGTH {
            return None;
        }
        let letters = text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-');
        let code: String = letters.map(|letter| letter.to_ascii_uppercase()).collect();
        is_of(LETTERS, CODE_LENGTH, &code).then_some(Self(code))
    }

    /// The code as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_bit_of_chance_counts() {
        let one = |bit: usize| {
            let mut chance = [0; CODE_LENGTH];
            chance[bit / 5] = 1 << (bit % 5);
            Code::of_chance(chance).to_string()
        };
        let codes: BTreeSet<String> = (0..50).map(one).collect();
        assert_eq!(codes.len(), 50);
        assert_eq!(Code::of_chance([0; CODE_LENGTH]).as_str(), "2222222222");
        assert_eq!(Code::of_chance([255; CODE_LENGTH]).as_str(), "ZZZZZZZZZZ");
    }

    #[test]
    fn every_letter_is_as_likely_as_another() {
        let mut times = std::collections::BTreeMap::new();
        for byte in 0..=u8::MAX {
            *times.entry(Code::of_chance([byte; CODE_LENGTH])).or_insert(0) += 1;
        }
        assert!(times.len() == 32 && times.values().all(|count| *count == 8), "{times:?}");
    }

    #[test]
    fn no_letter_is_taken_for_another() {
        let letters: BTreeSet<u8> = LETTERS.iter().copied().collect();
        assert_eq!(letters.len(), 32);
        assert!(b"0O1I".iter().all(|letter| !letters.contains(letter)));
    }

    #[test]
    fn a_code_is_read_as_people_type_it_and_nothing_else_is() {
        let code = Code::of_chance([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        assert_eq!(Code::read(code.as_str()), Some(code.clone()));
        assert_eq!(Code::read("abcde-23456").unwrap().as_str(), "ABCDE23456");
        assert_eq!(Code::read(" abcde 23456 ").unwrap().as_str(), "ABCDE23456");
        for text in
            ["", "ABCDE2345", "ABCDE234567", "ABCDE2345O", "ABCDE234ä", "ABCDE%3456", "----------"]
        {
            assert_eq!(Code::read(text), None, "{text:?}");
        }
        assert_eq!(Code::read(&" ".repeat(1_000_000)), None);
    }
}
