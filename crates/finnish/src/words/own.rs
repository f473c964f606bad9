//! Words of one's own, looked up by way of their models.
//!
//! A form of the new word becomes a form of the model by changing the beginning, which inflection does not touch:
//! "hyten" is to "hyte" as "nallen" is to "nalle". What the dictionary says of the model's form is then said of the
//! new word. So nothing needs to be known of inflection here, and compounds and derivations come by themselves.

use std::collections::HashMap;

use super::{Line, WordList};
use crate::analysis::{Analysis, WordClass};
use crate::letters::{back_vowels, capitalised, front_vowels, is_back, normalise};
use crate::reading::Reading;
use crate::{Dictionary, MAX_WORD_LENGTH};

/// The words of a list, made ready to be looked up.
#[derive(Debug, Default)]
pub(crate) struct OwnWords {
    inflected: Vec<Inflected>,
    by_first_letter: HashMap<char, Vec<usize>>,
    /// The others, and the base forms of all: from lower case to what the list has.
    plain: HashMap<String, String>,
    whole: HashMap<String, String>,
    without_model: Vec<String>,
}

/// A word with a model.
#[derive(Debug)]
struct Inflected {
    /// As the list has it.
    word: String,
    /// The beginning that stays, in lower case.
    stem: String,
    /// The model in lower case, and its beginning that stays.
    model: String,
    model_stem: String,
    /// The word's vowels are front ones where the model's are back ones, or the other way round.
    harmony: Harmony,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Harmony {
    Same,
    WordIsFront,
    WordIsBack,
}

/// Stems shorter than this are looked for at the beginning of a word and after a hyphen only.
const STEM_INSIDE: usize = 3;

/// An ending after the colon is no longer than this: "DigiFinland:ssa".
const LONGEST_ENDING: usize = 5;

impl OwnWords {
    pub(crate) fn new(list: WordList, dictionary: &Dictionary) -> OwnWords {
        let mut own = OwnWords::default();
        for Line { word, model } in list.lines {
            let lower = lower(&word);
            own.whole.insert(lower.clone(), word.clone());
            match model {
                Some(model) if is_known(dictionary, &model) => own.add(word, &lower, &model),
                Some(_) => {
                    own.without_model.push(word.clone());
                    own.plain.insert(lower, word);
                }
                None => {
                    own.plain.insert(lower, word);
                }
            }
        }
        own
    }

    fn add(&mut self, word: String, lower: &str, model: &str) {
        let model = self::lower(model);
        let (stem, model_stem) = stems(lower, &model);
        let harmony = match (is_back(lower), is_back(&model)) {
            (false, true) => Harmony::WordIsFront,
            (true, false) => Harmony::WordIsBack,
            _ => Harmony::Same,
        };
        if let Some(first) = stem.chars().next() {
            self.by_first_letter.entry(first).or_default().push(self.inflected.len());
        }
        let (stem, model_stem) = (stem.to_owned(), model_stem.to_owned());
        self.inflected.push(Inflected { word, stem, model, model_stem, harmony });
    }

    pub(crate) fn without_model(&self) -> impl Iterator<Item = &str> {
        self.without_model.iter().map(String::as_str)
    }

    /// The words, and the beginnings of those that are inflected, in lower case.
    pub(crate) fn beginnings(&self) -> impl Iterator<Item = &str> {
        let stems = self.inflected.iter().map(|own| own.stem.as_str());
        stems.chain(self.whole.keys().map(String::as_str))
    }

    /// For words that a text begins with: the text with the model's beginning instead, and the two beginnings, the
    /// word's first.
    pub(crate) fn as_models(&self, text: &str) -> impl Iterator<Item = (String, &str, &str)> {
        self.inflected.iter().filter_map(move |own| {
            let rest = text.strip_prefix(&own.stem)?;
            Some((format!("{}{rest}", own.model_stem), &*own.stem, &*own.model_stem))
        })
    }

    /// What a word is, if one of these is in it.
    pub(crate) fn analyse(&self, dictionary: &Dictionary, word: &str) -> Vec<Analysis> {
        let mut analyses = Vec::new();
        if self.whole.is_empty() || word.len() > 4 * MAX_WORD_LENGTH {
            return analyses;
        }
        let text = lower(word);
        analyses.extend(self.plain(&text));
        self.before_hyphen(dictionary, &text, &mut analyses);
        let mut before = None;
        for (at, letter) in text.char_indices() {
            for number in self.by_first_letter.get(&letter).into_iter().flatten() {
                let own = &self.inflected[*number];
                let is_begin = matches!(before, None | Some('-'));
                let may_begin = is_begin || own.stem.chars().count() >= STEM_INSIDE;
                if may_begin && text[at..].starts_with(&own.stem) {
                    own.analyse(dictionary, &text, at, &mut analyses);
                }
            }
            before = Some(letter);
        }
        analyses
    }

    /// A word of one's own may begin a compound with a hyphen: "Varha-sovellus".
    fn before_hyphen(&self, dictionary: &Dictionary, text: &str, into: &mut Vec<Analysis>) {
        let Some((first, rest)) = text.split_once('-') else { return };
        let Some(word) = self.whole.get(first) else { return };
        for reading in dictionary.readings(rest) {
            let mut analysis = dictionary.analysis(reading);
            analysis.base_form = format!("{word}-{}", analysis.base_form);
            analysis.parts.insert(0, first.to_owned());
            analysis.parts[1..].iter_mut().for_each(|part| *part = part.to_lowercase());
            into.push(analysis);
        }
    }

    fn plain(&self, text: &str) -> Option<Analysis> {
        let stem = match text.split_once(':') {
            Some((stem, ending))
                if ending.chars().count() <= LONGEST_ENDING
                    && ending.chars().all(char::is_alphabetic) =>
            {
                stem
            }
            _ => text,
        };
        let word = self.plain.get(stem)?;
        let class =
            if word.chars().any(char::is_uppercase) { WordClass::Name } else { WordClass::Noun };
        let (base_form, parts) = (word.clone(), vec![word.clone()]);
        Some(Analysis { base_form, class, parts, bases: Vec::new() })
    }
}

impl Inflected {
    /// Adds what the text is when this word begins at a place in it.
    fn analyse(&self, dictionary: &Dictionary, text: &str, at: usize, into: &mut Vec<Analysis>) {
        let ending = &text[at + self.stem.len()..];
        let as_model = |ending: &str| format!("{}{}{ending}", &text[..at], self.model_stem);
        let changed = match self.harmony {
            Harmony::Same => None,
            Harmony::WordIsFront => Some((back_vowels(ending), front_vowels(ending))),
            Harmony::WordIsBack => Some((front_vowels(ending), back_vowels(ending))),
        };
        for reading in dictionary.readings(&as_model(ending)) {
            self.take(dictionary, reading, at, changed.is_none(), into);
        }
        let Some((changed, _)) = changed.filter(|(_, fitting)| fitting == ending) else { return };
        for reading in dictionary.readings(&as_model(&changed)) {
            self.take(dictionary, reading, at, true, into);
        }
    }

    /// Takes over a reading in which the model stands where the word does. Where the ending's vowels are those of the
    /// model and not of the word, the word may not be the last part.
    fn take(
        &self,
        dictionary: &Dictionary,
        reading: Reading,
        at: usize,
        may_be_last: bool,
        into: &mut Vec<Analysis>,
    ) {
        let Some(place) = reading.parts.iter().position(|part| {
            part.start == at
                && part.lexemes.first().is_some_and(|lexeme| lower(lexeme) == self.model)
        }) else {
            return;
        };
        let is_last = place + 1 == reading.parts.len();
        let number = reading.parts[..place].iter().filter(|part| part.text != "-").count();
        let is_itself = is_last && reading.parts[place].lexemes.len() == 1;
        let harmony = if is_last { self.harmony } else { Harmony::Same };
        let keeps_capital = is_itself || !is_last;
        let Some(base_form) = self.renamed(&reading.base_form, at, keeps_capital, harmony) else {
            return;
        };
        if is_last && !may_be_last {
            return;
        }
        let mut analysis = dictionary.analysis(reading);
        if let [part] = &mut analysis.parts[..] {
            part.clone_from(&base_form);
        } else if let Some(part) = analysis.parts.get_mut(number)
            && let Some(renamed) = self.renamed(part, 0, false, self.harmony)
        {
            *part = renamed;
        }
        for base in &mut analysis.bases {
            let is_itself = lower(base) == self.model;
            if let Some(renamed) = self.renamed(base, 0, is_itself, self.harmony) {
                *base = renamed;
            }
        }
        if is_itself && !analysis.class.is_name() && self.word.chars().any(char::is_uppercase) {
            analysis.class = WordClass::Name;
        }
        analysis.base_form = base_form;
        into.push(analysis);
    }

    /// A text in which the model begins at a place, with the word instead.
    fn renamed(
        &self,
        text: &str,
        at: usize,
        keeps_capital: bool,
        harmony: Harmony,
    ) -> Option<String> {
        let (before, rest) = (text.get(..at)?, text.get(at..)?);
        let rest = rest.to_lowercase();
        let ending = rest.strip_prefix(&self.model_stem)?;
        if keeps_capital && rest == self.model {
            return Some(format!("{before}{}", self.word));
        }
        let ending = match harmony {
            Harmony::WordIsFront => front_vowels(ending),
            Harmony::WordIsBack => back_vowels(ending),
            Harmony::Same => ending.to_owned(),
        };
        let is_name = self.word.chars().next().is_some_and(char::is_uppercase);
        let stem =
            if is_name && keeps_capital { capitalised(&self.stem) } else { self.stem.clone() };
        Some(format!("{before}{stem}{ending}"))
    }
}

fn lower(word: &str) -> String {
    let mut text = String::new();
    normalise(word, &mut text);
    text
}

fn is_known(dictionary: &Dictionary, model: &str) -> bool {
    let model = lower(model);
    dictionary.readings(&model).iter().any(|reading| lower(&reading.base_form) == model)
}

/// The beginnings of a word and of its model that inflection leaves alone: what is before the longest common end, but
/// the last letter at least always varies, and of the word three letters stay (two of a short one).
fn stems<'a>(word: &'a str, model: &'a str) -> (&'a str, &'a str) {
    let letters = word.chars().count();
    let stays = if letters > 5 { 3 } else { 2 };
    let common = word.chars().rev().zip(model.chars().rev()).take_while(|(a, b)| a == b).count();
    let model_letters = model.chars().count();
    let varies = common.min(letters.saturating_sub(stays)).min(model_letters.saturating_sub(1));
    (without_last(word, varies), without_last(model, varies))
}

fn without_last(word: &str, letters: usize) -> &str {
    match word.char_indices().rev().nth(letters.wrapping_sub(1)) {
        Some((at, _)) if letters > 0 => &word[..at],
        _ => word,
    }
}
