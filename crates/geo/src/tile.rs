//! Finland's tiles: the plane of ETRS-TM35FIN cut into squares, the same for everybody (JHS 180).
//!
//! At zoom 0 a tile is 256 pixels of 8,192 metres; each zoom halves them. Columns count from the west, rows
//! from the north.

use std::ops::RangeInclusive;

use crate::{Bounds, Point, View};

/// The upper left corner of the first tile of every zoom, in metres.
const WEST: i32 = -548_576;
const NORTH: i32 = 8_388_608;
/// Metres a pixel at zoom 0.
const COARSEST: f64 = 8_192.0;
/// How wide the first tile is, in metres; two to the power of 21.
const FIRST: i32 = 1 << 21;
/// How much a pixel of a tile may be magnified, or how many units of a drawing it may take: more would be
/// blurred, less would take four times the tiles.
const MAGNIFIED: f64 = 1.6;

/// A tile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tile {
    /// From 0 to [`Tile::FINEST`].
    pub zoom: u8,
    /// From the west.
    pub column: u32,
    /// From the north.
    pub row: u32,
}

impl Tile {
    /// The finest zoom: half a metre a pixel.
    pub const FINEST: u8 = 14;

    /// The tile at a place of the grid; none where the grid has none.
    #[must_use]
    pub fn at(zoom: u8, column: u32, row: u32) -> Option<Self> {
        let is_there = zoom <= Self::FINEST && column >> zoom == 0 && row >> zoom == 0;
        is_there.then_some(Self { zoom, column, row })
    }

    /// What it shows of the plane; its eastern and southern edges are its neighbours'.
    #[must_use]
    pub fn bounds(self) -> Bounds {
        let side = side(self.zoom);
        let (west, north) = (WEST + metres(self.column, side), NORTH - metres(self.row, side));
        Bounds {
            low: Point { east: west, north: north - side },
            high: Point { east: west + side, north },
        }
    }

    /// The tiles of the zoom that suits a drawing, with which it is covered; none where the zooms that
    /// there are do not suit it.
    #[must_use]
    pub fn covering(view: &View, zooms: RangeInclusive<u8>) -> Vec<Self> {
        let wanted = (COARSEST / (view.metres_per_unit() * MAGNIFIED)).log2().ceil().max(0.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "from nought to some dozens; what is larger is cut"
        )]
        let zoom = (wanted as u8).min(*zooms.end()).min(Self::FINEST);
        if zoom < *zooms.start() {
            return Vec::new();
        }
        let (seen, side) = (view.bounds(), side(zoom));
        let count = 1_i32 << zoom;
        let cells = |from: i32, to: i32| {
            let first = from.div_euclid(side).clamp(0, count - 1);
            first.unsigned_abs()..=to.div_euclid(side).clamp(first, count - 1).unsigned_abs()
        };
        let columns = cells(
            seen.low.east.saturating_sub(WEST),
            seen.high.east.saturating_sub(WEST).saturating_sub(1),
        );
        let rows = cells(
            NORTH.saturating_sub(seen.high.north),
            NORTH.saturating_sub(seen.low.north).saturating_sub(1),
        );
        rows.flat_map(|row| columns.clone().map(move |column| Self { zoom, column, row }))
            .filter(|tile| tile.bounds().meets(seen))
            .collect()
    }

    /// Where it goes in a drawing: its left and upper edge and its side, in units.
    #[must_use]
    pub fn place(self, view: &View) -> (f64, f64, f64) {
        let Bounds { low, high } = self.bounds();
        let (left, top) = view.place(Point { east: low.east, north: high.north });
        (left, top, f64::from(side(self.zoom)) / view.metres_per_unit())
    }
}

/// How wide a tile is, in metres.
const fn side(zoom: u8) -> i32 {
    FIRST >> zoom
}

/// The metres of so many tiles; within the grid they fit.
fn metres(tiles: u32, side: i32) -> i32 {
    i32::try_from(i64::from(tiles) * i64::from(side)).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// By the corner and the resolutions of JHS 180.
    #[test]
    fn a_tile_is_where_the_recommendation_has_it() {
        assert!((f64::from(FIRST) - 256.0 * COARSEST).abs() < f64::EPSILON);
        let whole = Tile::at(0, 0, 0).unwrap().bounds();
        assert_eq!((whole.low.east, whole.high.north), (-548_576, 8_388_608));
        assert_eq!((whole.high.east, whole.low.north), (1_548_576, 6_291_456));
        // The railway station of Turku (239,500, 6,710,700) at 2 metres a pixel.
        let tile = Tile::at(12, 1539, 3277).unwrap();
        assert_eq!(tile.bounds().low, Point { east: 239_392, north: 6_710_272 });
        assert!(tile.bounds().holds(Point { east: 239_500, north: 6_710_700 }));
    }

    #[test]
    fn there_is_no_tile_outside_the_grid() {
        assert!(Tile::at(3, 7, 7).is_some());
        for (zoom, column, row) in
            [(3, 8, 0), (3, 0, 8), (15, 0, 0), (14, u32::MAX, 0), (255, 0, 0)]
        {
            assert_eq!(Tile::at(zoom, column, row), None, "{zoom} {column} {row}");
        }
    }

    #[test]
    fn a_drawing_finer_or_coarser_than_the_zooms_has_the_finest_or_none() {
        let around = |metres| {
            let low = Point { east: 240_000, north: 6_700_000 };
            let high = Point { east: 240_000 + metres, north: 6_700_000 + metres };
            View::around(Bounds { low, high }, 800.0, 420.0..=1000.0)
        };
        let zooms = |metres, zooms| -> Vec<u8> {
            let mut zooms: Vec<u8> =
                Tile::covering(&around(metres), zooms).iter().map(|tile| tile.zoom).collect();
            zooms.dedup();
            zooms
        };
        assert_eq!(zooms(4_000, 2..=8), [8]);
        assert_eq!(zooms(4_000, 2..=14), [10]);
        assert!(zooms(900_000, 5..=8).is_empty());
    }

    proptest! {
        #[test]
        fn the_tiles_of_a_drawing_cover_it_and_are_few(
            // Drawings that lie whole within the grid, as all of Finland's do.
            east in 50_000_i32..600_000, north in 6_600_000_i32..7_200_000,
            across in 4_000_i32..800_000, along in 4_000_i32..1_000_000,
        ) {
            let low = Point { east, north };
            let high = Point { east: east + across, north: north + along };
            let view = View::around(Bounds { low, high }, 800.0, 420.0..=1000.0);
            let tiles = Tile::covering(&view, 0..=14);
            prop_assert!((1..=48).contains(&tiles.len()), "{}", tiles.len());
            let covered: f64 = tiles.iter().map(|tile| {
                prop_assert_eq!(Tile::at(tile.zoom, tile.column, tile.row), Some(*tile));
                let (left, top, side) = tile.place(&view);
                let part = |from: f64, to: f64| (from + side).min(to) - from.max(0.0);
                Ok(part(left, view.width) * part(top, view.height))
            }).collect::<Result<Vec<f64>, TestCaseError>>()?.iter().sum();
            prop_assert!(covered >= view.width * view.height * 0.999, "{covered}");
        }
    }
}
