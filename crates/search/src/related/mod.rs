//! Services that go with a service, each with the reason: what both have in common, what is used
//! together with it, and now and then something of another theme.
//!
//! Every number of it is here and in [`together`].

mod areas;
mod nearest;
mod relations;
#[cfg(test)]
mod tests;
mod together;

use domain::Language;
use domain::reference::themes;

use crate::documents::{NONE, interface_place, themes_of};
use crate::index::Index;
use crate::suggestions::need_name;

pub use relations::{Relations, groups_of};
pub use together::CoUse;

use areas::Areas;
use nearest::{Near, nearest};

/// What words, needs, classes and target groups in common count, and nearness in meaning.
const WORDS: f32 = 0.55;
const NEED: f32 = 0.4;
const CLASS: f32 = 0.2;
const GROUP: f32 = 0.25;
const MEANING: f32 = 0.4;
/// What it counts to be used together.
const TOGETHER: f32 = 0.5;
/// Below this nothing is offered: what words, needs, meaning and use together count. Classes and target
/// groups are too wide to be a reason by themselves.
const FLOOR: f32 = 0.15;
/// The same for another theme, where the target group counts, too.
const OTHER_FLOOR: f32 = 0.13;
/// Every how many-eth place is for another theme.
const OTHER_PLACE: usize = 3;
/// By how near the area is: its own, a neighbour's, the county's, the whole country.
const AREAS: [f32; 4] = [1.0, 0.85, 0.8, 0.65];
/// What is left of a service of one area where no place is known.
const SOMEWHERE: f32 = 0.7;
/// What a service gains in the reader's language, and one of wellbeing.
const LANGUAGE: f32 = 1.1;
const WELLBEING: f32 = 0.15;
/// The most services that are given.
const LIMIT: usize = 50;

/// Why a service is offered beside another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RelatedReason {
    /// So many lists hold both.
    UsedTogether {
        /// How many.
        lists: u32,
    },
    /// Both answer a need.
    SharedNeed {
        /// What it is called in the reader's language.
        need: &'static str,
    },
    /// Both are about something.
    SharedWord {
        /// Its base form, or stem where no dictionary is.
        word: String,
    },
    /// Both have a service class.
    SharedClass {
        /// Its code.
        code: String,
    },
    /// Both are for a target group.
    SharedGroup {
        /// Its code.
        code: &'static str,
    },
    /// They are near in meaning.
    NearInMeaning,
    /// It is of another theme, and goes with it by what `shared` says.
    OtherTheme {
        /// The theme's id.
        theme: &'static str,
        /// What they have in common.
        shared: Box<RelatedReason>,
    },
}

/// A service that goes with another.
#[derive(Debug, Clone, PartialEq)]
pub struct Related {
    /// The entity's id.
    pub id: String,
    /// Why it is offered.
    pub reason: RelatedReason,
}

/// What is asked for beside a service.
#[derive(Default, Clone, Copy)]
pub struct RelatedQuery<'a> {
    /// The reader's language: a bonus, and the language of reasons.
    pub language: Option<Language>,
    /// How many are wanted.
    pub limit: usize,
    /// Where they must be had, by municipality code; where the service itself is, when not given.
    pub municipality: Option<&'a str>,
    /// The code of the county where they must be had; any without.
    pub county: Option<&'a str>,
    /// Which services are used together.
    pub uses: Option<&'a CoUse>,
}

/// A service that may be offered.
struct Offer {
    near: Near,
    score: f32,
    is_of_other_theme: bool,
}

impl Index {
    /// Services that go with one, the best first; none for an unknown service or when none fits.
    #[must_use]
    pub fn related(&self, id: &str, language: Language, limit: usize) -> Vec<Related> {
        let language = Some(language);
        self.related_to(id, &RelatedQuery { language, limit, ..RelatedQuery::default() })
    }

    /// Services that go with one, as [`Index::related`], with all that may be known.
    #[must_use]
    pub fn related_to(&self, id: &str, query: &RelatedQuery<'_>) -> Vec<Related> {
        let Some(document) = self.number_of(id) else { return Vec::new() };
        let areas = Areas::around(self, document, query.municipality);
        let mut offers: Vec<Offer> = nearest(self, document, &areas, query)
            .into_iter()
            .filter_map(|near| self.offer(document, near, &areas, query))
            .collect();
        let rank = query.language.and_then(interface_place).unwrap_or(0);
        let ranks = &self.documents.ranks[rank];
        offers.sort_by(|a, b| {
            let place = |offer: &Offer| (ranks[offer.near.document as usize], offer.near.document);
            b.score.total_cmp(&a.score).then_with(|| place(a).cmp(&place(b)))
        });
        self.drop_copies(document, &mut offers);
        mixed(offers, query.limit.min(LIMIT))
            .into_iter()
            .map(|offer| Related {
                id: self.documents.ids.get(offer.near.document as usize).to_owned(),
                reason: self.reason(document, &offer, query.language.unwrap_or(Language::Fi)),
            })
            .collect()
    }

    /// What a service near to the document is worth there, if anything.
    fn offer(
        &self,
        document: u32,
        near: Near,
        areas: &Areas,
        query: &RelatedQuery<'_>,
    ) -> Option<Offer> {
        let number = near.document as usize;
        let card = self.documents.card(near.document);
        let nearness = areas.nearness(self, near.document);
        let at_place = match AREAS.get(nearness as usize) {
            _ if areas.is_anywhere() && nearness != areas::Nearness::Nationwide => SOMEWHERE,
            Some(factor) => *factor,
            None => return None,
        };
        let (own, theirs) =
            (themes_of(&self.documents, document as usize), themes_of(&self.documents, number));
        // What is used together is a reason of its own, whatever its theme.
        let is_of_other_theme =
            near.lists == 0 && !own.is_empty() && !theirs.is_empty() && !own.meets(theirs);
        let strength = near.strength();
        let fits = if is_of_other_theme {
            near.core() + near.of_group() >= OTHER_FLOOR
        } else {
            near.core() >= FLOOR
        };
        if !fits || self.have_one_name(document, near.document, nearness) {
            return None;
        }
        let mut score = strength * at_place;
        score *= 1.0 + WELLBEING * card.share_of_wellbeing();
        let language = query.language.and_then(interface_place);
        if language.is_some_and(|place| card.has_language(place)) {
            score *= LANGUAGE;
        }
        Some(Offer { near, score, is_of_other_theme })
    }

    /// Whether a document is the same service of another place.
    fn have_one_name(&self, document: u32, other: u32, nearness: areas::Nearness) -> bool {
        nearness != areas::Nearness::Own
            && self.names_of(document).any(|name| self.names_of(other).any(|other| other == name))
    }

    /// A document's names, as language and number.
    fn names_of(&self, document: u32) -> impl Iterator<Item = (usize, u32)> {
        let columns = self.names.kept.of_document.iter().enumerate();
        let names = columns.map(move |(language, names)| (language, names[document as usize]));
        names.filter(|(_, name)| *name != NONE)
    }

    /// Of services with one name the first stays.
    fn drop_copies(&self, document: u32, offers: &mut Vec<Offer>) {
        let mut seen: std::collections::HashSet<(usize, u32)> = std::collections::HashSet::new();
        offers.retain(|offer| {
            let names: Vec<(usize, u32)> = self.names_of(offer.near.document).collect();
            let is_new = !names.iter().any(|name| seen.contains(name));
            seen.extend(names);
            is_new && offer.near.document != document
        });
    }

    fn reason(&self, document: u32, offer: &Offer, language: Language) -> RelatedReason {
        let shared = self.shared(document, &offer.near, language);
        let theirs = themes_of(&self.documents, offer.near.document as usize);
        let theme = theirs.iter().next().and_then(|theme| themes().get(usize::from(theme)));
        match theme {
            Some(theme) if offer.is_of_other_theme => {
                RelatedReason::OtherTheme { theme: theme.id, shared: Box::new(shared) }
            }
            _ => shared,
        }
    }

    /// What counts most of what two documents have in common.
    fn shared(&self, document: u32, near: &Near, language: Language) -> RelatedReason {
        let kinds = near.kinds();
        let [together, need, class, group, meaning, words] = kinds;
        // That they mean the same tells a reader less than what they have in common.
        let most = [together, need, class, group, words].into_iter().fold(0.0, f32::max);
        match () {
            () if most <= f32::EPSILON && meaning > 0.0 => RelatedReason::NearInMeaning,
            () if together >= most => RelatedReason::UsedTogether { lists: near.lists },
            () if need >= most => {
                let need = &self.lexicon.needs[usize::from(near.need.0)];
                RelatedReason::SharedNeed { need: need_name(need, language) }
            }
            () if class >= most => {
                let code = self.documents.labels.value(near.class.0).to_owned();
                RelatedReason::SharedClass { code }
            }
            () if group >= most
                && let Some(group) = relations::group(near.group.0) =>
            {
                RelatedReason::SharedGroup { code: group.code }
            }
            () => self.shared_word(document, near),
        }
    }

    fn shared_word(&self, document: u32, near: &Near) -> RelatedReason {
        let value = |term: usize, document: u32| {
            let impact = self.postings_of(term).impact(document);
            impact.map_or(0.0, |impact| relations::value(self, term, impact))
        };
        #[expect(clippy::cast_precision_loss, reason = "words are short")]
        let letters = |term: usize| (self.terms.key(term).len() as f32).ln();
        let terms = self.relations.telling_of(document);
        let best = terms
            .map(|term| (value(term, document) * value(term, near.document), term))
            // Of words that tell as much the longer ones say it better.
            .map(|(value, term)| (value * letters(term), term))
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        let word = best.map(|(_, term)| {
            String::from_utf8_lossy(self.terms.key(term).get(1..).unwrap_or_default()).into_owned()
        });
        RelatedReason::SharedWord { word: word.unwrap_or_default() }
    }
}

/// The best offers, one place in three for another theme where there is one.
fn mixed(offers: Vec<Offer>, limit: usize) -> Vec<Offer> {
    let (others, same): (Vec<Offer>, Vec<Offer>) =
        offers.into_iter().partition(|offer| offer.is_of_other_theme);
    let (mut others, mut same) = (others.into_iter(), same.into_iter());
    let mut mixed = Vec::new();
    while mixed.len() < limit {
        let is_for_other = (mixed.len() + 1).is_multiple_of(OTHER_PLACE);
        let next = if is_for_other { others.next().or_else(|| same.next()) } else { same.next() };
        let Some(next) = next else { break };
        mixed.push(next);
    }
    mixed
}
