//! The provider's own view: who is let in, what a confirmation holds for, and the digests.

use app::App;
use app::coordinator::Coordinator;
use app::mail::{Encryption, Post, send_due};
use app::provider::*;
use app::quality::{Settings, Standards, refresh};
use domain::Language;
use domain::catalogue::{EntityId, EntityKind};
use domain::coordinator::CoordinatorName;
use domain::feedback::{FeedbackKind, Told};
use domain::import::Mode;
use domain::provider_link::{DigestRhythm, LinkValidity, ProviderKey};
use domain::task::Watch;
use jiff::ToSpan;
use serde_json::json;
use sources::Record;

use crate::smtp::Server;
use crate::source::*;

fn aino() -> Coordinator {
    Coordinator::operator(CoordinatorName::take("Aino").unwrap())
}

fn draft(email: &str, rhythm: DigestRhythm) -> LinkDraft {
    LinkDraft {
        language: Language::Sv,
        validity: LinkValidity::Month,
        email: email.to_owned(),
        rhythm,
    }
}

async fn link(app: &App, draft: LinkDraft) -> Made {
    make(app, &aino(), None, &organisation_id(1), draft).await.unwrap().unwrap()
}

async fn check(app: &App) {
    refresh(app, &Standards::of_all(Settings::default())).await.unwrap();
}

async fn import_changed(app: &App, minutes: i64, records: impl IntoIterator<Item = Record>) {
    app.set_clock(minute(minutes));
    import_as(app, options(Mode::Incremental), Source::part(records)).await.unwrap();
    check(app).await;
}

fn pass(app: &App, days: i64) {
    app.set_clock(app.now().checked_add((24 * days).hours()).unwrap());
}

fn phone(number: &str) -> Record {
    let mut document = channel_document(1);
    document["texts"]["fi"]["contact"] = json!({"phones": [{"kind": "Phone", "number": number}]});
    record(EntityKind::Channel, &document)
}

/// Where the pages would be.
struct Pages;

impl ProviderAddresses for Pages {
    fn view(&self, _: Option<&str>, _: Language, key: &ProviderKey) -> Option<String> {
        Some(format!("https://t.example/view/{}", key.as_str()))
    }

    fn unsubscribe(&self, _: Option<&str>, _: Language, key: &ProviderKey) -> Option<String> {
        Some(format!("https://t.example/end/{}", key.as_str()))
    }
}

/// The key at the end of an address in a letter.
fn key_after(letter: &str, start: &str) -> ProviderKey {
    let rest = letter.split_once(start).unwrap_or_else(|| panic!("no {start}: {letter}")).1;
    ProviderKey::read(&rest[..ProviderKey::LENGTH]).unwrap()
}

#[tokio::test]
async fn a_key_opens_its_link_until_it_expires_or_is_revoked_and_another_opens_nothing() {
    for app in apps().await {
        import(&app, Source::whole(town(1))).await;
        let Made { link: made, key } = link(&app, draft("", DigestRhythm::Never)).await;
        let is_open =
            async |county, key: &ProviderKey| open(&app, county, key).await.unwrap().is_some();
        assert!(is_open(None, &key).await);
        assert!(!is_open(Some("05"), &key).await, "another county's site does not have it");
        assert!(!is_open(None, &ProviderKey::of_chance([1; 26])).await);
        pass(&app, 31);
        assert!(!is_open(None, &key).await, "it has expired");
        renew(&app, &aino(), None, &made.id, LinkValidity::Month).await.unwrap();
        assert!(is_open(None, &key).await, "renewed, it has the address that it had");
        assert!(renew(&app, &aino(), Some("05"), &made.id, LinkValidity::Year).await.is_err());
        assert_eq!(revoke(&app, &aino(), None, &made.id).await.unwrap(), organisation_id(1));
        assert!(!is_open(None, &key).await);
        let again = renew(&app, &aino(), None, &made.id, LinkValidity::Year).await;
        assert!(matches!(again, Err(app::Error::NotFound)), "what is revoked stays so");
    }
}

#[tokio::test]
async fn a_link_is_made_for_an_organisation_that_is_there_and_with_an_address_that_is_one() {
    for app in apps().await {
        import(&app, Source::whole(town(1))).await;
        let never = draft("", DigestRhythm::Never);
        let absent = make(&app, &aino(), None, &organisation_id(7), never).await;
        assert!(matches!(absent, Err(app::Error::NotFound)));
        for (email, refusal) in [("x", LinkRefusal::NoAddress), (" ", LinkRefusal::MissingAddress)]
        {
            let organisation = organisation_id(1);
            let weekly = draft(email, DigestRhythm::Weekly);
            let refused = make(&app, &aino(), None, &organisation, weekly).await;
            assert_eq!(refused.unwrap().unwrap_err(), refusal);
        }
        let never = link(&app, draft("a@b.example", DigestRhythm::Never)).await;
        assert_eq!(never.link.email, "", "an address for nothing is not kept");
        for _ in 0..19 {
            link(&app, draft("", DigestRhythm::Never)).await;
        }
        let organisation = organisation_id(1);
        let more = make(&app, &aino(), None, &organisation, draft("", DigestRhythm::Never)).await;
        assert_eq!(more.unwrap().unwrap_err(), LinkRefusal::TooMany);
        let at_home = json!({
            "id": organisation, "kind": "Municipality", "municipality": "529",
            "texts": {"fi": {"name": "Naantali"}},
        });
        import_changed(&app, 1, [record(EntityKind::Organisation, &at_home)]).await;
        let never = draft("", DigestRhythm::Never);
        let elsewhere = make(&app, &aino(), Some("05"), &organisation, never).await.unwrap();
        assert!(elsewhere.is_ok(), "another site's links take no place from this one's");
    }
}

#[tokio::test]
async fn a_confirmation_holds_until_an_import_changes_something_of_the_service() {
    for app in apps().await {
        import(&app, Source::whole(town(2))).await;
        let key = link(&app, draft("", DigestRhythm::Never)).await.key;
        let provider = open(&app, None, &key).await.unwrap().unwrap();
        let (one, two) = (service_id(1), service_id(2));
        let day = async |id: &EntityId| confirmed(&app, id).await.unwrap();
        let seen = descriptions(&app, &provider, (0, 9)).await.unwrap().generation;
        for id in [&one, &two] {
            assert_eq!(confirm(&app, &provider, id, seen).await.unwrap(), Confirmed::Done);
        }
        assert_eq!(day(&one).await, Some(app.now()));
        import_changed(&app, 1, [phone("021111")]).await;
        assert_eq!(day(&one).await, None, "its channel has another number");
        assert!(day(&two).await.is_some(), "the other is as it was");
        assert_eq!(confirm(&app, &provider, &one, seen).await.unwrap(), Confirmed::Changed);
        assert_eq!(day(&one).await, None, "what was seen is not what is there");
        let now = descriptions(&app, &provider, (0, 9)).await.unwrap();
        assert_eq!((now.total, now.services[1].confirmed.is_some()), (2, true));
        let ahead = now.generation + 5;
        assert_eq!(confirm(&app, &provider, &one, ahead).await.unwrap(), Confirmed::Done);
        assert_eq!(confirm(&app, &provider, &one, seen).await.unwrap(), Confirmed::Changed);
        assert_eq!(day(&one).await, Some(app.now()), "an old page takes no new confirmation away");
        import_changed(&app, 2, [service(1, "Uusi nimi")]).await;
        assert_eq!(day(&one).await, None, "nobody confirms what is yet to come");
        take_back(&app, &provider, &two).await.unwrap();
        assert_eq!(day(&two).await, None);
        let other = confirm(&app, &provider, &service_id(9), seen).await;
        assert!(matches!(other, Err(app::Error::NotFound)));
    }
}

#[tokio::test]
async fn a_confirmation_ends_when_the_services_general_description_changes() {
    for app in apps().await {
        let general = |id: char, summary: &str| {
            let texts = json!({"fi": {"name": "Kirjastopalvelut", "summary": summary}});
            let document =
                json!({"id": crate::source::id(id, 1), "kind": "Service", "texts": texts});
            record(EntityKind::GeneralDescription, &document)
        };
        let mut service = service_document(1, "Kirjasto");
        service["general_description"] = json!(crate::source::id('9', 1));
        let service = record(EntityKind::Service, &service);
        import(&app, Source::whole(town(1).into_iter().chain([general('8', "a")]))).await;
        import_changed(&app, 1, [service, general('9', "Lainat")]).await;
        let key = link(&app, draft("", DigestRhythm::Never)).await.key;
        let provider = open(&app, None, &key).await.unwrap().unwrap();
        let one = service_id(1);
        let seen = descriptions(&app, &provider, (0, 9)).await.unwrap().generation;
        assert_eq!(confirm(&app, &provider, &one, seen).await.unwrap(), Confirmed::Done);
        import_changed(&app, 2, [general('8', "b")]).await;
        assert!(confirmed(&app, &one).await.unwrap().is_some(), "another's description");
        import_changed(&app, 3, [general('9', "Lainat ja tilat")]).await;
        assert_eq!(confirmed(&app, &one).await.unwrap(), None);
    }
}

#[tokio::test]
async fn a_digest_goes_not_more_often_than_chosen_and_has_a_key_and_an_end_of_its_own() {
    for app in apps().await {
        let server = Server::start().await;
        let post = Post::new("127.0.0.1", server.port, Encryption::None, None, "t@example.fi");
        let post = post.unwrap();
        import(&app, Source::whole(town(1))).await;
        check(&app).await;
        let made = link(&app, draft("toimija@example.fi", DigestRhythm::Weekly)).await;
        assert_eq!(send_digests(&app, &Pages).await.unwrap(), 1);
        assert_eq!(send_digests(&app, &Pages).await.unwrap(), 0, "it is sent once");
        send_due(&app, &post).await.unwrap();
        let letter = server.letters().remove(0).replace("=\n", "").replace("\n ", "");
        assert!(letter.starts_with("<toimija@example.fi>"), "{letter}");
        assert!(letter.contains("List-Unsubscribe: <https://t.example/end/"), "{letter}");
        assert!(letter.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{letter}");
        let view = key_after(&letter, "https://t.example/view/");
        let end = key_after(&letter, "<https://t.example/end/");
        for key in [&view, &made.key] {
            assert!(open(&app, None, key).await.unwrap().is_some(), "both keys open the link");
        }
        assert!(open(&app, None, &end).await.unwrap().is_none(), "the end opens no page");
        assert!(!unsubscribe(&app, None, &view).await.unwrap(), "nor does the page's key end them");
        pass(&app, 6);
        assert_eq!(send_digests(&app, &Pages).await.unwrap(), 0);
        pass(&app, 1);
        assert_eq!(send_digests(&app, &Pages).await.unwrap(), 1);
        assert!(!unsubscribe(&app, Some("05"), &end).await.unwrap());
        assert!(unsubscribe(&app, None, &end).await.unwrap());
        pass(&app, 8);
        assert_eq!(send_digests(&app, &Pages).await.unwrap(), 0);
        let kept = links(&app, &aino(), None, &organisation_id(1)).await.unwrap();
        assert_eq!((kept[0].email.as_str(), kept[0].rhythm), ("", DigestRhythm::Never));
        revoke(&app, &aino(), None, &kept[0].id).await.unwrap();
        assert!(unsubscribe(&app, None, &end).await.unwrap(), "old letters promise an end");
    }
}

#[tokio::test]
async fn a_digest_that_waits_goes_to_nobody_whose_link_or_digests_have_ended() {
    for app in apps().await {
        let server = Server::start().await;
        let post = Post::new("127.0.0.1", server.port, Encryption::None, None, "t@example.fi");
        let post = post.unwrap();
        import(&app, Source::whole(town(1))).await;
        check(&app).await;
        let mut made = Vec::new();
        for email in ["a@b.example", "c@d.example", "e@f.example", "g@h.example"] {
            made.push(link(&app, draft(email, DigestRhythm::Weekly)).await);
        }
        assert_eq!(send_digests(&app, &Pages).await.unwrap(), 4);
        revoke(&app, &aino(), None, &made[0].link.id).await.unwrap();
        for (place, email, rhythm) in
            [(1, "", DigestRhythm::Never), (2, "moved@f.example", DigestRhythm::Weekly)]
        {
            let provider = open(&app, None, &made[place].key).await.unwrap().unwrap();
            set_digest(&app, &provider, email, rhythm).await.unwrap().unwrap();
        }
        assert_eq!(send_due(&app, &post).await.unwrap(), 1);
        let letters = server.letters();
        let [letter] = letters.as_slice() else { panic!("{letters:?}") };
        assert!(letter.starts_with("<g@h.example>"), "{letter}");
        let mut on = app.database().begin().await.unwrap();
        assert_eq!(store::mail::count(&mut on).await.unwrap(), 0, "nothing waits in vain");
    }
}

#[tokio::test]
async fn an_empty_digest_is_not_sent_and_a_report_that_is_a_task_fills_it() {
    for app in apps().await {
        import(&app, Source::whole(town(1))).await;
        // Nothing was checked, and so nothing is found.
        link(&app, draft("toimija@example.fi", DigestRhythm::Monthly)).await;
        assert_eq!(send_digests(&app, &Pages).await.unwrap(), 0);
        let given = app::feedback::Given {
            about: Some(service_id(1)),
            county: None,
            told: Told::take(Some(FeedbackKind::Wrong), "Numero on väärä.").unwrap(),
            language: Language::Fi,
            reply: None,
        };
        app::feedback::give(&app, given).await.unwrap();
        let report = app::feedback::list(&app, &aino(), None, 1).await.unwrap().remove(0);
        let watch = Some(Watch::Phones);
        app::task::make_of_report(&app, &aino(), None, &report.id, watch).await.unwrap();
        assert_eq!(send_digests(&app, &Pages).await.unwrap(), 1);
        let key = link(&app, draft("", DigestRhythm::Never)).await.key;
        let provider = open(&app, None, &key).await.unwrap().unwrap();
        let seen = view(&app, &provider, (0, 9)).await.unwrap();
        let [report] = seen.reports.as_slice() else { panic!("{:?}", seen.reports) };
        assert_eq!((report.watch, &report.service), (Some(Watch::Phones), &service_id(1)));
    }
}

#[tokio::test]
async fn what_is_to_be_mended_comes_in_order_of_worth() {
    for app in apps().await {
        import(&app, Source::whole(town(2))).await;
        check(&app).await;
        app::coverage::refresh(&app).await.unwrap();
        let key = link(&app, draft("", DigestRhythm::Never)).await.key;
        let provider = open(&app, None, &key).await.unwrap().unwrap();
        let seen = view(&app, &provider, (0, 500)).await.unwrap();
        assert!(seen.total > 3 && seen.findings.len() == seen.total, "{}", seen.total);
        let worth: Vec<(u64, u32)> = seen
            .findings
            .iter()
            .map(|one| (one.worth(), one.finding.rule.severity.cost()))
            .collect();
        assert!(worth.is_sorted_by(|one, other| one >= other), "{worth:?}");
        let page = view(&app, &provider, (1, 2)).await.unwrap();
        assert_eq!(page.findings.len(), 2);
        assert_eq!(page.findings[0].finding.rule.id, seen.findings[1].finding.rule.id);
    }
}

#[tokio::test]
async fn links_that_ended_long_ago_are_deleted_with_their_addresses() {
    for app in apps().await {
        import(&app, Source::whole(town(1))).await;
        link(&app, draft("toimija@example.fi", DigestRhythm::Weekly)).await;
        pass(&app, 60);
        assert_eq!(delete_ended(&app).await.unwrap(), 0, "it may still be renewed");
        pass(&app, 2);
        assert_eq!(delete_ended(&app).await.unwrap(), 1);
        assert!(links(&app, &aino(), None, &organisation_id(1)).await.unwrap().is_empty());
    }
}
