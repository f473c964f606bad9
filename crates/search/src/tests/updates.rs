//! An index that follows changes is the one that would be built of all services.

use std::collections::{BTreeMap, HashSet};
use std::sync::{Arc, LazyLock};

use domain::Language::Fi;
use proptest::prelude::*;

use super::corpus;
use super::{dictionary, found, plain, service};
use crate::documents::NONE;
use crate::index::Index;
use crate::{Document, Field, IndexBuilder, Lexicon, WordVectors};

/// Services by id.
type Services = BTreeMap<String, Document>;

fn lexicon() -> Arc<Lexicon> {
    static LEXICON: LazyLock<Arc<Lexicon>> =
        LazyLock::new(|| Arc::new(Lexicon::with_needs(dictionary(), corpus::needs())));
    LEXICON.clone()
}

fn built(services: &Services, vectors: Option<Arc<WordVectors>>) -> Index {
    let mut builder = IndexBuilder::new(lexicon());
    if let Some(vectors) = vectors {
        builder = builder.with_vectors(vectors);
    }
    for document in services.values() {
        builder.add(document);
    }
    builder.finish(1)
}

/// What an index has of each service, whatever numbers stand for it.
fn cards(index: &Index) -> Vec<String> {
    let documents = &index.documents;
    let labels = |set: &[u32]| {
        let mut names: Vec<&str> =
            set.iter().map(|label| documents.labels.names.get(*label as usize)).collect();
        names.sort_unstable();
        names.join(" ")
    };
    let card = |document: usize| {
        let card = documents.cards[document];
        let organisation = card.organisation;
        let named = organisation != NONE;
        let area = card.area().map(|area| {
            let members = documents.areas.get(area as usize).iter();
            let mut codes: Vec<&str> =
                members.map(|place| documents.municipalities.get(*place as usize)).collect();
            codes.sort_unstable();
            codes
        });
        format!(
            "{} {:?} {:?} {area:?} {} {} {} {} {:?} {:?}",
            documents.ids.get(document),
            named.then(|| documents.organisations.get(organisation as usize)),
            area.is_none().then_some(card.coverage),
            labels(documents.labels.subjects.get(card.labels.subjects as usize)),
            labels(documents.labels.manners.get(card.labels.manners as usize)),
            card.languages,
            card.wellbeing,
            documents.places.get(document),
            documents.ranks.each_ref().map(|ranks| ranks[document]),
        )
    };
    (0..index.len()).map(card).collect()
}

/// The terms with their postings, needs among them.
fn terms(index: &Index) -> BTreeMap<&[u8], Vec<(u32, u8)>> {
    let all = 0..index.terms.len();
    all.map(|term| (index.terms.key(term), index.postings_of(term).documents().collect())).collect()
}

/// How many services have each class.
fn classes(index: &Index) -> BTreeMap<&str, u32> {
    let labels = (0..).zip(&index.relations.in_class).filter(|(_, count)| **count > 0);
    labels.map(|(label, count)| (index.documents.labels.names.get(label), *count)).collect()
}

fn assert_same(one: &Index, other: &Index) {
    assert_eq!(cards(one), cards(other));
    assert_eq!(terms(one), terms(other));
    assert_eq!(one.vectors, other.vectors);
    assert_eq!(one.names.kept, other.names.kept);
    assert_eq!(classes(one), classes(other));
    let (one, other) = (&one.relations, &other.relations);
    assert_eq!(one.telling, other.telling);
    assert_eq!(one.lengths, other.lengths);
    assert_eq!(one.groups, other.groups);
    assert_eq!(one.needs, other.needs);
    assert_eq!(one.answering, other.answering);
}

/// A service whose organisation is called the same as on all its services.
fn owned() -> impl Strategy<Value = Document> {
    corpus::document().prop_map(|mut document| {
        if let Some(organisation) = &document.organisation {
            let name = format!("Kaupunki {organisation}");
            document.texts.push((Field::Organisation, Fi, name));
        }
        document
    })
}

/// Services that are new or changed, and ids of some that are gone.
fn changes() -> impl Strategy<Value = (Vec<Document>, HashSet<String>)> {
    let gone = prop::collection::hash_set((0_u8..60).prop_map(|id| format!("{id:02}")), 0..9);
    (prop::collection::vec(owned(), 0..9), gone)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn an_updated_index_is_the_one_that_is_built_of_all(
        first in prop::collection::vec(owned(), 0..60),
        steps in prop::collection::vec(changes(), 1..4),
        queries in prop::collection::vec(corpus::query(), 1..6),
    ) {
        let by_id = |documents: Vec<Document>| -> Services {
            documents.into_iter().map(|one| (one.id.clone(), one)).collect()
        };
        let mut services = by_id(first);
        let mut index = built(&services, None);
        for (with, gone) in steps {
            let with = by_id(with);
            services.retain(|id, _| !gone.contains(id));
            services.extend(with.clone());
            index = index.updated(&gone, with.into_values().collect(), 2);
            let whole = built(&services, Some(index.word_vectors()));
            assert_same(&index, &whole);
            for query in &queries {
                let (found, expected) = (index.search(query), whole.search(query));
                prop_assert_eq!(found, expected);
            }
        }
    }
}

#[test]
fn an_updated_index_can_be_kept_in_a_file() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("index");
    let first = super::index(plain(), &[service("a", "Uimahalli"), service("b", "Kirjasto")]);
    let gone = HashSet::from(["a".to_owned()]);
    let next = first.updated(&gone, vec![service("c", "Uimaranta"), service("b", "Kirja-auto")], 8);
    next.save(&file).unwrap();
    let loaded = Index::load(&file, plain()).unwrap();
    assert_eq!(loaded.generation(), 8);
    assert_eq!(found(&loaded, "uimaranta"), ["c"]);
    assert_eq!(found(&loaded, "kirja-auto"), ["b"]);
    assert!(found(&loaded, "uimahalli").iter().all(|id| id != "a"));
    assert_eq!(cards(&loaded), cards(&next));
    assert_eq!(terms(&loaded), terms(&next));
    assert_eq!(loaded.names.kept, next.names.kept);
}
