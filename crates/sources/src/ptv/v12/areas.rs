//! Areas.

use domain::catalogue::Area;
use domain::import::ProblemCode;

use crate::clean;
use crate::reading::{Object, Path, Reading};

/// The area in a record's field `area`.
pub fn area(record: &mut Object, reading: &mut Reading) -> Option<Area> {
    record.child("area", reading, read).flatten()
}

fn read(object: &mut Object, reading: &mut Reading) -> Option<Area> {
    let kind = object.text("areaType", reading);
    let municipalities = codes(object, "municipalities", reading, clean::municipality);
    let regions = codes(object, "regions", reading, clean::region);
    let counties = codes(object, "wellbeingServicesCounties", reading, clean::county);
    let path = object.path().field("areaType");
    match kind.as_deref() {
        Some("WholeCountry") => Some(Area::WholeCountry),
        Some("WholeCountryExceptAland") => Some(Area::WholeCountryExceptAland),
        Some("LimitedArea") => {
            Some(Area::Limited { municipalities, regions, counties, others: Vec::new() })
        }
        Some(other) => {
            reading.warn(ProblemCode::ValueUnknown, &path, other);
            Some(Area::Other { value: other.to_owned() })
        }
        None => {
            reading.warn(ProblemCode::FieldMissing, &path, "");
            None
        }
    }
}

fn codes(
    object: &mut Object,
    name: &str,
    reading: &mut Reading,
    clean: fn(&str, &Path, &mut Reading) -> Option<String>,
) -> Vec<String> {
    let texts = object.texts(name, reading);
    let path = object.path().field(name);
    let codes = texts
        .iter()
        .enumerate()
        .filter_map(|(position, text)| clean(text, &path.position(position), reading));
    clean::unique(codes.collect())
}
