//! `tarjotin search eval`: how good the search is on a set of judged queries.

mod json;
mod table;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use app::evaluation::{
    Comparison, Corpus, JudgedQuery, Report, Run, compare, read_queries, read_run, report,
};

use crate::configuration::Configuration;
use crate::wiring;

/// The command's own arguments.
#[derive(Debug, clap::Args)]
#[group(id = "eval")]
pub struct Arguments {
    /// The services to search: a JSON object on each line.
    #[arg(long, value_name = "FILE")]
    corpus: PathBuf,
    /// The judged queries: a JSON object on each line.
    #[arg(long, value_name = "FILE")]
    queries: PathBuf,
    /// Writes what was found into a file: query id, service id and rank, with tabs between them.
    #[arg(long, value_name = "FILE")]
    run: Option<PathBuf>,
    /// Compares with an earlier run, and ends with 1 if all queries or those of a kind got worse by
    /// more than the choice of queries explains.
    #[arg(long, value_name = "FILE")]
    against: Option<PathBuf>,
    /// Lists the queries too, the worst first.
    #[arg(long)]
    per_query: bool,
    /// Prints JSON instead of tables.
    #[arg(long)]
    json: bool,
}

/// What was measured.
struct Measured {
    corpus: Corpus,
    queries: Vec<JudgedQuery>,
    run: Run,
    report: Report,
    comparison: Option<Comparison>,
    shows_queries: bool,
}

/// Measures, prints, and tells a drop by how it ends.
pub fn run(configuration: &Configuration, arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let queries = read_queries(&arguments.queries)?;
    let earlier = arguments.against.as_deref().map(read_run).transpose()?;
    let words = wiring::words(configuration)?;
    let corpus = Corpus::read(&arguments.corpus)?;
    let run = app::evaluation::run(&corpus.index(&words), &queries);
    if let Some(file) = &arguments.run {
        std::fs::write(file, run.to_string())
            .with_context(|| format!("the run cannot be written to {}", file.display()))?;
    }
    let measured = Measured {
        report: report(&queries, &run),
        comparison: earlier.map(|earlier| compare(&queries, &earlier, &run)),
        shows_queries: arguments.per_query,
        corpus,
        queries,
        run,
    };
    if arguments.json {
        println!("{:#}", json::of(&measured));
    } else {
        print!("{}", table::of(&measured));
    }
    let has_dropped = measured.comparison.is_some_and(|it| it.drops().next().is_some());
    Ok(if has_dropped { ExitCode::from(1) } else { ExitCode::SUCCESS })
}
