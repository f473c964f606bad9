//! Xapian, through its binding for Python in a process of its own: stemmers of the three languages,
//! weights by field, any of the words, the last one partial, spelling corrected, values counted. Its
//! processor time is what the process says that a search took.

use std::io::{BufRead, BufReader, BufWriter, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use domain::Language;
use search::Document;
use serde_json::json;
use tempfile::TempDir;

use super::{Answer, Engine, Group, Question, Searcher, places};
use crate::words::asked;

const SCRIPT: &str = include_str!("xapian.py");
/// Debian's binding is for Debian's Python.
const PYTHON: &str = "/usr/bin/python3";

/// The database.
pub struct Xapian {
    folder: TempDir,
}

impl Xapian {
    /// The database of services.
    pub fn build(services: impl Iterator<Item = Document>) -> Result<(Self, Duration)> {
        let mut probe = Command::new(PYTHON);
        probe.args(["-c", "import xapian"]).stderr(Stdio::null());
        if !probe.status().is_ok_and(|status| status.success()) {
            bail!("its binding for Python is not installed (Debian: python3-xapian)");
        }
        let engine = Self { folder: tempfile::tempdir()? };
        let mut process = Process::start(&engine, "build")?;
        for service in services {
            let texts = |language| Group::ALL.map(|group| group.text(&service, &[language]));
            let themes: Vec<String> = service.themes.iter().map(|it| it.to_string()).collect();
            let places: Vec<String> = places(&service).iter().map(u16::to_string).collect();
            let line = json!({
                "id": service.id,
                "fi": texts(Language::Fi),
                "sv": texts(Language::Sv),
                "en": texts(Language::En),
                "themes": themes.join(","),
                "places": places.join(","),
            });
            writeln!(process.input()?, "{line}")?;
        }
        process.input = None;
        let seconds: f64 = process.line()?.trim().parse()?;
        ensure!(process.child.wait()?.success(), "the process failed");
        Ok((engine, Duration::from_secs_f64(seconds)))
    }
}

impl Engine for Xapian {
    fn is_in_this_process(&self) -> bool {
        false
    }

    fn searcher(&self) -> Result<Box<dyn Searcher + Send>> {
        Ok(Box::new(Reader { process: Process::start(self, "search")?, spent: Duration::ZERO }))
    }

    fn size(&self) -> Result<u64> {
        let mut size = 0;
        for file in std::fs::read_dir(self.folder.path())? {
            size += file?.metadata()?.len();
        }
        Ok(size)
    }
}

struct Reader {
    process: Process,
    spent: Duration,
}

impl Searcher for Reader {
    fn search(&mut self, question: &Question, limit: usize) -> Result<Answer> {
        let text = asked(&question.text).join(" ");
        let language = question.language.code();
        let question = json!({"text": text, "language": language, "limit": limit});
        writeln!(self.process.input()?, "{question}")?;
        self.process.input()?.flush()?;
        let line = self.process.line()?;
        let mut columns = line.trim_end_matches('\n').split('\t');
        let mut number = || anyhow::Ok(columns.next().context("an answer too short")?.parse()?);
        self.spent += Duration::from_nanos(number()?);
        let counts = usize::try_from(number()?)?;
        Ok(Answer { ids: columns.map(str::to_owned).collect(), counts })
    }

    fn processor_time(&mut self) -> Result<Duration> {
        Ok(self.spent)
    }
}

/// The script as it runs.
struct Process {
    child: Child,
    input: Option<BufWriter<ChildStdin>>,
    output: BufReader<ChildStdout>,
}

impl Process {
    fn start(engine: &Xapian, what: &str) -> Result<Self> {
        let mut child = Command::new(PYTHON)
            .args(["-c", SCRIPT, what])
            .arg(engine.folder.path())
            .env("XAPIAN_FLUSH_THRESHOLD", "200000")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let input = child.stdin.take().map(BufWriter::new);
        let output = BufReader::new(child.stdout.take().context("the process has no output")?);
        Ok(Self { child, input, output })
    }

    fn input(&mut self) -> Result<&mut BufWriter<ChildStdin>> {
        self.input.as_mut().context("the process takes no more")
    }

    fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        ensure!(self.output.read_line(&mut line)? > 0, "the process ended early");
        Ok(line)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Without input it ends by itself.
        self.input = None;
        let _ = self.child.wait();
    }
}
