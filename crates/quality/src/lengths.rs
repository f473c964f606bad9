//! How long a text may be.

use crate::rule::Found;
use crate::{Field, Rule, Settings, Severity, Subject};

pub(crate) static RULES: &[Rule] = &[Rule {
    id: "L1",
    severity: Severity::Error,
    source: "PTV Open API 2026, DVV",
    why: [
        "Teksti on pidempi kuin Palvelutietovaranto sallii.",
        "Texten är längre än Servicedatalagret tillåter.",
        "The text is longer than PTV allows.",
    ],
    mend: [
        "Lyhennä tekstiä: jätä se, mitä lukija tarvitsee.",
        "Förkorta texten: behåll det som läsaren behöver.",
        "Shorten the text: keep what the reader needs.",
    ],
    check: too_long,
}];

fn too_long(subject: &Subject<'_>, settings: &Settings, found: &mut Found<'_>) {
    for (field, language, text) in subject.texts() {
        let limit = match field {
            Field::Name | Field::AlternativeName => settings.name_length,
            Field::Summary => settings.summary_length,
            Field::Description | Field::UserInstructions | Field::Conditions => {
                settings.text_length
            }
            _ => settings.short_text_length,
        };
        if let Some((start, _)) = text.char_indices().nth(limit) {
            let length = text.chars().count();
            let (rule, place) = (found.rule, start..text.len());
            found.findings.push(crate::Finding {
                rule,
                field,
                language: Some(language),
                places: vec![place],
                evidence: vec![format!("{length} > {limit}")],
            });
        }
    }
    for (language, texts) in &subject.service.texts {
        let long = texts.keywords.iter().filter(|it| it.chars().count() > settings.keyword_length);
        let long: Vec<String> = long.cloned().collect();
        if !long.is_empty() {
            found.field(Field::Keywords, Some(*language), long);
        }
    }
}
