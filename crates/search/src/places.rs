//! Names of municipalities in what people write: "kirjasto Naantalissa", "bibliotek i Nådendal".

use std::collections::HashMap;

use domain::reference::municipalities;

use crate::words::{Stemming, Word, analyse};

/// The shortest stem that a name is known by; shorter ones are too often other words.
const STEM_LETTERS: usize = 4;

/// Names by word and by stem.
#[derive(Debug, Default)]
pub struct Places {
    surfaces: HashMap<String, String>,
    stems: HashMap<(Stemming, String), String>,
}

impl Places {
    /// The municipalities of today.
    pub fn of_finland() -> Self {
        Self::new(municipalities().iter().map(|m| (m.code, m.name_fi, m.name_sv)))
    }

    /// Places by code and Finnish and Swedish name. Of a name of several words ("Koski Tl") the first
    /// is enough; of several places with one name, the first is meant.
    pub fn new<'a>(named: impl IntoIterator<Item = (&'a str, &'a str, &'a str)>) -> Self {
        let mut places = Self::default();
        for (code, finnish, swedish) in named {
            for (name, stemming) in [(finnish, Stemming::Finnish), (swedish, Stemming::Swedish)] {
                if let Some(word) = analyse(name).into_iter().next() {
                    places.add(code, stemming, word);
                }
            }
        }
        places
    }

    /// The code of the place that a word names.
    pub fn find(&self, word: &Word) -> Option<&str> {
        let name = word.whole.as_ref().unwrap_or(&word.surface);
        let by_stem = |stemming: Stemming| self.stems.get(&(stemming, stemming.stem(name)));
        let found = self.surfaces.get(name).or_else(|| by_stem(Stemming::Finnish));
        found.or_else(|| by_stem(Stemming::Swedish)).map(String::as_str)
    }

    fn add(&mut self, code: &str, stemming: Stemming, word: Word) {
        let name = word.whole.unwrap_or(word.surface);
        let stem = stemming.stem(&name);
        if stem.chars().count() >= STEM_LETTERS {
            self.stems.entry((stemming, stem)).or_insert_with(|| code.to_owned());
        }
        self.surfaces.entry(name).or_insert_with(|| code.to_owned());
    }
}
