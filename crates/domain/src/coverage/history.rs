//! From versions to spans: what held from when to when.

use jiff::Timestamp;

/// Something as it was from a time on; none while it was not offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version<T> {
    /// From when on.
    pub since: Timestamp,
    /// What it was.
    pub value: Option<T>,
}

/// Something that held over a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span<T> {
    /// From when on.
    pub since: Timestamp,
    /// Until when, not included; none of what holds today.
    pub until: Option<Timestamp>,
    /// What held.
    pub value: T,
}

/// What held at a time, of versions in the order of their times; of several of one time the last.
#[must_use]
pub fn at<T>(versions: &[Version<T>], time: Timestamp) -> Option<&T> {
    let after = versions.partition_point(|version| version.since <= time);
    versions[..after].last().and_then(|version| version.value.as_ref())
}

/// The times at which any of several things changed, each once, in order.
#[must_use]
pub fn breaks(times: impl IntoIterator<Item = Timestamp>) -> Vec<Timestamp> {
    let mut times: Vec<Timestamp> = times.into_iter().collect();
    times.sort_unstable();
    times.dedup();
    times
}

/// The spans of what is worked out at each of these times, in order: what stays the same over several is one.
pub fn spans<T: PartialEq>(
    times: &[Timestamp],
    mut value_at: impl FnMut(Timestamp) -> Option<T>,
) -> Vec<Span<T>> {
    let mut spans: Vec<Span<T>> = Vec::new();
    for &since in times {
        let value = value_at(since);
        let open = spans.last_mut().filter(|span| span.until.is_none());
        match (open, value) {
            (Some(open), Some(value)) if open.value == value => {}
            (open, value) => {
                if let Some(open) = open {
                    open.until = Some(since);
                }
                spans.extend(value.map(|value| Span { since, until: None, value }));
            }
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn second(number: i64) -> Timestamp {
        Timestamp::from_second(number).unwrap()
    }

    fn version(since: i64, value: Option<u8>) -> Version<u8> {
        Version { since: second(since), value }
    }

    #[test]
    fn what_held_is_the_last_version_until_then() {
        let versions =
            [version(1, Some(1)), version(3, None), version(5, Some(2)), version(5, Some(3))];
        let told: Vec<_> = (0..7).map(|time| at(&versions, second(time)).copied()).collect();
        assert_eq!(told, [None, Some(1), Some(1), None, None, Some(3), Some(3)]);
    }

    #[test]
    fn what_stays_the_same_is_one_span_and_what_was_gone_is_a_gap() {
        let values = [(1, Some(7)), (2, Some(7)), (3, None), (4, None), (5, Some(7)), (6, Some(8))];
        let times: Vec<_> = values.iter().map(|(time, _)| second(*time)).collect();
        let found = spans(&times, |time| {
            values.iter().find(|(at, _)| second(*at) == time).and_then(|(_, value)| *value)
        });
        let told: Vec<_> = found
            .iter()
            .map(|span| (span.since.as_second(), span.until.map(Timestamp::as_second), span.value))
            .collect();
        assert_eq!(told, [(1, Some(3), 7), (5, Some(6), 7), (6, None, 8)]);
    }

    proptest! {
        /// At every time the spans say what the versions say, and no two of them touch with one value.
        #[test]
        fn spans_say_what_versions_say(values in prop::collection::vec((0_i64..40, prop::option::of(0_u8..3)), 0..20)) {
            let mut values = values;
            values.sort_by_key(|(time, _)| *time);
            let versions: Vec<_> = values.iter().map(|(time, value)| version(*time, *value)).collect();
            let times = breaks(versions.iter().map(|version| version.since));
            let found = spans(&times, |time| at(&versions, time).copied());
            for time in 0..45 {
                let time = second(time);
                let holds = |span: &&Span<u8>| span.since <= time && span.until.is_none_or(|until| time < until);
                prop_assert!(found.iter().filter(holds).count() <= 1);
                prop_assert_eq!(found.iter().find(holds).map(|span| span.value), at(&versions, time).copied());
            }
            for pair in found.windows(2) {
                prop_assert!(pair[0].until != Some(pair[1].since) || pair[0].value != pair[1].value);
            }
        }
    }
}
