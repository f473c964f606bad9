//! tantivy, in memory, given the search's own analysis: words as written, base forms and parts of
//! compounds are terms of three fields with boosts. A query is the best of each word's alternatives,
//! summed; unknown words are looked for with a mistake or two, and the last word as a beginning.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use domain::Language;
use search::Document;
use tantivy::aggregation::agg_req::Aggregations;
use tantivy::aggregation::agg_result::{AggregationResult, BucketResult};
use tantivy::aggregation::{AggContextParams, AggregationCollector};
use tantivy::collector::TopDocs;
use tantivy::columnar::Column;
use tantivy::directory::RamDirectory;
use tantivy::query::{
    BooleanQuery, BoostQuery, DisjunctionMaxQuery, FuzzyTermQuery, Query, TermQuery,
};
use tantivy::schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{Index, IndexSettings, IndexWriter, TantivyDocument, Term};

use super::{Answer, Engine, Group, Question, Searcher, places};
use crate::words::{Words, asked};

/// The fields with what their words weigh.
const BOOSTS: [f32; 3] = [2.0, 1.4, 1.0];
/// What a base form and a part weigh beside a word as it is written.
const BASE: f32 = 0.9;
const PART: f32 = 0.4;
/// What a mended and a begun word weigh.
const MENDED: f32 = 0.6;
const BEGUN: f32 = 0.5;
/// What the alternatives of a word add that are not its best.
const REST: f32 = 0.3;
/// The memory of its writer.
const WRITER_BYTES: usize = 400_000_000;
const COUNTS: &str = r#"{
    "themes": {"terms": {"field": "themes", "size": 16}},
    "places": {"terms": {"field": "places", "size": 400}}
}"#;

/// The index.
pub struct Tantivy {
    index: Index,
    directory: RamDirectory,
    texts: [Field; 3],
    ids: Arc<Vec<String>>,
    words: Arc<Words>,
}

impl Tantivy {
    /// The index of services, written with two threads and merged to one segment.
    pub fn build(
        words: &Words,
        services: impl Iterator<Item = Document>,
    ) -> Result<(Self, Duration)> {
        let mut schema = Schema::builder();
        let indexing = TextFieldIndexing::default()
            .set_tokenizer("raw")
            .set_index_option(IndexRecordOption::WithFreqs);
        let text = TextOptions::default().set_indexing_options(indexing);
        let texts = ["name", "label", "text"].map(|name| schema.add_text_field(name, text.clone()));
        let number = schema.add_u64_field("number", FAST);
        let themes = schema.add_u64_field("themes", FAST);
        let places_field = schema.add_u64_field("places", FAST);
        let directory = RamDirectory::create();
        let index = Index::create(directory.clone(), schema.build(), IndexSettings::default())?;
        let mut writer: IndexWriter = index.writer_with_num_threads(2, WRITER_BYTES)?;
        let mut ids = Vec::new();
        let mut known = Known { words, terms: HashMap::new() };
        let mut time = Duration::ZERO;
        for service in services {
            let begun = Instant::now();
            let mut document = TantivyDocument::new();
            for (field, language, text) in &service.texts {
                let place = match Group::of(*field) {
                    Group::Name => 0,
                    Group::Label => 1,
                    Group::Summary | Group::Rest => 2,
                };
                let tokens = known.tokens(*language, text);
                let text = PreTokenizedString { text: String::new(), tokens };
                document.add_pre_tokenized_text(texts[place], text);
            }
            document.add_u64(number, ids.len() as u64);
            for theme in service.themes.iter() {
                document.add_u64(themes, theme.into());
            }
            for place in places(&service) {
                document.add_u64(places_field, place.into());
            }
            writer.add_document(document)?;
            ids.push(service.id);
            time += begun.elapsed();
        }
        let begun = Instant::now();
        writer.commit()?;
        let segments = index.searchable_segment_ids()?;
        if segments.len() > 1 {
            writer.merge(&segments).wait()?;
        }
        writer.wait_merging_threads()?;
        let words = Arc::new(Words::open()?);
        let engine = Self { index, directory, texts, ids: Arc::new(ids), words };
        Ok((engine, time + begun.elapsed()))
    }
}

/// Words whose terms are known already.
struct Known<'a> {
    words: &'a Words,
    terms: HashMap<(Language, String), Vec<String>>,
}

impl Known<'_> {
    /// The terms of a text.
    fn tokens(&mut self, language: Language, text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        for (position, word) in search::analyse(text).into_iter().enumerate() {
            for written in [Some(word.surface), word.whole].into_iter().flatten() {
                let key = (language, written);
                let terms = self.terms.entry(key).or_insert_with_key(|(language, written)| {
                    let found = self.words.terms(*language, written);
                    let mut terms = vec![format!("={written}")];
                    terms.extend(found.whole.iter().map(|it| whole(*language, it)));
                    terms.extend(found.parts.iter().map(|it| format!("+{it}")));
                    terms
                });
                let token =
                    |text: &String| Token { position, text: text.clone(), ..Token::default() };
                tokens.extend(terms.iter().map(token));
            }
        }
        tokens
    }
}

/// A base form or stem as a term.
fn whole(language: Language, text: &str) -> String {
    format!("{language}:{text}")
}

impl Engine for Tantivy {
    fn searcher(&self) -> Result<Box<dyn Searcher + Send>> {
        let searcher = self.index.reader()?.searcher();
        let segments = searcher.segment_readers().iter();
        let numbers = segments.map(|segment| segment.fast_fields().u64("number"));
        Ok(Box::new(Reader {
            numbers: numbers.collect::<tantivy::Result<_>>()?,
            searcher,
            texts: self.texts,
            ids: Arc::clone(&self.ids),
            words: Arc::clone(&self.words),
            counts: serde_json::from_str(COUNTS)?,
        }))
    }

    fn size(&self) -> Result<u64> {
        Ok(self.directory.total_mem_usage() as u64)
    }
}

struct Reader {
    searcher: tantivy::Searcher,
    numbers: Vec<Column<u64>>,
    texts: [Field; 3],
    ids: Arc<Vec<String>>,
    words: Arc<Words>,
    counts: Aggregations,
}

impl Reader {
    /// The best of the alternatives of a word.
    fn word(&self, word: &str, is_last: bool) -> Result<Box<dyn Query>> {
        let mut forms = vec![(format!("={word}"), 1.0)];
        let mut parts = Vec::new();
        for language in Language::INTERFACE {
            let terms = self.words.terms(language, word);
            for base in terms.whole {
                if language == Language::Fi {
                    forms.push((format!("+{base}"), PART));
                }
                forms.push((whole(language, &base), BASE));
            }
            for part in terms.parts {
                let known = [(whole(language, &part), PART), (format!("+{part}"), PART)];
                parts.push(self.present(&known)?);
            }
        }
        let mut queries = self.present(&forms)?;
        let is_unknown = queries.is_empty();
        parts.retain(|queries| !queries.is_empty());
        if !parts.is_empty() {
            let parts = parts.into_iter().map(best_of).collect();
            queries.push(Box::new(BooleanQuery::union(parts)));
        }
        let letters = word.chars().count();
        for (field, boost) in self.texts.iter().zip(BOOSTS).take(2) {
            let term = || Term::from_field_text(*field, &format!("={word}"));
            if is_unknown && letters > 3 {
                let mistakes = if letters < 8 { 1 } else { 2 };
                queries.push(boosted(FuzzyTermQuery::new(term(), mistakes, true), MENDED * boost));
            }
            if is_last {
                queries.push(boosted(FuzzyTermQuery::new_prefix(term(), 0, true), BEGUN * boost));
            }
        }
        Ok(best_of(queries))
    }

    /// Those of the terms that services have, in every field.
    fn present(&self, terms: &[(String, f32)]) -> Result<Vec<Box<dyn Query>>> {
        let mut queries = Vec::new();
        for (text, weight) in terms {
            for (field, boost) in self.texts.iter().zip(BOOSTS) {
                let term = Term::from_field_text(*field, text);
                if self.searcher.doc_freq(&term)? > 0 {
                    let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
                    queries.push(boosted(query, weight * boost));
                }
            }
        }
        Ok(queries)
    }
}

/// The best of some, and a little of the others.
fn best_of(queries: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    Box::new(DisjunctionMaxQuery::with_tie_breaker(queries, REST))
}

fn boosted(query: impl Query, boost: f32) -> Box<dyn Query> {
    Box::new(BoostQuery::new(Box::new(query), boost))
}

impl Searcher for Reader {
    fn search(&mut self, question: &Question, limit: usize) -> Result<Answer> {
        let words = asked(&question.text);
        let last = words.len().saturating_sub(1);
        let queries = words.iter().enumerate().map(|(place, word)| self.word(word, place == last));
        let query = BooleanQuery::union(queries.collect::<Result<_>>()?);
        let counting =
            AggregationCollector::from_aggs(self.counts.clone(), AggContextParams::default());
        let top = TopDocs::with_limit(limit).order_by_score();
        let (top, counted) = self.searcher.search(&query, &(top, counting))?;
        let mut answer = Answer::default();
        for (_, address) in top {
            let numbers = &self.numbers[address.segment_ord as usize];
            let number = numbers.first(address.doc_id).context("a document without its number")?;
            answer.ids.push(self.ids[usize::try_from(number)?].clone());
        }
        for result in counted.0.values() {
            if let AggregationResult::BucketResult(BucketResult::Terms { buckets, .. }) = result {
                answer.counts += buckets.len();
            }
        }
        Ok(answer)
    }
}
