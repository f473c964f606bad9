//! One fetch under way: what both adapters do with lists, pages and records.

use std::path::Path;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use domain::catalogue::EntityKind;
use domain::import::{Problem, ProblemCode, Severity};
use futures_util::stream::{self, StreamExt};
use reqwest::Url;
use reqwest::header::HeaderValue;

use super::areas::Areas;
use super::client::{Answer, Client, Failure, Patience};
use super::pages::{Known, Pages};
use super::{FetchError, FetchRequest, Fetched, Format, Manifest};
use crate::progress::Progress;

/// So many questions that fail one after another, each after all its tries, end the run.
const FAILURES_IN_A_ROW: u32 = 3;
/// Likewise of questions that the source only stumbles over: each may have a cause of its own.
const STUMBLES_IN_A_ROW: u32 = 10;

/// Why a fetch ends before its end.
pub(super) enum End {
    /// The source is of no use any more; said in the manifest.
    Stopped,
    /// The directory is of no use.
    Directory(FetchError),
}

impl From<FetchError> for End {
    fn from(error: FetchError) -> Self {
        Self::Directory(error)
    }
}

/// The outcome of a question that is not fatal.
pub(super) enum Asked {
    /// The page.
    Page(Vec<u8>),
    /// There is no such thing; what the source said.
    Missing(String),
    /// A smaller question may do.
    Stumbled(String),
    /// There is none, as is noted in the manifest.
    Failed,
}

/// Where the source is.
#[derive(Clone)]
pub(super) struct Place {
    pub base: Url,
    pub key: Option<HeaderValue>,
}

/// One fetch under way.
pub(super) struct Run<'a> {
    pub request: &'a FetchRequest,
    pub progress: &'a dyn Progress,
    client: &'a Client,
    place: &'a Place,
    began: Instant,
    requests: AtomicU64,
    failures: AtomicU32,
    state: Mutex<State>,
}

struct State {
    pages: Pages,
    manifest: Manifest,
}

/// What a fetch works with.
pub(super) struct Setting<'a> {
    pub client: &'a Client,
    pub place: &'a Place,
    pub format: Format,
    pub request: &'a FetchRequest,
    pub directory: &'a Path,
    pub progress: &'a dyn Progress,
}

impl<'a> Run<'a> {
    /// Begins, or goes on where the last run was killed.
    pub fn begin(setting: &Setting<'a>, kinds: &[EntityKind]) -> Result<Self, FetchError> {
        let host = host(&setting.place.base);
        let mut fresh = Manifest::new(setting.format, host, setting.request);
        for kind in kinds {
            fresh.lists.entry(kind.plural().to_owned()).or_default();
        }
        let (pages, manifest) = Pages::open(setting.directory, fresh)?;
        Ok(Self {
            request: setting.request,
            progress: setting.progress,
            client: setting.client,
            place: setting.place,
            began: Instant::now(),
            requests: AtomicU64::new(0),
            failures: AtomicU32::new(0),
            state: Mutex::new(State { pages, manifest }),
        })
    }

    /// Ends: writes the manifest, and says what there is.
    pub fn end(self, directory: &Path, outcome: Result<(), End>) -> Result<Fetched, FetchError> {
        if let Err(End::Directory(error)) = outcome {
            return Err(error);
        }
        let State { pages, mut manifest } =
            self.state.into_inner().unwrap_or_else(PoisonError::into_inner);
        manifest.ended = true;
        pages.write_manifest(&manifest)?;
        let failed = manifest.problems.iter().find(|problem| problem.severity == Severity::Failed);
        if let (true, Some(problem)) = (pages.is_empty(), failed) {
            return Err(FetchError::Source { problem: Box::new(problem.clone()) });
        }
        let requests = self.requests.into_inner();
        Ok(Fetched { directory: directory.to_owned(), manifest, requests })
    }

    /// Ends the run when the scope is an area that does not exist: asked for nothing, a source would
    /// give nothing, and that would look like a complete answer.
    pub fn must_be_somewhere(&self) -> Result<(), End> {
        if !Areas::of(&self.request.scope).is_some_and(|areas| areas.is_nowhere()) {
            return Ok(());
        }
        let problem = self.problem(Severity::Failed, ProblemCode::CodeUnknown, "");
        self.note(problem.found(&format!("no area: {}", self.request.scope.feed())));
        Err(End::Stopped)
    }

    /// How many questions are asked at once.
    pub fn at_once(&self) -> usize {
        self.client.limits().at_once.max(1)
    }

    /// The answer to a question: the saved one, or a new one, which is then saved as the next page of
    /// the list (as an array of one when `wrapped`).
    pub async fn page(&self, list: &str, asked: &str, wrapped: bool) -> Result<Asked, End> {
        self.page_with(list, asked, wrapped, Patience::Long).await
    }

    /// As [`Run::page`], with less patience for what a smaller question could mend; that is handed
    /// back and not noted.
    pub async fn page_in_short(&self, list: &str, asked: &str) -> Result<Asked, End> {
        self.page_with(list, asked, false, Patience::Short).await
    }

    async fn page_with(
        &self,
        list: &str,
        asked: &str,
        wrapped: bool,
        patience: Patience,
    ) -> Result<Asked, End> {
        if let Some(asked) = self.saved(asked)? {
            return Ok(asked);
        }
        let clock = (self.began, self.request.started);
        let sent = || _ = self.requests.fetch_add(1, Ordering::Relaxed);
        let answer = match self.question(asked) {
            Some(question) => self.client.ask(&question, patience, clock, sent).await,
            None => Err(Failure::Failed("no such address".to_owned())),
        };
        match answer {
            Ok(Answer::Page(body)) => {
                self.failures.store(0, Ordering::Relaxed);
                let body = if wrapped { [b"[", &body[..], b"]"].concat() } else { body };
                self.state().pages.save(list, asked, &body)?;
                Ok(Asked::Page(body))
            }
            Ok(Answer::NotFound(body)) => {
                self.failures.store(0, Ordering::Relaxed);
                self.state().pages.note_missing(asked, &body)?;
                Ok(Asked::Missing(String::from_utf8_lossy(&body).into_owned()))
            }
            Err(Failure::Stumbled(said)) if patience == Patience::Short => {
                Ok(Asked::Stumbled(said))
            }
            Err(failure) => self.failed(asked, failure),
        }
    }

    fn question(&self, asked: &str) -> Option<reqwest::RequestBuilder> {
        let base = self.place.base.as_str().trim_end_matches('/');
        let url = Url::parse(&format!("{base}{asked}")).ok()?;
        let question = self.client.request(url).header("accept", "application/json");
        Some(match &self.place.key {
            Some(key) => question.header("x-api-key", key.clone()),
            None => question,
        })
    }

    /// What is on disk of a question.
    pub fn saved(&self, asked: &str) -> Result<Option<Asked>, FetchError> {
        let state = self.state();
        Ok(match state.pages.known(asked) {
            Some(Known::Saved(file)) => Some(Asked::Page(state.pages.read(file)?)),
            Some(Known::Missing(body)) => Some(Asked::Missing(body.clone())),
            None => None,
        })
    }

    fn failed(&self, asked: &str, failure: Failure) -> Result<Asked, End> {
        let (code, said, stop) = match failure {
            Failure::Unreadable(said) => (ProblemCode::PageUnreadable, said, false),
            Failure::Stumbled(said) => {
                let row = self.failures.fetch_add(1, Ordering::Relaxed) + 1;
                (ProblemCode::SourceFailed, said, row >= STUMBLES_IN_A_ROW)
            }
            Failure::Failed(said) => {
                let row = self.failures.fetch_add(1, Ordering::Relaxed) + 1;
                (ProblemCode::SourceFailed, said, row >= FAILURES_IN_A_ROW)
            }
            Failure::Stop(said) => (ProblemCode::SourceFailed, said, true),
        };
        self.note(self.problem(Severity::Failed, code, asked).found(&said));
        if stop { Err(End::Stopped) } else { Ok(Asked::Failed) }
    }

    /// A problem with a question.
    pub fn problem(&self, severity: Severity, code: ProblemCode, asked: &str) -> Problem {
        // Lists of ids make an address long without telling more.
        let mut location = format!("{}{asked}", host(&self.place.base));
        if let Some((end, _)) = location.char_indices().nth(200) {
            location.truncate(end);
            location.push('…');
        }
        Problem::new(severity, code).read_from(location)
    }

    /// Notes a problem for the import's report.
    pub fn note(&self, problem: Problem) {
        tracing::info!(?problem, "fetching");
        self.state().manifest.problems.push(problem);
    }

    /// Forgets answers, so that they are asked for again.
    pub fn forget(&self, asked: &[String]) -> Result<(), FetchError> {
        let mut state = self.state();
        asked.iter().try_for_each(|asked| state.pages.forget(asked))
    }

    /// Saves a page that we make of what came, once.
    pub fn save_derived(&self, list: &str, name: &str, body: &[u8]) -> Result<(), FetchError> {
        let mut state = self.state();
        if state.pages.known(name).is_some() {
            return Ok(());
        }
        state.pages.save(list, name, body)
    }

    /// Notes that a list is read, whole or not, under its files' name.
    pub fn finish(
        &self,
        kind: EntityKind,
        files: &str,
        complete: bool,
        total: Option<u64>,
    ) -> Result<(), FetchError> {
        let mut state = self.state();
        let pages = state.pages.count(files);
        let list = state.manifest.lists.entry(kind.plural().to_owned()).or_default();
        list.complete = complete;
        list.pages = pages;
        list.total = total;
        state.pages.write_manifest(&state.manifest)
    }

    /// Notes of which services all connections were read.
    pub fn connections_read(&self, services: impl IntoIterator<Item = String>) {
        self.state().manifest.connections_read.extend(services);
    }

    /// Does something for each, as many at once as the client asks; the first that ends the run ends
    /// it. Progress is told for the list, unless it has no name.
    pub async fn for_each<T, R, F>(
        &self,
        list: &str,
        items: Vec<T>,
        what: impl Fn(T) -> F,
    ) -> Result<Vec<R>, End>
    where
        F: Future<Output = Result<R, End>>,
    {
        let total = u64::try_from(items.len()).ok();
        let mut under_way = stream::iter(items.into_iter().map(what)).buffered(self.at_once());
        let mut results = Vec::new();
        while let Some(result) = under_way.next().await {
            results.push(result?);
            if !list.is_empty() {
                self.progress.advance(list, results.len() as u64, total);
            }
        }
        Ok(results)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The host and port of an address, and never a name or a word of entry.
pub(super) fn host(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}
