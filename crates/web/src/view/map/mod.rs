//! Maps as drawings that the server makes: municipalities, names and marks of places, as SVG within the page.
//! Where the county has a layer of pictures they lie under it, by our own address. Without borders the municipalities are drawn as points: a schematic map.
//!
//! A map stands beside a list that says the same; its marks lead to the list's items.

mod ground;
mod land;
mod names;
mod places;

use app::borders::Borders;
use domain::reference::{County, Municipality, municipalities};
use geo::{Bounds, Point, View, projection, spread};

use crate::texts::Texts;
use crate::view::text::{Text, alphabetical};
use ground::images;
pub use ground::map_area;
pub(crate) use ground::{Attribution, Ground, Image};
pub(crate) use land::Land;
use land::lands;
pub(crate) use names::Label;
use names::labels;
pub(crate) use places::PlaceMap;

/// How wide a drawing is, in its own units. It is shown as wide as its column.
const WIDTH: f64 = 800.0;
/// How high it may be.
const LOWEST: f64 = 420.0;
const HIGHEST: f64 = 1000.0;
/// How wide a mark is: so that on the narrowest page it is a target still.
const MARK: f64 = 66.0;
/// How much is seen around what is shown, in hundredths of its size.
const MARGIN: i32 = 8;
/// How far around a municipality without borders the map reaches, in metres.
const AROUND_CENTRE: i32 = 15_000;
/// The least that a map shows, in metres: what is smaller has nothing to go by.
const LEAST: i32 = 4_000;

/// A map, ready to show.
pub(crate) struct Map {
    /// For the ids of its parts.
    pub(crate) id: &'static str,
    pub(crate) view_box: String,
    pub(crate) title: String,
    /// The pictures under it.
    pub(crate) images: Vec<Image>,
    pub(crate) lands: Vec<Land>,
    /// The municipalities that lead somewhere, by name: address and what the link is called. Points on a
    /// narrow page are small to press.
    pub(crate) towns: Vec<(String, String)>,
    pub(crate) labels: Vec<Label>,
    pub(crate) marks: Vec<Mark>,
    pub(crate) scale: Scale,
    /// What is to be known of it: what it leaves out, and whose the borders are.
    pub(crate) notes: Vec<String>,
    /// Whose the pictures are, where there are some.
    pub(crate) attribution: Option<Attribution>,
}

/// A mark of a place.
pub(crate) struct Mark {
    /// Where the place is.
    pub(crate) at: (i32, i32),
    /// Where the mark stands: beside the place, where another is in its way.
    pub(crate) stands: (i32, i32),
    pub(crate) is_moved: bool,
    /// None where it is the only one.
    pub(crate) number: Option<String>,
    pub(crate) href: String,
    pub(crate) name: String,
}

/// How long so many kilometres are.
pub(crate) struct Scale {
    pub(crate) text: String,
    pub(crate) path: String,
    pub(crate) x: i32,
    pub(crate) y: i32,
}

/// A place to mark.
pub(crate) struct Place {
    pub(crate) point: Point,
    /// Its number in the list; none where there is but one.
    pub(crate) number: Option<usize>,
    /// What the mark is called for those who do not see it.
    pub(crate) name: String,
    /// The item of the list that says the same.
    pub(crate) href: String,
}

/// What a map shows.
pub(crate) struct Plan<'a> {
    pub(crate) id: &'static str,
    pub(crate) title: String,
    pub(crate) bounds: Bounds,
    /// The county whose municipalities stand out; none where all do.
    pub(crate) county: Option<&'static County>,
    /// The municipality that stands out most.
    pub(crate) here: Option<&'static Municipality>,
    pub(crate) places: Vec<Place>,
    /// Where a municipality leads, and what the link is called; none for one that leads nowhere.
    pub(crate) link: &'a dyn Fn(&'static Municipality) -> Option<(String, String)>,
}

impl Map {
    pub(crate) fn new(plan: Plan<'_>, ground: Ground<'_>, t: Texts) -> Self {
        let borders = ground.borders;
        let view = View::around(roomy(plan.bounds), WIDTH, LOWEST..=HIGHEST);
        let (inside, outside): (Vec<_>, Vec<_>) =
            plan.places.into_iter().partition(|place| view.holds(view.place(place.point)));
        let at: Vec<(f64, f64)> = inside.iter().map(|place| view.place(place.point)).collect();
        let stands = spread(&at, MARK, (view.width, view.height));
        let lands = lands(&view, borders, plan.county, plan.here, plan.link);
        let labels = labels(&view, &lands, &stands, t.0);
        let mut linked: Vec<&Land> = lands.iter().filter(|land| land.link.is_some()).collect();
        linked.sort_by_cached_key(|land| alphabetical(land.municipality.name(t.0)));
        let towns = linked.into_iter().filter_map(|land| land.link.clone()).collect();
        let marks = inside.into_iter().zip(at.into_iter().zip(stands));
        let images = ground.tiles.map(|tiles| images(&view, tiles)).unwrap_or_default();
        let attribution = ground.tiles.filter(|_| !images.is_empty()).and_then(|tiles| {
            let text = Text::best(&tiles.attribution, t.0)?;
            Some(Attribution { text, href: tiles.attribution_link.clone() })
        });
        let is_schematic = images.is_empty() && lands.iter().any(|land| land.path.is_none());
        let notes = [
            (!outside.is_empty()).then(|| t.count("map-outside", outside.len()).into_owned()),
            is_schematic.then(|| t.get("map-schematic").into_owned()),
            (!borders.is_empty()).then(|| t.name("map-borders", borders.source()).into_owned()),
        ];
        Self {
            id: plan.id,
            view_box: format!("0 0 {} {}", view.width, view.height),
            title: plan.title,
            images,
            lands,
            towns,
            labels,
            marks: marks.map(|(place, (at, stands))| Mark::new(place, at, stands)).collect(),
            scale: Scale::of(&view),
            notes: notes.into_iter().flatten().collect(),
            attribution,
        }
    }
}

impl Mark {
    fn new(place: Place, at: (f64, f64), stands: (f64, f64)) -> Self {
        Self {
            at: whole(at),
            stands: whole(stands),
            is_moved: (at.0 - stands.0).hypot(at.1 - stands.1) > MARK / 2.0,
            number: place.number.map(|number| number.to_string()),
            href: place.href,
            name: place.name,
        }
    }
}

impl Scale {
    /// A round number of kilometres that takes up to a quarter of the width, at the lower left.
    fn of(view: &View) -> Self {
        let most = view.metres_per_unit() * view.width / 4.0;
        let fits = |metres: &&u32| f64::from(**metres) <= most;
        let metres = METRES.iter().rev().find(fits).copied().unwrap_or(METRES[0]);
        let (length, _) = whole((f64::from(metres) / view.metres_per_unit(), 0.0));
        let (x, y) = (24, whole((0.0, view.height)).1 - 24);
        let text =
            if metres < 1000 { format!("{metres} m") } else { format!("{} km", metres / 1000) };
        Self { text, path: format!("M{x} {}v12h{length}v-12", y - 12), x: x + 8, y: y - 20 }
    }
}

/// The lengths that a scale may have, in metres.
const METRES: [u32; 10] =
    [500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000];

#[expect(clippy::cast_possible_truncation, reason = "a drawing is some thousand units wide")]
fn whole((across, down): (f64, f64)) -> (i32, i32) {
    (across.round() as i32, down.round() as i32)
}

/// The box with what is seen around it, and not too small.
fn roomy(bounds: Bounds) -> Bounds {
    let size = (bounds.high.east.saturating_sub(bounds.low.east))
        .max(bounds.high.north.saturating_sub(bounds.low.north));
    bounds.grown((size / 100 * MARGIN).max((LEAST - size) / 2))
}

/// The box around a municipality: of its borders, or around its centre.
pub(crate) fn bounds_of(place: &Municipality, borders: &Borders) -> Option<Bounds> {
    let drawn = borders.of(place.code).and_then(geo::Shape::bounds);
    drawn.or_else(|| {
        let centre = projection::metres(place.latitude, place.longitude)?;
        Some(Bounds::of([centre])?.grown(AROUND_CENTRE))
    })
}

/// The box around a county's municipalities, or around those of the whole country: their centres with some
/// land around, since their borders go far out to sea.
pub(crate) fn bounds_of_county(county: Option<&County>) -> Option<Bounds> {
    let shown = municipalities().iter().filter(|one| county.is_none_or(|it| it.code == one.county));
    let centres = shown.filter_map(|one| projection::metres(one.latitude, one.longitude));
    Some(Bounds::of(centres)?.grown(AROUND_CENTRE))
}

/// The box around places, with some land around to see where they are; none where there is no place.
pub(crate) fn bounds_of_places(places: impl Iterator<Item = Point>) -> Option<Bounds> {
    Some(Bounds::of(places)?.grown(AROUND_CENTRE))
}
