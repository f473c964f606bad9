//! The list as a table (CSV), for a spreadsheet and back.
//!
//! Spreadsheets differ in what they write: commas, semicolons or tabs, a mark at the file's beginning
//! or none. Whatever it is, the first line names the columns.

use csv::{ReaderBuilder, StringRecord, Trim, WriterBuilder};
use domain::Language;
use domain::search_list::{Draft, Entry};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::{App, Error};

/// The columns in the order in which they are written.
const COLUMNS: [&str; 7] = ["kind", "language", "phrase", "target", "note", "author", "date"];
/// No list is longer than this.
const MOST_BYTES: usize = 16 << 20;
/// What some programs begin a UTF-8 file with.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// A line of the table.
pub(super) struct Row {
    draft: Draft,
    date: String,
}

impl Row {
    /// The entry of the line.
    pub(super) fn entry(mut self, importer: &str, now: Timestamp) -> Result<Entry, String> {
        if self.draft.author.trim().is_empty() {
            importer.clone_into(&mut self.draft.author);
        }
        let added = instant(&self.date, now)?;
        self.draft.validate(added).map_err(|refusal| refusal.to_string())
    }
}

/// A line's number, and what it says or what is wrong with it.
type Line = (u64, Result<Row, String>);

/// The list as a table: UTF-8, commas, the names of the columns in the first line.
pub async fn export(app: &App) -> Result<String, Error> {
    let failed = |error: &dyn std::fmt::Display| Error::Internal(format!("the table: {error}"));
    let mut table = WriterBuilder::new().from_writer(Vec::new());
    table.write_record(COLUMNS).map_err(|error| failed(&error))?;
    for entry in super::list(app).await? {
        let record = [
            entry.kind.name(),
            entry.language.map_or("", Language::code),
            &entry.phrase,
            &entry.target,
            &entry.note,
            &entry.author,
            &entry.added.to_string(),
        ];
        table.write_record(record).map_err(|error| failed(&error))?;
    }
    let bytes = table.into_inner().map_err(|error| failed(&error))?;
    String::from_utf8(bytes).map_err(|error| failed(&error))
}

/// The lines of a table with their numbers, each read or with its fault.
pub(super) fn read(table: &[u8]) -> Result<Vec<Line>, Error> {
    if table.len() > MOST_BYTES {
        return Err(Error::Refused(format!(
            "the table has more than {} MB: it is no list of words",
            MOST_BYTES >> 20
        )));
    }
    let text = text_of(table.strip_prefix(MARK).unwrap_or(table))?;
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter(text))
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .from_reader(text.as_bytes());
    let mut records = reader.records();
    let named = match records.next() {
        Some(Ok(named)) => columns(&named)?,
        Some(Err(error)) => return Err(Error::Refused(format!("line 1: {error}"))),
        None => return Err(Error::Refused(format!("the table is empty: {}", wanted()))),
    };
    let mut rows = Vec::new();
    for record in records {
        let record = record.map_err(|error| Error::Refused(error.to_string()))?;
        let line = record.position().map_or(0, csv::Position::line);
        if record.iter().any(|value| !value.is_empty()) {
            rows.push((line, row(&record, &named)));
        }
    }
    Ok(rows)
}

fn text_of(bytes: &[u8]) -> Result<&str, Error> {
    std::str::from_utf8(bytes).map_err(|error| {
        let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        let line = before.matches('\n').count() + 1;
        Error::Refused(format!(
            "line {line} is not written in UTF-8: save the table as \"CSV UTF-8\""
        ))
    })
}

/// What parts the values: what there is most of in the first line.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |mark: u8| first.matches(char::from(mark)).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|mark| count(*mark)).unwrap_or(b',')
}

/// Which of our columns each column of the table is.
fn columns(named: &StringRecord) -> Result<Vec<usize>, Error> {
    let mut places = Vec::new();
    for name in named {
        let place = COLUMNS.iter().position(|column| column.eq_ignore_ascii_case(name));
        match place {
            Some(place) if places.contains(&place) => {
                return Err(Error::Refused(format!("line 1: the column {name} is there twice")));
            }
            Some(place) => places.push(place),
            None => {
                let name: String = name.chars().take(40).collect();
                return Err(Error::Refused(format!(
                    "line 1: {name:?} is no column of the list: {}",
                    wanted()
                )));
            }
        }
    }
    for needed in ["kind", "phrase", "target"] {
        if !places.iter().any(|place| COLUMNS[*place] == needed) {
            return Err(Error::Refused(format!(
                "line 1: the column {needed} is missing: {}",
                wanted()
            )));
        }
    }
    Ok(places)
}

fn wanted() -> String {
    format!("the first line names the columns, {}", COLUMNS.join(","))
}

fn row(record: &StringRecord, columns: &[usize]) -> Result<Row, String> {
    if record.len() != columns.len() {
        return Err(format!(
            "it has {} values where the first line has {} columns; a value with the mark between \
             columns in it stands in quotes",
            record.len(),
            columns.len()
        ));
    }
    let mut values: [String; COLUMNS.len()] = Default::default();
    for (place, value) in columns.iter().zip(record) {
        value.clone_into(&mut values[*place]);
    }
    let [kind, language, phrase, target, note, author, date] = values;
    Ok(Row { draft: Draft { kind, language, phrase, target, note, author }, date })
}

/// An instant as we write it, or a day as people and spreadsheets do; blank is now.
fn instant(text: &str, now: Timestamp) -> Result<Timestamp, String> {
    if text.is_empty() {
        return Ok(now);
    }
    if let Ok(instant) = text.parse::<Timestamp>() {
        // As the database keeps it.
        return Ok(Timestamp::from_microsecond(instant.as_microsecond()).unwrap_or(instant));
    }
    let day = text.parse::<Date>().or_else(|_| Date::strptime("%d.%m.%Y", text));
    let day = day.ok().and_then(|day| {
        let zone = TimeZone::get("Europe/Helsinki").unwrap_or(TimeZone::UTC);
        day.to_zoned(zone).ok()
    });
    day.map(|day| day.timestamp()).ok_or_else(|| {
        let text: String = text.chars().take(40).collect();
        format!("{text:?} is no date: write 2026-11-25 or 25.11.2026, or leave it empty")
    })
}
