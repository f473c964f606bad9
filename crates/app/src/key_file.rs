//! Keys of the installation, each in a file of its own in the data folder: chance, made once.

use std::io::{self, Write};
use std::path::Path;

use crate::Error;

/// How many bytes a key has.
pub(crate) const LENGTH: usize = 32;

/// The key in a file, which is made with a new one when it is not there. Only its owner may read it.
///
/// # Errors
/// When it cannot be read or made, or holds something else; the text begins with what the key is of.
pub(crate) fn read_or_make(of: &str, file: &Path) -> Result<[u8; LENGTH], Error> {
    let failed = |why: &dyn std::fmt::Display| {
        Error::Unavailable(format!(
            "{of} {}: {why}; take the file away, and a new one is made",
            file.display()
        ))
    };
    match std::fs::read(file) {
        Ok(bytes) => bytes.try_into().map_err(|_| failed(&"it is not 32 bytes long")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            make(file).map_err(|error| failed(&error))
        }
        Err(error) => Err(failed(&error)),
    }
}

fn make(file: &Path) -> io::Result<[u8; LENGTH]> {
    let mut bytes = [0; LENGTH];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    // Whole or not at all; of two that are made at once, the first stays.
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut partial = tempfile::NamedTempFile::new_in(folder.unwrap_or(Path::new(".")))?;
    partial.write_all(&bytes)?;
    partial.as_file().sync_all()?;
    match partial.persist_noclobber(file) {
        Ok(_) => Ok(bytes),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
            let bytes = std::fs::read(file)?;
            bytes.try_into().map_err(|_| io::ErrorKind::InvalidData.into())
        }
        Err(error) => Err(error.error),
    }
}
