//! Work that takes long and that no reader waits for: checks of the whole catalogue, its index, its counts.

use std::io;
use std::sync::LazyLock;

use tokio::runtime::{Builder, Runtime};

use crate::Error;

/// How far behind others such work is, as `nice` counts: it gets a tenth of what they do, so that on a busy machine
/// it takes long, but comes to its end.
#[cfg(target_os = "linux")]
const BEHIND: i32 = 10;
/// The most pieces of it that are done at once: an import is read while another of these goes on.
const AT_ONCE: usize = 8;

/// The threads that do it. They are used again: memory that one frees, the next piece of work takes.
static THREADS: LazyLock<io::Result<Runtime>> = LazyLock::new(|| {
    let mut threads = Builder::new_current_thread();
    threads.thread_name("background").max_blocking_threads(AT_ONCE).on_thread_start(give_way);
    threads.build()
});

/// Does the work on a thread which takes the processor when those that answer readers leave it.
///
/// # Errors
/// When the machine gives no thread, or the work panics.
pub(crate) async fn run<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Error> {
    let failed =
        |reason: &dyn std::fmt::Display| Error::Internal(format!("background work: {reason}"));
    let threads = THREADS.as_ref().map_err(|error| failed(error))?;
    threads.spawn_blocking(work).await.map_err(|error| failed(&error))
}

/// Puts this thread, and those that it starts, behind others. There is no way back to the front without
/// the rights of an administrator, so no thread that does other work is put there.
#[cfg(target_os = "linux")]
fn give_way() {
    // Linux takes a thread for what the standard calls a process here.
    if let Err(error) = rustix::process::setpriority_process(None, BEHIND) {
        tracing::debug!("background work runs beside all else: {error}");
    }
}

#[cfg(not(target_os = "linux"))]
fn give_way() {}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    #[tokio::test]
    async fn what_the_work_makes_is_given_back() {
        assert_eq!(run(|| 6 * 7).await.unwrap(), 42);
    }

    #[tokio::test]
    async fn work_that_panics_is_an_error_for_whoever_waits() {
        let answer = run(|| -> u8 { panic!("as the test wants it") }).await;
        assert!(matches!(answer, Err(Error::Internal(_))), "{answer:?}");
    }

    #[cfg(target_os = "linux")]
    #[tokio::test]
    async fn the_work_and_the_threads_that_it_starts_give_way_to_all_others() {
        let of_this_thread = || rustix::process::getpriority_process(None);
        let own = of_this_thread();
        let both = run(move || {
            let started = thread::spawn(of_this_thread).join();
            (of_this_thread(), started.ok())
        });
        assert_eq!(both.await.unwrap(), (Ok(BEHIND), Some(Ok(BEHIND))));
        assert_eq!(of_this_thread(), own, "the pool's threads stay where they were");
    }
}
