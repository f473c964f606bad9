//! Needs: what people say leads to the services that answer it.

use domain::Language;
use domain::reference::{Need, needs};

use super::{dictionary, found, ids, index, plain, service, with_dictionary};
use crate::phrases::Spoken;
use crate::{Document, Field, Index, IndexBuilder, MatchKind, Query, Way};

fn town() -> Index {
    let of_class = |id: &str, name: &str, class: &str| Document {
        classes: vec![class.to_owned()],
        ..service(id, name)
    };
    index(
        plain(),
        &[
            of_class("debts", "Talous- ja velkaneuvonta", "P15.1"),
            of_class("pool", "Uimahalli", "P27.1"),
            of_class("library", "Kirjasto", "P25.1"),
            of_class("crisis", "Kriisipäivystys", "P5.13"),
            service("judo", "Judo").with(Field::Description, Language::Fi, "Harrastus kaikille."),
        ],
    )
}

#[test]
fn everyday_words_find_the_service_that_answers_the_need() {
    let town = town();
    for text in ["velat", "skulder", "in debt"] {
        let hits = town.search(&Query { with_reasons: true, ..Query::new(text) });
        assert_eq!(ids(&hits)[0], "debts", "{text}");
        assert_eq!(hits.match_kind, MatchKind::Need, "{text}");
        assert!(hits.needs.contains(&"talous- ja velkaneuvonta"), "{text}: {:?}", hits.needs);
        let reasons = &hits.hits[0].reasons;
        let need = reasons.iter().find(|reason| reason.way == Way::Need);
        assert!(need.is_some_and(|reason| needs().iter().any(|n| n.name == reason.by)), "{text}");
    }
}

#[test]
fn a_need_that_no_service_answers_is_told_and_nothing_is_said_to_fit() {
    let index = index(plain(), &[service("judo", "Judo")]);
    let hits = index.search(&Query::new("velkaneuvonta"));
    assert_eq!((hits.match_kind, hits.total), (MatchKind::Nothing, 0));
    assert!(hits.needs.contains(&"talous- ja velkaneuvonta"));
}

#[test]
fn danger_is_heard_and_everyday_trouble_is_not_taken_for_it() {
    let town = town();
    for text in ["haluan kuolla", "jag vill dö", "mies hakkaa", "raped"] {
        assert!(town.search(&Query::new(text)).is_crisis, "{text}");
    }
    for text in ["kirjasto", "uimahalli", "velat", "", "judo", "hammaslääkäri"] {
        assert!(!town.search(&Query::new(text)).is_crisis, "{text}");
    }
}

#[test]
fn words_written_for_a_class_find_services_of_the_class_without_a_word_in_common() {
    let aid = Document { classes: vec!["P15.1".to_owned()], ..service("aid", "Takuusäätiö") };
    let index = index(plain(), &[aid, service("judo", "Judo")]);
    assert_eq!(found(&index, "ulosotto")[0], "aid");
}

/// Phrases that do not reach a class of their need, each with the reason.
const ASTRAY: [(&str, &str); 1] = [(
    "mitä tehdä kolarissa",
    "Kolari is a municipality: the query is taken to ask what to do there",
)];

/// The same where words are analysed by their endings alone.
const ASTRAY_WITHOUT_DICTIONARY: [(&str, &str); 3] = [
    ("sosiaalinen luotto", "its stem is that of Luoto, a municipality"),
    ("kajakin vuokraus", "its stem is taken for that of Kajaani, a municipality"),
    ("vad finns att se", "\"se\" says nothing in Finnish, and the rest too little"),
];

/// A catalogue in which every word of every phrase stands somewhere.
fn with_every_word() -> Index {
    let lexicon = with_dictionary().unwrap_or_else(plain);
    let mut document = service("all", "Kaikki");
    for (language, phrase) in lexicon.needs.iter().flat_map(|need| &need.phrases) {
        document.texts.push((Field::Keyword, *language, (*phrase).to_owned()));
    }
    let mut builder = IndexBuilder::new(lexicon);
    builder.add(&document);
    builder.finish(1)
}

/// How one phrase was understood.
struct Heard {
    need: &'static Need,
    phrase: &'static str,
    spoken: Vec<Spoken>,
}

impl Heard {
    fn is_own(&self) -> bool {
        self.spoken.iter().any(|one| needs()[one.need as usize].name == self.need.name)
    }

    fn has_class(&self) -> bool {
        let classes = self.spoken.iter().flat_map(|one| &needs()[one.need as usize].classes);
        classes.into_iter().any(|class| self.need.classes.contains(class))
    }
}

/// Every phrase of the vocabulary as a query of its own, on as many threads as there are.
fn hear_all() -> Vec<Heard> {
    let index = &with_every_word();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let hear = |need: &'static Need| {
        need.phrases.iter().map(move |(_, phrase)| Heard {
            need,
            phrase,
            spoken: index.plan(phrase, &crate::StaffList::default()).needs.clone(),
        })
    };
    std::thread::scope(|scope| {
        let parts = needs().chunks(needs().len().div_ceil(threads));
        let parts: Vec<_> = parts
            .map(|part| scope.spawn(move || part.iter().flat_map(hear).collect::<Vec<Heard>>()))
            .collect();
        parts.into_iter().flat_map(|part| part.join().unwrap()).collect()
    })
}

#[test]
fn every_phrase_reaches_a_class_of_its_need_and_nearly_every_one_its_own_need() {
    let heard = hear_all();
    assert!(heard.len() >= 2_500);
    let without: &[_] = if dictionary().is_some() { &[] } else { &ASTRAY_WITHOUT_DICTIONARY };
    let is_known = |phrase: &str| ASTRAY.iter().chain(without).any(|astray| astray.0 == phrase);
    let lost = heard.iter().filter(|one| !one.has_class() && !is_known(one.phrase));
    let lost: Vec<&str> = lost.map(|one| one.phrase).collect();
    assert!(lost.is_empty(), "these phrases reach no class of their need: {lost:#?}");
    let others: Vec<(&str, &str)> =
        heard.iter().filter(|one| !one.is_own()).map(|one| (one.need.name, one.phrase)).collect();
    println!(
        "{} of {} phrases are understood as other needs: {others:#?}",
        others.len(),
        heard.len()
    );
    assert!(others.len() * 1_000 <= heard.len(), "{others:#?}");
}
