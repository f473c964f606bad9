//! What the coverage's places, themes, kinds and figures are called.

use app::coverage::values::{
    CoverageSettings, Demand, DemandKind, ProviderKind, SupplyLanguage, ThemeChoice, Verdict,
};
use app::coverage::{Cell, Compared, Extent};
use domain::reference::{spoken_language, themes};
use jiff::civil::Date;

use crate::address::Beside;
use crate::texts::Texts;
use crate::view::text::{date, decimal, finnish_date};

/// A place of the table.
pub(super) fn place(of: Extent, t: Texts) -> String {
    match of {
        Extent::Municipality(municipality) => municipality.name(t.0).to_owned(),
        other => t.find("coverage-place", other.code()).unwrap_or_default().into_owned(),
    }
}

/// A theme, all of them, or none.
pub(in crate::staff) fn theme(choice: ThemeChoice, t: Texts) -> String {
    match choice {
        ThemeChoice::One(number) => {
            themes().get(number).map_or("", |theme| theme.name(t.0)).to_owned()
        }
        ThemeChoice::Some | ThemeChoice::Any => t.get("coverage-all-themes").into_owned(),
        ThemeChoice::None => t.get("coverage-no-theme").into_owned(),
    }
}

/// A kind of provider, or any.
pub(super) fn provider(kind: Option<ProviderKind>, t: Texts) -> String {
    let code = kind.map_or("all", ProviderKind::code);
    t.find("coverage-provider", code).unwrap_or_default().into_owned()
}

/// A language in which services are given, or any.
pub(super) fn language(language: Option<SupplyLanguage>, t: Texts) -> String {
    match language {
        None => t.get("coverage-every-language").into_owned(),
        Some(SupplyLanguage::Other) => t.get("coverage-other-language").into_owned(),
        Some(SupplyLanguage::Known(known)) => {
            spoken_language(known.code()).map_or(known.code(), |spoken| spoken.name(t.0)).to_owned()
        }
    }
}

/// By how much a count has changed, with its sign.
pub(super) fn change(now: u64, before: Option<u64>) -> String {
    match before {
        None => "–".to_owned(),
        Some(before) if now > before => format!("+{}", now - before),
        Some(before) if now < before => format!("−{}", before - now),
        Some(_) => "±0".to_owned(),
    }
}

/// What stands beside a count in the table.
pub(super) fn beside(cell: &Cell, beside: Beside, t: Texts) -> String {
    match beside {
        Beside::Goal => match cell.verdict {
            Verdict::NoGoal => String::new(),
            Verdict::Met { .. } => t.get("coverage-met").into_owned(),
            Verdict::Missed { missing, .. } => {
                t.count("coverage-missing", size(missing)).into_owned()
            }
        },
        Beside::PerThousand if cell.lacks_population => {
            t.get("coverage-no-population").into_owned()
        }
        Beside::PerThousand => cell.per_thousand.map_or_else(String::new, |number| {
            t.name("coverage-per-thousand", decimal(number, t.0)).into_owned()
        }),
        Beside::Baseline => change(cell.count, cell.baseline),
        Beside::First => change(cell.count, cell.first),
    }
}

/// A count as texts take it.
pub(in crate::staff) fn size(count: u64) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

/// With when the table is compared, as sentences.
pub(super) fn compared(compared: Compared, t: Texts) -> Vec<String> {
    let first = compared.first.map(finnish_date);
    let first = first.map(|day| t.name("coverage-first-day", date(day, t.0)).into_owned());
    let baseline =
        compared.baseline.map(|day| t.name("coverage-baseline-day", date(day, t.0)).into_owned());
    first.into_iter().chain(baseline).collect()
}

/// What stands beside the counts, and of which day and from where the numbers of inhabitants are.
pub(super) fn note(settings: &CoverageSettings, beside: Beside, t: Texts) -> String {
    let note = t.find("coverage-beside", beside.code()).unwrap_or_default();
    if beside != Beside::PerThousand {
        return note.into_owned();
    }
    let source = match settings.population {
        Some(_) => "coverage-population-own",
        None => "coverage-population-built-in",
    };
    format!("{note} {}", t.name(source, date(settings.inhabitants_day(), t.0)))
}

/// A month: 11/2026.
pub(super) fn month(day: Date) -> String {
    format!("{}/{}", day.month(), day.year())
}

/// How demand became known.
pub(super) fn demand_kind(demand: &Demand, t: Texts) -> String {
    let DemandKind::Search(kind) = demand.kind;
    t.find("coverage-demand", kind.name()).unwrap_or_default().into_owned()
}
