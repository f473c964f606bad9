//! Words, places, and how honest the answer is.

use domain::Language::{En, Fi, Sv};

use super::{found, ids, index, plain, service};
use crate::{Document, Field, Index, IndexBuilder, MatchKind, Query, Way};

fn town() -> Index {
    index(
        plain(),
        &[
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
            service("national", "Verkkokirjasto").with(Field::Keyword, Fi, "e-lainaus"),
        ],
    )
}

#[test]
fn inflected_words_of_three_languages_find_the_service() {
    let town = town();
    for text in ["kirjastossa", "kirjastot", "biblioteket", "libraries", "kirjas", "bibl"] {
        assert_eq!(found(&town, text)[0], "library-naantali", "{text}");
    }
    for text in ["uimahalli", "uimahallit", "Uimahallin", "UIMAHALLISSA", "uima"] {
        assert_eq!(found(&town, text)[0], "pool", "{text}");
    }
}

#[test]
fn every_field_is_found_and_the_name_counts_most() {
    let town = town();
    assert_eq!(found(&town, "böcker")[0], "library-vaasa");
    assert_eq!(found(&town, "lehtiä")[0], "library-naantali");
    assert_eq!(found(&town, "elainaus")[0], "national");
    let hits = town.search(&Query::new("kirjasto"));
    assert_eq!(ids(&hits)[..2], ["library-naantali", "library-vaasa"]);
    assert_eq!(hits.match_kind, MatchKind::AllWords);
}

#[test]
fn a_name_that_begins_with_the_word_comes_before_one_that_has_it_later() {
    let index = index(plain(), &[service("later", "Avoin judo"), service("first", "Judo avoin")]);
    assert_eq!(found(&index, "judo"), ["first", "later"]);
    assert_eq!(found(&index, "avoin"), ["later", "first"]);
}

#[test]
fn mistakes_and_missing_dots_are_mended() {
    let town = town();
    for text in ["uimmahalli", "uimahlali", "umahalli"] {
        let hits = town.search(&Query { with_reasons: true, ..Query::new(text) });
        assert_eq!(ids(&hits)[0], "pool", "{text}");
        let reason = &hits.hits[0].reasons[0];
        assert_eq!((reason.word.as_str(), reason.way), (text, Way::Mended));
    }
    let dotted = index(plain(), &[service("a", "Äitiyspoliklinikka"), service("b", "Hiihtolatu")]);
    for text in ["aitiyspoliklinikka", "äitiyspolklinikka"] {
        assert_eq!(found(&dotted, text)[0], "a", "{text}");
    }
}

#[test]
fn a_word_that_is_known_is_not_mended_to_another() {
    let index = index(plain(), &[service("salsa", "Salsa"), service("balsa", "Balsa")]);
    assert_eq!(found(&index, "salsa"), ["salsa"]);
}

#[test]
fn words_written_apart_are_found_together() {
    let index = index(plain(), &[service("gym", "Kuntosali"), service("room", "Juhlasali")]);
    for text in ["kunto sali", "kunto salit", "Kunto-Sali"] {
        let hits = index.search(&Query::new(text));
        assert_eq!(ids(&hits)[0], "gym", "{text}");
        assert_eq!(hits.match_kind, MatchKind::AllWords, "{text}");
    }
}

#[test]
fn the_last_word_may_be_unfinished_and_the_others_not() {
    let index = index(plain(), &[service("swim", "Uimakoulu lapsille"), service("judo", "Judo")]);
    let way = |text: &str| {
        let hits = index.search(&Query { with_reasons: true, ..Query::new(text) });
        hits.hits.first().map(|hit| hit.reasons[0].way)
    };
    for text in ["uimak", "ui", "u"] {
        assert_eq!(way(text), Some(Way::Begun), "{text}");
    }
    let hits = index.search(&Query::new("ju lapsille"));
    assert_eq!(ids(&hits), ["swim"]);
}

#[test]
fn a_place_in_the_text_lifts_what_serves_there_and_loses_nothing() {
    let town = town();
    for text in [
        "kirjasto Naantali",
        "Naantalin kirjasto",
        "kirjasto naantalissa",
        "bibliotek i Nådendal",
        "kirjasto naantalis",
    ] {
        let hits = town.search(&Query::new(text));
        assert_eq!(ids(&hits)[0], "library-naantali", "{text}");
        assert!(ids(&hits).contains(&"library-vaasa".to_owned()), "{text}");
        assert_eq!(hits.place.as_deref(), Some("529"), "{text}");
    }
    assert_eq!(found(&town, "kaupunginkirjasto Vaasa")[0], "library-vaasa");
    assert!(found(&town, "Naantali").contains(&"pool".to_owned()));
}

#[test]
fn near_the_named_place_comes_before_elsewhere() {
    let club = |id: &str, code: &str| service(id, "Judokerho").in_municipalities(&[code]);
    let index = index(plain(), &[club("a-far", "905"), club("b-near", "853"), club("c-in", "529")]);
    assert_eq!(found(&index, "judokerho Naantali"), ["c-in", "b-near", "a-far"]);
    assert_eq!(found(&index, "judokerho"), ["a-far", "b-near", "c-in"]);
}

#[test]
fn an_answer_tells_how_it_fits() {
    let index = index(
        plain(),
        &[
            service("pool", "Uimahalli"),
            service("club", "Judokerho lapsille"),
            service("x", "Ratsastus lapsille judokerho"),
        ],
    );
    let kind = |text: &str| index.search(&Query::new(text)).match_kind;
    assert_eq!(kind(""), MatchKind::Everything);
    assert_eq!(kind("judokerho lapsille"), MatchKind::AllWords);
    assert_eq!(kind("judokerho lapsille ratsastus öljysäiliö"), MatchKind::MostWords);
}

#[test]
fn nothing_is_said_to_fit_what_is_foreign_to_the_catalogue() {
    let town = town();
    for text in ["avaruusraketti", "quantum chromodynamics", "привет мир", "鯨", "xyzzy plugh"]
    {
        let hits = town.search(&Query::new(text));
        assert_eq!(hits.match_kind, MatchKind::Nothing, "{text}");
        assert!(hits.confidence < 0.0, "{text}");
    }
    assert_eq!(town.search(&Query::new("鯨")).total, 0);
}

#[test]
fn what_the_filters_leave_is_judged_by_itself() {
    let index = index(
        plain(),
        &[
            service("judo", "Judokerho lapsille").in_municipalities(&["529"]),
            service("club", "Lapsille").in_municipalities(&["905"]),
        ],
    );
    let kind = |code: Option<&str>| {
        let municipality = code.map(str::to_owned);
        index.search(&Query { municipality, ..Query::new("judokerho lapsille") }).match_kind
    };
    assert_eq!(kind(None), MatchKind::AllWords);
    assert_eq!(kind(Some("529")), MatchKind::AllWords);
    assert_ne!(kind(Some("905")), MatchKind::AllWords);
    assert_eq!(kind(Some("478")), MatchKind::Nothing);
}

#[test]
fn every_hit_says_for_each_word_why_it_is_there() {
    let town = town();
    let query = Query { with_reasons: true, ..Query::new("kirjastossa lehtiä") };
    let hits = town.search(&query);
    let reasons = &hits.hits[0].reasons;
    let told: Vec<(&str, Way)> = reasons.iter().map(|one| (one.word.as_str(), one.way)).collect();
    assert_eq!(told, [("kirjastossa", Way::Inflected), ("lehtiä", Way::Inflected)]);
    assert!(town.search(&Query::new("kirjasto")).hits.iter().all(|hit| hit.reasons.is_empty()));
    let written = Query { with_reasons: true, ..Query::new("kirjasto") };
    let first = &town.search(&written).hits[0].reasons[0];
    assert_eq!((first.way, first.by.as_str()), (Way::Exact, "kirjasto"));
}

#[test]
fn the_readers_language_is_a_bonus_and_no_wall() {
    let judo = |id: &str, language| {
        Document { id: id.to_owned(), ..Document::default() }.with(Field::Name, language, "Judo")
    };
    let index = index(plain(), &[judo("fi", Fi), judo("sv", Sv)]);
    let in_language =
        |language| ids(&index.search(&Query { language: Some(language), ..Query::new("judo") }));
    assert_eq!(in_language(Fi), ["fi", "sv"]);
    assert_eq!(in_language(Sv), ["sv", "fi"]);
}

#[test]
fn ties_are_ordered_by_name_then_id_then_coming() {
    let judo = |id: &str, name: &str| service(id, name).with(Field::Term, Fi, "kamppailu");
    let index = index(
        plain(),
        &[judo("b", "Ökyt"), judo("c", "Zen"), judo("b", "Aikido"), judo("a", "Aikido")],
    );
    let hits = index.search(&Query::new("kamppailu"));
    assert_eq!(ids(&hits), ["a", "b", "c", "b"]);
    assert!(hits.hits.windows(2).all(|pair| pair[0].score.to_bits() == pair[1].score.to_bits()));
}

#[test]
fn a_blank_text_lists_everything_in_order_of_name() {
    let index = index(
        plain(),
        &[
            service("1", "Öljy"),
            service("2", "Äiti").with(Field::Name, Sv, "Mor"),
            service("3", "Åbo"),
            service("4", "zumba"),
            service("5", "Apteekki"),
        ],
    );
    for text in ["", " \t", "?!"] {
        let hits = index.search(&Query::new(text));
        assert_eq!(ids(&hits), ["5", "4", "3", "2", "1"]);
        assert_eq!(hits.match_kind, MatchKind::Everything);
    }
    let swedish = Query { language: Some(Sv), ..Query::new("") };
    assert_eq!(ids(&index.search(&swedish)), ["5", "2", "4", "3", "1"]);
}

#[test]
fn pages_follow_each_other_without_gap_or_overlap() {
    let documents: Vec<Document> =
        (0..250).map(|number| service(&format!("{number:03}"), "Sama nimi")).collect();
    let index = index(plain(), &documents);
    let page = |offset, limit| index.search(&Query { offset, limit, ..Query::new("sama") });
    let all: Vec<String> =
        [page(0, 100), page(100, 100), page(200, 100)].iter().flat_map(ids).collect();
    let expected: Vec<String> = documents.into_iter().map(|document| document.id).collect();
    assert_eq!(all, expected);
    assert_eq!(page(0, 1000).hits.len(), Query::LIMIT);
    assert_eq!(page(usize::MAX, usize::MAX).hits.len(), 0);
    assert_eq!((page(0, 0).hits.len(), page(0, 0).total), (0, 250));
}

#[test]
fn an_empty_index_finds_nothing_and_says_so() {
    let empty = IndexBuilder::new(plain()).finish(7);
    for text in ["", "kirjasto", "velat", "Naantali"] {
        let hits = empty.search(&Query::new(text));
        assert_eq!((hits.total, hits.match_kind), (0, MatchKind::Nothing), "{text}");
    }
    assert_eq!((empty.generation(), empty.len()), (7, 0));
    assert!(empty.is_empty());
}
