//! What the machine has: the dictionary and the folder with its disk.

use std::path::Path;

use app::my_list::ListKey;
use app::search_gap::GapKey;
use app::words::{DictionaryState, Words};

use super::Finding;
use crate::configuration::Configuration;
use crate::wiring;

/// With less room than this an import of the whole country may not fit.
const ROOM: u64 = 2 << 30;

/// Looks at the words, and gives them if they can be used.
pub(super) fn words(configuration: &Configuration) -> (Vec<Finding>, Option<Words>) {
    let words = match wiring::words(configuration) {
        Ok(words) => words,
        Err(error) => {
            let sentence = format!("The search's own words cannot be used: {error:#}.");
            let advice = "Mend the line that is named, or take words out of [search].";
            return (vec![Finding::wrong(sentence, advice)], None);
        }
    };
    let install = "Install it with apt-get install voikko-fi, then start the program again.";
    let mut findings = Vec::new();
    match words.dictionary() {
        DictionaryState::Installed { file, without_model } => {
            findings.push(Finding::right(format!(
                "Voikko's dictionary of Finnish is in use: {}.",
                file.display()
            )));
            if !without_model.is_empty() {
                findings.push(Finding::wrong(
                    format!(
                        "The dictionary does not know the models of these words of the list: {}.",
                        without_model.join(", ")
                    ),
                    "Name as the model a Finnish word in its base form that is inflected alike.",
                ));
            }
        }
        DictionaryState::Missing => findings.push(Finding::wrong(
            "Voikko's dictionary of Finnish is not installed: the search knows words by their \
             endings only, and finds less.",
            install,
        )),
        DictionaryState::Unusable(why) => findings.push(Finding::wrong(
            format!(
                "Voikko's dictionary cannot be used, and the search knows words by their endings \
                 only: {why}."
            ),
            install,
        )),
    }
    (findings, Some(words))
}

/// Looks at the folder of data.
pub(super) fn folder(configuration: &Configuration) -> Vec<Finding> {
    let folder = &configuration.data;
    if !folder.exists() {
        return vec![Finding::note(
            format!("The folder {} is not there yet.", folder.display()),
            "The first start of serve or import makes it.",
        )];
    }
    let mut findings = vec![writable(folder)];
    findings.extend(room(folder));
    let key = wiring::gap_key(configuration);
    if key.exists()
        && let Err(error) = GapKey::in_file(&key)
    {
        let advice = "Until then nothing starts, since searches in vain could not be counted.";
        findings.push(Finding::wrong(format!("{error}."), advice));
    }
    let key = wiring::list_key(configuration);
    if key.exists()
        && let Err(error) = ListKey::in_file(&key)
    {
        let advice = "Until then nothing starts, since no visitor could keep a list.";
        findings.push(Finding::wrong(format!("{error}."), advice));
    }
    findings
}

fn writable(folder: &Path) -> Finding {
    match tempfile::NamedTempFile::new_in(folder).and_then(|file| file.as_file().sync_all()) {
        Ok(()) => Finding::right(format!("The folder {} can be written.", folder.display())),
        Err(error) => Finding::wrong(
            format!("The folder {} cannot be written: {error}.", folder.display()),
            "Give the folder to the user who runs the program, or name another with data = .",
        ),
    }
}

fn room(folder: &Path) -> Option<Finding> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    let free = disk.f_bavail.saturating_mul(disk.f_frsize);
    let sentence = |word: &str| {
        format!("The disk of {} has {word}{} MB free.", folder.display(), free / 1_000_000)
    };
    Some(if free < ROOM {
        let advice = "Make room: a full disk stops imports, and a full import needs some GB.";
        Finding::wrong(sentence("only "), advice)
    } else {
        Finding::right(sentence(""))
    })
}
