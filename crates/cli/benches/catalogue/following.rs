//! How soon a running program finds what another one has imported: from the end of the import to the first search
//! that finds it.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::Value;

/// How many services change, one import after another, and the word that they say then: no service says it, and none is
/// like another.
const CHANGES: [(usize, &str); 3] = [(1, "qwxzqvj"), (100, "kzhbrtw"), (1_000, "vpgdxnc")];

/// Changes services among the pages, imports them beside the program and searches for what they say now.
pub async fn report(folder: &Path, client: &reqwest::Client, address: &str) {
    for (count, word) in CHANGES {
        let pages = folder.join("pages");
        change(&pages, count, word);
        let mut import = super::command(folder, &["import", "ptv", "--from", super::text(&pages)])
            .spawn()
            .expect("the import starts");
        let lines = BufReader::new(import.stdout.take().expect("its output")).lines();
        let is_end = |line: &String| line.starts_with("run ");
        let end = lines.map_while(Result::ok).find(is_end).expect("the import comes to its end");
        assert!(end.ends_with("complete"), "{end}");
        let imported = Instant::now();
        let url = format!("{address}/api/v1/services?q={word}&limit=1");
        while !is_found(client, &url, word).await {
            assert!(
                imported.elapsed() < Duration::from_mins(2),
                "{word} was not found in two minutes"
            );
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        let seconds = imported.elapsed().as_secs_f64();
        println!(
            "index: {seconds:.2} s from the end of an import of {count} changed services to the first search that finds them"
        );
        import.wait().expect("the import's end");
    }
}

async fn is_found(client: &reqwest::Client, url: &str, word: &str) -> bool {
    let body = client.get(url).send().await.expect("an answer").text().await.expect("a text");
    let answer: Value = serde_json::from_str(&body).expect("JSON");
    // What is only near to it is listed too.
    answer["items"].to_string().contains(word)
}

/// Puts a word into the names of so many services, each on another page as far as there are pages.
fn change(pages: &Path, count: usize, word: &str) {
    let files = std::fs::read_dir(pages).expect("the pages").map_while(Result::ok);
    let mut files: Vec<PathBuf> = files.map(|file| file.path()).collect();
    files.retain(|file| {
        file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("services-"))
    });
    files.sort();
    let of_each = count.div_ceil(files.len());
    for file in files.iter().take(count.div_ceil(of_each)) {
        let page = std::fs::read(file).expect("a page");
        let mut page: Value = serde_json::from_slice(&page).expect("JSON");
        for service in page["items"].as_array_mut().expect("services").iter_mut().take(of_each) {
            for version in
                service["languageVersions"].as_object_mut().expect("languages").values_mut()
            {
                version["name"] =
                    format!("{} {word}", version["name"].as_str().expect("a name")).into();
            }
        }
        std::fs::write(file, page.to_string()).expect("the page is written");
    }
}
