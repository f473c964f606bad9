//! The results of a page on a map, keyed to their list by numbers.

use app::catalogue::{FoundService, Results};
use domain::reference::{County, Municipality};
use geo::Point;

use crate::address::SearchAddress;
use crate::texts::Texts;
use crate::view::map::{Ground, Map, Place, Plan, bounds_of, bounds_of_county, bounds_of_places};
use crate::view::text::Text;

/// A way to see the results.
pub(super) struct View {
    pub(super) id: &'static str,
    pub(super) name: String,
    pub(super) href: String,
    pub(super) is_current: bool,
}

/// The ways to see the results; none where there are none.
pub(super) fn views(address: &SearchAddress, results: &Results, t: Texts) -> Vec<View> {
    if results.total == 0 || !results.fits() {
        return Vec::new();
    }
    let view = |is_map, id, key| View {
        id,
        name: t.get(key).into_owned(),
        href: address.shown(is_map).path(t.0),
        is_current: address.is_map == is_map,
    };
    vec![view(false, "view-list", "view-list"), view(true, "view-map", "view-map")]
}

/// The map of a page of results, where one is asked for.
pub(super) fn of_results(
    address: &SearchAddress,
    results: &Results,
    county: Option<&'static County>,
    first: usize,
    ground: Ground<'_>,
    t: Texts,
) -> Option<Map> {
    if !address.is_map || results.total == 0 || !results.fits() {
        return None;
    }
    let places: Vec<Place> = results
        .services
        .iter()
        .zip(first..)
        .filter_map(|(found, number)| place(found, number, t))
        .collect();
    let here = address.municipality;
    let bounds = match here {
        Some(here) => bounds_of(here, ground.borders),
        None if county.is_none() => bounds_of_places(places.iter().map(|place| place.point))
            .or_else(|| bounds_of_county(None)),
        None => bounds_of_county(county),
    }?;
    let (shown, marked) = (results.services.len(), places.len());
    let link = |one: &'static Municipality| to(address, results, one, t);
    let plan = Plan {
        id: "results-map",
        title: t.get("map-results-title").into_owned(),
        bounds,
        county: county.filter(|_| here.is_none()),
        here,
        places,
        link: &link,
    };
    let mut map = Map::new(plan, ground, t);
    let missing = match (marked, shown - marked) {
        (0, _) => Some(t.get("map-none")),
        (_, 0) => None,
        (_, missing) => Some(t.count("map-missing", missing)),
    };
    map.notes.splice(0..0, missing.map(std::borrow::Cow::into_owned));
    Some(map)
}

/// The first place of a result of which it is known where it is.
fn place(found: &FoundService, number: usize, t: Texts) -> Option<Place> {
    let one = &found.summary;
    let mut coordinates = one.channels.iter().filter_map(|channel| channel.coordinate.as_ref());
    let point = coordinates.find_map(|it| Point::rounded(it.easting, it.northing))?;
    let name = Text::best_or(&one.names, t, "name-missing").value;
    let href = format!("#{}", anchor(number, t));
    let number_in_words = number.to_string();
    let name = t.with("map-mark", &[("number", &number_in_words), ("name", &name)]).into_owned();
    let number = Some(number);
    Some(Place { point, number, name, href })
}

/// What the item of a number in the list is called in links within the page.
pub(super) fn anchor(number: usize, t: Texts) -> String {
    format!("{}-{number}", t.get("map-anchor"))
}

/// The search in a municipality that has some of the results.
fn to(
    address: &SearchAddress,
    results: &Results,
    one: &'static Municipality,
    t: Texts,
) -> Option<(String, String)> {
    let counted = results.municipalities.iter().find(|(place, _)| place.code == one.code);
    let (place, count) = counted.filter(|(place, _)| address.municipality != Some(*place))?;
    let name = t.count_of("map-municipality", *count, place.name(t.0)).into_owned();
    Some((address.with_municipality(Some(place)).path(t.0), name))
}
