//! A text beside other texts: the general description's, and the other language versions.

use std::collections::HashSet;

use domain::Language;
use domain::catalogue::ServiceTexts;

use crate::finding::Found;
use crate::rule::rules;
use crate::subject::Case;
use crate::words::words;
use crate::{Field, Rule, Settings};

/// A shorter description says too little for its length to be compared.
const FEW: usize = 200;

pub(crate) static RULES: &[Rule] = rules![
    "T6" Error [Service] "PTV text check 6" copies;
    "T24" Warning [Service] "DVV" unequal_versions;
];

fn copies(case: &Case<'_>, settings: &Settings, found: &mut Found<'_>) {
    let length = settings.copied_words.max(2);
    let Some(description) = case.service().and_then(|about| about.description) else { return };
    for (language, texts) in &description.texts {
        let background = texts.background_description.as_deref();
        let shared = shared_texts(&texts.common).into_iter().chain([background]).flatten();
        let runs: HashSet<String> = shared
            .flat_map(|text| {
                let words = words(text);
                words.windows(length).map(|run| plain(text, run)).collect::<Vec<_>>()
            })
            .collect();
        for text in case.running_texts().filter(|text| text.language == *language) {
            let words = text.words();
            let mut places: Vec<std::ops::Range<usize>> = Vec::new();
            for run in words.windows(length).filter(|run| runs.contains(&plain(text.text, run))) {
                let (start, end) = (run[0].start, run[length - 1].end);
                match places.last_mut() {
                    Some(last) if start <= last.end => last.end = end,
                    _ => places.push(start..end),
                }
            }
            found.places(text, places);
        }
    }
}

fn shared_texts(texts: &ServiceTexts) -> [Option<&str>; 3] {
    [texts.description.as_deref(), texts.user_instructions.as_deref(), texts.conditions.as_deref()]
}

fn plain(text: &str, run: &[std::ops::Range<usize>]) -> String {
    run.iter().fold(String::new(), |mut joined, word| {
        joined.push_str(&text[word.clone()].to_lowercase());
        joined.push(' ');
        joined
    })
}

fn unequal_versions(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let mut lengths = case
        .field(Field::Description)
        .map(|text| (text.language, text.text.chars().count()))
        .filter(|(language, _)| Language::INTERFACE.contains(language));
    let Some((first, full)) = lengths.next() else { return };
    for (language, length) in lengths {
        if full.max(length) >= FEW && (2 * length < full || length > 2 * full) {
            let evidence = [format!("{language} {length} / {first} {full}")];
            found.field(Field::Description, Some(language), evidence);
        }
    }
}
