//! Beginnings of known words that are like a beginning that nothing goes on from: typing mistakes
//! in the word that is being typed.
//!
//! The words lie in order, each as what it does not share with the one before. One pass over them
//! counts the edits letter by letter and passes over all that begin too differently.

/// The shortest beginning that is mended.
const SHORTEST: usize = 4;
/// The beginnings from which on two mistakes are mended.
const LONG: usize = 8;
/// The longest beginning that is mended.
const LONGEST: usize = 32;
/// The most beginnings that are given.
const GIVEN: usize = 3;

/// Words in order, each once.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Mending {
    /// For each word how many bytes it shares with the one before, how many are its own, and these.
    pub bytes: Vec<u8>,
}

impl Mending {
    /// The words in any order, already folded.
    pub fn new(mut words: Vec<String>) -> Self {
        words.sort_unstable();
        words.dedup();
        let mut bytes = Vec::new();
        let mut before: &[u8] = &[];
        for word in &words {
            let word = &word.as_bytes()[..word.len().min(usize::from(u8::MAX))];
            let shared = word.iter().zip(before).take_while(|(one, other)| one == other).count();
            let number = |length: usize| u8::try_from(length).unwrap_or(u8::MAX);
            bytes.extend([number(shared), number(word.len() - shared)]);
            bytes.extend_from_slice(&word[shared..]);
            before = word;
        }
        bytes.shrink_to_fit();
        Self { bytes }
    }

    /// The beginnings most like one, the likest first, each with the number of edits.
    pub fn mend(&self, typed: &[char]) -> Vec<(String, u8)> {
        let typed: Vec<u8> = typed.iter().collect::<String>().into_bytes();
        if !(SHORTEST..=LONGEST).contains(&typed.len()) {
            return Vec::new();
        }
        let most = if typed.len() < LONG { 1 } else { 2 };
        let mut walk = Walk::new(&typed, most);
        let mut place = 0;
        while let [shared, own, rest @ ..] = &self.bytes[place.min(self.bytes.len())..] {
            let own = usize::from(*own).min(rest.len());
            walk.word(usize::from(*shared), &rest[..own]);
            place += 2 + own;
        }
        walk.finish();
        let mut found = walk.found;
        found.sort_by(|a, b| {
            let is_other = |one: &Mended| one.letters.first() != typed.first();
            (a.edits, is_other(a), std::cmp::Reverse(a.words))
                .cmp(&(b.edits, is_other(b), std::cmp::Reverse(b.words)))
                .then_with(|| a.letters.cmp(&b.letters))
        });
        let fewest = found.first().map(|one| one.edits);
        found.retain(|one| Some(one.edits) == fewest);
        found.truncate(GIVEN);
        found
            .into_iter()
            .filter_map(|one| Some((String::from_utf8(one.letters).ok()?, one.edits)))
            .collect()
    }
}

/// A beginning like the typed one, and how many words go on from it.
struct Mended {
    letters: Vec<u8>,
    edits: u8,
    words: usize,
}

/// A row of the table of edits: what it costs to make the typed letters of the word's first ones.
type Row = [u8; LONGEST + 1];

/// The way through the words.
struct Walk<'a> {
    typed: &'a [u8],
    most: u8,
    /// The letters of the word at hand, as far as rows are known.
    letters: Vec<u8>,
    rows: Vec<Row>,
    /// From which length on words cannot be like what was typed, as long as they share that much.
    dead: usize,
    /// The likest length of the word at hand and its edits.
    likest: Option<(usize, u8)>,
    found: Vec<Mended>,
}

impl<'a> Walk<'a> {
    fn new(typed: &'a [u8], most: u8) -> Self {
        let mut first = [0; LONGEST + 1];
        for (cost, number) in first.iter_mut().zip(0..) {
            *cost = number;
        }
        Self {
            typed,
            most,
            letters: Vec::with_capacity(64),
            rows: vec![first],
            dead: usize::MAX,
            likest: None,
            found: Vec::new(),
        }
    }

    /// Goes to the next word: some letters of the one before, then its own.
    fn word(&mut self, shared: usize, own: &[u8]) {
        if shared >= self.dead {
            self.count();
            return;
        }
        self.dead = usize::MAX;
        let known = shared.min(self.letters.len());
        self.letters.truncate(known);
        self.rows.truncate(known + 1);
        if self.likest.is_some_and(|(length, _)| length > known) {
            self.likest = None;
        }
        for letter in own {
            if self.letters.len() >= self.typed.len() + usize::from(self.most) {
                break;
            }
            let lowest = self.row(*letter);
            self.letters.push(*letter);
            let edits = self.rows[self.letters.len()][self.typed.len()];
            if edits <= self.most && self.likest.is_none_or(|(_, known)| edits < known) {
                self.likest = Some((self.letters.len(), edits));
            }
            if lowest > self.most {
                self.dead = self.letters.len();
                break;
            }
        }
        self.count();
    }

    /// Notes that a word begins with what is likest.
    fn count(&mut self) {
        let Some((length, edits)) = self.likest else { return };
        let letters = &self.letters[..length];
        match self.found.last_mut() {
            Some(last) if last.letters == letters => last.words += 1,
            _ => self.found.push(Mended { letters: letters.to_vec(), edits, words: 1 }),
        }
    }

    /// The same beginning may have been left and found again.
    fn finish(&mut self) {
        self.found.sort_by(|a, b| a.letters.cmp(&b.letters));
        self.found.dedup_by(|next, kept| {
            let is_same = next.letters == kept.letters;
            if is_same {
                kept.words += next.words;
            }
            is_same
        });
    }

    /// Adds the row of one more letter; gives its lowest cost.
    fn row(&mut self, letter: u8) -> u8 {
        let length = self.letters.len();
        let before = self.rows[length];
        let mut now = [0; LONGEST + 1];
        now[0] = before[0].saturating_add(1);
        let mut lowest = now[0];
        for (place, typed) in self.typed.iter().enumerate() {
            let change = before[place] + u8::from(*typed != letter);
            let mut cost = change.min(before[place + 1] + 1).min(now[place] + 1);
            let is_swapped = length > 0
                && place > 0
                && self.typed[place - 1] == letter
                && self.letters[length - 1] == *typed;
            if is_swapped {
                cost = cost.min(self.rows[length - 1][place - 1] + 1);
            }
            now[place + 1] = cost;
            lowest = lowest.min(cost);
        }
        self.rows.push(now);
        lowest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mend(typed: &str) -> Vec<String> {
        let words =
            ["uimahalli", "uimakoulu", "kirjasto", "kirjastoauto", "hammashoito", "neuvola"];
        let mending = Mending::new(words.map(str::to_owned).to_vec());
        let letters: Vec<char> = typed.chars().collect();
        mending.mend(&letters).into_iter().map(|one| one.0).collect()
    }

    #[test]
    fn unfinished_words_with_a_mistake_are_mended() {
        for (typed, meant) in [
            ("uimhal", "uimahal"),
            ("uimahlali", "uimahalli"),
            ("kijras", "kirjas"),
            ("hamashoi", "hammashoi"),
            ("nuevola", "neuvola"),
            ("xeuvola", "neuvola"),
            ("irjasto", "kirjasto"),
            ("uimmahali", "uimahal"),
        ] {
            assert!(
                mend(typed).iter().any(|found| found.starts_with(meant)),
                "{typed}: {:?}",
                mend(typed)
            );
        }
    }

    #[test]
    fn what_is_like_nothing_or_too_short_stays() {
        for typed in ["", "u", "uim", "zzzzzz", "qwertyuiop", &"a".repeat(1_000)] {
            assert!(mend(typed).is_empty(), "{typed}");
        }
        assert!(Mending::default().mend(&['a'; 5]).is_empty());
    }

    #[test]
    fn bytes_that_are_no_words_are_no_harm() {
        for bytes in [vec![1], vec![9, 200, 65], vec![255; 99]] {
            let _ = Mending { bytes }.mend(&['a', 'b', 'c', 'd', 'e']);
        }
    }
}
