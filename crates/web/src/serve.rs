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
    axum::serve(listener, router).with_graceful_shutdown(ended).await
}
