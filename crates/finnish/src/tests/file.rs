use super::{END, START, Tiny, small};
use crate::{Dictionary, DictionaryError};

fn words(dictionary: &Dictionary, word: &str) -> Vec<String> {
    dictionary.analyse(word).into_iter().map(|analysis| analysis.base_form).collect()
}

#[test]
fn a_state_of_more_than_255_arcs_is_read_whole() {
    let letters: String = ('\u{4e00}'..).take(300).collect();
    let mut tiny = Tiny::new(&[], &letters, &["[Ln]"]);
    for letter in letters.chars() {
        let next = tiny.state();
        tiny.arc(START, &letter.to_string(), &letter.to_string(), next);
        tiny.arc(next, "", "[Ln]", END);
    }
    let dictionary = tiny.build();
    for letter in letters.chars() {
        assert_eq!(words(&dictionary, &letter.to_string()), [letter.to_string()]);
    }
    assert!(words(&dictionary, "\u{5fff}").is_empty());
}

/// A dictionary in which "a" is a word when the flags let one through that are set and asked in this order.
fn passes(flags: &[&str]) -> bool {
    let mut symbols = flags.to_vec();
    symbols.sort_unstable();
    symbols.dedup();
    let mut tiny = Tiny::new(&symbols, "a", &["[Ln]"]);
    let mut at = START;
    for flag in flags {
        let next = tiny.state();
        tiny.arc(at, flag, "", next);
        at = next;
    }
    tiny.path(at, "[Ln]", "a", END);
    !tiny.build().analyse("a").is_empty()
}

#[test]
fn flags_let_through_what_they_say() {
    assert!(passes(&["@P.F.X@", "@R.F.X@"]));
    assert!(!passes(&["@P.F.X@", "@R.F.Y@"]));
    assert!(passes(&["@P.F.X@", "@R.F@"]));
    assert!(!passes(&["@R.F@"]));
    assert!(!passes(&["@P.F.X@", "@C.F@", "@R.F@"]));
    assert!(!passes(&["@P.F.X@", "@D.F.X@"]));
    assert!(passes(&["@P.F.X@", "@D.F.Y@"]));
    assert!(!passes(&["@P.F.X@", "@D.F@"]));
    assert!(passes(&["@D.F@"]));
    assert!(passes(&["@U.F.X@", "@U.F.X@", "@R.F.X@"]));
    assert!(!passes(&["@U.F.X@", "@U.F.Y@"]));
    assert!(passes(&["@P.F.X@", "@U.G.Y@", "@R.F.X@"]));
}

#[test]
fn a_flag_set_on_one_way_is_not_set_on_the_next() {
    let mut tiny = Tiny::new(&["@D.F@", "@P.F.X@"], "ab", &["[Ln]", "[Ll]"]);
    let (set, both) = (tiny.state(), tiny.state());
    tiny.arc(START, "@P.F.X@", "", set);
    tiny.path(set, "[Ll]", "a", both);
    tiny.path(START, "[Ln]", "a", both);
    tiny.arc(both, "@D.F@", "", END);
    assert_eq!(tiny.build().analyse("a").len(), 1);
}

#[test]
fn other_files_are_told_apart_from_damaged_ones() {
    let good = small().bytes();
    let mut weighted = good.clone();
    weighted[8] = 1;
    let mut swapped = good.clone();
    swapped[..4].reverse();
    swapped[4..8].reverse();
    for bytes in [&weighted, &swapped, &b"PK\x03\x04 something else"[..].to_vec(), &Vec::new()] {
        assert!(matches!(Dictionary::parse(bytes), Err(DictionaryError::Foreign { .. })));
    }
    let cut = &good[..good.len() - 3];
    let Err(error) = Dictionary::parse(cut) else { panic!("a cut file was read") };
    assert!(matches!(error, DictionaryError::Broken { .. }));
    assert!(error.to_string().contains("install the package voikko-fi again"), "{error}");
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let Err(error) = Dictionary::open("/nowhere/mor.vfst") else { panic!("nothing was read") };
    assert!(error.to_string().contains("/nowhere/mor.vfst"), "{error}");
}
