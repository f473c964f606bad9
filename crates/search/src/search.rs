//! Finding and ranking.
//!
//! Each word of the query has alternatives (see [`plan`](crate::plan)). A document's value for a word
//! is the best of them; its score is the sum over words, each times how telling it is, lessened by
//! what of the query it leaves unanswered.

use std::cell::{Cell, RefCell};

use domain::reference;

use crate::board::{Board, Judged, JudgedList, Offer, larger};
use crate::documents::{Card, interface_place};
use crate::index::Index;
use crate::phrases::Spoken;
use crate::plan::{Alternative, Plan, PlanWord, Way};
use crate::postings::WINDOW;
use crate::query::{Hit, Hits, MatchKind, Query};
use crate::selection::Selection;
use crate::staff::StaffList;
use crate::taught::Taught;
use crate::weights::{self, W};

thread_local! {
    /// Kept between searches: to clear what was touched costs less than to ask for new memory.
    static BOARD: RefCell<Board> = RefCell::default();
}

impl Index {
    /// Searches. Total on any input: a text has no syntax that could be wrong.
    #[must_use]
    pub fn search(&self, query: &Query) -> Hits {
        self.search_with(query, &StaffList::default())
    }

    /// Searches as [`Index::search`], with what the staff taught.
    #[must_use]
    pub fn search_with(&self, query: &Query, list: &StaffList) -> Hits {
        let plan = self.plan(&query.text, list);
        let selection = Selection::new(self, query);
        if plan.words.is_empty() {
            let all = (0..self.len()).filter_map(|place| u32::try_from(place).ok());
            let all = all.map(|document| (document, 0.0));
            let local = |document, _| selection.is_local(document).into();
            let hits = selection.select(all, local, |_| ());
            let match_kind =
                if hits.total == 0 { MatchKind::Nothing } else { MatchKind::Everything };
            return Hits { match_kind, ..hits };
        }
        BOARD.with_borrow_mut(|board| {
            self.add_up(&plan, board);
            promote(&plan, &mut board.judged);
            self.rank(query, &plan, &selection, &mut board.judged)
        })
    }

    /// Adds up what each document answers, the most telling words first.
    fn add_up(&self, plan: &Plan, board: &mut Board) {
        let all = plan.weight();
        let mut words: Vec<Offers<'_>> =
            plan.words.iter().map(|word| Offers::new(self, word)).collect();
        words.sort_by(|a, b| b.weight.total_cmp(&a.weight));
        let mut before = 0.0;
        for word in &mut words {
            // What only words find that say little cannot be among the results.
            word.only_known = all - before < W.only_known * all;
            before += word.weight;
        }
        // Where the staff's list takes services out, it is not known yet which is the best.
        board.judged.begin(if plan.taught.is_empty() { W.near } else { 0.0 });
        let Some((last, others)) = words.split_last_mut() else { return };
        for window in 0..self.len().div_ceil(WINDOW) {
            for word in &mut *others {
                word.offer(window, board);
                board.close(word.weight);
            }
            last.offer(window, board);
            board.judge(window, last.weight, all);
        }
    }

    /// How well a document answers the query, before places and languages.
    fn relevance(&self, judged: &Judged, weight: f32) -> f32 {
        let answered = judged.share.min(1.0);
        let answered = W.uncovered + (1.0 - W.uncovered) * answered * answered;
        let wellbeing = self.documents.card(judged.document).share_of_wellbeing();
        judged.score / weight * answered * (1.0 + W.wellbeing * wellbeing)
    }

    /// The hits of what was found, in order, with what the answer as a whole is worth.
    fn rank(
        &self,
        query: &Query,
        plan: &Plan,
        selection: &Selection<'_>,
        found: &mut JudgedList,
    ) -> Hits {
        let best = found.kept().iter().map(|one| one.share).fold(0.0, larger);
        let fit = found.kept().iter().filter(|one| one.share >= W.fitting * best);
        let mut fit = fit.filter(|one| selection.admits(one.document));
        let are_enough = fit.nth(weights::ENOUGH).is_some();
        found.keep(if are_enough { W.fitting } else { W.near } * best);
        let weight = plan.weight();
        // What is looked up of documents lies far apart: to do it for all at once is faster than to wait
        // for each.
        let listed = found.kept().iter();
        let listed = listed.map(|one| (one.document, self.relevance(one, weight)));
        let listed: Vec<(u32, f32)> = listed.collect();
        let listed = listed.iter().copied();
        let top = Top::default();
        let language = query.language.and_then(interface_place);
        let place = plan.place.as_deref().map(|code| self.place(code));
        let mut hits = selection.select(
            listed.clone(),
            |document, relevance| {
                top.offer(document, relevance);
                let card = self.documents.card(document);
                let mut score = relevance;
                if language.is_some_and(|place| card.has_language(place)) {
                    score *= W.readers_language;
                }
                if let Some(place) = &place {
                    score *= place.factor(card);
                }
                if selection.is_local(document) { score * W.local } else { score }
            },
            |found| self.vectors.rescore(found, weights::COMPARED, &plan.meant),
        );
        if query.with_reasons {
            for hit in &mut hits.hits {
                hit.reasons = self.reasons(plan, hit.document);
            }
        }
        self.tell(plan, selection, listed, top.get(), hits)
    }

    /// The answer with what the best of the listed documents makes it worth: the best that the filters
    /// let through is `top`.
    fn tell(
        &self,
        plan: &Plan,
        selection: &Selection<'_>,
        listed: impl Iterator<Item = (u32, f32)> + Clone,
        top: Option<(u32, f32)>,
        hits: Hits,
    ) -> Hits {
        let most = |a: &(u32, f32), b: &(u32, f32)| a.1.total_cmp(&b.1);
        let surely = |judged: Option<(u32, f32)>| {
            judged.map_or(f32::MIN, |(document, relevance)| {
                confidence(plan, relevance, self.documents.card(document))
            })
        };
        // Where the filters let nothing through, it is told whether anything fits without them.
        let confidence = surely(top.or_else(|| listed.clone().max_by(most)));
        // What fits here is narrowed to what does not: that is near to it, and no search in vain.
        let is_narrowed = || {
            let here = listed.filter(|one| selection.is_had_there(one.0));
            surely(here.max_by(most)) >= 0.0
        };
        let is_near = confidence < 0.0 && is_narrowed();
        let match_kind = match top {
            Some((top, _)) if confidence >= 0.0 && hits.total > 0 => self.match_kind(plan, top),
            Some(_) if is_near => MatchKind::Near,
            _ => MatchKind::Nothing,
        };
        let need = |need: &Spoken| &self.lexicon.needs[need.need as usize];
        Hits {
            match_kind,
            confidence,
            place: plan.place.clone(),
            needs: plan.needs.iter().map(|spoken| need(spoken).name).collect(),
            is_crisis: plan
                .needs
                .iter()
                .any(|spoken| need(spoken).is_crisis && spoken.strength >= W.crisis),
            ..hits
        }
    }

    /// The areas that cover a place that the query names.
    fn place(&self, code: &str) -> NamedPlace {
        let covering = |code: &str| {
            self.documents.areas.having(self.documents.municipalities.find(code_of_today(code)))
        };
        let mut near = vec![false; self.documents.areas.len()];
        for neighbour in reference::neighbours(code) {
            for (near, covers) in near.iter_mut().zip(covering(neighbour)) {
                *near |= covers;
            }
        }
        NamedPlace { covering: covering(code), near }
    }
}

/// A word with the terms that may stand for it, as they are read.
struct Offers<'a> {
    weight: f32,
    /// Whether only documents matter that the words before have found.
    only_known: bool,
    parts: Vec<Vec<Offer<'a>>>,
    alternatives: Vec<Offer<'a>>,
}

impl<'a> Offers<'a> {
    fn new(index: &'a Index, word: &PlanWord) -> Self {
        let read = |ways: &Vec<Alternative>| -> Vec<Offer<'a>> {
            ways.iter().map(|one| Offer::new(one, index.postings_of(one.term))).collect()
        };
        Self {
            weight: word.weight,
            only_known: false,
            parts: word.parts.iter().map(read).collect(),
            alternatives: read(&word.alternatives),
        }
    }

    /// Offers all of a window.
    fn offer(&mut self, window: usize, board: &mut Board) {
        for part in &mut self.parts {
            for one in part {
                board.offer(window, one, self.only_known);
            }
            board.close_part();
        }
        for one in &mut self.alternatives {
            board.offer(window, one, self.only_known);
        }
        if !self.parts.is_empty() {
            board.join_parts();
        }
    }
}

/// Lets the services answer that the staff's list shows first, and those not that it does not show.
fn promote(plan: &Plan, judged: &mut JudgedList) {
    if plan.taught.is_empty() {
        return;
    }
    let Taught { promoted, excluded } = &plan.taught;
    let is_named = |document: u32| promoted.contains(&document) || excluded.contains(&document);
    let shown = promoted.iter().enumerate().map(|(rank, document)| {
        #[expect(clippy::cast_precision_loss, reason = "lists name few services for a phrase")]
        let place = 1.0 + 1.0 / (1.0 + rank as f32);
        Judged { document: *document, share: 1.0, score: W.promoted * place * plan.weight() }
    });
    judged.replace(is_named, shown);
}

/// The document of the highest relevance, of those that the filters let through.
#[derive(Default)]
struct Top(Cell<Option<(u32, f32)>>);

impl Top {
    fn offer(&self, document: u32, relevance: f32) {
        if self.0.get().is_none_or(|(_, highest)| relevance >= highest) {
            self.0.set(Some((document, relevance)));
        }
    }

    const fn get(self) -> Option<(u32, f32)> {
        self.0.get()
    }
}

/// A place that the query names.
struct NamedPlace {
    covering: Vec<bool>,
    near: Vec<bool>,
}

impl NamedPlace {
    fn factor(&self, card: Card) -> f32 {
        match card.area() {
            None => W.place_nationwide,
            Some(area) if self.covering[area as usize] => W.place_local,
            Some(area) if self.near[area as usize] => W.place_near,
            Some(_) => 1.0,
        }
    }
}

/// How surely the best hit answers the query: fitted on queries of which it was known whether a
/// directory of services answers them.
fn confidence(plan: &Plan, relevance: f32, card: Card) -> f32 {
    let cover = |word: &PlanWord, is_asked: &dyn Fn(Way) -> bool| {
        let asked = word.alternatives.iter().filter(|one| is_asked(one.way));
        asked.map(|one| one.cover).fold(0.0, f32::max)
    };
    let understood = plan
        .words
        .iter()
        .map(|word| word.weight * cover(word, &|way| matches!(way, Way::Need | Way::Begun)));
    let understood = understood.sum::<f32>() / plan.weight();
    #[expect(clippy::cast_precision_loss, reason = "queries have few words")]
    let words = plan.words.len().min(6) as f32;
    let [constant, of_relevance, of_understood, of_wellbeing, of_words] = W.confidence;
    constant
        + of_relevance * (relevance + 0.03).ln()
        + of_understood * understood
        + of_wellbeing * card.share_of_wellbeing()
        + of_words * words
}

/// The code of today of a municipality, or the code itself when nobody knows it.
pub fn code_of_today(code: &str) -> &str {
    reference::municipality(code).map_or(code, |municipality| municipality.code)
}

/// Whether a municipality is of Åland.
pub fn is_of_aland(code: &str) -> bool {
    reference::municipality(code).is_some_and(|found| found.county == reference::ALAND_COUNTY)
}

/// A hit of the index's document.
pub fn hit(index: &Index, document: u32, score: f32) -> Hit {
    let place = document as usize;
    let id = index.documents.ids.get(place).to_owned();
    let is_nationwide = index.documents.card(document).area().is_none();
    Hit { id, score, is_nationwide, distance: None, reasons: Vec::new(), document }
}
