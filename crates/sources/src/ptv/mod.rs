//! PTV's records, of both versions of its Open API.
//!
//! Each version's module reads one record at a time: `read_record(kind, raw, location, emit)` takes
//! the raw text of one item of a list and hands over what came of it: a record, several (a v11
//! service has its connections within), or a refusal. It never fails on a record; it only stops
//! when the taker does.

use crate::record::{Item, Stopped};

pub mod draft;
mod identity;
pub mod v11;
pub mod v12;

pub use identity::{Identity, Version};

/// Takes what came of a record.
pub type Emit<'a> = dyn FnMut(Item) -> Result<(), Stopped> + 'a;
