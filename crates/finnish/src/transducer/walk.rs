//! The walk through the automaton that reads one word in every possible way.

use std::ops::{ControlFlow, Range};

use super::{Ahead, Flags, Output, Transducer};
use crate::MAX_STEPS;

/// What a walk keeps on its way; to be used again for the next word.
#[derive(Default)]
pub(crate) struct Walk {
    frames: Vec<Frame>,
    path: Vec<Output>,
    flags: Flags,
    ahead: Vec<Ahead>,
}

/// A place on the way from which other arcs are still to be tried.
struct Frame {
    silent: Range<u32>,
    letters: Range<u32>,
    position: usize,
    path: usize,
    changes: usize,
}

impl Walk {
    /// Reads the word in every way, depth first, and gives each way's output to `found`, which may end the walk.
    pub(crate) fn read(
        &mut self,
        transducer: &Transducer,
        word: &[u16],
        mut found: impl FnMut(&[Output]) -> ControlFlow<()>,
    ) {
        self.frames.clear();
        self.path.clear();
        self.flags.reset();
        self.ahead.clear();
        self.ahead.extend(word.iter().map(|letter| Ahead::of(*letter)));
        self.ahead.push(Ahead::END);
        let mut number = 0;
        let mut position = 0;
        let mut steps = 0;
        loop {
            let state = transducer.state(number);
            if state.is_final() && position == word.len() && found(&self.path).is_break() {
                return;
            }
            self.frames.push(Frame {
                silent: state.silent(),
                letters: match word.get(position) {
                    Some(letter) => transducer.reading(state, *letter),
                    None => 0..0,
                },
                position,
                path: self.path.len(),
                changes: self.flags.changes(),
            });
            loop {
                steps += 1;
                if steps > MAX_STEPS {
                    return;
                }
                match self.step(transducer) {
                    Step::To(next, at) => {
                        (number, position) = (next, at);
                        break;
                    }
                    Step::Forbidden => {}
                    Step::Nowhere => return,
                }
            }
        }
    }

    /// Takes the next arc that is left to try.
    fn step(&mut self, transducer: &Transducer) -> Step {
        let Some(frame) = self.frames.last_mut() else { return Step::Nowhere };
        self.path.truncate(frame.path);
        self.flags.back_to(frame.changes);
        let position = frame.position;
        let (arc, position, silent) = if let Some(next) = frame.silent.next() {
            (transducer.arc(next), position, true)
        } else if let Some(next) = frame.letters.next() {
            (transducer.arc(next), position + 1, false)
        } else {
            self.frames.pop();
            return Step::Forbidden;
        };
        if frame.silent.is_empty() && frame.letters.is_empty() {
            self.frames.pop();
        }
        if !self.ahead.get(position).is_some_and(|next| arc.ahead.meets(*next)) {
            return Step::Forbidden;
        }
        if silent
            && let Some(step) = transducer.flag_step(arc)
            && !self.flags.take(step)
        {
            return Step::Forbidden;
        }
        if arc.output != Output::NOTHING {
            self.path.push(arc.output);
        }
        Step::To(arc.target, position)
    }
}

enum Step {
    To(u32, usize),
    Forbidden,
    Nowhere,
}
