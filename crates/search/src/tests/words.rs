//! What only the Finnish dictionary knows: base forms, parts of compounds, spoken endings.

use std::sync::Arc;

use super::{found, ids, index, service, with_dictionary};
use crate::{Index, Lexicon, MatchKind, Query, Way};

fn town(lexicon: Arc<Lexicon>) -> Index {
    index(
        lexicon,
        &[
            service("library", "Kirjasto"),
            service("gym", "Kuntosali"),
            service("water", "Vesijuoksu"),
            service("yard", "Yöpaikka"),
            service("teeth", "Hammashoito"),
            service("old", "Ikäihmisten palvelut"),
            service("child", "Lastensuojelu"),
        ],
    )
}

#[test]
fn irregular_forms_are_found_by_their_base_form() {
    let Some(lexicon) = with_dictionary() else { return };
    let town = town(lexicon);
    for (text, id) in [
        ("vesijuoksuun", "water"),
        ("öisin yöpaikoissa", "yard"),
        ("hammashoidossa", "teeth"),
        ("hammashoitoihin", "teeth"),
        ("ikäihminen", "old"),
        ("lastensuojelussa", "child"),
    ] {
        assert_eq!(found(&town, text)[0], id, "{text}");
    }
}

#[test]
fn a_part_of_a_compound_finds_it_and_a_compound_finds_its_parts() {
    let Some(lexicon) = with_dictionary() else { return };
    let index = index(
        lexicon,
        &[service("swim", "Vauvauinti"), service("lake", "Uinti"), service("ride", "Ratsastus")],
    );
    assert_eq!(found(&index, "uinti"), ["lake", "swim"]);
    assert_eq!(found(&index, "vauvauinti"), ["swim", "lake"]);
    let reasons = |text: &str| {
        let hits = index.search(&Query { with_reasons: true, ..Query::new(text) });
        hits.hits.into_iter().map(|hit| hit.reasons[0].way).collect::<Vec<Way>>()
    };
    assert_eq!(reasons("vauvauinti"), [Way::Exact, Way::Part]);
}

#[test]
fn words_as_they_are_spoken_are_understood() {
    let Some(lexicon) = with_dictionary() else { return };
    let town = town(lexicon);
    for (text, id) in [
        ("kirjastos", "library"),
        ("kirjastost kirjoja", "library"),
        ("kuntosalil", "gym"),
        ("hammashoidos", "teeth"),
    ] {
        assert_eq!(found(&town, text)[0], id, "{text}");
    }
}

#[test]
fn compounds_written_apart_are_one_word() {
    let Some(lexicon) = with_dictionary() else { return };
    let town = town(lexicon);
    for (text, id) in
        [("kunto sali", "gym"), ("hammas hoito", "teeth"), ("lasten suojelu", "child")]
    {
        let hits = town.search(&Query::new(text));
        assert_eq!(ids(&hits)[0], id, "{text}");
        assert_eq!(hits.match_kind, MatchKind::AllWords, "{text}");
    }
    for (text, id) in [("kunto salilla", "gym"), ("hammas hoitoon", "teeth")] {
        assert_eq!(found(&town, text)[0], id, "{text}");
    }
}

#[test]
fn a_derived_word_finds_what_it_is_derived_from() {
    let Some(lexicon) = with_dictionary() else { return };
    let index =
        index(lexicon, &[service("smoke", "Tupakoinnin lopettaminen"), service("x", "Judo")]);
    for text in ["tupakointi", "lopettaa tupakointi", "lopettaminen"] {
        assert_eq!(found(&index, text)[0], "smoke", "{text}");
    }
}
