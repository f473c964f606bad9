//! Events with what goes with them.

use domain::event::{
    Attendance, Event, EventFacts, EventKind, FileKind, Material, MaterialContent, Registrant,
    Registration, RegistrationCode,
};
use domain::partner::PartnerName;
use domain::{Language, Localized};
use jiff::Timestamp;
use jiff::civil::{Date, date, time};
use store::event::attendance::{self, TookPart};
use store::event::{self, material, registration};
use store::testing::databases;
use store::{Error, Transaction, partner};

use crate::partners::partner_of;

const COUNTY: Option<&str> = Some("02");

fn event(id: &str, day: Date) -> Event {
    Event {
        id: id.into(),
        county: COUNTY.map(str::to_owned),
        facts: EventFacts {
            kind: EventKind::Workshop,
            title: Localized::new(Language::Sv, "Verkstad"),
            description: Localized::new(Language::Fi, "Kuvaamme.\n'; DROP TABLE event; --"),
            day,
            starts: time(9, 30, 0, 0),
            ends: time(11, 0, 0, 0),
            place: Some("Kaupungintalo".into()),
            remote: None,
            capacity: Some(2),
            closes: day,
        },
        is_cancelled: false,
        attendance_marked: None,
        author: "Aino".into(),
        changed: Timestamp::UNIX_EPOCH,
    }
}

fn registered(letter: u8, event: &str, second: i64) -> Registration {
    Registration {
        code: RegistrationCode::of_chance([letter; RegistrationCode::LENGTH]),
        event: event.into(),
        registrant: Registrant {
            name: "Aino Laine".into(),
            organisation: PartnerName::take("Åbo kyrka").unwrap(),
            email: "aino@kyrka.example".into(),
        },
        language: Language::Sv,
        created: Timestamp::from_second(second).unwrap(),
        came: false,
    }
}

async fn on_both(
    work: impl for<'a> Fn(&'a mut Transaction) -> store::database::Work<'a, (), Error>
    + Copy
    + Send
    + 'static,
) {
    for database in databases().await.unwrap() {
        let written: Result<(), Error> = database.write(work).await;
        written.unwrap();
    }
}

#[tokio::test]
async fn an_event_comes_back_as_it_was_kept_and_as_it_was_changed() {
    async fn work(on: &mut Transaction) -> Result<(), Error> {
        let one = event("1", date(2026, 12, 10));
        event::upsert(on, &one).await?;
        assert_eq!(event::get(on, COUNTY, "1").await?.as_ref(), Some(&one));
        assert_eq!(event::get(on, None, "1").await?, None, "it is a county's");
        let mut changed = Event {
            is_cancelled: true,
            attendance_marked: Some(Timestamp::UNIX_EPOCH),
            author: "Kalle".into(),
            ..one
        };
        changed.facts.capacity = None;
        changed.facts.place = None;
        changed.facts.remote = Some("https://kokous.example".into());
        event::upsert(on, &changed).await?;
        assert_eq!(event::get(on, COUNTY, "1").await?, Some(changed));
        Ok(())
    }
    on_both(|on| Box::pin(work(on))).await;
}

#[tokio::test]
async fn events_are_listed_by_their_day_on_either_side_of_one() {
    async fn work(on: &mut Transaction) -> Result<(), Error> {
        for (id, day) in [("3", 3), ("1", 1), ("2", 2), ("4", 4)] {
            event::upsert(on, &event(id, date(2026, 12, day))).await?;
        }
        let day = date(2026, 12, 3);
        let ids = |events: Vec<Event>| events.into_iter().map(|one| one.id).collect::<Vec<_>>();
        assert_eq!(ids(event::since(on, COUNTY, day).await?), ["3", "4"]);
        assert_eq!(ids(event::before(on, COUNTY, day, 9).await?), ["2", "1"]);
        assert_eq!(ids(event::before(on, COUNTY, day, 1).await?), ["2"]);
        assert!(event::since(on, None, day).await?.is_empty());
        Ok(())
    }
    on_both(|on| Box::pin(work(on))).await;
}

#[tokio::test]
async fn a_file_is_read_with_its_content_by_its_own_event_only() {
    async fn work(on: &mut Transaction) -> Result<(), Error> {
        let link = Material {
            id: "1".into(),
            name: "Ohje".into(),
            content: MaterialContent::Link("https://dvv.example".into()),
        };
        let pdf = FileKind::of_name("a.pdf").unwrap();
        let file =
            Material { id: "2".into(), name: "Diat".into(), content: MaterialContent::File(pdf) };
        material::insert(on, "e", &link, None).await?;
        material::insert(on, "e", &file, Some(vec![0, 255])).await?;
        assert_eq!(material::by_event(on, "e").await?, [link, file.clone()]);
        assert_eq!(material::file(on, "e", "2").await?, Some((file, vec![0, 255])));
        assert_eq!(material::file(on, "e", "1").await?, None);
        assert_eq!(material::file(on, "other", "2").await?, None);
        assert_eq!(material::delete(on, "other", "2").await?, 0);
        assert_eq!(material::delete(on, "e", "2").await?, 1);
        assert_eq!(material::by_event(on, "e").await?.len(), 1);
        Ok(())
    }
    on_both(|on| Box::pin(work(on))).await;
}

#[tokio::test]
async fn registrations_stand_in_the_order_in_which_they_came_and_are_gone_when_deleted() {
    async fn work(on: &mut Transaction) -> Result<(), Error> {
        event::upsert(on, &event("e", date(2026, 12, 1))).await?;
        event::upsert(on, &event("f", date(2026, 12, 2))).await?;
        let (late, early) = (registered(1, "e", 20), registered(2, "e", 10));
        for one in [&late, &early, &registered(3, "f", 5)] {
            assert!(registration::insert(on, one).await?);
        }
        assert!(!registration::insert(on, &late).await?, "the code is taken");
        assert_eq!(registration::by_event(on, "e").await?, [early.clone(), late.clone()]);
        assert_eq!(registration::count(on, "e").await?, 2);
        let mended = PartnerName::take("Åbo svenska kyrka").unwrap();
        registration::mark(on, &late.code, &mended, true).await?;
        let ticked = registration::get(on, &late.code).await?.unwrap();
        assert_eq!((ticked.came, ticked.registrant.organisation), (true, mended));
        let with = async |on: &mut Transaction, day| {
            let events = event::with_registrations_until(on, date(2026, 12, day)).await?;
            Ok::<_, Error>(events.into_iter().map(|one| one.id).collect::<Vec<_>>())
        };
        assert_eq!(with(on, 1).await?, ["e"]);
        assert_eq!(with(on, 2).await?, ["e", "f"]);
        assert_eq!(registration::delete(on, &early.code).await?, 1);
        assert_eq!(registration::get(on, &early.code).await?, None);
        assert_eq!(registration::delete_of(on, "e").await?, 1);
        assert_eq!(with(on, 2).await?, ["f"]);
        Ok(())
    }
    on_both(|on| Box::pin(work(on))).await;
}

#[tokio::test]
async fn who_took_part_is_told_by_partner_and_cancelled_events_do_not_count() {
    async fn work(on: &mut Transaction) -> Result<(), Error> {
        for (id, is_cancelled) in [("e", false), ("f", false), ("g", true)] {
            let one = event(id, date(2026, 12, 1));
            event::upsert(on, &Event { is_cancelled, ..one }).await?;
        }
        for (id, name) in [("1", "A"), ("2", "B")] {
            partner::insert(on, &partner_of(id, COUNTY, name)).await?;
        }
        let part =
            |partner: &str, participants| Attendance { partner: partner.into(), participants };
        attendance::replace(on, "e", &[part("1", 3)]).await?;
        attendance::replace(on, "e", &[part("1", 2), part("2", 1)]).await?;
        attendance::replace(on, "f", &[part("1", 1)]).await?;
        attendance::replace(on, "g", &[part("2", 1)]).await?;
        assert_eq!(attendance::by_event(on, "e").await?, [part("1", 2), part("2", 1)]);
        assert_eq!(attendance::events_of(on, "1").await?, ["e", "f"]);
        let took = |event: &str, partner: &str| TookPart {
            event: event.into(),
            day: date(2026, 12, 1),
            partner: partner.into(),
            organisation: None,
        };
        assert_eq!(
            attendance::of_county(on, COUNTY).await?,
            [took("e", "1"), took("e", "2"), took("f", "1")]
        );
        assert!(attendance::growth(on).await?.is_empty());
        assert_eq!(attendance::known_since(on).await?, None);
        Ok(())
    }
    on_both(|on| Box::pin(work(on))).await;
}
