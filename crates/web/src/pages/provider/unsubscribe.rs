//! The end of the digests: a page with one button, and the request that a mail program sends in its place.

use app::provider::unsubscribe;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use domain::provider_link::ProviderKey;

use super::secret;
use crate::address::{Address, ProviderAddress};
use crate::fault::Fault;
use crate::frame::Frame;
use crate::language::Reader;
use crate::{Site, render};

/// The page, before and after.
#[derive(Template)]
#[template(path = "provider/unsubscribe.html")]
struct UnsubscribePage {
    frame: Frame,
    is_done: bool,
}

/// `GET /fi/lopeta-kooste/{key}`: asks first, since programs that look through letters follow links.
pub(super) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
    Path(key): Path<String>,
) -> Result<Response, Fault> {
    let key = ProviderKey::read(&key).ok_or(Fault::NoProviderLink)?;
    let frame = site.frame(language).around(Address::Provider(ProviderAddress::Unsubscribe(key)));
    Ok(secret(render(&UnsubscribePage { frame, is_done: false })))
}

/// `POST /fi/lopeta-kooste/{key}`.
pub(super) async fn take(
    State(site): State<Site>,
    Reader(language): Reader,
    Path(key): Path<String>,
) -> Result<Response, Fault> {
    let key = ProviderKey::read(&key).ok_or(Fault::NoProviderLink)?;
    if !unsubscribe(&site.app, site.county(), &key).await? {
        return Err(Fault::NoProviderLink);
    }
    let frame = site.frame(language).around(Address::Provider(ProviderAddress::Unsubscribe(key)));
    Ok(secret(render(&UnsubscribePage { frame, is_done: true })))
}
