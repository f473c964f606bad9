//! The coordinator's side of the bench: how long the first check of all descriptions takes, and how fast the pages are
//! that show what it found.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use reqwest::header::{COOKIE, HeaderMap, SET_COOKIE};
use reqwest::{Client, redirect};
use store::Database;

/// The load of the coordinator's pages, requests a second: more than all coordinators of the country make.
const RATE: u32 = 20;
/// How long the check may take before the bench gives up.
const PATIENCE: Duration = Duration::from_mins(10);

/// Who may sign in.
pub struct Coordinator {
    folder: PathBuf,
    password: String,
}

impl Coordinator {
    /// Makes a password, and a configuration with it.
    pub fn new(folder: &Path) -> Self {
        let file = folder.join("coordinator");
        let made = std::process::Command::new(super::BINARY)
            .args(["coordinator-password", super::text(&file)])
            .output()
            .expect("a password");
        let password = String::from_utf8(made.stdout).expect("a password in UTF-8");
        let coordinator = Self { folder: folder.to_owned(), password: password.trim().to_owned() };
        let named = format!("coordinator_password_file = {:?}\n", super::text(&file));
        std::fs::write(coordinator.configuration(), named).expect("a configuration");
        coordinator
    }

    /// The configuration that names the password.
    pub fn configuration(&self) -> PathBuf {
        self.folder.join("bench.toml")
    }

    /// Waits for the first check of all descriptions, before anything else is asked of the program: by the state in the
    /// database, and by what the coordinator sees. Then asks for the coordinator's pages.
    pub async fn measure(&self, address: &str, started: Instant) {
        let database = format!("sqlite:{}", super::text(&self.folder.join("tarjotin.db")));
        let database = Database::open(&database).await.expect("the database");
        while !is_checked(&database).await {
            wait(started).await;
        }
        database.close().await;
        println!("first check of all descriptions: done {} s after start", since(started));
        let client = self.sign_in(address).await;
        let staff = format!("{address}/fi/koordinaattori");
        let quality = format!("{staff}/laatu");
        let organisation = loop {
            let page = client.get(&quality).send().await.expect("an answer").text().await;
            let page = page.expect("a page");
            if let Some((_, rest)) = page.split_once("havainnot?organisaatio=") {
                break rest.chars().take(36).collect::<String>();
            }
            wait(started).await;
        };
        println!("what it found is counted and seen {} s after start", since(started));
        let findings = format!("{quality}/havainnot");
        for (what, url) in [
            ("dashboard", staff.clone()),
            ("quality", quality),
            ("findings", findings.clone()),
            ("findings, page 100", format!("{findings}?sivu=100")),
            ("findings of an organisation", format!("{findings}?organisaatio={organisation}")),
            ("mendings", format!("{staff}/korjaukset")),
            ("worklist", format!("{staff}/tehtavat")),
            ("coverage", format!("{staff}/kattavuus")),
        ] {
            super::report(&format!("staff: {what}"), &client, vec![url], RATE).await;
        }
    }

    /// A client that is signed in.
    async fn sign_in(&self, address: &str) -> Client {
        let builder = || Client::builder().redirect(redirect::Policy::none());
        let body = format!("name=Bench&password={}", self.password);
        let answer = builder()
            .build()
            .expect("a client")
            .post(format!("{address}/fi/kirjaudu"))
            .header("content-type", "application/x-www-form-urlencoded")
            .header("origin", address)
            .body(body)
            .send()
            .await
            .expect("an answer");
        let cookie = answer.headers().get(SET_COOKIE).and_then(|cookie| cookie.to_str().ok());
        let cookie = cookie.and_then(|cookie| cookie.split(';').next()).expect("a session");
        let headers = HeaderMap::from_iter([(COOKIE, cookie.parse().expect("a cookie"))]);
        builder().default_headers(headers).build().expect("a client")
    }
}

async fn is_checked(database: &Database) -> bool {
    let mut reading = database.begin().await.expect("a reading transaction");
    store::quality::state(&mut reading).await.expect("the state").generation >= 0
}

async fn wait(started: Instant) {
    assert!(started.elapsed() < PATIENCE, "the descriptions were not checked in ten minutes");
    tokio::time::sleep(Duration::from_millis(100)).await;
}

fn since(started: Instant) -> String {
    format!("{:.1}", started.elapsed().as_secs_f64())
}
