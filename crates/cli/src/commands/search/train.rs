//! `tarjotin search train`: word vectors learnt from more texts than the catalogue has.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context;
use app::evaluation::Corpus;
use app::search::WordVectors;

use crate::configuration::Configuration;
use crate::wiring;

/// The command's own arguments.
#[derive(Debug, clap::Args)]
#[group(id = "train")]
pub struct Arguments {
    /// The texts: services, a JSON object on each line, as `search eval` reads them; may be given many
    /// times.
    #[arg(long, value_name = "FILE", required = true)]
    texts: Vec<PathBuf>,
    /// Where the vectors go. Name the file as `vectors` under [search] in the configuration.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// Learns them and writes the file.
pub fn run(configuration: &Configuration, arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let words = wiring::words(configuration)?;
    let read = |file: &PathBuf| Corpus::read(file);
    let texts = arguments.texts.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let documents = texts.iter().flat_map(Corpus::documents);
    let vectors = WordVectors::learn(Arc::clone(words.lexicon()), documents);
    vectors.save(&arguments.out).with_context(|| {
        format!("the word vectors cannot be written to {}", arguments.out.display())
    })?;
    let services: usize = texts.iter().map(Corpus::len).sum();
    println!(
        "Learnt the vectors of {} words from {services} services; they are in {}",
        vectors.len(),
        arguments.out.display()
    );
    Ok(ExitCode::SUCCESS)
}
