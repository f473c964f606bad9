//! Those with whom a county works so that services get described: which there are, and which organisation of the
//! catalogue each of them is.

use std::collections::BTreeMap;

use domain::Localized;
use domain::catalogue::{EntityId, EntityKind};
use domain::event::Event;
use domain::journey::{Journey, JourneyPlan, Marked};
use domain::partner::{Partner, PartnerName, name_key};
use store::Transaction;
use store::catalogue::{heads, names};
use store::{event as events, journey, partner as rows};

use crate::coordinator::Coordinator;
use crate::{App, Error};

/// How many organisations' names are read at once.
const CHUNK: u32 = 1_000;
/// How many organisations are offered to choose from.
const OFFERED: usize = 12;

/// A partner in the list of a county's.
#[derive(Debug, Clone, PartialEq)]
pub struct PartnerLine {
    /// The partner.
    pub partner: Partner,
    /// How many steps are done, of how many.
    pub progress: (usize, usize),
    /// The name of the step at which something is left to do.
    pub next: Option<Localized>,
    /// The last mark.
    pub last: Option<Marked>,
    /// How many services its organisation offers; none where the catalogue does not have it.
    pub descriptions: Option<usize>,
}

/// A county's partners, in order of name, each with where it is on the way.
pub async fn list(
    app: &App,
    _: &Coordinator,
    county: Option<&str>,
    plan: &JourneyPlan,
) -> Result<Vec<PartnerLine>, Error> {
    let mut reading = app.database().begin().await?;
    let mut marks: BTreeMap<String, Vec<Marked>> = BTreeMap::new();
    for (partner, marked) in journey::of_county(&mut reading, county).await? {
        marks.entry(partner).or_default().push(marked);
    }
    let descriptions = rows::descriptions(&mut reading, county).await?;
    let partners = rows::list(&mut reading, county).await?;
    let line = |partner: Partner| {
        let marks = marks.get(&partner.id).map_or(&[][..], Vec::as_slice);
        let journey = Journey::of(plan, marks);
        let organisation = partner.organisation.as_ref();
        PartnerLine {
            progress: journey.progress(),
            next: journey.next().map(|step| step.name.clone()),
            last: marks.last().cloned(),
            descriptions: organisation.map(|id| descriptions.get(id).copied().unwrap_or(0)),
            partner,
        }
    };
    Ok(partners.into_iter().map(line).collect())
}

/// A partner with all that its page shows.
#[derive(Debug, Clone, PartialEq)]
pub struct PartnerDetails {
    /// The partner.
    pub partner: Partner,
    /// The names of its organisation, as long as the catalogue offers it.
    pub organisation: Option<Localized>,
    /// How many services its organisation offers.
    pub descriptions: usize,
    /// What was marked, the oldest first.
    pub marks: Vec<Marked>,
    /// The events in which it took part, the last first.
    pub events: Vec<Event>,
}

/// A partner's page.
///
/// # Errors
/// When the county has none of that id.
pub async fn details(
    app: &App,
    _: &Coordinator,
    county: Option<&str>,
    id: &str,
) -> Result<PartnerDetails, Error> {
    let mut reading = app.database().begin().await?;
    let partner = rows::get(&mut reading, county, id).await?.ok_or(Error::NotFound)?;
    let asked: Vec<EntityId> = partner.organisation.iter().cloned().collect();
    let organisation = heads(&mut reading, EntityKind::Organisation, &asked).await?.pop();
    let descriptions = rows::descriptions(&mut reading, county).await?;
    let mut attended = Vec::new();
    for event in events::attendance::events_of(&mut reading, id).await? {
        attended.extend(events::get(&mut reading, county, &event).await?);
    }
    Ok(PartnerDetails {
        organisation: organisation.map(|head| head.names),
        descriptions: asked.first().and_then(|id| descriptions.get(id)).copied().unwrap_or(0),
        marks: journey::by_partner(&mut reading, id).await?,
        events: attended,
        partner,
    })
}

/// Adds a partner, and gives its id; the id of the one that the county has of that name, if it has one.
pub async fn add(
    app: &App,
    _: &Coordinator,
    county: Option<&str>,
    name: PartnerName,
) -> Result<String, Error> {
    let known = Known::load(app).await?;
    let (app, county) = (app.clone(), county.map(str::to_owned));
    app.clone()
        .database()
        .write(move |on| {
            Box::pin(async move { ensure(on, &app, county.as_deref(), &known, name).await })
        })
        .await
}

/// The partner of a name, which is made where the county has none; with the organisation of the catalogue that has
/// that name, if one alone has it.
pub(crate) async fn ensure(
    on: &mut Transaction,
    app: &App,
    county: Option<&str>,
    known: &Known,
    name: PartnerName,
) -> Result<String, Error> {
    if let Some(partner) = rows::by_name(on, county, &name.key()).await? {
        return Ok(partner.id);
    }
    let partner = Partner {
        id: app.new_id(),
        county: county.map(str::to_owned),
        organisation: known.of(&name),
        name,
        created: app.now(),
    };
    rows::insert(on, &partner).await?;
    Ok(partner.id)
}

/// Changes a partner's name, and which organisation it is.
///
/// # Errors
/// When there is none of that id, the catalogue has no such organisation ([`Error::Refused`]), or the county has
/// another partner of that name ([`Error::Conflict`]).
pub async fn change(
    app: &App,
    _: &Coordinator,
    county: Option<&str>,
    id: &str,
    name: PartnerName,
    organisation: Option<EntityId>,
) -> Result<(), Error> {
    let (id, county) = (id.to_owned(), county.map(str::to_owned));
    app.database()
        .write(move |on| {
            Box::pin(async move {
                let county = county.as_deref();
                let partner = rows::get(on, county, &id).await?.ok_or(Error::NotFound)?;
                let namesake = rows::by_name(on, county, &name.key()).await?;
                if namesake.is_some_and(|other| other.id != partner.id) {
                    return Err(Error::Conflict(format!("there is a partner {}", name.as_str())));
                }
                let asked: Vec<EntityId> = organisation.iter().cloned().collect();
                let found = heads(on, EntityKind::Organisation, &asked).await?;
                if found.len() < asked.len() && organisation != partner.organisation {
                    return Err(Error::Refused(
                        "the catalogue has no such organisation".to_owned(),
                    ));
                }
                Ok(rows::update(on, &Partner { name, organisation, ..partner }).await?)
            })
        })
        .await
}

/// Deletes a partner with what was marked of it: for one that was added by mistake.
///
/// # Errors
/// When there is none of that id, or it took part in an event ([`Error::Refused`]).
pub async fn remove(
    app: &App,
    _: &Coordinator,
    county: Option<&str>,
    id: &str,
) -> Result<(), Error> {
    let (id, county) = (id.to_owned(), county.map(str::to_owned));
    app.database()
        .write(move |on| {
            Box::pin(async move {
                let partner =
                    rows::get(on, county.as_deref(), &id).await?.ok_or(Error::NotFound)?;
                if !events::attendance::events_of(on, &partner.id).await?.is_empty() {
                    return Err(Error::Refused("the partner took part in an event".to_owned()));
                }
                journey::delete(on, &partner.id).await?;
                Ok(rows::delete(on, &partner.id).await?)
            })
        })
        .await
}

/// The organisations of the catalogue in whose names each of these words stands, in order of name, so many.
pub async fn candidates(app: &App, words: &str) -> Result<Vec<(EntityId, Localized)>, Error> {
    let words: Vec<String> = name_key(words).split(' ').map(str::to_owned).collect();
    if words.iter().all(String::is_empty) {
        return Ok(Vec::new());
    }
    let has_all = |names: &Localized| {
        names.iter().any(|(_, name)| {
            let name = name.to_lowercase();
            words.iter().all(|word| name.contains(word.as_str()))
        })
    };
    let mut found = organisations(app).await?;
    found.retain(|(_, names)| has_all(names));
    found.sort_by_cached_key(|(_, names)| names.iter().next().map(|(_, name)| name.to_lowercase()));
    found.truncate(OFFERED);
    Ok(found)
}

/// The organisations of the catalogue by their names.
pub(crate) struct Known(BTreeMap<String, Option<EntityId>>);

impl Known {
    pub(crate) async fn load(app: &App) -> Result<Self, Error> {
        let mut known: BTreeMap<String, Option<EntityId>> = BTreeMap::new();
        for (id, names) in organisations(app).await? {
            for (_, name) in names.iter() {
                known
                    .entry(name_key(name))
                    .and_modify(|one| {
                        // A name that several have names none of them.
                        if one.as_ref() != Some(&id) {
                            *one = None;
                        }
                    })
                    .or_insert_with(|| Some(id.clone()));
            }
        }
        Ok(Self(known))
    }

    fn of(&self, name: &PartnerName) -> Option<EntityId> {
        self.0.get(&name.key()).cloned().flatten()
    }
}

async fn organisations(app: &App) -> Result<Vec<(EntityId, Localized)>, Error> {
    let mut reading = app.database().begin().await?;
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let chunk = names(&mut reading, EntityKind::Organisation, after.as_ref(), CHUNK).await?;
        let Some((last, _)) = chunk.last() else { return Ok(found) };
        after = Some(last.clone());
        found.extend(chunk);
    }
}
