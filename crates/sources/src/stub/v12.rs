//! The stand-in as PTV Open API v12.

use serde_json::{Value, json};

use super::content::{Content, id_of, page_of, text};
use super::wire::{Asked, Reply};

/// The most values of a filter.
const VALUES_LIMIT: usize = 20;

pub(super) fn reply(content: &Content, asked: &Asked) -> Reply {
    if asked.headers.get("x-api-key").is_none_or(String::is_empty) {
        return problem(asked, 401, "Unauthorized", None);
    }
    let path = asked.path().strip_prefix("/api/v12/").unwrap_or_default();
    let parts: Vec<&str> = path.split('/').collect();
    match parts[..] {
        ["ontology-terms"] => list(asked, content, chosen(content, "ontology_terms", asked)),
        [entity, "search"] => match list_of(entity) {
            Some(name) => list(asked, content, chosen(content, name, asked)),
            None => problem(asked, 404, "Not found", None),
        },
        [entity, "archived"] => match (list_of(entity), asked.value("archivedAtOrAfter")) {
            (Some(name), Some(since)) => list(asked, content, archived(content, name, &since)),
            _ => problem(asked, 400, "Bad request", None),
        },
        [entity, id] => match list_of(entity) {
            Some(name) => by_id(content, asked, name, id),
            None => problem(asked, 404, "Not found", None),
        },
        _ => problem(asked, 404, "Not found", None),
    }
}

fn list_of(entity: &str) -> Option<&'static str> {
    Some(match entity {
        "service" => "services",
        "service-channel" => "service_channels",
        "organization" => "organizations",
        "general-description" => "general_descriptions",
        "service-collection" => "service_collections",
        "connection" => "connections",
        _ => return None,
    })
}

fn by_id(content: &Content, asked: &Asked, name: &str, id: &str) -> Reply {
    if let Some(record) = content.by_id(name, id) {
        return (200, record.clone());
    }
    let known = content.not_published.contains(id);
    let reason = if known { "NotPublished" } else { "Unknown" };
    problem(asked, 404, "Not found", Some(reason))
}

/// The records that the filters let through. A collection's search leaves its items out.
fn chosen(content: &Content, name: &str, asked: &Asked) -> Vec<Value> {
    let records = content.list(name).iter().filter(|record| passes(record, asked));
    records
        .map(|record| {
            let mut record = record.clone();
            if let (true, Some(fields)) = (name == "service_collections", record.as_object_mut()) {
                fields.remove("items");
            }
            record
        })
        .collect()
}

fn passes(record: &Value, asked: &Asked) -> bool {
    let one_of = |filter: &str, field: &str| {
        let wanted = asked.values(filter);
        wanted.is_empty() || wanted.iter().any(|value| value == text(record, field))
    };
    let since = asked.value("publishedAtOrAfter").unwrap_or_default();
    one_of("organizationContentIds", "organizationContentId")
        && one_of("serviceContentIds", "serviceContentId")
        && one_of("channelContentIds", "channelContentId")
        && one_of("uris", "uri")
        && (since.is_empty() || text(record, "publishedAt") >= since.as_str())
        && is_in_area(record, asked)
}

fn is_in_area(record: &Value, asked: &Asked) -> bool {
    let Some(wanted) = asked.value("areaType") else { return true };
    let area = record.get("area").unwrap_or(&Value::Null);
    text(area, "areaType") == wanted
        && ["municipalities", "regions", "wellbeingServicesCounties"].iter().all(|kind| {
            let codes = asked.values(kind);
            let has = |code: &String| {
                let own = area.get(kind).and_then(Value::as_array).into_iter().flatten();
                own.into_iter().any(|own| own == code)
            };
            let any = asked.value(&format!("{kind}Match")).is_some_and(|how| how == "any");
            codes.is_empty() || if any { codes.iter().any(has) } else { codes.iter().all(has) }
        })
}

fn archived(content: &Content, name: &str, since: &str) -> Vec<Value> {
    let gone = content.archived.iter();
    gone.filter(|(list, _, at)| list == name && at.as_str() >= since)
        .map(|(_, id, _)| json!({ "contentId": id }))
        .collect()
}

fn list(asked: &Asked, content: &Content, mut records: Vec<Value>) -> Reply {
    let number = |name: &str| asked.value(name).and_then(|value| value.parse::<usize>().ok());
    let (Some(page), Some(size)) = (number("page"), number("pageSize")) else {
        return problem(asked, 400, "page and pageSize are required", None);
    };
    let names =
        ["municipalities", "regions", "organizationContentIds", "serviceContentIds", "uris"];
    let too_many = names.iter().any(|name| asked.values(name).len() > VALUES_LIMIT);
    if page == 0 || !(1..=100).contains(&size) || too_many {
        return problem(asked, 400, "Bad request", None);
    }
    records.sort_by(|one, other| id_of(one).cmp(&id_of(other)));
    let size = content.page_size.map_or(size, |limit| limit.min(size));
    let (items, pages) = page_of(&records, page, size);
    let body = json!({
        "page": page,
        "pageSize": size,
        "totalItems": records.len(),
        "totalPages": pages,
        "items": items,
    });
    (200, body)
}

fn problem(asked: &Asked, status: u16, title: &str, reason: Option<&str>) -> Reply {
    let mut body = json!({
        "title": title,
        "detail": title,
        "status": status,
        "type": "about:blank",
        "requestId": "00000000-0000-4000-8000-000000000001",
        "instance": asked.path(),
    });
    if let (Some(reason), Some(fields)) = (reason, body.as_object_mut()) {
        fields.insert("reason".to_owned(), reason.into());
    }
    (status, body)
}
