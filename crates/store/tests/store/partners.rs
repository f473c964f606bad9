//! Partners and what was marked of their way.

use domain::catalogue::EntityId;
use domain::journey::{Mark, Marked, StepNote, StepState};
use domain::partner::{Partner, PartnerName};
use jiff::Timestamp;
use jiff::civil::date;
use store::testing::databases;
use store::{Error, Transaction, journey, partner};

pub fn partner_of(id: &str, county: Option<&str>, name: &str) -> Partner {
    Partner {
        id: id.into(),
        county: county.map(str::to_owned),
        name: PartnerName::take(name).unwrap(),
        organisation: None,
        created: Timestamp::UNIX_EPOCH,
    }
}

fn marked(step: &str, state: StepState, second: i64) -> Marked {
    Marked {
        step: step.into(),
        mark: Mark { state, day: Some(date(2026, 11, 20)), note: StepNote::kept("Sovittu\n'") },
        author: "Aino".into(),
        at: Timestamp::from_second(second).unwrap(),
    }
}

#[tokio::test]
async fn a_partner_is_one_by_its_name_in_each_county() {
    async fn work(on: &mut Transaction) -> Result<(), Error> {
        let county = Some("02");
        let first = partner_of("1", county, "Åbo kyrka");
        assert!(partner::insert(on, &first).await?);
        assert!(!partner::insert(on, &partner_of("2", county, "ÅBO  KYRKA")).await?);
        assert!(partner::insert(on, &partner_of("3", None, "Åbo kyrka")).await?);
        assert_eq!(partner::by_name(on, county, "åbo kyrka").await?, Some(first.clone()));
        assert_eq!(partner::get(on, county, "3").await?, None, "it is of another county");
        let known = Partner {
            name: PartnerName::take("Kirkko").unwrap(),
            organisation: Some(EntityId::new("a").unwrap()),
            ..first
        };
        partner::update(on, &known).await?;
        assert_eq!(partner::get(on, county, "1").await?.as_ref(), Some(&known));
        assert!(partner::insert(on, &partner_of("4", county, "Ainon yhdistys")).await?);
        let names: Vec<String> =
            partner::list(on, county).await?.into_iter().map(|one| one.id).collect();
        assert_eq!(names, ["4", "1"]);
        assert!(partner::descriptions(on, county).await?.is_empty());
        partner::delete(on, "4").await?;
        assert_eq!(partner::list(on, county).await?, [known]);
        Ok(())
    }
    for database in databases().await.unwrap() {
        let written: Result<(), Error> = database.write(|on| Box::pin(work(on))).await;
        written.unwrap();
    }
}

#[tokio::test]
async fn marks_come_back_in_their_order_with_whose_they_are() {
    async fn work(on: &mut Transaction) -> Result<(), Error> {
        for (id, county) in [("1", Some("02")), ("2", None)] {
            partner::insert(on, &partner_of(id, county, id)).await?;
        }
        let late = marked("access", StepState::Done, 20);
        let bare = Marked { mark: Mark::default(), ..marked("contact", StepState::Done, 10) };
        journey::insert(on, "b", "1", &late).await?;
        journey::insert(on, "a", "1", &bare).await?;
        journey::insert(on, "c", "2", &late).await?;
        assert_eq!(journey::by_partner(on, "1").await?, [bare.clone(), late.clone()]);
        let of_county = journey::of_county(on, Some("02")).await?;
        assert_eq!(of_county, [("1".to_owned(), bare), ("1".to_owned(), late.clone())]);
        journey::delete(on, "1").await?;
        assert_eq!(journey::by_partner(on, "1").await?, []);
        assert_eq!(journey::by_partner(on, "2").await?, [late]);
        Ok(())
    }
    for database in databases().await.unwrap() {
        let written: Result<(), Error> = database.write(|on| Box::pin(work(on))).await;
        written.unwrap();
    }
}
