//! What a search finds, and in which order.

use domain::Language::{En, Fi, Sv};

use crate::{Coverage, Document, Field, Hits, Index, IndexBuilder, MatchKind, Query, Themes};

fn service(id: &str, name: &str) -> Document {
    Document { id: id.to_owned(), coverage: Coverage::All, ..Document::default() }.with(
        Field::Name,
        Fi,
        name,
    )
}

impl Document {
    fn with(mut self, field: Field, language: domain::Language, text: &str) -> Self {
        self.texts.push((field, language, text.to_owned()));
        self
    }

    fn in_municipalities(mut self, codes: &[&str]) -> Self {
        let codes = codes.iter().map(|code| (*code).to_owned());
        self.coverage = Coverage::Municipalities(codes.collect());
        self
    }
}

fn index(documents: &[Document]) -> Index {
    let mut builder = IndexBuilder::new();
    for document in documents {
        builder.add(document);
    }
    builder.finish(7)
}

fn ids(hits: &Hits) -> Vec<&str> {
    hits.hits.iter().map(|hit| hit.id.as_str()).collect()
}

fn town() -> Index {
    index(&[
        service("library-naantali", "Kirjasto")
            .with(Field::Name, Sv, "Bibliotek")
            .with(Field::Name, En, "Library")
            .with(Field::Summary, Fi, "Lainaa kirjoja ja lehtiä kotiin.")
            .in_municipalities(&["529"]),
        service("library-vaasa", "Vaasan kaupunginkirjasto")
            .with(Field::Term, Fi, "kirjastot")
            .with(Field::Description, Sv, "Biblioteket lånar ut böcker.")
            .in_municipalities(&["905"]),
        service("pool", "Uimahalli")
            .with(Field::Description, Fi, "Uimahallissa voi uida. Kirjastoon on lyhyt matka.")
            .with(Field::Organisation, Fi, "Naantalin kaupunki")
            .in_municipalities(&["529"]),
        service("national", "Verkkokirjasto").with(Field::Keyword, Fi, "e-kirja"),
    ])
}

#[test]
fn inflected_words_of_three_languages_find_the_service() {
    let town = town();
    for text in ["kirjastossa", "kirjastot", "biblioteket", "libraries", "kirjas", "bibl"] {
        assert_eq!(ids(&town.search(&Query::new(text)))[0], "library-naantali", "{text}");
    }
    for text in ["uimahalli", "uimahallit", "Uimahallin", "uima"] {
        assert_eq!(ids(&town.search(&Query::new(text))), ["pool"], "{text}");
    }
}

#[test]
fn every_field_is_found_and_the_name_counts_most() {
    let town = town();
    assert_eq!(ids(&town.search(&Query::new("böcker"))), ["library-vaasa"]);
    assert_eq!(ids(&town.search(&Query::new("lehti"))), ["library-naantali"]);
    assert_eq!(ids(&town.search(&Query::new("ekirja"))), ["national"]);
    let hits = town.search(&Query::new("kirjasto"));
    assert_eq!(ids(&hits), ["library-naantali", "library-vaasa", "pool"]);
    assert_eq!(hits.match_kind, MatchKind::AllWords);
}

#[test]
fn a_place_in_the_text_lifts_what_serves_there_and_loses_nothing() {
    let town = town();
    for text in ["kirjasto Naantali", "Naantalin kirjasto", "bibliotek i Nådendal"] {
        let hits = town.search(&Query::new(text));
        assert_eq!(ids(&hits)[0], "library-naantali", "{text}");
        assert!(ids(&hits).contains(&"library-vaasa"), "{text}");
        assert_eq!(hits.place.as_deref(), Some("529"), "{text}");
    }
    assert_eq!(ids(&town.search(&Query::new("kirjasto Vaasa")))[0], "library-vaasa");
    let only_place = town.search(&Query::new("Naantali"));
    assert_eq!(only_place.total, 2);
}

#[test]
fn a_municipality_filters_and_its_own_services_come_before_nationwide_ones() {
    let index = index(&[
        service("nationwide", "Neuvonta"),
        service("without-aland", "Neuvonta"),
        service("own", "Neuvonta").in_municipalities(&["529", "853"]),
        service("elsewhere", "Neuvonta").in_municipalities(&["905"]),
        service("nowhere", "Neuvonta").in_municipalities(&[]),
    ]);
    for text in ["neuvonta", ""] {
        let query = Query { municipality: Some("529".to_owned()), ..Query::new(text) };
        assert_eq!(ids(&index.search(&query)), ["own", "nationwide", "without-aland"]);
    }
    assert_eq!(index.search(&Query::new("neuvonta")).total, 5);
}

#[test]
fn aland_is_not_reached_by_what_leaves_it_out() {
    let mut documents = [service("all", "Apu"), service("mainland", "Apu")];
    documents[1].coverage = Coverage::AllExceptAland;
    let query = Query { municipality: Some("478".to_owned()), ..Query::new("apu") };
    assert_eq!(ids(&index(&documents).search(&query)), ["all"]);
}

#[test]
fn filters_are_or_within_a_kind_and_and_between_kinds() {
    let document = |id: &str, theme: u8, class: &str, kind: &str| Document {
        themes: [theme].into_iter().collect(),
        classes: vec![class.to_owned()],
        provider_kind: Some(kind.to_owned()),
        organisation: Some(format!("of-{id}")),
        ..service(id, "Kerho")
    };
    let index = index(&[
        document("a", 0, "P1", "Company"),
        document("b", 1, "P1", "Municipality"),
        document("c", 2, "P2", "Company"),
    ]);
    let themes: Themes = [0, 1].into_iter().collect();
    let hits = index.search(&Query { themes, ..Query::new("kerho") });
    assert_eq!(ids(&hits), ["a", "b"]);
    assert_eq!(hits.facets.themes, [(0, 1), (1, 1), (2, 1)]);
    assert_eq!(
        hits.facets.provider_kinds,
        [("Company".to_owned(), 1), ("Municipality".to_owned(), 1)]
    );
    let kinds = vec!["Company".to_owned()];
    let both = Query { themes, provider_kinds: kinds, ..Query::new("") };
    assert_eq!(ids(&index.search(&both)), ["a"]);
    let classes = Query { classes: vec!["P2".to_owned(), "P9".to_owned()], ..Query::new("") };
    assert_eq!(ids(&index.search(&classes)), ["c"]);
    assert_eq!(ids(&index.by_organisation("of-b", None, 0, 10)), ["b"]);
    assert_eq!(index.by_organisation("of-nobody", None, 0, 10).total, 0);
}

#[test]
fn a_blank_text_lists_everything_in_order_of_name() {
    let index = index(&[
        service("1", "Öljy"),
        service("2", "Äiti").with(Field::Name, Sv, "Mor"),
        service("3", "Åbo"),
        service("4", "zumba"),
        service("5", "Apteekki"),
    ]);
    for text in ["", " \t", "?!"] {
        let hits = index.search(&Query::new(text));
        assert_eq!(ids(&hits), ["5", "4", "3", "2", "1"]);
        assert_eq!(hits.match_kind, MatchKind::Everything);
    }
    let swedish = Query { language: Some(Sv), ..Query::new("") };
    assert_eq!(ids(&index.search(&swedish)), ["5", "2", "4", "3", "1"]);
}

#[test]
fn most_words_are_enough_when_no_service_has_all() {
    let town = town();
    let hits = town.search(&Query::new("kirjasto avaruusraketti"));
    assert_eq!(hits.match_kind, MatchKind::MostWords);
    assert_eq!(hits.total, 3);
    let nothing = town.search(&Query::new("avaruusraketti"));
    assert_eq!((nothing.match_kind, nothing.total), (MatchKind::Nothing, 0));
}

#[test]
fn pages_follow_each_other_without_gap_or_overlap() {
    let documents: Vec<Document> =
        (0..250).map(|number| service(&format!("{number:03}"), "Sama nimi")).collect();
    let index = index(&documents);
    let page = |offset, limit| index.search(&Query { offset, limit, ..Query::new("sama") });
    let all: Vec<String> = [page(0, 100), page(100, 100), page(200, 100)]
        .iter()
        .flat_map(|hits| ids(hits).into_iter().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    let expected: Vec<String> = documents.into_iter().map(|document| document.id).collect();
    assert_eq!(all, expected);
    assert_eq!(page(0, 1000).hits.len(), Query::LIMIT);
    assert_eq!(page(usize::MAX, usize::MAX).hits.len(), 0);
    assert_eq!((page(0, 0).hits.len(), page(0, 0).total), (0, 250));
}

#[test]
fn the_readers_language_is_a_bonus_and_no_wall() {
    let index = index(&[
        Document { id: "fi".to_owned(), ..Document::default() }.with(Field::Name, Fi, "Judo"),
        Document { id: "sv".to_owned(), ..Document::default() }.with(Field::Name, Sv, "Judo"),
    ]);
    let in_language = |language| Query { language: Some(language), ..Query::new("judo") };
    assert_eq!(ids(&index.search(&in_language(Fi))), ["fi", "sv"]);
    assert_eq!(ids(&index.search(&in_language(Sv))), ["sv", "fi"]);
}

#[test]
fn an_empty_index_and_hostile_texts_are_answered() {
    let (empty, town) = (index(&[]), town());
    let long = "ä ".repeat(1 << 19);
    for text in ["", "kirjasto", "name:* OR 1", "\u{0}\u{308}\u{feff}", "''--::", &long] {
        assert_eq!(empty.search(&Query::new(text)).total, 0);
        assert!(town.search(&Query::new(text)).total <= 4);
    }
    assert_eq!(empty.generation(), 7);
    assert!(empty.is_empty());
}
