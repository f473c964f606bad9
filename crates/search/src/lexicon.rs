//! What is known of words beside the catalogue: how they are analysed, names of places, and the
//! phrases in which people say what they need.

use std::sync::Arc;

use domain::reference::{Need, needs};
use finnish::Memory;
use sha2::{Digest, Sha256};

use crate::analysis::Analyser;
use crate::known::{KnownWord, KnownWords};
use crate::phrases::Phrases;
use crate::places::Places;
use crate::suggestions::NeedNames;
use crate::swedish::SwedishParts;

/// Made once as the program starts, and shared by every index.
#[derive(Debug)]
pub struct Lexicon {
    pub(crate) analyser: Analyser,
    pub(crate) places: Places,
    pub(crate) needs: &'static [Need],
    pub(crate) phrases: Phrases,
    pub(crate) need_names: NeedNames,
    /// Words of queries.
    known: KnownWords,
    mark: [u8; 32],
}

impl Lexicon {
    /// The lexicon of Finland's municipalities and the built-in needs vocabulary, with Voikko's
    /// dictionary where it is installed. Takes some tenths of a second: every phrase is analysed.
    #[must_use]
    pub fn new(dictionary: Option<Arc<Memory>>) -> Self {
        Self::with_needs(dictionary, needs())
    }

    /// A lexicon with these needs.
    pub(crate) fn with_needs(dictionary: Option<Arc<Memory>>, needs: &'static [Need]) -> Self {
        let analyser = Analyser::new(dictionary, SwedishParts::new(needs));
        let mut hash = Sha256::new();
        hash.update([u8::from(analyser.has_dictionary())]);
        for need in needs {
            hash.update(format!("{need:?}"));
        }
        Self {
            places: Places::of_finland(&analyser),
            phrases: Phrases::new(&analyser, needs),
            need_names: NeedNames::new(&analyser, needs),
            analyser,
            needs,
            known: KnownWords::default(),
            mark: hash.finalize().into(),
        }
    }

    /// What is known of a word of a query.
    pub(crate) fn word(&self, word: &str) -> Arc<KnownWord> {
        self.known.get(&self.analyser, &self.places, word)
    }

    /// Whether Finnish words are analysed with a dictionary, and not by their endings alone.
    #[must_use]
    pub const fn has_dictionary(&self) -> bool {
        self.analyser.has_dictionary()
    }

    /// What tells this lexicon from one that analyses otherwise.
    pub(crate) const fn mark(&self) -> &[u8; 32] {
        &self.mark
    }
}

impl Default for Lexicon {
    /// A lexicon without the Finnish dictionary.
    fn default() -> Self {
        Self::new(None)
    }
}
