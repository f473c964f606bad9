//! The figures as tables for people.

use std::fmt::{self, Display, Formatter, Write};

use app::evaluation::{Comparison, Difference, GroupFigures, JudgedQuery, Mean, Measure};

use super::Measured;

/// The share of results that nobody has judged from which the other figures are too low.
const TOO_MANY_HOLES: f64 = 0.10;
/// How many results of a query are shown by their grades.
const GRADES: usize = 10;

/// Everything that was measured.
pub fn of(measured: &Measured) -> String {
    let mut text = String::new();
    // Writing to a string does not fail.
    let _ = write!(text, "{}", Tables(measured));
    text
}

struct Tables<'a>(&'a Measured);

impl Display for Tables<'_> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let Measured { corpus, queries, report, comparison, shows_queries, .. } = self.0;
        writeln!(
            formatter,
            "{:16}{:>4}  {:20}{:20}{:20}{:20}{:>5}{:>9}",
            "group", "n", "nDCG@10", "recall@50", "success@3", "zero", "holes", "results"
        )?;
        for figures in &report.groups {
            writeln!(formatter, "{}", Row(figures))?;
        }
        writeln!(
            formatter,
            "{} services. After each mean its 95 % interval, were the queries drawn anew; that of \
             a few queries is too narrow.",
            corpus.len()
        )?;
        let missing = corpus.missing(queries);
        if missing > 0 {
            writeln!(formatter, "note: {missing} graded services are not in the corpus")?;
        }
        let holes = report.groups.first().and_then(|all| all.mean(Measure::Holes));
        if holes.is_some_and(|holes| holes.value > TOO_MANY_HOLES) {
            writeln!(
                formatter,
                "note: more than a tenth of the first ten are not judged: the figures are too low"
            )?;
        }
        if let Some(comparison) = comparison {
            write!(formatter, "\n{}", Changes(comparison))?;
        }
        if *shows_queries {
            writeln!(formatter)?;
            per_query(self.0, formatter)?;
        }
        Ok(())
    }
}

/// A group's line.
struct Row<'a>(&'a GroupFigures);

impl Display for Row<'_> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let figures = self.0;
        write!(formatter, "{:16}{:>4}  ", figures.group.to_string(), figures.queries)?;
        for measure in [Measure::Ndcg, Measure::Recall, Measure::Success, Measure::Zero] {
            let mean = figures.mean(measure).map(with_interval);
            write!(formatter, "{:20}", mean.as_deref().unwrap_or("–"))?;
        }
        let plain = |measure, digits| match figures.mean(measure) {
            Some(mean) => format!("{:.digits$}", mean.value),
            None => "–".to_owned(),
        };
        write!(formatter, "{:>5}{:>9}", plain(Measure::Holes, 2), plain(Measure::Results, 1))
    }
}

fn with_interval(mean: Mean) -> String {
    format!("{:.3} {:.3}–{:.3}", mean.value, mean.low, mean.high)
}

/// The lines of a comparison; what is as it was is left out.
struct Changes<'a>(&'a Comparison);

impl Display for Changes<'_> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        writeln!(
            formatter,
            "{:16}{:>4}  {:10}{:>8}  {:17}{:>6}{:>6}",
            "against before", "n", "measure", "change", "interval", "better", "worse"
        )?;
        for group in &self.0.groups {
            let is_changed = |it: &&Difference| it.better + it.worse > 0;
            for (number, difference) in group.differences.iter().filter(is_changed).enumerate() {
                match number {
                    0 => write!(formatter, "{:16}{:>4}  ", group.group.to_string(), group.queries)?,
                    _ => write!(formatter, "{:22}", "")?,
                }
                writeln!(formatter, "{}", change(difference))?;
            }
        }
        let drops = self.0.drops().count();
        match drops {
            0 => writeln!(formatter, "No real drop. What is not listed is as it was."),
            _ => writeln!(formatter, "{drops} real drops: the whole interval lies below zero."),
        }
    }
}

fn change(difference: &Difference) -> String {
    let Difference { measure, mean, better, worse } = difference;
    let interval = format!("{:+.3} … {:+.3}", mean.low, mean.high);
    let verdict = match (difference.is_drop(), difference.is_rise()) {
        (true, _) => "  DROP",
        (_, true) => "  rise",
        _ => "",
    };
    format!(
        "{:10}{:>+8.3}  {interval:17}{better:>6}{worse:>6}{verdict}",
        measure.name(),
        mean.value
    )
}

/// The queries, the worst first, each with the grades of its first results and the first's name.
fn per_query(measured: &Measured, formatter: &mut Formatter<'_>) -> fmt::Result {
    writeln!(
        formatter,
        "{:6}{:13}{:8}{:10}{:11} query → first result",
        "qid", "kind", "nDCG@10", "recall@50", "grades"
    )?;
    for figures in measured.report.worst_first() {
        let Some(query) = measured.queries.iter().find(|query| query.id == figures.query) else {
            continue;
        };
        let plain = |measure| match figures.figures.get(measure) {
            Some(figure) => format!("{figure:.3}"),
            None => "–".to_owned(),
        };
        let results = measured.run.results(&query.id);
        let grades: String = results.iter().take(GRADES).map(|id| grade(query, id)).collect();
        let first = results.first().and_then(|id| measured.corpus.name(id, query.language));
        writeln!(
            formatter,
            "{:6}{:13}{:8}{:10}{grades:11} {} → {}",
            query.id,
            query.kind,
            plain(Measure::Ndcg),
            plain(Measure::Recall),
            query.text,
            first.as_deref().unwrap_or("nothing")
        )?;
    }
    writeln!(formatter, "grades of the first ten: 1–3, · judged and not fit, ? not judged")
}

fn grade(query: &JudgedQuery, service: &str) -> char {
    match query.grade(service) {
        0 if query.is_judged(service) == Some(false) => '?',
        0 => '·',
        grade => char::from_digit(grade.into(), 10).unwrap_or('·'),
    }
}
