//! An organisation (*organisaatio*): who is responsible for services and channels.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::address::Address;
use super::area::Area;
use super::code::coded;
use super::contact::Contact;
use super::entity::EntityId;
use crate::language::{Language, Localized};

coded! {
    /// The kind of an organisation (*organisaatiotyyppi*).
    OrganisationKind {
        /// The state (*valtio*).
        State = "State",
        /// A municipality (*kunta*).
        Municipality = "Municipality",
        /// A regional organisation, wellbeing services counties among them (*alueellinen*).
        Regional = "Regional",
        /// An association, foundation or parish (*järjestöt ja yhteisöt*).
        Organisation = "Organisation",
        /// A company (*yritys*).
        Company = "Company",
    }
}

/// An organisation's texts and contacts in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationTexts {
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
    /// How to reach it.
    #[serde(default, skip_serializing_if = "Contact::is_empty")]
    pub contact: Contact,
}

/// Where an organisation takes electronic invoices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EInvoiceAddress {
    /// The operator's code.
    pub operator: String,
    /// The address with the operator.
    pub address: String,
    /// What else to know.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub additional_information: Localized,
}

/// An organisation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Organisation {
    /// PTV's id.
    pub id: EntityId,
    /// The kind.
    pub kind: OrganisationKind,
    /// The organisation that it is part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<EntityId>,
    /// The business id (*Y-tunnus*).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub business_id: Option<String>,
    /// The national organisation code (OID).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub oid: Option<String>,
    /// The municipality's code, of a municipality.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipality: Option<String>,
    /// The texts, by language.
    pub texts: BTreeMap<Language, OrganisationTexts>,
    /// Where it works.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<Area>,
    /// Where it is and where letters go.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<Address>,
    /// Where it takes electronic invoices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub e_invoice_addresses: Vec<EInvoiceAddress>,
    /// When the source last changed or published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modified: Option<Timestamp>,
}

impl Organisation {
    /// The name to show, in every language.
    #[must_use]
    pub fn names(&self) -> Localized {
        let shown = |texts: &OrganisationTexts| match &texts.alternative_name {
            Some(name) if texts.alternative_name_is_primary => name.clone(),
            _ => texts.name.clone(),
        };
        self.texts.iter().map(|(language, texts)| (*language, shown(texts))).collect()
    }
}
