//! Foreign formats to domain values, and a report of what did not fit.
//!
//! An import has two steps. **Fetching** asks a PTV Open API, politely, and saves its pages in a
//! directory ([`fetch`]); pages that are already there are not asked for again, so a fetch that was
//! killed goes on where it stopped. **Reading** turns such a directory, or one that somebody saved
//! by hand, into entities of the catalogue ([`directory`]), record by record ([`ptv`]), and says
//! what is wrong with each. Only this crate knows a foreign field name.
//!
//! Beside that, [`tiles`] asks a map service for its pictures.
//!
//! It does not decide what is new, changed or gone: that is `app`'s.

pub mod clean;
pub mod demonstration;
pub mod directory;
pub mod fetch;
pub mod progress;
pub mod ptv;
pub mod reading;
pub mod record;
#[cfg(feature = "stub")]
pub mod stub;
pub mod tiles;

pub use record::{Fingerprint, Item, Record, Sink, Stopped};
