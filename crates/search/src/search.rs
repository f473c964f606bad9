//! Finding and ranking.
//!
//! Each word of the query has alternatives (see [`plan`](crate::plan)). A document's value for a word
//! is the best of them; its score is the sum over words, each times how telling it is, lessened by
//! what of the query it leaves unanswered.

use std::cell::RefCell;

use domain::reference;

use crate::documents::{LIMITED, interface_place};
use crate::index::Index;
use crate::marks::Marks;
use crate::phrases::Spoken;
use crate::plan::{Alternative, Plan, PlanWord, Way};
use crate::postings::Postings;
use crate::query::{Hit, Hits, MatchKind, Query};
use crate::selection::Selection;
use crate::staff::StaffList;
use crate::weights::{self, W};

thread_local! {
    /// Kept between searches: to clear what was touched costs less than to ask for new memory.
    static BOARD: RefCell<Board> = RefCell::default();
}

/// The cover of documents that shall not be shown.
const EXCLUDED: f32 = -1.0;

/// A document's value, and how much of the word or query it answers.
#[derive(Debug, Clone, Copy, Default)]
struct Value {
    score: f32,
    cover: f32,
}

/// The documents' values while words are added up.
#[derive(Default)]
struct Board {
    /// For the term or word at hand, by document.
    best: Vec<Value>,
    touched: Marks,
    /// What the parts of the word at hand add up to, by document.
    parts: Vec<Value>,
    in_parts: Marks,
    /// For the query, by document.
    sums: Vec<Value>,
    found: Marks,
    /// The same, one after another, once all words are added up.
    judged: Vec<Judged>,
}

/// A document with what it is worth.
#[derive(Debug, Clone, Copy)]
struct Judged {
    document: u32,
    /// How much of the query it answers: at most 1.
    share: f32,
    /// How well, before places and languages.
    relevance: f32,
}

impl Board {
    /// Makes room for so many documents; nothing is touched yet.
    fn open(&mut self, documents: usize) {
        if self.best.len() < documents {
            self.best.resize(documents, Value::default());
            self.parts.resize(documents, Value::default());
            self.sums.resize(documents, Value::default());
            self.touched.open(documents);
            self.in_parts.open(documents);
            self.found.open(documents);
        }
    }

    /// Offers a term's postings for the word at hand; with `only_known`, to documents that other
    /// words have found.
    fn offer(&mut self, postings: Postings<'_>, one: &Alternative, only_known: bool) {
        let factor = one.factor / 255.0;
        for chunk in postings {
            for (document, impact) in chunk.iter() {
                let place = document as usize;
                if only_known && self.sums[place].score == 0.0 {
                    continue;
                }
                let score = factor * f32::from(impact);
                self.touched.mark(document);
                let best = &mut self.best[place];
                best.score = best.score.max(score);
                best.cover = best.cover.max(one.cover);
            }
        }
    }

    /// Closes a part of the word at hand.
    fn close_part(&mut self) {
        self.touched.drain(|document| {
            let value = std::mem::take(&mut self.best[document as usize]);
            self.in_parts.mark(document);
            let sum = &mut self.parts[document as usize];
            sum.score += value.score;
            sum.cover += value.cover;
        });
    }

    /// Offers what the parts of the word at hand come to together.
    fn join_parts(&mut self) {
        self.in_parts.drain(|document| {
            let sum = std::mem::take(&mut self.parts[document as usize]);
            self.touched.mark(document);
            let best = &mut self.best[document as usize];
            best.score = best.score.max(sum.score);
            best.cover = best.cover.max(sum.cover);
        });
    }

    /// Closes the word at hand.
    fn close(&mut self, weight: f32) {
        self.touched.drain(|document| {
            let place = document as usize;
            let best = std::mem::take(&mut self.best[place]);
            self.found.mark(document);
            let sum = &mut self.sums[place];
            sum.score += weight * best.score;
            sum.cover += weight * best.cover;
        });
    }

    /// Puts promoted documents on top, and lets excluded ones answer nothing.
    fn promote(&mut self, plan: &Plan) {
        let weight = plan.weight();
        for (rank, document) in plan.taught.promoted.iter().enumerate() {
            let sum = &mut self.sums[*document as usize];
            self.found.mark(*document);
            #[expect(clippy::cast_precision_loss, reason = "lists name few services for a phrase")]
            let place = 1.0 + 1.0 / (1.0 + rank as f32);
            *sum = Value { score: W.promoted * place * weight, cover: weight };
        }
        for document in &plan.taught.excluded {
            let sum = &mut self.sums[*document as usize];
            // One that was not found is not cleared after the search.
            if sum.score > 0.0 {
                sum.cover = EXCLUDED;
            }
        }
    }

    /// Judges what was found that may be shown; the sums are cleared.
    fn judge(&mut self, index: &Index, weight: f32) {
        self.judged.clear();
        self.found.drain(|document| {
            let sum = std::mem::take(&mut self.sums[document as usize]);
            if sum.cover <= EXCLUDED {
                return;
            }
            let share = sum.cover / weight;
            let answered = share.min(1.0);
            let answered = W.uncovered + (1.0 - W.uncovered) * answered * answered;
            let wellbeing = f32::from(index.wellbeing[document as usize]) / 255.0;
            let relevance = sum.score / weight * answered * (1.0 + W.wellbeing * wellbeing);
            self.judged.push(Judged { document, share, relevance });
        });
    }
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
            board.open(self.len());
            self.add_up(&plan, board);
            board.promote(&plan);
            board.judge(self, plan.weight());
            self.rank(query, &plan, &selection, &mut board.judged)
        })
    }

    /// Adds up what each document answers, the most telling words first.
    fn add_up(&self, plan: &Plan, board: &mut Board) {
        let mut words: Vec<&PlanWord> = plan.words.iter().collect();
        words.sort_by(|a, b| b.weight.total_cmp(&a.weight));
        let all = plan.weight();
        let mut before = 0.0;
        for word in words {
            // What only words find that say little cannot be among the results.
            let only_known = all - before < W.only_known * all;
            for part in &word.parts {
                for one in part {
                    board.offer(self.postings_of(one.term), one, only_known);
                }
                board.close_part();
            }
            for one in &word.alternatives {
                board.offer(self.postings_of(one.term), one, only_known);
            }
            board.join_parts();
            board.close(word.weight);
            before += word.weight;
        }
    }

    /// The hits of what was found, in order, with what the answer as a whole is worth.
    fn rank(
        &self,
        query: &Query,
        plan: &Plan,
        selection: &Selection<'_>,
        found: &mut Vec<Judged>,
    ) -> Hits {
        let best = found.iter().map(|one| one.share).fold(0.0, f32::max);
        let admits = |one: &&Judged| selection.admits(one.document);
        let fit = found.iter().filter(|one| one.share >= W.fitting * best);
        let are_enough = fit.filter(admits).nth(weights::ENOUGH).is_some();
        let needed = if are_enough { W.fitting } else { W.near } * best;
        found.retain(|one| one.share >= needed);
        let most = |a: &&Judged, b: &&Judged| a.relevance.total_cmp(&b.relevance);
        let top = found.iter().filter(admits).max_by(most);
        // Where the filters let nothing through, it is told whether anything fits without them.
        let judged = top.or_else(|| found.iter().max_by(most));
        let surely = |judged: Option<&Judged>| {
            judged.map_or(f32::MIN, |judged| {
                confidence(plan, judged.relevance, self.wellbeing[judged.document as usize])
            })
        };
        let confidence = surely(judged);
        // What fits here is narrowed to what does not: that is near to it, and no search in vain.
        let is_narrowed = || {
            let here = found.iter().filter(|one| selection.is_had_there(one.document));
            surely(here.max_by(most)) >= 0.0
        };
        let is_near = confidence < 0.0 && is_narrowed();
        let top = top.map(|top| top.document);
        let language = query.language.and_then(interface_place);
        let place = plan.place.as_deref().map(|code| self.place(code));
        let mut hits = selection.select(
            found.iter().map(|one| (one.document, one.relevance)),
            |document, relevance| {
                let number = document as usize;
                let mut score = relevance;
                if language.is_some_and(|bit| self.documents.languages[number] & (1 << bit) != 0) {
                    score *= W.readers_language;
                }
                if let Some(place) = &place {
                    score *= place.factor(self, document);
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
        let match_kind = match top {
            Some(top) if confidence >= 0.0 && hits.total > 0 => self.match_kind(plan, top),
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

/// A place that the query names.
struct NamedPlace {
    covering: Vec<bool>,
    near: Vec<bool>,
}

impl NamedPlace {
    fn factor(&self, index: &Index, document: u32) -> f32 {
        match index.documents.coverage[document as usize].checked_sub(LIMITED) {
            None => W.place_nationwide,
            Some(area) if self.covering[area as usize] => W.place_local,
            Some(area) if self.near[area as usize] => W.place_near,
            Some(_) => 1.0,
        }
    }
}

/// How surely the best hit answers the query: fitted on queries of which it was known whether a
/// directory of services answers them.
fn confidence(plan: &Plan, relevance: f32, wellbeing: u8) -> f32 {
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
        + of_wellbeing * f32::from(wellbeing) / 255.0
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
    let is_nationwide = index.documents.coverage[place] < LIMITED;
    Hit { id, score, is_nationwide, distance: None, reasons: Vec::new(), document }
}
