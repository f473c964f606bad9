//! What stands on a leaflet, in the reader's language: of each service what to do, the phone first.

use app::catalogue::{Found, ListedService, ServiceDetails};
use domain::shared_list::SharedList;
use jiff::civil::Date;
use paper::{Block, Leaflet, Link, Words};

use crate::address::Address;
use crate::pages::service::{NextStep, instructions, summary};
use crate::pages::shared_list::until;
use crate::texts::Texts;
use crate::view::channel::ChannelCard;
use crate::view::contact::PhoneLink;
use crate::view::hours::{Day, Hours};
use crate::view::markdown::plain;
use crate::view::text::{Text, charge, date, finnish_date};

/// So many places of one service are printed.
const PLACES: usize = 2;
/// So many days that are otherwise are printed of a place.
const EXCEPTIONS: usize = 3;

/// Of what a leaflet is made.
pub(super) struct Source<'a> {
    /// The county's or the site's name.
    pub(super) site: String,
    pub(super) services: &'a [ListedService],
    /// The shared list, with the site's address in public; none of the visitor's own list.
    pub(super) shared: Option<(SharedList, String)>,
    pub(super) today: Date,
}

impl Source<'_> {
    /// The leaflet.
    pub(super) fn leaflet(self, t: Texts) -> Leaflet {
        let mut leads = vec![
            t.count("leaflet-count", self.services.len()).into_owned(),
            t.name("leaflet-printed", date(self.today, t.0)).into_owned(),
        ];
        leads.extend(
            self.shared.iter().map(|(list, _)| t.name("list-until", until(list, t.0)).into_owned()),
        );
        let title = if self.shared.is_some() { "shared-heading" } else { "leaflet-own" };
        let note = self.shared.as_ref().and_then(|(list, _)| note(list, t));
        Leaflet {
            language: t.0.code(),
            site: self.site,
            title: t.get(title).into_owned(),
            leads,
            note,
            services: self.services.iter().map(|one| service(one, self.today, t)).collect(),
            link: self.shared.filter(|(_, origin)| !origin.is_empty()).map(|(list, origin)| Link {
                lead: t.get("leaflet-again").into_owned(),
                address: format!("{origin}{}", Address::short(&list.code)),
                picture: t.get("given-qr").into_owned(),
            }),
            ends: vec![t.get("source-ptv").into_owned()],
            page: t.get("leaflet-page").into_owned(),
        }
    }
}

fn note(list: &SharedList, t: Texts) -> Option<(String, Words)> {
    let note = list.note.as_ref()?;
    let language = (list.language != t.0).then(|| list.language.code());
    let words = Words { text: note.as_str().to_owned(), language };
    Some((t.get("shared-note").into_owned(), words))
}

fn service(one: &ListedService, today: Date, t: Texts) -> paper::ListedService {
    let (name, blocks) = match &one.found {
        Some(Found::Offered(details)) => {
            (Text::best_or(&details.service.names(), t, "name-missing"), said(details, today, t))
        }
        Some(Found::Gone(names)) => (Text::best_or(names, t, "name-missing"), gone(t)),
        None => (Text::own(t.get("list-unknown")), gone(t)),
    };
    paper::ListedService { name: words(name), blocks }
}

fn gone(t: Texts) -> Vec<Block> {
    vec![Block::Text(Words::own(t.get("list-gone")))]
}

fn said(details: &ServiceDetails, today: Date, t: Texts) -> Vec<Block> {
    let service = &details.service;
    let next = NextStep::of(details, today, t);
    let labelled = |key, words| Block::Labelled(t.get(key).into_owned(), words);
    let mut blocks: Vec<Block> = next.phones.into_iter().map(phone).collect();
    if let Some(text) = instructions(details, t).or_else(|| summary(details, t)) {
        let text = Text { value: plain(&text.value), ..text };
        blocks.push(labelled("leaflet-do", words(text)));
    }
    let cards = details.channels.iter().map(|one| ChannelCard::connected(one, today, t));
    for place in cards.filter(ChannelCard::is_place).take(PLACES) {
        let at = place.visiting_address().map(|address| format!("\n{address}")).unwrap_or_default();
        let named = Text { value: format!("{}{at}", place.name.value), ..place.name };
        blocks.push(labelled("leaflet-place", words(named)));
        if let Some(hours) = hours(&place.hours, t) {
            blocks.push(labelled("leaflet-hours", Words::own(hours)));
        }
        blocks.extend(place.hours.notes.into_iter().map(|note| Block::Text(words(note))));
    }
    for link in next.links {
        let text = format!("{}\n{}", link.name.value, link.href);
        blocks.push(labelled("leaflet-online", words(Text { value: text, ..link.name })));
    }
    if let Some(price) = service.charge_with(details.description.as_ref()) {
        blocks.push(labelled("leaflet-price", Words::own(charge(&price, t))));
    }
    let organisation = service.organisation.as_ref();
    let organisation = organisation.and_then(|id| Text::best(details.organisations.get(id)?, t.0));
    blocks.extend(organisation.map(|name| labelled("leaflet-by", words(name))));
    blocks.extend(service.modified.map(|instant| {
        let changed = t.name("leaflet-changed", date(finnish_date(instant), t.0));
        Block::Text(Words::own(changed))
    }));
    blocks
}

fn words(text: Text) -> Words {
    Words { text: text.value, language: text.lang }
}

/// A number to call; below it whose it is, that it takes messages, and what it costs, each in its own language.
fn phone((name, phone): (Text, PhoneLink)) -> Block {
    let kind = phone.kind.map(Words::own);
    let notes = phone.notes.into_iter().map(words);
    Block::Phone(phone.shown, std::iter::once(words(name)).chain(kind).chain(notes).collect())
}

/// The week in short, days with the same hours together, and the next days that are otherwise.
fn hours(hours: &Hours, t: Texts) -> Option<String> {
    let mut lines = Vec::new();
    if hours.is_always_open {
        lines.push(t.get("leaflet-always").into_owned());
    }
    for same in hours.week.chunk_by(|one, other| one.times == other.times) {
        if let [first, between @ ..] = same {
            lines.push(format!("{}: {}", days(first, between.last()), first.times));
        }
    }
    let exceptions = hours.exceptions.iter().take(EXCEPTIONS);
    lines.extend(exceptions.map(|one| format!("{}: {}", one.when, one.times)));
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn days(first: &Day, last: Option<&Day>) -> String {
    match last {
        Some(last) => format!("{}–{}", first.name, last.name),
        None => first.name.to_string(),
    }
}
