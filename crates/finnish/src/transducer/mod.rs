//! Voikko's dictionary as an automaton: it reads a word letter by letter and writes what the word is.
//!
//! The file's cells are laid out anew when it is read: states are numbered in the order in which a walk meets them,
//! chains of steps that only write are one text, and a state's silent arcs stand before its sorted arcs of letters.

mod flags;
mod parse;
mod walk;

use flags::FlagStep;
pub(crate) use flags::Flags;
pub(crate) use walk::Walk;

use std::ops::Range;

use crate::tag::Symbol;

/// Letters below this have their symbol in a table; the others are searched for.
const TABLE: usize = 0x180;

/// An automaton that reads words and writes analyses.
pub(crate) struct Transducer {
    symbols: Vec<Symbol>,
    table: Box<[u16; TABLE]>,
    rare: Vec<(char, u16)>,
    alphabet: Vec<char>,
    first_letter: u16,
    flag_steps: Vec<Option<FlagStep>>,
    states: Vec<State>,
    arcs: Vec<Arc>,
    written: Vec<u16>,
}

/// The silent arcs from `first` on, then the arcs of letters in the order of their symbols.
#[derive(Debug, Clone, Copy)]
pub(crate) struct State {
    first: u32,
    silent: u16,
    letters: u16,
}

/// A step to another state.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Arc {
    /// What is read: the symbol of a letter, or that of a flag, or 0 for nothing.
    pub(crate) input: u16,
    /// What is written.
    pub(crate) output: Output,
    /// Where it leads.
    pub(crate) target: u32,
    /// What can come there.
    pub(crate) ahead: Ahead,
}

/// Which letters can be read next from a state, silent arcs passed over, and whether the word can end there. It may say
/// yes where the answer is no, never the other way: some letters share a bit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ahead(u32);

impl Ahead {
    pub(crate) const NOTHING: Ahead = Ahead(0);
    /// Everything can come.
    const ANYTHING: Ahead = Ahead(u32::MAX);
    /// The word can end.
    pub(crate) const END: Ahead = Ahead(1 << 31);

    /// This letter can come.
    pub(crate) fn of(letter: u16) -> Ahead {
        Ahead(1 << (letter % 31))
    }

    /// Whether one of these can come.
    #[inline]
    pub(crate) fn meets(self, other: Ahead) -> bool {
        self.0 & other.0 != 0
    }
}

/// A run of written symbols: its beginning in the upper 24 bits, its length in the lower 8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Output(u32);

impl Output {
    pub(crate) const NOTHING: Output = Output(0);

    fn of(start: usize, length: usize) -> Option<Output> {
        let start = u32::try_from(start).ok().filter(|start| *start < 1 << 24)?;
        let length = u32::try_from(length).ok().filter(|length| *length < 1 << 8)?;
        Some(if length == 0 { Output::NOTHING } else { Output(start << 8 | length) })
    }
}

/// The bit of [`State::first`] that says that a word may end here.
const FINAL: u32 = 1 << 31;

impl State {
    /// Whether a word may end here.
    pub(crate) fn is_final(self) -> bool {
        self.first & FINAL != 0
    }

    /// The numbers of its arcs that read nothing.
    pub(crate) fn silent(self) -> Range<u32> {
        let first = self.first & !FINAL;
        first..first + u32::from(self.silent)
    }

    /// The numbers of its arcs that read a letter.
    pub(crate) fn letters(self) -> Range<u32> {
        let first = self.silent().end;
        first..first + u32::from(self.letters)
    }
}

impl Transducer {
    /// The symbol of a letter, if the dictionary has it.
    pub(crate) fn letter(&self, letter: char) -> Option<u16> {
        let symbol = if let Some(symbol) = self.table.get(letter as usize) {
            *symbol
        } else {
            let at = self.rare.binary_search_by_key(&letter, |(letter, _)| *letter).ok()?;
            self.rare.get(at)?.1
        };
        (symbol != 0).then_some(symbol)
    }

    /// The letter that a symbol stands for; for a symbol of a letter only.
    pub(crate) fn spelled(&self, symbol: u16) -> Option<char> {
        let at = symbol.checked_sub(self.first_letter)?;
        self.alphabet.get(usize::from(at)).copied().filter(|letter| *letter != '\0')
    }

    /// What a symbol writes.
    pub(crate) fn symbol(&self, symbol: u16) -> &Symbol {
        self.symbols.get(usize::from(symbol)).unwrap_or(&Symbol::Silent)
    }

    /// The symbols of an output.
    pub(crate) fn written(&self, output: Output) -> &[u16] {
        let start = (output.0 >> 8) as usize;
        let length = (output.0 & 0xff) as usize;
        self.written.get(start..start + length).unwrap_or_default()
    }

    /// A state by its number.
    pub(crate) fn state(&self, number: u32) -> State {
        self.states.get(number as usize).copied().unwrap_or(State {
            first: 0,
            silent: 0,
            letters: 0,
        })
    }

    /// The numbers of the arcs of a state that read this letter.
    #[inline]
    pub(crate) fn reading(&self, state: State, letter: u16) -> Range<u32> {
        let letters = state.letters();
        let arcs = self.arcs.get(letters.start as usize..letters.end as usize).unwrap_or_default();
        let from = if arcs.len() > 8 {
            arcs.partition_point(|arc| arc.input < letter)
        } else {
            arcs.iter().position(|arc| arc.input >= letter).unwrap_or(arcs.len())
        };
        let count = arcs[from..].iter().take_while(|arc| arc.input == letter).count();
        #[expect(clippy::cast_possible_truncation, reason = "a state has fewer than 2^16 arcs")]
        let (from, count) = (from as u32, count as u32);
        letters.start + from..letters.start + from + count
    }

    /// An arc by its number.
    pub(crate) fn arc(&self, number: u32) -> Arc {
        self.arcs.get(number as usize).copied().unwrap_or(Arc {
            input: 0,
            output: Output::NOTHING,
            target: 0,
            ahead: Ahead::NOTHING,
        })
    }

    /// What a silent arc asks of the flags.
    pub(crate) fn flag_step(&self, arc: Arc) -> Option<FlagStep> {
        self.flag_steps.get(usize::from(arc.input)).copied().flatten()
    }
}
