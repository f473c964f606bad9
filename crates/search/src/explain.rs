//! Why a service was found: for each word of the query, what stands for it there.

use domain::reference::Need;

use crate::index::Index;
use crate::phrases::Spoken;
use crate::plan::{Alternative, Plan, PlanWord, Way};
use crate::query::{MatchKind, Reason};
use crate::staff::StaffList;
use crate::weights::W;
use crate::words::Form;

/// How a query is understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// Its words, without those that say nothing and the name of a place.
    pub words: Vec<ExplainedWord>,
    /// The code of the municipality that it names.
    pub place: Option<String>,
    /// The needs that it speaks of: the Finnish name, how surely, and by which phrase; no phrase when
    /// it is only near in meaning.
    pub needs: Vec<(&'static str, f32, &'static str)>,
}

/// How a word of a query is understood.
#[derive(Debug, Clone, PartialEq)]
pub struct ExplainedWord {
    /// The word as written.
    pub text: String,
    /// How much it tells.
    pub weight: f32,
    /// What may stand for it, the best first, with how well and how many services have it.
    pub alternatives: Vec<(Way, String, f32, u32)>,
}

impl Index {
    /// How a text is understood.
    #[must_use]
    pub fn explain(&self, text: &str, list: &StaffList) -> Explanation {
        let plan = self.understand(text, list);
        let word = |word: PlanWord| {
            let all = word.parts.into_iter().flatten().chain(word.alternatives);
            let mut alternatives: Vec<(Way, String, f32, u32)> = all
                .map(|one| {
                    let count = self.terms.counts[one.term];
                    (one.way, self.written(one.term), one.factor, count)
                })
                .collect();
            alternatives.sort_by(|a, b| b.2.total_cmp(&a.2));
            ExplainedWord { text: word.text, weight: word.weight, alternatives }
        };
        let need = |spoken: &Spoken| {
            let need = &self.lexicon.needs[spoken.need as usize];
            (need.name, spoken.strength, spoken.phrase)
        };
        Explanation {
            needs: plan.needs.iter().map(need).collect(),
            place: plan.place,
            words: plan.words.into_iter().map(word).collect(),
        }
    }

    /// The needs of the vocabulary that a text speaks of, the surest first, with how surely.
    #[must_use]
    pub fn needs_in(&self, text: &str, list: &StaffList) -> Vec<(&'static Need, f32)> {
        let plan = self.plans.get(text, list, || self.understand(text, list));
        let need = |one: &Spoken| (&self.lexicon.needs[one.need as usize], one.strength);
        let mut needs: Vec<(&'static Need, f32)> = plan.needs.iter().map(need).collect();
        needs.sort_by(|one, other| other.1.total_cmp(&one.1));
        needs
    }

    /// For each word of a plan that the document answers, the reason.
    pub(crate) fn reasons(&self, plan: &Plan, document: u32) -> Vec<Reason> {
        let reason = |word: &PlanWord| {
            let best = self.best(word, document)?;
            Some(Reason { word: word.text.clone(), way: best.way, by: self.written(best.term) })
        };
        plan.words.iter().filter_map(reason).collect()
    }

    /// How the document fits the query.
    pub(crate) fn match_kind(&self, plan: &Plan, document: u32) -> MatchKind {
        let (mut typed, mut needed) = (0.0, 0.0);
        for word in &plan.words {
            match self.best(word, document).map(|one| (one.way, one.cover)) {
                Some((Way::Need, cover)) => needed += word.weight * cover,
                Some((Way::Part, _)) | None => {}
                Some((_, cover)) => typed += word.weight * cover,
            }
        }
        let (typed, needed) = (typed / plan.weight(), needed / plan.weight());
        match () {
            () if typed >= W.all_words => MatchKind::AllWords,
            () if typed >= W.most_words && typed >= needed => MatchKind::MostWords,
            () if needed >= W.most_words => MatchKind::Need,
            () if typed + needed >= W.most_words => MatchKind::MostWords,
            () => MatchKind::Near,
        }
    }

    /// The alternative by which a document answers a word best.
    fn best<'a>(&self, word: &'a PlanWord, document: u32) -> Option<&'a Alternative> {
        let value = |one: &Alternative| {
            let impact = self.postings_of(one.term).impact(document)?;
            Some(one.factor * f32::from(impact))
        };
        let all = word.alternatives.iter().chain(word.parts.iter().flatten());
        let valued = all.filter_map(|one| Some((value(one)?, one)));
        valued.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, one)| one)
    }

    /// A term as people read it.
    fn written(&self, term: usize) -> String {
        let (form, text) = self.terms.key(term).split_first().unwrap_or((&0, &[]));
        let text = String::from_utf8_lossy(text).into_owned();
        if *form != Form::Need.byte() {
            return text;
        }
        let need = text.parse().ok().and_then(|number: usize| self.lexicon.needs.get(number));
        need.map(|need| need.name.to_owned()).unwrap_or_default()
    }
}
