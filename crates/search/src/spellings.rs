//! Words that are like a word that nobody knows: typing mistakes, missing dots, doubled letters.
//!
//! Candidates are words as they are written in the catalogue's names and terms and in the needs
//! vocabulary. They are found by the runs of three letters that they share, and compared letter by
//! letter.

use std::cell::RefCell;

use crate::documents::Strings;

/// The most candidates that are compared letter by letter.
const COMPARED: usize = 40;
/// The most candidates that are given.
const GIVEN: usize = 4;
/// The shortest word that is mended.
const SHORTEST: usize = 4;
/// Runs of letters that more words have than this tell nothing while a rarer one is there.
const COMMON: usize = 6_000;
/// The kinds of runs of three letters that are told apart.
const KINDS: usize = 1 << 14;

/// The words that mistakes are mended to.
#[derive(Debug, Default)]
pub struct Spellings {
    words: Strings,
    /// For each kind of run, where its words end.
    ends: Vec<u32>,
    numbers: Vec<u32>,
}

thread_local! {
    static SHARED: RefCell<Shared> = RefCell::default();
}

/// How many runs each word shares with the word at hand.
#[derive(Default)]
struct Shared {
    counts: Vec<u8>,
    touched: Vec<u32>,
}

/// Å ä ö as people type them who lack the keys.
const fn folded(letter: char) -> char {
    match letter {
        'ä' | 'å' | 'á' | 'à' => 'a',
        'ö' | 'ø' => 'o',
        'é' | 'è' => 'e',
        'ü' => 'u',
        other => other,
    }
}

/// The kinds of the runs of three letters of a word, its edges among them.
fn runs(word: &str) -> Vec<usize> {
    let letters: Vec<u32> =
        [' '].into_iter().chain(word.chars().map(folded)).chain([' ']).map(u32::from).collect();
    let kind = |run: &[u32]| {
        let mixed = run.iter().fold(0_u32, |mixed, letter| {
            mixed.wrapping_mul(0x01_00_01_93) ^ letter.wrapping_mul(0x9e37_79b1)
        });
        (mixed >> 13) as usize % KINDS
    };
    let mut kinds: Vec<usize> = letters.windows(3).map(kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

impl Spellings {
    /// The words to mend to; each once.
    pub fn new(words: impl IntoIterator<Item = String>) -> Self {
        let mut all = Self { ends: vec![0; KINDS], ..Self::default() };
        for word in words {
            all.words.push(&word);
        }
        for number in 0..all.words.len() {
            for kind in runs(all.words.get(number)) {
                all.ends[kind] += 1;
            }
        }
        let mut sum = 0;
        for end in &mut all.ends {
            sum += std::mem::replace(end, sum);
        }
        // Each end is where its kind begins, and moves on as its words are written.
        all.numbers = vec![0; sum as usize];
        for number in 0..all.words.len() {
            for kind in runs(all.words.get(number)) {
                all.numbers[all.ends[kind] as usize] = u32::try_from(number).unwrap_or(u32::MAX);
                all.ends[kind] += 1;
            }
        }
        all
    }

    /// What they hold in memory, in bytes.
    pub const fn memory_bytes(&self) -> usize {
        let numbers = self.ends.capacity() + self.numbers.capacity();
        self.words.memory_bytes() + size_of::<u32>() * numbers
    }

    fn having(&self, kind: usize) -> &[u32] {
        let start = kind.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.numbers[start as usize..self.ends[kind] as usize]
    }

    /// The words that share most runs of letters with one.
    fn likely(&self, word: &str) -> Vec<u32> {
        let mut lists: Vec<&[u32]> = runs(word)
            .into_iter()
            .map(|kind| self.having(kind))
            .filter(|list| !list.is_empty())
            .collect();
        lists.sort_unstable_by_key(|list| list.len());
        let telling = lists.partition_point(|list| list.len() <= COMMON).max(2);
        lists.truncate(telling);
        SHARED.with_borrow_mut(|shared| {
            shared.counts.resize(self.words.len().max(shared.counts.len()), 0);
            for number in lists.into_iter().flatten() {
                let count = &mut shared.counts[*number as usize];
                if *count == 0 {
                    shared.touched.push(*number);
                }
                *count = count.saturating_add(1);
            }
            let mut by_count = [0_usize; 256];
            for number in &shared.touched {
                by_count[usize::from(shared.counts[*number as usize])] += 1;
            }
            let mut enough = 255;
            let mut sum = 0;
            while enough > 1 && sum + by_count[enough] <= COMPARED {
                sum += by_count[enough];
                enough -= 1;
            }
            let mut likely: Vec<(u8, u32)> = Vec::new();
            for number in shared.touched.drain(..) {
                let count = std::mem::take(&mut shared.counts[number as usize]);
                if usize::from(count) >= enough {
                    likely.push((count, number));
                }
            }
            likely.sort_unstable_by_key(|(count, number)| (std::cmp::Reverse(*count), *number));
            likely.truncate(COMPARED);
            likely.into_iter().map(|one| one.1).collect()
        })
    }

    /// The words most like one, each with its likeness below 1.
    pub fn mend(&self, word: &str) -> Vec<(String, f32)> {
        let letters: Vec<char> = word.chars().collect();
        if self.words.len() == 0
            || letters.len() < SHORTEST
            || letters.iter().any(char::is_ascii_digit)
        {
            return Vec::new();
        }
        let most = most_edits(letters.len());
        let mut mended: Vec<(&str, f32)> = self
            .likely(word)
            .into_iter()
            .filter_map(|number| {
                let candidate = self.words.get(number as usize);
                let other: Vec<char> = candidate.chars().collect();
                let edits = edits(&letters, &other, most)?;
                #[expect(clippy::cast_precision_loss, reason = "words have few letters")]
                let likeness = 0.95 - 0.9 * edits / letters.len().max(other.len()) as f32;
                Some((candidate, likeness))
            })
            .collect();
        mended.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        if let Some(best) = mended.first().map(|first| first.1) {
            mended.retain(|one| one.1 > best - 0.08);
        }
        mended.truncate(GIVEN);
        mended.into_iter().map(|(word, likeness)| (word.to_owned(), likeness)).collect()
    }
}

const fn most_edits(letters: usize) -> f32 {
    match letters {
        0..=5 => 1.0,
        6..=9 => 2.0,
        _ => 3.0,
    }
}

/// How many letters must be put in, left out, changed or swapped, when no more than `most`: å ä ö for
/// a and o cost a little only.
fn edits(one: &[char], other: &[char], most: f32) -> Option<f32> {
    let width = other.len() + 1;
    #[expect(clippy::cast_precision_loss, reason = "words have few letters")]
    let mut before: Vec<f32> = (0..width).map(|place| place as f32).collect();
    let mut earlier = vec![0.0_f32; width];
    for (row, letter) in one.iter().enumerate() {
        let mut now = vec![0.0_f32; width];
        #[expect(clippy::cast_precision_loss, reason = "words have few letters")]
        let first = (row + 1) as f32;
        now[0] = first;
        for (column, against) in other.iter().enumerate() {
            let change = before[column] + cost(*letter, *against);
            let doubled = row > 0 && one[row - 1] == *letter;
            let out = before[column + 1] + if doubled { 0.5 } else { 1.0 };
            let twice = column > 0 && other[column - 1] == *against;
            let put_in = now[column] + if twice { 0.5 } else { 1.0 };
            let mut best = change.min(out).min(put_in);
            if row > 0 && column > 0 && one[row - 1] == *against && other[column - 1] == *letter {
                best = best.min(earlier[column - 1] + 0.8);
            }
            now[column + 1] = best;
        }
        if now.iter().copied().fold(f32::MAX, f32::min) > most {
            return None;
        }
        earlier = std::mem::replace(&mut before, now);
    }
    before.last().copied().filter(|edits| *edits <= most)
}

fn cost(one: char, other: char) -> f32 {
    match () {
        () if one == other => 0.0,
        () if folded(one) == folded(other) => 0.3,
        () => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spellings() -> Spellings {
        let words = [
            "uimahalli",
            "hammashoito",
            "lastensuojelu",
            "kirjasto",
            "ikäihminen",
            "muistipoliklinikka",
        ];
        Spellings::new(words.map(str::to_owned))
    }

    #[test]
    fn common_mistakes_are_mended() {
        for (written, meant) in [
            ("uimahali", "uimahalli"),
            ("uimmahalli", "uimahalli"),
            ("hamashoito", "hammashoito"),
            ("kirajsto", "kirjasto"),
            ("ikaihminen", "ikäihminen"),
            ("muistipolklinikka", "muistipoliklinikka"),
        ] {
            assert_eq!(
                spellings().mend(written).first().map(|one| one.0.as_str()),
                Some(meant),
                "{written}"
            );
        }
    }

    #[test]
    fn what_is_like_nothing_stays() {
        for word in ["", "a", "xyz", "qwertyuiop", "2026"] {
            assert_eq!(spellings().mend(word), [], "{word}");
        }
    }
}
