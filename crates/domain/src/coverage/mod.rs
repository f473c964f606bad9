//! Coverage (*kattavuus*): which wellbeing services are offered where, by whom and in which languages, beside
//! what a county wants there to be.
//!
//! What a service covers at a time is a [`Supply`]. It is local where its area names some of a county's
//! municipalities and regional where it names them all; services of the whole country are national. Only local
//! supply is counted to a municipality: what everybody has says nothing about any one place. [`Counts`] are the
//! counts of one moment; [`CoverageSettings`] are the county's goals. Counting itself is the store's.

mod counts;
mod demand;
mod goal;
mod growth;
mod history;
mod population;
mod provider;
mod reach;
mod sets;
mod supply;

pub use counts::{Counts, Group, Selection, ThemeChoice, per_thousand};
pub use demand::{Demand, DemandKind};
pub use goal::{CoverageSettings, Goal, GoalFault, Verdict};
pub use growth::{Growth, Place, Step};
pub use history::{Span, Version, at, breaks, spans};
pub use population::{BUILT_IN_DAY, Population, PopulationFault};
pub use provider::{ProviderKind, is_parish};
pub use reach::{Reach, Spread, spread};
pub use sets::{LanguageSet, SupplyLanguage, ThemeSet};
pub use supply::Supply;
