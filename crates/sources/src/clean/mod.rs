//! Cleaning of single values, the same for every source: links, e-mail addresses, phone numbers,
//! codes, coordinates, dates and times.
//!
//! Each cleaner takes the value and the place where it stood, gives the clean value or none, and
//! reports what it changed or refused. Nothing here knows a foreign field name.

mod charge;
mod code;
mod contact;
mod place;
mod table;
mod time;

pub use charge::charge_agrees;
pub use code::{coded, guid, unique};
pub use contact::{dial_code, email, phone_number, url};
pub use place::{coordinate, municipality, number, postal_code};
pub use table::{
    country, county, industrial_class, life_event, ontology_term, place_by_postal_code, region,
    service_class, spoken_language, target_group,
};
pub use time::{date, time, timestamp};

#[cfg(test)]
mod laws;
#[cfg(test)]
mod testing {
    use domain::catalogue::EntityKind;
    use domain::import::ProblemCode;

    use crate::reading::{Path, Reading};

    /// What a cleaner gives, and the codes of what it reports.
    pub fn cleaned<T>(clean: impl FnOnce(&Path, &mut Reading) -> T) -> (T, Vec<ProblemCode>) {
        let mut reading = Reading::new(EntityKind::Service, "id", "here");
        let value = clean(&Path::root(), &mut reading);
        let codes = reading.into_problems().iter().map(|problem| problem.code).collect();
        (value, codes)
    }
}
