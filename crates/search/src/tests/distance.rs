//! The order by distance.

use crate::Spot;
use crate::query::{Query, Sort};
use crate::tests::{index, plain, service};

/// Places, whose channels are counted from 1.
pub fn spots(places: &[(u32, u32)]) -> Vec<Spot> {
    let spot =
        |((east, north), channel): (&(u32, u32), u32)| Spot { east: *east, north: *north, channel };
    places.iter().zip(1..).map(spot).collect()
}

fn by_distance(
    from: Option<(u32, u32)>,
    offset: usize,
    limit: usize,
) -> Vec<(String, Option<u32>)> {
    let at = |id: &str, name: &str, places: &[(u32, u32)]| crate::Document {
        places: spots(places),
        ..service(id, name)
    };
    let index = index(
        plain(),
        &[
            at("none", "Uinti a", &[]),
            at("far", "Uinti b", &[(200_000, 6_800_000)]),
            at("near", "Uinti c", &[(900_000, 7_000_000), (203_000, 6_704_000)]),
            at("here", "Uinti d", &[(200_000, 6_700_000)]),
            at("none too", "Uinti b", &[]),
        ],
    );
    let query = Query { sort: Sort::Distance, from, offset, limit, ..Query::new("uinti") };
    let hits = index.search(&query);
    assert_eq!(hits.total, 5);
    hits.hits.into_iter().map(|hit| (hit.id, hit.distance)).collect()
}

#[test]
fn the_nearest_place_counts_and_what_has_none_comes_last_by_name() {
    let from = Some((200_000, 6_700_000));
    let all = by_distance(from, 0, 10);
    let expected = [
        ("here", Some(0)),
        ("near", Some(5_000)),
        ("far", Some(100_000)),
        ("none", None),
        ("none too", None),
    ];
    let expected: Vec<_> = expected.map(|(id, far)| (id.to_owned(), far)).into();
    assert_eq!(all, expected);
    assert_eq!(by_distance(from, 1, 2), expected[1..3], "a page of them");
    assert_eq!(by_distance(from, 4, 2), expected[4..], "the last page");
    assert!(by_distance(from, 9, 2).is_empty());
}

#[test]
fn where_it_is_not_known_from_where_the_order_is_that_of_fit() {
    let all = by_distance(None, 0, 10);
    assert_eq!(all[0], ("none".to_owned(), None));
    assert!(all.iter().all(|(_, far)| far.is_none()));
}

#[test]
fn the_channel_of_the_nearest_place_is_known_however_many_there_are() {
    let mut places: Vec<(u32, u32)> = (0..90).map(|number| (900_000, 7_000_000 + number)).collect();
    places[77] = (200_100, 6_700_000);
    let many = crate::Document { places: spots(&places), ..service("many", "Uinti") };
    let index = index(plain(), &[many, service("none", "Uinti")]);
    assert_eq!(index.nearest_channel("many", (200_000, 6_700_000)), Some(78));
    assert_eq!(index.nearest_channel("many", (900_000, 7_000_090)), Some(90));
    assert_eq!(index.nearest_channel("none", (200_000, 6_700_000)), None);
}
