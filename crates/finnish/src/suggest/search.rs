//! The walk through the automaton that allows mistakes.

use std::collections::HashMap;

use super::costs;
use crate::reading::{Reading, read};
use crate::transducer::{Ahead, Arc, Flags, Output, Transducer};

/// A word near to the one that was asked for.
pub(super) struct Near {
    pub(super) word: String,
    pub(super) cost: u32,
    pub(super) parts: u32,
}

/// So many steps one after another, silent ones too, are looked at.
const DEEPEST: usize = 256;

/// To look at so many arcs for a mistake counts as a step.
const ARCS_A_STEP: usize = 4;

/// When this many words are found, the search ends.
const MOST_WORDS: usize = 200;

pub(super) struct Search<'a> {
    transducer: &'a Transducer,
    /// The letters of the word, and their symbols; 0 is one that the dictionary has not.
    letters: Vec<char>,
    symbols: Vec<u16>,
    ahead: Vec<Ahead>,
    /// The same for the letters that may have been meant for them.
    twins: Vec<Ahead>,
    spelled: Vec<char>,
    path: Vec<Output>,
    flags: Flags,
    steps: usize,
    budget: u32,
    found: HashMap<String, Near>,
}

/// A place of the walk.
#[derive(Clone, Copy)]
struct Place {
    state: u32,
    position: usize,
    spent: u32,
    /// The letter that is still to come when two changed places.
    owed: Option<u16>,
    after: After,
    depth: usize,
}

/// What came before a place, silent arcs aside; so that no two mistakes are tried that amount to another one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum After {
    Letter,
    /// A letter and then silent arcs.
    Silent,
    Extra,
    Missing,
}

impl<'a> Search<'a> {
    /// A search for words near to this one, which is in lower case.
    pub(super) fn new(transducer: &'a Transducer, text: &str) -> Search<'a> {
        let letters: Vec<char> = text.chars().collect();
        let symbols: Vec<u16> =
            letters.iter().map(|letter| transducer.letter(*letter).unwrap_or(0)).collect();
        let ahead = symbols.iter().map(|symbol| Ahead::of(*symbol)).chain([Ahead::END]).collect();
        let twin = |letter: &char| {
            let twin = costs::twin(*letter).and_then(|twin| transducer.letter(twin));
            twin.map_or(Ahead::NOTHING, Ahead::of)
        };
        let twins = letters.iter().map(twin).collect();
        Search {
            transducer,
            letters,
            symbols,
            ahead,
            twins,
            spelled: Vec::new(),
            path: Vec::new(),
            flags: Flags::default(),
            steps: 0,
            budget: 0,
            found: HashMap::new(),
        }
    }

    /// What is found for a budget within a number of steps.
    pub(super) fn run(mut self, budget: u32, steps: usize) -> Vec<Near> {
        (self.budget, self.steps) = (budget, steps);
        let after = After::Letter;
        self.visit(Place { state: 0, position: 0, spent: 0, owed: None, after, depth: 0 });
        self.found.into_values().collect()
    }

    fn visit(&mut self, place: Place) {
        if self.steps == 0 || place.depth > DEEPEST || self.found.len() >= MOST_WORDS {
            return;
        }
        self.steps -= 1;
        let state = self.transducer.state(place.state);
        if state.is_final() && place.position == self.symbols.len() && place.owed.is_none() {
            self.end(place.spent);
        }
        let after = if place.after == After::Letter { After::Silent } else { place.after };
        let deeper = Place { depth: place.depth + 1, after, ..place };
        for number in state.silent() {
            let arc = self.transducer.arc(number);
            if !self.may_come(arc, deeper) {
                continue;
            }
            let changes = self.flags.changes();
            if self.transducer.flag_step(arc).is_none_or(|step| self.flags.take(step)) {
                self.follow(arc, deeper);
            }
            self.flags.back_to(changes);
        }
        let read = Place { depth: place.depth + 1, after: After::Letter, owed: None, ..place };
        let next = Place { position: place.position + 1, ..read };
        if let Some(owed) = place.owed {
            return self.read(place.state, owed, next);
        }
        let letter = self.symbols.get(place.position).copied().unwrap_or(0);
        if letter != 0 {
            self.read(place.state, letter, next);
        }
        if place.spent < self.budget {
            self.extra_and_swapped(place, next);
            self.other_and_missing(place, next);
        }
    }

    /// Goes on as if the next letter were one too many, and as if the next two had changed places.
    fn extra_and_swapped(&mut self, place: Place, next: Place) {
        let left = self.budget - place.spent;
        let (before, typed, after) = self.letters_at(place.position);
        let Some(typed) = typed else { return };
        let cost = costs::of_extra(typed, before, after);
        if cost <= left && matches!(place.after, After::Letter | After::Extra) {
            let spent = place.spent + cost;
            self.visit(Place { state: place.state, spent, after: After::Extra, ..next });
        }
        let first = self.symbols.get(place.position + 1).copied().unwrap_or(0);
        let owed = self.symbols[place.position];
        if costs::SWAPPED <= left && first != owed && first != 0 && owed != 0 {
            let spent = place.spent + costs::SWAPPED;
            self.read(place.state, first, Place { spent, owed: Some(owed), ..next });
        }
    }

    /// Goes on as if the next letter should be another, and as if one were missing before it.
    fn other_and_missing(&mut self, place: Place, next: Place) {
        let left = self.budget - place.spent;
        let (before, typed, _) = self.letters_at(place.position);
        let letters = self.transducer.state(place.state).letters();
        self.steps = self.steps.saturating_sub(letters.len() / ARCS_A_STEP);
        for number in letters {
            let arc = self.transducer.arc(number);
            let Some(letter) = self.transducer.spelled(arc.input) else { continue };
            if typed == Some(letter) {
                continue;
            }
            self.spelled.push(letter);
            if let Some(typed) = typed {
                let cost = costs::of_other(typed, letter);
                if cost <= left {
                    self.follow_if(arc, Place { spent: place.spent + cost, ..next });
                }
            }
            let cost = costs::of_missing(letter, before, typed);
            let is_outside = letter == '-' && (before.is_none() || typed.is_none());
            if cost <= left && place.after != After::Extra && !is_outside {
                let (spent, position) = (place.spent + cost, place.position);
                self.follow_if(arc, Place { position, spent, after: After::Missing, ..next });
            }
            self.spelled.pop();
        }
    }

    /// The letters of the word before a place, there, and after it.
    fn letters_at(&self, position: usize) -> (Option<char>, Option<char>, Option<char>) {
        let letter = |at: usize| self.letters.get(at).copied();
        (position.checked_sub(1).and_then(letter), letter(position), letter(position + 1))
    }

    /// Goes on along every arc that reads this letter.
    fn read(&mut self, state: u32, letter: u16, after: Place) {
        let Some(spelled) = self.transducer.spelled(letter) else { return };
        let state = self.transducer.state(state);
        self.spelled.push(spelled);
        for number in self.transducer.reading(state, letter) {
            self.follow_if(self.transducer.arc(number), after);
        }
        self.spelled.pop();
    }

    fn follow_if(&mut self, arc: Arc, place: Place) {
        if self.may_come(arc, place) {
            self.follow(arc, place);
        }
    }

    fn follow(&mut self, arc: Arc, place: Place) {
        let length = self.path.len();
        self.path.push(arc.output);
        self.visit(Place { state: arc.target, ..place });
        self.path.truncate(length);
    }

    /// Whether the word can go on behind an arc; with budget left it always may.
    fn may_come(&self, arc: Arc, place: Place) -> bool {
        if let Some(owed) = place.owed {
            return arc.ahead.meets(Ahead::of(owed));
        }
        let left = self.budget - place.spent;
        let comes = |letters: &[Ahead]| {
            letters.get(place.position).is_some_and(|letter| arc.ahead.meets(*letter))
        };
        left >= costs::LIGHT || comes(&self.ahead) || left >= costs::DOTS && comes(&self.twins)
    }

    /// The word can end here.
    fn end(&mut self, cost: u32) {
        let spelled: String = self.spelled.iter().collect();
        if cost == 0 || self.found.get(&spelled).is_some_and(|known| known.cost < cost) {
            return;
        }
        let Some(reading) = read(self.transducer, &self.path) else { return };
        let parts = u32::try_from(reading.parts.len()).unwrap_or(u32::MAX);
        let word = cased(&spelled, &reading);
        let near = Near { word, cost, parts };
        let known = self.found.get(&spelled);
        if known.is_none_or(|known| near.is_plainer_than(known)) {
            self.found.insert(spelled, near);
        }
    }
}

impl Near {
    /// Fewer mistakes, no capitals, fewer parts.
    fn is_plainer_than(&self, other: &Near) -> bool {
        let key = |near: &Near| (near.cost, near.word.chars().any(char::is_uppercase), near.parts);
        key(self) < key(other)
    }
}

/// The form with the capitals of its names and abbreviations.
fn cased(spelled: &str, reading: &Reading) -> String {
    let Some((last, before)) = reading.parts.split_last() else { return spelled.to_owned() };
    let mut word: String = before.iter().map(|part| part.text.as_str()).collect();
    let Some(rest) = spelled.get(word.len()..) else { return spelled.to_owned() };
    let mut base = last.text.chars();
    let mut is_base = true;
    for letter in rest.chars() {
        let meant = base.next().filter(|_| is_base);
        let same = meant.filter(|meant| meant.to_lowercase().eq([letter]));
        is_base = same.is_some();
        word.push(same.unwrap_or(letter));
    }
    word
}
