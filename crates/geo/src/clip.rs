//! What of a ring lies within a window (Sutherland–Hodgman).

/// The part of a ring that lies within the rectangle from `low` to `high`; empty where none does. Points
/// are places in a drawing. Edges along the rectangle's sides may run where the ring does not: make it
/// larger than what is seen.
#[must_use]
pub fn clip(ring: &[(f64, f64)], low: (f64, f64), high: (f64, f64)) -> Vec<(f64, f64)> {
    let left = cut(ring, |it| it.0 - low.0);
    let right = cut(&left, |it| high.0 - it.0);
    let top = cut(&right, |it| it.1 - low.1);
    cut(&top, |it| high.1 - it.1)
}

/// What of a ring lies on the side where `depth` is not negative. It is linear in the place.
fn cut(ring: &[(f64, f64)], depth: impl Fn((f64, f64)) -> f64) -> Vec<(f64, f64)> {
    let mut kept = Vec::with_capacity(ring.len());
    let Some(mut before) = ring.last().copied() else { return kept };
    for place in ring.iter().copied() {
        let (was, is) = (depth(before), depth(place));
        if (was < 0.0) != (is < 0.0) {
            let part = was / (was - is);
            let between = |from: f64, to: f64| (to - from).mul_add(part, from);
            kept.push((between(before.0, place.0), between(before.1, place.1)));
        }
        if is >= 0.0 {
            kept.push(place);
        }
        before = place;
    }
    kept
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_ring_is_cut_at_the_window() {
        let square = [(-5.0, -5.0), (5.0, -5.0), (5.0, 5.0), (-5.0, 5.0)];
        let mut cut = clip(&square, (0.0, 0.0), (10.0, 10.0));
        cut.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        assert_eq!(cut, [(0.0, 0.0), (0.0, 5.0), (5.0, 0.0), (5.0, 5.0)]);
        assert!(clip(&square, (6.0, 6.0), (10.0, 10.0)).is_empty());
        assert!(clip(&[], (0.0, 0.0), (1.0, 1.0)).is_empty());
    }

    proptest! {
        #[test]
        fn nothing_is_left_outside_and_what_is_inside_is_as_it_was(
            ring in proptest::collection::vec((-100.0_f64..200.0, -100.0_f64..200.0), 0..30),
        ) {
            let inside = |it: &(f64, f64)| {
                (-1e-6..=100.0 + 1e-6).contains(&it.0) && (-1e-6..=100.0 + 1e-6).contains(&it.1)
            };
            let cut = clip(&ring, (0.0, 0.0), (100.0, 100.0));
            prop_assert!(cut.iter().all(inside), "{cut:?}");
            if ring.iter().all(|it| (0.0..=100.0).contains(&it.0) && (0.0..=100.0).contains(&it.1)) {
                prop_assert_eq!(cut, ring);
            } else {
                let within = |it: &&(f64, f64)| (0.0..=100.0).contains(&it.0) && (0.0..=100.0).contains(&it.1);
                prop_assert!(ring.iter().filter(within).all(|it| cut.contains(it)));
            }
        }
    }
}
