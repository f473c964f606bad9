//! Work that takes long and that no reader waits for: checks of the whole catalogue, its index, its counts.

use std::thread;

use tokio::sync::oneshot;

use crate::Error;

/// Does the work on a thread of its own, which takes the processor when those that answer readers leave it.
///
/// # Errors
/// When the machine gives no thread, or the work panics.
pub(crate) async fn run<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Error> {
    let (done, answer) = oneshot::channel();
    let doing = move || {
        give_way();
        // Whoever waited has gone where nobody takes it.
        let _ = done.send(work());
    };
    let failed =
        |reason: &dyn std::fmt::Display| Error::Internal(format!("background work: {reason}"));
    let started = thread::Builder::new().name("background".to_owned()).spawn(doing);
    started.map_err(|error| failed(&error))?;
    answer.await.map_err(|_| failed(&"it ended of a fault"))
}

/// Puts this thread, and those that it starts, behind all others. There is no way back to the front without
/// the rights of an administrator, so no thread of a pool is put there.
#[cfg(target_os = "linux")]
fn give_way() {
    const LAST: i32 = 19;
    // Linux takes a thread for what the standard calls a process here.
    if let Err(error) = rustix::process::setpriority_process(None, LAST) {
        tracing::debug!("background work runs beside all else: {error}");
    }
}

#[cfg(not(target_os = "linux"))]
fn give_way() {}

#[cfg(test)]
mod tests {
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
        assert_eq!(both.await.unwrap(), (Ok(19), Some(Ok(19))));
        assert_eq!(of_this_thread(), own, "the pool's threads stay where they were");
    }
}
