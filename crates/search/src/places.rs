//! Names of municipalities in what people write: "kirjasto Naantalissa", "bibliotek i Nådendal".

use std::collections::HashMap;

use domain::reference::municipalities;

use crate::analysis::{Analyser, Share};
use crate::words::{Stemming, Word, analyse};

/// The shortest stem that a name is known by; shorter ones are too often other words.
const STEM_LETTERS: usize = 4;

/// Names by word and by base form.
#[derive(Debug, Default)]
pub struct Places {
    surfaces: HashMap<String, String>,
    stems: HashMap<(Stemming, String), String>,
}

impl Places {
    /// The municipalities of today.
    pub fn of_finland(analyser: &Analyser) -> Self {
        Self::new(analyser, municipalities().iter().map(|m| (m.code, m.name_fi, m.name_sv)))
    }

    /// Places by code and Finnish and Swedish name. Of a name of several words ("Koski Tl") the first
    /// is enough; of several places with one name, the first is meant.
    pub fn new<'a>(
        analyser: &Analyser,
        named: impl IntoIterator<Item = (&'a str, &'a str, &'a str)>,
    ) -> Self {
        let mut places = Self::default();
        for (code, finnish, swedish) in named {
            for (name, language) in [(finnish, Stemming::Finnish), (swedish, Stemming::Swedish)] {
                if let Some(word) = analyse(name).into_iter().next() {
                    places.add(analyser, code, language, word);
                }
            }
        }
        places
    }

    /// The code of the place that a word names.
    pub fn find(&self, analyser: &Analyser, name: &str) -> Option<&str> {
        let by_stem = |language: Stemming| {
            // A loan ("luotto") is no municipality (Luoto), though their stems are the same.
            let stems = if language == Stemming::Finnish && analyser.is_finnish(name) {
                base_forms(analyser, language, name)
            } else {
                whole_terms(analyser, language, name)
            };
            stems.into_iter().find_map(|stem| self.stems.get(&(language, stem)))
        };
        let found = self.surfaces.get(name).or_else(|| by_stem(Stemming::Finnish));
        found.or_else(|| by_stem(Stemming::Swedish)).map(String::as_str)
    }

    fn add(&mut self, analyser: &Analyser, code: &str, language: Stemming, word: Word) {
        let name = word.whole.unwrap_or(word.surface);
        for stem in whole_terms(analyser, language, &name) {
            if stem.chars().count() >= STEM_LETTERS {
                self.stems.entry((language, stem)).or_insert_with(|| code.to_owned());
            }
        }
        self.surfaces.entry(name).or_insert_with(|| code.to_owned());
    }
}

/// The base forms of a name, and what its ending leaves of it.
fn whole_terms(analyser: &Analyser, language: Stemming, name: &str) -> Vec<String> {
    let mut whole = base_forms(analyser, language, name);
    whole.push(language.stem(name));
    whole
}

/// The base forms of a name.
fn base_forms(analyser: &Analyser, language: Stemming, name: &str) -> Vec<String> {
    let terms = analyser.terms(language, name).into_iter();
    terms.filter(|term| term.share == Share::Whole).map(|term| term.text.into()).collect()
}
