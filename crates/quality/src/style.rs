//! How a text is written: sentences, sections of law, marketing, pointing about on the page.

use std::ops::Range;

use domain::Language;

use crate::rule::Found;
use crate::structure::rules;
use crate::words::{paragraphs, sentences, words};
use crate::{Field, Rule, Settings, Severity, Subject};

pub(crate) static RULES: &[Rule] = rules![
    "T7" Warning "PTV text check 7, DVV" long_sentences
        ["Pitkä virke on vaikea lukea.", "En lång mening är svår att läsa.",
         "A long sentence is hard to read."]
        ["Jaa virke kahdeksi tai tee siitä luettelo.", "Dela meningen i två eller gör en lista.",
         "Split the sentence in two or make it a list."];
    "T8" Warning "PTV text check 8" sections
        ["Pykälät eivät auta lukijaa.", "Paragrafer hjälper inte läsaren.",
         "Sections of law do not help the reader."]
        ["Kerro, mitä laki lukijalle merkitsee, ja siirrä laki omaan kenttäänsä.",
         "Berätta vad lagen betyder för läsaren, och flytta lagen till dess eget fält.",
         "Say what the law means for the reader, and move the law to its own field."];
    "T17" Warning "DVV" long_paragraphs
        ["Pitkä kappale jää lukematta.", "Ett långt stycke blir oläst.",
         "A long paragraph is left unread."]
        ["Jaa kappale: enintään neljä virkettä.", "Dela stycket: högst fyra meningar.",
         "Split the paragraph: four sentences at most."];
    "T19" Warning "DVV, LIPAS guidance" marketing
        ["Mainossanat vievät tilaa tiedolta, jota lukija etsii.",
         "Reklamord tar plats från det som läsaren söker.",
         "Words of advertising take the place of what the reader looks for."]
        ["Poista sana tai kerro sen tilalla tosiasia.", "Stryk ordet eller skriv ett faktum i stället.",
         "Remove the word or put a fact in its place."];
    "T20" Warning "DVV" pointing
        ["Teksti näkyy monessa palvelussa: ”alla” ja ”tällä sivulla” eivät pidä niissä paikkaansa.",
         "Texten visas i många tjänster: ”nedan” och ”på den här sidan” stämmer inte där.",
         "The text is shown in many places: \"below\" and \"on this page\" are not true there."]
        ["Sano, mitä tarkoitat.", "Säg vad du menar.", "Say what you mean."];
    "T21" Warning "LIPAS guidance, DVV" unfinished_summary
        ["Tiivistelmä ei pääty kuin virke: se on luettelo tai jäänyt kesken, tai piste puuttuu.",
         "Sammanfattningen slutar inte som en mening: den är en lista eller avbruten, eller så saknas punkten.",
         "The summary does not end as a sentence: it is a list or cut short, or lacks its full stop."]
        ["Kirjoita tiivistelmä kokonaisiksi virkkeiksi pisteeseen asti.", "Skriv sammanfattningen som hela meningar, ända till punkten.",
         "Write the summary in whole sentences, up to the full stop."];
];

fn long_sentences(subject: &Subject<'_>, settings: &Settings, found: &mut Found<'_>) {
    for text in subject.running_texts() {
        let is_long =
            |place: &Range<usize>| words(&text.2[place.clone()]).len() > settings.sentence_words;
        found.places(text, sentences(text.2).into_iter().filter(is_long).collect());
    }
}

fn long_paragraphs(subject: &Subject<'_>, settings: &Settings, found: &mut Found<'_>) {
    for text in subject.running_texts() {
        let is_long = |place: &Range<usize>| {
            sentences(&text.2[place.clone()]).len() > settings.paragraph_sentences
        };
        found.places(text, paragraphs(text.2).filter(is_long).collect());
    }
}

fn sections(subject: &Subject<'_>, _: &Settings, found: &mut Found<'_>) {
    const WORDS: [&str; 6] = ["pykälä", "pykälän", "pykälässä", "momentti", "momentin", "paragraf"];
    for text in subject.running_texts() {
        let is_section =
            |place: &Range<usize>| WORDS.contains(&text.2[place.clone()].to_lowercase().as_str());
        let signs = text.2.match_indices('§').map(|(at, sign)| at..at + sign.len());
        let mut places: Vec<Range<usize>> =
            words(text.2).into_iter().filter(is_section).chain(signs).collect();
        places.sort_by_key(|place| place.start);
        found.places(text, places);
    }
}

fn marketing(subject: &Subject<'_>, _: &Settings, found: &mut Found<'_>) {
    for text in subject.running_texts() {
        let words = words(text.2);
        let praising = (0..words.len())
            .filter(|at| is_marketing(text.1, text.2, &words, *at))
            .map(|at| words[at].clone());
        let marks = text.2.match_indices('!').map(|(at, mark)| at..at + mark.len());
        let cheering = marks.filter(|mark| is_cheer(&text.2[..mark.start]));
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

fn pointing(subject: &Subject<'_>, _: &Settings, found: &mut Found<'_>) {
    for text in subject.running_texts() {
        let phrases: &[&str] = match text.1 {
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
        let lower = text.2.to_lowercase();
        if lower.len() != text.2.len() {
            continue;
        }
        let mut places: Vec<Range<usize>> = phrases
            .iter()
            .flat_map(|phrase| lower.match_indices(phrase))
            .filter(|(at, _)| !lower[..*at].ends_with(char::is_alphanumeric))
            .map(|(at, phrase)| at..at + phrase.len())
            .filter(|place| text.2.get(place.clone()).is_some())
            .collect();
        places.sort_by_key(|place| place.start);
        found.places(text, places);
    }
}

fn unfinished_summary(subject: &Subject<'_>, _: &Settings, found: &mut Found<'_>) {
    for text in subject.running_texts().filter(|(field, ..)| *field == Field::Summary) {
        let whole = text.2.trim_end();
        let ends = whole.trim_end_matches([')', '"', '”', '’']).ends_with(['.', '!', '?', '…']);
        if !whole.is_empty() && !ends && !whole.ends_with(".)") {
            let last = words(text.2).pop();
            found.places(text, last.into_iter().collect());
        }
    }
}
