use super::small;
use crate::WordList;

#[test]
fn every_kind_of_mistake_is_mended() {
    let dictionary = small().build();
    for (mistaken, meant) in [
        ("taolssa", "talossa"),
        ("tallossa", "talossa"),
        ("tlossa", "talossa"),
        ("talosssa", "talossa"),
        ("tylossa", "talossa"),
        ("iltakulussa", "iltakoulussa"),
        ("hoitjan", "hoitajan"),
        ("iltaala", "ilta-ala"),
    ] {
        let suggestions = dictionary.suggest(mistaken, 5);
        assert_eq!(suggestions.first().map(String::as_str), Some(meant), "{suggestions:?}");
    }
}

#[test]
fn two_mistakes_are_mended_in_longer_words() {
    let dictionary = small().build();
    assert_eq!(dictionary.suggest("itlakuolussa", 1), ["iltakoulussa"]);
    assert!(dictionary.suggest("xyxyxyxyxyxy", 5).is_empty());
}

#[test]
fn a_suggestion_has_the_capitals_of_the_word_and_of_names() {
    let dictionary = small().build();
    assert_eq!(dictionary.suggest("Taolssa", 1), ["Talossa"]);
    assert_eq!(dictionary.suggest("TAOLSSA", 1), ["TALOSSA"]);
    assert_eq!(dictionary.suggest("nokaissa", 1), ["Nokiassa"]);
}

#[test]
fn no_more_are_given_than_are_wanted() {
    let dictionary = small().build();
    assert!(dictionary.suggest("taloa", 0).is_empty());
    assert!(dictionary.suggest("taloa", 2).len() <= 2);
    assert!(dictionary.suggest("", 5).is_empty());
    assert!(dictionary.suggest(&"a".repeat(61), 5).is_empty());
}

#[test]
fn words_of_ones_own_are_suggested_in_the_form_that_was_meant() {
    let words = WordList::parse("hyte = nalle\nVarha = tarha").unwrap();
    let dictionary = small().build().with_words(words);
    assert_eq!(dictionary.suggest("hyetn", 1), ["hyten"]);
    assert_eq!(dictionary.suggest("varhhassa", 1), ["Varhassa"]);
    assert_eq!(dictionary.suggest("hytekuolussa", 1), ["hytekoulussa"]);
}
