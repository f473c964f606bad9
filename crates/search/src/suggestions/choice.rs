//! Which of the suggestions found are given, and in which order.

use std::cmp::Reverse;
use std::collections::HashSet;

use crate::suggestions::fold::folded;
use crate::suggestions::table::Start;
use crate::suggestions::{Suggestion, SuggestionKind};

/// In which order kinds take their places.
const TURNS: [SuggestionKind; 6] = [
    SuggestionKind::Need,
    SuggestionKind::Service,
    SuggestionKind::Service,
    SuggestionKind::Place,
    SuggestionKind::Provider,
    SuggestionKind::Theme,
];

/// What candidates are compared by, the most telling first: whether it is mended, the language's place,
/// whether there is more to type, the kind of beginning, å, ä or ö for what was typed, the beginning.
type Order = (bool, usize, bool, u32, bool, Start);

/// A suggestion with what it is compared by.
#[derive(Debug)]
pub struct Candidate {
    suggestion: Suggestion,
    /// What it stands for, within its kind and language.
    entity: usize,
    /// Lower is better.
    order: Order,
    folded: String,
}

impl Candidate {
    /// A candidate.
    pub fn new(
        suggestion: Suggestion,
        entity: usize,
        (is_mended, language, is_folded, start): (bool, usize, bool, Start),
    ) -> Self {
        let letters: usize = suggestion.typed.iter().map(std::ops::Range::len).sum();
        let goes_on = letters < suggestion.text.len();
        let order = (is_mended, language, goes_on, start.kind(), is_folded, start);
        let folded = folded(&suggestion.text).map(|(_, letter)| letter).collect();
        Self { suggestion, entity, order, folded }
    }

    /// A place behind other words.
    pub fn of_place(suggestion: Suggestion, entity: usize) -> Self {
        Self::new(suggestion, entity, (false, 0, false, Start(0)))
    }

    /// How well it fits: mended, whether there is more to type, the kind of beginning.
    const fn fit(&self) -> (bool, bool, u32) {
        (self.order.0, self.order.2, self.order.3)
    }

    /// Whether both say the same to the reader.
    fn repeats(&self, other: &Self) -> bool {
        let is_same_thing = self.suggestion.kind == other.suggestion.kind
            && self.suggestion.kind != SuggestionKind::Service
            && self.entity == other.entity
            && self.suggestion.place.is_none();
        let is_same_service = self.suggestion.kind == SuggestionKind::Service
            && self.suggestion.id.is_some()
            && self.suggestion.id == other.suggestion.id;
        is_same_thing || is_same_service || self.folded == other.folded
    }
}

/// The candidates of each kind.
#[derive(Debug)]
pub struct Candidates {
    limit: usize,
    by_kind: [Vec<Candidate>; 5],
}

impl Candidates {
    /// None yet; so many are wanted.
    pub fn new(limit: usize) -> Self {
        Self { limit, by_kind: Default::default() }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.by_kind.iter().map(Vec::len).sum()
    }

    /// Whether any begins a text or a later word of it.
    pub fn has_good(&self) -> bool {
        self.by_kind.iter().flatten().any(|one| one.order.3 < Start::PART)
    }

    /// How many more of a kind are of use.
    pub fn room(&self, kind: SuggestionKind) -> usize {
        self.limit.saturating_sub(self.by_kind[kind as usize].len())
    }

    /// Adds a candidate unless the kind has enough, or has the same; tells whether it did.
    pub fn add(&mut self, candidate: Candidate) -> bool {
        let of_kind = &mut self.by_kind[candidate.suggestion.kind as usize];
        if of_kind.len() >= self.limit {
            return false;
        }
        match of_kind.iter_mut().find(|known| candidate.repeats(known)) {
            Some(known) if candidate.order < known.order => *known = candidate,
            Some(_) => return false,
            None => of_kind.push(candidate),
        }
        true
    }

    /// The best of each kind, as many as are wanted: the kind that fits best first.
    pub fn chosen(mut self) -> Vec<Suggestion> {
        for of_kind in &mut self.by_kind {
            of_kind.sort_by(|a, b| a.order.cmp(&b.order).then_with(|| a.folded.cmp(&b.folded)));
        }
        self.drop_needs_named_by_services();
        let mut taken = [0; 5];
        let mut left = self.limit;
        while left > 0 {
            let before = left;
            for kind in TURNS.map(|kind| kind as usize) {
                if left > 0 && taken[kind] < self.by_kind[kind].len() {
                    taken[kind] += 1;
                    left -= 1;
                }
            }
            if left == before {
                break;
            }
        }
        let mut groups: Vec<(usize, Vec<Candidate>)> =
            self.by_kind.into_iter().enumerate().collect();
        groups.sort_by_key(|(kind, group)| {
            (Reverse(!group.is_empty()), group.first().map(Candidate::fit), *kind)
        });
        let chosen =
            groups.into_iter().flat_map(|(kind, group)| group.into_iter().take(taken[kind]));
        chosen.map(|candidate| candidate.suggestion).collect()
    }

    /// A need that is called as a service is would stand there twice.
    fn drop_needs_named_by_services(&mut self) {
        let [needs, services, ..] = &mut self.by_kind;
        let names: HashSet<&str> = services.iter().map(|one| one.folded.as_str()).collect();
        needs.retain(|need| !names.contains(need.folded.as_str()));
    }
}
