//! Asking over HTTP, politely and without trust: few questions at once, waits between tries, an end
//! to every wait and every size, no redirects, and nothing taken for a page that is not whole JSON.

use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use reqwest::header::{CONTENT_TYPE, HeaderMap, RETRY_AFTER};
use reqwest::{RequestBuilder, Response, StatusCode, redirect};
use serde::de::IgnoredAny;
use tokio::sync::Semaphore;

use super::waiting::{self, Limits, RealWaiting, Waiting};

/// A client for any number of sources.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    limits: Limits,
    waiting: Arc<dyn Waiting>,
    turns: Arc<Semaphore>,
}

/// The client cannot be made: the contact cannot stand in a header, or TLS cannot be set up.
#[derive(Debug, thiserror::Error)]
#[error("the HTTP client cannot be made: {0}")]
pub struct ClientError(#[from] reqwest::Error);

/// What the source said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Answer {
    /// A page: whole JSON.
    Page(Vec<u8>),
    /// It has no such thing; the body may say why.
    NotFound(Vec<u8>),
}

/// Why there is no answer after all tries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Failure {
    /// The source stumbled over the question (500) or its gateway gave up (504): a smaller
    /// question may do.
    Stumbled(String),
    /// The answer cannot be used.
    Failed(String),
    /// The answer is not JSON.
    Unreadable(String),
    /// Asking on is of no use.
    Stop(String),
}

/// How long a question is insisted on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Patience {
    /// All tries.
    Long,
    /// Two tries of what a smaller question could mend.
    Short,
}

/// What went wrong with one try.
struct Fault {
    kind: FaultKind,
    said: String,
    after: Option<Duration>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum FaultKind {
    /// The network, or the source is busy.
    Busy,
    GatewayTimeout,
    ServerError,
    NotJson,
    Refused,
    NoEntry,
}

impl Fault {
    fn new(kind: FaultKind, said: impl Into<String>) -> Self {
        Self { kind, said: said.into(), after: None }
    }

    fn of_network(error: reqwest::Error) -> Self {
        let said = if error.is_timeout() {
            "no answer in time".to_owned()
        } else if error.is_connect() {
            format!("cannot connect: {}", innermost(&error))
        } else {
            format!("the answer broke off: {}", innermost(&error.without_url()))
        };
        Self::new(FaultKind::Busy, said)
    }

    fn tries(&self, limits: &Limits, patience: Patience) -> u32 {
        match self.kind {
            FaultKind::Busy => limits.tries,
            FaultKind::GatewayTimeout if patience == Patience::Long => limits.tries,
            FaultKind::GatewayTimeout | FaultKind::ServerError | FaultKind::NotJson => {
                limits.tries.min(2)
            }
            FaultKind::Refused | FaultKind::NoEntry => 1,
        }
    }

    fn into_failure(self) -> Failure {
        match self.kind {
            FaultKind::GatewayTimeout | FaultKind::ServerError => Failure::Stumbled(self.said),
            FaultKind::Busy | FaultKind::Refused => Failure::Failed(self.said),
            FaultKind::NotJson => Failure::Unreadable(self.said),
            FaultKind::NoEntry => Failure::Stop(self.said),
        }
    }
}

impl Client {
    /// A client that says who it is; `contact` is an address or an e-mail for the source's operators.
    ///
    /// # Errors
    /// When the contact cannot stand in a header.
    pub fn new(contact: Option<&str>) -> Result<Self, ClientError> {
        Self::with(Limits::default(), Arc::new(RealWaiting), contact)
    }

    /// A client with limits and waiting of one's own.
    ///
    /// # Errors
    /// When the contact cannot stand in a header.
    pub fn with(
        limits: Limits,
        waiting: Arc<dyn Waiting>,
        contact: Option<&str>,
    ) -> Result<Self, ClientError> {
        let version = env!("CARGO_PKG_VERSION");
        let agent = match contact {
            Some(contact) => format!("tarjotin/{version} (+{contact})"),
            None => format!("tarjotin/{version}"),
        };
        let http = reqwest::Client::builder()
            .user_agent(agent)
            .redirect(redirect::Policy::none())
            .connect_timeout(limits.connect)
            .read_timeout(limits.idle)
            .timeout(limits.total)
            .build()?;
        let turns = Arc::new(Semaphore::new(limits.at_once.max(1)));
        Ok(Self { http, limits, waiting, turns })
    }

    pub(super) fn limits(&self) -> &Limits {
        &self.limits
    }

    pub(super) fn request(&self, url: reqwest::Url) -> RequestBuilder {
        self.http.get(url)
    }

    /// Asks until there is an answer, or no hope of one. `began` is when the run began, `now` what
    /// the clock showed then.
    pub(super) async fn ask(
        &self,
        question: &RequestBuilder,
        patience: Patience,
        (began, now): (Instant, Timestamp),
        sent: impl Fn(),
    ) -> Result<Answer, Failure> {
        let Ok(_turn) = self.turns.acquire().await else {
            return Err(Failure::Stop("the client is closed".to_owned()));
        };
        let mut tries = 0;
        loop {
            if began.elapsed() >= self.limits.run {
                return Err(Failure::Stop("the run took too long".to_owned()));
            }
            let Some(question) = question.try_clone() else {
                return Err(Failure::Stop("the question cannot be repeated".to_owned()));
            };
            sent();
            tries += 1;
            let fault = match self.try_once(question, began, now).await {
                Ok(answer) => return Ok(answer),
                Err(fault) => fault,
            };
            if tries >= fault.tries(&self.limits, patience) {
                return Err(fault.into_failure());
            }
            let wait = waiting::before_try(tries, self.waiting.jitter());
            let wait = fault.after.unwrap_or_default().max(wait);
            if fault.after.is_some_and(|after| after > self.limits.retry_after) {
                let seconds = wait.as_secs();
                return Err(Failure::Stop(format!("{}, asks to wait {seconds} s", fault.said)));
            }
            tracing::debug!(tries, said = fault.said, "asking again");
            self.waiting.pause(wait).await;
        }
    }

    async fn try_once(
        &self,
        question: RequestBuilder,
        began: Instant,
        now: Timestamp,
    ) -> Result<Answer, Fault> {
        let response = question.send().await.map_err(Fault::of_network)?;
        let status = response.status();
        if status == StatusCode::OK {
            must_be_json(response.headers())?;
            let body = self.body(response).await?;
            must_be_whole(&body)?;
            return Ok(Answer::Page(body));
        }
        if status == StatusCode::NOT_FOUND && must_be_json(response.headers()).is_ok() {
            return Ok(Answer::NotFound(self.body(response).await?));
        }
        let kind = match status.as_u16() {
            401 | 403 => FaultKind::NoEntry,
            408 | 429 | 502 | 503 => FaultKind::Busy,
            504 => FaultKind::GatewayTimeout,
            500 => FaultKind::ServerError,
            _ => FaultKind::Refused,
        };
        let now = now + began.elapsed();
        let after = response
            .headers()
            .get(RETRY_AFTER)
            .and_then(|value| waiting::retry_after(value.to_str().ok()?, now));
        Err(Fault { kind, said: format!("answered {}", status.as_u16()), after })
    }

    /// The body, unpacked, up to the limit.
    async fn body(&self, mut response: Response) -> Result<Vec<u8>, Fault> {
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(Fault::of_network)? {
            if body.len() + chunk.len() > self.limits.body {
                let said = format!("the answer is longer than {} bytes", self.limits.body);
                return Err(Fault::new(FaultKind::Refused, said));
            }
            body.extend_from_slice(&chunk);
        }
        Ok(body)
    }
}

/// What the error came of, at the bottom; reqwest's own words repeat the address.
fn innermost(error: &dyn std::error::Error) -> String {
    let mut cause = error;
    while let Some(deeper) = cause.source() {
        cause = deeper;
    }
    cause.to_string()
}

fn must_be_json(headers: &HeaderMap) -> Result<(), Fault> {
    let found = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("none");
    let essence = found.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if essence.ends_with("/json") || essence.ends_with("+json") {
        return Ok(());
    }
    // A login or maintenance page is often gone at the next try.
    Err(Fault::new(FaultKind::Busy, format!("answered 200 with content type {essence}")))
}

/// The text without a byte order mark.
pub(super) fn without_mark(body: &[u8]) -> &[u8] {
    body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body)
}

/// An object or a list, closed. Characters are not looked at: a bad one costs its record, not the
/// page.
fn must_be_whole(body: &[u8]) -> Result<(), Fault> {
    let text = without_mark(body).trim_ascii_start();
    match text.first() {
        None => return Err(Fault::new(FaultKind::Busy, "the answer is empty")),
        Some(b'{' | b'[') => {}
        Some(_) => return Err(Fault::new(FaultKind::NotJson, "the answer is not JSON")),
    }
    match serde_json::from_slice::<IgnoredAny>(text) {
        Ok(IgnoredAny) => Ok(()),
        Err(error) if error.is_eof() => {
            Err(Fault::new(FaultKind::Busy, "the answer broke off in the middle"))
        }
        Err(error) => Err(Fault::new(FaultKind::NotJson, format!("not JSON: {error}"))),
    }
}
