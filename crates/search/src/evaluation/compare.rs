//! Two runs side by side, query by query: what changed, and whether by more than the choice of
//! queries explains.

use super::bootstrap::Mean;
use super::judged::JudgedQuery;
use super::metrics::{Figures, Measure, score};
use super::report::Group;
use super::run::Run;

/// What a change is judged by where something is useful.
const ANSWERABLE: [Measure; 3] = [Measure::Ndcg, Measure::Recall, Measure::Success];

/// How a measure changed in a group.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// The measure.
    pub measure: Measure,
    /// The mean of later minus earlier, over the queries of the group, with its interval.
    pub mean: Mean,
    /// How many queries are better now.
    pub better: usize,
    /// How many are worse.
    pub worse: usize,
}

impl Difference {
    /// Whether it is worse than other queries of the same sort would explain: the whole interval
    /// lies below zero.
    #[must_use]
    pub fn is_drop(&self) -> bool {
        self.mean.high < 0.0
    }

    /// Whether it is better by more than that.
    #[must_use]
    pub fn is_rise(&self) -> bool {
        self.mean.low > 0.0
    }
}

/// How a group changed.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupDifferences {
    /// The group.
    pub group: Group,
    /// How many queries it has.
    pub queries: usize,
    /// Its measures: nDCG, recall and success where something is useful; where nothing is, the
    /// share of queries that are left without results, of which more is better.
    pub differences: Vec<Difference>,
}

/// How a run differs from an earlier one.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// By group: all, by kind.
    pub groups: Vec<GroupDifferences>,
}

impl Comparison {
    /// What dropped really, in all or in some kind.
    pub fn drops(&self) -> impl Iterator<Item = (&Group, &Difference)> {
        self.groups.iter().flat_map(|group| {
            let drops = group.differences.iter().filter(|difference| difference.is_drop());
            drops.map(|difference| (&group.group, difference))
        })
    }
}

/// Compares a run with an earlier one on the same judged queries.
#[must_use]
pub fn compare(queries: &[JudgedQuery], earlier: &Run, later: &Run) -> Comparison {
    let pairs: Vec<(Figures, Figures)> = queries
        .iter()
        .map(|query| {
            let figures = |run: &Run| score(query, run.results(&query.id));
            (figures(earlier), figures(later))
        })
        .collect();
    // By language it would be the kinds' queries once more, and one more chance of a false alarm.
    let groups = Group::of(queries).into_iter().filter(|it| !matches!(it, Group::Language(_)));
    let groups = groups.map(|group| {
        let own: Vec<&(Figures, Figures)> = queries
            .iter()
            .zip(&pairs)
            .filter(|(query, _)| group.has(query))
            .map(|(_, pair)| pair)
            .collect();
        let differences: Vec<Difference> =
            ANSWERABLE.into_iter().filter_map(|measure| difference(measure, &own)).collect();
        let differences = if differences.is_empty() {
            difference(Measure::Zero, &own).into_iter().collect()
        } else {
            differences
        };
        GroupDifferences { queries: own.len(), differences, group }
    });
    Comparison { groups: groups.collect() }
}

fn difference(measure: Measure, pairs: &[&(Figures, Figures)]) -> Option<Difference> {
    let changes: Vec<f64> = pairs
        .iter()
        .filter_map(|(earlier, later)| Some(later.get(measure)? - earlier.get(measure)?))
        .collect();
    let count = |is: fn(f64) -> bool| changes.iter().filter(|change| is(**change)).count();
    Some(Difference {
        measure,
        mean: Mean::of(&changes)?,
        better: count(|change| change > 0.0),
        worse: count(|change| change < 0.0),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::report::tests::query;
    use super::*;

    /// Twenty queries of two kinds, and two that nothing answers.
    fn queries() -> Vec<JudgedQuery> {
        let mut queries: Vec<JudgedQuery> = (0..20)
            .map(|number| {
                let kind = if number < 10 { "need" } else { "prefix" };
                query(&format!("q{number}"), kind, true)
            })
            .collect();
        queries.extend((20..22).map(|number| query(&format!("q{number}"), "no_answer", false)));
        queries
    }

    /// A run that answers the queries whose numbers are told, and no others.
    fn answering(numbers: impl IntoIterator<Item = usize>) -> Run {
        let mut run = Run::default();
        for number in numbers {
            run.insert(format!("q{number}"), ["good"]);
        }
        run
    }

    fn dropped(comparison: &Comparison) -> Vec<(String, Measure)> {
        comparison.drops().map(|(group, it)| (group.to_string(), it.measure)).collect()
    }

    #[test]
    fn a_run_does_not_differ_from_itself() {
        let run = answering(0..15);
        let comparison = compare(&queries(), &run, &run);
        assert!(dropped(&comparison).is_empty());
        let nothing = Mean { value: 0.0, low: 0.0, high: 0.0, count: 20 };
        assert_eq!(comparison.groups[0].differences[0].mean, nothing);
    }

    #[test]
    fn a_kind_that_falls_is_named_and_one_that_rises_does_not_hide_it() {
        let comparison = compare(&queries(), &answering(0..10), &answering(10..20));
        let dropped = dropped(&comparison);
        assert!(dropped.contains(&("need".to_owned(), Measure::Ndcg)), "{dropped:?}");
        assert!(dropped.iter().all(|(group, _)| group == "need"), "{dropped:?}");
        let prefix = &comparison.groups[3];
        assert_eq!(prefix.group, Group::Kind("prefix".to_owned()));
        assert!(prefix.differences[0].is_rise());
        assert_eq!((prefix.differences[0].better, prefix.differences[0].worse), (10, 0));
    }

    #[test]
    fn one_query_lost_of_twenty_is_noise() {
        let comparison = compare(&queries(), &answering(0..20), &answering(1..20));
        assert!(comparison.groups[0].differences[0].mean.value < 0.0);
        assert!(dropped(&comparison).is_empty());
    }

    #[test]
    fn a_list_where_nothing_fits_is_a_drop_of_honesty() {
        let comparison = compare(&queries(), &answering(0..20), &answering(0..22));
        assert_eq!(dropped(&comparison), [("no_answer".to_owned(), Measure::Zero)]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(16))]
        #[test]
        fn what_drops_one_way_rises_the_other(
            earlier in proptest::collection::btree_set(0..22_usize, 0..22),
            later in proptest::collection::btree_set(0..22_usize, 0..22),
        ) {
            let (earlier, later) = (answering(earlier), answering(later));
            let there = compare(&queries(), &earlier, &later);
            let back = compare(&queries(), &later, &earlier);
            for (there, back) in there.groups.iter().zip(&back.groups) {
                for (there, back) in there.differences.iter().zip(&back.differences) {
                    prop_assert!((there.mean.value + back.mean.value).abs() < 1e-12);
                    prop_assert_eq!((there.better, there.worse), (back.worse, back.better));
                }
            }
        }
    }
}
