//! Where something is offered, in words.

use domain::catalogue::Area;
use domain::reference::{county, municipality, region};

use crate::texts::Texts;

/// How many areas are named before the rest is counted.
const NAMED: usize = 4;

/// The area on one line; none when nothing is said.
pub(crate) fn short(area: &Area, t: Texts) -> Option<String> {
    let names = names(area, t);
    if names.is_empty() {
        return None;
    }
    let more = names.len().saturating_sub(NAMED);
    let mut line = names.into_iter().take(NAMED).collect::<Vec<_>>().join(", ");
    if more > 0 {
        line = format!("{line} {}", t.count("area-more", more));
    }
    Some(line)
}

/// The names of all areas.
pub(crate) fn names(area: &Area, t: Texts) -> Vec<String> {
    match area {
        Area::WholeCountry => vec![t.get("area-whole-country").into_owned()],
        Area::WholeCountryExceptAland => vec![t.get("area-except-aland").into_owned()],
        Area::Limited { municipalities, regions, counties, others } => {
            let counties = counties.iter().filter_map(|code| Some(county(code)?.name(t.0)));
            let regions = regions.iter().filter_map(|code| Some(region(code)?.name(t.0)));
            let of_others = others.iter().flat_map(|one| &one.municipalities);
            let mut places: Vec<&str> = municipalities
                .iter()
                .chain(of_others)
                .filter_map(|code| Some(municipality(code)?.name(t.0)))
                .collect();
            places.sort_unstable();
            places.dedup();
            counties.chain(regions).chain(places).map(str::to_owned).collect()
        }
        Area::Other { .. } => Vec::new(),
    }
}
