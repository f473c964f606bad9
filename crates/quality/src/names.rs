//! Which names an organisation has in use, so that one that is there twice is found.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use domain::Language;
use domain::catalogue::{ChannelKind, EntityId};

/// The names of a catalogue's services and channels, by organisation. It keeps prints of names, not names: a catalogue
/// of 100,000 services fits in a few megabytes.
#[derive(Debug, Clone, Default)]
pub struct NamesInUse(HashMap<u64, u32>);

/// What bears a name: services, or channels of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bearer<'a> {
    /// A service.
    Service,
    /// A channel of this kind.
    Channel(&'a ChannelKind),
}

impl NamesInUse {
    /// Takes a name of something that is published.
    pub fn add(
        &mut self,
        organisation: &EntityId,
        bearer: Bearer<'_>,
        language: Language,
        name: &str,
    ) {
        if let Some(print) = print(organisation, bearer, language, name) {
            *self.0.entry(print).or_default() += 1;
        }
    }

    /// How many of this organisation's bear the name, whatever its capitals and spaces.
    #[must_use]
    pub fn count(
        &self,
        organisation: &EntityId,
        bearer: Bearer<'_>,
        language: Language,
        name: &str,
    ) -> u32 {
        let print = print(organisation, bearer, language, name);
        print.and_then(|print| self.0.get(&print)).copied().unwrap_or(0)
    }
}

/// None for a blank name.
fn print(
    organisation: &EntityId,
    bearer: Bearer<'_>,
    language: Language,
    name: &str,
) -> Option<u64> {
    let mut words = name.split_whitespace().peekable();
    words.peek()?;
    let mut hasher = DefaultHasher::new();
    (organisation, bearer, language).hash(&mut hasher);
    for word in words {
        word.to_lowercase().hash(&mut hasher);
    }
    Some(hasher.finish())
}
