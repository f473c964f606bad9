//! The summary beside the description: what it says, the description has to tell.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use domain::Language;
use finnish::{Analysis, Memory, WordClass};

use crate::finding::Found;
use crate::rule::rules;
use crate::subject::Case;
use crate::text::Text;
use crate::{Field, Rule, Settings};

pub(crate) static RULES: &[Rule] = rules![
    "T5" Warning [Service] "PTV text check 5" not_in_description;
];

fn not_in_description(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let (Some(about), Some(memory)) = (case.service(), case.subject.words) else { return };
    // In other languages nobody knows here which words are of one stem.
    for summary in case.field(Field::Summary).filter(|text| text.language == Language::Fi) {
        let language = summary.language;
        let own = [
            Field::Description,
            Field::UserInstructions,
            Field::Conditions,
            Field::ChargeInformation,
        ];
        let mut told: Vec<&str> = own
            .iter()
            .filter_map(|field| case.text(*field, language))
            .map(|text| text.text)
            .collect();
        let shared = about.description.and_then(|description| description.texts.get(&language));
        if let Some(shared) = shared {
            let common = &shared.common;
            let texts =
                [&shared.background_description, &common.description, &common.user_instructions];
            told.extend(texts.into_iter().flatten().map(String::as_str));
        }
        // A description that is not there is another rule's.
        if told.iter().all(|text| text.trim().is_empty()) {
            continue;
        }
        let (places, all) = missing_nouns(summary, &told, memory);
        // One word may be another word for the same thing.
        if places.len() >= 2 && 2 * places.len() > all {
            found.places(summary, places);
        }
    }
}

/// Words of every service, of which nothing follows.
const COMMON: [&str; 24] = [
    "palvelu",
    "asiakas",
    "henkilö",
    "ihminen",
    "kunta",
    "kaupunki",
    "asukas",
    "apu",
    "tuki",
    "osa",
    "toiminta",
    "asia",
    "tarve",
    "mahdollisuus",
    "tarkoitus",
    "tavoite",
    "alue",
    "tieto",
    "kuntalainen",
    "yhteys",
    "aika",
    "tilanne",
    "keino",
    "tapa",
];

/// The nouns of the summary that the texts have in no form, not even as a part of another word; and how many nouns there
/// are.
fn missing_nouns(summary: &Text<'_>, told: &[&str], memory: &Memory) -> (Vec<Range<usize>>, usize) {
    let nouns: Vec<(&Range<usize>, Vec<String>)> = summary
        .words()
        .iter()
        .zip(summary.analyses(memory))
        .filter(|(_, analyses)| is_telling_noun(analyses))
        .map(|(place, analyses)| {
            (place, analyses.iter().flat_map(roots).map(str::to_lowercase).collect())
        })
        .collect();
    // The few words of the summary are looked for in the many of the description, not the other way round.
    let mut sought: HashMap<&str, bool> =
        nouns.iter().flat_map(|(_, roots)| roots).map(|root| (root.as_str(), false)).collect();
    for text in told.iter().filter(|_| !nouns.is_empty()) {
        for place in crate::words::words(text) {
            for root in memory.analyse(&text[place]).iter().flat_map(roots) {
                if let Some(is_told) = sought.get_mut(&*lowercase(root)) {
                    *is_told = true;
                }
            }
        }
    }
    let is_missing = |roots: &[String]| !roots.iter().any(|root| sought[root.as_str()]);
    let missing = nouns.iter().filter(|(_, roots)| is_missing(roots));
    (missing.map(|(place, _)| (*place).clone()).collect(), nouns.len())
}

/// Whether a word is nothing but a noun, and one from which something follows.
fn is_telling_noun(analyses: &[Analysis]) -> bool {
    !analyses.is_empty()
        && analyses.iter().all(|it| {
            matches!(it.class, WordClass::Noun | WordClass::NounAdjective | WordClass::Name)
        })
        && analyses.iter().any(|it| it.class != WordClass::Name)
        && !analyses.iter().any(|it| COMMON.contains(&it.base_form.as_str()))
}

/// The words that a word is made of, and itself.
fn roots(analysis: &Analysis) -> impl Iterator<Item = &str> {
    let words = [&analysis.base_form].into_iter().chain(&analysis.parts).chain(&analysis.bases);
    words.map(String::as_str)
}

/// A word in small letters; most are.
fn lowercase(word: &str) -> Cow<'_, str> {
    if word.chars().any(char::is_uppercase) { word.to_lowercase().into() } else { word.into() }
}
