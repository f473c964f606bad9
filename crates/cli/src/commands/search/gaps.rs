//! `tarjotin search gaps`: what people searched for in vain.

use std::process::ExitCode;

use app::search_gap::{Total, report};
use domain::Language;
use domain::reference::municipality;
use domain::search_gap::{GapKind, KNOWN_FROM};

use crate::configuration::Configuration;
use crate::wiring;

/// The command's own arguments.
#[derive(Debug, clap::Args)]
#[group(id = "gaps")]
pub struct Arguments {
    /// Of how many weeks, this one included.
    #[arg(long, default_value_t = 4, value_parser = clap::value_parser!(u16).range(1..=104))]
    weeks: u16,
    /// At most how many lines.
    #[arg(long, default_value_t = 200, value_name = "LINES")]
    limit: u32,
}

/// Prints them.
pub async fn run(configuration: &Configuration, arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let app = wiring::open(configuration).await?;
    let totals = report(&app, arguments.weeks, arguments.limit).await?;
    app.database().close().await;
    if totals.is_empty() {
        println!(
            "Nothing is known of searches in vain in the last {} weeks. A text is known from its \
             {KNOWN_FROM}th time on.",
            arguments.weeks
        );
        return Ok(ExitCode::SUCCESS);
    }
    println!("{:>7}  {:9}  {:8}  {:20}  text", "times", "kind", "language", "municipality");
    for total in &totals {
        println!("{}", line(total));
    }
    Ok(ExitCode::SUCCESS)
}

fn line(total: &Total) -> String {
    let kind = match total.kind {
        GapKind::Empty => "empty",
        GapKind::Abandoned => "abandoned",
        GapKind::Reported => "reported",
    };
    let place = total.municipality.as_deref();
    let place = place.map_or("all", |code| {
        municipality(code).map_or(code, |municipality| municipality.name(Language::Fi))
    });
    let text = total.text.as_deref().unwrap_or("(all)");
    format!("{:>7}  {kind:9}  {:8}  {place:20}  {text}", total.count, total.language)
}
