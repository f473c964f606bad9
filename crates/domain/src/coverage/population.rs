//! How many live where: what the program knows by itself, or what a county's own file says of a later day.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};

use crate::reference::{Municipality, municipality};

/// The day of the figures that the program brings along, in [`Municipality::population`].
pub const BUILT_IN_DAY: Date = date(2022, 12, 31);

/// The inhabitants of municipalities on a day, as somebody's own table has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Population {
    day: Date,
    figures: BTreeMap<&'static str, u32>,
}

/// What in a table of inhabitants is not right, with the line, the first being 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PopulationFault {
    /// The first line does not name the columns.
    #[error(
        "line 1: name the columns \"municipality\" and \"population\", with a comma, a semicolon or a tab between"
    )]
    Columns,
    /// A code that is none.
    #[error("line {line}: \"{code}\" is no municipality's code; write three digits, as \"529\"")]
    Municipality {
        /// The line.
        line: usize,
        /// What stands there.
        code: String,
    },
    /// A line with more cells than there are columns, as when a mark stands within a name.
    #[error("line {line}: it has more cells than line 1 has columns")]
    Cells {
        /// The line.
        line: usize,
    },
    /// A figure that is none.
    #[error("line {line}: \"{figure}\" is no number of inhabitants")]
    Figure {
        /// The line.
        line: usize,
        /// What stands there.
        figure: String,
    },
    /// A municipality that is there already.
    #[error("line {line}: the municipality {code} is on line {first} already")]
    Twice {
        /// The line.
        line: usize,
        /// The code.
        code: String,
        /// The line where it is first.
        first: usize,
    },
    /// No municipality at all.
    #[error("no municipality is in it")]
    Empty,
}

impl Population {
    /// Reads a table of which the first line names the columns "municipality" (a code) and "population", and maybe others.
    /// Municipalities that have merged are added to the one of today.
    ///
    /// # Errors
    /// With the first line that is not right.
    pub fn read(table: &str, day: Date) -> Result<Self, PopulationFault> {
        let table = table.trim_start_matches('\u{feff}');
        let mut lines = table.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
        let (head, _) = lines.next().ok_or(PopulationFault::Columns)?;
        let mark = [';', '\t', ','].into_iter().find(|mark| head.contains(*mark));
        let mark = mark.ok_or(PopulationFault::Columns)?;
        let cell = |text: &str| text.trim().trim_matches('"').trim().to_owned();
        let columns: Vec<String> = head.split(mark).map(|it| cell(it).to_lowercase()).collect();
        let column = |name: &str| columns.iter().position(|it| it == name);
        let (Some(code_at), Some(figure_at)) = (column("municipality"), column("population"))
        else {
            return Err(PopulationFault::Columns);
        };
        let (mut figures, mut seen) = (BTreeMap::new(), BTreeMap::new());
        for (text, line) in lines {
            let cells: Vec<String> = text.split(mark).map(cell).collect();
            if cells.len() > columns.len() {
                return Err(PopulationFault::Cells { line });
            }
            let code = cells.get(code_at).cloned().unwrap_or_default();
            let figure = cells.get(figure_at).cloned().unwrap_or_default();
            let Some(place) = municipality(&code) else {
                return Err(PopulationFault::Municipality { line, code });
            };
            if let Some(first) = seen.insert(code.trim_start_matches('0').to_owned(), line) {
                return Err(PopulationFault::Twice { line, code, first });
            }
            let digits: String = figure.chars().filter(|it| !it.is_whitespace()).collect();
            let sum: &mut u32 = figures.entry(place.code).or_default();
            match digits.parse().ok().and_then(|count| sum.checked_add(count)) {
                Some(counted) => *sum = counted,
                None => return Err(PopulationFault::Figure { line, figure }),
            }
        }
        if figures.is_empty() { Err(PopulationFault::Empty) } else { Ok(Self { day, figures }) }
    }

    /// The day of the figures.
    #[must_use]
    pub const fn day(&self) -> Date {
        self.day
    }

    /// How many live in a municipality; none when the table does not tell.
    #[must_use]
    pub fn of(&self, municipality: &Municipality) -> Option<u32> {
        self.figures.get(municipality.code).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(table: &str) -> Result<Population, PopulationFault> {
        Population::read(table, date(2025, 12, 31))
    }

    fn of(population: &Population, code: &str) -> Option<u32> {
        population.of(municipality(code).unwrap())
    }

    #[test]
    fn a_table_is_read_by_the_names_of_its_columns() {
        for table in [
            "municipality,population\n529,20000\n853,201000\n",
            "name;Population;Municipality\nNaantali;20 000;529\nTurku;201\u{a0}000;853\n",
            "\u{feff}\"municipality\"\t\"population\"\r\n\"529\"\t\"20000\"\r\n\r\n\"853\"\t201000",
        ] {
            let population = read(table).unwrap();
            assert_eq!(population.day(), date(2025, 12, 31));
            assert_eq!(
                (of(&population, "529"), of(&population, "853")),
                (Some(20000), Some(201_000))
            );
            assert_eq!(of(&population, "091"), None, "nothing is known");
        }
    }

    #[test]
    fn a_merged_municipality_is_added_to_the_one_of_today() {
        let population = read("municipality,population\n507,5000\n588,1100\n").unwrap();
        assert_eq!(of(&population, "507"), Some(6100));
    }

    #[test]
    fn what_is_not_right_is_named_with_its_line() {
        for (table, named) in [
            ("", "line 1: name the columns"),
            ("529,20000\n", "line 1: name the columns"),
            ("municipality population\n", "line 1: name the columns"),
            ("municipality,population\n", "no municipality is in it"),
            ("municipality,population\n\n999,5\n", "line 3: \"999\" is no municipality's code"),
            ("municipality,population\nNaantali,5\n", "line 2: \"Naantali\" is no municipality's"),
            ("municipality,population\n529,-5\n", "line 2: \"-5\" is no number"),
            (
                "municipality,name,population\n529,\"Naantali, 5\",20000\n",
                "line 2: it has more cells",
            ),
            ("municipality,population\n91,5\n091,6\n", "line 3: the municipality 091 is on line 2"),
            ("municipality,population\n529\n", "line 2: \"\" is no number"),
            ("municipality,population\n529,5.5\n", "line 2: \"5.5\" is no number"),
            ("municipality,population\n529,99999999999\n", "line 2: \"99999999999\" is no number"),
            (
                "municipality,population\n529,5\n853,6\n529,5\n",
                "line 4: the municipality 529 is on line 2",
            ),
        ] {
            let fault = read(table).unwrap_err().to_string();
            assert!(fault.starts_with(named), "{table:?}: {fault}");
        }
    }
}
