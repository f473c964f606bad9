//! Links made, renewed and revoked.

use domain::Language;
use domain::catalogue::{EntityId, EntityKind};
use domain::feedback::ReplyAddress;
use domain::provider_link::{DigestRhythm, KeyPurpose, LinkValidity, ProviderKey, ProviderLink};
use jiff::Timestamp;
use store::catalogue::get;
use store::provider::link as rows;

use super::{Provider, new_key, print};
use crate::coordinator::Coordinator;
use crate::schedule::finnish_time;
use crate::{App, Error};

/// How many links of an organisation lead somewhere at once, at most.
const MOST: usize = 20;

/// What a link is made of.
#[derive(Debug, Clone)]
pub struct LinkDraft {
    /// The language in which it is written to the provider.
    pub language: Language,
    /// How long it leads somewhere.
    pub validity: LinkValidity,
    /// Where digests go, as somebody wrote it; empty for nowhere.
    pub email: String,
    /// How often they go at most.
    pub rhythm: DigestRhythm,
}

/// What must be mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LinkRefusal {
    /// The address is none.
    #[error("it is no e-mail address")]
    NoAddress,
    /// Digests are wanted, and no address is given.
    #[error("there is no e-mail address to which digests could go")]
    MissingAddress,
    /// As many links lead somewhere as may.
    #[error("the organisation has {MOST} links that lead somewhere; revoke one first")]
    TooMany,
}

/// A link that was made, with its key: it is shown now or never.
#[derive(Debug, Clone)]
pub struct Made {
    /// The link.
    pub link: ProviderLink,
    /// Its key.
    pub key: ProviderKey,
}

/// Makes a link to an organisation's descriptions.
///
/// # Errors
/// When there is no such organisation on the county's site ([`Error::NotFound`]).
pub async fn make(
    app: &App,
    coordinator: &Coordinator,
    county: Option<&str>,
    organisation: &EntityId,
    draft: LinkDraft,
) -> Result<Result<Made, LinkRefusal>, Error> {
    let (email, rhythm) = match address(&draft.email, draft.rhythm) {
        Ok(checked) => checked,
        Err(refusal) => return Ok(Err(refusal)),
    };
    is_there(app, county, organisation).await?;
    let now = app.now();
    let link = ProviderLink {
        id: app.new_id(),
        organisation: organisation.clone(),
        county: county.map(str::to_owned),
        language: draft.language,
        author: coordinator.name().to_owned(),
        created: now,
        expires: end(now, draft.validity)?,
        revoked: None,
        email,
        rhythm,
        digest_sent: None,
    };
    let key = new_key()?;
    let print = print(&key);
    app.database()
        .write(move |on| {
            Box::pin(async move {
                // Those of another county's site cannot be revoked from this one.
                let others = rows::of_organisation(on, &link.organisation).await?.into_iter();
                let others = others.filter(|one| one.county == link.county);
                if others.filter(|one| one.is_open(now)).count() >= MOST {
                    return Ok(Err(LinkRefusal::TooMany));
                }
                rows::insert(on, &link).await?;
                rows::insert_key(on, print, &link.id, KeyPurpose::View).await?;
                Ok(Ok(Made { link, key }))
            })
        })
        .await
}

/// The links of an organisation on a county's site, the newest first.
///
/// # Errors
/// When there is no such organisation there ([`Error::NotFound`]).
pub async fn links(
    app: &App,
    _: &Coordinator,
    county: Option<&str>,
    organisation: &EntityId,
) -> Result<Vec<ProviderLink>, Error> {
    is_there(app, county, organisation).await?;
    let mut found = rows::of_organisation(&mut app.database().begin().await?, organisation).await?;
    found.retain(|one| one.county.as_deref() == county);
    Ok(found)
}

/// Lets a link lead somewhere for a while from today, also one whose time is over. It gives whose it is.
///
/// # Errors
/// When there is none of the id on the county's site, or it was revoked ([`Error::NotFound`]).
pub async fn renew(
    app: &App,
    _: &Coordinator,
    county: Option<&str>,
    id: &str,
    validity: LinkValidity,
) -> Result<EntityId, Error> {
    let expires = end(app.now(), validity)?;
    let link = own(app, county, id).await?;
    let id = link.id.clone();
    write(app, move |on| Box::pin(async move { Ok(rows::set_end(on, &id, expires).await?) }))
        .await?;
    Ok(link.organisation)
}

/// Ends a link at once, and forgets its address and its keys, but those that end digests. It gives whose it was.
///
/// # Errors
/// When there is none of the id on the county's site, or it was revoked ([`Error::NotFound`]).
pub async fn revoke(
    app: &App,
    _: &Coordinator,
    county: Option<&str>,
    id: &str,
) -> Result<EntityId, Error> {
    let (now, link) = (app.now(), own(app, county, id).await?);
    let id = link.id.clone();
    write(app, move |on| Box::pin(async move { Ok(rows::revoke(on, &id, now).await?) })).await?;
    Ok(link.organisation)
}

/// Sets where a provider's digests go, and how often; an empty address ends them.
///
/// # Errors
/// When the database is not there.
pub async fn set_digest(
    app: &App,
    provider: &Provider,
    email: &str,
    rhythm: DigestRhythm,
) -> Result<Result<(), LinkRefusal>, Error> {
    let (email, rhythm) = match address(email, rhythm) {
        Ok(checked) => checked,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let id = provider.link.id.clone();
    write(app, move |on| {
        Box::pin(async move { Ok(rows::set_digest(on, &id, &email, rhythm).await?) })
    })
    .await?;
    Ok(Ok(()))
}

/// An address that is none is refused, and so are digests to nowhere; without digests no address is kept.
fn address(written: &str, rhythm: DigestRhythm) -> Result<(String, DigestRhythm), LinkRefusal> {
    let address = ReplyAddress::take(written).map_err(|_| LinkRefusal::NoAddress)?;
    match (address, rhythm) {
        (_, DigestRhythm::Never) => Ok((String::new(), DigestRhythm::Never)),
        (None, _) => Err(LinkRefusal::MissingAddress),
        (Some(address), rhythm) => Ok((address.as_str().to_owned(), rhythm)),
    }
}

async fn own(app: &App, county: Option<&str>, id: &str) -> Result<ProviderLink, Error> {
    let link = rows::get(&mut app.database().begin().await?, id).await?;
    let is_ours = |link: &ProviderLink| link.county.as_deref() == county && link.revoked.is_none();
    link.filter(is_ours).ok_or(Error::NotFound)
}

/// An organisation that is offered, and on a county's site is at home there or has a service there.
async fn is_there(app: &App, county: Option<&str>, id: &EntityId) -> Result<(), Error> {
    let mut on = app.database().begin().await?;
    let stored = get(&mut on, EntityKind::Organisation, id).await?;
    stored.filter(|stored| stored.gone.is_none()).ok_or(Error::NotFound)?;
    let Some(county) = county else { return Ok(()) };
    let is_at_home = store::quality::is_of_county(&mut on, id, county).await?;
    if is_at_home || crate::catalogue::county_organisations(app, county).contains(id) {
        Ok(())
    } else {
        Err(Error::NotFound)
    }
}

/// The end of the last day, Finnish time.
fn end(now: Timestamp, validity: LinkValidity) -> Result<Timestamp, Error> {
    let now = finnish_time(now);
    let last_day = validity.last_day(now.date());
    let after = last_day.tomorrow().and_then(|day| day.to_zoned(now.time_zone().clone()));
    after.map(|end| end.timestamp()).map_err(|error| Error::Internal(error.to_string()))
}

async fn write<F>(app: &App, work: F) -> Result<(), Error>
where
    F: for<'a> FnOnce(&'a mut store::Transaction) -> store::database::Work<'a, (), Error>
        + Send
        + 'static,
{
    app.database().write(work).await
}
