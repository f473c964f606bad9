//! The municipalities of a map.

use app::borders::Borders;
use domain::reference::{County, Municipality, municipalities};
use geo::{View, clip, path, projection};

use super::whole;

/// How far beyond its edges a drawing goes on, so that nobody sees where shapes are cut, in units.
const BEYOND: f64 = 12.0;

/// A municipality: its shape, or its centre where it has none.
pub(crate) struct Land {
    pub(super) municipality: &'static Municipality,
    /// The shape as a path.
    pub(crate) path: Option<String>,
    pub(crate) centre: (i32, i32),
    /// Whether it is of the county that is shown.
    pub(crate) is_ours: bool,
    /// Whether it is the one that was chosen.
    pub(crate) is_here: bool,
    /// Where it leads, and what the link is called.
    pub(crate) link: Option<(String, String)>,
}

/// The municipalities that are seen; the county's own after the others, whose edges they would cover.
pub(super) fn lands(
    view: &View,
    borders: &Borders,
    county: Option<&'static County>,
    here: Option<&'static Municipality>,
    link: &dyn Fn(&'static Municipality) -> Option<(String, String)>,
) -> Vec<Land> {
    let seen = view.bounds();
    let mut lands = Vec::new();
    for one in municipalities() {
        let is_ours = county.is_none_or(|county| county.code == one.county);
        let Some(centre) = projection::metres(one.latitude, one.longitude) else { continue };
        let place = view.place(centre);
        let path = borders.of(one.code).is_some().then(|| drawn(view, borders, one.code));
        let is_seen = match &path {
            Some(path) => !path.is_empty(),
            // Points of others say nothing without the borders between.
            None => is_ours && seen.holds(centre),
        };
        if is_seen {
            lands.push(Land {
                municipality: one,
                path,
                centre: whole(place),
                is_ours,
                is_here: here.is_some_and(|here| here.code == one.code),
                link: link(one).filter(|_| is_ours),
            });
        }
    }
    lands.sort_by_key(|land| (land.is_ours, land.is_here));
    lands
}

/// What is seen of a municipality's shape, as a path.
fn drawn(view: &View, borders: &Borders, code: &str) -> String {
    let seen = view.bounds();
    let Some(shape) = borders.for_scale(code, view.metres_per_unit()) else {
        return String::new();
    };
    if !shape.bounds().is_some_and(|bounds| bounds.meets(seen)) {
        return String::new();
    }
    let high = (view.width + BEYOND, view.height + BEYOND);
    let cut = |ring: &Vec<geo::Point>| {
        let places: Vec<(f64, f64)> = ring.iter().map(|point| view.place(*point)).collect();
        clip(&places, (-BEYOND, -BEYOND), high)
    };
    path(&shape.rings.iter().map(cut).collect::<Vec<_>>())
}
