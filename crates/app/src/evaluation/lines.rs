//! Files with a JSON object on each line.

use std::path::Path;

use serde::de::DeserializeOwned;

use crate::Error;

/// A file's text.
pub(super) fn read(file: &Path) -> Result<String, Error> {
    std::fs::read_to_string(file)
        .map_err(|error| Error::Refused(format!("{} cannot be read: {error}", file.display())))
}

/// Takes a file's objects one after the other; blank lines are passed over. Whoever takes them may
/// refuse one with a reason.
pub(super) fn each<T: DeserializeOwned>(
    file: &Path,
    mut take: impl FnMut(T) -> Result<(), String>,
) -> Result<(), Error> {
    let text = read(file)?;
    let lines = text.trim_start_matches('\u{feff}').lines().enumerate();
    for (number, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
        serde_json::from_str(line).map_err(|error| reason(&error)).and_then(&mut take).map_err(
            |reason| Error::Refused(format!("{} line {}: {reason}", file.display(), number + 1)),
        )?;
    }
    Ok(())
}

/// What is wrong with a line, without the line number that JSON counts within it.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    match text.strip_suffix(&place) {
        Some(what) if error.column() > 0 => format!("{what} (column {})", error.column()),
        _ => text,
    }
}
