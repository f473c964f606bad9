//! The stand-in as PTV Open API v11. Services come as they are stored, with `serviceWithGD` and
//! without.

use serde_json::{Value, json};

use super::content::{Content, id_of, page_of, text};
use super::wire::{Asked, Reply};

/// The most records that a list by ids gives.
const GUIDS_LIMIT: usize = 100;

pub(super) fn reply(content: &Content, asked: &Asked) -> Reply {
    if asked.headers.contains_key("authorization") {
        return stumble();
    }
    let path = asked.path().strip_prefix("/api/v11/").unwrap_or_default();
    let parts: Vec<&str> = path.split('/').collect();
    let Some(name) = parts.first().and_then(|entity| list_of(entity)) else {
        return missing("no such list");
    };
    let whole = asked.value("includeWholeCountry").is_some_and(|value| value == "true");
    match parts[1..] {
        [] => ids(content, name, asked, content.list(name).iter().collect()),
        ["list"] | ["serviceWithGD", "list"] => by_ids(content, name, asked),
        ["list", "area", area, "code", code] => {
            let inside = |record: &&Value| is_in_area(record, area, code, whole);
            full(content, asked, content.list(name).iter().filter(inside).collect())
        }
        ["area", area, "code", code] => {
            let inside = |record: &&Value| is_in_area(record, area, code, whole);
            ids(content, name, asked, content.list(name).iter().filter(inside).collect())
        }
        ["list", "organization"] => {
            let id = asked.value("organizationId").unwrap_or_default();
            let owned = |record: &&Value| is_of(record, &id);
            full(content, asked, content.list(name).iter().filter(owned).collect())
        }
        [id] | ["serviceWithGD", id] => match content.by_id(name, id) {
            _ if content.poison.contains(id) => stumble(),
            Some(record) => (200, record.clone()),
            None => missing(&format!("{} with id '{id}' not found.", parts[0])),
        },
        _ => missing("no such address"),
    }
}

fn list_of(entity: &str) -> Option<&'static str> {
    Some(match entity {
        "Service" => "services",
        "ServiceChannel" => "service_channels",
        "Organization" => "organizations",
        "GeneralDescription" => "general_descriptions",
        "ServiceCollection" => "service_collections",
        _ => return None,
    })
}

fn stumble() -> Reply {
    (500, json!({ "errorMessage": "An unexpected error occurred. Trace id: 0" }))
}

fn missing(said: &str) -> Reply {
    (404, json!({ "errorMessage": said }))
}

fn by_ids(content: &Content, name: &str, asked: &Asked) -> Reply {
    let guids = asked.value("guids").unwrap_or_default();
    let guids: Vec<&str> = guids.split(',').collect();
    if guids.len() > GUIDS_LIMIT || guids.iter().any(|guid| content.poison.contains(*guid)) {
        return stumble();
    }
    let given = guids.iter().filter(|guid| !content.dropped.contains(**guid));
    let items: Vec<&Value> = given.filter_map(|guid| content.by_id(name, guid)).collect();
    if items.is_empty() { missing("none found") } else { (200, json!(items)) }
}

fn full(content: &Content, asked: &Asked, records: Vec<&Value>) -> Reply {
    let size = content.page_size.unwrap_or(100);
    envelope(asked, &records.into_iter().cloned().collect::<Vec<_>>(), size)
}

fn ids(content: &Content, name: &str, asked: &Asked, records: Vec<&Value>) -> Reply {
    let since = asked.value("date");
    let is_later = |at: &str| since.as_deref().is_none_or(|since| at > since);
    let gone = match asked.value("status").as_deref() {
        Some("Archived") => Some(&content.archived),
        Some("Withdrawn") => Some(&content.withdrawn),
        _ => None,
    };
    let items: Vec<Value> = match gone {
        Some(gone) => gone
            .iter()
            .filter(|(list, _, at)| list == name && is_later(at))
            .map(|(_, id, _)| json!({ "id": id, "name": "gone" }))
            .collect(),
        None => records
            .into_iter()
            .filter(|record| is_later(text(record, "modified")))
            .map(|record| json!({ "id": id_of(record), "name": name_of(record) }))
            .collect(),
    };
    envelope(asked, &items, content.page_size.unwrap_or(1000))
}

/// The first name in any language; none where there is none.
fn name_of(record: &Value) -> Option<&str> {
    let fields = [
        "serviceNames",
        "serviceChannelNames",
        "organizationNames",
        "serviceCollectionNames",
        "names",
    ];
    let names = fields.iter().find_map(|field| record.get(field)?.as_array())?;
    names.first()?.get("value")?.as_str()
}

fn envelope(asked: &Asked, records: &[Value], size: usize) -> Reply {
    let page = asked.value("page").and_then(|page| page.parse::<usize>().ok()).unwrap_or(1);
    let (items, pages) = page_of(records, page, size);
    let items = if items.is_empty() { Value::Null } else { Value::from(items) };
    let body =
        json!({ "pageNumber": page, "pageSize": size, "pageCount": pages, "itemList": items });
    (200, body)
}

fn is_in_area(record: &Value, area: &str, code: &str, whole_country: bool) -> bool {
    if text(record, "areaType").starts_with("Nationwide") {
        return whole_country;
    }
    let areas = record.get("areas").and_then(Value::as_array).into_iter().flatten();
    areas.into_iter().any(|own| {
        let municipalities = own.get("municipalities").and_then(Value::as_array);
        let has = || municipalities.into_iter().flatten().any(|it| text(it, "code") == code);
        (text(own, "type") == area && text(own, "code") == code)
            || (area == "Municipality" && has())
    })
}

fn is_of(record: &Value, organisation: &str) -> bool {
    let roles = record.get("organizations").and_then(Value::as_array).into_iter().flatten();
    roles
        .into_iter()
        .any(|role| role.get("organization").is_some_and(|it| text(it, "id") == organisation))
}
