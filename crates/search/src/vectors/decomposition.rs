//! The rows of a sparse matrix in few dimensions: a truncated singular value decomposition by
//! subspace iteration from a random beginning (Halko, Martinsson, Tropp: "Finding structure with
//! randomness", 2011).

use super::matrix::{Dense, Sparse};

/// Columns beyond the wanted ones, which make the last of those exact enough.
const SPARE: usize = 10;
/// How often the subspace is refined.
const ROUNDS: usize = 2;

/// The left singular vectors, a row for each of the matrix's, and the singular values, the largest
/// first. There are fewer dimensions than asked for when the matrix is small.
pub fn decompose(matrix: &Sparse, dimensions: usize) -> (Dense, Vec<f32>) {
    let limit = matrix.rows().min(matrix.columns());
    let width = (dimensions + SPARE).min(limit);
    let mut space = matrix.times(&Dense::random(matrix.columns(), width)).orthonormal();
    for _ in 0..ROUNDS {
        let across = matrix.transposed_times(&space).orthonormal();
        space = matrix.times(&across).orthonormal();
    }
    let (squares, turned) = matrix.transposed_times(&space).gram().eigen();
    let dimensions = dimensions.min(width);
    #[expect(clippy::cast_possible_truncation, reason = "single precision is enough here")]
    let values = squares[..dimensions].iter().map(|square| square.max(0.0).sqrt() as f32).collect();
    (space.times(&turned, dimensions), values)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sum of the products of two rows.
    fn product(a: &[f32], b: &[f32]) -> f32 {
        a.iter().zip(b).map(|(a, b)| a * b).sum()
    }

    #[test]
    fn a_matrix_of_two_ranks_comes_back_from_two_dimensions() {
        let mut matrix = Sparse::new(30);
        let value = |row: u32, column: u32| {
            f32::from(u8::from(row % 2 == column % 2))
                * (if row.is_multiple_of(2) { 3.0 } else { 1.0 })
        };
        for row in 0..40 {
            matrix.push_row((0..30).map(|column| (column, value(row, column))));
        }
        let (left, values) = decompose(&matrix, 2);
        let right = matrix.transposed_times(&left);
        assert!((values[0] - 3.0 * 300.0_f32.sqrt()).abs() < 1e-2, "{values:?}");
        assert!((values[1] - 300.0_f32.sqrt()).abs() < 1e-2, "{values:?}");
        for row in 0..40 {
            for column in 0..30 {
                let found = product(left.row(row as usize), right.row(column as usize));
                assert!((found - value(row, column)).abs() < 1e-3, "{row} {column}: {found}");
            }
        }
    }

    #[test]
    fn a_matrix_without_rows_or_values_has_no_dimensions_or_only_zeros() {
        assert_eq!(decompose(&Sparse::new(5), 4).1, Vec::<f32>::new());
        let mut blank = Sparse::new(5);
        blank.push_row([]);
        blank.push_row([]);
        let (left, values) = decompose(&blank, 4);
        assert!(values.iter().chain(left.row(0)).all(|value| *value == 0.0));
    }
}
