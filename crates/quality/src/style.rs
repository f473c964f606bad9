//! How a text is written: sentences, sections of law, marketing, pointing about on the page.

use std::ops::Range;

use domain::Language;

use crate::finding::Found;
use crate::rule::rules;
use crate::subject::Case;
use crate::words::{paragraphs, sentences};
use crate::{Field, Rule, Settings};

pub(crate) static RULES: &[Rule] = rules![
    "T7" Warning [Service Channel Organisation] "PTV text check 7, DVV" long_sentences;
    "T8" Warning [Service] "PTV text check 8" sections;
    "T17" Warning [Service Channel Organisation] "DVV" long_paragraphs;
    "T19" Warning [Service Channel] "DVV, LIPAS guidance" marketing;
    "T20" Warning [Service Channel] "DVV" pointing;
    "T21" Warning [Service Channel Organisation] "LIPAS guidance, DVV" unfinished_summary;
];

fn long_sentences(case: &Case<'_>, settings: &Settings, found: &mut Found<'_>) {
    for text in case.running_texts() {
        let is_long = |place: &Range<usize>| text.words_in(place).len() > settings.sentence_words;
        found.places(
            text,
            text.sentences().iter().filter(|place| is_long(place)).cloned().collect(),
        );
    }
}

fn long_paragraphs(case: &Case<'_>, settings: &Settings, found: &mut Found<'_>) {
    for text in case.running_texts() {
        let is_long = |place: &Range<usize>| {
            sentences(&text.text[place.clone()]).len() > settings.paragraph_sentences
        };
        found.places(text, paragraphs(text.text).filter(is_long).collect());
    }
}

fn sections(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    const WORDS: [&str; 6] = ["pykälä", "pykälän", "pykälässä", "momentti", "momentin", "paragraf"];
    for text in case.running_texts() {
        let is_section = |place: &Range<usize>| {
            WORDS.contains(&text.text[place.clone()].to_lowercase().as_str())
        };
        let signs = text.text.match_indices('§').map(|(at, sign)| at..at + sign.len());
        let mut places: Vec<Range<usize>> =
            text.words().iter().filter(|place| is_section(place)).cloned().chain(signs).collect();
        places.sort_by_key(|place| place.start);
        found.places(text, places);
    }
}

fn marketing(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    for text in case.running_texts() {
        let words = text.words();
        let praising = (0..words.len())
            .filter(|at| is_marketing(text.language, text.text, words, *at))
            .map(|at| words[at].clone());
        let marks = text.text.match_indices('!').map(|(at, mark)| at..at + mark.len());
        let cheering = marks.filter(|mark| is_cheer(&text.text[..mark.start]));
        let mut places: Vec<Range<usize>> = praising.chain(cheering).collect();
        places.sort_by_key(|place| place.start);
        found.places(text, places);
    }
}

/// Whether a word praises the service. One that says who may come ("isät ovat tervetulleita"), that is part of a name
/// ("Welcome Office"), or that is of the law's own words ("lapsen monipuolinen kehitys") does not.
fn is_marketing(language: Language, text: &str, words: &[Range<usize>], at: usize) -> bool {
    // "Maksut kattavat kulut" is a verb, and "pitää verkoston kattavana" a task.
    const OTHERS: [&str; 2] = ["kattavat", "kattavana"];
    let beginnings: &[&str] = match language {
        Language::Fi => &[
            "tervetuloa",
            "tervetuloo",
            "nautti",
            "nauti",
            "monipuoli",
            "kattava",
            "laadukas",
            "laadukka",
            "ainutlaatui",
        ],
        Language::Sv => &["välkommen", "välkomna", "mångsidig", "högklassig", "enastående"],
        Language::En => &["welcome", "unique", "high-quality", "outstanding"],
        _ => &[],
    };
    let word = text[words[at].clone()].to_lowercase();
    if OTHERS.contains(&word.as_str()) || !beginnings.iter().any(|it| word.starts_with(it)) {
        return false;
    }
    let before = at.checked_sub(1).map_or("", |before| &text[words[before].clone()]);
    let next = words.get(at + 1).map_or("", |next| &text[next.clone()]);
    let is_invited = matches!(before, "är" | "are" | "is");
    let is_named = word == "welcome" && next.starts_with(char::is_uppercase);
    let is_of_law = (word.starts_with("monipuoli") || word.starts_with("mångsidig"))
        && words.iter().skip(at + 1).take(2).any(|near| {
            let near = text[near.clone()].to_lowercase();
            ["kehity", "kasvu", "utveckling", "uppväxt"].iter().any(|it| near.starts_with(it))
        });
    !((is_invited && (word.starts_with("välkom") || word == "welcome")) || is_named || is_of_law)
}

/// Whether an exclamation mark cheers: not after "Huom" and the like, nor in a name in capitals ("YA!").
fn is_cheer(before: &str) -> bool {
    const NOTES: [&str; 7] = ["huom", "huomio", "huomaa", "obs", "observera", "note", "nb"];
    let word = before.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    let is_name = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    !is_name && !NOTES.contains(&word.to_lowercase().as_str())
}

fn pointing(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    for text in case.running_texts() {
        let phrases: &[&str] = match text.language {
            Language::Fi => &[
                "katso alta",
                "tällä sivulla",
                "tältä sivulta",
                "yllä mainit",
                "alla mainit",
                "alla olev",
                "yllä olev",
            ],
            Language::Sv => &[
                "se nedan",
                "här nedan",
                "ovannämnd",
                "ovan nämnd",
                "på denna sida",
                "på den här sidan",
            ],
            Language::En => &["see below", "on this page", "mentioned above", "listed below"],
            _ => &[],
        };
        // Lower case of these languages' letters takes as many bytes; where it does not, places would be wrong.
        let lower = text.text.to_lowercase();
        if lower.len() != text.text.len() {
            continue;
        }
        let mut places: Vec<Range<usize>> = phrases
            .iter()
            .flat_map(|phrase| lower.match_indices(phrase))
            .filter(|(at, _)| !lower[..*at].ends_with(char::is_alphanumeric))
            .map(|(at, phrase)| at..at + phrase.len())
            .filter(|place| text.text.get(place.clone()).is_some())
            .collect();
        places.sort_by_key(|place| place.start);
        found.places(text, places);
    }
}

fn unfinished_summary(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    for text in case.field(Field::Summary) {
        let whole = text.text.trim_end();
        let ends = whole.trim_end_matches([')', '"', '”', '’']).ends_with(['.', '!', '?', '…']);
        if !whole.is_empty() && !ends && !whole.ends_with(".)") {
            let last = text.words().last().cloned();
            found.places(text, last.into_iter().collect());
        }
    }
}
