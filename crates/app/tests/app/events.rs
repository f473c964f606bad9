//! Events from registering to what followed, and partners on their way.

use app::coordinator::Coordinator;
use app::event::attendance::{Tick, mark, participants, remove_registration};
use app::event::effect::effect;
use app::event::{
    MOST_A_MINUTE, MOST_A_MINUTE_OF_AN_EVENT, MOST_WAITING, Registering, add, add_material, change,
    coming, delete_old, details, file, list, own, register, remove_material, set_cancelled,
    withdraw,
};
use app::quality::{Settings, Standards, refresh};
use app::{App, Error, journey, partner};
use domain::Language;
use domain::catalogue::EntityKind;
use domain::coordinator::CoordinatorName;
use domain::event::{
    EventDraft, EventFacts, EventProblem, MaterialContent, MaterialRefusal, NotOpen, Registrant,
    RegistrantDraft, RegistrationCode, Seat, material_file,
};
use domain::journey::{JourneyPlan, Mark, StepNote, StepState};
use domain::partner::PartnerName;
use serde_json::json;
use store::quality::Scope;

use crate::source::*;

const COUNTY: Option<&str> = Some("02");

fn aino() -> Coordinator {
    Coordinator::operator(CoordinatorName::take("Aino").unwrap())
}

fn at(app: &App, instant: &str) {
    app.set_clock(instant.parse().unwrap());
}

fn facts(day: &str, capacity: &str) -> EventFacts {
    let draft = EventDraft {
        kind: "workshop".into(),
        title: vec![(Language::Fi, "PTV-työpaja".into())],
        day: day.into(),
        starts: "9.00".into(),
        ends: "11.00".into(),
        place: "Kaupungintalo".into(),
        capacity: capacity.into(),
        ..EventDraft::default()
    };
    draft.validate().unwrap()
}

fn registrant(name: &str, organisation: &str) -> Registrant {
    let [name, organisation] = [name, organisation].map(str::to_owned);
    RegistrantDraft { name, organisation, email: "a@b.example".into() }.validate().unwrap()
}

async fn registered(app: &App, event: &str, name: &str, organisation: &str) -> RegistrationCode {
    let who = registrant(name, organisation);
    match register(app, COUNTY, event, who, Language::Fi).await.unwrap() {
        Registering::Done(code) => code,
        other => panic!("{other:?}"),
    }
}

fn name(name: &str) -> PartnerName {
    PartnerName::take(name).unwrap()
}

/// Apps on the morning of 24 November 2026.
async fn on_a_morning() -> Vec<App> {
    let apps = apps().await;
    for app in &apps {
        at(app, "2026-11-24T07:00:00Z");
    }
    apps
}

#[tokio::test]
async fn who_comes_after_the_last_place_waits_and_moves_up_when_another_withdraws() {
    for app in on_a_morning().await {
        let event = add(&app, &aino(), COUNTY, facts("10.12.2026", "1")).await.unwrap();
        let first = registered(&app, &event, "Eka", "Yhdistys").await;
        at(&app, "2026-11-24T07:00:01Z");
        let second = registered(&app, &event, "Toka", "Yhdistys").await;
        let seat = async |code| own(&app, COUNTY, code).await.unwrap().seat;
        assert_eq!((seat(&first).await, seat(&second).await), (Seat::Taken, Seat::Waiting(1)));
        assert_eq!(withdraw(&app, COUNTY, &first).await.unwrap().id, event);
        assert_eq!(seat(&second).await, Seat::Taken);
        for gone in [
            own(&app, COUNTY, &first).await.map(drop),
            withdraw(&app, COUNTY, &first).await.map(drop),
        ] {
            assert!(matches!(gone, Err(Error::NotFound)));
        }
        assert!(matches!(own(&app, None, &second).await, Err(Error::NotFound)), "of a county");
        assert_eq!(details(&app, COUNTY, &event).await.unwrap().registered, 1);
    }
}

#[tokio::test]
async fn nobody_registers_when_it_is_closed_begun_or_cancelled_or_too_many_wait() {
    for app in on_a_morning().await {
        let id = add(&app, &aino(), COUNTY, facts("25.11.2026", "1")).await.unwrap();
        let tried = async |app: &App| {
            register(app, COUNTY, &id, registrant("Eka", "Yhdistys"), Language::Sv).await.unwrap()
        };
        set_cancelled(&app, &aino(), COUNTY, &id, true).await.unwrap();
        assert_eq!(tried(&app).await, Registering::NotOpen(NotOpen::Cancelled));
        set_cancelled(&app, &aino(), COUNTY, &id, false).await.unwrap();
        for _ in 0..=MOST_WAITING {
            app.set_clock(app.now().checked_add(jiff::SignedDuration::from_secs(10)).unwrap());
            assert!(matches!(tried(&app).await, Registering::Done(_)));
        }
        assert_eq!(tried(&app).await, Registering::TooMany);
        at(&app, "2026-11-25T07:00:00Z");
        assert_eq!(tried(&app).await, Registering::NotOpen(NotOpen::Begun));
        let closed =
            EventFacts { closes: "2026-11-24".parse().unwrap(), ..facts("26.11.2026", "") };
        change(&app, &aino(), COUNTY, &id, closed).await.unwrap().unwrap();
        assert_eq!(tried(&app).await, Registering::NotOpen(NotOpen::Closed));
        let nowhere = register(&app, None, &id, registrant("Eka", "Y"), Language::Fi).await;
        assert!(matches!(nowhere, Err(Error::NotFound)), "it is a county's");
    }
}

#[tokio::test]
async fn a_burst_of_registrations_waits_for_the_next_minute_and_not_the_next_event() {
    for app in on_a_morning().await {
        let mut events = Vec::new();
        for _ in 0..4 {
            events.push(add(&app, &aino(), COUNTY, facts("10.12.2026", "1")).await.unwrap());
        }
        let tried = async |event: &str| {
            register(&app, COUNTY, event, registrant("Eka", "Y"), Language::Fi).await.unwrap()
        };
        let mut taken = 0;
        for event in &events[..3] {
            while matches!(tried(event).await, Registering::Done(_)) {
                taken += 1;
            }
            assert_eq!(taken % MOST_A_MINUTE_OF_AN_EVENT, 0, "of each event alike");
        }
        assert_eq!(taken, MOST_A_MINUTE);
        assert_eq!(tried(&events[3]).await, Registering::FullForAMinute, "as many as of a county");
        let other = add(&app, &aino(), None, facts("10.12.2026", "1")).await.unwrap();
        let elsewhere = register(&app, None, &other, registrant("Eka", "Y"), Language::Fi).await;
        assert!(matches!(elsewhere, Ok(Registering::Done(_))), "another county's minute");
        at(&app, "2026-11-24T07:01:00.000001Z");
        assert!(matches!(tried(&events[3]).await, Registering::Done(_)));
    }
}

#[tokio::test]
async fn an_event_that_people_registered_for_is_not_moved_to_a_day_that_is_over() {
    for app in on_a_morning().await {
        let id = add(&app, &aino(), COUNTY, facts("26.11.2026", "")).await.unwrap();
        let moved = async |day| change(&app, &aino(), COUNTY, &id, facts(day, "")).await.unwrap();
        assert_eq!(moved("26.11.2025").await, Ok(()), "nobody has registered");
        assert_eq!(moved("26.11.2026").await, Ok(()));
        registered(&app, &id, "Eka", "Yhdistys").await;
        assert_eq!(moved("26.11.2025").await, Err(EventProblem::DayOver));
        assert_eq!(delete_old(&app).await.unwrap(), 0);
        assert_eq!(moved("24.11.2026").await, Ok(()), "today is not over");
        at(&app, "2026-11-25T07:00:00Z");
        assert_eq!(moved("24.11.2026").await, Ok(()), "it stays on its day");
    }
}

#[tokio::test]
async fn events_are_listed_until_they_end_and_then_among_those_that_were() {
    for app in on_a_morning().await {
        let today = add(&app, &aino(), COUNTY, facts("24.11.2026", "")).await.unwrap();
        let later = add(&app, &aino(), COUNTY, facts("25.11.2026", "")).await.unwrap();
        let earlier = add(&app, &aino(), COUNTY, facts("1.10.2026", "")).await.unwrap();
        let public = async || {
            let events = coming(&app, COUNTY).await.unwrap();
            events.into_iter().map(|event| event.id).collect::<Vec<_>>()
        };
        let staff = async || {
            let (coming, past) = list(&app, &aino(), COUNTY).await.unwrap();
            [coming, past]
                .map(|list| list.into_iter().map(|line| line.event.id).collect::<Vec<_>>())
        };
        assert_eq!(public().await, [today.clone(), later.clone()]);
        assert_eq!(staff().await, [vec![today.clone(), later.clone()], vec![earlier.clone()]]);
        at(&app, "2026-11-24T09:00:00Z");
        assert_eq!(public().await, std::slice::from_ref(&later));
        assert_eq!(staff().await, [vec![later], vec![today, earlier]]);
        assert!(coming(&app, None).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_file_goes_with_its_event_and_comes_back_as_it_was() {
    for app in on_a_morning().await {
        let id = add(&app, &aino(), COUNTY, facts("25.11.2026", "")).await.unwrap();
        let (called, kind) = material_file("", "diat.pdf", 3).unwrap();
        let content = MaterialContent::File(kind);
        let put = async |content: MaterialContent, bytes| {
            add_material(&app, &aino(), COUNTY, &id, called.clone(), content, bytes).await.unwrap()
        };
        put(content.clone(), Some(vec![1, 2, 3])).await.unwrap();
        let materials = details(&app, COUNTY, &id).await.unwrap().materials;
        let of = |bytes| (called.clone(), kind, bytes);
        assert_eq!(file(&app, COUNTY, &id, &materials[0].id).await.unwrap(), of(vec![1, 2, 3]));
        remove_material(&app, &aino(), COUNTY, &id, &materials[0].id).await.unwrap();
        let gone = file(&app, COUNTY, &id, &materials[0].id).await;
        assert!(matches!(gone, Err(Error::NotFound)));
        let link = MaterialContent::Link("https://dvv.example".into());
        for _ in 0..20 {
            put(link.clone(), None).await.unwrap();
        }
        assert_eq!(put(link, None).await, Err(MaterialRefusal::TooMany));
    }
}

#[tokio::test]
async fn those_ticked_and_those_named_take_part_as_partners_without_persons() {
    for app in on_a_morning().await {
        import(&app, Source::whole([organisation(7, None)])).await;
        let id = add(&app, &aino(), COUNTY, facts("25.11.2026", "")).await.unwrap();
        let eka = registered(&app, &id, "Eka", "kunta  7").await;
        at(&app, "2026-11-24T07:00:01Z");
        let toka = registered(&app, &id, "Toka", "Yhdistys ry").await;
        let tick = |code: &RegistrationCode, organisation, came| Tick {
            code: code.clone(),
            organisation: name(organisation),
            came,
        };
        let ticks = || vec![tick(&eka, "Kunta 7", true), tick(&toka, "Yhdistys ry", false)];
        let others = || vec![name("Seurakunta"), name("Kunta 7"), name("seurakunta")];
        mark(&app, &aino(), COUNTY, &id, ticks(), others()).await.unwrap();
        let shown = participants(&app, &aino(), COUNTY, &id).await.unwrap();
        let partners: Vec<_> = shown
            .partners
            .iter()
            .map(|(one, count)| (one.name.as_str(), one.organisation.clone(), *count))
            .collect();
        assert_eq!(partners, [("Kunta 7", Some(organisation_id(7)), 2), ("Seurakunta", None, 2)]);
        assert_eq!(shown.others, ["Kunta 7", "Seurakunta", "Seurakunta"]);
        assert!(shown.event.attendance_marked.is_some());
        assert_eq!(shown.registrations[0].0.registrant.organisation.as_str(), "Kunta 7");

        // Marked again as it is shown, it says the same; one who is taken away is counted no more.
        let again = shown.others.iter().map(|one| name(one)).collect();
        mark(&app, &aino(), COUNTY, &id, ticks(), again).await.unwrap();
        let twice = participants(&app, &aino(), COUNTY, &id).await.unwrap();
        assert_eq!((&twice.partners, &twice.others), (&shown.partners, &shown.others));
        remove_registration(&app, &aino(), COUNTY, &id, &eka).await.unwrap();
        let after = participants(&app, &aino(), COUNTY, &id).await.unwrap();
        assert_eq!(after.registrations.len(), 1);
    }
}

#[tokio::test]
async fn what_is_kept_of_persons_goes_after_thirty_days_and_their_organisations_stay() {
    for app in on_a_morning().await {
        let id = add(&app, &aino(), COUNTY, facts("25.11.2026", "1")).await.unwrap();
        let code = registered(&app, &id, "Eka", "Yhdistys ry").await;
        at(&app, "2026-11-24T08:00:00Z");
        registered(&app, &id, "Jonottaja", "Toinen ry").await;
        at(&app, "2026-12-24T21:59:59Z");
        assert_eq!(delete_old(&app).await.unwrap(), 0);
        at(&app, "2026-12-24T22:00:00Z");
        assert_eq!(delete_old(&app).await.unwrap(), 2, "the thirtieth day in Finland");
        assert!(matches!(own(&app, COUNTY, &code).await, Err(Error::NotFound)));
        let shown = participants(&app, &aino(), COUNTY, &id).await.unwrap();
        assert!(shown.registrations.is_empty());
        let partners: Vec<_> =
            shown.partners.iter().map(|(one, count)| (one.name.as_str(), *count)).collect();
        assert_eq!(partners, [("Yhdistys ry", 1)], "who had a place");
        assert_eq!(shown.event.attendance_marked, None, "and it says that nobody marked it");
        assert_eq!(delete_old(&app).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn what_was_marked_stays_when_persons_go() {
    for app in on_a_morning().await {
        let id = add(&app, &aino(), COUNTY, facts("25.11.2026", "")).await.unwrap();
        let code = registered(&app, &id, "Eka", "Yhdistys ry").await;
        let tick = Tick { code, organisation: name("Yhdistys ry"), came: false };
        mark(&app, &aino(), COUNTY, &id, vec![tick], vec![name("Seurakunta")]).await.unwrap();
        at(&app, "2027-01-24T22:00:00Z");
        assert_eq!(delete_old(&app).await.unwrap(), 1);
        let shown = participants(&app, &aino(), COUNTY, &id).await.unwrap();
        let names: Vec<_> = shown.partners.iter().map(|(one, _)| one.name.as_str()).collect();
        assert_eq!(names, ["Seurakunta"]);
    }
}

#[tokio::test]
async fn steps_are_marked_when_they_say_something_new_and_the_list_tells_where_each_partner_is() {
    for app in on_a_morning().await {
        import(&app, Source::whole(town(2))).await;
        let plan = JourneyPlan::default();
        let id = partner::add(&app, &aino(), COUNTY, name("Kunta 1")).await.unwrap();
        assert_eq!(partner::add(&app, &aino(), COUNTY, name("KUNTA 1")).await.unwrap(), id);
        let done = Mark { state: StepState::Done, ..Mark::default() };
        let noted = Mark { note: StepNote::take("Soitettu").unwrap(), ..done.clone() };
        let marks = |mark: &Mark| {
            vec![("contact".to_owned(), mark.clone()), ("access".to_owned(), Mark::default())]
        };
        let mark = async |mark: &Mark| {
            journey::mark(&app, &aino(), COUNTY, &plan, &id, marks(mark)).await.unwrap()
        };
        assert_eq!((mark(&done).await, mark(&done).await, mark(&noted).await), (1, 0, 1));
        assert_eq!(mark(&Mark::default()).await, 1, "what was marked can be taken back");
        assert_eq!(mark(&noted).await, 1);
        let lines = partner::list(&app, &aino(), COUNTY, &plan).await.unwrap();
        let [line] = lines.as_slice() else { panic!("{lines:?}") };
        assert_eq!((line.progress, line.descriptions), ((1, 9), Some(2)));
        assert_eq!(line.next.as_ref(), plan.find("commitment").map(|step| &step.name));
        let shown = partner::details(&app, &aino(), COUNTY, &id).await.unwrap();
        assert_eq!((shown.marks.len(), shown.descriptions), (4, 2));
        assert!(shown.marks.iter().all(|marked| marked.author == "Aino"));
        let unknown = vec![("no-such".to_owned(), done)];
        let refused = journey::mark(&app, &aino(), COUNTY, &plan, &id, unknown).await;
        assert!(matches!(refused, Err(Error::NotFound)));
    }
}

#[tokio::test]
async fn a_partner_is_renamed_and_tied_to_an_organisation_and_goes_when_it_was_a_mistake() {
    for app in on_a_morning().await {
        import(&app, Source::whole([organisation(1, None), organisation(2, None)])).await;
        let id = partner::add(&app, &aino(), COUNTY, name("Kaupunki")).await.unwrap();
        partner::add(&app, &aino(), COUNTY, name("Toinen")).await.unwrap();
        let change = async |called, organisation| {
            partner::change(&app, &aino(), COUNTY, &id, name(called), organisation).await
        };
        assert!(matches!(change("TOINEN", None).await, Err(Error::Conflict(_))));
        assert!(matches!(change("Kunta", Some(organisation_id(9))).await, Err(Error::Refused(_))));
        change("Kunta", Some(organisation_id(2))).await.unwrap();
        let shown = partner::details(&app, &aino(), COUNTY, &id).await.unwrap();
        assert_eq!(shown.partner.organisation, Some(organisation_id(2)));
        assert_eq!(shown.organisation.unwrap().get(Language::Fi), Some("Kunta 2"));
        let found = partner::candidates(&app, "2 kun").await.unwrap();
        assert_eq!(found.into_iter().map(|(id, _)| id).collect::<Vec<_>>(), [organisation_id(2)]);
        assert!(partner::candidates(&app, " ").await.unwrap().is_empty());

        let event = add(&app, &aino(), COUNTY, facts("25.11.2026", "")).await.unwrap();
        mark(&app, &aino(), COUNTY, &event, vec![], vec![name("Kunta")]).await.unwrap();
        let refused = partner::remove(&app, &aino(), COUNTY, &id).await;
        assert!(matches!(refused, Err(Error::Refused(_))));
        mark(&app, &aino(), COUNTY, &event, vec![], vec![]).await.unwrap();
        partner::remove(&app, &aino(), COUNTY, &id).await.unwrap();
        let gone = partner::details(&app, &aino(), COUNTY, &id).await;
        assert!(matches!(gone, Err(Error::NotFound)));
    }
}

/// A service of an organisation.
fn service_of(number: u32, organisation: u32) -> sources::Record {
    let mut document = service_document(number, "Palvelu");
    document["organisation"] = json!(organisation_id(organisation));
    record(EntityKind::Service, &document)
}

/// Ten organisations: each has one service; after `grown`, the first five have another two, and the sixth one more.
fn catalogue(grown: bool) -> Source {
    let organisations = (1..=10).map(|number| organisation(number, None));
    let first = (1..=10).map(|number| service_of(number, number));
    let more = (1..=5)
        .flat_map(|number| [service_of(number + 10, number), service_of(number + 20, number)]);
    let more = more.chain([service_of(16, 6)]).filter(move |_| grown);
    Source::whole(organisations.chain(first).chain(more))
}

#[tokio::test]
async fn descriptions_before_and_after_are_told_beside_those_of_the_organisations_that_did_not_come()
 {
    for app in apps().await {
        at(&app, "2026-03-01T10:00:00Z");
        import(&app, catalogue(false)).await;
        let id = add(&app, &aino(), None, facts("10.3.2026", "")).await.unwrap();
        let came = (1..=5).map(|number| name(&format!("Kunta {number}"))).collect();
        mark(&app, &aino(), None, &id, vec![], came).await.unwrap();
        at(&app, "2026-05-01T10:00:00Z");
        import(&app, catalogue(true)).await;
        at(&app, "2026-07-01T10:00:00Z");
        for event in [Some(id.as_str()), None] {
            let followed = effect(&app, &aino(), None, event).await.unwrap();
            assert_eq!((followed.partners, followed.unknown, followed.others), (5, 0, 5));
            let told: Vec<_> = followed
                .effect
                .rows
                .iter()
                .map(|row| (row.came.descriptions, row.others.descriptions))
                .collect();
            let same = (Some(1.0), Some(1.0));
            assert_eq!(told, [same, same, (Some(3.0), Some(1.2)), (None, None)]);
        }
    }
}

#[tokio::test]
async fn how_good_descriptions_were_is_told_from_when_they_were_first_checked() {
    for app in apps().await {
        let standards = Standards::of_all(Settings::default());
        at(&app, "2026-03-01T10:00:00Z");
        import(&app, catalogue(false)).await;
        let id = add(&app, &aino(), None, facts("10.3.2026", "")).await.unwrap();
        let came = (1..=5).map(|number| name(&format!("Kunta {number}"))).collect();
        mark(&app, &aino(), None, &id, vec![], came).await.unwrap();
        at(&app, "2026-03-20T10:00:00Z");
        refresh(&app, &standards).await.unwrap();
        let checked = {
            let mut reading = app.database().begin().await.unwrap();
            let scope = Scope::Organisation(organisation_id(1));
            store::quality::now(&mut reading, &scope).await.unwrap()
        };
        at(&app, "2026-05-01T10:00:00Z");
        let rows = effect(&app, &aino(), None, Some(&id)).await.unwrap().effect.rows;
        assert_eq!((rows[0].came.score, rows[0].others.score), (None, None), "nobody had looked");
        let tenths = i32::try_from(checked.tenths().unwrap()).unwrap();
        assert_eq!(rows[1].came.score, Some(f64::from(tenths) / 10.0));
        assert_eq!(rows[1].others.score, rows[1].came.score, "all are described alike");
        assert_eq!(rows[1].came.more_score, None);
    }
}

#[tokio::test]
async fn a_partner_that_the_catalogue_lacks_counts_with_no_descriptions_until_it_has_it() {
    for app in apps().await {
        at(&app, "2026-03-01T10:00:00Z");
        import(&app, catalogue(false)).await;
        let id = add(&app, &aino(), None, facts("10.3.2026", "")).await.unwrap();
        let mut came: Vec<PartnerName> = (1..=4).map(|one| name(&format!("Kunta {one}"))).collect();
        came.push(name("Uusi yhdistys"));
        mark(&app, &aino(), None, &id, vec![], came).await.unwrap();
        at(&app, "2026-04-20T10:00:00Z");
        let followed = effect(&app, &aino(), None, Some(&id)).await.unwrap();
        assert_eq!((followed.partners, followed.unknown), (5, 1));
        let row = followed.effect.rows[0];
        assert_eq!((row.came.organisations, row.came.descriptions), (5, Some(0.8)));
        let nobody = effect(&app, &aino(), COUNTY, Some(&id)).await;
        assert!(matches!(nobody, Err(Error::NotFound)), "it is not the county's");
    }
}
