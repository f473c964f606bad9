//! The staff's list, taught and taken back.

use app::search_list::{Imported, add, export, follow, history, import, list, refresh, remove};
use app::{App, Error};
use domain::Language;
use domain::search_list::{ChangeKind, Draft, EntryKey, EntryKind};

use crate::source::*;

fn draft(kind: &str, phrase: &str, target: &str) -> Draft {
    Draft {
        kind: kind.to_owned(),
        language: "fi".to_owned(),
        phrase: phrase.to_owned(),
        target: target.to_owned(),
        note: "asked for, \"often\"".to_owned(),
        author: "Maija".to_owned(),
    }
}

fn key(phrase: &str, target: &str) -> EntryKey {
    EntryKey { language: Some(Language::Fi), phrase: phrase.to_owned(), target: target.to_owned() }
}

fn refused<T: std::fmt::Debug>(outcome: Result<T, Error>) -> String {
    match outcome {
        Err(Error::Refused(text)) => text,
        other => panic!("it was not refused: {other:?}"),
    }
}

#[tokio::test]
async fn what_is_taught_is_seen_by_readers_and_kept_with_who_and_when() {
    for app in apps().await {
        let entry = add(&app, &draft("synonym", "Lekuri", "lääkäri")).await.unwrap();
        assert_eq!(entry.added, app.now());
        assert_eq!(app.staff_list().synonyms()[0].words, "lääkäri");
        assert_eq!(list(&app).await.unwrap(), std::slice::from_ref(&entry));
        let again = add(&app, &draft("replacement", "lekuri", "Lääkäri")).await.unwrap_err();
        assert!(matches!(&again, Error::Conflict(text) if text.contains("Maija")), "{again}");

        let removed = remove(&app, key("lekuri", "lääkäri"), "Kalle").await.unwrap();
        assert_eq!(removed, entry);
        assert!(app.staff_list().is_empty());
        let missing = remove(&app, key("lekuri", "lääkäri"), "Kalle").await;
        assert!(matches!(missing, Err(Error::NotFound)));

        let history = history(&app, 9).await.unwrap();
        let told: Vec<_> =
            history.iter().map(|one| (one.revision, one.kind, one.changer.as_str())).collect();
        assert_eq!(told, [(2, ChangeKind::Removed, "Kalle"), (1, ChangeKind::Added, "Maija")]);
        assert_eq!(history[0].entry, entry);
    }
}

#[tokio::test]
async fn what_cannot_hold_leaves_the_list_and_its_revision_alone() {
    for app in apps().await {
        assert!(refused(add(&app, &draft("synonym", "a", "!")).await).contains("target"));
        assert!(refused(remove(&app, key("a", "b"), " ").await).contains("author"));
        assert_eq!(app.staff_list().revision(), 0);
        assert!(history(&app, 9).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn another_node_follows_within_a_second() {
    for app in apps().await {
        let other = App::new(app.database().clone(), app.words().clone());
        let following = tokio::spawn(follow(other.clone()));
        let begun = std::time::Instant::now();
        add(&app, &draft("promotion", "uinti", "s1")).await.unwrap();
        while other.staff_list().promotions().is_empty() {
            assert!(begun.elapsed() < std::time::Duration::from_secs(5), "it did not follow");
            tokio::task::yield_now().await;
        }
        following.abort();
    }
}

#[tokio::test]
async fn a_table_that_went_out_comes_in_as_it_was() {
    for (app, other) in apps().await.into_iter().zip(apps().await) {
        import(&app, swimming_table().as_bytes(), "Kalle", false).await.unwrap();
        let table = export(&app).await.unwrap();
        let outcome = import(&other, table.as_bytes(), "Liisa", true).await.unwrap();
        assert_eq!((outcome.added, outcome.replaced, outcome.removed), (3, 0, 0));
        assert_eq!(list(&other).await.unwrap(), list(&app).await.unwrap());
        let again = import(&other, table.as_bytes(), "Liisa", true).await.unwrap();
        assert_eq!((again.unchanged, again.added, again.removed), (3, 0, 0));
    }
}

/// As Excel in Finland writes it.
fn swimming_table() -> String {
    let lines = [
        "\u{feff}Kind;phrase;target;language;note;date;author",
        "synonym;Vesijumppa;altaat;fi;\"puoli;piste\";25.11.2026;",
        "",
        "promotion;uinti;s1;;;2026-11-25T10:00:00Z;Maija",
        "exclusion;simma;s2;sv;;;",
    ];
    lines.join("\r\n")
}

#[tokio::test]
async fn a_spreadsheets_own_ways_are_understood_and_what_is_left_out_is_the_importers() {
    for app in apps().await {
        let outcome = import(&app, swimming_table().as_bytes(), "Kalle", false).await.unwrap();
        let unknown_services = vec!["s1".to_owned(), "s2".to_owned()];
        assert_eq!(outcome, Imported { added: 3, unknown_services, ..Imported::default() });
        let list = list(&app).await.unwrap();
        let [simma, uinti, jumppa] = &list[..] else { panic!("{list:?}") };
        assert_eq!((simma.kind, simma.language), (EntryKind::Exclusion, Some(Language::Sv)));
        assert_eq!((&*simma.author, simma.added), ("Kalle", app.now()));
        assert_eq!(
            (&*uinti.author, uinti.added),
            ("Maija", "2026-11-25T10:00:00Z".parse().unwrap())
        );
        assert_eq!(
            (&*jumppa.note, jumppa.added),
            ("puoli;piste", "2026-11-24T22:00:00Z".parse().unwrap())
        );
    }
}

#[tokio::test]
async fn replacing_takes_away_what_the_table_lacks_and_adding_does_not() {
    for app in apps().await {
        add(&app, &draft("synonym", "lekuri", "lääkäri")).await.unwrap();
        let table = "kind,language,phrase,target\nsynonym,fi,fyssari,fysioterapia\n";
        import(&app, table.as_bytes(), "Kalle", false).await.unwrap();
        assert_eq!(list(&app).await.unwrap().len(), 2);
        let outcome = import(&app, table.as_bytes(), "Kalle", true).await.unwrap();
        assert_eq!((outcome.replaced + outcome.unchanged, outcome.removed), (1, 1));
        assert_eq!(list(&app).await.unwrap()[0].phrase, "fyssari");
    }
}

#[tokio::test]
async fn a_table_with_a_fault_is_refused_whole_with_each_line_named() {
    for app in apps().await {
        let table = "kind,phrase,target,date\nsynonym,a,b,\nsynonim,c,d,\nsynonym,e,f,soon\n\
                     synonym,A,B,\nsynonym,g\n";
        let told = refused(import(&app, table.as_bytes(), "Kalle", true).await);
        for fault in
            ["line 3: \"synonim\"", "line 4: \"soon\"", "line 5: line 2", "line 6: it has 2"]
        {
            assert!(told.contains(fault), "{fault}: {told}");
        }
        for (table, fault) in [
            (&b"kind,phrase\n"[..], "target is missing"),
            (b"", "is empty"),
            (b"kind,phrase,target,colour\n", "\"colour\""),
            (b"kind,kind,phrase,target\n", "twice"),
            (b"kind,phrase,target\nsynonym,l\xe4\xe4k\xe4ri,b\n", "line 2 is not written in UTF-8"),
        ] {
            let told = refused(import(&app, table, "Kalle", true).await);
            assert!(told.contains(fault), "{fault}: {told}");
        }
        assert!(list(&app).await.unwrap().is_empty());
        refresh(&app).await.unwrap();
        assert_eq!(app.staff_list().revision(), 0);
    }
}
