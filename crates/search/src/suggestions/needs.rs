//! The needs vocabulary as suggestions: what each need is called and what people write for it.

use domain::Language;
use domain::reference::Need;

use crate::analysis::Analyser;
use crate::documents::Strings;
use crate::index::is_of_wellbeing;
use crate::suggestions::compounds::finnish_parts;
use crate::suggestions::fold::word_starts;
use crate::suggestions::mending::Mending;
use crate::suggestions::names::{List, words_of};

/// A phrase of more words is no worse.
const MANY_WORDS: usize = 4;

/// What needs are called in each language of the interface, the names before the phrases.
#[derive(Debug, Default)]
pub struct NeedNames {
    /// By language of the interface; each text with the number of its need.
    pub lists: [List; 3],
    /// Their words, for mistakes.
    pub mending: Mending,
}

/// What a need is called in a language: its name, or the first of its phrases.
#[must_use]
pub fn need_name(need: &Need, language: Language) -> &'static str {
    let phrase = || need.phrases.iter().find(|(of, _)| *of == language).map(|(_, text)| *text);
    match language {
        Language::Sv | Language::En => phrase().unwrap_or(need.name),
        _ => need.name,
    }
}

impl NeedNames {
    /// The names and phrases of needs; those of wellbeing first.
    pub fn new(analyser: &Analyser, needs: &'static [Need]) -> Self {
        let lists = Language::INTERFACE.map(|language| {
            let mut texts: Vec<(bool, bool, usize, usize, u32, &str)> = Vec::new();
            for (number, need) in (0..).zip(needs) {
                let name = need_name(need, language);
                let phrases =
                    need.phrases.iter().filter(|(of, text)| *of == language && *text != name);
                let phrases = phrases.map(|(_, text)| *text);
                for (rank, text) in [name].into_iter().chain(phrases).enumerate() {
                    // Long phrases are one person's words.
                    let words = word_starts(text).take(MANY_WORDS).count();
                    let is_phrase = rank > 0;
                    let words = if is_phrase { words } else { 0 };
                    texts.push((is_phrase, !is_of_wellbeing(need), words, rank, number, text));
                }
            }
            texts.sort_unstable();
            let mut strings = Strings::default();
            let mut of = Vec::with_capacity(texts.len());
            for (.., number, text) in texts {
                strings.push(text);
                of.push(number);
            }
            let parts = |word: &str| match language {
                Language::Fi => finnish_parts(analyser, word),
                _ => Vec::new(),
            };
            List::new(strings, parts, of, Vec::new())
        });
        let mending = Mending::new(words_of(lists.iter().map(|list| &list.table)));
        Self { lists, mending }
    }
}
