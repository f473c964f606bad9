//! How the results fit what was asked, in words, and the ways onward where nothing does.

use std::borrow::Cow;

use app::catalogue::{MatchKind, Results, need_name};

use super::filters::{Chip, CountedLink, chips};
use crate::address::{Address, SearchAddress};
use crate::texts::Texts;

/// What the page says where nothing fits.
pub(super) struct Nothing {
    /// Where a missing service is reported.
    pub(super) report: String,
    /// The search without each of its filters.
    pub(super) without: Vec<Chip>,
    /// Neighbours of the municipality that have something that fits.
    pub(super) neighbours: Vec<CountedLink>,
}

impl Nothing {
    /// The ways onward, when nothing fits.
    pub(super) fn of(address: &SearchAddress, results: &Results, t: Texts) -> Option<Self> {
        // Those whose services are shown below need no links here.
        let are_shown = results.widened.as_ref().is_some_and(|one| !one.neighbours.is_empty());
        let neighbours = results.neighbours.iter().filter(|_| !are_shown);
        (!results.fits()).then(|| Self {
            report: Address::Report.path(t.0),
            without: chips(address, t),
            neighbours: neighbours
                .map(|(place, count)| CountedLink::of_place(place, *count, address, t.0))
                .collect(),
        })
    }
}

/// How the best of the results fit, in words.
pub(super) struct FitNote {
    pub(super) sentence: String,
    /// Whether it says less than that all is as asked.
    pub(super) is_reserved: bool,
}

impl FitNote {
    /// What is to be said of the results. Where somebody may be in danger, emergency help says enough.
    pub(super) fn of(results: &Results, t: Texts) -> Option<Self> {
        let reserved = |sentence: Cow<'static, str>| (sentence, true);
        let (sentence, is_reserved) = match (results.match_kind, results.needs.first()) {
            _ if results.is_crisis => return None,
            (MatchKind::Everything | MatchKind::Nothing, _) => return None,
            (MatchKind::AllWords, _) => (t.get("search-fit-all"), false),
            (MatchKind::MostWords, _) => reserved(t.get("search-fit-most")),
            (MatchKind::Need, Some(need)) => {
                reserved(t.name("search-fit-need", need_name(need, t.0)))
            }
            (MatchKind::Need | MatchKind::Near, _) => reserved(t.get("search-fit-near")),
        };
        Some(Self { sentence: sentence.into_owned(), is_reserved })
    }
}
