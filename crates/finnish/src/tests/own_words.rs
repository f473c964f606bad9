use super::small;
use crate::{Analysis, Dictionary, WordClass, WordList};

fn with_words(list: &str) -> Dictionary {
    small().build().with_words(WordList::parse(list).unwrap())
}

fn first(dictionary: &Dictionary, word: &str) -> Analysis {
    let analyses = dictionary.analyse(word);
    analyses.into_iter().next().unwrap_or_else(|| panic!("{word} is unknown"))
}

#[test]
fn a_word_is_inflected_as_its_model() {
    let dictionary = with_words("hyte = nalle\nVarha = tarha");
    for form in ["hyte", "hyten", "hytessä", "HYTEN"] {
        let analysis = first(&dictionary, form);
        assert_eq!((analysis.base_form.as_str(), analysis.class), ("hyte", WordClass::Noun));
        assert_eq!(analysis.parts, ["hyte"]);
    }
    let name = first(&dictionary, "varhassa");
    assert_eq!((name.base_form.as_str(), name.class), ("Varha", WordClass::Name));
    assert!(dictionary.analyse("hytessa").is_empty(), "the vowels of the ending are wrong");
    assert_eq!(first(&dictionary, "nallessa").base_form, "nalle");
}

#[test]
fn a_word_is_known_in_compounds() {
    let dictionary = with_words("hyte = nalle\nVarha = tarha\nDigiTalo");
    for (form, base, parts) in [
        ("hytetalossa", "hytetalo", ["hyte", "talo"]),
        ("hytenkoulun", "hytenkoulu", ["hyte", "koulu"]),
        ("iltahyten", "iltahyte", ["ilta", "hyte"]),
        ("Varha-talossa", "Varha-talo", ["varha", "talo"]),
        ("digitalo-koulussa", "DigiTalo-koulu", ["digitalo", "koulu"]),
    ] {
        let analysis = first(&dictionary, form);
        assert_eq!(analysis.base_form, base);
        assert_eq!(analysis.parts, parts);
    }
}

#[test]
fn a_word_without_a_known_model_is_known_as_it_stands() {
    let dictionary = with_words("DigiTalo\nxyz = qqq");
    assert_eq!(first(&dictionary, "digitalo:ssa").base_form, "DigiTalo");
    assert_eq!(first(&dictionary, "DIGITALO").class, WordClass::Name);
    assert_eq!(first(&dictionary, "xyz").base_form, "xyz");
    assert!(dictionary.analyse("xyzn").is_empty());
    assert_eq!(dictionary.words_without_model().collect::<Vec<_>>(), ["xyz"]);
}

#[test]
fn remarks_and_empty_lines_are_passed_over() {
    let list = WordList::parse("# words\n\n  hyte=nalle  # wellbeing\r\nVarha").unwrap();
    assert_eq!(list, WordList::parse("hyte = nalle\nVarha").unwrap());
}

#[test]
fn a_bad_line_is_named_with_the_reason() {
    for (list, line, reason) in [
        ("hyte = nalle\nSiun sote", 2, "one word"),
        ("= nalle", 1, "missing"),
        ("hyte =", 1, "missing"),
        ("hyte = Hyte", 1, "its own model"),
        ("hyte = nalle\n\nHyte", 3, "twice"),
        ("a=b=c", 1, "one word"),
    ] {
        let error = WordList::parse(list).unwrap_err();
        assert_eq!(error.line, line, "{list:?}");
        assert!(error.to_string().contains(reason), "{error}");
    }
    let long = "a".repeat(256);
    assert!(WordList::parse(&long).unwrap_err().reason.contains("longer"));
}
