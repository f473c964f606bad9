//! Rings as an SVG path, in few bytes.

use std::fmt::Write as _;

/// The `d` of an SVG path of rings, in whole units and relative steps, without steps that go nowhere. A
/// ring that has become less than a triangle is left out.
#[must_use]
pub fn path(rings: &[Vec<(f64, f64)>]) -> String {
    let mut path = String::new();
    for ring in rings {
        let mut places: Vec<(i32, i32)> =
            ring.iter().map(|it| (whole(it.0), whole(it.1))).collect();
        places.dedup();
        if places.first() == places.last() {
            places.pop();
        }
        if places.len() < 3 {
            continue;
        }
        path.push('M');
        let mut at = (0, 0);
        for (number, place) in places.into_iter().enumerate() {
            let step = (place.0 - at.0, place.1 - at.1);
            match number {
                0 => {}
                1 => path.push('l'),
                _ if step.0 >= 0 => path.push(' '),
                _ => {}
            }
            // A minus sign parts numbers as well as a space does.
            let separator = if step.1 < 0 { "" } else { " " };
            _ = write!(path, "{}{separator}{}", step.0, step.1);
            at = place;
        }
        path.push('z');
    }
    path
}

#[expect(clippy::cast_possible_truncation, reason = "clamped")]
fn whole(units: f64) -> i32 {
    units.round().clamp(-1e6, 1e6) as i32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_path_is_relative_and_short() {
        let triangle = vec![(10.2, 20.0), (13.0, 16.4), (13.0, 16.0), (8.0, 16.0), (10.0, 20.0)];
        assert_eq!(path(&[triangle]), "M10 20l3-4-5 0z");
        assert_eq!(path(&[vec![(0.0, 0.0), (0.2, 0.1), (5.0, 0.0)], vec![]]), "");
    }

    proptest! {
        #[test]
        fn a_path_leads_through_the_same_places(
            ring in proptest::collection::vec((-500_i32..500, -500_i32..500), 3..20),
        ) {
            let mut expected = ring.clone();
            expected.dedup();
            if expected.first() == expected.last() {
                expected.pop();
            }
            prop_assume!(expected.len() >= 3);
            let places = ring.iter().map(|it| (f64::from(it.0), f64::from(it.1))).collect();
            let drawn = path(&[places]);
            // What a reader of paths does: a minus begins a number, everything else parts them.
            let spaced = drawn.replace('-', " -").replace(['M', 'l', 'z'], " ");
            let numbers: Vec<i32> = spaced.split_whitespace().map(|it| it.parse().unwrap()).collect();
            let mut at = (0, 0);
            let read: Vec<(i32, i32)> = numbers
                .chunks(2)
                .map(|step| {
                    at = (at.0 + step[0], at.1 + step[1]);
                    at
                })
                .collect();
            prop_assert_eq!(read, expected);
        }
    }
}
