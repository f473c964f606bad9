use std::time::{Duration, Instant};

use finnish::{Dictionary, MAX_ANALYSES};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn a_damaged_copy_of_the_dictionary_is_refused_or_answers(
        damages in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..200),
    ) {
        let Some(path) = Dictionary::installed() else {
            println!("skipped: Voikko's dictionary is not installed (voikko-fi)");
            return Ok(());
        };
        let mut bytes = std::fs::read(path).unwrap();
        for (place, byte) in damages {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Ok(dictionary) = Dictionary::parse(&bytes) {
            for word in ["vapaaehtoistyöntekijöillekään", "Helsnigissä", "12:ssa"] {
                let begin = Instant::now();
                prop_assert!(dictionary.analyse(word).len() <= MAX_ANALYSES);
                prop_assert!(dictionary.suggest(word, 5).len() <= 5);
                prop_assert!(begin.elapsed() < Duration::from_secs(20));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_word_is_answered_by_the_real_dictionary(word in "[a-zåäö:'-]{0,40}|\\PC{0,40}") {
        if let Some(dictionary) = crate::dictionary() {
            prop_assert!(dictionary.analyse(&word).len() <= MAX_ANALYSES);
            prop_assert!(dictionary.suggest(&word, 5).len() <= 5);
        }
    }
}
