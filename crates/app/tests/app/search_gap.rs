//! Searches in vain, counted without telling on anybody.

use app::App;
use app::search_gap::{Total, record, report};
use domain::Language;
use domain::reference::municipality;
use domain::search_gap::{Gap, GapKind};
use jiff::ToSpan;
use store::search_gap::everything;

use crate::source::*;

async fn search(app: &App, text: &str, place: Option<&str>) {
    count(app, GapKind::Empty, text, place).await;
}

async fn count(app: &App, kind: GapKind, text: &str, place: Option<&str>) {
    let municipality = place.and_then(municipality);
    let gap = Gap { kind, text, language: Language::Fi, municipality };
    record(app, &gap).await.unwrap();
}

async fn on_disk(app: &App) -> String {
    everything(&mut app.database().begin().await.unwrap()).await.unwrap().join("\n")
}

fn told(totals: &[Total]) -> Vec<(Option<&str>, Option<&str>, i64)> {
    totals
        .iter()
        .map(|total| (total.text.as_deref(), total.municipality.as_deref(), total.count))
        .collect()
}

fn later(app: &App, weeks: i64) {
    app.set_clock(app.now().checked_add((weeks * 7 * 24).hours()).unwrap());
}

#[tokio::test]
async fn a_text_is_nowhere_on_disk_until_its_fifth_time_and_then_all_five_count() {
    for app in apps().await {
        for _ in 0..4 {
            search(&app, "Hevosterapia!", None).await;
        }
        assert!(!on_disk(&app).await.contains("hevosterapia"));
        assert!(report(&app, 4, 9).await.unwrap().is_empty());
        search(&app, "hevosterapia", None).await;
        assert_eq!(told(&report(&app, 4, 9).await.unwrap()), [(Some("hevosterapia"), None, 5)]);
        search(&app, "HEVOSTERAPIA", None).await;
        assert_eq!(told(&report(&app, 4, 9).await.unwrap()), [(Some("hevosterapia"), None, 6)]);
    }
}

#[tokio::test]
async fn a_place_is_known_only_when_five_searched_there() {
    for app in apps().await {
        for place in [Some("529"), Some("529"), Some("529"), Some("529"), Some("680")] {
            search(&app, "hevosterapia", place).await;
        }
        assert_eq!(told(&report(&app, 4, 9).await.unwrap()), [(Some("hevosterapia"), None, 5)]);
        assert!(!on_disk(&app).await.contains("529"));
        search(&app, "hevosterapia", Some("529")).await;
        assert_eq!(
            told(&report(&app, 4, 9).await.unwrap()),
            [(Some("hevosterapia"), None, 6), (Some("hevosterapia"), Some("529"), 5)]
        );
    }
}

#[tokio::test]
async fn what_may_be_about_a_person_is_not_counted_however_often() {
    for app in apps().await {
        for _ in 0..9 {
            search(&app, "131052-308T", None).await;
            search(&app, "matti@example.fi", None).await;
            search(&app, "apua 040 1234567", None).await;
        }
        let disk = on_disk(&app).await;
        assert!(
            !disk.contains("308") && !disk.contains("matti") && !disk.contains("040"),
            "{disk}"
        );
        assert_eq!(told(&report(&app, 4, 9).await.unwrap()), [(Some("apua"), None, 9)]);
    }
}

#[tokio::test]
async fn a_report_counts_at_once_and_its_text_from_the_fifth_time() {
    for app in apps().await {
        count(&app, GapKind::Reported, "", Some("529")).await;
        count(&app, GapKind::Reported, "hevosterapia", None).await;
        let totals = report(&app, 4, 9).await.unwrap();
        assert_eq!(told(&totals), [(None, None, 2), (None, Some("529"), 1)]);
        assert!(totals.iter().all(|total| total.kind == GapKind::Reported));
        assert!(!on_disk(&app).await.contains("hevosterapia"));
    }
}

#[tokio::test]
async fn kinds_are_counted_each_for_itself() {
    for app in apps().await {
        for kind in [GapKind::Empty, GapKind::Abandoned] {
            for _ in 0..4 {
                count(&app, kind, "hevosterapia", None).await;
            }
        }
        assert!(report(&app, 4, 9).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_rare_text_is_forgotten_and_begins_again() {
    for app in apps().await {
        for _ in 0..4 {
            search(&app, "hevosterapia", None).await;
        }
        later(&app, 14);
        search(&app, "hevosterapia", None).await;
        assert!(report(&app, 52, 9).await.unwrap().is_empty());
        assert_eq!(on_disk(&app).await.lines().count(), 1);
    }
}

#[tokio::test]
async fn the_report_is_of_the_last_weeks() {
    for app in apps().await {
        for _ in 0..5 {
            search(&app, "hevosterapia", None).await;
        }
        later(&app, 2);
        search(&app, "hevosterapia", None).await;
        assert_eq!(report(&app, 2, 9).await.unwrap()[0].count, 1);
        assert_eq!(report(&app, 3, 9).await.unwrap()[0].count, 6);
        later(&app, 110);
        search(&app, "kirjasto", None).await;
        assert!(report(&app, 520, 9).await.unwrap().is_empty(), "old counts are forgotten");
    }
}

#[tokio::test]
async fn without_a_key_nothing_is_counted() {
    for app in apps().await {
        let keyless = App::new(app.database().clone(), app.words().clone());
        for _ in 0..9 {
            search(&keyless, "hevosterapia", None).await;
        }
        assert_eq!(on_disk(&app).await, "");
    }
}
