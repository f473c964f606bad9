//! From the bytes of a `mor.vfst` to an automaton.

use std::collections::HashMap;

use super::flags::FlagNames;
use super::{Ahead, Arc, FINAL, Output, State, TABLE, Transducer};
use crate::DictionaryError;
use crate::tag::Symbol;

const MAGIC: [u32; 2] = [0x0001_3A6E, 0x0003_51FA];
const HEADER: usize = 16;
const CELL: usize = 8;
const END_OF_WORD: u16 = 0xFFFF;

/// A chain of steps that only write is made one text up to this many symbols.
const LONGEST_CHAIN: usize = 64;

impl Transducer {
    /// Reads a dictionary.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Transducer, DictionaryError> {
        check_header(bytes)?;
        let (names, end) = read_symbols(bytes)?;
        let cells = Cells::new(bytes, end.next_multiple_of(CELL))?;
        let mut transducer = transducer_of_symbols(&names)?;
        Layout::new(&cells, &mut transducer).run()?;
        transducer.look_ahead();
        Ok(transducer)
    }
}

/// Looking ahead over more silent arcs in a row than this is given up.
const FARTHEST_LOOK: usize = 64;

impl Transducer {
    /// Notes at every arc what can come after it.
    fn look_ahead(&mut self) {
        let mut ahead = vec![Ahead::NOTHING; self.states.len()];
        for _ in 0..FARTHEST_LOOK {
            let mut has_changed = false;
            for number in (0..self.states.len()).rev() {
                let seen = self.seen_from(self.states[number], &ahead);
                has_changed |= seen != ahead[number];
                ahead[number] = seen;
            }
            if !has_changed {
                for arc in &mut self.arcs {
                    arc.ahead = ahead[arc.target as usize];
                }
                return;
            }
        }
    }

    fn seen_from(&self, state: State, ahead: &[Ahead]) -> Ahead {
        let mut seen = if state.is_final() { Ahead::END } else { Ahead::NOTHING };
        for number in state.letters() {
            seen.0 |= Ahead::of(self.arc(number).input).0;
        }
        for number in state.silent() {
            seen.0 |= ahead[self.arc(number).target as usize].0;
        }
        seen
    }
}

fn check_header(bytes: &[u8]) -> Result<(), DictionaryError> {
    let foreign = |reason| Err(DictionaryError::Foreign { reason });
    let Some(header) = bytes.get(..HEADER) else { return foreign("it is too short") };
    let word = |at: usize| {
        u32::from_le_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]])
    };
    let magic = [word(0), word(4)];
    if magic == MAGIC.map(u32::swap_bytes) {
        return foreign("it is written for machines of the other byte order");
    }
    if magic != MAGIC {
        return foreign("it does not begin as one");
    }
    if header[8] != 0 {
        return foreign("its arcs have weights, which a dictionary of words has not");
    }
    Ok(())
}

/// The names of the symbols, and where they end.
fn read_symbols(bytes: &[u8]) -> Result<(Vec<&str>, usize), DictionaryError> {
    let broken = |byte, reason| DictionaryError::Broken { byte, reason };
    let count = match bytes.get(HEADER..HEADER + 2) {
        Some(count) => u16::from_le_bytes([count[0], count[1]]),
        None => return Err(broken(bytes.len(), "the table of symbols is missing")),
    };
    let mut at = HEADER + 2;
    let mut names = Vec::new();
    for _ in 0..count {
        let rest = bytes.get(at..).unwrap_or_default();
        let length = rest
            .iter()
            .position(|byte| *byte == 0)
            .ok_or_else(|| broken(at, "a symbol has no end"))?;
        let name = std::str::from_utf8(&rest[..length])
            .map_err(|_| broken(at, "a symbol is not UTF-8"))?;
        names.push(name);
        at += length + 1;
    }
    Ok((names, at))
}

/// An automaton that knows its symbols and has no states yet.
fn transducer_of_symbols(names: &[&str]) -> Result<Transducer, DictionaryError> {
    let is_flag = |name: &str| name.len() > 1 && name.starts_with('@');
    let first_letter = 1 + names.iter().skip(1).take_while(|name| is_flag(name)).count();
    let mut flag_names = FlagNames::default();
    let mut flag_steps = vec![None];
    for name in names.iter().take(first_letter).skip(1) {
        let step = flag_names.read(name);
        flag_steps.push(Some(step.map_err(|reason| DictionaryError::Foreign { reason })?));
    }
    let mut table = Box::new([0; TABLE]);
    let mut rare = Vec::new();
    let mut alphabet = Vec::new();
    for (symbol, name) in (0..=u16::MAX).zip(names).skip(first_letter) {
        let mut letters = name.chars();
        let (Some(letter), None) = (letters.next(), letters.next()) else {
            alphabet.push('\0');
            continue;
        };
        alphabet.push(letter);
        match table.get_mut(letter as usize) {
            Some(place) => *place = symbol,
            None => rare.push((letter, symbol)),
        }
    }
    rare.sort_unstable();
    Ok(Transducer {
        symbols: names.iter().map(|name| Symbol::of(name)).collect(),
        table,
        rare,
        alphabet,
        first_letter: u16::try_from(first_letter).unwrap_or(u16::MAX),
        flag_steps,
        states: Vec::new(),
        arcs: Vec::new(),
        written: vec![0],
    })
}

/// The arcs of the file, as they lie there.
struct Cells<'a> {
    bytes: &'a [u8],
    start: usize,
}

#[derive(Clone, Copy)]
struct Cell {
    input: u16,
    output: u16,
    target: u32,
    further: u32,
}

impl<'a> Cells<'a> {
    fn new(bytes: &'a [u8], start: usize) -> Result<Cells<'a>, DictionaryError> {
        let rest = bytes.get(start..).unwrap_or_default();
        if rest.is_empty() || rest.len() % CELL != 0 {
            let reason = "the table of arcs is cut off";
            return Err(DictionaryError::Broken { byte: bytes.len(), reason });
        }
        Ok(Cells { bytes: rest, start })
    }

    fn len(&self) -> usize {
        self.bytes.len() / CELL
    }

    fn broken(&self, cell: usize, reason: &'static str) -> DictionaryError {
        DictionaryError::Broken { byte: self.start + cell * CELL, reason }
    }

    fn get(&self, at: usize) -> Result<Cell, DictionaryError> {
        let cell = at
            .checked_mul(CELL)
            .and_then(|byte| self.bytes.get(byte..byte + CELL))
            .ok_or_else(|| self.broken(at, "a state lies beyond the end"))?;
        let word = u32::from_le_bytes([cell[4], cell[5], cell[6], cell[7]]);
        Ok(Cell {
            input: u16::from_le_bytes([cell[0], cell[1]]),
            output: u16::from_le_bytes([cell[2], cell[3]]),
            target: word & 0x00FF_FFFF,
            further: word >> 24,
        })
    }

    /// The first cell of a state, and where its further cells are.
    fn state(&self, at: usize) -> Result<(Cell, std::ops::Range<usize>), DictionaryError> {
        let first = self.get(at)?;
        let (from, further) = if first.further == 255 {
            let overflow = self.get(at + 1)?;
            (at + 2, u32::from(overflow.input) | u32::from(overflow.output) << 16)
        } else {
            (at + 1, first.further)
        };
        let end = from.saturating_add(further as usize);
        if end > self.len() {
            return Err(self.broken(at, "a state reaches beyond the end"));
        }
        Ok((first, from..end))
    }
}

/// The work of laying the states out anew.
struct Layout<'a, 'b> {
    cells: &'a Cells<'a>,
    transducer: &'b mut Transducer,
    numbers: Vec<u32>,
    waiting: Vec<usize>,
    texts: HashMap<Vec<u16>, Output>,
}

const UNNUMBERED: u32 = u32::MAX;

impl<'a, 'b> Layout<'a, 'b> {
    fn new(cells: &'a Cells<'a>, transducer: &'b mut Transducer) -> Layout<'a, 'b> {
        let numbers = vec![UNNUMBERED; cells.len()];
        Layout { cells, transducer, numbers, waiting: Vec::new(), texts: HashMap::new() }
    }

    fn run(mut self) -> Result<(), DictionaryError> {
        self.number(0)?;
        while let Some(at) = self.waiting.pop() {
            self.lay_out(at)?;
        }
        self.transducer.states.shrink_to_fit();
        self.transducer.arcs.shrink_to_fit();
        self.transducer.written.shrink_to_fit();
        Ok(())
    }

    /// The new number of the state at a cell; a state that is met for the first time waits to be laid out.
    fn number(&mut self, at: usize) -> Result<u32, DictionaryError> {
        let Some(number) = self.numbers.get_mut(at) else {
            return Err(self.cells.broken(at, "an arc leads beyond the end"));
        };
        if *number == UNNUMBERED {
            *number = u32::try_from(self.transducer.states.len()).unwrap_or(UNNUMBERED);
            self.transducer.states.push(State { first: 0, silent: 0, letters: 0 });
            self.waiting.push(at);
        }
        Ok(*number)
    }

    fn lay_out(&mut self, at: usize) -> Result<(), DictionaryError> {
        let (first, further) = self.cells.state(at)?;
        if self.transducer.arcs.len() + further.len() + 1 > self.cells.len() {
            return Err(self.cells.broken(at, "states lie over each other"));
        }
        let mut is_final = false;
        let mut silent = Vec::new();
        let mut letters = Vec::new();
        for cell in std::iter::once(Ok(first)).chain(further.map(|at| self.cells.get(at))) {
            let cell = cell?;
            if cell.input == END_OF_WORD {
                is_final = true;
            } else if cell.input < self.transducer.first_letter {
                silent.push(cell);
            } else {
                letters.push(cell);
            }
        }
        letters.sort_by_key(|cell| cell.input);
        let begin = self.transducer.arcs.len();
        for cell in silent.iter().chain(&letters) {
            let arc = self.arc(*cell)?;
            self.transducer.arcs.push(arc);
        }
        let many = |_| self.cells.broken(at, "a state has too many arcs");
        let state = State {
            first: u32::try_from(begin).map_err(many)? | if is_final { FINAL } else { 0 },
            silent: u16::try_from(silent.len()).map_err(many)?,
            letters: u16::try_from(letters.len()).map_err(many)?,
        };
        let number = self.numbers[at] as usize;
        self.transducer.states[number] = state;
        Ok(())
    }

    /// The arc of a cell, with the text of the chain of writing steps behind it.
    fn arc(&mut self, cell: Cell) -> Result<Arc, DictionaryError> {
        let mut text = Vec::new();
        self.write(cell.output, &mut text);
        let mut target = cell.target as usize;
        for _ in 0..LONGEST_CHAIN {
            let (next, further) = self.cells.state(target)?;
            if next.input != 0 || !further.is_empty() || text.len() >= LONGEST_CHAIN {
                break;
            }
            self.write(next.output, &mut text);
            target = next.target as usize;
        }
        let output = self.output(text);
        let output = output.ok_or_else(|| self.cells.broken(target, "it writes too much"))?;
        Ok(Arc { input: cell.input, output, target: self.number(target)?, ahead: Ahead::ANYTHING })
    }

    fn write(&self, symbol: u16, text: &mut Vec<u16>) {
        if *self.transducer.symbol(symbol) != Symbol::Silent {
            text.push(symbol);
        }
    }

    /// The place of a text, which equal texts share.
    fn output(&mut self, text: Vec<u16>) -> Option<Output> {
        if let Some(output) = self.texts.get(&text) {
            return Some(*output);
        }
        let output = Output::of(self.transducer.written.len(), text.len())?;
        self.transducer.written.extend_from_slice(&text);
        self.texts.insert(text, output);
        Some(output)
    }
}
