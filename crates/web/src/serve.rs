//! Serving: the site on a listening socket, until it is told to end.

use std::future::Future;
use std::io;

use axum::Router;
use tokio::net::TcpListener;

/// Answers requests until `ended` is ready; those under way are then answered to their end.
///
/// # Errors
/// When the socket fails.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    ended: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    // The router itself as the service would be copied for each connection, every route of it with all that is
    // around it: tens of thousands of pieces, over a megabyte, for as long as the connection lasts.
    axum::serve(listener, router.into_make_service()).with_graceful_shutdown(ended).await
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::task::{Context, Poll};

    use axum::extract::Request;
    use axum::response::Response;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpStream;
    use tower::Service;

    use super::*;

    /// A route that counts how often it is copied.
    struct Counted(Arc<AtomicUsize>);

    impl Clone for Counted {
        fn clone(&self) -> Self {
            self.0.fetch_add(1, Ordering::Relaxed);
            Self(Arc::clone(&self.0))
        }
    }

    impl Service<Request> for Counted {
        type Response = Response;
        type Error = Infallible;
        type Future = std::future::Ready<Result<Response, Infallible>>;

        fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
            Poll::Ready(Ok(()))
        }

        fn call(&mut self, _: Request) -> Self::Future {
            std::future::ready(Ok(Response::default()))
        }
    }

    #[tokio::test]
    async fn a_connection_copies_no_routes_that_it_does_not_ask_for() {
        let copies = Arc::new(AtomicUsize::new(0));
        let route = Counted(Arc::clone(&copies));
        let router = (0..50).fold(Router::new(), |router, number| {
            router.route_service(&format!("/{number}"), route.clone())
        });
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let serving = tokio::spawn(serve(listener, router, std::future::pending()));
        let ask = async || {
            let mut connection = TcpStream::connect(address).await.unwrap();
            let request = b"GET /7 HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
            connection.write_all(request).await.unwrap();
            let mut answer = Vec::new();
            connection.read_to_end(&mut answer).await.unwrap();
            assert!(answer.starts_with(b"HTTP/1.1 200"), "{answer:?}");
        };
        ask().await;
        let before = copies.load(Ordering::Relaxed);
        ask().await;
        let more = copies.load(Ordering::Relaxed) - before;
        assert!(more < 10, "{more} copies for one request");
        serving.abort();
    }
}
