use super::small;
use crate::{Analysis, Dictionary, WordClass};

fn only(dictionary: &Dictionary, word: &str) -> Analysis {
    let mut analyses = dictionary.analyse(word);
    assert_eq!(analyses.len(), 1, "{word}: {analyses:?}");
    analyses.remove(0)
}

#[test]
fn a_form_has_its_base_form_and_class() {
    let dictionary = small().build();
    let analysis = only(&dictionary, "talossa");
    assert_eq!(analysis.base_form, "talo");
    assert_eq!(analysis.class, WordClass::Noun);
    assert_eq!(analysis.parts, ["talo"]);
    assert!(analysis.bases.is_empty());
    assert!(dictionary.analyse("taloxssa").is_empty());
    assert!(dictionary.analyse("").is_empty());
    assert!(dictionary.analyse("talo ssa").is_empty());
}

#[test]
fn capitals_soft_hyphens_and_combining_marks_do_not_matter() {
    let dictionary = small().build();
    for word in ["TALOSSA", "Talossa", "ta\u{ad}lossa"] {
        assert_eq!(only(&dictionary, word).base_form, "talo");
    }
    assert_eq!(dictionary.analyse("talossa\u{308}"), dictionary.analyse("talossä"));
}

#[test]
fn a_compound_is_taken_apart_into_base_forms() {
    let analysis = only(&small().build(), "talonautossa");
    assert_eq!(analysis.base_form, "talonauto");
    assert_eq!(analysis.parts, ["talo", "auto"]);
}

#[test]
fn the_name_of_an_organisation_is_offered_too() {
    let analyses = small().build().analyse("iltakoulun");
    let names: Vec<_> = analyses.iter().map(|a| (a.base_form.as_str(), a.class)).collect();
    assert_eq!(names, [("iltakoulu", WordClass::Noun), ("Iltakoulu", WordClass::Name)]);
}

#[test]
fn a_hyphen_stands_between_equal_vowels_and_nowhere_else() {
    let dictionary = small().build();
    assert_eq!(only(&dictionary, "ilta-ala").parts, ["ilta", "ala"]);
    assert!(dictionary.analyse("iltaala").is_empty());
    assert!(!dictionary.analyse("iltatalo").is_empty());
    assert!(dictionary.analyse("ilta-talo").is_empty());
}

#[test]
fn a_derived_word_knows_its_base() {
    let analysis = only(&small().build(), "hoitajassa");
    assert_eq!(analysis.base_form, "hoitaja");
    assert_eq!(analysis.class, WordClass::Noun);
    assert_eq!(analysis.bases, ["hoitaa"]);
}

#[test]
fn a_name_keeps_its_capital_and_a_number_loses_its_ending() {
    let dictionary = small().build();
    let name = only(&dictionary, "nokiassa");
    assert_eq!((name.base_form.as_str(), name.class), ("Nokia", WordClass::PlaceName));
    let number = only(&dictionary, "2026:ssa");
    assert_eq!((number.base_form.as_str(), number.class), ("2026", WordClass::Numeral));
}
