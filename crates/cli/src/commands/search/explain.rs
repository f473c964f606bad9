//! `tarjotin search explain "…"`: how a query is understood, and why each service is found.

use std::process::ExitCode;

use app::search::{Explanation, Hits, Index, MatchKind, Query};
use app::search_list;
use domain::Language;
use domain::reference::municipality;

use crate::configuration::Configuration;
use crate::wiring;

/// The most alternatives of a word that are printed.
const ALTERNATIVES: usize = 12;

/// The command's own arguments.
#[derive(Debug, clap::Args)]
#[group(id = "explain")]
pub struct Arguments {
    /// What somebody writes.
    text: String,
    /// The code of a municipality where the service must be had.
    #[arg(long, value_name = "CODE")]
    municipality: Option<String>,
    /// How many services.
    #[arg(long, default_value_t = 10)]
    limit: usize,
}

/// Explains a query on the catalogue as it is.
pub async fn run(configuration: &Configuration, arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let app = wiring::open(configuration).await?;
    app::index::open(&app, &wiring::snapshot(configuration)).await?;
    search_list::refresh(&app).await?;
    let (index, list) = (app.index(), app.staff_list());
    let query = Query {
        municipality: arguments.municipality.clone(),
        language: Some(Language::Fi),
        with_reasons: true,
        limit: arguments.limit,
        ..Query::new(arguments.text.clone())
    };
    print_understanding(&index.explain(&query.text, &list));
    let hits = index.search_with(&query, &list);
    print_hits(&index, &hits);
    app.database().close().await;
    Ok(ExitCode::SUCCESS)
}

fn print_understanding(understood: &Explanation) {
    if let Some(code) = &understood.place {
        let name = municipality(code).map_or(code.as_str(), |place| place.name(Language::Fi));
        println!("place: {name}");
    }
    for word in &understood.words {
        println!("{} (weight {:.2})", word.text, word.weight);
        for (way, by, factor, count) in word.alternatives.iter().take(ALTERNATIVES) {
            println!("    {factor:.2}  {way:?}  {by}  ({count} services)");
        }
    }
    for (need, strength, phrase) in &understood.needs {
        let by =
            if phrase.is_empty() { "near in meaning".to_owned() } else { format!("\"{phrase}\"") };
        println!("need: {need} ({strength:.2}, {by})");
    }
}

fn print_hits(index: &Index, hits: &Hits) {
    let kind = match hits.match_kind {
        MatchKind::Everything => "everything",
        MatchKind::AllWords => "every word is answered",
        MatchKind::MostWords => "most words are answered",
        MatchKind::Need => "the need is answered",
        MatchKind::Near => "near in meaning",
        MatchKind::Nothing => "nothing fits",
    };
    println!("{kind} (confidence {:.2}); {} services", hits.confidence, hits.total);
    for hit in &hits.hits {
        let name = index.name(&hit.id, Language::Fi).unwrap_or_default();
        println!("{:.3}  {}  {name}", hit.score, hit.id);
        for reason in &hit.reasons {
            println!("           {}: {:?} {}", reason.word, reason.way, reason.by);
        }
    }
}
