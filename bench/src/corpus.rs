//! The judged corpus and its queries, read into what the index is told of a service: the same texts in
//! the same fields as the catalogue's services have.
//!
//! `app::evaluation` reads the same files. It cannot be called here: the product's SQLite driver and the
//! peer's each link the C library in a version of its own, and Cargo allows one.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use domain::Language;
use domain::reference::{
    CodeItem, life_event, service_class, target_group, themes, themes_with_terms,
};
use search::evaluation::{Grade, JudgedQuery};
use search::{Coverage, Document, Field};
use serde::Deserialize;
use serde::de::DeserializeOwned;

type Texts = BTreeMap<Language, String>;
type Lists = BTreeMap<Language, Vec<String>>;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Service {
    id: String,
    scope: Scope,
    #[serde(default)]
    municipalities: Vec<String>,
    names: Texts,
    #[serde(default)]
    alternative_names: Lists,
    #[serde(default)]
    summaries: Texts,
    #[serde(default)]
    descriptions: Texts,
    #[serde(default)]
    user_instructions: Texts,
    #[serde(default)]
    keywords: Lists,
    #[serde(default)]
    ontology_terms: Vec<BTreeMap<String, String>>,
    #[serde(default)]
    service_classes: Vec<String>,
    #[serde(default)]
    target_groups: Vec<String>,
    #[serde(default)]
    life_events: Vec<String>,
    #[serde(default)]
    organizations: Vec<String>,
    #[serde(default)]
    general_description: Option<Shared>,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Scope {
    Municipal,
    National,
}

/// A general description.
#[derive(Deserialize, Default)]
struct Shared {
    names: Texts,
    #[serde(default)]
    summaries: Texts,
    #[serde(default)]
    descriptions: Texts,
}

#[derive(Deserialize)]
struct Query {
    qid: String,
    query: String,
    lang: Language,
    kind: String,
    #[serde(default)]
    municipality: Option<String>,
    judgments: BTreeMap<String, Grade>,
    #[serde(default)]
    judged: Option<std::collections::BTreeSet<String>>,
}

/// The services of a file, an object on each line.
pub fn read(file: &Path) -> Result<Vec<Document>> {
    Ok(lines(file)?.into_iter().map(document).collect())
}

/// The judged queries of a file, an object on each line.
pub fn read_queries(file: &Path) -> Result<Vec<JudgedQuery>> {
    let judged = |line: Query| JudgedQuery {
        id: line.qid,
        text: line.query,
        language: line.lang,
        kind: line.kind,
        municipality: line.municipality,
        grades: line.judgments,
        judged: line.judged,
    };
    Ok(lines(file)?.into_iter().map(judged).collect())
}

fn lines<T: DeserializeOwned>(file: &Path) -> Result<Vec<T>> {
    let text =
        std::fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(number, line)| {
            serde_json::from_str(line)
                .with_context(|| format!("{} line {}", file.display(), number + 1))
        })
        .collect()
}

fn document(service: Service) -> Document {
    let mut texts = own_texts(&service);
    for name in &service.organizations {
        texts.push((Field::Organisation, Language::Fi, name.clone()));
    }
    for term in &service.ontology_terms {
        for (code, label) in term {
            if let Some(language) = Language::from_code(code) {
                texts.push((Field::Term, language, label.clone()));
            }
        }
    }
    let classes = service.service_classes.iter().filter_map(|code| service_class(code));
    add_codes(&mut texts, Field::Class, classes);
    let groups = service.target_groups.iter().filter_map(|code| target_group(code));
    let events = service.life_events.iter().filter_map(|code| life_event(code));
    add_codes(&mut texts, Field::TargetGroup, groups.chain(events));
    let labels = texts.iter().filter(|(field, ..)| matches!(field, Field::Term | Field::Keyword));
    let labels = labels.map(|(.., label)| label.as_str());
    let found = themes_with_terms(&service.service_classes, &service.target_groups, labels);
    let number = |id: &str| themes().iter().position(|theme| theme.id == id);
    for theme in &found {
        for language in Language::INTERFACE {
            texts.push((Field::Class, language, theme.name(language).to_owned()));
        }
    }
    texts.retain(|(.., text)| !text.is_empty());
    let themes = found.iter().filter_map(|theme| number(theme.id)?.try_into().ok()).collect();
    let coverage = if service.scope == Scope::National {
        Coverage::All
    } else {
        Coverage::Municipalities(service.municipalities.into_iter().collect())
    };
    Document {
        id: service.id,
        organisation: service.organizations.into_iter().next(),
        texts,
        coverage,
        themes,
        classes: service.service_classes,
        target_groups: service.target_groups,
        ..Document::default()
    }
}

/// A service's own texts and, where they say nothing of a matter, its general description's.
fn own_texts(service: &Service) -> Vec<(Field, Language, String)> {
    let none = Shared::default();
    let shared = service.general_description.as_ref().unwrap_or(&none);
    let mut texts = Vec::new();
    let mut add = |field, language, text: Option<&String>| {
        texts.extend(text.map(|text| (field, language, text.clone())));
    };
    for language in Language::ALL {
        let own_name = service.names.get(&language);
        add(Field::Name, language, own_name);
        let others = service.alternative_names.get(&language).into_iter().flatten();
        others.for_each(|name| add(Field::AlternativeName, language, Some(name)));
        let shared_name = shared.names.get(&language).filter(|name| Some(*name) != own_name);
        add(Field::AlternativeName, language, shared_name);
        let keywords = service.keywords.get(&language).into_iter().flatten();
        keywords.for_each(|keyword| add(Field::Keyword, language, Some(keyword)));
        let summary = service.summaries.get(&language).or(shared.summaries.get(&language));
        add(Field::Summary, language, summary);
        add(Field::Description, language, service.descriptions.get(&language));
        add(Field::Description, language, shared.descriptions.get(&language));
        add(Field::Instructions, language, service.user_instructions.get(&language));
    }
    texts
}

fn add_codes<'a>(
    texts: &mut Vec<(Field, Language, String)>,
    field: Field,
    codes: impl Iterator<Item = &'a CodeItem>,
) {
    for code in codes {
        for language in Language::INTERFACE {
            texts.push((field, language, code.name(language).to_owned()));
        }
    }
}
