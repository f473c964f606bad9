use std::path::PathBuf;

use domain::Language;
use search::{MatchKind, Query};
use tempfile::TempDir;

use super::*;
use crate::words::Words;

/// A full record and a row with a name and a summary only, as the judged set has them.
const CORPUS: &str = r#"{"id":"s1","source":["full"],"scope":"municipal","municipalities":["529"],"names":{"fi":"Uimahalli","sv":"Simhall"},"alternativeNames":{"fi":["Altaat"]},"summaries":{"fi":"Tervetuloa."},"descriptions":{"fi":"Vesi on lämmintä."},"userInstructions":{"fi":"Osta lippu."},"keywords":{"fi":["polskinta"]},"ontologyTerms":[{"uri":"http://www.yso.fi/onto/koko/p1","fi":"vesijumppa","sv":"vattengymnastik","en":"water exercise","de":"Wassergymnastik"}],"serviceClasses":["P27.1"],"targetGroups":["KR1"],"lifeEvents":[],"type":"Service","organizations":["Naantalin kaupunki"],"generalDescription":{"id":"g1","names":{"fi":"Liikuntapaikka","en":"Sports facility"},"summaries":{"fi":"Kunta ylläpitää."},"descriptions":{"fi":"Laki määrää."}}}

{"id":"s2","source":["names-summaries"],"scope":"national","municipalities":[],"names":{"fi":"Ajokortti"},"summaries":{"fi":"Ajokortin saa hakemuksesta."}}
"#;
const QUERIES: &str = r#"{"qid":"q1","query":"uimahalli","lang":"fi","kind":"need","judgments":{"s1":3,"s9":2},"judged":["s1","s2"]}
{"qid":"q2","query":"zyxwvut","lang":"sv","kind":"no_answer","municipality":"529","judgments":{}}
"#;

struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let file = self.0.path().join(name);
        std::fs::write(&file, text).unwrap();
        file
    }
}

#[track_caller]
fn refusal<T>(outcome: Result<T, Error>) -> String {
    match outcome {
        Err(Error::Refused(reason)) => reason,
        Err(error) => panic!("{error}"),
        Ok(_) => panic!("it was not refused"),
    }
}

fn corpus() -> Corpus {
    Corpus::read(&Place::new().file("corpus.jsonl", CORPUS)).unwrap()
}

#[test]
fn a_full_record_is_found_by_everything_that_is_known_of_it() {
    let index = corpus().index(&Words::by_endings());
    assert_eq!(index.len(), 2);
    let class = domain::reference::service_class("P27.1").unwrap();
    for words in [
        "uimahalli",
        "simhall",
        "altaat",
        "tervetuloa",
        "lämmintä",
        "lippu",
        "polskinta",
        "vesijumppa",
        "vattengymnastik",
        class.name(Language::Fi),
        class.name(Language::En),
        "naantalin kaupunki",
        "määrää",
        "liikuntapaikka",
        "sports facility",
    ] {
        let hits = index.search(&Query::new(words));
        assert_eq!(hits.hits.first().map(|hit| hit.id.as_str()), Some("s1"), "{words}");
    }
    let german = index.search(&Query::new("Wassergymnastik"));
    assert_eq!(german.match_kind, MatchKind::Nothing);
}

#[test]
fn a_row_of_name_and_summary_is_a_service_too_and_a_national_one_is_had_everywhere() {
    let index = corpus().index(&Words::by_endings());
    let in_oulu = Query { municipality: Some("564".to_owned()), ..Query::new("") };
    let ids: Vec<String> = index.search(&in_oulu).hits.into_iter().map(|hit| hit.id).collect();
    assert_eq!(ids, ["s2"]);
}

#[test]
fn what_is_found_is_in_the_run_and_a_query_without_an_answer_is_not() {
    let place = Place::new();
    let queries = read_queries(&place.file("queries.jsonl", QUERIES)).unwrap();
    let run = run(&corpus().index(&Words::by_endings()), &queries);
    assert_eq!(run.results("q1"), ["s1"]);
    assert_eq!(run.queries().collect::<Vec<_>>(), ["q1"]);
    let written = place.file("run.tsv", &run.to_string());
    assert_eq!(read_run(&written).unwrap(), run);
}

#[test]
fn a_graded_service_that_the_corpus_lacks_is_counted() {
    let queries = read_queries(&Place::new().file("queries.jsonl", QUERIES)).unwrap();
    assert_eq!(corpus().missing(&queries), 1);
    assert_eq!(corpus().name("s1", Language::Sv).as_deref(), Some("Simhall"));
    assert_eq!(corpus().name("s2", Language::Sv).as_deref(), Some("Ajokortti"));
    assert_eq!(corpus().name("s9", Language::Sv), None);
}

#[test]
fn a_bad_line_of_a_corpus_is_named_with_its_reason() {
    let place = Place::new();
    let first = CORPUS.lines().next().unwrap();
    for (line, reason) in [
        ("{", "EOF"),
        (r#"{"id":"s3","scope":"municipal"}"#, "missing field `names`"),
        (r#"{"id":"s3","scope":"local","names":{"fi":"x"}}"#, "unknown variant `local`"),
        (r#"{"id":"s3","scope":"national","names":{"xx":"x"}}"#, "xx"),
        (r#"{"id":"s3","scope":"national","names":{}}"#, "service s3 has no name"),
        (r#"{"id":"s 3","scope":"national","names":{"fi":"x"}}"#, "an id must have"),
        (r#"{"id":"s3","scope":"national","names":{"fi":"x"},"name":"x"}"#, "unknown field `name`"),
        (
            r#"{"id":"s3","scope":"national","names":{"fi":"x"},"alternativeNames":{"fi":["y","z"]}}"#,
            "2 alternative names",
        ),
        (first, "service s1 is in the file twice"),
    ] {
        let file = place.file("corpus.jsonl", &format!("{first}\n\n{line}\n"));
        let told = refusal(Corpus::read(&file));
        assert!(told.contains("corpus.jsonl line 3: ") && told.contains(reason), "{line}: {told}");
    }
}

#[test]
fn a_bad_line_of_queries_is_named_with_its_reason() {
    let place = Place::new();
    let first = QUERIES.lines().next().unwrap();
    let line = |from: &str, to: &str| first.replace("q1", "q3").replace(from, to);
    for (line, reason) in [
        (line("\"s1\":3", "\"s1\":4"), "grade 4"),
        (line("\"s1\":3", "\"s1\":-1"), "invalid value"),
        (line("\"q3\"", "\"\""), "query's id"),
        (line("uimahalli", " "), "no words"),
        (line("\"fi\"", "\"de\""), "unknown variant `de`"),
        (line("\"kind\"", "\"municipality\":\"000\",\"kind\""), "municipality \"000\""),
        (first.to_owned(), "query q1 is in the file twice"),
    ] {
        let file = place.file("queries.jsonl", &format!("{first}\n{line}\n"));
        let told = refusal(read_queries(&file));
        assert!(told.contains("queries.jsonl line 2: ") && told.contains(reason), "{line}: {told}");
    }
}

#[test]
fn a_file_that_is_empty_or_not_there_or_no_run_is_named() {
    let place = Place::new();
    let empty = place.file("empty.jsonl", "\n");
    assert!(refusal(Corpus::read(&empty)).contains("empty.jsonl holds no services"));
    assert!(refusal(read_queries(&empty)).contains("empty.jsonl holds no queries"));
    let nowhere = place.0.path().join("nowhere.jsonl");
    assert!(refusal(Corpus::read(&nowhere)).contains("nowhere.jsonl cannot be read"));
    let run = place.file("run.tsv", "q1\ts1\n");
    assert!(refusal(read_run(&run)).contains("run.tsv: line 1: expected query id"));
}
