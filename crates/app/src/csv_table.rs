//! Tables for spreadsheets, as CSV.

use crate::Error;

/// A table with its line of names. What a spreadsheet would take for a formula gets an apostrophe before it; a number
/// below nought is none.
///
/// # Errors
/// Never in practice: it is written to memory.
pub fn csv(names: &[String], rows: &[Vec<String>]) -> Result<String, Error> {
    let fault = |error: &dyn std::fmt::Display| Error::Internal(format!("a CSV table: {error}"));
    let mut table = csv::Writer::from_writer(Vec::new());
    for row in std::iter::once(names).chain(rows.iter().map(Vec::as_slice)) {
        table.write_record(row.iter().map(|cell| harmless(cell))).map_err(|error| fault(&error))?;
    }
    let bytes = table.into_inner().map_err(|error| fault(&error))?;
    String::from_utf8(bytes).map_err(|error| fault(&error))
}

fn harmless(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_formula && cell.parse::<f64>().is_err() { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_keep_their_text_and_no_formula_runs() {
        let row = ["a;b\"c", "=1+1", "-1.5", "-x", "rivi\ntoinen"].map(str::to_owned);
        let table = csv(&["n".repeat(2)].repeat(5), &[row.to_vec()]).unwrap();
        assert_eq!(table, "nn,nn,nn,nn,nn\n\"a;b\"\"c\",'=1+1,-1.5,'-x,\"rivi\ntoinen\"\n");
    }
}
