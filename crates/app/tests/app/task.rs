//! The worklist through imports: closed by itself, opened again, and told to whoever reported it.

use app::coordinator::Coordinator;
use app::feedback::{Given, give};
use app::mail::{Encryption, Post, delete_old, send_due};
use app::quality::{Settings, Standards, refresh};
use app::task::{Choice, change, get, list, make_of_finding, make_of_report};
use app::{App, Error};
use domain::Language;
use domain::catalogue::{EntityId, EntityKind};
use domain::coordinator::CoordinatorName;
use domain::feedback::{FeedbackKind, ReplyAddress, Told};
use domain::import::Mode;
use domain::task::{Deed, TaskAbout, TaskChange, TaskEvent, TaskState, Watch};
use jiff::{Timestamp, ToSpan};
use serde_json::json;
use sources::Record;
use store::quality::Finding;

use crate::smtp::Server;
use crate::source::*;

fn aino() -> Coordinator {
    Coordinator::operator(CoordinatorName::take("Aino").unwrap())
}

async fn check(app: &App) {
    refresh(app, &Standards::of_all(Settings::default())).await.unwrap();
}

async fn import_changed(app: &App, minutes: i64, records: impl IntoIterator<Item = Record>) {
    app.set_clock(minute(minutes));
    import_as(app, options(Mode::Incremental), Source::part(records)).await.unwrap();
    check(app).await;
}

async fn findings(app: &App, subject: &EntityId) -> Vec<Finding> {
    let mut on = app.database().begin().await.unwrap();
    store::quality::of_subject(&mut on, subject).await.unwrap()
}

fn about(one: &Finding) -> TaskAbout {
    TaskAbout::Finding {
        kind: one.place.kind,
        entity: one.place.id.clone(),
        rule: one.place.rule.clone(),
        language: one.place.language.map_or("", Language::code).to_owned(),
        field: one.place.field.clone(),
    }
}

/// A service with a summary of so many letters.
fn summed_up(letters: usize) -> Record {
    let mut document = service_document(1, "Palvelu 1");
    document["texts"]["fi"]["summary"] = json!("a".repeat(letters));
    record(EntityKind::Service, &document)
}

/// The channel with a number.
fn phone(number: &str) -> Record {
    let mut document = channel_document(1);
    document["texts"]["fi"]["contact"] = json!({"phones": [{"kind": "Phone", "number": number}]});
    record(EntityKind::Channel, &document)
}

/// When a task changed last.
async fn seen(app: &App, id: &str) -> Timestamp {
    get(app, &aino(), None, id).await.unwrap().task.changed
}

async fn state(app: &App, id: &str) -> TaskState {
    get(app, &aino(), None, id).await.unwrap().task.state
}

async fn deeds(app: &App, id: &str) -> Vec<(Option<String>, Deed)> {
    let history = get(app, &aino(), None, id).await.unwrap().history;
    history.into_iter().map(|event| (event.who, event.deed)).collect()
}

#[tokio::test]
async fn a_task_of_a_finding_is_closed_by_the_import_that_mends_it_and_opened_by_one_that_brings_it_back()
 {
    for app in apps().await {
        import(&app, Source::whole(town(1))).await;
        check(&app).await;
        import_changed(&app, 1, [summed_up(200)]).await;
        let found = findings(&app, &service_id(1)).await;
        let long = found.iter().find(|one| one.place.rule == "L1").unwrap();
        let id = make_of_finding(&app, &aino(), None, &service_id(1), about(long)).await.unwrap();
        let again =
            make_of_finding(&app, &aino(), None, &service_id(1), about(long)).await.unwrap();
        assert_eq!(id, again, "there is one task for a finding");
        let wanted = TaskChange::take(["Turun kirjasto", "promised", "2027-02-01", "Soitettu", ""]);
        change(&app, &aino(), None, &id, seen(&app, &id).await, wanted.unwrap()).await.unwrap();
        import_changed(&app, 2, [summed_up(100)]).await;
        assert_eq!(state(&app, &id).await, TaskState::Fixed);
        import_changed(&app, 3, [summed_up(180)]).await;
        assert_eq!(state(&app, &id).await, TaskState::Open);
        let by_aino = |deed| (Some("Aino".to_owned()), deed);
        assert_eq!(
            deeds(&app, &id).await,
            [
                by_aino(Deed::Made),
                by_aino(Deed::Given("Turun kirjasto".to_owned())),
                by_aino(Deed::Dated(Some("2027-02-01".parse().unwrap()))),
                by_aino(Deed::Came(TaskState::Promised)),
                by_aino(Deed::Noted("Soitettu".to_owned())),
                (None, Deed::Came(TaskState::Fixed)),
                (None, Deed::Came(TaskState::Open)),
            ]
        );
        let left = TaskChange::take(["", "left", "", "", ""]).unwrap();
        change(&app, &aino(), None, &id, seen(&app, &id).await, left).await.unwrap();
        import_changed(&app, 4, [summed_up(100)]).await;
        assert_eq!(state(&app, &id).await, TaskState::Left, "what was left is left");
    }
}

#[tokio::test]
async fn a_change_of_what_has_changed_since_it_was_seen_is_refused() {
    for app in apps().await {
        reply(&app).await;
        let left = Choice { state: Some(TaskState::Left), ..Choice::default() };
        let listed = list(&app, &aino(), &left, (0, 1)).await.unwrap();
        let id = &listed.tasks[0].id;
        let old = seen(&app, id).await;
        app.set_clock(app.now().checked_add(1.minute()).unwrap());
        let wanted = |owner| TaskChange::take([owner, "open", "", "", ""]).unwrap();
        change(&app, &aino(), None, id, old, wanted("Aino")).await.unwrap();
        let late = change(&app, &aino(), None, id, old, wanted("Väinö")).await;
        assert!(matches!(late, Err(Error::Conflict(_))), "{late:?}");
        assert_eq!(get(&app, &aino(), None, id).await.unwrap().task.owner, "Aino");
    }
}

#[tokio::test]
async fn a_wrong_number_that_is_reported_is_told_of_when_an_import_brings_another() {
    for app in apps().await {
        let server = Server::start().await;
        let post =
            Post::new("127.0.0.1", server.port, Encryption::None, None, "Tarjotin <t@example.fi>");
        let post = post.unwrap();
        import(&app, Source::whole(town(1))).await;
        import_changed(&app, 1, [phone("021111")]).await;
        let given = Given {
            about: Some(service_id(1)),
            county: None,
            told: Told::take(Some(FeedbackKind::Wrong), "Puhelinnumero on väärä.").unwrap(),
            language: Language::Fi,
            reply: ReplyAddress::take("aino@example.fi").unwrap(),
        };
        give(&app, given).await.unwrap();
        let report = app::feedback::list(&app, &aino(), None, 1).await.unwrap().remove(0);
        let id =
            make_of_report(&app, &aino(), None, &report.id, Some(Watch::Phones)).await.unwrap();
        assert!(get(&app, &aino(), None, &id).await.unwrap().is_answer_awaited);
        let elsewhere = get(&app, &aino(), Some("05"), &id).await;
        assert!(
            matches!(elsewhere, Err(app::Error::NotFound)),
            "a county's site has its own alone"
        );
        import_changed(&app, 2, [summed_up(10)]).await;
        assert_eq!(state(&app, &id).await, TaskState::Open, "another change mends no number");
        assert_eq!(send_due(&app, &post).await.unwrap(), 0);
        import_changed(&app, 3, [phone("022222")]).await;
        assert_eq!(state(&app, &id).await, TaskState::Fixed);
        assert!(!get(&app, &aino(), None, &id).await.unwrap().is_answer_awaited);
        assert_eq!(send_due(&app, &post).await.unwrap(), 1);
        let letters = server.letters();
        let [letter] = letters.as_slice() else { panic!("{letters:?}") };
        assert!(letter.starts_with("<aino@example.fi>"), "{letter}");
        assert!(letter.contains("From: Tarjotin <t@example.fi>"), "{letter}");
        assert_eq!(send_due(&app, &post).await.unwrap(), 0, "it is sent once");
        import_changed(&app, 4, [phone("021111")]).await;
        assert_eq!(state(&app, &id).await, TaskState::Open, "the wrong number is back");
        import_changed(&app, 5, [phone("023333")]).await;
        assert_eq!(send_due(&app, &post).await.unwrap(), 0, "the address is no longer kept");
    }
}

/// A reply to a report, on its way to the reporter.
async fn reply(app: &App) -> String {
    let given = Given {
        about: None,
        county: None,
        told: Told::take(Some(FeedbackKind::Wish), "Lisää värejä.").unwrap(),
        language: Language::Sv,
        reply: ReplyAddress::take("aino@example.fi").unwrap(),
    };
    give(app, given).await.unwrap();
    let report = app::feedback::list(app, &aino(), None, 1).await.unwrap().remove(0);
    let id = make_of_report(app, &aino(), None, &report.id, None).await.unwrap();
    let left = TaskChange::take(["", "left", "", "Sisäinen", "Färgerna räcker."]).unwrap();
    change(app, &aino(), None, &id, seen(app, &id).await, left).await.unwrap();
    id
}

async fn history(app: &App, id: &str) -> Vec<TaskEvent> {
    get(app, &aino(), None, id).await.unwrap().history
}

async fn waiting(app: &App) -> i64 {
    let mut on = app.database().begin().await.unwrap();
    store::mail::count(&mut on).await.unwrap()
}

#[tokio::test]
async fn a_letter_waits_until_the_server_takes_it() {
    for app in apps().await {
        let server = Server::start().await;
        let post =
            Post::new("127.0.0.1", server.port, Encryption::None, None, "t@example.fi").unwrap();
        reply(&app).await;
        server.refuse_for_now();
        assert_eq!(send_due(&app, &post).await.unwrap(), 0);
        server.take_again();
        assert_eq!(send_due(&app, &post).await.unwrap(), 0, "it rests for a while");
        app.set_clock(app.now().checked_add(1.minute()).unwrap());
        assert_eq!(send_due(&app, &post).await.unwrap(), 1);
        let letter = server.letters().remove(0);
        assert!(letter.contains("Subject: Svar "), "{letter}");
        assert!(letter.contains("cker."), "{letter}");
        assert!(!letter.contains("Sis"), "a note is for coordinators only: {letter}");
        assert_eq!(waiting(&app).await, 0);
    }
}

#[tokio::test]
async fn a_letter_that_the_server_refuses_for_good_is_not_kept() {
    for app in apps().await {
        let server = Server::start().await;
        let post =
            Post::new("127.0.0.1", server.port, Encryption::None, None, "t@example.fi").unwrap();
        let id = reply(&app).await;
        server.refuse_us();
        assert_eq!(send_due(&app, &post).await.unwrap(), 0);
        assert_eq!(waiting(&app).await, 1, "it is not the letter's fault");
        app.set_clock(app.now().checked_add(1.minute()).unwrap());
        server.refuse_for_good();
        assert_eq!(waiting(&app).await, 1);
        assert_eq!(send_due(&app, &post).await.unwrap(), 0);
        assert_eq!(waiting(&app).await, 0);
        let last = history(&app, &id).await.pop().unwrap();
        assert_eq!((last.deed, last.who), (Deed::Unreached, None), "the coordinator sees it");
    }
}

#[tokio::test]
async fn a_letter_that_nothing_sends_is_deleted_after_two_weeks() {
    for app in apps().await {
        let id = reply(&app).await;
        let written = app.now();
        app.set_clock(written.checked_add((14 * 24 - 1).hours()).unwrap());
        assert_eq!(delete_old(&app).await.unwrap(), 0);
        app.set_clock(written.checked_add((14 * 24).hours()).unwrap());
        assert_eq!(delete_old(&app).await.unwrap(), 1);
        assert_eq!(waiting(&app).await, 0);
        assert_eq!(history(&app, &id).await.pop().unwrap().deed, Deed::Unreached);
    }
}

#[tokio::test]
async fn an_address_is_forgotten_after_half_a_year_or_with_its_feedback() {
    for app in apps().await {
        for words in ["Yksi", "Kaksi"] {
            let given = Given {
                about: None,
                county: None,
                told: Told::take(Some(FeedbackKind::Wish), words).unwrap(),
                language: Language::Fi,
                reply: ReplyAddress::take("aino@example.fi").unwrap(),
            };
            give(&app, given).await.unwrap();
        }
        let both = app::feedback::list(&app, &aino(), None, 1).await.unwrap();
        let awaited = async |id: &str| {
            let mut on = app.database().begin().await.unwrap();
            store::feedback::has_reply(&mut on, id).await.unwrap()
        };
        app::feedback::delete(&app, &both[0].id).await.unwrap();
        app::feedback::delete_old(&app).await.unwrap();
        assert!(!awaited(&both[0].id).await && awaited(&both[1].id).await);
        app.set_clock(app.now().checked_add((24 * 185).hours()).unwrap());
        app::feedback::delete_old(&app).await.unwrap();
        assert!(!awaited(&both[1].id).await);
    }
}

#[tokio::test]
async fn tasks_are_listed_by_organisation_and_state() {
    for app in apps().await {
        import(&app, Source::whole(town(2))).await;
        check(&app).await;
        let found = findings(&app, &service_id(1)).await;
        let id =
            make_of_finding(&app, &aino(), None, &service_id(1), about(&found[0])).await.unwrap();
        let listed = async |choice: Choice| list(&app, &aino(), &choice, (0, 9)).await.unwrap();
        let all = listed(Choice::default()).await;
        assert_eq!((all.total, all.tasks[0].id.as_str()), (1, id.as_str()));
        assert_eq!(all.tasks[0].organisation, Some(organisation_id(1)));
        assert!(
            all.names.contains_key(&organisation_id(1)) && all.names.contains_key(&service_id(1))
        );
        let fixed = Choice { state: Some(TaskState::Fixed), ..Choice::default() };
        assert_eq!(listed(fixed).await.total, 0);
        let other = Choice { organisation: Some(organisation_id(2)), ..Choice::default() };
        assert_eq!(listed(other).await.total, 0);
        let county = Choice { county: Some("05".to_owned()), ..Choice::default() };
        assert_eq!(listed(county).await.total, 0, "its organisation has no home");
        let absent = about(&found[0]);
        let missing = make_of_finding(&app, &aino(), None, &service_id(9), absent).await;
        assert!(matches!(missing, Err(app::Error::NotFound)));
    }
}
