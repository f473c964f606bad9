//! How the results fit what was asked, in words, and the ways onward where nothing does.

use app::catalogue::{MatchKind, Results, need_name};
use domain::Language;

use super::{Chip, Filter, chips};
use crate::address::{Address, SearchAddress};
use crate::texts::Texts;

/// What the page says where nothing fits.
pub(super) struct Nothing {
    /// Where a missing service is reported.
    pub(super) report: String,
    /// The search without each of its filters.
    pub(super) without: Vec<Chip>,
    /// Neighbours of the municipality that have something that fits.
    pub(super) neighbours: Vec<Filter>,
}

impl Nothing {
    /// The ways onward, when nothing fits.
    pub(super) fn of(
        address: &SearchAddress,
        results: &Results,
        language: Language,
    ) -> Option<Self> {
        let neighbours = results.neighbours.iter();
        (!results.fits()).then(|| Self {
            report: Address::Report.path(language),
            without: chips(address, language),
            neighbours: neighbours.map(|one| Filter::of_place(one, address, language)).collect(),
        })
    }
}

/// How the best of the results fit, in a sentence.
pub(super) fn sentence(results: &Results, t: Texts) -> Option<String> {
    let need = results.needs.first();
    let key = match results.match_kind {
        MatchKind::AllWords => "search-fit-all",
        MatchKind::MostWords => "search-fit-most",
        MatchKind::Need => match need {
            Some(need) => {
                return Some(t.name("search-fit-need", need_name(need, t.0)).into_owned());
            }
            None => "search-fit-near",
        },
        MatchKind::Near => "search-fit-near",
        MatchKind::Everything | MatchKind::Nothing => return None,
    };
    Some(t.get(key).into_owned())
}
