//! Choices and counts.

use std::sync::LazyLock;

use domain::Language::Fi;

use super::{ids, index, plain, service};
use crate::{
    Coverage, Document, FacetCode, Facets, Field, Hits, Index, MatchKind, Query, Reach, Sort,
    Themes,
};

/// Services that differ in one kind of label each, all found by one word.
fn clubs() -> &'static Index {
    static CLUBS: LazyLock<Index> = LazyLock::new(|| {
        let strings = |values: &[&str]| values.iter().map(|one| (*one).to_owned()).collect();
        let club = |id: &str, theme: u8, class: &str, kind: &str| Document {
            themes: [theme].into_iter().collect(),
            classes: strings(&[class]),
            provider_kind: Some(kind.to_owned()),
            organisation: Some(format!("of-{id}")),
            ..service(id, "Kerho")
        };
        index(
            plain(),
            &[
                Document {
                    target_groups: strings(&["KR1", "KR1.2"]),
                    life_events: strings(&["KE13"]),
                    languages: strings(&["fi", "sv"]),
                    channel_kinds: strings(&["Phone"]),
                    is_free: true,
                    ..club("a", 0, "P1", "Company")
                },
                Document {
                    target_groups: strings(&["KR2"]),
                    languages: strings(&["fi"]),
                    channel_kinds: strings(&["Phone", "EChannel"]),
                    is_remote: true,
                    ..club("b", 1, "P1", "Municipality")
                },
                Document {
                    languages: strings(&["ar"]),
                    channel_kinds: strings(&["ServiceLocation"]),
                    ..club("c", 2, "P2", "Company")
                },
            ],
        )
    });
    &CLUBS
}

fn strings(values: &[&str]) -> Vec<String> {
    values.iter().map(|one| (*one).to_owned()).collect()
}

fn counts(values: &[(&str, usize)]) -> Vec<(FacetCode, usize)> {
    values.iter().map(|(value, count)| ((*value).into(), *count)).collect()
}

/// The same answer is due with words and without.
fn chosen(query: Query) -> Hits {
    let listed = clubs().search(&Query { text: String::new(), ..query.clone() });
    let hits = clubs().search(&Query { text: "kerho".to_owned(), ..query });
    assert_eq!(ids(&listed), ids(&hits));
    assert_eq!(listed.facets, hits.facets);
    hits
}

#[test]
fn within_a_kind_any_value_fits_and_between_kinds_all_must() {
    let themes: Themes = [0, 1].into_iter().collect();
    let all = Query::new("");
    assert_eq!(ids(&chosen(Query { themes, ..all.clone() })), ["a", "b"]);
    let both = Query { themes, provider_kinds: strings(&["Company"]), ..all.clone() };
    assert_eq!(ids(&chosen(both)), ["a"]);
    let classes = Query { classes: strings(&["P2", "P9"]), ..all.clone() };
    assert_eq!(ids(&chosen(classes)), ["c"]);
    let none = Query { classes: strings(&["P9"]), ..all };
    assert_eq!(chosen(none).total, 0);
}

#[test]
fn every_kind_of_label_is_a_filter() {
    let all = Query::new("");
    for (query, expected) in [
        (Query { target_groups: strings(&["KR1.2", "KR9"]), ..all.clone() }, vec!["a"]),
        (Query { life_events: strings(&["KE13", "KE1"]), ..all.clone() }, vec!["a"]),
        (Query { languages: strings(&["fi"]), ..all.clone() }, vec!["a", "b"]),
        (Query { languages: strings(&["sv", "ar"]), ..all.clone() }, vec!["a", "c"]),
        (Query { channel_kinds: strings(&["Phone"]), ..all.clone() }, vec!["a", "b"]),
        (Query { provider_kinds: strings(&["Municipality"]), ..all.clone() }, vec!["b"]),
        (Query { is_free: true, ..all.clone() }, vec!["a"]),
        (Query { is_remote: true, ..all.clone() }, vec!["b"]),
        (Query { is_free: true, is_remote: true, ..all.clone() }, vec![]),
        (Query { organisation: Some("of-c".to_owned()), ..all.clone() }, vec!["c"]),
        (Query { organisation: Some("of-nobody".to_owned()), ..all }, vec![]),
    ] {
        assert_eq!(ids(&chosen(query.clone())), expected, "{query:?}");
    }
}

#[test]
fn the_counts_of_a_kind_ignore_its_own_choice_and_no_other() {
    let themes: Themes = [0].into_iter().collect();
    let facets = chosen(Query { themes, ..Query::new("") }).facets;
    assert_eq!(facets.themes, [(0, 1), (1, 1), (2, 1)]);
    assert_eq!(facets.provider_kinds, counts(&[("Company", 1)]));
    assert_eq!(facets.classes, counts(&[("P1", 1)]));
    assert_eq!(facets.target_groups, counts(&[("KR1", 1), ("KR1.2", 1)]));
    assert_eq!(facets.life_events, counts(&[("KE13", 1)]));
    assert_eq!(facets.languages, counts(&[("fi", 1), ("sv", 1)]));
    assert_eq!(facets.channel_kinds, counts(&[("Phone", 1)]));
    assert_eq!((facets.free, facets.remote, facets.nationwide), (1, 0, 1));
    let classes = strings(&["P1"]);
    let facets = chosen(Query { classes, ..Query::new("") }).facets;
    assert_eq!(facets.classes, counts(&[("P1", 2), ("P2", 1)]));
    assert_eq!(facets.themes, [(0, 1), (1, 1)]);
    assert_eq!((facets.free, facets.remote), (1, 1));
    let facets = chosen(Query { is_free: true, ..Query::new("") }).facets;
    assert_eq!((facets.free, facets.remote, facets.nationwide), (1, 0, 1));
}

#[test]
fn counts_are_of_all_hits_and_not_of_the_page() {
    let query = Query { limit: 1, offset: 1, ..Query::new("kerho") };
    let hits = clubs().search(&query);
    assert_eq!((hits.hits.len(), hits.total, hits.facets.nationwide), (1, 3, 3));
    assert_eq!(hits.facets.languages, counts(&[("ar", 1), ("fi", 2), ("sv", 1)]));
}

#[test]
fn an_answer_without_facets_is_otherwise_the_same() {
    for text in ["", "kerho"] {
        let query = Query { languages: strings(&["fi"]), ..Query::new(text) };
        let counted = clubs().search(&query);
        let uncounted = clubs().search(&Query { without_facets: true, ..query.clone() });
        assert_ne!(counted.facets, uncounted.facets);
        assert_eq!(uncounted, Hits { facets: Facets::default(), ..counted.clone() });
        // Nothing of it is left over for the next.
        assert_eq!(clubs().search(&query), counted);
    }
}

fn places() -> Index {
    index(
        plain(),
        &[
            service("nationwide", "Neuvonta"),
            Document { coverage: Coverage::AllExceptAland, ..service("mainland", "Neuvonta") },
            service("own", "Neuvonta").in_municipalities(&["529", "853"]),
            service("elsewhere", "Neuvonta").in_municipalities(&["905"]),
            service("island", "Neuvonta").in_municipalities(&["478"]),
            service("nowhere", "Neuvonta").in_municipalities(&[]),
        ],
    )
}

fn in_place(municipality: Option<&str>, county: Option<&str>, text: &str) -> Hits {
    let [municipality, county] = [municipality, county].map(|code| code.map(str::to_owned));
    places().search(&Query { municipality, county, ..Query::new(text) })
}

fn county(code: &str) -> &'static str {
    domain::reference::municipality(code).unwrap().county
}

#[test]
fn a_municipality_filters_and_its_own_services_come_before_nationwide_ones() {
    for text in ["neuvonta", ""] {
        let hits = in_place(Some("529"), None, text);
        assert_eq!(ids(&hits), ["own", "mainland", "nationwide"]);
        assert_eq!(in_place(None, None, text).total, 6);
        assert_eq!(ids(&in_place(Some("000"), None, text)), ["mainland", "nationwide"]);
    }
}

#[test]
fn a_county_lets_through_what_is_had_somewhere_in_it() {
    let own = county("529");
    assert_eq!(ids(&in_place(None, Some(own), "neuvonta")), ["own", "mainland", "nationwide"]);
    let both = in_place(Some("853"), Some(own), "neuvonta");
    assert_eq!(ids(&both), ["own", "mainland", "nationwide"]);
    let apart = in_place(Some("529"), Some(county("905")), "neuvonta");
    assert_eq!(ids(&apart), ["mainland", "nationwide"]);
}

#[test]
fn what_the_neighbours_have_and_what_is_elsewhere_leave_out_the_place_and_the_country() {
    let hits = |reach, code: &str| {
        let municipality = Some(code.to_owned());
        let query = Query { municipality, reach, ..Query::new("neuvonta") };
        ids(&places().search(&query))
    };
    // Raisio touches Naantali and Turku.
    assert_eq!(hits(Reach::Neighbours, "680"), ["own"]);
    assert_eq!(hits(Reach::Elsewhere, "680"), ["elsewhere", "island", "nowhere"]);
    assert!(hits(Reach::Neighbours, "529").is_empty(), "its own are not the neighbours'");
    let anywhere = Query { reach: Reach::Neighbours, ..Query::new("neuvonta") };
    assert_eq!(places().search(&anywhere).total, 6, "without a place it says nothing");
}

#[test]
fn by_name_the_order_is_the_alphabets_however_well_each_fits() {
    let named = |id: &str, name: &str| service(id, name).in_municipalities(&["529"]);
    let index = index(
        plain(),
        &[
            named("1", "Uinti"),
            named("2", "Ålands uinti ja uinti"),
            named("3", "Aikuisten uinti"),
            service("4", "Äidin uinti"),
        ],
    );
    let by_name =
        Query { sort: Sort::Name, municipality: Some("529".to_owned()), ..Query::new("uinti") };
    assert_eq!(ids(&index.search(&by_name)), ["3", "1", "2", "4"]);
    let second = Query { offset: 1, limit: 2, ..by_name.clone() };
    assert_eq!(ids(&index.search(&second)), ["1", "2"]);
    let by_fit = Query { sort: Sort::Fit, ..by_name };
    assert_eq!(ids(&index.search(&by_fit))[0], "1");
}

#[test]
fn what_other_filters_leave_of_what_fits_is_near_but_another_place_is_in_vain() {
    let long = "Kuoro laulaa ja esiintyy, tapaa ystäviä ja matkustaa. ".repeat(20)
        + "Lähellä on uimahalli.";
    let choir = service("2", "Kuoro").with(Field::Description, Fi, &long);
    let here = service("1", "Uimahalli").in_municipalities(&["529"]);
    let index = index(plain(), &[here, Document { is_free: true, ..choir }]);
    let asked = |is_free, place: &str| {
        let municipality = Some(place.to_owned());
        let query = Query { municipality, is_free, ..Query::new("uimahalli") };
        let hits = index.search(&query);
        assert!(hits.total > 0, "{place}");
        (hits.match_kind, hits.confidence >= 0.0)
    };
    assert_eq!(asked(false, "529"), (MatchKind::AllWords, true));
    assert_eq!(asked(true, "529"), (MatchKind::Near, false));
    assert_eq!(asked(false, "905"), (MatchKind::Nothing, false));
    assert_eq!(asked(true, "905"), (MatchKind::Nothing, false));
}

#[test]
fn aland_is_not_reached_by_what_leaves_it_out() {
    let aland = domain::reference::ALAND_COUNTY;
    for (municipality, county) in
        [(Some("478"), None), (None, Some(aland)), (Some("478"), Some(aland))]
    {
        assert_eq!(ids(&in_place(municipality, county, "neuvonta")), ["island", "nationwide"]);
    }
}

#[test]
fn places_are_counted_beside_the_nationwide_whatever_place_is_chosen() {
    for municipality in [None, Some("905")] {
        let facets = in_place(municipality, None, "neuvonta").facets;
        assert_eq!(facets.nationwide, 2);
        assert_eq!(
            facets.municipalities,
            counts(&[("478", 1), ("529", 1), ("853", 1), ("905", 1)])
        );
        let mut expected = counts(&[(county("478"), 1), (county("529"), 1), (county("905"), 1)]);
        expected.sort();
        assert_eq!(facets.counties, expected);
    }
}

#[test]
fn the_code_of_a_merged_municipality_means_the_one_of_today() {
    let merged = domain::reference::former_municipalities()
        .iter()
        .find(|former| former.today == "529")
        .unwrap();
    let hits = in_place(Some(merged.code), None, "neuvonta");
    assert_eq!(ids(&hits), ["own", "mainland", "nationwide"]);
}

#[test]
fn an_organisations_services_are_listed_in_order_of_name() {
    let of = |id: &str, name: &str| Document {
        organisation: Some("town".to_owned()),
        ..service(id, name)
    };
    let index = index(plain(), &[of("1", "Uinti"), of("2", "Judo"), service("3", "Aikido")]);
    assert_eq!(ids(&index.by_organisation("town", None, 0, 10)), ["2", "1"]);
    assert_eq!(ids(&index.by_organisation("town", None, 1, 10)), ["1"]);
    assert_eq!(index.by_organisation("nobody", None, 0, 10).total, 0);
}
