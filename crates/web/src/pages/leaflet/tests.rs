use std::path::Path;
use std::process::Command;
use std::time::Instant;

use paper::{Block, Link, ListedService, Words};

use super::*;

#[tokio::test]
async fn who_finds_no_turn_is_told_to_come_again() {
    let short = Duration::from_millis(20);
    let turns = TURNS.acquire_many(u32::try_from(AT_ONCE).unwrap()).await.unwrap();
    assert_eq!(turn(short).await.err(), Some(Fault::Busy));
    drop(turns);
    assert!(turn(short).await.is_ok());
}

fn leaflet(services: Vec<ListedService>) -> Leaflet {
    Leaflet {
        language: "fi",
        site: "Varsinais-Suomen hyvinvointialue".to_owned(),
        title: "Sinulle koottu lista".to_owned(),
        leads: vec!["Tulostettu 24.11.2026.".to_owned()],
        note: None,
        services,
        link: Some(Link {
            lead: "Avaa lista verkossa:".to_owned(),
            address: "https://palvelut.example/l/ABCDEFGHJK".to_owned(),
            picture: "QR-koodi, joka avaa listan".to_owned(),
        }),
        ends: vec!["Lähde: Suomi.fi-palvelutietovaranto".to_owned()],
        page: "Sivu".to_owned(),
    }
}

fn service(number: usize) -> ListedService {
    ListedService {
        name: Words::own(format!("Työllistymistä edistävä päivätoiminta {number}")),
        blocks: vec![
            Block::Phone(
                "02 555 3624".to_owned(),
                vec![Words::own("Neuvonta"), Words::own("Maksuton")],
            ),
            Block::Labelled(
                "Mitä teen nyt?".to_owned(),
                Words::own("Soita ja varaa aika. ".repeat(9)),
            ),
            Block::Labelled("Käyntiosoite".to_owned(), Words::own("Puistokatu 3, 20100 Åbo")),
        ],
    }
}

/// What one of the tools for PDFs says; that it is content with the file too.
fn said(tool: &str, options: &[&str], file: &Path) -> String {
    let mut command = Command::new(tool);
    command.args(options).arg(file);
    if tool == "pdftotext" {
        command.arg("-");
    }
    let output =
        command.output().unwrap_or_else(|error| panic!("{tool}: {error}; tools/need pdf-tools"));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{tool}: {text}{}", String::from_utf8_lossy(&output.stderr));
    text
}

/// The text of the leaflet's PDF, which is sound, tagged and no larger than a letter may be.
fn text_of(leaflet: &Leaflet) -> String {
    let started = Instant::now();
    let bytes = paper::pdf(leaflet, FONTS.as_ref().unwrap()).unwrap();
    let (milliseconds, size) = (started.elapsed().as_millis(), bytes.len());
    println!("{} services: {milliseconds} ms, {size} bytes", leaflet.services.len());
    assert!(size < 300_000, "{size}");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("list.pdf");
    std::fs::write(&file, bytes).unwrap();
    said("qpdf", &["--check"], &file);
    let information = said("pdfinfo", &[], &file);
    assert!(information.contains("Tagged:          yes"), "{information}");
    let title = format!("{} – {}", leaflet.title, leaflet.site);
    assert!(information.contains(&title), "{information}");
    said("pdftotext", &["-layout"], &file)
}

#[test]
fn none_one_and_thirty_services_are_printed() {
    for count in [0, 1, 30] {
        let text = text_of(&leaflet((1..=count).map(service).collect()));
        assert_eq!(text.matches("Työllistymistä edistävä päivätoiminta").count(), count);
        assert_eq!(text.matches("02 555 3624").count(), count);
        assert!(text.contains("Lähde: Suomi.fi-palvelutietovaranto"));
        let pages = text.matches("Sivu ").count();
        assert!(text.contains(&format!("Sivu {pages}/{pages}")) && (count > 1) == (pages > 1));
    }
}

#[test]
fn whatever_is_written_comes_out_as_text() {
    let hostile = [
        "#import \"/etc/passwd\": * ] \\end{document} $x$ <b>&amp;</b> %PDF (((",
        "\u{202e}kääntyy\u{202c} \u{0}\u{7}\u{ad}pehmeä",
        "\u{e000}\u{10ffff}\u{feff}",
        "مرحبا 你好 🏳️‍🌈 ŋ š ž",
    ];
    let long = "ÄäÖöÅå".repeat(1_666);
    let said = hostile.iter().copied().chain([long.as_str()]);
    let blocks = said.map(|text| Block::Text(Words::own(text))).collect();
    let text = text_of(&leaflet(vec![ListedService { name: Words::own(hostile[0]), blocks }]));
    for kept in [
        "#import \"/etc/passwd\": * ] \\end{document} $x$ <b>&amp;</b> %PDF (((",
        "kääntyy pehmeä",
        "你好",
        // The tool takes it for drawn from right to left, and turns it round.
        "ابحرم",
        "ŋ š ž",
    ] {
        assert!(text.contains(kept), "{kept} in {text}");
    }
    assert_eq!(text.matches(['Ä', 'Å']).count(), 2 * 1_666);
}

#[test]
fn a_leaflet_without_an_end_is_refused() {
    let blocks = vec![Block::Text(Words::own("a\n".repeat(6_000))); 2];
    let endless = leaflet(vec![ListedService { name: Words::own("a"), blocks }]);
    let refusal = paper::pdf(&endless, FONTS.as_ref().unwrap());
    assert!(matches!(refusal, Err(LeafletError::TooLong(_))));
}
