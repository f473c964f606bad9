//! Points, shapes and boxes in metres of ETRS-TM35FIN.

/// A point, in whole metres.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    /// Metres east.
    pub east: i32,
    /// Metres north.
    pub north: i32,
}

impl Point {
    /// A point of whole metres; none of what is no number or lies off every map.
    #[must_use]
    pub fn rounded(east: f64, north: f64) -> Option<Self> {
        let whole = |metres: f64| {
            let fits = metres.is_finite() && metres.abs() < 1e9;
            #[expect(clippy::cast_possible_truncation, reason = "it was looked at")]
            fits.then_some(metres.round() as i32)
        };
        Some(Self { east: whole(east)?, north: whole(north)? })
    }

    /// How far another point is, in metres.
    #[must_use]
    pub fn distance(self, other: Self) -> f64 {
        let (east, north) = self.to(other);
        east.hypot(north)
    }

    /// The way to another point, in metres east and north.
    pub(crate) fn to(self, other: Self) -> (f64, f64) {
        (
            f64::from(other.east) - f64::from(self.east),
            f64::from(other.north) - f64::from(self.north),
        )
    }
}

/// What lies within rings: one for each island and each hole. The last point of a ring is joined to the
/// first, which is not repeated. Where rings overlap an even number of times is outside.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shape {
    /// The rings.
    pub rings: Vec<Vec<Point>>,
}

/// Bytes that are no shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("these bytes are no shape")]
pub struct ShapeError;

impl Shape {
    /// The smallest box around it; none of an empty one.
    #[must_use]
    pub fn bounds(&self) -> Option<Bounds> {
        Bounds::of(self.rings.iter().flatten().copied())
    }

    /// The shape as bytes, as databases keep it: for each ring how many points it has, and the points.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for ring in &self.rings {
            let count = u32::try_from(ring.len()).unwrap_or(u32::MAX);
            bytes.extend(count.to_le_bytes());
            for point in ring.iter().take(count as usize) {
                bytes.extend(point.east.to_le_bytes());
                bytes.extend(point.north.to_le_bytes());
            }
        }
        bytes
    }

    /// The shape that bytes were made of.
    ///
    /// # Errors
    /// When they were made of none.
    pub fn from_bytes(mut bytes: &[u8]) -> Result<Self, ShapeError> {
        let mut rings = Vec::new();
        while !bytes.is_empty() {
            let count = u32::from_le_bytes(take(&mut bytes)?) as usize;
            if count > bytes.len() / 8 {
                return Err(ShapeError);
            }
            let mut ring = Vec::with_capacity(count);
            for _ in 0..count {
                let east = i32::from_le_bytes(take(&mut bytes)?);
                let north = i32::from_le_bytes(take(&mut bytes)?);
                ring.push(Point { east, north });
            }
            rings.push(ring);
        }
        Ok(Self { rings })
    }
}

fn take(bytes: &mut &[u8]) -> Result<[u8; 4], ShapeError> {
    let (four, rest) = bytes.split_first_chunk().ok_or(ShapeError)?;
    *bytes = rest;
    Ok(*four)
}

/// A box along the axes, its edges within.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// The corner in the south-west.
    pub low: Point,
    /// The corner in the north-east.
    pub high: Point,
}

impl Bounds {
    /// The smallest box around points; none of none.
    #[must_use]
    pub fn of(points: impl IntoIterator<Item = Point>) -> Option<Self> {
        let boxes = points.into_iter().map(|point| Self { low: point, high: point });
        boxes.reduce(Self::with)
    }

    /// The smallest box around both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            low: Point {
                east: self.low.east.min(other.low.east),
                north: self.low.north.min(other.low.north),
            },
            high: Point {
                east: self.high.east.max(other.high.east),
                north: self.high.north.max(other.high.north),
            },
        }
    }

    /// The box with so many metres more on each side.
    #[must_use]
    pub const fn grown(self, metres: i32) -> Self {
        let (low, high) = (self.low, self.high);
        Self {
            low: Point {
                east: low.east.saturating_sub(metres),
                north: low.north.saturating_sub(metres),
            },
            high: Point {
                east: high.east.saturating_add(metres),
                north: high.north.saturating_add(metres),
            },
        }
    }

    /// Whether a point lies in it.
    #[must_use]
    pub fn holds(self, point: Point) -> bool {
        (self.low.east..=self.high.east).contains(&point.east)
            && (self.low.north..=self.high.north).contains(&point.north)
    }

    /// Whether the boxes have a point in common.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.low.east <= other.high.east
            && other.low.east <= self.high.east
            && self.low.north <= other.high.north
            && other.low.north <= self.high.north
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_shape_comes_back_from_its_bytes(
            rings in proptest::collection::vec(
                proptest::collection::vec((any::<i32>(), any::<i32>()), 0..9), 0..5),
        ) {
            let point = |(east, north)| Point { east, north };
            let ring = |ring: Vec<(i32, i32)>| ring.into_iter().map(point).collect();
            let shape = Shape { rings: rings.into_iter().map(ring).collect() };
            prop_assert_eq!(Shape::from_bytes(&shape.to_bytes()), Ok(shape));
        }

        #[test]
        fn no_bytes_make_the_reading_of_a_shape_panic(
            bytes in proptest::collection::vec(any::<u8>(), 0..64),
        ) {
            if let Ok(shape) = Shape::from_bytes(&bytes) {
                prop_assert_eq!(shape.to_bytes(), bytes);
            }
        }
    }

    #[test]
    fn boxes_hold_what_they_were_made_of_and_know_what_they_meet() {
        let point = |east, north| Point { east, north };
        let bounds = Bounds::of([point(0, 5), point(10, -5)]).unwrap();
        assert!(bounds.holds(point(10, 5)) && !bounds.holds(point(11, 0)));
        let beside = Bounds { low: point(11, 0), high: point(12, 1) };
        assert!(!bounds.meets(beside) && bounds.grown(1).meets(beside));
        assert_eq!(Bounds::of([]), None);
        assert!((point(0, 0).distance(point(3, 4)) - 5.0).abs() < 1e-9);
    }
}
