//! Suggestions while somebody types.

use std::ops::Range;

use app::catalogue::{Suggestion, SuggestionKind};
use axum::extract::{Query, State};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use domain::Language;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::answer;
use super::search::check_words;
use super::services::language;
use crate::Site;
use crate::fault::{Fault, Problem};

/// The most suggestions in one answer.
const LIMIT: usize = 20;
/// How long they may be kept: about as long as somebody types.
const KEPT: HeaderValue = HeaderValue::from_static("public, max-age=60");

/// What was typed.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Parameters {
    /// What was typed so far, at most 200 characters.
    #[serde(default)]
    q: String,
    /// The reader's language: `fi`, `sv` or `en`.
    lang: Option<String>,
    /// How many to give.
    #[serde(default = "default_limit")]
    #[param(minimum = 1, maximum = 20, default = 8)]
    limit: usize,
}

const fn default_limit() -> usize {
    8
}

/// Ways to go on with what was typed, grouped by kind.
#[derive(Serialize, ToSchema)]
pub(super) struct SuggestionAnswer {
    /// The suggestions.
    items: Vec<SuggestionItem>,
}

/// A way to go on.
#[derive(Serialize, ToSchema)]
struct SuggestionItem {
    /// What it is.
    kind: SuggestionKindAnswer,
    /// The text to search for.
    text: String,
    /// The language of the text.
    lang: &'static str,
    /// Which of the text was typed: beginnings and ends, counted in UTF-16 code units as JavaScript
    /// does.
    #[schema(value_type = Vec<Vec<usize>>)]
    typed: Vec<[usize; 2]>,
    /// How many services there are of it.
    count: usize,
    /// What it leads to: a need's Finnish name, the id of the only service of the name, a theme's or an
    /// organisation's id, a municipality's code.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    /// What the need is called, when the text is how people say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<&'static str>,
    /// The code of the municipality that was named beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
}

/// What a suggestion is.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum SuggestionKindAnswer {
    /// Something that people need.
    Need,
    /// The name of a service, or of several.
    Service,
    /// A theme.
    Theme,
    /// An organisation that has services.
    Provider,
    /// A municipality that has services.
    Place,
}

impl From<Suggestion> for SuggestionItem {
    fn from(one: Suggestion) -> Self {
        let typed = one.typed.iter().map(|range| in_utf16(&one.text, range)).collect();
        Self {
            kind: match one.kind {
                SuggestionKind::Need => SuggestionKindAnswer::Need,
                SuggestionKind::Service => SuggestionKindAnswer::Service,
                SuggestionKind::Theme => SuggestionKindAnswer::Theme,
                SuggestionKind::Provider => SuggestionKindAnswer::Provider,
                SuggestionKind::Place => SuggestionKindAnswer::Place,
            },
            typed,
            text: one.text,
            lang: one.language.code(),
            count: one.count,
            id: one.id,
            about: one.about,
            place: one.place,
        }
    }
}

/// A range of bytes in UTF-16 code units.
fn in_utf16(text: &str, range: &Range<usize>) -> [usize; 2] {
    let before = |end: usize| text.get(..end).unwrap_or(text).encode_utf16().count();
    [before(range.start), before(range.end)]
}

/// Suggests how to go on with what was typed.
#[utoipa::path(
    get,
    path = "/api/v1/suggestions",
    operation_id = "suggest",
    tag = "services",
    params(Parameters),
    responses(
        (status = 200, description = "Ways to go on", body = SuggestionAnswer),
        (status = 400, description = "A parameter has no meaning", body = Problem,
         content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    State(site): State<Site>,
    Query(Parameters { q, lang, limit }): Query<Parameters>,
) -> Result<Response, Fault> {
    check_words(&q)?;
    if limit == 0 || limit > LIMIT {
        return Err(Fault::BadRequest("limit must be 1 to 20"));
    }
    let language = lang.map_or(Ok(Language::Fi), |code| language(&code))?;
    let suggestions = site.app.index().suggest_in(site.county(), &q, language, limit);
    let items = suggestions.into_iter().map(SuggestionItem::from).collect();
    let mut response = answer(&SuggestionAnswer { items })?;
    response.headers_mut().insert(header::CACHE_CONTROL, KEPT);
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_counted_as_javascript_counts() {
        assert_eq!(in_utf16("äiti 🎈 x", &(0..2)), [0, 1]);
        assert_eq!(in_utf16("äiti 🎈 x", &(6..10)), [5, 7]);
    }
}
