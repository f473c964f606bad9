//! A service: by whom, where, for whom, through which channels, for what price.

use app::catalogue::{ConnectedChannel, ServiceDetails};
use domain::catalogue::{
    Address, Area, ChannelKind, Charge, Contact, OrganisationKind, Service, ServiceHours,
};
use domain::reference::{service_classes, target_groups};
use domain::{Language, Localized};
use jiff::civil::Date;
use serde_json::Value;

use super::organisation::type_of;
use super::{Thing, contact, hours};
use crate::address::Address as PageAddress;
use crate::frame::Frame;
use crate::texts::Texts;
use crate::view::area;
use crate::view::text::version;

/// How many areas are named.
const AREAS: usize = 40;

/// A service's page as data.
pub(crate) fn service(details: &ServiceDetails, frame: &Frame, today: Date) -> Value {
    let (service, reader) = (&details.service, frame.language);
    let classification = service.classification_with(details.description.as_ref());
    let names = |list: &domain::reference::CodeList, codes: &[String]| -> Vec<String> {
        let known = codes.iter().filter_map(|code| list.get(code));
        known.map(|entry| entry.name(reader).to_owned()).collect()
    };
    let audience = names(target_groups(), &classification.target_groups);
    let audience =
        audience.into_iter().map(|group| Thing::of("Audience").with("audienceType", Some(group)));
    let text = |pick: fn(&domain::catalogue::ServiceTexts) -> Option<&String>| {
        best(&service.text(pick), reader)
    };
    Thing::of(kind_of(details.provider_kind.as_ref()))
        .with("@id", Some(frame.absolute_address()))
        .with("url", Some(frame.absolute_address()))
        .with("name", best(&service.names(), reader))
        .with("alternateName", text(|texts| texts.alternative_name.as_ref()))
        .with("description", text(|texts| texts.summary.as_ref()))
        .with_all("serviceType", names(service_classes(), &classification.service_classes))
        .with("provider", provider(details, frame))
        .with_all("areaServed", area_served(service, frame.t))
        .with_all("audience", audience)
        .with("offers", offer(details, reader))
        .with_all(
            "availableChannel",
            details.channels.iter().map(|one| channel(one, service, reader, today)),
        )
        .whole()
}

/// Only what a public body provides is a service of the government.
fn kind_of(provider: Option<&OrganisationKind>) -> &'static str {
    if type_of(provider) == "GovernmentOrganization" { "GovernmentService" } else { "Service" }
}

fn best(localized: &Localized, reader: Language) -> Option<String> {
    localized.best(reader).map(|(_, value)| value.to_owned())
}

fn provider(details: &ServiceDetails, frame: &Frame) -> Option<Thing> {
    let id = details.service.organisation.as_ref()?;
    let name = best(details.organisations.get(id)?, frame.language)?;
    let page = PageAddress::Organisation(id.clone(), 1).path(frame.language);
    let thing = Thing::of(type_of(details.provider_kind.as_ref()));
    Some(thing.with("name", Some(name)).with("url", Some(frame.absolute(&page))))
}

fn area_served(service: &Service, t: Texts) -> Vec<Thing> {
    let Some(known) = &service.area else { return Vec::new() };
    let kind = match known {
        Area::WholeCountry | Area::WholeCountryExceptAland => "Country",
        _ => "AdministrativeArea",
    };
    let names = match known {
        Area::WholeCountry | Area::WholeCountryExceptAland => vec!["FI".to_owned()],
        other => area::names(other, t),
    };
    names.into_iter().take(AREAS).map(|name| Thing::of(kind).with("name", Some(name))).collect()
}

/// What it costs: nothing, or something that is told in words.
fn offer(details: &ServiceDetails, reader: Language) -> Option<Thing> {
    let charge = details.service.charge_with(details.description.as_ref())?;
    let thing = Thing::of("Offer");
    let words = details.service.text(|texts| texts.charge_information.as_ref());
    match charge {
        Charge::Free => Some(thing.with("price", Some(0)).with("priceCurrency", Some("EUR"))),
        _ => Some(thing.with("description", Some(best(&words, reader)?))),
    }
}

fn channel(one: &ConnectedChannel, service: &Service, reader: Language, today: Date) -> Thing {
    let (channel, connection) = (&one.channel, &one.connection);
    let of_channel = version(&channel.texts, reader, |texts| !texts.contact.is_empty());
    let of_connection = version(&connection.texts, reader, |texts| !texts.contact.is_empty());
    let nothing = Contact::default();
    let reach = of_connection
        .map(|(_, texts)| &texts.contact)
        .or_else(|| of_channel.map(|(_, texts)| &texts.contact))
        .unwrap_or(&nothing);
    let open = if connection.hours.is_empty() { &channel.hours } else { &connection.hours };
    let targets = version(&channel.texts, reader, |texts| !texts.web_addresses.is_empty());
    let url = targets.and_then(|(_, texts)| contact::web(&texts.web_addresses.first()?.url));
    let languages =
        if channel.languages.is_empty() { &service.languages } else { &channel.languages };
    let addresses =
        if connection.addresses.is_empty() { &channel.addresses } else { &connection.addresses };
    let name = best(&channel.names(), reader);
    let thing = Thing::of("ServiceChannel")
        .with("name", name.clone())
        .with("serviceUrl", url)
        .with_all("availableLanguage", languages.iter().cloned());
    if channel.kind == ChannelKind::ServiceLocation {
        let place = place(name, addresses, reach, open, reader, today);
        return thing.with("serviceLocation", Some(place));
    }
    thing.with("servicePhone", phone(reach, open, today))
}

fn phone(reach: &Contact, open: &ServiceHours, today: Date) -> Option<Thing> {
    let number = contact::telephone(reach)?;
    let hours = hours::weekly(open).into_iter().chain(hours::special(open, today));
    Some(
        Thing::of("ContactPoint").with("telephone", Some(number)).with_all("hoursAvailable", hours),
    )
}

fn place(
    name: Option<String>,
    addresses: &[Address],
    reach: &Contact,
    open: &ServiceHours,
    reader: Language,
    today: Date,
) -> Thing {
    let visited = addresses.iter().find(|address| address.is_visited());
    Thing::of("Place")
        .with("name", name)
        .with("telephone", contact::telephone(reach))
        .with("address", visited.and_then(|address| contact::postal_address(address, reader)))
        .with("geo", visited.and_then(|address| address.coordinate.as_ref()).map(contact::point))
        .with_all("openingHoursSpecification", hours::weekly(open))
        .with_all("specialOpeningHoursSpecification", hours::special(open, today))
}
