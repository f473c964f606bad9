//! A text beside other texts: the general description's, and the other language versions.

use std::collections::HashSet;

use domain::Language;
use domain::catalogue::ServiceTexts;

use crate::rule::Found;
use crate::structure::rules;
use crate::words::words;
use crate::{Field, Rule, Settings, Severity, Subject};

/// A shorter description says too little for its length to be compared.
const FEW: usize = 200;

pub(crate) static RULES: &[Rule] = rules![
    "T6" Error "PTV text check 6" copies
        ["Teksti toistaa pohjakuvausta: lukija näkee saman kahdesti.",
         "Texten upprepar basbeskrivningen: läsaren ser samma sak två gånger.",
         "The text repeats the general description: the reader sees it twice."]
        ["Poista toisto ja kerro, mikä juuri teillä on toisin.",
         "Ta bort upprepningen och berätta vad som är annorlunda just hos er.",
         "Remove the repetition and say what is different at your place."];
    "T24" Warning "DVV" unequal_versions
        ["Kieliversio on paljon lyhyempi tai pidempi kuin toinen: lukijat saavat eri tiedot.",
         "Språkversionen är mycket kortare eller längre än den andra: läsarna får olika uppgifter.",
         "The language version is much shorter or longer than the other: readers learn different things."]
        ["Vertaa kieliversioita ja lisää se, mikä puuttuu.",
         "Jämför språkversionerna och lägg till det som saknas.",
         "Compare the versions and add what is missing."];
];

fn copies(subject: &Subject<'_>, settings: &Settings, found: &mut Found<'_>) {
    let length = settings.copied_words.max(2);
    let Some(description) = subject.description else { return };
    for (language, texts) in &description.texts {
        let background = texts.background_description.as_deref();
        let shared = shared_texts(&texts.common).into_iter().chain([background]).flatten();
        let runs: HashSet<String> = shared
            .flat_map(|text| {
                let words = words(text);
                words.windows(length).map(|run| plain(text, run)).collect::<Vec<_>>()
            })
            .collect();
        for text in subject.running_texts().filter(|(_, own, _)| own == language) {
            let words = words(text.2);
            let mut places: Vec<std::ops::Range<usize>> = Vec::new();
            for run in words.windows(length).filter(|run| runs.contains(&plain(text.2, run))) {
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

fn unequal_versions(subject: &Subject<'_>, _: &Settings, found: &mut Found<'_>) {
    let mut lengths = subject
        .texts()
        .filter(|(field, ..)| *field == Field::Description)
        .map(|(_, language, text)| (language, text.chars().count()))
        .filter(|(language, _)| Language::INTERFACE.contains(language));
    let Some((first, full)) = lengths.next() else { return };
    for (language, length) in lengths {
        if full.max(length) >= FEW && (2 * length < full || length > 2 * full) {
            let evidence = vec![format!("{language} {length} / {first} {full}")];
            found.field(Field::Description, Some(language), evidence);
        }
    }
}
