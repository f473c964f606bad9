//! Which services have anything in common with one, and how much.

use crate::index::Index;
use crate::related::areas::{Areas, Nearness};
use crate::related::relations::{are_same_people, value};
use crate::related::{CLASS, GROUP, MEANING, NEED, RelatedQuery, TOGETHER, WORDS};
use crate::weights;

/// A target group tells nothing that more than one in so many services has.
const COMMON_GROUP: usize = 8;
/// How many of the services that share only a target group are looked at.
const BY_GROUP: usize = 200;

/// What a service has in common with another.
#[derive(Debug, Clone, Default)]
pub struct Near {
    /// The document.
    pub document: u32,
    /// How alike their telling words are: at most about 1, as everything here.
    pub words: f32,
    /// The need that both answer, and how much that tells.
    pub need: (u16, f32),
    /// The class of both.
    pub class: (u32, f32),
    /// The target group of both, by its place.
    pub group: (usize, f32),
    /// How near they are in meaning.
    pub meaning: f32,
    /// How many lists hold both.
    pub lists: u32,
}

impl Near {
    /// What each kind counts: together, need, class, group, meaning, words.
    pub fn kinds(&self) -> [f32; 6] {
        let together = if self.lists > 0 { TOGETHER } else { 0.0 };
        [
            together,
            NEED * self.need.1,
            CLASS * self.class.1,
            GROUP * self.group.1,
            MEANING * self.meaning,
            WORDS * self.words,
        ]
    }

    /// What tells by itself that both go together.
    pub fn core(&self) -> f32 {
        let [together, need, _, _, meaning, words] = self.kinds();
        together + need + meaning + words
    }

    /// What the target group counts.
    pub const fn of_group(&self) -> f32 {
        GROUP * self.group.1
    }

    /// What all of it counts.
    pub fn strength(&self) -> f32 {
        self.kinds().iter().sum()
    }
}

/// How telling it is that `found` of all have something: 1 for one alone, 0 for all.
fn telling(index: &Index, found: u32) -> f32 {
    weights::rarity(found as usize, index.len()) / weights::rarity(1, index.len())
}

/// Every service with something in common, in order of number, without the service itself.
pub fn nearest(index: &Index, document: u32, areas: &Areas, query: &RelatedQuery<'_>) -> Vec<Near> {
    let county = query.county.map(|code| index.county(code));
    let county = county.as_deref();
    let is_here = |other: u32| county.is_none_or(|county| county.has(other));
    let mut board = Board::new(index);
    board.add_words(document);
    board.add_needs(document);
    board.add_group(document, areas, is_here);
    let id = index.documents.ids.get(document as usize);
    for (other, lists) in query.uses.map_or(&[][..], |uses| uses.with(id)) {
        if let Some(other) = index.number_of(other) {
            board.near(other).lists = *lists;
        }
    }
    let mut found = board.found;
    let people = &index.relations.groups;
    let is_for = |other: u32| are_same_people(people[document as usize], people[other as usize]);
    found.retain(|near| {
        near.document != document && is_here(near.document) && is_for(near.document)
    });
    let mut found = closest(found);
    found.sort_unstable_by_key(|near| near.document);
    for near in &mut found {
        near.class = shared_class(index, document, near.document);
        near.group = shared_group(index, document, near.document);
        let cosine = index.vectors.document_cosine(document, near.document);
        near.meaning = ((cosine - FAR) / (1.0 - FAR)).max(0.0);
    }
    found
}

/// The most services that are looked at closely: those with most in common, and besides those that
/// only the target group or use together brings.
const CLOSEST: usize = 200;
const OTHERS: usize = 100;
/// A word that more services have than this, or a need that more answer, says too little to look through
/// them all.
const TOO_COMMON: u32 = 800;

/// The services with most words and needs in common, and some that have none.
fn closest(found: Vec<Near>) -> Vec<Near> {
    let common = |near: &Near| WORDS * near.words + NEED * near.need.1;
    let (mut close, mut others): (Vec<Near>, Vec<Near>) =
        found.into_iter().partition(|near| common(near) > 0.0);
    if close.len() > CLOSEST {
        close.select_nth_unstable_by(CLOSEST, |a, b| {
            common(b).total_cmp(&common(a)).then(a.document.cmp(&b.document))
        });
        close.truncate(CLOSEST);
    }
    if others.len() > OTHERS {
        others.select_nth_unstable_by(OTHERS, |a, b| {
            b.lists.cmp(&a.lists).then(a.document.cmp(&b.document))
        });
        others.truncate(OTHERS);
    }
    close.append(&mut others);
    close
}

/// The cosine from which on two services are near in meaning.
const FAR: f32 = 0.6;

/// What has been found so far.
struct Board<'a> {
    index: &'a Index,
    /// The place in `found` of each document, and one more; 0 for none.
    places: Vec<u32>,
    found: Vec<Near>,
}

impl<'a> Board<'a> {
    fn new(index: &'a Index) -> Self {
        Self { index, places: vec![0; index.len()], found: Vec::new() }
    }

    fn near(&mut self, document: u32) -> &mut Near {
        let place = &mut self.places[document as usize];
        if *place == 0 {
            self.found.push(Near { document, ..Near::default() });
            *place = u32::try_from(self.found.len()).unwrap_or(u32::MAX);
        }
        &mut self.found[*place as usize - 1]
    }

    fn add_words(&mut self, document: u32) {
        let index = self.index;
        let length = index.relations.length_of(document);
        for term in index.relations.telling_of(document) {
            if index.terms.counts[term] > TOO_COMMON {
                continue;
            }
            let own = index.postings_of(term).impact(document);
            let own = own.map_or(0.0, |impact| value(index, term, impact));
            // Worked out once a term, not once a service.
            let most = own * value(index, term, u8::MAX);
            for (other, impact) in index.postings_of(term).documents() {
                let lengths = length * index.relations.length_of(other);
                if lengths > 0.0 {
                    self.near(other).words += most * weights::share_of_impact(impact) / lengths;
                }
            }
        }
    }

    fn add_needs(&mut self, document: u32) {
        let index = self.index;
        for (need, own) in index.relations.needs_of(document) {
            let Some(term) = index.terms.find_need(need.into()) else { continue };
            if index.terms.counts[term] > TOO_COMMON {
                continue;
            }
            let telling = telling(index, index.relations.answering[usize::from(need)]);
            for (other, impact) in index.postings_of(term).documents() {
                // A service that answers it only somewhat says much less.
                let value = telling * f32::from(own) * f32::from(impact) / (255.0 * 255.0);
                let known = &mut self.near(other).need;
                if value > known.1 {
                    *known = (need, value);
                }
            }
        }
    }

    /// Adds services of the same place for the same people.
    fn add_group(&mut self, document: u32, areas: &Areas, is_here: impl Fn(u32) -> bool) {
        let index = self.index;
        let telling = telling_groups(index);
        let own = index.relations.groups[document as usize] & telling;
        if own == 0 {
            return;
        }
        let mut left = BY_GROUP;
        for (other, groups) in (0_u32..).zip(&index.relations.groups) {
            if left == 0 {
                break;
            }
            let is_of_place = || areas.nearness(index, other) == Nearness::Own && is_here(other);
            if own & groups != 0 && is_of_place() {
                self.near(other);
                left -= 1;
            }
        }
    }
}

/// The target groups that tell something, as bits.
fn telling_groups(index: &Index) -> u32 {
    let most = index.len() / COMMON_GROUP;
    let counts = index.relations.in_group.iter().enumerate();
    let telling = counts.filter(|(_, count)| (1..=most).contains(&(**count as usize)));
    telling.fold(0, |bits, (group, _)| bits | 1 << group)
}

fn shared_group(index: &Index, document: u32, other: u32) -> (usize, f32) {
    let groups = &index.relations.groups;
    let shared = groups[document as usize] & groups[other as usize] & telling_groups(index);
    let all = index.relations.in_group.iter().enumerate();
    let shared = all.filter(|(group, _)| shared >> group & 1 != 0);
    let rarest = shared.min_by_key(|(group, count)| (**count, *group));
    rarest.map_or((0, 0.0), |(group, count)| (group, telling(index, *count)))
}

fn shared_class(index: &Index, document: u32, other: u32) -> (u32, f32) {
    let documents = &index.documents;
    let classes =
        |document: u32| documents.labels.classes(documents.card(document).labels.subjects);
    let theirs: Vec<u32> = classes(other).collect();
    let shared = classes(document).filter(|class| theirs.contains(class));
    let telling = |class: u32| telling(index, index.relations.in_class[class as usize]);
    let most = shared.map(|class| (class, telling(class)));
    most.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0))).unwrap_or((0, 0.0))
}
