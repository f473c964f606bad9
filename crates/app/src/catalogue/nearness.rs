//! From where distances are reckoned: the middle of a municipality that the reader names, by its name or a
//! postal code. Nobody's position is asked for, kept or logged.

use std::borrow::Cow;

use domain::reference::{Municipality, municipality, postal_code};
use geo::projection;
use search::{Hits, Sort};

use super::Search;

/// A word of a search that is a postal code, or looks like one.
#[derive(Debug, Clone, PartialEq)]
pub struct PostalWord {
    /// The word.
    pub code: String,
    /// The municipality of the code; none of a code that nobody knows.
    pub place: Option<&'static Municipality>,
}

/// The first word of a text that is a postal code, or else the first that looks like one.
pub(super) fn postal_word(words: &str) -> Option<PostalWord> {
    let looks_so = |word: &&str| word.len() == 5 && word.bytes().all(|byte| byte.is_ascii_digit());
    let read = |word: &str| PostalWord { code: word.to_owned(), place: by_postal_code(word) };
    let like = || words.split_whitespace().filter(looks_so).map(read);
    like().find(|one| one.place.is_some()).or_else(|| like().next())
}

/// The municipality of a word that is a postal code.
fn by_postal_code(word: &str) -> Option<&'static Municipality> {
    municipality(postal_code(word)?.municipality)
}

/// The search in the municipality of the postal code among its words, unless it names another; and without
/// the code, which no service is found by.
pub(super) fn in_postal_place<'a>(
    search: &'a Search,
    postal: Option<&PostalWord>,
) -> Cow<'a, Search> {
    let Some(place) = postal.and_then(|postal| postal.place) else { return Cow::Borrowed(search) };
    let others = search.words.split_whitespace().filter(|word| by_postal_code(word).is_none());
    let words = others.collect::<Vec<_>>().join(" ");
    let own = search.clone();
    Cow::Owned(match search.municipality {
        Some(_) => Search { words, ..own },
        None => Search { words, municipality: Some(place.code), county: None, ..own },
    })
}

/// The place that a search speaks of: the municipality that is chosen, or else the one that was understood
/// among the words.
pub(super) fn origin(search: &Search, hits: &Hits) -> Option<&'static Municipality> {
    let chosen = search.municipality.and_then(municipality);
    chosen.or_else(|| hits.place.as_deref().and_then(municipality))
}

/// Whether the search must be made again, now that it is known from where.
pub(super) fn is_asked_anew(search: &Search, from: Option<&'static Municipality>) -> bool {
    search.sort == Sort::Distance && search.municipality.is_none() && from.is_some()
}

/// The middle of a municipality, in metres east and north.
pub(super) fn middle(place: &Municipality) -> Option<(u32, u32)> {
    let point = projection::metres(place.latitude, place.longitude)?;
    Some((u32::try_from(point.east).ok()?, u32::try_from(point.north).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn search(words: &str, municipality: Option<&'static str>) -> Search {
        Search { words: words.to_owned(), municipality, county: Some("02"), ..Search::default() }
    }

    #[test]
    fn the_chosen_municipality_comes_before_the_understood_one() {
        let hits = Hits { place: Some("853".to_owned()), ..Hits::default() };
        let code = |place: Option<&'static Municipality>| place.map(|place| place.code);
        assert_eq!(code(origin(&search("kirjasto", Some("202")), &hits)), Some("202"));
        assert_eq!(code(origin(&search("kirjasto", None), &hits)), Some("853"));
        assert_eq!(code(origin(&search("kirjasto", None), &Hits::default())), None);
    }

    #[test]
    fn a_postal_code_among_the_words_or_alone_is_a_place_to_search_in() {
        for (words, left) in
            [("kirjasto  21100", "kirjasto"), ("21100", ""), ("00001 21100", "00001")]
        {
            let asked = search(words, None);
            let postal = postal_word(words);
            let found = in_postal_place(&asked, postal.as_ref());
            assert_eq!((found.words.as_str(), found.municipality), (left, Some("529")), "{words}");
            assert_eq!(found.county, None, "the code says more than the county");
        }
        let chosen = search("kirjasto 21100", Some("202"));
        let postal = postal_word(&chosen.words);
        let found = in_postal_place(&chosen, postal.as_ref());
        assert_eq!((found.words.as_str(), found.municipality), ("kirjasto", Some("202")));
    }

    #[test]
    fn what_only_looks_like_a_postal_code_stays_and_is_told() {
        let postal = postal_word("laki 00001 1234").unwrap();
        assert_eq!((postal.code.as_str(), postal.place), ("00001", None));
        let asked = search("laki 00001", None);
        assert_eq!(in_postal_place(&asked, Some(&postal)).as_ref(), &asked);
        assert_eq!(postal_word("kirjasto 2110 ja 211000"), None);
    }
}
