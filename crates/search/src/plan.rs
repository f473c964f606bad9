//! A query understood: its words, each with the terms of the index that it may stand for.

use std::collections::HashSet;
use std::sync::Arc;

use crate::draft::{Draft, spoken_forms};
use crate::index::Index;
use crate::phrases::{QueryTerm, Spoken};
use crate::staff::StaffList;
use crate::taught::Taught;
use crate::vectors::Direction;
use crate::weights::{self, W};
use crate::words::{Stemming, Word, analyse};

/// The most characters of a query that are read.
pub const QUERY_LIMIT: usize = 1_000;
/// The most words of a query that are searched for.
const WORDS_LIMIT: usize = 24;
/// How a term came to stand for a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// It is the word as written.
    Exact,
    /// It is another form of the word.
    Inflected,
    /// It is the word, mended.
    Mended,
    /// It begins with the word, which may be unfinished.
    Begun,
    /// The word is written apart from its neighbour and belongs together with it.
    Joined,
    /// The staff's list names it for the word.
    Taught,
    /// It is the word that the word is derived from.
    Derived,
    /// It is a part of the word.
    Part,
    /// It answers the need that the word speaks of.
    Need,
}

/// A term that a word may stand for.
#[derive(Debug, Clone, PartialEq)]
pub struct Alternative {
    /// The term's number in the index.
    pub term: usize,
    /// How it came.
    pub way: Way,
    /// How well it stands for the word: what its impact is multiplied by.
    pub factor: f32,
    /// How much of the word is answered by it.
    pub cover: f32,
}

/// A word of the query.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PlanWord {
    /// The word as written.
    pub text: String,
    /// How much it tells of what is looked for.
    pub weight: f32,
    /// The terms, the best first.
    pub alternatives: Vec<Alternative>,
    /// The parts of a compound, each with the terms that it may stand for: together they may answer
    /// what no term for the whole word does.
    pub parts: Vec<Vec<Alternative>>,
}

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    /// The words that say what.
    pub words: Vec<PlanWord>,
    /// The municipality that the query names, by its code.
    pub place: Option<String>,
    /// The needs that it speaks of, the surest first.
    pub needs: Vec<Spoken>,
    /// What it means, in the space of vectors.
    pub meant: Direction,
    /// The services that the staff's list names for it.
    pub taught: Taught,
}

impl Plan {
    /// What all words weigh.
    pub fn weight(&self) -> f32 {
        self.words.iter().map(|word| word.weight).sum()
    }
}

impl Index {
    /// Understands a text. Total on any input: a text has no syntax that could be wrong.
    pub(crate) fn plan(&self, text: &str, list: &StaffList) -> Arc<Plan> {
        self.plans.get(text, list, || self.understand(text, list))
    }

    /// Understands a text as [`Index::plan`], now.
    pub(crate) fn understand(&self, text: &str, list: &StaffList) -> Plan {
        let mut words = query_words(text);
        let place = self.take_place(&mut words);
        drop_common(&mut words);
        let count = words.len();
        let mut drafts: Vec<Draft> = words
            .into_iter()
            .enumerate()
            .map(|(number, word)| self.draft(&word, number + 1 == count))
            .collect();
        self.join(&mut drafts);
        for draft in &mut drafts {
            let is_begun = draft.is_last && self.continue_word(draft);
            if !is_begun {
                self.mend(draft);
            }
        }
        let taught = self.taught(list, &drafts);
        self.teach_words(list, &mut drafts);
        let query: Vec<Vec<QueryTerm<'_>>> = drafts.iter().map(Draft::phrase_terms).collect();
        let mut needs = self.lexicon.phrases.understand(&query);
        drop(query);
        let meant = self.vectors.meant(drafts.iter().map(Draft::meaning));
        self.vectors.add_near_needs(&meant, drafts.len(), &mut needs);
        let mut words: Vec<PlanWord> = drafts.into_iter().map(|draft| self.weigh(draft)).collect();
        for need in &needs {
            self.add_need(need, &mut words);
        }
        for word in &mut words {
            for alternatives in word.parts.iter_mut().chain([&mut word.alternatives]) {
                alternatives
                    .sort_by(|a, b| b.factor.total_cmp(&a.factor).then(a.term.cmp(&b.term)));
                let mut seen = HashSet::new();
                alternatives.retain(|one| seen.insert(one.term));
            }
        }
        Plan { words, place, needs, meant, taught }
    }

    /// Takes the first word out that names a municipality, unless it is the only word.
    fn take_place(&self, words: &mut Vec<Word>) -> Option<String> {
        let named = words.iter().position(|word| self.place_of(word).is_some())?;
        let code = self.place_of(&words[named]);
        if words.len() > 1 {
            words.remove(named);
        }
        code
    }

    fn place_of(&self, word: &Word) -> Option<String> {
        let place = |word: &str| self.lexicon.word(word).place.clone();
        place(word.whole.as_ref().unwrap_or(&word.surface)).or_else(|| {
            let spoken = spoken_forms(&word.surface);
            spoken.into_iter().find_map(|spoken| place(&spoken))
        })
    }

    /// Weighs a word by how telling it is, and its alternatives by how telling they are.
    fn weigh(&self, draft: Draft) -> PlanWord {
        let Draft { text, mut alternatives, mut parts, telling, .. } = draft;
        let rarity = |term: usize| weights::rarity(self.terms.counts[term] as usize, self.len());
        let whole = alternatives.iter().filter(|one| one.way < Way::Derived);
        let known = whole.map(|one| rarity(one.term)).reduce(f32::min);
        let weight = known.unwrap_or_else(|| weights::rarity(1, self.len()));
        for one in parts.iter_mut().flatten().chain(&mut alternatives) {
            one.factor *= (rarity(one.term) / weight).min(1.0);
        }
        // What stands for the word far worse than the best is not worth its long list of documents.
        let best = parts.iter().flatten().chain(&alternatives).map(|one| one.factor);
        let least = W.weak * best.fold(0.0, f32::max);
        for ways in parts.iter_mut().chain([&mut alternatives]) {
            ways.retain(|one| one.factor >= least);
        }
        let weight = weight * telling;
        PlanWord { text, weight, alternatives, parts }
    }

    /// Lets the words that speak of a need be answered by it.
    fn add_need(&self, need: &Spoken, words: &mut [PlanWord]) {
        let Some(term) = self.terms.find_need(need.need) else { return };
        for (place, strength) in &need.words {
            words[*place].alternatives.push(Alternative {
                term,
                way: Way::Need,
                factor: W.need * strength,
                cover: W.need_cover * strength,
            });
        }
    }
}

/// The words of a query, each once.
fn query_words(text: &str) -> Vec<Word> {
    let text: String = text.chars().take(QUERY_LIMIT).collect();
    let mut seen = HashSet::new();
    let mut words = analyse(&text);
    words.retain(|word| seen.insert(word.clone()));
    words.truncate(WORDS_LIMIT);
    words
}

/// Drops words that say nothing, unless there are no others.
fn drop_common(words: &mut Vec<Word>) {
    let is_common = |word: &Word| Stemming::ALL.iter().any(|way| way.is_common(&word.surface));
    if words.iter().any(|word| !is_common(word)) {
        words.retain(|word| !is_common(word));
    }
}
