//! What we say beside what libvoikko says, of every word of the real texts.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use finnish::{Dictionary, WordClass};
use serde_json::Value;

use crate::golden::class;
use crate::{dictionary, shared};

/// Of a thousand words at least so many have the same base forms, and of those the same classes.
const OF_REAL_WORDS: usize = 999;

/// The same of compounds made up to go wrong, of which names of places in front of names are the rest.
const OF_MADE_UP_WORDS: usize = 998;

/// Reads words, one a line, and writes of each what libvoikko says: base form and class by turns, tabs between them.
const ASK_LIBVOIKKO: &str = r#"
import sys, libvoikko
voikko = libvoikko.Voikko("fi")
words = sys.stdin.buffer.read().decode("utf-8").split("\n")
lines = []
for word in words:
    said = voikko.analyze(word) if word else []
    lines.append("\t".join(x for a in said for x in (a.get("BASEFORM", ""), a.get("CLASS", ""))))
sys.stdout.buffer.write("\n".join(lines).encode("utf-8"))
"#;

#[test]
fn every_word_of_the_real_texts_has_libvoikkos_base_forms() {
    let Some(dictionary) = dictionary() else { return };
    let mut words = BTreeSet::new();
    for path in ["ptv/data", "search/corpus.jsonl"] {
        let Some(path) = shared(path) else { return };
        words_of_files(&path, &mut words);
    }
    compare(dictionary, &words.into_iter().collect::<Vec<_>>(), OF_REAL_WORDS);
}

/// Compounds that nobody has written, right ones and wrong ones.
#[test]
fn made_up_compounds_have_libvoikkos_base_forms() {
    let Some(dictionary) = dictionary() else { return };
    let first = "talo auton ilta pää kansalais yleis liikkumis EU- web web- maa vesi vapaa etelä- Helsinki- 12- kolmen \
        kahdes ei- lasten vanhus e- sosiaali- A4- Itä- itä keski Pohjois- suur yö Suomenmaa Hämeenkylä Sepänkylän \
        Amerikan Joensuun afro ruumis";
    let last = "apua talossa auto ilmat yötä Suomessa suomalaisten ääneen vuotiaille kielinen kymmentä kouluista \
        hoitajalle tekeminen käytössä neuvola n :n lainen mainen työtön öljyn ikäinen toista rock aasialaiset tiellä";
    let mut words = BTreeSet::new();
    for first in first.split(' ') {
        for last in last.split(' ') {
            words.insert(format!("{first}{last}"));
            words.insert(format!("{first}palvelu{last}"));
            words.insert(format!("{first}-{last}"));
        }
    }
    compare(dictionary, &words.into_iter().collect::<Vec<_>>(), OF_MADE_UP_WORDS);
}

fn compare(dictionary: &Dictionary, words: &[String], per_mille: usize) {
    let Some(theirs) = ask_libvoikko(words) else {
        println!("skipped: python3 does not find libvoikko (python3-libvoikko)");
        return;
    };
    let mut different = Vec::new();
    let mut classed_otherwise = 0;
    for (word, theirs) in words.iter().zip(&theirs) {
        let ours: BTreeSet<(String, WordClass)> =
            dictionary.analyse(word).into_iter().map(|one| (one.base_form, one.class)).collect();
        if bases(&ours) != bases(theirs) {
            different.push(format!("{word}: ours {ours:?}, libvoikko's {theirs:?}"));
        } else if ours != *theirs {
            classed_otherwise += 1;
        }
    }
    let (all, same) = (words.len(), words.len() - different.len());
    println!(
        "{same} of {all} words have libvoikko's base forms, and {classed_otherwise} other classes"
    );
    assert!(same * 1000 >= all * per_mille, "only {same} of {all}:\n{}", different.join("\n"));
    assert!(
        (same - classed_otherwise) * 1000 >= all * per_mille,
        "{classed_otherwise} other classes"
    );
}

fn bases(said: &BTreeSet<(String, WordClass)>) -> BTreeSet<&str> {
    said.iter().map(|(base, _)| base.as_str()).collect()
}

/// What libvoikko says of each word; nothing when this machine has no libvoikko for Python.
fn ask_libvoikko(words: &[String]) -> Option<Vec<BTreeSet<(String, WordClass)>>> {
    let has_libvoikko = |python: &&str| {
        let mut import = Command::new(python);
        import.args(["-c", "import libvoikko"]).stderr(Stdio::null());
        import.status().is_ok_and(|status| status.success())
    };
    let python = ["python3", "/usr/bin/python3"].into_iter().find(has_libvoikko)?;
    let mut child = Command::new(python)
        .args(["-c", ASK_LIBVOIKKO])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(words.join("\n").as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    let said: Vec<_> = text.split('\n').map(said_of_word).collect();
    assert_eq!(said.len(), words.len());
    Some(said)
}

fn said_of_word(line: &str) -> BTreeSet<(String, WordClass)> {
    let fields: Vec<_> = line.split('\t').collect();
    fields.chunks_exact(2).map(|said| (said[0].to_owned(), class(said[1]))).collect()
}

fn words_of_files(path: &Path, words: &mut BTreeSet<String>) {
    if path.is_dir() {
        let mut entries: Vec<PathBuf> =
            fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        return entries.iter().for_each(|entry| words_of_files(entry, words));
    }
    let text = fs::read_to_string(path).unwrap();
    match serde_json::from_str::<Value>(&text) {
        Ok(value) => words_of_value(&value, words),
        Err(_) => {
            for line in text.lines() {
                words_of_value(&serde_json::from_str(line).unwrap(), words);
            }
        }
    }
}

fn words_of_value(value: &Value, words: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => words_of_text(text, words),
        Value::Array(values) => values.iter().for_each(|value| words_of_value(value, words)),
        Value::Object(fields) => fields.values().for_each(|value| words_of_value(value, words)),
        _ => {}
    }
}

/// Letters and digits, and what may stand inside a word; a hyphen at the end belongs to it too.
fn words_of_text(text: &str, words: &mut BTreeSet<String>) {
    let inside = |letter: char| letter.is_alphanumeric() || "-:'’.".contains(letter);
    for word in text.split(|letter| !inside(letter)) {
        let word = word.trim_start_matches(|letter: char| !letter.is_alphanumeric());
        let word = word.trim_end_matches([':', '\'', '’', '.']);
        if !word.is_empty() && word.chars().count() <= 100 {
            words.insert(word.to_owned());
        }
    }
}
