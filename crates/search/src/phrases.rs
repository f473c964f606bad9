//! The phrases of the needs vocabulary, found by the words of a query in any form.
//!
//! A phrase is understood when most of what it says is in the query: each of its words weighs as much
//! as it is rare among the phrases. A query may hold more than the phrase; what a phrase does not
//! cover is left to the other words' own findings.

use std::cell::RefCell;

use domain::Language;
use domain::reference::Need;
use hashbrown::HashMap;

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
    /// How much of the phrase the word is.
    weight: f32,
}

/// The phrases, by the terms of their words.
#[derive(Debug, Default)]
pub struct Phrases {
    all: Vec<Phrase>,
    /// As they are written.
    texts: Vec<&'static str>,
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
    touched_words: Vec<u32>,
    /// How much of each phrase.
    shares: Vec<f32>,
    touched: Vec<u32>,
    needs: Said,
}

/// By how much a share that was added up step by step may differ from one that was added up at once.
const ROUNDING: f32 = 1e-3;
/// The share from which on a phrase is added up anew.
const LEAST: f32 = W.phrase - ROUNDING;

impl Heard {
    fn hear(&mut self, one: &Occurrence, worth: f32, by: u8) {
        let word = &mut self.words[one.word as usize];
        let before = word.value();
        word.hear(one, worth, by);
        let gained = word.value() - before;
        if gained <= 0.0 {
            return;
        }
        if before <= 0.0 {
            self.touched_words.push(one.word);
        }
        let share = &mut self.shares[one.phrase as usize];
        if *share <= 0.0 {
            self.touched.push(one.phrase);
        }
        *share += one.weight * gained;
    }

    fn forget(&mut self) {
        for word in self.touched_words.drain(..) {
            self.words[word as usize] = HeardWord::default();
        }
        for phrase in self.touched.drain(..) {
            self.shares[phrase as usize] = 0.0;
        }
        self.needs.forget();
    }
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
        self.all.push(Phrase { need, first, count, weight: 0.0 });
        self.texts.push(text);
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
            of_term.push(Occurrence { phrase, word, part, share, weight: 0.0 });
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
        for one in self.terms.values_mut().flatten() {
            one.weight = self.weights[one.word as usize] / self.all[one.phrase as usize].weight;
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
            heard.shares.resize(self.all.len(), 0.0);
            self.hear(query, heard);
            let spoken = self.spoken(heard);
            heard.forget();
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
                    heard.hear(one, worth, place);
                }
            }
        }
    }

    fn spoken(&self, heard: &mut Heard) -> Vec<Spoken> {
        let Heard { words, shares, touched, needs, .. } = heard;
        for number in touched.iter().filter(|number| shares[**number as usize] > LEAST) {
            self.say(words, *number, needs);
        }
        let mut surest: Vec<(f32, &OfNeed)> =
            needs.all.iter().map(|one| (one.strengths.iter().sum(), one)).collect();
        let order = |a: &(f32, &OfNeed), b: &(f32, &OfNeed)| {
            b.0.total_cmp(&a.0).then(a.1.need.cmp(&b.1.need))
        };
        if surest.len() > NEEDS {
            surest.select_nth_unstable_by(NEEDS, order);
            surest.truncate(NEEDS);
        }
        surest.sort_unstable_by(order);
        surest.into_iter().map(|(_, of_need)| self.summed(of_need)).collect()
    }

    /// Says of a need what is heard of a phrase, if it is enough.
    fn say(&self, heard: &[HeardWord], number: u32, needs: &mut Said) {
        let phrase = &self.all[number as usize];
        let words = phrase.first as usize..(phrase.first + phrase.count) as usize;
        let (mut sum, mut by) = (0.0, 0_u32);
        for (word, weight) in heard[words.clone()].iter().zip(&self.weights[words]) {
            let value = word.value();
            sum += weight * value;
            if value > 0.0 {
                by |= 1 << word.by;
            }
        }
        let share = sum / phrase.weight;
        if share >= W.phrase {
            needs.of(phrase.need).add(number, share.powf(W.phrase_power), by);
        }
    }

    /// What the phrases of one need say together.
    fn summed(&self, said: &OfNeed) -> Spoken {
        let words = said.strengths.into_iter().enumerate();
        Spoken {
            need: said.need,
            strength: said.strength,
            words: words.filter(|(_, strength)| *strength > 0.0).collect(),
            phrase: self.texts[said.phrase as usize],
        }
    }
}

/// What is said of needs.
#[derive(Default)]
struct Said {
    all: Vec<OfNeed>,
    /// By need, its place among them and one more; 0 when nothing is said of it.
    places: Vec<u32>,
}

impl Said {
    /// What is said of a need.
    fn of(&mut self, need: u32) -> &mut OfNeed {
        let Self { all, places } = self;
        if places.len() <= need as usize {
            places.resize(need as usize + 1, 0);
        }
        let place = &mut places[need as usize];
        if *place == 0 {
            all.push(OfNeed { need, ..OfNeed::default() });
            *place = u32::try_from(all.len()).unwrap_or(u32::MAX);
        }
        &mut all[*place as usize - 1]
    }

    fn forget(&mut self) {
        for of_need in self.all.drain(..) {
            self.places[of_need.need as usize] = 0;
        }
    }
}

/// What is said of a need by phrases of which enough is heard.
#[derive(Default)]
struct OfNeed {
    need: u32,
    /// The phrase that says most, with how surely.
    phrase: u32,
    strength: f32,
    /// How much it says: a phrase says more the surer it is, and the more words say it.
    rank: f32,
    /// How surely each word of the query says any of the phrases.
    strengths: [f32; WORDS],
}

impl OfNeed {
    /// Adds a phrase that is said so surely by the words at these places, as bits.
    fn add(&mut self, phrase: u32, strength: f32, mut by: u32) {
        #[expect(clippy::cast_precision_loss, reason = "queries have few words")]
        let rank = strength * (by.count_ones() as f32).sqrt();
        if (rank, self.phrase) > (self.rank, phrase) {
            (self.phrase, self.strength, self.rank) = (phrase, strength, rank);
        }
        while by != 0 {
            let word = &mut self.strengths[by.trailing_zeros() as usize];
            *word = word.max(strength);
            by &= by - 1;
        }
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
}
