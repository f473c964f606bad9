//! Judged queries from their file.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

use domain::Language;
use search::evaluation::{Grade, JudgedQuery};
use serde::Deserialize;

use super::lines;
use crate::Error;

/// The highest grade.
const BEST: Grade = 3;

/// A line of the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    qid: String,
    query: String,
    lang: Language,
    kind: String,
    #[serde(default)]
    municipality: Option<String>,
    judgments: BTreeMap<String, Grade>,
    #[serde(default)]
    judged: Option<BTreeSet<String>>,
}

impl Line {
    fn query(self) -> Result<JudgedQuery, String> {
        if self.qid.is_empty() || self.qid.contains(['\t', '\n', '\r']) || self.qid.starts_with('#')
        {
            return Err(format!("{:?} cannot be a query's id in a run", self.qid));
        }
        if self.query.trim().is_empty() {
            return Err("the query has no words".to_owned());
        }
        if let Some((service, grade)) = self.judgments.iter().find(|(_, grade)| **grade > BEST) {
            return Err(format!("service {service} has grade {grade}: grades are 0–{BEST}"));
        }
        let unknown = |code: &&String| domain::reference::municipality(code).is_none();
        if let Some(code) = self.municipality.as_ref().filter(unknown) {
            return Err(format!("there is no municipality {code:?}: a code has three digits"));
        }
        Ok(JudgedQuery {
            id: self.qid,
            text: self.query,
            language: self.lang,
            kind: self.kind,
            municipality: self.municipality,
            grades: self.judgments,
            judged: self.judged,
        })
    }
}

/// Reads the judged queries of a file: an object with `qid`, `query`, `lang`, `kind`, `judgments`
/// (service id to grade), and where known `municipality` and `judged` (service ids) on each line.
pub fn read_queries(file: &Path) -> Result<Vec<JudgedQuery>, Error> {
    let mut queries: Vec<JudgedQuery> = Vec::new();
    let mut ids = HashSet::new();
    lines::each(file, |line: Line| {
        let query = line.query()?;
        if !ids.insert(query.id.clone()) {
            return Err(format!("query {} is in the file twice", query.id));
        }
        queries.push(query);
        Ok(())
    })?;
    if queries.is_empty() {
        return Err(Error::Refused(format!("{} holds no queries", file.display())));
    }
    Ok(queries)
}
