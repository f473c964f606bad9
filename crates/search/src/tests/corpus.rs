//! Random services and queries of few words, so that they meet.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use domain::Language;
use domain::reference::Need;
use proptest::prelude::*;

use crate::{Coverage, Document, Field, Query, Reach, Sort, Themes};

/// Words of texts and queries: forms of each other, parts of each other, mistakes, beginnings.
const WORDS: [&str; 48] = [
    "kirjasto",
    "kirjastot",
    "kirjastossa",
    "kirja",
    "kirjat",
    "kirjallisuus",
    "pääkirjasto",
    "kirjastoauto",
    "kirjastokortti",
    "e-kirja",
    "ekirja",
    "kirajsto",
    "kirjastos",
    "uimahalli",
    "uimahallissa",
    "uimahali",
    "uinti",
    "halli",
    "kunto",
    "sali",
    "kuntosali",
    "kuntosalit",
    "kuntosalipalvelut",
    "liikunta",
    "liikuntapaikka",
    "liikuntaneuvonta",
    "neuvonta",
    "velkaneuvonta",
    "velat",
    "talous-",
    "bibliotek",
    "biblioteket",
    "simhall",
    "library",
    "libraries",
    "swimming",
    "judo",
    "ja",
    "och",
    "the",
    "naantali",
    "naantalissa",
    "vasa",
    "poika",
    "apua",
    "kuolla",
    "k",
    "sosku",
];

const FIELDS: [Field; 6] = [
    Field::Name,
    Field::Term,
    Field::Class,
    Field::TargetGroup,
    Field::Summary,
    Field::Description,
];
const LANGUAGES: [Language; 4] = [Language::Fi, Language::Sv, Language::En, Language::Se];
/// Naantali, its neighbour Turku, Vaasa, and Mariehamn in Åland.
const MUNICIPALITIES: [&str; 4] = ["529", "853", "905", "478"];
const COUNTIES: [&str; 3] = ["02", "14", "91"];
const CLASSES: [&str; 5] = ["P15.1", "P7.4", "P27.1", "P27.4", "P25"];
const GROUPS: [&str; 3] = ["KR1", "KR1.2", "KR2"];
const EVENTS: [&str; 3] = ["KE1", "KE5", "KE13"];
const PROVIDERS: [&str; 3] = ["Municipality", "Company", "Organization"];
const SPOKEN: [&str; 3] = ["fi", "sv", "ar"];
const CHANNELS: [&str; 3] = ["EChannel", "Phone", "ServiceLocation"];

/// A few needs: one of wellbeing, one of money, one of danger.
pub fn needs() -> &'static [Need] {
    static NEEDS: LazyLock<Vec<Need>> = LazyLock::new(|| {
        let fi = Language::Fi;
        vec![
            Need {
                name: "velkaneuvonta",
                classes: vec!["P15.1", "P7.4"],
                finds: vec!["velkaneuvonta", "talous- ja velkaneuvonta", "neuvonta"],
                phrases: vec![(fi, "velat"), (fi, "apua velkoihin"), (Language::En, "debt")],
                ..Need::default()
            },
            Need {
                name: "uinti",
                classes: vec!["P27.1"],
                finds: vec!["uimahalli", "uinti"],
                phrases: vec![(fi, "mihin uimaan"), (Language::Sv, "simhall"), (fi, "judo halli")],
                ..Need::default()
            },
            Need {
                name: "liikuntaneuvonta",
                classes: vec!["P27.4", "P27.1", "P25"],
                finds: vec!["liikuntaneuvonta", "kuntosali"],
                phrases: vec![(fi, "kunto loppui"), (fi, "poika ei liiku")],
                ..Need::default()
            },
            Need {
                name: "itsemurhan ehkäisy",
                classes: vec!["P25"],
                finds: vec!["apua"],
                phrases: vec![(fi, "haluan kuolla"), (fi, "poika haluaa kuolla")],
                is_crisis: true,
                ..Need::default()
            },
        ]
    });
    &NEEDS
}

fn text(length: Range<usize>) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&WORDS[..]), length)
        .prop_map(|words| words.join(" "))
}

fn some(values: &'static [&'static str], most: usize) -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(prop::sample::select(values).prop_map(str::to_owned), 0..=most)
}

fn perhaps(values: &'static [&'static str]) -> impl Strategy<Value = Option<String>> {
    let value = prop::sample::select(values).prop_map(str::to_owned);
    prop::option::weighted(0.3, value)
}

fn themes(most: usize) -> impl Strategy<Value = Themes> {
    prop::collection::vec(0_u8..4, 0..=most).prop_map(|themes| themes.into_iter().collect())
}

fn coverage() -> impl Strategy<Value = Coverage> {
    let codes = some(&MUNICIPALITIES, 3);
    let limited = codes.prop_map(|codes| Coverage::Municipalities(BTreeSet::from_iter(codes)));
    prop_oneof![1 => Just(Coverage::All), 1 => Just(Coverage::AllExceptAland), 3 => limited]
}

/// A service; its id stands for nothing and may occur twice.
pub fn document() -> impl Strategy<Value = Document> {
    let one = (prop::sample::select(&FIELDS[..]), prop::sample::select(&LANGUAGES[..]), text(0..7));
    let texts = prop::collection::vec(one, 0..5);
    let labels = (
        some(&CLASSES, 2),
        some(&GROUPS, 2),
        some(&EVENTS, 2),
        some(&SPOKEN, 2),
        some(&CHANNELS, 2),
    );
    // Few enough places that several services are as far.
    let places = prop::collection::vec((0_u32..8, 0_u32..8), 0..3);
    let of = (perhaps(&PROVIDERS), perhaps(&["a", "b"]), any::<bool>(), any::<bool>(), places);
    (0_u8..60, texts, coverage(), themes(2), labels, of).prop_map(
        |(id, texts, coverage, themes, labels, of)| {
            let (classes, target_groups, life_events, languages, channel_kinds) = labels;
            let (provider_kind, organisation, is_free, is_remote, places) = of;
            Document {
                id: format!("{id:02}"),
                organisation,
                texts,
                coverage,
                themes,
                classes,
                target_groups,
                life_events,
                provider_kind,
                languages,
                is_free,
                channel_kinds,
                is_remote,
                places: super::distance::spots(&places),
            }
        },
    )
}

/// Services: few, or more than fill the first pages.
pub fn documents() -> impl Strategy<Value = Vec<Document>> {
    prop_oneof![
        3 => prop::collection::vec(document(), 0..40),
        1 => prop::collection::vec(document(), 150..220),
    ]
}

/// A query: most filters are seldom there, or nothing would be found.
pub fn query() -> impl Strategy<Value = Query> {
    let seldom = |values| prop_oneof![4 => Just(Vec::new()), 1 => some(values, 2)];
    let reach = prop::sample::select(&[Reach::Here, Reach::Neighbours, Reach::Elsewhere][..]);
    let place = (perhaps(&["529", "905", "478", "000"]), reach, perhaps(&COUNTIES));
    let themes = prop_oneof![3 => Just(Themes::default()), 1 => themes(2)];
    let labels = (
        seldom(&CLASSES),
        seldom(&GROUPS),
        seldom(&EVENTS),
        seldom(&SPOKEN),
        seldom(&CHANNELS),
        seldom(&PROVIDERS),
    );
    let flags = (prop::bool::weighted(0.1), prop::bool::weighted(0.1));
    let organisation = prop::option::weighted(0.1, prop::sample::select(&["a", "b", "c"][..]));
    let language = prop::option::of(prop::sample::select(&LANGUAGES[..]));
    let sort = prop::sample::select(&[Sort::Fit, Sort::Name, Sort::Distance][..]);
    let from = prop::option::weighted(0.7, (0_u32..8, 0_u32..8));
    let page = ((sort, from), 0_usize..4, prop_oneof![Just(100_usize), 0_usize..30]);
    (text(0..6), place, themes, labels, flags, organisation, language, page).prop_map(
        |(text, place, themes, labels, flags, organisation, language, page)| {
            let (municipality, reach, county) = place;
            let (classes, target_groups, life_events, languages, channel_kinds, provider_kinds) =
                labels;
            let (is_free, is_remote) = flags;
            Query {
                text,
                municipality,
                reach,
                themes,
                classes,
                county,
                target_groups,
                life_events,
                languages,
                channel_kinds,
                is_free,
                is_remote,
                provider_kinds,
                organisation: organisation.map(str::to_owned),
                language,
                with_reasons: false,
                without_facets: false,
                sort: page.0.0,
                from: page.0.1,
                offset: page.1,
                limit: page.2,
            }
        },
    )
}
