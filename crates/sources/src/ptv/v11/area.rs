//! Where a service, a channel or an organisation works: `areaType` and `areas`.

use domain::catalogue::{Area, AreaReference};
use domain::import::ProblemCode;

use super::shapes::{objects, sorted, text};
use crate::clean;
use crate::reading::{Object, Reading};

/// Takes `areaType` and `areas`.
pub fn area(object: &mut Object<'_>, reading: &mut Reading) -> Option<Area> {
    let kind = text(object, "areaType", reading);
    // The same municipalities once more; in the schema, not in what the server sends.
    object.leave_out("areaMunicipalities");
    let limited = areas(object, reading);
    match kind.as_deref() {
        Some("Nationwide") => Some(Area::WholeCountry),
        Some("NationwideExceptAlandIslands") => Some(Area::WholeCountryExceptAland),
        None if limited.is_empty() => None,
        Some("LimitedType") | None => Some(limited.into_area()),
        Some(other) => {
            let record = *object.path();
            reading.warn(ProblemCode::ValueUnknown, &record.field("areaType"), other);
            if limited.is_empty() {
                return Some(Area::Other { value: other.to_owned() });
            }
            Some(limited.into_area())
        }
    }
}

#[derive(Default)]
struct Limited {
    municipalities: Vec<String>,
    regions: Vec<String>,
    counties: Vec<String>,
    others: Vec<AreaReference>,
}

impl Limited {
    fn is_empty(&self) -> bool {
        self.municipalities.is_empty()
            && self.regions.is_empty()
            && self.counties.is_empty()
            && self.others.is_empty()
    }

    fn into_area(self) -> Area {
        Area::Limited {
            municipalities: sorted(self.municipalities),
            regions: sorted(self.regions),
            counties: sorted(self.counties),
            others: sorted(self.others),
        }
    }
}

fn areas(object: &mut Object<'_>, reading: &mut Reading) -> Limited {
    let mut limited = Limited::default();
    objects(object, "areas", reading, |area, reading| {
        // Names are in our tables.
        area.leave_out("name");
        let path = *area.path();
        let kind = text(area, "type", reading).unwrap_or_default();
        let code = text(area, "code", reading);
        let mut municipalities = Vec::new();
        objects(area, "municipalities", reading, |item, reading| {
            municipalities.extend(municipality(item, reading));
        });
        match (kind.as_str(), code) {
            ("Municipality", _) => limited.municipalities.append(&mut municipalities),
            // The municipalities of a region or a county are in our tables, as they are today.
            ("Region" | "Province", Some(code)) => {
                limited.regions.extend(clean::region(&code, &path.field("code"), reading));
            }
            ("WellbeingServiceCounties", Some(code)) => {
                limited.counties.extend(clean::county(&code, &path.field("code"), reading));
            }
            ("BusinessSubRegion" | "HospitalDistrict", Some(code)) => limited
                .others
                .push(AreaReference { kind, code, municipalities: sorted(municipalities) }),
            (_, code) => {
                reading.warn(ProblemCode::ValueUnknown, &path.field("type"), &kind);
                let code = code.unwrap_or_default();
                limited.others.push(AreaReference {
                    kind,
                    code,
                    municipalities: sorted(municipalities),
                });
            }
        }
    });
    limited
}

/// The code of a municipality `{code, name}`; its name is in our table.
pub fn municipality(object: &mut Object<'_>, reading: &mut Reading) -> Option<String> {
    object.leave_out("name");
    let code = text(object, "code", reading)?;
    let path = *object.path();
    clean::municipality(&code, &path.field("code"), reading)
}
