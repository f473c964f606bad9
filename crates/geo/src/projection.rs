//! Between ETRS-TM35FIN (EPSG:3067), metres east and north, and WGS84 in degrees. ETRS89 and WGS84 are
//! taken as one; they differ by less than a metre.

use std::sync::LazyLock;

use proj4rs::Proj;
use proj4rs::transform::transform;

use crate::Point;

/// The two systems.
static SYSTEMS: LazyLock<Option<(Proj, Proj)>> = LazyLock::new(|| {
    let metres = "+proj=utm +zone=35 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs";
    let degrees = "+proj=longlat +datum=WGS84 +no_defs";
    Some((Proj::from_proj_string(metres).ok()?, Proj::from_proj_string(degrees).ok()?))
});

/// Degrees north and east of a point in metres, rounded to 6 decimals (11 cm).
#[must_use]
pub fn degrees(easting: f64, northing: f64) -> Option<(f64, f64)> {
    let (metres, degrees) = SYSTEMS.as_ref()?;
    let mut point = (easting, northing, 0.0);
    transform(metres, degrees, &mut point).ok()?;
    let rounded = |radians: f64| (radians.to_degrees() * 1e6).round() / 1e6;
    let (longitude, latitude) = (rounded(point.0), rounded(point.1));
    (latitude.is_finite() && longitude.is_finite()).then_some((latitude, longitude))
}

/// The point in whole metres of degrees north and east; none outside the projection's half of the globe.
#[must_use]
pub fn metres(latitude: f64, longitude: f64) -> Option<Point> {
    if !(-90.0..=90.0).contains(&latitude) || !(-60.0..=110.0).contains(&longitude) {
        return None;
    }
    let (metres, degrees) = SYSTEMS.as_ref()?;
    let mut point = (longitude.to_radians(), latitude.to_radians(), 0.0);
    transform(degrees, metres, &mut point).ok()?;
    Point::rounded(point.0, point.1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Against PROJ 9 (pyproj, EPSG:4326 to EPSG:3067).
    #[test]
    fn known_points_fall_where_proj_puts_them() {
        for (latitude, longitude, east, north) in [
            (60.167_04, 24.938_375, 385_600, 6_671_800),
            (63.129_34, 27.0, 500_000, 7_000_000),
            (60.185_905, 18.854_735, 49_000, 6_700_000),
            (70.090_035, 27.526_231, 520_000, 7_776_000),
        ] {
            assert_eq!(metres(latitude, longitude), Some(Point { east, north }));
        }
        assert_eq!(metres(f64::NAN, 25.0), None);
        assert_eq!(metres(91.0, 25.0), None);
        assert_eq!(metres(60.0, 200.0), None);
    }

    proptest! {
        #[test]
        fn a_point_in_finland_comes_back_from_degrees(
            east in 43_500_i32..765_000,
            north in 6_522_000_i32..7_796_000,
        ) {
            let (latitude, longitude) = degrees(east.into(), north.into()).unwrap();
            let back = metres(latitude, longitude).unwrap();
            prop_assert!((back.east - east).abs() <= 1 && (back.north - north).abs() <= 1);
        }
    }
}
