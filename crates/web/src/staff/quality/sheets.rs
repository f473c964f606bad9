//! The pages' tables as files.

use app::quality::{Kept, Overview, Point, Score};
use app::sheet::{Sheet, Value};
use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use domain::Localized;

use crate::fault::Fault;
use crate::texts::Texts;
use crate::view::text::{date, finnish_date};

/// A table as a file to save, in the form that its name ends with.
pub(in crate::staff) fn answer(sheet: &Sheet, name: &str, form: &str) -> Result<Response, Fault> {
    let (kind, body) = match form {
        "csv" => ("text/csv; charset=utf-8", Body::from(sheet.csv()?)),
        "xlsx" => (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Body::from(sheet.xlsx()?),
        ),
        _ => return Err(Fault::NotFound),
    };
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    let saved = HeaderValue::try_from(format!("attachment; filename=\"{name}.{form}\""));
    headers.extend(saved.ok().map(|saved| (header::CONTENT_DISPOSITION, saved)));
    Ok(response)
}

/// The organisations by points.
pub(super) fn organisations(all: &Overview, t: Texts) -> Sheet {
    let mut columns = names(&["quality-organisation", "quality-id"], t);
    columns.extend(score_columns(t));
    let row = |one: &app::quality::Scored| {
        let mut row =
            vec![best(&one.names, t), Value::from(one.id.as_ref().map(ToString::to_string))];
        row.extend(score_values(&one.score));
        row
    };
    Sheet {
        name: t.get("quality-organisations").into_owned(),
        columns,
        rows: all.organisations.iter().map(row).collect(),
    }
}

/// Points over time.
pub(super) fn history(points: &[Point], t: Texts) -> Sheet {
    let mut columns = names(&["quality-day"], t);
    columns.extend(score_columns(t));
    let row = |point: &Point| {
        let mut row = vec![Value::from(finnish_date(point.at).to_string())];
        row.extend(score_values(&point.score));
        row
    };
    Sheet {
        name: t.get("quality-history").into_owned(),
        columns,
        rows: points.iter().map(row).collect(),
    }
}

/// Findings.
pub(in crate::staff) fn findings(found: &[Kept], t: Texts) -> Sheet {
    let keys = [
        "quality-rule",
        "quality-finding",
        "quality-severity",
        "quality-organisation",
        "quality-description",
        "quality-id",
        "quality-language",
        "quality-field",
        "quality-evidence",
        "quality-since",
    ];
    let row = |one: &Kept| {
        let words: Vec<&str> = one.evidence.iter().map(|it| it.words.as_str()).collect();
        vec![
            Value::from(one.rule.id),
            Value::from(one.rule.name(t.0)),
            Value::from(super::severity(one.rule.severity.code(), t).into_owned()),
            best(&one.owner_names, t),
            best(&one.names, t),
            Value::from(one.id.to_string()),
            Value::from(one.language.map(domain::Language::code)),
            Value::from(
                t.find("quality-field", &one.field.code().replace('_', "-"))
                    .unwrap_or_default()
                    .into_owned(),
            ),
            Value::from(words.join(" | ")),
            Value::from(date(finnish_date(one.since), t.0)),
        ]
    };
    Sheet {
        name: t.get("findings-heading").into_owned(),
        columns: names(&keys, t),
        rows: found.iter().map(row).collect(),
    }
}

/// The names of columns.
pub(in crate::staff) fn names(keys: &[&str], t: Texts) -> Vec<String> {
    keys.iter().map(|key| t.get(key).into_owned()).collect()
}

fn score_columns(t: Texts) -> Vec<String> {
    names(&["quality-points", "quality-count", "quality-severity-e", "quality-severity-w"], t)
}

fn score_values(score: &Score) -> [Value; 4] {
    #[expect(clippy::cast_precision_loss, reason = "tenths of points, up to 1000")]
    let points = score.tenths().map(|tenths| tenths as f64 / 10.0);
    let count = |count: i64| Value::Count(u64::try_from(count).unwrap_or(0));
    [Value::number(points), count(score.descriptions), count(score.errors), count(score.warnings)]
}

fn best(names: &Localized, t: Texts) -> Value {
    Value::from(names.best(t.0).map(|(_, name)| name.to_owned()))
}
