//! The provider's own view: private links that the coordinator makes, what a key opens, what a provider confirms, and
//! the digests that go to them.
//!
//! A key is shown once, when its link is made, and is in every digest; on disk is a print of it alone. [`Provider`] is
//! the proof that somebody came with one: use cases of the provider take it, and it is had by [`open`] only.

mod confirm;
mod digest;
mod letter;
mod links;
mod view;

use domain::catalogue::EntityId;
use domain::provider_link::{KeyPurpose, ProviderKey, ProviderLink};
use sha2::{Digest as _, Sha256};
use store::provider::link as rows;

pub use confirm::{Confirmed, confirm, confirmed, take_back};
pub use digest::{
    ProviderAddresses, delete_ended, follow, forget_ended, send_digests, unsubscribe,
};
pub use links::{LinkDraft, LinkRefusal, Made, links, make, renew, revoke, set_digest};
pub use view::{Description, Descriptions, Reported, View, descriptions, view};

use crate::{App, Error, chance};

/// The proof that somebody came with a key to a link that leads somewhere.
#[derive(Debug, Clone)]
pub struct Provider {
    link: ProviderLink,
}

impl Provider {
    /// Whose descriptions they are.
    #[must_use]
    pub const fn organisation(&self) -> &EntityId {
        &self.link.organisation
    }

    /// The link that the key opened.
    #[must_use]
    pub const fn link(&self) -> &ProviderLink {
        &self.link
    }
}

/// What a key opens on a county's site; none for a key that is unknown, expired or revoked, which nobody can tell apart.
///
/// # Errors
/// When the database is not there.
pub async fn open(
    app: &App,
    county: Option<&str>,
    key: &ProviderKey,
) -> Result<Option<Provider>, Error> {
    let mut on = app.database().begin().await?;
    let link = rows::of_key(&mut on, print(key), KeyPurpose::View).await?;
    let link = link.filter(|link| link.is_open(app.now()) && link.county.as_deref() == county);
    Ok(link.map(|link| Provider { link }))
}

/// What is kept of a key. It has chance enough that nobody finds it from its print.
fn print(key: &ProviderKey) -> [u8; 16] {
    let mut print = [0; 16];
    print.copy_from_slice(&Sha256::digest(key.as_str().as_bytes())[..16]);
    print
}

fn new_key() -> Result<ProviderKey, Error> {
    Ok(ProviderKey::of_chance(chance::bytes()?))
}
