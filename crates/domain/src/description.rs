//! A description that somebody is writing (*kuvausluonnos*), before it is in PTV: what they wrote, as a service.

use std::collections::BTreeMap;

use crate::Language;
use crate::catalogue::{
    Area, Classification, EntityId, Funding, Service, ServiceKind, ServiceTexts,
};
use crate::reference::{municipality_exact, service_class, target_group};

/// The longest text that is read, in characters: twice as long as PTV takes, so that what is too long is told.
pub const MOST_CHARACTERS: usize = 10_000;
/// The most classes, terms or groups that are read.
pub const MOST_CODES: usize = 20;

/// What somebody wrote in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// The name.
    pub name: String,
    /// One or two sentences (*tiivistelmä*).
    pub summary: String,
    /// The description (*kuvaus*).
    pub description: String,
    /// What one does to get it (*toimintaohje*).
    pub instructions: String,
}

impl Written {
    /// Whether nothing was written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts().iter().all(|text| text.trim().is_empty())
    }

    /// The texts in their order.
    #[must_use]
    pub fn texts(&self) -> [&str; 4] {
        [&self.name, &self.summary, &self.description, &self.instructions]
    }
}

/// What somebody wrote and chose.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Description {
    /// The texts, by language.
    pub written: BTreeMap<Language, Written>,
    /// The codes of the chosen service classes.
    pub classes: Vec<String>,
    /// The URIs of the chosen ontology terms.
    pub terms: Vec<String>,
    /// The codes of the chosen target groups.
    pub groups: Vec<String>,
    /// The id of the organisation in PTV, where they gave one.
    pub organisation: Option<EntityId>,
    /// The code of the municipality where it is offered; none for the whole country.
    pub municipality: Option<String>,
}

impl Description {
    /// Whether nothing was written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.written.values().all(Written::is_empty)
    }

    /// The service that it describes: codes that nobody knows are left out, and so are languages in which nothing
    /// was written. What has no id yet has the one of nobody.
    #[must_use]
    pub fn service(&self) -> Service {
        let written = self.written.iter().filter(|(_, written)| !written.is_empty());
        let texts: BTreeMap<Language, ServiceTexts> =
            written.map(|(language, written)| (*language, texts_of(written))).collect();
        let known = |codes: &[String], is_known: fn(&str) -> bool| {
            let mut kept: Vec<String> = Vec::new();
            for code in codes.iter().filter(|code| is_known(code)).take(MOST_CODES) {
                if !kept.contains(code) {
                    kept.push(code.clone());
                }
            }
            kept
        };
        let municipality = self.municipality.as_deref().and_then(municipality_exact);
        let area = municipality.map_or(Area::WholeCountry, |one| Area::Limited {
            municipalities: vec![one.code.to_owned()],
            regions: Vec::new(),
            counties: Vec::new(),
            others: Vec::new(),
        });
        Service {
            id: EntityId::nobody(),
            kind: ServiceKind::Service,
            organisation: Some(self.organisation.clone().unwrap_or_else(EntityId::nobody)),
            other_organisations: Vec::new(),
            producers: Vec::new(),
            general_description: None,
            languages: texts.keys().map(|language| language.code().to_owned()).collect(),
            texts,
            area: Some(area),
            classification: Classification {
                service_classes: known(&self.classes, |code| service_class(code).is_some()),
                ontology_terms: known(&self.terms, |uri| EntityId::new(uri).is_ok()),
                target_groups: known(&self.groups, |code| target_group(code).is_some()),
                life_events: Vec::new(),
                industrial_classes: Vec::new(),
            },
            charge: None,
            funding: Some(Funding::PubliclyFunded),
            modified: None,
        }
    }
}

fn texts_of(written: &Written) -> ServiceTexts {
    let text = |text: &str| {
        let kept: String = text.trim().chars().take(MOST_CHARACTERS).collect();
        (!kept.is_empty()).then(|| kept.replace("\r\n", "\n").replace('\0', ""))
    };
    ServiceTexts {
        name: text(&written.name).unwrap_or_default(),
        summary: text(&written.summary),
        description: text(&written.description),
        user_instructions: text(&written.instructions),
        ..ServiceTexts::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_becomes_a_service_without_what_nobody_knows() {
        let written =
            Written { name: " Kuoro ".into(), summary: "\r\n".into(), ..Written::default() };
        let description = Description {
            written: [(Language::Fi, written), (Language::Sv, Written::default())].into(),
            classes: ["P25.1", "P99", "P25.1"].map(str::to_owned).into(),
            terms: ["http://www.yso.fi/onto/koko/p1", "a b"].map(str::to_owned).into(),
            groups: ["KR1", "KR9"].map(str::to_owned).into(),
            organisation: None,
            municipality: Some("529".into()),
        };
        assert!(!description.is_empty());
        let service = description.service();
        assert_eq!(service.texts.keys().collect::<Vec<_>>(), [&Language::Fi]);
        let texts = &service.texts[&Language::Fi];
        assert_eq!((texts.name.as_str(), texts.summary.as_ref()), ("Kuoro", None));
        assert_eq!(service.classification.service_classes, ["P25.1"]);
        assert_eq!(service.classification.ontology_terms.len(), 1);
        assert_eq!(service.classification.target_groups, ["KR1"]);
        assert_eq!(service.languages, ["fi"]);
        assert!(service.area.is_some_and(|area| area.covers("529") && !area.covers("853")));
        assert_eq!(service.organisation, Some(EntityId::nobody()));
    }

    #[test]
    fn too_long_a_text_is_cut_beyond_what_is_told_to_be_too_long() {
        let written =
            Written { description: "ä".repeat(MOST_CHARACTERS + 5), ..Written::default() };
        let description =
            Description { written: [(Language::Fi, written)].into(), ..Description::default() };
        let service = description.service();
        let text = service.texts[&Language::Fi].description.as_ref().unwrap();
        assert_eq!(text.chars().count(), MOST_CHARACTERS);
        assert!(Description::default().is_empty());
    }
}
