//! Borders of municipalities from a file: GeoJSON or TopoJSON, in degrees (WGS84) or in metres
//! (ETRS-TM35FIN), as Statistics Finland and the National Land Survey give them.
//!
//! What cannot be a municipality is left out and counted; what is one and cannot be read is an error that
//! names it.

mod geojson;
mod position;
mod topojson;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{Point, Shape, projection};
use position::Position;

/// The largest file that is read, in bytes.
pub const FILE_LIMIT: u64 = 64 * 1024 * 1024;
/// The most points of all shapes. A small file of shared lines can stand for many.
const MOST_POINTS: usize = 3_000_000;

/// The properties that hold a municipality's code, in the files that we know.
const CODE_PROPERTIES: [&str; 9] = [
    "kunta",
    "natcode",
    "NATCODE",
    "kuntanumero",
    "kuntakoodi",
    "kunta_nro",
    "nationalCode",
    "code",
    "koodi",
];

/// A municipality of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// The code as the file has it.
    pub code: String,
    /// What lies within its borders.
    pub shape: Shape,
}

/// Why a file is not read.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// It is no JSON, or not of these formats.
    #[error(
        "it cannot be read as GeoJSON or TopoJSON: {0}. Take the municipalities as one of these formats"
    )]
    Format(String),
    /// A feature's geometry is wrong.
    #[error("municipality {code}: {what}. Take the file anew, or mend this feature")]
    Feature {
        /// The code of the municipality.
        code: String,
        /// What is wrong with it.
        what: String,
    },
    /// The coordinates are of another system.
    #[error(
        "municipality {code}: the coordinates {first} {second} lie outside Finland. Save the file in \
         WGS84 (EPSG:4326, longitude first) or ETRS-TM35FIN (EPSG:3067)"
    )]
    System {
        /// The code of the municipality.
        code: String,
        /// The first number of the point.
        first: f64,
        /// The second number of the point.
        second: f64,
    },
    /// It is too detailed.
    #[error(
        "it has more than {MOST_POINTS} points. Take a generalised division, 1:1 000 000 or 1:4 500 000: a \
         small map shows no more"
    )]
    TooDetailed,
}

/// What both formats are known by.
#[derive(Deserialize)]
struct Kind<'a> {
    #[serde(rename = "type", borrow)]
    kind: std::borrow::Cow<'a, str>,
}

/// Something with a code and rings of positions.
struct Drawn {
    code: String,
    rings: Vec<Vec<Position>>,
}

/// The municipalities of a file: its features with a code that `is_known`. Several features of one code
/// are one area. In order of code.
///
/// # Errors
/// When it is of another format or system, or a municipality in it cannot be read.
pub fn read(file: &[u8], is_known: impl Fn(&str) -> bool) -> Result<Vec<Area>, FileError> {
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    let format = |error: serde_json::Error| FileError::Format(error.to_string());
    let kind: Kind<'_> = serde_json::from_slice(file).map_err(format)?;
    let drawn = match kind.kind.as_ref() {
        "FeatureCollection" => geojson::read(file, &is_known)?,
        "Topology" => topojson::read(file, &is_known)?,
        other => {
            let what = format!("its type is {other:?}, not FeatureCollection or Topology");
            return Err(FileError::Format(what));
        }
    };
    let mut areas: BTreeMap<String, Shape> = BTreeMap::new();
    for one in drawn {
        let rings = one.rings.iter().map(|ring| on_plane(ring, &one.code));
        let rings: Vec<Vec<Point>> = rings.collect::<Result<_, _>>()?;
        areas.entry(one.code).or_default().rings.extend(rings);
    }
    Ok(areas.into_iter().map(|(code, shape)| Area { code, shape }).collect())
}

/// A ring in metres, without points that repeat the one before.
fn on_plane(ring: &[Position], code: &str) -> Result<Vec<Point>, FileError> {
    let mut points = Vec::with_capacity(ring.len());
    for Position(first, second) in ring.iter().copied() {
        let point = point(first, second);
        let point =
            point.ok_or_else(|| FileError::System { code: code.to_owned(), first, second })?;
        if points.last() != Some(&point) {
            points.push(point);
        }
    }
    if points.first() == points.last() {
        points.pop();
    }
    if points.len() < 3 {
        let what = "a ring has fewer than three points".to_owned();
        return Err(FileError::Feature { code: code.to_owned(), what });
    }
    Ok(points)
}

/// A point of Finland, in whichever of the two systems.
fn point(first: f64, second: f64) -> Option<Point> {
    // Finland with its sea and a margin, in each system.
    if (17.0..=34.0).contains(&first) && (58.0..=71.0).contains(&second) {
        return projection::metres(second, first);
    }
    let is_inside =
        (0.0..=900_000.0).contains(&first) && (6_400_000.0..=7_900_000.0).contains(&second);
    if is_inside { Point::rounded(first, second) } else { None }
}

/// A code in the properties, or else the id; that of a municipality that is known.
fn code_of(
    properties: Option<&serde_json::Map<String, serde_json::Value>>,
    id: Option<&serde_json::Value>,
    is_known: &dyn Fn(&str) -> bool,
) -> Option<String> {
    let named = CODE_PROPERTIES.iter().filter_map(|name| properties?.get(*name));
    named.chain(id).find_map(|value| {
        let text = match value {
            serde_json::Value::String(text) => text.trim().to_owned(),
            serde_json::Value::Number(number) => number.to_string(),
            _ => return None,
        };
        let code = format!("{text:0>3}");
        is_known(&code).then_some(code)
    })
}

/// Counts points, and stops where there are too many.
#[derive(Default)]
struct Budget(usize);

impl Budget {
    fn spend(&mut self, points: usize) -> Result<(), FileError> {
        self.0 = self.0.saturating_add(points);
        if self.0 > MOST_POINTS { Err(FileError::TooDetailed) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests;
