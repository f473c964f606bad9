//! `campaigns`: visits as operators see them, from the address to the list.

use crate::Place;
use crate::serve::Server;

#[test]
fn visits_are_listed_after_the_server_has_ended() {
    let place = Place::new();
    std::fs::write(place.file("own.toml"), "[campaigns]\nfb1 = '/healthz'\nposter = '/fi/'\n")
        .unwrap();
    let arguments = ["--config", "own.toml", "serve", "--listen", "127.0.0.1:0"];
    let server = Server::start(&place, &arguments);
    for _ in 0..3 {
        assert_eq!(server.get("/k/fb1"), (200, "ok\n".to_owned()), "it leads on");
    }
    assert_eq!(server.end(), Some(0));
    let said = place.well(&["--config", "own.toml", "campaigns"]);
    let lines: Vec<Vec<&str>> =
        said.lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(lines, [["3", "fb1", "/healthz"], ["0", "poster", "/fi/"]]);
    let table = place.well(&["--config", "own.toml", "campaigns", "--csv"]);
    assert!(table.starts_with("code,day,visits\nfb1,") && table.ends_with(",3\n"), "{table}");
    assert!(place.well(&["campaigns"]).contains("no longer configured"));
}

#[test]
fn without_campaigns_it_says_how_to_name_one() {
    assert!(Place::new().well(&["campaigns"]).contains("[campaigns]"));
}
