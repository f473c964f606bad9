//! The search beside its peers: how good each is on the judged queries, and what each costs with the
//! services of all of Finland. `tools/bench search` builds and runs it.
//!
//! - `TARJOTIN_BENCH_SERVICES`: how many services (100,000 by default).
//! - `TARJOTIN_BENCH_ENGINES`: which engines, with commas between them (all by default).
//! - `TARJOTIN_BENCH_CORPUS`: the folder of the judged set (`../shared/search` by default). Without it
//!   services are made up, and there is no table of quality.

mod corpus;
mod dice;
mod engines;
mod made_up;
mod measure;
mod questions;
mod services;
mod table;
mod words;

use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result};
use search::evaluation::JudgedQuery;

use crate::measure::{Figures, measure};
use crate::services::Services;
use crate::table::Outcome;

fn main() -> ExitCode {
    match bench() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn bench() -> Result<()> {
    let folder = variable("TARJOTIN_BENCH_CORPUS").unwrap_or("../shared/search".to_owned());
    let folder = PathBuf::from(folder);
    let count = variable("TARJOTIN_BENCH_SERVICES").map_or(Ok(100_000), |count| count.parse());
    let count = count.context("TARJOTIN_BENCH_SERVICES is not a number")?;
    let services = Services::open(&folder.join("corpus.jsonl"), count)?;
    let judged = if services.are_real {
        corpus::read_queries(&folder.join("golden.jsonl"))?
    } else {
        Vec::new()
    };
    if let Some(engine) = std::env::args().nth(1) {
        println!("{}", serde_json::to_string(&measure(&engine, &services, &judged)?)?);
        return Ok(());
    }
    beside_each_other(&services, &judged)
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// Measures the engines, one after another, and prints the tables.
fn beside_each_other(services: &Services, judged: &[JudgedQuery]) -> Result<()> {
    let chosen = variable("TARJOTIN_BENCH_ENGINES").map(|it| it.to_lowercase());
    let is_chosen = |name: &str| {
        chosen.as_ref().is_none_or(|it| it.split(',').any(|one| name.to_lowercase().contains(one)))
    };
    let kind =
        if services.are_real { "copies of real ones" } else { "made up: no judged set here" };
    println!(
        "services: {} ({kind}); quality on {} of them",
        services.count,
        services.originals().len()
    );
    if finnish::Dictionary::installed().is_none() {
        println!("Voikko's dictionary (Debian: voikko-fi) is missing: Finnish by endings alone");
    }
    let mut outcomes: Vec<Outcome> = Vec::new();
    for name in engines::NAMES.into_iter().filter(|name| is_chosen(name)) {
        eprintln!("… {name}");
        outcomes.push((name, in_its_own_process(name).map_err(|error| format!("{error:#}"))));
    }
    if !judged.is_empty() {
        table::quality(judged, &outcomes);
    }
    table::speed(judged, &outcomes);
    Ok(())
}

fn in_its_own_process(engine: &str) -> Result<Figures> {
    let mut command = Command::new(std::env::current_exe()?);
    let output = command.arg(engine).stdin(Stdio::null()).output()?;
    let errors = String::from_utf8_lossy(&output.stderr);
    anyhow::ensure!(output.status.success(), "{}", errors.trim().replace('\n', " "));
    Ok(serde_json::from_slice(&output.stdout)?)
}
