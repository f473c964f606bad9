//! Words that were asked for, remembered with what is known of them. Most words of queries are those
//! that many ask for, and to find out about one costs more than to look for it.

use std::fmt;
use std::sync::Arc;

use quick_cache::sync::Cache;

use crate::analysis::{Analyser, WordTerm};
use crate::places::Places;
use crate::words::Stemming;

/// How many words are remembered.
const REMEMBERED: usize = 8_192;

/// What is known of a word, whatever the catalogue has.
pub struct KnownWord {
    /// How much it says of what is looked for.
    pub telling: f32,
    /// Whether it names a relative.
    pub is_relative: bool,
    /// Whether the Finnish dictionary knows it.
    pub is_finnish: bool,
    /// Its terms, by language as in [`Stemming::ALL`].
    pub terms: [Vec<WordTerm>; Stemming::ALL.len()],
    /// The code of the municipality that it names.
    pub place: Option<String>,
}

/// The words that were asked for last.
pub struct KnownWords(Cache<String, Arc<KnownWord>>);

impl Default for KnownWords {
    fn default() -> Self {
        Self(Cache::new(REMEMBERED))
    }
}

impl fmt::Debug for KnownWords {
    /// What people ask for stays out of whatever is printed.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} words", self.0.len())
    }
}

impl KnownWords {
    /// What is known of a word: remembered, or else found out now.
    pub fn get(&self, analyser: &Analyser, places: &Places, word: &str) -> Arc<KnownWord> {
        if let Some(known) = self.0.get(word) {
            return known;
        }
        let known = Arc::new(KnownWord {
            telling: analyser.telling(word),
            is_relative: analyser.is_relative(word),
            is_finnish: analyser.is_finnish(word),
            terms: Stemming::ALL.map(|language| analyser.terms(language, word)),
            place: places.find(analyser, word).map(str::to_owned),
        });
        self.0.insert(word.to_owned(), Arc::clone(&known));
        known
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_out_about_once() {
        let (words, analyser) = (KnownWords::default(), Analyser::default());
        let places = Places::of_finland(&analyser);
        let first = words.get(&analyser, &places, "naantali");
        assert_eq!(first.place.as_deref(), Some("529"));
        assert_eq!(
            first.terms[Stemming::Swedish as usize],
            analyser.terms(Stemming::Swedish, "naantali")
        );
        assert!(Arc::ptr_eq(&first, &words.get(&analyser, &places, "naantali")));
        assert!(!Arc::ptr_eq(&first, &words.get(&analyser, &places, "naantalin")));
    }

    #[test]
    fn what_was_asked_for_is_not_printed() {
        let (words, analyser) = (KnownWords::default(), Analyser::default());
        words.get(&analyser, &Places::default(), "salaisuus");
        assert_eq!(format!("{words:?}"), "1 words");
    }
}
