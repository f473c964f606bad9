//! Stale descriptions: those that nobody changed or confirmed for longer than their county's limit.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use domain::Localized;
use domain::catalogue::{EntityId, EntityKind};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use store::Transaction;
use store::provider::confirmation::{confirmed_since, valid};
use store::quality::{Unchanged, unchanged, unchanged_of};

use super::seen::{names, own_organisation};
use super::{KINDS, READ, Standards, today};
use crate::coordinator::Coordinator;
use crate::{App, Error, background};

/// How many stale descriptions each organisation has.
#[derive(Debug, Default)]
pub(super) struct Stale {
    standards: Arc<Standards>,
    /// Of each county, and of all; the oldest first.
    owners: HashMap<Option<String>, Vec<Counted>>,
}

/// How many stale descriptions an organisation has.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Counted {
    owner: Option<EntityId>,
    count: usize,
    oldest: Timestamp,
}

/// An organisation with stale descriptions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaleOwner {
    /// The organisation; none of what nobody is named for.
    pub id: Option<EntityId>,
    /// Its names.
    pub names: Localized,
    /// How many of its descriptions are stale.
    pub stale: usize,
    /// How many descriptions it has.
    pub descriptions: i64,
    /// When the oldest of them was last changed.
    pub oldest: Timestamp,
}

/// A stale description.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaleDescription {
    /// Its kind.
    pub kind: EntityKind,
    /// Its id.
    pub id: EntityId,
    /// Its names.
    pub names: Localized,
    /// When it was last changed.
    pub modified: Timestamp,
}

impl Stale {
    pub(super) async fn count(
        on: &mut Transaction,
        standards: &Standards,
        today: Date,
    ) -> Result<Self, Error> {
        let standards = Arc::new(standards.clone());
        let limits = Limits { standards: Arc::clone(&standards), today };
        let confirmed = confirmed_since(on, limits.earliest()).await?.into_iter().collect();
        let mut sums = Sums::default();
        for kind in KINDS {
            let mut after = None;
            loop {
                // What is stale in no county is not even read.
                let chunk = unchanged(on, kind, limits.latest(), after.as_ref(), READ).await?;
                let Some(last) = chunk.last() else { break };
                after = Some(last.id.clone());
                let fresh = Fresh::load(on, &limits, &confirmed, &chunk).await?;
                sums = background::run(move || sums.with(chunk, &fresh)).await?;
            }
        }
        let owners = background::run(move || sums.ordered()).await?;
        Ok(Self { standards, owners })
    }

    fn of(&self, county: Option<&str>) -> &[Counted] {
        self.owners.get(&county.map(str::to_owned)).map_or(&[], Vec::as_slice)
    }
}

/// What is added up of stale descriptions: of each county, and of all, by organisation.
#[derive(Default)]
struct Sums(HashMap<Option<String>, BTreeMap<Option<EntityId>, Counted>>);

impl Sums {
    fn with(mut self, chunk: Vec<Unchanged>, fresh: &Fresh) -> Self {
        for one in chunk.into_iter().filter(|one| fresh.is_stale(one)) {
            let of_county = one.county.map(Some);
            for scope in of_county.into_iter().chain([None]) {
                let new = Counted { owner: one.owner.clone(), count: 0, oldest: one.modified };
                let sum = self.0.entry(scope).or_default();
                let sum = sum.entry(one.owner.clone()).or_insert(new);
                sum.count += 1;
                sum.oldest = sum.oldest.min(one.modified);
            }
        }
        self
    }

    fn ordered(self) -> HashMap<Option<String>, Vec<Counted>> {
        let ordered = |sums: BTreeMap<_, Counted>| {
            let mut all: Vec<Counted> = sums.into_values().collect();
            all.sort_by(|one, other| (one.oldest, &one.owner).cmp(&(other.oldest, &other.owner)));
            all
        };
        self.0.into_iter().map(|(scope, sums)| (scope, ordered(sums))).collect()
    }
}

/// What was last changed before this is stale: the rule of quality that looks at the date says the same.
fn limit(today: Date, days: i32) -> Timestamp {
    let span = Span::new().try_days(days);
    let first = span.and_then(|span| today.checked_sub(span)).unwrap_or(Date::MIN);
    first.to_zoned(TimeZone::UTC).map_or(Timestamp::MIN, |day| day.timestamp())
}

/// The limits of the counties on a day.
#[derive(Clone)]
struct Limits {
    standards: Arc<Standards>,
    today: Date,
}

impl Limits {
    fn of(&self, county: Option<&str>) -> Timestamp {
        limit(self.today, self.standards.of_county(county).review_days)
    }

    fn all(&self) -> impl Iterator<Item = Timestamp> {
        self.standards.all().map(|settings| limit(self.today, settings.review_days))
    }

    fn latest(&self) -> Timestamp {
        self.all().max().unwrap_or_default()
    }

    fn earliest(&self) -> Timestamp {
        self.all().min().unwrap_or_default()
    }
}

/// Which descriptions are stale: those changed before the limit that no provider confirmed since, as they are.
struct Fresh {
    /// When services were confirmed.
    confirmed: HashMap<EntityId, Timestamp>,
    limits: Limits,
}

impl Fresh {
    /// Of descriptions, where these services were confirmed, whether they have changed since or not.
    async fn load(
        on: &mut Transaction,
        limits: &Limits,
        confirmed: &HashSet<EntityId>,
        all: &[Unchanged],
    ) -> Result<Self, Error> {
        let services = all.iter().filter(|one| one.kind == EntityKind::Service);
        let asked = services.filter(|one| confirmed.contains(&one.id));
        let asked: Vec<EntityId> = asked.map(|one| one.id.clone()).collect();
        Ok(Self { confirmed: valid(on, &asked).await?, limits: limits.clone() })
    }

    fn is_stale(&self, one: &Unchanged) -> bool {
        let limit = self.limits.of(one.county.as_deref());
        let is_confirmed = one.kind == EntityKind::Service
            && self.confirmed.get(&one.id).is_some_and(|at| *at >= limit);
        one.modified < limit && !is_confirmed
    }
}

/// After how many days a description of a county is stale; of all counties, where they have one limit.
#[must_use]
pub fn review_days(app: &App, county: Option<&str>) -> Option<i32> {
    let standing = app.standing();
    let standards = &standing.stale.standards;
    if county.is_some() {
        return Some(standards.of_county(county).review_days);
    }
    let mut all = standards.all().map(|settings| settings.review_days);
    let first = all.next()?;
    all.all(|days| days == first).then_some(first)
}

/// A page of the organisations of a county, or of all, that have stale descriptions, with how many there are: the one
/// first whose description is oldest.
///
/// # Errors
/// When the database is not there.
pub async fn stale_owners(
    app: &App,
    _: &Coordinator,
    county: Option<&str>,
    (offset, limit): (usize, usize),
) -> Result<(Vec<StaleOwner>, usize), Error> {
    let standing = app.standing();
    let all = standing.stale.of(county);
    let page: Vec<&Counted> = all.iter().skip(offset).take(limit).collect();
    let ids: Vec<EntityId> = page.iter().filter_map(|one| one.owner.clone()).collect();
    let names = names(&mut app.database().begin().await?, EntityKind::Organisation, &ids).await?;
    let of_all: HashMap<&Option<EntityId>, i64> = standing
        .of(county)
        .organisations
        .iter()
        .map(|(id, score)| (id, score.descriptions))
        .collect();
    let owner = |one: &&Counted| StaleOwner {
        id: one.owner.clone(),
        names: one.owner.as_ref().and_then(|id| names.get(id)).cloned().unwrap_or_default(),
        stale: one.count,
        descriptions: of_all.get(&one.owner).copied().unwrap_or(0),
        oldest: one.oldest,
    };
    Ok((page.iter().map(owner).collect(), all.len()))
}

/// The names of an organisation of a county, or of all, with a page of its stale descriptions, and how many there are: the
/// oldest first.
///
/// # Errors
/// When the database is not there, or the county has no such organisation ([`Error::NotFound`]).
pub async fn stale_descriptions(
    app: &App,
    _: &Coordinator,
    county: Option<&str>,
    owner: &EntityId,
    (offset, limit): (usize, usize),
) -> Result<(Localized, Vec<StaleDescription>, usize), Error> {
    let mut on = app.database().begin().await?;
    let own = own_organisation(&mut on, county, owner).await?;
    let standards = Arc::clone(&app.standing().stale.standards);
    let limits = Limits { standards, today: today(app) };
    let confirmed = confirmed_since(&mut on, limits.earliest()).await?.into_iter().collect();
    let mut all = unchanged_of(&mut on, owner, limits.latest()).await?;
    let fresh = Fresh::load(&mut on, &limits, &confirmed, &all).await?;
    all.retain(|one| fresh.is_stale(one));
    let total = all.len();
    let page: Vec<Unchanged> = all.into_iter().skip(offset).take(limit).collect();
    let mut known: HashMap<EntityId, Localized> = HashMap::new();
    for kind in KINDS {
        let of_kind = page.iter().filter(|one| one.kind == kind);
        let ids: Vec<EntityId> = of_kind.map(|one| one.id.clone()).collect();
        known.extend(names(&mut on, kind, &ids).await?);
    }
    let described = |one: Unchanged| StaleDescription {
        names: known.remove(&one.id).unwrap_or_default(),
        kind: one.kind,
        id: one.id,
        modified: one.modified,
    };
    Ok((own, page.into_iter().map(described).collect(), total))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_description_is_stale_on_the_day_after_its_limit() {
        let changed: Timestamp = "2026-01-20T10:00:00Z".parse().unwrap();
        assert!(changed >= limit(date(2027, 1, 20), 365));
        assert!(changed < limit(date(2027, 1, 21), 365));
        assert!(changed >= limit(date(2026, 1, 20), 0));
        assert_eq!(limit(Date::MIN, i32::MAX), Timestamp::MIN, "no limit is reached");
    }
}
