//! Nothing that comes in makes the library panic, hang or grow.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::{END, START, Tiny, small};
use crate::{Dictionary, MAX_ANALYSES, MAX_WORD_LENGTH, WordList};

/// Far more than anything here takes, and far less than for ever.
const PATIENCE: Duration = Duration::from_secs(20);

fn ask(dictionary: &Dictionary, word: &str) {
    let begin = Instant::now();
    assert!(dictionary.analyse(word).len() <= MAX_ANALYSES);
    assert!(dictionary.suggest(word, 5).len() <= 5);
    assert!(begin.elapsed() < PATIENCE, "{word:?} took {:?}", begin.elapsed());
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = Dictionary::parse(&bytes);
    }

    #[test]
    fn any_cells_are_read_or_refused(cells in proptest::collection::vec(any::<[u8; 8]>(), 1..60)) {
        let mut bytes = Tiny::new(&["@P.A.B@", "@R.A@"], "ab", &["[Ln]", "[Xp]", "[X]"]).bytes();
        bytes.truncate(bytes.len() - 8);
        bytes.extend(cells.iter().flat_map(|cell| {
            let [input, _, output, _, target, _, _, more] = *cell;
            [input % 9, if input > 250 { 0xff } else { 0 }, output % 9, 0, target % 64, 0, 0, more % 8]
        }));
        if let Ok(dictionary) = Dictionary::parse(&bytes) {
            ask(&dictionary, "abba");
        }
    }

    #[test]
    fn a_damaged_dictionary_is_refused_or_answers(
        damages in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        word in "[a-zäö:-]{0,12}",
    ) {
        let mut bytes = small().bytes();
        for (place, byte) in damages {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Ok(dictionary) = Dictionary::parse(&bytes) {
            ask(&dictionary, &word);
            ask(&dictionary, "iltakoulunhoitajassa");
        }
    }

    #[test]
    fn any_word_is_answered(word in any::<String>()) {
        ask(&small().build(), &word);
    }

    #[test]
    fn any_list_is_read_or_refused(list in "([a-zA-Zäö#=\\-: ]{0,12}\n){0,6}", word in "[a-zäö-]{0,9}") {
        if let Ok(list) = WordList::parse(&list) {
            ask(&small().build().with_words(list), &word);
        }
    }

    #[test]
    fn any_new_word_takes_after_any_model(word in "[a-zäö]{1,8}", model in 0_usize..4, form in "(n|ssa|ssä|talo)?") {
        let model = ["talo", "nalle", "tarha", "tuki"][model];
        prop_assume!(word != model);
        let list = WordList::parse(&format!("{word} = {model}")).unwrap();
        let dictionary = small().build().with_words(list);
        prop_assert_eq!(&dictionary.analyse(&word)[0].base_form, &word);
        ask(&dictionary, &format!("{word}{form}"));
    }
}

#[test]
fn every_beginning_of_a_file_is_refused() {
    let bytes = small().bytes();
    for length in 0..bytes.len() {
        if length % 8 != 0 {
            assert!(Dictionary::parse(&bytes[..length]).is_err(), "{length} bytes were read");
        } else {
            let _ = Dictionary::parse(&bytes[..length]);
        }
    }
}

#[test]
fn a_circle_of_silent_arcs_ends() {
    let mut tiny = Tiny::new(&[], "ab", &["[Ln]"]);
    let other = tiny.state();
    tiny.arc(START, "", "[Ln]", other);
    tiny.arc(other, "", "a", START);
    tiny.arc(START, "a", "a", END);
    let lonely = tiny.state();
    tiny.arc(START, "b", "b", lonely);
    tiny.arc(lonely, "", "", lonely);
    let dictionary = tiny.build();
    ask(&dictionary, "a");
    ask(&dictionary, "b");
}

#[test]
fn a_word_of_endless_readings_gets_a_limited_number() {
    let bases = "abcdefghijklmnopqrstuvwxyz";
    let mut tiny = Tiny::new(&[], bases, &["[Ln]", "[Lt]", "[Xp]", "[X]", "[Bc]"]);
    for class in ["[Ln]", "[Lt]"] {
        for base in bases.chars() {
            tiny.path(START, &format!("{class}[Xp]{base}[X]"), "a", END);
            tiny.path(START, &format!("{class}[Xp]{base}[X][Bc]"), "a", START);
        }
    }
    let dictionary = tiny.build();
    assert_eq!(dictionary.analyse(&"a".repeat(12)).len(), MAX_ANALYSES);
    ask(&dictionary, &"a".repeat(MAX_WORD_LENGTH));
    ask(&dictionary, &"a".repeat(59));
    assert!(dictionary.analyse(&"a".repeat(MAX_WORD_LENGTH + 1)).is_empty());
    assert!(dictionary.analyse(&"a".repeat(1_000_000)).is_empty());
}

#[test]
fn states_that_lie_over_each_other_are_refused() {
    let mut bytes = Tiny::new(&[], "a", &[]).bytes();
    bytes.truncate(bytes.len() - 8);
    let cells: u32 = 20_000;
    for number in 0..cells {
        let more = (cells - number - 1).min(250);
        bytes.extend([1, 0, 0, 0]);
        bytes.extend((((number + 1) % cells) | more << 24).to_le_bytes());
    }
    assert!(Dictionary::parse(&bytes).is_err());
}
