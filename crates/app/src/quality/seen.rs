//! What the coordinator sees of quality: points and their history, organisations by points, findings, and a description
//! with the findings in its texts.

use std::collections::HashMap;

use ::quality::{About, AboutChannel, AboutService, texts};
use domain::catalogue::{Channel, Connection, EntityId, EntityKind, Organisation, Service};
use domain::reference::Municipality;
use domain::{Language, Localized};
use jiff::Timestamp;
use store::Transaction;
use store::catalogue::{connections_of, get, heads};
use store::quality::{self as rows, Counted, Point, Scope, Score};

use super::{Evidence, Field, Rule, rule};
use crate::coordinator::Coordinator;
use crate::index::read;
use crate::{App, Error};

pub use store::quality::Choice;

/// How many points in time a history goes back.
pub(super) const HISTORY: u32 = 366;

/// The points of a county, or of everything.
#[derive(Debug, Clone)]
pub struct Overview {
    /// As they are.
    pub score: Score,
    /// As they were, the oldest first.
    pub history: Vec<Point>,
    /// The rules that found something.
    pub rules: Vec<Counted>,
    /// A page of the organisations, the fewest points first.
    pub organisations: Vec<Scored>,
    /// How many organisations there are.
    pub total: usize,
    /// The municipalities.
    pub municipalities: Vec<(&'static Municipality, Score)>,
}

/// An organisation's points.
#[derive(Debug, Clone)]
pub struct Scored {
    /// The organisation; none of what nobody is named for.
    pub id: Option<EntityId>,
    /// Its names.
    pub names: Localized,
    /// Its points.
    pub score: Score,
}

/// A finding that is kept.
#[derive(Debug, Clone)]
pub struct Kept {
    /// The rule.
    pub rule: &'static Rule,
    /// The field.
    pub field: Field,
    /// The language version; none when it is about the whole.
    pub language: Option<Language>,
    /// What is not right.
    pub evidence: Vec<Evidence>,
    /// Since when it is there.
    pub since: Timestamp,
    /// The kind of what it is in.
    pub kind: EntityKind,
    /// The id of what it is in.
    pub id: EntityId,
    /// The description on whose page it stands: of a connection the service.
    pub subject: EntityId,
    /// The names of that.
    pub names: Localized,
    /// The organisation that is responsible.
    pub owner: Option<EntityId>,
    /// The names of that.
    pub owner_names: Localized,
}

impl Kept {
    /// The kind of what it stands on the page of.
    #[must_use]
    pub const fn subject_kind(&self) -> EntityKind {
        match self.kind {
            EntityKind::Connection => EntityKind::Service,
            kind => kind,
        }
    }
}

/// A page of findings.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The organisation's names, where one is chosen.
    pub organisation: Option<Localized>,
    /// Its points, or those of the county.
    pub score: Score,
    /// As they were.
    pub history: Vec<Point>,
    /// The findings, those worth most first.
    pub findings: Vec<Kept>,
    /// How many there are.
    pub total: usize,
    /// The rules that found something, whatever rule is chosen.
    pub rules: Vec<Counted>,
}

/// A description, as it was checked.
#[derive(Debug, Clone)]
pub struct Described {
    /// Its names.
    pub names: Localized,
    /// Who is responsible.
    pub owner: Option<(EntityId, Localized)>,
    /// Its texts.
    pub texts: Vec<FieldText>,
    /// The findings, those worth most first.
    pub findings: Vec<Kept>,
}

/// A text of a description.
#[derive(Debug, Clone)]
pub struct FieldText {
    /// The kind of what it is in.
    pub kind: EntityKind,
    /// The id of what it is in.
    pub id: EntityId,
    /// The field.
    pub field: Field,
    /// The language version.
    pub language: Language,
    /// The text.
    pub text: String,
}

/// The points of a county, by its code, or of everything, with a page of its organisations.
///
/// # Errors
/// When the database is not there.
pub async fn overview(
    app: &App,
    _: &Coordinator,
    county: Option<&str>,
    (offset, limit): (u32, u32),
) -> Result<Overview, Error> {
    let standing = app.standing();
    let sum = standing.of(county);
    let (from, most) = (offset as usize, limit as usize);
    let mut on = app.database().begin().await?;
    let listed = sum.organisations.iter().skip(from).take(most);
    let listed: Vec<&(Option<EntityId>, Score)> = listed.collect();
    let ids: Vec<EntityId> = listed.iter().filter_map(|(id, _)| id.clone()).collect();
    let names = names(&mut on, EntityKind::Organisation, &ids).await?;
    let organisations = listed.into_iter().map(|(id, score)| Scored {
        names: id.as_ref().and_then(|id| names.get(id)).cloned().unwrap_or_default(),
        id: id.clone(),
        score: *score,
    });
    Ok(Overview {
        score: sum.score,
        history: rows::history(&mut on, &scope(county), HISTORY).await?,
        rules: sum.rules.clone(),
        organisations: organisations.collect(),
        total: sum.organisations.len(),
        municipalities: sum.municipalities.clone(),
    })
}

/// A page of the findings that fit a choice.
///
/// # Errors
/// When the database is not there, or the county has no such organisation ([`Error::NotFound`]).
pub async fn findings(
    app: &App,
    _: &Coordinator,
    choice: &Choice,
    (offset, limit): (u32, u32),
) -> Result<Listed, Error> {
    let mut on = app.database().begin().await?;
    let Some(owner) = &choice.owner else { return of_county(app, on, choice, offset, limit).await };
    let organisation = own_organisation(&mut on, choice.county.as_deref(), owner).await?;
    let scope = Scope::Organisation(owner.clone());
    let found = rows::list(&mut on, choice, offset, limit).await?;
    let of_any_rule = Choice { rule: None, ..choice.clone() };
    Ok(Listed {
        organisation: Some(organisation),
        score: rows::now(&mut on, &scope).await?,
        history: rows::history(&mut on, &scope, HISTORY).await?,
        findings: kept(&mut on, found).await?,
        total: count(rows::count(&mut on, choice).await?),
        rules: rows::by_rule(&mut on, &of_any_rule).await?,
    })
}

/// The findings of a county, or all: how many there are of each rule is counted once for each check, and tells where in
/// the list a page begins.
async fn of_county(
    app: &App,
    mut on: Transaction,
    choice: &Choice,
    offset: u32,
    limit: u32,
) -> Result<Listed, Error> {
    let (standing, county) = (app.standing(), choice.county.as_deref());
    let sum = standing.of(county);
    let rules = sum.rules_of(choice);
    let chosen =
        rules.iter().filter(|one| choice.rule.as_ref().is_none_or(|rule| *rule == one.rule));
    let (mut skipped, mut wanted, mut total) = (i64::from(offset), i64::from(limit), 0);
    let mut found = Vec::new();
    for one in chosen {
        total += one.findings;
        if skipped < one.findings && wanted > 0 {
            let of_rule = rows::of_rule(&mut on, &one.rule, choice, skipped, wanted).await?;
            wanted -= i64::try_from(of_rule.len()).unwrap_or(wanted);
            found.extend(of_rule);
        }
        skipped = (skipped - one.findings).max(0);
    }
    Ok(Listed {
        organisation: None,
        score: sum.score,
        history: rows::history(&mut on, &scope(county), HISTORY).await?,
        findings: kept(&mut on, found).await?,
        total: count(total),
        rules,
    })
}

/// A service, a channel or an organisation with its texts and its findings, a service's connections' with them.
///
/// # Errors
/// When the database is not there, or there is no such thing ([`Error::NotFound`]).
pub async fn described(
    app: &App,
    _: &Coordinator,
    kind: EntityKind,
    id: &EntityId,
) -> Result<Described, Error> {
    let mut on = app.database().begin().await?;
    let stored = get(&mut on, kind, id).await?.filter(|stored| stored.gone.is_none());
    let stored = stored.ok_or(Error::NotFound)?;
    let mut texts = Vec::new();
    let owner = match kind {
        EntityKind::Service => {
            let service: Service = read(&stored)?;
            let about = AboutService { service: &service, description: None, channels: None };
            add(&mut texts, kind, id, &About::Service(about));
            for (_, document) in connections_of(&mut on, std::slice::from_ref(id)).await? {
                let connection: Connection = serde_json::from_str(&document).map_err(|error| {
                    Error::Internal(format!("a connection's document: {error}"))
                })?;
                add(
                    &mut texts,
                    EntityKind::Connection,
                    &connection.id(),
                    &About::Connection(&connection),
                );
            }
            service.organisation
        }
        EntityKind::Channel => {
            let channel: Channel = read(&stored)?;
            let about = AboutChannel { channel: &channel, services: None };
            add(&mut texts, kind, id, &About::Channel(about));
            channel.organisation
        }
        EntityKind::Organisation => {
            let organisation: Organisation = read(&stored)?;
            add(&mut texts, kind, id, &About::Organisation(&organisation));
            Some(organisation.id)
        }
        _ => return Err(Error::NotFound),
    };
    let found = rows::of_subject(&mut on, id).await?;
    let findings = kept(&mut on, found).await?;
    let owner = match owner {
        None => None,
        Some(owner) => {
            let named =
                heads(&mut on, EntityKind::Organisation, std::slice::from_ref(&owner)).await?;
            named.into_iter().next().map(|head| (owner, head.names))
        }
    };
    Ok(Described { names: stored.names, owner, texts, findings })
}

fn add(all: &mut Vec<FieldText>, kind: EntityKind, id: &EntityId, about: &About<'_>) {
    all.extend(texts(about).into_iter().map(|(field, language, text)| FieldText {
        kind,
        id: id.clone(),
        field,
        language,
        text: text.to_owned(),
    }));
}

/// The names of an organisation, where a county is given of one that is at home there: another county's is none here.
pub(super) async fn own_organisation(
    on: &mut Transaction,
    county: Option<&str>,
    id: &EntityId,
) -> Result<Localized, Error> {
    if let Some(county) = county
        && !rows::is_of_county(on, id, county).await?
    {
        return Err(Error::NotFound);
    }
    let named = heads(on, EntityKind::Organisation, std::slice::from_ref(id)).await?;
    Ok(named.into_iter().next().ok_or(Error::NotFound)?.names)
}

/// Whether the points and findings of an organisation are seen on the site of a county, or of all.
///
/// # Errors
/// When the database is not there.
pub async fn is_own(app: &App, county: Option<&str>, id: &EntityId) -> Result<bool, Error> {
    let Some(county) = county else { return Ok(true) };
    Ok(rows::is_of_county(&mut app.database().begin().await?, id, county).await?)
}

/// Findings with the names of what they are in. One of a rule that there no longer is, is left out.
pub(crate) async fn kept(
    on: &mut Transaction,
    found: Vec<rows::Finding>,
) -> Result<Vec<Kept>, Error> {
    Ok(each_kept(on, found).await?.into_iter().flatten().collect())
}

/// Each of some findings with the names of what it is in; none in the place of one of a rule that there no longer is.
pub(super) async fn each_kept(
    on: &mut Transaction,
    found: Vec<rows::Finding>,
) -> Result<Vec<Option<Kept>>, Error> {
    let mut by_kind: HashMap<EntityKind, Vec<EntityId>> = HashMap::new();
    for one in &found {
        let kind = match one.place.kind {
            EntityKind::Connection => EntityKind::Service,
            kind => kind,
        };
        by_kind.entry(kind).or_default().push(one.place.subject.clone());
    }
    let owners = found.iter().filter_map(|one| one.owner.clone());
    by_kind.entry(EntityKind::Organisation).or_default().extend(owners);
    let mut known: HashMap<EntityId, Localized> = HashMap::new();
    for (kind, ids) in by_kind {
        known.extend(names(on, kind, &ids).await?);
    }
    let name = |id: &EntityId| known.get(id).cloned().unwrap_or_default();
    let kept = found.into_iter().map(|one| {
        Some(Kept {
            rule: rule(&one.place.rule)?,
            field: Field::ALL.iter().copied().find(|field| field.code() == one.place.field)?,
            language: one.place.language,
            evidence: serde_json::from_str(&one.evidence).unwrap_or_default(),
            since: one.since,
            kind: one.place.kind,
            names: name(&one.place.subject),
            owner_names: one.owner.as_ref().map(name).unwrap_or_default(),
            id: one.place.id,
            subject: one.place.subject,
            owner: one.owner,
        })
    });
    Ok(kept.collect())
}

pub(super) async fn names(
    on: &mut Transaction,
    kind: EntityKind,
    ids: &[EntityId],
) -> Result<HashMap<EntityId, Localized>, Error> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    let named = heads(on, kind, &ids).await?;
    Ok(named.into_iter().map(|head| (head.id, head.names)).collect())
}

pub(super) fn scope(county: Option<&str>) -> Scope {
    county.map_or(Scope::All, |code| Scope::County(code.to_owned()))
}

fn count(count: i64) -> usize {
    usize::try_from(count).unwrap_or(0)
}
