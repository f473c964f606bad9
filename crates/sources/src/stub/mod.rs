//! A stand-in for PTV on the loopback, for tests: the real APIs' addresses, paging and filters over
//! records of the test's own, and one fault per request where the test wants one.
//!
//! It speaks HTTP/1.1 by hand, because most faults are breaches of it. The same server answers as
//! v11 and as v12, by the address that is asked; a test gives it records of the one form.

mod content;
mod faults;
mod tiles;
mod v11;
mod v12;
mod wire;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

pub use content::Content;
pub use faults::{Fault, When};
pub use tiles::{PIXEL, TileAnswer, TileStub};
pub use wire::Asked;

/// A server that runs until it is dropped.
pub struct Stub {
    address: SocketAddr,
    state: Arc<State>,
    server: JoinHandle<()>,
}

/// What the server answers from.
struct State {
    inner: Mutex<Inner>,
    count: watch::Sender<usize>,
}

struct Inner {
    content: Content,
    faults: Vec<faults::Planned>,
    asked: Vec<Asked>,
}

impl State {
    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Stub {
    /// Serves records on a port of the loopback that is free.
    ///
    /// # Errors
    /// When the loopback gives no port.
    pub async fn serve(content: Content) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let inner = Inner { content, faults: Vec::new(), asked: Vec::new() };
        let state = Arc::new(State { inner: Mutex::new(inner), count: watch::Sender::new(0) });
        let shared = Arc::clone(&state);
        let server = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(wire::answer(stream, Arc::clone(&shared)));
            }
        });
        Ok(Self { address, state, server })
    }

    /// The server's address, e.g. `http://127.0.0.1:40001`.
    #[must_use]
    pub fn base(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Plans a fault.
    pub fn fault(&self, when: When, fault: Fault) {
        self.state.inner().faults.push(faults::Planned { when, fault });
    }

    /// Takes all faults back.
    pub fn mend(&self) {
        self.state.inner().faults.clear();
    }

    /// Changes the records.
    pub fn change(&self, change: impl FnOnce(&mut Content)) {
        change(&mut self.state.inner().content);
    }

    /// What was asked so far, in order.
    #[must_use]
    pub fn asked(&self) -> Vec<Asked> {
        self.state.inner().asked.clone()
    }

    /// Forgets what was asked.
    pub fn forget_asked(&self) {
        self.state.inner().asked.clear();
    }

    /// Waits until so many requests have come since the server began.
    pub async fn until_asked(&self, count: usize) {
        let mut seen = self.state.count.subscribe();
        // The sender lives as long as `self`.
        let _ = seen.wait_for(|so_far| *so_far >= count).await;
    }
}

impl Drop for Stub {
    fn drop(&mut self) {
        self.server.abort();
    }
}
