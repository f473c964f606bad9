//! Where to get help in using the net: plain advice, and what the tray itself has of it.

use std::collections::BTreeSet;

use app::catalogue::{Results, Search};
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::address::{Address, SearchAddress};
use crate::fault::Fault;
use crate::found::preview::Preview;
use crate::frame::Frame;
use crate::language::Reader;
use crate::view::markdown;
use crate::view::text::Text;
use crate::{Site, render};

/// How many services are named.
const SHOWN: usize = 8;
/// How many are looked at: one that is given on several days stands there once.
const LOOKED_AT: usize = 40;
/// How many pieces of advice there are.
const ADVICE: usize = 4;

/// The page.
#[derive(Template)]
#[template(path = "digital-help.html")]
struct DigitalHelpPage {
    frame: Frame,
    preview: Preview,
    services: Vec<HelpLine>,
    /// The search with all of them.
    all: String,
    advice: Vec<(String, String)>,
}

/// A service that helps.
struct HelpLine {
    href: String,
    name: Text,
    organisation: Option<Text>,
    summary: Option<Text>,
}

impl HelpLine {
    /// What tells it from others: its name, and whose it is.
    fn said(&self) -> (String, Option<String>) {
        let organisation = self.organisation.as_ref().map(|text| text.value.clone());
        (self.name.value.clone(), organisation)
    }
}

/// `GET /fi/digituki`.
pub(crate) async fn page(
    State(site): State<Site>,
    Reader(language): Reader,
) -> Result<Response, Fault> {
    let frame = site.frame(language).around(Address::DigitalHelp);
    let words = frame.t.get("digital-help-words").into_owned();
    // Nobody searches in vain here: without a reader's language the search counts nothing.
    let county = site.county();
    let search = Search { words: words.clone(), county, limit: LOOKED_AT, ..Search::default() };
    let results = app::catalogue::search(&site.app, &search).await?;
    Ok(render(&DigitalHelpPage::new(frame, words, &results)))
}

impl DigitalHelpPage {
    fn new(frame: Frame, words: String, results: &Results) -> Self {
        let t = frame.t;
        let fitting = results.services.iter().filter(|_| results.fits());
        let services = fitting.map(|found| {
            let one = &found.summary;
            HelpLine {
                href: Address::Service(one.id.clone()).path(t.0),
                name: Text::best_or(&one.names, t, "name-missing"),
                organisation: Text::best(&one.organisation_names, t.0),
                summary: Text::best(&one.summary, t.0),
            }
        });
        let mut seen = BTreeSet::new();
        let services = services.filter(|line| seen.insert(line.said())).take(SHOWN).collect();
        let advice = (1..=ADVICE).map(|number| {
            let part = |end: &str| t.find("digital-help", &format!("{number}{end}"));
            let heading = part("-heading").unwrap_or_default().into_owned();
            (heading, markdown::html(&part("").unwrap_or_default()))
        });
        Self {
            preview: Preview::new(&frame, t.get("digital-help-heading"))
                .described(t.get("digital-help-lead")),
            services,
            all: SearchAddress { words, page: 1, ..SearchAddress::default() }.path(t.0),
            advice: advice.collect(),
            frame,
        }
    }
}
