//! The digests: written when they are due and there is something to tell, not more often than was chosen, and ended by
//! one press.

use std::time::Duration;

use domain::Language;
use domain::provider_link::{KeyPurpose, ProviderKey, ProviderLink};
use jiff::{Timestamp, ToSpan};
use store::mail::{About, Mail};
use store::provider::link as rows;

use super::letter::{Told, letter};
use super::view::{mendings, offered_names, reports};
use super::{new_key, print};
use crate::schedule::finnish_time;
use crate::{App, Error};

/// How often it is looked whether a digest is due.
const LOOK: Duration = Duration::from_secs(20);
/// How often it is looked for what ended long ago.
const FORGET: Duration = Duration::from_hours(1);
/// How many findings a digest tells.
pub(super) const FINDINGS: usize = 5;
/// How long a link is kept after its end, in days: it may be renewed so long.
const KEPT: i64 = 30;

/// Where the pages are that keys open; only whoever serves them knows.
pub trait ProviderAddresses: Send + Sync {
    /// The whole address of a provider's page on a county's site; none where the site's own address is not known.
    fn view(&self, county: Option<&str>, language: Language, key: &ProviderKey) -> Option<String>;

    /// The whole address where digests are ended by one request.
    fn unsubscribe(
        &self,
        county: Option<&str>,
        language: Language,
        key: &ProviderKey,
    ) -> Option<String>;
}

/// Writes the digests that are due, for the post to send, and says how many.
///
/// # Errors
/// When the database is not there.
pub async fn send_digests(app: &App, addresses: &dyn ProviderAddresses) -> Result<usize, Error> {
    let now = app.now();
    let links = rows::with_digest(&mut app.database().begin().await?, now).await?;
    let mut written = 0;
    for link in links {
        let id = link.id.clone();
        match send(app, addresses, link, now).await {
            Ok(is_written) => written += usize::from(is_written),
            // The others' are not kept from going out.
            Err(error) => tracing::warn!(link = id, "a provider's digest is not written: {error}"),
        }
    }
    Ok(written)
}

/// Writes the digest of a link, where it is due and there is something to tell.
async fn send(
    app: &App,
    addresses: &dyn ProviderAddresses,
    link: ProviderLink,
    now: Timestamp,
) -> Result<bool, Error> {
    let day = |at: Timestamp| finnish_time(at).date();
    if !link.rhythm.is_due(link.digest_sent.map(day), day(now)) {
        return Ok(false);
    }
    let (view, end) = (new_key()?, new_key()?);
    let county = link.county.as_deref();
    let (Some(page), Some(unsubscribe)) = (
        addresses.view(county, link.language, &view),
        addresses.unsubscribe(county, link.language, &end),
    ) else {
        // The pages offer no digests where the site's own address is not known.
        return Ok(false);
    };
    let Some(told) = told(app, &link).await? else { return Ok(false) };
    let (subject, body) = letter(&link, &told, &page, &unsubscribe);
    let mail = Mail {
        id: app.new_id(),
        recipient: link.email.clone(),
        subject,
        body,
        unsubscribe,
        about: Some(About::Digest(link.id.clone())),
        created: now,
        attempts: 0,
    };
    let (view, end) = (print(&view), print(&end));
    app.database()
        .write(move |on| {
            Box::pin(async move {
                if !rows::take_digest(on, &link, now).await? {
                    return Ok(false);
                }
                rows::insert_key(on, view, &link.id, KeyPurpose::View).await?;
                rows::insert_key(on, end, &link.id, KeyPurpose::Unsubscribe).await?;
                store::mail::insert(on, &mail).await?;
                Ok::<_, Error>(true)
            })
        })
        .await
}

/// What there is to tell a provider; none where there is nothing, or the organisation is gone.
async fn told(app: &App, link: &ProviderLink) -> Result<Option<Told>, Error> {
    let mut on = app.database().begin().await?;
    let names = match offered_names(&mut on, &link.organisation).await {
        Ok(names) => names,
        Err(Error::NotFound) => return Ok(None),
        Err(error) => return Err(error),
    };
    let reports = reports(&mut on, &link.organisation).await?;
    let (mut findings, _) = mendings(&mut on, &link.organisation).await?;
    let total = findings.len();
    findings.truncate(FINDINGS);
    let is_empty = reports.is_empty() && findings.is_empty();
    Ok((!is_empty).then_some(Told { names, reports, findings, total }))
}

/// Ends the digests of the link whose key it is, and forgets the address; says whether there is such a link. It goes on
/// working when the link itself has ended.
///
/// # Errors
/// When the database is not there.
pub async fn unsubscribe(
    app: &App,
    county: Option<&str>,
    key: &ProviderKey,
) -> Result<bool, Error> {
    let (print, county) = (print(key), county.map(str::to_owned));
    app.database()
        .write(move |on| {
            Box::pin(async move {
                let link = rows::of_key(on, print, KeyPurpose::Unsubscribe).await?;
                let Some(link) = link.filter(|link| link.county == county) else {
                    return Ok::<_, Error>(false);
                };
                rows::set_digest(on, &link.id, "", domain::provider_link::DigestRhythm::Never)
                    .await?;
                Ok(true)
            })
        })
        .await
}

/// Writes the digests that are due for ever.
pub async fn follow(app: App, addresses: impl ProviderAddresses) {
    loop {
        match send_digests(&app, &addresses).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "digests to providers are written"),
            Err(error) => tracing::warn!("digests to providers could not be written: {error}"),
        }
        tokio::time::sleep(LOOK).await;
    }
}

/// Deletes the links that ended long ago, with their keys and addresses, and says how many.
///
/// # Errors
/// When the database is not there.
pub async fn delete_ended(app: &App) -> Result<u64, Error> {
    let before = app.now().checked_sub((24 * KEPT).hours()).unwrap_or(Timestamp::MIN);
    app.database()
        .write(move |on| Box::pin(async move { Ok(rows::delete_ended(on, before).await?) }))
        .await
}

/// Deletes what ended long ago, now and from then on.
pub async fn forget_ended(app: App) {
    loop {
        match delete_ended(&app).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "providers' links that ended are deleted"),
            Err(error) => tracing::warn!("providers' links could not be deleted: {error}"),
        }
        tokio::time::sleep(FORGET).await;
    }
}
