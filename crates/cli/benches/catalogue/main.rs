//! The catalogue's figures, measured on the binary as operators run it: import of a large county,
//! a second import without changes, the start of `serve`, and its pages under load.
//!
//! `make bench` runs it. `TARJOTIN_BENCH_SERVICES` sets the size (100,000 by default). The load is
//! open: requests leave on schedule whether or not earlier ones were answered, so a stall is seen in
//! the latencies of all that it held up. Everything stays on loopback and in a folder of its own.

mod following;
mod searches;
mod staff;

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

const BINARY: &str = env!("CARGO_BIN_EXE_tarjotin");
/// The service page's load, requests a second.
const PAGE_RATE: u32 = 500;
/// The home page's and the results page's.
const SEARCH_RATE: u32 = 300;
/// How many ask one after the other, when the pages in a second are counted.
const CLIENTS: usize = 4;
/// More searches a second than the machine can do, to see what it says and what memory it takes.
const FLOOD_RATE: u32 = 1_000;
const SECONDS: u32 = 20;

fn main() {
    let services = std::env::var("TARJOTIN_BENCH_SERVICES")
        .ok()
        .and_then(|size| size.parse().ok())
        .unwrap_or(100_000_u32);
    let folder = tempfile::tempdir().expect("a folder for the bench");
    println!("machine: {}", machine());
    println!("services: {services}");

    let pages = folder.path().join("pages");
    let generate = run(
        folder.path(),
        &["demonstration", "--services", &services.to_string(), "--out", text(&pages)],
    );
    println!("generate: {generate}");
    let import = ["import", "ptv", "--from", text(&pages)];
    println!("first import: {}", run(folder.path(), &import));
    println!("database: {} MB", size_of(&folder.path().join("tarjotin.db")) / 1_000_000);
    println!("second import, nothing changed: {}", run(folder.path(), &import));
    println!("all descriptions checked by the command line: {}", run(folder.path(), &["quality"]));
    serve(folder.path());
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

fn machine() -> String {
    let cpu = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpu.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or("?");
    let cores = std::thread::available_parallelism().map_or(0, std::num::NonZero::get);
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').take(3).collect::<Vec<_>>().join(" ");
    format!("{} ({cores} cores), load before: {load}", model.trim_start_matches([' ', '\t', ':']))
}

fn size_of(file: &Path) -> u64 {
    std::fs::metadata(file).map_or(0, |metadata| metadata.len())
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(BINARY);
    command
        .args(["--database", &format!("sqlite:{}", text(&folder.join("tarjotin.db")))])
        .args(["--data", text(folder)])
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command
}

/// Runs a command to its end; its time and the most memory that it held.
fn run(folder: &Path, arguments: &[&str]) -> String {
    let started = Instant::now();
    let mut child = command(folder, arguments).spawn().expect("the binary starts");
    let peak = Arc::new(std::sync::atomic::AtomicU64::new(0));
    let seen = (child.id(), Arc::clone(&peak));
    let watcher = std::thread::spawn(move || {
        while let Some(kilobytes) = memory(seen.0, "VmHWM") {
            seen.1.store(kilobytes, std::sync::atomic::Ordering::Relaxed);
            std::thread::sleep(Duration::from_millis(20));
        }
    });
    let output = BufReader::new(child.stdout.take().expect("its output"));
    let last = output.lines().map_while(Result::ok).last().unwrap_or_default();
    let status = child.wait().expect("its end");
    let seconds = started.elapsed().as_secs_f64();
    watcher.join().expect("the watcher");
    let megabytes = peak.load(std::sync::atomic::Ordering::Relaxed) / 1024;
    format!("{seconds:.1} s, peak {megabytes} MiB resident, {status} [{last}]")
}

/// A line of `/proc/PID/status` in KiB; none when the process has ended.
fn memory(process: u32, line: &str) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let value = status.lines().find_map(|found| found.strip_prefix(line))?;
    value.trim_start_matches([':', '\t', ' ']).split(' ').next()?.parse().ok()
}

fn serve(folder: &Path) {
    let coordinator = staff::Coordinator::new(folder);
    let started = Instant::now();
    let mut child = command(folder, &["serve", "--listen", "127.0.0.1:0"])
        .env("TARJOTIN_CONFIG", coordinator.configuration())
        .spawn()
        .expect("serve starts");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let address = lines
        .by_ref()
        .map_while(Result::ok)
        .find_map(|line| line.split("http://").nth(1).map(|rest| format!("http://{}", rest.trim())))
        .expect("serve prints its address");
    std::thread::spawn(move || lines.for_each(drop));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("tokio");
    let place = Place { folder, address: address.trim_end_matches('/') };
    runtime.block_on(measure(&child, &place, started, &coordinator));
    end(child);
}

fn end(mut child: Child) {
    child.kill().expect("serve ends");
    child.wait().expect("serve has ended");
}

/// Where the program's files are, and where it answers.
struct Place<'a> {
    folder: &'a Path,
    address: &'a str,
}

async fn measure(
    child: &Child,
    place: &Place<'_>,
    started: Instant,
    coordinator: &staff::Coordinator,
) {
    let Place { folder, address } = *place;
    let client = reqwest::Client::new();
    while client.get(format!("{address}/readyz")).send().await.map_or(0, |r| r.status().as_u16())
        != 200
    {
        assert!(started.elapsed() < Duration::from_mins(2), "serve was not ready in two minutes");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    println!("serve: ready {:.2} s after start", started.elapsed().as_secs_f64());
    let resident = |when: &str| {
        println!("serve: {} MiB resident {when}", memory(child.id(), "VmRSS").unwrap_or(0) / 1024);
    };
    resident("when ready");
    coordinator.measure(address, started).await;
    resident("after the check");
    let ids = some_ids(&client, address).await;
    let pages = ids.iter().map(|id| format!("{address}/fi/palvelu/{id}")).collect::<Vec<_>>();
    report("service page", &client, pages, PAGE_RATE).await;
    report("home page", &client, vec![format!("{address}/fi/")], SEARCH_RATE).await;
    let places = places(&client, address).await;
    let same: Vec<String> =
        searches::WORDS.iter().map(|word| format!("{address}/fi/haku?q={word}")).collect();
    // No search of one measurement was asked in another.
    let different = searches::different(address, &places);
    let third = different.len() / 3;
    let (steady, others) = different.split_at(third);
    let (hurried, flooding) = others.split_at(third);
    let (mix, what) = searches::mixed(address, &places, (SEARCH_RATE * SECONDS) as usize);
    println!("the mix: {what}");
    report(DIFFERENT, &client, steady.to_vec(), SEARCH_RATE).await;
    resident("after it");
    report(MIXED, &client, mix.clone(), SEARCH_RATE).await;
    report(SAME, &client, same.clone(), SEARCH_RATE).await;
    resident("after them");
    let server = child.id();
    let empty = flat_out("empty page", server, &client, &[format!("{address}/fi/oma-lista")]).await;
    for (what, urls) in [(DIFFERENT, hurried), (MIXED, mix.as_slice()), (SAME, same.as_slice())] {
        let pages = flat_out(what, server, &client, urls).await;
        println!(
            "{what}: {:.0} % of the empty page's answers a second, {:.0} % by the processor's time",
            100.0 * pages.rate / empty.rate,
            100.0 * empty.processor / pages.processor
        );
    }
    resident("after the load");
    println!("serve: {} MiB at most", memory(child.id(), "VmHWM").unwrap_or(0) / 1024);
    following::report(folder, &client, address).await;
    report("results page, flooded", &client, flooding.to_vec(), FLOOD_RATE).await;
    resident("after the flood");
    println!("serve: {} MiB at most", memory(child.id(), "VmHWM").unwrap_or(0) / 1024);
}

const SAME: &str = "results page, the same few searches";
const DIFFERENT: &str = "results page, each search another";
const MIXED: &str = "results page, the mix";

/// Ids of services from all over the catalogue, by the public API.
async fn some_ids(client: &reqwest::Client, address: &str) -> Vec<String> {
    let mut ids = Vec::new();
    for offset in (0..10_000).step_by(1_000) {
        let url = format!("{address}/api/v1/services?limit=100&offset={offset}");
        let body = client.get(url).send().await.expect("an answer").text().await.expect("a text");
        let answer: serde_json::Value = serde_json::from_str(&body).expect("JSON");
        let items = answer["items"].as_array().cloned().unwrap_or_default();
        ids.extend(items.iter().filter_map(|item| item["id"].as_str().map(str::to_owned)));
    }
    assert!(!ids.is_empty(), "the API gave no service");
    ids
}

/// The municipalities that have services.
async fn places(client: &reqwest::Client, address: &str) -> Vec<String> {
    let url = format!("{address}/api/v1/services?limit=1");
    let body = client.get(url).send().await.expect("an answer").text().await.expect("a text");
    let answer: serde_json::Value = serde_json::from_str(&body).expect("JSON");
    let places = answer["facets"]["municipalities"].as_object().expect("municipalities");
    places.keys().cloned().collect()
}

/// How fast pages came when each client asked as soon as it was answered.
struct Pace {
    /// Answers a second.
    rate: f64,
    /// The server's processor time for each, in milliseconds.
    processor: f64,
}

/// The processor's time that a process has taken, in milliseconds: its 14th and 15th figures, in hundredths
/// of a second, as Linux tells them everywhere.
fn processor(process: u32) -> f64 {
    let line = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let figures = line.rsplit(')').next().unwrap_or_default().split_whitespace().skip(11).take(2);
    10.0 * figures.filter_map(|figure| figure.parse::<f64>().ok()).sum::<f64>()
}

/// How many answers come in a second when each client asks as soon as it is answered.
async fn flat_out(what: &str, server: u32, client: &reqwest::Client, urls: &[String]) -> Pace {
    let before = processor(server);
    let next = Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let urls: Arc<[String]> = urls.into();
    let begun = Instant::now();
    let until = begun + Duration::from_secs(u64::from(SECONDS) / 2);
    let mut clients = tokio::task::JoinSet::new();
    for _ in 0..CLIENTS {
        let (client, urls, next) = (client.clone(), Arc::clone(&urls), Arc::clone(&next));
        clients.spawn(async move {
            let mut answers = 0_u32;
            while Instant::now() < until {
                let place = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed) % urls.len();
                let request = client.get(&urls[place]).header("accept-encoding", "gzip");
                let answer = request.send().await.expect("an answer");
                assert!(answer.status().is_success(), "{}", answer.status());
                answer.bytes().await.expect("a page");
                answers += 1;
            }
            answers
        });
    }
    let answers: u32 = clients.join_all().await.into_iter().sum();
    let rate = f64::from(answers) / begun.elapsed().as_secs_f64();
    let processor = (processor(server) - before) / f64::from(answers.max(1));
    println!(
        "{what}: {rate:.0} answers a second to {CLIENTS} clients on this machine too, \
         {processor:.2} ms of the server's processor each"
    );
    Pace { rate, processor }
}

/// How a request was answered.
enum Answered {
    Well,
    /// It was one too many at once, and told so.
    Busy,
    Badly,
}

/// Sends requests at a fixed rate and prints how long the answers took.
async fn report(what: &str, client: &reqwest::Client, urls: Vec<String>, rate: u32) {
    let total = rate * SECONDS;
    let begun = tokio::time::Instant::now();
    let mut requests = tokio::task::JoinSet::new();
    for number in 0..total {
        let due = begun + Duration::from_secs_f64(f64::from(number) / f64::from(rate));
        tokio::time::sleep_until(due).await;
        let (client, url) = (client.clone(), urls[number as usize % urls.len()].clone());
        requests.spawn(async move {
            let answer = client.get(url).header("accept-encoding", "gzip").send().await;
            let answered = match answer {
                Ok(answer) if answer.status() == 503 => Answered::Busy,
                Ok(answer) if answer.status().is_success() => match answer.bytes().await {
                    Ok(_) => Answered::Well,
                    Err(_) => Answered::Badly,
                },
                _ => Answered::Badly,
            };
            (due.elapsed(), answered)
        });
    }
    let mut times = Vec::new();
    let (mut busy, mut bad) = (0, 0);
    while let Some(Ok((time, answered))) = requests.join_next().await {
        match answered {
            Answered::Well => times.push(time),
            Answered::Busy => busy += 1,
            Answered::Badly => bad += 1,
        }
    }
    times.sort_unstable();
    let at = |share: f64| {
        let last = times.len().saturating_sub(1);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a position")]
        #[expect(clippy::cast_precision_loss, reason = "some ten thousand times")]
        let position = (last as f64 * share) as usize;
        times.get(position).map_or(0.0, |time| time.as_secs_f64() * 1_000.0)
    };
    println!(
        "{what}: {} answers to {total} requests at {rate}/s, p50 {:.2} ms, p99 {:.2} ms, \
         p99.9 {:.2} ms; {busy} told to come again, {bad} failed",
        times.len(),
        at(0.5),
        at(0.99),
        at(0.999)
    );
}
