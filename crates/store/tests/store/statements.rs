//! Every function once, on a database without rows: both databases prepare every statement.

use domain::Language;
use domain::catalogue::{EntityId, EntityKind};
use domain::import::{Mode, Outcome, Report};
use domain::search_gap::GapKind;
use domain::search_list::{Change, ChangeKind, Draft, Entry};
use jiff::Timestamp;
use jiff::civil::date;
use store::campaign::Visits;
use store::catalogue;
use store::import::publish::{Membership, publish};
use store::import::staging::{self, Run, Staged};
use store::provider::{confirmation, reach};
use store::search_gap::Cell;
use store::testing::databases;
use store::{Error, Transaction, campaign, coverage, import, quality, search_gap, search_list};

const KIND: EntityKind = EntityKind::Service;

fn id() -> EntityId {
    EntityId::new("a").unwrap()
}

fn run() -> Run {
    Run {
        id: "r".into(),
        feed: "ptv:all".into(),
        source: "ptv".into(),
        started: Timestamp::UNIX_EPOCH,
    }
}

fn staged(number: usize) -> Staged {
    Staged {
        number: i64::try_from(number).unwrap() + 1,
        kind: KIND,
        id: EntityId::new(format!("s{number:03}")).unwrap(),
        version: 1,
        change: catalogue::Change::New,
        owner: None,
        target: Some(id()),
        names: "{}".into(),
        modified: None,
        raw_print: [1; 16],
        document_print: [2; 16],
        document: "{}".into(),
        raw: vec![0, 255],
        feeds: "ptv:all".into(),
    }
}

fn report() -> Report {
    Report {
        run: "r".into(),
        feed: "ptv:all".into(),
        source: "test".into(),
        mode: Mode::Full,
        outcome: Outcome::Running,
        started: Timestamp::UNIX_EPOCH,
        ended: None,
        generation: None,
        accepted_drop: None,
        kinds: std::collections::BTreeMap::new(),
        problem_counts: std::collections::BTreeMap::new(),
        problems: vec![],
    }
}

async fn read_everything(on: &mut Transaction) -> Result<(), Error> {
    assert_eq!(catalogue::get(on, KIND, &id()).await?, None);
    assert!(catalogue::many(on, KIND, &[id()]).await?.is_empty());
    assert!(catalogue::heads(on, KIND, &[id()]).await?.is_empty());
    assert!(catalogue::by_owner(on, KIND, &id(), None, 9).await?.is_empty());
    assert!(catalogue::documents(on, KIND, &[id()]).await?.is_empty());
    assert!(catalogue::connected(on, &[id()], 9, &[(id(), 12)]).await?.is_empty());
    assert!(catalogue::by_target(on, KIND, &id(), None, 9).await?.is_empty());
    assert!(catalogue::list(on, KIND, None, 9).await?.is_empty());
    assert!(catalogue::names(on, KIND, None, 9).await?.is_empty());
    assert!(catalogue::dated(on, KIND, None, 9).await?.is_empty());
    assert_eq!(catalogue::place_after(on, KIND, None, 1).await?, None);
    assert!(catalogue::lately_changed(on, KIND, None, 9).await?.is_empty());
    assert!(catalogue::channel_heads(on, &[id()]).await?.is_empty());
    assert!(catalogue::named(on, KIND, None, 9).await?.is_empty());
    assert!(catalogue::services_of_channels(on, &[id()]).await?.is_empty());
    assert!(catalogue::connections_of(on, &[id()]).await?.is_empty());
    assert!(catalogue::moved_services(on, 0).await?.is_empty());
    assert!(!catalogue::has_moved(on, KIND, 0).await?);
    assert!(catalogue::history(on, KIND, &id()).await?.is_empty());
    assert_eq!(catalogue::raw(on, KIND, &id(), 1).await?, None);
    assert!(catalogue::counts(on).await?.is_empty());
    assert_eq!(catalogue::generation(on).await?, 0);
    assert_eq!(import::get(on, "r").await?, None);
    assert!(import::list(on, None, 9).await?.is_empty());
    assert!(import::list(on, Some(Timestamp::UNIX_EPOCH), 9).await?.is_empty());
    assert_eq!(import::last_complete(on, "ptv:all", None).await?, None);
    assert_eq!(import::last_complete(on, "ptv:all", Some(Mode::Full)).await?, None);
    assert_eq!(import::publisher(on, 1).await?, None);
    assert!(staging::known(on, KIND, None, 9).await?.is_empty());
    assert!(staging::leftovers(on, 0, 9).await?.is_empty());
    assert_eq!(staging::next_number(on).await?, 1);
    assert_eq!(search_list::revision(on).await?, 0);
    assert!(search_list::list(on).await?.is_empty());
    assert_eq!(search_list::count(on).await?, 0);
    assert_eq!(search_list::get(on, &entry("a").key()).await?, None);
    assert!(search_list::history(on, 9).await?.is_empty());
    assert!(search_gap::totals(on, date(2026, 11, 23), 9).await?.is_empty());
    assert_eq!(coverage::state(on).await?, coverage::State::default());
    assert!(coverage::steps(on).await?.is_empty());
    assert!(coverage::versions(on, KIND, &[id()]).await?.is_empty());
    assert!(coverage::changed_since(on, KIND, 0, None, 9).await?.is_empty());
    assert!(coverage::services_around(on, &[id()], &[id()]).await?.is_empty());
    read_quality(on).await
}

async fn read_quality(on: &mut Transaction) -> Result<(), Error> {
    let (then, choice) = (Timestamp::UNIX_EPOCH, quality::Choice::default());
    assert!(quality::owners(on).await?.is_empty());
    assert!(quality::municipalities(on).await?.is_empty());
    assert!(quality::by_county_and_rule(on).await?.is_empty());
    assert!(quality::by_language(on).await?.is_empty());
    assert!(quality::faulty(on, KIND, None, 9).await?.is_empty());
    assert!(quality::of_rule(on, "S1", &choice, 0, 9).await?.is_empty());
    assert!(quality::changes(on, then).await?.is_empty());
    assert!(quality::unchanged(on, KIND, then, None, 9).await?.is_empty());
    assert!(quality::unchanged_of(on, &id(), then).await?.is_empty());
    assert!(reach::offered(on, &id()).await?.is_empty());
    assert!(reach::beside(on, &id()).await?.is_empty());
    assert!(reach::open_places(on, None, 9).await?.is_empty());
    assert!(reach::organisations_beside(on, None, 9).await?.is_empty());
    assert!(reach::channels_beside(on, None, 9).await?.is_empty());
    assert!(confirmation::confirmed_since(on, then).await?.is_empty());
    assert_eq!(confirmation::stamp(on).await?, (0, 0));
    Ok(())
}

fn entry(target: &str) -> Entry {
    let draft = Draft {
        kind: "synonym".into(),
        phrase: "lekuri".into(),
        target: target.into(),
        author: "Maija".into(),
        ..Draft::default()
    };
    draft.validate(Timestamp::UNIX_EPOCH).unwrap()
}

async fn write_the_staffs_list(on: &mut Transaction) -> Result<(), Error> {
    let mut entry = entry("lääkäri");
    search_list::upsert(on, &entry).await?;
    entry.note = "another".into();
    search_list::upsert(on, &entry).await?;
    assert_eq!(search_list::count(on).await?, 1);
    assert_eq!(search_list::get(on, &entry.key()).await?.as_ref(), Some(&entry));
    assert_eq!(search_list::list(on).await?, std::slice::from_ref(&entry));
    assert_eq!(search_list::raise_revision(on).await?, 1);
    let change = Change {
        revision: 1,
        changed: Timestamp::UNIX_EPOCH,
        changer: "Kalle".into(),
        kind: ChangeKind::Replaced,
        entry: entry.clone(),
    };
    search_list::insert_change(on, 1, &change).await?;
    assert_eq!(search_list::history(on, 9).await?, [change]);
    assert!(search_list::delete(on, &entry.key()).await?);
    assert!(!search_list::delete(on, &entry.key()).await?);
    assert_eq!(search_list::revision(on).await?, 1);
    Ok(())
}

async fn write_gaps(on: &mut Transaction) -> Result<(), Error> {
    let (monday, print) = (date(2026, 11, 23), [1; 16]);
    assert_eq!(search_gap::see(on, print, monday, 1).await?, Some(1));
    assert_eq!(search_gap::see(on, print, monday, 1).await?, Some(2));
    assert_eq!(search_gap::see(on, [2; 16], monday, 1).await?, None, "the day is full");
    assert_eq!(search_gap::see(on, [2; 16], date(2026, 11, 24), 1).await?, Some(1));
    let cell = Cell {
        week: monday,
        kind: GapKind::Empty,
        language: Language::Fi,
        municipality: Some("529".into()),
        text: Some("lekuri".into()),
    };
    search_gap::add(on, &cell, 5).await?;
    search_gap::add(on, &cell, 1).await?;
    search_gap::add(on, &Cell { municipality: None, text: None, ..cell.clone() }, 2).await?;
    let totals = search_gap::totals(on, monday, 9).await?;
    assert_eq!(totals.iter().map(|total| total.count).collect::<Vec<_>>(), [6, 2]);
    assert_eq!((&totals[0].text, &totals[0].municipality), (&cell.text, &cell.municipality));
    assert_eq!((&totals[1].text, &totals[1].municipality), (&None, &None));
    assert!(search_gap::totals(on, date(2026, 11, 30), 9).await?.is_empty());
    assert_eq!(search_gap::everything(on).await?.len(), 4);
    assert_eq!(search_gap::forget(on, date(2026, 11, 24), monday).await?, 1);
    assert_eq!(search_gap::forget(on, date(2026, 11, 25), date(2026, 11, 30)).await?, 3);
    Ok(())
}

async fn write_visits(on: &mut Transaction) -> Result<(), Error> {
    let (monday, tuesday) = (date(2026, 11, 23), date(2026, 11, 24));
    let visits = |day, count| Visits { code: "fb-1".into(), day, count };
    campaign::add(on, &visits(monday, 2)).await?;
    campaign::add(on, &visits(tuesday, 1)).await?;
    campaign::add(on, &visits(monday, 3)).await?;
    assert_eq!(campaign::list(on, monday).await?, [visits(monday, 5), visits(tuesday, 1)]);
    assert_eq!(campaign::forget(on, tuesday).await?, 1);
    assert_eq!(campaign::list(on, monday).await?, [visits(tuesday, 1)]);
    Ok(())
}

async fn write_everything(on: &mut Transaction) -> Result<(), Error> {
    let now = Timestamp::UNIX_EPOCH;
    assert_eq!(import::take_lease(on, "r", now, now).await?, Ok(()));
    assert!(import::renew_lease(on, "r", now).await?);
    assert_eq!(import::lease(on).await?.unwrap().holder, "r");
    assert!(import::release_lease(on, "r").await?);
    assert!(!import::renew_lease(on, "r", now).await?);
    import::insert(on, &report()).await?;
    import::update(on, &report()).await?;
    // More than a statement's rows, and some over.
    staging::insert(on, &run(), (0..43).map(staged).collect()).await?;
    assert_eq!(staging::next_number(on).await?, 44);
    staging::confirm(on, &run(), &[staged(1).number]).await?;
    staging::delete(on, staged(2).number).await?;
    staging::cut_owner(on, staged(3).number).await?;
    staging::discard_other_feeds(on, "ptv:all").await?;
    staging::discard_unconfirmed(on, &run()).await?;
    assert_eq!(publish(on, &run(), &Membership::default()).await?, Some(1));
    assert_eq!(publish(on, &run(), &Membership::default()).await?, None);
    let membership = Membership {
        gone: vec![(KIND, staged(4).id)],
        feeds: vec![("a b".into(), vec![(KIND, staged(5).id)])],
    };
    assert_eq!(publish(on, &run(), &membership).await?, Some(2));
    assert_eq!(catalogue::counts(on).await?[&KIND], 41);
    assert_eq!(catalogue::by_target(on, KIND, &id(), None, 99).await?.len(), 41);
    assert_eq!(staging::known(on, KIND, None, 99).await?[4].feeds, "a b");
    Ok(())
}

#[tokio::test]
async fn both_databases_take_every_statement() {
    for database in databases().await.unwrap() {
        read_everything(&mut database.begin().await.unwrap()).await.unwrap();
        let written: Result<(), Error> =
            database.write(|transaction| Box::pin(write_everything(transaction))).await;
        written.unwrap();
        let written: Result<(), Error> =
            database.write(|transaction| Box::pin(write_the_staffs_list(transaction))).await;
        written.unwrap();
        let written: Result<(), Error> =
            database.write(|transaction| Box::pin(write_gaps(transaction))).await;
        written.unwrap();
        let written: Result<(), Error> =
            database.write(|transaction| Box::pin(write_visits(transaction))).await;
        written.unwrap();
    }
}

#[tokio::test]
async fn the_lease_is_one_and_ends_by_itself() {
    for database in databases().await.unwrap() {
        let take = async |holder: &'static str, now: i64, until: i64| {
            let at = |second| Timestamp::from_second(second).unwrap();
            let taken: Result<Result<(), import::Lease>, Error> = database
                .write(move |on| {
                    Box::pin(
                        async move { import::take_lease(on, holder, at(now), at(until)).await },
                    )
                })
                .await;
            taken.unwrap()
        };
        assert_eq!(take("one", 0, 30).await, Ok(()));
        let held = take("other", 29, 59).await.unwrap_err();
        assert_eq!(held.holder, "one");
        assert_eq!(take("other", 30, 60).await, Ok(()));
    }
}
