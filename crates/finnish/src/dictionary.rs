//! The dictionary: words in, analyses out.

use std::cell::RefCell;
use std::collections::HashSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use crate::analysis::{Analysis, WordClass};
use crate::form::{Form, form};
use crate::letters::{capitalised, normalise};
use crate::reading::{Mark, Reading, read};
use crate::transducer::{Output, Transducer, Walk};
use crate::words::{OwnWords, WordList};
use crate::{DictionaryError, MAX_ANALYSES, MAX_WORD_LENGTH, suggest};

/// Voikko's dictionary of Finnish, and a list of words of one's own beside it.
///
/// It never changes, and any number of threads may ask it; share it by [`std::sync::Arc`].
pub struct Dictionary {
    pub(crate) transducer: Transducer,
    own: OwnWords,
}

/// Ways through the dictionary that are looked at for one word.
const MOST_READINGS: usize = 128;

thread_local! {
    static WALK: RefCell<(Walk, String, Vec<u16>)> = RefCell::default();
}

impl Dictionary {
    /// Reads a `mor.vfst`.
    pub fn open(path: impl AsRef<Path>) -> Result<Dictionary, DictionaryError> {
        let path = path.as_ref();
        let bytes = std::fs::read(path)
            .map_err(|cause| DictionaryError::Unreadable { path: path.to_owned(), cause })?;
        Dictionary::parse(&bytes)
    }

    /// Reads the bytes of a `mor.vfst`. Whatever they are, they cost memory and time in proportion to their number.
    pub fn parse(bytes: &[u8]) -> Result<Dictionary, DictionaryError> {
        Ok(Dictionary { transducer: Transducer::parse(bytes)?, own: OwnWords::default() })
    }

    /// Where the dictionary is installed on this machine: the file that `VOIKKO_DICTIONARY_PATH` leads to, else the
    /// one in the home directory, else the one of the system.
    pub fn installed() -> Option<PathBuf> {
        let mut folders = Vec::new();
        folders.extend(std::env::var_os("VOIKKO_DICTIONARY_PATH").map(PathBuf::from));
        folders.extend(std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".voikko")));
        folders.extend(
            ["/etc/voikko", "/usr/lib/voikko", "/usr/share/voikko", "/usr/local/lib/voikko"]
                .map(PathBuf::from),
        );
        folders.push("/usr/local/share/voikko".into());
        let files = folders.iter().map(|folder| folder.join("5/mor-standard/mor.vfst"));
        files.into_iter().find(|file| file.is_file())
    }

    /// The same dictionary with words of one's own, which go before Voikko's.
    #[must_use]
    pub fn with_words(self, words: WordList) -> Dictionary {
        let own = OwnWords::new(words, &self);
        Dictionary { own, ..self }
    }

    /// The words of one's own whose model this dictionary does not know; they are known in their base form only.
    pub fn words_without_model(&self) -> impl Iterator<Item = &str> {
        self.own.without_model()
    }

    /// What the word may be, best first: none when it is unknown, never more than [`MAX_ANALYSES`].
    ///
    /// No two analyses have the same base form, class and parts: what differs in bases only is one analysis with all of
    /// them. Capitals do not matter for whether a word is known, as in libvoikko; they do for what is best.
    pub fn analyse(&self, word: &str) -> Vec<Analysis> {
        let readings = self.readings(word);
        let own = self.own.analyse(self, word);
        if readings.is_empty() && own.is_empty() {
            return Vec::new();
        }
        let known = rank(readings, word).into_iter().map(|reading| self.analysis(reading));
        let mut analyses: Vec<Analysis> = Vec::new();
        for analysis in own.into_iter().chain(known) {
            let same = |other: &&mut Analysis| analysis.is_but_for_bases(other);
            if let Some(same) = analyses.iter_mut().find(same) {
                same.bases.extend(analysis.bases);
                let mut seen = HashSet::new();
                same.bases.retain(|base| seen.insert(base.clone()));
            } else if analyses.len() < MAX_ANALYSES {
                analyses.push(analysis);
            }
        }
        analyses
    }

    /// Known words that are near to an unknown one, the likeliest first.
    pub fn suggest(&self, word: &str, limit: usize) -> Vec<String> {
        suggest::suggest(self, word, limit)
    }

    /// The words of one's own.
    pub(crate) fn own(&self) -> &OwnWords {
        &self.own
    }

    /// Every valid way through the dictionary, in the dictionary's order.
    pub(crate) fn readings(&self, word: &str) -> Vec<Reading> {
        let mut readings = Vec::new();
        self.walk(word, |outputs| {
            if let Some(reading) = read(&self.transducer, outputs)
                && !readings.contains(&reading)
            {
                readings.push(reading);
            }
            readings.len() < MOST_READINGS
        });
        add_organisations(readings)
    }

    /// How the word may be inflected, in the dictionary's order: none when it is unknown, never more than
    /// [`MAX_ANALYSES`]. Words of one's own are known by their base form only and have no forms.
    pub fn forms(&self, word: &str) -> Vec<Form> {
        let mut forms: Vec<Form> = Vec::new();
        self.walk(word, |outputs| {
            if let Some(reading) = read(&self.transducer, outputs) {
                let form = form(&self.transducer, outputs, reading.base_form, reading.class);
                if !forms.contains(&form) {
                    forms.push(form);
                }
            }
            forms.len() < MAX_ANALYSES
        });
        forms
    }

    /// Gives every way through the dictionary to `found`, as long as that is true.
    fn walk(&self, word: &str, mut found: impl FnMut(&[Output]) -> bool) {
        if word.len() > 4 * MAX_WORD_LENGTH {
            return;
        }
        WALK.with_borrow_mut(|(walk, text, symbols)| {
            normalise(word, text);
            symbols.clear();
            for letter in text.chars() {
                match self.transducer.letter(letter) {
                    Some(symbol) => symbols.push(symbol),
                    None => return,
                }
            }
            if symbols.is_empty() || symbols.len() > MAX_WORD_LENGTH {
                return;
            }
            walk.read(&self.transducer, symbols, |outputs| {
                if found(outputs) { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            });
        });
    }

    /// A reading told in base forms.
    pub(crate) fn analysis(&self, reading: Reading) -> Analysis {
        let parts = self.parts(&reading);
        let mut bases: Vec<String> = Vec::new();
        let last = reading.parts.len().saturating_sub(1);
        for (number, part) in reading.parts.into_iter().enumerate() {
            let is_verbal_noun = part.has(Mark::VerbalNoun);
            let own_name = part.text.trim_matches('-');
            let count = part.lexemes.len();
            for (place, lexeme) in part.lexemes.into_iter().enumerate() {
                let is_last = number == last && place + 1 == count;
                let is_said = is_last || lexeme == own_name || parts.contains(&lexeme);
                if (is_verbal_noun || !is_said) && !bases.contains(&lexeme) {
                    bases.push(lexeme);
                }
            }
        }
        Analysis { base_form: reading.base_form, class: reading.class, parts, bases }
    }

    fn parts(&self, reading: &Reading) -> Vec<String> {
        let texts = reading.parts.iter().map(|part| (part, part.text.trim_matches('-')));
        let texts: Vec<_> = texts.filter(|(_, text)| !text.is_empty()).collect();
        if texts.len() < 2 {
            return vec![reading.base_form.clone()];
        }
        let part = |(part, text): (&crate::reading::Part, &str)| {
            let text = text.to_lowercase();
            if part.lexemes.len() == 1 && part.lexemes[0] == text {
                return text;
            }
            self.base_of_part(text)
        };
        texts.into_iter().map(part).collect()
    }

    /// The part of a compound by itself: it stays as it is when that is a base form or no word of its own.
    fn base_of_part(&self, text: String) -> String {
        let alone = self.readings(&text);
        if alone.iter().any(|reading| reading.base_form.to_lowercase() == text) {
            return text;
        }
        alone.into_iter().next().map_or(text, |reading| reading.base_form.to_lowercase())
    }
}

/// "kriisikeskus" is also the name of an organisation: "Kriisikeskus".
fn add_organisations(readings: Vec<Reading>) -> Vec<Reading> {
    let mut all = Vec::with_capacity(readings.len());
    for reading in readings {
        let name = reading.names_organisation.then(|| Reading {
            base_form: capitalised(&reading.base_form),
            class: WordClass::Name,
            parts: Vec::new(),
            names_organisation: false,
        });
        all.push(reading);
        all.extend(name);
    }
    all
}

/// The readings, likeliest first: those whose capitals fit the word, then those of fewer parts.
fn rank(mut readings: Vec<Reading>, word: &str) -> Vec<Reading> {
    if readings.len() < 2 {
        return readings;
    }
    let has_capital = word.chars().any(char::is_uppercase);
    readings.sort_by_cached_key(|reading| {
        let is_cased = reading.base_form.chars().any(char::is_uppercase);
        let fit = match (has_capital, is_cased) {
            (true, _) if reading.class == WordClass::PlaceName => 0,
            (_, false) => 1,
            (_, true) => 2,
        };
        (fit, reading.parts.len())
    });
    readings
}
