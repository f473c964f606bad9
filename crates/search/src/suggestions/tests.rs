//! What is suggested, in a small town.

use std::sync::{Arc, LazyLock};

use domain::Language::{self, En, Fi, Sv};
use proptest::prelude::*;

use crate::{
    Coverage, Document, Field, Index, IndexBuilder, Lexicon, Query, Suggestion, SuggestionKind,
};
use SuggestionKind::{Need, Place, Provider, Service, Theme};

fn service(id: &str, place: &str, names: &[(Language, &str)]) -> Document {
    let organisation = match place {
        "905" => ("vaasa", "Vaasan kaupunki", "Vasa stad"),
        "529" => ("naantali", "Naantalin kaupunki", "Nådendals stad"),
        _ => ("state", "Valtiokonttori", "Statskontoret"),
    };
    let mut texts: Vec<(Field, Language, String)> =
        names.iter().map(|(language, name)| (Field::Name, *language, (*name).to_owned())).collect();
    texts.push((Field::Organisation, Fi, organisation.1.to_owned()));
    texts.push((Field::Organisation, Sv, organisation.2.to_owned()));
    Document {
        id: id.to_owned(),
        organisation: Some(organisation.0.to_owned()),
        texts,
        coverage: match place {
            "" => Coverage::All,
            code => Coverage::Municipalities([code.to_owned()].into()),
        },
        themes: [0].into_iter().collect(),
        ..Document::default()
    }
}

fn town() -> &'static Index {
    static TOWN: LazyLock<Index> = LazyLock::new(|| {
        let mut builder = IndexBuilder::new(Arc::new(Lexicon::default()));
        for (id, place, fi, sv) in [
            ("pool", "905", "Uimahalli", "Simhall"),
            ("pool school", "905", "Uimakoulu", "Simskola"),
            ("family vaasa", "905", "Perhetyö", "Familjearbete"),
            ("family naantali", "529", "Perhetyö", "Familjearbete"),
            ("library", "529", "Kirjasto", "Bibliotek"),
            ("hall", "529", "Vanha halli", "Gamla hallen"),
            ("mother", "905", "Äitiysneuvola", "Mödrarådgivning"),
            ("debt", "", "Talous- ja velkaneuvonta", "Ekonomi- och skuldrådgivning"),
        ] {
            builder.add(&service(id, place, &[(Fi, fi), (Sv, sv)]));
        }
        builder.finish(1)
    });
    &TOWN
}

fn suggest(text: &str, language: Language) -> Vec<Suggestion> {
    town().suggest(text, language, 10)
}

fn of_kind(text: &str, kind: SuggestionKind) -> Vec<String> {
    let all = suggest(text, Fi).into_iter().filter(|one| one.kind == kind);
    all.map(|one| one.text).collect()
}

fn marked(suggestion: &Suggestion) -> Vec<&str> {
    suggestion.typed.iter().map(|range| &suggestion.text[range.clone()]).collect()
}

#[test]
fn the_first_letter_is_enough() {
    assert_eq!(of_kind("u", Service), ["Uimahalli", "Uimakoulu"]);
    assert_eq!(of_kind("V", Place), ["Vaasa"]);
    assert_eq!(of_kind("v", Provider), ["Vaasan kaupunki", "Valtiokonttori"]);
}

#[test]
fn beginnings_of_names_come_before_those_of_later_words() {
    assert_eq!(of_kind("kau", Provider).len(), 2);
    let found = of_kind("velka", Service);
    assert_eq!(found, ["Talous- ja velkaneuvonta"]);
    assert_eq!(of_kind("halli", Service), ["Vanha halli"]);
}

#[test]
fn one_name_of_several_providers_stands_once_with_its_count() {
    let found = suggest("perhet", Fi);
    let family: Vec<&Suggestion> = found.iter().filter(|one| one.text == "Perhetyö").collect();
    assert_eq!(family.len(), 1);
    assert_eq!((family[0].count, family[0].id.as_deref()), (2, None));
    let library = suggest("kirjast", Fi).into_iter().find(|one| one.kind == Service);
    assert_eq!(library.and_then(|one| one.id).as_deref(), Some("library"));
}

#[test]
fn what_was_typed_is_marked() {
    let found = suggest("aiti", Fi);
    let mother = found.iter().find(|one| one.kind == Service).expect("the service");
    assert_eq!((mother.text.as_str(), marked(mother)), ("Äitiysneuvola", vec!["Äiti"]));
    let found = suggest("velka talous", Fi);
    let debt = found.iter().find(|one| one.kind == Service).expect("the service");
    assert_eq!(marked(debt), ["Talous", "velka"]);
}

#[test]
fn dots_that_are_typed_are_meant() {
    assert_eq!(of_kind("äit", Service), ["Äitiysneuvola"]);
    assert!(of_kind("vää", Service).is_empty());
}

#[test]
fn mistakes_in_the_word_being_typed_are_mended() {
    for (typed, meant) in [
        ("uimhal", "Uimahalli"),
        ("kijras", "Kirjasto"),
        ("pehretyö", "Perhetyö"),
        ("aitiysnuevola", "Äitiysneuvola"),
        ("kirjasdo", "Kirjasto"),
    ] {
        assert!(of_kind(typed, Service).iter().any(|found| found == meant), "{typed}");
    }
}

#[test]
fn a_place_beside_a_service_is_its_place_or_said_to_be_one() {
    let found = suggest("perhetyö naa", Fi);
    let family = found.iter().find(|one| one.kind == Service).expect("the service");
    assert_eq!((family.text.as_str(), family.count), ("Perhetyö Naantali", 1));
    assert_eq!(
        (family.place.as_deref(), family.id.as_deref()),
        (Some("529"), Some("family naantali"))
    );
    let found = suggest("uimahalli naa", Fi);
    assert_eq!(
        found.iter().map(|one| one.text.as_str()).collect::<Vec<_>>(),
        ["uimahalli Naantali"]
    );
    assert_eq!((found[0].kind, found[0].id.as_deref()), (Place, Some("529")));
    let found = suggest("naantalissa uimah", Fi);
    assert_eq!(found[0].text, "Uimahalli Naantali");
    assert_eq!(marked(&found[0]), ["Uimah", "Naantali"]);
}

#[test]
fn the_readers_language_comes_first_and_other_languages_are_found() {
    assert_eq!(suggest("sim", Sv)[0].language, Sv);
    assert!(suggest("simh", Fi).iter().any(|one| one.text == "Simhall"));
    assert!(suggest("v", Sv).iter().all(|one| one.language == Sv), "{:?}", suggest("v", Sv));
}

#[test]
fn needs_are_those_that_have_services_here() {
    let found = suggest("velka", Fi);
    let needs: Vec<&Suggestion> = found.iter().filter(|one| one.kind == Need).collect();
    assert!(!needs.is_empty());
    assert!(needs.iter().all(|one| one.count > 0));
    assert!(of_kind("hamma", Need).is_empty(), "there is no dentist in this town");
    let english = suggest("deb", En);
    assert!(english.iter().any(|one| one.kind == Need && one.language == En), "{english:?}");
}

#[test]
fn themes_are_suggested_by_any_of_their_words() {
    let theme = &domain::reference::themes()[0];
    let name = theme.name(Fi);
    let found = suggest(&name[..4], Fi);
    assert!(found.iter().any(|one| one.kind == Theme && one.id.as_deref() == Some(theme.id)));
}

#[test]
fn kinds_stand_together_and_no_text_stands_twice() {
    for text in ["k", "v", "u", "per", "a", "na", "ta"] {
        let found = suggest(text, Fi);
        let mut kinds: Vec<SuggestionKind> = found.iter().map(|one| one.kind).collect();
        kinds.dedup();
        let mut each = kinds.clone();
        each.sort_unstable();
        each.dedup();
        assert_eq!(kinds.len(), each.len(), "{text}");
        let mut texts: Vec<&str> = found.iter().map(|one| one.text.as_str()).collect();
        texts.sort_unstable();
        texts.dedup();
        assert_eq!(texts.len(), found.len(), "{text}");
    }
}

#[test]
fn an_empty_index_suggests_nothing() {
    let empty = IndexBuilder::new(Arc::clone(&town().lexicon)).finish(1);
    for text in ["", "k", "kirjasto", "kirjasto vaasa"] {
        assert_eq!(empty.suggest(text, Fi, 10), []);
    }
    assert_eq!(town().suggest("k", Fi, 0), []);
    assert_eq!(town().suggest(" -' ", Fi, 10), []);
    assert!(town().suggest(&"k ".repeat(1 << 19), Fi, usize::MAX).len() <= 50);
}

#[test]
fn a_saved_index_suggests_the_same() {
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("index");
    town().save(&file).expect("saved");
    let loaded = Index::load(&file, Arc::clone(&town().lexicon)).expect("loaded");
    for text in ["k", "u", "perhetyö naa", "kijras", "velka"] {
        assert_eq!(loaded.suggest(text, Fi, 10), suggest(text, Fi), "{text}");
    }
    assert_eq!(loaded.related("pool", Fi, 10), town().related("pool", Fi, 10));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_answered_the_same_each_time(text in any::<String>(), limit in 0_usize..60) {
        let found = town().suggest(&text, Sv, limit);
        prop_assert!(found.len() <= limit);
        for one in &found {
            prop_assert!(one.count > 0);
            prop_assert!(one.typed.is_sorted_by_key(|range| range.start));
            prop_assert!(one.typed.iter().all(|range| one.text.get(range.clone()).is_some()));
        }
        prop_assert_eq!(town().suggest(&text, Sv, limit), found);
    }

    #[test]
    fn words_of_the_town_in_any_order_and_shape_are_answered(
        words in proptest::collection::vec("(uima|halli|perhetyö|naa|Vaasan|ja|velk|ä|\u{308}|-){1,3}", 0..6)
    ) {
        let text = words.join(" ");
        for one in town().suggest(&text, Fi, 20) {
            prop_assert!(one.typed.iter().all(|range| one.text.get(range.clone()).is_some()));
        }
    }
}

/// What a county's site suggests: Ostrobothnia has Vaasa, the south-west Naantali.
fn suggest_in(county: &str, text: &str) -> Vec<(SuggestionKind, String, usize)> {
    let all = town().suggest_in(Some(county), text, Fi, 10);
    all.into_iter().map(|one| (one.kind, one.text, one.count)).collect()
}

#[test]
fn a_county_is_suggested_what_may_be_had_there_alone_and_counted_there() {
    let (ostrobothnia, south_west) = ("17", "05");
    assert!(suggest_in(ostrobothnia, "uim").iter().any(|(_, text, _)| text == "Uimahalli"));
    assert!(suggest_in(south_west, "uim").iter().all(|(kind, ..)| *kind != Service));
    // The two families' services have one name: one of them is in each county.
    let family = |county| suggest_in(county, "perhety").into_iter().find(|one| one.0 == Service);
    assert_eq!(family(ostrobothnia), Some((Service, "Perhetyö".to_owned(), 1)));
    assert_eq!(family(south_west), Some((Service, "Perhetyö".to_owned(), 1)));
    // What the whole country has is had in each.
    for county in [ostrobothnia, south_west] {
        assert!(suggest_in(county, "talous").iter().any(|(kind, ..)| *kind == Service), "{county}");
    }
}

#[test]
fn a_county_is_suggested_neither_places_nor_providers_of_another() {
    let has =
        |county, text: &str, wanted| suggest_in(county, text).iter().any(|one| one.0 == wanted);
    assert!(has("17", "vaas", Place) && has("17", "vaasan kau", Provider));
    assert!(!has("05", "vaas", Place) && !has("05", "vaasan kau", Provider));
    assert!(town().suggest_in(Some("no county"), "vaas", Fi, 10).is_empty());
    let theme = &domain::reference::themes()[0];
    let title = theme.name(Fi).to_lowercase();
    let counted = |county| {
        let found = suggest_in(county, &title);
        found.into_iter().find(|one| one.0 == Theme).map(|one| one.2)
    };
    assert_eq!((counted("17"), counted("05")), (Some(5), Some(4)));
}

#[test]
fn a_countys_organisations_are_those_with_a_service_there() {
    let query = |county: &str| Query { county: Some(county.to_owned()), ..Query::default() };
    let among = |county| Vec::from_iter(town().organisations_among(&query(county)));
    assert_eq!(among("17"), ["state", "vaasa"]);
    assert_eq!(among("05"), ["naantali", "state"]);
    assert_eq!(among("21"), ["state"]);
}

#[test]
fn what_falls_away_for_a_county_takes_no_place_from_what_is_there() {
    let mut builder = IndexBuilder::new(Arc::new(Lexicon::default()));
    // Many of Vaasa's organisations come before the one of Naantali, in order of their services.
    for number in 0..60_usize {
        let place = if number == 59 { "529" } else { "905" };
        let organisation = format!("Sateenkaari {number:02}");
        for service in 0..if number == 59 { 1 } else { 2 } {
            builder.add(&Document {
                id: format!("{number} {service}"),
                organisation: Some(organisation.clone()),
                texts: vec![
                    (Field::Name, Fi, format!("Tuki {number} {service}")),
                    (Field::Organisation, Fi, organisation.clone()),
                ],
                coverage: Coverage::Municipalities(vec![place.to_owned()]),
                ..Document::default()
            });
        }
    }
    let index = builder.finish(1);
    for _ in 0..2 {
        let found = index.suggest_in(Some("05"), "sateenk", Fi, 5);
        let found: Vec<_> = found.iter().map(|one| (one.text.as_str(), one.count)).collect();
        assert_eq!(found, [("Sateenkaari 59", 1)], "the same when it is kept");
    }
}
