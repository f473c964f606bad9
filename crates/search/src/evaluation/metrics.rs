//! The figures of one query.

use super::judged::{Grade, JudgedQuery, USEFUL};

/// How many results nDCG and holes look at.
const PAGE: usize = 10;
/// How many results recall looks at, and a run holds.
pub(super) const DEPTH: usize = 50;
/// How many results a person surely sees.
const SEEN: usize = 3;

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Discounted gain of the first ten as a share of the best possible: gain 2^grade − 1, discount
    /// log₂(rank + 1). A service that nobody judged counts as 0.
    Ndcg,
    /// The share of the useful services (grade 2 or 3) among the first 50.
    Recall,
    /// Whether a useful service is among the first three.
    Success,
    /// Whether there is no result at all: wanted only where nothing is useful.
    Zero,
    /// The share of the first ten that nobody has judged: where it is high, the rest is too low.
    Holes,
    /// How many results there are, of 50 at most.
    Results,
}

impl Measure {
    /// All of them, in the order of a table.
    pub const ALL: [Self; 6] =
        [Self::Ndcg, Self::Recall, Self::Success, Self::Zero, Self::Holes, Self::Results];

    /// Its name in tables and in the outside scorer's answers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ndcg => "ndcg@10",
            Self::Recall => "recall@50",
            Self::Success => "success@3",
            Self::Zero => "zero",
            Self::Holes => "holes@10",
            Self::Results => "results",
        }
    }
}

/// The figures of one query, one for each measure. The first three are missing where nothing is
/// useful, holes where there is no result or nobody wrote down what was judged.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Figures([Option<f64>; Measure::ALL.len()]);

impl Figures {
    /// The figure of a measure.
    #[must_use]
    pub const fn get(&self, measure: Measure) -> Option<f64> {
        self.0[measure as usize]
    }

    fn set(&mut self, measure: Measure, value: f64) {
        self.0[measure as usize] = Some(value);
    }
}

/// Scores the results of a query, best first; a service that is listed twice must not be there.
#[must_use]
pub fn score(query: &JudgedQuery, results: &[String]) -> Figures {
    let first = |count: usize| results.iter().take(count);
    let is_useful = |service: &&String| query.grade(service) >= USEFUL;
    let mut figures = Figures::default();
    figures.set(Measure::Zero, share(usize::from(results.is_empty()), 1));
    figures.set(Measure::Results, share(first(DEPTH).count(), 1));
    let judged: Option<Vec<bool>> = first(PAGE).map(|service| query.is_judged(service)).collect();
    if let Some(judged) = judged.filter(|judged| !judged.is_empty()) {
        let holes = judged.iter().filter(|is_judged| !**is_judged).count();
        figures.set(Measure::Holes, share(holes, judged.len()));
    }
    let useful = query.grades.values().filter(|grade| **grade >= USEFUL).count();
    if useful > 0 {
        let mut best: Vec<Grade> = query.grades.values().copied().collect();
        best.sort_unstable_by_key(|grade| std::cmp::Reverse(*grade));
        let gain = discounted(first(PAGE).map(|service| query.grade(service)));
        figures.set(Measure::Ndcg, gain / discounted(best.into_iter().take(PAGE)));
        figures.set(Measure::Recall, share(first(DEPTH).filter(is_useful).count(), useful));
        let is_seen = first(SEEN).any(|service| is_useful(&service));
        figures.set(Measure::Success, share(usize::from(is_seen), 1));
    }
    figures
}

/// The discounted gain of grades in the order of their ranks.
fn discounted(grades: impl Iterator<Item = Grade>) -> f64 {
    let ranks = (2_u32..).map(f64::from);
    let gains =
        grades.zip(ranks).map(|(grade, rank)| (f64::from(grade).exp2() - 1.0) / rank.log2());
    // Not a sum: that of nothing would be -0.
    gains.fold(0.0, |sum, gain| sum + gain)
}

#[expect(clippy::cast_precision_loss, reason = "counts of results are small")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::Language;
    use proptest::prelude::*;

    use super::*;

    fn query(grades: &[(&str, Grade)], judged: Option<&[&str]>) -> JudgedQuery {
        JudgedQuery {
            id: "q".to_owned(),
            text: "uimahalli".to_owned(),
            language: Language::Fi,
            kind: "need".to_owned(),
            municipality: None,
            grades: grades.iter().map(|(id, grade)| ((*id).to_owned(), *grade)).collect(),
            judged: judged.map(|ids| ids.iter().map(|id| (*id).to_owned()).collect()),
        }
    }

    fn ids(ids: &[&str]) -> Vec<String> {
        ids.iter().map(|id| (*id).to_owned()).collect()
    }

    fn close(figure: Option<f64>, expected: f64) {
        let figure = figure.expect("a figure");
        assert!((figure - expected).abs() < 1e-12, "{figure} is not {expected}");
    }

    #[test]
    fn gain_doubles_with_the_grade_and_fades_with_the_rank() {
        let query = query(&[("a", 3), ("b", 2), ("c", 1)], None);
        let figures = score(&query, &ids(&["c", "x", "a"]));
        // 1/log2(2) + 0 + 7/log2(4), of 7/log2(2) + 3/log2(3) + 1/log2(4).
        close(figures.get(Measure::Ndcg), 4.5 / (7.0 + 3.0 / 3_f64.log2() + 0.5));
        close(figures.get(Measure::Recall), 0.5);
        close(figures.get(Measure::Success), 1.0);
        close(figures.get(Measure::Results), 3.0);
    }

    #[test]
    fn the_best_order_is_one_and_nothing_found_is_nought() {
        let query = query(&[("a", 3), ("b", 2)], None);
        let best = score(&query, &ids(&["a", "b"]));
        close(best.get(Measure::Ndcg), 1.0);
        close(best.get(Measure::Recall), 1.0);
        let nothing = score(&query, &[]);
        close(nothing.get(Measure::Ndcg), 0.0);
        assert_eq!(nothing.get(Measure::Ndcg).map(f64::is_sign_negative), Some(false));
        close(nothing.get(Measure::Success), 0.0);
        close(nothing.get(Measure::Zero), 1.0);
    }

    #[test]
    fn a_marginal_service_is_no_success() {
        let query = query(&[("a", 1), ("b", 2)], None);
        close(score(&query, &ids(&["a"])).get(Measure::Success), 0.0);
    }

    #[test]
    fn the_fourth_comes_too_late_for_success_and_the_fifty_first_for_recall() {
        let query = query(&[("a", 2)], None);
        let late = |rank: usize| {
            let mut found: Vec<String> = (1..rank).map(|number| format!("x{number}")).collect();
            found.push("a".to_owned());
            score(&query, &found)
        };
        close(late(3).get(Measure::Success), 1.0);
        close(late(4).get(Measure::Success), 0.0);
        assert!(late(10).get(Measure::Ndcg) > Some(0.0));
        close(late(11).get(Measure::Ndcg), 0.0);
        close(late(50).get(Measure::Recall), 1.0);
        close(late(51).get(Measure::Recall), 0.0);
        close(late(51).get(Measure::Results), 50.0);
    }

    #[test]
    fn where_nothing_is_useful_only_silence_is_measured() {
        let query = query(&[("a", 1)], None);
        let figures = score(&query, &ids(&["a"]));
        for measure in [Measure::Ndcg, Measure::Recall, Measure::Success] {
            assert_eq!(figures.get(measure), None);
        }
        close(figures.get(Measure::Zero), 0.0);
    }

    #[test]
    fn a_hole_is_a_result_that_nobody_looked_at() {
        let query = query(&[("a", 2)], Some(&["b"]));
        close(score(&query, &ids(&["a", "b", "x", "y"])).get(Measure::Holes), 0.5);
        assert_eq!(score(&query, &[]).get(Measure::Holes), None);
        let unknown = JudgedQuery { judged: None, ..query };
        assert_eq!(score(&unknown, &ids(&["a"])).get(Measure::Holes), None);
    }

    fn grades() -> impl Strategy<Value = Vec<Grade>> {
        proptest::collection::vec(0_u8..=3, 1..70)
    }

    proptest! {
        #[test]
        fn every_share_lies_between_nought_and_one(grades in grades(), order in any::<u64>()) {
            let names: Vec<String> = (0..grades.len()).map(|n| format!("s{n}")).collect();
            let mut query = query(&[], None);
            query.grades = names.iter().cloned().zip(grades).collect();
            query.judged = Some(BTreeSet::new());
            let mut found = names;
            let turn = usize::try_from(order % 64).unwrap_or_default() % found.len();
            found.rotate_left(turn);
            let figures = score(&query, &found);
            for measure in Measure::ALL.into_iter().filter(|it| *it != Measure::Results) {
                if let Some(figure) = figures.get(measure) {
                    prop_assert!((0.0..=1.0 + 1e-12).contains(&figure), "{measure:?} {figure}");
                }
            }
            prop_assert_eq!(figures.get(Measure::Ndcg).is_some(), query.is_answerable());
        }

        #[test]
        fn a_better_service_put_before_a_worse_one_never_lowers_the_gain(
            grades in grades(),
            place in any::<proptest::sample::Index>(),
        ) {
            let mut query = query(&[], None);
            let names: Vec<String> = (0..grades.len()).map(|n| format!("s{n}")).collect();
            query.grades = names.iter().cloned().zip(grades.iter().copied()).collect();
            let place = place.index(names.len());
            if place + 1 < names.len() && grades[place] < grades[place + 1] {
                let mut better = names.clone();
                better.swap(place, place + 1);
                let gain = |found: &[String]| score(&query, found).get(Measure::Ndcg);
                prop_assert!(gain(&better) >= gain(&names));
            }
        }
    }
}
