//! From where distances are reckoned: the middle of a municipality that the reader names. Nobody's position
//! is asked for, kept or logged.

use domain::reference::{Municipality, municipality, postal_code};
use geo::projection;
use search::{Hits, Sort};

use super::Search;

/// The place that a search speaks of: the municipality that is chosen, the one that was understood among
/// the words, or that of a postal code among them.
pub(super) fn origin(search: &Search, hits: &Hits) -> Option<&'static Municipality> {
    let chosen = search.municipality.and_then(municipality);
    let understood = || hits.place.as_deref().and_then(municipality);
    chosen.or_else(understood).or_else(|| of_postal_code(&search.words))
}

/// Whether the search must be made again, now that it is known from where.
pub(super) fn is_asked_anew(search: &Search, from: Option<&'static Municipality>) -> bool {
    search.sort == Sort::Distance && search.municipality.is_none() && from.is_some()
}

/// The words without the postal codes among them, which no service is found by; as they are where there is
/// nothing else.
pub(super) fn without_postal_codes(words: &str) -> String {
    let others: Vec<&str> =
        words.split_whitespace().filter(|word| by_postal_code(word).is_none()).collect();
    if others.is_empty() { words.to_owned() } else { others.join(" ") }
}

/// The municipality of a postal code among words.
fn of_postal_code(words: &str) -> Option<&'static Municipality> {
    words.split_whitespace().find_map(by_postal_code)
}

/// The municipality of a word that is a postal code.
fn by_postal_code(word: &str) -> Option<&'static Municipality> {
    let is_code = word.len() == 5 && word.bytes().all(|byte| byte.is_ascii_digit());
    municipality(postal_code(word).filter(|_| is_code)?.municipality)
}

/// The middle of a municipality, in metres east and north.
pub(super) fn middle(place: &Municipality) -> Option<(u32, u32)> {
    let point = projection::metres(place.latitude, place.longitude)?;
    Some((u32::try_from(point.east).ok()?, u32::try_from(point.north).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_municipality_comes_before_the_understood_one_and_a_postal_code() {
        let hits = Hits { place: Some("853".to_owned()), ..Hits::default() };
        let words = Search { words: "kirjasto 21100".to_owned(), ..Search::default() };
        let chosen = Search { municipality: Some("202"), ..words.clone() };
        let code = |place: Option<&'static Municipality>| place.map(|place| place.code);
        assert_eq!(code(origin(&chosen, &hits)), Some("202"));
        assert_eq!(code(origin(&words, &hits)), Some("853"));
        assert_eq!(code(origin(&words, &Hits::default())), Some("529"));
        assert_eq!(code(origin(&Search::default(), &Hits::default())), None);
        assert!(of_postal_code("kirjasto 00001 1234").is_none());
    }

    #[test]
    fn a_postal_code_is_no_word_to_find_by_where_there_are_others() {
        assert_eq!(without_postal_codes("kirjasto  21100"), "kirjasto");
        assert_eq!(without_postal_codes("21100"), "21100");
        assert_eq!(without_postal_codes("laki 00001"), "laki 00001");
    }
}
