//! Prints how many words a second are analysed on one core, cold and from the memory, and how long suggestions take:
//! `cargo run --release -p finnish --example speed -- [TEXT] [DICTIONARY]`.
//!
//! TEXT is any file of Finnish text (JSON will do); without one the standard input is read. Seconds are those that the
//! thread really ran where Linux tells them, so that a busy machine does not count, else those of the clock.

use std::collections::HashSet;
use std::error::Error;
use std::io::Read;
use std::sync::Arc;
use std::time::Instant;

use finnish::{Dictionary, Memory};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut text = String::new();
    match arguments.next() {
        Some(path) => text = std::fs::read_to_string(path)?,
        None => _ = std::io::stdin().read_to_string(&mut text)?,
    }
    let path = arguments.next().map(Into::into).or_else(Dictionary::installed);
    let path = path.ok_or("Voikko's dictionary is not installed: install voikko-fi")?;
    let words: Vec<&str> = text
        .split(|letter: char| !letter.is_alphabetic() && letter != '-')
        .map(|word| word.trim_matches('-'))
        .filter(|word| !word.is_empty())
        .collect();
    let mut seen = HashSet::new();
    let distinct: Vec<&str> = words.iter().copied().filter(|word| seen.insert(*word)).collect();

    let (dictionary, seconds) = timed(|| Dictionary::open(path));
    let dictionary = Arc::new(dictionary?);
    println!("the dictionary is read in {:.0} ms", seconds * 1000.0);

    let (known, seconds) =
        timed(|| count_known(&distinct, |word| !dictionary.analyse(word).is_empty()));
    report("distinct words, cold", distinct.len(), seconds);
    println!("  {known} of them are known");
    let (_, seconds) = timed(|| count_known(&words, |word| !dictionary.analyse(word).is_empty()));
    report("running text, without a memory", words.len(), seconds);

    let memory = Memory::new(dictionary.clone(), 100_000);
    let (_, seconds) = timed(|| count_known(&words, |word| !memory.analyse(word).is_empty()));
    report("running text, with an empty memory", words.len(), seconds);
    let (_, seconds) = timed(|| count_known(&words, |word| !memory.analyse(word).is_empty()));
    report("running text, with a warm memory", words.len(), seconds);

    let unknown: Vec<&str> = distinct
        .iter()
        .copied()
        .filter(|word| memory.analyse(word).is_empty())
        .take(1000)
        .collect();
    let mut longest = 0.0_f64;
    let ((), seconds) = timed(|| {
        for word in &unknown {
            let begin = Instant::now();
            dictionary.suggest(word, 10);
            longest = longest.max(begin.elapsed().as_secs_f64());
        }
    });
    report("suggestions for unknown words", unknown.len(), seconds);
    println!("  the longest took {:.1} ms by the clock", longest * 1000.0);
    Ok(())
}

fn count_known(words: &[&str], is_known: impl Fn(&str) -> bool) -> usize {
    words.iter().filter(|word| is_known(word)).count()
}

#[expect(clippy::cast_precision_loss, reason = "words are counted in millions at most")]
fn report(what: &str, words: usize, seconds: f64) {
    println!("{what}: {words} words, {:.0} words/s", words as f64 / seconds);
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let (clock, processor) = (Instant::now(), seconds_on_processor());
    let result = work();
    let seconds = match (processor, seconds_on_processor()) {
        (Some(begin), Some(end)) => end - begin,
        _ => clock.elapsed().as_secs_f64(),
    };
    (result, seconds)
}

/// How long this thread has run, where Linux says so.
fn seconds_on_processor() -> Option<f64> {
    let said = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = said.split(' ').next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}
