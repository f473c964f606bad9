//! What this installation knows of words: Voikko's dictionary where it is installed, the words that it
//! lacks, and the lexicon made of both.
//!
//! Made once, as the program starts. Without the dictionary everything works, but Finnish words are
//! then known by their endings only, and whoever starts the program says so ([`Words::dictionary`]).

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use finnish::{Dictionary, Memory, WordList};
use search::{IndexBuilder, Lexicon, WordVectors};
use sha2::{Digest, Sha256};

use crate::Error;

/// Words that Voikko's dictionary lacks and that matter here, in the form that [`WordList`] reads.
const DEFAULT: &str = include_str!("words/words-fi.txt");
/// How many words' analyses are remembered; a catalogue's texts have some tens of thousands.
const REMEMBERED: usize = 100_000;

/// The words of an installation. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Words {
    lexicon: Arc<Lexicon>,
    finnish: Option<Arc<Memory>>,
    dictionary: Arc<DictionaryState>,
    /// Word vectors learnt from more texts than the catalogue's own.
    vectors: Option<Arc<WordVectors>>,
    print: [u8; 32],
}

/// What became of Voikko's dictionary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DictionaryState {
    /// It is in use.
    Installed {
        /// Its file.
        file: PathBuf,
        /// The words of one's own whose model it does not know: only their base form is known.
        without_model: Vec<String>,
    },
    /// It is not installed.
    Missing,
    /// Its file cannot be used; the sentence says which and why.
    Unusable(String),
}

impl Words {
    /// The words of this machine: the installed dictionary, our short list of words that it lacks, and
    /// the operator's own list, whose words go before ours.
    ///
    /// # Errors
    /// When the operator's list cannot be read; the sentence names file and line.
    pub fn installed(own: Option<&Path>) -> Result<Self, Error> {
        Self::with(Dictionary::installed(), own)
    }

    /// The words with the dictionary of a file, or without any.
    fn with(file: Option<PathBuf>, own: Option<&Path>) -> Result<Self, Error> {
        let text = own.map(read_list).transpose()?.unwrap_or_default();
        let text = joined(&text);
        let list = WordList::parse(&text)
            .map_err(|error| Error::Internal(format!("the lists of words together: {error}")))?;
        let mut print = Sha256::new();
        print.update(&text);
        let Some(file) = file else { return Ok(Self::without(DictionaryState::Missing)) };
        let bytes = match std::fs::read(&file) {
            Ok(bytes) => bytes,
            Err(error) => {
                let why = format!("the dictionary {} cannot be read: {error}", file.display());
                return Ok(Self::without(DictionaryState::Unusable(why)));
            }
        };
        print.update(&bytes);
        let dictionary = match Dictionary::parse(&bytes) {
            Ok(dictionary) => dictionary.with_words(list),
            Err(error) => {
                let why = format!("{}: {error}", file.display());
                return Ok(Self::without(DictionaryState::Unusable(why)));
            }
        };
        let without_model = dictionary.words_without_model().map(str::to_owned).collect();
        let memory = Arc::new(Memory::new(Arc::new(dictionary), REMEMBERED));
        Ok(Self {
            lexicon: Arc::new(Lexicon::new(Some(Arc::clone(&memory)))),
            finnish: Some(memory),
            dictionary: Arc::new(DictionaryState::Installed { file, without_model }),
            vectors: None,
            print: print.finalize().into(),
        })
    }

    /// Words known by their endings only. The lexicon is made once and shared: it costs some tenths of
    /// a second.
    #[must_use]
    pub fn by_endings() -> Self {
        Self::without(DictionaryState::Missing)
    }

    fn without(dictionary: DictionaryState) -> Self {
        static LEXICON: LazyLock<Arc<Lexicon>> = LazyLock::new(Arc::default);
        Self {
            lexicon: Arc::clone(&LEXICON),
            finnish: None,
            dictionary: Arc::new(dictionary),
            vectors: None,
            print: Sha256::digest([]).into(),
        }
    }

    /// These words with the vectors of a file that `tarjotin search train` made.
    ///
    /// # Errors
    /// When the file cannot be used; the sentence names it.
    pub fn with_vectors(mut self, file: &Path) -> Result<Self, Error> {
        let vectors = WordVectors::load(file).map_err(|error| {
            Error::Refused(format!(
                "the word vectors {} (vectors under [search] in the configuration): {error}; \
                 make them anew with tarjotin search train",
                file.display()
            ))
        })?;
        let mut print = Sha256::new();
        print.update(self.print);
        print.update(vectors.to_bytes());
        self.print = print.finalize().into();
        self.vectors = Some(Arc::new(vectors));
        Ok(self)
    }

    /// A builder of an index that knows these words.
    #[must_use]
    pub fn index_builder(&self) -> IndexBuilder {
        let builder = IndexBuilder::new(Arc::clone(&self.lexicon));
        match &self.vectors {
            Some(vectors) => builder.with_vectors(Arc::clone(vectors)),
            None => builder,
        }
    }

    /// The lexicon, for every index.
    #[must_use]
    pub const fn lexicon(&self) -> &Arc<Lexicon> {
        &self.lexicon
    }

    /// The Finnish dictionary, where it is installed.
    #[must_use]
    pub fn finnish(&self) -> Option<&Arc<Memory>> {
        self.finnish.as_ref()
    }

    /// What became of the dictionary.
    #[must_use]
    pub fn dictionary(&self) -> &DictionaryState {
        &self.dictionary
    }

    /// What tells these words from those of another dictionary or list: an index made with others does
    /// not fit.
    pub(crate) fn print(&self) -> String {
        let mut text = String::with_capacity(2 * self.print.len());
        for byte in self.print {
            text.push(char::from_digit(u32::from(byte >> 4), 16).unwrap_or('0'));
            text.push(char::from_digit(u32::from(byte & 15), 16).unwrap_or('0'));
        }
        text
    }

    /// Says in the log what is wrong with the words, if anything is.
    pub fn log(&self) {
        match self.dictionary() {
            DictionaryState::Installed { without_model, .. } if without_model.is_empty() => {}
            DictionaryState::Installed { without_model, .. } => tracing::warn!(
                "only the base form is known of {}: the dictionary does not know their models",
                without_model.join(", ")
            ),
            DictionaryState::Missing => tracing::warn!(
                "Voikko's dictionary is not installed: the search knows Finnish words by their \
                 endings only; apt-get install voikko-fi, then start again"
            ),
            DictionaryState::Unusable(why) => {
                tracing::warn!("the search knows Finnish words by their endings only, since {why}");
            }
        }
    }
}

/// The operator's list, checked by itself, so that its own lines are named.
fn read_list(file: &Path) -> Result<String, Error> {
    let refused = |why: String| {
        Error::Refused(format!(
            "the word list {} (words under [search] in the configuration): {why}",
            file.display()
        ))
    };
    let text = std::fs::read_to_string(file).map_err(|error| refused(error.to_string()))?;
    WordList::parse(&text).map_err(|error| refused(error.to_string()))?;
    Ok(text)
}

/// The operator's list, and of ours the words that it has not.
fn joined(own: &str) -> String {
    let known: Vec<String> = own.lines().filter_map(word_of).collect();
    let ours =
        DEFAULT.lines().filter(|line| word_of(line).is_none_or(|word| !known.contains(&word)));
    let ours: Vec<&str> = ours.collect();
    format!("{own}\n{}", ours.join("\n"))
}

/// The word of a list's line, in lower case.
fn word_of(line: &str) -> Option<String> {
    let content = line.split('#').next().unwrap_or_default();
    let word = content.split('=').next().unwrap_or_default().trim();
    (!word.is_empty()).then(|| word.to_lowercase())
}

#[cfg(test)]
mod tests;
