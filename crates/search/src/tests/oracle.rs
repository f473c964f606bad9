//! The naive search that the index is compared with: it looks at every document for every word and
//! keeps nothing. How a query is understood it takes from the index; what a document has, what it is
//! worth and what is counted it works out from the texts. Both must give the very same answers.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use domain::Language;
use domain::reference::{self, Need, themes};
use proptest::prelude::*;

use super::choices::{covers, facets, is_local, is_narrowed_away, is_nationwide, misfits};
use super::corpus;
use crate::analysis::Share;
use crate::plan::{Alternative, Plan, PlanWord, Way};
use crate::terms::{need_text, write_key};
use crate::tests::{dictionary, index};
use crate::weights::{self, W};
use crate::words::{Form, Stemming, analyse};
use crate::{Document, Field, Hits, Index, Lexicon, MatchKind, Query, Sort};

/// A document's terms with their impacts.
type Terms = BTreeMap<Vec<u8>, u8>;

/// What a document comes to.
#[derive(Debug, Clone, Copy)]
struct Sum {
    document: usize,
    score: f32,
    cover: f32,
}

struct Naive<'a> {
    index: &'a Index,
    documents: &'a [Document],
    terms: Vec<Terms>,
}

fn key(form: Form, text: &str) -> Vec<u8> {
    let mut key = Vec::new();
    write_key(&mut key, form, text);
    key
}

#[expect(clippy::cast_precision_loss, reason = "small numbers")]
fn real(count: usize) -> f32 {
    count as f32
}

/// The terms of a document's own words.
fn terms(lexicon: &Lexicon, document: &Document) -> Terms {
    let mut occurrences: BTreeMap<Vec<u8>, Vec<(f32, f32)>> = BTreeMap::new();
    let mut add = |form, text: &str, weight, part| {
        occurrences.entry(key(form, text)).or_default().push((weight, part));
    };
    for (field, language, text) in &document.texts {
        let words = analyse(text);
        let table = field.weight();
        let length = 1.0 - W.length + W.length * (real(words.len()) / table.usual_length);
        let weight = table.weight / length;
        let first = words.first().filter(|_| *field == Field::Name);
        if let Some(word) = first {
            add(Form::Start, word.whole.as_ref().unwrap_or(&word.surface), weight, 1.0);
        }
        for text in words.iter().flat_map(|word| [Some(&word.surface), word.whole.as_ref()]) {
            let Some(text) = text else { continue };
            if table.keeps_surface {
                add(Form::Surface, text, weight, 1.0);
            }
            for term in lexicon.analyser.terms(Stemming::of(*language), text) {
                let part = match term.share {
                    Share::Whole => 1.0,
                    Share::Head => W.text_head,
                    Share::Modifier => W.text_modifier,
                    Share::Base | Share::HeadBase => W.text_base,
                };
                add(term.form, &term.text, weight, part);
            }
        }
    }
    occurrences.into_iter().map(|(term, found)| (term, impact(&found))).collect()
}

/// Whole words, and as much of the difference that parts make as the largest part is of a word.
fn impact(found: &[(f32, f32)]) -> u8 {
    let saturated = |frequency: f32| frequency / (frequency + W.saturation);
    let sum = |least: f32| found.iter().filter(|one| one.1 >= least).map(|one| one.0).sum();
    let (whole, all) = (saturated(sum(1.0)), saturated(sum(0.0)));
    let part = found.iter().map(|one| one.1).filter(|part| *part < 1.0).fold(0.0, f32::max);
    weights::byte(whole + part * (all - whole))
}

/// How well a document answers a need; 0 when it does not.
fn answer(lexicon: &Lexicon, need: &Need, document: &Document, terms: &Terms) -> f32 {
    let named = |phrase: &str| {
        let words = analyse(phrase).into_iter().map(|word| word.whole.unwrap_or(word.surface));
        let words: Vec<String> = words.filter(|word| !Stemming::Finnish.is_common(word)).collect();
        let impact = |word: &String| {
            let own = lexicon.analyser.terms(Stemming::Finnish, word).into_iter();
            let own = own.filter(|term| term.share == Share::Whole);
            let keys = own.map(|term| key(term.form, &term.text)).chain([key(Form::Surface, word)]);
            let best = keys.filter_map(|key| terms.get(&key)).max()?;
            Some((f32::from(*best) / W.named).min(1.0))
        };
        let values: Option<Vec<f32>> = words.iter().map(impact).collect();
        values.filter(|all| !all.is_empty()).map(|all| all.iter().sum::<f32>() / real(all.len()))
    };
    let by_name = need.finds.iter().enumerate().map(|(rank, phrase)| {
        (1.0 - W.find_step * real(rank)).max(0.6) * named(phrase).unwrap_or(0.0)
    });
    let by_name = by_name.fold(0.0, f32::max);
    let place = |class: &String| need.classes.iter().position(|one| one == class);
    let by_class = document.classes.iter().filter_map(place).map(|rank| W.class[rank.min(2)]);
    by_name + (1.0 - by_name) * by_class.fold(0.0, f32::max)
}

/// The name that a document stands under in lists, as names are ordered; those without one last.
fn name(document: &Document, reader: Language) -> (bool, String) {
    let named = |language: Language| {
        let of = |field: &Field, other: &Language| *field == Field::Name && *other == language;
        let names = document.texts.iter().filter(|(field, other, _)| of(field, other));
        names.map(|(_, _, text)| ordered(text)).find(|name| !name.is_empty())
    };
    let reader = if Language::INTERFACE.contains(&reader) { reader } else { Language::Fi };
    let languages = [reader, Language::Fi, Language::Sv, Language::En];
    let name = languages.into_iter().find_map(named);
    (name.is_none(), name.unwrap_or_default())
}

/// A name whose letters å ä ö stand after z.
fn ordered(name: &str) -> String {
    let words = analyse(name).into_iter().map(|word| word.surface + " ");
    words.collect::<String>().replace('å', "{").replace('ä', "|").replace('ö', "}")
}

/// How far the nearest of its places is; none of one without a place.
fn metres(document: &Document, (east, north): (u32, u32)) -> Option<f64> {
    let off = |one: u32, other: u32| (f64::from(one) - f64::from(other)).powi(2);
    let all =
        document.places.iter().map(|one| (off(one.east, east) + off(one.north, north)).sqrt());
    all.map(f64::floor).min_by(f64::total_cmp)
}

impl<'a> Naive<'a> {
    fn new(index: &'a Index, documents: &'a [Document]) -> Self {
        let lexicon = &index.lexicon;
        let mut all: Vec<Terms> =
            documents.iter().map(|document| terms(lexicon, document)).collect();
        for (number, need) in (0..).zip(lexicon.needs) {
            let services = documents.iter().zip(&all);
            let values = services.map(|(document, terms)| answer(lexicon, need, document, terms));
            let values: Vec<f32> = values.collect();
            let best = values.iter().copied().fold(0.0, f32::max);
            for (terms, value) in all.iter_mut().zip(values) {
                if value > 0.0 && value >= W.least_answer * best {
                    terms.insert(key(Form::Need, &need_text(number)), weights::byte(value));
                }
            }
        }
        Self { index, documents, terms: all }
    }

    fn impact(&self, one: &Alternative, document: usize) -> Option<f32> {
        self.terms[document].get(self.index.terms.key(one.term)).copied().map(f32::from)
    }

    fn best(&self, ways: &[Alternative], document: usize) -> Option<(f32, f32)> {
        let values = ways.iter().filter_map(|one| {
            let impact = self.impact(one, document)?;
            Some((one.factor / 255.0 * impact, one.cover))
        });
        values.reduce(|a, b| (a.0.max(b.0), a.1.max(b.1)))
    }

    /// A document's value for a word: that of the best of its alternatives, or of its parts together.
    fn value(&self, word: &PlanWord, document: usize) -> Option<(f32, f32)> {
        let parts = word.parts.iter().filter_map(|part| self.best(part, document));
        let parts = parts.reduce(|a, b| (a.0 + b.0, a.1 + b.1));
        let whole = self.best(&word.alternatives, document);
        [parts, whole].into_iter().flatten().reduce(|a, b| (a.0.max(b.0), a.1.max(b.1)))
    }

    /// What a document comes to, the most telling words first; nothing when only words have it that
    /// together say too little.
    fn sum(&self, plan: &Plan, document: usize) -> Option<Sum> {
        let mut words: Vec<&PlanWord> = plan.words.iter().collect();
        words.sort_by(|a, b| b.weight.total_cmp(&a.weight));
        let (mut sum, mut before): (Option<Sum>, f32) = (None, 0.0);
        for word in words {
            let is_little = plan.weight() - before < W.only_known * plan.weight();
            before += word.weight;
            let Some((score, cover)) = self.value(word, document) else { continue };
            if sum.is_some() || !is_little {
                let sum = sum.get_or_insert(Sum { document, score: 0.0, cover: 0.0 });
                sum.score += word.weight * score;
                sum.cover += word.weight * cover;
            }
        }
        sum
    }

    /// How well a document answers the needs of wellbeing that it answers best.
    fn wellbeing(&self, document: usize) -> f32 {
        let is_of_wellbeing = |need: &Need| {
            need.classes.first().is_some_and(|class| themes().iter().any(|t| t.has_class(class)))
        };
        let needs = (0..).zip(self.index.lexicon.needs).filter(|(_, need)| is_of_wellbeing(need));
        let answers =
            needs.filter_map(|(n, _)| self.terms[document].get(&key(Form::Need, &need_text(n))));
        f32::from(answers.max().copied().unwrap_or(0)) / 255.0
    }

    fn relevance(&self, plan: &Plan, sum: &Sum) -> f32 {
        let share = (sum.cover / plan.weight()).min(1.0);
        let answered = W.uncovered + (1.0 - W.uncovered) * share * share;
        let wellbeing = 1.0 + W.wellbeing * self.wellbeing(sum.document);
        sum.score / plan.weight() * answered * wellbeing
    }

    /// What a document is worth to who asks.
    fn score(&self, query: &Query, plan: &Plan, sum: &Sum) -> f32 {
        let document = &self.documents[sum.document];
        let mut score = self.relevance(plan, sum);
        let reader = query.language.filter(|language| Language::INTERFACE.contains(language));
        if document.texts.iter().any(|(_, language, _)| Some(*language) == reader) {
            score *= W.readers_language;
        }
        if let Some(place) = &plan.place {
            let is_near = || reference::neighbours(place).iter().any(|one| covers(document, one));
            score *= match () {
                () if is_nationwide(document) => W.place_nationwide,
                () if covers(document, place) => W.place_local,
                () if is_near() => W.place_near,
                () => 1.0,
            };
        }
        score * if is_local(document, query) { W.local } else { 1.0 }
    }

    /// How a document answers the words.
    fn match_kind(&self, plan: &Plan, document: usize) -> MatchKind {
        let (mut typed, mut needed) = (0.0, 0.0);
        for word in &plan.words {
            let all = word.alternatives.iter().chain(word.parts.iter().flatten());
            let valued =
                all.filter_map(|one| Some((one.factor * self.impact(one, document)?, one)));
            match valued.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, one)| one) {
                Some(one) if one.way == Way::Need => needed += word.weight * one.cover,
                Some(one) if one.way != Way::Part => typed += word.weight * one.cover,
                _ => {}
            }
        }
        let (typed, needed) = (typed / plan.weight(), needed / plan.weight());
        match () {
            () if typed >= W.all_words => MatchKind::AllWords,
            () if typed >= W.most_words && typed >= needed => MatchKind::MostWords,
            () if needed >= W.most_words => MatchKind::Need,
            () if typed + needed >= W.most_words => MatchKind::MostWords,
            () => MatchKind::Near,
        }
    }

    /// What is listed before filters, with its score, and how the best of what fits them may fit.
    fn listed(&self, query: &Query, plan: &Plan) -> (Vec<(f32, usize)>, Vec<MatchKind>) {
        let all = 0..self.documents.len();
        if plan.words.is_empty() {
            let local = |n: usize| f32::from(u8::from(is_local(&self.documents[n], query)));
            return (all.map(|n| (local(n), n)).collect(), vec![MatchKind::Everything]);
        }
        let sums: Vec<Sum> = all.filter_map(|document| self.sum(plan, document)).collect();
        let share = |sum: &Sum| sum.cover / plan.weight();
        let is_admitted = |sum: &Sum| misfits(&self.documents[sum.document], query).is_empty();
        let best = sums.iter().map(share).fold(0.0, f32::max);
        let fit = |sum: &&Sum| share(sum) >= W.fitting * best && is_admitted(sum);
        let is_enough = sums.iter().filter(fit).count() > weights::ENOUGH;
        let needed = if is_enough { W.fitting } else { W.near } * best;
        let listed: Vec<&Sum> = sums.iter().filter(|sum| share(sum) >= needed).collect();
        let admitted = || listed.iter().filter(|sum| is_admitted(sum));
        let top = admitted().map(|sum| self.relevance(plan, sum)).fold(0.0, f32::max);
        let tops = admitted().filter(|sum| self.relevance(plan, sum) >= top);
        let kinds = tops.map(|sum| self.match_kind(plan, sum.document)).collect();
        let scored = listed.iter().map(|sum| (self.score(query, plan, sum), sum.document));
        (scored.collect(), kinds)
    }

    /// Panics when the answer is another than looking at everything gives.
    fn compare(&self, query: &Query, hits: &Hits) {
        let plan = self.index.plan(&query.text, &crate::StaffList::default());
        let (listed, kinds) = self.listed(query, &plan);
        let all: Vec<&Document> = listed.iter().map(|one| &self.documents[one.1]).collect();
        assert_eq!(hits.facets, facets(&all, query), "{query:?}");
        let mut fitting = listed;
        fitting.retain(|one| misfits(&self.documents[one.1], query).is_empty());
        let language = query.language.unwrap_or(Language::Fi);
        fitting.sort_by(|a, b| {
            let rank = |n: usize| (name(&self.documents[n], language), &self.documents[n].id, n);
            let by_name = rank(a.1).cmp(&rank(b.1));
            let by_fit = || b.0.total_cmp(&a.0).then(by_name);
            match (query.sort, query.from) {
                (Sort::Fit, _) | (Sort::Distance, None) => by_fit(),
                (Sort::Name, _) => by_name,
                (Sort::Distance, Some(from)) => {
                    let far = |n: usize| metres(&self.documents[n], from).unwrap_or(f64::INFINITY);
                    far(a.1).total_cmp(&far(b.1)).then(by_name)
                }
            }
        });
        assert_eq!(hits.total, fitting.len(), "{query:?}");
        let page = || fitting.iter().skip(query.offset).take(query.limit.min(Query::LIMIT));
        let far = |n: usize| query.from.and_then(|from| metres(&self.documents[n], from));
        let expected: Vec<Option<f64>> = page().map(|one| far(one.1)).collect();
        let given: Vec<Option<f64>> =
            hits.hits.iter().map(|hit| hit.distance.map(f64::from)).collect();
        assert_eq!(given, expected, "{query:?}");
        let expected: Vec<(u32, usize, &str)> = page()
            .map(|(score, n)| (score.to_bits(), *n, self.documents[*n].id.as_str()))
            .collect();
        let given = hits.hits.iter();
        let given: Vec<(u32, usize, &str)> = given
            .map(|hit| (hit.score.to_bits(), hit.document as usize, hit.id.as_str()))
            .collect();
        assert_eq!(given, expected, "{query:?}");
        let is_nothing = fitting.is_empty() || hits.confidence < 0.0;
        let is_narrowed = || all.iter().any(|one| is_narrowed_away(one, query));
        if is_nothing && hits.match_kind == MatchKind::Near {
            assert!(!fitting.is_empty() && is_narrowed(), "{query:?}");
        } else if is_nothing {
            assert_eq!(hits.match_kind, MatchKind::Nothing, "{query:?}");
        } else {
            assert!(kinds.contains(&hits.match_kind), "{:?} {kinds:?} {query:?}", hits.match_kind);
        }
    }

    /// Panics when the index holds anything but the documents' terms.
    fn compare_terms(&self) {
        let mut expected: BTreeMap<&[u8], Vec<(u32, u8)>> = BTreeMap::new();
        for (document, terms) in (0..).zip(&self.terms) {
            for (key, impact) in terms {
                expected.entry(key).or_default().push((document, *impact));
            }
        }
        let all = 0..self.index.terms.len();
        let held = all.map(|term| {
            (self.index.terms.key(term), self.index.postings_of(term).documents().collect())
        });
        assert_eq!(held.collect::<BTreeMap<&[u8], Vec<(u32, u8)>>>(), expected);
    }
}

fn lexicons() -> Vec<Arc<Lexicon>> {
    static LEXICONS: LazyLock<Vec<Arc<Lexicon>>> = LazyLock::new(|| {
        let dictionaries = [None].into_iter().chain(dictionary().map(Some));
        let lexicon = |dictionary| Lexicon::with_needs(dictionary, corpus::needs());
        dictionaries.map(|dictionary| lexicon(dictionary).into()).collect()
    });
    LEXICONS.clone()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn the_index_finds_what_looking_at_everything_finds_in_the_same_order(
        documents in corpus::documents(),
        queries in prop::collection::vec(corpus::query(), 1..10),
    ) {
        for lexicon in lexicons() {
            let index = index(lexicon, &documents);
            let naive = Naive::new(&index, &documents);
            naive.compare_terms();
            for query in &queries {
                naive.compare(query, &index.search(query));
            }
        }
    }
}
