//! Just enough of matrices: a sparse one by rows, dense ones of few columns, and what the
//! decomposition needs of them. One thread and a fixed order of sums: the same numbers in give the
//! same bytes out.

/// A sparse matrix, row after row.
#[derive(Debug, Default)]
pub struct Sparse {
    columns: usize,
    ends: Vec<usize>,
    entries: Vec<(u32, f32)>,
}

impl Sparse {
    /// A matrix without rows, of so many columns.
    pub const fn new(columns: usize) -> Self {
        Self { columns, ends: Vec::new(), entries: Vec::new() }
    }

    /// Adds a row: columns with their values.
    pub fn push_row(&mut self, entries: impl IntoIterator<Item = (u32, f32)>) {
        self.entries.extend(entries);
        self.ends.push(self.entries.len());
    }

    /// How many rows it has.
    pub const fn rows(&self) -> usize {
        self.ends.len()
    }

    /// How many columns it has.
    pub const fn columns(&self) -> usize {
        self.columns
    }

    /// The rows, in order.
    pub fn iter(&self) -> impl Iterator<Item = &[(u32, f32)]> {
        let starts = [0].into_iter().chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.entries[start..*end])
    }

    /// This matrix times a dense one.
    pub fn times(&self, other: &Dense) -> Dense {
        let mut product = Dense::zero(self.rows(), other.width);
        for (entries, sum) in self.iter().zip(product.iter_mut()) {
            for (column, value) in entries {
                add(sum, *value, other.row(*column as usize));
            }
        }
        product
    }

    /// This matrix, its rows taken for columns, times a dense one.
    pub fn transposed_times(&self, other: &Dense) -> Dense {
        let mut product = Dense::zero(self.columns, other.width);
        for (entries, row) in self.iter().zip(other.iter()) {
            for (column, value) in entries {
                add(product.row_mut(*column as usize), *value, row);
            }
        }
        product
    }
}

/// A dense matrix, row after row.
#[derive(Debug, Clone, PartialEq)]
pub struct Dense {
    width: usize,
    values: Vec<f32>,
}

impl Dense {
    /// A matrix of zeros.
    pub fn zero(rows: usize, width: usize) -> Self {
        Self { width, values: vec![0.0; rows * width] }
    }

    /// A matrix of numbers in −1…1 that look random and are always the same.
    pub fn random(rows: usize, width: usize) -> Self {
        let mut state = 0_u64;
        let values = (0..rows * width).map(|_| scattered(&mut state)).collect();
        Self { width, values }
    }

    /// How many columns it has.
    pub const fn width(&self) -> usize {
        self.width
    }

    /// The rows, in order.
    pub fn iter(&self) -> impl Iterator<Item = &[f32]> {
        self.values.chunks_exact(self.width.max(1))
    }

    fn iter_mut(&mut self) -> impl Iterator<Item = &mut [f32]> {
        self.values.chunks_exact_mut(self.width.max(1))
    }

    /// A row.
    pub fn row(&self, row: usize) -> &[f32] {
        &self.values[row * self.width..(row + 1) * self.width]
    }

    /// A row, to be changed.
    pub fn row_mut(&mut self, row: usize) -> &mut [f32] {
        &mut self.values[row * self.width..(row + 1) * self.width]
    }

    /// The products of its columns with each other.
    pub fn gram(&self) -> Square {
        /// Rows that are summed in single precision before the sum goes on in double.
        const ROWS: usize = 64;
        let mut gram = Square::zero(self.width);
        let mut block = vec![0.0_f32; self.width * self.width];
        for rows in self.values.chunks(ROWS * self.width.max(1)) {
            for row in rows.chunks_exact(self.width) {
                for (value, sums) in row.iter().zip(block.chunks_exact_mut(self.width)) {
                    add(sums, *value, row);
                }
            }
            for (sum, value) in gram.values.iter_mut().zip(&mut block) {
                *sum += f64::from(std::mem::take(value));
            }
        }
        gram
    }

    /// Each row times a matrix, of which only the first `width` columns are wanted.
    pub fn times(&self, other: &Square, width: usize) -> Self {
        let width = width.min(other.size);
        let columns = Self { width, values: other.first_columns(width) };
        let mut product = Self::zero(self.values.len() / self.width.max(1), width);
        for (row, sum) in self.iter().zip(product.iter_mut()) {
            for (value, column) in row.iter().zip(columns.iter()) {
                add(sum, *value, column);
            }
        }
        product
    }

    /// The same space with columns of length 1 that stand upright on each other; a column that says
    /// nothing beside the others becomes 0.
    pub fn orthonormal(&self) -> Self {
        self.times(&self.gram().inverse_root(), self.width)
    }
}

/// Adds a multiple of a row.
pub fn add(sum: &mut [f32], factor: f32, row: &[f32]) {
    for (sum, value) in sum.iter_mut().zip(row) {
        *sum += factor * value;
    }
}

/// The next number in −1…1 (SplitMix64).
fn scattered(state: &mut u64) -> f32 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut bits = *state;
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^= bits >> 31;
    #[expect(clippy::cast_precision_loss, reason = "24 bits fit")]
    let unit = (bits >> 40) as f32 / (1_u32 << 23) as f32;
    unit - 1.0
}

/// A small square matrix in double precision.
#[derive(Debug, Clone)]
pub struct Square {
    size: usize,
    values: Vec<f64>,
}

/// What a value must be beside the largest to be more than a rounding error.
const NOTHING: f64 = 1e-6;
/// What is left beside the diagonal when a matrix counts as turned.
const TURNED: f64 = 1e-10;
/// The most rounds of rotations; far fewer are needed.
const ROUNDS: usize = 30;

impl Square {
    fn zero(size: usize) -> Self {
        Self { size, values: vec![0.0; size * size] }
    }

    fn one(size: usize) -> Self {
        let mut one = Self::zero(size);
        for place in 0..size {
            *one.at(place, place) = 1.0;
        }
        one
    }

    fn at(&mut self, row: usize, column: usize) -> &mut f64 {
        &mut self.values[row * self.size + column]
    }

    fn get(&self, row: usize, column: usize) -> f64 {
        self.values[row * self.size + column]
    }

    fn first_columns(&self, width: usize) -> Vec<f32> {
        #[expect(clippy::cast_possible_truncation, reason = "single precision is enough here")]
        let single = |value: &f64| *value as f32;
        self.values
            .chunks(self.size.max(1))
            .flat_map(|row| row[..width].iter().map(single))
            .collect()
    }

    fn largest(&self) -> f64 {
        (0..self.size).map(|place| self.get(place, place)).fold(0.0, f64::max)
    }

    /// For the products of columns: what the columns must be multiplied by to be orthonormal
    /// (Cholesky's factor, inverted). Columns that depend on others are multiplied by 0.
    fn inverse_root(&self) -> Self {
        let (size, least) = (self.size, NOTHING * self.largest());
        let mut root = Self::zero(size);
        for row in 0..size {
            for column in 0..=row {
                let known: f64 = (0..column).map(|k| root.get(row, k) * root.get(column, k)).sum();
                let left = self.get(row, column) - known;
                let pivot = root.get(column, column);
                *root.at(row, column) = if row == column {
                    if left > least { left.sqrt() } else { 0.0 }
                } else if pivot > 0.0 {
                    left / pivot
                } else {
                    0.0
                };
            }
        }
        // The inverse of the factor's transpose, column by column from below.
        let mut inverse = Self::zero(size);
        for column in (0..size).filter(|place| root.get(*place, *place) > 0.0) {
            *inverse.at(column, column) = 1.0 / root.get(column, column);
            for row in (0..column).rev().filter(|place| root.get(*place, *place) > 0.0) {
                let known: f64 =
                    (row + 1..=column).map(|k| root.get(k, row) * inverse.get(k, column)).sum();
                *inverse.at(row, column) = -known / root.get(row, row);
            }
        }
        inverse
    }

    /// For a symmetric matrix: its eigenvalues, the largest first, and the eigenvectors as columns
    /// in the same order, by Jacobi's rotations.
    pub fn eigen(&self) -> (Vec<f64>, Self) {
        let size = self.size;
        let mut rest = self.clone();
        // Row by row: the eigenvectors while they are turned.
        let mut vectors = Self::one(size);
        for _ in 0..ROUNDS {
            let mut is_done = true;
            let least = TURNED * rest.largest();
            for low in 0..size {
                for high in low + 1..size {
                    if rest.get(low, high).abs() > least {
                        is_done = false;
                        rest.rotate(&mut vectors, low, high);
                    }
                }
            }
            if is_done {
                break;
            }
        }
        let mut order: Vec<usize> = (0..size).collect();
        order.sort_by(|a, b| rest.get(*b, *b).total_cmp(&rest.get(*a, *a)).then(a.cmp(b)));
        let mut columns = Self::zero(size);
        for (place, from) in order.iter().enumerate() {
            for row in 0..size {
                *columns.at(row, place) = vectors.get(*from, row);
            }
        }
        (order.into_iter().map(|place| rest.get(place, place)).collect(), columns)
    }

    /// Makes the value at a row and a column 0 by turning the two.
    fn rotate(&mut self, vectors: &mut Self, low: usize, high: usize) {
        let tilt = (self.get(high, high) - self.get(low, low)) / (2.0 * self.get(low, high));
        let tangent = tilt.signum() / (tilt.abs() + tilt.hypot(1.0));
        let cosine = 1.0 / tangent.hypot(1.0);
        let sine = tangent * cosine;
        for k in 0..self.size {
            let (a, b) = (self.get(k, low), self.get(k, high));
            *self.at(k, low) = cosine * a - sine * b;
            *self.at(k, high) = sine * a + cosine * b;
        }
        for matrix in [self, vectors] {
            for k in 0..matrix.size {
                let (a, b) = (matrix.get(low, k), matrix.get(high, k));
                *matrix.at(low, k) = cosine * a - sine * b;
                *matrix.at(high, k) = sine * a + cosine * b;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_orthonormal_matrix_has_upright_columns_of_length_one_and_zeros_for_what_depends() {
        let mut matrix = Dense::random(200, 8);
        for row in 0..200 {
            matrix.row_mut(row)[5] = matrix.row(row)[1] - 2.0 * matrix.row(row)[3];
        }
        let gram = matrix.orthonormal().gram();
        for row in 0..8 {
            for column in 0..8 {
                let expected = f64::from(u8::from(row == column && row != 5));
                let found = gram.get(row, column);
                assert!((found - expected).abs() < 1e-4, "{row} {column}: {found}");
            }
        }
    }

    #[test]
    fn eigenvectors_are_only_stretched_by_their_matrix() {
        let gram = Dense::random(50, 12).gram();
        let (values, vectors) = gram.eigen();
        assert!(values.is_sorted_by(|a, b| a >= b));
        for (place, value) in values.iter().enumerate() {
            for row in 0..12 {
                let product: f64 = (0..12).map(|k| gram.get(row, k) * vectors.get(k, place)).sum();
                assert!((product - value * vectors.get(row, place)).abs() < 1e-5);
            }
        }
    }

    #[test]
    fn a_sparse_product_is_the_dense_one() {
        let mut sparse = Sparse::new(3);
        sparse.push_row([(0, 1.0), (2, 2.0)]);
        sparse.push_row([]);
        let mut other = Dense::zero(3, 1);
        other.row_mut(0)[0] = 5.0;
        other.row_mut(2)[0] = 7.0;
        let product = sparse.times(&other);
        assert_eq!((product.row(0), product.row(1)), (&[19.0][..], &[0.0][..]));
        let back = sparse.transposed_times(&product);
        assert_eq!((back.row(0), back.row(1), back.row(2)), (&[19.0][..], &[0.0][..], &[38.0][..]));
    }
}
