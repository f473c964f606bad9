//! `tarjotin doctor`: looks at the installation, and says in sentences what is right, what is wrong, and
//! how to mend it.
//!
//! It changes nothing: it makes no database, no table and no folder.

mod database;
mod machine;
mod settings;

use std::fmt;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::configuration::Configuration;

/// Something that was looked at.
#[derive(Debug, PartialEq, Eq)]
struct Finding {
    verdict: Verdict,
    sentence: String,
    /// How to mend it, or what to think of.
    advice: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// It is as it should be.
    Right,
    /// It may be as it should be; who runs the installation knows.
    Note,
    /// It is wrong.
    Wrong,
}

impl Finding {
    fn right(sentence: impl Into<String>) -> Self {
        Self { verdict: Verdict::Right, sentence: sentence.into(), advice: None }
    }

    fn note(sentence: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { verdict: Verdict::Note, sentence: sentence.into(), advice: Some(advice.into()) }
    }

    fn wrong(sentence: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { verdict: Verdict::Wrong, sentence: sentence.into(), advice: Some(advice.into()) }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verdict = match self.verdict {
            Verdict::Right => "right",
            Verdict::Note => "note",
            Verdict::Wrong => "WRONG",
        };
        write!(formatter, "{verdict:6} {}", self.sentence)?;
        if let Some(advice) = &self.advice {
            write!(formatter, "\n       → {advice}")?;
        }
        Ok(())
    }
}

/// Looks at everything, prints what was found, and ends with 1 if something is wrong.
///
/// The configuration comes as a result, since a wrong one is something to be told, too.
pub async fn run(
    configuration: anyhow::Result<Configuration>,
    file: Option<PathBuf>,
) -> anyhow::Result<ExitCode> {
    let findings = match configuration {
        Ok(configuration) => examine(&configuration, file).await,
        Err(error) => vec![Finding::wrong(
            format!("The configuration cannot be used: {error:#}."),
            "Mend the file as the sentence says, then ask again: nothing else was looked at.",
        )],
    };
    for finding in &findings {
        println!("{finding}");
    }
    let count = |verdict| findings.iter().filter(|finding| finding.verdict == verdict).count();
    let (wrong, notes) = (count(Verdict::Wrong), count(Verdict::Note));
    match (wrong, notes) {
        (0, 0) => println!("All is right."),
        (0, notes) => println!("Nothing is wrong; {notes} to think of."),
        (wrong, _) => println!("{wrong} of {} wrong.", findings.len()),
    }
    Ok(if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

async fn examine(configuration: &Configuration, file: Option<PathBuf>) -> Vec<Finding> {
    let mut findings = settings::examine(configuration, file.as_deref());
    let (of_words, words) = machine::words(configuration);
    findings.extend(of_words);
    findings.extend(machine::folder(configuration));
    findings.extend(database::examine(configuration, words).await);
    findings
}
