//! What goes with a service, and why.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::{Arc, LazyLock};

use domain::Language::Fi;
use domain::reference::{Need, target_group, themes};
use proptest::prelude::*;

use crate::{
    CoUse, Coverage, Document, Field, Index, IndexBuilder, Lexicon, Related, RelatedQuery,
    RelatedReason,
};

struct Described {
    id: &'static str,
    name: &'static str,
    text: &'static str,
    place: &'static str,
    theme: u8,
    classes: &'static [&'static str],
}

fn document(described: &Described) -> Document {
    Document {
        id: described.id.to_owned(),
        texts: vec![
            (Field::Name, Fi, described.name.to_owned()),
            (Field::Summary, Fi, described.text.to_owned()),
        ],
        coverage: match described.place {
            "" => Coverage::All,
            codes => Coverage::Municipalities(codes.split(' ').map(str::to_owned).collect()),
        },
        themes: [described.theme].into_iter().collect(),
        classes: described.classes.iter().map(|class| (*class).to_owned()).collect(),
        ..Document::default()
    }
}

/// A lexicon of one need: to read all of them takes seconds without optimisation.
fn lexicon() -> Arc<Lexicon> {
    static NEEDS: LazyLock<Vec<Need>> = LazyLock::new(|| {
        vec![Need {
            name: "rahahuolet",
            finds: vec!["rahat", "laskut"],
            phrases: vec![(Fi, "rahat loppu")],
            ..Need::default()
        }]
    });
    static LEXICON: LazyLock<Arc<Lexicon>> =
        LazyLock::new(|| Arc::new(Lexicon::with_needs(None, &NEEDS)));
    Arc::clone(&LEXICON)
}

fn index(documents: &[Document]) -> Index {
    let mut builder = IndexBuilder::new(lexicon());
    for document in documents {
        builder.add(document);
    }
    builder.finish(1)
}

const TOWN: &[Described] = &[
    Described {
        id: "pool",
        name: "Uimahalli",
        text: "Uinti ja vesijumppa.",
        place: "905",
        theme: 0,
        classes: &["P27.2"],
    },
    Described {
        id: "lessons",
        name: "Uimaopetus",
        text: "Uinti, uimahalli ja vesijumppa lapsille.",
        place: "905",
        theme: 0,
        classes: &["P27.2"],
    },
    Described {
        id: "pool elsewhere",
        name: "Uimahalli",
        text: "Uinti ja vesijumppa.",
        place: "853",
        theme: 0,
        classes: &["P27.2"],
    },
    Described {
        id: "far",
        name: "Vesijumppa",
        text: "Uinti uimahalli.",
        place: "698",
        theme: 0,
        classes: &["P27.2"],
    },
    Described {
        id: "nationwide",
        name: "Uimaliitto",
        text: "Uinti, vesijumppa, uimahalli.",
        place: "",
        theme: 0,
        classes: &["P27.2"],
    },
    Described {
        id: "therapy",
        name: "Allasterapia",
        text: "Kuntoutus: uinti ja vesijumppa.",
        place: "905",
        theme: 1,
        classes: &[],
    },
    Described {
        id: "debt",
        name: "Velkaneuvonta",
        text: "Rahat ja laskut.",
        place: "905",
        theme: 2,
        classes: &["P15.3"],
    },
    Described {
        id: "debt too",
        name: "Sosiaalinen luotto",
        text: "Rahat ja laskut.",
        place: "905",
        theme: 2,
        classes: &["P15.3"],
    },
];

fn town() -> Index {
    index(&TOWN.iter().map(document).collect::<Vec<_>>())
}

fn ids(related: &[Related]) -> Vec<&str> {
    related.iter().map(|one| one.id.as_str()).collect()
}

#[test]
fn what_has_much_in_common_at_the_place_is_offered_and_nothing_else() {
    let town = town();
    let found = town.related("pool", Fi, 10);
    let ids = ids(&found);
    assert_eq!(ids.first(), Some(&"lessons"), "{found:?}");
    assert!(ids.contains(&"nationwide"));
    assert!(!ids.contains(&"far"), "nobody goes to Rovaniemi from Vaasa to swim");
    assert!(!ids.contains(&"pool elsewhere"), "the same service of another place");
    assert!(!ids.contains(&"debt"));
}

#[test]
fn what_is_of_another_theme_is_said_to_be() {
    let town = town();
    let found = town.related("pool", Fi, 10);
    let therapy = found.iter().find(|one| one.id == "therapy").expect("the therapy");
    let RelatedReason::OtherTheme { theme, shared } = &therapy.reason else {
        panic!("{therapy:?}")
    };
    assert_eq!(*theme, themes()[1].id);
    assert_ne!(**shared, RelatedReason::SharedWord { word: String::new() });
}

#[test]
fn a_need_that_both_answer_is_the_reason() {
    let mut documents: Vec<Document> = TOWN.iter().take(6).map(document).collect();
    for (id, name) in [("money", "Rahat"), ("bills", "Laskut")] {
        let place = "905";
        documents.push(document(&Described { id, name, text: "", place, theme: 2, classes: &[] }));
    }
    let found = index(&documents).related("money", Fi, 10);
    let reason = RelatedReason::SharedNeed { need: "rahahuolet" };
    assert_eq!(found, [Related { id: "bills".to_owned(), reason }]);
}

#[test]
fn nothing_is_offered_where_nothing_fits_or_nobody_knows_the_service() {
    let lonely = Described {
        id: "lonely",
        name: "Kuuraketti",
        text: "",
        place: "905",
        theme: 3,
        classes: &[],
    };
    let mut documents: Vec<Document> = TOWN.iter().map(document).collect();
    documents.push(document(&lonely));
    let index = index(&documents);
    assert_eq!(index.related("lonely", Fi, 10), []);
    assert_eq!(index.related("unknown", Fi, 10), []);
    assert_eq!(index.related("", Fi, 10), []);
    assert_eq!(index.related("pool", Fi, 0), []);
}

#[test]
fn services_for_companies_do_not_go_with_services_for_residents() {
    let named = |code: &str| target_group(code).expect("a group").name_fi.to_owned();
    let mut documents: Vec<Document> = TOWN.iter().map(document).collect();
    documents[0].texts.push((Field::TargetGroup, Fi, named("KR1")));
    documents[1].texts.push((Field::TargetGroup, Fi, named("KR2")));
    assert!(!ids(&index(&documents).related("pool", Fi, 10)).contains(&"lessons"));
}

#[test]
fn what_is_used_together_is_offered_with_evidence_only() {
    let town = town();
    let services = HashMap::from([("pool", 60), ("debt", 40)]);
    let with = |count| {
        let uses = CoUse::new(1_000, &services, [("pool", "debt", count)]);
        let query = RelatedQuery { limit: 10, uses: Some(&uses), ..RelatedQuery::default() };
        town.related_to("pool", &query)
    };
    let found = with(25);
    let debt = found.iter().find(|one| one.id == "debt").expect("evidence is enough");
    assert!(format!("{:?}", debt.reason).contains("UsedTogether { lists: 25 }"), "{debt:?}");
    assert!(!ids(&with(19)).contains(&"debt"));
}

#[test]
fn another_municipality_may_be_asked_for() {
    let town = town();
    let query = RelatedQuery { limit: 10, municipality: Some("698"), ..RelatedQuery::default() };
    let found = town.related_to("pool", &query);
    assert_eq!(ids(&found)[0], "far");
}

const WORDS: [&str; 8] =
    ["uinti", "jumppa", "kirja", "velka", "hammas", "perhe", "lapsi", "kuntosali"];
const PLACES: [&str; 5] = ["905", "529", "853", "698", ""];

fn catalogue() -> impl Strategy<Value = Vec<Document>> {
    let words = || proptest::collection::vec(0..WORDS.len(), 1..4);
    let one = (words(), words(), 0..PLACES.len(), 0_u8..4);
    proptest::collection::vec(one, 1..24).prop_map(|all| {
        let text =
            |words: &[usize]| words.iter().map(|word| WORDS[*word]).collect::<Vec<_>>().join(" ");
        let numbered = all.into_iter().enumerate();
        numbered
            .map(|(number, (name, summary, place, theme))| Document {
                id: format!("s{number}"),
                texts: vec![(Field::Name, Fi, text(&name)), (Field::Summary, Fi, text(&summary))],
                coverage: match PLACES[place] {
                    "" => Coverage::All,
                    code => Coverage::Municipalities(BTreeSet::from([code.to_owned()])),
                },
                themes: [theme].into_iter().collect(),
                ..Document::default()
            })
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn never_itself_no_repeats_a_total_order_and_no_longer_than_asked(
        documents in catalogue(),
        limit in 0_usize..12,
    ) {
        let index = index(&documents);
        for document in &documents {
            let found = index.related(&document.id, Fi, limit);
            prop_assert!(found.len() <= limit);
            prop_assert!(found.iter().all(|one| one.id != document.id));
            let each: HashSet<&str> = ids(&found).into_iter().collect();
            prop_assert_eq!(each.len(), found.len());
            prop_assert_eq!(&index.related(&document.id, Fi, limit), &found);
            let all = index.related(&document.id, Fi, 50);
            prop_assert_eq!(&all[..limit.min(all.len())], &found[..]);
            for (place, one) in found.iter().enumerate() {
                let is_other = matches!(one.reason, RelatedReason::OtherTheme { .. });
                prop_assert_eq!(is_other && (place + 1) % 3 != 0, false);
                let place = |id: &str| &documents.iter().find(|one| one.id == id).unwrap().coverage;
                let (own, theirs) = (place(&document.id), place(&one.id));
                let is_near = |coverage: &Coverage| match coverage {
                    Coverage::Municipalities(codes) => codes.contains("529") || codes.contains("853"),
                    _ => true,
                };
                let is_nationwide = *own == Coverage::All || *theirs == Coverage::All;
                // Naantali and Turku are neighbours.
                prop_assert!(own == theirs || is_nationwide || (is_near(own) && is_near(theirs)));
            }
        }
    }
}

#[test]
fn on_a_countys_site_what_goes_with_a_service_is_chosen_among_what_may_be_had_there() {
    // Far more of one county have most in common than are looked at, and one of another has a little.
    let described = |number: usize, place: &'static str, text: &'static str| Document {
        id: format!("{place} {number}"),
        texts: vec![
            (Field::Name, Fi, format!("Palvelu {number}")),
            (Field::Summary, Fi, text.to_owned()),
        ],
        coverage: Coverage::Municipalities(vec![place.to_owned()]),
        themes: [0].into_iter().collect(),
        ..Document::default()
    };
    let mut all: Vec<Document> = (0..300)
        .map(|number| described(number, "905", "Kuntouttavaa vesijumppaa altaassa."))
        .collect();
    let mut shared = described(300, "905", "Kuntouttavaa vesijumppaa altaassa.");
    shared.coverage = Coverage::Municipalities(vec!["905".to_owned(), "529".to_owned()]);
    all.push(shared);
    all.push(described(301, "529", "Kuntouttavaa vesijumppaa ulkona."));
    all.extend((400..700).map(|number| described(number, "091", "Kirjastossa luetaan.")));
    let index = index(&all);
    let among = |county| {
        let query = RelatedQuery { county, limit: 3, ..RelatedQuery::default() };
        index.related_to("905 300", &query).into_iter().map(|one| one.id).collect::<Vec<_>>()
    };
    assert!(among(None).iter().all(|id| id.starts_with("905")), "{:?}", among(None));
    assert_eq!(among(Some("05")), ["529 301"]);
    assert_eq!(among(Some("21")), Vec::<String>::new());
}
