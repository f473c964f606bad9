//! Reading a built-in table: tab-separated cells, lines that begin with `#` are its header.

/// Reads the rows of a table, each by `read`. A row with another number of cells, or one that `read`
/// refuses, is left out.
pub(super) fn rows<const CELLS: usize, T>(
    table: &'static str,
    read: impl Fn([&'static str; CELLS]) -> Option<T>,
) -> Vec<T> {
    let mut rows: Vec<T> = lines(table)
        .filter_map(|line| {
            let cells: Vec<&'static str> = line.split('\t').collect();
            read(<[&'static str; CELLS]>::try_from(cells).ok()?)
        })
        .collect();
    // The tables stay as long as the program runs.
    rows.shrink_to_fit();
    rows
}

/// The lines that hold a row.
pub(super) fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The words of a cell that holds several.
pub(super) fn words(cell: &'static str) -> Vec<&'static str> {
    cell.split_ascii_whitespace().collect()
}

/// The number that a code of at most `digits` digits stands for: "91" and "091" are the same.
pub(super) fn number(code: &str, digits: usize) -> Option<usize> {
    let code = code.trim();
    let well_formed =
        (1..=digits).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit());
    if well_formed { code.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_with_another_number_of_cells_is_left_out() {
        let read = rows("# head\n1\ta\n2\n3\tc\td\n4\tb\n", |[code, name]| Some((code, name)));
        assert_eq!(read, [("1", "a"), ("4", "b")]);
    }

    #[test]
    fn a_code_is_a_number_of_few_digits_and_nothing_else() {
        assert_eq!(number("091", 3), Some(91));
        assert_eq!(number(" 91 ", 3), Some(91));
        for code in ["", "0091", "+91", "9a", "９１"] {
            assert_eq!(number(code, 3), None, "{code}");
        }
    }
}
