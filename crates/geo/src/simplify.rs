//! Fewer points for the same picture. Shapes are simplified together, so that a border that two of them
//! share stays one line and no gap opens between them.

use std::collections::HashMap;

use crate::{Point, Shape};

/// The points that a point is joined to: up to two, or more, when lines meet there.
#[derive(Debug, Clone, Copy, Default)]
struct Joined {
    near: [Option<Point>; 2],
    is_junction: bool,
}

impl Joined {
    fn add(&mut self, point: Point) {
        if self.near.contains(&Some(point)) {
            return;
        }
        match self.near.iter_mut().find(|place| place.is_none()) {
            Some(place) => *place = Some(point),
            None => self.is_junction = true,
        }
    }
}

/// Leaves out the points that lie no farther than so many metres from the line without them
/// (Douglas–Peucker), between the places where lines meet; and islands too small to be seen. Of a shape
/// of small islands alone the largest ring stays.
#[must_use]
pub fn simplify(shapes: &[Shape], tolerance: f64) -> Vec<Shape> {
    let mut joined: HashMap<Point, Joined> = HashMap::new();
    for ring in shapes.iter().flat_map(|shape| &shape.rings) {
        for (place, point) in ring.iter().enumerate() {
            let next = ring[(place + 1) % ring.len()];
            if next != *point {
                joined.entry(*point).or_default().add(next);
                joined.entry(next).or_default().add(*point);
            }
        }
    }
    let is_junction = |point: &Point| joined.get(point).is_some_and(|it| it.is_junction);
    let of_shape = |shape: &Shape| {
        let simple = shape.rings.iter().map(|ring| simple_ring(ring, &is_junction, tolerance));
        let large = |ring: &Vec<Point>| ring.len() >= 3 && area(ring) >= tolerance * tolerance;
        let rings: Vec<Vec<Point>> = simple.filter(large).collect();
        if rings.is_empty() {
            let largest = shape.rings.iter().max_by(|a, b| area(a).total_cmp(&area(b)));
            return Shape { rings: largest.cloned().into_iter().collect() };
        }
        Shape { rings }
    };
    shapes.iter().map(of_shape).collect()
}

/// What a ring encloses, in square metres.
fn area(ring: &[Point]) -> f64 {
    let Some(first) = ring.first() else { return 0.0 };
    let cross = |pair: &[Point]| {
        let ((ax, ay), (bx, by)) = (first.to(pair[0]), first.to(pair[1]));
        ax * by - ay * bx
    };
    (ring.windows(2).map(cross).sum::<f64>() / 2.0).abs()
}

fn simple_ring(
    ring: &[Point],
    is_junction: &impl Fn(&Point) -> bool,
    tolerance: f64,
) -> Vec<Point> {
    let mut junctions: Vec<usize> =
        (0..ring.len()).filter(|place| is_junction(&ring[*place])).collect();
    if junctions.len() < 2 {
        // From the same two points, whichever shape the ring is of and wherever it begins.
        let start = junctions.first().copied();
        let start = start.or_else(|| (0..ring.len()).min_by_key(|place| ring[*place]));
        let Some(start) = start else { return Vec::new() };
        let reach = |place: &usize| (ring[start].distance(ring[*place]), ring[*place]);
        let far = (0..ring.len()).max_by(|a, b| {
            let (a, b) = (reach(a), reach(b));
            a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))
        });
        junctions = vec![start, far.unwrap_or(start)];
        junctions.sort_unstable();
        junctions.dedup();
    }
    let mut simple = Vec::new();
    for (number, start) in junctions.iter().enumerate() {
        let end = junctions[(number + 1) % junctions.len()];
        let length = (end + ring.len() - start - 1) % ring.len() + 1;
        let line: Vec<Point> = (0..=length).map(|step| ring[(start + step) % ring.len()]).collect();
        let line = simple_line(line, tolerance);
        simple.extend(&line[..line.len() - 1]);
    }
    simple.dedup();
    simple
}

/// A line between two fixed ends, simplified alike in both directions.
fn simple_line(mut line: Vec<Point>, tolerance: f64) -> Vec<Point> {
    let is_backwards = line.iter().lt(line.iter().rev());
    if is_backwards {
        line.reverse();
    }
    let mut keeps = vec![false; line.len()];
    let last = line.len().saturating_sub(1);
    keeps[0] = true;
    keeps[last] = true;
    let mut stretches = vec![(0, last)];
    while let Some((start, end)) = stretches.pop() {
        let off = |place: usize| off_line(line[place], line[start], line[end]);
        let farthest = (start + 1..end).max_by(|a, b| off(*a).total_cmp(&off(*b)).then(b.cmp(a)));
        if let Some(place) = farthest.filter(|place| off(*place) > tolerance) {
            keeps[place] = true;
            stretches.extend([(start, place), (place, end)]);
        }
    }
    let mut kept = keeps.into_iter();
    line.retain(|_| kept.next().unwrap_or(true));
    if is_backwards {
        line.reverse();
    }
    line
}

/// How far a point is from the stretch between two others.
fn off_line(point: Point, start: Point, end: Point) -> f64 {
    let ((along_east, along_north), (east, north)) = (start.to(end), start.to(point));
    let length = along_east.mul_add(along_east, along_north * along_north);
    if length == 0.0 {
        return east.hypot(north);
    }
    let part = (east.mul_add(along_east, north * along_north) / length).clamp(0.0, 1.0);
    part.mul_add(-along_east, east).hypot(part.mul_add(-along_north, north))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn point(east: i32, north: i32) -> Point {
        Point { east, north }
    }

    /// Two fields side by side, with a crooked border of these offsets between them.
    fn fields(offsets: &[i32]) -> [Shape; 2] {
        let step = 100;
        let border: Vec<Point> = offsets
            .iter()
            .zip(1..)
            .map(|(offset, place)| point(1000 + offset, step * place))
            .collect();
        let top = step * (i32::try_from(offsets.len()).unwrap() + 1);
        let mut left = vec![point(0, 0), point(1000, 0)];
        left.extend(&border);
        left.extend([point(1000, top), point(0, top)]);
        let mut right = vec![point(2000, top), point(1000, top)];
        right.extend(border.iter().rev());
        right.extend([point(1000, 0), point(2000, 0)]);
        [Shape { rings: vec![left] }, Shape { rings: vec![right] }]
    }

    #[test]
    fn points_that_nobody_sees_go_and_corners_stay() {
        let [left, _] = fields(&[1, -1, 0, 2]);
        let simple = simplify(&[left], 10.0);
        let corners = vec![point(0, 0), point(1000, 0), point(1000, 500), point(0, 500)];
        assert_eq!(simple[0].rings.len(), 1);
        let mut ring = simple[0].rings[0].clone();
        ring.sort_unstable();
        let mut sorted = corners;
        sorted.sort_unstable();
        assert_eq!(ring, sorted);
    }

    #[test]
    fn small_islands_go_but_a_shape_does_not() {
        let square = |at: i32, side: i32| {
            vec![point(at, 0), point(at + side, 0), point(at + side, side), point(at, side)]
        };
        let islands = Shape { rings: vec![square(0, 1000), square(5000, 5)] };
        let alone = Shape { rings: vec![square(9000, 5), square(9100, 6)] };
        let simple = simplify(&[islands, alone], 50.0);
        assert_eq!(simple[0].rings, [square(0, 1000)]);
        assert_eq!(simple[1].rings, [square(9100, 6)]);
        assert_eq!(simplify(&[Shape::default()], 1.0), [Shape::default()]);
    }

    proptest! {
        #[test]
        fn a_border_that_two_share_stays_one_line(
            offsets in proptest::collection::vec(-400_i32..400, 0..40),
            tolerance in 0.0_f64..300.0,
        ) {
            let simple = simplify(&fields(&offsets), tolerance);
            let border = |shape: &Shape| {
                let mut on: Vec<Point> = shape.rings[0].clone();
                on.retain(|it| (600..1400).contains(&it.east));
                on.sort_unstable();
                on
            };
            prop_assert_eq!(border(&simple[0]), border(&simple[1]));
        }

        #[test]
        fn no_point_is_farther_from_the_simple_line_than_allowed(
            points in proptest::collection::vec((0_i32..5000, 0_i32..5000), 2..60),
            tolerance in 0.0_f64..500.0,
        ) {
            let line: Vec<Point> = points.into_iter().map(|(e, n)| point(e, n)).collect();
            let simple = simple_line(line.clone(), tolerance);
            prop_assert_eq!((simple[0], simple.last()), (line[0], line.last()));
            for one in &line {
                let nearest = simple.windows(2).map(|pair| off_line(*one, pair[0], pair[1]));
                prop_assert!(nearest.fold(f64::MAX, f64::min) <= tolerance + 1e-6);
            }
        }

        #[test]
        fn any_rings_are_borne(
            rings in proptest::collection::vec(
                proptest::collection::vec((0_i32..50, 0_i32..50), 0..12), 0..5),
            tolerance in 0.0_f64..40.0,
        ) {
            let ring = |ring: Vec<(i32, i32)>| ring.into_iter().map(|(e, n)| point(e, n)).collect();
            let shape = Shape { rings: rings.into_iter().map(ring).collect() };
            let points = |shapes: &[Shape]| shapes.iter().flat_map(|it| &it.rings).flatten().count();
            let simple = simplify(std::slice::from_ref(&shape), tolerance);
            prop_assert!(points(&simple) <= points(&[shape]));
        }
    }
}
