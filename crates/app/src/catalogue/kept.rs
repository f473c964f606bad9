//! What lists show of services, kept beside the index that finds them: read once for as long as that index
//! is the one that readers have, and gone with it. Bounded in bytes. It holds what is in the catalogue and
//! nothing of who asked; what depends on the time is worked out of it for each page.
//!
//! It is kept packed: the maps by language that a service is read into take ten times the memory of its
//! packed text, and to unpack it costs little beside reading it from the database.

use std::collections::HashSet;
use std::sync::Arc;

use domain::catalogue::EntityId;
use quick_cache::Weighter;
use quick_cache::sync::Cache;

use super::ServiceSummary;
use crate::Error;

/// The most that is kept, in bytes.
const MOST: u64 = 64 * 1024 * 1024;
/// What a service usually takes, in bytes.
const USUAL: u64 = 768;
/// What an entry takes beside its value, about, in bytes.
const ENTRY: u64 = 160;

/// What is kept of services. Cheap to clone; clones share it.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    /// By id, and by which connection's channel it has beside the first few.
    services: Arc<Cache<(EntityId, Option<u32>), Packed, ByBytes>>,
}

/// A summary as JSON that is compressed.
#[derive(Debug, Clone)]
pub(super) struct Packed(Arc<[u8]>);

impl Packed {
    pub(super) fn new(one: &ServiceSummary) -> Result<Self, Error> {
        let json = serde_json::to_vec(one).map_err(|error| unusable(&one.id, &error))?;
        Ok(Self(lz4_flex::compress_prepend_size(&json).into()))
    }

    /// What was packed of a service.
    pub(super) fn unpacked(&self, id: &EntityId) -> Result<ServiceSummary, Error> {
        let json =
            lz4_flex::decompress_size_prepended(&self.0).map_err(|error| unusable(id, &error))?;
        serde_json::from_slice(&json).map_err(|error| unusable(id, &error))
    }
}

/// Values weigh what they hold, about.
#[derive(Debug, Clone)]
struct ByBytes;

impl Weighter<(EntityId, Option<u32>), Packed> for ByBytes {
    fn weight(&self, _: &(EntityId, Option<u32>), packed: &Packed) -> u64 {
        ENTRY + u64::try_from(packed.0.len()).unwrap_or(u64::MAX - ENTRY)
    }
}

impl Default for Kept {
    fn default() -> Self {
        let about = usize::try_from(MOST / USUAL).unwrap_or_default();
        Self { services: Arc::new(Cache::with_weighter(about, MOST, ByBytes)) }
    }
}

impl Kept {
    /// The same without these services.
    pub(crate) fn without(&self, services: &HashSet<String>) -> Self {
        let others = Self::default();
        for (key, packed) in self.services.iter() {
            if !services.contains(key.0.as_str()) {
                others.services.insert(key, packed);
            }
        }
        others
    }

    /// What is kept of a service; none where it must be read.
    pub(super) fn get(&self, id: &EntityId, further: Option<u32>) -> Option<Packed> {
        self.services.get(&(id.clone(), further))
    }

    /// Whether something is kept of a service.
    pub(super) fn has(&self, id: &EntityId) -> bool {
        self.services.contains_key(&(id.clone(), None))
    }

    /// Whether what more is kept would push out what is there.
    pub(super) fn is_full(&self) -> bool {
        self.services.weight() >= self.services.capacity() / 10 * 9
    }

    /// Keeps what was read of a service.
    pub(super) fn keep(&self, id: EntityId, further: Option<u32>, packed: Packed) {
        self.services.insert((id, further), packed);
    }
}

fn unusable(id: &EntityId, error: &impl std::fmt::Display) -> Error {
    Error::Internal(format!("what is kept of the service {id}: {error}"))
}
