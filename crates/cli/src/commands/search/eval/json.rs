//! The figures as JSON, under the outside scorer's names.

use app::evaluation::{Comparison, Difference, GroupFigures, Mean, Measure};
use serde_json::{Map, Value, json};

use super::Measured;

/// Everything that was measured.
pub fn of(measured: &Measured) -> Value {
    let groups: Vec<Value> = measured.report.groups.iter().map(group).collect();
    let mut object = json!({
        "services": measured.corpus.len(),
        "missing": measured.corpus.missing(&measured.queries),
        "groups": groups,
    });
    if measured.shows_queries {
        object["queries"] = queries(measured);
    }
    if let Some(differences) = &measured.comparison {
        object["comparison"] = comparison(differences);
    }
    object
}

fn group(figures: &GroupFigures) -> Value {
    let mut object = Map::new();
    object.insert("group".to_owned(), json!(figures.group.to_string()));
    object.insert("queries".to_owned(), json!(figures.queries));
    for measure in Measure::ALL {
        object.insert(measure.name().to_owned(), json!(figures.mean(measure).map(mean)));
    }
    object.into()
}

fn mean(mean: Mean) -> Value {
    json!({ "mean": mean.value, "low": mean.low, "high": mean.high, "queries": mean.count })
}

fn queries(measured: &Measured) -> Value {
    let queries = measured.report.queries.iter().zip(&measured.queries);
    queries
        .map(|(figures, query)| {
            let mut object = Map::new();
            object.insert("qid".to_owned(), json!(query.id));
            object.insert("kind".to_owned(), json!(query.kind));
            object.insert("query".to_owned(), json!(query.text));
            for measure in Measure::ALL {
                let figure = figures.figures.get(measure);
                object.insert(measure.name().to_owned(), json!(figure));
            }
            Value::Object(object)
        })
        .collect()
}

fn comparison(comparison: &Comparison) -> Value {
    let groups: Vec<Value> = comparison
        .groups
        .iter()
        .map(|group| {
            let differences: Vec<Value> = group.differences.iter().map(difference).collect();
            json!({
                "group": group.group.to_string(),
                "queries": group.queries,
                "differences": differences,
            })
        })
        .collect();
    json!({ "dropped": comparison.drops().next().is_some(), "groups": groups })
}

fn difference(difference: &Difference) -> Value {
    json!({
        "measure": difference.measure.name(),
        "mean": difference.mean.value,
        "low": difference.mean.low,
        "high": difference.mean.high,
        "better": difference.better,
        "worse": difference.worse,
        "dropped": difference.is_drop(),
    })
}
