//! Coverage counted a second time, by other means than [`crate::coverage`]: from the documents themselves, as they
//! were at a time, by the databases' own functions for JSON. For tests alone: it makes tables, and is slow.

use std::collections::BTreeMap;

use domain::reference::{former_municipalities, municipalities, themes};
use jiff::Timestamp;
use sqlx::AssertSqlSafe;

use crate::database::{Dialect, Transaction, Value};
use crate::{Database, Error};

/// A count's place ("local 05 529", "regional 05", "national"; "local 05" of the whole county), theme, kind of
/// provider and language; "*" for any theme, kind or language.
pub type Key = [String; 4];

/// The counts of the services that were offered at a time. What is zero is left out.
pub async fn recount(database: &Database, at: Timestamp) -> Result<BTreeMap<Key, u64>, Error> {
    database
        .write(move |on| {
            Box::pin(async move {
                tables(on).await?;
                documents(on, at).await?;
                themes_of_services(on).await?;
                places(on).await?;
                providers_and_languages(on).await?;
                let counts = counts(on).await?;
                on.script(DROP).await?;
                Ok(counts)
            })
        })
        .await
}

const DROP: &str = "DROP TABLE r_class; DROP TABLE r_term; DROP TABLE r_municipality; DROP TABLE r_merged; \
     DROP TABLE r_document; DROP TABLE r_service; DROP TABLE r_has_class; DROP TABLE r_group; \
     DROP TABLE r_label; DROP TABLE r_theme; DROP TABLE r_area; DROP TABLE r_cover; DROP TABLE r_place; \
     DROP TABLE r_provider; DROP TABLE r_language;";

async fn tables(on: &mut Transaction) -> Result<(), Error> {
    on.script(
        "CREATE TABLE r_class (theme TEXT, class TEXT); CREATE TABLE r_term (theme TEXT, label TEXT); \
         CREATE TABLE r_municipality (code TEXT, county TEXT, region TEXT); \
         CREATE TABLE r_merged (code TEXT, today TEXT); \
         CREATE TABLE r_document (kind TEXT, id TEXT, document TEXT);",
    )
    .await?;
    for theme in themes() {
        for class in &theme.classes {
            let sql = "INSERT INTO r_class VALUES ($1, $2)";
            on.run(sql, vec![theme.id.into(), class.code.into()]).await?;
        }
        for label in theme.terms.iter().flat_map(|term| [term.fi, term.sv, term.en]) {
            on.run("INSERT INTO r_term VALUES ($1, $2)", vec![theme.id.into(), label.into()])
                .await?;
        }
    }
    for one in municipalities() {
        let row = vec![one.code.into(), one.county.into(), one.region.into()];
        on.run("INSERT INTO r_municipality VALUES ($1, $2, $3)", row).await?;
        on.run("INSERT INTO r_merged VALUES ($1, $1)", vec![one.code.into()]).await?;
    }
    for one in former_municipalities() {
        on.run("INSERT INTO r_merged VALUES ($1, $2)", vec![one.code.into(), one.today.into()])
            .await?;
    }
    Ok(())
}

/// The rows of an array in a document, as `value`.
fn each(on: &Transaction, document: &str, path: &[&str], name: &str) -> String {
    match on.dialect() {
        Dialect::Sqlite => format!("json_each({document}, '$.{}') {name}", path.join(".")),
        Dialect::Postgres => format!(
            "jsonb_array_elements_text(COALESCE(({document})::jsonb #> '{{{}}}', '[]')) {name}(value)",
            path.join(",")
        ),
    }
}

/// The rows of an object, as `key` and `value`.
fn every(on: &Transaction, document: &str, path: &str, name: &str) -> String {
    match on.dialect() {
        Dialect::Sqlite => format!("json_each({document}, '$.{path}') {name}"),
        Dialect::Postgres => {
            format!(
                "jsonb_each(COALESCE(({document})::jsonb #> '{{{path}}}', '{{}}')) {name}(key, value)"
            )
        }
    }
}

/// A value in a document, as text.
fn field(on: &Transaction, document: &str, path: &str) -> String {
    match on.dialect() {
        Dialect::Sqlite => format!("json_extract({document}, '$.{path}')"),
        Dialect::Postgres => format!("(({document})::jsonb #>> '{{{}}}')", path.replace('.', ",")),
    }
}

async fn run(on: &mut Transaction, sql: String, values: Vec<Value>) -> Result<(), Error> {
    on.run(AssertSqlSafe(sql), values).await.map(drop)
}

/// The documents as they were, and of each service those of its organisation and general description.
async fn documents(on: &mut Transaction, at: Timestamp) -> Result<(), Error> {
    on.run(
        "INSERT INTO r_document SELECT v.kind, v.id, c.document FROM entity_version v \
         JOIN content c ON c.number = v.content WHERE v.change <> 'gone' AND v.version = \
         (SELECT MAX(w.version) FROM entity_version w \
         WHERE w.kind = v.kind AND w.id = v.id AND w.seen <= $1)",
        vec![at.into()],
    )
    .await?;
    let (organisation, description) =
        (field(on, "s.document", "organisation"), field(on, "s.document", "general_description"));
    let sql = format!(
        "CREATE TABLE r_service AS SELECT s.id, s.document, o.id AS organisation, \
         o.document AS provider, g.document AS shared FROM r_document s \
         LEFT JOIN r_document o ON o.kind = 'organisation' AND o.id = {organisation} \
         LEFT JOIN r_document g ON g.kind = 'general_description' AND g.id = {description} \
         WHERE s.kind = 'service'"
    );
    run(on, sql, vec![]).await
}

async fn themes_of_services(on: &mut Transaction) -> Result<(), Error> {
    let list = |on: &Transaction, document: &str, name: &str| {
        format!(
            "SELECT s.id AS service, j.value AS code FROM r_service s, {}",
            each(on, &format!("s.{document}"), &["classification", name], "j")
        )
    };
    let is_there = |sql: String| format!("{sql} WHERE s.shared IS NOT NULL");
    let (own, shared) =
        (list(on, "document", "service_classes"), is_there(list(on, "shared", "service_classes")));
    run(on, format!("CREATE TABLE r_has_class AS {own} UNION {shared}"), vec![]).await?;
    let (own, shared) =
        (list(on, "document", "target_groups"), is_there(list(on, "shared", "target_groups")));
    let none_of_its_own = format!("SELECT service FROM ({own}) AS own");
    let sql = format!(
        "CREATE TABLE r_group AS {own} UNION ALL SELECT * FROM ({shared}) AS theirs \
         WHERE service NOT IN ({none_of_its_own})"
    );
    run(on, sql, vec![]).await?;
    labels(on).await?;
    on.script(
        "CREATE TABLE r_theme AS SELECT h.service, c.theme FROM r_has_class h \
         JOIN r_class c ON c.class = h.code WHERE NOT EXISTS (SELECT 1 FROM r_has_class x \
         WHERE x.service = h.service AND x.code LIKE h.code || '.%') \
         UNION SELECT l.service, t.theme FROM r_label l JOIN r_term t ON t.label = l.label; \
         DELETE FROM r_theme WHERE service IN (SELECT service FROM r_group) AND service NOT IN \
         (SELECT service FROM r_group WHERE code = 'KR1' OR code LIKE 'KR1.%');",
    )
    .await
}

/// Keywords, and the names of ontology terms as they are today.
async fn labels(on: &mut Transaction) -> Result<(), Error> {
    let mut parts = Vec::new();
    for document in ["document", "shared"] {
        let texts = every(on, &format!("s.{document}"), "texts", "t");
        let keywords = each(on, "t.value", &["keywords"], "k");
        parts.push(format!(
            "SELECT s.id AS service, LOWER(TRIM(k.value)) AS label FROM r_service s, {texts}, {keywords} \
             WHERE s.{document} IS NOT NULL"
        ));
        let terms = each(on, &format!("s.{document}"), &["classification", "ontology_terms"], "j");
        let names = match on.dialect() {
            Dialect::Sqlite => "json_each(e.names) n",
            Dialect::Postgres => "jsonb_each_text(e.names::jsonb) n(key, value)",
        };
        parts.push(format!(
            "SELECT m.service, LOWER(TRIM(n.value)) FROM (SELECT s.id AS service, j.value AS term \
             FROM r_service s, {terms} WHERE s.{document} IS NOT NULL) AS m JOIN entity e \
             ON e.kind = 'ontology_term' AND e.gone IS NULL AND e.id = m.term, {names}"
        ));
    }
    run(on, format!("CREATE TABLE r_label AS {}", parts.join(" UNION ")), vec![]).await
}

/// Which municipalities each service covers, and from that how far it reaches.
async fn places(on: &mut Transaction) -> Result<(), Error> {
    let (own, theirs) = match on.dialect() {
        Dialect::Sqlite => {
            ("json_extract(s.document, '$.area')", "json_extract(s.provider, '$.area')")
        }
        Dialect::Postgres => {
            ("(s.document::jsonb -> 'area')::text", "(s.provider::jsonb -> 'area')::text")
        }
    };
    let sql = format!(
        "CREATE TABLE r_area AS SELECT s.id AS service, COALESCE({own}, {theirs}) AS area FROM r_service s"
    );
    run(on, sql, vec![]).await?;
    let listed = |on: &Transaction, name: &str, joined: &str| {
        format!(
            "SELECT a.service, m.code AS municipality FROM (SELECT r.service, j.value AS code \
             FROM r_area r, {} WHERE r.area IS NOT NULL) AS a {joined}",
            each(on, "r.area", &[name], "j")
        )
    };
    let parts = [
        listed(
            on,
            "municipalities",
            "JOIN r_merged g ON g.code = a.code JOIN r_municipality m ON m.code = g.today",
        ),
        listed(on, "counties", "JOIN r_municipality m ON m.county = a.code"),
        listed(on, "regions", "JOIN r_municipality m ON m.region = a.code"),
    ];
    run(on, format!("CREATE TABLE r_cover AS {}", parts.join(" UNION ")), vec![]).await?;
    let kind = field(on, "a.area", "kind");
    let sql = format!(
        "CREATE TABLE r_place AS WITH part AS (SELECT c.service, m.county, COUNT(*) AS covered \
         FROM r_cover c JOIN r_municipality m ON m.code = c.municipality GROUP BY c.service, m.county), \
         whole AS (SELECT county, COUNT(*) AS size FROM r_municipality GROUP BY county), \
         reached AS (SELECT p.service, p.county, \
         CASE WHEN p.covered = w.size AND w.size > 1 THEN 'regional' ELSE 'local' END AS reach \
         FROM part p JOIN whole w ON w.county = p.county) \
         SELECT r.service, r.reach || ' ' || r.county || ' ' || m.code AS place FROM reached r \
         JOIN r_municipality m ON m.county = r.county \
         JOIN r_cover c ON c.service = r.service AND c.municipality = m.code WHERE r.reach = 'local' \
         UNION SELECT service, reach || ' ' || county FROM reached \
         UNION SELECT a.service, 'national' FROM r_area a WHERE {kind} LIKE 'whole_country%' \
         UNION SELECT a.service, 'unknown' FROM r_area a \
         WHERE (a.area IS NULL OR {kind} NOT LIKE 'whole_country%') \
         AND a.service NOT IN (SELECT service FROM r_cover)"
    );
    run(on, sql, vec![]).await
}

async fn providers_and_languages(on: &mut Transaction) -> Result<(), Error> {
    let (kind, parent) = (field(on, "s.provider", "kind"), field(on, "d.document", "parent"));
    let name = field(on, "d.document", "texts.fi.name");
    let sql = format!(
        "CREATE TABLE r_provider AS WITH RECURSIVE up(service, organisation, steps) AS \
         (SELECT id, organisation, 1 FROM r_service WHERE organisation IS NOT NULL UNION ALL \
         SELECT u.service, {parent}, u.steps + 1 FROM up u \
         JOIN r_document d ON d.kind = 'organisation' AND d.id = u.organisation \
         WHERE {parent} IS NOT NULL AND u.steps < 6), \
         parish AS (SELECT u.service FROM up u JOIN r_document d \
         ON d.kind = 'organisation' AND d.id = u.organisation WHERE {name} LIKE '%seurakunta') \
         SELECT s.id AS service, CASE WHEN {kind} IN ('Organisation', 'Regional') \
         AND s.id IN (SELECT service FROM parish) THEN 'parish' WHEN {kind} = 'Regional' THEN 'county' \
         WHEN {kind} IN ('Municipality', 'Organisation', 'Company', 'State') THEN LOWER({kind}) \
         ELSE 'unknown' END AS provider FROM r_service s"
    );
    run(on, sql, vec![]).await?;
    let languages = each(on, "s.document", &["languages"], "j");
    let sql = format!(
        "CREATE TABLE r_language AS SELECT DISTINCT s.id AS service, CASE WHEN j.value IN \
         ('fi', 'sv', 'en', 'se', 'smn', 'sms') THEN j.value ELSE 'other' END AS language \
         FROM r_service s, {languages}"
    );
    run(on, sql, vec![]).await
}

/// Every combination of one and any.
async fn counts(on: &mut Transaction) -> Result<BTreeMap<Key, u64>, Error> {
    let mut counts = BTreeMap::new();
    for (theme, theme_join) in [("'*'", ""), ("t.theme", "JOIN r_theme t ON t.service = p.service")]
    {
        for provider in ["'*'", "o.provider"] {
            for (language, language_join) in
                [("'*'", ""), ("l.language", "JOIN r_language l ON l.service = p.service")]
            {
                let sql = format!(
                    "SELECT p.place, {theme}, {provider}, {language}, COUNT(DISTINCT p.service) \
                     FROM r_place p JOIN r_provider o ON o.service = p.service {theme_join} \
                     {language_join} GROUP BY 1, 2, 3, 4"
                );
                for row in on.rows(AssertSqlSafe(sql), vec![]).await? {
                    let text = |place| row.text(place).map(str::to_owned);
                    let key = [text(0)?, text(1)?, text(2)?, text(3)?];
                    counts.insert(key, u64::try_from(row.integer(4)?).unwrap_or_default());
                }
            }
        }
    }
    Ok(counts)
}
