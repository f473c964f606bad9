//! What is known of each service so that others like it are found: its most telling words, the needs
//! that it answers, its target groups.

use std::collections::HashMap;
use std::sync::LazyLock;

use domain::Language;
use domain::reference::{CodeItem, target_groups};

use crate::document::{Document, Field};
use crate::documents::NONE;
use crate::index::Index;
use crate::weights;
use crate::words::{Form, Stemming};

/// How many telling words of a service are kept.
pub const WORDS: usize = 8;
/// How many needs of a service are kept.
pub const NEEDS: usize = 4;
/// The impact from which on a service answers a need.
const ANSWERS: u8 = 115;
/// A word tells nothing that more than one in so many services has.
const COMMON: usize = 20;
/// In a small index words of this many services still tell something.
const FEW: usize = 12;

/// The columns, by document.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Relations {
    /// The numbers of its most telling terms, `WORDS` a document, `NONE` for no more.
    pub telling: Vec<u32>,
    /// The length of the vector of these, as the bits of a float.
    pub lengths: Vec<u32>,
    /// Bits by place among the target groups.
    pub groups: Vec<u32>,
    /// The needs that it answers with how well, `NEEDS` a document, 0 for no more.
    pub needs: Vec<(u16, u8)>,
    /// How many documents answer each need.
    pub answering: Vec<u32>,
    /// How many documents have each target group.
    pub in_group: Vec<u32>,
    /// How many documents have each service class.
    pub in_class: Vec<u32>,
}

impl Relations {
    /// Works out what the documents of an index have, given their target groups.
    pub fn new(index: &Index, groups: Vec<u32>) -> Self {
        let mut telling = Telling::new(index.len());
        for (place, language) in Language::INTERFACE.into_iter().enumerate() {
            telling.add_language(index, place, Stemming::of(language));
        }
        let (telling, lengths) = telling.finish();
        Self { telling, lengths, groups, ..Self::default() }.with_needs(index)
    }

    /// The columns with those that are worked out from the needs' postings.
    pub fn with_needs(self, index: &Index) -> Self {
        let mut needs = vec![(0_u16, 0_u8); index.len() * NEEDS];
        let mut answering = Vec::new();
        for (number, _) in (0_u16..).zip(index.lexicon.needs) {
            let term = index.terms.find_need(number.into());
            let postings = term.into_iter().flat_map(|term| index.postings_of(term).documents());
            let mut count = 0;
            for (document, impact) in postings.filter(|(_, impact)| *impact >= ANSWERS) {
                count += 1;
                let slots = &mut needs[document as usize * NEEDS..][..NEEDS];
                if let Some(slot) = slots.iter_mut().min_by_key(|slot| slot.1)
                    && slot.1 < impact
                {
                    *slot = (number, impact);
                }
            }
            answering.push(count);
        }
        let mut in_group = vec![0; u32::BITS as usize];
        for bits in &self.groups {
            for (group, count) in in_group.iter_mut().enumerate() {
                *count += bits >> group & 1;
            }
        }
        let mut in_class = vec![0; index.documents.labels.names.len()];
        for card in &index.documents.cards {
            for class in index.documents.labels.classes(card.labels.subjects) {
                in_class[class as usize] += 1;
            }
        }
        Self { needs, answering, in_group, in_class, ..self }
    }

    /// Whether every number points where it may.
    pub fn is_sound(&self, index: &Index) -> bool {
        let is_known = |term: &u32| *term == NONE || (*term as usize) < index.terms.len();
        self.telling.len() == index.len() * WORDS
            && self.lengths.len() == index.len()
            && self.groups.len() == index.len()
            && self.telling.iter().all(is_known)
    }

    /// A document's telling terms.
    pub fn telling_of(&self, document: u32) -> impl Iterator<Item = usize> {
        let terms = &self.telling[document as usize * WORDS..][..WORDS];
        terms.iter().filter(|term| **term != NONE).map(|term| *term as usize)
    }

    /// The length of the vector of a document's telling terms.
    pub fn length_of(&self, document: u32) -> f32 {
        f32::from_bits(self.lengths[document as usize])
    }

    /// The needs that a document answers, with how well.
    pub fn needs_of(&self, document: u32) -> impl Iterator<Item = (u16, u8)> {
        let needs = &self.needs[document as usize * NEEDS..][..NEEDS];
        needs.iter().copied().filter(|need| need.1 > 0)
    }

    /// What it holds in memory, in bytes.
    pub const fn memory_bytes(&self) -> usize {
        let numbers = self.telling.capacity()
            + self.lengths.capacity()
            + self.groups.capacity()
            + self.needs.capacity()
            + self.answering.capacity()
            + self.in_group.capacity()
            + self.in_class.capacity();
        4 * numbers
    }
}

/// How much a term tells of a document where it has this impact.
pub fn value(index: &Index, term: usize, impact: u8) -> f32 {
    let rarity = weights::rarity(index.terms.counts[term] as usize, index.len());
    f32::from(impact) / 255.0 * rarity
}

/// The most telling terms while all are gone through.
struct Telling {
    slots: Vec<(f32, u32)>,
    /// Documents that have a language before.
    is_done: Vec<bool>,
}

impl Telling {
    fn new(documents: usize) -> Self {
        Self { slots: vec![(0.0, NONE); documents * WORDS], is_done: vec![false; documents] }
    }

    /// Adds the terms of a language to the documents that have none of an earlier one.
    fn add_language(&mut self, index: &Index, place: usize, stemming: Stemming) {
        let most = (index.len() / COMMON).max(FEW);
        for term in index.terms.beginning_with(Form::Stem(stemming), "") {
            if !(2..=most).contains(&(index.terms.counts[term] as usize)) {
                continue;
            }
            let number = u32::try_from(term).unwrap_or(NONE);
            for (document, impact) in index.postings_of(term).documents() {
                if self.is_done[document as usize] {
                    continue;
                }
                let value = value(index, term, impact);
                let slots = &mut self.slots[document as usize * WORDS..][..WORDS];
                if let Some(last) = slots.last_mut()
                    && value > last.0
                {
                    *last = (value, number);
                    slots.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
                }
            }
        }
        for (is_done, card) in self.is_done.iter_mut().zip(&index.documents.cards) {
            *is_done |= card.has_language(place);
        }
    }

    fn finish(self) -> (Vec<u32>, Vec<u32>) {
        let length = |slots: &[(f32, u32)]| {
            slots.iter().map(|slot| slot.0 * slot.0).sum::<f32>().sqrt().to_bits()
        };
        let lengths = self.slots.chunks(WORDS).map(length).collect();
        (self.slots.into_iter().map(|slot| slot.1).collect(), lengths)
    }
}

/// The target groups that a document names, as bits by their place in the list.
pub fn groups_of(document: &Document) -> u32 {
    static GROUPS: LazyLock<HashMap<&str, u32>> = LazyLock::new(|| {
        let all = (0..u32::BITS).zip(target_groups().all());
        let names = all.flat_map(|(place, group)| {
            [group.name_fi, group.name_sv, group.name_en].map(|name| (name, place))
        });
        names.collect()
    });
    let texts = document.texts.iter().filter(|(field, ..)| *field == Field::TargetGroup);
    texts
        .filter_map(|(.., text)| GROUPS.get(text.as_str()))
        .fold(0, |bits, place| bits | 1 << place)
}

/// Whether some group of one service is of the same kind as one of another: residents, companies,
/// authorities. Services that do not say are for everybody.
pub fn are_same_people(one: u32, other: u32) -> bool {
    static KINDS: LazyLock<Vec<u32>> = LazyLock::new(|| {
        let root = |group: &CodeItem| group.code.split('.').next().unwrap_or_default();
        let all: Vec<&CodeItem> = target_groups().all().iter().take(u32::BITS as usize).collect();
        let of = |kind: &CodeItem| {
            let same = (0..).zip(&all).filter(|(_, group)| root(group) == root(kind));
            same.fold(0_u32, |bits, (place, _)| bits | 1 << place)
        };
        let mut kinds: Vec<u32> = all.iter().map(|group| of(group)).collect();
        kinds.dedup();
        kinds
    });
    one == 0 || other == 0 || KINDS.iter().any(|kind| one & kind != 0 && other & kind != 0)
}

/// The target group of a bit.
pub fn group(place: usize) -> Option<&'static CodeItem> {
    target_groups().all().get(place)
}
