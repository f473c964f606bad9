//! What a map is drawn on: borders, and the pictures of a layer where the county has one.

use app::borders::Borders;
use domain::reference::County;
use geo::{Bounds, Tile, View};

use super::bounds_of_county;
use crate::config::MapTiles;
use crate::view::text::Text;

/// How far beyond its county a layer reaches, in hundredths of the county's size: as far as the map of a
/// municipality at its edge may.
const BEYOND: i32 = 25;
/// The most pictures of a map.
const MOST: usize = 48;
/// By how much a picture laps over the next, in units: so that no line shows between them.
const LAP: f64 = 0.4;

/// What there is to draw on.
#[derive(Clone, Copy)]
pub(crate) struct Ground<'a> {
    pub(crate) borders: &'a Borders,
    pub(crate) tiles: Option<&'a MapTiles>,
}

/// A picture of a layer, in the drawing.
pub(crate) struct Image {
    pub(crate) href: String,
    pub(crate) x: String,
    pub(crate) y: String,
    pub(crate) side: String,
}

/// Whose the pictures are.
pub(crate) struct Attribution {
    pub(crate) text: Text,
    pub(crate) href: String,
}

/// The area of a county's layer, or of the whole country's.
#[must_use]
pub fn map_area(county: Option<&County>) -> Option<Bounds> {
    let area = bounds_of_county(county)?;
    let size = (area.high.east - area.low.east).max(area.high.north - area.low.north);
    Some(area.grown(size / 100 * BEYOND))
}

/// The pictures under a drawing; none where the layer has none for it.
pub(super) fn images(view: &View, tiles: &MapTiles) -> Vec<Image> {
    let mut covering = Tile::covering(view, tiles.layer.zooms());
    covering.retain(|tile| tiles.layer.has(*tile));
    if covering.len() > MOST {
        return Vec::new();
    }
    let image = |tile: Tile| {
        let (left, top, side) = tile.place(view);
        Image {
            href: crate::tiles::path(tile),
            x: format!("{left:.1}"),
            y: format!("{top:.1}"),
            side: format!("{:.1}", side + LAP),
        }
    };
    covering.into_iter().map(image).collect()
}
