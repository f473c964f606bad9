//! The product's own index.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use search::{Document, Index, IndexBuilder, Lexicon, MatchKind, Query, StaffList};

use super::{Answer, Engine, Question, Searcher};
use crate::words::Words;

/// The index.
pub struct Ours {
    index: Arc<Index>,
    /// The staff's list under which texts are remembered that were asked for before; with none each
    /// is understood anew.
    list: Option<StaffList>,
    lexicon: Arc<Lexicon>,
}

impl Ours {
    /// The index of services, made in one thread.
    pub fn build(words: &Words, services: impl Iterator<Item = Document>) -> (Self, Duration) {
        let lexicon = Arc::new(Lexicon::new(words.memory()));
        let mut builder = IndexBuilder::new(Arc::clone(&lexicon));
        let mut time = Duration::ZERO;
        for service in services {
            let begun = Instant::now();
            builder.add(&service);
            time += begun.elapsed();
        }
        let begun = Instant::now();
        let index = Arc::new(builder.finish(1));
        (Self { index, list: None, lexicon }, time + begun.elapsed())
    }

    /// The same index, asked as the site asks it: texts of before are remembered.
    pub fn remembering(self) -> Self {
        Self { list: Some(StaffList::default()), ..self }
    }
}

impl Engine for Ours {
    fn searcher(&self) -> Result<Box<dyn Searcher + Send>> {
        Ok(Box::new(Reader(Arc::clone(&self.index), self.list.clone())))
    }

    fn size(&self) -> Result<u64> {
        Ok(self.index.memory_bytes() as u64)
    }

    fn notes(&self) -> Result<Vec<String>> {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("index");
        let begun = Instant::now();
        self.index.save(&file)?;
        let saved = begun.elapsed().as_secs_f64();
        let megabytes = std::fs::metadata(&file)?.len() / 1_000_000;
        let begun = Instant::now();
        let loaded = Index::load(&file, Arc::clone(&self.lexicon))?;
        let ready = begun.elapsed().as_secs_f64();
        ensure!(loaded.len() == self.index.len(), "the snapshot holds other services");
        Ok(vec![format!(
            "snapshot of {megabytes} MB saved in {saved:.2} s, ready from it in {ready:.2} s"
        )])
    }
}

struct Reader(Arc<Index>, Option<StaffList>);

impl Searcher for Reader {
    fn search(&mut self, question: &Question, limit: usize) -> Result<Answer> {
        let query = Query {
            text: question.text.clone(),
            language: Some(question.language),
            limit,
            ..Query::default()
        };
        let found = match &self.1 {
            Some(list) => self.0.search_with(&query, list),
            None => self.0.search(&query),
        };
        let counts = found.facets.themes.len() + found.facets.municipalities.len();
        // What is shown where nothing fits is marked as such, and is no answer.
        let hits = if found.match_kind == MatchKind::Nothing { Vec::new() } else { found.hits };
        Ok(Answer { ids: hits.into_iter().map(|hit| hit.id).collect(), counts })
    }
}
