//! The rules of the contract one by one.

use domain::Language;
use domain::catalogue::{
    Area, Charge, CollectionItem, Connection, Entity, EntityKind, GeneralDescription, Organisation,
    ProvisionKind, Service, ServiceCollection, ServiceKind,
};
use domain::import::ProblemCode;
use serde_json::{Value, json};

use super::support::{codes, entity, items, records};
use crate::record::Item;

const ID: &str = "0a1b2c3d-0000-4000-8000-00000000000f";
const ONE: &str = "11111111-0000-4000-8000-000000000001";
const OTHER: &str = "22222222-0000-4000-8000-000000000002";

/// A service with a name and what else is given.
pub fn service_value(more: &Value) -> Value {
    let mut value = json!({
        "id": ID,
        "type": "Service",
        "serviceNames": [{"language": "fi", "type": "Name", "value": "Uimahalli"}],
        "organizations": [{"roleType": "Responsible", "organization": {"id": ONE, "name": "x"}}],
    });
    add(&mut value, more);
    value
}

/// A place with a name and what else is given.
pub fn channel_value(more: &Value) -> Value {
    let mut value = json!({
        "id": ID,
        "serviceChannelType": "ServiceLocation",
        "serviceChannelNames": [{"language": "fi", "type": "Name", "value": "Uimahalli"}],
    });
    add(&mut value, more);
    value
}

fn add(value: &mut Value, more: &Value) {
    for (name, more) in more.as_object().unwrap() {
        value[name] = more.clone();
    }
}

fn service(more: &Value) -> Service {
    match entity(EntityKind::Service, &service_value(more)) {
        Entity::Service(service) => *service,
        other => panic!("{other:?}"),
    }
}

fn service_codes(more: &Value) -> Vec<ProblemCode> {
    codes(&items(EntityKind::Service, &service_value(more).to_string()))
}

#[test]
fn texts_of_the_general_description_are_left_out_and_the_own_ones_kept() {
    let texts = json!({
        "generalDescriptionId": OTHER,
        "serviceDescriptions": [
            {"language": "fi", "type": "Description", "value": "Oma"},
            {"language": "fi", "type": "GD_Description", "value": "Pohja"},
            {"language": "fi", "type": "GD_BackgroundDescription", "value": "Tausta"},
            {"language": "sv", "type": "GD_Description", "value": "Bas"},
        ],
    });
    let read = service(&texts);
    assert_eq!(read.texts[&Language::Fi].description.as_deref(), Some("Oma"));
    assert!(!read.texts.contains_key(&Language::Sv));
    assert_eq!(service_codes(&texts), []);
    let mut without = texts.clone();
    without["generalDescriptionId"] = Value::Null;
    assert_eq!(service_codes(&without), [ProblemCode::ValueUnknown; 3]);
}

#[test]
fn every_type_of_description_has_its_field() {
    let types = [
        "Summary",
        "Description",
        "UserInstruction",
        "ValidityTime",
        "ProcessingTime",
        "DeadLine",
        "ChargeTypeAdditionalInfo",
        "ServiceType",
    ];
    let descriptions: Vec<Value> =
        types.iter().map(|kind| json!({"language": "fi", "type": kind, "value": kind})).collect();
    let read = service(&json!({"serviceDescriptions": descriptions}));
    let texts = &read.texts[&Language::Fi];
    let fields = [
        &texts.summary,
        &texts.description,
        &texts.user_instructions,
        &texts.validity_time,
        &texts.processing_time,
        &texts.deadline,
        &texts.charge_information,
        &texts.kind_information,
    ];
    assert_eq!(fields.map(|field| field.as_deref().unwrap()), types);
}

#[test]
fn null_and_blank_texts_are_absent() {
    let read = service(&json!({
        "serviceDescriptions": [
            {"language": "fi", "type": "Summary", "value": null},
            {"language": "sv", "type": "Summary", "value": "   "},
            {"language": "fi", "type": "Description", "value": ""},
        ],
        "keywords": [{"language": "fi", "value": " "}, {"language": "fi", "value": "uinti"}],
    }));
    assert_eq!(read.texts.len(), 1);
    let texts = &read.texts[&Language::Fi];
    assert_eq!((&texts.summary, &texts.description), (&None, &None));
    assert_eq!(texts.keywords, ["uinti"]);
}

#[test]
fn classes_are_codes_from_the_code_the_new_uri_or_the_old_one() {
    let read = service(&json!({
        "serviceClasses": [
            {"code": "P27.1", "newUri": null},
            {"code": null, "newUri": "http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/P6.2"},
            {"code": null, "newUri": null, "uri": "http://urn.fi/URN:NBN:fi:au:ptvl:v1065"},
        ],
        "industrialClasses": [
            {"code": "5", "uri": "http://www.stat.fi/meta/luokitukset/toimiala/001-2008/10730"},
        ],
    }));
    assert_eq!(read.classification.service_classes.len(), 3);
    assert!(read.classification.service_classes.contains(&"P6.2".to_owned()));
    assert_eq!(read.classification.industrial_classes, ["10730"]);
    let unknown = json!({"targetGroups": [{"code": "KR99"}]});
    assert_eq!(service(&unknown).classification.target_groups, ["KR99"]);
    assert_eq!(service_codes(&unknown), [ProblemCode::CodeUnknown]);
}

#[test]
fn a_named_ontology_term_is_a_record_of_its_own_before_the_service() {
    let value = service_value(&json!({"ontologyTerms": [
        {"uri": "http://www.yso.fi/onto/koko/p2", "ontologyType": "YSO",
         "parentUri": "http://www.yso.fi/onto/koko/p9;http://www.yso.fi/onto/koko/p3",
         "name": [{"language": "fi", "value": "uinti"}, {"language": "de", "value": "Schwimmen"}]},
        {"uri": "http://www.yso.fi/onto/koko/p1", "name": []},
    ]}));
    let read = records(EntityKind::Service, &value);
    let [Entity::OntologyTerm(term), Entity::Service(service)] = [&read[0].entity, &read[1].entity]
    else {
        panic!("{read:?}")
    };
    assert_eq!(term.names.iter().collect::<Vec<_>>(), [(Language::Fi, "uinti")]);
    assert_eq!(term.parents, ["http://www.yso.fi/onto/koko/p3", "http://www.yso.fi/onto/koko/p9"]);
    assert_eq!(service.classification.ontology_terms.len(), 2, "the nameless one too");
    assert_eq!(codes(&items(EntityKind::Service, &value.to_string())), []);
}

#[test]
fn a_producer_is_an_organisation_or_a_name_in_words() {
    let organisations = json!({"organizations": [
        {"roleType": "Responsible", "provisionType": null, "organization": {"id": ONE}},
        {"roleType": "OtherResponsible", "organization": {"id": OTHER}},
        {"roleType": "Producer", "provisionType": "SelfProducedServices", "organization": {"id": ONE}},
        {"roleType": "Producer", "provisionType": "ProcuredServices", "organization": null,
         "additionalInformation": [{"language": "fi", "value": "Vaasan Vesi"}]},
    ]});
    let read = service(&organisations);
    assert_eq!(read.organisation.as_ref().unwrap().as_str(), ONE);
    assert_eq!(read.other_organisations.len(), 1);
    let provisions: Vec<_> = read.producers.iter().map(|producer| &producer.provision).collect();
    assert_eq!(provisions, [&ProvisionKind::SelfProduced, &ProvisionKind::Procured]);
    assert_eq!(read.producers[1].name.get(Language::Fi), Some("Vaasan Vesi"));
    assert_eq!(service_codes(&organisations), []);
}

#[test]
fn two_responsible_organisations_or_none_are_reported() {
    let two = json!({"organizations": [
        {"roleType": "Responsible", "organization": {"id": OTHER}},
        {"roleType": "Responsible", "organization": {"id": ONE}},
    ]});
    let read = service(&two);
    assert_eq!(read.organisation.unwrap().as_str(), ONE);
    assert_eq!(read.other_organisations[0].as_str(), OTHER);
    assert_eq!(service_codes(&two), [ProblemCode::ConflictingCopies]);
    let none = json!({"organizations": []});
    assert_eq!(service(&none).organisation, None);
    assert_eq!(service_codes(&none), [ProblemCode::ReferenceMissing]);
}

#[test]
fn areas_are_codes_by_their_kind() {
    let read = service(&json!({"areaType": "LimitedType", "areas": [
        {"type": "Municipality", "code": null, "name": null,
         "municipalities": [{"code": "853", "name": []}, {"code": "91", "name": []}]},
        {"type": "Region", "code": "15", "municipalities": [{"code": "905"}]},
        {"type": "WellbeingServiceCounties", "code": "02", "municipalities": []},
        {"type": "HospitalDistrict", "code": "3", "municipalities": [{"code": "853"}]},
    ]}));
    let Some(Area::Limited { municipalities, regions, counties, others }) = read.area else {
        panic!("{:?}", read.area)
    };
    assert_eq!(municipalities, ["091", "853"]);
    assert_eq!((regions, counties), (vec!["15".to_owned()], vec!["02".to_owned()]));
    assert_eq!(others[0].municipalities, ["853"]);
    assert_eq!(service(&json!({"areaType": "Nationwide"})).area, Some(Area::WholeCountry));
    let unknown = json!({"areaType": "Galaxy"});
    assert!(matches!(service(&unknown).area, Some(Area::Other { .. })));
    assert_eq!(service_codes(&unknown), [ProblemCode::ValueUnknown]);
}

#[test]
fn connections_keep_the_owners_order_and_the_part_of_the_record() {
    let value = service_value(&json!({"serviceChannels": [
        {"serviceChannel": {"id": OTHER, "name": "b"}, "serviceChargeType": "Other",
         "contactDetails": {"phoneNumbers": [
            {"language": "fi", "prefixNumber": "+358", "number": "24362634"}]}},
        {"serviceChannel": {"id": ONE, "name": "a"},
         "description": [{"language": "fi", "type": "Description", "value": "Ovi B"}]},
        {"serviceChannel": {"id": ONE}},
        {"serviceChannel": null},
    ]}));
    let read = items(EntityKind::Service, &value.to_string());
    let connections: Vec<&Connection> = read
        .iter()
        .filter_map(|item| match item {
            Item::Record(record) => match &record.entity {
                Entity::Connection(connection) => Some(connection.as_ref()),
                _ => None,
            },
            _ => None,
        })
        .collect();
    let places: Vec<_> =
        connections.iter().map(|one| (one.channel.as_str(), one.position)).collect();
    assert_eq!(places, [(OTHER, 0), (ONE, 1)]);
    assert_eq!(connections[0].charge, Some(Charge::Other("Other".to_owned())));
    assert_eq!(connections[0].texts[&Language::Fi].contact.phones[0].number, "24362634");
    assert_eq!(connections[1].texts[&Language::Fi].description.as_deref(), Some("Ovi B"));
    assert_eq!(codes(&read), [ProblemCode::ConflictingCopies, ProblemCode::ReferenceMissing]);
}

#[test]
fn a_voucher_is_what_is_said_of_it_or_only_that_there_is_one() {
    let said = service(&json!({"serviceVouchersInUse": true, "serviceVouchers": [
        {"language": "fi", "orderNumber": 1, "value": "B", "url": "https://b.fi"},
        {"language": "fi", "orderNumber": 0, "value": "A", "url": null, "additionalInformation": "C"},
    ]}));
    let voucher = said.texts[&Language::Fi].voucher.as_ref().unwrap();
    assert_eq!(voucher.additional_information.as_deref(), Some("A\n\nC"));
    assert_eq!(voucher.links.len(), 1);
    let only = service(&json!({"serviceVouchersInUse": true, "serviceVouchers": []}));
    assert!(only.texts[&Language::Fi].voucher.is_some());
    assert!(service(&json!({})).texts[&Language::Fi].voucher.is_none());
}

#[test]
fn what_is_no_longer_published_is_gone() {
    let read = |status| {
        items(EntityKind::Service, &service_value(&json!({"publishingStatus": status})).to_string())
    };
    for status in ["Deleted", "Modified", "Draft"] {
        assert!(matches!(read(status)[..], [Item::Gone { .. }]), "{status}");
    }
    assert!(matches!(read("Published")[0], Item::Record(_)));
    assert_eq!(codes(&read("Odd")), [ProblemCode::ValueUnknown]);
}

#[test]
fn an_organisation_is_read_in_new_and_old_keys() {
    let value = json!({
        "id": ID, "organizationType": "Organization", "parentOrganization": {"id": ONE, "name": "x"},
        "businessCode": "0135457-2", "oid": "",
        "organizationNames": [{"language": "fi", "type": "Name", "value": "Yhdistys"},
                              {"language": "fi", "type": "AlternateName", "value": "Yhd"}],
        "displayNameType": [{"language": "fi", "type": "AlternativeName"}],
        "emailAddresses": [{"language": "fi", "value": "a@b.fi", "description": "Kirjaamo"}],
        "electronicInvoicings": [{"operatorCode": "OP", "electronicInvoicingAddress": "0037"}],
    });
    let Entity::Organisation(read) = entity(EntityKind::Organisation, &value) else { panic!() };
    let Organisation { parent, texts, oid, e_invoice_addresses, .. } = &*read;
    assert_eq!(parent.as_ref().unwrap().as_str(), ONE);
    assert_eq!(read.names().get(Language::Fi), Some("Yhd"));
    assert_eq!(texts[&Language::Fi].contact.emails[0].description.as_deref(), Some("Kirjaamo"));
    assert_eq!((oid, e_invoice_addresses.len()), (&None, 1));
}

#[test]
fn a_general_description_and_a_collection_are_read() {
    let value = json!({
        "id": ID, "type": "PermitOrObligation", "generalDescriptionType": "Municipality",
        "names": [{"language": "fi", "type": "Name", "value": "Lupa"}],
        "descriptions": [{"language": "fi", "type": "BackgroundDescription", "value": "Tausta"}],
        "legislation": [{"names": [{"language": "fi", "value": "Laki"}],
            "webPages": [{"language": "fi", "url": "https://finlex.fi/1"},
                         {"language": "sv", "url": "https://finlex.fi/2"}]}],
    });
    let Entity::GeneralDescription(read) = entity(EntityKind::GeneralDescription, &value) else {
        panic!()
    };
    let GeneralDescription { kind, texts, general_description_kinds, .. } = &*read;
    assert_eq!(kind, &ServiceKind::PermitOrOtherObligation);
    assert_eq!(general_description_kinds, &["Municipality"]);
    assert_eq!(texts[&Language::Fi].background_description.as_deref(), Some("Tausta"));
    assert_eq!(
        texts[&Language::Sv].common.legislation[0].name,
        "Laki",
        "named in another language"
    );

    let value = json!({
        "id": ID, "organizationId": ONE,
        "serviceCollectionNames": [{"language": "fi", "value": "Kokonaisuus"}],
        "services": [{"id": OTHER, "name": [], "description": []}],
        "serviceChannels": [{"id": ONE, "name": []}],
    });
    let Entity::Collection(ServiceCollection { items, .. }) =
        entity(EntityKind::Collection, &value)
    else {
        panic!()
    };
    assert!(matches!(items[..], [CollectionItem::Service(_), CollectionItem::Channel(_)]));
}
