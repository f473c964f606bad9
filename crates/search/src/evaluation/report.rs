//! The figures of a run: query by query, and their means by group.

use std::collections::BTreeSet;
use std::fmt;

use domain::Language;

use super::bootstrap::Mean;
use super::judged::JudgedQuery;
use super::metrics::{Figures, Measure, score};
use super::run::Run;

/// Queries whose figures are given together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// All for which something is useful.
    Answerable,
    /// Those of a kind.
    Kind(String),
    /// Those of a language for which something is useful.
    Language(Language),
}

impl Group {
    /// Whether a query belongs to it.
    #[must_use]
    pub fn has(&self, query: &JudgedQuery) -> bool {
        match self {
            Self::Answerable => query.is_answerable(),
            Self::Kind(kind) => query.kind == *kind,
            Self::Language(language) => query.language == *language && query.is_answerable(),
        }
    }

    /// The groups that queries fall into, in the order of a table: all, by kind, by language.
    pub(super) fn of(queries: &[JudgedQuery]) -> Vec<Self> {
        let kinds: BTreeSet<&String> = queries.iter().map(|query| &query.kind).collect();
        let languages: BTreeSet<Language> = queries.iter().map(|query| query.language).collect();
        let mut groups = vec![Self::Answerable];
        groups.extend(kinds.into_iter().cloned().map(Self::Kind));
        let mut languages: Vec<Language> = languages.into_iter().collect();
        languages.sort_unstable_by_key(|language| language.code());
        groups.extend(languages.into_iter().map(Self::Language));
        groups
    }
}

/// As the outside scorer names them.
impl fmt::Display for Group {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answerable => formatter.write_str("ALL answerable"),
            Self::Kind(kind) => formatter.write_str(kind),
            Self::Language(language) => write!(formatter, "lang {language}"),
        }
    }
}

/// The means of a group.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupFigures {
    /// The group.
    pub group: Group,
    /// How many queries it has.
    pub queries: usize,
    means: [Option<Mean>; Measure::ALL.len()],
}

impl GroupFigures {
    /// The mean of a measure over the queries that have it; none where none has.
    #[must_use]
    pub const fn mean(&self, measure: Measure) -> Option<Mean> {
        self.means[measure as usize]
    }
}

/// The figures of one query.
#[derive(Debug, Clone, PartialEq)]
pub struct QueryFigures {
    /// The query's id.
    pub query: String,
    /// Its figures.
    pub figures: Figures,
}

/// The figures of a run.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// By group: all, by kind, by language.
    pub groups: Vec<GroupFigures>,
    /// By query, in the order of the judged set.
    pub queries: Vec<QueryFigures>,
}

impl Report {
    /// The queries, the worst first; those for which nothing is useful come last.
    #[must_use]
    pub fn worst_first(&self) -> Vec<&QueryFigures> {
        let mut queries: Vec<&QueryFigures> = self.queries.iter().collect();
        let gain = |query: &QueryFigures| query.figures.get(Measure::Ndcg).unwrap_or(f64::INFINITY);
        queries.sort_by(|one, other| gain(one).total_cmp(&gain(other)));
        queries
    }
}

/// Scores a run against judged queries. A query that is not in the run has no results.
#[must_use]
pub fn report(queries: &[JudgedQuery], run: &Run) -> Report {
    let figures: Vec<Figures> =
        queries.iter().map(|query| score(query, run.results(&query.id))).collect();
    let scored = || queries.iter().zip(&figures);
    let groups = Group::of(queries).into_iter().map(|group| {
        let own: Vec<&Figures> =
            scored().filter(|(query, _)| group.has(query)).map(|(_, figures)| figures).collect();
        let mean = |measure| {
            let values: Vec<f64> = own.iter().filter_map(|figures| figures.get(measure)).collect();
            Mean::of(&values)
        };
        GroupFigures { queries: own.len(), means: Measure::ALL.map(mean), group }
    });
    Report {
        groups: groups.collect(),
        queries: scored()
            .map(|(query, figures)| QueryFigures { query: query.id.clone(), figures: *figures })
            .collect(),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A query for which the service `good` is useful, or nothing is.
    pub fn query(id: &str, kind: &str, is_answerable: bool) -> JudgedQuery {
        let good = is_answerable.then(|| ("good".to_owned(), 3));
        JudgedQuery {
            id: id.to_owned(),
            text: format!("words of {id}"),
            language: Language::Fi,
            kind: kind.to_owned(),
            municipality: None,
            grades: good.into_iter().collect(),
            judged: None,
        }
    }

    fn value(report: &Report, group: &Group, measure: Measure) -> Option<f64> {
        let figures = report.groups.iter().find(|figures| figures.group == *group).expect("group");
        figures.mean(measure).map(|mean| mean.value)
    }

    fn kind(name: &str) -> Group {
        Group::Kind(name.to_owned())
    }

    #[test]
    fn queries_that_nothing_answers_stay_out_of_the_gain_but_not_out_of_their_kind() {
        let queries =
            [query("q1", "need", true), query("q2", "need", true), query("q3", "no_answer", false)];
        let mut run = Run::default();
        run.insert("q1", ["good"]);
        run.insert("q3", ["bad"]);
        let report = report(&queries, &run);
        assert_eq!(value(&report, &Group::Answerable, Measure::Ndcg), Some(0.5));
        assert_eq!(value(&report, &Group::Answerable, Measure::Zero), Some(0.5));
        assert_eq!(value(&report, &kind("no_answer"), Measure::Ndcg), None);
        assert_eq!(value(&report, &kind("no_answer"), Measure::Zero), Some(0.0));
        assert_eq!(value(&report, &Group::Language(Language::Fi), Measure::Success), Some(0.5));
    }

    #[test]
    fn groups_come_as_all_then_kinds_then_languages() {
        let swedish = JudgedQuery { language: Language::Sv, ..query("q3", "need", true) };
        let queries = [query("q1", "prefix", true), query("q2", "need", true), swedish];
        let report = report(&queries, &Run::default());
        let names: Vec<String> = report.groups.iter().map(|it| it.group.to_string()).collect();
        assert_eq!(names, ["ALL answerable", "need", "prefix", "lang fi", "lang sv"]);
        assert_eq!(report.groups[1].queries, 2);
    }

    #[test]
    fn the_worst_query_comes_first_and_the_unanswerable_last() {
        let queries =
            [query("q1", "no_answer", false), query("q2", "need", true), query("q3", "need", true)];
        let mut run = Run::default();
        run.insert("q2", ["good"]);
        let report = report(&queries, &run);
        let order: Vec<&str> = report.worst_first().iter().map(|it| it.query.as_str()).collect();
        assert_eq!(order, ["q3", "q2", "q1"]);
    }
}
