//! Tables to take along: as CSV, which everything reads, and as a workbook (XLSX), which offices ask for.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use crate::Error;

/// The longest name that a sheet of a workbook may have, in characters.
const NAME_LIMIT: usize = 31;
/// How wide a column may become, in characters.
const WIDEST: f64 = 60.0;

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// What it is of.
    pub name: String,
    /// The names of its columns.
    pub columns: Vec<String>,
    /// Its rows, each of as many values.
    pub rows: Vec<Vec<Value>>,
    /// What is to be known of it, as that it was cut: after the last row.
    pub note: Option<String>,
}

/// A value in a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// There is none.
    None,
    /// A text.
    Text(String),
    /// A whole number.
    Count(u64),
    /// A number.
    Number(f64),
}

impl From<u64> for Value {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl<T: Into<String>> From<Option<T>> for Value {
    fn from(text: Option<T>) -> Self {
        text.map_or(Self::None, |text| Self::Text(text.into()))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl Value {
    /// A count where there is one.
    #[must_use]
    pub fn count(count: Option<u64>) -> Self {
        count.map_or(Self::None, Self::Count)
    }

    /// A number where there is one, to two places.
    #[must_use]
    pub fn number(number: Option<f64>) -> Self {
        number.map_or(Self::None, |number| Self::Number((number * 100.0).round() / 100.0))
    }

    fn written(&self) -> String {
        match self {
            Self::None => String::new(),
            Self::Text(text) => harmless(text),
            Self::Count(count) => count.to_string(),
            Self::Number(number) => number.to_string(),
        }
    }
}

/// A text that no spreadsheet takes for a formula: what it would take for one gets an apostrophe before it.
#[must_use]
pub fn harmless(text: &str) -> String {
    match text.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') => format!("'{text}"),
        _ => text.to_owned(),
    }
}

impl Sheet {
    /// The table as CSV, with the names of its columns.
    ///
    /// # Errors
    /// Never in practice: it is written to memory.
    pub fn csv(&self) -> Result<String, Error> {
        let fault =
            |error: &dyn std::fmt::Display| Error::Internal(format!("a CSV table: {error}"));
        let mut table = csv::Writer::from_writer(Vec::new());
        table.write_record(&self.columns).map_err(|error| fault(&error))?;
        for row in &self.rows {
            table.write_record(row.iter().map(Value::written)).map_err(|error| fault(&error))?;
        }
        if let Some(note) = &self.note {
            let mut row = vec![harmless(note)];
            row.resize(self.columns.len().max(1), String::new());
            table.write_record(&row).map_err(|error| fault(&error))?;
        }
        let bytes = table.into_inner().map_err(|error| fault(&error))?;
        String::from_utf8(bytes).map_err(|error| fault(&error))
    }

    /// The table as a workbook: names in bold and in sight while one scrolls, numbers as numbers.
    ///
    /// # Errors
    /// When there are more rows or longer texts than a workbook holds.
    pub fn xlsx(&self) -> Result<Vec<u8>, Error> {
        self.workbook().map_err(|error| Error::Refused(format!("no workbook can hold it: {error}")))
    }

    fn workbook(&self) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        let bold = Format::new().set_bold();
        let sheet = workbook.add_worksheet();
        sheet.set_name(sheet_name(&self.name))?;
        sheet.set_freeze_panes(1, 1)?;
        for (column, name) in (0..).zip(&self.columns) {
            sheet.write_string_with_format(0, column, name, &bold)?;
        }
        for (row, values) in (1..).zip(&self.rows) {
            for (column, value) in (0..).zip(values) {
                match value {
                    Value::None => {}
                    Value::Text(text) => {
                        sheet.write_string(row, column, text)?;
                    }
                    Value::Count(count) => {
                        #[expect(
                            clippy::cast_precision_loss,
                            reason = "counts are far below 2^53"
                        )]
                        sheet.write_number(row, column, *count as f64)?;
                    }
                    Value::Number(number) => {
                        sheet.write_number(row, column, *number)?;
                    }
                }
            }
        }
        if let Some(note) = &self.note {
            let last = u32::try_from(self.rows.len()).unwrap_or(u32::MAX).saturating_add(1);
            sheet.write_string_with_format(last, 0, note, &bold)?;
        }
        for (column, width) in (0..).zip(self.widths()) {
            sheet.set_column_width(column, width)?;
        }
        workbook.save_to_buffer()
    }

    /// How wide each column is, in characters.
    fn widths(&self) -> Vec<f64> {
        let width =
            |text: &str| f64::from(u16::try_from(text.chars().count()).unwrap_or(u16::MAX)) + 2.0;
        let widest = |(column, name): (usize, &String)| {
            let values = self.rows.iter().filter_map(|row| row.get(column)).map(Value::written);
            values.map(|text| width(&text)).fold(width(name), f64::max).min(WIDEST)
        };
        self.columns.iter().enumerate().map(widest).collect()
    }
}

/// A name as workbooks take it: without the letters that they forbid, and not too long.
fn sheet_name(name: &str) -> String {
    let fits = name.chars().map(|letter| if "[]:*?/\\'".contains(letter) { ' ' } else { letter });
    fits.take(NAME_LIMIT).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Sheet {
        Sheet {
            name: "Kattavuus: Naantali / kaikki teemat yhdessä".into(),
            columns: vec!["Kunta".into(), "Palveluja".into()],
            rows: vec![
                vec!["=SUM(A1)".into(), Value::Count(3)],
                vec!["Åbo, \"x\"".into(), Value::number(Some(1.234))],
                vec![Value::None, Value::count(None)],
            ],
            note: None,
        }
    }

    #[test]
    fn a_table_is_csv_without_formulas() {
        let csv = sheet().csv().unwrap();
        assert_eq!(csv, "Kunta,Palveluja\n'=SUM(A1),3\n\"Åbo, \"\"x\"\"\",1.23\n,\n");
    }

    #[test]
    fn a_table_that_was_cut_says_so_after_its_last_row() {
        let cut = Sheet { note: Some("=3, ei 9".into()), ..sheet() };
        assert_eq!(cut.csv().unwrap(), format!("{}\"'=3, ei 9\",\n", sheet().csv().unwrap()));
        assert!(cut.xlsx().unwrap().len() > sheet().xlsx().unwrap().len());
    }

    #[test]
    fn a_table_is_a_workbook_whatever_its_name() {
        let bytes = sheet().xlsx().unwrap();
        assert!(bytes.starts_with(b"PK\x03\x04"));
        assert_eq!(sheet_name("a/b:c[d]"), "a b c d");
        assert!(sheet_name(&sheet().name).chars().count() <= NAME_LIMIT);
    }
}
