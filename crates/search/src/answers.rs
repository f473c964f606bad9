//! Which services answer which need: worked out once an index is built, and kept in it as postings,
//! so that a need costs a search no more than a word.

use std::thread;

use domain::reference::Need;

use crate::documents::{Documents, Sets};
use crate::index::{Index, joined};
use crate::plan::{Alternative, Way};
use crate::weights::{self, W};
use crate::words::{Form, Stemming, analyse};

/// The most services that one need has.
const SERVICES: usize = 2_000;

/// A need's services, by number, with how well each answers.
pub type Answers = Vec<(u32, u8)>;

/// Works out the services of every need of the lexicon, in the order of the vocabulary.
pub fn answers(index: &Index) -> Vec<Answers> {
    let by_subjects = by_subjects(&index.documents);
    let of_needs = |needs: &[Need]| -> Vec<Answers> {
        let mut scratch = Scratch::new(index.len());
        needs.iter().map(|need| scratch.answers(index, &by_subjects, need)).collect()
    };
    let (first, last) = index.lexicon.needs.split_at(index.lexicon.needs.len() / 2);
    let mut all = thread::scope(|threads| {
        let first = threads.spawn(|| of_needs(first));
        let last = of_needs(last);
        [joined(first), last]
    });
    all.iter_mut().flat_map(std::mem::take).collect()
}

/// What one need after another is worked out on.
struct Scratch {
    /// How well documents answer the need at hand.
    values: Found,
    /// How well they are named by a phrase's first words, and by the next.
    named: Found,
    next: Found,
}

/// Values by document, and which of them are not 0.
struct Found {
    values: Vec<f32>,
    documents: Vec<u32>,
}

impl Found {
    fn new(documents: usize) -> Self {
        Self { values: vec![0.0; documents], documents: Vec::new() }
    }

    fn of(&self, document: u32) -> f32 {
        self.values[document as usize]
    }

    fn raise(&mut self, document: u32, value: f32) {
        let known = &mut self.values[document as usize];
        if *known == 0.0 {
            self.documents.push(document);
        }
        *known = known.max(value);
    }

    fn clear(&mut self) {
        for document in self.documents.drain(..) {
            self.values[document as usize] = 0.0;
        }
    }

    /// Takes the documents of some terms, with the best impact relative to that of a name.
    fn take_terms(&mut self, index: &Index, alternatives: &[Alternative]) {
        self.clear();
        for one in alternatives {
            for (document, impact) in index.postings_of(one.term).documents() {
                self.raise(document, (f32::from(impact) / W.named).min(1.0));
            }
        }
    }
}

impl Scratch {
    fn new(documents: usize) -> Self {
        let found = || Found::new(documents);
        Self { values: found(), named: found(), next: found() }
    }

    fn answers(&mut self, index: &Index, by_subjects: &Sets, need: &Need) -> Answers {
        for (rank, phrase) in need.finds.iter().enumerate() {
            let weight = weights::find(rank);
            let words = self.name(index, phrase);
            for document in &self.named.documents {
                let value = (self.named.of(*document) / words).min(1.0);
                self.values.raise(*document, weight * value);
            }
        }
        let by_class = classes(&index.documents, &need.classes);
        for (set, value) in by_class.into_iter().enumerate().filter(|(_, value)| *value > 0.0) {
            for document in by_subjects.get(set) {
                let known = self.values.of(*document);
                self.values.raise(*document, known + (1.0 - known) * value);
            }
        }
        self.taken()
    }

    /// Finds the documents that have every word of a phrase, with the sum of how well each is had; gives how many
    /// words there are.
    fn name(&mut self, index: &Index, phrase: &str) -> f32 {
        let words: Vec<Vec<Alternative>> = analyse(phrase)
            .into_iter()
            .map(|word| word.whole.unwrap_or(word.surface))
            .filter(|word| !Stemming::Finnish.is_common(word))
            .map(|word| alternatives(index, &word))
            .collect();
        let Self { named, next, .. } = self;
        named.take_terms(index, words.first().map_or(&[], Vec::as_slice));
        for word in words.iter().skip(1) {
            next.take_terms(index, word);
            let Found { values, documents } = &mut *named;
            documents.retain(|document| {
                let (known, value) = (&mut values[*document as usize], next.of(*document));
                *known = if value > 0.0 { *known + value } else { 0.0 };
                value > 0.0
            });
        }
        #[expect(clippy::cast_precision_loss, reason = "phrases have few words")]
        let count = words.len() as f32;
        count
    }

    /// The best of the documents in order of number; the values are cleared.
    fn taken(&mut self) -> Answers {
        let Found { values, documents } = &self.values;
        let value = |document: u32| values[document as usize];
        let best = documents.iter().map(|document| value(*document)).fold(0.0, f32::max);
        let mut found = documents.clone();
        found.retain(|document| value(*document) >= W.least_answer * best);
        if found.len() > SERVICES {
            let order = |a: &u32, b: &u32| value(*b).total_cmp(&value(*a)).then(a.cmp(b));
            found.select_nth_unstable_by(SERVICES, order);
            found.truncate(SERVICES);
        }
        found.sort_unstable();
        let answers = found.into_iter().map(|document| (document, weights::byte(value(document))));
        let answers = answers.collect();
        self.values.clear();
        answers
    }
}

/// The documents of each set of subjects.
fn by_subjects(documents: &Documents) -> Sets {
    let mut sets = vec![Vec::new(); documents.labels.subjects.len()];
    for (document, card) in (0_u32..).zip(&documents.cards) {
        sets[card.labels.subjects as usize].push(document);
    }
    let mut all = Sets::default();
    for set in sets {
        all.push(&set);
    }
    all
}

/// For each set of classes, how well it fits the need's.
fn classes(documents: &Documents, asked: &[&str]) -> Vec<f32> {
    documents
        .labels
        .by_class(|code| asked.iter().position(|asked| *asked == code).map_or(0.0, weights::class))
}

fn alternatives(index: &Index, word: &str) -> Vec<Alternative> {
    let terms = index.lexicon.analyser.terms(Stemming::Finnish, word);
    let whole = terms.iter().filter(|term| term.share == crate::analysis::Share::Whole);
    let keys = whole.map(|term| (term.form, term.text.as_str()));
    keys.chain([(Form::Surface, word)])
        .filter_map(|(form, text)| index.terms.find(form, text))
        .map(|term| Alternative { term, way: Way::Exact, factor: 1.0, cover: 1.0 })
        .collect()
}
