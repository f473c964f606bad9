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
pub(in crate::staff) async fn answer(
    sheet: Sheet,
    name: &str,
    form: &str,
) -> Result<Response, Fault> {
    let (kind, is_workbook) = match form {
        "csv" => ("text/csv; charset=utf-8", false),
        "xlsx" => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", true),
        _ => return Err(Fault::NotFound),
    };
    let write = move || {
        if is_workbook { sheet.xlsx() } else { sheet.csv().map(String::into_bytes) }
    };
    // Some ten thousand rows take a while to pack: not on a thread that answers requests.
    let written = tokio::task::spawn_blocking(write).await;
    let written = written.map_err(|error| Fault::Internal(format!("a table: {error}")))?;
    let mut response = Response::new(Body::from(written?));
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
        note: cut(all.organisations.len(), all.total, t),
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
        note: None,
    }
}

/// Findings, of which there are so many in all.
pub(in crate::staff) fn findings(found: &[Kept], total: usize, t: Texts) -> Sheet {
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
        note: cut(found.len(), total, t).map(|cut| format!("{cut} {}", t.get("sheet-narrow"))),
    }
}

/// That a table has not all there is.
fn cut(shown: usize, total: usize, t: Texts) -> Option<String> {
    (shown < total).then(|| t.count_of_most("sheet-cut", shown, total).into_owned())
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

#[cfg(test)]
mod tests {
    use domain::Language;

    use super::*;

    #[test]
    fn a_table_says_that_it_was_cut_only_where_it_was() {
        let t = Texts(Language::En);
        assert_eq!(cut(7, 7, t), None);
        let note = cut(50_000, 61_234, t).unwrap();
        let digits: String = note.chars().filter(char::is_ascii_digit).collect();
        assert_eq!(digits, "5000061234", "{note}");
        let note = findings(&[], 3, t).note.unwrap();
        assert!(note.starts_with(&cut(0, 3, t).unwrap()), "{note}");
        assert!(note.ends_with("Narrow your selection to get the rest."), "{note}");
    }
}
