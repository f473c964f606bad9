//! Lists on paper: as a PDF, in the language of the address.

use std::path::Path;
use std::process::Command;

use axum::http::{StatusCode, header};

use crate::town::{Answer, GONE, HOSTILE, LIBRARY, STORIES, SWIMMING, Town};
use crate::visitor::{Visitor, location};

/// A visitor with these services on the list.
async fn visitor<'a>(town: &'a Town, services: &[&str]) -> Visitor<'a> {
    let mut visitor = Visitor::new(town);
    for id in services {
        visitor.press("add", id, "/").await;
    }
    visitor
}

fn ran(tool: &str, options: &[&str], file: &Path, end: &[&str]) -> String {
    let output = Command::new(tool).args(options).arg(file).args(end).output();
    let output = output.unwrap_or_else(|error| panic!("{tool}: {error}; tools/need pdf-tools"));
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{tool}: {errors}");
    // Long texts are cut between the bytes of a letter, by pdfinfo.
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The PDF of an answer in a folder of its own.
fn saved(answer: &Answer) -> tempfile::TempDir {
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    assert_eq!(answer.headers[header::CONTENT_TYPE], "application/pdf");
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("list.pdf"), &answer.bytes).unwrap();
    folder
}

fn text(answer: &Answer) -> String {
    let folder = saved(answer);
    let file = folder.path().join("list.pdf");
    ran("qpdf", &["--check"], &file, &[]);
    assert!(ran("pdfinfo", &[], &file, &[]).contains("Tagged:          yes"));
    ran("pdftotext", &["-raw"], &file, &["-"])
}

/// What programs that read aloud are told of the leaflet: its objects, and its parts in reading order.
fn told_aloud(answer: &Answer) -> (String, String) {
    let folder = saved(answer);
    let file = folder.path().join("list.pdf");
    let objects = ran("qpdf", &["--json=2", "--json-key=qpdf"], &file, &[]);
    (objects, ran("pdfinfo", &["-struct-text"], &file, &[]))
}

/// What a camera reads from the leaflet's last page.
fn read_back(answer: &Answer) -> String {
    let folder = saved(answer);
    let file = folder.path().join("list.pdf");
    let picture = folder.path().join("page");
    ran("pdftoppm", &["-r", "100", "-png"], &file, &[picture.to_str().unwrap()]);
    let pages = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path());
    let mut pictures: Vec<_> =
        pages.filter(|path| path.extension().is_some_and(|kind| kind == "png")).collect();
    pictures.sort();
    ran("zbarimg", &["--quiet", "--raw"], pictures.last().unwrap(), &[]).trim().to_owned()
}

#[tokio::test]
async fn a_finnish_givers_list_is_printed_in_the_receivers_swedish() {
    let town = Town::new().await;
    let mut giver = visitor(&town, &[SWIMMING, LIBRARY, STORIES]).await;
    let fields = [("language", "fi"), ("validity", "month"), ("note", "Aloita tästä, äiti.")];
    let answer = giver.send("/fi/oma-lista/jaa", &fields).await;
    let place = location(&answer);
    let code = place.strip_prefix("/fi/oma-lista/jaettu/").unwrap();
    let mut receiver = Visitor::new(&town);
    let page = receiver.get(&format!("/sv/l/{code}")).await;
    assert!(page.body.contains(&format!("href=\"/sv/l/{code}/lista.pdf\"")));
    let answer = receiver.get(&format!("/sv/l/{code}/lista.pdf")).await;
    let printed = text(&answer);
    for told in [
        "En lista till dig",
        "Utskriven 24.11.2026",
        "Aloita tästä, äiti.",
        "Bibliotekets tjänster",
        "Vad gör jag nu?",
        "02 434 5444",
        "Sida 1/",
    ] {
        assert!(printed.contains(told), "{told} in {printed}");
    }
    let address = format!("http://tarjotin.example/l/{code}");
    assert_eq!(read_back(&answer), address);
    assert!(printed.contains(&address), "{printed}");
    let (objects, parts) = told_aloud(&answer);
    for told in ["\"/Lang\": \"u:sv\"", "\"/Lang\": \"u:fi\"", "\"/DisplayDocTitle\": true"] {
        assert!(objects.contains(told), "{told} in {objects}");
    }
    let places = ["H1", "En lista till dig", "H2", "Bibliotekets", "Figure", "servicedatalagret"];
    let places = places.map(|told| parts.find(told).unwrap_or_else(|| panic!("{told} in {parts}")));
    assert!(places.is_sorted(), "{parts}");
    let information = ran("pdfinfo", &[], &saved(&answer).path().join("list.pdf"), &[]);
    assert!(information.contains("En lista till dig – Tarjotin"), "{information}");
    assert_eq!(answer.headers[header::REFERRER_POLICY], "same-origin");
    assert_eq!(answer.headers["x-robots-tag"], "noindex");
    assert!(answer.headers[header::CACHE_CONTROL].to_str().unwrap().contains("private"));
    let english = text(&receiver.get(&format!("/en/l/{code}/list.pdf")).await);
    assert!(
        english.contains("A list made for you") && english.contains("Printed 24 November 2026")
    );
    let wrong = receiver.get("/fi/l/AAAAAAAAAA/lista.pdf").await;
    assert_eq!(wrong.status, StatusCode::NOT_FOUND);
    town.set_clock("2027-06-01T10:00:00Z");
    assert_eq!(receiver.get(&format!("/sv/l/{code}/lista.pdf")).await.status, StatusCode::GONE);
}

#[tokio::test]
async fn ones_own_list_is_printed_without_an_address() {
    let town = Town::new().await;
    let mut visitor = visitor(&town, &[LIBRARY, HOSTILE]).await;
    let page = visitor.get("/fi/oma-lista").await;
    assert!(page.body.contains("href=\"/fi/oma-lista/lista.pdf\""));
    let answer = visitor.get("/fi/oma-lista/lista.pdf").await;
    let printed = text(&answer);
    assert!(
        printed.contains("Oma lista palveluista") && printed.contains("Listalla on 2 palvelua.")
    );
    assert!(printed.contains("<script>") || printed.contains("<img"), "as text: {printed}");
    assert!(!printed.contains("http://tarjotin.example"), "{printed}");
}

#[tokio::test]
async fn an_empty_list_has_nothing_to_print_and_its_page_says_how_to_begin() {
    let town = Town::new().await;
    let answer = Visitor::new(&town).get("/sv/min-lista/lista.pdf").await;
    assert_eq!(
        (answer.status, location(&answer).as_str()),
        (StatusCode::SEE_OTHER, "/sv/min-lista")
    );
}

#[tokio::test]
async fn of_a_service_that_is_gone_the_leaflet_says_so() {
    let town = Town::before_a_service_goes().await;
    let mut visitor = visitor(&town, &[GONE]).await;
    town.lose_a_service().await;
    let printed = text(&visitor.get("/fi/oma-lista/lista.pdf").await);
    assert!(printed.contains("Tätä palvelua ei enää tarjota."), "{printed}");
}

#[tokio::test]
async fn who_gives_a_list_carries_the_receivers_leaflet_and_not_ones_own() {
    let town = Town::new().await;
    let mut giver = visitor(&town, &[LIBRARY]).await;
    for language in ["sv", "en"] {
        let fields = [("language", language), ("validity", "month"), ("note", "")];
        let place = location(&giver.send("/fi/oma-lista/jaa", &fields).await);
        let code = place.strip_prefix("/fi/oma-lista/jaettu/").unwrap();
        let file = if language == "en" { "list.pdf" } else { "lista.pdf" };
        let link = format!("href=\"/{language}/l/{code}/{file}\"");
        let page = giver.get(&place).await;
        assert!(page.body.contains(&link), "{link}");
    }
}
