//! Where marks and names stand in a drawing, so that none covers another.

/// Places for marks that want to stand at their points: each where it wants to, or else as near as there
/// is room. Marks are circles of a diameter; they stay within the drawing's size as far as they can. When
/// there is no room at all, a mark stands at its point.
#[must_use]
pub fn spread(points: &[(f64, f64)], diameter: f64, size: (f64, f64)) -> Vec<(f64, f64)> {
    let mut placed: Vec<(f64, f64)> = Vec::with_capacity(points.len());
    let half = diameter / 2.0;
    let within = |(across, down): (f64, f64)| {
        let fit = |at: f64, all: f64| at.clamp(half.min(all / 2.0), (all - half).max(all / 2.0));
        (fit(across, size.0), fit(down, size.1))
    };
    for point in points {
        let is_free = |at: &(f64, f64)| {
            placed.iter().all(|other| (other.0 - at.0).hypot(other.1 - at.1) >= diameter - 1e-6)
        };
        let around = (0..RINGS).flat_map(|ring| {
            let count = if ring == 0 { 1 } else { ring * 6 };
            (0..count).map(move |step| {
                let angle = std::f64::consts::TAU * f64::from(step) / f64::from(count);
                let away = f64::from(ring) * half * 1.05;
                (angle.cos().mul_add(away, point.0), angle.sin().mul_add(away, point.1))
            })
        });
        let free = around.map(within).find(is_free);
        placed.push(free.unwrap_or_else(|| within(*point)));
    }
    placed
}

/// How far a mark is moved at most, in halves of its diameter.
const RINGS: u32 = 40;

/// The room of a drawing that is taken: rectangles, each from a corner to the other.
#[derive(Debug, Clone, Default)]
pub struct Room {
    taken: Vec<[f64; 4]>,
}

impl Room {
    /// Takes a rectangle around a middle, whether it was free or not.
    pub fn take(&mut self, (across, down): (f64, f64), width: f64, height: f64) {
        let (half, low) = (width / 2.0, height / 2.0);
        self.taken.push([across - half, down - low, across + half, down + low]);
    }

    /// Takes a rectangle around a middle if it is free and within the drawing; says whether.
    pub fn take_if_free(
        &mut self,
        (across, down): (f64, f64),
        width: f64,
        height: f64,
        size: (f64, f64),
    ) -> bool {
        let (half, low) = (width / 2.0, height / 2.0);
        let wanted = [across - half, down - low, across + half, down + low];
        let is_within =
            wanted[0] >= 0.0 && wanted[1] >= 0.0 && wanted[2] <= size.0 && wanted[3] <= size.1;
        let meets = |other: &[f64; 4]| {
            wanted[0] < other[2]
                && other[0] < wanted[2]
                && wanted[1] < other[3]
                && other[1] < wanted[3]
        };
        let is_free = is_within && !self.taken.iter().any(meets);
        if is_free {
            self.taken.push(wanted);
        }
        is_free
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_takes_its_room_once() {
        let mut room = Room::default();
        assert!(room.take_if_free((50.0, 50.0), 40.0, 10.0, (100.0, 100.0)));
        assert!(!room.take_if_free((60.0, 55.0), 40.0, 10.0, (100.0, 100.0)), "taken");
        assert!(!room.take_if_free((10.0, 20.0), 40.0, 10.0, (100.0, 100.0)), "over the edge");
        room.take((50.0, 80.0), 10.0, 10.0);
        assert!(!room.take_if_free((50.0, 80.0), 1.0, 1.0, (100.0, 100.0)));
    }

    #[test]
    fn a_mark_with_room_stands_at_its_point() {
        let points = [(100.0, 100.0), (300.0, 300.0)];
        assert_eq!(spread(&points, 60.0, (800.0, 800.0)), points);
        assert_eq!(spread(&[(0.0, 0.0)], 60.0, (800.0, 800.0)), [(30.0, 30.0)]);
    }

    proptest! {
        #[test]
        fn marks_do_not_cover_each_other_and_stay_in_the_drawing(
            points in proptest::collection::vec((0.0_f64..800.0, 0.0_f64..600.0), 0..21),
        ) {
            let placed = spread(&points, 68.0, (800.0, 600.0));
            prop_assert_eq!(placed.len(), points.len());
            for (number, one) in placed.iter().enumerate() {
                prop_assert!((33.9..=766.1).contains(&one.0) && (33.9..=566.1).contains(&one.1));
                for other in &placed[number + 1..] {
                    prop_assert!((one.0 - other.0).hypot(one.1 - other.1) >= 67.9, "{placed:?}");
                }
            }
        }
    }
}
