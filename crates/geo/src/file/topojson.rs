//! TopoJSON: lines that shapes share, and objects made of them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::{Budget, Drawn, FileError, Position, code_of};

#[derive(Deserialize)]
struct Topology<'a> {
    arcs: Vec<Vec<Position>>,
    transform: Option<Transform>,
    #[serde(borrow)]
    objects: BTreeMap<Cow<'a, str>, Object<'a>>,
}

/// With it, positions are steps of whole numbers.
#[derive(Deserialize, Clone, Copy)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Object<'a> {
    #[serde(borrow, default)]
    geometries: Vec<Geometry<'a>>,
}

#[derive(Deserialize)]
struct Geometry<'a> {
    #[serde(rename = "type", borrow)]
    kind: Option<Cow<'a, str>>,
    id: Option<Value>,
    properties: Option<Map<String, Value>>,
    #[serde(borrow)]
    arcs: Option<&'a RawValue>,
}

/// The geometries that are municipalities, of the object that has most of them.
pub(super) fn read(file: &[u8], is_known: &dyn Fn(&str) -> bool) -> Result<Vec<Drawn>, FileError> {
    let topology: Topology<'_> =
        serde_json::from_slice(file).map_err(|error| FileError::Format(error.to_string()))?;
    let arcs = match topology.transform {
        Some(transform) => topology.arcs.into_iter().map(|arc| transform.open(arc)).collect(),
        None => topology.arcs,
    };
    let known = |object: &Object<'_>| -> Vec<(usize, String)> {
        let codes = object.geometries.iter().enumerate().filter_map(|(place, one)| {
            Some((place, code_of(one.properties.as_ref(), one.id.as_ref(), is_known)?))
        });
        codes.collect()
    };
    let objects = topology.objects.values().map(|object| (object, known(object)));
    let Some((object, codes)) = objects.max_by_key(|(_, codes)| codes.len()) else {
        return Ok(Vec::new());
    };
    let mut budget = Budget::default();
    let mut drawn = Vec::new();
    for (place, code) in codes {
        let feature = |what| FileError::Feature { code: code.clone(), what };
        let of_arcs = object.geometries[place].rings().map_err(feature)?;
        let mut rings = Vec::with_capacity(of_arcs.len());
        for ring in of_arcs {
            rings.push(joined(&ring, &arcs, &mut budget, &code)?);
        }
        drawn.push(Drawn { code, rings });
    }
    Ok(drawn)
}

impl Transform {
    /// The positions that steps lead to.
    fn open(self, mut steps: Vec<Position>) -> Vec<Position> {
        let mut at = (0.0, 0.0);
        for step in &mut steps {
            at = (at.0 + step.0, at.1 + step.1);
            step.0 = at.0.mul_add(self.scale[0], self.translate[0]);
            step.1 = at.1.mul_add(self.scale[1], self.translate[1]);
        }
        steps
    }
}

impl Geometry<'_> {
    /// Its rings as numbers of arcs.
    fn rings(&self) -> Result<Vec<Vec<i64>>, String> {
        let arcs = self.arcs.map_or("null", RawValue::get);
        let wrong = |error: serde_json::Error| format!("its arcs are wrong: {error}");
        match self.kind.as_deref() {
            Some("Polygon") => serde_json::from_str(arcs).map_err(wrong),
            Some("MultiPolygon") => {
                let parts: Vec<Vec<Vec<i64>>> = serde_json::from_str(arcs).map_err(wrong)?;
                Ok(parts.into_iter().flatten().collect())
            }
            other => Err(format!("its geometry is {other:?}, not a Polygon or MultiPolygon")),
        }
    }
}

/// The positions of a ring: its arcs one after the other, those with the complement of a number backwards.
fn joined(
    ring: &[i64],
    arcs: &[Vec<Position>],
    budget: &mut Budget,
    code: &str,
) -> Result<Vec<Position>, FileError> {
    let mut positions = Vec::new();
    for number in ring {
        let is_backwards = *number < 0;
        let place = if is_backwards { !*number } else { *number };
        let arc = usize::try_from(place).ok().and_then(|place| arcs.get(place));
        let arc = arc.ok_or_else(|| FileError::Feature {
            code: code.to_owned(),
            what: format!("it names arc {number}, which the file does not have"),
        })?;
        budget.spend(arc.len())?;
        if is_backwards {
            positions.extend(arc.iter().rev());
        } else {
            positions.extend(arc);
        }
    }
    Ok(positions)
}
