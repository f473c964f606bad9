//! Which record this is and of which version, found without reading it whole.

use std::fmt;

use domain::catalogue::{EntityId, EntityKind};
use serde::Deserialize;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};

/// The version of PTV's Open API that a record comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// v11: ids are in `id`.
    V11,
    /// v12: ids are in `contentId`, a connection's two in `serviceContentId` and
    /// `channelContentId`, a term's in `uri`.
    V12,
}

/// What a record's own fields say of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The version; none when no field tells it.
    pub version: Option<Version>,
    /// The id, where it is one; only of v12.
    pub id: Option<EntityId>,
}

impl Identity {
    /// Looks through a record's fields, and stops at the one that says it.
    #[must_use]
    pub fn of(kind: EntityKind, raw: &str) -> Self {
        let mut keys = Keys::of(kind);
        // An error is how the visitor stops once it has seen enough, and a fault in the record is
        // the reader's to report.
        let _ = serde_json::Deserializer::from_str(raw).deserialize_map(&mut keys);
        keys.identity()
    }
}

/// The names that tell records apart.
#[derive(Deserialize)]
#[serde(field_identifier)]
enum Key {
    #[serde(rename = "contentId")]
    Content,
    #[serde(rename = "serviceContentId")]
    Service,
    #[serde(rename = "channelContentId")]
    Channel,
    #[serde(rename = "uri")]
    Uri,
    #[serde(rename = "id")]
    Id,
    #[serde(other)]
    Other,
}

#[derive(Debug)]
struct Keys {
    kind: EntityKind,
    content: Option<String>,
    service: Option<String>,
    channel: Option<String>,
    uri: Option<String>,
    has_v11_id: bool,
}

impl Keys {
    const fn of(kind: EntityKind) -> Self {
        Self { kind, content: None, service: None, channel: None, uri: None, has_v11_id: false }
    }

    fn is_enough(&self) -> bool {
        match self.kind {
            EntityKind::Connection => self.service.is_some() && self.channel.is_some(),
            EntityKind::OntologyTerm => self.uri.is_some(),
            _ => self.content.is_some(),
        }
    }

    fn identity(&self) -> Identity {
        let guid = |text: &Option<String>| text.as_deref().and_then(EntityId::from_guid);
        let (marked, id) = match self.kind {
            EntityKind::Connection => {
                let id = guid(&self.service)
                    .zip(guid(&self.channel))
                    .map(|(service, channel)| EntityId::of_connection(&service, &channel));
                (self.service.is_some() || self.channel.is_some(), id)
            }
            // Only v12 has a list of terms.
            EntityKind::OntologyTerm => {
                (true, self.uri.as_deref().and_then(|uri| EntityId::new(uri).ok()))
            }
            _ => (self.content.is_some(), guid(&self.content)),
        };
        let v11 = self.has_v11_id.then_some(Version::V11);
        Identity { version: if marked { Some(Version::V12) } else { v11 }, id }
    }
}

impl<'de> Visitor<'de> for &mut Keys {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<Key>()? {
            let slot = match key {
                Key::Content => &mut self.content,
                Key::Service => &mut self.service,
                Key::Channel => &mut self.channel,
                Key::Uri => &mut self.uri,
                Key::Id => {
                    self.has_v11_id = true;
                    return Err(A::Error::custom("enough"));
                }
                Key::Other => {
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            // What is no text marks the version all the same.
            *slot = Some(match map.next_value::<serde_json::Value>()? {
                serde_json::Value::String(text) => text,
                _ => String::new(),
            });
            if self.is_enough() {
                return Err(A::Error::custom("enough"));
            }
        }
        Ok(())
    }
}
