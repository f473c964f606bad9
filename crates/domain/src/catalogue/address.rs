//! Addresses and coordinates (*osoite*, *koordinaatti*).

use serde::{Deserialize, Serialize};

use super::code::coded;
use super::contact::Contact;
use crate::language::Localized;

coded! {
    /// What an address is for.
    AddressUse {
        /// Where the place is (*käyntiosoite*).
        Visiting = "Visiting",
        /// Where letters go (*postiosoite*).
        Postal = "Postal",
        /// Where a form is sent (*toimitusosoite*).
        Delivery = "Delivery",
    }
}

coded! {
    /// How an address is written.
    AddressKind {
        /// A street and a number.
        Street = "Street",
        /// A post-office box (*postilokero*).
        PostOfficeBox = "PostOfficeBox",
        /// A place without a street: a description and coordinates.
        Place = "Place",
        /// An address abroad, in free text.
        Foreign = "Foreign",
        /// Only directions in words.
        Directions = "Directions",
    }
}

coded! {
    /// Who says where the point is.
    CoordinateSource {
        /// The National Land Survey's geocoder, from the address.
        NationalLandSurvey = "NationalLandSurvey",
        /// A person who placed it on the map.
        User = "User",
        /// The accessibility register (*esteettömyysrekisteri*).
        AccessibilityRegister = "AccessibilityRegister",
    }
}

/// A point in both systems that we meet it in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Coordinate {
    /// Metres east, ETRS-TM35FIN (EPSG:3067).
    pub easting: f64,
    /// Metres north, ETRS-TM35FIN (EPSG:3067).
    pub northing: f64,
    /// Degrees north, WGS84, rounded to 6 decimals.
    pub latitude: f64,
    /// Degrees east, WGS84, rounded to 6 decimals.
    pub longitude: f64,
    /// Who says so.
    pub source: CoordinateSource,
}

/// An entrance of a place, with what the accessibility register says of it (*sisäänkäynti*).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Entrance {
    /// The entrance's name.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub name: Localized,
    /// Whether it is the main entrance.
    #[serde(default)]
    pub is_main: bool,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coordinate: Option<Coordinate>,
    /// Whom to ask about getting in.
    #[serde(default, skip_serializing_if = "Contact::is_empty")]
    pub contact: Contact,
    /// Sentences by group, e.g. "Route to the entrance" → "The door opens by itself".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sentences: Vec<(Localized, Vec<Localized>)>,
}

/// An address, for visiting, for letters or for a form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Address {
    /// What it is for.
    pub purpose: AddressUse,
    /// How it is written.
    pub kind: AddressKind,
    /// The street's name.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub street: Localized,
    /// The number on the street, stairway and flat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The post-office box, e.g. "PL 43".
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub post_office_box: Localized,
    /// The postal code, five digits in Finland.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
    /// The post office (*postitoimipaikka*).
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub post_office: Localized,
    /// The municipality's code; from the source, or else from the postal code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipality: Option<String>,
    /// The country's ISO 3166-1 code, where it is not Finland.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// An address abroad or directions, in words.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub text: Localized,
    /// Who receives, of a form's delivery address.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub recipient: Localized,
    /// What else helps to find it.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub additional_information: Localized,
    /// Where it is on the map.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coordinate: Option<Coordinate>,
    /// The entrances, where the accessibility register has described them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entrances: Vec<Entrance>,
    /// The place's id in the accessibility register.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accessibility_register_id: Option<String>,
}

impl Address {
    /// Whether one goes there.
    #[must_use]
    pub fn is_visited(&self) -> bool {
        self.purpose == AddressUse::Visiting
    }

    /// An address with nothing in it yet.
    #[must_use]
    pub fn new(purpose: AddressUse, kind: AddressKind) -> Self {
        Self {
            purpose,
            kind,
            street: Localized::default(),
            number: None,
            post_office_box: Localized::default(),
            postal_code: None,
            post_office: Localized::default(),
            municipality: None,
            country: None,
            text: Localized::default(),
            recipient: Localized::default(),
            additional_information: Localized::default(),
            coordinate: None,
            entrances: Vec::new(),
            accessibility_register_id: None,
        }
    }
}
