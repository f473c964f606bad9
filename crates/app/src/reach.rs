//! Whom a description reaches: the inhabitants of where its service is offered. It is what a mending is worth more by.

use std::collections::HashMap;

use domain::catalogue::EntityId;
use domain::coverage::Reach as Width;
use domain::reference::{county, municipalities, municipality_exact};
use store::Transaction;
use store::provider::reach::{Offered, beside, offered};

use crate::Error;
use crate::quality::{Kept, Severity};

/// A finding, and how many inhabitants its description reaches.
#[derive(Debug, Clone)]
pub struct Mending {
    /// The finding.
    pub finding: Kept,
    /// The inhabitants of where the service is offered.
    pub reach: u64,
}

impl Mending {
    /// What mending it is worth.
    #[must_use]
    pub fn worth(&self) -> u64 {
        worth(self.finding.rule.severity, self.reach)
    }
}

/// What mending a finding is worth: the points that it costs, for as many as it reaches.
pub(crate) fn worth(severity: Severity, reach: u64) -> u64 {
    u64::from(severity.cost()) * reach
}

/// Where services are offered, and what they are described with.
#[derive(Debug, Clone, Default)]
pub(crate) struct Offers {
    /// Where services are offered.
    pub(crate) offered: Vec<Offered>,
    beside: Vec<(EntityId, EntityId)>,
}

impl Offers {
    /// Of the services of an organisation, or of all.
    pub(crate) async fn load(
        on: &mut Transaction,
        owner: Option<&EntityId>,
    ) -> Result<Self, Error> {
        Ok(Self { offered: offered(on, owner).await?, beside: beside(on, owner).await? })
    }

    /// How many inhabitants each description reaches; only those of a county count, where one is given for it.
    pub(crate) fn reach<'a>(&self, within: impl Fn(&EntityId) -> Option<&'a str>) -> Reach {
        let mut places: HashMap<&EntityId, Vec<&Offered>> = HashMap::new();
        for one in &self.offered {
            places.entry(&one.service).or_default().push(one);
        }
        let of = |service: &EntityId, within: Option<&str>| {
            let places = places.get(service).into_iter().flatten();
            places.map(|one| reached(one, within)).sum::<u64>()
        };
        let services = places.keys().map(|id| ((*id).clone(), of(id, within(id))));
        let mut inhabitants: HashMap<EntityId, u64> = services.collect();
        // A channel or an organisation reaches whom the widest of its services does.
        let mut wider: HashMap<EntityId, u64> = HashMap::new();
        for (service, other) in &self.beside {
            let own = of(service, within(other));
            let widest = wider.entry(other.clone()).or_default();
            *widest = own.max(*widest);
        }
        inhabitants.extend(wider);
        Reach { inhabitants }
    }
}

/// How many inhabitants each description reaches.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reach {
    inhabitants: HashMap<EntityId, u64>,
}

impl Reach {
    /// How many inhabitants a service, a channel or an organisation reaches; none where nobody says where it is offered.
    #[must_use]
    pub(crate) fn of(&self, id: &EntityId) -> u64 {
        self.inhabitants.get(id).copied().unwrap_or(0)
    }
}

/// The inhabitants of a place.
fn reached(one: &Offered, within: Option<&str>) -> u64 {
    let is_within = within.is_none_or(|code| one.county.is_empty() || one.county == code);
    match Width::from_code(&one.reach) {
        Some(Width::Local) if is_within => {
            municipality_exact(&one.municipality).map_or(0, |one| u64::from(one.population))
        }
        Some(Width::Regional) if is_within => of_county(&one.county),
        Some(Width::National) => match within {
            Some(code) => of_county(code),
            None => municipalities().iter().map(|one| u64::from(one.population)).sum(),
        },
        _ => 0,
    }
}

fn of_county(code: &str) -> u64 {
    let own = county(code).map_or(&[][..], |one| &one.municipalities);
    own.iter()
        .filter_map(|code| municipality_exact(code))
        .map(|one| u64::from(one.population))
        .sum()
}

#[cfg(test)]
mod tests {
    use domain::coverage::ThemeSet;

    use super::*;

    fn offered_at(reach: &str, county: &str, municipality: &str) -> Offered {
        Offered {
            service: EntityId::new("a").unwrap(),
            reach: reach.to_owned(),
            county: county.to_owned(),
            municipality: municipality.to_owned(),
            themes: ThemeSet::default(),
        }
    }

    #[test]
    fn a_service_reaches_the_inhabitants_of_its_places_and_of_no_other_county() {
        let naantali = u64::from(municipality_exact("529").unwrap().population);
        let county = municipality_exact("529").unwrap().county;
        let local = offered_at("local", county, "529");
        assert_eq!(reached(&local, None), naantali);
        assert_eq!(reached(&local, Some(county)), naantali);
        assert_eq!(reached(&local, Some("01")), 0);
        let regional = reached(&offered_at("regional", county, ""), None);
        assert!(regional > naantali);
        let national = offered_at("national", "", "");
        assert_eq!(reached(&national, None), 5_563_970);
        assert_eq!(reached(&national, Some(county)), regional);
        assert_eq!(reached(&offered_at("unknown", "", ""), None), 0);
    }
}
