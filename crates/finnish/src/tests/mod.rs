//! Tests that need no dictionary of Voikko's: they build a small one.

mod analyses;
mod file;
mod hostile;
mod own_words;
mod remembered;
mod suggestions;

use crate::Dictionary;

/// A dictionary in the making: states, and what leads from one to another.
pub(crate) struct Tiny {
    symbols: Vec<String>,
    states: Vec<Vec<(u16, u16, usize)>>,
}

pub(crate) const START: usize = 0;
pub(crate) const END: usize = 1;

const END_OF_WORD: u16 = 0xFFFF;

impl Tiny {
    /// A dictionary with these flags, letters and tags, without words.
    pub(crate) fn new(flags: &[&str], letters: &str, tags: &[&str]) -> Tiny {
        let mut symbols = vec![String::new()];
        symbols.extend(flags.iter().map(ToString::to_string));
        symbols.extend(letters.chars().map(String::from));
        symbols.extend(tags.iter().map(ToString::to_string));
        Tiny { symbols, states: vec![Vec::new(), vec![(END_OF_WORD, 0, 0)]] }
    }

    pub(crate) fn state(&mut self) -> usize {
        self.states.push(Vec::new());
        self.states.len() - 1
    }

    pub(crate) fn arc(&mut self, from: usize, read: &str, write: &str, to: usize) {
        let number = |symbol: &str| {
            let at = self.symbols.iter().position(|known| known == symbol);
            u16::try_from(at.unwrap_or_else(|| panic!("{symbol} is no symbol"))).unwrap()
        };
        let arc = (number(read), number(write), to);
        self.states[from].push(arc);
    }

    /// A way between two states that reads these letters as they are and writes before them what `output` has:
    /// tags in brackets and letters.
    pub(crate) fn path(&mut self, from: usize, output: &str, letters: &str, to: usize) {
        let mut at = from;
        for symbol in pieces(output) {
            let next = self.state();
            self.arc(at, "", &symbol, next);
            at = next;
        }
        for letter in letters.chars() {
            let next = self.state();
            self.arc(at, &letter.to_string(), &letter.to_string(), next);
            at = next;
        }
        self.arc(at, "", "", to);
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        bytes.extend(0x0001_3A6E_u32.to_le_bytes());
        bytes.extend(0x0003_51FA_u32.to_le_bytes());
        bytes.extend([0; 8]);
        bytes.extend(u16::try_from(self.symbols.len()).unwrap().to_le_bytes());
        for symbol in &self.symbols {
            bytes.extend(symbol.as_bytes());
            bytes.push(0);
        }
        bytes.resize(bytes.len().next_multiple_of(8), 0);
        let cells = |arcs: &Vec<_>| if arcs.len() > 255 { arcs.len() + 1 } else { arcs.len() };
        let mut places = vec![0];
        for arcs in &self.states {
            places.push(places.last().unwrap() + cells(arcs));
        }
        for arcs in &self.states {
            let mut arcs = arcs.clone();
            arcs.sort_unstable_by_key(|(read, ..)| *read);
            let further = arcs.len().saturating_sub(1);
            for (number, (read, write, to)) in arcs.iter().enumerate() {
                bytes.extend(read.to_le_bytes());
                bytes.extend(write.to_le_bytes());
                let more = if number == 0 { further.min(255) } else { 0 };
                let target = u32::try_from(places[*to] | more << 24).unwrap();
                bytes.extend(target.to_le_bytes());
                if more == 255 {
                    bytes.extend(u32::try_from(further).unwrap().to_le_bytes());
                    bytes.extend([0; 4]);
                }
            }
        }
        bytes
    }

    pub(crate) fn build(&self) -> Dictionary {
        Dictionary::parse(&self.bytes()).unwrap()
    }
}

/// "[Ln]ab" is `[Ln]`, `a`, `b`.
fn pieces(output: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut rest = output;
    while let Some(first) = rest.chars().next() {
        let length = if first == '[' { rest.find(']').unwrap() + 1 } else { first.len_utf8() };
        pieces.push(rest[..length].to_owned());
        rest = &rest[length..];
    }
    pieces
}

const FLAGS: [&str; 2] = ["@P.ENDING.NEEDED@", "@D.ENDING@"];
const LETTERS: &str = "-:0123456789abcdefghijklmnopqrstuvwxyzäöASTN";
const TAGS: [&str; 20] = [
    "[Ln]", "[Lt]", "[Ll]", "[Lp]", "[Lep]", "[La]", "[Lu]", "[Xp]", "[Xj]", "[Xr]", "[X]", "[Bc]",
    "[Bh]", "[Sn]", "[Sg]", "[Sine]", "[Ion]", "[De]", "[Tn4]", "[Ny]",
];

/// Some words of Finnish, with the genitive and the inessive, compounds, a derivation and names.
pub(crate) fn small() -> Tiny {
    let mut tiny = Tiny::new(&FLAGS, LETTERS, &TAGS);
    let endings = tiny.state();
    let boundary = tiny.state();
    for word in ["talo", "auto", "ilta", "ala", "tarha", "nalle", "hoito", "tuki"] {
        tiny.path(START, &format!("[Ln][Xp]{word}[X]"), word, endings);
    }
    tiny.path(START, "[Ln][Ion][Xp]koulu[X]", "koulu", endings);
    tiny.path(START, "[Lep][Xp]Nokia[X]", "nokia", endings);
    tiny.path(START, "[Lt][Xp]hoitaa[X]", "hoita", boundary);
    let nurse = tiny.state();
    tiny.path(START, "[Lt][Xp]hoitaa[X]", "hoita", nurse);
    tiny.path(nurse, "[Ln][Xj]ja[X]", "ja", endings);
    tiny.path(endings, "[Sn]", "", END);
    tiny.path(endings, "[Sg]", "n", END);
    tiny.path(endings, "[Sine]", "ssa", END);
    tiny.path(endings, "[Sine]", "ssä", END);
    tiny.path(endings, "[Sn]", "", boundary);
    tiny.path(endings, "[Sg]", "n", boundary);
    tiny.path(boundary, "[Bh][Bc]", "", START);
    let hyphen = tiny.state();
    tiny.path(boundary, "", "-", hyphen);
    tiny.path(hyphen, "[Bh][Bc]", "", START);
    let number = tiny.state();
    for digit in '0'..='9' {
        tiny.path(START, "[Lu]", &digit.to_string(), number);
        tiny.path(number, "", &digit.to_string(), number);
    }
    tiny.path(number, "", "", END);
    tiny.path(number, "[Sine]", ":ssa", END);
    tiny
}
