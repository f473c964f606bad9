//! Texts in the order of their worth, found by the beginnings of their words.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::ops::Range;
use std::thread;

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
        let mut spelled = Spelled::default();
        let mut beginnings: Vec<(u32, usize)> = Vec::new();
        for number in 0..texts.len() {
            let text = texts.get(number);
            let mut kind = Start::FIRST;
            for offset in word_starts(text) {
                beginnings.push((kind, offset));
                kind = Start::LATER;
                let parts = parts(first_word(&text[offset..])).into_iter();
                beginnings.extend(parts.map(|part| (Start::PART, offset + part)));
            }
            spelled.add(number, text, &mut beginnings);
        }
        let starts = spelled.in_order();
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

/// Beginnings with what follows them, folded once: a table of a hundred thousand names compares them millions of
/// times.
#[derive(Default)]
struct Spelled {
    /// The letters of all texts as they are compared. The end of a text is a byte that no letter has.
    letters: Vec<u8>,
    /// Where each text ends in it, by its number.
    ends: Vec<usize>,
    beginnings: Vec<Beginning>,
}

/// A beginning, and where in the letters it is.
struct Beginning {
    /// The first letters, as a number that is lower the earlier they come.
    first: u64,
    at: usize,
    start: Start,
}

impl Spelled {
    const END: u8 = 0;
    /// How many bytes are in the number.
    const FIRST: usize = size_of::<u64>();

    /// Adds the next text with its beginnings, of which there are none afterwards.
    fn add(&mut self, number: usize, text: &str, beginnings: &mut Vec<(u32, usize)>) {
        beginnings.sort_unstable_by_key(|beginning| beginning.1);
        let known = self.beginnings.len();
        let mut left = beginnings.drain(..).peekable();
        let mut utf8 = [0; 4];
        for (place, letter) in folded(text).chain([(text.len(), ' ')]) {
            // No text begins with a space.
            let at = self.letters.len() + usize::from(letter == ' ');
            while let Some((kind, offset)) = left.next_if(|(_, offset)| *offset <= place) {
                let start = Start::new(kind, number, offset);
                self.beginnings.extend(start.map(|start| Beginning { first: 0, at, start }));
            }
            self.letters.extend_from_slice(letter.encode_utf8(&mut utf8).as_bytes());
        }
        // Behind the last letter there was a space to hold what begins there.
        self.letters.pop();
        self.letters.push(Self::END);
        self.ends.push(self.letters.len() - 1);
        for beginning in &mut self.beginnings[known..] {
            let rest = self.letters.get(beginning.at..).unwrap_or_default();
            let first = rest.iter().take_while(|byte| **byte != Self::END).take(Self::FIRST);
            let mut bytes = [Self::END; Self::FIRST];
            bytes.iter_mut().zip(first).for_each(|(byte, first)| *byte = *first);
            beginning.first = u64::from_be_bytes(bytes);
        }
    }

    /// The beginnings in order of what follows them, those of the same in order of their worth.
    fn in_order(self) -> Vec<u32> {
        let Self { letters, ends, mut beginnings } = self;
        let further = |one: &Beginning| {
            let end = ends[one.start.text()];
            letters.get(one.at + Self::FIRST..end).unwrap_or_default()
        };
        let order = |a: &Beginning, b: &Beginning| {
            let first = a.first.cmp(&b.first);
            first.then_with(|| further(a).cmp(further(b))).then(a.start.cmp(&b.start))
        };
        let middle = beginnings.len() / 2;
        if middle > 0 {
            beginnings.select_nth_unstable_by(middle, order);
        }
        let (before, after) = beginnings.split_at_mut(middle);
        thread::scope(|threads| {
            threads.spawn(|| before.sort_unstable_by(order));
            after.sort_unstable_by(order);
        });
        beginnings.into_iter().map(|beginning| beginning.start.0).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn table(texts: &[&str]) -> Table {
        let mut strings = Strings::default();
        for text in texts {
            strings.push(text);
        }
        Table::new(strings, |word| {
            word.find("halli")
                .or_else(|| word.find('b'))
                .filter(|place| *place > 0)
                .into_iter()
                .collect()
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

    proptest! {
        #[test]
        fn beginnings_stand_in_the_order_of_what_follows_them_then_of_their_worth(
            texts in prop::collection::vec("(aaaaaaaaa|a|b| |-|å|Ä|\\)|'|İ|\u{308}|€|0){0,8}", 0..20),
        ) {
            let table = table(&texts.iter().map(String::as_str).collect::<Vec<_>>());
            let key = |start: &u32| {
                let letters = folded(table.rest(Start(*start))).map(|(_, letter)| letter);
                (letters.collect::<Vec<char>>(), *start)
            };
            let words: usize = texts.iter().map(|text| word_starts(text).count()).sum();
            prop_assert!(table.starts.len() >= words);
            prop_assert!(table.starts.is_sorted_by_key(key));
        }
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
