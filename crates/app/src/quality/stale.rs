//! Stale descriptions: those that nobody changed or confirmed for longer than their county's limit.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::Localized;
use domain::catalogue::{EntityId, EntityKind};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use store::Transaction;
use store::catalogue::heads;
use store::provider::confirmation::{confirmed_since, valid};
use store::quality::{Unchanged, unchanged, unchanged_of};

use super::seen::names;
use super::{CHUNK, KINDS, Standards, today};
use crate::coordinator::Coordinator;
use crate::{App, Error};

/// How many stale descriptions each organisation has.
#[derive(Debug, Default)]
pub(super) struct Stale {
    standards: Standards,
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
        // What is stale in no county is not even read.
        let limits = standards.all().map(|settings| limit(today, settings.review_days));
        let latest = limits.max().unwrap_or_default();
        let mut all: Vec<Unchanged> = Vec::new();
        for kind in KINDS {
            let mut after = None;
            loop {
                let chunk = unchanged(on, kind, latest, after.as_ref(), CHUNK).await?;
                let Some(last) = chunk.last() else { break };
                after = Some(last.id.clone());
                all.extend(chunk.into_iter().filter(|one| is_stale(one, standards, today)));
            }
        }
        let fresh = Fresh::load(on, standards, today, &all).await?;
        let mut sums: HashMap<Option<String>, BTreeMap<Option<EntityId>, Counted>> = HashMap::new();
        for one in all.iter().filter(|one| !fresh.has(one)) {
            let of_county = one.county.clone().map(Some);
            for scope in of_county.into_iter().chain([None]) {
                let new = Counted { owner: one.owner.clone(), count: 0, oldest: one.modified };
                let sum = sums.entry(scope).or_default();
                let sum = sum.entry(one.owner.clone()).or_insert(new);
                sum.count += 1;
                sum.oldest = sum.oldest.min(one.modified);
            }
        }
        let ordered = |sums: BTreeMap<_, Counted>| {
            let mut all: Vec<Counted> = sums.into_values().collect();
            all.sort_by(|one, other| (one.oldest, &one.owner).cmp(&(other.oldest, &other.owner)));
            all
        };
        let owners = sums.into_iter().map(|(scope, sums)| (scope, ordered(sums))).collect();
        Ok(Self { standards: standards.clone(), owners })
    }

    fn of(&self, county: Option<&str>) -> &[Counted] {
        self.owners.get(&county.map(str::to_owned)).map_or(&[], Vec::as_slice)
    }
}

/// What was last changed before this is stale: the rule of quality that looks at the date says the same.
fn limit(today: Date, days: i32) -> Timestamp {
    let span = Span::new().try_days(days);
    let first = span.and_then(|span| today.checked_sub(span)).unwrap_or(Date::MIN);
    first.to_zoned(TimeZone::UTC).map_or(Timestamp::MIN, |day| day.timestamp())
}

fn is_stale(one: &Unchanged, standards: &Standards, today: Date) -> bool {
    one.modified < limit(today, standards.of_county(one.county.as_deref()).review_days)
}

/// What its provider confirmed lately, as it is.
struct Fresh(HashMap<EntityId, Timestamp>, Standards, Date);

impl Fresh {
    async fn load(
        on: &mut Transaction,
        standards: &Standards,
        today: Date,
        all: &[Unchanged],
    ) -> Result<Self, Error> {
        let limits = standards.all().map(|settings| limit(today, settings.review_days));
        let confirmed = confirmed_since(on, limits.min().unwrap_or_default()).await?;
        let services = all.iter().filter(|one| one.kind == EntityKind::Service);
        let asked: BTreeSet<&EntityId> = services.map(|one| &one.id).collect();
        let asked: Vec<EntityId> = confirmed.into_iter().filter(|id| asked.contains(id)).collect();
        Ok(Self(valid(on, &asked).await?, standards.clone(), today))
    }

    fn has(&self, one: &Unchanged) -> bool {
        let Self(confirmed, standards, today) = self;
        let days = standards.of_county(one.county.as_deref()).review_days;
        one.kind == EntityKind::Service
            && confirmed.get(&one.id).is_some_and(|at| *at >= limit(*today, days))
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

/// An organisation's names with a page of its stale descriptions, and how many there are: the oldest first.
///
/// # Errors
/// When the database is not there, or nobody knows the organisation ([`Error::NotFound`]).
pub async fn stale_descriptions(
    app: &App,
    _: &Coordinator,
    owner: &EntityId,
    (offset, limit): (usize, usize),
) -> Result<(Localized, Vec<StaleDescription>, usize), Error> {
    let (standing, today) = (app.standing(), today(app));
    let standards = &standing.stale.standards;
    let mut on = app.database().begin().await?;
    let named = heads(&mut on, EntityKind::Organisation, std::slice::from_ref(owner)).await?;
    let own = named.into_iter().next().ok_or(Error::NotFound)?.names;
    let limits = standards.all().map(|settings| self::limit(today, settings.review_days));
    let mut all = unchanged_of(&mut on, owner, limits.max().unwrap_or_default()).await?;
    all.retain(|one| is_stale(one, standards, today));
    let fresh = Fresh::load(&mut on, standards, today, &all).await?;
    all.retain(|one| !fresh.has(one));
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
