//! `tarjotin search`: the search seen from the inside, and taught.

mod eval;
mod explain;
mod gaps;
mod rebuild;
mod train;
mod words;

use std::process::ExitCode;

use crate::configuration::Configuration;

/// What to do.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Measures the search on a set of judged queries, and compares it with an earlier run.
    Eval(eval::Arguments),
    /// Tells how a query is understood, and why each service is found.
    Explain(explain::Arguments),
    /// Builds the search index anew, whatever its file holds.
    Rebuild,
    /// Prints what people searched for in vain.
    Gaps(gaps::Arguments),
    /// Learns word vectors from texts of services.
    Train(train::Arguments),
    /// Shows and changes the staff's list of words.
    Words {
        #[command(subcommand)]
        what: words::Command,
    },
}

/// Does it.
pub async fn run(configuration: &Configuration, command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Eval(arguments) => eval::run(configuration, &arguments),
        Command::Explain(arguments) => explain::run(configuration, &arguments).await,
        Command::Rebuild => rebuild::run(configuration).await,
        Command::Gaps(arguments) => gaps::run(configuration, &arguments).await,
        Command::Train(arguments) => train::run(configuration, &arguments),
        Command::Words { what } => words::run(configuration, what).await,
    }
}
