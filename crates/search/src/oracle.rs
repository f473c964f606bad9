//! The naive search that the index is compared with: it looks at every document for every word and
//! keeps nothing. Random corpora and queries must come out in the very same order.

use std::collections::{BTreeMap, BTreeSet};

use domain::Language;
use proptest::prelude::*;

use crate::places::Places;
use crate::query::{MatchKind, Query};
use crate::search::{Asked, asked_words, share, words_needed};
use crate::weights;
use crate::words::{Form, Stemming, analyse};
use crate::{Coverage, Document, Field, IndexBuilder};

/// A document's terms with their impacts.
type Terms = BTreeMap<(Form, String), u8>;

fn terms(document: &Document) -> Terms {
    let mut frequencies: BTreeMap<(Form, String), f32> = BTreeMap::new();
    for (field, language, text) in &document.texts {
        let words = analyse(text);
        let weight = weights::occurrence(*field, words.len());
        let stemming = Stemming::of(*language);
        for form in words.into_iter().flat_map(|word| [Some(word.surface), word.whole]).flatten() {
            if field.weight().keeps_surface {
                *frequencies.entry((Form::Surface, form.clone())).or_default() += weight;
            }
            if !stemming.is_common(&form) {
                let stem = stemming.stem(&form);
                *frequencies.entry((Form::Stem(stemming), stem)).or_default() += weight;
            }
        }
    }
    frequencies.into_iter().map(|(term, sum)| (term, weights::impact(sum))).collect()
}

/// Every term that a word may stand for, with its factor.
fn alternatives(
    word: &Asked,
    counts: &BTreeMap<(Form, String), usize>,
) -> Vec<((Form, String), f32)> {
    let mut alternatives = Vec::new();
    for form in &word.forms {
        alternatives.push(((Form::Surface, form.clone()), weights::EXACT));
        for stemming in Stemming::ALL {
            alternatives.push(((Form::Stem(stemming), stemming.stem(form)), weights::STEM));
        }
        if word.is_last || form.chars().count() >= weights::PREFIX_LETTERS {
            let longer = counts.iter().filter(|((_, word), _)| word.starts_with(form.as_str()));
            let mut longer: Vec<_> = longer.collect();
            longer.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
            let longer = longer.into_iter().take(weights::PREFIX_TERMS);
            alternatives.extend(longer.map(|(term, _)| (term.clone(), weights::PREFIX)));
        }
    }
    alternatives
}

fn covers_by_itself(document: &Document, code: &str) -> bool {
    matches!(&document.coverage, Coverage::Municipalities(codes) if codes.contains(code))
}

fn admits(document: &Document, query: &Query) -> bool {
    let place = query.municipality.as_deref().is_none_or(|code| {
        !matches!(document.coverage, Coverage::Municipalities(_))
            || covers_by_itself(document, code)
    });
    place && (query.themes.is_empty() || query.themes.meets(document.themes))
}

/// Ids, best first, and how they fit.
fn search(documents: &[Document], query: &Query, places: &Places) -> (Vec<String>, MatchKind) {
    let all: Vec<Terms> = documents.iter().map(terms).collect();
    let mut counts: BTreeMap<(Form, String), usize> = BTreeMap::new();
    for term in all.iter().flat_map(BTreeMap::keys) {
        *counts.entry(term.clone()).or_default() += 1;
    }
    let words = asked_words(&query.text, places);
    let mut scores = vec![0.0_f32; documents.len()];
    let mut matched = vec![0; documents.len()];
    for word in &words {
        let alternatives = alternatives(word, &counts);
        let value = |place: usize| {
            let in_text = alternatives.iter().filter_map(|(term, factor)| {
                all[place].get(term).map(|impact| factor * f32::from(*impact))
            });
            let there = word.place.iter().filter(|code| covers_by_itself(&documents[place], code));
            in_text.chain(there.map(|_| f32::from(weights::PLACE_IMPACT))).fold(0.0, f32::max)
        };
        let values: Vec<f32> = (0..documents.len()).map(value).collect();
        let found = values.iter().filter(|value| **value > 0.0).count();
        for (place, value) in values.into_iter().enumerate().filter(|(_, value)| *value > 0.0) {
            scores[place] += weights::rarity(found, documents.len()) * value / 255.0;
            matched[place] += usize::from(word.is_required);
        }
    }
    let required = words.iter().filter(|word| word.is_required).count();
    let admitted: Vec<usize> =
        (0..documents.len()).filter(|place| admits(&documents[*place], query)).collect();
    let best = admitted.iter().map(|place| matched[*place]).max().unwrap_or(0);
    let needed = if words.is_empty() { 0 } else { words_needed(best, required).max(1) };
    let mut found: Vec<(f32, String, &str)> = Vec::new();
    for place in admitted.into_iter().filter(|place| matched[*place] >= needed) {
        let document = &documents[place];
        let local =
            query.municipality.as_deref().is_some_and(|code| covers_by_itself(document, code));
        let score = if words.is_empty() {
            f32::from(u8::from(local))
        } else {
            let reader = query.language.is_some_and(|reader| {
                document.texts.iter().any(|(_, language, _)| *language == reader)
            });
            let mut score = scores[place] * share(matched[place], required);
            score *= if reader { weights::READERS_LANGUAGE } else { 1.0 };
            score * if local { weights::LOCAL } else { 1.0 }
        };
        found.push((score, name(document, query.language.unwrap_or(Language::Fi)), &document.id));
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(b.2)));
    let kind = match () {
        () if found.is_empty() => MatchKind::Nothing,
        () if words.is_empty() => MatchKind::Everything,
        () if best == required => MatchKind::AllWords,
        () => MatchKind::MostWords,
    };
    (found.into_iter().map(|(_, _, id)| id.to_owned()).collect(), kind)
}

/// The corpus has only words of a–z in names, so that text order is name order.
fn name(document: &Document, reader: Language) -> String {
    let named = |language: Language| {
        document.texts.iter().find(|(field, of, text)| {
            *field == Field::Name && *of == language && !analyse(text).is_empty()
        })
    };
    let order = [reader, Language::Fi, Language::Sv, Language::En];
    let (_, _, text) = order.into_iter().find_map(named).expect("every document has a name");
    analyse(text).into_iter().map(|word| word.surface + " ").collect()
}

const WORDS: [&str; 24] = [
    "kirjasto",
    "kirjastot",
    "kirjastossa",
    "kirja",
    "kirjallisuus",
    "bibliotek",
    "biblioteket",
    "library",
    "libraries",
    "uimahalli",
    "uimahallit",
    "uinti",
    "judo",
    "ja",
    "och",
    "the",
    "naantali",
    "naantalin",
    "vaasa",
    "vasa",
    "e-kirja",
    "ekirja",
    "neuvonta",
    "k",
];

const FIELDS: [Field; 4] = [Field::Name, Field::Term, Field::Summary, Field::Description];
const LANGUAGES: [Language; 4] = [Language::Fi, Language::Sv, Language::En, Language::Se];

fn text(length: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&WORDS[..]), length)
        .prop_map(|words| words.join(" "))
}

fn document() -> impl Strategy<Value = Document> {
    let any_text =
        (prop::sample::select(&FIELDS[..]), prop::sample::select(&LANGUAGES[..]), text(0..8));
    let texts = prop::collection::vec(any_text, 0..4);
    let codes = prop::collection::btree_set(prop::sample::select(&["529", "905"][..]), 0..3);
    let coverage = prop_oneof![
        Just(Coverage::All),
        codes.prop_map(|codes| {
            Coverage::Municipalities(codes.into_iter().map(str::to_owned).collect::<BTreeSet<_>>())
        })
    ];
    (text(1..4), texts, coverage, 0_u8..3).prop_map(|(name, mut texts, coverage, theme)| {
        texts.insert(0, (Field::Name, Language::Fi, name));
        let themes = [theme].into_iter().collect();
        Document { texts, coverage, themes, ..Document::default() }
    })
}

fn query() -> impl Strategy<Value = Query> {
    let municipality = prop::option::of(prop::sample::select(&["529", "905"][..]));
    let language = prop::option::of(prop::sample::select(&Language::INTERFACE[..]));
    let themes = prop::collection::vec(0_u8..3, 0..2);
    (text(0..5), municipality, language, themes).prop_map(
        |(text, municipality, language, themes)| {
            let municipality = municipality.map(str::to_owned);
            let themes = themes.into_iter().collect();
            Query { municipality, language, themes, limit: 100, ..Query::new(text) }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_index_finds_what_looking_at_everything_finds_in_the_same_order(
        mut documents in prop::collection::vec(document(), 0..40),
        queries in prop::collection::vec(query(), 1..6),
    ) {
        let mut builder = IndexBuilder::new();
        for (number, document) in documents.iter_mut().enumerate() {
            document.id = format!("{:02}", number * 37 % 100);
            builder.add(document);
        }
        let index = builder.finish(1);
        let places = Places::of_finland();
        for query in queries {
            let hits = index.search(&query);
            let (expected, kind) = search(&documents, &query, &places);
            let found: Vec<String> = hits.hits.into_iter().map(|hit| hit.id).collect();
            prop_assert_eq!(&found, &expected, "{:?}", query);
            prop_assert_eq!((hits.total, hits.match_kind), (expected.len(), kind));
        }
    }
}
