use finnish::{Analysis, Dictionary, WordClass, WordList};

use crate::dictionary;

fn first(dictionary: &Dictionary, word: &str) -> Analysis {
    let analyses = dictionary.analyse(word);
    analyses.into_iter().next().unwrap_or_else(|| panic!("{word} is unknown"))
}

#[test]
fn the_likeliest_analysis_is_the_first() {
    let Some(dictionary) = dictionary() else { return };
    for (word, base, parts) in [
        ("päihdepalveluista", "päihdepalvelu", &["päihde", "palvelu"][..]),
        ("aluehallintovirastoista", "aluehallintovirasto", &["alue", "hallinto", "virasto"]),
        ("henkilökohtaista", "henkilökohtainen", &["henkilökohtainen"]),
        ("linja-auton", "linja-auto", &["linja", "auto"]),
        ("Turussa", "Turku", &["Turku"]),
        ("turussa", "turku", &["turku"]),
        ("maahanmuuttajien", "maahanmuuttaja", &["maahanmuuttaja"]),
        ("Etelä-Pohjanmaalla", "Etelä-Pohjanmaa", &["etelä", "pohjanmaa"]),
        ("EU:n", "EU", &["EU"]),
        ("sosiaali-", "sosiaali-", &["sosiaali-"]),
        ("kahdellekymmenelle", "kaksikymmentä", &["kaksi", "kymmentä"]),
    ] {
        let analysis = first(dictionary, word);
        assert_eq!(analysis.base_form, base);
        assert_eq!(analysis.parts, parts);
    }
}

#[test]
fn a_derived_word_leads_to_its_bases() {
    let Some(dictionary) = dictionary() else { return };
    for (word, base) in [
        ("liikkuminen", "liikkua"),
        ("kaatumisen", "kaatua"),
        ("tupakoinnista", "tupakoida"),
        ("unettomuuteen", "uneton"),
        ("unettomuuteen", "uni"),
        ("omaishoitajan", "omainen"),
        ("omaishoitajan", "hoitaa"),
    ] {
        let bases = first(dictionary, word).bases;
        assert!(bases.iter().any(|one| one == base), "{word}: {bases:?}");
    }
}

#[test]
fn misspelt_words_of_the_subject_are_mended_first() {
    let Some(dictionary) = dictionary() else { return };
    for (mistaken, meant) in [
        ("päihdepalvleuista", "päihdepalveluista"),
        ("kotihoidostta", "kotihoidosta"),
        ("mielenterveyskuntotuja", "mielenterveyskuntoutuja"),
        ("iltaapua", "ilta-apua"),
        ("yksinaisyys", "yksinäisyys"),
        ("laakari", "lääkäri"),
        ("tyottomyys", "työttömyys"),
        ("Helsnigissä", "Helsingissä"),
        ("sosialipalvelut", "sosiaalipalvelut"),
        ("lastensuojleu", "lastensuojelu"),
        ("sairaanhoitja", "sairaanhoitaja"),
        ("kuntoutksen", "kuntoutuksen"),
        ("perhenuevola", "perheneuvola"),
    ] {
        let suggestions = dictionary.suggest(mistaken, 5);
        assert_eq!(suggestions.first().map(String::as_str), Some(meant), "{suggestions:?}");
    }
}

#[test]
fn every_suggestion_is_a_known_word() {
    let Some(dictionary) = dictionary() else { return };
    for word in ["neuvloa", "omaishotajan", "kuntosalii", "varhaiskasvatsu", "Tampreella", "xqzw"] {
        for suggestion in dictionary.suggest(word, 20) {
            assert!(!dictionary.analyse(&suggestion).is_empty(), "{suggestion} for {word}");
        }
    }
}

#[test]
fn words_of_ones_own_are_known_in_every_form() {
    let Some(path) = Dictionary::installed() else {
        println!("skipped: Voikko's dictionary is not installed (voikko-fi)");
        return;
    };
    let list = "uniapnea = idea\nhyte = nalle\nVarha = tarha\nHyvaks = taks\nSoite = nalle";
    let dictionary = Dictionary::open(path).unwrap().with_words(WordList::parse(list).unwrap());
    for (form, base) in [
        ("uniapneaa", "uniapnea"),
        ("uniapneoista", "uniapnea"),
        ("uniapneapotilaan", "uniapneapotilas"),
        ("hyteä", "hyte"),
        ("hytepalveluissa", "hytepalvelu"),
        ("kuntahytessä", "kuntahyte"),
        ("Varhan", "Varha"),
        ("Varhassakin", "Varha"),
        ("Varha-alueella", "Varha-alue"),
    ] {
        assert_eq!(first(&dictionary, form).base_form, base);
    }
    assert_eq!(first(&dictionary, "Varhalle").class, WordClass::Name);
    assert_eq!(dictionary.words_without_model().collect::<Vec<_>>(), ["Hyvaks"]);
    assert_eq!(dictionary.suggest("unaipneaa", 1), ["uniapneaa"]);
    assert_eq!(dictionary.suggest("hytepavelut", 1), ["hytepalvelut"]);
}
