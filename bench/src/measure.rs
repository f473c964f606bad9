//! The figures of one engine. Each is measured in a process of its own, so that its memory is its own
//! and a peer that fails takes nothing else with it.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use search::evaluation::{JudgedQuery, Run};
use serde::{Deserialize, Serialize};

use crate::engines::{self, Engine, Question, Searcher};
use crate::questions::questions;
use crate::services::Services;
use crate::words::Words;

/// How many hits a search asks for.
const HITS: usize = 20;
/// How long searches are warmed up, timed in one thread, and counted in two.
const WARM: Duration = Duration::from_secs(5);
const TIMED: Duration = Duration::from_secs(10);
const COUNTED: Duration = Duration::from_secs(5);
/// So many searches are enough.
const SEARCHES: usize = 3_000;
/// How many threads search at once.
const THREADS: usize = 2;

/// The figures.
#[derive(Debug, Serialize, Deserialize)]
pub struct Figures {
    /// What it found for the judged queries, as the text of a run.
    pub run: String,
    /// How long the index took to build.
    pub built: Duration,
    /// Its size in bytes.
    pub size: u64,
    /// What the process holds more with the index than without it, in KiB; none where the engine is a
    /// process of its own.
    pub resident: Option<u64>,
    /// Processor time of one search.
    pub mean: Duration,
    /// The same of the middle one.
    pub median: Duration,
    /// The same of the slowest but for one in a hundred.
    pub slowest: Duration,
    /// How many searches were timed.
    pub searches: usize,
    /// Searches a second in two threads.
    pub rate: f64,
    /// What else is to be said.
    pub notes: Vec<String>,
}

/// Measures an engine.
pub fn measure(name: &str, services: &Services, judged: &[JudgedQuery]) -> Result<Figures> {
    let words = Words::open()?;
    let originals = services.originals();
    let run = {
        let (engine, _) = engines::build(name, &words, originals.iter().cloned())?;
        run(engine.as_ref(), judged)?
    };
    let questions = questions(judged, originals, &words);
    let before = resident()?;
    let (engine, built) = engines::build(name, &words, services.all())?;
    let grown = resident()?.saturating_sub(before);
    let resident = Some(grown).filter(|_| engine.is_in_this_process());
    let mut notes = engine.notes()?;
    let mut searcher = engine.searcher()?;
    let begun = Instant::now();
    let mut empty = 0;
    let mut counts = 0;
    for question in questions.iter().take_while(|_| begun.elapsed() < WARM) {
        let answer = searcher.search(question, HITS)?;
        empty += usize::from(answer.ids.is_empty());
        counts += answer.counts;
    }
    ensure!(counts > 0, "nothing was counted");
    let mut times = timed(searcher.as_mut(), &questions)?;
    times.sort_unstable();
    let mean = times.iter().sum::<Duration>() / u32::try_from(times.len())?;
    notes.push(format!("{empty} of {} queries without a hit", questions.len()));
    Ok(Figures {
        run: run.to_string(),
        built,
        size: engine.size()?,
        resident,
        mean,
        median: times[times.len() / 2],
        slowest: times[(times.len() - 1) * 99 / 100],
        searches: times.len(),
        rate: rate(engine.as_ref(), &questions)?,
        notes,
    })
}

/// What an engine finds for the judged queries.
fn run(engine: &dyn Engine, judged: &[JudgedQuery]) -> Result<Run> {
    let mut run = Run::default();
    let mut searcher = engine.searcher()?;
    for query in judged {
        let question = Question { text: query.text.clone(), language: query.language };
        run.insert(query.id.as_str(), searcher.search(&question, Run::DEPTH)?.ids);
    }
    Ok(run)
}

/// The processor time of each search. All queries are asked equally often as far as time allows.
fn timed(searcher: &mut dyn Searcher, questions: &[Question]) -> Result<Vec<Duration>> {
    let mut times = Vec::new();
    let begun = Instant::now();
    for question in questions.iter().cycle() {
        let before = searcher.processor_time()?;
        searcher.search(question, HITS)?;
        times.push(searcher.processor_time()?.saturating_sub(before));
        let is_round = times.len().is_multiple_of(questions.len());
        let is_late = begun.elapsed() > TIMED;
        if is_late && (is_round || begun.elapsed() > 3 * TIMED)
            || is_round && times.len() > SEARCHES
        {
            break;
        }
    }
    Ok(times)
}

/// Searches a second in two threads at once.
fn rate(engine: &dyn Engine, questions: &[Question]) -> Result<f64> {
    let searchers = (0..THREADS).map(|_| engine.searcher()).collect::<Result<Vec<_>>>()?;
    let begun = Instant::now();
    let count = |mut searcher: Box<dyn Searcher + Send>, thread: usize| -> Result<usize> {
        let first = thread * questions.len() / THREADS;
        let mut count = 0;
        for question in questions.iter().cycle().skip(first) {
            searcher.search(question, HITS)?;
            count += 1;
            if begun.elapsed() > COUNTED {
                break;
            }
        }
        Ok(count)
    };
    let counted = std::thread::scope(|scope| -> Result<usize> {
        let threads: Vec<_> = searchers
            .into_iter()
            .enumerate()
            .map(|(thread, searcher)| scope.spawn(move || count(searcher, thread)))
            .collect();
        let mut all = 0;
        for thread in threads {
            all += thread.join().ok().context("a thread that searched ended early")??;
        }
        Ok(all)
    })?;
    #[expect(clippy::cast_precision_loss, reason = "some hundred thousand searches")]
    let counted = counted as f64;
    Ok(counted / begun.elapsed().as_secs_f64())
}

/// What this process holds in memory, in KiB.
fn resident() -> Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    Ok(number.context("/proc/self/status does not say what is resident")?.parse()?)
}
