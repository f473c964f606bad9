//! How long the client waits: for an answer, before it tries again, and when it gives up.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::time::Duration;

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use jiff::fmt::rfc2822;

/// The client's limits.
#[derive(Debug, Clone)]
pub struct Limits {
    /// To connect.
    pub connect: Duration,
    /// Between two pieces of an answer.
    pub idle: Duration,
    /// From the question to the end of the answer.
    pub total: Duration,
    /// The most bytes of an answer, unpacked. PTV's largest real page is some 1.4 MB.
    pub body: usize,
    /// Questions under way at once.
    pub at_once: usize,
    /// Tries of a question that gateways or the network fail.
    pub tries: u32,
    /// The longest `Retry-After` that is waited for; a longer one ends the run.
    pub retry_after: Duration,
    /// The whole run.
    pub run: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            idle: Duration::from_secs(30),
            total: Duration::from_mins(2),
            body: 32 * 1024 * 1024,
            at_once: 4,
            tries: 5,
            retry_after: Duration::from_mins(2),
            run: Duration::from_hours(6),
        }
    }
}

/// Waiting between tries, so that tests need not wait.
pub trait Waiting: Send + Sync {
    /// Waits.
    fn pause(&self, duration: Duration) -> BoxFuture<'static, ()>;

    /// The next number from 0 to 1 by which a wait is shortened, so that many clients do not come
    /// back at once.
    fn jitter(&self) -> f64;
}

/// Waiting by the clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct RealWaiting;

impl Waiting for RealWaiting {
    fn pause(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(tokio::time::sleep(duration))
    }

    fn jitter(&self) -> f64 {
        // Every new hasher of the standard library has a key of its own: random enough for this.
        let bits = RandomState::new().build_hasher().finish();
        f64::from(u32::try_from(bits >> 32).unwrap_or_default()) / f64::from(u32::MAX)
    }
}

/// The wait before the next try: 1, 2, 4 … seconds, at most 30, of which the jitter takes up to half.
pub fn before_try(tries_so_far: u32, jitter: f64) -> Duration {
    let whole = Duration::from_secs(1 << tries_so_far.saturating_sub(1).min(5));
    whole.min(Duration::from_secs(30)).mul_f64(1.0 - jitter.clamp(0.0, 1.0) / 2.0)
}

/// Reads a `Retry-After`: seconds or an HTTP date. What is neither, or is past, says nothing.
pub fn retry_after(value: &str, now: Timestamp) -> Option<Duration> {
    let value = value.trim();
    if let Ok(seconds) = value.parse::<u64>() {
        return Some(Duration::from_secs(seconds));
    }
    let until = rfc2822::DateTimeParser::new().parse_timestamp(value).ok()?;
    Duration::try_from(until.duration_since(now)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_half_a_minute_and_jitter_shortens_them() {
        let seconds = [1, 2, 3, 4, 5, 6, 40].map(|tries| before_try(tries, 0.0).as_secs());
        assert_eq!(seconds, [1, 2, 4, 8, 16, 30, 30]);
        assert_eq!(before_try(3, 1.0), Duration::from_secs(2));
    }

    #[test]
    fn retry_after_is_seconds_or_a_coming_date() {
        let now: Timestamp = "2026-11-24T03:30:00Z".parse().unwrap();
        let cases = [
            ("1", Some(1)),
            ("86400", Some(86_400)),
            ("Tue, 24 Nov 2026 03:31:00 GMT", Some(60)),
            ("Tue, 24 Nov 2026 03:29:00 GMT", None),
            ("-5", None),
            ("soon", None),
            ("", None),
        ];
        for (value, expected) in cases {
            assert_eq!(retry_after(value, now).map(|wait| wait.as_secs()), expected, "{value:?}");
        }
    }

    #[test]
    fn jitter_is_a_share() {
        assert!((0..100).all(|_| (0.0..=1.0).contains(&RealWaiting.jitter())));
    }
}
