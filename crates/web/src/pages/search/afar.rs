//! What there is beyond the municipality, apart and named so, where it has little of its own.

use app::catalogue::{FoundService, Results};
use domain::Language;

use super::card::Card;
use super::filters::CountedLink;
use crate::address::SearchAddress;
use crate::texts::Texts;
use jiff::civil::DateTime;

/// Services of one kind under a heading.
pub(super) struct Apart {
    /// For its heading's id.
    pub(super) id: &'static str,
    pub(super) heading: String,
    /// What is to be known of all of them.
    pub(super) text: Option<String>,
    pub(super) cards: Vec<Card>,
    /// Where all of them are, municipality by municipality.
    pub(super) links: Vec<CountedLink>,
}

impl Apart {
    /// The neighbours' services and the remote ones, as far as there are any.
    pub(super) fn from_afar(
        address: &SearchAddress,
        results: &Results,
        now: DateTime,
        t: Texts,
    ) -> Vec<Self> {
        let Some(widened) = &results.widened else { return Vec::new() };
        let cards = |found: &[FoundService]| -> Vec<Card> {
            found.iter().map(|one| Card::new(one, now, t)).collect()
        };
        let neighbours = Self {
            id: "neighbours",
            heading: t.get("afar-neighbours").into_owned(),
            text: Some(t.get("afar-neighbours-text").into_owned()),
            cards: cards(&widened.neighbours),
            links: if widened.of_neighbours > widened.neighbours.len() {
                neighbours(address, results, t.0)
            } else {
                Vec::new()
            },
        };
        let remote = Self {
            id: "remote",
            heading: t.get("afar-remote").into_owned(),
            text: Some(t.get("afar-remote-text").into_owned()),
            cards: cards(&widened.remote),
            links: Vec::new(),
        };
        [neighbours, remote].into_iter().filter(|apart| !apart.cards.is_empty()).collect()
    }

    /// The results themselves, the municipality's own apart from the whole country's, where it has few.
    pub(super) fn by_area(results: &Results, now: DateTime, t: Texts) -> Vec<Self> {
        let Some(widened) = results.widened.as_ref().filter(|_| results.fits()) else {
            return Vec::new();
        };
        let cards = |is_nationwide: bool| -> Vec<Card> {
            let found = results.services.iter();
            let found = found.filter(|one| one.summary.is_nationwide == is_nationwide);
            found.map(|one| Card::new(one, now, t)).collect()
        };
        let own = Self {
            id: "own",
            heading: t.name("afar-own", widened.here.name(t.0)).into_owned(),
            text: None,
            cards: cards(false),
            links: Vec::new(),
        };
        let nationwide = Self {
            id: "nationwide",
            heading: t.get("afar-nationwide").into_owned(),
            text: Some(t.get("afar-nationwide-text").into_owned()),
            cards: cards(true),
            links: Vec::new(),
        };
        [own, nationwide].into_iter().filter(|apart| !apart.cards.is_empty()).collect()
    }
}

/// That what was found is of the whole country, where the municipality has nothing of its own.
pub(super) fn no_own(results: &Results, t: Texts) -> Option<String> {
    let widened = results.widened.as_ref().filter(|widened| widened.own == 0 && results.fits())?;
    Some(t.name("afar-no-own", widened.here.name(t.0)).into_owned())
}

/// The same search in each neighbouring municipality that has something.
fn neighbours(address: &SearchAddress, results: &Results, language: Language) -> Vec<CountedLink> {
    let Some(here) = address.municipality else { return Vec::new() };
    let near = domain::reference::neighbours(here.code);
    let counted = results.municipalities.iter().filter(|(place, _)| near.contains(&place.code));
    counted
        .map(|(place, count)| CountedLink {
            id: format!("near-{}", place.code),
            ..CountedLink::of_place(place, *count, address, language)
        })
        .collect()
}
