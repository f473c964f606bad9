//! What has a field or a channel of its own: addresses, numbers, hours and dates in running text.

use std::ops::Range;

use crate::finding::Found;
use crate::rule::rules;
use crate::subject::Case;
use crate::words::pieces;
use crate::{Field, Rule, Settings};

pub(crate) static RULES: &[Rule] = rules![
    "T1" Error [Service Channel Connection Organisation] "PTV text check 1" web_addresses;
    "T2" Error [Service Channel Connection Organisation] "PTV text check 2" emails;
    "T11" Error [Service Channel Connection Organisation] "PTV text check 11" streets;
    "T12" Error [Service Channel Connection] "PTV text check 12" phones;
    "T14" Warning [Service Channel] "PTV text check 14" hours;
    "T15" Warning [Service] "PTV text check 15" dates;
];

/// What stands for "@" where machines are not to find it.
const AT: [&str; 2] = ["(at)", "[at]"];

fn web_addresses(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    for text in case.texts() {
        let is_address = |place: &Range<usize>| {
            // "neuvola (at) kunta.fi" is an e-mail address.
            let before = text.text[..place.start].trim_end();
            let is_host = AT.iter().any(|at| before.ends_with(at));
            !is_host && is_web_address(&text.text[place.clone()])
        };
        found
            .places(text, text.words().iter().filter(|place| is_address(place)).cloned().collect());
    }
}

fn is_web_address(word: &str) -> bool {
    const ENDS: [&str; 5] = ["fi", "com", "org", "net", "eu"];
    let word = word.to_lowercase();
    if word.contains("http://") || word.contains("https://") || word.starts_with("www.") {
        return true;
    }
    let host = word.split('/').next().unwrap_or_default();
    let Some((name, end)) = host.rsplit_once('.') else { return false };
    let is_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '.');
    ENDS.contains(&end) && name.chars().count() > 1 && name.chars().all(is_name)
}

fn emails(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    let is_only_way =
        case.service().and_then(|about| about.channels).is_some_and(|count| count <= 1);
    for text in case.texts() {
        if text.field == Field::UserInstructions && is_only_way {
            continue;
        }
        let words = text.words();
        let apart = words.windows(3).filter_map(|parts| {
            let between = text.text[parts[0].end..parts[2].start].trim();
            let is_email = AT.contains(&between) && is_web_address(&text.text[parts[2].clone()]);
            is_email.then(|| parts[0].start..parts[2].end)
        });
        let whole = words.iter().filter(|place| is_email(&text.text[(*place).clone()])).cloned();
        let mut places: Vec<Range<usize>> = whole.chain(apart).collect();
        places.sort_by_key(|place| place.start);
        found.places(text, places);
    }
}

fn is_email(word: &str) -> bool {
    ["@"].into_iter().chain(AT).filter_map(|sign| word.split_once(sign)).any(|(name, host)| {
        name.ends_with(char::is_alphanumeric)
            && host.split_once('.').is_some_and(|(host, end)| {
                host.starts_with(char::is_alphanumeric) && end.chars().count() > 1
            })
    })
}

fn streets(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    for text in case.running_texts() {
        let words = text.words();
        let pairs = words.windows(2).filter_map(|pair| {
            let [street, number] = [&text.text[pair[0].clone()], &text.text[pair[1].clone()]];
            let is_beside = text.text[pair[0].end..pair[1].start].trim().is_empty();
            (is_beside && is_street(street) && is_house(number)).then(|| pair[0].start..pair[1].end)
        });
        found.places(text, pairs.collect());
    }
}

fn is_street(word: &str) -> bool {
    const ENDS: [&str; 13] = [
        "katu",
        "tie",
        "kuja",
        "polku",
        "väylä",
        "aukio",
        "tori",
        "ranta",
        "bulevardi",
        "gatan",
        "vägen",
        "gränden",
        "stigen",
    ];
    /// Roads by number, and what else such a word may be.
    const OTHERS: [&str; 6] =
        ["valtatie", "kantatie", "seututie", "maantie", "yhdystie", "moottoritie"];
    let lower = word.to_lowercase();
    word.starts_with(char::is_uppercase)
        && !OTHERS.contains(&lower.as_str())
        && ENDS.iter().any(|end| lower.strip_suffix(end).is_some_and(|name| name.len() > 2))
}

fn is_house(word: &str) -> bool {
    let digits = word.chars().take_while(char::is_ascii_digit).count();
    let rest = &word[digits..];
    (1..=3).contains(&digits)
        && (rest.is_empty()
            || rest.chars().count() == 1 && rest.chars().all(char::is_alphabetic)
            || rest.strip_prefix(['-', '–']).is_some_and(|end| end.parse::<u16>().is_ok()))
}

fn phones(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    for text in case.texts() {
        found.places(text, phone_numbers(text.text));
    }
}

/// Runs of digits with blanks, hyphens and brackets between them that begin with a zero or a plus.
fn phone_numbers(text: &str) -> Vec<Range<usize>> {
    let is_part = |letter: char| {
        letter.is_ascii_digit() || matches!(letter, ' ' | '\u{a0}' | '-' | '–' | '(' | ')' | '+')
    };
    let is_number = |place: &Range<usize>| {
        let run = &text[place.clone()];
        let digits = run.chars().filter(char::is_ascii_digit).count();
        let is_business_id = run.len() == 9 && run.as_bytes()[7] == b'-';
        let touches = |letter: Option<char>, signs: &str| {
            letter.is_some_and(|letter| letter.is_alphanumeric() || signs.contains(letter))
        };
        let mut after = text[place.end..].chars();
        let next = after.next();
        let goes_on = matches!(next, Some('.' | ',' | '/'))
            && after.next().is_some_and(|letter| letter.is_ascii_digit());
        (7..=13).contains(&digits)
            && (run.starts_with('0') || run.starts_with('+') || run.starts_with("(0"))
            && !run.starts_with("0 0")
            && !is_business_id
            && !goes_on
            && !touches(text[..place.start].chars().next_back(), ".,/§")
    };
    pieces(text, |letter| !is_part(letter))
        .filter_map(|piece| {
            let run = &text[piece.clone()];
            let begin =
                run.find(|letter: char| letter.is_ascii_digit() || "+(".contains(letter))?;
            let end = run.rfind(|letter: char| letter.is_ascii_digit())? + 1;
            (begin < end).then(|| piece.start + begin..piece.start + end)
        })
        .filter(is_number)
        .collect()
}

fn hours(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    for text in case.running_texts() {
        if text.field == Field::UserInstructions {
            continue;
        }
        let words = text.words();
        let places = words.windows(2).enumerate().filter_map(|(at, pair)| {
            let [word, next] = [&text.text[pair[0].clone()], &text.text[pair[1].clone()]];
            // "31.1.2026 klo 16": when something ends, not when a place is open.
            let before = at.checked_sub(1).map(|before| &text.text[words[before].clone()]);
            if before.is_some_and(|before| is_date(before) || is_date(&format!("{before}."))) {
                return None;
            }
            let has_time = next.starts_with(|letter: char| letter.is_ascii_digit());
            let word = word.to_lowercase();
            let is_hours = (matches!(word.as_str(), "klo" | "kello" | "kl" | "klockan")
                && has_time)
                || (is_days(&word) && (has_time || matches!(next, "klo" | "kl" | "klo.")));
            is_hours.then(|| pair[0].start..pair[1].end)
        });
        found.places(text, places.collect());
    }
}

/// "ma-pe", "mån–fre".
fn is_days(word: &str) -> bool {
    const DAYS: [&str; 19] = [
        "ma", "ti", "ke", "to", "pe", "la", "su", "mån", "tis", "ons", "tors", "tor", "fre", "lör",
        "sön", "må", "mon", "fri", "sat",
    ];
    word.split_once(['-', '–']).is_some_and(|(from, to)| DAYS.contains(&from) && DAYS.contains(&to))
}

fn dates(case: &Case<'_>, _: &Settings, found: &mut Found<'_>) {
    for text in case.running_texts() {
        let numbers = phone_numbers(text.text);
        let is_date = |place: &Range<usize>| {
            let [before, next] =
                [text.text[..place.start].trim_end(), text.text[place.end..].trim_start()];
            let is_time = is_date(&text.text[place.clone()])
                || is_year(&text.text[place.clone()], before, next);
            let is_in_number = numbers.iter().any(|it| it.contains(&place.start));
            let rest = if text.text[place.clone()].ends_with('.') { "" } else { next };
            is_time && !is_in_number && !is_for_ever(before, rest)
        };
        let parts =
            pieces(text.text, |letter| letter.is_whitespace() || "-–()[]:;,".contains(letter));
        // The full stop after a year ends the sentence; the one after a month is the date's.
        let without_stop = |place: Range<usize>| {
            let word = &text.text[place.clone()];
            let year = word.trim_end_matches('.').rsplit('.').next().unwrap_or_default();
            let stops =
                if year.len() == 4 { word.len() - word.trim_end_matches('.').len() } else { 0 };
            place.start..place.end - stops
        };
        found.places(text, parts.filter(is_date).map(without_stop).collect());
    }
}

/// "1.8.2026", "30.6."; a section number such as "2.1" is none.
fn is_date(word: &str) -> bool {
    let parts: Vec<&str> = word.split('.').collect();
    let number = |text: &str| text.parse::<u16>().ok().filter(|_| text.len() <= 4);
    let [day, month, year, ..] = parts[..] else { return false };
    number(day).is_some_and(|day| (1..=31).contains(&day))
        && number(month).is_some_and(|month| (1..=12).contains(&month))
        && (year.is_empty() && parts.len() == 3
            || year.len() == 4 && number(year).is_some_and(|year| year >= 1900))
}

/// Whether the words around a year say that it stays true: when something was founded or somebody born.
fn is_for_ever(before: &str, next: &str) -> bool {
    const EVENTS: [&str; 14] = [
        "perustett",
        "syntyn",
        "rakennett",
        "grundad",
        "grundat",
        "bildad",
        "bildat",
        "född",
        "föddes",
        "byggd",
        "founded",
        "established",
        "built",
        "born",
    ];
    let is_event = |word: &str| {
        let word = word.to_lowercase();
        EVENTS.iter().any(|event| word.starts_with(event))
    };
    // Not beyond the sentence: a word that ends it is another's.
    let ends = |word: &&str| word.ends_with(['.', '!', '?']);
    let earlier = before.split_whitespace().rev().take_while(|word| !ends(word)).take(4);
    let until = next.find(['.', '!', '?']).unwrap_or(next.len());
    let later = next[..until].split_whitespace().take(3);
    earlier.chain(later).any(is_event)
}

/// A year, and not an amount, a decade ("1970-luku") or the year of a law ("1982/710").
fn is_year(word: &str, before: &str, next: &str) -> bool {
    const ABOUT: [&str; 14] = [
        "noin",
        "yli",
        "lähes",
        "alle",
        "runsaat",
        "ca",
        "cirka",
        "omkring",
        "över",
        "nästan",
        "about",
        "approximately",
        "over",
        "nearly",
    ];
    const DECADES: [&str; 3] = ["-luku", "-luvu", "-tal"];
    const UNITS: [&str; 14] = [
        "euro", "€", "eur", "kpl", "kg", "m2", "m²", "henk", "asuk", "asiak", "neli", "invån",
        "inhab", "metri",
    ];
    let word = word.trim_end_matches('.');
    word.len() == 4
        && word.bytes().all(|byte| byte.is_ascii_digit())
        && word.parse::<u16>().is_ok_and(|year| (1900..2100).contains(&year))
        && !DECADES.iter().any(|decade| next.starts_with(decade))
        && !ABOUT.contains(&before.rsplit(char::is_whitespace).next().unwrap_or_default())
        && !UNITS.iter().any(|unit| next.to_lowercase().starts_with(unit))
}
