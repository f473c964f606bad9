//! The phrases of the needs vocabulary, found by the words of a query in any form.
//!
//! A phrase is understood when most of what it says is in the query: each of its words weighs as much
//! as it is rare among the phrases. A query may hold more than the phrase; what a phrase does not
//! cover is left to the other words' own findings.

use std::cell::RefCell;
use std::collections::HashMap;

use domain::Language;
use domain::reference::Need;

use crate::analysis::{Analyser, Share};
use crate::terms::write_key;
use crate::weights::{self, W};
use crate::words::{Form, Stemming, analyse};

/// The most needs that one query is understood as.
const NEEDS: usize = 6;
/// The most words of a query that are looked at: as many as a set of bits holds.
const WORDS: usize = 32;

/// A need that a query speaks of.
#[derive(Debug, Clone, PartialEq)]
pub struct Spoken {
    /// The need's number in the vocabulary.
    pub need: u32,
    /// How surely it is meant: at most 1.
    pub strength: f32,
    /// The places of the query's words that say so, each with how surely.
    pub words: Vec<(usize, f32)>,
    /// The phrase that says so most surely.
    pub phrase: &'static str,
}

/// A term that a word of the query may stand for.
#[derive(Debug, Clone)]
pub struct QueryTerm<'a> {
    /// Its form.
    pub form: Form,
    /// The term.
    pub text: &'a str,
    /// What it is to the word.
    pub share: Share,
    /// Whether the word has no other base form.
    pub is_sure: bool,
}

#[derive(Debug)]
struct Phrase {
    need: u32,
    text: &'static str,
    /// Where its words begin among all words of phrases, and how many they are.
    first: u32,
    count: u32,
    weight: f32,
}

/// A term in a word of a phrase.
#[derive(Debug, Clone, Copy)]
struct Occurrence {
    phrase: u32,
    word: u32,
    /// Which part of a compound it is, as a bit; 0 when it is the word.
    part: u8,
    share: f32,
}

/// The phrases, by the terms of their words.
#[derive(Debug, Default)]
pub struct Phrases {
    all: Vec<Phrase>,
    /// What each word of a phrase weighs.
    weights: Vec<f32>,
    terms: HashMap<Vec<u8>, Vec<Occurrence>>,
}

/// How well a term of this share stands for its word.
const fn worth(share: Share) -> f32 {
    match share {
        Share::Whole => 1.0,
        Share::Base => 0.55,
        Share::Head => 0.5,
        Share::Modifier | Share::HeadBase => 0.4,
    }
}

/// What every relative is known as: a violent partner is a violent husband.
pub const RELATIVE: &str = "\u{1}";

/// How much of a word that names a relative another relative is: alone it says hardly anything.
const OTHER_RELATIVE: f32 = 0.5;

thread_local! {
    static HEARD: RefCell<Heard> = RefCell::default();
}

/// What has been heard of each word of each phrase. Kept between queries: to clear what was touched
/// costs less than to ask for new memory.
#[derive(Default)]
struct Heard {
    words: Vec<HeardWord>,
    is_touched: Vec<bool>,
    touched: Vec<u32>,
}

#[derive(Clone, Copy, Default)]
struct HeardWord {
    whole: f32,
    parts: f32,
    which: u8,
    by: u8,
}

impl HeardWord {
    const fn value(self) -> f32 {
        let parts = if self.parts < 0.9 { self.parts } else { 0.9 };
        if self.whole > parts { self.whole } else { parts }
    }

    fn hear(&mut self, one: &Occurrence, worth: f32, by: u8) {
        let before = self.value();
        if one.part == 0 {
            self.whole = self.whole.max(one.share.min(worth));
        } else if self.which & one.part == 0 {
            self.which |= one.part;
            self.parts += one.share;
        }
        if self.value() > before {
            self.by = by;
        }
    }
}

impl Phrases {
    /// Analyses the phrases of needs.
    pub fn new(analyser: &Analyser, needs: &'static [Need]) -> Self {
        let mut all = Self::default();
        for (number, need) in (0..).zip(needs) {
            let named = [(Language::Fi, need.name)].into_iter();
            let finds = need.finds.iter().map(|find| (Language::Fi, *find));
            for (language, text) in named.chain(finds).chain(need.phrases.iter().copied()) {
                all.add(analyser, number, language, text);
            }
        }
        all.weigh();
        all
    }

    fn add(&mut self, analyser: &Analyser, need: u32, language: Language, text: &'static str) {
        let phrase = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        let stemming = Stemming::of(language);
        let first = self.weights.len();
        let words = analyse(text).into_iter().map(|word| word.whole.unwrap_or(word.surface));
        let words: Vec<String> = words.collect();
        // Words that say nothing count where a phrase has no others, as they do in a query: "will".
        let is_telling = |word: &&String| !stemming.is_common(word);
        let has_telling = words.iter().any(|word| is_telling(&word));
        for word in words.iter().filter(|word| !has_telling || is_telling(word)) {
            self.add_word(analyser, stemming, phrase, word);
        }
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let (first, count) = (number(first), number(self.weights.len() - first));
        self.all.push(Phrase { need, text, first, count, weight: 0.0 });
    }

    fn add_word(&mut self, analyser: &Analyser, stemming: Stemming, phrase: u32, text: &str) {
        let word = u32::try_from(self.weights.len()).unwrap_or(u32::MAX);
        let telling = analyser.telling(text);
        self.weights.push(if telling <= W.person { telling } else { 1.0 });
        let mut key = Vec::new();
        let mut add = |form, text: &str, part: usize, share| {
            write_key(&mut key, form, text);
            let part = if part == 0 { 0 } else { 1 << (part - 1).min(7) };
            let of_term = self.terms.entry(key.clone()).or_default();
            of_term.push(Occurrence { phrase, word, part, share });
        };
        let terms = analyser.terms(stemming, text);
        let last = terms.iter().map(|term| term.part).max().unwrap_or(0);
        for term in terms {
            #[expect(clippy::cast_precision_loss, reason = "words have few parts")]
            let share = match term.share {
                Share::Modifier => worth(term.share) / (last - 1).max(1) as f32,
                share => worth(share),
            };
            add(term.form, &term.text, term.part, share);
        }
        add(Form::Surface, text, 0, 1.0);
        if analyser.is_relative(text) {
            add(Form::Surface, RELATIVE, 0, OTHER_RELATIVE);
        }
    }

    /// Weighs each word by how rare it is among the phrases.
    fn weigh(&mut self) {
        let all = self.all.len();
        let mut rarities = vec![weights::rarity(1, all); self.weights.len()];
        for (key, occurrences) in &self.terms {
            if key[0] != Form::Surface.byte() {
                let whole = occurrences.iter().filter(|one| one.share >= 1.0);
                let rarity = weights::rarity(whole.clone().count(), all);
                for one in whole {
                    let known = &mut rarities[one.word as usize];
                    *known = known.min(rarity);
                }
            }
        }
        for (weight, rarity) in self.weights.iter_mut().zip(rarities) {
            *weight *= rarity;
        }
        for phrase in &mut self.all {
            let words = phrase.first as usize..(phrase.first + phrase.count) as usize;
            phrase.weight = self.weights[words].iter().sum();
        }
    }

    /// The words of the phrases, as they are written.
    pub fn written_words(&self) -> impl Iterator<Item = &str> {
        let surfaces = self.terms.keys().filter(|key| key[0] == Form::Surface.byte());
        let words = surfaces.filter_map(|key| std::str::from_utf8(&key[1..]).ok());
        words.filter(|word| *word != RELATIVE)
    }

    /// The needs that a query's words speak of, the surest first.
    pub fn understand(&self, query: &[Vec<QueryTerm<'_>>]) -> Vec<Spoken> {
        HEARD.with_borrow_mut(|heard| {
            heard.words.resize(self.weights.len(), HeardWord::default());
            heard.is_touched.resize(self.all.len(), false);
            self.hear(query, heard);
            let spoken = self.spoken(heard);
            self.forget(heard);
            spoken
        })
    }

    fn hear(&self, query: &[Vec<QueryTerm<'_>>], heard: &mut Heard) {
        let mut key = Vec::new();
        for (place, terms) in (0..).zip(query.iter().take(WORDS)) {
            for term in terms {
                write_key(&mut key, term.form, term.text);
                let Some(occurrences) = self.terms.get(&key) else { continue };
                let worth = worth(term.share) * if term.is_sure { 1.0 } else { W.ambiguous };
                for one in occurrences {
                    if !std::mem::replace(&mut heard.is_touched[one.phrase as usize], true) {
                        heard.touched.push(one.phrase);
                    }
                    heard.words[one.word as usize].hear(one, worth, place);
                }
            }
        }
    }

    fn forget(&self, heard: &mut Heard) {
        for phrase in heard.touched.drain(..) {
            heard.is_touched[phrase as usize] = false;
            let Phrase { first, count, .. } = self.all[phrase as usize];
            heard.words[first as usize..(first + count) as usize].fill(HeardWord::default());
        }
    }

    fn spoken(&self, heard: &Heard) -> Vec<Spoken> {
        let mut said: Vec<(u32, f32, u32, u32)> = Vec::new();
        for number in &heard.touched {
            let phrase = &self.all[*number as usize];
            let words = phrase.first as usize..(phrase.first + phrase.count) as usize;
            let (mut sum, mut by) = (0.0, 0_u32);
            for (word, weight) in heard.words[words.clone()].iter().zip(&self.weights[words]) {
                let value = word.value();
                sum += weight * value;
                if value > 0.0 {
                    by |= 1 << word.by;
                }
            }
            let share = sum / phrase.weight;
            if share >= W.phrase {
                said.push((phrase.need, share.powf(W.phrase_power), by, *number));
            }
        }
        said.sort_unstable_by(|a, b| {
            let order = a.0.cmp(&b.0).then_with(|| rank(b).total_cmp(&rank(a)));
            order.then(a.3.cmp(&b.3))
        });
        let mut spoken: Vec<Spoken> =
            said.chunk_by(|a, b| a.0 == b.0).map(|of_need| self.summed(of_need)).collect();
        spoken.sort_by(|a, b| {
            let order = b.sum().total_cmp(&a.sum());
            order.then(a.need.cmp(&b.need))
        });
        spoken.truncate(NEEDS);
        spoken
    }

    /// What the phrases of one need say together; the best of them is the first.
    fn summed(&self, said: &[(u32, f32, u32, u32)]) -> Spoken {
        let (need, strength, _, phrase) = said[0];
        let mut words: Vec<(usize, f32)> = Vec::new();
        for (_, strength, by, _) in said {
            for place in (0..WORDS).filter(|place| by & (1 << place) != 0) {
                match words.iter_mut().find(|word| word.0 == place) {
                    Some(word) => word.1 = word.1.max(*strength),
                    None => words.push((place, *strength)),
                }
            }
        }
        Spoken { need, strength, words, phrase: self.all[phrase as usize].text }
    }
}

impl Spoken {
    /// Makes each of so many words say so at least as surely.
    pub fn raise(&mut self, strength: f32, words: usize) {
        self.strength = self.strength.max(strength);
        for place in 0..words {
            match self.words.iter_mut().find(|word| word.0 == place) {
                Some(word) => word.1 = word.1.max(strength),
                None => self.words.push((place, strength)),
            }
        }
    }

    fn sum(&self) -> f32 {
        self.words.iter().map(|word| word.1).sum()
    }
}

/// A phrase says more the surer it is, and the more words say it.
fn rank(said: &(u32, f32, u32, u32)) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "queries have few words")]
    let words = said.2.count_ones() as f32;
    said.1 * words.sqrt()
}
