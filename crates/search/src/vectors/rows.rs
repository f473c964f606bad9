//! Vectors as they are kept: a byte a dimension.

/// Vectors of one width, by number.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rows {
    dimensions: usize,
    /// The vectors, one after another.
    values: Vec<i8>,
    /// What each must be multiplied by to be 1 long; 0 for one that points nowhere.
    scales: Vec<f32>,
}

impl Rows {
    /// No vectors, of so many dimensions.
    pub const fn new(dimensions: usize) -> Self {
        Self { dimensions, values: Vec::new(), scales: Vec::new() }
    }

    /// The vectors of these values; nothing when they do not come out even.
    pub fn of_values(dimensions: usize, values: Vec<i8>) -> Option<Self> {
        if !values.len().is_multiple_of(dimensions) {
            return None;
        }
        let scales = values.chunks_exact(dimensions.max(1)).map(scale).collect();
        Some(Self { dimensions, values, scales })
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.scales.len()
    }

    /// Adds a vector's direction.
    pub fn push(&mut self, vector: &[f32]) {
        let largest = vector.iter().fold(0.0_f32, |largest, value| largest.max(value.abs()));
        let factor = if largest > f32::MIN_POSITIVE { 127.0 / largest } else { 0.0 };
        #[expect(clippy::cast_possible_truncation, reason = "within −127…127")]
        let values = vector.iter().map(|value| (value * factor).round() as i8);
        let start = self.values.len();
        self.values.extend(values);
        self.scales.push(scale(&self.values[start..]));
    }

    /// Adds a vector of others.
    pub fn push_row(&mut self, others: &Self, row: usize) {
        self.values.extend_from_slice(others.values_of(row));
        self.scales.push(others.scales.get(row).copied().unwrap_or(0.0));
    }

    /// A vector, not of length 1; nothing for a number that there is not.
    fn values_of(&self, row: usize) -> &[i8] {
        let start = row.saturating_mul(self.dimensions);
        self.values.get(start..start.saturating_add(self.dimensions)).unwrap_or_default()
    }

    /// The vectors' values, one vector after another.
    pub fn values(&self) -> &[i8] {
        &self.values
    }

    /// How many dimensions they have.
    pub const fn dimensions(&self) -> usize {
        self.dimensions
    }

    /// Writes a multiple of a vector, taken to be 1 long, over what is in `vector`.
    pub fn write(&self, vector: &mut [f32], row: usize, factor: f32) {
        let factor = factor * self.scales.get(row).copied().unwrap_or(0.0);
        for (to, value) in vector.iter_mut().zip(self.values_of(row)) {
            *to = factor * f32::from(*value);
        }
    }

    /// Adds a multiple of a vector, taken to be 1 long.
    pub fn add_to(&self, sum: &mut [f32], row: usize, factor: f32) {
        let factor = factor * self.scales.get(row).copied().unwrap_or(0.0);
        for (sum, value) in sum.iter_mut().zip(self.values_of(row)) {
            *sum += factor * f32::from(*value);
        }
    }

    /// The cosine of a vector's angle with a direction.
    pub fn cosine(&self, row: usize, other: &Direction) -> f32 {
        let scale = self.scales.get(row).copied().unwrap_or(0.0);
        bounded(product(self.values_of(row), &other.values) * scale * other.scale)
    }

    /// The cosines of some vectors' angles with a direction. The vectors lie far from each other in
    /// memory: to fetch all and then to compare them is faster than to wait for each.
    pub fn cosines(&self, rows: impl Iterator<Item = usize>, other: &Direction) -> Vec<f32> {
        let mut fetched = Self::new(self.dimensions);
        for row in rows {
            fetched.values.extend_from_slice(self.values_of(row));
            fetched.scales.push(self.scales.get(row).copied().unwrap_or(0.0));
            fetched.values.resize(fetched.scales.len() * self.dimensions, 0);
        }
        (0..fetched.scales.len()).map(|row| fetched.cosine(row, other)).collect()
    }

    /// A vector, ready to be compared.
    pub fn direction(&self, row: usize) -> Direction {
        let values = self.values_of(row).iter().map(|value| i16::from(*value)).collect();
        Direction { values, scale: self.scales.get(row).copied().unwrap_or(0.0) }
    }

    /// The rows nearest to a direction, of those whose cosine is no less, the nearest first.
    pub fn nearest(&self, to: &Direction, limit: usize, least: f32) -> Vec<(u32, f32)> {
        let order = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        let mut found: Vec<(u32, f32)> = (0..)
            .zip(0..self.len())
            .map(|(number, row)| (number, self.cosine(row, to)))
            .filter(|(_, cosine)| *cosine >= least)
            .collect();
        if limit < found.len() {
            found.select_nth_unstable_by(limit, order);
            found.truncate(limit);
        }
        found.sort_unstable_by(order);
        found
    }

    /// What they hold in memory, in bytes.
    pub const fn memory_bytes(&self) -> usize {
        self.values.capacity() + 4 * self.scales.capacity()
    }
}

/// What a row must be multiplied by to be 1 long.
fn scale(row: &[i8]) -> f32 {
    let square: f32 = row.iter().map(|value| f32::from(*value) * f32::from(*value)).sum();
    if square > 0.0 { square.sqrt().recip() } else { 0.0 }
}

/// Rounding may carry a cosine out of its bounds.
const fn bounded(cosine: f32) -> f32 {
    cosine.clamp(-1.0, 1.0)
}

#[expect(clippy::cast_precision_loss, reason = "single precision is enough here")]
fn product(row: &[i8], other: &[i16]) -> f32 {
    const WIDTH: usize = 32;
    // As many numbers of sixteen bits at a time are what the compiler makes wide instructions of.
    let (rows, row_rest) = row.as_chunks::<WIDTH>();
    let (others, other_rest) = other.as_chunks::<WIDTH>();
    let multiply = |a: i8, b: i16| i32::from(i16::from(a)) * i32::from(b);
    let mut sum = 0;
    for (row, other) in rows.iter().zip(others) {
        sum += (0..WIDTH).map(|place| multiply(row[place], other[place])).sum::<i32>();
    }
    let rest = row_rest.iter().zip(other_rest).map(|(a, b)| multiply(*a, *b));
    (sum + rest.sum::<i32>()) as f32
}

/// Where a vector points, ready to be compared with many.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Direction {
    values: Vec<i16>,
    scale: f32,
}

/// The largest value of a direction: with as many dimensions as there may be, products stay below 2³¹.
const DIRECTION_LIMIT: f32 = 2_047.0;

impl Direction {
    /// Where a vector points.
    pub fn of(vector: &[f32]) -> Self {
        let largest = vector.iter().fold(0.0_f32, |largest, value| largest.max(value.abs()));
        let factor = if largest > f32::MIN_POSITIVE { DIRECTION_LIMIT / largest } else { 0.0 };
        #[expect(clippy::cast_possible_truncation, reason = "within −2047…2047")]
        let values: Vec<i16> = vector.iter().map(|value| (value * factor).round() as i16).collect();
        let square: f32 = values.iter().map(|value| f32::from(*value) * f32::from(*value)).sum();
        let scale = if square > 0.0 { square.sqrt().recip() } else { 0.0 };
        Self { values, scale }
    }

    /// Whether it points nowhere.
    pub fn is_nowhere(&self) -> bool {
        self.scale == 0.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The cosine of two vectors' angle in full precision.
    fn cosine(a: &[f32], b: &[f32]) -> f32 {
        let product = |a: &[f32], b: &[f32]| -> f32 { a.iter().zip(b).map(|(a, b)| a * b).sum() };
        product(a, b) / (product(a, a) * product(b, b)).sqrt()
    }

    fn vector() -> impl Strategy<Value = Vec<f32>> {
        prop::collection::vec(-10.0_f32..10.0, 64)
            .prop_filter("points nowhere", |vector| vector.iter().any(|value| value.abs() > 0.1))
    }

    proptest! {
        #[test]
        fn a_cosine_of_bytes_is_near_the_true_one_and_within_its_bounds(
            one in vector(),
            other in vector(),
        ) {
            let mut rows = Rows::new(64);
            rows.push(&one);
            rows.push(&other);
            let found = rows.cosine(0, &Direction::of(&other));
            prop_assert!((found - cosine(&one, &other)).abs() < 0.02, "{found}");
            let between = rows.cosine(0, &rows.direction(1));
            prop_assert!((found - between).abs() < 0.02);
            prop_assert!((between - rows.cosine(1, &rows.direction(0))).abs() < 1e-6);
            prop_assert!((-1.0..=1.0).contains(&rows.cosine(0, &rows.direction(0))));
        }

        #[test]
        fn any_vector_gives_a_cosine_within_its_bounds(
            values in prop::collection::vec(any::<f32>(), 8),
            other in prop::collection::vec(any::<f32>(), 8),
        ) {
            let mut rows = Rows::new(8);
            rows.push(&values);
            let cosine = rows.cosine(0, &Direction::of(&other));
            prop_assert!((-1.0..=1.0).contains(&cosine), "{cosine}");
        }

        #[test]
        fn the_nearest_are_those_of_the_highest_cosines(
            all in prop::collection::vec(prop::collection::vec(-10.0_f32..10.0, 4), 1..40),
            limit in 0_usize..10,
            least in -1.0_f32..1.0,
        ) {
            let mut rows = Rows::new(4);
            for one in &all {
                rows.push(one);
            }
            let to = rows.direction(0);
            let mut expected: Vec<(u32, f32)> = (0..)
                .zip(0..all.len())
                .map(|(number, row)| (number, rows.cosine(row, &to)))
                .filter(|(_, cosine)| *cosine >= least)
                .collect();
            expected.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            expected.truncate(limit);
            prop_assert_eq!(rows.nearest(&to, limit, least), expected);
        }
    }

    #[test]
    fn what_points_nowhere_is_near_to_nothing() {
        let mut rows = Rows::new(2);
        rows.push(&[0.0, 0.0]);
        rows.push(&[1.0, 2.0]);
        assert!(rows.direction(0).is_nowhere() && !rows.direction(1).is_nowhere());
        assert!(rows.cosine(1, &rows.direction(0)).abs() < f32::EPSILON);
        assert!(rows.cosine(7, &rows.direction(1)).abs() < f32::EPSILON);
    }
}
