//! Under which terms a word is found: as written, by its base form, by the parts of a compound.
//!
//! Finnish is analysed with Voikko's dictionary where it is installed; words that it does not know,
//! and all words without it, get Snowball's stem. Texts and queries go through the same analysis.

use std::sync::Arc;

use finnish::{Memory, WordClass};
use smol_str::SmolStr;

use crate::common;
use crate::swedish::SwedishParts;
use crate::weights::W;
use crate::words::{Form, Stemming};

/// The shortest part of a compound that is a term of its own.
const PART_LETTERS: usize = 3;

/// Endings of words that say only what somebody is like: "kolmevuotias", "ekaluokkalainen".
const PERSONS: [&str; 3] = ["vuotias", "luokkalainen", "vuotinen"];

/// What a term is to the word that it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Share {
    /// The whole word: its base form or stem.
    Whole,
    /// The last part of a compound, which says what kind of thing it is.
    Head,
    /// Another part of a compound.
    Modifier,
    /// The word that the whole word is derived from.
    Base,
    /// The word that the last part of a compound is derived from.
    HeadBase,
}

/// A term of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordTerm {
    /// The form in which the term stands in the index.
    pub form: Form,
    /// The term; most are short enough to take no memory of their own.
    pub text: SmolStr,
    /// What it is to the word.
    pub share: Share,
    /// Which part of the compound it is; 0 when it is no part.
    pub part: usize,
}

/// Knows the words of the languages. Cheap to clone.
#[derive(Clone, Default)]
pub struct Analyser {
    finnish: Option<Arc<Memory>>,
    swedish: Arc<SwedishParts>,
}

impl std::fmt::Debug for Analyser {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let dictionary = self.has_dictionary();
        formatter.debug_struct("Analyser").field("has_dictionary", &dictionary).finish()
    }
}

impl Analyser {
    /// An analyser with Voikko's dictionary, or without it, and with the words that Swedish compounds
    /// are made of.
    #[must_use]
    pub fn new(finnish: Option<Arc<Memory>>, swedish: SwedishParts) -> Self {
        Self { finnish, swedish: Arc::new(swedish) }
    }

    /// Whether the Finnish dictionary is there.
    #[must_use]
    pub const fn has_dictionary(&self) -> bool {
        self.finnish.is_some()
    }

    /// Whether the Finnish dictionary knows the word.
    pub fn is_finnish(&self, word: &str) -> bool {
        self.finnish.as_ref().is_some_and(|memory| !memory.analyse(word).is_empty())
    }

    /// Whether a word names a relative.
    pub fn is_relative(&self, word: &str) -> bool {
        common::is_relative(word)
            || self.finnish.as_ref().is_some_and(|memory| {
                memory.analyse(word).iter().any(|one| common::is_relative(&one.base_form))
            })
    }

    /// How much a word says of what is looked for, whatever language it is of: 1 for a thing, less
    /// for doings and ways, for relatives, and for words that people put around what they look for.
    pub fn telling(&self, word: &str) -> f32 {
        let analyses = self.finnish.as_ref().map(|memory| memory.analyse(word));
        let analyses = analyses.as_deref().unwrap_or_default();
        let is_any = |test: &dyn Fn(&str) -> bool| {
            test(word) || analyses.iter().any(|one| test(&one.base_form))
        };
        match () {
            () if is_any(&common::is_faint) => W.faint,
            () if self.is_relative(word) => W.person,
            () if is_any(&|form| PERSONS.iter().any(|end| form.ends_with(end))) => W.person,
            () => {
                let classes = analyses.iter().map(|one| telling(one.class));
                classes.reduce(f32::max).unwrap_or(1.0)
            }
        }
    }

    /// The terms of a word of a language, beside the word as written; none for a word that says
    /// nothing.
    pub fn terms(&self, language: Stemming, word: &str) -> Vec<WordTerm> {
        if language.is_common(word) {
            return Vec::new();
        }
        let form = Form::Stem(language);
        if let (Stemming::Finnish, Some(memory)) = (language, &self.finnish) {
            let terms = finnish_terms(&memory.analyse(word));
            if !terms.is_empty() {
                return terms;
            }
        }
        let whole =
            WordTerm { form, text: language.stem(word).into(), share: Share::Whole, part: 0 };
        match language {
            Stemming::Swedish => self.swedish_terms(word, whole),
            _ => vec![whole],
        }
    }
}

impl Analyser {
    fn swedish_terms(&self, word: &str, whole: WordTerm) -> Vec<WordTerm> {
        let parts = self.swedish.parts(word);
        let last = parts.len();
        let mut terms = vec![whole];
        if last > 1 {
            terms.extend(parts.into_iter().zip(1..).map(|(text, part)| {
                let share = if part == last { Share::Head } else { Share::Modifier };
                WordTerm { form: Form::Stem(Stemming::Swedish), text: text.into(), share, part }
            }));
        }
        terms
    }
}

/// How much words of a class say of what is looked for.
fn telling(class: WordClass) -> f32 {
    match class {
        WordClass::Verb => W.verb,
        WordClass::Adjective => W.adjective,
        WordClass::Adverb
        | WordClass::Pronoun
        | WordClass::Numeral
        | WordClass::Adposition
        | WordClass::Conjunction
        | WordClass::Interjection
        | WordClass::Negation => W.adverb,
        _ => 1.0,
    }
}

fn finnish_terms(analyses: &[finnish::Analysis]) -> Vec<WordTerm> {
    let mut terms = Terms::default();
    for analysis in analyses {
        terms.add(&analysis.base_form, Share::Whole, 0);
    }
    for analysis in analyses {
        let [modifiers @ .., head] = analysis.parts.as_slice() else { continue };
        let last = modifiers.len();
        for (place, part) in modifiers.iter().enumerate() {
            terms.add(part, Share::Modifier, place + 1);
        }
        if last > 0 {
            terms.add(head, Share::Head, last + 1);
        }
        // "Juominen" is what one does who "juo": the same word for whoever looks for it.
        let is_action = analysis.base_form.ends_with("minen");
        for base in &analysis.bases {
            match last {
                0 if is_action => terms.add(base, Share::Whole, 0),
                0 => terms.add(base, Share::Base, 0),
                _ => terms.add(base, Share::HeadBase, last + 1),
            }
        }
    }
    terms.0
}

/// A word's terms, each once.
#[derive(Default)]
struct Terms(Vec<WordTerm>);

impl Terms {
    fn add(&mut self, text: &str, share: Share, part: usize) {
        let mut text = text.to_lowercase();
        // A base form may itself hold a hyphen; texts have such words without it.
        text.retain(|letter| letter != '-');
        let is_known = self.0.iter().any(|term| term.text == text);
        if !is_known && (part == 0 || text.chars().count() >= PART_LETTERS) {
            let form = Form::Stem(Stemming::Finnish);
            self.0.push(WordTerm { form, text: text.into(), share, part });
        }
    }
}
