//! The program's own texts as documents to learn from: the needs of the vocabulary, service classes
//! and themes, each in its three languages at once.

use std::collections::BTreeMap;

use domain::Language;
use domain::reference::{Need, service_class, service_classes, themes};

use crate::analysis::Analyser;
use crate::common;
use crate::lexicon::Lexicon;
use crate::terms::write_key;
use crate::weights;
use crate::words::{Stemming, analyse};

/// A text: how often each term is in it.
pub type Frequencies = BTreeMap<Vec<u8>, f32>;

/// How much a word counts that stands in a name or in a phrase by which services are known.
const NAMED: f32 = 1.0;
/// How much a word counts that people say, or that describes.
const SAID: f32 = 0.5;
/// The frequency at which a term has half of the highest value.
const SATURATION: f32 = 0.5;

/// What a frequency of the texts here counts, as an index's impacts do: from 0 to 1.
pub fn saturated(frequency: f32) -> f32 {
    frequency / (frequency + SATURATION)
}

/// All of the texts.
pub fn reference_texts(lexicon: &Lexicon) -> Vec<Frequencies> {
    let analyser = &lexicon.analyser;
    let needs = lexicon.needs.iter().map(|need| need_text(need, analyser));
    let classes = service_classes().all().iter().map(|class| {
        let mut text = Frequencies::new();
        for language in Language::INTERFACE {
            add(&mut text, analyser, language, class.name(language), NAMED);
        }
        text
    });
    let themes = themes().iter().map(|theme| {
        let mut text = Frequencies::new();
        for language in Language::INTERFACE {
            add(&mut text, analyser, language, theme.name(language), NAMED);
            add(&mut text, analyser, language, theme.description(language), SAID);
        }
        for term in &theme.terms {
            for (language, term) in Language::INTERFACE.into_iter().zip([term.fi, term.sv, term.en])
            {
                add(&mut text, analyser, language, term, SAID);
            }
        }
        text
    });
    needs.chain(classes).chain(themes).collect()
}

/// A need: its name, what services that answer it are called, what people say, and its classes.
pub fn need_text(need: &Need, analyser: &Analyser) -> Frequencies {
    let mut text = Frequencies::new();
    for name in [&need.name].into_iter().chain(&need.finds) {
        add(&mut text, analyser, Language::Fi, name, NAMED);
    }
    for (language, phrase) in &need.phrases {
        add(&mut text, analyser, *language, phrase, SAID);
    }
    let classes = need.classes.iter().filter_map(|code| service_class(code));
    for (rank, class) in (1_u8..).zip(classes) {
        for language in Language::INTERFACE {
            add(&mut text, analyser, language, class.name(language), SAID / f32::from(rank));
        }
    }
    text
}

/// Adds the words of a text that say something.
fn add(
    text: &mut Frequencies,
    analyser: &Analyser,
    language: Language,
    words: &str,
    frequency: f32,
) {
    let mut key = Vec::new();
    for word in analyse(words) {
        let word = word.whole.unwrap_or(word.surface);
        if common::is_faint(&word) {
            continue;
        }
        for term in analyser.terms(Stemming::of(language), &word) {
            if !common::is_faint(&term.text) {
                write_key(&mut key, term.form, &term.text);
                *text.entry(key.clone()).or_default() += frequency * weights::part(term.share);
            }
        }
    }
}
