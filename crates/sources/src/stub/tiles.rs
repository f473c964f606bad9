//! A stand-in for a service of map tiles on the loopback.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinHandle;

use super::wire::{self, Asked};

/// The smallest picture there is of a tile: one green pixel.
pub const PIXEL: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xde\0\0\0\x0cIDATx\xdacPZ\xe5\x02\0\x02\x02\x01\x11\xcf\x18\x95\xdc\0\0\0\0IEND\xaeB`\x82";

/// What the server answers with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TileAnswer {
    /// The status.
    pub status: u16,
    /// Further headers, each with its line end.
    pub headers: String,
    /// The body.
    pub body: Vec<u8>,
}

impl Default for TileAnswer {
    fn default() -> Self {
        let headers = "Content-Type: image/png\r\n".to_owned();
        Self { status: 200, headers, body: PIXEL.to_vec() }
    }
}

/// A server of tiles that runs until it is dropped.
pub struct TileStub {
    address: SocketAddr,
    state: Arc<State>,
    server: JoinHandle<()>,
}

struct State {
    inner: Mutex<(TileAnswer, Vec<Asked>)>,
    count: watch::Sender<usize>,
    /// Answers go out one for each that is here.
    open: Semaphore,
}

impl State {
    fn inner(&self) -> MutexGuard<'_, (TileAnswer, Vec<Asked>)> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl TileStub {
    /// Serves tiles on a port of the loopback that is free.
    ///
    /// # Errors
    /// When the loopback gives no port.
    pub async fn serve() -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let state = Arc::new(State {
            inner: Mutex::default(),
            count: watch::Sender::new(0),
            open: Semaphore::new(Semaphore::MAX_PERMITS / 2),
        });
        let shared = Arc::clone(&state);
        let server = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(answer(stream, Arc::clone(&shared)));
            }
        });
        Ok(Self { address, state, server })
    }

    /// The template of its addresses, with a place for a key.
    #[must_use]
    pub fn template(&self) -> String {
        format!("http://{}/{{z}}/{{y}}/{{x}}.png?api-key={{key}}", self.address)
    }

    /// Changes what it answers with.
    pub fn answer_with(&self, answer: TileAnswer) {
        self.state.inner().0 = answer;
    }

    /// Lets requests come and holds the answers back.
    pub fn hold(&self) {
        self.state.open.forget_permits(Semaphore::MAX_PERMITS);
    }

    /// Lets so many answers go.
    pub fn release(&self, count: usize) {
        self.state.open.add_permits(count);
    }

    /// What was asked so far, in order.
    #[must_use]
    pub fn asked(&self) -> Vec<Asked> {
        self.state.inner().1.clone()
    }

    /// Waits until so many requests have come.
    pub async fn until_asked(&self, count: usize) {
        let mut seen = self.state.count.subscribe();
        // The sender lives as long as `self`.
        let _ = seen.wait_for(|so_far| *so_far >= count).await;
    }
}

impl Drop for TileStub {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn answer(mut stream: TcpStream, state: Arc<State>) {
    // A client that goes away is no fault of the server's.
    let _ = try_answer(&mut stream, &state).await;
}

async fn try_answer(stream: &mut TcpStream, state: &State) -> io::Result<()> {
    let Some(asked) = wire::read(stream).await? else { return Ok(()) };
    let TileAnswer { status, headers, body } = {
        let mut inner = state.inner();
        inner.1.push(asked);
        inner.0.clone()
    };
    state.count.send_modify(|count| *count += 1);
    if let Ok(turn) = state.open.acquire().await {
        turn.forget();
    }
    let head = format!(
        "HTTP/1.1 {status} \r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(&body).await?;
    stream.shutdown().await
}
