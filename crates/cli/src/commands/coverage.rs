//! `tarjotin coverage`: what is offered where, beside the county's goals.

use std::fmt::Write as _;
use std::io::Write;
use std::process::ExitCode;

use anyhow::{Context, bail};
use app::App;
use app::coverage::values::{CoverageSettings, Verdict};
use app::coverage::{Coverage, Extent, Table, csv, lines, refresh, table};
use domain::Language;
use domain::reference::{County, county, themes};

use crate::configuration::Configuration;
use crate::{county_file, wiring};

/// The command's own arguments.
#[derive(Debug, clap::Args)]
#[group(id = "coverage")]
pub struct Arguments {
    /// Of this county, by its code; of the only county that is configured, if it is not given.
    #[arg(long, value_name = "CODE")]
    county: Option<String>,
    /// A line for each place, theme, kind of provider and language, as CSV.
    #[arg(long, conflicts_with = "json")]
    csv: bool,
    /// The same lines, each a JSON object.
    #[arg(long)]
    json: bool,
}

/// Counts and prints.
pub async fn run(configuration: &Configuration, arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let (county, settings) = county_of(configuration, arguments.county.as_deref())?;
    let app = wiring::open(configuration).await?;
    let counted = count(&app).await;
    app.database().close().await;
    let coverage = counted?;
    let mut out = std::io::stdout().lock();
    if arguments.csv {
        out.write_all(csv(&lines(&coverage, &settings, county))?.as_bytes())?;
    } else if arguments.json {
        for line in lines(&coverage, &settings, county) {
            serde_json::to_writer(&mut out, &line)?;
            out.write_all(b"\n")?;
        }
    } else if coverage.generation() == 0 {
        writeln!(out, "The catalogue is empty: import first.")?;
    } else {
        let table = table(&coverage, &settings, county, None, None);
        out.write_all(summary(county, &table).as_bytes())?;
    }
    Ok(ExitCode::SUCCESS)
}

async fn count(app: &App) -> Result<std::sync::Arc<Coverage>, app::Error> {
    refresh(app).await?;
    Ok(app.coverage())
}

/// The county that is meant, with what its file sets.
fn county_of(
    configuration: &Configuration,
    code: Option<&str>,
) -> anyhow::Result<(&'static County, CoverageSettings)> {
    let sites = county_file::read_all(&configuration.counties)?;
    let mut own: Vec<_> =
        sites.into_iter().filter_map(|site| Some((site.face.county?, site.coverage))).collect();
    match code {
        Some(code) => {
            let named =
                county(code).with_context(|| format!("nobody knows the county \"{code}\""))?;
            let place = own.iter().position(|(county, _)| county.code == named.code);
            let settings = place.map(|place| own.swap_remove(place).1).unwrap_or_default();
            Ok((named, settings))
        }
        None if own.len() > 1 => bail!("several counties are configured: name one with --county"),
        None => own.pop().context("no county is configured: name one with --county"),
    }
}

/// A line for each row of the table, and what is missing.
fn summary(county: &County, table: &Table) -> String {
    let mut text = format!("{:24}", county.name(Language::En));
    for theme in themes() {
        // Writing to a String cannot fail.
        let _ = write!(text, " {:>9.9}", theme.id);
    }
    let _ = writeln!(text, " {:>9} {:>9}", "all", "no theme");
    let mut missed = Vec::new();
    for row in &table.rows {
        let name = match row.of {
            Extent::Municipality(municipality) => municipality.name_fi,
            Extent::Local => "local, each once",
            Extent::Regional => "whole county",
            Extent::National => "whole country",
            Extent::Unknown => "nobody says where",
        };
        let _ = write!(text, "{name:24}");
        for cell in &row.cells {
            let _ = write!(text, " {:>9}", cell.count);
        }
        text.push('\n');
        for (cell, theme) in row.cells.iter().zip(themes()) {
            if let Verdict::Missed { goal, missing } = cell.verdict {
                missed.push(format!(
                    "{name}, {}: {} of {goal}, {missing} missing",
                    theme.id, cell.count
                ));
            }
        }
    }
    if !missed.is_empty() {
        let _ = writeln!(text, "\nGoals that are not met: {}\n{}", missed.len(), missed.join("\n"));
    }
    text
}
