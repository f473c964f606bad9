//! PostgreSQL's full text search: the three languages' configurations with weights in one `tsvector`
//! under a GIN index; any of the words, the last as a beginning, by `ts_rank_cd`; where that finds nothing,
//! names that are like the query by `pg_trgm`. One statement gives hits and counts. The processor time
//! is that of the server's process for the connection, beside our own.

use std::fmt::Write as _;
use std::io::Write as _;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use domain::Language;
use postgres::{Client, NoTls, Statement};
use search::Document;

use super::{Answer, Engine, Group, Question, Searcher, places, thread_time};
use crate::words::asked;

/// The variable that names the server, as `tools/with-postgres` sets it.
const SERVER: &str = "TARJOTIN_TEST_POSTGRES";
const SETTINGS: &str = "
    SET client_min_messages = error;
    SET jit = off;
    SET max_parallel_workers_per_gather = 0;
    SET work_mem = '64MB';
    SET maintenance_work_mem = '512MB';
";
const COUNTED: &str = "
    SELECT 0, id FROM (SELECT id FROM found ORDER BY score DESC, number LIMIT $2) AS best
    UNION ALL
    SELECT count(*)::integer, NULL FROM found, unnest(themes) AS theme GROUP BY theme
    UNION ALL
    SELECT count(*)::integer, NULL FROM found, unnest(places) AS place GROUP BY place
";

/// The server.
pub struct Postgres {
    server: String,
}

impl Postgres {
    /// The table of services.
    pub fn build(services: impl Iterator<Item = Document>) -> Result<(Self, Duration)> {
        let server = std::env::var(SERVER).with_context(|| format!("{SERVER} names no server"))?;
        let engine = Self { server };
        let mut client = engine.connect()?;
        client.batch_execute(&tables())?;
        let mut time = Duration::ZERO;
        let mut copy = client.copy_in("COPY service FROM STDIN")?;
        for (number, service) in services.enumerate() {
            let row = row(number, &service);
            let begun = Instant::now();
            copy.write_all(row.as_bytes())?;
            time += begun.elapsed();
        }
        let begun = Instant::now();
        copy.finish()?;
        client.batch_execute(
            "CREATE INDEX ON service USING gin (words) WITH (fastupdate = off);
             CREATE INDEX ON service USING gin (name_fi gin_trgm_ops) WITH (fastupdate = off);",
        )?;
        client.batch_execute("VACUUM ANALYZE service")?;
        Ok((engine, time + begun.elapsed()))
    }

    fn connect(&self) -> Result<Client> {
        let mut client = Client::connect(&self.server, NoTls)?;
        client.batch_execute(SETTINGS)?;
        Ok(client)
    }
}

const LANGUAGES: [(Language, &str); 3] =
    [(Language::Fi, "finnish"), (Language::Sv, "swedish"), (Language::En, "english")];
const GROUPS: [(Group, &str, char); 4] = [
    (Group::Name, "name", 'A'),
    (Group::Label, "label", 'B'),
    (Group::Summary, "summary", 'C'),
    (Group::Rest, "rest", 'D'),
];

/// The statements that make the table. Its words are worked out as rows come in.
fn tables() -> String {
    let (mut columns, mut vectors) = (String::new(), Vec::new());
    for (language, configuration) in LANGUAGES {
        for (_, group, weight) in GROUPS {
            let column = format!("{group}_{language}");
            let _ = write!(columns, "{column} text NOT NULL, ");
            vectors
                .push(format!("setweight(to_tsvector('{configuration}', {column}), '{weight}')"));
        }
    }
    format!(
        "CREATE EXTENSION IF NOT EXISTS pg_trgm;
         DROP TABLE IF EXISTS service;
         CREATE TABLE service (
            number integer PRIMARY KEY, id text NOT NULL, themes integer[] NOT NULL,
            places integer[] NOT NULL, {columns}
            words tsvector GENERATED ALWAYS AS ({}) STORED
         )",
        vectors.join(" || ")
    )
}

/// A service as a line of COPY.
fn row(number: usize, service: &Document) -> String {
    let themes: Vec<String> = service.themes.iter().map(|theme| theme.to_string()).collect();
    let places: Vec<String> = places(service).iter().map(u16::to_string).collect();
    let mut row =
        format!("{number}\t{}\t{{{}}}\t{{{}}}", service.id, themes.join(","), places.join(","));
    for (language, _) in LANGUAGES {
        for (group, ..) in GROUPS {
            row.push('\t');
            for letter in group.text(service, &[language]).chars() {
                match letter {
                    '\\' => row.push_str("\\\\"),
                    '\n' | '\r' | '\t' => row.push(' '),
                    '\0' => {}
                    _ => row.push(letter),
                }
            }
        }
    }
    row.push('\n');
    row
}

impl Engine for Postgres {
    fn is_in_this_process(&self) -> bool {
        false
    }

    fn searcher(&self) -> Result<Box<dyn Searcher + Send>> {
        let mut client = self.connect()?;
        let process = client.query_one("SELECT pg_backend_pid()", &[])?.get(0);
        let query = "(to_tsquery('finnish', $1) || to_tsquery('swedish', $1)
            || to_tsquery('english', $1))";
        let by_words = client.prepare(&format!(
            "WITH found AS MATERIALIZED (
                SELECT number, id, themes, places, ts_rank_cd(words, {query}) AS score
                FROM service WHERE words @@ {query}
            ) {COUNTED}"
        ))?;
        let by_likeness = client.prepare(&format!(
            "WITH found AS MATERIALIZED (
                SELECT number, id, themes, places, word_similarity($1, name_fi) AS score
                FROM service WHERE $1 <% name_fi
            ) {COUNTED}"
        ))?;
        Ok(Box::new(Reader { client, process, by_words, by_likeness }))
    }

    fn size(&self) -> Result<u64> {
        let mut client = self.connect()?;
        let size: i64 = client.query_one("SELECT pg_total_relation_size('service')", &[])?.get(0);
        Ok(u64::try_from(size)?)
    }
}

struct Reader {
    client: Client,
    process: i32,
    by_words: Statement,
    by_likeness: Statement,
}

impl Reader {
    fn ask(&mut self, statement: &Statement, words: &str, limit: usize) -> Result<Answer> {
        let mut answer = Answer::default();
        for row in self.client.query(statement, &[&words, &i64::try_from(limit)?])? {
            match row.get::<_, Option<String>>(1) {
                Some(id) => answer.ids.push(id),
                None => answer.counts += 1,
            }
        }
        Ok(answer)
    }
}

impl Searcher for Reader {
    fn search(&mut self, question: &Question, limit: usize) -> Result<Answer> {
        let words = asked(&question.text);
        if words.is_empty() {
            return Ok(Answer::default());
        }
        let query = format!("{}:*", words.join(" | "));
        let found = self.ask(&self.by_words.clone(), &query, limit)?;
        if found.ids.is_empty() {
            return self.ask(&self.by_likeness.clone(), &question.text, limit);
        }
        Ok(found)
    }

    fn processor_time(&mut self) -> Result<Duration> {
        let file = format!("/proc/{}/schedstat", self.process);
        let text = std::fs::read_to_string(&file)
            .with_context(|| format!("{file}: the server must run on this machine"))?;
        let spent = text.split(' ').next().context("an empty schedstat")?.parse()?;
        Ok(thread_time() + Duration::from_nanos(spent))
    }
}

#[cfg(test)]
mod tests {
    use search::Field;

    use super::*;

    #[test]
    fn a_text_with_tabs_and_backslashes_stays_in_its_column() {
        let texts = vec![(Field::Name, Language::Fi, "a\tb\\.\nc".to_owned())];
        let service = Document { id: "x".to_owned(), texts, ..Document::default() };
        let row = row(3, &service);
        assert_eq!(row.matches('\n').count(), 1);
        let columns: Vec<&str> = row.split('\t').collect();
        assert_eq!(columns[..5], ["3", "x", "{}", "{}", "a b\\\\. c"]);
        assert_eq!(columns.len(), 4 + LANGUAGES.len() * GROUPS.len());
    }
}
