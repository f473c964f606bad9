//! What a provider sees: what is to be mended, in order of worth; what residents reported and searched for near their
//! services; and their descriptions as the public sees them.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use domain::Localized;
use domain::catalogue::{EntityId, EntityKind};
use domain::coverage::Demand;
use domain::reference::county;
use domain::task::{TaskAbout, Watch};
use jiff::Timestamp;
use store::Transaction;
use store::catalogue::{by_owner, generation, get, heads};
use store::quality::{self as quality_rows, Scope, Score};
use store::task::reports_of;

use super::Provider;
use crate::catalogue::{ListedService, services};
use crate::quality::kept;
use crate::reach::{Mending, Offers};
use crate::{App, Error};

/// Over how many weeks demand is told.
const WEEKS: u16 = 26;
/// How many searches are told.
const SEARCHES: usize = 20;
/// How many reports are told.
const REPORTS: u32 = 50;
/// How many descriptions are read at once.
const CHUNK: u32 = 512;

/// What is to be mended.
#[derive(Debug, Clone)]
pub struct View {
    /// The organisation's names.
    pub names: Localized,
    /// Its points.
    pub score: Score,
    /// What residents reported and is not mended yet.
    pub reports: Vec<Reported>,
    /// A page of the findings, those worth most first.
    pub findings: Vec<Mending>,
    /// How many there are.
    pub total: usize,
    /// What was searched for where their services are, and of their themes; nothing that fewer than five searched for.
    pub demand: Vec<Demand>,
}

/// What a resident reported.
#[derive(Debug, Clone)]
pub struct Reported {
    /// What of the description is wrong; none where nobody said.
    pub watch: Option<Watch>,
    /// The service.
    pub service: EntityId,
    /// Its names.
    pub names: Localized,
    /// When it became a task.
    pub since: Timestamp,
}

/// What is to be mended, with a page of the findings.
///
/// # Errors
/// When the organisation is gone ([`Error::NotFound`]).
pub async fn view(
    app: &App,
    provider: &Provider,
    (offset, limit): (usize, usize),
) -> Result<View, Error> {
    let owner = provider.organisation();
    let mut on = app.database().begin().await?;
    let names = offered_names(&mut on, owner).await?;
    let (mendings, offers) = mendings(&mut on, owner).await?;
    let (score, reports) = (
        quality_rows::now(&mut on, &Scope::Organisation(owner.clone())).await?,
        reports(&mut on, owner).await?,
    );
    drop(on);
    Ok(View {
        names,
        score,
        reports,
        total: mendings.len(),
        findings: mendings.into_iter().skip(offset).take(limit).collect(),
        demand: demand(app, provider, &offers).await?,
    })
}

/// The names of an organisation that is offered.
pub(super) async fn offered_names(
    on: &mut Transaction,
    owner: &EntityId,
) -> Result<Localized, Error> {
    let stored = get(on, EntityKind::Organisation, owner).await?;
    let stored = stored.filter(|stored| stored.gone.is_none()).ok_or(Error::NotFound)?;
    Ok(stored.names)
}

/// All findings of an organisation's descriptions, those worth most first.
pub(super) async fn mendings(
    on: &mut Transaction,
    owner: &EntityId,
) -> Result<(Vec<Mending>, Offers), Error> {
    let offers = Offers::load(on, owner).await?;
    let reach = offers.reach();
    let found = quality_rows::open_of_organisation(on, owner).await?;
    let found = kept(on, found).await?.into_iter();
    let mut all: Vec<Mending> = found
        .map(|finding| Mending {
            reach: reach.get(&finding.subject).copied().unwrap_or(0),
            finding,
        })
        .collect();
    // Those of the same worth stay in the order of severity in which they came.
    all.sort_by_key(|one| Reverse((one.worth(), one.finding.rule.severity.cost())));
    Ok((all, offers))
}

/// What residents reported of an organisation's services and is a task that is not done.
pub(super) async fn reports(
    on: &mut Transaction,
    owner: &EntityId,
) -> Result<Vec<Reported>, Error> {
    let mut reports = Vec::new();
    for task in reports_of(on, owner, REPORTS).await? {
        let (TaskAbout::Report { watched, .. }, Some((EntityKind::Service, service))) =
            (task.about, task.subject)
        else {
            continue;
        };
        let watch = watched.map(|(watch, _)| watch);
        let (names, since) = (Localized::default(), task.created);
        reports.push(Reported { watch, service, names, since });
    }
    let ids: BTreeSet<EntityId> = reports.iter().map(|one| one.service.clone()).collect();
    let ids: Vec<EntityId> = ids.into_iter().collect();
    let named = heads(on, EntityKind::Service, &ids).await?;
    let named: HashMap<EntityId, Localized> =
        named.into_iter().map(|head| (head.id, head.names)).collect();
    for one in &mut reports {
        one.names = named.get(&one.service).cloned().unwrap_or_default();
    }
    Ok(reports)
}

/// What was searched for in the municipalities of the services, or anywhere, of the themes of the services.
async fn demand(app: &App, provider: &Provider, offers: &Offers) -> Result<Vec<Demand>, Error> {
    let own = provider.link().county.clone();
    let first = || offers.offered.iter().find(|one| !one.county.is_empty());
    let code = own.or_else(|| first().map(|one| one.county.clone()));
    let Some(county) = code.as_deref().and_then(county) else { return Ok(Vec::new()) };
    let is_near = |code: &str| {
        offers.offered.iter().any(|one| match one.municipality.as_str() {
            "" => one.county.is_empty() || one.county == county.code,
            own => own == code,
        })
    };
    let mut asked = crate::coverage::demand(app, county, WEEKS).await?;
    asked.retain(|one| {
        one.municipality.as_deref().is_none_or(is_near)
            && offers.offered.iter().any(|own| own.themes.meets(&one.themes))
    });
    asked.truncate(SEARCHES);
    Ok(asked)
}

/// A page of a provider's services.
#[derive(Debug, Clone)]
pub struct Descriptions {
    /// The organisation's names.
    pub names: Localized,
    /// The services in order of their names.
    pub services: Vec<Description>,
    /// How many there are.
    pub total: usize,
    /// The generation of the catalogue in which they are so.
    pub generation: i64,
}

/// A service of a provider's.
#[derive(Debug, Clone)]
pub struct Description {
    /// The service as lists show it.
    pub listed: ListedService,
    /// How many findings it has.
    pub findings: usize,
    /// When its provider confirmed it as it is.
    pub confirmed: Option<Timestamp>,
}

/// A page of a provider's services, in order of name.
///
/// # Errors
/// When the organisation is gone ([`Error::NotFound`]).
pub async fn descriptions(
    app: &App,
    provider: &Provider,
    (offset, limit): (usize, usize),
) -> Result<Descriptions, Error> {
    let owner = provider.organisation();
    let mut on = app.database().begin().await?;
    let generation = generation(&mut on).await?;
    let names = offered_names(&mut on, owner).await?;
    let mut all: Vec<(String, EntityId)> = Vec::new();
    let mut after = None;
    loop {
        let chunk = by_owner(&mut on, EntityKind::Service, owner, after.as_ref(), CHUNK).await?;
        let Some(last) = chunk.last() else { break };
        after = Some(last.id.clone());
        let language = provider.link().language;
        all.extend(chunk.into_iter().map(|one| {
            let name = one.names.best(language).map(|(_, name)| name.to_lowercase());
            (name.unwrap_or_default(), one.id)
        }));
    }
    all.sort();
    let total = all.len();
    let ids: Vec<EntityId> = all.into_iter().skip(offset).take(limit).map(|(_, id)| id).collect();
    let confirmed = store::provider::confirmation::valid(&mut on, &ids).await?;
    let mut findings: HashMap<EntityId, usize> = HashMap::new();
    for one in quality_rows::open_of_organisation(&mut on, owner).await? {
        *findings.entry(one.place.subject).or_default() += 1;
    }
    drop(on);
    let listed = services(app, &ids).await?.into_iter();
    let services = listed.map(|listed| Description {
        findings: findings.get(&listed.id).copied().unwrap_or(0),
        confirmed: confirmed.get(&listed.id).copied(),
        listed,
    });
    Ok(Descriptions { names, services: services.collect(), total, generation })
}
