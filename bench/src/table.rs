//! The figures as tables.

use search::evaluation::{Group, JudgedQuery, Measure, Report, Run, report};

use crate::measure::Figures;

/// An engine's name with its figures, or why it has none.
pub type Outcome = (&'static str, Result<Figures, String>);

/// How good the engines are, by kind of query.
pub fn quality(judged: &[JudgedQuery], outcomes: &[Outcome]) {
    let reports: Vec<(&str, Report)> = outcomes
        .iter()
        .filter_map(|(name, outcome)| {
            let run = Run::read(&outcome.as_ref().ok()?.run).ok()?;
            Some((*name, report(judged, &run)))
        })
        .collect();
    let Some((_, first)) = reports.first() else { return };
    for measure in [Measure::Ndcg, Measure::Recall, Measure::Success, Measure::Zero] {
        print!("\n{:<22}{:>4}", measure.name(), "n");
        reports.iter().for_each(|(name, _)| print!("{name:>13}"));
        println!();
        for group in &first.groups {
            if reports.iter().all(|(_, report)| value(report, &group.group, measure).is_none()) {
                continue;
            }
            print!("{:<22}{:>4}", group.group.to_string(), group.queries);
            for (_, report) in &reports {
                match value(report, &group.group, measure) {
                    Some(value) => print!("{value:>13.3}"),
                    None => print!("{:>13}", "-"),
                }
            }
            println!();
        }
    }
}

fn value(report: &Report, group: &Group, measure: Measure) -> Option<f64> {
    let figures = report.groups.iter().find(|figures| figures.group == *group)?;
    Some(figures.mean(measure)?.value)
}

/// How fast they are, each beside the first.
pub fn speed(judged: &[JudgedQuery], outcomes: &[Outcome]) {
    println!(
        "\n{:<13}{:>8}{:>9}{:>9}{:>9}{:>10}{:>10}{:>10}{:>12}{:>9}{:>9}",
        "engine",
        "nDCG@10",
        "built s",
        "index MB",
        "RSS MB",
        "mean µs",
        "p50 µs",
        "p99 µs",
        "searches/s",
        "x mean",
        "x rate"
    );
    let first = outcomes.iter().find_map(|(_, outcome)| outcome.as_ref().ok());
    for (name, outcome) in outcomes {
        let figures = match outcome {
            Ok(figures) => figures,
            Err(reason) => {
                println!("{name:<13}  skipped: {reason}");
                continue;
            }
        };
        let gain = Run::read(&figures.run).ok().map(|run| report(judged, &run));
        let gain = gain.and_then(|report| value(&report, &Group::Answerable, Measure::Ndcg));
        let microseconds = |time: std::time::Duration| time.as_secs_f64() * 1e6;
        println!(
            "{name:<13}{:>8}{:>9.1}{:>9}{:>9}{:>10.0}{:>10.0}{:>10.0}{:>12.0}{:>9.1}{:>9.1}",
            gain.map_or_else(|| "-".to_owned(), |gain| format!("{gain:.3}")),
            figures.built.as_secs_f64(),
            figures.size / 1_000_000,
            figures.resident.map_or("-".to_owned(), |kilobytes| (kilobytes / 1_000).to_string()),
            microseconds(figures.mean),
            microseconds(figures.median),
            microseconds(figures.slowest),
            figures.rate,
            first.map_or(1.0, |first| figures.mean.as_secs_f64() / first.mean.as_secs_f64()),
            first.map_or(1.0, |first| first.rate / figures.rate),
        );
    }
    println!();
    for (name, outcome) in outcomes {
        if let Ok(figures) = outcome {
            println!("{name}: {} searches timed; {}", figures.searches, figures.notes.join("; "));
        }
    }
}
