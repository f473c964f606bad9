//! What a drawing shows of the plane: metres become its units, north becomes up.

use std::ops::RangeInclusive;

use crate::{Bounds, Point};

/// A drawing's window on the plane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// The upper left corner, in metres.
    west: f64,
    north: f64,
    metres_per_unit: f64,
    /// In units of the drawing.
    pub width: f64,
    /// In units of the drawing.
    pub height: f64,
}

impl View {
    /// A drawing of a width, in which a box is as large as it can be and stands in the middle; its height
    /// is what the box needs, within the limits.
    #[must_use]
    pub fn around(bounds: Bounds, width: f64, heights: RangeInclusive<f64>) -> Self {
        let (across, along) = bounds.low.to(bounds.high);
        let (across, along) = (across.max(1.0), along.max(1.0));
        let height = (width * along / across).clamp(*heights.start(), *heights.end()).round();
        let metres_per_unit = (across / width).max(along / height);
        Self {
            west: f64::from(bounds.low.east) - (width * metres_per_unit - across) / 2.0,
            north: f64::from(bounds.high.north) + (height * metres_per_unit - along) / 2.0,
            metres_per_unit,
            width,
            height,
        }
    }

    /// How many metres a unit is.
    #[must_use]
    pub const fn metres_per_unit(&self) -> f64 {
        self.metres_per_unit
    }

    /// Where a point is in the drawing: units from the left and from the top.
    #[must_use]
    pub fn place(&self, point: Point) -> (f64, f64) {
        let across = (f64::from(point.east) - self.west) / self.metres_per_unit;
        (across, (self.north - f64::from(point.north)) / self.metres_per_unit)
    }

    /// Whether a place in the drawing is within it.
    #[must_use]
    pub fn holds(&self, (across, down): (f64, f64)) -> bool {
        (0.0..=self.width).contains(&across) && (0.0..=self.height).contains(&down)
    }

    /// What is seen of the plane.
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        let (across, along) =
            (self.width * self.metres_per_unit, self.height * self.metres_per_unit);
        let corner = |east: f64, north: f64| {
            Point::rounded(east, north).unwrap_or(Point { east: 0, north: 0 })
        };
        Bounds {
            low: corner(self.west, self.north - along),
            high: corner(self.west + across, self.north),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_view_shows_the_whole_box_and_north_is_up(
            east in 0_i32..800_000, north in 6_500_000_i32..7_800_000,
            across in 0_i32..900_000, along in 0_i32..1_300_000,
        ) {
            let low = Point { east, north };
            let high = Point { east: east + across, north: north + along };
            let view = View::around(Bounds { low, high }, 800.0, 400.0..=1400.0);
            let ((left, bottom), (right, top)) = (view.place(low), view.place(high));
            prop_assert!(left >= -1e-6 && top >= -1e-6, "{left} {top}");
            prop_assert!(right <= view.width + 1e-6 && bottom <= view.height + 1e-6);
            prop_assert!(left <= right && top <= bottom);
            prop_assert!((400.0..=1400.0).contains(&view.height));
            prop_assert!((left + right - view.width).abs() < 1e-3, "in the middle");
            prop_assert!(view.bounds().grown(1).holds(low) && view.bounds().grown(1).holds(high));
        }
    }
}
