//! SQLite's FTS5, in a file of its own: words as `unicode61` cuts them, looked for by the beginning that
//! their Snowball stem is, any of them; bm25 with weights. One statement gives hits and counts.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Result;
use domain::Language;
use rusqlite::{Connection, params};
use search::Document;
use tempfile::TempDir;

use super::{Answer, Engine, Group, Question, Searcher, places};
use crate::words::{Words, asked};

const TABLES: &str = "
    PRAGMA journal_mode = off;
    PRAGMA synchronous = off;
    CREATE TABLE service (number INTEGER PRIMARY KEY, id TEXT NOT NULL);
    CREATE TABLE theme (service INTEGER, theme INTEGER, PRIMARY KEY (service, theme)) WITHOUT ROWID;
    CREATE TABLE place (service INTEGER, place INTEGER, PRIMARY KEY (service, place)) WITHOUT ROWID;
    CREATE VIRTUAL TABLE words USING fts5 (
        name, label, summary, rest,
        content = '', prefix = '3 4 5', tokenize = 'unicode61'
    );
";
const SEARCH: &str = "
    WITH found AS MATERIALIZED (
        SELECT rowid AS number, bm25(words, 10, 10, 5, 1) AS score FROM words WHERE words MATCH ?1
    ), best AS MATERIALIZED (SELECT number FROM found ORDER BY score LIMIT ?2)
    SELECT 0, service.id, 0 FROM best JOIN service USING (number)
    UNION ALL
    SELECT 1, theme, count(*) FROM found JOIN theme ON service = number GROUP BY theme
    UNION ALL
    SELECT 2, place, count(*) FROM found JOIN place ON service = number GROUP BY place
";

/// The database.
pub struct Sqlite {
    folder: TempDir,
}

impl Sqlite {
    /// The database of services.
    pub fn build(services: impl Iterator<Item = Document>) -> Result<(Self, Duration)> {
        let engine = Self { folder: tempfile::tempdir()? };
        let mut database = engine.open()?;
        database.execute_batch(TABLES)?;
        let mut time = Duration::ZERO;
        let transaction = database.transaction()?;
        for (number, service) in (1_i64..).zip(services) {
            let texts = Group::ALL.map(|group| group.text(&service, &Language::ALL));
            let begun = Instant::now();
            let run = |statement: &str, values: &[&dyn rusqlite::ToSql]| {
                transaction.prepare_cached(statement)?.execute(values)
            };
            run("INSERT INTO service VALUES (?1, ?2)", params![number, service.id])?;
            let [name, label, summary, rest] = &texts;
            run(
                "INSERT INTO words (rowid, name, label, summary, rest) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![number, name, label, summary, rest],
            )?;
            for theme in service.themes.iter() {
                run("INSERT INTO theme VALUES (?1, ?2)", params![number, theme])?;
            }
            for place in places(&service) {
                run("INSERT OR IGNORE INTO place VALUES (?1, ?2)", params![number, place])?;
            }
            time += begun.elapsed();
        }
        let begun = Instant::now();
        transaction.execute("INSERT INTO words (words) VALUES ('optimize')", [])?;
        transaction.commit()?;
        database.execute_batch("ANALYZE")?;
        Ok((engine, time + begun.elapsed()))
    }

    fn open(&self) -> Result<Connection> {
        open(&self.folder.path().join("search.db"))
    }
}

/// A connection that finds all of the database in memory.
fn open(file: &Path) -> Result<Connection> {
    let database = Connection::open(file)?;
    database.execute_batch("PRAGMA cache_size = -500000; PRAGMA mmap_size = 2000000000;")?;
    Ok(database)
}

impl Engine for Sqlite {
    fn searcher(&self) -> Result<Box<dyn Searcher + Send>> {
        Ok(Box::new(Reader { database: self.open()?, words: Words::open()? }))
    }

    fn size(&self) -> Result<u64> {
        Ok(std::fs::metadata(self.folder.path().join("search.db"))?.len())
    }
}

struct Reader {
    database: Connection,
    words: Words,
}

impl Searcher for Reader {
    fn search(&mut self, question: &Question, limit: usize) -> Result<Answer> {
        let begun = |word: &String| {
            let stem = self.words.stem(question.language, word);
            format!("\"{stem}\"*")
        };
        let words: Vec<String> = asked(&question.text).iter().map(begun).collect();
        let mut answer = Answer::default();
        if words.is_empty() {
            return Ok(answer);
        }
        let mut statement = self.database.prepare_cached(SEARCH)?;
        let mut rows = statement.query(params![words.join(" OR "), i64::try_from(limit)?])?;
        while let Some(row) = rows.next()? {
            match row.get::<_, i64>(0)? {
                0 => answer.ids.push(row.get(1)?),
                _ => answer.counts += 1,
            }
        }
        Ok(answer)
    }
}
