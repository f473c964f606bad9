//! The catalogue: the one copy of what is offered, in our own shape.
//!
//! The words are PTV's own English ones (Service, ServiceChannel, Organisation, Connection …). The
//! shape leans to PTV Open API v12 and holds what v11 gives too; Lähellä.fi fits in it later. A
//! value that a source sends and that we do not know is kept as it came (`Other`), never dropped.

mod address;
mod area;
mod calendar;
mod channel;
mod code;
mod connection;
mod contact;
mod discretion;
mod entity;
mod general_description;
mod hours;
mod organisation;
mod service;
mod service_collection;

pub use address::{Address, AddressKind, AddressUse, Coordinate, CoordinateSource, Entrance};
pub use area::{Area, AreaReference};
pub use calendar::{Holiday, Weekday};
pub use channel::{
    AccessibilityLevel, Channel, ChannelKind, ChannelTexts, ConnectionPermission, FormFile,
};
pub use code::{Charge, Funding};
pub use connection::{Connection, ConnectionTexts};
pub use contact::{Contact, Email, Link, Phone, PhoneKind};
pub use entity::{Entity, EntityId, EntityKind, InvalidEntityId, OntologyTerm};
pub use general_description::{GeneralDescription, GeneralDescriptionTexts};
pub use hours::{
    DayHours, HolidayRule, HoursPeriod, HoursRule, OpeningStatus, OpeningTime, Repetition,
    ServiceHours,
};
pub use organisation::{EInvoiceAddress, Organisation, OrganisationKind, OrganisationTexts};
pub use service::{
    Classification, LegislationLink, Producer, ProvisionKind, Service, ServiceKind, ServiceTexts,
    Voucher,
};
pub use service_collection::{CollectionItem, ServiceCollection, ServiceCollectionTexts};
