//! GeoJSON (RFC 7946): a collection of features.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::{Budget, Drawn, FileError, Position, code_of};

#[derive(Deserialize)]
struct Collection<'a> {
    #[serde(borrow)]
    features: Vec<Feature<'a>>,
}

#[derive(Deserialize)]
struct Feature<'a> {
    id: Option<Value>,
    properties: Option<Map<String, Value>>,
    #[serde(borrow)]
    geometry: Option<Geometry<'a>>,
}

#[derive(Deserialize)]
struct Geometry<'a> {
    #[serde(rename = "type", borrow)]
    kind: Cow<'a, str>,
    /// Read only when it is known what it must be.
    #[serde(borrow)]
    coordinates: Option<&'a RawValue>,
}

/// The features that are municipalities.
pub(super) fn read(file: &[u8], is_known: &dyn Fn(&str) -> bool) -> Result<Vec<Drawn>, FileError> {
    let collection: Collection<'_> =
        serde_json::from_slice(file).map_err(|error| FileError::Format(error.to_string()))?;
    let mut budget = Budget::default();
    let mut drawn = Vec::new();
    for feature in &collection.features {
        let Some(code) = code_of(feature.properties.as_ref(), feature.id.as_ref(), is_known) else {
            continue;
        };
        let rings =
            feature.rings().map_err(|what| FileError::Feature { code: code.clone(), what })?;
        budget.spend(rings.iter().map(Vec::len).sum())?;
        drawn.push(Drawn { code, rings });
    }
    Ok(drawn)
}

impl Feature<'_> {
    fn rings(&self) -> Result<Vec<Vec<Position>>, String> {
        let geometry = self.geometry.as_ref().ok_or("it has no geometry")?;
        let coordinates = geometry.coordinates.map_or("null", RawValue::get);
        let wrong = |error: serde_json::Error| format!("its coordinates are wrong: {error}");
        match geometry.kind.as_ref() {
            "Polygon" => serde_json::from_str(coordinates).map_err(wrong),
            "MultiPolygon" => {
                let parts: Vec<Vec<Vec<Position>>> =
                    serde_json::from_str(coordinates).map_err(wrong)?;
                Ok(parts.into_iter().flatten().collect())
            }
            other => Err(format!("its geometry is a {other}, not a Polygon or MultiPolygon")),
        }
    }
}
