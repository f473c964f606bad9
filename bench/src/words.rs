//! Words for the peers that analyse nothing themselves: the same base forms and compound parts as the
//! search uses.

use std::collections::HashMap;
use std::sync::Arc;

use domain::Language;
use finnish::{Dictionary, Memory};
use frostem::{Algorithm, Stemmer};

/// So many words' analyses are remembered.
const REMEMBERED: usize = 200_000;
/// The shortest part of a compound that is a term of its own.
const PART_LETTERS: usize = 3;

/// Words that say nothing, which no query asks for beside others.
const SILENT: &str = "ja tai on ei se sen sekä että jos kun myös ovat olla voi joka jotka eli kuin \
    mutta minä sinä hän mikä mistä missä mihin miten och eller är att det den de en ett som för på i \
    av med till om kan du jag vi man hur var and or is are the a an of to in for on with by at be \
    can you your my how where what";

/// What is known of words.
pub struct Words {
    memory: Option<Arc<Memory>>,
    stemmers: [Stemmer; 3],
}

/// The terms of a word in a language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Terms {
    /// Base forms, or a stem where nothing is known.
    pub whole: Vec<String>,
    /// The parts of a compound.
    pub parts: Vec<String>,
}

impl Words {
    /// With Voikko's dictionary where it is installed.
    pub fn open() -> anyhow::Result<Self> {
        let dictionary = Dictionary::installed().map(Dictionary::open).transpose()?;
        let memory = dictionary.map(|it| Arc::new(Memory::new(Arc::new(it), REMEMBERED)));
        let stemmers =
            [Algorithm::Finnish, Algorithm::Swedish, Algorithm::English].map(Stemmer::new);
        Ok(Self { memory, stemmers })
    }

    /// The dictionary with its memory.
    pub fn memory(&self) -> Option<Arc<Memory>> {
        self.memory.clone()
    }

    /// A word's Snowball stem.
    pub fn stem(&self, language: Language, word: &str) -> String {
        let [finnish, swedish, english] = &self.stemmers;
        let stemmer = match language {
            Language::Fi => finnish,
            Language::Sv => swedish,
            Language::En => english,
            Language::Se | Language::Smn | Language::Sms => return word.to_owned(),
        };
        Some(stemmer.stem(word).into_owned()).filter(|it| !it.is_empty()).unwrap_or(word.to_owned())
    }

    /// A word's terms.
    pub fn terms(&self, language: Language, word: &str) -> Terms {
        let mut terms = Terms::default();
        let memory = self.memory.as_ref().filter(|_| language == Language::Fi);
        for analysis in memory.iter().flat_map(|memory| memory.analyse(word).to_vec()) {
            let base = analysis.base_form.to_lowercase().replace('-', "");
            if !terms.whole.contains(&base) {
                terms.whole.push(base);
            }
            for part in analysis.parts.iter().filter(|_| analysis.parts.len() > 1) {
                if part.chars().count() >= PART_LETTERS && !terms.parts.contains(part) {
                    terms.parts.push(part.clone());
                }
            }
        }
        if terms.whole.is_empty() {
            terms.whole.push(self.stem(language, word));
        }
        terms
    }

    /// The forms of each Finnish word that texts have, by its base form.
    pub fn forms<'a>(&self, texts: impl Iterator<Item = &'a str>) -> HashMap<String, Vec<String>> {
        let mut forms: HashMap<String, Vec<String>> = HashMap::new();
        for word in texts.flat_map(search::analyse) {
            let base = self.terms(Language::Fi, &word.surface).whole.swap_remove(0);
            let known = forms.entry(base).or_default();
            if !known.contains(&word.surface) {
                known.push(word.surface);
            }
        }
        forms
    }
}

/// The words of a query, each once, without those that say nothing where there are others.
pub fn asked(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in search::analyse(text) {
        for written in [Some(word.surface), word.whole].into_iter().flatten() {
            if !words.contains(&written) {
                words.push(written);
            }
        }
    }
    let is_silent = |word: &String| SILENT.split_whitespace().any(|silent| silent == word);
    if words.iter().any(|word| !is_silent(word)) {
        words.retain(|word| !is_silent(word));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silent_words_are_asked_for_only_when_there_are_no_others() {
        assert_eq!(asked("Mistä apua?"), ["apua"]);
        assert_eq!(asked("mistä on"), ["mistä", "on"]);
        assert_eq!(asked("e-resepti e-resepti"), ["e", "eresepti", "resepti"]);
    }
}
