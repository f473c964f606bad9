//! A service channel (*asiointikanava*): where or how a service is got.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::address::Address;
use super::area::Area;
use super::code::coded;
use super::contact::{Contact, Link};
use super::entity::EntityId;
use super::hours::ServiceHours;
use crate::language::{Language, Localized};

coded! {
    /// The five kinds of channel.
    ChannelKind {
        /// An online service (*verkkoasiointi*).
        EService = "EService",
        /// A web page (*verkkosivu*).
        WebPage = "WebPage",
        /// A phone service (*puhelinasiointi*).
        Telephone = "Telephone",
        /// A form to print (*tulostettava lomake*).
        PrintableForm = "PrintableForm",
        /// A place to visit (*palvelupaikka*).
        ServiceLocation = "ServiceLocation",
    }
}

coded! {
    /// Who may connect services to the channel.
    ConnectionPermission {
        /// Every organisation (*yhteiskäyttöinen*).
        AllOrganisations = "AllOrganisations",
        /// Only its own.
        OwnOrganisation = "OwnOrganisation",
    }
}

coded! {
    /// How far an online service meets the accessibility directive.
    AccessibilityLevel {
        /// In full.
        FullyCompliant = "FullyCompliant",
        /// In part.
        PartiallyCompliant = "PartiallyCompliant",
        /// Not.
        NonCompliant = "NonCompliant",
        /// Not known.
        Unknown = "Unknown",
    }
}

/// A file of a printable form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormFile {
    /// The file's format as the source names it, in lower case: "pdf", "doc" …
    pub format: String,
    /// Where it is.
    pub link: Link,
}

/// A channel's texts and contacts in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChannelTexts {
    /// The name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Another name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alternative_name: Option<String>,
    /// Whether the other name is the one to show.
    #[serde(default)]
    pub alternative_name_is_primary: bool,
    /// One or two sentences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// The description.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The address of an online service, web page or phone service.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub web_addresses: Vec<Link>,
    /// How to reach it, or its support.
    #[serde(default, skip_serializing_if = "Contact::is_empty")]
    pub contact: Contact,
    /// Files beside it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Link>,
    /// The form's own files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub form_files: Vec<FormFile>,
    /// The form's identifier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form_identifier: Option<String>,
    /// How accessible an online service or page is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accessibility: Option<AccessibilityLevel>,
    /// The WCAG level that the source names (v11 only).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wcag_level: Option<String>,
    /// The accessibility statement (v11 only).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accessibility_statement: Option<Link>,
}

/// A service channel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Channel {
    /// PTV's id.
    pub id: EntityId,
    /// The kind.
    pub kind: ChannelKind,
    /// Whose it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<EntityId>,
    /// Who may connect to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permission: Option<ConnectionPermission>,
    /// The texts, by language.
    pub texts: BTreeMap<Language, ChannelTexts>,
    /// Where it serves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<Area>,
    /// Codes of the languages that it serves in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// When it is open.
    #[serde(default, skip_serializing_if = "ServiceHours::is_empty")]
    pub hours: ServiceHours,
    /// Where it is, where letters go, where the form is sent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<Address>,
    /// Whether an online service asks for strong identification.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requires_identification: Option<bool>,
    /// How many signatures an online service asks for; 0 for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required_signatures: Option<u32>,
    /// URIs of ontology terms (v11 only; from the connected services).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ontology_terms: Vec<String>,
    /// The national code of the place (v11 only).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub oid: Option<String>,
    /// When the source last changed or published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modified: Option<Timestamp>,
}

impl Channel {
    /// The name to show, in every language.
    #[must_use]
    pub fn names(&self) -> Localized {
        let shown = |texts: &ChannelTexts| match &texts.alternative_name {
            Some(name) if texts.alternative_name_is_primary => name.clone(),
            _ => texts.name.clone(),
        };
        self.texts.iter().map(|(language, texts)| (*language, shown(texts))).collect()
    }
}
