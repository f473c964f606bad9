//! What a text begins with: the organisation, or what the reader gets.

use std::ops::Range;

use domain::Language;
use finnish::{Case as WordCase, Form, Memory, Mood, Person, VerbForm};

use crate::finding::Found;
use crate::rule::rules;
use crate::subject::Case;
use crate::text::Text;
use crate::{Field, Rule, Settings};

pub(crate) static RULES: &[Rule] = rules![
    "T22" Warning [Service] "Suomidigi, DVV, field help" organisation_first;
];

fn organisation_first(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    for text in case.field(Field::Description).chain(case.field(Field::Summary)) {
        let Some(sentence) = text.sentences().first() else { continue };
        let words = text.words_in(sentence);
        let place = match (text.language, case.subject.words) {
            (Language::Fi, Some(memory)) => finnish(text, words, memory),
            (Language::Sv | Language::En, _) => {
                let told = case.subject.organisation.and_then(|it| it.texts.get(&text.language));
                other(text, words, told.map_or("", |texts| texts.name.as_str()))
            }
            _ => None,
        };
        found.places(text, place.into_iter().collect());
    }
}

/// The last part of the Finnish words by which organisations call themselves.
const FINNISH: [&str; 21] = [
    "kaupunki",
    "kunta",
    "kuntayhtymä",
    "hyvinvointialue",
    "yksikkö",
    "virasto",
    "toimiala",
    "lautakunta",
    "ministeriö",
    "yhdistys",
    "seurakunta",
    "säätiö",
    "hallitus",
    "hallinto",
    "osasto",
    "organisaatio",
    "laitos",
    "liitto",
    "tarkastusvirasto",
    "palvelualue",
    "tulosalue",
];

/// "Naantalin kaupunki järjestää": the sentence begins with an organisation that does something.
fn finnish(text: &Text<'_>, words: &[Range<usize>], memory: &Memory) -> Option<Range<usize>> {
    let mut subject = None;
    for place in words.iter().take(6) {
        let word = &text.text[place.clone()];
        let forms = memory.forms(word);
        let is_subject = |form: &Form| {
            form.case == Some(WordCase::Nominative) && !form.is_plural && form.verb.is_none()
        };
        let is_of_somebody = |form: &Form| form.case == Some(WordCase::Genitive);
        let does = |form: &Form| {
            matches!(form.verb, Some(VerbForm::Finite(Mood::Indicative, Person::Third)))
                && form.base_form != "olla"
                && form.base_form != "voida"
        };
        if subject.is_some() {
            return forms.iter().any(does).then(|| words[0].start..place.end);
        }
        let analyses = memory.analyse(word);
        let is_organisation = analyses.iter().any(|analysis| {
            let last = analysis.parts.last().unwrap_or(&analysis.base_form);
            let words = [last.to_lowercase(), analysis.base_form.to_lowercase()];
            words.iter().any(|word| FINNISH.contains(&word.as_str()))
        });
        if is_organisation && forms.iter().any(is_subject) {
            subject = Some(place.clone());
        } else if !forms.iter().any(is_of_somebody) && !analyses.is_empty() {
            return None;
        }
    }
    None
}

/// Swedish and English: one of the ways in which an organisation speaks of itself, then a verb.
fn other(text: &Text<'_>, words: &[Range<usize>], own: &str) -> Option<Range<usize>> {
    const SWEDISH: [&str; 13] = [
        "staden",
        "kommunen",
        "samkommunen",
        "välfärdsområdet",
        "enheten",
        "församlingen",
        "föreningen",
        "ämbetsverket",
        "nämnden",
        "ministeriet",
        "stiftelsen",
        "sektorn",
        "avdelningen",
    ];
    const ENGLISH: [&str; 12] = [
        "city",
        "municipality",
        "town",
        "county",
        "unit",
        "authority",
        "agency",
        "association",
        "parish",
        "ministry",
        "department",
        "organisation",
    ];
    const VERBS: [&str; 28] = [
        "ordnar",
        "ansvarar",
        "erbjuder",
        "sköter",
        "producerar",
        "svarar",
        "tillhandahåller",
        "beviljar",
        "driver",
        "upprätthåller",
        "stöder",
        "har",
        "främjar",
        "hjälper",
        "arranges",
        "organises",
        "organizes",
        "provides",
        "offers",
        "maintains",
        "produces",
        "grants",
        "supports",
        "has",
        "is",
        "operates",
        "promotes",
        "helps",
    ];
    let lower = |at: usize| {
        words.get(at).map(|place| text.text[place.clone()].to_lowercase()).unwrap_or_default()
    };
    let is_own = own.chars().count() > 3 && text.text[words.first()?.start..].starts_with(own);
    // "Vasa stad ordnar", "The City of Vaasa provides".
    let names = match text.language {
        Language::Sv => usize::from(
            SWEDISH.contains(&lower(0).as_str()) || lower(1) == "stad" || lower(1) == "kommun",
        ),
        _ => usize::from(lower(0) == "the" && ENGLISH.contains(&lower(1).as_str())),
    };
    if names == 0 && !is_own {
        return None;
    }
    let does = (1..6).find(|at| VERBS.contains(&lower(*at).as_str()))?;
    Some(words[0].start..words[does].end)
}
