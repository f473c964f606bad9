//! What is to be said of the place that a search speaks of, where it is not plain to see: nothing that
//! somebody wrote is left out silently.

use app::catalogue::{PostalWord, Results};

use crate::address::SearchAddress;
use crate::remembered_place::unknown;
use crate::texts::Texts;

/// How much of what nobody knows is said again, in characters.
const SAID: usize = 60;

/// What is to be said, in sentences.
pub(super) fn notes(
    parameters: &[(String, String)],
    address: &SearchAddress,
    results: &Results,
    t: Texts,
) -> Vec<String> {
    let not_known = unknown(parameters).map(|value| {
        let value: String = value.chars().take(SAID).collect();
        t.name("search-place-unknown", value).into_owned()
    });
    let postal = results.postal.as_ref().and_then(|postal| of_postal(postal, address, t));
    let understood = results.place.filter(|_| address.municipality.is_none());
    let understood =
        understood.map(|place| t.name("search-place-understood", place.name(t.0)).into_owned());
    not_known.into_iter().chain(postal).chain(understood).collect()
}

/// What is to be said of a postal code; nothing where its municipality is the chosen one.
fn of_postal(postal: &PostalWord, address: &SearchAddress, t: Texts) -> Option<String> {
    let code = postal.code.as_str();
    let text = match (postal.place, address.municipality) {
        (None, _) => t.name("search-postal-unknown", code),
        (Some(place), None) => {
            t.with("search-postal-place", &[("code", code), ("name", place.name(t.0))])
        }
        (Some(place), Some(chosen)) if place == chosen => return None,
        (Some(place), Some(chosen)) => t.with(
            "search-postal-other",
            &[("code", code), ("name", place.name(t.0)), ("chosen", chosen.name(t.0))],
        ),
    };
    Some(text.into_owned())
}
