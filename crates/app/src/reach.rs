//! Whom a description reaches: the inhabitants of where its service is offered. It is what a mending is worth more by.

use std::collections::HashMap;
use std::sync::LazyLock;

use domain::catalogue::EntityId;
use domain::coverage::Reach as Width;
use domain::reference::{county, municipalities, municipality_exact};
use store::Transaction;
use store::provider::reach::{
    Beside, Offered, OpenPlace, beside, channels_beside, offered, open_places, organisations_beside,
};

use crate::quality::{Kept, Severity};
use crate::{Error, background};

/// How many rows of the whole catalogue are read and added up at once.
const AT_ONCE: u32 = 4096;

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

/// Where the services of an organisation are offered, and what they are described with.
#[derive(Debug, Clone, Default)]
pub(crate) struct Offers {
    /// Where services are offered.
    pub(crate) offered: Vec<Offered>,
    beside: Vec<(EntityId, EntityId)>,
}

impl Offers {
    /// Of the services of an organisation.
    pub(crate) async fn load(on: &mut Transaction, owner: &EntityId) -> Result<Self, Error> {
        Ok(Self { offered: offered(on, owner).await?, beside: beside(on, owner).await? })
    }

    /// How many inhabitants each description reaches. A channel or an organisation reaches whom the widest of its services
    /// does.
    pub(crate) fn reach(&self) -> HashMap<EntityId, u64> {
        let mut breadths: HashMap<&EntityId, Breadth> = HashMap::new();
        for one in &self.offered {
            let breadth = breadths.entry(&one.service).or_default();
            breadth.add(&one.reach, &one.county, &one.municipality);
        }
        let mut inhabitants: HashMap<EntityId, u64> =
            breadths.iter().map(|(id, breadth)| ((*id).clone(), breadth.anywhere())).collect();
        for (service, other) in &self.beside {
            let own = breadths.get(service).map_or(0, Breadth::anywhere);
            let widest = inhabitants.entry(other.clone()).or_default();
            *widest = own.max(*widest);
        }
        inhabitants
    }
}

/// A description of which it is asked whom it reaches.
#[derive(Debug, Clone, Default)]
pub(crate) struct Described {
    /// The county where its organisation is at home.
    pub(crate) home: Option<&'static str>,
    /// Whether there are errors in it.
    pub(crate) has_errors: bool,
    /// How many inhabitants it reaches.
    pub(crate) anywhere: u64,
    /// How many of its own county.
    pub(crate) at_home: u64,
}

impl Described {
    fn widen(&mut self, service: &Breadth) {
        self.anywhere = self.anywhere.max(service.anywhere());
        self.at_home = self.at_home.max(self.home.map_or(0, |code| service.within(code)));
    }
}

/// Tells of descriptions of the whole catalogue how many inhabitants they reach. Places are read so many at a time and
/// added up as they come: what is held is a sum for each service, not its places.
pub(crate) async fn reach_of_all(
    on: &mut Transaction,
    described: HashMap<EntityId, Described>,
) -> Result<HashMap<EntityId, Described>, Error> {
    let mut sums = Sums { breadths: HashMap::new(), described };
    let mut after = None;
    loop {
        let chunk = open_places(on, after.as_ref(), AT_ONCE).await?;
        let Some(last) = chunk.last() else { break };
        after = Some(last.clone());
        sums = background::run(move || sums.with_places(&chunk)).await?;
    }
    let mut after = None;
    loop {
        let chunk = organisations_beside(on, after.as_ref(), AT_ONCE).await?;
        let Some(last) = chunk.last() else { break };
        after = Some(last.row.clone());
        sums = background::run(move || sums.with_beside(&chunk)).await?;
    }
    let mut after = None;
    loop {
        let chunk = channels_beside(on, after.as_ref(), AT_ONCE).await?;
        let Some(last) = chunk.last() else { break };
        after = Some(last.row.clone());
        sums = background::run(move || sums.with_beside(&chunk)).await?;
    }
    background::run(move || sums.with_services()).await
}

/// What is added up of the whole catalogue.
struct Sums {
    breadths: HashMap<EntityId, Breadth>,
    described: HashMap<EntityId, Described>,
}

impl Sums {
    fn with_places(mut self, places: &[OpenPlace]) -> Self {
        for one in places {
            let breadth = self.breadths.entry(one.service.clone()).or_default();
            breadth.add(&one.reach, &one.county, &one.municipality);
        }
        self
    }

    fn with_beside(mut self, pairs: &[Beside]) -> Self {
        for one in pairs {
            let breadth = self.breadths.get(&one.service);
            if let (Some(breadth), Some(described)) = (breadth, self.described.get_mut(&one.other))
            {
                described.widen(breadth);
            }
        }
        self
    }

    fn with_services(mut self) -> HashMap<EntityId, Described> {
        for (id, described) in &mut self.described {
            if let Some(breadth) = self.breadths.get(id) {
                described.widen(breadth);
            }
        }
        self.described
    }
}

/// How many inhabitants a service reaches.
#[derive(Debug, Clone, Default)]
struct Breadth {
    /// How often it is offered in the whole country.
    national: u64,
    /// How many of each county.
    counties: Vec<(&'static str, u64)>,
}

impl Breadth {
    fn add(&mut self, reach: &str, code: &str, municipality: &str) {
        let inhabitants = match Width::from_code(reach) {
            Some(Width::National) => return self.national += 1,
            Some(Width::Local) => {
                municipality_exact(municipality).map_or(0, |one| u64::from(one.population))
            }
            Some(Width::Regional) => of_county(code),
            _ => 0,
        };
        let Some(county) = county(code).filter(|_| inhabitants > 0) else { return };
        match self.counties.iter_mut().find(|(known, _)| *known == county.code) {
            Some((_, sum)) => *sum += inhabitants,
            None => self.counties.push((county.code, inhabitants)),
        }
    }

    fn anywhere(&self) -> u64 {
        let of_counties: u64 = self.counties.iter().map(|(_, inhabitants)| inhabitants).sum();
        of_counties + self.national * *COUNTRY
    }

    fn within(&self, code: &str) -> u64 {
        let own = self.counties.iter().find(|(known, _)| *known == code);
        let of_country = if self.national > 0 { self.national * of_county(code) } else { 0 };
        own.map_or(0, |(_, inhabitants)| *inhabitants) + of_country
    }
}

/// The inhabitants of the country.
static COUNTRY: LazyLock<u64> =
    LazyLock::new(|| municipalities().iter().map(|one| u64::from(one.population)).sum());

fn of_county(code: &str) -> u64 {
    let own = county(code).map_or(&[][..], |one| &one.municipalities);
    own.iter()
        .filter_map(|code| municipality_exact(code))
        .map(|one| u64::from(one.population))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offered_at(places: &[(&str, &str, &str)]) -> Breadth {
        let mut breadth = Breadth::default();
        for (reach, county, municipality) in places {
            breadth.add(reach, county, municipality);
        }
        breadth
    }

    #[test]
    fn a_service_reaches_the_inhabitants_of_its_places_and_of_no_other_county() {
        let naantali = u64::from(municipality_exact("529").unwrap().population);
        let county = municipality_exact("529").unwrap().county;
        let local = offered_at(&[("local", county, "529")]);
        assert_eq!(local.anywhere(), naantali);
        assert_eq!(local.within(county), naantali);
        assert_eq!(local.within("01"), 0);
        let regional = offered_at(&[("regional", county, "")]).anywhere();
        assert!(regional > naantali);
        let national = offered_at(&[("national", "", "")]);
        assert_eq!(national.anywhere(), 5_563_970);
        assert_eq!(national.within(county), regional);
        assert_eq!(offered_at(&[("unknown", "", "")]).anywhere(), 0);
    }

    #[test]
    fn the_places_of_a_service_are_added_up_county_by_county() {
        let population = |code| u64::from(municipality_exact(code).unwrap().population);
        let places = [("local", "05", "529"), ("local", "05", "853"), ("local", "01", "091")];
        let breadth = offered_at(&places);
        assert_eq!(breadth.within("05"), population("529") + population("853"));
        let all = breadth.within("05") + population("091");
        assert_eq!(breadth.anywhere(), all);
    }
}
