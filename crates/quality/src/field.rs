//! The fields that findings are about.

use serde::{Deserialize, Serialize};

macro_rules! fields {
    ($($(#[$comment:meta])* $field:ident = $code:literal,)+) => {
        /// The part of what is checked that a finding is about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Field {
            $($(#[$comment])* #[serde(rename = $code)] $field,)+
        }

        impl Field {
            /// Every field.
            pub const ALL: &'static [Self] = &[$(Self::$field,)+];

            /// The field's name in tables.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$field => $code,)+
                }
            }
        }
    };
}

fields! {
    /// The name (*nimi*).
    Name = "name",
    /// Another name (*vaihtoehtoinen nimi*).
    AlternativeName = "alternative_name",
    /// The summary (*tiivistelmä*).
    Summary = "summary",
    /// The description (*kuvaus*).
    Description = "description",
    /// What to do to get it (*toimintaohje*).
    UserInstructions = "user_instructions",
    /// On what terms (*ehdot ja kriteerit*).
    Conditions = "conditions",
    /// What it costs, in words (*maksullisuuden lisätieto*).
    ChargeInformation = "charge_information",
    /// How long it takes (*käsittelyaika*).
    ProcessingTime = "processing_time",
    /// Until when one must apply (*määräaika*).
    Deadline = "deadline",
    /// How long it is valid (*voimassaoloaika*).
    ValidityTime = "validity_time",
    /// Free keywords (*vapaat asiasanat*).
    Keywords = "keywords",
    /// Laws (*lainsäädäntö*).
    Legislation = "legislation",
    /// Service classes (*palveluluokat*).
    ServiceClasses = "service_classes",
    /// Ontology terms (*ontologiakäsitteet*).
    OntologyTerms = "ontology_terms",
    /// Target groups (*kohderyhmät*).
    TargetGroups = "target_groups",
    /// A service's channels (*asiointikanavat*).
    Channels = "channels",
    /// A channel's services (*palvelut*).
    Services = "services",
    /// Where it is offered (*alue*).
    Area = "area",
    /// The languages that it is given in (*palvelun kielet*).
    Languages = "languages",
    /// When it was changed last (*muokattu*).
    Modified = "modified",
    /// The organisation responsible (*vastuuorganisaatio*).
    Organisation = "organisation",
    /// Addresses (*osoitteet*).
    Addresses = "addresses",
    /// Telephone numbers (*puhelinnumerot*).
    Phones = "phones",
    /// E-mail addresses (*sähköpostiosoitteet*).
    Emails = "emails",
    /// Addresses of the web (*verkko-osoitteet*).
    WebAddresses = "web_addresses",
    /// Service hours (*palveluajat*).
    Hours = "hours",
    /// Accessibility of an online service (*saavutettavuus*).
    Accessibility = "accessibility",
}
