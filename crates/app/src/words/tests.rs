use super::*;

fn file(folder: &tempfile::TempDir, text: &str) -> PathBuf {
    let file = folder.path().join("words.txt");
    std::fs::write(&file, text).unwrap();
    file
}

#[test]
fn our_own_list_can_be_read_and_every_model_in_it_is_known() {
    assert!(WordList::parse(DEFAULT).is_ok());
    let Some(installed) = Dictionary::installed() else {
        println!("skipped: no dictionary here");
        return;
    };
    let dictionary = Dictionary::open(installed).unwrap();
    let dictionary = dictionary.with_words(WordList::parse(DEFAULT).unwrap());
    assert_eq!(dictionary.words_without_model().next(), None);
    for (form, base) in [
        ("hytessä", "hyte"),
        ("sotekeskuksen", "sotekeskus"),
        ("varhan", "Varha"),
        ("pohteessa", "Pohde"),
        ("uniapneoista", "uniapnea"),
        ("hammaslekurille", "hammaslekuri"),
        ("fyssareita", "fyssari"),
        ("tyksiin", "Tyks"),
        ("migriä", "Migri"),
        ("pilatekseen", "pilates"),
        ("thl:n", "THL"),
        ("doulia", "doula"),
        ("tsätissä", "tsätti"),
        ("endometrioosia", "endometrioosi"),
    ] {
        let bases: Vec<String> =
            dictionary.analyse(form).into_iter().map(|analysis| analysis.base_form).collect();
        assert!(bases.iter().any(|found| found == base), "{form}: {bases:?}");
    }
}

#[test]
fn the_operators_words_go_before_ours() {
    let text = joined("HYTE # without a model\n");
    assert!(WordList::parse(&text).is_ok(), "no word stands in it twice");
    assert!(text.starts_with("HYTE") && !text.contains("hyte = nalle"));
    assert!(text.contains("uniapnea = idea"));
}

#[test]
fn a_fault_in_the_operators_list_is_told_with_file_and_line() {
    let folder = tempfile::tempdir().unwrap();
    for (text, told) in [("hyvä\n\nhyte =\n", "words.txt"), ("hyvä\n\nhyte =\n", "line 3")] {
        let refusal = Words::with(None, Some(&file(&folder, text))).unwrap_err().to_string();
        assert!(refusal.contains(told), "{refusal}");
    }
    let nowhere = folder.path().join("nowhere.txt");
    let refusal = Words::with(None, Some(&nowhere)).unwrap_err().to_string();
    assert!(refusal.contains("nowhere.txt"), "{refusal}");
}

#[test]
fn without_a_dictionary_or_with_a_broken_one_words_are_known_by_their_endings() {
    let folder = tempfile::tempdir().unwrap();
    let missing = Words::with(None, None).unwrap();
    assert_eq!(*missing.dictionary(), DictionaryState::Missing);
    assert!(!missing.lexicon().has_dictionary());
    let broken = Words::with(Some(file(&folder, "no dictionary")), None).unwrap();
    let DictionaryState::Unusable(why) = broken.dictionary() else {
        panic!("{:?}", broken.dictionary());
    };
    assert!(why.contains("words.txt"), "{why}");
    assert!(Arc::ptr_eq(missing.lexicon(), broken.lexicon()), "it is made once");
}

#[test]
fn other_words_have_another_print() {
    let Some(installed) = Dictionary::installed() else {
        println!("skipped: no dictionary here");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let of = |own: Option<&Path>| Words::with(Some(installed.clone()), own).unwrap();
    let own = file(&folder, "Naantalo = tarha\nNieriö = olematonsana\n");
    let (plain, with_own) = (of(None), of(Some(&own)));
    assert_ne!(plain.print(), with_own.print());
    assert_ne!(plain.print(), Words::by_endings().print());
    let DictionaryState::Installed { without_model, .. } = with_own.dictionary() else {
        panic!("{:?}", with_own.dictionary());
    };
    assert_eq!(without_model, &["Nieriö"]);
}
