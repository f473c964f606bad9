//! Words that stand in the same texts are near, whatever their language.

use std::sync::Arc;

use domain::Language::{self, En, Fi, Sv};
use domain::reference::needs;

use super::*;
use crate::analysis::Analyser;
use crate::words::Stemming;
use crate::{Document, Field, IndexBuilder, Lexicon};

/// Services about a few subjects, each in two languages, none with another's words.
fn services() -> Vec<Document> {
    let subjects = [
        ("hammashoito paikkaus hampaat", "tandvård lagning tänder"),
        ("uimahalli vesijumppa uinti", "simhall vattengymnastik simning"),
        ("velkaneuvonta velat talous", "skuldrådgivning skulder ekonomi"),
    ];
    (0..60)
        .map(|number| {
            let (finnish, swedish) = subjects[number % subjects.len()];
            let first = finnish.split(' ').nth(number / 3 % 3).unwrap_or_default();
            Document {
                id: format!("id-{number}"),
                texts: vec![
                    (Field::Name, Fi, first.to_owned()),
                    (Field::Summary, Fi, finnish.to_owned()),
                    (Field::Summary, Sv, swedish.to_owned()),
                ],
                ..Document::default()
            }
        })
        .collect()
}

/// An index of services without the program's own needs, so that nothing else ties words together.
fn index(documents: &[Document]) -> Index {
    let lexicon = Arc::new(Lexicon::with_needs(None, &[]));
    let mut builder = IndexBuilder::new(lexicon);
    for document in documents {
        builder.add(document);
    }
    builder.finish(1)
}

fn meant(index: &Index, language: Language, word: &str) -> Direction {
    let terms = Analyser::default().terms(Stemming::of(language), word);
    index.vectors.meant([(terms.as_slice(), 1.0)].into_iter())
}

fn cosine(index: &Index, one: (Language, &str), other: (Language, &str)) -> f32 {
    let mut rows = Rows::new(index.vectors.words().dimensions());
    let terms = Analyser::default().terms(Stemming::of(one.0), one.1);
    let keys: Vec<Vec<u8>> = terms
        .iter()
        .map(|term| {
            let mut key = Vec::new();
            write_key(&mut key, term.form, &term.text);
            key
        })
        .collect();
    rows.push(&index.vectors.words().text(keys.iter().map(|key| (key.as_slice(), 1.0))));
    rows.cosine(0, &meant(index, other.0, other.1))
}

#[test]
fn words_that_share_services_are_near_and_others_are_far() {
    let index = index(&services());
    assert!(cosine(&index, (Fi, "paikkaus"), (Fi, "hampaat")) > 0.9);
    assert!(cosine(&index, (Fi, "hampaat"), (Sv, "tänder")) > 0.9);
    assert!(cosine(&index, (Fi, "hampaat"), (Sv, "skulder")) < 0.3);
    assert!(meant(&index, En, "teeth").is_nowhere());
}

#[test]
fn the_nearest_services_are_of_the_same_subject() {
    let index = index(&services());
    let documents = index.vectors.documents();
    let nearest = documents.nearest(&documents.direction(4), 10, 0.5);
    assert_eq!(nearest.len(), 10);
    for (document, cosine) in nearest {
        assert!(document % 3 == 1, "{document}");
        assert!((cosine - index.vectors.document_cosine(4, document)).abs() < 1e-3);
        assert!(cosine > 0.9 && index.vectors.document_cosine(4, document + 1) < 0.3);
    }
}

#[test]
fn the_same_texts_give_the_same_bytes() {
    let learn = || WordVectors::learn(Arc::new(Lexicon::with_needs(None, &[])), services());
    let vectors = learn();
    assert!(!vectors.is_empty() && vectors.dimensions() > 0);
    assert_eq!(vectors.to_bytes(), learn().to_bytes());
}

#[test]
fn an_index_uses_the_vectors_that_it_is_given() {
    let lexicon = Arc::new(Lexicon::with_needs(None, &[]));
    let vectors = Arc::new(WordVectors::learn(Arc::clone(&lexicon), services()));
    let mut builder = IndexBuilder::new(lexicon).with_vectors(Arc::clone(&vectors));
    for document in &services()[..4] {
        builder.add(document);
    }
    let index = builder.finish(1);
    assert_eq!(index.word_vectors(), vectors);
    assert!(index.vectors.document_cosine(0, 3) > 0.9);
    assert!(index.vectors.document_cosine(0, 1) < 0.3);
}

#[test]
fn vectors_of_another_analysis_are_not_used() {
    let mut others = WordVectors::new(2, true);
    others.push(b"\x01hammas", 1.0, &[1.0, 0.0]);
    let lexicon = Arc::new(Lexicon::with_needs(None, &[]));
    let index = IndexBuilder::new(lexicon).with_vectors(Arc::new(others)).finish(1);
    assert!(!index.word_vectors().has_dictionary && index.word_vectors().len() > 1);
}

#[test]
fn an_index_of_few_or_no_services_has_vectors_all_the_same() {
    for count in 0..3 {
        let index = index(&services()[..count]);
        assert_eq!(index.vectors.documents().len(), count);
        let rows = index.vectors.documents();
        let _ = rows.nearest(&rows.direction(0), 10, -1.0);
    }
}

#[test]
fn needs_of_the_vocabulary_are_near_to_what_people_say() {
    let place = needs().iter().position(|need| need.name == "hammashoito").unwrap();
    let lexicon = Lexicon::with_needs(None, &needs()[place.saturating_sub(20)..place + 20]);
    let mut builder = IndexBuilder::new(Arc::new(lexicon));
    for document in services() {
        builder.add(&document);
    }
    let index = builder.finish(1);
    let found = index.vectors.needs().nearest(&meant(&index, Sv, "tandläkare"), 3, 0.0);
    let names: Vec<&str> =
        found.iter().map(|(need, _)| index.lexicon.needs[*need as usize].name).collect();
    assert!(names.iter().any(|name| name.starts_with("ham")), "{names:?}");
}

#[test]
fn rescoring_keeps_the_order_of_cosines_and_the_score_of_what_fits_as_usual() {
    assert!((rescored(0.8, W.usual_cosine) - 0.8).abs() < 1e-6);
    assert!(rescored(0.8, 0.5) < rescored(0.8, 0.6));
    assert!((rescored(0.8, -0.5) - rescored(0.8, 0.0)).abs() < f32::EPSILON);
}
