//! Which services answer which need: worked out once an index is built, and kept in it as postings,
//! so that a need costs a search no more than a word.

use crate::documents::{Documents, Sets};
use crate::index::Index;
use crate::plan::{Alternative, Way};
use crate::weights::{self, W};
use crate::words::{Form, Stemming, analyse};

/// The most services that one need has.
const SERVICES: usize = 2_000;

/// A need's services, by number, with how well each answers.
pub type Answers = Vec<(u32, u8)>;

/// Works out the services of every need of the lexicon, in the order of the vocabulary.
pub fn answers(index: &Index) -> Vec<Answers> {
    let mut values = vec![0.0_f32; index.len()];
    let by_subjects = by_subjects(&index.documents);
    index
        .lexicon
        .needs
        .iter()
        .map(|need| {
            let mut found: Vec<u32> = Vec::new();
            for (rank, phrase) in need.finds.iter().enumerate() {
                let weight = weights::find(rank);
                for (document, value) in named(index, phrase) {
                    raise(&mut values, &mut found, document, weight * value);
                }
            }
            let by_class = classes(&index.documents, &need.classes);
            for (set, value) in by_class.into_iter().enumerate().filter(|(_, value)| *value > 0.0) {
                for document in by_subjects.get(set) {
                    let known = values[*document as usize];
                    raise(&mut values, &mut found, *document, known + (1.0 - known) * value);
                }
            }
            taken(&mut values, found)
        })
        .collect()
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

fn raise(values: &mut [f32], found: &mut Vec<u32>, document: u32, value: f32) {
    let known = &mut values[document as usize];
    if *known == 0.0 {
        found.push(document);
    }
    *known = known.max(value);
}

/// The best of the documents in order of number; the values are cleared.
fn taken(values: &mut [f32], mut found: Vec<u32>) -> Answers {
    let best = found.iter().map(|document| values[*document as usize]).fold(0.0, f32::max);
    found.retain(|document| {
        let is_kept = values[*document as usize] >= W.least_answer * best;
        if !is_kept {
            values[*document as usize] = 0.0;
        }
        is_kept
    });
    if found.len() > SERVICES {
        found.select_nth_unstable_by(SERVICES, |a, b| {
            values[*b as usize].total_cmp(&values[*a as usize]).then(a.cmp(b))
        });
        for document in found.drain(SERVICES..) {
            values[document as usize] = 0.0;
        }
    }
    found.sort_unstable();
    found
        .into_iter()
        .map(|document| {
            let value = std::mem::take(&mut values[document as usize]);
            (document, weights::byte(value))
        })
        .collect()
}

/// For each set of classes, how well it fits the need's.
fn classes(documents: &Documents, asked: &[&str]) -> Vec<f32> {
    documents
        .labels
        .by_class(|code| asked.iter().position(|asked| *asked == code).map_or(0.0, weights::class))
}

/// The documents that have every word of a phrase, with how well.
fn named(index: &Index, phrase: &str) -> Vec<(u32, f32)> {
    let words: Vec<Vec<Alternative>> = analyse(phrase)
        .into_iter()
        .map(|word| word.whole.unwrap_or(word.surface))
        .filter(|word| !Stemming::Finnish.is_common(word))
        .map(|word| alternatives(index, &word))
        .collect();
    let Some((first, rest)) = words.split_first() else { return Vec::new() };
    let mut found = values(index, first);
    for word in rest {
        let other = values(index, word);
        found.retain_mut(|(document, value)| {
            let place = other.binary_search_by_key(document, |one| one.0);
            place.is_ok_and(|place| {
                *value += other[place].1;
                true
            })
        });
    }
    #[expect(clippy::cast_precision_loss, reason = "phrases have few words")]
    let count = words.len() as f32;
    found.into_iter().map(|(document, value)| (document, (value / count).min(1.0))).collect()
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

/// The documents of some terms in order, with the best impact relative to that of a name.
fn values(index: &Index, alternatives: &[Alternative]) -> Vec<(u32, f32)> {
    let mut values: Vec<(u32, f32)> = alternatives
        .iter()
        .flat_map(|one| index.postings_of(one.term).documents())
        .map(|(document, impact)| (document, (f32::from(impact) / W.named).min(1.0)))
        .collect();
    // A run of each term, each ascending: that is what a stable sort is quick with.
    values.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    values.dedup_by_key(|one| one.0);
    values
}
