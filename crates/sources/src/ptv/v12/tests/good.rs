//! Records with nothing wrong in them, and what is made of them.

use domain::Language;
use domain::catalogue::{
    AddressKind, Area, Charge, CollectionItem, Connection, CoordinateSource, PhoneKind,
};
use serde_json::json;

use super::*;

pub fn service() -> Value {
    json!({
        "contentId": "0a1b2c3d-0000-4000-8000-000000000001",
        "organizationContentId": "0a1b2c3d-0000-4000-8000-000000000002",
        "otherResponsibleOrganizations": ["0a1b2c3d-0000-4000-8000-000000000003"],
        "producers": {
            "selfProducedProducers": {"organizations": ["0a1b2c3d-0000-4000-8000-000000000002"]},
            "procuredProducers": {"organizations": [], "other": [{"name": {"fi": "Uintikoulu"}}]},
        },
        "generalDescriptionContentId": null,
        "serviceType": "Service",
        "serviceClasses": ["P27.1"],
        "targetGroups": ["KR1"],
        "lifeEvents": [],
        "ontologyTerms": ["http://www.yso.fi/onto/koko/p1"],
        "industrialClasses": [],
        "chargeType": "Free",
        "fundingType": "PubliclyFunded",
        "serviceLanguages": ["fi", "sv"],
        "area": {"areaType": "LimitedArea", "municipalities": ["853"], "regions": [],
                 "wellbeingServicesCounties": []},
        "publishedAt": "2026-01-02T03:04:05Z",
        "languageVersions": {
            "fi": {
                "name": "Uimaopetus",
                "alternativeName": "Uimakoulu",
                "summary": "Uimaopetusta lapsille.",
                "description": "**Uimaan** oppii.",
                "userInstructions": "Ilmoittaudu.",
                "conditions": "Ikä 5–7.",
                "chargeTypeAdditionalInformation": "Maksuton.",
                "freelyAssignedKeywords": ["uinti", "vesi"],
                "legislationLinks": [{"name": "Liikuntalaki", "url": "https://finlex.fi/a"}],
                "voucher": {"voucherType": "NotUsed"},
            },
            "sv": {"name": "Simundervisning", "summary": "Simundervisning för barn."},
        },
    })
}

pub fn channel() -> Value {
    json!({
        "contentId": "0a1b2c3d-0000-4000-8000-000000000011",
        "organizationContentId": "0a1b2c3d-0000-4000-8000-000000000002",
        "serviceChannelType": "ServiceLocation",
        "allowedConnectionType": "AllOrganizations",
        "serviceLanguages": ["fi"],
        "area": {"areaType": "WholeCountry"},
        "publishedAt": null,
        "location": {"streetAddresses": [{
            "addressSource": {"source": "Posti"},
            "streetName": {"fi": "Uimatie", "sv": "Simvägen"},
            "addressDetail": "1 A",
            "postalCode": "20100",
            "coordinates": [
                {"system": "EPSG:3067", "source": "NLS", "easting": 239_400.5,
                 "northing": 6_711_200.25},
                {"system": "EPSG:3067", "source": "User", "easting": 239_401,
                 "northing": 6_711_201},
                {"system": "Unknown", "source": "User", "easting": 1, "northing": 2},
            ],
            "additionalInformation": {},
        }], "otherAddresses": [], "foreignAddresses": []},
        "contactAddresses": {"streetAddresses": [], "foreignAddresses": [],
            "postOfficeBoxAddresses": [{"postOfficeBox": {"fi": "PL 5"}, "postalCode": "20101",
                "additionalInformation": {}}]},
        "serviceHours": {
            "hours": [{
                "type": "WeeklyUntilFurtherNoticeServiceHour",
                "heading": {"fi": "Uimahalli"},
                "additionalInformation": {},
                "weeklyHours": {"monday": {"hours": [{"start": "06:00", "end": "21:00",
                    "openingStatus": "Open", "repetition": "Weekly", "additionalInformation": {}}]}},
            }],
            "holidayServiceHours": null,
        },
        "languageVersions": {"fi": {
            "name": "Uimahalli",
            "alternativeName": "Impivaara",
            "isAlternativeNamePrimary": true,
            "summary": "Halli.",
            "description": "Halli.",
            "contactEmails": [{"email": "halli@example.fi"}],
            "contactPhoneNumbers": [{"type": "InternationalPhone", "dialCode": "+358",
                "number": "(0)2 123 4567", "chargeType": "Charged", "chargeDescription": "pvm",
                "additionalInformation": "Kassa"}],
            "contactFaxNumbers": [],
            "contactWebPages": [{"name": "Halli", "url": "www.example.fi"}],
        }},
    })
}

pub fn organisation() -> Value {
    json!({
        "contentId": "0a1b2c3d-0000-4000-8000-000000000002",
        "organizationType": "Municipality",
        "parentOrganizationContentId": null,
        "businessId": "0204819-8",
        "oid": null,
        "area": {"areaType": "LimitedArea", "municipalities": ["853"]},
        "eInvoiceAddresses": [{"address": "003702048198", "intermediatorCode": null,
            "additionalInformation": {"fi": "Laskut", "sv": null}}],
        "location": {"streetAddresses": [], "otherAddresses": [], "foreignAddresses": []},
        "languageVersions": {"fi": {"name": "Turku", "isAlternativeNamePrimary": false,
            "contactEmails": [{"email": "kirjaamo@example.fi", "additionalInformation": "Kirjaamo"}]}},
    })
}

pub fn connection() -> Value {
    json!({
        "serviceContentId": "0a1b2c3d-0000-4000-8000-000000000001",
        "channelContentId": "0A1B2C3D-0000-4000-8000-000000000011",
        "chargeType": "Other",
        "publishedAt": "2026-01-02T03:04:05+02:00",
        "languageVersions": {
            "fi": {"description": "Torstaisin.", "contactPhoneNumbers": [], "contactEmails": [],
                "contactFaxNumbers": [], "contactWebPages": []},
            "sv": {"description": ""},
        },
    })
}

pub fn collection() -> Value {
    json!({
        "contentId": "0a1b2c3d-0000-4000-8000-000000000021",
        "organizationContentId": "0a1b2c3d-0000-4000-8000-000000000002",
        "languageVersions": {"fi": {"name": "Uinti", "summary": null, "description": null}},
        "items": [
            {"itemType": "Service", "contentId": "0a1b2c3d-0000-4000-8000-000000000001"},
            {"itemType": "Channel", "contentId": "0a1b2c3d-0000-4000-8000-000000000011"},
        ],
    })
}

pub fn general_description() -> Value {
    json!({
        "contentId": "0a1b2c3d-0000-4000-8000-000000000031",
        "serviceType": "PermitOrOtherObligation",
        "generalDescriptionTypes": ["Municipality"],
        "serviceClasses": ["P27.1"],
        "chargeType": "Charged",
        "languageVersions": {"fi": {"name": "Uimaopetus", "backgroundDescription": "Laki sanoo.",
            "deadlineAdditionalInformation": "1.5."}},
    })
}

/// A good record of each kind that has fields enough to go wrong in.
pub fn all() -> [(EntityKind, Value); 6] {
    [
        (EntityKind::Service, service()),
        (EntityKind::Channel, channel()),
        (EntityKind::Organisation, organisation()),
        (EntityKind::Connection, connection()),
        (EntityKind::Collection, collection()),
        (EntityKind::GeneralDescription, general_description()),
    ]
}

/// Reads a good record, in which nothing is wrong.
fn entity(kind: EntityKind, value: &Value) -> Entity {
    let record = taken(kind, value);
    assert!(record.problems.is_empty(), "{:#?}", record.problems);
    assert_eq!(record.raw, value.to_string());
    assert_eq!(record.fingerprint, Fingerprint::of_raw(&record.raw));
    record.entity
}

#[test]
fn a_service_is_read_with_its_texts_in_each_language() {
    let Entity::Service(service) = entity(EntityKind::Service, &service()) else { panic!() };
    let finnish = &service.texts[&Language::Fi];
    assert_eq!(finnish.name, "Uimaopetus");
    assert_eq!(finnish.keywords, ["uinti", "vesi"]);
    assert_eq!(finnish.voucher, None);
    assert_eq!(service.texts[&Language::Sv].description, None);
    assert_eq!(service.charge, Some(Charge::Free));
    assert_eq!(service.producers.len(), 2);
    assert_eq!(service.modified, "2026-01-02T03:04:05Z".parse().ok());
}

#[test]
fn a_place_is_read_with_the_point_that_a_person_chose_and_its_municipality() {
    let Entity::Channel(channel) = entity(EntityKind::Channel, &channel()) else { panic!() };
    let [visiting, postal] = channel.addresses.as_slice() else { panic!() };
    let point = visiting.coordinate.as_ref().unwrap();
    assert_eq!((point.easting, &point.source), (239_401.0, &CoordinateSource::User));
    assert_eq!(visiting.municipality.as_deref(), Some("853"));
    assert_eq!(visiting.post_office.get(Language::Sv), Some("ÅBO"));
    assert_eq!(postal.kind, AddressKind::PostOfficeBox);
    let contact = &channel.texts[&Language::Fi].contact;
    assert_eq!(contact.phones[0].kind, PhoneKind::Phone);
    assert_eq!(contact.phones[0].dialled().as_deref(), Some("+35821234567"));
    assert_eq!(contact.web_pages[0].url, "https://www.example.fi");
    assert_eq!(channel.names().get(Language::Fi), Some("Impivaara"));
}

#[test]
fn a_municipality_knows_its_own_code() {
    let read = entity(EntityKind::Organisation, &organisation());
    let Entity::Organisation(organisation) = read else { panic!() };
    assert_eq!(organisation.municipality.as_deref(), Some("853"));
    assert_eq!(organisation.e_invoice_addresses.len(), 1);
    let area = organisation.area.unwrap();
    assert!(matches!(area, Area::Limited { regions, .. } if regions.is_empty()));
}

#[test]
fn a_connection_is_known_by_its_two_ids_and_keeps_the_languages_that_say_something() {
    let read = entity(EntityKind::Connection, &connection());
    let expected = "0a1b2c3d-0000-4000-8000-000000000001~0a1b2c3d-0000-4000-8000-000000000011";
    assert_eq!(read.id().as_str(), expected);
    let Entity::Connection(connection) = read else { panic!() };
    let Connection { texts, charge, .. } = *connection;
    assert_eq!(texts.keys().copied().collect::<Vec<_>>(), [Language::Fi]);
    assert_eq!(charge, Some(Charge::Other("Other".to_owned())));
}

#[test]
fn a_collection_keeps_the_order_of_its_members() {
    let Entity::Collection(collection) = entity(EntityKind::Collection, &collection()) else {
        panic!()
    };
    assert!(matches!(
        collection.items.as_slice(),
        [CollectionItem::Service(_), CollectionItem::Channel(_)]
    ));
}

#[test]
fn a_general_description_has_its_background_and_its_deadline() {
    let read = entity(EntityKind::GeneralDescription, &general_description());
    let Entity::GeneralDescription(description) = read else { panic!() };
    let texts = &description.texts[&Language::Fi];
    assert_eq!(texts.background_description.as_deref(), Some("Laki sanoo."));
    assert_eq!(texts.common.deadline.as_deref(), Some("1.5."));
}

#[test]
fn the_identity_of_a_record_is_found_without_reading_it_whole() {
    for (kind, value) in all() {
        let identity = Identity::of(kind, &value.to_string());
        assert_eq!(identity.version, Some(crate::ptv::Version::V12));
        assert_eq!(identity.id, Some(taken(kind, &value).entity.id()));
    }
    let v11 = Identity::of(EntityKind::Service, r#"{"id": "x", "contentId": "y"}"#);
    assert_eq!(v11.version, Some(crate::ptv::Version::V11));
    for raw in ["null", "[]", "{", r#"{"contentId": 5}"#, r#"{"name": {"contentId": "x"}}"#] {
        assert_eq!(Identity::of(EntityKind::Service, raw).id, None, "{raw}");
    }
}
