//! Texts in the order of their worth, found by the beginnings of their words.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::ops::Range;

use crate::documents::Strings;
use crate::suggestions::fold::{Typed, first_word, folded, word_starts};

/// How many beginnings are summed up in one.
const BLOCK: usize = 64;
/// The most candidates that are looked at in one table.
const CANDIDATES: usize = 1_024;
/// The most texts of a table.
const TEXTS: usize = 1 << 22;

/// Where a text may be continued from: the beginning of a word or of a part of one. As a number it is
/// lower the better it is: the beginning of the text, of a later word, of a part; then the text's
/// worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Start(pub u32);

impl Start {
    /// The beginning of a text.
    pub const FIRST: u32 = 0;
    /// The beginning of a later word.
    pub const LATER: u32 = 1;
    /// The beginning of a part of a compound.
    pub const PART: u32 = 2;

    fn new(kind: u32, text: usize, offset: usize) -> Option<Self> {
        let text = u32::try_from(text).ok().filter(|_| text < TEXTS)?;
        Some(Self(kind << 30 | text << 8 | u32::from(u8::try_from(offset).ok()?)))
    }

    /// Which kind of beginning it is.
    pub const fn kind(self) -> u32 {
        self.0 >> 30
    }

    /// The number of the text.
    pub const fn text(self) -> usize {
        (self.0 >> 8) as usize & (TEXTS - 1)
    }

    /// The byte where it begins.
    pub const fn offset(self) -> usize {
        (self.0 & 0xff) as usize
    }
}

/// The texts and their beginnings.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The texts, the worthiest first.
    pub texts: Strings,
    /// The beginnings in order of what follows them.
    pub starts: Vec<u32>,
    /// The best of each block of beginnings.
    best: Vec<u32>,
}

impl Table {
    /// A table of texts, the worthiest first. `parts` tells where the later parts of a word begin, in
    /// bytes.
    pub fn new(texts: Strings, mut parts: impl FnMut(&str) -> Vec<usize>) -> Self {
        let mut starts: Vec<(u64, u32)> = Vec::new();
        for number in 0..texts.len() {
            let text = texts.get(number);
            let mut kind = Start::FIRST;
            let mut add = |kind, offset: usize| {
                let start = Start::new(kind, number, offset);
                starts.extend(start.map(|start| (sort_key(&text[offset..]), start.0)));
            };
            for offset in word_starts(text) {
                add(kind, offset);
                kind = Start::LATER;
                for part in parts(first_word(&text[offset..])) {
                    add(Start::PART, offset + part);
                }
            }
        }
        let rest = |start: u32| {
            let start = Start(start);
            &texts.get(start.text())[start.offset()..]
        };
        starts.sort_unstable_by(|a, b| {
            a.0.cmp(&b.0)
                .then_with(|| {
                    folded(rest(a.1)).map(|one| one.1).cmp(folded(rest(b.1)).map(|one| one.1))
                })
                .then(a.1.cmp(&b.1))
        });
        let starts = starts.into_iter().map(|(_, start)| start).collect();
        Self::of_parts(texts, starts)
    }

    /// A table of texts and their beginnings in order.
    pub fn of_parts(texts: Strings, starts: Vec<u32>) -> Self {
        let best = starts.chunks(BLOCK).map(|block| block.iter().copied().min().unwrap_or(0));
        Self { best: best.collect(), texts, starts }
    }

    /// Where the later parts of each word begin, as they were told when the table was made.
    pub fn parts(&self) -> HashMap<&str, Vec<usize>> {
        let mut parts: Vec<Start> = self.starts.iter().map(|start| Start(*start)).collect();
        parts.retain(|start| start.kind() == Start::PART);
        parts.sort_unstable_by_key(|start| (start.text(), start.offset()));
        let mut parts = parts.into_iter().peekable();
        let mut words = HashMap::new();
        for number in 0..self.texts.len() {
            let text = self.texts.get(number);
            let mut taken = |end| {
                let is_in = |part: &Start| part.text() == number && part.offset() < end;
                parts.next_if(is_in).map(Start::offset)
            };
            for offset in word_starts(text) {
                let word = first_word(&text[offset..]);
                let end = offset + word.len();
                let of_word = std::iter::from_fn(|| taken(end)).map(|part| part - offset).collect();
                // Beginnings further on than a byte tells are not in the table.
                if u8::try_from(end).is_ok() {
                    words.insert(word, of_word);
                }
            }
        }
        words
    }

    /// Whether every beginning is one of a letter of a text.
    pub fn is_sound(&self) -> bool {
        self.starts.iter().all(|start| {
            let start = Start(*start);
            start.text() < self.texts.len()
                && self.texts.get(start.text()).is_char_boundary(start.offset())
        })
    }

    /// What it holds in memory, in bytes.
    pub const fn memory_bytes(&self) -> usize {
        self.texts.text.capacity()
            + 4 * (self.texts.ends.capacity() + self.starts.capacity() + self.best.capacity())
    }

    /// What follows a beginning.
    pub fn rest(&self, start: Start) -> &str {
        self.texts.get(start.text()).get(start.offset()..).unwrap_or_default()
    }

    /// The places of the beginnings that go on as typed.
    pub fn continuing(&self, typed: &Typed) -> Range<usize> {
        let compare = |start: &u32| typed.compare(self.rest(Start(*start)));
        let first = self.starts.partition_point(|start| compare(start) == Ordering::Less);
        let found = self.starts[first..].partition_point(|start| compare(start).is_eq());
        first..first + found
    }

    /// The beginnings of a range that nothing follows: texts that are typed in whole. They come first.
    pub fn whole(&self, range: &Range<usize>, typed: &Typed) -> Option<Start> {
        const FIRST: usize = 4;
        let firsts = self.starts[range.clone()].iter().take(FIRST).map(|start| Start(*start));
        let mut whole = firsts.filter(|start| {
            let text = self.rest(*start);
            start.kind() == Start::FIRST && typed.end_in(text) == Some(text.len())
        });
        whole.next()
    }

    /// Gives the best beginnings of a range, the best first, until `take` has enough or very many
    /// were given.
    pub fn each_best(&self, range: &Range<usize>, mut take: impl FnMut(Start) -> bool) {
        let (mut count, mut given) = (16, 0);
        loop {
            let best = self.best_of(range, count);
            for start in &best[given..] {
                if !take(Start(*start)) {
                    return;
                }
            }
            if best.len() < count || count >= CANDIDATES {
                return;
            }
            given = best.len();
            count *= 4;
        }
    }

    /// The lowest beginnings of a range, ascending.
    fn best_of(&self, range: &Range<usize>, count: usize) -> Vec<u32> {
        let (first, last) = (range.start.div_ceil(BLOCK), range.end / BLOCK);
        let mut found: Vec<u32> = Vec::new();
        if last <= first + count {
            found.extend_from_slice(&self.starts[range.clone()]);
        } else {
            // The lowest of all lie in the blocks whose lowest are lowest.
            let mut blocks: Vec<(u32, usize)> =
                self.best[first..last].iter().copied().zip(first..).collect();
            blocks.select_nth_unstable(count);
            for (_, block) in &blocks[..count] {
                found.extend_from_slice(&self.starts[block * BLOCK..(block + 1) * BLOCK]);
            }
            found.extend_from_slice(&self.starts[range.start..first * BLOCK]);
            found.extend_from_slice(&self.starts[last * BLOCK..range.end]);
        }
        if found.len() > count {
            found.select_nth_unstable(count);
            found.truncate(count);
        }
        found.sort_unstable();
        found
    }
}

/// The first letters as a number that is lower the earlier the text comes, as far as they tell.
fn sort_key(text: &str) -> u64 {
    let letters = folded(text).map(|(_, letter)| letter).chain(std::iter::repeat('\0'));
    // Letters outside two bytes are all the same here; the texts themselves are then compared.
    let number = |letter: char| u64::from(u16::try_from(u32::from(letter)).unwrap_or(u16::MAX));
    letters.take(4).fold(0, |key, letter| key << 16 | number(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(texts: &[&str]) -> Table {
        let mut strings = Strings::default();
        for text in texts {
            strings.push(text);
        }
        Table::new(strings, |word| {
            word.find("halli").filter(|place| *place > 0).into_iter().collect()
        })
    }

    fn found(table: &Table, typed: &str) -> Vec<(usize, u32)> {
        let mut found = Vec::new();
        table.each_best(&table.continuing(&Typed::new(typed, 100)), |start| {
            found.push((start.text(), start.kind()));
            true
        });
        found
    }

    #[test]
    fn beginnings_of_texts_come_first_then_words_then_parts() {
        let table = table(&["Uimahalli", "Vanha halli", "Hallitus", "Ääni"]);
        assert_eq!(found(&table, "hal"), [(2, 0), (1, 1), (0, 2)]);
        assert_eq!(found(&table, "aa"), [(3, 0)]);
        assert_eq!(found(&table, "x"), []);
        assert!(table.is_sound());
    }

    #[test]
    fn the_best_of_very_many_are_those_of_all() {
        let texts: Vec<String> =
            (0..5_000).map(|number| format!("k{}", number * 7_919 % 5_000)).collect();
        let table = table(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        for typed in ["k", "k1", "k12", "k123"] {
            let typed = Typed::new(typed, 100);
            let range = table.continuing(&typed);
            let mut all: Vec<u32> = table.starts[range.clone()].to_vec();
            all.sort_unstable();
            for count in [1, 5, 16, 64] {
                let best = table.best_of(&range, count);
                assert_eq!(best, all[..count.min(all.len())], "{typed:?}");
            }
        }
    }
}
