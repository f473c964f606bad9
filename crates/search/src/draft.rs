//! A word of a query while it is being understood: which terms of the index it may stand for.

use crate::analysis::{Share, WordTerm};
use crate::common;
use crate::index::Index;
use crate::phrases::{QueryTerm, RELATIVE};
use crate::plan::{Alternative, Way};
use crate::weights::{self, W};
use crate::words::{Form, Stemming, Word};

/// The most words that are written apart and belong together.
const JOINED: usize = 3;

/// The fewest first letters by which a word is guessed.
const GUESSED: usize = 3;

/// What a compound is like.
#[derive(Debug, Clone, Copy)]
struct Compound {
    /// How many parts there are before the last.
    modifiers: usize,
    /// Whether the last says little.
    is_light: bool,
}

/// A word while it is being understood.
pub struct Draft {
    /// The word as written.
    pub text: String,
    /// Its terms, known to the index or not.
    terms: Vec<WordTerm>,
    /// The terms of the index that may stand for it.
    pub alternatives: Vec<Alternative>,
    /// Likewise for each part of a compound.
    pub parts: Vec<Vec<Alternative>>,
    /// How much a word of its kind tells.
    pub telling: f32,
    is_relative: bool,
    /// Whether it is the last: it may be unfinished.
    pub is_last: bool,
}

impl Draft {
    /// Whether something in the index is the word, in some form.
    fn is_known(&self) -> bool {
        self.alternatives.iter().any(|one| one.way < Way::Derived)
    }

    fn add_term(
        &mut self,
        term: usize,
        of_word: &WordTerm,
        compound: Compound,
        (way, likeness): (Way, f32),
    ) {
        #[expect(clippy::cast_precision_loss, reason = "words have few parts")]
        let modifiers = compound.modifiers.max(1) as f32;
        let (head, modifier) = if compound.is_light {
            (W.light_head, W.before_light / modifiers)
        } else {
            (W.head, W.modifiers / modifiers)
        };
        let (own, factor) = match of_word.share {
            Share::Whole => (Way::Inflected, W.inflected),
            Share::Base => (Way::Derived, W.base),
            Share::Head => (Way::Part, head),
            Share::HeadBase => (Way::Part, W.head_base),
            Share::Modifier => (Way::Part, modifier),
        };
        let way = if own == Way::Inflected && way != Way::Exact { way } else { own };
        let factor = factor * likeness;
        let cover = if own == Way::Inflected { likeness } else { factor };
        let alternative = Alternative { term, way, factor, cover };
        match of_word.part.checked_sub(1) {
            None => self.alternatives.push(alternative),
            Some(place) => {
                if self.parts.len() <= place {
                    self.parts.resize_with(place + 1, Vec::new);
                }
                self.parts[place].push(alternative);
            }
        }
    }

    /// Whether it is a word in some form.
    pub fn is_form_of(&self, word: &str) -> bool {
        let is_it = |term: &WordTerm| term.share == Share::Whole && term.text == word;
        self.text == word || self.terms.iter().any(is_it)
    }

    /// Its terms, and how much it says of what is meant.
    pub fn meaning(&self) -> (&[WordTerm], f32) {
        let weight = if self.telling <= W.faint { 0.0 } else { self.telling };
        (&self.terms, weight)
    }

    /// The terms by which phrases of the needs vocabulary are recognised.
    pub fn phrase_terms(&self) -> Vec<QueryTerm<'_>> {
        let written =
            |text| QueryTerm { form: Form::Surface, text, share: Share::Whole, is_sure: true };
        let mut terms = vec![written(&self.text)];
        if self.is_relative {
            terms.push(written(RELATIVE));
        }
        for term in &self.terms {
            let same = |other: &&WordTerm| other.form == term.form && other.share == Share::Whole;
            let is_sure = term.share != Share::Whole || self.terms.iter().filter(same).count() < 2;
            terms.push(QueryTerm { form: term.form, text: &term.text, share: term.share, is_sure });
        }
        terms
    }
}

impl Index {
    /// A word with the terms that it is known by.
    pub(crate) fn draft(&self, word: &Word, is_last: bool) -> Draft {
        let text = word.whole.clone().unwrap_or_else(|| word.surface.clone());
        let known = self.lexicon.word(&text);
        let mut draft = Draft {
            telling: known.telling,
            is_relative: known.is_relative,
            is_last,
            terms: Vec::new(),
            alternatives: Vec::new(),
            parts: Vec::new(),
            text,
        };
        self.add_forms(&mut draft, word.surface.as_str(), None);
        if word.whole.is_some() {
            let text = draft.text.clone();
            self.add_forms(&mut draft, &text, None);
        }
        draft
    }

    /// Adds what a written word is found by; `mended` when it is not as the person wrote it.
    pub(crate) fn add_forms(&self, draft: &mut Draft, text: &str, mended: Option<(Way, f32)>) {
        let (way, likeness) = mended.unwrap_or((Way::Exact, 1.0));
        if let Some(term) = self.terms.find(Form::Surface, text) {
            let factor = W.exact * likeness;
            draft.alternatives.push(Alternative { term, way, factor, cover: likeness });
        }
        if let Some(term) = self.terms.find(Form::Start, text) {
            let factor = W.start * likeness;
            draft.alternatives.push(Alternative { term, way, factor, cover: likeness });
        }
        for terms in &self.lexicon.word(text).terms {
            let modifiers = terms.iter().map(|term| term.part).max().unwrap_or(0).saturating_sub(1);
            let is_head = |term: &&WordTerm| term.share == Share::Head;
            let is_light =
                terms.iter().find(is_head).is_some_and(|head| common::is_light(&head.text));
            let compound = Compound { modifiers, is_light };
            for term in terms {
                if let Some(number) = self.terms.find(term.form, &term.text) {
                    draft.add_term(number, term, compound, (way, likeness));
                }
                draft.terms.push(term.clone());
            }
        }
    }

    /// Tries neighbours written together: "mielen terveys" is "mielenterveys".
    pub(crate) fn join(&self, drafts: &mut [Draft]) {
        for count in 2..=JOINED {
            for first in 0..(drafts.len() + 1).saturating_sub(count) {
                let apart = &mut drafts[first..first + count];
                let Some(joined) = self.joined(apart) else { continue };
                let whole: Vec<Alternative> = joined
                    .alternatives
                    .into_iter()
                    .filter(|one| one.way < Way::Derived)
                    .map(|one| Alternative { way: Way::Joined, ..one })
                    .collect();
                let terms = joined.terms.into_iter().filter(|term| term.share == Share::Whole);
                let terms: Vec<WordTerm> = terms.collect();
                for draft in apart {
                    draft.alternatives.extend_from_slice(&whole);
                    draft.terms.extend_from_slice(&terms);
                }
            }
        }
    }

    /// Words written together, when that is a word; where each is known by itself, only a word that
    /// stands so in the catalogue.
    fn joined(&self, apart: &[Draft]) -> Option<Draft> {
        let text: String = apart.iter().map(|draft| draft.text.as_str()).collect();
        let is_written = [Form::Surface, Form::Stem(Stemming::Finnish)]
            .iter()
            .any(|form| self.terms.find(*form, &text).is_some());
        if !is_written && apart.iter().all(Draft::is_known) {
            return None;
        }
        let word = Word { surface: text, whole: None };
        let joined = self.draft(&word, false);
        let is_word = |one: &Alternative| matches!(one.way, Way::Exact | Way::Inflected);
        joined.alternatives.iter().any(is_word).then_some(joined)
    }

    /// Mends a word that nothing in the index is written as.
    pub(crate) fn mend(&self, draft: &mut Draft) {
        if draft.is_known() || draft.telling <= W.faint {
            return;
        }
        for spoken in spoken_forms(&draft.text) {
            if self.lexicon.word(&spoken).is_finnish {
                self.add_forms(draft, &spoken, Some((Way::Mended, W.spoken)));
            }
        }
        if draft.is_known() {
            return;
        }
        let text = draft.text.clone();
        for (candidate, likeness) in self.spellings.mend(&text) {
            self.add_forms(draft, &candidate, Some((Way::Mended, likeness)));
        }
        if draft.alternatives.is_empty() && draft.parts.is_empty() {
            self.guess(draft);
        }
    }

    /// Takes words that begin as one that nothing is like: "sosku" may be "sosiaalitoimi".
    fn guess(&self, draft: &mut Draft) {
        let letters: Vec<usize> = draft.text.char_indices().map(|(place, _)| place).collect();
        let shorter = (GUESSED..letters.len()).rev().map(|count| letters[count]);
        let found = shorter.map(|end| self.longer_terms(&draft.text[..end]));
        let Some(terms) = found.into_iter().find(|terms| !terms.is_empty()) else { return };
        let (factor, cover) = (W.guess, W.guess);
        let guesses = terms.into_iter();
        draft.alternatives.extend(guesses.map(|term| Alternative {
            term,
            way: Way::Part,
            factor,
            cover,
        }));
    }

    /// Adds longer words to a last word that may be unfinished; tells whether there are any.
    pub(crate) fn continue_word(&self, draft: &mut Draft) -> bool {
        if draft.is_known() && draft.text.chars().count() > weights::SHORT_WORD {
            return false;
        }
        let (factor, cover) = if draft.is_known() {
            (W.prefix, W.prefix)
        } else {
            (W.unfinished, W.unfinished_cover)
        };
        let text = draft.text.clone();
        let before = draft.alternatives.len();
        for term in self.longer_terms(&text) {
            let is_start = self.terms.key(term)[0] == Form::Start.byte();
            let factor = if is_start { factor * W.start } else { factor };
            draft.alternatives.push(Alternative { term, way: Way::Begun, factor, cover });
        }
        draft.alternatives.len() > before
    }

    /// The terms that begin with a word: those of most documents, when there are many.
    fn longer_terms(&self, word: &str) -> Vec<usize> {
        let forms = [Form::Surface, Form::Start, Form::Stem(Stemming::Finnish)];
        let mut terms: Vec<usize> =
            forms.iter().flat_map(|form| self.terms.beginning_with(*form, word)).collect();
        terms.sort_by_key(|term| (std::cmp::Reverse(self.terms.counts[*term]), *term));
        terms.truncate(weights::PREFIX_TERMS);
        terms
    }
}

/// What a word in a spoken form is in written Finnish: "kirjastos" is "kirjastossa".
pub fn spoken_forms(word: &str) -> Vec<String> {
    let ending = |back: &'static str, front: &'static str| {
        let is_back = word.chars().any(|letter| matches!(letter, 'a' | 'o' | 'u'));
        format!("{word}{}", if is_back { back } else { front })
    };
    match word.chars().last() {
        Some('s') => vec![ending("sa", "sä")],
        Some('l') => vec![ending("la", "lä")],
        Some('t') if word.ends_with("st") || word.ends_with("lt") => vec![ending("a", "ä")],
        _ => Vec::new(),
    }
}
