//! Demand beside supply: whoever knows what people asked for gives it through one trait, and it is told which themes
//! it speaks of.

use std::future::Future;
use std::pin::Pin;

use domain::coverage::{Demand, DemandKind, ThemeSet};
use domain::reference::{County, municipality_exact, themes_of};
use domain::search_gap::KNOWN_FROM;

use crate::{App, Error, search_gap};

/// How surely a text must speak of a need to be counted to its themes.
const SURE: f32 = 0.5;
/// The most different texts that are looked at, the most frequent first.
const TEXTS: u32 = 300;

/// Who knows of demand.
pub trait DemandSource: Sync {
    /// What was asked for in the last weeks, this one included. Nothing that fewer than
    /// [`KNOWN_FROM`] asked for is among it; themes may be left out.
    fn asked<'a>(
        &'a self,
        app: &'a App,
        weeks: u16,
    ) -> Pin<Box<dyn Future<Output = Result<Vec<Demand>, Error>> + Send + 'a>>;
}

/// Searches in vain, and reports of missing services.
struct SearchGaps;

impl DemandSource for SearchGaps {
    fn asked<'a>(
        &'a self,
        app: &'a App,
        weeks: u16,
    ) -> Pin<Box<dyn Future<Output = Result<Vec<Demand>, Error>> + Send + 'a>> {
        Box::pin(async move {
            let totals = search_gap::report(app, weeks, TEXTS).await?;
            let asked = |total: search_gap::Total| {
                let count =
                    u64::try_from(total.count).ok().filter(|_| total.count >= KNOWN_FROM)?;
                Some(Demand {
                    kind: DemandKind::Search(total.kind),
                    text: total.text?,
                    language: total.language,
                    municipality: total.municipality,
                    themes: ThemeSet::default(),
                    count,
                })
            };
            Ok(totals.into_iter().filter_map(asked).collect())
        })
    }
}

/// All who know of demand.
const SOURCES: &[&dyn DemandSource] = &[&SearchGaps];

/// What was asked for in a county in the last weeks, the most frequent first: for its municipalities, and (without a
/// municipality) wherever it was asked for, which includes the former.
///
/// # Errors
/// When the database is not there.
pub async fn demand(app: &App, county: &County, weeks: u16) -> Result<Vec<Demand>, Error> {
    let is_within = |asked: &Demand| {
        let code = asked.municipality.as_deref();
        code.is_none_or(|code| {
            municipality_exact(code).is_some_and(|one| one.county == county.code)
        })
    };
    let mut found = Vec::new();
    for source in SOURCES {
        found.extend(source.asked(app, weeks).await?.into_iter().filter(is_within));
    }
    for one in &mut found {
        one.themes = themes_in(app, &one.text);
    }
    found.sort_by(|one, other| other.count.cmp(&one.count).then_with(|| one.text.cmp(&other.text)));
    Ok(found)
}

/// The themes that a text speaks of: those of the classes of the need that it speaks of most surely.
fn themes_in(app: &App, text: &str) -> ThemeSet {
    let needs = app.index().needs_in(text, &app.staff_list());
    let Some((need, _)) = needs.into_iter().next().filter(|(_, strength)| *strength >= SURE) else {
        return ThemeSet::default();
    };
    let classes: Vec<String> = need.classes.iter().map(|code| (*code).to_owned()).collect();
    ThemeSet::of(themes_of(&classes, &[]))
}
