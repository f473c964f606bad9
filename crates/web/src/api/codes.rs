//! The code lists that the catalogue speaks in.

use axum::extract::Path;
use axum::response::Response;
use domain::reference::{
    CodeList, counties, industrial_classes, life_events, municipalities, regions, service_classes,
    spoken_languages, target_groups, themes,
};

use super::answer;
use super::model::{Code, CodeAnswer};
use crate::fault::{Fault, Problem};

/// Gives a code list.
#[utoipa::path(
    get,
    path = "/api/v1/codes/{list}",
    operation_id = "getCodeList",
    tag = "codes",
    params(("list" = String, Path, description = "`municipalities`, `counties`, `regions`, \
        `service-classes`, `target-groups`, `life-events`, `industrial-classes`, `languages` or \
        `themes`")),
    responses(
        (status = 200, description = "The codes with their names", body = CodeAnswer),
        (status = 404, description = "There is no such list", body = Problem,
         content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(Path(list): Path<String>) -> Result<Response, Fault> {
    let items = match list.as_str() {
        "municipalities" => places(),
        "counties" => counties()
            .iter()
            .map(|county| Code::new(county.code, |language| county.name(language)))
            .collect(),
        "regions" => regions()
            .iter()
            .map(|region| Code::new(region.code, |language| region.name(language)))
            .collect(),
        "languages" => spoken_languages()
            .iter()
            .map(|spoken| Code::new(spoken.code, |language| spoken.name(language)))
            .collect(),
        "themes" => themes()
            .iter()
            .map(|theme| Code::new(theme.id, |language| theme.name(language)))
            .collect(),
        "service-classes" => codes(service_classes()),
        "target-groups" => codes(target_groups()),
        "life-events" => codes(life_events()),
        "industrial-classes" => codes(industrial_classes()),
        _ => return Err(Fault::NotFound),
    };
    answer(&CodeAnswer { items })
}

fn places() -> Vec<Code> {
    municipalities()
        .iter()
        .map(|place| Code {
            county: Some(place.county),
            region: Some(place.region),
            ..Code::new(place.code, |language| place.name(language))
        })
        .collect()
}

fn codes(list: &CodeList) -> Vec<Code> {
    list.all()
        .iter()
        .map(|item| Code {
            parent: item.parent,
            ..Code::new(item.code, |language| item.name(language))
        })
        .collect()
}
