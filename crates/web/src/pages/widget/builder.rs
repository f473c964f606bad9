//! Where a municipality's web editor makes the code that puts the tray into a page of theirs, and sees what
//! it will look like.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::Language;
use domain::reference::themes;

use super::heading;
use crate::address::{Address, ParameterNames, WidgetAddress, Word};
use crate::fault::Fault;
use crate::frame::{Frame, own_name};
use crate::framing::with_frames;
use crate::language::Reader;
use crate::pages::my_list::give::there;
use crate::pages::search_box::SearchBox;
use crate::pages::shared_list::private;
use crate::texts::Texts;
use crate::{Site, render};

/// The heights that a frame may have, in pixels.
const HEIGHTS: std::ops::RangeInclusive<u16> = 200..=2_000;
/// The height that is offered first.
const HEIGHT: u16 = 560;

/// The page.
#[derive(Template)]
#[template(path = "widget-builder.html")]
struct BuilderPage {
    frame: Frame,
    action: String,
    names: ParameterNames,
    list_name: &'static str,
    themes: Vec<Choice>,
    languages: Vec<Choice>,
    /// For the words and the municipalities.
    search_box: SearchBox,
    /// The list's code as it was written.
    list: String,
    /// That there is no such list.
    list_fault: bool,
    height: u16,
    least: u16,
    most: u16,
    /// The widget's name, for those who do not see it.
    name: String,
    /// Its address here.
    path: String,
    code: String,
    /// The sites that may show it.
    sites: Vec<String>,
}

/// Something to choose.
struct Choice {
    value: &'static str,
    name: &'static str,
    is_chosen: bool,
}

/// `GET /fi/upota`.
pub(crate) async fn page(
    State(site): State<Site>,
    Reader(reader): Reader,
    headers: HeaderMap,
    Query(parameters): Query<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let text = |wanted: &str| {
        parameters.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value.trim())
    };
    let mut address = WidgetAddress::read(&parameters);
    let list = WidgetAddress::list_text(&parameters).unwrap_or_default();
    let mut list_fault = !list.is_empty() && address.list.is_none();
    if let Some(code) = &address.list {
        match there(&site, code.as_str()).await {
            Ok(_) => {}
            Err(Fault::NoList { .. }) => list_fault = true,
            Err(fault) => return Err(fault),
        }
    }
    if list_fault {
        address.list = None;
    }
    let height = text("height").parse().map_or(HEIGHT, height);
    let frame = site.frame(reader).around(Address::WidgetBuilder(address.clone()));
    let offered: Vec<Language> = frame.offered().collect();
    let language = offered.iter().copied().find(|one| one.code() == text("in")).unwrap_or(reader);
    let path = address.path(language);
    let name = Texts(language).with(
        "widget-title",
        &[
            ("about", &heading(&address, Texts(language))),
            ("site", site.config.face.name(language)),
        ],
    );
    let code = code(&format!("{}{path}", site.origin(&headers)), &name, height);
    let page = render(&BuilderPage {
        action: Word::WidgetBuilder.path(reader),
        names: ParameterNames::of(reader),
        list_name: WidgetAddress::list_name(reader),
        themes: themes()
            .iter()
            .map(|theme| Choice {
                value: theme.slug(reader),
                name: theme.name(reader),
                is_chosen: Some(theme) == address.search.theme,
            })
            .collect(),
        languages: offered
            .iter()
            .map(|one| Choice {
                value: one.code(),
                name: own_name(*one),
                is_chosen: *one == language,
            })
            .collect(),
        search_box: SearchBox::new(&site, &address.search, reader),
        list,
        list_fault,
        height,
        least: *HEIGHTS.start(),
        most: *HEIGHTS.end(),
        name: name.into_owned(),
        path,
        code,
        sites: site.config.face.may_frame.iter().map(|one| one.shown().to_owned()).collect(),
        frame,
    });
    let page = if address.list.is_some() { private(page) } else { page };
    Ok(with_frames(page))
}

/// The height nearest to a wished one.
fn height(wished: u32) -> u16 {
    let (least, most) = HEIGHTS.into_inner();
    u16::try_from(wished).unwrap_or(most).clamp(least, most)
}

/// The element to copy. No page is told which page its reader comes from.
fn code(address: &str, name: &str, height: u16) -> String {
    let (address, name) = (attribute(address), attribute(name));
    format!(
        "<iframe src=\"{address}\" title=\"{name}\" loading=\"lazy\" referrerpolicy=\"no-referrer\" \
         width=\"100%\" height=\"{height}\"></iframe>"
    )
}

/// A text within quotes in HTML.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_keeps_what_it_is_given_within_its_quotes() {
        let code = code("https://a.example/?a=1&b=2", "\"><script>", 300);
        assert!(code.contains("?a=1&amp;b=2\"") && !code.contains("<script>"), "{code}");
        assert!(code.contains("height=\"300\"") && code.contains("&quot;&gt;&lt;script&gt;"));
    }
}
