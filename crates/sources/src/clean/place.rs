//! Postal codes, municipalities and coordinates.

use std::ops::RangeInclusive;

use domain::catalogue::{Coordinate, CoordinateSource};
use domain::import::ProblemCode;
use domain::reference;
use geo::projection;
use serde_json::Value;

use crate::reading::{Path, Reading};

/// Eastings in Finland (EPSG:3067), as PTV limits them.
const EASTINGS: RangeInclusive<f64> = 43_500.0..=765_000.0;
/// Northings in Finland (EPSG:3067), as PTV limits them.
const NORTHINGS: RangeInclusive<f64> = 6_522_000.0..=7_796_000.0;

/// A postal code: five digits in Finland, abroad as it came.
pub fn postal_code(
    text: &str,
    foreign: bool,
    path: &Path,
    reading: &mut Reading,
) -> Option<String> {
    let text = text.trim();
    let code = text.strip_prefix("FI-").unwrap_or(text);
    let finnish = code.len() == 5 && code.bytes().all(|byte| byte.is_ascii_digit());
    if finnish && code != "00000" {
        return Some(code.to_owned());
    }
    if foreign && (1..=20).contains(&text.chars().count()) {
        return Some(text.to_owned());
    }
    reading.warn(ProblemCode::PostalCodeInvalid, path, text);
    None
}

/// A municipality's code, with its leading zeros. One that our table does not have is reported and
/// kept; what is no number of up to three digits is reported and left out.
pub fn municipality(text: &str, path: &Path, reading: &mut Reading) -> Option<String> {
    let text = text.trim();
    let numeric = (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let code = format!("{text:0>3}");
    if !numeric || reference::municipality(&code).is_none() {
        reading.warn(ProblemCode::CodeUnknown, path, text);
    }
    numeric.then_some(code)
}

/// A coordinate's number: a JSON number, or a text of one as v11 writes it. A decimal comma is read
/// and reported; what is no number is reported.
pub fn number(value: &Value, path: &Path, reading: &mut Reading) -> Option<f64> {
    let number = match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => {
            if text.contains(',') {
                reading.warn(ProblemCode::CoordinateInvalid, path, text);
                return text
                    .trim()
                    .replace(',', ".")
                    .parse()
                    .ok()
                    .filter(|read: &f64| read.is_finite());
            }
            text.trim().parse().ok()
        }
        _ => None,
    };
    let number = number.filter(|number: &f64| number.is_finite());
    if number.is_none() {
        reading.warn(ProblemCode::CoordinateInvalid, path, &value.to_string());
    }
    number
}

/// A point in Finland, from metres east and north (EPSG:3067). Easting and northing the wrong way
/// round are turned and reported; a point outside Finland is reported and left out.
pub fn coordinate(
    easting: f64,
    northing: f64,
    source: CoordinateSource,
    path: &Path,
    reading: &mut Reading,
) -> Option<Coordinate> {
    let inside = |east: f64, north: f64| EASTINGS.contains(&east) && NORTHINGS.contains(&north);
    let (easting, northing) = if inside(easting, northing) {
        (easting, northing)
    } else {
        reading.warn(ProblemCode::CoordinateInvalid, path, &format!("E {easting} N {northing}"));
        if !inside(northing, easting) {
            return None;
        }
        (northing, easting)
    };
    // Nine decimals: more than any source has, and few enough digits that a document gives back
    // exactly what went in.
    let rounded = |metres: f64| (metres * 1e9).round() / 1e9;
    let (easting, northing) = (rounded(easting), rounded(northing));
    let (latitude, longitude) = projection::degrees(easting, northing)?;
    Some(Coordinate { easting, northing, latitude, longitude, source })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::clean::testing::cleaned;

    fn point(easting: f64, northing: f64) -> (Option<Coordinate>, Vec<ProblemCode>) {
        cleaned(|path, reading| {
            coordinate(easting, northing, CoordinateSource::User, path, reading)
        })
    }

    /// Against PROJ 9 (pyproj, EPSG:3067 to EPSG:4326).
    #[test]
    fn known_points_fall_where_proj_puts_them() {
        for (easting, northing, latitude, longitude) in [
            (385_600.0, 6_671_800.0, 60.167_04, 24.938_375),
            (239_400.5, 6_711_200.25, 60.452_575, 22.260_262),
            (500_000.0, 7_000_000.0, 63.129_34, 27.0),
            (107_000.0, 6_686_000.0, 60.121_149, 19.919_195),
            (49_000.0, 6_700_000.0, 60.185_905, 18.854_735),
            (732_000.0, 6_950_000.0, 62.607_549, 31.522_367),
            (520_000.0, 7_776_000.0, 70.090_035, 27.526_231),
        ] {
            let (read, problems) = point(easting, northing);
            let read = read.unwrap();
            assert!((read.latitude - latitude).abs() < 1.5e-6, "{read:?}");
            assert!((read.longitude - longitude).abs() < 1.5e-6, "{read:?}");
            assert!(problems.is_empty());
        }
    }

    #[test]
    fn a_point_the_wrong_way_round_is_turned_and_reported() {
        let (read, problems) = point(6_711_200.0, 239_400.0);
        assert_eq!(problems, [ProblemCode::CoordinateInvalid]);
        assert_eq!(read, point(239_400.0, 6_711_200.0).0);
    }

    #[test]
    fn a_point_outside_finland_is_reported_and_left_out() {
        for (easting, northing) in [
            (0.0, 0.0),
            (22.26, 60.45),
            (43_499.0, 6_700_000.0),
            (500_000.0, 7_800_000.0),
            (f64::NAN, 6_700_000.0),
            (f64::INFINITY, f64::NEG_INFINITY),
        ] {
            assert_eq!(point(easting, northing), (None, vec![ProblemCode::CoordinateInvalid]));
        }
    }

    #[test]
    fn a_number_is_read_from_a_number_and_from_its_text() {
        let read = |value: Value| cleaned(|path, reading| number(&value, path, reading));
        let invalid = vec![ProblemCode::CoordinateInvalid];
        assert_eq!(read(json!(239_400.5)), (Some(239_400.5), vec![]));
        assert_eq!(read(json!("239400.5")), (Some(239_400.5), vec![]));
        assert_eq!(read(json!("239400,5")), (Some(239_400.5), invalid.clone()));
        for value in [json!(""), json!("NaN"), json!("x"), json!([]), json!(true)] {
            assert_eq!(read(value.clone()), (None, invalid.clone()), "{value}");
        }
    }

    #[test]
    fn a_postal_code_has_five_digits_and_a_foreign_one_is_kept() {
        let read =
            |text, foreign| cleaned(|path, reading| postal_code(text, foreign, path, reading));
        assert_eq!(read(" 20100", false), (Some("20100".to_owned()), vec![]));
        assert_eq!(read("FI-20100", false), (Some("20100".to_owned()), vec![]));
        assert_eq!(read("111 22", true), (Some("111 22".to_owned()), vec![]));
        for text in ["2010", "00000", "2010A", ""] {
            assert_eq!(read(text, false), (None, vec![ProblemCode::PostalCodeInvalid]), "{text}");
        }
    }

    #[test]
    fn a_municipality_gets_its_zeros_and_one_that_the_table_does_not_have_is_kept() {
        let read = |text| cleaned(|path, reading| municipality(text, path, reading));
        let unknown = || vec![ProblemCode::CodeUnknown];
        assert_eq!(read("91"), (Some("091".to_owned()), vec![]));
        assert_eq!(read(" 853"), (Some("853".to_owned()), vec![]));
        assert_eq!(read("000"), (Some("000".to_owned()), unknown()));
        assert_eq!(read("Turku"), (None, unknown()));
        assert_eq!(read("0853"), (None, unknown()));
    }
}
