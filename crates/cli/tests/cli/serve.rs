//! `serve` and `demo`: the process's life.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::Place;

/// A server that ends with the test, whatever becomes of it.
pub struct Server {
    child: Child,
    address: String,
    /// Kept open, so that the server can go on writing.
    _said: BufReader<std::process::ChildStdout>,
}

impl Server {
    /// Starts, and waits for the line with the address.
    pub fn start(place: &Place, arguments: &[&str]) -> Self {
        let mut command = place.command(arguments);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap());
        let address = loop {
            let mut line = String::new();
            assert!(said.read_line(&mut line).unwrap() > 0, "it ended without an address");
            if let Some((_, address)) = line.trim_end().split_once(" serves at ") {
                break address.to_owned();
            }
        };
        Self { child, address, _said: said }
    }

    pub fn get(&self, path: &str) -> (u16, String) {
        let address = format!("{}{path}", self.address);
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            let answer = reqwest::get(address).await.unwrap();
            (answer.status().as_u16(), answer.text().await.unwrap())
        })
    }

    /// Asks it to end as a service manager does, and gives its exit code.
    pub fn end(mut self) -> Option<i32> {
        let asked = Command::new("kill").arg(self.child.id().to_string()).status().unwrap();
        assert!(asked.success());
        self.child.wait().unwrap().code()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already, as it should.
        let _ended = self.child.kill();
        let _waited = self.child.wait();
    }
}

#[test]
fn serve_says_where_it_is_answers_and_ends_when_told() {
    let place = Place::new();
    let server = Server::start(&place, &["serve", "--listen", "127.0.0.1:0"]);
    assert!(!server.address.ends_with(":0"), "{}", server.address);
    assert_eq!(server.get("/healthz").0, 200);
    assert_eq!(server.get("/readyz").0, 200);
    assert_eq!(server.get("/fi/yllapito/tuonnit").0, 403, "denied unless allowed");
    assert_eq!(server.end(), Some(0));
}

#[test]
fn a_demonstration_is_filled_once_and_then_served() {
    let place = Place::new();
    let arguments = ["demo", "--services", "40", "--listen", "127.0.0.1:0", "--admin-pages"];
    for _ in 0..2 {
        let server = Server::start(&place, &arguments);
        let (status, list) = server.get("/api/v1/services?limit=1");
        assert_eq!(status, 200);
        let list: serde_json::Value = serde_json::from_str(&list).unwrap();
        assert_eq!(list["total"], 40, "{list}");
        assert_eq!(server.get("/fi/yllapito/tuonnit").0, 200);
        assert_eq!(server.end(), Some(0));
    }
}

#[test]
fn what_is_imported_beside_a_server_is_soon_served() {
    let place = Place::new();
    place.pages(20);
    let server = Server::start(&place, &["serve", "--listen", "127.0.0.1:0"]);
    place.import();
    let has_come = || {
        let (_, list) = server.get("/api/v1/services?limit=1");
        serde_json::from_str::<serde_json::Value>(&list).unwrap()["total"] == 20
    };
    let begun = std::time::Instant::now();
    while !has_come() {
        assert!(begun.elapsed() < std::time::Duration::from_secs(30), "the index did not follow");
        std::thread::yield_now();
    }
    assert_eq!(server.end(), Some(0));
}

#[test]
fn an_address_that_is_taken_is_named() {
    let place = Place::new();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let output = place.run(&["serve", "--listen", &address]);
    assert_eq!(output.status.code(), Some(2));
    let sentence = String::from_utf8(output.stderr).unwrap();
    assert!(sentence.contains(&address), "{sentence}");
}
