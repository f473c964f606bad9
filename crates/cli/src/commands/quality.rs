//! `tarjotin quality`: the descriptions, checked by the rules of quality.

use std::collections::BTreeMap;
use std::io::Write;
use std::process::ExitCode;

use anyhow::{Context, bail};
use app::App;
use app::quality::{Row, Settings, Severity, Tally, check_catalogue, csv, rules};
use domain::Language;
use domain::catalogue::EntityId;

use crate::configuration::Configuration;
use crate::{county_file, wiring};

/// The command's own arguments.
#[derive(Debug, clap::Args)]
#[group(id = "quality")]
pub struct Arguments {
    /// Only this organisation with its channels and services, by its id in PTV.
    #[arg(long, value_name = "ID")]
    organisation: Option<String>,
    /// By the settings of this county, by its code; of the only county that is configured, if it is not given.
    #[arg(long, value_name = "CODE")]
    county: Option<String>,
    /// A line for each finding, as CSV.
    #[arg(long, conflicts_with = "json")]
    csv: bool,
    /// A line for each finding, each a JSON object.
    #[arg(long)]
    json: bool,
    /// The rules themselves: which there are, what they look at, which are off and why; nothing is checked.
    #[arg(long, conflicts_with_all = ["json", "csv", "organisation"])]
    rules: bool,
}

/// Checks, prints, and fails where there are errors.
pub async fn run(configuration: &Configuration, arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let settings = settings(configuration, arguments.county.as_deref())?;
    if arguments.rules {
        print_rules(&settings);
        return Ok(ExitCode::SUCCESS);
    }
    let organisation = arguments
        .organisation
        .as_deref()
        .map(|id| {
            EntityId::from_guid(id).with_context(|| format!("{id:?} is no organisation's id"))
        })
        .transpose()?;
    let app = wiring::open(configuration).await?;
    let checked = check(&app, &settings, organisation.as_ref(), arguments).await;
    app.database().close().await;
    let errors = checked.map_err(|error| match error.downcast_ref::<app::Error>() {
        Some(app::Error::NotFound) => anyhow::anyhow!("the catalogue has no such organisation"),
        _ => error,
    })?;
    Ok(if errors { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn settings(configuration: &Configuration, code: Option<&str>) -> anyhow::Result<Settings> {
    let mut sites = county_file::read_all(&configuration.counties)?;
    match code {
        Some(code) => sites
            .into_iter()
            .find(|site| site.face.county.is_some_and(|county| county.code == code))
            .map(|site| site.quality)
            .with_context(|| format!("no county of code \"{code}\" is configured")),
        None if sites.len() > 1 => bail!("several counties are configured: name one with --county"),
        None => Ok(sites.pop().map(|site| site.quality).unwrap_or_default()),
    }
}

/// Whether there were errors.
async fn check(
    app: &App,
    settings: &Settings,
    organisation: Option<&EntityId>,
    arguments: &Arguments,
) -> anyhow::Result<bool> {
    let mut out = std::io::stdout().lock();
    let (mut errors, mut is_empty) = (false, true);
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    if arguments.csv {
        out.write_all(csv(&[], true)?.as_bytes())?;
    }
    let take = |rows: Vec<Row>| -> anyhow::Result<()> {
        errors |= rows.iter().any(|row| row.severity == Severity::Error);
        if arguments.csv {
            out.write_all(csv(&rows, false)?.as_bytes())?;
        } else if arguments.json {
            for row in &rows {
                serde_json::to_writer(&mut out, row)?;
                out.write_all(b"\n")?;
            }
        }
        let mut last: BTreeMap<&str, &EntityId> = BTreeMap::new();
        for row in &rows {
            let (findings, entities) = counts.entry(row.rule).or_default();
            *findings += 1;
            if last.insert(row.rule, &row.id) != Some(&row.id) {
                *entities += 1;
            }
        }
        is_empty = false;
        Ok(())
    };
    let checked = check_catalogue(app, settings, organisation, take).await?;
    if !arguments.csv && !arguments.json {
        summary(checked, is_empty, &counts, settings);
    }
    Ok(errors)
}

/// A line for each rule that found something.
fn summary(
    checked: Tally,
    is_empty: bool,
    counts: &BTreeMap<&str, (usize, usize)>,
    settings: &Settings,
) {
    if is_empty {
        println!("The catalogue is empty: import first.");
        return;
    }
    let Tally { organisations, channels, services, connections } = checked;
    println!(
        "{services} services, {channels} channels, {connections} connections and {organisations} organisations checked"
    );
    for rule in rules().filter(|rule| settings.has_on(rule)) {
        if let Some((findings, entities)) = counts.get(rule.id) {
            let (severity, name) = (rule.severity.code(), rule.name(Language::En));
            println!("{:5} {severity} {findings:>7} in {entities:>6}  {name}", rule.id);
        }
    }
}

/// A line for each rule: whether it holds, what it looks at, and why it is off where nobody switched it.
fn print_rules(settings: &Settings) {
    for rule in rules() {
        let (severity, name) = (rule.severity.code(), rule.name(Language::En));
        let state = if settings.has_on(rule) { "on" } else { "off" };
        let kinds: Vec<&str> = rule.kinds.iter().map(|kind| kind.name()).collect();
        println!(
            "{:5} {severity} {state:3} {name} ({}; {})",
            rule.id,
            kinds.join(", "),
            rule.source
        );
        if let Some(why) = rule.off {
            println!("            off by default: {why}");
        }
    }
}
