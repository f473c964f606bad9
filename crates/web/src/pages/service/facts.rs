//! The short facts beside a service's description.

use std::borrow::Cow;

use app::catalogue::ServiceDetails;
use domain::Language;
use domain::catalogue::{EntityId, Producer, ProvisionKind, ServiceKind};
use domain::reference::{CodeList, life_events, service_classes, target_groups};

use crate::address::Address;
use crate::texts::Texts;
use crate::view::area;
use crate::view::channel::languages;
use crate::view::text::{Text, charge};

/// How many areas and terms are listed.
const LISTED: usize = 40;

/// A fact: what it is about and what is said, one or more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fact {
    pub(super) label: Cow<'static, str>,
    pub(super) values: Vec<FactValue>,
}

/// One thing that is said, with a link where there is more behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FactValue {
    pub(super) text: Text,
    pub(super) href: Option<String>,
}

impl From<Text> for FactValue {
    fn from(text: Text) -> Self {
        Self { text, href: None }
    }
}

/// The facts that something is said of.
pub(super) fn of(details: &ServiceDetails, t: Texts) -> Vec<Fact> {
    let service = &details.service;
    let classification = service.classification_with(details.description.as_ref());
    let price = service.charge_with(details.description.as_ref());
    let area = service.area.as_ref().map(|area| area::names(area, t)).unwrap_or_default();
    let kind = (service.kind != ServiceKind::Service)
        .then(|| t.find("service-kind", service.kind.code()))
        .flatten();
    let terms = details.terms.iter().filter_map(|term| Text::best(&term.names, t.0));
    let names = |list: &CodeList, codes: &[String]| code_names(list, codes, t.0);
    let facts = [
        ("fact-kind", plain(kind.into_iter().map(Cow::into_owned))),
        ("fact-for-whom", names(target_groups(), &classification.target_groups)),
        ("fact-price", plain(price.map(|price| charge(&price, t).into_owned()).into_iter())),
        ("fact-area", plain(area.into_iter().take(LISTED))),
        ("fact-languages", plain(languages(&service.languages, t.0).into_iter())),
        ("fact-responsible", responsible(details, t.0)),
        ("fact-producers", producers(details, t)),
        ("fact-life-events", names(life_events(), &classification.life_events)),
        ("fact-classes", names(service_classes(), &classification.service_classes)),
        ("fact-terms", terms.take(LISTED).map(FactValue::from).collect()),
    ];
    facts
        .into_iter()
        .filter(|(_, values)| !values.is_empty())
        .map(|(key, values)| Fact { label: t.get(key), values })
        .collect()
}

fn plain(values: impl Iterator<Item = String>) -> Vec<FactValue> {
    values.map(|value| FactValue::from(Text::own(value))).collect()
}

/// The names of codes; codes that the list does not have are left out: a reader cannot use them.
fn code_names(list: &CodeList, codes: &[String], language: Language) -> Vec<FactValue> {
    plain(codes.iter().filter_map(|code| Some(list.get(code)?.name(language).to_owned())))
}

fn responsible(details: &ServiceDetails, reader: Language) -> Vec<FactValue> {
    let service = &details.service;
    let ids = service.organisation.iter().chain(&service.other_organisations);
    ids.filter_map(|id| organisation(details, id, reader)).collect()
}

fn organisation(details: &ServiceDetails, id: &EntityId, reader: Language) -> Option<FactValue> {
    let text = Text::best(details.organisations.get(id)?, reader)?;
    Some(FactValue { text, href: Some(Address::Organisation(id.clone(), 1).path(reader)) })
}

/// Who produces it, unless that is only the responsible one itself.
fn producers(details: &ServiceDetails, t: Texts) -> Vec<FactValue> {
    let named = |producer: &Producer| {
        let by_id = producer.organisation.as_ref();
        let mut value = by_id
            .and_then(|id| organisation(details, id, t.0))
            .or_else(|| Text::best(&producer.name, t.0).map(FactValue::from))?;
        if let Some(how) = t.find("provision", producer.provision.code()) {
            value.text.value = format!("{} ({how})", value.text.value);
        }
        Some(value)
    };
    let is_own = |producer: &&Producer| {
        producer.provision == ProvisionKind::SelfProduced
            && producer.organisation.is_some()
            && producer.organisation == details.service.organisation
    };
    let others = details.service.producers.iter().filter(|producer| !is_own(producer));
    others.filter_map(named).collect()
}
