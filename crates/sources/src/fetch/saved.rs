//! Pages that somebody saved: there is nothing to fetch.

use std::path::{Path, PathBuf};

use domain::import::{Problem, ProblemCode, Severity};
use futures_util::future::BoxFuture;

use super::{FetchError, FetchRequest, Fetched, Format, Manifest, Source};
use crate::directory::has_lists;
use crate::progress::Progress;

/// A directory of saved pages or plain arrays, as `--from` names it.
#[derive(Debug, Clone)]
pub struct SavedPages {
    directory: PathBuf,
}

impl SavedPages {
    /// The pages of a directory.
    pub fn new(directory: impl Into<PathBuf>) -> Self {
        Self { directory: directory.into() }
    }
}

impl Source for SavedPages {
    /// The folder's own name: the report is shown to people, and the path above is the machine's.
    fn name(&self) -> String {
        let name = self.directory.file_name();
        name.unwrap_or(self.directory.as_os_str()).to_string_lossy().into_owned()
    }

    fn fetch<'a>(
        &'a self,
        request: &'a FetchRequest,
        _directory: &'a Path,
        _progress: &'a dyn Progress,
    ) -> BoxFuture<'a, Result<Fetched, FetchError>> {
        Box::pin(async move {
            let directory = self.directory.as_path();
            std::fs::read_dir(directory)
                .map_err(|error| FetchError::directory(directory, error))?;
            let manifest = match Manifest::load(directory)? {
                Some(manifest) => manifest,
                None if !has_lists(directory)
                    .map_err(|error| FetchError::directory(directory, error))? =>
                {
                    let problem = Problem::new(Severity::Failed, ProblemCode::PageUnreadable);
                    let problem = problem.read_from(self.name()).found("no lists in the folder");
                    return Err(FetchError::Source { problem: Box::new(problem) });
                }
                None => Manifest::new(Format::Saved, self.name(), request),
            };
            Ok(Fetched { directory: directory.to_owned(), manifest, requests: 0 })
        })
    }
}
